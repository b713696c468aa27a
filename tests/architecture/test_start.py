"""What `import wsgi` may bring: each start, each command and each worker pays for it."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from ikz_award.cli.group import COMMANDS, award

ROOT = Path(__file__).resolve().parents[2]
# What a page needs, whatever it shows, with what these import themselves. numpy, Alembic, icalendar, Markdown, pikepdf, granian
# and the like are imported where they are used.
NEEDED = {
    "flask", "flask_babel", "flask_login", "flask_principal", "flask_security", "flask_sqlalchemy", "flask_talisman",
    "flask_wtf", "babel", "blinker", "click", "itsdangerous", "jinja2", "markupsafe", "pytz", "werkzeug", "wtforms",
    "sqlalchemy", "greenlet", "pysqlite3", "typing_extensions",
    "passlib", "argon2", "bcrypt", "email_validator", "idna", "cryptography", "cffi",
    "webauthn", "asn1crypto", "cbor2", "OpenSSL", "pyasn1", "pyasn1_modules",
    "flask_compress", "brotli", "backports", "whitenoise",
    "structlog", "cython_runtime", "rich", "pygments", "attr",
    "ikz_award", "config", "wsgi",
}  # fmt: skip


def _modules_after(statement: str, instance: Path) -> set[str]:
    command = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        env={**os.environ, "IKZ_AWARD_INSTANCE": str(instance)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_import_of_the_application_brings_nothing_that_few_pages_need(tmp_path: Path) -> None:
    before = _modules_after("pass", tmp_path)
    modules = _modules_after("import wsgi", tmp_path) - before
    brought = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names)
    assert {name for name in brought if not name.startswith("_")} - NEEDED == set()
    assert [name for name in modules if name.startswith(("ikz_award.demo", "ikz_award.jobs", "ikz_award.cli."))] == [
        "ikz_award.cli.group"
    ]


def test_what_an_import_makes_is_never_looked_through_for_garbage(tmp_path: Path) -> None:
    said = "import gc, wsgi; print(gc.isenabled(), gc.get_freeze_count() > 100_000, len(gc.get_objects()) < 10_000)"
    environment = {**os.environ, "IKZ_AWARD_INSTANCE": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", said], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]


def test_the_list_of_commands_is_complete() -> None:
    for module in set(COMMANDS.values()):
        import_module(f"ikz_award.cli.{module}")
    context = award.make_context("award", [], resilient_parsing=True)
    assert {name for name in COMMANDS if award.get_command(context, name) is not None} == set(award.commands) == set(COMMANDS)
