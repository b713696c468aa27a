"""Figures about the service in Prometheus' text format, for who shows the token; else there is no such page.

No figure is about a person, an entry or points: nothing here tells more of a competition than how busy the machine is.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Response, g
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.record.service_figures import ServiceFigures, service_figures
from ikz_award.web.door import Audience, audience
from ikz_award.web.request_figures import requests_as_text

if TYPE_CHECKING:
    from prometheus_client import Metric


@bp.get("/metrics")
@audience(Audience.MONITOR)
def metrics() -> ResponseReturnValue:
    """Ages are left out where there is nothing yet: whoever wants to be told asks `absent(…)`."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.exposition import CONTENT_TYPE_LATEST

    registry = CollectorRegistry()
    registry.register(_Figures(service_figures(db.session(), now=g.now)))
    return Response(generate_latest(registry) + requests_as_text(), content_type=CONTENT_TYPE_LATEST)


class _Figures:
    """What prometheus_client asks for metrics."""

    def __init__(self, figures: ServiceFigures) -> None:
        self._figures = figures

    def collect(self) -> Iterator["Metric"]:
        from prometheus_client.core import GaugeMetricFamily

        found = self._figures
        jobs = GaugeMetricFamily("ikz_award_jobs", "Background jobs", labels=["status"])
        for status, count in found.jobs.items():
            jobs.add_metric([status], count)
        yield jobs
        for name, text, value in (
            ("oldest_waiting_job_age_seconds", "Age of the job that waits longest", found.oldest_waiting_job),
            ("mails_waiting", "Mails that are not sent yet", found.mails_waiting),
            ("mails_failing", "Of them, those that were tried in vain", found.mails_failing),
            ("oldest_waiting_mail_age_seconds", "Age of the mail that waits longest", found.oldest_waiting_mail),
            ("worker_silence_seconds", "Since when no worker has been heard of", found.worker),
            ("backup_age_seconds", "Since the last complete backup", found.backup),
            ("verified_backup_age_seconds", "Since the last backup that was restored and checked", found.verified_backup),
            ("copy_age_seconds", "Since the instant up to which the continuous copy is known to be complete", found.copy),
        ):
            if value is not None:
                yield GaugeMetricFamily(f"ikz_award_{name}", text, value=value)
