"""The deadline of an edition, moved for all or for one municipality."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_babel import ngettext
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.queries.phases.deadlines import can_have_more_time, extensions_of
from ikz_award.services.phases.deadlines import LONGEST_REASON, Extension, extend_deadline
from ikz_award.web.returned import refused_at
from ikz_award.web.sure import require_sure


class ExtensionForm(KeyedForm):
    until = StringField(lazy("Neuer Einsendeschluss"), validators=[InputRequired()])
    body_key = HiddenField()
    body = StringField(lazy("Nur für eine Kommune"))
    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=LONGEST_REASON)])


@bp.get("/runden/<slug>/frist")
def deadline(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the form, and the extensions there were, from `extensions_of`."""
    edition = g.edition
    return render_template(
        "admin/phases/deadline.html",
        edition=edition,
        form=shown(ExtensionForm),
        extensions=extensions_of(db.session(), edition_id=edition.id),
        may_extend=can_have_more_time(db.session(), actor=g.actor, edition=edition),
        is_closed=edition.phase is Phase.SCREENING,
        everybody=_("alle"),
    )


@bp.post("/runden/<slug>/frist")
@refused_at("admin.deadline", ExtensionForm)
def save_deadline(slug: str) -> ResponseReturnValue:
    """For who may extend it; POST calls `extend_deadline` and redirects to the form; 422 with what was typed."""
    form = ExtensionForm()
    typed = Extension(
        slug=g.edition.slug,
        until=form.until.data or "",
        reason=form.reason.data or "",
        body=form.body_key.data or form.body.data or "",
    )
    require_sure()
    count = extend_deadline(g.call, extension=typed)
    done = ngettext(
        "Die Frist ist verlängert; das betrifft einen begonnenen Beitrag.",
        "Die Frist ist verlängert; das betrifft %(num)s begonnene Beiträge.",
        count,
    )
    flash(done, "success")
    return redirect(url_for("admin.deadline", slug=slug), 303)
