"""An edition's overview, and its steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm, PhaseForm
from ikz_award.blueprints.admin.phases import wording
from ikz_award.blueprints.admin.phases.late_steps import leads_to_second_round, told_late
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases import guards as phase_guards
from ikz_award.domain.phases.by_itself import time_of_step
from ikz_award.domain.phases.workflow import BACKWARD_PHASES, Phase, can_change
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.decision import decisions
from ikz_award.queries.decision.prize import Prize, prizes
from ikz_award.queries.jury import sheets
from ikz_award.queries.jury.bias.record import denials
from ikz_award.queries.jury.closings import extended_closings
from ikz_award.queries.jury.comparison_opening import opening_of
from ikz_award.queries.jury.plan.plan import EntryCover, present_plan
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases import facts as phases
from ikz_award.queries.phases import overview as admin
from ikz_award.queries.phases.deadlines import can_have_more_time
from ikz_award.queries.phases.publication import publication_plan
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.services.phases.phases import change_phase
from ikz_award.web.returned import refused_at


@dataclass(frozen=True)
class ObstacleView:
    """Why a step is not possible yet, and where that is put right."""

    text: str
    url: str
    url_label: str


@dataclass(frozen=True, kw_only=True)
class StepView:
    """A step an edition could take, as the pages show it."""

    words: wording.StepWords
    url: str
    is_back: bool
    is_final: bool
    needs_reason: bool
    is_early: bool
    missing: int
    obstacles: Sequence[ObstacleView]
    # An undo that can never be taken any more, since something rests on the step by now.
    is_over: bool


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """`late`: names with their own closing time that is still to come; `denials` that wait for a ruling."""

    late: Sequence[tuple[str, datetime]]
    denials: int


@bp.get("/runden/<slug>/")
def edition(slug: str) -> ResponseReturnValue:
    """For the organiser; answers where an edition stands, its history, the steps it could take and what is in their way."""
    session = db.session()
    found = g.edition
    facts = phases.phase_facts(session, edition=found)
    return render_template(
        "admin/phases/edition.html",
        edition=found,
        figures=admin.figures_of(session, edition=found),
        facts=facts,
        history=phase_history(session, edition_id=found.id),
        phases=list(Phase),
        panel=sheets.juror_counts(session, edition_id=found.id),
        steps=[step_view(found, step, facts) for step in phase_guards.next_phases(found.phase)],
        results=_results(found),
        **_times(found, facts),
        plan=publication_plan(session, edition_id=found.id),
        form=KeyedForm(formdata=None),
    )


def _times(edition: Edition, facts: phase_guards.PhaseFacts) -> dict[str, object]:
    """What of the edition's times has come, and what will come by itself."""
    return {
        "now": g.now,
        "is_late": g.now > phase_guards.last_arrival(facts),
        "closes_by_itself": time_of_step(phase=edition.phase, facts=facts),
        "may_extend": can_have_more_time(db.session(), actor=g.actor, edition=edition),
    }


@bp.get("/runden/<slug>/schritt/<target>")
def confirm_step(slug: str, target: str) -> ResponseReturnValue:
    """For the organiser; answers what a step would mean and asks.

    A step that is not the next one leads to the edition, which says why.
    """
    found, new = g.edition, _phase(target)
    if not can_change(old=found.phase, new=new):
        told_late(found, new)
        return redirect(url_for("admin.edition", slug=slug))
    form = shown(PhaseForm)
    form.seen.data = found.phase.value
    return _step_page(found, new, form)


@bp.post("/runden/<slug>/schritt/<target>")
@refused_at("admin.confirm_step", PhaseForm)
def take_step(slug: str, target: str) -> ResponseReturnValue:
    """For the organiser; POST calls `change_phase` and redirects to the edition; 422 with what was typed.

    `seen` is the phase that the form was made in: who comes late is told what has happened. 404 where there is no such
    step.
    """
    edition_id, new, form = g.edition.id, _phase(target), PhaseForm()
    old = form.seen_phase
    if old is None or (old, new) not in wording.STEPS:
        raise NotFound
    words = wording.SECOND_ROUND if leads_to_second_round(slug, old, new) else wording.STEPS[old, new]
    reason, base_url = form.reason.data or "", current_app.config["BASE_URL"]
    seen = form.missing_seen
    change_phase(g.call, edition_id=edition_id, step=(old, new), reason=reason, missing_seen=seen, base_url=base_url)
    flash(str(words.done), "success")
    return redirect(url_for("admin.edition", slug=slug))


def _phase(target: str) -> Phase:
    if target not in wording.PHASE_SLUGS:
        raise NotFound
    return wording.PHASE_SLUGS[target]


def _step_page(found: Edition, new: Phase, form: PhaseForm) -> str:
    facts = phases.phase_facts(db.session(), edition=found)
    missing = phase_guards.missing_at(old=found.phase, new=new, facts=facts)
    form.missing.data = str(missing)
    form.has_seen_missing.label.text = wording.seen_missing(new, missing)
    return render_template(
        "admin/phases/confirm_step.html",
        edition=found,
        facts=facts,
        step=step_view(found, new, facts),
        form=form,
        results=_results(found) if new is Phase.PUBLISHED else (),
        panel=sheets.juror_counts(db.session(), edition_id=found.id) if new is Phase.DELIBERATION else (),
        unstated=_unstated(found) if new is Phase.ARCHIVED else (),
        waiting=_waiting(found) if (found.phase, new) == (Phase.JUDGING, Phase.DELIBERATION) else None,
        is_over=found.scoring_closes_at is not None and found.scoring_closes_at < g.now and new is Phase.JUDGING,
        compared_since=_compared_since(found) if (found.phase, new) == (Phase.DELIBERATION, Phase.JUDGING) else None,
        short=_short(found) if (found.phase, new) == (Phase.SCREENING, Phase.JUDGING) else (),
    )


def _compared_since(found: Edition) -> datetime | None:
    """Since when the jurors have known each other's points: what they score from now on is no longer on their own."""
    opening = opening_of(db.session(), edition_id=found.id)
    return opening.opened_at if opening else None


def _short(found: Edition) -> Sequence[EntryCover]:
    """Where a fixed plan leaves entries that cannot be ranked: fewer jurors than the sheets an entry needs."""
    plan = present_plan(db.session(), edition=found)
    if plan.mode is AssignmentMode.ALL:
        return ()
    return [cover for cover in plan.covers if cover.sheets < found.minimum_sheets]


def _waiting(found: Edition) -> Waiting:
    """What closing would cut off: members with more time, and denials nobody has ruled on."""
    panel = sheets.panel_of(db.session(), edition_id=found.id)
    closings = extended_closings(db.session(), juror_ids=[member.id for member in panel])
    denied = denials(db.session(), actor=g.actor, edition=found)
    return Waiting(
        late=[(member.name, closings[member.id]) for member in panel if closings.get(member.id, g.now) > g.now],
        denials=sum(row.ruling is None for row in denied),
    )


def _unstated(found: Edition) -> Sequence[Prize]:
    """The winners who have not said where the prize money goes: in the archive they no longer can."""
    return [one for one in prizes(db.session(), actor=g.actor, edition=found) if one.statement is None]


def step_view(found: Edition, new: Phase, facts: phase_guards.PhaseFacts) -> StepView:
    """A step as the pages show it."""
    old = found.phase
    in_the_way = phase_guards.obstacles(old=old, new=new, now=g.now, facts=facts)
    is_second = (old, new) == (Phase.DELIBERATION, Phase.JUDGING) and bool(facts.shortlists)
    return StepView(
        words=wording.SECOND_ROUND if is_second else wording.STEPS[old, new],
        url=url_for("admin.confirm_step", slug=found.slug, target=wording.SLUG_OF[new]),
        is_back=(old, new) in BACKWARD_PHASES,
        is_final=(old, new) in wording.FINAL,
        needs_reason=phase_guards.needs_reason(old=old, new=new, now=g.now, facts=facts),
        is_early=phase_guards.is_before_its_time(old=old, new=new, now=g.now, facts=facts),
        missing=phase_guards.missing_at(old=old, new=new, facts=facts),
        obstacles=[ObstacleView(phase_guards.MESSAGES[one], *_remedy(found, one)) for one in in_the_way],
        is_over=any(one in phase_guards.IS_OVER for one in in_the_way),
    )


def _remedy(found: Edition, obstacle: phase_guards.Obstacle) -> tuple[str, str]:
    if obstacle not in wording.REMEDIES:
        return "", ""
    endpoint, arguments, words = wording.REMEDIES[obstacle]
    return url_for(endpoint, slug=found.slug, **arguments), str(words)


def _results(found: Edition) -> Sequence[decisions.CategoryResult]:
    """The results where they may be seen; nothing before that."""
    if not is_allowed(g.actor, Action.VIEW_RANKING, edition_matter(found)):
        return ()
    return decisions.results(db.session(), actor=g.actor, edition=found)
