"""Bias and abstention: two small pages, so that nobody declares either by a slip."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import AbstentionForm, DenialForm, RecusalForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.jury.bias.hints import entry_hints, is_overruled
from ikz_award.queries.jury.jury import entry_for_juror, matter_of
from ikz_award.queries.jury.reading import own_recusal, reading
from ikz_award.services.jury import bias, jury
from ikz_award.services.jury.sheets import scoring
from ikz_award.web.returned import refused_at, returned


@bp.get("/<slug>/beitraege/<public_id>/befangenheit")
def recusal(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror; answers hints and form, or the declaration that was made; of the entry only the title."""
    entry, seat = entry_for_juror(db.session(), g.actor, public_id)
    if entry.edition.slug != slug:
        raise NotFound
    require(g.actor, Action.DECLARE_BIAS, matter_of(db.session(), entry=entry, seat=seat))
    declared = own_recusal(db.session(), entry=entry, seat=seat)
    hints = () if declared else entry_hints(db.session(), entry=entry, seat=seat)
    denial = shown(DenialForm)
    denial.offer([one for one in hints if one.is_open], all_ticked=returned("jury.deny_hints") is None)
    return render_template(
        "jury/bias/recusal.html", title=entry.title, public_id=public_id, edition=entry.edition, form=shown(RecusalForm),
        declared=declared, hints=hints, denial=denial,
        is_overruled=is_overruled(db.session(), entry_id=entry.id, juror_id=seat.juror_id),
    )  # fmt: skip


@bp.post("/<slug>/beitraege/<public_id>/befangenheit")
@refused_at("jury.recusal", RecusalForm)
def declare_recusal(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror; POST calls `declare_recusal` and redirects to the list, where the entry is no longer read; 422 as typed."""
    jury.declare_recusal(g.call, entry_id=public_id, reason=RecusalForm().reason.data or "")
    flash(_("Ihre Befangenheit ist festgehalten. Der Beitrag wird Ihnen nicht mehr gezeigt."), "success")
    return redirect(url_for("jury.entries", slug=slug), 303)


@bp.post("/<slug>/beitraege/<public_id>/befangenheit/verneinen")
@refused_at("jury.recusal", DenialForm)
def deny_hints(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror; POST calls `deny_hints` for those ticked and redirects to the entry; 422 with what was typed."""
    form = DenialForm()
    bias.deny_hints(g.call, entry_id=public_id, codes=form.hints.data or [], reason=form.denial.data or "")
    flash(_("Ihre Erklärung ist gespeichert. Sie können den Beitrag jetzt bewerten."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id), 303)


@bp.post("/<slug>/beitraege/<public_id>/befangenheit/zuruecknehmen")
@refused_at("jury.recusal")
def withdraw_recusal(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror; POST calls `withdraw_recusal` and redirects to the entry."""
    jury.withdraw_recusal(g.call, entry_id=public_id)
    flash(_("Ihre Erklärung ist zurückgenommen. Der Vorgang bleibt im Prüfprotokoll festgehalten."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id), 303)


@bp.get("/<slug>/beitraege/<public_id>/enthaltung")
def abstention(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may score the entry; answers the form for the reason."""
    page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
    require(g.actor, Action.SCORE_SHORTLISTED, page.matter)
    return render_template("jury/abstention.html", page=page, form=shown(AbstentionForm))


@bp.post("/<slug>/beitraege/<public_id>/enthaltung")
@refused_at("jury.abstention", AbstentionForm)
def abstain(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may score the entry; POST calls `abstain` and redirects to the next open entry, or the list.

    422 with the reason as typed.
    """
    scoring.abstain(g.call, entry_id=public_id, reason=AbstentionForm().reason.data or "")
    flash(_("Ihre Enthaltung ist gespeichert."), "success")
    following = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id).path.next_open
    if following:
        return redirect(url_for("jury.entry", slug=slug, public_id=following), 303)
    return redirect(url_for("jury.entries", slug=slug), 303)
