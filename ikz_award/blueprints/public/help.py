"""The handbooks in docs/handbook, for the people they are written for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from ikz_award.blueprints.public.bp import bp
from ikz_award.domain.people.register import fold
from ikz_award.domain.words.errors import NotFound

if TYPE_CHECKING:
    from markdown_it.token import Token

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "handbook"


@bp.get("/hilfe/<name>")
def handbook(name: str) -> ResponseReturnValue:
    """For everybody; answers a handbook of docs/handbook with its chapters; 404 for any other name."""
    from markdown_it import MarkdownIt  # for this page alone

    # Looked up among what is there, so that no spelling of a name leads out of the folder.
    path = {file.stem: file for file in FOLDER.glob("*.md")}.get(name)
    if path is None:
        raise NotFound
    # HTML in the text is shown as text.
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(path.read_text(encoding="utf-8"))
    title, chapters = _mark(tokens)
    html = Markup(parser.renderer.render(tokens[3:], parser.options, {}))  # noqa: S704 - of our own file, by a parser that escapes
    return render_template("public/handbook.html", title=title, chapters=chapters, html=html)


def _mark(tokens: list[Token]) -> tuple[str, list[tuple[str, str]]]:
    """Give each chapter an id; returns the title (the first heading) and (id, name) of the chapters."""
    headings = [
        (token, tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]
    chapters = []
    for token, name in headings:
        id_ = "-".join(fold(name).split())
        token.attrSet("id", id_)
        token.attrSet("class", "kern-heading-large")
        chapters.append((id_, name))
    for token in tokens:
        for child in token.children or []:
            if child.type == "image":
                child.attrSet("class", "ikz-picture")
                child.attrSet("loading", "lazy")
    return tokens[1].content, chapters


@bp.get("/hilfe/bilder/<name>")
def handbook_picture(name: str) -> ResponseReturnValue:
    """For everybody; answers a picture of the handbooks, kept by browsers for a day; 404 for any other name."""
    path = {file.name: file for file in FOLDER.glob("bilder/*.png")}.get(name)
    if path is None:
        raise NotFound
    response = Response(path.read_bytes(), mimetype="image/png")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
