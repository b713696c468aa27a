"""Whether the objects that an address names belong to each other: an attachment to its entry, a juror to the edition.

One answer for every route, whatever its view looks at. What is not there (any more) is left to the view: a form that is sent
twice gets its first answer, even where that took the object away.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import literal, null, select
from sqlalchemy.orm import Session

from ikz_award.models.decision.discussion import DiscussionPost
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Attachment, Entry, Partner
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.jury.bias import HintDecision
from ikz_award.models.jury.jury import Juror, JurorTie
from ikz_award.models.jury.reading import FilledTable
from ikz_award.models.record.jobs import Job

Place = Any
"""A query for one row: an object's edition, entry and category; NULL where it has none of its own."""

NONE = null()


def _of_entry(kind: Any, key: Any) -> Place:
    found = select(Entry.edition_id, Entry.id, NONE).select_from(kind)
    return found.join(Entry, Entry.id == kind.entry_id).where(key)


def _of_juror(kind: Any, key: Any) -> Place:
    return select(Juror.edition_id, NONE, NONE).select_from(kind).join(Juror, Juror.id == kind.juror_id).where(key)


# An argument's name in addresses → where the object belongs.
PLACES: Mapping[str, Any] = {
    "slug": lambda value: select(Edition.id, NONE, NONE).where(Edition.slug == value),
    "entry_id": lambda value: select(Entry.edition_id, Entry.id, NONE).where(Entry.public_id == value),
    "public_id": lambda value: select(Entry.edition_id, Entry.id, NONE).where(Entry.public_id == value),
    "attachment_id": lambda value: _of_entry(Attachment, Attachment.public_id == value),
    "held_id": lambda value: _of_entry(HeldUpload, HeldUpload.public_id == value),
    "partner_id": lambda value: _of_entry(Partner, Partner.id == value),
    "invitation_id": lambda value: _of_entry(EntryInvitation, EntryInvitation.id == value),
    "post_id": lambda value: _of_entry(DiscussionPost, DiscussionPost.public_id == value),
    "juror_id": lambda value: select(Juror.edition_id, NONE, NONE).where(Juror.id == value),
    "decision_id": lambda value: _of_juror(HintDecision, HintDecision.public_id == value),
    "tie_id": lambda value: _of_juror(JurorTie, JurorTie.id == value),
    "table_id": lambda value: _of_juror(FilledTable, FilledTable.public_id == value),
    "job": lambda value: select(Job.edition_id, NONE, NONE).where(Job.public_id == value),
    "motion_id": lambda value: (
        select(Meeting.edition_id, NONE, Category.key)
        .select_from(Motion)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .join(Category, Category.id == Motion.category_id)
        .where(Motion.public_id == value)
    ),
}
# A category's key says which one it is only within its edition.
CATEGORY = "category"


def belong_together(session: Session, arguments: Mapping[str, object]) -> bool:
    """Whether all objects named are of one edition, one entry and one category, as far as they are there."""
    named = [name for name in arguments if name in PLACES]
    if len(named) + (CATEGORY in arguments) < 2:
        return True
    found = [row for name in named for row in session.execute(PLACES[name](arguments[name]))]
    editions, entries, categories = ({row[place] for row in found} - {None} for place in range(3))
    if CATEGORY in arguments:
        categories.add(arguments[CATEGORY])
        # Categories are never removed: one that the edition has not is another's.
        of_edition = select(literal(1)).where(Category.key == arguments[CATEGORY], Category.edition_id.in_(editions))
        if session.scalar(of_edition.limit(1)) is None:
            return False
    return all(len(several) <= 1 for several in (editions, entries, categories))
