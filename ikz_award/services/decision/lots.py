"""Drawing lots between entries that share the first rank, where the edition's rules say so: announced, then drawn, once."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.lot import LONGEST_WORDS, SECRET_BYTES, commitment, draw
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.lot import Lot, LotEntry
from ikz_award.models.decision.meeting import Meeting
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.decision.lots import may_draw_lots
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.services.decision.meeting import edition_to_run, item_of, running_meeting
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.LOT_ANNOUNCE)
def announce_lot(work: Work, *, edition_slug: str, category: str) -> None:
    """Fix the secret and publish its hash. Raises `Refused` where there is nothing to draw, or it was announced already."""
    edition, meeting, found = _place(work, edition_slug, category)
    entries = _level(work.session, edition, found)
    if _last(work.session, found, entries) is not None:
        raise Refused("lot_announced", _("Für diese Beiträge ist das Los schon angekündigt oder gezogen."))
    secret = secrets.token_hex(SECRET_BYTES)
    lot = Lot(
        meeting_id=meeting.id,
        category_id=found.id,
        commitment=commitment(secret),
        secret=secret,
        announced_by=work.actor.account_id or 0,
        announced_at=work.now,
        candidates=[LotEntry(entry_id=entry.id, number=entry.number) for entry in entries],
    )
    work.session.add(lot)
    work.session.flush()
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={"lot": lot.id, "category": category, "numbers": [entry.number for entry in entries], "commitment": lot.commitment},
    )


@use_case(AuditAction.LOT_DRAW)
def draw_lot(work: Work, *, edition_slug: str, category: str, words: str) -> str:
    """Draw with the jury's words; the title of the entry that was drawn.

    Raises `Invalid` (`words`), `Refused` where nothing is announced for the entries that are level now.
    """
    said = clean_line(words)
    edition, meeting, found = _place(work, edition_slug, category)
    entries = _level(work.session, edition, found)
    lot = _last(work.session, found, entries)
    if lot is None:
        raise Refused("lot_not_announced", _("Bitte kündigen Sie das Los zuerst an: Die Prüfsumme muss vorher feststehen."))
    if lot.drawn_at is not None:
        raise Refused("lot_drawn", _("Dieses Los ist gezogen. Wiederholen lässt es sich nicht."))
    if not 1 <= len(said) <= LONGEST_WORDS:
        raise Invalid(
            {"words": _("Bitte tragen Sie die Worte der Jury ein, höchstens %(limit)s Zeichen.", limit=LONGEST_WORDS)}
        )
    first = draw(secret=lot.secret, words=said, numbers=[one.number for one in lot.candidates])[0]
    drawn = next(one for one in lot.candidates if one.number == first.number)
    lot.words, lot.drawn_by, lot.drawn_at, lot.entry_id = said, work.actor.account_id, work.now, drawn.entry_id
    work.audit(
        subject=f"meeting:{meeting.id}",
        edition_id=edition.id,
        new={"lot": lot.id, "category": category, "words": said, "secret": lot.secret, "number": first.number},
    )
    return drawn.entry.title


def _place(work: Work, slug: str, key: str) -> tuple[Edition, Meeting, Category]:
    edition = edition_to_run(work, slug)
    meeting = running_meeting(work.session, edition)
    return edition, meeting, item_of(meeting, key).category


def _level(session: Session, edition: Edition, category: Category) -> list[Entry]:
    """The entries that share the first rank now."""
    [ranking] = counted_rankings(session, edition=edition, category_id=category.id)
    if not may_draw_lots(edition, ranking):
        raise Refused(
            "no_lot",
            _(
                "Hier ist nichts zu losen: Das Los entscheidet nur, wo die Ausschreibung es vorsieht und sich Beiträge "
                "Rang 1 teilen."
            ),
        )
    found = session.scalars(
        select(Entry).where(Entry.public_id.in_([line.public_id for line in ranking.leaders])).order_by(Entry.number)
    ).all()
    if not found:
        raise NotFound
    return list(found)


def _last(session: Session, category: Category, entries: list[Entry]) -> Lot | None:
    """The lot between exactly these entries: where the points changed since, the old one counts for nothing."""
    wanted = {entry.id for entry in entries}
    lots = session.scalars(select(Lot).where(Lot.category_id == category.id).order_by(Lot.id.desc()).with_for_update(of=Lot))
    return next((lot for lot in lots if {one.entry_id for one in lot.candidates} == wanted), None)
