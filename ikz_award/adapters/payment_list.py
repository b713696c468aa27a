"""The payment list as XLSX: nothing typed can become a formula, amounts are numbers that add up."""

import io
from collections.abc import Sequence
from decimal import Decimal

from ikz_award.domain.words.formats import CENTS
from ikz_award.domain.words.wording import message as _

TITLES = (
    (_("Kategorie"), 30), (_("Nummer"), 12), (_("Beitrag"), 44), (_("Empfänger"), 30), (_("Kontoinhaber"), 30), (_("IBAN"), 28),
    (_("Bank"), 34), (_("Betrag in Euro"), 16), (_("Verwendungszweck"), 26),
)  # fmt: skip
AMOUNT = 7
# As everywhere: whole euros without cents.
WHOLE, WITH_CENTS = "#,##0", "#,##0.00"
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def write_payment_list(rows: Sequence[Sequence[str | int]]) -> bytes:
    """One row a payment, in the order of `TITLES`, the amount in cents; the last row is the sum."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = str(_("Auszahlung"))
    for place, (title, width) in enumerate(TITLES, start=1):
        head = sheet.cell(1, place, str(title))
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    amounts = [row[AMOUNT] for row in rows]
    whole = sum(amount for amount in amounts if isinstance(amount, int))
    last = ["", "", "", "", "", "", str(_("Summe")), whole, ""]
    for number, row in enumerate([*rows, last], start=2):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, int):
                cell.value, cell.number_format = Decimal(value) / CENTS, WITH_CENTS if value % CENTS else WHOLE
            else:
                cell.value, cell.data_type = value, "s"
                cell.quotePrefix = value.startswith(_FORMULA_MARKS)
            if number == len(rows) + 2:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
