"""Reading GV100AD, the official municipality register of the Statistisches Bundesamt.

One record a line, 220 characters, counted from 1: record type 1-2 (10 Land, 20 Regierungsbezirk, 30 Region, 40 Kreis,
50 Gemeindeverband, 60 Gemeinde), day of the territorial status 3-10 (YYYYMMDD), key 11-18 (a Kreis fills five digits),
name 23-72, kind ("Textkennzeichen") 123-124, and for a Gemeinde: area in hectares 129-139, population 140-150.
UTF-8 in newer editions, else ISO-8859-1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ikz_award.domain.people.register import GOVERNMENT_REGIONS
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _

LAND = "05"
# North Rhine-Westphalia has 396; a file with far fewer is cut off or something else.
MINIMUM_MUNICIPALITIES = 300
MAXIMUM_BYTES = 32 * 1024 * 1024
_RECORD_TYPES = ("10", "20", "30", "40", "50", "60")
_CITY_KINDS = ("61", "62", "63", "67")
_UNINCORPORATED = ("65", "66")
_LINE_MINIMUM = {"40": 23, "60": 150}


@dataclass(frozen=True, kw_only=True)
class GvMunicipality:
    """A municipality; `title` is what follows its name after a comma ("Stadt", "Hansestadt"), often nothing."""

    key: str
    name: str
    title: str
    is_city: bool
    area_hectares: int | None
    population: int | None

    @property
    def district_key(self) -> str:
        return self.key[:5]

    @property
    def is_independent(self) -> bool:
        """An independent city is a district of its own, with no municipality numbers in it."""
        return self.key.endswith("000")


@dataclass(frozen=True, kw_only=True)
class GvRegister:
    """What a file says of North Rhine-Westphalia; `districts` (key → name) without the independent cities."""

    as_of: date
    districts: Mapping[str, str]
    municipalities: Mapping[str, GvMunicipality]


def read_gv100ad(data: bytes) -> GvRegister:
    """The register in `data`. Raises `Invalid` (reason "register_file", field "file") with the first fault and its line."""
    days: set[date] = set()
    districts: dict[str, str] = {}
    municipalities: dict[str, GvMunicipality] = {}
    for number, line in _lines(data):
        if line[10:12] != LAND or line[:2] not in _LINE_MINIMUM:
            continue
        days.add(_day(line, number))
        key = _digits(line, number, 10, 15 if line[:2] == "40" else 18)
        if key in districts or key in municipalities:
            raise _fault(_("Der Schlüssel %(key)s kommt mehrfach vor.", key=key), number)
        if line[:2] == "40":
            # In brackets: the statistics' note on the Städteregion, not part of its name.
            districts[key] = _name_and_title(line, number)[0].removesuffix(" (einschl. Stadt Aachen)")
        elif line[122:124] not in _UNINCORPORATED:
            municipalities[key] = _municipality(line, number, key)
    return _checked(days, districts, municipalities)


def own_lines(data: bytes) -> str:
    """The lines of a file that say something of North Rhine-Westphalia: as good as the file, and a hundredth of it.

    Raises `Invalid` as `read_gv100ad`.
    """
    return "\n".join(line for _number, line in _lines(data) if line[10:12] == LAND and line[:2] in _LINE_MINIMUM)


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines that hold anything, with their numbers; each long enough for what is read from it."""
    if data[:2] == b"PK":
        raise _fault(_("Die Datei ist ein ZIP-Archiv. Bitte entpacken Sie es und wählen Sie die Textdatei GV100AD darin."))
    if len(data) > MAXIMUM_BYTES:
        raise _fault(
            _("Die Datei ist größer als %(number)s MB und kann kein Gemeindeverzeichnis sein.", number=MAXIMUM_BYTES // 1024**2)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("iso-8859-1")
    # Not splitlines(): in ISO-8859-1 it would also split at characters that are none of its business.
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r\x1a")
        if not line.strip():
            continue
        if line[:2] not in _RECORD_TYPES:
            raise _fault(
                _("Die Zeile beginnt mit keiner bekannten Satzart; erwartet wird eine Datei im Format GV100AD."), number
            )
        if len(line) < _LINE_MINIMUM.get(line[:2], 0):
            raise _fault(_("Die Zeile ist abgeschnitten."), number)
        yield number, line


def _municipality(line: str, number: int, key: str) -> GvMunicipality:
    name, title = _name_and_title(line, number)
    return GvMunicipality(
        key=key,
        name=name,
        title=title,
        is_city=line[122:124] in _CITY_KINDS,
        area_hectares=_quantity(line, number, 128, 139),
        population=_quantity(line, number, 139, 150),
    )


def _name_and_title(line: str, number: int) -> tuple[str, str]:
    name, _comma, title = line[22:72].strip().partition(", ")
    if not name or not name[0].isalpha():
        raise _fault(_("Hier fehlt der Name."), number)
    return name, title.strip()


def _digits(line: str, number: int, start: int, end: int) -> str:
    field = line[start:end]
    if not (field.isascii() and field.isdigit()):
        raise _fault(_("An den Stellen %(number)s bis %(end)s werden Ziffern erwartet.", number=start + 1, end=end), number)
    return field


def _quantity(line: str, number: int, start: int, end: int) -> int | None:
    """A whole number; blank where the statistics has none yet."""
    return int(_digits(line, number, start, end)) if line[start:end].strip() else None


def _day(line: str, number: int) -> date:
    try:
        return date.fromisoformat(_digits(line, number, 2, 10))
    except ValueError:
        raise _fault(_("Der Gebietsstand ist kein Datum."), number) from None


def _checked(days: set[date], districts: dict[str, str], municipalities: dict[str, GvMunicipality]) -> GvRegister:
    """The whole must make sense: one day, all five Regierungsbezirke, every municipality in a district of the file."""
    if len(municipalities) < MINIMUM_MUNICIPALITIES:
        raise _fault(
            _(
                "Die Datei enthält nur %(count)s Gemeinden aus Nordrhein-Westfalen, erwartet werden mindestens "
                "%(minimum_municipalities)s.",
                count=len(municipalities),
                minimum_municipalities=MINIMUM_MUNICIPALITIES,
            )
        )
    if len(days) != 1:
        raise _fault(_("Die Datei enthält verschiedene Gebietsstände."))
    if missing := sorted(GOVERNMENT_REGIONS.keys() - {key[2] for key in municipalities}):
        regions = ", ".join(GOVERNMENT_REGIONS[digit] for digit in missing)
        raise _fault(_("In der Datei fehlen alle Gemeinden aus: %(regions)s.", regions=regions))
    if lost := sorted(row.district_key for row in municipalities.values() if row.district_key not in districts):
        raise _fault(_("In der Datei fehlt der Kreis %(lost)s.", lost=lost[0]))
    own = {key: name for key, name in districts.items() if f"{key}000" not in municipalities}
    if empty := sorted(own.keys() - {row.district_key for row in municipalities.values()}):
        raise _fault(_("Zum Kreis %(empty)s enthält die Datei keine Gemeinde.", empty=empty[0]))
    return GvRegister(as_of=days.pop(), districts=own, municipalities=municipalities)


def _fault(sentence: str, line: int | None = None) -> Invalid:
    return Invalid({"file": f"Zeile {line}: {sentence}" if line else sentence}, reason="register_file")
