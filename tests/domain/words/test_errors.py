import pickle

import pytest

from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion


def test_refusal_reads_as_its_german_sentence_and_keeps_its_key():
    refusal = Refused(reason="closed", message="Die Frist ist abgelaufen.", field="title")

    assert str(refusal) == "Die Frist ist abgelaufen."
    assert (refusal.reason, refusal.field) == ("closed", "title")


def test_not_found_says_the_same_whatever_was_looked_for():
    assert str(NotFound()) == str(NotFound(reason="entry.view"))


def test_stale_version_names_the_fields_that_differ():
    stale = StaleVersion(
        current={"title": "Alt", "goal": "gleich", "version": 4},
        submitted={"goal": "gleich", "title": "Neu", "financing": "nur hier"},
    )

    assert stale.differing_fields == ("title", "financing")
    assert stale.submitted["title"] == "Neu"


def test_invalid_with_one_error_speaks_for_its_field():
    invalid = Invalid({"points": "Bitte Punkte eingeben."}, reason="points_missing")

    assert (str(invalid), invalid.field, invalid.reason) == ("Bitte Punkte eingeben.", "points", "points_missing")


def test_invalid_with_several_errors_points_to_the_fields():
    invalid = Invalid({"title": "Bitte ausfüllen.", "goal": "Zu lang."})

    assert invalid.field is None
    assert invalid.errors == {"title": "Bitte ausfüllen.", "goal": "Zu lang."}
    assert "markierten" in str(invalid)


def test_invalid_without_errors_is_a_programming_mistake():
    with pytest.raises(ValueError, match="at least one"):
        Invalid({})


@pytest.mark.parametrize(
    "refusal",
    [Refused("closed", "Zu.", "title"), NotFound(), Invalid({"a": "Fehler", "b": "Fehler"}), StaleVersion({"a": 1}, {"a": 2})],
)
def test_refusals_survive_the_way_to_another_process(refusal):
    copy = pickle.loads(pickle.dumps(refusal))

    assert type(copy) is type(refusal)
    assert vars(copy) == vars(refusal)
