"""Numbers, days and times are written and read in one room, domain/words/formats.py: nobody else sets a comma or a point."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ROOM = "ikz_award/domain/words/formats.py"
# Written for machines, or for who reads English at a terminal; each with its reason.
NOT_FOR_READERS = {
    "ikz_award/adapters/backups.py": "names of folders",
    "ikz_award/adapters/copying/place.py": "names of folders",
    "ikz_award/adapters/copying/pruning.py": "names of folders",
    "ikz_award/blueprints/public/presentation.py": "coordinates of a drawing",
    "ikz_award/cli/backup.py": "a terminal",
    "ikz_award/cli/copying.py": "a terminal",
    "ikz_award/reports/worker.py": "the log of who runs it",
    "ikz_award/reports/pack/fields.py": "operators of PDF",
    "ikz_award/reports/pack/marks.py": "operators of PDF",
    "ikz_award/reports/pack/strip.py": "operators of PDF",
    "templates/macros/chart.html": "coordinates of a drawing",
}
# A bare "f" writes every digit and no exponent: what programs read.
SPEC = re.compile(r"[\d.]*,|\.\d+[efg%]?|[\d.]*[egn%]$")
PARTS = {"day", "month", "year", "hour", "minute"}
MARKS = {".", ",", ""}
# In templates: printf, Python's format, rounding and swapped marks.
IN_TEMPLATES = re.compile(r"strftime|%[\d.]*[efg]|\{:[^}]*\}|\|\s*round\b|\|\s*replace\(\s*\"[.,]\"")


def by_hand(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of everything in a module that writes or reads a number, a day or a time by hand."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec)), *_])) if SPEC.match(spec):
                yield node.lineno, ast.unparse(node)
            case ast.JoinedStr(values=values) if sum(_is_part(one) for one in values) > 1:
                yield node.lineno, ast.unparse(node)
            case ast.Call(func=ast.Attribute(attr="strftime" | "strptime")):
                yield node.lineno, ast.unparse(node)
            case ast.Call(func=ast.Attribute(attr="replace"), args=[ast.Constant(value=old), ast.Constant(value=new)]) if {
                old,
                new,
            } <= MARKS:
                yield node.lineno, ast.unparse(node)
            case ast.BinOp(left=ast.Constant(value=str(pattern)), op=ast.Mod()) if re.search(r"%[\d.]+[efg]", pattern):
                yield node.lineno, ast.unparse(node)


def _is_part(node: ast.expr) -> bool:
    return isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Attribute) and node.value.attr in PARTS


def found() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "ikz_award").rglob("*.py")):
        yield from ((str(path.relative_to(ROOT)), f"{line} {text}") for line, text in by_hand(path.read_text()))
    for path in sorted((ROOT / "templates").rglob("*.*")):
        yield from ((str(path.relative_to(ROOT)), hit[0]) for hit in IN_TEMPLATES.finditer(path.read_text()))


def test_no_number_day_or_time_is_written_by_hand() -> None:
    assert [f"{name}: {text}" for name, text in found() if name != ROOM and name not in NOT_FOR_READERS] == []


def test_no_reason_is_left_without_its_place() -> None:
    assert NOT_FOR_READERS.keys() <= {name for name, _text in found()}


@pytest.mark.parametrize(
    "source",
    [
        'f"{points:.2f} Punkte"',
        'f"{count:,}"',
        'f"{share:.0%}"',
        'f"{share:g}"',
        'f"{day.day}.{day.month}.{day.year}"',
        'f"{at.hour}:{at.minute}"',
        'at.strftime("%d.%m.%Y")',
        'datetime.strptime(text, "%d.%m.%Y")',
        'Decimal(text.replace(",", "."))',
        'str(points).replace(".", ",")',
        '"%.1f Punkte" % points',
    ],
)
def test_the_search_finds_what_is_written_by_hand(source: str) -> None:
    assert list(by_hand(source))


@pytest.mark.parametrize("source", ['f"{name} {day.year}"', 'f"{number:03d}"', 'text.replace("-", "_")', '"%s: %d" % (a, b)'])
def test_the_search_leaves_names_and_keys_alone(source: str) -> None:
    assert not list(by_hand(source))


@pytest.mark.parametrize(
    "source", ['{{ "%.1f"|format(x) }}', '{{ "{:,}".format(n) }}', "{{ x|round(2) }}", '{{ x|replace(".", ",") }}']
)
def test_the_search_reads_templates(source: str) -> None:
    assert IN_TEMPLATES.search(source)
