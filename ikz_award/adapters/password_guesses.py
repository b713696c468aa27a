"""How many guesses a password takes, by zxcvbn: published lists of lost passwords, words, names, dates, repeats, keyboards."""

from collections.abc import Sequence

# Its estimate takes longer with every character; what stands in so many says enough.
LOOKED_AT = 48
# Ten thousand million: what a stolen hash of ours withstands, and the best of zxcvbn's own five marks.
ENOUGH = 10**10


def is_guessed_soon(password: str, *, words: Sequence[str]) -> bool:
    """Whether fewer than `ENOUGH` guesses find it for who tries `words` first."""
    from zxcvbn import zxcvbn

    return zxcvbn(password[:LOOKED_AT], user_inputs=words)["guesses"] < ENOUGH
