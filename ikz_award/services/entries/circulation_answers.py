"""What a partner does with the link of a notice: opens the entry, acknowledges it or objects."""

from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.queries.entries.circulation import name_of_partner, notice_for
from ikz_award.queries.entries.closing import end_of_circulation
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.services.entries.circulation_mails import objection_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

MAXIMUM_REASON = 2000


@use_case(AuditAction.PARTNER_OPEN)
def open_notice(work: Work, *, token: str) -> None:
    """The partner looks at the entry: on purpose, since mail programs follow links by themselves."""
    notice = _notice(work, token)
    if notice.seen_at is None:
        entry = work.session.get_one(Entry, notice.partner.entry_id)
        notice.seen_at = work.now
        work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partner": name_of_partner(notice.partner)})


@use_case(AuditAction.PARTNER_ANSWER)
def answer_notice(work: Work, *, token: str, answer: str, reason: str) -> PartnerAnswer:
    """Acknowledge or object; may be changed until the period ends. Raises `Invalid`, `NotFound`, `Refused` ("period_over")."""
    words = clean_text(reason)
    notice = _notice(work, token)
    entry = work.session.get_one(Entry, notice.partner.entry_id)
    if work.now > end_of_circulation(work.session, entry):
        raise Refused("period_over", _("Die Widerspruchsfrist ist abgelaufen. Ihre Antwort wurde nicht mehr gespeichert."))
    new = _checked_answer(answer, words)
    if new is PartnerAnswer.ACKNOWLEDGED and words not in ("", notice.reason):
        raise Invalid(
            {"reason": _("Eine Begründung gehört zu einem Einspruch. Wählen Sie Einspruch, oder leeren Sie das Feld.")}
        )
    old, is_new = notice.answer, notice.answer is not new
    notice.answer, notice.answered_at = new, work.now
    notice.seen_at = notice.seen_at or work.now
    notice.reason = words if new is PartnerAnswer.OBJECTED else ""
    partner = name_of_partner(notice.partner)
    # The reason stands on the entry; the log only says that there is one.
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        old={"partner": partner, "answer": old},
        new={"partner": partner, "answer": new},
    )
    if is_new and new is PartnerAnswer.OBJECTED:
        subject, body = objection_mail(entry, partner=partner)
        for recipient in letter_addresses(work.session, entry):
            work.send_mail(recipient=recipient, subject=subject, body=body)
    return new


def _checked_answer(answer: str, words: str) -> PartnerAnswer:
    if answer not in {one.value for one in PartnerAnswer}:
        raise Invalid({"answer": _("Bitte wählen Sie, ob Sie den Beitrag zur Kenntnis nehmen oder Einspruch erheben.")})
    if answer == PartnerAnswer.OBJECTED and not words:
        raise Invalid({"reason": _("Bitte begründen Sie den Einspruch in ein, zwei Sätzen.")})
    if length(words) > MAXIMUM_REASON:
        over = length(words) - MAXIMUM_REASON
        raise Invalid({"reason": _("Die Begründung ist um %(over)s Zeichen zu lang.", over=over)})
    return PartnerAnswer(answer)


def _notice(work: Work, token: str) -> PartnerNotice:
    """The notice of a link, in whose name the partner acts without an account. Raises `NotFound`."""
    notice = notice_for(work.session, token)
    work.actor = Actor(name=name_of_partner(notice.partner))
    return notice
