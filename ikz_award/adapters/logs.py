"""What the logs say: one JSON object a line. Tracebacks without the values of variables, for among them are passwords."""

import structlog


def configure_logs() -> None:
    """One JSON object a line on standard output, in UTC, with the reference of the request. Called once, at the start."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
