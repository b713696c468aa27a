"""A form of fields alone is never read when it is larger than its fields may be: it would take many times its size."""

import pytest

from tests.client import PageClient

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("path", ["/konto/anmelden", "/konto/fortsetzen", "/register/suche", "/gibt/es/nicht"])
@pytest.mark.parametrize("kind", [FORM, "text/plain", "application/json", ""])
def test_fields_alone_are_bounded(anonymous: PageClient, path: str, kind: str) -> None:
    body = b"email=" + b"a" * (2 * 1024 * 1024)
    assert anonymous.post(path, data=body, content_type=kind).status_code == 413


def test_up_to_the_bound_they_are_read(anonymous: PageClient) -> None:
    answer = anonymous.post("/konto/anmelden", data=b"email=" + b"a" * (2 * 1024 * 1024 - 6), content_type=FORM)
    assert answer.status_code == 302, "without its token it leads back to the form"
