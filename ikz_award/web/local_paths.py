"""Addresses that stay in this application: `next` after a log-in, the target of a form that is sent again."""

import re

from flask import Flask, current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

# Browsers read a backslash as a slash and drop tabs and line ends: none of these is let through.
_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f-\xa0]*")


def is_local_path(target: str) -> bool:
    """Whether a browser that follows `target` stays here."""
    return _LOCAL.fullmatch(target) is not None


def page_to_return_to() -> str | None:
    """Where the person was going before they were asked who they are (`next`); None where that is not a page of ours."""
    target = request.values.get("next", "")
    return target if is_local_path(target) else None


def takes_posts(target: str, app: Flask | None = None) -> bool:
    """Whether `target` is the path of a page of this application that a form can be sent to."""
    if not is_local_path(target):
        return False
    adapter = (app or current_app).url_map.bind("")
    try:
        adapter.match(target.partition("?")[0], method="POST")
    except (HTTPException, RequestRedirect):
        return False
    return True
