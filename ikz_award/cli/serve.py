"""`flask award serve` and `flask award worker`: the web server and the worker, started and ended together."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import click
from flask import current_app
from sqlalchemy import select

from ikz_award.cli.group import award
from ikz_award.extensions import db
from ikz_award.models.accounts import Account

GRACE_SECONDS = 10


@award.command("worker")
def worker() -> None:
    """Run background jobs and send mails until stopped (SIGTERM or Ctrl-C)."""
    from ikz_award.adapters import clock
    from ikz_award.adapters.mail import postman
    from ikz_award.domain.signatures import SigningKey
    from ikz_award.jobs.periodic import rounds_of
    from ikz_award.jobs.tasks import tasks
    from ikz_award.jobs.worker import Worker
    from ikz_award.services.outbox import deliver_due

    app = current_app._get_current_object()  # ty: ignore[missing-attribute] - the application itself, for threads
    post = postman(app.config)
    running = Worker(
        tasks=tasks(SigningKey(bytes.fromhex(app.config["RESULT_KEY"]))),
        instance=app.config["INSTANCE"],
        context=app.app_context,
        deliver=lambda: deliver_due(now=clock.now(), post=post),
        rounds=rounds_of(app.config),
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: running.stop())
    running.run()


@award.command("serve")
@click.option("--port", default=8000, show_default=True, help="Where to listen, on 127.0.0.1.")
@click.option("--processes", default=2, show_default=True, help="How many web processes.")
def serve(port: int, processes: int) -> None:
    """Serve the application with gunicorn, with a worker beside it; Ctrl-C ends both."""
    if _is_taken(port):
        sys.exit(f"Port {port} is taken. Start with another one, for example: make run PORT={port + 1}")
    environment = {**os.environ, "IKZ_AWARD_BASE_URL": os.environ.get("IKZ_AWARD_BASE_URL", f"http://127.0.0.1:{port}")}
    binaries = Path(sys.executable).parent
    commands = (
        [
            str(binaries / "gunicorn"), "wsgi:app", f"--bind=127.0.0.1:{port}", f"--workers={processes}", "--threads=4",
            "--worker-class=gthread", "--timeout=60", "--graceful-timeout=8", "--log-level=warning", "--no-control-socket",
        ],
        [str(binaries / "flask"), "--app", "wsgi", "award", "worker"],
    )  # fmt: skip
    # Sessions of their own: a Ctrl-C in the terminal reaches only this process, which then ends both in good order.
    children = [subprocess.Popen(command, env=environment, start_new_session=True) for command in commands]  # noqa: S603
    asked_to_stop: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        asked_to_stop.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    _say_where(port)
    while not asked_to_stop and all(child.poll() is None for child in children):
        time.sleep(0.2)
    end(children)
    if not asked_to_stop:
        sys.exit("A part of the application ended by itself; see the messages above.")


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask every child to stop, wait, and then insist."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _say_where(port: int) -> None:
    from ikz_award.demo.accounts import DEMO_LOGINS, DEMO_PASSWORD, ORGANISER

    click.echo(f"\n  ikz-award: http://127.0.0.1:{port}   (Ctrl-C ends it)\n")
    is_demo = db.session.scalar(select(Account.id).where(Account.email == ORGANISER)) is not None
    db.session.remove()
    if not is_demo:
        return
    click.echo(f"  Demo log-ins, each with the password  {DEMO_PASSWORD}")
    for role, email in DEMO_LOGINS.items():
        click.echo(f"    {role:<28} {email}")
    click.echo()
