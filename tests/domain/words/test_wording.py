"""A sentence keeps what it was made from."""

import copy
import pickle

import pytest
from babel.support import NullTranslations
from flask import Flask
from flask_babel import Domain, force_locale

from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext
from ikz_award.extensions import translated


def test_a_message_is_the_german_sentence() -> None:
    assert _("Bitte ein Jahr ab %(year)s angeben.", year=2000) == "Bitte ein Jahr ab 2000 angeben."


def test_without_values_a_percent_sign_stays() -> None:
    assert _("zu 100 % sicher") == "zu 100 % sicher"


@pytest.mark.parametrize(("count", "expected"), [(0, "0 Beiträge"), (1, "1 Beitrag"), (2, "2 Beiträge")])
def test_the_number_chooses_the_form(count: int, expected: str) -> None:
    assert ngettext("%(num)s Beitrag", "%(num)s Beiträge", count) == expected


def test_a_missing_value_is_a_defect() -> None:
    with pytest.raises(KeyError):
        _("%(name)s fehlt", nam="x")


def test_copies_can_still_be_translated() -> None:
    sentence = ngettext("%(num)s Beitrag von %(name)s", "%(num)s Beiträge von %(name)s", 3, name="Alpen")
    for other in (pickle.loads(pickle.dumps(sentence)), copy.deepcopy(sentence)):
        assert (other, other.patterns, other.values) == (sentence, sentence.patterns, sentence.values)


def test_the_reader_gets_the_sentence_from_the_catalogue(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = {"Frist: %(day)s": "Deadline: %(day)s", "Montag": "Monday"}
    english = NullTranslations()
    english.ugettext = catalogue.__getitem__
    monkeypatch.setattr(Domain, "get_translations", lambda self: english)
    with app.test_request_context(), force_locale("en"):
        assert translated(_("Frist: %(day)s", day=_("Montag"))) == "Deadline: Monday"
        assert app.jinja_env.from_string("{{ text }}").render(text=_("Montag")) == "Monday"
        assert translated("typed by a person") == "typed by a person"
