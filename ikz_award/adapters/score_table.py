"""A juror's points as XLSX: written with locked columns and a signed hidden sheet, read back cell by cell, nothing believed."""

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.wording import message as _

MAXIMUM_FILE = 2 * 1024 * 1024
MAXIMUM_UNPACKED = 20 * 1024 * 1024
MAXIMUM_ROWS, MAXIMUM_COLUMNS = 500, 60
SHEET, META = "Bewertung", "Kennzeichen"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+[0-9]+)')
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


class TableRefused(Exception):  # noqa: N818 - reads as what it says
    """The file cannot be read as a table of ours; the message is for the person who sent it."""


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """`points` gives minimum and maximum for the validation in the program; `is_locked` columns only identify."""

    title: str
    width: int = 14
    is_locked: bool = False
    points: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """`ref` is the cell's name ("F12"); `fault` says why the content is no text or number that somebody typed."""

    ref: str
    text: str
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadTable:
    """What a file holds: its signed mark, and the rows below the header, by the titles of the columns."""

    mark: str
    signature: str
    titles: tuple[str, ...]
    rows: tuple[Mapping[str, Cell], ...]


def write_table(*, columns: Sequence[TableColumn], rows: Sequence[Sequence[Any]], mark: str, signature: str) -> bytes:
    """The workbook; None is an empty cell that is filled in, "–" one that is not."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for place, column in enumerate(columns, start=1):
        _write_column(sheet, place, column, [row[place - 1] for row in rows])
    sheet.freeze_panes = "D2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.sort = False
    hidden = book.create_sheet(META)
    hidden.sheet_state = "veryHidden"
    # A cell holds 32,767 characters: the mark goes in pieces.
    for place, start in enumerate(range(0, len(mark), 30_000), start=2):
        hidden.cell(place, 1, mark[start : start + 30_000])
    hidden.cell(1, 1, signature)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _write_column(sheet: Any, place: int, column: TableColumn, values: Sequence[Any]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter

    head = sheet.cell(1, place, column.title)
    head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    head.fill = PatternFill("solid", fgColor="DDE5EE")
    sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, value in enumerate(values, start=2):
        cell = sheet.cell(number, place)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula, whatever an applicant's title begins with
            cell.quotePrefix = value.startswith(_FORMULA_MARKS)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.protection = Protection(locked=column.is_locked or value == "–")
    if column.points and values:
        _limit_points(sheet, get_column_letter(place), column.points, last=len(values) + 1)


def _limit_points(sheet: Any, letter: str, points: tuple[Decimal, Decimal], *, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    low, high = points
    rule = DataValidation(type="decimal", operator="between", formula1=str(low), formula2=str(high), allow_blank=True)
    rule.showErrorMessage = False  # "7,5" as text is fine, too; the upload judges and names the cell
    span = f"{format_exact(low)} bis {format_exact(high)}"
    rule.showInputMessage, rule.promptTitle, rule.prompt = True, "Punkte", span
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{last}")


def read_table(data: bytes) -> ReadTable:
    """The table in a workbook that was cleaned (`uploads.clean_upload`). Raises `TableRefused`."""
    from openpyxl import load_workbook

    try:
        merged = _merged_cells(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except TableRefused:
        raise
    except Exception as error:
        raise TableRefused(_("Die Datei ist keine lesbare Excel-Tabelle.")) from error
    if SHEET not in book.sheetnames or META not in book.sheetnames:
        raise TableRefused(_("Das ist keine Bewertungstabelle von hier. Bitte laden Sie Ihre Tabelle neu herunter."))
    if merged:
        raise TableRefused(_("Zelle %(cell)s: Verbundene Zellen können nicht gelesen werden.", cell=merged[0]))
    parts = [row[0] for row in book[META].iter_rows(max_col=1, max_row=50, values_only=True)]
    rows = list(book[SHEET].iter_rows(max_row=MAXIMUM_ROWS + 2, max_col=MAXIMUM_COLUMNS))
    if len(rows) > MAXIMUM_ROWS + 1:
        raise TableRefused(_("Die Tabelle hat mehr als %(limit)s Zeilen.", limit=MAXIMUM_ROWS))
    titles = {place: str(cell.value).strip() for place, cell in enumerate(rows[0] if rows else ()) if cell.value is not None}
    if doubled := [title for title in titles.values() if list(titles.values()).count(title) > 1]:
        raise TableRefused(_("Die Spalte „%(title)s“ gibt es zweimal.", title=doubled[0][:80]))
    found: list[Mapping[str, Cell]] = [
        {title: _cell(row[place], place, number) for place, title in titles.items() if place < len(row)}
        for number, row in enumerate(rows[1:], start=2)
    ]
    return ReadTable(
        mark="".join(str(part) for part in parts[1:] if part),
        signature=str(parts[0] if parts else ""),
        titles=tuple(titles.values()),
        rows=tuple(row for row in found if any(cell.text or cell.fault for cell in row.values())),
    )


def _merged_cells(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAXIMUM_UNPACKED:
            raise TableRefused(_("Die Tabelle ist ungewöhnlich groß. Bitte laden Sie Ihre Tabelle neu herunter."))
        sheets = [part.filename for part in parts if part.filename.startswith("xl/worksheets/")]
        return [ref.decode() for name in sheets for ref in _MERGED.findall(archive.read(name))]


def _cell(cell: Any, place: int, number: int) -> Cell:
    from openpyxl.utils import get_column_letter

    ref, value = f"{get_column_letter(place + 1)}{number}", cell.value
    if value is None:
        return Cell(ref=ref, text="")
    if cell.data_type == "f":
        return Cell(ref=ref, text="", fault=_("Hier steht eine Formel. Bitte tragen Sie den Wert selbst ein."))
    if cell.data_type == "e":
        return Cell(ref=ref, text=str(value), fault=_("Hier steht ein Fehlerwert."))
    if isinstance(value, date | time):
        return Cell(ref=ref, text="", fault=_("Hier steht ein Datum. Bitte schreiben Sie Punkte mit Komma, zum Beispiel 7,5."))
    if isinstance(value, bool):
        return Cell(ref=ref, text="", fault=_("Hier steht ein Wahrheitswert statt einer Zahl oder eines Textes."))
    if isinstance(value, int | float):
        # The shortest digits that mean this number: 7.5, not 7.4999999.
        text = str(Decimal(str(value)).normalize()) if value == value else ""
        return Cell(ref=ref, text=f"{Decimal(text):f}" if text else "")
    return Cell(ref=ref, text=str(value))


def mark_of(content: Mapping[str, Any]) -> str:
    """The hidden mark as text, the same for equal content."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"))
