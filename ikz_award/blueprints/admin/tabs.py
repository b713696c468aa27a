"""What every page of the organiser may use: the tabs of an edition (the permission table decides which), words of the log."""

from flask import g, request, url_for
from flask.sansio.blueprints import BlueprintSetupState
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.record import log_names, log_words
from ikz_award.domain.permissions.matter import AFTER_SCREENING
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.web.navigation import Item

# Endpoint → the tab it belongs to, where that is not its own.
HOMES = {
    "admin.confirm_step": "admin.edition", "admin.take_step": "admin.edition",
    "admin.denial": "admin.denials", "admin.rule_on_denial": "admin.denials",
    "admin.matrix": "admin.matrix", "admin.juror": "admin.matrix", "admin.extend_scoring": "admin.matrix",
    "admin.scoring_close": "admin.matrix", "admin.save_scoring_close": "admin.matrix",
    "admin.confirm_sheet_reopening": "admin.matrix", "admin.reopen_sheet_of_juror": "admin.matrix",
    "admin.ranking": "admin.results", "admin.decision": "admin.results", "admin.save_decision": "admin.results",
    "admin.discussion": "admin.comparison",
    "admin.meeting_item": "admin.meeting", "admin.propose_motion": "admin.meeting", "admin.record_votes": "admin.meeting",
    "admin.count_motion": "admin.meeting", "admin.open_meeting": "admin.meeting", "admin.close_meeting": "admin.meeting",
    "admin.extend_circulation": "admin.meeting",
    "admin.what_if": "admin.results",
    "admin.shortlist": "admin.shortlists", "admin.draw_shortlist": "admin.shortlists",
    "admin.undo_shortlist": "admin.shortlists",
    "admin.confirm_juror_end": "admin.panel", "admin.end_juror": "admin.panel", "admin.take_back_end": "admin.panel",
    "admin.add_to_panel": "admin.panel", "admin.let_deputy_step_in": "admin.panel",
    "admin.confirm_clearing": "admin.prize_money",
    "admin.assignment_preview": "admin.assignment", "admin.apply_assignment": "admin.assignment",
    "admin.entry_assignment": "admin.assignment", "admin.assign_entry": "admin.assignment",
    "admin.report_job": "admin.report",
    "admin.confirm_seal": "admin.seal",
    "admin.save_edition_rules": "admin.rules", "admin.save_counting_rules": "admin.counting",
    "admin.save_edition_names": "admin.names", "admin.save_edition_categories": "admin.categories",
    "admin.save_edition_criteria": "admin.criteria",
    "admin.text": "admin.texts", "admin.save_edition_text": "admin.texts", "admin.save_declaration_validity": "admin.texts",
    "admin.publication": "admin.edition", "admin.plan_the_publication": "admin.edition",
    "admin.deadline": "admin.edition", "admin.save_deadline": "admin.edition",
}  # fmt: skip
OWN = frozenset(
    {
        "admin.edition",
        "admin.entries",
        "admin.panel",
        "admin.assignment",
        "admin.matrix",
        "admin.denials",
        "admin.results",
        "admin.shortlists",
        "admin.comparison",
        "admin.meeting",
        "admin.remarks",
        "admin.prize_money",
        "admin.seal",
        "admin.names",
        "admin.categories",
        "admin.criteria",
        "admin.rules",
        "admin.counting",
        "admin.texts",
        "admin.report",
    }
)


def edition_tabs(edition: Edition) -> list[Item]:
    """The tabs above an edition's pages."""
    matter = edition_matter(edition)
    tabs = [(_("Überblick"), "admin.edition"), (_("Beiträge"), "admin.entries")]
    tabs.append((_("Angaben"), "admin.names"))
    tabs.append((_("Kategorien"), "admin.categories"))
    tabs.append((_("Kriterien"), "admin.criteria"))
    tabs.append((_("Regeln"), "admin.rules"))
    tabs.append((_("Wertung"), "admin.counting"))
    tabs.append((_("Texte"), "admin.texts"))
    tabs.append((_("Jury"), "admin.panel"))
    tabs.append((_("Zuteilung"), "admin.assignment"))
    if edition.phase in AFTER_SCREENING:
        tabs.append((_("Bewertungsstand"), "admin.matrix"))
        tabs.append((_("Befangenheiten"), "admin.denials"))
    if is_allowed(g.actor, Action.VIEW_RANKING, matter):
        tabs.append((_("Vergleich"), "admin.comparison"))
        tabs.append((_("Sitzung"), "admin.meeting"))
        tabs.append((_("Rangfolge und Entscheidungen"), "admin.results"))
    if edition.phase in AFTER_SCREENING:
        tabs.append((_("Engere Wahl"), "admin.shortlists"))
    if is_allowed(g.actor, Action.SEAL_AS_ORGANISER, matter):
        tabs.append((_("Siegel"), "admin.seal"))
    if is_allowed(g.actor, Action.VIEW_PAYMENTS, matter):
        tabs.append((_("Preisgeld"), "admin.prize_money"))
    if is_allowed(g.actor, Action.RELEASE_REMARKS, matter):
        tabs.append((_("Rückmeldungen"), "admin.remarks"))
    if is_allowed(g.actor, Action.MAKE_REPORT, matter):
        tabs.append((_("Ergebnisbericht"), "admin.report"))
    endpoint = request.endpoint or ""
    here = endpoint if endpoint in OWN else HOMES.get(endpoint, "admin.entries")
    return [Item(label, url_for(name, slug=edition.slug), name == here) for label, name in tabs]


@bp.context_processor
def page_words() -> dict[str, object]:
    """What every template of the organiser may call: the edition's tabs, and words for the log's actions and subjects."""
    return {
        "edition_tabs": edition_tabs,
        "action_words": log_words.action_words,
        "subject_words": log_words.subject_words,
    }


@bp.record_once
def register_filters(state: BlueprintSetupState) -> None:
    """Filters, because macros of other files see no globals of ours."""
    state.app.jinja_env.filters.update(change_name=log_names.name_words, change_value=_change_value)


def _change_value(value: object, name: str, action: str) -> object:
    return log_words.value_words(action, name, value)
