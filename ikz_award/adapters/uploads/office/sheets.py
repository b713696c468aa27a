"""Workbook parts without what fetches: formulas by what they call, connections to databases and pages, links to workbooks."""

import re
from collections.abc import Mapping

from ikz_award.adapters.uploads.office.text import TextPart
from ikz_award.adapters.uploads.office.xml import Tag
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import AlterationKind, alteration
from ikz_award.domain.words.wording import message as _

# Texts, sheets' names and columns' names: a formula calls nothing in them.
_QUOTED = re.compile(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\[[^\[\]]*\]")
_CALLS = re.compile(
    r"(?<![\w.])(?:_xlfn\.)?(WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST)\s*\(", re.IGNORECASE
)
_FORMULAS = frozenset({"f", "calculatedColumnFormula", "totalsRowFormula", "definedName"})
_RULES = frozenset({"formula", "formula1", "formula2"})
# Where a connection leads, by element and attribute; what they are set to keeps the element valid.
_LEADS: Mapping[str, Mapping[str, bytes]] = {
    "connection": {"sourceFile": b"", "odcFile": b"", "refreshOnLoad": b"0", "interval": b"0"},
    "dbPr": {"connection": b"", "command": b"", "serverCommand": b""},
    "webPr": {"url": b"", "post": b"", "editPage": b""},
    "textPr": {"sourceFile": b""},
    "olapPr": {"localConnection": b""},
    "queryTable": {"refreshOnLoad": b"0"},
    # Power Query and the data model.
    "oledbPr": {"connection": b""},
    "dataFeedPr": {"connection": b""},
    "dbCommand": {"text": b""},
}


def fetched_by(formula: str) -> str | None:
    """The function by which a formula takes something from outside, "DDE" for another program; None for all others."""
    plain = _QUOTED.sub("", formula)
    call = _CALLS.search(plain)
    # There is no operator of this name: it stands between a program and what it is asked for.
    return call[1].upper() if call else "DDE" if "|" in plain else None


class SheetPart(TextPart):
    """One part of a workbook. `lost_formulas`: cells had formulas that are gone, which the list of formulas must not name."""

    wanted = TextPart.wanted | _FORMULAS | _RULES | _LEADS.keys() | {"workbookPr", "ddeLink", "oleLink", "externalReferences"}

    def __init__(self, body: bytes, dropped: Mapping[str, AlterationKind | None], *, name: str) -> None:
        super().__init__(body, dropped)
        self.name = name
        self.lost_formulas = False
        self._formula: list[str] = []
        self._shared: set[str] = set()
        self._workbook: Tag | None = None

    def begin(self, tag: Tag) -> None:
        super().begin(tag)
        if tag.local in _FORMULAS or tag.local in _RULES:
            self._formula = []
        elif tag.local == "workbookPr":
            self._workbook = tag
        elif tag.local in ("ddeLink", "oleLink"):
            _refuse_program(self.name)
        elif tag.local in _LEADS:
            self._lead_nowhere(tag)

    def end(self, tag: Tag, stop: int) -> None:
        super().end(tag, stop)
        if tag.local in _FORMULAS:
            self._judge_formula(tag, stop)
        elif tag.local in _RULES and fetched_by("".join(self._formula)):
            _refuse_program(self.name)
        elif tag.local == "externalReferences" and self._workbook is not None:
            self._never_ask(self._workbook)

    def text(self, tag: Tag, content: str) -> None:
        super().text(tag, content)
        if tag.local in _FORMULAS or tag.local in _RULES:
            self._formula.append(content)

    def _judge_formula(self, tag: Tag, stop: int) -> None:
        index, called = tag.get("si"), fetched_by("".join(self._formula))
        if called and tag.get("t") == "shared":
            self._shared.add(index)
        if called is None and index not in self._shared:
            return
        self.altered.append(alteration(AlterationKind.FORMULAS, [called] if called else []))
        self.lost_formulas = True
        self.edits.cut(tag.start, stop)

    def _never_ask(self, tag: Tag) -> None:
        """Excel does not offer to fetch what cannot be fetched any more."""
        if "updateLinks" in tag.attributes:
            self.edits.set_attribute(tag, "updateLinks", b"never")
        else:
            self.edits.add_attribute(tag, b'updateLinks="never"')

    def _lead_nowhere(self, tag: Tag) -> None:
        leads = {
            key: value for key, value in _LEADS[tag.local].items() if tag.attributes.get(key, value.decode()) != value.decode()
        }
        for key, value in leads.items():
            self.edits.set_attribute(tag, key, value)
        if tag.local == "connection":
            self.altered.append(alteration(AlterationKind.CONNECTIONS, [tag.get("name")]))
        elif leads:
            self.altered.append(alteration(AlterationKind.CONNECTIONS))


def _refuse_program(name: str) -> None:
    raise UploadRejected(
        _(
            "„%(name)s“ holt Werte aus einem anderen Programm (DDE oder OLE). Lösen Sie diese Verknüpfung in Excel (Daten, "
            "Verknüpfungen bearbeiten, Verknüpfung aufheben) oder speichern Sie die Datei als PDF.",
            name=name,
        )
    )
