"""Configuration, read from the environment once. Imports nothing of ours."""

import contextlib
import ipaddress
import os
import secrets
import stat
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent


def _mode(mode: str, base_url: str) -> str:
    """ "production" switches the development pages off and secure cookies on.

    Ends the program where a public address would run in development: its pages show every mail, with every reset link.
    """
    if mode not in ("development", "production"):
        sys.exit(f"IKZ_AWARD_MODE is {mode!r}; it can be production or development.")
    if mode == "development" and not is_loopback(urlsplit(base_url).hostname or ""):
        sys.exit(
            f"IKZ_AWARD_BASE_URL is {base_url}, an address others can reach. Please set IKZ_AWARD_MODE=production: in "
            "development mode everybody could read all mails under /entwicklung/post."
        )
    return mode


def is_loopback(host: str) -> bool:
    """Whether a host's name or address leads to this machine alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


# Hexadecimal digits of a secret of ours: 32 bytes.
SECRET_LENGTH = 64
TOKEN_LENGTH = 32


def _secret(instance: Path, name: str) -> str:
    """A secret from the environment, else from instance/NAME, made on first use and readable by the owner only.

    Ends the program with a sentence where it is empty, short or readable by everybody: what is signed or hashed with such a
    secret is worth nothing, and starting with it would make that last.
    """
    if secret := os.environ.get(f"IKZ_AWARD_{name.upper()}"):
        return _fit(secret, f"IKZ_AWARD_{name.upper()}")
    path = instance / name
    make_private(instance)
    if not path.exists():
        _make_secret(path)
    if path.stat().st_mode & stat.S_IRWXO:
        sys.exit(f"{path} can be read by everybody on this machine. Please run: chmod 600 {path}")
    return _fit(path.read_text(encoding="ascii").strip(), str(path))


def _token(name: str) -> str:
    """A word that lets a program in, from the environment. Ends the program where it is so short that it can be guessed."""
    token = os.environ.get(name, "").strip()
    if token and len(token) < TOKEN_LENGTH:
        sys.exit(f"{name} holds {len(token)} characters; {TOKEN_LENGTH} are needed. For example: openssl rand -hex 16")
    return token


def _fit(secret: str, place: str) -> str:
    if len(secret) < SECRET_LENGTH:
        sys.exit(
            f"{place} holds {len(secret)} characters, {SECRET_LENGTH} hexadecimal digits are needed. Please bring it back from "
            "a backup: with another one no password, link or seal made so far is valid any more. Only if nothing was made yet, "
            "remove it, and a new one is made."
        )
    return secret


def _make_secret(path: Path) -> None:
    """Complete and on the disk before it has its name, and the name on the disk before anybody uses it.

    Several processes may start at once: all read the one that came first.
    """
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(SECRET_LENGTH // 2))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()
    sync_folder(path.parent)


def make_private(folder: Path) -> None:
    """A folder that only its owner can look into, safely there; one that exists is left as it is."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` to the disk: only then does a file that was made, renamed or linked survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Config:
    """A single machine: SQLite, local files, mails as files in instance/mail/."""

    def __init__(self, instance: Path | None = None) -> None:
        environment = os.environ.get
        self.INSTANCE = instance or Path(environment("IKZ_AWARD_INSTANCE", str(ROOT / "instance")))
        # Links in mails are built from this, never from the Host header.
        self.BASE_URL = environment("IKZ_AWARD_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
        self.MODE = _mode(environment("IKZ_AWARD_MODE", "development"), self.BASE_URL)
        self.SECRET_KEY = _secret(self.INSTANCE, "secret_key")
        # The organiser's Ed25519 key: what is sealed is signed with it. Keep it; its public half is what others check against.
        self.RESULT_KEY = _secret(self.INSTANCE, "result_key")
        self.SECURITY_PASSWORD_SALT = _secret(self.INSTANCE, "password_salt")
        self.SQLALCHEMY_DATABASE_URI = environment("IKZ_AWARD_DATABASE", f"sqlite:///{self.INSTANCE / 'award.db'}")
        # How many proxies in front are ours: the address before theirs in X-Forwarded-For counts failed log-ins. 0: none.
        self.TRUSTED_PROXIES = int(environment("IKZ_AWARD_PROXIES", "0"))
        self.MAIL_FROM = environment("IKZ_AWARD_MAIL_FROM", "landespreis@ikz.invalid")
        self.SMTP_SERVER = environment("IKZ_AWARD_SMTP", "")  # see adapters/mail.py; empty: files in instance/mail/
        # clamd's address, host:port or the path of its socket; empty: uploads are cleaned, not scanned.
        self.MALWARE_SCANNER = environment("IKZ_AWARD_CLAMD", "")
        # A folder on another disk; empty: nothing is copied continuously. And the age public key that copies are encrypted to.
        self.COPY_TARGET = environment("IKZ_AWARD_COPY", "")
        self.BACKUP_KEY = environment("IKZ_AWARD_BACKUP_KEY", "")
        # Days after which a backup goes, when a newer one has been made.
        self.BACKUP_DAYS = int(environment("IKZ_AWARD_BACKUP_DAYS", "30"))
        # Whoever shows it may read /metrics; empty: nobody.
        self.METRICS_TOKEN = _token("IKZ_AWARD_METRICS_TOKEN")
        # Days after publication when winners' bank details are deleted by themselves.
        self.BANK_DETAILS_DAYS = int(environment("IKZ_AWARD_BANK_DETAILS_DAYS", "365"))
        self.MAX_CONTENT_LENGTH = 30 * 1024 * 1024
        self.MAX_FORM_MEMORY_SIZE = 2 * 1024 * 1024
        self.MAX_FORM_PARTS = 500
        # A form someone fills in for a morning must still save.
        self.WTF_CSRF_TIME_LIMIT = None
        self.BABEL_DEFAULT_LOCALE = "de"
        self.BABEL_DEFAULT_TIMEZONE = "Europe/Berlin"


class TestConfig(Config):
    """As Config, in a folder of the test's own, with fast password hashing."""

    __test__ = False

    def __init__(self, instance: Path) -> None:
        super().__init__(instance)
        self.TESTING = True
        self.SQLALCHEMY_DATABASE_URI = f"sqlite:///{instance / 'award.db'}"
        self.SECURITY_PASSWORD_HASH = "plaintext"  # noqa: S105 - the name of a scheme
        self.SECURITY_HASHING_SCHEMES = ["plaintext"]
        self.SECURITY_PASSWORD_SCHEMES = ["plaintext"]
