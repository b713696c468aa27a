"""How many requests, and how long from arrival to answer, by route: counted in every web process, added up when asked for.

prometheus_client keeps the figures of each process in a file of a folder that all of them share. It looks for that folder when
it is imported, and so it is imported late.
"""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager

from flask import Flask, Response, g, request

from ikz_award.adapters import clock

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
# Seconds.
BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)


@contextmanager
def request_figures(app: Flask) -> Generator[None]:
    """A place for the figures of all web processes, where somebody may read them (`METRICS_TOKEN`)."""
    if not app.config["METRICS_TOKEN"]:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="ikz-figures-") as folder:
        os.environ[FOLDER] = folder
        yield


def measure_requests(app: Flask) -> None:
    """Count from now on, in this process and its children; nothing outside of `request_figures`."""
    if FOLDER not in os.environ:
        return
    from prometheus_client import CollectorRegistry, Histogram

    seconds = Histogram(
        "ikz_award_request_seconds",
        "From a request's arrival to its answer",
        ("route", "method", "status"),
        buckets=BUCKETS,
        registry=CollectorRegistry(),
    )

    @app.after_request
    def measure(response: Response) -> Response:
        if arrival := g.get("now"):
            # The route, never the path: that would name entries, and there would be as many as somebody likes.
            labels = (request.endpoint or "none", request.method, f"{response.status_code // 100}xx")
            seconds.labels(*labels).observe(max(0, (clock.now() - arrival).total_seconds()))
        return response


def requests_as_text() -> bytes:
    """The figures of all processes, in Prometheus' format; nothing where none are counted."""
    if FOLDER not in os.environ:
        return b""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return generate_latest(registry)
