"""Forms of the jury. They carry what was typed; the services judge it."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from ikz_award.domain.jury.scoring import ReasonRule, Scale
from ikz_award.domain.jury.sheet_state import OWN_STATES, SheetState
from ikz_award.domain.words.formats import format_exact
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.jury.bias.hints import StatedHint
from ikz_award.queries.jury.list import ListWish, Sorting
from ikz_award.queries.jury.reading import Reading
from ikz_award.reports.result.labels import score_label
from ikz_award.services.jury import jury
from ikz_award.services.jury.sheets.desk import REASON_LIMIT, REMARK_LIMIT, TypedSheet, points_field, reason_field

# Up to so many values a row of buttons is quicker than typing; above it, a text field is.
BUTTON_LIMIT = 11


class ConfidentialityForm(FlaskForm):
    version = HiddenField()
    accepted = BooleanField(
        lazy_gettext("Ich habe die Erklärung gelesen und gebe sie ab."),
        validators=[InputRequired(lazy_gettext("Bitte bestätigen Sie die Erklärung, bevor Sie fortfahren."))],
    )


class RecusalForm(FlaskForm):
    reason = TextAreaField(
        lazy_gettext("Grund der Befangenheit"),
        description=lazy_gettext(
            "Ein Satz genügt. Den Grund sieht nur das Kompetenzzentrum; er steht in den Akten des Verfahrens."
        ),
        validators=[InputRequired(), Length(max=jury.REASON_LIMIT)],
    )


class DenialForm(FlaskForm):
    """The open hints of an entry, all ticked at first, and why none of them is a ground for bias."""

    hints = SelectMultipleField(lazy_gettext("Ich erkläre mich zu"), validate_choice=False)
    denial = TextAreaField(
        lazy_gettext("Warum Sie nicht befangen sind"),
        description=lazy_gettext(
            "Ein Satz genügt, zum Beispiel: „Ich wohne nur dort.“ Die Begründung sehen Vorsitz und Kompetenzzentrum; sie "
            "bestätigen oder verwerfen sie."
        ),
        validators=[InputRequired(), Length(max=jury.REASON_LIMIT)],
    )

    def offer(self, hints: Sequence[StatedHint], *, all_ticked: bool) -> None:
        self.hints.choices = [
            (one.hint.code, _("%(reason)s: %(body)s", reason=_(one.hint.german), body=one.name)) for one in hints
        ]
        if all_ticked:
            self.hints.data = [one.hint.code for one in hints]


class AbstentionForm(FlaskForm):
    reason = TextAreaField(
        lazy_gettext("Grund der Enthaltung"),
        description=lazy_gettext("Ein Satz genügt, zum Beispiel: „Für das Thema fehlt mir die Sachkunde.“"),
        validators=[InputRequired(), Length(max=REASON_LIMIT)],
    )


def sheet_form(reading: Reading) -> FlaskForm:
    """The score sheet: points and reason for each criterion, remark, version; from the request, else from the database."""
    stored = reading.sheet
    data: dict[str, Any] = {
        "remark": stored.remark,
        "published_remark": stored.published_remark,
        "version": str(stored.version),
    }
    fields: dict[str, Any] = {
        "version": HiddenField(),
        "remark": TextAreaField(
            _("Bemerkung für die Beratung"),
            validators=[Length(max=REMARK_LIMIT)],
        ),
        "published_remark": TextAreaField(
            _("Rückmeldung an die Kommune"),
            validators=[Length(max=REMARK_LIMIT)],
        ),
    }
    for criterion in reading.criteria:
        points = stored.points.get(criterion.key)
        data[points_field(criterion.key)] = "" if points is None else format_exact(points)
        data[reason_field(criterion.key)] = stored.reasons.get(criterion.key, "")
        fields[points_field(criterion.key)] = _points_input(reading.scale, _("%(criterion)s, Punkte", criterion=criterion.name))
        fields[reason_field(criterion.key)] = TextAreaField(
            _("%(criterion)s, Begründung", criterion=criterion.name), validators=[Length(max=REASON_LIMIT)]
        )
    return type("SheetForm", (FlaskForm,), fields)(data=data)


def has_buttons(scale: Scale) -> bool:
    return len(scale.values()) <= BUTTON_LIMIT


def _points_input(scale: Scale, label: str) -> Field:
    if not has_buttons(scale):
        return StringField(label)
    values = [format_exact(value) for value in scale.values()]
    return RadioField(label, choices=[SelectChoice(value, value) for value in [*values, ""]], validate_choice=False)


def typed_sheet() -> TypedSheet:
    """What this request brings, as typed."""
    form = request.form
    version = form.get("version", "")
    return TypedSheet(
        points={name.removeprefix("points_"): text for name, text in form.items() if name.startswith("points_")},
        reasons={name.removeprefix("reason_"): text for name, text in form.items() if name.startswith("reason_")},
        remark=form.get("remark", ""),
        published_remark=form.get("published_remark", ""),
        version=int(version) if version.isascii() and version.isdecimal() and len(version) < 10 else -1,
    )


def differences(reading: Reading, form: FlaskForm) -> list[tuple[str, str, str]]:
    """(label, stored, typed) of every field in which the form differs from the database."""
    stored: Mapping[str, str] = {
        "remark": reading.sheet.remark,
        "published_remark": reading.sheet.published_remark,
        **{reason_field(key): text for key, text in reading.sheet.reasons.items()},
        **{points_field(key): format_exact(value) for key, value in reading.sheet.points.items() if value is not None},
    }
    found = []
    for field in form:
        if not field.name.startswith(("points_", "reason_")) and field.name not in ("remark", "published_remark"):
            continue
        typed, kept = (field.data or "").replace("\r\n", "\n").strip(), stored.get(field.name, "")
        if typed != kept:
            found.append((str(field.label.text), kept, typed))
    return found


def reason_hint(rule: ReasonRule) -> str:
    """When a reason is wanted, in words."""
    return {
        ReasonRule.ALWAYS: _("Zu allen Punkten gehört eine Begründung; ein bis zwei Sätze genügen."),
        ReasonRule.EXTREMES: _("Eine Begründung ist nur zum niedrigsten und zum höchsten Wert nötig."),
        ReasonRule.NEVER: _("Begründungen sind freiwillig."),
    }[rule]


def wish() -> ListWish:
    """The filters in the address; whatever is unknown there is left out."""
    arguments = request.args
    status, sorting, page = arguments.get("stand", ""), arguments.get("sortierung", ""), arguments.get("seite", "")
    return ListWish(
        category=arguments.get("kategorie") or None,
        status=SheetState(status) if status in OWN_STATES else None,
        is_in_final={"in": True, "neben": False}.get(arguments.get("wahl", "")),
        search=arguments.get("suche", "").strip()[:100],
        sorting=Sorting(sorting) if sorting in set(Sorting) else Sorting.OWN,
        page=int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1,
    )


def filter_options(edition: Edition, *, has_others: bool, has_final: bool, is_over: bool) -> dict[str, list[tuple[str, str]]]:
    """(value, label) of the list's selections; `has_others`: some entries are not the juror's to score; `has_final`: a second
    round; `is_over`: no points can be given any more."""
    missing = ({SheetState.NOT_ASSIGNED} if not has_others else set()) | ({SheetState.LEFT_OUT} if not has_final else set())
    states = [one for one in OWN_STATES if one not in missing]
    return {
        "categories": [("", _("alle Kategorien")), *((one.key, one.name) for one in edition.categories)],
        "statuses": [("", _("alle")), *((status.value, score_label(status, is_over)) for status in states)],
        "finals": [("", _("alle")), ("in", _("in der engeren Wahl")), ("neben", _("nicht in der engeren Wahl"))]
        if has_final
        else [],
        "sortings": [
            (Sorting.OWN.value, _("meine Reihenfolge")),
            (Sorting.TITLE.value, _("nach Titel")),
            (Sorting.CATEGORY.value, _("nach Kategorie")),
            (Sorting.POINTS.value, _("nach meinen Punkten")),
        ],
    }
