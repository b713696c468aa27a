"""The organiser's pages of an edition in the order of the year: what belongs to which part, and who sees it when."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.kinds import EditionMatter
from ikz_award.domain.permissions.matter import AFTER_SCREENING
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.phases.workflow import Phase
from ikz_award.queries.phases.backlog import Backlog


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of the menu: shown in `phases` only, and to whom `action` is allowed; `homes` are endpoints that belong to it."""

    label: object
    endpoint: str
    homes: tuple[str, ...] = ()
    action: ActionOn[EditionMatter] | None = None
    phases: tuple[Phase, ...] = tuple(Phase)
    waits: Backlog | None = None


@dataclass(frozen=True, kw_only=True)
class Station:
    """A part of the year; `phases`: when it is its turn."""

    label: object
    phases: tuple[Phase, ...]
    pages: tuple[Page, ...]


YEAR = (
    Station(
        label=_("Vorbereiten"),
        phases=(Phase.PREPARATION,),
        pages=(
            Page(label=_("Angaben"), endpoint="admin.names", homes=("admin.save_edition_names",)),
            Page(label=_("Kategorien"), endpoint="admin.categories", homes=("admin.save_edition_categories",)),
            Page(label=_("Kriterien"), endpoint="admin.criteria", homes=("admin.save_edition_criteria",)),
            Page(label=_("Regeln"), endpoint="admin.rules", homes=("admin.save_edition_rules",)),
            Page(label=_("Wertung"), endpoint="admin.counting", homes=("admin.save_counting_rules",)),
            Page(
                label=_("Texte"), endpoint="admin.texts",
                homes=("admin.text", "admin.save_edition_text", "admin.save_declaration_validity"),
            ),
            Page(
                label=_("Jury"), endpoint="admin.panel",
                homes=(
                    "admin.confirm_juror_end", "admin.end_juror", "admin.take_back_end", "admin.add_to_panel",
                    "admin.let_deputy_step_in",
                ),
            ),
        ),
    ),
    Station(
        label=_("Öffnen"),
        phases=(Phase.OPEN,),
        pages=(
            Page(
                label=_("Frist"), endpoint="admin.deadline", homes=("admin.save_deadline",), action=Action.EXTEND_DEADLINE,
            ),
        ),
    ),
    Station(
        label=_("Prüfen"),
        phases=(Phase.SCREENING,),
        pages=(Page(label=_("Beiträge"), endpoint="admin.entries", waits=Backlog.ENTRIES),),
    ),
    Station(
        label=_("Bewerten"),
        phases=(Phase.JUDGING,),
        pages=(
            Page(
                label=_("Zuteilung"), endpoint="admin.assignment",
                homes=("admin.assignment_preview", "admin.apply_assignment", "admin.entry_assignment", "admin.assign_entry"),
            ),
            Page(
                label=_("Bewertungsstand"), endpoint="admin.matrix", phases=AFTER_SCREENING,
                homes=(
                    "admin.juror", "admin.extend_scoring", "admin.scoring_close", "admin.save_scoring_close",
                    "admin.confirm_sheet_reopening", "admin.reopen_sheet_of_juror",
                ),
            ),
            Page(
                label=_("Befangenheiten"), endpoint="admin.denials", homes=("admin.denial", "admin.rule_on_denial"),
                phases=AFTER_SCREENING, waits=Backlog.DENIALS,
            ),
        ),
    ),
    Station(
        label=_("Entscheiden"),
        phases=(Phase.DELIBERATION,),
        pages=(
            Page(
                label=_("Engere Wahl"), endpoint="admin.shortlists", phases=AFTER_SCREENING,
                homes=("admin.shortlist", "admin.draw_shortlist", "admin.undo_shortlist"),
            ),
            Page(
                label=_("Vergleich"), endpoint="admin.comparison", homes=("admin.discussion",), action=Action.VIEW_RANKING,
            ),
            Page(
                label=_("Sitzung"), endpoint="admin.meeting", action=Action.VIEW_RANKING,
                homes=(
                    "admin.meeting_item", "admin.propose_motion", "admin.record_votes", "admin.count_motion",
                    "admin.open_meeting", "admin.close_meeting", "admin.extend_circulation",
                ),
            ),
            Page(
                label=_("Rangfolge und Entscheidungen"), endpoint="admin.results", action=Action.VIEW_RANKING,
                homes=("admin.ranking", "admin.decision", "admin.save_decision", "admin.what_if"), waits=Backlog.DECISIONS,
            ),
        ),
    ),
    Station(
        label=_("Veröffentlichen"),
        phases=(Phase.DECIDED,),
        pages=(
            Page(
                label=_("Siegel"), endpoint="admin.seal", homes=("admin.confirm_seal",), action=Action.SEAL_AS_ORGANISER,
            ),
            Page(
                label=_("Ergebnisbericht"), endpoint="admin.report", homes=("admin.report_job",),
                action=Action.MAKE_REPORT,
            ),
            Page(
                label=_("Zeitpunkt"), endpoint="admin.publication", homes=("admin.plan_the_publication",),
                phases=(Phase.DECIDED,),
            ),
            Page(label=_("Rückmeldungen"), endpoint="admin.remarks", action=Action.RELEASE_REMARKS),
        ),
    ),
    Station(
        label=_("Aufräumen"),
        phases=(Phase.PUBLISHED,),
        pages=(
            Page(
                label=_("Preisgeld"), endpoint="admin.prize_money", homes=("admin.confirm_clearing",),
                action=Action.VIEW_PAYMENTS, waits=Backlog.STATEMENTS,
            ),
        ),
    ),
)  # fmt: skip
