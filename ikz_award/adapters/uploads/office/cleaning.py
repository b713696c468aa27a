"""Word and Excel files without what runs, reaches out or hides; what shows, stays.

What is taken out is named. What cannot be taken out without losing the content is refused by its true name. A file in which
nothing is found, and that is nothing but its parts, stays byte for byte; any other is packed anew.
"""

import io
import posixpath
import zipfile
from xml.parsers import expat

from ikz_award.adapters.uploads.office.archive import is_bare, packed
from ikz_award.adapters.uploads.office.package import Package
from ikz_award.adapters.uploads.office.relations import OFFICE, refuse_macros
from ikz_award.adapters.uploads.office.xml import Declares
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration, collected
from ikz_award.domain.words.wording import message as _

MAXIMUM_UNPACKED = 200 * 1024 * 1024
MAXIMUM_PARTS = 5_000
MAXIMUM_NESTING = 2
_ENCRYPTED = 0x1


def clean_office(data: bytes, *, name: str, depth: int = 0) -> tuple[bytes, str, tuple[Alteration, ...]]:
    """The file with its parts alone (nothing before, between, behind them), a German notice, and what was altered.

    Raises `UploadRejected`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _cleaned(data, archive, name=name, depth=depth)
    except UploadRejected:
        raise
    except Declares:
        raise UploadRejected(
            _(
                "„%(name)s“ enthält eine Dokumenttyp-Definition, wie sie Office nie schreibt, und wurde nicht angenommen. "
                "Öffnen Sie die Datei und speichern Sie sie neu.",
                name=name,
            )
        ) from None
    except (expat.ExpatError, Exception) as error:  # A parser fed with hostile data fails in every way there is.
        raise UploadRejected(
            _(
                "„%(name)s“ ist beschädigt und wurde nicht angenommen. Öffnen Sie die Datei in Word oder Excel, speichern Sie "
                "sie neu und laden Sie sie noch einmal hoch.",
                name=name,
            )
        ) from error


def _cleaned(data: bytes, archive: zipfile.ZipFile, *, name: str, depth: int) -> tuple[bytes, str, tuple[Alteration, ...]]:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    _check_frame(parts, name=name)
    remarks = [_("Ein Kommentar im Inneren der Datei wurde entfernt.")] if archive.comment else []
    package = Package(archive, {_path(part): part for part in parts}, name=name)
    package.clean()
    inner = _inner(package, name=name, depth=depth)
    package.check()
    if package.hints:
        hints = ", ".join(sorted(package.hints))
        remarks.append(_("Die Datei enthält %(hints)s. Auch das liest, wer sie öffnet.", hints=hints))
    altered = collected([*package.altered, *inner])
    if altered and package.is_signed:
        altered = collected([*altered, alteration(AlterationKind.SIGNATURE)])
    if not package.is_changed and is_bare(data, archive):
        return data, " ".join(remarks), altered
    return packed((path, package.body(path)) for path in package.paths()), " ".join(remarks), altered


def _path(part: zipfile.ZipInfo) -> str:
    # Some programs on Windows write their own separator; Word reads it.
    return part.orig_filename.replace("\\", "/")


def _check_frame(parts: list[zipfile.ZipInfo], *, name: str) -> None:
    if len(parts) > MAXIMUM_PARTS or sum(part.file_size for part in parts) > MAXIMUM_UNPACKED:
        raise UploadRejected(
            _(
                "„%(name)s“ ist ausgepackt zu groß und wurde nicht angenommen. Teilen Sie die Datei auf oder speichern Sie sie "
                "als PDF.",
                name=name,
            )
        )
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UploadRejected(
            _(
                "„%(name)s“ ist mit Kennwort geschützt (verschlüsselt gepackt). Speichern Sie die Datei ohne Kennwort und "
                "laden Sie sie noch einmal hoch.",
                name=name,
            )
        )
    names = [_path(part).lower() for part in parts]
    if len(set(names)) != len(names) or any(not _is_plain(_path(part)) for part in parts):
        raise UploadRejected(
            _(
                "„%(name)s“ ist innen nicht wie eine Office-Datei aufgebaut und wurde nicht angenommen. Öffnen Sie die "
                "Datei und speichern Sie sie neu.",
                name=name,
            )
        )
    if any("vbaproject" in part or "/macrosheets/" in part for part in names):
        refuse_macros(name)


def _is_plain(path: str) -> bool:
    """A relative path without tricks."""
    is_path = path.isprintable() and ":" not in path and not path.startswith("/")
    return is_path and ".." not in path.split("/") and posixpath.normpath(path) == path


def _inner(package: Package, *, name: str, depth: int) -> list[Alteration]:
    """Clean the files within the file: a chart brings its table along as one of its own."""
    altered: list[Alteration] = []
    for path in package.paths():
        if not path.lower().endswith(OFFICE):
            continue
        if depth >= MAXIMUM_NESTING:
            raise UploadRejected(
                _(
                    "„%(name)s“ enthält zu tief verschachtelte Dateien und wurde nicht angenommen. Speichern Sie sie als PDF.",
                    name=name,
                )
            )
        cleaned, _notice, found = clean_office(package.body(path), name=name, depth=depth + 1)
        if cleaned != package.body(path):
            package.replace(path, cleaned)
        altered += found
    return altered
