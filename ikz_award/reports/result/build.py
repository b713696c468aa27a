"""The result report's data, read from the database once and frozen."""

from collections.abc import Sequence
from datetime import datetime, time

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.formats import format_euro
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Criterion, Edition, Milestone
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.queries.decision.ranking import rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking, RankedLine, SheetLine
from ikz_award.queries.decision.votes import PrizeVotes, prize_votes
from ikz_award.queries.editions.editions import criteria_for
from ikz_award.queries.entries.answers import answers_by_purpose
from ikz_award.queries.jury.assignment import unassigned_pairs
from ikz_award.queries.jury.sheets import panel_of
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.reports.result.advice import (
    certainty_sentences,
    lot_sentences,
    resolutions,
)
from ikz_award.reports.result.build_procedure import appendix_of, procedure_of, seal_of
from ikz_award.reports.result.data import (
    ReportAnchor,
    ReportCategory,
    ReportCriterion,
    ReportDate,
    ReportEdition,
    ReportEntry,
    ReportRankingRow,
    ReportScale,
    ReportScore,
    ReportSheet,
    ResultReport,
)
from ikz_award.reports.result.labels import label, tie_rule_words
from ikz_award.reports.result.procedure_data import (
    ReportJuror,
)
from ikz_award.reports.result.shortlist import shortlist_sentences
from ikz_award.reports.result.votes import vote_sentences

# A draft that was never submitted counts as no sheet.
NOT_HANDED_IN = (EntryStatus.DRAFT,)


def build_result_report(session: Session, *, actor: Actor, edition: Edition, now: datetime) -> ResultReport:
    """Everything the report says about `edition`, as it stands. Raises `Refused` while scoring is open."""
    ranked = rankings(session, actor=actor, edition=edition)
    entries = _entries(session, edition)
    admitted = {entry.number: entry for entry in entries if entry.status is EntryStatus.ADMITTED}
    summaries = answers_by_purpose(session, edition_id=edition.id, purpose=QuestionPurpose.SUMMARY)
    decisions = _decisions(session, edition)
    categories = {category.key: category for category in edition.categories}
    votes = prize_votes(session, edition=edition)
    panel = panel_of(session, edition_id=edition.id)
    others = unassigned_pairs(
        session, juror_ids=[one.id for one in panel], entry_ids=[entry.id for entry in admitted.values()], whatever_round=True
    )
    report_entries = tuple(
        _entry(admitted[line.number], line, ranking, summaries, others)
        for ranking in ranked
        for line in sorted(ranking.every_line, key=lambda line: line.number)
    )
    return ResultReport(
        edition=_edition(session, edition, now),
        categories=tuple(
            _category(session, category, ranking, decisions.get(category.id), votes[category.id])
            for ranking in ranked
            for category in (categories[ranking.key],)
        ),
        entries=report_entries,
        jurors=tuple(ReportJuror(name=member.name, body=member.body_name, role=label(member.place)) for member in panel),
        procedure=procedure_of(session, edition, entries, report_entries),
        appendix=appendix_of(session, edition, entries),
        seal=seal_of(session, edition),
    )


def _entries(session: Session, edition: Edition) -> Sequence[Entry]:
    return session.scalars(
        select(Entry)
        .where(Entry.edition_id == edition.id, Entry.status.not_in(NOT_HANDED_IN), Entry.number.is_not(None))
        .options(
            joinedload(Entry.lead),
            joinedload(Entry.category),
            selectinload(Entry.partners).joinedload(Partner.body),
        )
        .order_by(Entry.number)
    ).all()


def _decisions(session: Session, edition: Edition) -> dict[int, Decision]:
    rows = session.scalars(
        select(Decision)
        .join(Category, Category.id == Decision.category_id)
        .where(Category.edition_id == edition.id)
        .options(joinedload(Decision.entry))
    )
    return {decision.category_id: decision for decision in rows}


def _edition(session: Session, edition: Edition, now: datetime) -> ReportEdition:
    dates = [
        ReportDate(label=_("Beginn der Bewerbung"), at=edition.opens_at),
        ReportDate(label=_("Einsendeschluss"), at=edition.deadline_at),
        *(
            ReportDate(label=milestone.label, at=milestone.starts_at, is_whole_day=_is_whole_day(milestone))
            for milestone in edition.milestones
        ),
        *(
            ReportDate(label=_("Stand „%(phase)s“ seit", phase=label(step.new)), at=step.at)
            for step in phase_history(session, edition_id=edition.id)
            if step.new is not Phase.OPEN
        ),
    ]
    prizes = [category.prize_euro for category in edition.categories]
    whole = _("Das Preisgeld beträgt insgesamt %(sum)s", sum=format_euro(sum(prizes)))
    each = _(", %(prize)s je Kategorie", prize=format_euro(prizes[0])) if len(set(prizes)) == 1 else ""
    return ReportEdition(
        name=edition.name,
        organiser=edition.organiser,
        prize_text=f"{whole}{each}.",
        dates=tuple(sorted(dates, key=lambda date: date.at)),
        scale=ReportScale(lowest=edition.scale_minimum, highest=edition.scale_maximum, step=edition.scale_step),
        generated_at=now,
        average=edition.average,
        tie_rules=tuple(tie_rule_words(name, edition.criteria) for name in edition.tie_break),
    )


def _is_whole_day(milestone: Milestone) -> bool:
    """A milestone at midnight without an end: its hour is not known."""
    return milestone.ends_at is None and utc_to_berlin(milestone.starts_at).time() == time(0)


def _category(
    session: Session, category: Category, ranking: CategoryRanking, decision: Decision | None, votes: PrizeVotes
) -> ReportCategory:
    winners = [entry.number for entry in decision.winners] if decision else []
    criteria = criteria_for(session, edition_id=category.edition_id, category_id=category.id)
    return ReportCategory(
        key=category.key,
        name=category.name,
        criteria=tuple(_criterion(criterion) for criterion in criteria),
        rows=tuple(_row(line, criteria, is_winner=line.number in winners) for line in ranking.lines),
        left_out=tuple(_row(line, criteria, is_winner=False) for line in ranking.left_out),
        shortlist=shortlist_sentences(ranking.shortlist),
        prize_euro=category.prize_euro,
        reason=decision.reason if decision else "",
        certainty=certainty_sentences(ranking),
        resolutions=(
            *resolutions(session, edition_id=category.edition_id, category_id=category.id),
            *lot_sentences(session, edition_id=category.edition_id, category_id=category.id),
        ),
        vote=vote_sentences(votes.of_decision(decision)) if decision else (),
    )


def _row(line: RankedLine, criteria: Sequence[Criterion], *, is_winner: bool) -> ReportRankingRow:
    return ReportRankingRow(
        number=line.number,
        title=line.title,
        lead=line.lead_name,
        rank=line.rank,
        mean=line.mean,
        criterion_means=tuple(line.criterion_means.get(criterion.key) for criterion in criteria),
        is_winner=is_winner,
    )


def _criterion(criterion: Criterion) -> ReportCriterion:
    return ReportCriterion(
        key=criterion.key,
        name=criterion.name,
        description=criterion.description,
        weight=criterion.weight,
        anchors=tuple(
            ReportAnchor(lowest=anchor.points_from, highest=anchor.points_to, text=f"{anchor.label}: {anchor.text}")
            for anchor in criterion.anchors
        ),
    )


def _entry(
    entry: Entry, line: RankedLine, ranking: CategoryRanking, summaries: dict[int, str], others: frozenset[tuple[int, int]]
) -> ReportEntry:
    return ReportEntry(
        number=line.number,
        title=line.title,
        category_key=ranking.key,
        lead=line.lead_name,
        partners=tuple(partner.body.official_name if partner.body else partner.name for partner in entry.partners),
        summary=summaries.get(entry.id, ""),
        sheets=tuple(_sheet(sheet, ranking, is_others=(sheet.juror.id, entry.id) in others) for sheet in line.sheets),
    )


def _sheet(sheet: SheetLine, ranking: CategoryRanking, *, is_others: bool) -> ReportSheet:
    none = SheetState.NOT_ASSIGNED if is_others else SheetState.OPEN
    return ReportSheet(
        juror=sheet.juror.name,
        state=sheet.state or none,
        scores=tuple(
            ReportScore(points=sheet.points.get(criterion.key), reason=sheet.reasons.get(criterion.key, ""))
            for criterion in ranking.criteria
        ),
        total=sheet.total,
        remark=sheet.remark,
        changed_at=sheet.changed.changed_at if sheet.changed else None,
        changed_because=sheet.changed.reason if sheet.changed else "",
    )
