"""One stylesheet: KERN without the components nobody names, ours, and the sheets of single areas, each within its pages."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import rcssmin
import tinycss2

from ikz_award.web.assets.sources import AREAS, KERN, PRINT, SHEETS, STATIC, block_of, icon_names, is_used

# Rules about rules: what stands in them is rules again.
_GROUPS = frozenset({"media", "supports", "layer", "container"})
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


def stylesheet(faces: Callable[[Any], str]) -> str:
    """Everything, as small as it gets. `faces` gives the text in place of an @font-face that fetches a file."""
    parts = ['@charset "utf-8";', *_kern()]
    parts += [_text(rule, faces) for sheet in SHEETS for rule in _rules(sheet)]
    parts.append(f"@media print{{{''.join(rule.serialize() for rule in _rules(PRINT))}}}")
    for area, files in AREAS.items():
        for file in files:
            parts += _within(f':where([data-sheets~="{area}"])', _rules(file))
    return rcssmin.cssmin(_without_idle_values("\n".join(parts)))


def _without_idle_values(text: str) -> str:
    """Without the custom properties that nothing asks for; what only they asked for goes with them."""
    while True:
        asked = frozenset(_ASKED.findall(text))
        shorter = "\n".join(_asked_for(rule, asked) for rule in _parsed(text))
        if shorter == text:
            return text
        text = shorter


def _asked_for(rule: Any, asked: frozenset[str]) -> str:
    if _is_group(rule):
        return _group(rule, [_asked_for(one, asked) for one in _parsed(rule.content)])
    if rule.type != "qualified-rule" or "--" not in (text := tinycss2.serialize(rule.content)):
        return rule.serialize()
    told = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
    kept = [one for one in told if one.type != "declaration" or not one.name.startswith("--") or one.name in asked]
    return _qualified(rule, [tinycss2.serialize(rule.prelude)], ";".join(one.serialize() for one in kept))


def _rules(name: str) -> list[Any]:
    return _parsed((STATIC / name).read_text(encoding="utf-8"))


def _parsed(source: Any) -> list[Any]:
    rules = tinycss2.parse_rule_list(source, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"{rule.source_line}:{rule.source_column} {rule.message}")
    return rules


def _text(rule: Any, faces: Callable[[Any], str]) -> str:
    return faces(rule) if rule.type == "at-rule" and rule.lower_at_keyword == "font-face" else rule.serialize()


def _kern() -> list[str]:
    return [text for rule in _rules(KERN) if not _is_charset(rule) for text in _kept(rule)]


def _is_charset(rule: Any) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword == "charset"


def _kept(rule: Any) -> Iterator[str]:
    """The rule with the selectors that can match something; nothing where none can."""
    if _is_group(rule):
        inner = [text for one in _parsed(rule.content) for text in _kept(one)]
        if inner:
            yield _group(rule, inner)
    elif rule.type == "qualified-rule":
        selectors = [one for one in _selectors(rule) if _can_match(one)]
        if selectors:
            yield _qualified(rule, (tinycss2.serialize(one) for one in selectors))
    else:
        yield rule.serialize()


def _can_match(selector: list[Any]) -> bool:
    """Whether every component the selector asks for is named in our sources. What stands in :not(…) or :is(…) is not asked."""
    for before, token in pairwise(selector):
        if before != "." or token.type != "ident" or not token.value.startswith("kern-"):
            continue
        block, _, change = token.value.partition("--")
        if not is_used(block_of(block)):
            return False
        if block == "kern-icon" and change in icon_names() and not is_used(change):
            return False
    return True


def _within(place: str, rules: Iterable[Any]) -> list[str]:
    """The rules for what stands within `place`, weighing no more than they did."""
    made = []
    for rule in rules:
        if _is_group(rule):
            made.append(_group(rule, _within(place, _parsed(rule.content))))
        elif rule.type == "qualified-rule":
            selectors = [tinycss2.serialize(one).strip() for one in _selectors(rule)]
            if bad := [one for one in selectors if one.startswith((":root", "html", "*"))]:
                raise ValueError(f"{bad}: a sheet of single pages speaks of all of them")
            made.append(_qualified(rule, (f"{place} {one}" for one in selectors)))
        else:
            made.append(rule.serialize())
    return made


def _is_group(rule: Any) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None


def _group(rule: Any, inner: Iterable[str]) -> str:
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{''.join(inner)}}}"


def _qualified(rule: Any, selectors: Iterable[str], content: str | None = None) -> str:
    return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content) if content is None else content}}}"


def _selectors(rule: Any) -> list[list[Any]]:
    """The prelude at its commas."""
    found: list[list[Any]] = [[]]
    for part in rule.prelude:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return found
