"""The public pages whose words are the organiser's: written in Markdown, looked at before they are saved, put back."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from markupsafe import Markup
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import VersionedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.blueprints.shared.site_titles import TITLES
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.site_texts import LONGEST_BODY, Placeholder, SiteText, check_site_text, with_facts
from ikz_award.domain.words.text import clean_text
from ikz_award.extensions import db
from ikz_award.queries.editions import site
from ikz_award.services.editions.site import save_site_text
from ikz_award.web.markdown import to_html
from ikz_award.web.returned import refused_at, returned

PREVIEW = "vorschau"


class SiteTextForm(VersionedForm):
    """A text in Markdown, and the version it was written on."""

    body = TextAreaField(lazy("Text"), validators=[InputRequired(), Length(max=LONGEST_BODY)])


@bp.get("/seiten")
def site_texts() -> ResponseReturnValue:
    """For the organiser; answers the public pages and which of them still lack something, from `site_texts`."""
    require(g.actor, Action.EDIT_SITE, Matter())
    return render_template("admin/editions/site_texts.html", titles=TITLES, texts=site.site_texts(db.session(), now=g.now))


@bp.get("/seiten/<name>")
def site_text(name: str) -> ResponseReturnValue:
    """For the organiser; answers one text with its earlier versions; 404 for any other name."""
    stored = site.site_text(db.session(), name=_name(name))
    return _page(stored.name, shown(SiteTextForm, body=stored.body, version=str(stored.version)))


@bp.post("/seiten/<name>")
@refused_at("admin.site_text", SiteTextForm)
def save_site_page(name: str) -> ResponseReturnValue:
    """For the organiser; POST shows what was typed as it would look, or calls `save_site_text` and redirects to the list.

    422 with what was typed; 409 with both texts where somebody saved meanwhile.
    """
    chosen, form = _name(name), SiteTextForm()
    if request.form.get(PREVIEW):
        body = clean_text(form.body.data or "").strip()
        check_site_text(body)
        return _page(chosen, form, preview=_html(body))
    save_site_text(g.call, name=chosen, version=_seen(form), body=form.body.data or "")
    flash(_("Gespeichert und veröffentlicht. Die früheren Fassungen bleiben erhalten."), "success")
    return redirect(url_for("admin.site_texts"), 303)


@bp.get("/seiten/<name>/fassungen/<int:version>")
def site_text_version(name: str, version: int) -> ResponseReturnValue:
    """For the organiser; answers an earlier version as it looked; 404 where there is none."""
    text = site.site_text_version(db.session(), name=_name(name), version=version)
    current = site.site_text(db.session(), name=text.name)
    form = VersionedForm(formdata=None, version=str(current.version))
    return render_template(
        "admin/editions/site_text_version.html",
        title=TITLES[text.name],
        text=text,
        html=_html(text.body),
        form=form,
        is_current=text.version == current.version,
    )


@bp.post("/seiten/<name>/fassungen/<int:version>")
@refused_at("admin.site_text")
def put_site_text_back(name: str, version: int) -> ResponseReturnValue:
    """For the organiser; POST calls `save_site_text` with an earlier version's words and redirects to the text."""
    text = site.site_text_version(db.session(), name=_name(name), version=version)
    save_site_text(g.call, name=text.name, version=_seen(VersionedForm()), body=text.body)
    flash(_("Die frühere Fassung steht wieder auf der Seite."), "success")
    return redirect(url_for("admin.site_text", name=name), 303)


def _name(typed: str) -> SiteText:
    require(g.actor, Action.EDIT_SITE, Matter())
    if typed not in {one.value for one in SiteText}:
        raise NotFound
    return SiteText(typed)


def _seen(form: VersionedForm) -> int:
    return -1 if form.seen_version is None else form.seen_version


def _html(body: str) -> Markup:
    return to_html(with_facts(body, site.facts_of(db.session(), now=g.now)))


def _page(name: SiteText, form: SiteTextForm, *, preview: Markup | None = None) -> str:
    back = returned("admin.save_site_page")
    stale = _html(str(back.stale.current["body"])) if back and back.stale else None
    return render_template(
        "admin/editions/site_text.html",
        name=name,
        title=TITLES[name],
        form=form,
        preview=preview,
        stale=stale,
        history=site.site_text_history(db.session(), name=name),
        placeholders=", ".join(f"[{one}]" for one in Placeholder),
        preview_field=PREVIEW,
    )
