"""Looking into an uploaded file in a process of its own, bounded in time and memory, without environment or secrets.

The child is `ikz_award.adapters.uploads.job`, asked as `adapters.sandbox` says: it gets the file, and gives the cleaned one
and, of a picture, a small one; further children draw a PDF's first page, and compare its pages before and after. Whatever a
hostile file does to a parser, it does it there.
"""

import errno
from dataclasses import dataclass, replace
from typing import Any

from ikz_award.adapters.sandbox import parent
from ikz_award.adapters.sandbox.parent import MEBIBYTE, Child, Ended, command_of
from ikz_award.adapters.uploads.file_kinds import dynamic_form
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.uploads import MAXIMUM_FILE, MEDIA_TYPES, CleanFile, check_frame, clean_filename
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration, collected, from_records
from ikz_award.domain.words.wording import message as _

COMMAND = command_of("ikz_award.adapters.uploads.job", writes_files=False)


@dataclass(frozen=True, kw_only=True)
class UploadBounds(parent.Bounds):
    """For a picture of 50 megapixels about twice what is needed; everything else needs far less."""

    wall_seconds: float = 40
    cpu_seconds: int = 30
    memory_bytes: int = 1536 * MEBIBYTE


BOUNDS = UploadBounds()
# Nobody waits long for a small picture.
PREVIEW_BOUNDS = UploadBounds(wall_seconds=10, cpu_seconds=5, memory_bytes=768 * MEBIBYTE)
# It stops by itself before that, and says that it did.
COMPARE_BOUNDS = UploadBounds(wall_seconds=20, cpu_seconds=15)


def clean_safely(*, filename: str, data: bytes, maximum: int = MAXIMUM_FILE, bounds: UploadBounds = BOUNDS) -> CleanFile:
    """As `uploads.clean_upload`, in a bounded process; a PDF written anew is looked at, page by page, whether it shows what it
    showed. Raises `UploadRejected`.
    """
    check_frame(filename=filename, data=data, maximum=maximum)
    name = clean_filename(filename)
    head = {"task": "clean", "filename": filename, "maximum": maximum}
    answer, body = _ask(head, data, name=name, bounds=bounds)
    if answer["event"] == "rejected":
        raise UploadRejected(answer["message"])
    cleaned, preview = body[: answer["split"]], body[answer["split"] :]
    file = CleanFile(
        filename=answer["filename"],
        media_type=answer["media_type"],
        data=cleaned,
        notice=answer["notice"],
        preview=preview,
        alterations=from_records(answer["alterations"]),
    )
    if file.media_type != MEDIA_TYPES["pdf"]:
        return file
    seen = () if cleaned == data else _compared(data, file, name=name)
    return replace(file, alterations=collected([*file.alterations, *seen]), preview=_first_page(cleaned, name=name))


class CheckInterrupted(OSError):  # noqa: N818 - no fault of the file
    """Somebody ended the process that looked into a file."""


def _compared(data: bytes, file: CleanFile, *, name: str) -> tuple[Alteration, ...]:
    """What is seen to have changed. Raises `UploadRejected` where the content is gone."""
    head = {"task": "compare", "split": len(data)}
    try:
        answer, _body = _ask(head, data + file.data, name=name, bounds=COMPARE_BOUNDS)
    except UploadRejected:
        # Too much to draw, or it cannot be drawn: then nobody knows, and that is said.
        return (alteration(AlterationKind.PAGES_UNSEEN),)
    if answer["asks_to_wait"] and any(one.kind is AlterationKind.FORMS for one in file.alterations):
        raise dynamic_form(name)
    if answer["is_lost"]:
        raise UploadRejected(
            _(
                "Von „%(name)s“ bliebe nach dem Entfernen gefährlicher Teile nicht der ganze Inhalt. Drucken Sie das Dokument "
                "als normales PDF und laden Sie dieses hoch.",
                name=name,
            )
        )
    differ = [alteration(AlterationKind.PAGES_DIFFER, map(str, answer["pages"]))] if answer["pages"] else []
    return (*differ, *([alteration(AlterationKind.PAGES_UNSEEN)] if answer["is_unseen"] else []))


def _first_page(data: bytes, *, name: str) -> bytes:
    """In a process of its own: a page that is too much to draw costs the small picture, not the attachment."""
    try:
        _answer, picture = _ask({"task": "preview"}, data, name=name, bounds=PREVIEW_BOUNDS)
    except UploadRejected:
        return b""
    return picture


def _ask(head: dict[str, Any], data: bytes, *, name: str, bounds: UploadBounds) -> tuple[dict[str, Any], bytes]:
    with Child(COMMAND, bounds=bounds) as child:
        answer = child.ask(head, data)
        if answer is not None:
            return answer
        how, _code = child.how_it_ended()
    if how is Ended.OUTSIDE:
        raise CheckInterrupted(errno.ENOMEM, "the process that looks into an upload was ended from outside")
    # Ended by a bound, or crashed: what does that to a parser is not an attachment.
    raise UploadRejected(
        _(
            "„%(name)s“ ließ sich nicht prüfen: Die Datei ist beschädigt oder ungewöhnlich aufwendig aufgebaut. "
            "Speichern Sie sie neu, zum Beispiel als einfaches PDF, und laden Sie sie noch einmal hoch.",
            name=name,
        )
    )
