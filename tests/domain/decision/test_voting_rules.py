"""One setting: what it counts and what it says."""

import re
from fractions import Fraction
from itertools import product

import pytest

from ikz_award.domain.decision.voting_rules import Quorum, VotingRules, rule_sentences

# Recounted by trying: the smallest number that is enough.
ENOUGH = {
    Quorum.HALF: lambda there, of: there >= Fraction(of, 2),
    Quorum.MORE_THAN_HALF: lambda there, of: there > Fraction(of, 2),
    Quorum.TWO_THIRDS: lambda there, of: there >= Fraction(2 * of, 3),
    Quorum.ALL: lambda there, of: there >= of,
}


@pytest.mark.parametrize(("quorum", "least"), list(product(Quorum, (1, 2, 3, 5))))
def test_needed_is_the_smallest_number_that_is_enough(quorum: Quorum, least: int) -> None:
    rules = VotingRules(quorum=quorum, quorum_least=least)
    for entitled in range(1, 30):
        first = next(there for there in range(100) if there >= least and ENOUGH[quorum](there, entitled))
        assert rules.needed(entitled) == first


def test_nobody_with_a_vote_is_no_quorum() -> None:
    assert all(VotingRules(quorum=quorum, quorum_least=1).needed(0) >= 1 for quorum in Quorum)


def test_each_setting_changes_what_is_said() -> None:
    """No two different rules read the same, and a number in the text is the number that counts."""
    every = [
        VotingRules(
            quorum=quorum,
            quorum_least=least,
            chair_breaks_ties=chair,
            allows_circulation=written,
            needs_vote=needs,
            allows_against_vote=against,
        )
        for quorum, least, chair, written, needs, against in product(Quorum, (1, 3, 4), *[(True, False)] * 4)
    ]
    texts = [" ".join(rule_sentences(rules)) for rules in every]
    assert len(set(texts)) == len(every)
    for rules, text in zip(every, texts, strict=True):
        assert re.findall(r"mindestens aber (\d+)", text) == ([str(rules.quorum_least)] if rules.quorum_least > 1 else [])
        assert "%(" not in text
