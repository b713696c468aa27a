"""Forms for applicants; those of the steps are made from the edition's questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    FileField,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from ikz_award.domain.entries.answers import NO, YES, QuestionKind, typed
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.models.editions.editions import AttachmentPurpose, Category, Edition, Question
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.entries.form import StepState
from ikz_award.reports.result.labels import label
from ikz_award.web.filters import new_key

PREFIX = "q_"
# Short texts of titles and the like are counted while typing; the limit of a name would only disturb.
COUNTED_UP_TO = 150
NEIGHBOURS = {"DE": "Deutschland", "NL": "Niederlande", "BE": "Belgien", "LU": "Luxemburg", "FR": "Frankreich"}


class PlainKeyedForm(Form):
    """A form that is sent once, however often it is clicked. The CSRF token is added by the template."""

    idempotency_key = HiddenField(default=new_key)

    def add_errors(self, errors: Mapping[str, str], *, prefix: str = "") -> None:
        """Show a service's errors beside their fields; what has no field here stands above the form."""
        for name, message in errors.items():
            field = self._fields.get(prefix + name)
            if field is None:
                self.form_errors.append(message)
            else:
                field.errors = [*field.errors, message]


class NewEntryForm(PlainKeyedForm):
    edition = RadioField(_l("Wettbewerbsrunde"), validate_choice=False)
    lead_key = RadioField(_l("Federführende Kommune"), validate_choice=False)

    source = SelectField(_l("Angaben aus einem früheren Beitrag übernehmen"), validate_choice=False, default="")

    def offer(self, editions: list[Edition], bodies: list[RegisterBody], entries: Sequence[Entry]) -> None:
        none = SelectChoice(value="", label=_("Nein, leer beginnen"))
        earlier = [
            SelectChoice(value=one.public_id, label=f"{one.title or _('Beitrag ohne Titel')} ({one.edition.name})")
            for one in entries
        ]
        self.source.choices = [none, *earlier]
        self.edition.choices = [SelectChoice(value=one.slug, label=one.name) for one in editions]
        self.lead_key.choices = [SelectChoice(value=one.key, label=one.official_name) for one in bodies]
        for field, options in ((self.edition, editions), (self.lead_key, bodies)):
            field.flags.required = True  # ty: ignore[missing-attribute]
            if field.data is None and len(options) == 1:
                field.data = field.choices[0].value


class RegisterPartnerForm(PlainKeyedForm):
    body_key = HiddenField()
    body_name = StringField(_l("Kommune, Kreis oder Landschaftsverband"), validators=[InputRequired()])


class NamedPartnerForm(PlainKeyedForm):
    name = StringField(_l("Name des Partners"), validators=[InputRequired()])
    country = SelectField(_l("Land"), validate_choice=False, validators=[InputRequired()], default="NL")
    kind = RadioField(_l("Art des Partners"), validate_choice=False, validators=[InputRequired()])

    def __init__(self, formdata: MultiDict[str, str] | None = None) -> None:
        super().__init__(formdata)
        self.country.choices = [SelectChoice(value=code, label=name) for code, name in NEIGHBOURS.items()]
        self.kind.choices = [SelectChoice(value=kind.value, label=label(kind)) for kind in PartnerKind]


class AttachmentForm(PlainKeyedForm):
    purpose = SelectField(_l("Wofür sind die Dateien?"), validate_choice=False, validators=[InputRequired()])
    file = FileField(_l("Dateien"), validators=[InputRequired()])

    def offer(self, purposes: list[AttachmentPurpose]) -> None:
        empty = SelectChoice(value="", label=_("Bitte wählen"))
        self.purpose.choices = [empty, *(SelectChoice(value=one.key, label=one.label) for one in purposes)]


class ContactForm(PlainKeyedForm):
    name = StringField(_l("Vor- und Nachname"), validators=[InputRequired()])
    email = EmailField(_l("E-Mail-Adresse"), validators=[InputRequired()])


class InviteForm(PlainKeyedForm):
    email = EmailField(_l("E-Mail-Adresse"), validators=[InputRequired()])
    right = RadioField(_l("Was darf die Person?"), validate_choice=False, default=EntryRight.EDIT.value)

    def __init__(self, formdata: MultiDict[str, str] | None = None) -> None:
        super().__init__(formdata)
        self.right.choices = [
            SelectChoice(value=EntryRight.READ.value, label=_("Lesen: den Beitrag, seine Anlagen und früheren Fassungen")),
            SelectChoice(value=EntryRight.EDIT.value, label=_("Bearbeiten: auch Angaben, Partner und Anlagen ändern")),
            SelectChoice(value=EntryRight.SUBMIT.value, label=_("Einreichen: auch einreichen, ändern und zurückziehen")),
        ]


class WithdrawForm(PlainKeyedForm):
    reason = TextAreaField(_l("Grund"), validators=[InputRequired()])


def step_form(state: StepState, categories: list[Category], *, formdata: MultiDict[str, str] | None = None) -> PlainKeyedForm:
    """The form of a step, filled with what is stored, or with `formdata` where it was sent."""
    fields = {PREFIX + one.question.key: _field(one.question, categories) for one in state.questions if not one.is_locked}
    form_class = type("StepForm", (PlainKeyedForm,), {**fields, "version": HiddenField(default=str(state.version))})
    return form_class(formdata, data={PREFIX + one.question.key: _initial(one.question, one.value) for one in state.questions})


def _initial(question: Question, value: str) -> object:
    return value == YES if question.kind is QuestionKind.CONSENT else typed(question.kind, value)


def _field(question: Question, categories: list[Category]) -> Field:
    validators: list[InputRequired | Length] = [InputRequired()] if question.is_required else []
    common: dict[str, Any] = {"label": question.label, "description": question.help, "validators": validators}
    match question.kind:
        case QuestionKind.LONG_TEXT:
            if question.maximum_length:
                validators.append(Length(max=question.maximum_length))
            return TextAreaField(**common)
        case QuestionKind.EMAIL:
            return EmailField(**common)
        case QuestionKind.PHONE:
            return TelField(**common)
        case QuestionKind.CONSENT:
            return BooleanField(**common)
        case QuestionKind.CHOICE | QuestionKind.YES_NO | QuestionKind.CATEGORY:
            return RadioField(choices=_choices(question, categories), validate_choice=False, **common)
    return StringField(**common)


def _choices(question: Question, categories: list[Category]) -> list[SelectChoice]:
    if question.kind is QuestionKind.CATEGORY:
        return [SelectChoice(value=category.key, label=category.name) for category in categories]
    if question.kind is QuestionKind.YES_NO:
        return [SelectChoice(value=YES, label=_("Ja")), SelectChoice(value=NO, label=_("Nein"))]
    return [SelectChoice(value=choice["value"], label=choice["label"]) for choice in question.choices]


def sent_answers(state: StepState) -> dict[str, str]:
    """What the request holds for the step's questions, as typed.

    A text that was not sent at all keeps the answer it has; a choice that was not sent is no choice. Where the page with both
    texts was sent, a question for which the stored text was chosen keeps it.
    """
    answers = {}
    for question in (one.question for one in state.questions if not one.is_locked):
        name = PREFIX + question.key
        taken = request.form.get(f"take_{question.key}")
        if taken == "theirs":
            continue
        if taken == "mine" and f"mine_{question.key}" in request.form:
            answers[question.key] = request.form[f"mine_{question.key}"]
            continue
        if question.kind is QuestionKind.CONSENT:
            answers[question.key] = YES if name in request.form else ""
        elif name in request.form or question.kind.is_chosen:
            answers[question.key] = request.form.get(name, "")
    return answers


def sent_version(name: str = "version") -> int:
    """The version a form was made from; nonsense is an old one."""
    text = request.form.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
