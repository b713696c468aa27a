"""The page on which weights are moved, the same for the organiser and the chair. A GET from end to end: nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask import g, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import Form, IntegerField
from wtforms.validators import InputRequired, NumberRange

from ikz_award.domain.words.formats import format_number
from ikz_award.domain.words.wording import Message
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.decision.certainty import certainty_of
from ikz_award.queries.decision.certainty_words import caution_words
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.decision.what_if import TriedLine, ranking_to_try, tried

HEAVIEST = 100
PREFIX = "gewicht-"


class WeightsForm(Form):
    """A whole number for each criterion; the fields are the edition's."""

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not any(field.data for field in self):
            first = next(iter(self))
            first.errors = [_("Mindestens ein Kriterium braucht ein Gewicht über 0.")]
            return False
        return True


def weights_form(ranking: CategoryRanking) -> WeightsForm:
    """Bound to what the address says; without that, the weights that count."""
    fields = {
        f"{PREFIX}{one.key}": IntegerField(
            one.name,
            default=one.weight,
            validators=[
                InputRequired(lazy("Bitte eine ganze Zahl von 0 bis 100 eingeben.")),
                NumberRange(0, HEAVIEST, lazy("Bitte eine ganze Zahl von 0 bis 100 eingeben.")),
            ],
        )
        for one in ranking.criteria
    }
    form = type("EditionWeightsForm", (WeightsForm,), fields)
    return form(formdata=request.args if request.args else None)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What the page shows: the form, the ranks it gives, and both sets of weights in words (shares of 100)."""

    form: WeightsForm
    lines: Sequence[TriedLine]
    counting: str
    tried: str
    is_other: bool
    is_good: bool
    # Who cannot be told apart or compared, by the weights that count.
    alike: Message | None


def trial(edition: Edition, category: Category) -> Trial:
    """By the weights in the address; where they are no good, by those that count, with the errors at the fields."""
    ranking = ranking_to_try(db.session(), actor=g.actor, edition=edition, category=category)
    form = weights_form(ranking)
    is_good = not request.args or form.validate()
    weights = {one.key: form[f"{PREFIX}{one.key}"].data if is_good else one.weight for one in ranking.criteria}
    whole, certainty = sum(weights.values()), certainty_of(ranking)
    return Trial(
        form=form,
        lines=tried(ranking, weights),
        counting=_in_words([(one.name, one.percent) for one in ranking.criteria]),
        tried=_in_words([(one.name, Fraction(100 * weights[one.key], whole)) for one in ranking.criteria]),
        is_other=any(one.percent * whole != 100 * weights[one.key] for one in ranking.criteria),
        is_good=is_good,
        alike=caution_words(certainty) if certainty else None,
    )


def _in_words(shares: Sequence[tuple[str, Fraction]]) -> str:
    """Pairs, because two criteria may bear one name."""
    return ", ".join(f"{name} {format_number(share, 1)} %" for name, share in shares)
