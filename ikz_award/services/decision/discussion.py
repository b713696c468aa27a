"""After scoring: opening the comparison, asking for an entry to be discussed, and words on it."""

from sqlalchemy import select

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.discussion import ComparisonOpening, DiscussionFlag, DiscussionPost
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.comparison import discussion, matter_of_compared
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.comparison_opening import matter_of_comparison
from ikz_award.queries.jury.ends import has_left_jury
from ikz_award.services.jury.oversight_mails import comparison_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

POST_LIMIT = 4000


@use_case(AuditAction.COMPARISON_OPEN, without=("base_url",))
def open_comparison(work: Work, *, edition_slug: str, base_url: str) -> None:
    """Let the jurors see each other's points, and tell them. Raises `Refused` while scoring is open, and a second time."""
    edition = edition_by_slug(work.session, edition_slug)
    require(work.actor, Action.OPEN_COMPARISON, matter_of_comparison(work.session, edition=edition))
    work.session.add(ComparisonOpening(edition_id=edition.id, opened_by=work.actor.account_id or 0, opened_at=work.now))
    for juror in work.session.scalars(
        select(Juror).where(Juror.edition_id == edition.id, ~has_left_jury(Juror.id), Juror.account.has(Account.active))
    ):
        subject, body = comparison_mail(edition, address=f"{base_url}/jury/{edition.slug}/vergleich")
        work.send_mail(recipient=juror.account.email, subject=subject, body=body)
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id)


@use_case(AuditAction.DISCUSSION_FLAG)
def set_flag(work: Work, *, entry_id: str, is_flagged: bool) -> None:
    """Ask for the entry to be discussed in the meeting, or take that back. Raises `NotFound`, `Refused`."""
    entry, juror_id = _discussed(work, entry_id)
    found = work.session.scalar(
        select(DiscussionFlag).where(DiscussionFlag.entry_id == entry.id, DiscussionFlag.juror_id == juror_id)
    )
    if is_flagged is (found is not None):
        return
    if found is not None:
        work.session.delete(found)
    else:
        work.session.add(DiscussionFlag(entry_id=entry.id, juror_id=juror_id, flagged_at=work.now))
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"is_flagged": is_flagged})


@use_case(AuditAction.DISCUSSION_POST)
def post(work: Work, *, entry_id: str, text: str) -> None:
    """Say something on an entry. Raises `Invalid` for `text`, `NotFound`, `Refused`."""
    cleaned = clean_text(text).strip()
    entry, juror_id = _discussed(work, entry_id)
    if not cleaned:
        raise Invalid({"text": _("Bitte schreiben Sie, was die anderen lesen sollen.")}, reason="missing")
    if length(cleaned) > POST_LIMIT:
        raise Invalid({"text": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=POST_LIMIT)}, reason="too_long")
    row = DiscussionPost(entry_id=entry.id, juror_id=juror_id, text=cleaned, posted_at=work.now)
    work.session.add(row)
    work.session.flush()
    # Not the text: what is taken back stands nowhere, the log included.
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"post": row.public_id})


@use_case(AuditAction.DISCUSSION_TAKE_BACK)
def take_back(work: Work, *, entry_id: str, post_id: str) -> None:
    """Take one's own word back; nobody sees it any more. Raises `NotFound`, also for another's word, and `Refused`."""
    entry, juror_id = _discussed(work, entry_id)
    row = work.session.scalar(
        select(DiscussionPost).where(
            DiscussionPost.public_id == post_id,
            DiscussionPost.entry_id == entry.id,
            DiscussionPost.juror_id == juror_id,
            DiscussionPost.taken_back_at.is_(None),
        )
    )
    if row is None:
        raise NotFound
    row.taken_back_at = work.now
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"post": row.public_id})


def _discussed(work: Work, entry_id: str) -> tuple[Entry, int]:
    """The entry, and the juror who may discuss it: without bias, and done with the own sheet."""
    entry = work.session.scalar(select(Entry).where(Entry.public_id == entry_id))
    if entry is None:
        raise NotFound
    page = discussion(work.session, actor=work.actor, edition=entry.edition, public_id=entry_id)
    matter = matter_of_compared(work.session, actor=work.actor, entry=entry)
    require(work.actor, Action.DISCUSS, matter)
    if page.compared.line is None or matter.juror_id is None:
        raise Refused("sheet_missing", _("Diesen Beitrag haben Sie nicht bewertet. Gespeichert ist nichts."))
    return entry, matter.juror_id
