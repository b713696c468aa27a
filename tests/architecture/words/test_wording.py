"""Whatever people read goes through gettext: rules, services, templates, scripts and the report's style sheet."""

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from html5lib import HTMLParser
from jinja2 import Environment

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("domain", "services", "queries", "adapters", "jobs", "reports", "web", "blueprints", "models")
GETTEXT = frozenset({"_", "_l", "lazy", "gettext", "lazy_gettext", "ngettext", "message", "messages"})
# Words of German sentences, and letters only German has. English texts (for terminals, logs, defects) have none of them.
# The block in which a page names its style sheets.
SHEETS = re.compile(r"\{% block sheets %\}[\w ]*\{% endblock sheets %\}")
GERMAN = re.compile(
    r"[äöüÄÖÜß„“]|\b(?:Bitte|bitte|Sie|Ihre?|Der|Die|Das|Ein|Eine|der|die|das|ein|eine|und|oder|nicht|kein|keine|ist|sind|hat|"
    r"von|mit|zum|zur|im|am|vom|bis|noch|schon|wurde|Beitrag|Kommune|Datei)\b"
)
# Not spoken: names of the register's data, folding of umlauts, lists of guessable words, patterns.
DATA = {
    "domain/people/register.py", "domain/people/passwords.py", "domain/people/email_domains.py", "services/people/register.py",
    "queries/people/register.py",
    "services/people/gv100ad.py",
}  # fmt: skip
WORD_LIST = re.compile(r"\s*(?:\S+\s+){5,}\S+\s*")


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every German string outside gettext, docstrings and defects; f-strings inside gettext as well."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node, parents)
        if text is None or isinstance(parents.get(node), ast.Expr) or not GERMAN.search(text):
            continue
        calls = list(_calls(node, parents))
        if GETTEXT.isdisjoint(calls) and not any(name.endswith(("Error", "compile", "get", "post")) for name in calls):
            yield node.lineno, text
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in GETTEXT and node.args and isinstance(node.args[0], ast.JoinedStr):
            yield node.lineno, "an f-string inside gettext"


def _text(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    is_part = isinstance(parents.get(node), ast.JoinedStr | ast.FormattedValue)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and not is_part else None


def _calls(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[str]:
    while (parent := parents.get(node)) is not None and not isinstance(parent, ast.stmt):
        if isinstance(parent, ast.Call):
            yield _name(parent)
        node = parent


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", None) or getattr(call.func, "attr", "")


def script_texts(source: str) -> list[str]:
    """German in the strings of a script; comments are for engineers."""
    code = re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE)
    return [text for text in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", code) if GERMAN.search(text)]


def template_texts(source: str) -> list[str]:
    """Words between tags, and in attributes that are read out, which no `{{ _() }}` has made."""
    source = SHEETS.sub("", source)  # names of style sheets
    tokens = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).lex(source)
    plain = "".join(value if kind == "data" else "\N{OBJECT REPLACEMENT CHARACTER}" for _, kind, value in tokens)
    document = HTMLParser(namespaceHTMLElements=False).parseFragment(plain)
    texts = [text for node in document.iter() for text in (node.text, node.tail) if isinstance(node.tag, str) and text]
    elements = [node for node in document.iter() if isinstance(node.tag, str)]
    texts += [node.get(name, "") for node in elements for name in ("title", "alt", "aria-label")]
    # Macros that make parts of tags leave attributes behind: name="value".
    texts = [re.sub(r"[\w-]+=\"[^\"]*\"|\b(?:checked|disabled|hidden)\b", "", text) for text in texts]
    return [text.strip() for text in texts if re.search(r"[A-Za-zÄÖÜäöüß]{3,}", text)]


def python_files() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / "ikz_award" / package).rglob("*.py"))]


def test_rules_services_and_pages_speak_through_gettext() -> None:
    found = []
    for path in python_files():
        name = str(path.relative_to(ROOT / "ikz_award"))
        for line, text in spoken(path.read_text()):
            # Quotation marks around a name, addresses, and the like are no words.
            if (name in DATA and (WORD_LIST.fullmatch(text) or len(text) < 30)) or not re.search(r"[A-Za-zäöü]{5}", text):
                continue
            found.append(f"{name}:{line}: {text[:80]!r}")
    assert not found, "\n".join(found)


def test_scripts_get_their_words_from_the_page() -> None:
    scripts = sorted((ROOT / "static" / "js").glob("*.js"))
    found = [f"{path.name}: {text}" for path in scripts for text in script_texts(path.read_text())]
    assert not found, "\n".join(found)


def test_style_sheets_say_nothing() -> None:
    sheets = [*(ROOT / "static" / "css").glob("*.css"), *(ROOT / "static" / "reports").glob("*.css")]
    found = [
        f"{sheet.name}: {content}"
        for sheet in sheets
        for content in re.findall(r"content:[^;]*;", sheet.read_text())
        if any(re.search(r"[A-Za-zäöüß]{2,}", text) for text in re.findall(r"\"([^\"]*)\"", content))
    ]
    assert not found, "\n".join(found)


def test_templates_say_nothing_by_themselves() -> None:
    found = []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        found += [f"{path.relative_to(ROOT)}: {text[:80]!r}" for text in template_texts(path.read_text())]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    ['x = "Bitte prüfen Sie das."', 'x = f"{n} Zeichen sind zu viel"', '_(f"Das ist {n}.")', 'raise Refused("Das geht nicht")'],
)
def test_german_outside_gettext_would_be_found(source: str) -> None:
    assert list(spoken(source))


@pytest.mark.parametrize(
    "source", ['x = _("Bitte prüfen Sie das.")', '"""Ein Text über etwas."""', 'raise ValueError("„a“")', 'x = "not a file"']
)
def test_what_is_right_is_let_through(source: str) -> None:
    assert not list(spoken(source))


def test_words_in_scripts_and_templates_would_be_found() -> None:
    assert script_texts('say("Bitte warten");')
    assert not script_texts('say(words("wait")); // Bitte warten')
    assert template_texts("<p>Bitte warten</p>")
    assert template_texts('<a aria-label="Schließen">x</a>')
    assert not template_texts('{# Bitte #}<p class="ikz">{{ _("Bitte warten") }} · {{ name }}</p>')


def test_the_catalogue_finds_rules_templates_and_mails() -> None:
    keywords = {"_": None, "ngettext": (1, 2)}
    found = set()
    for name in (
        "ikz_award/domain/jury/scoring.py",
        "ikz_award/domain/words/letters/entries.py",
        "ikz_award/domain/words/formats.py",
    ):
        for _, text, _, _ in extract("python", BytesIO((ROOT / name).read_bytes()), keywords=keywords):
            found |= set(text) if isinstance(text, tuple) else {text}
    assert "Bitte Punkte eingeben. Auch 0 ist eine Bewertung." in found
    assert "%(num)s Tage" in found
    assert any("Eingegangen: %(received_at)s" in text for text in found)
