"""The process that makes attachments ready; see `preparing.py`, which starts it.

For each file it answers with the pages and the next free key for tags, or what was wrong.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ikz_award.adapters.sandbox.child import SHORTAGES, Channel


def answer_to(request: dict[str, Any]) -> dict[str, Any]:
    """Prepare one file and say what came of it; a hostile file is an answer ("unreadable", "failed"), never an exception."""
    import pikepdf

    from ikz_award.reports.pack.prepare import PackWish, prepare

    places = {key: Path(request.pop(key)) for key in ("source", "target")}
    wish = PackWish(**request, **places)
    try:
        pages, key = prepare(wish)
    except pikepdf.PdfError as error:
        return {"event": "unreadable", "message": str(error)}
    except OSError as error:
        return {"event": "interrupted" if error.errno in SHORTAGES else "failed", "message": repr(error)}
    except Exception as error:  # A parser fed with hostile data fails in every way there is.
        return {"event": "failed", "message": repr(error)}
    return {"event": "ready", "pages": [asdict(page) for page in pages], "next_key": key}


def main() -> None:
    """The child's loop: limits in the first line of standard input, then one request a line and one answer a line."""
    channel = Channel()
    channel.take_bounds()
    for request, _body in channel.requests():
        channel.send(answer_to(request))


if __name__ == "__main__":
    main()
