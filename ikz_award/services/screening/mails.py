"""What the applicant is told by the organiser: about the screening of an entry, and of the jury's words on it."""

from collections.abc import Sequence

from ikz_award.domain.words.formats import format_second
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.services.record.intention import Work

GREETING = _("Guten Tag,\n\n")
WHERE = _(
    "Sie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“. Aus Sicherheitsgründen enthält "
    "diese Nachricht keinen Link.\n"
    "\n"
    ""
)


def tell_excluded(work: Work, entry: Entry, *, reason: str, rules: Sequence[str]) -> None:
    """`rules`: the words of those recorded as violated; without any, none is claimed to be."""
    broken = "\n".join(f"- {rule}" for rule in rules)
    _tell(
        work,
        entry,
        subject=_("Ihr Beitrag nimmt nicht teil"),
        body=_(
            "Ihr Beitrag %(entry)s kann an der Wettbewerbsrunde „%(name)s“ nicht teilnehmen.\n"
            "\n"
            "%(rules)s"
            "Begründung:\n"
            "\n"
            "%(reason)s\n"
            "\n"
            "Wenn Sie die Entscheidung für unrichtig halten, wenden Sie sich bitte an das Kompetenzzentrum.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            reason=reason,
            rules=_("Nicht erfüllt sind diese Teilnahmebedingungen:\n%(broken)s\n\n", broken=broken) if broken else "",
            where=WHERE,
        ),
    )


def tell_returned(work: Work, entry: Entry, *, remarks: str) -> None:
    _tell(
        work,
        entry,
        subject=_("Bitte ergänzen Sie Ihren Beitrag"),
        body=_(
            "Bei der Vorprüfung Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ sind Fragen "
            "offengeblieben. Bitte ergänzen Sie:\n"
            "\n"
            "%(remarks)s\n"
            "\n"
            "Der Beitrag ist dafür wieder geöffnet. Bitte reichen Sie ihn danach erneut ein.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            remarks=remarks,
            where=WHERE,
        ),
    )


def tell_admitted(work: Work, entry: Entry) -> None:
    """Written only while it could still be changed: from now on it no longer can."""
    _tell(
        work,
        entry,
        subject=_("Ihr Beitrag ist zugelassen"),
        body=_(
            "Ihr Beitrag %(entry)s ist zur Wettbewerbsrunde „%(name)s“ zugelassen. Es gilt die Fassung, die Sie eingereicht "
            "haben; ändern lässt sie sich jetzt nicht mehr, auch nicht bis zum Einsendeschluss.\n"
            "\n"
            "Sie müssen nichts tun. Wenn noch etwas falsch ist, wenden Sie sich bitte vor dem Einsendeschluss an das "
            "Kompetenzzentrum; es kann die Zulassung zurücknehmen.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            where=WHERE,
        ),
    )


def tell_admission_taken_back(work: Work, entry: Entry) -> None:
    _tell(
        work,
        entry,
        subject=_("Ihr Beitrag lässt sich wieder ändern"),
        body=_(
            "Wir haben die Zulassung Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen. Bis zum "
            "Einsendeschluss am %(deadline)s können Sie ihn wieder ändern und erneut einreichen. Wenn Sie nichts ändern, "
            "gilt Ihre eingereichte Fassung, und wir prüfen sie erneut.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            deadline=format_second(deadline_of(entry)),
            where=WHERE,
        ),
    )


def tell_return_taken_back(work: Work, entry: Entry) -> None:
    _tell(
        work,
        entry,
        subject=_("Sie müssen nichts ergänzen"),
        body=_(
            "Wir haben die Nachforderung zu Ihrem Beitrag %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen. Es "
            "gilt die Fassung, die Sie eingereicht haben; Sie müssen nichts tun.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            where=WHERE,
        ),
    )


def tell_reopened(work: Work, entry: Entry) -> None:
    _tell(
        work,
        entry,
        subject=_("Ihr Beitrag wird erneut geprüft"),
        body=_(
            "Wir haben den Ausschluss Ihres Beitrags %(entry)s in der Wettbewerbsrunde „%(name)s“ zurückgenommen "
            "und prüfen ihn erneut. Sie müssen nichts tun. Wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            where=WHERE,
        ),
    )


def tell_of_remarks(work: Work, entry: Entry) -> None:
    _tell(
        work,
        entry,
        subject=_("Rückmeldung der Jury"),
        body=_(
            "Die Jury hat zu Ihrem Beitrag %(entry)s in der Wettbewerbsrunde „%(name)s“ eine Rückmeldung geschrieben. "
            "Sie steht auf der Seite Ihres Beitrags.\n"
            "\n"
            "%(where)s",
            entry=_name(entry),
            name=entry.edition.name,
            where=WHERE,
        ),
    )


def _name(entry: Entry) -> str:
    return _("%(number)s „%(title)s“", number=entry.number, title=entry.title)


def _tell(work: Work, entry: Entry, *, subject: str, body: str) -> None:
    """To all who get letters about the entry, first of all the contact person it names."""
    for address in letter_addresses(work.session, entry):
        work.send_mail(
            recipient=address,
            # The number, not the title: what people typed has no place in a header.
            subject=_("%(subject)s (%(number)s)", subject=subject, number=entry.number),
            body=_(
                "%(greeting)s%(body)sFreundliche Grüße\n%(organiser)s\n",
                greeting=GREETING,
                body=body,
                organiser=entry.edition.organiser,
            ),
        )
