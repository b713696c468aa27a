"""The organiser's start page."""

from functools import partial

from flask import g, render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.phases import wording
from ikz_award.blueprints.admin.phases.first_hour import first_tasks
from ikz_award.blueprints.shared.site_titles import TITLES
from ikz_award.domain.phases import guards as phase_guards
from ikz_award.extensions import db
from ikz_award.queries.editions.site import site_texts
from ikz_award.queries.entries.closing import early_closing
from ikz_award.queries.jury.shortlist import second_rounds
from ikz_award.queries.people.bodies import proposal_count
from ikz_award.queries.phases import overview as admin
from ikz_award.queries.record.parts import copy_state, last_backup, worker_state


@bp.get("/")
def home() -> ResponseReturnValue:
    """For the organiser; answers every edition's figures, who waits to be confirmed, and how worker, backup and copy are."""
    session = db.session()
    return render_template(
        "admin/phases/home.html",
        figures=admin.all_figures(session),
        pending=admin.pending_memberships(session),
        proposals=proposal_count(session),
        worker=worker_state(session, now=g.now),
        backup=last_backup(session),
        copy=copy_state(session, now=g.now),
        incomplete=[str(TITLES[name]) for name, (_text, is_whole) in site_texts(session, now=g.now).items() if not is_whole],
        closed_early=partial(early_closing, session),
        second_rounds=second_rounds(session),
        first_tasks=first_tasks(),
        step_of=lambda phase: [wording.STEPS[phase, step].label for step in phase_guards.next_phases(phase)[:1]],
    )
