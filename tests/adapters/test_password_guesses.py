"""Lost passwords that are published are refused, whatever their length; good ones are not, and the look takes no time."""

from time import process_time

import pytest
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from ikz_award.adapters.password_guesses import is_guessed_soon
from ikz_award.domain.people.passwords import guessed_words, password_faults

LONG = [password for password in FREQUENCY_LISTS["passwords"] if len(password) >= 12]
WORDS = guessed_words(("Ada Lovelace", "ada@bocholt.de"))


def test_every_published_password_that_is_long_enough_is_refused() -> None:
    assert len(LONG) > 200
    assert [one for one in LONG if not password_faults(one) and not is_guessed_soon(one, words=WORDS)] == []
    # The own rules alone would let most of them pass.
    assert sum(not password_faults(one) for one in LONG) > 50


@pytest.mark.parametrize("password", ["trustno1trustno1", "Liverpool1892", "metallica1234", "dragondragon12"])
def test_what_is_tried_first_is_refused(password: str) -> None:
    assert is_guessed_soon(password, words=WORDS)


@pytest.mark.parametrize("password", ["korrekt Batterie Heftklammer", "xT7!kq92Lm#vB4", "Gurke tanzt Fagott 7", "834920174628"])
def test_good_ones_are_taken(password: str) -> None:
    assert not is_guessed_soon(password, words=WORDS)


@pytest.mark.parametrize("password", ["a" * 128, "0123456789" * 12, "ab1" * 42, "P@ssw0rt" * 16])
def test_the_longest_take_no_longer_than_a_hash(password: str) -> None:
    begin = process_time()
    is_guessed_soon(password, words=WORDS)
    assert process_time() - begin < 5
