"""Whether an entry still is what was handed in last."""

import json
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.entries import newest_submission
from ikz_award.queries.entries.form import form_of


def has_changed_since_handing_in(session: Session, entry: Entry) -> bool:
    """Compared by what people wrote, chose and attached: questions may have got other words meanwhile."""
    submission = newest_submission(session, entry)
    return submission is not None and _sent(json.loads(submission.snapshot)) != _now(session, entry)


def _sent(snapshot: dict[str, Any]) -> tuple[dict[str, str], list[tuple[str, str]], list[tuple[str, str]]]:
    answers = {one["key"]: one["value"] for step in snapshot["steps"] for one in step["answers"] if one["value"]}
    partners = sorted((one["key"] or "", "" if one["key"] else one["name"]) for one in snapshot["partners"])
    return answers, partners, sorted((one["purpose"], one["sha256"]) for one in snapshot["attachments"])


def _now(session: Session, entry: Entry) -> tuple[dict[str, str], list[tuple[str, str]], list[tuple[str, str]]]:
    form = form_of(session, entry)
    answers = {one.question.key: one.value for state in form.steps for one in state.asked if one.value}
    partners = sorted((one.body_key or "", "" if one.body_key else one.name) for one in entry.partners)
    return answers, partners, sorted((one.purpose, one.sha256) for one in entry.attachments)
