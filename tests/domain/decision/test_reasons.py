"""Sentences for a reason: true of the choice, known again when it changes."""

from fractions import Fraction

import pytest

from ikz_award.domain.decision.reasons import (
    AdverseVote,
    CarriedVote,
    Grounds,
    NoVote,
    PlacedEntry,
    outdated,
    reason_sentences,
    with_sentences,
)


def entry(key: str, mean: int | None, rank: int | None, *, recounts: tuple[int, int] | None = None) -> PlacedEntry:
    means = {} if mean is None else {"new": Fraction(mean), "use": Fraction(mean, 2)}
    return PlacedEntry(
        key=key,
        title=f"Titel {key}",
        number=f"L-{key}",
        mean=None if mean is None else Fraction(mean),
        rank=rank,
        criterion_means=means,
        recounts=recounts,
    )


def grounds(*votes: CarriedVote | AdverseVote | NoVote, recounts: tuple[int, int] | None = (3, 3)) -> Grounds:
    entries = [entry("a", 8, 1, recounts=recounts), entry("b", 6, 2), entry("c", None, None)]
    return Grounds(entries=entries, criteria={"new": "Neuheit", "use": "Nutzen"}, prize_euro=10_000, votes=votes)


def test_the_first_is_told_with_place_strength_and_firmness() -> None:
    assert reason_sentences(grounds(), ["a"]) == (
        "Der Beitrag „Titel a“ (L-a) steht mit 8,00 Punkten auf Rang 1 von 2 gewerteten Beiträgen.",
        "Am weitesten vor den anderen liegt er bei „Neuheit“ mit 8,00 Punkten.",
        "Er stünde auch dann vorn, wenn ein beliebiges Mitglied der Jury nicht bewertet hätte.",
    )
    assert reason_sentences(grounds(recounts=(2, 3)), ["a"])[2] == (
        "Er stünde in 2 von 3 Nachzählungen ohne je ein Mitglied der Jury vorn."
    )
    assert len(reason_sentences(grounds(recounts=None), ["a"])) == 2


def test_another_than_the_first_is_a_departure_and_two_share() -> None:
    of_second, of_both = reason_sentences(grounds(), ["b"]), reason_sentences(grounds(), ["a", "b"])
    assert of_second[-1].startswith("Die Jury weicht damit von der Rangfolge ab: Auf Rang 1 steht „Titel a“ (L-a) mit 8,00")
    assert of_both[0] == "Die Jury teilt den Preis von 10.000\u00a0€ unter 2 Beiträgen zu gleichen Teilen."
    assert reason_sentences(grounds(), []) == ("Die Jury vergibt in dieser Kategorie keinen Preis, weil ",)
    assert reason_sentences(grounds(), ["c"]) == ()


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (CarriedVote(day="1. Mai 2026", yes=4, no=0, abstained=1), "am 1. Mai 2026 mit 4 Ja, 0 Nein und 1 Enthaltung so"),
        (
            AdverseVote(day="1. Mai 2026", title="Preis", outcome="abgelehnt", part="5 von 7"),
            "(Preis: abgelehnt; 5 von 7), weil",
        ),
        (NoVote(), "hat die Jury nicht abgestimmt, weil "),
    ],
)
def test_votes_are_told(vote: CarriedVote | AdverseVote | NoVote, words: str) -> None:
    assert any(words in sentence for sentence in reason_sentences(grounds(vote), ["a"]))


def test_what_was_true_of_another_choice_goes_and_what_somebody_wrote_stays() -> None:
    first, second = reason_sentences(grounds(), ["a"]), reason_sentences(grounds(), ["b"])
    written = with_sentences("Eigene Worte.", first)
    assert outdated(written, first) == []
    assert len(outdated(written, second)) == 3
    changed = with_sentences(written, second)
    assert changed == "\n".join(["Eigene Worte.", *second])
    assert with_sentences(changed, second) == changed.rstrip()
    assert with_sentences(with_sentences("", second) + "er Menschen erreicht.", second).count("Ausschlaggebend") == 1
