"""The forms for choosing one's municipality."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import InputRequired, Length

from ikz_award.queries.people.register import BodyHit


class ProposedBodyForm(FlaskForm):
    body = StringField(
        _("Name oder amtlicher Gemeindeschlüssel"),
        description=_("Zum Beispiel „Bocholt“, „Kreis Borken“, „LWL“ oder 05554008."),
        validators=[Length(max=200, message=_("Das ist zu lang. Der Name genügt."))],
    )
    body_key = HiddenField(validators=[Length(max=12)])

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not (self.body.data or "").strip() and not self.body_key.data:
            self._say(gettext("Bitte geben Sie an, für welche Kommune Sie arbeiten."))
            return False
        return True

    def say_unknown(self) -> None:
        self._say(
            gettext(
                "Diese Kommune finden wir nicht. Prüfen Sie die Schreibweise oder nehmen Sie nur einen Teil des Namens. Ist "
                "Ihre Organisation keine Kommune, nennen Sie sie uns weiter unten."
            )
        )

    def _say(self, text: str) -> None:
        field: Any = self.body
        field.errors = [*field.errors, text]


class ChoiceForm(FlaskForm):
    body_key = RadioField(_("Welche meinen Sie?"), validators=[InputRequired()])

    def offer(self, hits: Sequence[BodyHit]) -> None:
        self.body_key.choices = [(hit.key, f"{hit.official_name} ({hit.hint})") for hit in hits]
