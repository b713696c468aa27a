"""A test client that looks at every page it gets, and fills in forms the way a browser does."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.web.header_checks import check_headers
from tests.web.page_checks import check_page

PASSWORD = "ein langes Passwort"


class PageClient(FlaskClient):
    """Checks every HTML page (see page_checks); partial answers to htmx are left alone."""

    # Off for tests that fetch hundreds of pages which others look at.
    checks_pages = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # A context of the request's own: inside the test's, `g` (and with it who is logged in) would outlive the request.
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        check_headers(self.application, response)
        is_part = "HX-Request" in (kwargs.get("headers") or {})
        if (
            self.checks_pages
            and kwargs.get("method") != "HEAD"
            and response.mimetype == "text/html"
            and "Content-Encoding" not in response.headers
            and response.status_code not in (301, 302, 303, 307, 308)
            and not is_part
        ):
            check_page(response.text)
        return response

    def log_in(self, account: Any) -> None:
        """Begin a session as the account, as the log-in page leaves it; the page itself is tested in accounts/test_login."""
        with self.application.app_context(), self.session_transaction() as session:
            session.update(_user_id=account.fs_uniquifier, _fresh=True, fs_cc="set", fs_paa=time.time())

    def submit_form(
        self, page: str, values: dict[str, Any], *, form: str | None = None, button: str | None = None
    ) -> TestResponse:
        """Get `page`, fill in its form (the one whose action or id contains `form`), press `button` (its name=value), send.

        `values` overrides fields by name; None leaves a field out, a list sends it several times.
        """
        response = self.get(page)
        if response.status_code != 200:
            raise AssertionError(f"GET {page}: {response.status_code}")
        action, fields = form_fields(response.text, form)
        for name, value in values.items():
            fields.poplist(name)
            for one in value if isinstance(value, list) else [value]:
                if one is not None:
                    fields.add(name, one)
        if button:
            fields.add(*button.split("=", 1))
        return self.post(action or urlsplit(page).path, data=fields, content_type="multipart/form-data")


def form_fields(page: str, form: str | None = None) -> tuple[str, MultiDict[str, Any]]:
    """The action and the fields that a browser would send for a form of `page`."""
    for element in LexborHTMLParser(page).css("form"):
        action = element.attributes.get("action") or ""
        if form is None and "abmelden" in action:
            continue
        if form is None or form in action or form == element.id:
            return action, _fields_of(element)
    raise AssertionError(f"no form {form!r} on the page: {re.findall(r'<form[^>]*>', page)}")


def _fields_of(form: LexborNode) -> MultiDict[str, Any]:
    fields: MultiDict[str, Any] = MultiDict()
    for element in form.css("input, select, textarea"):
        attributes = element.attributes
        name = attributes.get("name")
        if not name or "disabled" in attributes:
            continue
        if element.tag == "textarea":
            fields.add(name, element.text())
        elif element.tag == "select":
            options = element.css("option")
            chosen = [one for one in options if "selected" in one.attributes] or options[:1]
            for option in chosen:
                fields.add(name, option.attributes.get("value", option.text()) or "")
        else:
            kind = attributes.get("type") or "text"
            if kind in ("submit", "button", "file", "image"):
                continue
            if kind in ("checkbox", "radio") and "checked" not in attributes:
                continue
            fields.add(name, attributes.get("value", "on" if kind == "checkbox" else "") or "")
    return fields
