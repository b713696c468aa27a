"""What an upload loses before it may be kept, and how that is said: told before it is kept, and shown wherever the file is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

MAXIMUM_NAMES = 5
MAXIMUM_NAME = 60


class AlterationKind(StrEnum):
    """Changes to what a file holds, does or shows. What is only packed anew is none."""

    SCRIPTS = "scripts"
    ACTIONS = "actions"
    FILES = "files"
    FORMS = "forms"
    MEDIA = "media"
    FILE_LINKS = "file_links"
    PROTECTION = "protection"
    SIGNATURE = "signature"
    PAGES_DIFFER = "pages_differ"
    PAGES_UNSEEN = "pages_unseen"
    FRAMES = "frames"
    TEMPLATE = "template"
    LINKED_PICTURES = "linked_pictures"
    FIELDS = "fields"
    MAIL_MERGE = "mail_merge"
    OBJECTS = "objects"
    CONTROLS = "controls"
    WORKBOOKS = "workbooks"
    CONNECTIONS = "connections"
    FORMULAS = "formulas"
    ADD_INS = "add_ins"


_WORDS: Mapping[AlterationKind, Message] = {
    AlterationKind.SCRIPTS: _("Skripte entfernt (Felder rechnen und prüfen nicht mehr selbst)"),
    AlterationKind.ACTIONS: _("Aktionen entfernt, die von selbst ablaufen, Daten senden oder laden"),
    AlterationKind.FILES: _("eingebettete Dateien entfernt"),
    AlterationKind.FORMS: _("die zweite, dynamische Fassung des Formulars (XFA) entfernt"),
    AlterationKind.MEDIA: _("eingebettete Medien entfernt (Ton, Film, 3D)"),
    AlterationKind.FILE_LINKS: _("Verweise auf Dateien oder Programme außerhalb entfernt"),
    AlterationKind.PROTECTION: _("der Schutz gegen Ändern oder Drucken aufgehoben"),
    AlterationKind.SIGNATURE: _("die digitale Signatur ist nicht mehr gültig"),
    AlterationKind.PAGES_DIFFER: _("diese Seiten sehen anders aus als gesendet"),
    AlterationKind.PAGES_UNSEEN: _("ob alle Seiten danach gleich aussehen, ließ sich nicht prüfen"),
    AlterationKind.FRAMES: _("von mehreren Bildern oder einer Animation nur das erste Bild behalten"),
    AlterationKind.TEMPLATE: _("der Verweis auf die Dokumentvorlage entfernt"),
    AlterationKind.LINKED_PICTURES: _("verknüpfte Bilder, die nicht in der Datei stecken, entfernt"),
    AlterationKind.FIELDS: _("Felder, die Inhalte von außen holen, durch ihren letzten Inhalt ersetzt"),
    AlterationKind.MAIL_MERGE: _("die Verbindung zur Datenquelle des Serienbriefs entfernt"),
    AlterationKind.OBJECTS: _("eingebettete Objekte entfernt (ihr Bild bleibt)"),
    AlterationKind.CONTROLS: _("Steuerelemente (ActiveX) entfernt (ihr Bild bleibt)"),
    AlterationKind.WORKBOOKS: _("Verknüpfungen mit anderen Arbeitsmappen gelöst (die letzten Werte bleiben)"),
    AlterationKind.CONNECTIONS: _("Datenverbindungen und Abfragen entfernt (die letzten Werte bleiben)"),
    AlterationKind.FORMULAS: _("Formeln, die Inhalte von außen holen, durch ihren letzten Wert ersetzt"),
    AlterationKind.ADD_INS: _("Add-ins entfernt"),
}


@dataclass(frozen=True, kw_only=True)
class Alteration:
    """One change; `names`: what it befell (file names, page numbers), as the file itself names it."""

    kind: AlterationKind
    names: tuple[str, ...] = ()

    def in_words(self, *, with_names: bool = True) -> Message:
        words = _WORDS[self.kind]
        if not self.names or not with_names:
            return words
        shown = [f"„{one}“" if not one.isdecimal() else one for one in self.names[:MAXIMUM_NAMES]]
        names, more = ", ".join(shown), len(self.names) - MAXIMUM_NAMES
        if more > 0:
            return _("%(words)s: %(names)s und %(more)s weitere", words=words, names=names, more=more)
        return _("%(words)s: %(names)s", words=words, names=names)

    def as_record(self) -> dict[str, Any]:
        return {"kind": self.kind.value, "names": list(self.names)}


def alteration(kind: AlterationKind, names: Iterable[str] = ()) -> Alteration:
    """A change with names fit to be shown: printable, short, each once, in the order in which they came."""
    plain = ("".join(letter for letter in name if letter.isprintable()).strip() for name in names)
    short = (name if len(name) <= MAXIMUM_NAME else f"{name[: MAXIMUM_NAME - 1]}…" for name in plain if name)
    return Alteration(kind=kind, names=tuple(dict.fromkeys(short)))


def collected(found: Iterable[Alteration]) -> tuple[Alteration, ...]:
    """One for each kind, in the order of the kinds, with all their names."""
    names: dict[AlterationKind, list[str]] = {}
    for one in found:
        names.setdefault(one.kind, []).extend(one.names)
    return tuple(Alteration(kind=kind, names=tuple(dict.fromkeys(names[kind]))) for kind in AlterationKind if kind in names)


def from_records(records: Sequence[Mapping[str, Any]] | None) -> tuple[Alteration, ...]:
    """As they were stored; nothing for what was attached before this was recorded."""
    return tuple(Alteration(kind=AlterationKind(one["kind"]), names=tuple(one["names"])) for one in records or ())
