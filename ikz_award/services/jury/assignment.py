"""Who scores what: a plan applied as it was looked at, or one entry changed by hand; open until scoring closes."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.assignment import AssignmentMode, Pair
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound, Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.assignment import Assignment, AssignmentPlan, JurorCategory
from ikz_award.models.jury.jury import Juror, Recusal, StandIn
from ikz_award.queries.jury.assignment import assigned_pairs, begun_pairs, plan_of_edition
from ikz_award.queries.jury.plan.plan import PlanView, PlanWish, Way, proposed_plan
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case


def check_wish(session: Session, *, edition: Edition, wish: PlanWish) -> None:
    """Raises `Invalid` (`sheets`, `categories`) where there is nothing to plan; `NotFound` for another edition's jurors."""
    jurors = _members(session, edition)
    if wish.way is Way.BALANCED and not (wish.sheets and 1 <= wish.sheets <= max(1, len(jurors))):
        raise Invalid(
            {"sheets": _("Bitte eine ganze Zahl von %(least)s bis %(most)s angeben.", least=1, most=max(1, len(jurors)))}
        )
    if wish.way is Way.CATEGORIES:
        if not wish.categories:
            raise Invalid({"categories": _("Bitte kreuzen Sie an, wer welche Kategorie bewertet.")})
        known = {one.id for one in edition.categories}
        if not all(juror in jurors and category in known for juror, category in wish.categories):
            raise NotFound


@use_case(AuditAction.ASSIGNMENT_APPLY)
def apply_plan(work: Work, *, edition_slug: str, wish: PlanWish, digest: str) -> None:
    """Make the plan that was looked at (`digest`) hold. What is begun stays in every plan.

    Raises `NotFound`, `Invalid`, `Refused` ("changed": something happened since; "jury.assign": scoring is closed).
    """
    edition = _edition(work, edition_slug)
    check_wish(work.session, edition=edition, wish=wish)
    plan = proposed_plan(work.session, edition=edition, wish=wish)
    if plan.digest != digest:
        raise Conflict(
            "changed",
            _("Seit der Vorschau hat sich etwas geändert. Bitte sehen Sie die neue Vorschau an; übernommen ist nichts."),
        )
    old = plan_of_edition(work.session, edition_id=edition.id)
    before = {"mode": old.mode if old else AssignmentMode.ALL, "sheets": old.sheets if old else None}
    sheets = wish.sheets if wish.way is Way.BALANCED else None
    _store_mode(work, edition, plan.mode, sheets=sheets)
    if wish.way is Way.CATEGORIES:
        _store_categories(work.session, edition, wish.categories)
    elif wish.way is Way.BALANCED:
        _store_pairs(work.session, edition, plan.pairs)
    after = {"mode": plan.mode, "sheets": sheets, **_changes(work.session, edition, plan)}
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=before, new=after)


@use_case(AuditAction.ASSIGNMENT_CHANGE)
def assign_by_hand(work: Work, *, edition_slug: str, entry_id: str, added: Collection[int], removed: Collection[int]) -> None:
    """Give one entry to jurors, or take it from them; the first such change fixes every other pair as it stands.

    Raises `NotFound`, `Refused` ("begun": there is a sheet; "recused"; "deputy"; "jury.assign").
    """
    edition = _edition(work, edition_slug)
    entry = work.session.scalar(
        select(Entry).where(Entry.public_id == entry_id, Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
    )
    if entry is None:
        raise NotFound
    _require_possible(work.session, edition, entry, added=added, removed=removed)
    pairs = assigned_pairs(work.session, edition_id=edition.id)
    wanted = (pairs | {(entry.id, one) for one in added}) - {(entry.id, one) for one in removed}
    if wanted == pairs:
        return
    stored = plan_of_edition(work.session, edition_id=edition.id)
    _store_mode(work, edition, AssignmentMode.FIXED, sheets=stored.sheets if stored else None)
    _store_pairs(work.session, edition, wanted)
    names = {one.id: one.account.name or one.account.email for one in _panel(work.session, edition)}
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=edition.id,
        old={"jurors": sorted(names[juror] for one, juror in pairs if one == entry.id)},
        new={"jurors": sorted(names[juror] for one, juror in wanted if one == entry.id)},
    )


def _edition(work: Work, slug: str) -> Edition:
    edition = locked_edition(work.session, slug)
    require(work.actor, Action.ASSIGN, edition_matter(edition))
    return edition


def _panel(session: Session, edition: Edition) -> list[Juror]:
    return list(session.scalars(select(Juror).where(Juror.edition_id == edition.id)))


def _members(session: Session, edition: Edition) -> frozenset[int]:
    return frozenset(one.id for one in _panel(session, edition) if one.role is not PanelRole.DEPUTY)


def _require_possible(
    session: Session, edition: Edition, entry: Entry, *, added: Collection[int], removed: Collection[int]
) -> None:
    panel = {one.id: one for one in _panel(session, edition)}
    if not {*added, *removed} <= panel.keys():
        raise NotFound
    recused = set(session.scalars(select(Recusal.juror_id).where(Recusal.entry_id == entry.id)))
    begun = {juror for one, juror in begun_pairs(session, edition_id=edition.id) if one == entry.id}
    for juror in sorted(removed):
        if juror in begun:
            raise Conflict(
                "begun",
                _(
                    "%(name)s hat zu diesem Beitrag schon einen Bewertungsbogen begonnen oder abgegeben. Getane Arbeit bleibt; "
                    "gespeichert ist nichts.",
                    name=panel[juror].account.name or panel[juror].account.email,
                ),
            )
    for juror in sorted(added):
        name = panel[juror].account.name or panel[juror].account.email
        if juror in recused:
            raise Conflict("recused", _("%(name)s ist für diesen Beitrag befangen. Gespeichert ist nichts.", name=name))
        if panel[juror].role is PanelRole.DEPUTY:
            raise Refused(
                "deputy",
                _(
                    "%(name)s ist Stellvertretung. Machen Sie die Person zum Mitglied, bevor Sie ihr Beiträge zuweisen.",
                    name=name,
                ),
            )


def _store_mode(work: Work, edition: Edition, mode: AssignmentMode, *, sheets: int | None) -> None:
    stored = plan_of_edition(work.session, edition_id=edition.id)
    if stored is None:
        stored = AssignmentPlan(edition_id=edition.id)
        work.session.add(stored)
    stored.mode, stored.sheets, stored.decided_at = mode, sheets, work.now
    settle_stand_ins(work.session, stored)


def settle_stand_ins(session: Session, plan: AssignmentPlan) -> None:
    """From now on the plan says by itself who scores what, whoever stepped in for whom before it."""
    of_edition = select(func.max(StandIn.id)).join(Juror, Juror.id == StandIn.deputy_id)
    plan.settled_stand_in = session.scalar(of_edition.where(Juror.edition_id == plan.edition_id)) or 0
    session.flush()


def _store_categories(session: Session, edition: Edition, wanted: Collection[tuple[int, int]]) -> None:
    """Only what differs is written."""
    query = select(JurorCategory).join(Juror, Juror.id == JurorCategory.juror_id).where(Juror.edition_id == edition.id)
    rows = {(row.juror_id, row.category_id): row for row in session.scalars(query)}
    for pair in rows.keys() - set(wanted):
        session.delete(rows[pair])
    session.add_all([JurorCategory(juror_id=juror, category_id=one) for juror, one in sorted(set(wanted) - rows.keys())])
    session.flush()


def _store_pairs(session: Session, edition: Edition, wanted: Collection[Pair]) -> None:
    query = select(Assignment).join(Juror, Juror.id == Assignment.juror_id).where(Juror.edition_id == edition.id)
    rows = {(row.entry_id, row.juror_id): row for row in session.scalars(query)}
    for pair in rows.keys() - set(wanted):
        session.delete(rows[pair])
    session.add_all([Assignment(entry_id=entry, juror_id=juror) for entry, juror in sorted(set(wanted) - rows.keys())])
    session.flush()


def _changes(session: Session, edition: Edition, plan: PlanView) -> dict[str, list[str]]:
    """What changed for whom, readable in the log: each name with the numbers of the entries."""
    ids = {entry for entry, _juror in plan.added | plan.removed}
    numbers = {row[0]: row[1] or "" for row in session.execute(select(Entry.id, Entry.number).where(Entry.id.in_(ids)))}
    names = {one.id: one.account.name or one.account.email for one in _panel(session, edition)}

    def named(pairs: Collection[Pair]) -> list[str]:
        found: dict[int, list[str]] = {}
        for entry, juror in sorted(pairs):
            found.setdefault(juror, []).append(numbers[entry])
        return [f"{names[juror]}: {', '.join(sorted(several))}" for juror, several in sorted(found.items())]

    return {"added": named(plan.added), "removed": named(plan.removed)}
