"""The figures of the house: how big its rooms are, and whether anything stands about unused. `make check` prints them.

They may only get better: each is held against its limit in pyproject.toml (`[tool.house]`), which is what holds today; a change
that makes one worse fails. `--note` writes better figures down as the new limits; `--all` names every place.

Where they are to go: largest file 250 lines, longest function 40 lines, longest view 20 lines, 17 files in a folder, no import
in a circle (lazy ones count), every public name outside forms with a docstring, no call with more than six arguments, no name
that nothing uses, no two things of one name, no statement but a table kept from the formatter.
"""

import ast
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "pyproject.toml"
PACKAGE = "ikz_award"
OWN = ("docs", PACKAGE, "migrations", "scripts", "static", "templates", "tests")
BUILT = re.compile(r"(^|/)__pycache__/|^static/(vendor|built)/|\.mo$|\.pyc$")
# Folders whose number of files says nothing: a chain that only grows, what others number, and the root with its settings.
UNCOUNTED = ("migrations/versions", ".", "docs/screenshots")
MOST_ARGUMENTS = 6
CELLS_OF_A_TABLE = 6
ROUTE = re.compile(r"bp\.(get|post|route)\(")
# A template is handed what it shows, a sentence what it says, a query its columns; libraries take what they take.
HANDED_ON = (
    *("render_template", "render", "_", "lazy", "message", "ngettext"),
    *("update", "set_cookie", "init_app", "zip", "select", "where", "make_stream"),
)
# Rooms whose functions bear the name of what they call, or are called by the name of the room.
CALLED_ELSEWISE = (f"{PACKAGE}/blueprints/", f"{PACKAGE}/domain/words/letters/", f"{PACKAGE}/cli/")
# Methods that a library calls, under names it has given them.
CALLED_BY_OTHERS = re.compile(
    r"__\w+__|validate_\w+|process_\w+|writelines|emit|open_session|save_session|get_user_mapping|authenticator_selection"
    r"|list_commands|configure_args"
)


def places(found: list[str]) -> str:
    return "\n".join(["", *found]) if "--all" in sys.argv else found[0] if found else ""


def tracked(pattern: str) -> list[Path]:
    """The project's own files whose path matches, at any depth; what is installed, built or kept by a run is not its own."""
    found = (path.relative_to(ROOT) for folder in OWN for path in (ROOT / folder).rglob("*"))
    loose = (path.relative_to(ROOT) for path in ROOT.glob("*"))
    return sorted(
        ROOT / name
        for name in (*found, *loose)
        if fnmatch(name.as_posix(), pattern) and not BUILT.search(name.as_posix()) and (ROOT / name).is_file()
    )


def modules() -> dict[Path, ast.Module]:
    """Every module of the package, read once."""
    return {path: ast.parse(path.read_text()) for path in tracked(f"{PACKAGE}/*.py")}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def largest_file(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    files = (*trees, *tracked("scripts/*.py"))
    return max((len(path.read_text().splitlines()), str(path.relative_to(ROOT))) for path in files)


def longest_function(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    found = ((node, path) for path, tree in trees.items() for node in functions(tree))
    return max(((node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno}") for node, path in found)


def longest_view(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """A function that a blueprint's route leads to, with its docstring, without the decorators."""
    found = (
        ((node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
        for path, tree in trees.items()
        for node in functions(tree)
        if any(ROUTE.match(ast.unparse(one)) for one in node.decorator_list)
    )
    return max(found)


def fullest_folder() -> tuple[int, str]:
    """`__init__.py` is no room; a test's conftest is one."""
    folders = Counter(str(path.parent.relative_to(ROOT)) for path in tracked("*") if path.name != "__init__.py")
    return max((number, folder) for folder, number in folders.items() if folder not in UNCOUNTED)


def cycles(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Packages in which siblings need each other in a circle, on any floor; imports inside functions count."""
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): tree for path, tree in trees.items()
    }
    needed: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for importer, tree in names.items():
        for imported in imports(tree, names):
            mine, theirs = importer.split("."), imported.split(".")
            floor = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), None)
            if floor:
                needed[".".join(mine[:floor])][mine[floor]].add(theirs[floor])
    found = []
    for package, siblings in needed.items():
        try:
            TopologicalSorter(siblings).prepare()
        except CycleError as circle:
            found.append(f"{package}: {' → '.join(circle.args[1])}")
    return len(found), places(found)


def imports(tree: ast.Module, names: Collection[str]) -> Iterator[str]:
    """The modules of the package that a module imports, anywhere; not those that only a type checker reads."""
    unread = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for one in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or id(node) in unread:
            continue
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            yield from [whole] if whole in names else [node.module or ""] if node.module in names else []


def undocumented(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Public functions and classes of modules outside forms that do not say what they are."""
    found = []
    for path, tree in trees.items():
        if path.stem.endswith("forms"):
            continue
        for node in tree.body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if named and ast.get_docstring(node) is None and not _is_form(node):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    return len(found), places(found)


def _is_form(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Form") for base in node.bases)


def long_calls(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Calls of functions with more than six arguments; a row or a value that is made has as many fields as it has."""
    found = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or len(node.args) + len(node.keywords) <= MOST_ARGUMENTS:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name and not name[0].isupper() and name not in HANDED_ON and not _is_of_class(node):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {name}")
    return len(found), places(found)


def _is_of_class(node: ast.Call) -> bool:
    """`replace(value, …)` and `cls(…)` make values, too."""
    return isinstance(node.func, ast.Name) and node.func.id in ("replace", "cls", "dict")


def same_names(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Public functions and classes of which two different ones have one name: who reads it has to look where it comes from.

    Not functions of blueprints, which are called as the service they call; nor letters, which are called by their room
    (`jury.more_time`); nor `main` of what is run by itself.
    """
    homes: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees.items():
        place = str(path.relative_to(ROOT))
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef) or not (place.startswith(CALLED_ELSEWISE) or node.name == "main"):
                homes[node.name].append(f"{place}:{node.lineno}")
    found = [f"{name}: {', '.join(rooms)}" for name, rooms in sorted(homes.items()) if len(rooms) > 1]
    return len(found), places(found)


def set_by_hand(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Statements kept from the formatter (`fmt: skip`) that are no tables: no literal of many cells makes up most of them."""
    found = []
    for path, tree in trees.items():
        kept = {number for number, line in enumerate(path.read_text().splitlines(), 1) if line.endswith("# fmt: skip")}
        ends = {node.end_lineno: node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _is_table(node)}
        found += [f"{path.relative_to(ROOT)}:{number}" for number in sorted(kept - ends.keys())]
    return len(found), places(found)


def _is_table(statement: ast.stmt) -> bool:
    """Whether a literal with at least as many cells as a small table has takes up half of the statement's lines."""
    lines = (statement.end_lineno or 0) - statement.lineno + 1
    literals = (node for node in ast.walk(statement) if isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple))
    return any(
        _cells(node) >= CELLS_OF_A_TABLE and 2 * ((node.end_lineno or 0) - node.lineno + 1) >= lines for node in literals
    )


def _cells(node: ast.Dict | ast.List | ast.Set | ast.Tuple) -> int:
    cells = node.values if isinstance(node, ast.Dict) else node.elts
    return sum(len(one.elts) if isinstance(one, ast.Tuple | ast.List) else 1 for one in cells)


def dead_names(trees: dict[Path, ast.Module]) -> tuple[int, str]:
    """Functions, classes and methods whose name is written nowhere but where it is made, tests and templates included."""
    texts = [path.read_text() for pattern in ("*.py", "templates/*") for path in tracked(pattern)]
    written = Counter(word for text in texts for word in re.findall(r"[A-Za-z_]\w+", text))
    found = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or written[node.name] > 1:
                continue
            if not [one for one in node.decorator_list if ast.unparse(one) not in ("property", "staticmethod", "classmethod")]:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    found = [one for one in found if not CALLED_BY_OTHERS.fullmatch(one.rpartition(" ")[2])]
    return len(found), places(found)


def figures() -> dict[str, tuple[int, str]]:
    """Each figure with where it is worst. The smaller, the better."""
    trees = modules()
    counted = (largest_file, longest_function, longest_view, cycles, long_calls, dead_names, same_names, set_by_hand)
    found = {one.__name__: one(trees) for one in counted}
    return found | {"fullest_folder": fullest_folder(), "without_docstring": undocumented(trees)}


def main() -> int:
    found = figures()
    text = SETTINGS.read_text()
    limits: dict[str, int] = tomllib.loads(text)["tool"]["house"]
    worse = [name for name, (figure, _) in found.items() if figure > limits[name]]
    for name, (figure, where) in found.items():
        print(f"{name.replace('_', ' '):18} {figure:5}  of at most {limits[name]:5}  {where}")
    if "--note" in sys.argv and not worse:
        for name, (figure, _) in found.items():
            text = re.sub(rf"^{name} = \d+$", f"{name} = {figure}", text, flags=re.MULTILINE)
        SETTINGS.write_text(text)
    for name in worse:
        print(f"{name.replace('_', ' ')} got worse: see scripts/house.py")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
