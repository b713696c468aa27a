"""A new edition: what it is made from, its name and dates, and all that is wrong with the basis; and an edition's file."""

from collections.abc import Mapping

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import Field, HiddenField, StringField
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import come_back, errors_back
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.extensions import db
from ikz_award.queries.editions.definition import definition_of
from ikz_award.queries.phases.overview import all_editions
from ikz_award.services.editions.definition_files import FILE, MOST_BYTES, written_definition
from ikz_award.services.editions.editions import shipped_names
from ikz_award.services.editions.new_editions import (
    Basis,
    BasisKind,
    Proposal,
    TypedEdition,
    basis_of,
    make_edition,
    propose_edition,
    shipped_titles,
)
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.web.downloads import attachment_response
from ikz_award.web.returned import refused_at

# As they stand in addresses.
KINDS = {"vorlage": BasisKind.SHIPPED, "runde": BasisKind.EDITION}
DATES = {
    "opens_at": lazy("Beginn der Bewerbung"),
    "deadline_at": lazy("Einsendeschluss"),
    "scoring_closes_at": lazy("Ende der Bewertung"),
}
NEEDED_DATES = ("opens_at", "deadline_at")
DATE = "dates."


class NewEditionForm(KeyedForm):
    """What differs from the basis, besides dates, which `form_for` adds."""

    basis_kind = HiddenField()
    basis_name = HiddenField()
    # A file's text goes with the form: nothing is kept on the server before there is an edition.
    basis_file = HiddenField()
    name = StringField(lazy("Name"), validators=[InputRequired()])
    slug = StringField(lazy("Kurzname in der Adresse"), validators=[InputRequired()])
    number_prefix = StringField(lazy("Anfang der Beitragsnummern"), validators=[InputRequired()])

    @property
    def date_names(self) -> list[str]:
        """The fields that are dates, in order."""
        return [field.short_name for field in self if field.short_name.startswith(DATE)]

    @property
    def basis(self) -> Basis:
        """What the form says it is made from. Raises `NotFound`."""
        return basis_of(self.basis_kind.data or "", self.basis_name.data or "", (self.basis_file.data or "").encode())

    @property
    def typed(self) -> TypedEdition:
        return TypedEdition(
            slug=self.slug.data or "",
            name=self.name.data or "",
            number_prefix=self.number_prefix.data or "",
            dates={name.removeprefix(DATE): self[name].data or "" for name in self.date_names},
        )


@bp.get("/neue-runde")
def new_edition() -> ResponseReturnValue:
    """For the organiser; answers what an edition can be made from: shipped templates, earlier editions, a file."""
    require(g.actor, Action.CREATE_EDITION, Matter())
    return _choice(next(iter(errors_back("admin.check_edition_file").values()), ""))


@bp.get("/neue-runde/<kind>/<name>")
def new_edition_from(kind: str, name: str) -> ResponseReturnValue:
    """For the organiser; answers the form for a name and dates, those that suggest themselves filled in; 404 for no basis."""
    require(g.actor, Action.CREATE_EDITION, Matter())
    if kind not in KINDS:
        raise NotFound
    return _first(basis_of(KINDS[kind], name))


@bp.post("/neue-runde/datei")
@refused_at("admin.new_edition", keeps=True)
def check_edition_file() -> ResponseReturnValue:
    """For the organiser; answers the same form for an uploaded file, with all that is wrong with it; 422 for no definition."""
    require(g.actor, Action.CREATE_EDITION, Matter())
    upload = request.files.get("file")
    data = upload.read(MOST_BYTES + 1) if upload else b""
    if not data:
        raise Invalid({FILE: _("Bitte wählen Sie eine Datei, die nicht leer ist.")})
    return _first(basis_of(BasisKind.FILE, (upload.filename if upload else "") or "", data))


def _once_more() -> ResponseReturnValue:
    """The page that was sent, with what is wrong; where that is the file itself, the choice of another one."""
    errors = errors_back("admin.make_new_edition")
    if FILE in errors or "extends" in errors:
        return _choice(next(iter(errors.values())))
    basis = NewEditionForm().basis
    proposal = propose_edition(db.session(), basis, now=g.now)
    return _details(basis, proposal, come_back(form_for(proposal)()))


@bp.post("/neue-runde")
@refused_at("admin.new_edition", NewEditionForm, page=_once_more)
def make_new_edition() -> ResponseReturnValue:
    """For the organiser; POST calls `make_edition` and redirects to the edition; 422 with what was typed."""
    basis = NewEditionForm().basis
    form = form_for(propose_edition(db.session(), basis, now=g.now))()
    slug = make_edition(g.call, basis=basis, typed=form.typed)
    flash(_("Die Wettbewerbsrunde ist angelegt und in Vorbereitung. Öffentlich ist davon noch nichts."), "success")
    return redirect(url_for("admin.edition", slug=slug), 303)


@bp.get("/runden/<slug>/datei")
def download_edition(slug: str) -> Response:
    """For the organiser; answers the edition's definition as a TOML file, that another installation can take over."""
    data = written_definition(definition_of(db.session(), g.edition))
    return attachment_response(Download(filename=f"{slug}.toml", media_type="application/toml", data=data))


def form_for(proposal: Proposal) -> type[NewEditionForm]:
    """The form with a field for each date of the basis."""
    fields: dict[str, Field] = {}
    for name in proposal.typed.dates:
        start = name.removesuffix("_ends")
        label = DATES.get(name) or (
            proposal.labels[name] if name in proposal.labels else _("%(label)s: Ende", label=proposal.labels[start])
        )
        is_needed = name in NEEDED_DATES or name in proposal.labels
        fields[f"{DATE}{name}"] = StringField(label, validators=[InputRequired()] if is_needed else [])
    return type("DatedForm", (NewEditionForm,), fields)


def _first(basis: Basis) -> str:
    proposal = propose_edition(db.session(), basis, now=g.now)
    typed = proposal.typed
    values: Mapping[str, str] = {
        "name": typed.name, "slug": typed.slug, "number_prefix": typed.number_prefix, "basis_kind": basis.kind.value,
        "basis_name": basis.name, "basis_file": basis.data.decode("utf-8-sig"),
        **{f"{DATE}{name}": value for name, value in typed.dates.items()},
    }  # fmt: skip
    return _details(basis, proposal, form_for(proposal)(formdata=None, data=values))


def _details(basis: Basis, proposal: Proposal, form: NewEditionForm) -> str:
    return render_template(
        "admin/editions/new_details.html",
        form=form,
        proposal=proposal,
        places=place_words,
        is_file=basis.kind is BasisKind.FILE,
        title=shipped_titles().get(basis.name, basis.name),
    )


def _choice(error: str = "") -> str:
    return render_template(
        "admin/editions/new.html",
        shipped={name: shipped_titles()[name] for name in shipped_names()},
        error=error,
        earlier=all_editions(db.session()),
    )


_PLACES = {
    "milestones": lazy("Termine"), "categories": lazy("Kategorien"), "criteria": lazy("Kriterien"),
    "steps": lazy("Schritte des Formulars"), "questions": lazy("Fragen"), "choices": lazy("Auswahlmöglichkeiten"),
    "anchors": lazy("Stufen"), "rules": lazy("Regeln der Teilnahme"), "attachment_purposes": lazy("Zwecke von Anlagen"),
    "texts": lazy("Texte"), "rounds": lazy("Durchgänge der Jury"), "parameters": lazy("Werte"),
}  # fmt: skip


def place_words(path: str) -> str:
    """A place in a definition, for people: „Kategorien, Nr. 2“; "" for a field of the edition itself."""
    words = []
    for part in path.split("."):
        if part in _PLACES:
            words.append(str(_PLACES[part]))
        elif part.isdecimal() and words:
            words[-1] = _("%(list)s, Nr. %(number)s", list=words[-1], number=part)
    return ": ".join(words)
