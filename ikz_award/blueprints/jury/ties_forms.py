"""The forms about a juror's ties. They carry what was typed; the services judge it."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from ikz_award.domain.jury.bias import TieKind
from ikz_award.queries.people.register import BodyHit
from ikz_award.reports.result.labels import label


class TieForm(FlaskForm):
    body = StringField(
        _("Kommune, Kreis oder Landschaftsverband"),
        description=_("Name oder amtlicher Schlüssel, zum Beispiel „Gronau“, „Kreis Borken“ oder 05554020."),
        validators=[InputRequired(_("Bitte geben Sie eine Kommune an.")), Length(max=200)],
    )
    body_key = HiddenField(validators=[Length(max=12)])
    kind = SelectField(_("Art der Bindung"), validators=[InputRequired()])
    ended_on = DateField(
        _("Beendet am"),
        description=_("Nur wenn die Bindung beendet ist; bei einem früheren Amt immer."),
        validators=[Optional()],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, label(kind)) for kind in TieKind]

    @property
    def tie_kind(self) -> TieKind:
        return TieKind(self.kind.data)

    def say_unknown(self) -> None:
        field: Any = self.body
        text = gettext("Diese Kommune finden wir nicht. Prüfen Sie die Schreibweise oder nehmen Sie nur einen Teil des Namens.")
        field.errors = [*field.errors, text]


class TieChoiceForm(FlaskForm):
    """Which of several bodies is meant; the rest of what was typed goes along."""

    body = HiddenField()
    kind = HiddenField()
    ended_on = HiddenField()
    body_key = RadioField(_("Welche meinen Sie?"), validators=[InputRequired()])

    def offer(self, hits: Sequence[BodyHit]) -> None:
        self.body_key.choices = [(hit.key, f"{hit.official_name} ({hit.hint})") for hit in hits]


class EndForm(FlaskForm):
    ended_on = DateField(_("Beendet am"), validators=[Optional()])
