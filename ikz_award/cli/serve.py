"""`flask award serve` and `flask award worker`: web server and worker, each a part of its own under one roof."""

import gc
import multiprocessing
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

import click
from flask import Flask, current_app
from granian.constants import Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server
from sqlalchemy import select

from ikz_award.adapters.front import Front
from ikz_award.adapters.processes import Part, die_with_parent, keep_running
from ikz_award.cli.copying import copy, copy_place
from ikz_award.cli.group import award
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.web.assets.links import read_built
from ikz_award.web.host import client_address
from ikz_award.web.lanes import PLACES, is_for_its_answer, lane_of
from ikz_award.web.request_figures import measure_requests, request_figures

GRACE_SECONDS = 10
# Milliseconds for a request's head, and for a connection on which nothing is asked.
HEAD_TIMEOUT = 10_000
LARGEST_HEAD = 64 * 1024
# A thread that gives way for each statement of the database waits that long for the processor behind each that only computes.
SWITCH_SECONDS = 0.001
# Connections a process holds at once, idle ones included; the system's limit is raised to it where it may be.
CONNECTIONS = 8192
# Seconds: who watches over the service starts it again at once, when parts of a killed one may still be ending.
PORT_PATIENCE = 5.0


@award.command("worker")
def worker() -> None:
    """Run background jobs and send mails until stopped (SIGTERM or Ctrl-C)."""
    work(_application())


def work(app: Flask) -> None:
    """The worker's whole life."""
    from ikz_award.adapters import clock
    from ikz_award.adapters.mail import postman
    from ikz_award.domain.seal.signatures import SigningKey
    from ikz_award.jobs.periodic import rounds_of
    from ikz_award.jobs.tasks import tasks
    from ikz_award.jobs.worker import Worker
    from ikz_award.services.record.outbox import deliver_due

    post = postman(app.config)
    running = Worker(
        tasks=tasks(SigningKey(bytes.fromhex(app.config["RESULT_KEY"]))),
        instance=app.config["INSTANCE"],
        context=app.app_context,
        deliver=lambda: deliver_due(clock=clock.now, post=post),
        rounds=rounds_of(app.config),
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: running.stop())
    running.run()


@award.command("serve")
@click.option("--port", default=8000, show_default=True, help="Where to listen, on 127.0.0.1.")
@click.option("--processes", default=2, show_default=True, help="How many web processes.")
def serve(port: int, processes: int) -> None:
    """Serve the application, with a worker beside it; Ctrl-C ends both.

    Everything is imported once, here, and the parts are forked: they start at once and share what they do not change.
    """
    if not becomes_free(port):
        sys.exit(f"Port {port} is taken. Start with another one, for example: make run PORT={port + 1}")
    app = _application()
    if "IKZ_AWARD_BASE_URL" not in os.environ:
        app.config["BASE_URL"] = f"http://127.0.0.1:{port}"
    _say_where(port)
    read_built()  # once for all web processes
    prepare_pages(app)
    place = copy_place(app)
    db.engine.dispose()  # a connection must not be shared with a child
    gc.collect()
    gc.freeze()
    parts = [
        Part("web", lambda: listen(app, port=port, processes=processes)),
        Part("worker", lambda: work(app)),
    ]
    if place:
        parts.append(Part("copy", lambda: copy(app, place), ends_last=True))
    with request_figures(app):
        keep_running(parts, grace=GRACE_SECONDS)


def listen(app: Flask, *, port: int, processes: int) -> None:
    """The web part's whole life: granian's own processes, each with the application behind a `Front`."""
    multiprocessing.set_start_method("fork", force=True)
    measure_requests(app)
    _allow_connections()
    parent = os.getpid()
    proxies = app.config["TRUSTED_PROXIES"]

    def load(_target: str) -> Callable[..., Any]:
        die_with_parent(parent)
        sys.setswitchinterval(SWITCH_SECONDS)
        return Front(
            app.wsgi_app, address_of=lambda environ: client_address(environ, proxies=proxies), lane_of=lane_of, lanes=PLACES,
            is_for_its_answer=is_for_its_answer,
        )  # fmt: skip

    server = Server(
        "wsgi:app",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGINL,
        workers=processes,
        loop=Loops.asyncio,
        websockets=False,
        backlog=2048,
        backpressure=CONNECTIONS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE_SECONDS - 2,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_TIMEOUT, max_buffer_size=LARGEST_HEAD),
    )
    server.serve(target_loader=load)


def prepare_pages(app: Flask) -> None:
    """Ask for two pages, here and once, so that every web process starts with their imports, templates and statements.

    Nobody is logged in, so nothing is written.
    """
    from ikz_award.domain.jury.arrays import np

    np.zeros(0)
    client = app.test_client(use_cookies=False)
    for path in ("/readyz", "/konto/anmelden"):
        client.get(path, base_url=app.config["BASE_URL"])


def _application() -> Flask:
    return current_app._get_current_object()  # ty: ignore[missing-attribute] - the application itself, for threads


def _allow_connections() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + 1024
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def becomes_free(port: int, *, within: float = PORT_PATIENCE) -> bool:
    """Whether nobody listens there, or nobody does any more after some seconds."""
    deadline = time.monotonic() + within
    while _is_taken(port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


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
