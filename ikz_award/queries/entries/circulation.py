"""How far the circulation among an entry's partners is."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.entries.circulation import NoticeState, notice_state
from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.closing import end_of_circulation
from ikz_award.queries.entries.form import form_of


@dataclass(frozen=True, kw_only=True)
class PartnerState:
    """A partner, whom it named, and what is known of the answer."""

    partner: Partner
    name: str
    notice: PartnerNotice | None
    state: NoticeState


@dataclass(frozen=True, kw_only=True)
class NoticePage:
    """What a partner may see of an entry: title, category, short description, who leads it; nothing else."""

    notice: PartnerNotice
    partner_name: str
    edition_name: str
    organiser: str
    lead_name: str
    ends_at: datetime
    is_over: bool
    title: str = ""
    category: str = ""
    summary: str = ""


def name_of_partner(partner: Partner) -> str:
    """The partner's official name where it is in the register, else what the applicant typed."""
    return partner.body.official_name if partner.body else partner.name


def circulation_of(session: Session, entry: Entry, *, now: datetime) -> Sequence[PartnerState]:
    """Every partner of the entry with the state of the circulation, in the entry's order."""
    rows = session.execute(
        select(Partner, PartnerNotice, OutgoingMail)
        .outerjoin(PartnerNotice, PartnerNotice.partner_id == Partner.id)
        .outerjoin(OutgoingMail, OutgoingMail.message_id == PartnerNotice.message_id)
        .where(Partner.entry_id == entry.id)
        .options(joinedload(Partner.body))
        .order_by(Partner.position)
    )
    is_over = now > end_of_circulation(session, entry)
    return [
        PartnerState(partner=partner, name=name_of_partner(partner), notice=notice, state=_state(notice, mail, is_over=is_over))
        for partner, notice, mail in rows
    ]


def _state(notice: PartnerNotice | None, mail: OutgoingMail | None, *, is_over: bool) -> NoticeState:
    return notice_state(
        has_contact=notice is not None,
        sent_at=notice.sent_at if notice else None,
        is_undelivered=mail is not None and mail.sent_at is None and mail.last_error != "",
        seen_at=notice.seen_at if notice else None,
        answer=notice.answer if notice else None,
        is_over=is_over,
    )


def notice_for(session: Session, token: str) -> PartnerNotice:
    """The notice a link belongs to. Raises `NotFound` for a link that is none, or whose entry no longer takes part."""
    wanted = hashlib.sha256(token.encode()).hexdigest()
    notice = session.scalar(select(PartnerNotice).where(PartnerNotice.token_hash == wanted))
    if notice is None or not hmac.compare_digest(notice.token_hash or "", wanted):
        raise NotFound
    entry = session.get_one(Entry, notice.partner.entry_id)
    if entry.status in (EntryStatus.WITHDRAWN, EntryStatus.EXCLUDED):
        raise NotFound
    return notice


def notice_page(session: Session, *, token: str, now: datetime) -> NoticePage:
    """What is shown behind a link: before it was opened deliberately, only what it is about."""
    notice = notice_for(session, token)
    entry = session.get_one(Entry, notice.partner.entry_id)
    ends_at = end_of_circulation(session, entry)
    shown = {}
    if notice.seen_at is not None:
        form = form_of(session, entry)
        shown = {
            "title": form.answer(QuestionPurpose.TITLE),
            "category": entry.category.name if entry.category else "",
            "summary": form.answer(QuestionPurpose.SUMMARY),
        }
    return NoticePage(
        notice=notice,
        partner_name=name_of_partner(notice.partner),
        edition_name=entry.edition.name,
        organiser=entry.edition.organiser,
        lead_name=entry.lead.official_name,
        ends_at=ends_at,
        is_over=now > ends_at,
        **shown,
    )
