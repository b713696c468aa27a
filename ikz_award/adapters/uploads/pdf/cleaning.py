"""Uploaded PDFs without what acts, opens or hides: scripts, actions, embedded files, media, XFA forms.

A PDF in which nothing of the kind is found stays as it is, byte for byte, so that its digital signature stays valid, also where
it has a harmless flaw or forbids changes. One whose content lies elsewhere than on its pages is refused by its true name.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
import pikepdf.sanitize
from pikepdf import Dictionary

from ikz_award.adapters.uploads.file_kinds import dynamic_form, pdf_start
from ikz_award.adapters.uploads.pdf.content import embedded_names, is_dynamic_form, is_portfolio, is_signed, remove_active_parts
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration, collected
from ikz_award.domain.words.wording import message as _

_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
# Long enough not to stand in packed data by chance.
_ACTIVE_NAMES = re.compile(rb"/(?:JavaScript|SubmitForm|ImportData|EmbeddedFile|RichMedia|Rendition|Launch\b)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass
class _Body:
    """The PDF alone. `has_company`: something else could be read from the same bytes."""

    data: bytes
    has_company: bool
    remarks: list[str] = field(default_factory=list)


def clean_pdf(data: bytes, *, name: str) -> tuple[bytes, str, tuple[Alteration, ...]]:
    """The PDF as it may be kept, a German notice ("" if nothing), and what was altered. Raises `UploadRejected`."""
    body = _alone(data)
    try:
        with pikepdf.open(io.BytesIO(body.data)) as pdf:
            _refuse_elsewhere(pdf, name=name)
            # The objects are looked at one by one, and only then the parser has seen and warned of everything.
            active = remove_active_parts(pdf)
            was_signed, is_locked, has_flaws = is_signed(pdf), pdf.is_encrypted, bool(pdf.get_warnings())
            if not active.found and not body.has_company and (not has_flaws or (was_signed and _is_plain(body.data))):
                return body.data, _notice(body, is_locked=is_locked), ()
            cleaned = _written_anew(pdf)
    except pikepdf.PasswordError:
        raise _locked(name) from None
    except UploadRejected:
        raise
    except Exception as error:  # A parser fed with hostile data fails in every way there is.
        raise _unreadable(body.data, name=name) from error
    found = [*active.alterations()]
    found += [alteration(AlterationKind.PROTECTION)] if is_locked else []
    found += [alteration(AlterationKind.SIGNATURE)] if was_signed else []
    if has_flaws or body.has_company:
        body.remarks.append(_("Fehler im Aufbau des PDFs wurden beim Speichern behoben."))
    return cleaned, _notice(body), collected(found)


def _alone(data: bytes) -> _Body:
    """Without what stands before or behind: gateways and printer queues add lines, and whoever hides something, files."""
    start = max(0, pdf_start(data))
    ends = [match.end() for match in _END.finditer(data)]
    end = ends[-1] if ends else len(data)
    rest = data[end:]
    body = _Body(data=data[start:], has_company=not ends)
    if rest.strip(b"\0\r\n\t ") or start:
        body.data = data[start:end] + b"\n"
        body.remarks.append(_("Daten vor oder hinter dem PDF wurden entfernt."))
    body.has_company = body.has_company or zipfile.is_zipfile(io.BytesIO(body.data))
    return body


def _refuse_elsewhere(pdf: pikepdf.Pdf, *, name: str) -> None:
    """Refuse a PDF whose content is not on its pages."""
    if not len(pdf.pages):
        raise UploadRejected(
            _("„%(name)s“ hat keine Seiten. Öffnen Sie das Dokument noch einmal und speichern Sie es neu als PDF.", name=name)
        )
    if is_dynamic_form(pdf):
        raise dynamic_form(name)
    if is_portfolio(pdf):
        files = ", ".join(f"„{one}“" for one in embedded_names(pdf)[:5])
        raise UploadRejected(
            _(
                "„%(name)s“ ist eine PDF-Mappe (Portfolio): Ihr Inhalt liegt in eingebetteten Dateien (%(files)s), nicht auf "
                "ihren Seiten. Laden Sie diese Dateien einzeln hoch oder drucken Sie die Mappe als normales PDF.",
                name=name,
                files=files,
            )
        )


def _is_plain(data: bytes) -> bool:
    """Whether nothing acts in any reading of a flawed PDF: its tables ignored, and its earlier versions looked through."""
    names = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), data) if b"#" in data else data
    if _ACTIVE_NAMES.search(names):
        return False
    try:
        # Without its tables it is put together from all objects there are, as a viewer may do.
        with pikepdf.open(io.BytesIO(data.replace(b"startxref", b"startxxxx"))) as pdf:
            return not remove_active_parts(pdf).found
    except pikepdf.PdfError:
        return False


def _written_anew(pdf: pikepdf.Pdf) -> bytes:
    steps: list[Callable[[pikepdf.sanitize.Sanitizer], object]] = [
        lambda one: one.remove_javascript(),
        lambda one: one.remove_multimedia(),
        lambda one: one.remove_attachments(),
        lambda one: one.remove_collection(),
    ]
    sanitizer = pikepdf.sanitize.Sanitizer()
    for step in steps:
        step(sanitizer)
    sanitizer.apply(pdf)
    if "/UR3" in pdf.Root.get("/Perms", Dictionary()):
        # The permission for Adobe Reader to save counts for the unchanged file only, and it would warn of it.
        del pdf.Root["/Perms"]
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _notice(body: _Body, *, is_locked: bool = False) -> str:
    remarks = list(body.remarks)
    if is_locked:
        remarks.append(
            _(
                "Das PDF verbietet manches (zum Beispiel Ändern oder Drucken). Es bleibt, wie Sie es gesendet haben; für die "
                "Jury wird es trotzdem mitgedruckt."
            )
        )
    return " ".join(remarks)


def _locked(name: str) -> UploadRejected:
    return UploadRejected(
        _(
            "„%(name)s“ ist mit Kennwort geschützt. Öffnen Sie das PDF mit dem Kennwort, drucken Sie es als PDF ohne Kennwort "
            "und laden Sie dieses hoch.",
            name=name,
        )
    )


def _unreadable(data: bytes, *, name: str) -> UploadRejected:
    if b"/Encrypt" in data and b"/Standard" not in data:
        return UploadRejected(
            _(
                "„%(name)s“ ist verschlüsselt (mit Zertifikat oder Rechteverwaltung). Drucken Sie das Dokument als PDF ohne "
                "Schutz und laden Sie dieses hoch.",
                name=name,
            )
        )
    return UploadRejected(
        _(
            "„%(name)s“ ist beschädigt und lässt sich nicht als PDF lesen. Öffnen Sie das Dokument noch einmal und speichern "
            "Sie es neu als PDF.",
            name=name,
        )
    )
