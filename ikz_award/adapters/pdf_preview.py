"""The first page of a PDF as a small picture, for lists. It runs where uploads are looked into: see `upload_sandbox`."""

from ikz_award.adapters.uploads import PREVIEW_PIXELS, small_picture


def first_page(data: bytes) -> bytes:
    """A JPEG of the first page. Fails in every way there is with a hostile or broken file: the caller does without it."""
    import pypdfium2  # large: only when a PDF comes

    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        # Twice as large as shown, and then made smaller: text of a few pixels is smoother so.
        scale = 2 * PREVIEW_PIXELS / max(page.get_size())
        return small_picture(page.render(scale=scale, may_draw_forms=False).to_pil())
