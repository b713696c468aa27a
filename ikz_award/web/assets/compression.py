"""Pages compressed on their way out, but not where somebody else's page had them fetched.

Who can choose a part of a page, make a browser fetch it again and again, and see how long the answers are can guess what else
stands in it (BREACH). That the CSRF token is signed anew each second is not enough: its larger part is the same for a whole
session, and names, points and addresses are no tokens. So a page for somebody with a session is compressed only if the browser
itself says that this very site, or the person, asked for it (Sec-Fetch-Site, which no page can set). Without a session there is
nothing of anybody's in it.
"""

from flask import Flask, Request, Response, request
from flask_compress import Compress

_OWN = frozenset({"same-origin", "none"})
_SETTINGS = {
    "COMPRESS_REGISTER": False,
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    "COMPRESS_MIMETYPES": ["text/html", "application/json", "image/svg+xml"],
    "COMPRESS_BR_LEVEL": 5,
    "COMPRESS_LEVEL": 6,
    "COMPRESS_STREAMS": False,
    "COMPRESS_EVALUATE_CONDITIONAL_REQUEST": False,
}


def bind_compression(app: Flask) -> None:
    """Compress what `app` answers; call it before other work on answers is registered, so that it runs after it."""
    app.config.update(_SETTINGS)
    compress = Compress()
    compress.init_app(app)

    @app.after_request
    def shrink(response: Response) -> Response:
        if 300 <= response.status_code < 400 or not may_compress(request, cookie=app.session_interface.get_cookie_name(app)):
            return response
        # A form that comes back with errors is a page like any other; the library leaves all but successes alone.
        status, response.status_code = response.status, 200
        compress.after_request(response)
        response.status = status
        return response


def may_compress(asked: Request, *, cookie: str) -> bool:
    """Whether nobody can learn anything from how long the answer is. `cookie`: the name of the session's."""
    return cookie not in asked.cookies or asked.headers.get("Sec-Fetch-Site") in _OWN
