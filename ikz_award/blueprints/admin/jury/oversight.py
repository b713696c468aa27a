"""Who has scored what, and one juror, while the jury scores: reminding, more time, opening a sheet again."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_babel import ngettext
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm, page_number
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.jury import oversight as seen
from ikz_award.queries.jury import sheets
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases.overview import category_of
from ikz_award.services.jury import oversight
from ikz_award.web.returned import refused_at


class WhyForm(KeyedForm):
    """A reason that the juror and the audit log get to read."""

    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=oversight.REASON_LIMIT)])


class ClosingForm(KeyedForm):
    until = StringField(lazy("Bewertung bis"), validators=[InputRequired()])


class MoreTimeForm(WhyForm):
    until = StringField(lazy("Bewertung bis"), validators=[InputRequired()])


@bp.get("/runden/<slug>/bewertungsstand")
def matrix(slug: str) -> ResponseReturnValue:
    """For the organiser; answers whose sheet on which entry is in what state, from `sheet_matrix`: no points."""
    session = db.session()
    edition = g.edition
    category = request.args.get("kategorie", "")
    if category:
        category_of(session, edition_id=edition.id, key=category)
    return render_template(
        "admin/jury/matrix.html",
        edition=edition,
        category=category,
        matrix=sheets.sheet_matrix(session, edition_id=edition.id, category_key=category, page=page_number()),
        panel=sheets.juror_counts(session, edition_id=edition.id),
        now=g.now,
        remind_form=KeyedForm(formdata=None),
        may_manage=is_allowed(g.actor, Action.MANAGE_JURY, edition_matter(edition)),
        url_for_page=lambda page: url_for("admin.matrix", slug=slug, kategorie=category or None, seite=page),
    )


@bp.get("/runden/<slug>/bewertungsstand/<int:juror_id>")
def juror(slug: str, juror_id: int) -> ResponseReturnValue:
    """For the organiser; answers how far one juror is, entry by entry, from `juror_view`: no points."""
    session, edition = db.session(), g.edition
    found = seen.juror_of(session, edition_id=edition.id, juror_id=juror_id)
    return render_template(
        "admin/jury/juror.html",
        edition=edition,
        form=shown(MoreTimeForm),
        remind_form=KeyedForm(formdata=None),
        view=seen.juror_view(session, edition=edition, juror=found),
        may_manage=is_allowed(g.actor, Action.MANAGE_JURY, edition_matter(edition)),
    )


@bp.get("/runden/<slug>/bewertungsstand/schluss")
def scoring_close(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the form for the time at which scoring ends for all."""
    return render_template("admin/jury/scoring_close.html", edition=g.edition, form=shown(ClosingForm))


@bp.post("/runden/<slug>/bewertungsstand/schluss")
@refused_at("admin.scoring_close", ClosingForm)
def save_scoring_close(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `set_closing` and redirects to the sheets' states; 422 with what was typed."""
    oversight.set_closing(g.call, edition_id=g.edition.id, until=ClosingForm().until.data or "")
    flash(_("Der Schluss der Bewertung ist festgelegt."), "success")
    return redirect(url_for("admin.matrix", slug=slug))


@bp.post("/runden/<slug>/bewertungsstand/erinnern")
@refused_at("admin.matrix")
def remind_jury(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `remind` for all who have sheets left and redirects to the sheets' states."""
    _remind(slug, None)
    return redirect(url_for("admin.matrix", slug=slug))


@bp.post("/runden/<slug>/bewertungsstand/<int:juror_id>/erinnern")
@refused_at("admin.juror")
def remind_juror(slug: str, juror_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `remind` for one and redirects to the juror."""
    _remind(slug, juror_id)
    return redirect(url_for("admin.juror", slug=slug, juror_id=juror_id))


@bp.post("/runden/<slug>/bewertungsstand/<int:juror_id>/frist")
@refused_at("admin.juror", MoreTimeForm)
def extend_scoring(slug: str, juror_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `extend_scoring` and redirects to the juror; 422 with what was typed."""
    form, edition = MoreTimeForm(), g.edition
    name = oversight.extend_scoring(
        g.call, edition_id=edition.id, juror_id=juror_id, until=form.until.data or "", reason=form.reason.data or ""
    )
    flash(_("%(name)s hat mehr Zeit und ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.juror", slug=slug, juror_id=juror_id))


@bp.get("/runden/<slug>/bewertungsstand/<int:juror_id>/bogen/<entry_id>")
def confirm_sheet_reopening(slug: str, juror_id: int, entry_id: str) -> ResponseReturnValue:
    """For the organiser; answers which sheet of whom would open again, and asks why; 404 where there is no such sheet."""
    session, edition = db.session(), g.edition
    found = seen.juror_of(session, edition_id=edition.id, juror_id=juror_id)
    view = seen.juror_view(session, edition=edition, juror=found)
    sheet = next((one for one in view.entries if one.public_id == entry_id), None)
    if sheet is None:
        raise NotFound
    return render_template("admin/jury/reopen_sheet.html", edition=edition, view=view, sheet=sheet, form=shown(WhyForm))


@bp.post("/runden/<slug>/bewertungsstand/<int:juror_id>/bogen/<entry_id>")
@refused_at("admin.confirm_sheet_reopening", WhyForm)
def reopen_sheet_of_juror(slug: str, juror_id: int, entry_id: str) -> ResponseReturnValue:
    """For the organiser; POST calls `reopen_for_juror` and redirects to the juror; 422 with the reason as typed."""
    form, edition = WhyForm(), g.edition
    oversight.reopen_for_juror(
        g.call, edition_id=edition.id, juror_id=juror_id, entry_id=entry_id, reason=form.reason.data or ""
    )
    flash(_("Der Bogen ist wieder offen; das Jurymitglied ist benachrichtigt."), "success")
    return redirect(url_for("admin.juror", slug=slug, juror_id=juror_id))


def _remind(slug: str, juror_id: int | None) -> None:
    count = oversight.remind(g.call, edition_id=g.edition.id, juror_id=juror_id, base_url=current_app.config["BASE_URL"])
    flash(ngettext("Ein Jurymitglied ist erinnert.", "%(num)s Jurymitglieder sind erinnert.", count), "success")
