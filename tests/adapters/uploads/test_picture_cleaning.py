"""Pictures look the same after cleaning, whatever their tones: compared with numbers put in, not with what was read back."""

import io

import numpy
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from ikz_award.adapters.uploads import picture_cleaning
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import clean_safely
from ikz_award.adapters.uploads.uploads import clean_upload
from ikz_award.domain.entries.alterations import AlterationKind

WIDTH, HEIGHT = 256, 64
RAMP = numpy.tile(numpy.linspace(0, 255, WIDTH), (HEIGHT, 1))


def saved(image, kind="PNG", **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def cleaned(data, name="a.png"):
    return clean_upload(filename=name, data=data)


def grey(data):
    """What is seen over white, from 0 to 255."""
    with Image.open(io.BytesIO(data)) as image:
        rgba = numpy.asarray(image.convert("RGBA")).astype(float)
    cover = rgba[..., 3] / 255
    return rgba[..., :3].mean(axis=-1) * cover + 255 * (1 - cover)


def ramp_of(mode):
    tones = RAMP.astype("uint8")
    if mode == "I;16":
        return Image.fromarray((RAMP * 257).astype("uint16"))
    if mode == "1":
        return Image.fromarray(tones).convert("1")
    if mode == "P":
        return Image.fromarray(tones).convert("P")
    if mode == "LA":
        return Image.merge("LA", (Image.fromarray(tones), Image.new("L", (WIDTH, HEIGHT), 255)))
    return Image.fromarray(tones).convert(mode)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_tones_of_every_mode_stay(mode):
    image = ramp_of(mode)
    expected = numpy.asarray(image.convert("L")).astype(float) if mode == "1" else RAMP
    data = saved(image)
    file = cleaned(data)

    assert numpy.abs(grey(file.data) - expected).max() <= 1.5
    # The small picture has the same tones; edges apart.
    with Image.open(io.BytesIO(file.preview)) as small:
        shown = numpy.asarray(small.convert("L")).astype(float).mean()
    assert abs(shown - expected.mean()) < 4
    assert len(file.data) <= 1.2 * len(data) + 100
    assert ("256 Stufen" in file.notice) == (mode == "I;16")


def test_a_dark_scan_of_sixteen_bits_does_not_turn_white():
    """Tones of a few thousand of 65,535: each is above 255, where a naive conversion cuts off."""
    tones = numpy.full((50, 50), 6_000, dtype="uint16")
    tones[10:40, 10:40] = 30_000
    file = cleaned(saved(Image.fromarray(tones)))

    seen = grey(file.data)
    assert (round(seen[0, 0]), round(seen[20, 20])) == (23, 117)


def test_one_transparent_tone_stays_transparent():
    image = Image.new("RGB", (20, 20), "black")
    image.paste((204, 0, 0), (5, 5, 15, 15))
    palette = image.convert("P")
    for data in (saved(image, transparency=(0, 0, 0)), saved(palette, transparency=palette.getpixel((0, 0)))):
        seen = grey(cleaned(data).data)
        assert (round(seen[0, 0]), round(seen[10, 10])) == (255, 68)
    sixteen = Image.fromarray(numpy.full((4, 4), 514, dtype="uint16"))
    assert grey(cleaned(saved(sixteen, transparency=514)).data)[0, 0] == 255


def test_a_note_on_brightness_stays():
    note = PngInfo()
    note.add(b"gAMA", (100_000).to_bytes(4, "big"))
    with Image.open(io.BytesIO(cleaned(saved(ramp_of("L"), pnginfo=note)).data)) as image:
        image.load()
        assert image.info["gamma"] == 1.0


def test_colours_of_another_space_become_those_of_screens():
    """A profile that swaps nothing but is far from the screen's: the numbers change, the colours do not."""
    lab = ImageCms.createProfile("LAB")
    image = Image.new("RGB", (20, 20), (200, 30, 30))
    plain = cleaned(saved(image, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()))
    with Image.open(io.BytesIO(plain.data)) as kept:
        assert ("icc_profile" in kept.info, kept.getpixel((5, 5))) == (False, (200, 30, 30))
    # A profile for something else is none: viewers ignore it, too.
    odd = cleaned(saved(image, icc_profile=ImageCms.ImageCmsProfile(lab).tobytes()))
    broken = cleaned(saved(image, icc_profile=b"kein Profil" * 20))
    for file in (odd, broken):
        with Image.open(io.BytesIO(file.data)) as kept:
            assert kept.getpixel((5, 5)) == (200, 30, 30)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("quality", [30, 75, 95])
def test_a_photograph_keeps_its_tones_and_does_not_grow(mode, quality):
    noise = numpy.random.default_rng(7).normal(0, 6, (HEIGHT, WIDTH))
    image = Image.fromarray(numpy.clip(RAMP + noise, 0, 255).astype("uint8")).resize((800, 300)).convert(mode)
    data = saved(image, "JPEG", quality=quality)
    file = cleaned(data, "a.jpg")

    before, after = grey(data), grey(file.data)
    assert numpy.abs(before - after).mean() < 3
    assert len(file.data) <= 1.2 * len(data)


def test_dots_per_inch_stay_and_the_place_goes():
    exif = Image.Exif()
    exif[0x010E] = "51.8 N"
    file = cleaned(saved(ramp_of("RGB"), "JPEG", dpi=(300, 300), exif=exif), "a.jpg")
    with Image.open(io.BytesIO(file.data)) as image:
        assert (image.info["dpi"], dict(image.getexif())) == ((300, 300), {})
    assert "Aufnahmeort" in file.notice
    assert file.alterations == ()


def test_of_an_animation_the_first_picture_stays_and_that_is_told_before():
    first, second = Image.new("RGB", (30, 30), "red"), Image.new("RGB", (30, 30), "blue")
    file = cleaned(saved(first, save_all=True, append_images=[second], duration=100))

    assert [one.kind for one in file.alterations] == [AlterationKind.FRAMES]
    with Image.open(io.BytesIO(file.data)) as image:
        assert (image.convert("RGB").getpixel((5, 5)), getattr(image, "n_frames", 1)) == ((255, 0, 0), 1)


@pytest.mark.parametrize(("second", "is_told"), [((40, 30), True), ((10, 8), False)])
def test_of_phones_several_pictures_the_photo_stays(second, is_told):
    """A second view of the same size is content; a small aid for brightness or depth is none."""
    data = saved(Image.new("RGB", (40, 30), "red"), "MPO", save_all=True, append_images=[Image.new("RGB", second, "blue")])
    file = cleaned(data, "a.jpg")

    assert (file.media_type, bool(file.alterations)) == ("image/jpeg", is_told)
    assert "Zusatzbilder" in file.notice or is_told
    with Image.open(io.BytesIO(file.data)) as image:
        assert (image.format, image.size) == ("JPEG", (40, 30))


def test_what_would_look_different_is_refused(monkeypatch):
    """The look at the end does not rely on the conversion it looks at: here one that cuts off, as ours once did."""
    monkeypatch.setattr(picture_cleaning, "in_common_tones", lambda image: image.convert("L", dither=None).point(lambda _: 255))
    with pytest.raises(UploadRejected, match="ohne anders auszusehen"):
        cleaned(saved(ramp_of("I;16")))


def test_the_process_of_its_own_tells_alterations_too():
    pictures = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    file = clean_safely(filename="a.png", data=saved(pictures[0], save_all=True, append_images=pictures[1:]))
    assert [one.kind for one in file.alterations] == [AlterationKind.FRAMES]
