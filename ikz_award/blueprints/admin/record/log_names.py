"""German words for what the audit log names: the fields of what changed."""

from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.words.labels.log_names import NAMES
from ikz_award.extensions import translated


def name_words(name: str) -> str:
    """German words for a field that the log names, or a rule of participation; the name itself where there are none."""
    return translated(RULES[name].name if name in RULES else NAMES.get(name, name))
