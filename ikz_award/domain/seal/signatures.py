"""Signing and checking: the sealed document by its hash, and a whole PDF by every byte of it.

Ed25519 (RFC 8032). A PDF carries its signature in its own identifier, the second text of `/ID` in the trailer, which the
standard (ISO 32000-1, 14.4) leaves to the writer and which changes nothing that is shown. Signed is the SHA-256 of the file
with the signature's digits as zeros: every other byte is covered, and so are the digits, because they must fit.
"""

import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_DIGITS = 128  # a signature of 64 bytes
_ID = re.compile(rb"/ID ?\[ ?(\([^()\\]*\)|<[0-9a-fA-F]*>) ?(\([^()\\]*\)|<[0-9a-fA-F]*>) ?\]")
_SIGNED_ID = re.compile(rb"/ID \[(?:\([^()\\]*\)|<[0-9a-f]*>) <([0-9a-f]{128})>\]")


@dataclass(frozen=True)
class SigningKey:
    """The organiser's key; `seed` are its 32 bytes."""

    seed: bytes

    @property
    def public(self) -> str:
        """The public key, 64 hexadecimal characters."""
        return self._private.public_key().public_bytes_raw().hex()

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def sign(self, sha256: str) -> str:
        """The signature of a hash, 128 hexadecimal characters."""
        return self._private.sign(bytes.fromhex(sha256)).hex()

    def sign_pdf(self, pdf: bytes) -> bytes:
        """The PDF with its signature inside. Raises `ValueError` where the file has no identifier to carry it."""
        found = list(_ID.finditer(pdf))
        if not found:
            raise ValueError("the PDF has no /ID")
        last = found[-1]
        start = b"/ID [" + last[1] + b" <"
        blank = pdf[: last.start()] + start + b"0" * _DIGITS + b">]" + pdf[last.end() :]
        place = last.start() + len(start)
        signature = self.sign(hashlib.sha256(blank).hexdigest()).encode()
        return blank[:place] + signature + blank[place + _DIGITS :]


def is_signed_by(*, public_key: str, signature: str, sha256: str) -> bool:
    """Whether `signature` over the hash was made with the private half of `public_key`; all three in hexadecimal characters."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), bytes.fromhex(sha256))
    except (InvalidSignature, ValueError):
        return False
    return True


def pdf_signature(pdf: bytes) -> tuple[str, str] | None:
    """The signature a PDF carries, and the hash it was made over; None for a PDF that carries none."""
    found = list(_SIGNED_ID.finditer(pdf))
    if not found:
        return None
    start, end = found[-1].span(1)
    return found[-1][1].decode(), hashlib.sha256(pdf[:start] + b"0" * _DIGITS + pdf[end:]).hexdigest()


def fingerprint(public_key: str) -> str:
    """A public key in a form that can be read aloud: the first 32 digits of its SHA-256 in groups of four."""
    digits = hashlib.sha256(public_key.encode()).hexdigest()[:32]
    return " ".join(digits[start : start + 4] for start in range(0, 32, 4))
