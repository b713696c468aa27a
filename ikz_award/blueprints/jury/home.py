"""A juror's start page, the confidentiality declaration, the list of entries."""

from flask import flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import ConfidentialityForm, filter_options, wish
from ikz_award.blueprints.shared.form_errors import require_valid, shown
from ikz_award.domain.jury.scoring_time import is_in_time
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.matter import AFTER_SCREENING
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.editions.editions import text_of
from ikz_award.queries.jury import own_points as own
from ikz_award.queries.jury.comparison_opening import matter_of_comparison
from ikz_award.queries.jury.confidentiality import CONFIDENTIALITY
from ikz_award.queries.jury.jury import my_editions
from ikz_award.queries.jury.list import Sorting, jury_list
from ikz_award.queries.jury.oversight import extension_of, scoring_end
from ikz_award.queries.jury.shortlist import second_rounds
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury import jury
from ikz_award.web.returned import refused_at, returned


@bp.get("/")
def home() -> ResponseReturnValue:
    """For jurors; answers their editions, from `my_editions`, and what each lets them do now."""
    editions = my_editions(db.session(), g.actor)
    matters = {mine.edition.slug: matter_of_comparison(db.session(), edition=mine.edition) for mine in editions}
    return render_template(
        "jury/home.html",
        editions=editions,
        in_time=lambda mine: is_in_time(now=g.now, closes_at=mine.closes_at),
        PanelRole=PanelRole,
        may_list=AFTER_SCREENING,
        may_compare=[slug for slug, matter in matters.items() if is_allowed(g.actor, Action.COMPARE, matter)],
        second_rounds=second_rounds(db.session()),
        may_try_weights=[slug for slug, matter in matters.items() if is_allowed(g.actor, Action.TRY_WEIGHTS, matter)],
    )


@bp.get("/<slug>/verschwiegenheit")
def confidentiality(slug: str) -> ResponseReturnValue:
    """For jurors; answers the declaration's text as it stands, to be accepted; 404 where the edition has none."""
    edition, back = g.edition, returned()
    require(g.actor, Action.ACCEPT_CONFIDENTIALITY, edition_matter(edition))
    text = text_of(db.session(), edition_id=edition.id, key=CONFIDENTIALITY)
    if text is None:
        raise NotFound
    # Another text than the one that was accepted is accepted anew.
    form = ConfidentialityForm(formdata=None) if back and not back.errors else shown(ConfidentialityForm)
    form.version.data = str(text.version)
    return render_template("jury/confidentiality.html", edition=edition, text=text, form=form, seat=g.actor.seat(edition.id))


@bp.post("/<slug>/verschwiegenheit")
@refused_at("jury.confidentiality", ConfidentialityForm)
def accept_confidentiality(slug: str) -> ResponseReturnValue:
    """For jurors; POST calls `accept_confidentiality` for the version shown and redirects to the entries.

    422 where the box is not ticked; back to the text, where it has changed meanwhile.
    """
    form = ConfidentialityForm()
    require_valid(form)
    version = form.version.data or ""
    jury.accept_confidentiality(g.call, edition_slug=slug, text_version=int(version) if version.isdecimal() else 0)
    flash(_("Vielen Dank. Ihre Verschwiegenheitserklärung ist gespeichert."), "success")
    if entry := request.args.get("beitrag"):
        return redirect(url_for("jury.entry", slug=slug, public_id=entry), 303)
    return redirect(url_for("jury.entries", slug=slug) if _is_listed(slug) else url_for("jury.home"), 303)


@bp.get("/<slug>/beitraege")
def entries(slug: str) -> ResponseReturnValue:
    """For jurors; answers their entries with the state of each sheet, from `jury_list`, filtered as the address says."""
    wished = wish()
    found = jury_list(db.session(), actor=g.actor, edition_slug=slug, wish=wished)
    closes_at = scoring_end(db.session(), edition=found.edition, juror_id=found.seat.juror_id)
    in_time = is_in_time(now=g.now, closes_at=closes_at)
    is_over = found.edition.phase is not Phase.JUDGING or not in_time
    return render_template(
        "jury/entries.html",
        closes_at=closes_at,
        in_time=in_time,
        is_over=is_over,
        extension=extension_of(db.session(), juror_id=found.seat.juror_id),
        list=found,
        wished=wished,
        SheetState=SheetState,
        Sorting=Sorting,
        draft_saved=session.pop("draft_saved", None),
        **filter_options(found.edition, has_others=found.progress.not_assigned > 0, has_final=found.has_final, is_over=is_over),
    )


@bp.get("/<slug>/meine-punkte")
def own_points(slug: str) -> ResponseReturnValue:
    """For jurors; answers all that they scored themselves, entry by entry, from `own_points`."""
    mine = own.own_points(db.session(), actor=g.actor, edition_slug=slug)
    closes_at = scoring_end(db.session(), edition=mine.edition, juror_id=g.actor.seats[mine.edition.id].juror_id)
    is_over = mine.edition.phase is not Phase.JUDGING or not is_in_time(now=g.now, closes_at=closes_at)
    return render_template("jury/own_points.html", own=mine, is_over=is_over)


def _is_listed(slug: str) -> bool:
    """Whether there is a list to go to. The actor of this request has just accepted, but does not know it yet."""
    return g.edition.phase in AFTER_SCREENING
