"""Whatever is written into the audit log has German words there: the actions are read from the code that writes them."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import ikz_award
from ikz_award.blueprints.admin.record.log_words import ACTIONS
from ikz_award.domain.permissions.actions import Action
from ikz_award.models.seal.seal import SealAct

PACKAGE = Path(ikz_award.__file__).parent
# Where an action is put together or handed on: what it may be.
COMPUTED = {"services/seal/seal.py": {f"seal.{act}" for act in SealAct}}
WRITERS = ("services", "web", "jobs", "demo", "cli", "queries", "adapters")


def calls_with_action() -> Iterator[tuple[str, ast.expr]]:
    """(file, expression) of every `action=` of a call that writes to the log."""
    for folder in WRITERS:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and _name(node.func) in ("intention", "note_reading", "append_audit"):
                    for keyword in node.keywords:
                        if keyword.arg == "action":
                            yield str(path.relative_to(PACKAGE)), keyword.value


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def meant(file: str, value: ast.expr) -> set[str]:
    """The actions an expression may stand for."""
    match value:
        case ast.Constant(value=str(words)):
            return {words}
        case ast.Attribute(value=ast.Name(id="Action"), attr=name):
            return {str(getattr(Action, name))}
        case ast.Name(id=name) if name.isupper():
            module = import_module("ikz_award." + file.removesuffix(".py").replace("/", "."))
            return {str(getattr(module, name))}
        case ast.JoinedStr():
            return COMPUTED[file]
        case ast.IfExp(body=first, orelse=second):
            return meant(file, first) | meant(file, second)
    return set()


def test_every_action_of_the_log_has_words() -> None:
    found = set().union(*(meant(file, value) for file, value in calls_with_action()))
    assert {"jury.view_entry", "entry.submit", "meeting.vote", "seal.seal"} <= found
    assert sorted(found - set(ACTIONS)) == []
