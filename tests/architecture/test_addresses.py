"""The table of addresses in CONTRIBUTING: what it names is there, and an address leads to it by way of the view."""

import re

import pytest
from flask import Flask

from config import ROOT

CELL = re.compile(r"`([^`]+)`")
# Address → the cells after it: view, service, query, template, tests.
ROWS = {
    CELL.findall(line)[0]: [CELL.findall(cell) for cell in line.strip("|").split("|")[1:]]
    for line in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| `/")
}


def module_of(path: str) -> str:
    return f"ikz_award.{path.removesuffix('.py').replace('/', '.')}"


def imported(source: str, module: str) -> bool:
    """Whether the text of a view imports the module or from it."""
    parent, _, name = module.rpartition(".")
    return f"from {module} import" in source or bool(re.search(rf"from {re.escape(parent)} import .*\b{name}\b", source))


def test_ten_addresses_are_in_the_table() -> None:
    assert len(ROWS) >= 10


@pytest.mark.parametrize("address", ROWS)
def test_an_address_leads_to_its_files_by_name(address: str, app: Flask) -> None:
    views, services, queries, templates, tests = ROWS[address]
    wanted = re.compile(re.escape(address).replace("…", "<[^>]+>"))
    [endpoint] = {
        rule.endpoint for rule in app.url_map.iter_rules() if wanted.fullmatch(rule.rule) and "GET" in (rule.methods or ())
    }
    assert app.view_functions[endpoint].__module__ == module_of(views[0])
    # Beside the view's own file, what two blueprints share.
    source = "".join((ROOT / "ikz_award" / one).read_text(encoding="utf-8") for one in views)
    assert [one for one in (*services, *queries) if not imported(source, module_of(one))] == []
    assert [one for one in templates if f'"{one}"' not in source or not (ROOT / "templates" / one).is_file()] == []
    assert [one for one in tests if not (ROOT / one).is_file()] == []
    assert templates
    assert tests
