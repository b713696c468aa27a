"""What the organiser writes to applicants of the screening of an entry, and of the jury's words on it: one shape for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ikz_award.domain.words.formats import format_second
from ikz_award.domain.words.letters.frame import Closing, Letter, Round, framed, listed
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


@dataclass(frozen=True, kw_only=True)
class Screened:
    """The entry a letter is about."""

    number: str
    title: str
    round: Round


def excluded(entry: Screened, *, reason: str, rules: Sequence[str]) -> Letter:
    """`rules`: the words of those recorded as violated; without any, none is claimed to be."""
    broken = _("Nicht erfüllt sind diese Teilnahmebedingungen:\n%(rules)s\n\n", rules=listed(rules)) if rules else ""
    text = _(
        "Ihr Beitrag %(entry)s kann an der Wettbewerbsrunde „%(name)s“ nicht teilnehmen.\n\n%(rules)sBegründung:\n\n"
        "%(reason)s\n\nWenn Sie die Entscheidung für unrichtig halten, wenden Sie sich bitte an das Kompetenzzentrum.",
        **_values(entry),
        reason=reason,
        rules=broken,
    )
    return _letter(entry, _("Ihr Beitrag nimmt nicht teil"), text)


def returned(entry: Screened, *, remarks: str) -> Letter:
    """Open again for what the `remarks` ask."""
    text = _(
        "Bei der Vorprüfung Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ sind Fragen offengeblieben. Bitte "
        "ergänzen Sie:\n\n%(remarks)s\n\nDer Beitrag ist dafür wieder geöffnet. Bitte reichen Sie ihn danach erneut ein.",
        **_values(entry),
        remarks=remarks,
    )
    return _letter(entry, _("Bitte ergänzen Sie Ihren Beitrag"), text)


def admitted(entry: Screened) -> Letter:
    """Written only while it could still be changed: from now on it no longer can."""
    text = _(
        "Ihr Beitrag %(entry)s ist zur Wettbewerbsrunde „%(name)s“ zugelassen. Es gilt die Fassung, die Sie eingereicht "
        "haben; ändern lässt sie sich jetzt nicht mehr, auch nicht bis zum Einsendeschluss.\n\n"
        "Sie müssen nichts tun. Wenn noch etwas falsch ist, wenden Sie sich bitte vor dem Einsendeschluss an das "
        "Kompetenzzentrum; es kann die Zulassung zurücknehmen.",
        **_values(entry),
    )
    return _letter(entry, _("Ihr Beitrag ist zugelassen"), text)


def admission_taken_back(entry: Screened, *, deadline_at: datetime) -> Letter:
    """It can be changed again until the deadline."""
    text = _(
        "Wir haben die Zulassung Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen. Bis zum "
        "Einsendeschluss am %(deadline)s können Sie ihn wieder ändern und erneut einreichen. Wenn Sie nichts ändern, "
        "gilt Ihre eingereichte Fassung, und wir prüfen sie erneut.",
        **_values(entry),
        deadline=format_second(deadline_at),
    )
    return _letter(entry, _("Ihr Beitrag lässt sich wieder ändern"), text)


def return_taken_back(entry: Screened) -> Letter:
    """Nothing is asked for any more; the version handed in counts."""
    text = _(
        "Wir haben die Nachforderung zu Ihrem Beitrag %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen. Es "
        "gilt die Fassung, die Sie eingereicht haben; Sie müssen nichts tun.",
        **_values(entry),
    )
    return _letter(entry, _("Sie müssen nichts ergänzen"), text)


def reopened(entry: Screened) -> Letter:
    """An exclusion was taken back, and the entry is looked at again."""
    text = _(
        "Wir haben den Ausschluss Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen "
        "und prüfen ihn erneut. Sie müssen nichts tun. Wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.",
        **_values(entry),
    )
    return _letter(entry, _("Ihr Beitrag wird erneut geprüft"), text)


def remarks_released(entry: Screened) -> Letter:
    """The jury's words for the applicant can be read; they do not stand in the letter."""
    text = _(
        "Die Jury hat zu Ihrem Beitrag %(entry)s in der Wettbewerbsrunde „%(name)s“ eine Rückmeldung geschrieben. "
        "Sie steht auf der Seite Ihres Beitrags.",
        **_values(entry),
    )
    return _letter(entry, _("Rückmeldung der Jury"), text)


def _values(entry: Screened) -> dict[str, object]:
    return {"entry": _("%(number)s „%(title)s“", number=entry.number, title=entry.title), "name": entry.round.name}


def _letter(entry: Screened, subject: Message, text: Message) -> Letter:
    """The shape of all of them. The number, not the title, in the subject: what people typed has no place in a header."""
    said = _(
        "%(text)s\n\nSie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“. Aus Sicherheitsgründen enthält "
        "diese Nachricht keinen Link.",
        text=text,
    )
    return Letter(
        _("%(subject)s (%(number)s)", subject=subject, number=entry.number),
        framed(said, sender=entry.round.organiser, closing=Closing.PEOPLE),
    )
