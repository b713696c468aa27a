"""Which e-mail domains say where someone works."""

import pytest

from ikz_award.domain.people.email_domains import domain_of, is_freemail


@pytest.mark.parametrize("domain", ["gmx.de", "web.de", "gmail.com", "t-online.de", "mail.gmx.de"])
def test_freemail_domains(domain: str) -> None:
    assert is_freemail(domain)


@pytest.mark.parametrize("domain", ["bocholt.de", "notgmx.de", "gmx.de.bocholt.example", "kreis-borken.de", "de", ""])
def test_other_domains(domain: str) -> None:
    assert not is_freemail(domain)


def test_domain_is_read_the_same_in_any_spelling() -> None:
    assert domain_of("Kim.Beispiel@Bocholt.DE.") == "bocholt.de"
    assert domain_of('"a@b"@bocholt.de') == "bocholt.de"
