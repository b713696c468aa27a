"""The jury's seats: who sits on them, for whom, and the invitations."""

import secrets

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_security import hash_password
from wtforms import EmailField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.blueprints.shared.password_links import INVITATION_FOR, invitation_token
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.queries.jury import sheets
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.reports.result.labels import label
from ikz_award.services.jury import panel as seats
from ikz_award.services.jury.stand_in import step_in
from ikz_award.web.returned import refused_at, returned, typed_back

ROLES = (PanelRole.MEMBER, PanelRole.CHAIR, PanelRole.DEPUTY)


class JurorForm(KeyedForm):
    name = StringField(lazy("Vor- und Nachname"), validators=[InputRequired()])
    email = EmailField(lazy("E-Mail-Adresse"), validators=[InputRequired()])
    body_name = StringField(lazy("Sitzt in der Jury für"), validators=[InputRequired()])
    role = RadioField(lazy("Rolle"), default=PanelRole.MEMBER.value, validate_choice=False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.role.choices = [SelectChoice(role.value, label(role)) for role in ROLES]


@bp.get("/runden/<slug>/jury")
def panel(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the seats with their counts of sheets, from `juror_counts`, and who stands in for whom."""
    edition = g.edition
    rows, back = sheets.juror_counts(db.session(), edition_id=edition.id), returned("admin.let_deputy_step_in")
    return render_template(
        "admin/jury/panel.html",
        edition=edition,
        rows=rows,
        roles=ROLES,
        form=shown(JurorForm),
        worked={row.juror.id for row in rows if seats.has_worked(db.session(), row.juror.id)},
        may_edit=is_allowed(g.actor, Action.EDIT_PANEL, edition_matter(edition)),
        may_stand_in=is_allowed(g.actor, Action.STAND_IN, edition_matter(edition)),
        stand_ins=sheets.stand_ins(db.session(), edition_id=edition.id),
        deputies=[row.juror for row in rows if row.juror.role is PanelRole.DEPUTY and not row.juror.has_left],
        keyed=KeyedForm(formdata=None),
        faulty=(request.view_args or {})["juror_id"] if back else None,
        typed=typed_back("admin.let_deputy_step_in"),
    )


@bp.post("/runden/<slug>/jury")
@refused_at("admin.panel", JurorForm)
def add_to_panel(slug: str) -> ResponseReturnValue:
    """For who may edit the panel; POST calls `add_juror`, which invites, and redirects; 422 with what was typed."""
    form = JurorForm()
    juror = seats.TypedJuror(
        name=form.name.data or "", email=form.email.data or "", body_name=form.body_name.data or "", role=_role(form.role.data)
    )
    seats.add_juror(g.call, edition_slug=slug, typed=juror, invitation=_invitation())
    flash(_("%(name)s gehört jetzt der Jury an; die Einladung ist unterwegs.", name=juror.name.strip()), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


@bp.post("/runden/<slug>/jury/<int:juror_id>/einladen")
@refused_at("admin.panel")
def invite_to_panel(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may edit the panel; POST calls `invite_again` and redirects to the panel."""
    address = seats.invite_again(g.call, edition_slug=slug, juror_id=juror_id, invitation=_invitation())
    flash(_("Eine neue Einladung ist unterwegs an %(address)s.", address=address), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


@bp.post("/runden/<slug>/jury/<int:juror_id>/rolle")
@refused_at("admin.panel")
def change_panel_role(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may edit the panel; POST calls `change_role` and redirects to the panel; 404 for what is no role."""
    role = _role(request.form.get("role"))
    seats.change_role(g.call, edition_slug=slug, juror_id=juror_id, role=role)
    flash(_("Die Rolle ist geändert."), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


@bp.post("/runden/<slug>/jury/<int:juror_id>/entfernen")
@refused_at("admin.panel")
def remove_from_panel(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may edit the panel; POST calls `remove_juror` and redirects; a seat with work done stays."""
    seats.remove_juror(g.call, edition_slug=slug, juror_id=juror_id)
    flash(_("Das Mitglied ist entfernt."), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


@bp.post("/runden/<slug>/jury/<int:juror_id>/vertretung")
@refused_at("admin.panel", keeps=True, names={"deputy": "deputy-{juror_id}", "reason": "grund-{juror_id}"})
def let_deputy_step_in(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may let deputies in; POST calls `step_in` and redirects to the panel; 422 with what was typed."""
    deputy = request.form.get("deputy", "")
    step_in(
        g.call,
        edition_slug=slug,
        juror_id=juror_id,
        deputy_id=int(deputy) if deputy.isascii() and deputy.isdecimal() and len(deputy) < 10 else None,
        reason=request.form.get("reason", ""),
        base_url=current_app.config["BASE_URL"],
    )
    flash(_("Die Vertretung ist eingesetzt und festgehalten."), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


def _role(text: str | None) -> PanelRole:
    if text not in {role.value for role in ROLES}:
        raise NotFound
    return PanelRole(text)


def _invitation() -> seats.Invitation:
    base_url = current_app.config["BASE_URL"]

    def new_account(address: str, name: str) -> Account:
        # A password that nobody knows: the link in the mail is the only way in, and proves the address.
        return Account(
            email=address,
            name=name,
            password=hash_password(secrets.token_urlsafe(32)),
            active=True,
            fs_uniquifier=secrets.token_hex(32),
            confirmed_at=g.now,
        )

    def link(account: Account) -> str:
        return base_url + url_for("accounts.open_invitation", token=invitation_token(account))

    return seats.Invitation(new_account=new_account, link=link, days=INVITATION_FOR.days, base_url=base_url)
