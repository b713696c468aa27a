"""The shortlist of a category: drawn as it was looked at, undone while no point of the second round is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.shortlist import (
    SHORTEST_REASON,
    DrawingRule,
    Placed,
    Selected,
    ShortlistRule,
    require_selection,
    selection,
    shortlist_digest,
)
from ikz_award.domain.jury.scoring import read_points
from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.kinds import EditionMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound, Refused
from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.decisions import results
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.jury.shortlist import list_of, sheets_changed_since
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury.oversight_mails import second_round_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 2000


@dataclass(frozen=True, kw_only=True)
class TypedDrawing:
    """What was typed for the rule; an unknown kind is nothing any form of ours sends."""

    kind: str
    places: str = ""
    least: str = ""


@dataclass(frozen=True, kw_only=True)
class TypedList:
    """The list as it was typed: public ids of those that stay, reasons by public id, the reason of the whole."""

    rule: TypedDrawing
    kept: frozenset[str]
    reason: str
    reasons: Mapping[str, str] = field(default_factory=dict)


def rule_of(typed: TypedDrawing) -> DrawingRule:
    """Raises `NotFound` for an unknown kind, `Invalid` for `places` and `least`."""
    if typed.kind not in set(ShortlistRule):
        raise NotFound
    kind = ShortlistRule(typed.kind)
    if kind is ShortlistRule.TOP:
        text = typed.places.strip()
        if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) > 0):
            raise Invalid({"places": _("Bitte geben Sie eine ganze Zahl ab 1 ein, zum Beispiel 5.")})
        return DrawingRule(kind=kind, places=int(text))
    if kind is ShortlistRule.THRESHOLD:
        least = read_points(typed.least, "least")
        if least != round(least, 2) or not 0 <= least < Decimal(10**6):
            raise Invalid(
                {"least": _("Bitte geben Sie Punkte mit höchstens zwei Stellen nach dem Komma ein, zum Beispiel 7,5.")}
            )
        return DrawingRule(kind=kind, least=least)
    return DrawingRule(kind=kind)


def placed_of(ranking: CategoryRanking) -> Sequence[Placed]:
    """Every line of a ranking, those without a rank too, as a rule of the shortlist reads it; means are exact."""
    return [Placed(entry=line.public_id, rank=line.rank, mean=line.mean) for line in ranking.every_line]


@use_case(AuditAction.SHORTLIST_DRAW)
def draw_shortlist_rows(work: Work, *, edition_slug: str, category_key: str, typed: TypedList, digest: str) -> int:
    """Make the list that was looked at (`digest`) count; how many stay.

    Raises `NotFound`, `Invalid` as `rule_of` and `require_selection`, `Refused` ("changed": the ranking or the rule is another
    than in the preview; "drawn": there is a list; "decided"; "shortlist.draw").
    """
    edition, category = _place(work, edition_slug, category_key, Action.DRAW_SHORTLIST)
    placed = placed_of(_open_ranking(work, edition, category))
    rule, reason = rule_of(typed.rule), clean_text(typed.reason)
    if shortlist_digest(placed, rule) != digest:
        raise Conflict(
            "changed",
            _("Seit der Vorschau hat sich etwas geändert. Bitte sehen Sie die neue Vorschau an; festgelegt ist nichts."),
        )
    if not typed.kept <= {one.entry for one in placed}:
        raise NotFound
    reasons = {entry: clean_text(text) for entry, text in typed.reasons.items()}
    chosen = selection(placed, rule, kept=typed.kept, reasons=reasons)
    _require_lengths({"reason": reason, **{f"reason_{one.placed.entry}": one.reason for one in chosen}})
    require_selection(chosen, reason=reason)
    _store(work, category, rule, reason, chosen)
    numbers = _numbers(work.session, category)
    work.audit(
        subject=f"category:{category.id}", edition_id=edition.id,
        new={
            "rule": rule.kind, "places": rule.places,
                "least": format_exact(rule.least) if rule.least is not None else None,
            "reason": reason, "kept": [numbers[one.placed.entry] for one in chosen if one.is_kept],
            "left_out": [numbers[one.placed.entry] for one in chosen if not one.is_kept],
            "by_hand": {numbers[one.placed.entry]: one.reason for one in chosen if one.is_by_hand},
        },
    )  # fmt: skip
    return sum(one.is_kept for one in chosen)


@use_case(AuditAction.SHORTLIST_UNDO)
def undo(work: Work, *, edition_slug: str, category_key: str, reason: str) -> None:
    """Let the list count no more; every entry of the category takes part again. The list itself stays on record.

    Raises `NotFound`, `Invalid` (`undo_reason`), `Refused` ("second_round_begun", "decided", "shortlist.undo").
    """
    words = clean_text(reason)
    edition, category = _place(work, edition_slug, category_key, Action.UNDO_SHORTLIST)
    row = list_of(work.session, category_id=category.id)
    if row is None:
        raise Refused("not_drawn", _("Für diese Kategorie ist keine engere Wahl festgelegt. Geändert ist nichts."))
    if is_begun(work.session, row):
        raise Refused(
            "second_round_begun",
            _("In der zweiten Runde sind in dieser Kategorie schon Bögen geändert worden. Die engere Wahl bleibt."),
        )
    if len(words.strip()) < SHORTEST_REASON:
        raise Invalid({"undo_reason": _("Bitte begründen Sie in einem Satz, warum Sie die engere Wahl aufheben.")})
    _require_lengths({"undo_reason": words})
    if edition.phase is Phase.DELIBERATION:
        _require_undecided(work, edition, category)
    row.undone_at, row.undone_by, row.undone_reason = work.now, work.actor.account_id or 0, words
    work.audit(subject=f"category:{category.id}", edition_id=edition.id, new={"reason": words})


def is_begun(session: Session, row: Shortlist) -> bool:
    """Whether a sheet of the category was written to since the second round was opened."""
    return row.opened_at is not None and sheets_changed_since(session, category_id=row.category_id, since=row.opened_at) > 0


def open_second_round(work: Work, edition: Edition, *, base_url: str) -> list[str]:
    """Within the step that opens scoring again: the lists that count hold for it from now on. The categories' names.

    The panel is written to, deputies are not: nobody would look by themselves whether there is something to do again.
    """
    rows = work.session.scalars(
        select(Shortlist)
        .join(Category, Category.id == Shortlist.category_id)
        .where(Category.edition_id == edition.id, Shortlist.undone_at.is_(None))
        .order_by(Category.position)
    ).all()
    for row in rows:
        row.opened_at = row.opened_at or work.now
    work.session.flush()
    names = [row.category.name for row in rows]
    members = select(Juror).where(
        Juror.edition_id == edition.id, Juror.role != PanelRole.DEPUTY, Juror.account.has(Account.active)
    )
    for juror in work.session.scalars(members) if rows else ():
        subject, body = second_round_mail(edition, categories=names, address=f"{base_url}/jury/{edition.slug}/beitraege")
        work.send_mail(recipient=juror.account.email, subject=subject, body=body)
    return names


def _place(work: Work, slug: str, category_key: str, action: ActionOn[EditionMatter]) -> tuple[Edition, Category]:
    edition = locked_edition(work.session, slug)
    require(work.actor, action, edition_matter(edition))
    found = work.session.scalar(select(Category).where(Category.edition_id == edition.id, Category.key == category_key))
    if found is None:
        raise NotFound
    return edition, found


def _open_ranking(work: Work, edition: Edition, category: Category) -> CategoryRanking:
    """The ranking of a category without list and decision."""
    if list_of(work.session, category_id=category.id) is not None:
        raise Refused("drawn", _("Die engere Wahl dieser Kategorie ist schon festgelegt. Geändert ist nichts."))
    return _require_undecided(work, edition, category)


def _require_undecided(work: Work, edition: Edition, category: Category) -> CategoryRanking:
    [result] = results(work.session, actor=work.actor, edition=edition, category_id=category.id)
    if result.stands:
        raise Refused("decided", _("In dieser Kategorie ist schon entschieden. Geändert ist nichts."))
    return result.ranking


def _store(work: Work, category: Category, rule: DrawingRule, reason: str, chosen: Sequence[Selected]) -> None:
    row = Shortlist(
        category_id=category.id,
        rule=rule.kind,
        places=rule.places,
        least=rule.least,
        reason=reason,
        drawn_by=work.actor.account_id or 0,
        drawn_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    ids = {
        row[0]: row[1]
        for row in work.session.execute(select(Entry.public_id, Entry.id).where(Entry.category_id == category.id))
    }
    work.session.add_all(
        ShortlistEntry(
            shortlist_id=row.id,
            entry_id=ids[one.placed.entry],
            rank=one.placed.rank,
            mean=None if one.placed.mean is None else str(one.placed.mean),
            is_proposed=one.is_proposed,
            is_kept=one.is_kept,
            reason=one.reason,
        )
        for one in chosen
    )
    work.session.flush()


def _numbers(session: Session, category: Category) -> dict[str, str]:
    rows = session.execute(select(Entry.public_id, Entry.number).where(Entry.category_id == category.id))
    return {row[0]: row[1] or "" for row in rows}


def _require_lengths(texts: Mapping[str, str]) -> None:
    errors = {
        name: _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=REASON_LIMIT)
        for name, text in texts.items()
        if length(text) > REASON_LIMIT
    }
    if errors:
        raise Invalid(errors, reason="too_long")
