"""Nothing typed is lost: a form that came without a session or with an old token comes back, ready to be sent again.

Nothing is stored for it. The page carries what was typed; the person logs in, or confirms, and the same request goes out
once more, with a fresh token.
"""

from flask import Response, make_response, render_template, request

# Never shown or carried: made anew, or secret.
LEFT_OUT = frozenset({"csrf_token", "password", "password_confirm", "new_password", "new_password_confirm"})


def typed_fields() -> list[tuple[str, str]]:
    """What was typed, as (name, value) pairs in the order sent."""
    return [(name, value) for name, value in request.form.items(multi=True) if name not in LEFT_OUT]


def resume_page(*, is_logged_in: bool) -> Response:
    """The page that keeps what was typed: with a log-in (401), or with a button to confirm (400)."""
    response = make_response(
        render_template(
            "accounts/resume.html",
            target=request.full_path.rstrip("?"),
            fields=typed_fields(),
            has_files=any(file.filename for file in request.files.values()),
            is_logged_in=is_logged_in,
        ),
        400 if is_logged_in else 401,
    )
    if request.headers.get("HX-Request"):
        # A part of a page must not swallow the whole of it.
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "innerHTML"
    return response
