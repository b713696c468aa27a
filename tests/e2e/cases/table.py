"""What must become of files as town halls send them: the table of the cases beside the repository, and files made here.

`../shared/cases/` holds one file of each kind; `MADE` makes another one of each, so that the kinds are walked everywhere.
"""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image

from tests.adapters.uploads.office.files import docx, field, paragraph, workbook
from tests.adapters.uploads.pdf import files as pdf_files
from tests.adapters.uploads.test_file_kinds import compound
from tests.e2e.driver.server import ROOT
from tests.reports.pack import layer_samples
from tests.reports.pack import samples as sheets

CASES = Path(os.environ.get("IKZ_AWARD_CASES", ROOT.parent / "shared" / "cases"))


class Becomes(StrEnum):
    """AS_SENT: byte for byte. SAVED_ANEW: other bytes, the same look, nothing to choose. ALTERED: told, then chosen."""

    AS_SENT = "as sent"
    SAVED_ANEW = "saved anew"
    ALTERED = "altered"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Expected:
    """`says`: words told of the file; `reads`: words a reader of the pack finds by either engine; `hides`: words that are
    drawn by none and, in poppler, which knows of layers, not read either.

    `looks`: each page of the pack is the file's, pixel by pixel, in both engines; False where each engine makes up the look of
    a value, so that only what is read can be compared in poppler.
    """

    becomes: Becomes
    says: str = ""
    reads: tuple[str, ...] = ()
    hides: str = ""
    looks: bool = True


@dataclass(frozen=True, kw_only=True)
class Sent:
    name: str
    data: bytes
    expected: Expected

    @property
    def is_kept(self) -> bool:
        return self.expected.becomes is not Becomes.REFUSED

    @property
    def is_in_pack(self) -> bool:
        return self.is_kept and self.name.endswith((".pdf", ".png"))


AS_SENT, ALTERED, REFUSED = (Expected(becomes=each) for each in (Becomes.AS_SENT, Becomes.ALTERED, Becomes.REFUSED))
PASSWORD = Expected(becomes=Becomes.REFUSED, says="ist mit Kennwort geschützt")
DYNAMIC = Expected(becomes=Becomes.REFUSED, says="lassen Sie es als normales PDF drucken")
GREY = Expected(becomes=Becomes.SAVED_ANEW)
# The cases' own table, in the words of what can be checked.
TABLE = {
    "ebene_ausgeblendet.pdf": Expected(
        becomes=Becomes.AS_SENT, reads=("Lageplan, Fassung fuer die Jury",), hides="VERWORFENE VARIANTE"
    ),
    "formular_ausgefuellt.pdf": Expected(becomes=Becomes.AS_SENT, reads=("Musterstadt, 3. Mai 2026",), looks=False),
    "xfa_dynamisch.pdf": DYNAMIC,
    "beschluss_signiert.pdf": Expected(becomes=Becomes.AS_SENT, reads=("Beschluss des Rates, digital unterschrieben",)),
    "nur_aenderungsschutz.pdf": Expected(
        becomes=Becomes.AS_SENT, says="verbietet manches", reads=("Satzung, Drucken erlaubt, Aendern gesperrt",)
    ),
    "graustufen16.png": GREY,
    "hausvorlage.docx": Expected(
        becomes=Becomes.ALTERED, says="der Verweis auf die Dokumentvorlage entfernt: „Kopfbogen.dotx“"
    ),
    "linkfeld.docx": AS_SENT,
    "linkfeld_gut.docx": AS_SENT,
    "mit_kennwort.docx": PASSWORD,
    "haushalt_gross.xlsx": AS_SENT,
}


def described() -> dict[str, str]:
    """The table beside the files: name → what must become of it."""
    cells: dict[str, str] = {}
    for line in (CASES / "README.md").read_text().splitlines():
        row = [cell.strip() for cell in line.strip().strip("|").split("|")]
        for name in row[0].split("`")[1::2] if len(row) == 3 else ():
            cells[name] = row[2]
    return cells


def real() -> list[Sent]:
    """All the files that lie there."""
    return [Sent(name=name, data=(CASES / name).read_bytes(), expected=expected) for name, expected in TABLE.items()]


def _grey() -> bytes:
    """A dark scan in 16-bit grey: all its tones lie where eight bits cut off at once would show white."""
    made = io.BytesIO()
    rows = np.linspace(600, 30_000, 400 * 200, dtype=np.uint16).reshape(200, 400)
    Image.fromarray(rows).save(made, "PNG")
    return made.getvalue()


def _dynamic() -> bytes:
    config = b"<config><dynamicRender>required</dynamicRender></config>"
    return pdf_files.pages("Bitte warten", change=lambda document: pdf_files.with_field(document, xfa=config))


def _locked() -> bytes:
    rules = pikepdf.Permissions(modify_other=False)
    return pdf_files.pages("Satzung", encryption=pikepdf.Encryption(owner="amt", user="", R=6, allow=rules))


def _template() -> bytes:
    link = [("rId1", "attachedTemplate", "file:///P:/Kopf_Bocholt.dotx", "External")]
    return docx(paragraph("Vertrag"), settings='<w:attachedTemplate r:id="rId1"/>', settings_links=link)


def _link() -> bytes:
    return docx(paragraph("Siehe"), field(' HYPERLINK "https://stadt.example/import/include" '))


def _budget() -> bytes:
    def fill(book: object) -> None:
        for row in range(1, 3_000):
            book.active.append([f"Produkt {row}", row * 100, row % 7])  # type: ignore[attr-defined]

    return workbook(fill)


FORM = ("Bürgermeisterin Größe", "Erste Zeile", "rechtsbündig")
Make = Callable[[], bytes]
# Five that tell most, for every run.
TELLING: dict[str, tuple[Make, Expected]] = {
    "Lageplan.pdf": (layer_samples.off, Expected(becomes=Becomes.AS_SENT, reads=("bleibt",), hides=layer_samples.HIDDEN)),
    "Formular.pdf": (sheets.filled(needs=True), Expected(becomes=Becomes.AS_SENT, reads=FORM, looks=False)),
    "Antrag.pdf": (_dynamic, DYNAMIC),
    "Scan.png": (_grey, GREY),
    "Vertrag.docx": (
        _template,
        Expected(becomes=Becomes.ALTERED, says="der Verweis auf die Dokumentvorlage entfernt: „Kopf_Bocholt.dotx“"),
    ),
}
MADE: dict[str, tuple[Make, Expected]] = TELLING | {
    "Beschluss.pdf": (lambda: pdf_files.signed(flaw=True), AS_SENT),
    "Satzung.pdf": (_locked, Expected(becomes=Becomes.AS_SENT, says="verbietet manches", reads=("Satzung",))),
    "Verweis.docx": (_link, AS_SENT),
    "Geheim.docx": (lambda: compound("EncryptedPackage", "EncryptionInfo"), PASSWORD),
    "Haushalt.xlsx": (_budget, AS_SENT),
}


def made(kinds: dict[str, tuple[Make, Expected]]) -> list[Sent]:
    return [Sent(name=name, data=make(), expected=expected) for name, (make, expected) in kinds.items()]
