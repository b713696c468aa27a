"""Who writes the audit log, what its actions are called, and who asks for one: all know the same names."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ikz_award
from ikz_award.blueprints.admin.record.log_words import action_words
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.labels.log import ACTIONS

PACKAGE = Path(ikz_award.__file__).parent
# Where names may stand as text: the enum itself, the words below it, and what somebody may do, which has names of its own.
NAMED = ("domain/record/audit_actions.py", "domain/permissions/actions.py", "domain/words/labels/log.py")
WRITERS = ("services/", "blueprints/accounts/signals.py", "jobs/", "demo/", "cli/")
WORDS = "domain/words/labels/log.py"
# An address of the application may be called as an action is.
ADDRESSES = ("url_for", "redirect", "refused_at")


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple((str(path.relative_to(PACKAGE)), ast.parse(path.read_text())) for path in paths)


def members(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "AuditAction":
            yield node.attr


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every text of a module that is no address."""
    addresses = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ADDRESSES
        for one in node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in addresses:
            yield node.lineno, node.value


def test_every_action_is_written_somewhere_and_has_words() -> None:
    written = {name for file, tree in modules() if file.startswith(WRITERS) for name in members(tree)}
    assert written == set(AuditAction.__members__)
    assert set(ACTIONS) == set(AuditAction)
    assert [action for action in AuditAction if str(ACTIONS[action]).strip() in ("", action)] == []
    assert action_words("none.of_ours") == "none.of_ours"


def test_no_action_is_named_as_a_text() -> None:
    named = set(AuditAction)
    used = ((file, line, text) for file, tree in modules() if file not in NAMED for line, text in texts(tree))
    assert [f"{file}:{line} {text}" for file, line, text in used if text in named] == []


def test_the_words_name_each_action_once() -> None:
    tree = dict(modules())[WORDS]
    table = next(node for node in tree.body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "ACTIONS")
    assert isinstance(table.value, ast.Dict)
    named = [ast.unparse(key) for key in table.value.keys if key is not None]
    assert [name for name, count in Counter(named).items() if count > 1] == []


def test_a_name_says_what_was_acted_on_and_what_was_done() -> None:
    for action in AuditAction:
        assert action.name == f"{action.family}_{action.deed}".upper()


def test_nobody_computes_with_the_log() -> None:
    """What the program decides by is a row of its own. The log is written, shown, and held against the rows it tells of."""
    readers = {
        file
        for file, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(name.name == "AuditEntry" for name in node.names)
    }
    assert {file for file in readers if not file.startswith(("queries/invariants/", "queries/seal/"))} == {
        "services/record/intention.py",
        "queries/record/audit.py",
        "queries/record/audit_check.py",
        # When its last line was written, to see whether the clock went back.
        "cli/doctor.py",
        # How long the log is and how it ends, for the report.
        "reports/result/build_procedure.py",
        # Whether today's line of a reading is there already: only the log's own length rests on it.
        "services/jury/jury.py",
    }
