"""What the jury is written about a circulation: opened, put to the vote, more time, objected to, ended.

No mail names an entry or says how a vote came out: both are read after the log-in, by those who may.
"""

from collections.abc import Collection

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.formats import format_instant
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.meeting import recused_from
from ikz_award.services.record.intention import Work


def tell_opened(work: Work, meeting: Meeting, *, base_url: str) -> None:
    text = _(
        "das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem "
        "Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum %(due)s angenommen; mit wirkt nur, wer abstimmt.\n\n"
        "Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.",
        due=_due(meeting),
    )  # fmt: skip
    _write(work, meeting, _("Umlaufverfahren der Jury eröffnet"), text, base_url=base_url)


def tell_put(work: Work, meeting: Meeting, motion: Motion, *, base_url: str) -> None:
    """Only to those who have a vote on it."""
    text = _(
        "im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „%(category)s“ zur Abstimmung. Bitte stimmen Sie bis "
        "zum %(due)s ab.",
        category=clean_line(motion.category.name), due=_due(meeting),
    )  # fmt: skip
    recused = recused_from(work.session, entry_id=motion.entry_id)
    _write(work, meeting, _("Ihre Stimme im Umlaufverfahren der Jury"), text, base_url=base_url, without=recused)


def tell_extended(work: Work, meeting: Meeting, *, base_url: str) -> None:
    text = _("die Frist im Umlaufverfahren der Jury ist verlängert: Stimmen werden bis zum %(due)s angenommen.",
             due=_due(meeting))  # fmt: skip
    _write(work, meeting, _("Mehr Zeit im Umlaufverfahren der Jury"), text, base_url=base_url)


def tell_objected(work: Work, meeting: Meeting, *, member: str, undecided: int, base_url: str) -> None:
    """The members without the name, which the report gives; whoever opened it with the name."""
    what = ngettext(
        "Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden.",
        "%(num)s Anträge, über die noch abgestimmt wurde, sind damit nicht entschieden.",
        undecided,
    ) if undecided else _("Es lief keine Abstimmung.")  # fmt: skip
    text = _(
        "ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. %(what)s Was schon beschlossen ist, "
        "bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.",
        what=what,
    )  # fmt: skip
    subject = _("Umlaufverfahren der Jury durch Widerspruch beendet")
    _write(work, meeting, subject, text, base_url=base_url)
    organiser = work.session.get_one(Account, meeting.opened_by)
    named = _(
        "%(member)s hat dem Umlaufverfahren der Jury widersprochen; es ist beendet. %(what)s Bitte laden Sie zu einer Sitzung "
        "ein; ein neues Umlaufverfahren über dieselben Kategorien ist nicht möglich.",
        member=clean_line(member), what=what,
    )  # fmt: skip
    _send(work, meeting, organiser.email, subject, named, f"{base_url}/verwaltung/runden/{meeting.edition.slug}/sitzung")


def tell_ended(work: Work, meeting: Meeting, *, counted: int, base_url: str) -> None:
    what = ngettext(
        "Dabei ist ein Antrag ausgezählt worden.", "Dabei sind %(num)s Anträge ausgezählt worden.", counted
    ) if counted else _("Alle Anträge waren schon ausgezählt.")  # fmt: skip
    text = _(
        "das Umlaufverfahren der Jury ist beendet. %(what)s Wie die Abstimmungen ausgegangen sind, lesen Sie hier.", what=what
    )
    _write(work, meeting, _("Umlaufverfahren der Jury beendet"), text, base_url=base_url)


def _write(
    work: Work, meeting: Meeting, subject: Message, text: Message, *, base_url: str, without: Collection[int] = ()
) -> None:
    jurors = work.session.scalars(
        select(Juror)
        .where(Juror.edition_id == meeting.edition_id, Juror.role != PanelRole.DEPUTY, Juror.account.has(Account.active))
        .order_by(Juror.id)
    )
    for juror in jurors:
        if juror.id not in without:
            _send(work, meeting, juror.account.email, subject, text, f"{base_url}/jury/{meeting.edition.slug}/sitzung")


def _send(work: Work, meeting: Meeting, recipient: str, subject: Message, text: Message, address: str) -> None:
    edition = meeting.edition
    body = _(
        "Guten Tag,\n\n%(text)s\n\n%(address)s\n\n"
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
        text=text, address=address, organiser=edition.organiser,
    )  # fmt: skip
    work.send_mail(
        recipient=recipient, subject=_("%(subject)s (%(edition)s)", subject=subject, edition=edition.name), body=body
    )


def _due(meeting: Meeting) -> str:
    return format_instant(meeting.due_at or meeting.opened_at)
