from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.merging import MOST_WORDS, PieceMark, merged, text_difference

TEXTS = st.text(alphabet="ab ä.\n", max_size=30)


def read(pieces):
    return "".join(piece.text for piece in pieces)


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_texts(before, after):
    found = text_difference(before, after)

    assert (read(found.before), read(found.after)) == (before, after)
    same = [[piece.text for piece in side if piece.mark is PieceMark.SAME] for side in (found.before, found.after)]
    assert same[0] == same[1]


def test_differences_are_marked_word_by_word():
    found = text_difference("Wir kaufen gemeinsam ein.", "Wir kaufen immer gemeinsam Strom ein.")

    assert [piece.text.strip() for piece in found.after if piece.mark is PieceMark.INSERTED] == ["immer", "Strom"]
    assert [piece for piece in found.before if piece.mark is not PieceMark.SAME] == []


@given(TEXTS, TEXTS)
def test_a_change_of_one_side_alone_is_taken(base, other):
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) is None or merged(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_a_merge_does_not_depend_on_the_side(base, mine, theirs):
    assert merged(base, mine, theirs) == merged(base, theirs, mine)


@given(st.lists(st.sampled_from(["Wald", "Weg", "Haus"]), min_size=1, max_size=4), st.text("xy", min_size=1, max_size=5))
def test_changes_at_both_ends_are_put_together(middle, new):
    kept = " ".join(middle)

    assert merged(f"A {kept} Z", f"{new} {kept} Z", f"A {kept} {new}") == f"{new} {kept} {new}"


def test_changes_to_the_same_words_are_for_people():
    assert merged("Wir sparen Geld.", "Wir sparen Zeit.", "Wir sparen Papier.") is None
    assert merged("Ende", "Ende eins", "Ende zwei") is None


def test_a_text_without_end_is_compared_as_one():
    long = "wort " * MOST_WORDS

    assert [piece.mark for piece in text_difference(long, long + "x").after] == [PieceMark.INSERTED]
    assert merged(long, long + "x", "y" + long) is None
