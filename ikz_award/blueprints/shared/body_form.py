"""The form for a body outside the register: filled in by who proposes it, and again by the organiser who corrects it."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from ikz_award.domain.people.bodies import BodyForm
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.reports.result.labels import label
from ikz_award.services.people.body_facts import COUNTRIES, LONGEST_REMARK, TypedBody
from ikz_award.web.filters import new_key

COUNTRY_NAMES = {
    "DE": _("Deutschland"),
    "NL": _("Niederlande"),
    "BE": _("Belgien"),
    "LU": _("Luxemburg"),
    "FR": _("Frankreich"),
}


class OutsideBodyForm(FlaskForm):
    """Carries what was typed; the service judges it."""

    idempotency_key = HiddenField(default=new_key)
    version = HiddenField(default="0")
    name = StringField(
        _("Amtlicher Name"),
        description=_("So, wie er in der Satzung oder im Handelsregister steht."),
        validators=[InputRequired()],
    )
    form = RadioField(_("Rechtsform"), validate_choice=False, validators=[InputRequired()])
    country = SelectField(_("Land"), validate_choice=False, default="DE", validators=[InputRequired()])
    seat = StringField(
        _("Sitz"),
        description=_("Stadt oder Gemeinde aus dem Verzeichnis, zum Beispiel „Bocholt“ oder 05554008; im Ausland der Ort."),
    )
    members = TextAreaField(
        _("Mitglieder oder Träger"),
        description=_(
            "Die beteiligten Kommunen, je Zeile eine, mit Namen oder amtlichem Schlüssel. Bei einer Kommune jenseits der "
            "Grenze bleibt das Feld leer."
        ),
    )
    is_controlled = BooleanField(
        _("Nur bei privatrechtlicher Form: Kommunen beherrschen sie, etwa mit der Mehrheit der Anteile.")
    )
    website = StringField(_("Website"), description=_("Hilft beim Prüfen."))
    remark = TextAreaField(_("Bemerkung"), validators=[Length(max=LONGEST_REMARK)])

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.form.choices = [SelectChoice(form.value, label(form)) for form in BodyForm]
        self.country.choices = [SelectChoice(code, str(COUNTRY_NAMES[code])) for code in COUNTRIES]

    @property
    def seen_version(self) -> int:
        typed = self.version.data or ""
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else -1

    @property
    def typed(self) -> TypedBody:
        return TypedBody(
            name=self.name.data or "",
            form=self.form.data or "",
            country=self.country.data or "",
            seat=self.seat.data or "",
            members=self.members.data or "",
            is_controlled=bool(self.is_controlled.data),
            website=self.website.data or "",
            remark=self.remark.data or "",
        )


def stored_values(row: ProposedBody, *, members: str) -> dict[str, object]:
    """What the form shows of a proposal; the seat with its key, as names may be there twice."""
    return {
        "version": str(row.version), "name": row.name, "form": row.form.value, "country": row.country,
        "seat": f"{row.seat} ({row.seat_key})" if row.seat_key else row.seat, "members": members,
        "is_controlled": row.is_controlled, "website": row.website, "remark": row.remark,
    }  # fmt: skip
