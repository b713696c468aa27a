"""A test client that looks at every page it gets, and fills in forms the way a browser does."""

import re
from typing import Any
from urllib.parse import urlsplit

import html5lib
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

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
        is_part = "HX-Request" in (kwargs.get("headers") or {})
        if (
            self.checks_pages
            and response.mimetype == "text/html"
            and response.status_code not in (301, 302, 303, 307, 308)
            and not is_part
        ):
            check_page(response.text)
        return response

    def log_in(self, account: Any) -> None:
        response = self.submit_form("/konto/anmelden", {"email": account.email, "password": PASSWORD})
        if response.status_code != 302:
            raise AssertionError(f"log-in failed: {response.status_code}")

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
    document = html5lib.parse(page, namespaceHTMLElements=False)
    for element in document.iter("form"):
        action = element.get("action") or ""
        if form is None and "abmelden" in action:
            continue
        if form is None or form in action or form == element.get("id"):
            return action, _fields_of(element)
    raise AssertionError(f"no form {form!r} on the page: {re.findall(r'<form[^>]*>', page)}")


def _fields_of(form: Any) -> MultiDict[str, Any]:
    fields: MultiDict[str, Any] = MultiDict()
    for element in form.iter():
        name = element.get("name")
        if not name or element.get("disabled") is not None:
            continue
        if element.tag == "textarea":
            fields.add(name, element.text or "")
        elif element.tag == "select":
            options = list(element.iter("option"))
            chosen = [o for o in options if o.get("selected") is not None] or options[:1]
            for option in chosen:
                fields.add(name, option.get("value", option.text or ""))
        elif element.tag == "input":
            kind = element.get("type", "text")
            if kind in ("submit", "button", "file", "image"):
                continue
            if kind in ("checkbox", "radio") and element.get("checked") is None:
                continue
            fields.add(name, element.get("value", "on" if kind == "checkbox" else ""))
    return fields
