"""Bank accounts: whether an IBAN can be one, and which bank it names."""

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _


def read_iban(text: str, *, field: str) -> str:
    """An IBAN as typed, without blanks. Raises `Invalid` for `field` where length, country or check digits are wrong."""
    from schwifty import IBAN
    from schwifty.exceptions import SchwiftyException

    try:
        return IBAN(text.strip()).compact
    except SchwiftyException:
        raise Invalid(
            {field: _("Diese IBAN stimmt nicht. Bitte vergleichen Sie sie Zeichen für Zeichen mit Ihrem Kontoauszug.")},
            reason="not_an_iban",
        ) from None


def grouped(iban: str) -> str:
    """In groups of four, to be read and compared."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def masked(iban: str) -> str:
    """The country and the last four digits."""
    return f"{iban[:2]}•• •••• {iban[-4:]}" if iban else ""


def bank_name(iban: str) -> str:
    """The bank's name and BIC where they are known, else ""."""
    from schwifty import IBAN

    found = IBAN(iban, allow_invalid=True)
    return " ".join(str(part) for part in (found.bank_name or found.bank_short_name, found.bic) if part)
