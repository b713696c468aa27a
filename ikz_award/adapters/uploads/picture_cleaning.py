"""Uploaded pictures encoded anew: the picture alone, upright, in its own tones; no place, no camera, no hidden parts."""

import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration
from ikz_award.domain.words.wording import message as _

if TYPE_CHECKING:
    from PIL.Image import Image

# 50 megapixels is more than any camera a town hall owns, and 200 MB when unpacked.
MAXIMUM_PIXELS = 50_000_000
# Twice what a list shows, for fine screens.
PREVIEW_PIXELS = 240
SAMPLE = (200, 200)
# How far tones may drift on average, of 255: coarse JPEG steps take some, a wrong conversion far more.
MAXIMUM_DRIFT = {"JPEG": 16.0, "PNG": 1.5}
_METADATA = frozenset({"xmp", "comment", "XML:com.adobe.xmp", "photoshop", "exif"})
_SCREEN_GAMMA = 0.45455


@dataclass(frozen=True, kw_only=True)
class CleanPicture:
    """A picture made anew from its pixels, `preview` a small JPEG; `remarks` say what changed, `alterations` what was lost."""

    data: bytes
    preview: bytes
    media_type: str
    remarks: tuple[str, ...] = ()
    alterations: tuple[Alteration, ...] = ()


def clean_picture(data: bytes, *, name: str) -> CleanPicture:
    """Raises `UploadRejected`."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
                if image.width * image.height > MAXIMUM_PIXELS:
                    raise Image.DecompressionBombError
                return _cleaned(image, name=name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UploadRejected(
            _("„%(name)s“ hat zu viele Bildpunkte. Ein Bild darf höchstens 50 Megapixel haben.", name=name)
        ) from None
    except UploadRejected:
        raise
    except Exception as error:  # Decoders of hostile data fail in every way there is.
        raise UploadRejected(
            _(
                "„%(name)s“ ist beschädigt oder unvollständig übertragen und lässt sich nicht als Bild lesen. Öffnen Sie es in "
                "einem Bildprogramm und speichern Sie es neu.",
                name=name,
            )
        ) from error


def _cleaned(image: "Image", *, name: str) -> CleanPicture:
    from PIL import ImageOps

    # Phones put further pictures behind the first one and call the file a JPEG all the same.
    kind = "PNG" if image.format == "PNG" else "JPEG"
    remarks, alterations = _losses(image)
    options = _options(image, kind)
    # Cameras turn the picture by a note in the metadata; the note goes, so the picture is turned.
    upright = ImageOps.exif_transpose(image)
    plain = in_common_tones(upright)
    _check_tones(upright, plain, most=MAXIMUM_DRIFT["PNG"], name=name)
    target = io.BytesIO()
    plain.save(target, format=kind, **options)
    _look_again(target, plain, kind, name=name)
    return CleanPicture(
        data=target.getvalue(), preview=small_picture(plain), media_type=f"image/{kind.lower()}",
        remarks=remarks, alterations=alterations,
    )  # fmt: skip


def _losses(image: "Image") -> tuple[tuple[str, ...], tuple[Alteration, ...]]:
    """What goes with the rest of the file: harmless, and to be told before."""
    remarks, alterations = [], []
    if image.getexif() or image.info.keys() & _METADATA:
        remarks.append(_("Metadaten des Bildes (zum Beispiel der Aufnahmeort) wurden entfernt."))
    if image.mode.startswith(("I", "F")):
        remarks.append(_("Die Grautöne wurden auf die 256 Stufen gebracht, die Bildschirme und Drucker zeigen."))
    frames = getattr(image, "n_frames", 1)
    if frames > 1 and image.format == "MPO" and not _is_series(image):
        remarks.append(_("Zusatzbilder des Telefons (zum Beispiel für HDR oder Tiefe) wurden entfernt; das Foto bleibt."))
    elif frames > 1:
        alterations.append(alteration(AlterationKind.FRAMES))
    return tuple(remarks), tuple(alterations)


def _is_series(image: "Image") -> bool:
    """Whether the further pictures are as large as the first: a second view, not an aid to show it."""
    size = image.size
    try:
        image.seek(1)
        return image.size == size
    except EOFError:
        return False
    finally:
        image.seek(0)


def _options(image: "Image", kind: str) -> dict[str, Any]:
    """How it was packed, and the dots per inch by which it is printed."""
    options: dict[str, Any] = {"dpi": image.info["dpi"]} if _is_resolution(image.info.get("dpi")) else {}
    if kind == "JPEG":
        from PIL.JpegImagePlugin import get_sampling

        # The steps of the original: no finer ones, which would only cost bytes, and no coarser ones.
        tables = getattr(image, "quantization", None)
        if tables and image.mode in ("L", "RGB"):
            sampling = get_sampling(image)
            return options | {"qtables": tables, "optimize": True} | ({"subsampling": sampling} if sampling >= 0 else {})
        return options | {"quality": 90, "optimize": True}
    gamma = image.info.get("gamma")
    if isinstance(gamma, float) and abs(gamma - _SCREEN_GAMMA) > 0.01 and "icc_profile" not in image.info:
        from PIL.PngImagePlugin import PngInfo

        # Viewers darken or brighten by it.
        note = PngInfo()
        note.add(b"gAMA", round(gamma * 100_000).to_bytes(4, "big"))
        options["pnginfo"] = note
    return options | {"optimize": image.width * image.height < 4_000_000}


def _is_resolution(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(10 <= each <= 5_000 for each in value)


def in_common_tones(image: "Image") -> "Image":
    """The picture in tones that every screen, printer and library shows alike, without anything beside its pixels."""
    transparent = image.info.get("transparency")
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):
        plain = _eight_bits(image)
        transparent = round(transparent / 257) if isinstance(transparent, int) else None
    elif profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        plain = _in_screen_colours(image, profile)
    elif image.mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        plain = image.copy()
    else:
        plain = image.convert("RGBA" if image.mode in ("PA", "La", "RGBa") else "RGB")
    plain.info.clear()
    if transparent is not None and plain.mode in ("1", "L", "P", "RGB"):
        plain.info["transparency"] = transparent
    return plain


def _eight_bits(image: "Image") -> "Image":
    """The upper of sixteen bits; Pillow's own conversion would cut off at 255 and leave a white sheet."""
    import numpy
    from PIL import Image as Pictures

    tones = numpy.asarray(image)
    if image.mode.startswith("F"):
        return Pictures.fromarray(numpy.clip(tones, 0, 255).astype("uint8"))
    return Pictures.fromarray(((numpy.clip(tones, 0, 65_535).astype("uint32") + 128) // 257).astype("uint8"))


def _in_screen_colours(image: "Image", profile: bytes) -> "Image":
    """The colours that the profile means; where it is broken, viewers ignore it, too."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = image.mode if image.mode in ("RGBA", "L") else "RGB"
        if image.mode == "L":
            return image.copy()
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image.copy()
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.copy() if image.mode in ("RGB", "RGBA", "L") else image.convert("RGB")


def _tones(image: "Image") -> Any:
    """Red, green, blue of some pixels over white, from 0 to 255: read from the numbers, not by a conversion of ours."""
    import numpy
    from PIL import Image as Pictures

    some = image.resize(SAMPLE, Pictures.Resampling.NEAREST)
    some.info = image.info
    if some.mode.startswith(("I", "F")):
        tones = numpy.asarray(some)
        grey = tones.astype("float64") / (257 if some.mode.startswith("I") else 1)
        if isinstance(image.info.get("transparency"), int):
            grey[tones == image.info["transparency"]] = 255
        return numpy.stack([grey] * 3, axis=-1)
    rgba = numpy.asarray(some.convert("RGBA")).astype("float64")
    cover = rgba[..., 3:] / 255
    return rgba[..., :3] * cover + 255 * (1 - cover)


def _check_tones(before: "Image", after: "Image", *, most: float, name: str) -> None:
    """Raises `UploadRejected` where the picture does not look as it did."""
    import numpy

    profiled = "icc_profile" in before.info or before.mode == "CMYK"
    drift = float(numpy.abs(_tones(before) - _tones(after)).mean())
    # Between colour spaces numbers differ while colours do not; a sheet that went white or black differs by far more.
    if drift > (60.0 if profiled else most):
        raise UploadRejected(
            _(
                "„%(name)s“ ließ sich nicht übernehmen, ohne anders auszusehen. Speichern Sie das Bild in einem Bildprogramm "
                "als gewöhnliches JPEG oder PNG (8 Bit) oder als PDF.",
                name=name,
            )
        )


def _look_again(target: io.BytesIO, plain: "Image", kind: str, *, name: str) -> None:
    """Open what was written, as whoever reads it will."""
    from PIL import Image

    with Image.open(io.BytesIO(target.getvalue()), formats=("JPEG", "PNG")) as written:
        written.load()
        if written.size != plain.size:
            raise ValueError("another size")
        _check_tones(plain, written, most=MAXIMUM_DRIFT[kind], name=name)


def small_picture(image: "Image") -> bytes:
    """A JPEG for lists; what is transparent becomes white."""
    from PIL import Image as Pictures

    # First by whole steps: a copy of 50 megapixels with transparency would not fit into the bounds.
    step = max(1, min(image.size) // PREVIEW_PIXELS)
    small = image.reduce(step) if image.mode in ("L", "LA", "RGB", "RGBA") and "transparency" not in image.info else image
    if small.mode in ("1", "P") or "transparency" in small.info:
        # Palettes cannot be averaged: fewer pixels first, so that the wide copy is small.
        small = (
            small.resize([max(1, 2 * side // step) for side in small.size], Pictures.Resampling.NEAREST) if step > 2 else small
        )
        small.info = image.info
    small = small.convert("L" if small.mode == "1" else "RGBA") if small.mode != "L" or "transparency" in small.info else small
    small.thumbnail((PREVIEW_PIXELS, PREVIEW_PIXELS))
    if small.mode == "RGBA":
        white = Pictures.new("RGBA", small.size, "white")
        small = Pictures.alpha_composite(white, small).convert("RGB")
    target = io.BytesIO()
    small.save(target, format="JPEG", quality=80)
    return target.getvalue()
