"""Official keys and names of municipal bodies: how they are written on a letterhead and how they are found."""

import re
import unicodedata

# The third digit of an AGS in North Rhine-Westphalia.
GOVERNMENT_REGIONS = {"1": "Düsseldorf", "3": "Köln", "5": "Münster", "7": "Detmold", "9": "Arnsberg"}
# Two spellings of one letter: people type "Muenster" as well as "Munster" where they have no umlaut keys.
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def government_region(key: str) -> str:
    """The Regierungsbezirk of a municipality's (8 digits) or district's key (5 digits); empty for any other."""
    return GOVERNMENT_REGIONS.get(key[2], "") if re.fullmatch(r"05[0-9]{3}(?:[0-9]{3})?", key) else ""


def fold(text: str, *, is_spelled_out: bool = True) -> str:
    """`text` in lower-case ASCII words with single spaces: umlauts as "ae", or as "a" unless `is_spelled_out`."""
    lowered = unicodedata.normalize("NFC", text).lower()
    if is_spelled_out:
        lowered = lowered.translate(_SPELLED_OUT)
    plain = unicodedata.normalize("NFKD", lowered.replace("ß", "ss"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char))))


def spellings(text: str) -> tuple[str, ...]:
    """The folded forms of `text` without repetition, the spelled-out one first."""
    return tuple(dict.fromkeys((fold(text), fold(text, is_spelled_out=False))))


def search_name(*, key: str, name: str, official_name: str) -> str:
    """What a body is searched by: its name first, so that a prefix of it is a prefix here, then official name and key."""
    return " ".join(dict.fromkeys((*spellings(name), *spellings(official_name), key.lower())))


def short_name(name: str) -> str:
    """The name as spoken: "Hennef (Sieg)" is "Hennef", "Fröndenberg/Ruhr" is "Fröndenberg"."""
    return re.sub(r"\s*(?:\(.*\)|/.*)$", "", name)


def official_district_name(name: str) -> str:
    """ "Kreis Borken" for "Borken"; names that say what they are stay ("Hochsauerlandkreis", "Städteregion Aachen")."""
    return name if re.search(r"kreis|städteregion", name, re.IGNORECASE) else f"Kreis {name}"


def official_municipality_name(name: str, *, is_city: bool, title: str = "") -> str:
    """ "Stadt Bocholt", "Gemeinde Reken"; a city's own `title` in one word goes before ("Hansestadt Attendorn")."""
    if not is_city:
        return f"Gemeinde {name}"
    return f"{title if re.fullmatch(r'[^ ]*stadt', title, re.IGNORECASE) else 'Stadt'} {name}"
