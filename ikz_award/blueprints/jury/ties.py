"""„Meine Bindungen“: what a juror is tied to, chosen from the register with and without JavaScript."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.ties_forms import EndForm, TieChoiceForm, TieForm
from ikz_award.blueprints.shared.form_errors import require_valid, shown
from ikz_award.domain.jury.bias import years_before
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.jury.bias.hints import as_tie, reference_day, ties_of
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.people.register import ambiguous_bodies, resolve_body, search_bodies
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury import ties as services
from ikz_award.web.returned import refused_at


@bp.get("/<slug>/bindungen")
def ties(slug: str) -> ResponseReturnValue:
    """For jurors; answers the bodies they are tied to, from `ties_of`, and which count on the edition's day."""
    return _page(shown(TieForm))


@bp.post("/<slug>/bindungen")
@refused_at("jury.ties", TieForm)
def add_tie(slug: str) -> ResponseReturnValue:
    """For jurors; POST calls `add_tie` and redirects to the list; 422 with what was typed.

    A name that several bodies fit is answered with a choice (422).
    """
    form = TieForm()
    require_valid(form)
    typed = form.body.data or ""
    body = resolve_body(db.session(), form.body_key.data or typed)
    if body is None:
        return _ask_which(form, typed)
    name = services.add_tie(g.call, edition_slug=slug, body_key=body.key, kind=form.tie_kind, ended_on=form.ended_on.data)
    flash(_("„%(body)s“ steht jetzt in Ihrer Liste.", body=name), "success")
    return redirect(url_for("jury.ties", slug=slug), 303)


@bp.get("/<slug>/bindungen/<int:tie_id>/beenden")
def confirm_end(slug: str, tie_id: int) -> ResponseReturnValue:
    """For whose tie it is; answers the form for the day it ended; 404 for anybody else's."""
    edition = g.edition
    rows = ties_of(db.session(), juror_id=seat_of(g.actor, edition.id).juror_id)
    row = next((one for one in rows if one.id == tie_id), None)
    if row is None:
        raise NotFound
    return render_template("jury/bias/end_tie.html", edition=edition, tie=row, form=shown(EndForm))


@bp.post("/<slug>/bindungen/<int:tie_id>/beenden")
@refused_at("jury.confirm_end", EndForm)
def end_tie(slug: str, tie_id: int) -> ResponseReturnValue:
    """For whose tie it is; POST calls `end_tie` and redirects to the list; 422 with the day as typed."""
    form = EndForm()
    require_valid(form)
    services.end_tie(g.call, edition_slug=slug, tie_id=tie_id, ended_on=form.ended_on.data)
    flash(_("Das Ende der Bindung ist gespeichert."), "success")
    return redirect(url_for("jury.ties", slug=slug), 303)


@bp.post("/<slug>/bindungen/<int:tie_id>/entfernen")
@refused_at("jury.ties")
def remove_tie(slug: str, tie_id: int) -> ResponseReturnValue:
    """For whose tie it is; POST calls `remove_tie` and redirects to the list."""
    services.remove_tie(g.call, edition_slug=slug, tie_id=tie_id)
    flash(_("Die Bindung ist entfernt. Im Prüfprotokoll bleibt sie festgehalten."), "success")
    return redirect(url_for("jury.ties", slug=slug), 303)


def _ask_which(form: TieForm, typed: str) -> ResponseReturnValue:
    found = ambiguous_bodies(db.session(), typed) or search_bodies(db.session(), typed, limit=12)
    if not found:
        form.say_unknown()
        return _page(form), 422
    ended_on = form.ended_on.data
    choices = TieChoiceForm(formdata=None, body=typed, kind=form.kind.data, ended_on=ended_on.isoformat() if ended_on else "")
    choices.offer(found)
    return render_template("jury/bias/tie_choice.html", edition=g.edition, form=choices, typed=typed), 422


def _page(form: TieForm) -> str:
    edition = g.edition
    rows, day = ties_of(db.session(), juror_id=seat_of(g.actor, edition.id).juror_id), reference_day(edition)
    matter = edition_matter(edition)
    return render_template(
        "jury/bias/ties.html",
        edition=edition,
        form=form,
        ties=[(row, as_tie(row).counts_on(day)) for row in rows],
        day=day,
        earliest=years_before(day),
        may_change=is_allowed(g.actor, Action.KEEP_TIES, matter),
    )
