"""Screening one entry: findings, then admitted, excluded, returned, or undone."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from flask import current_app, flash, g, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.adapters.files import FileStore
from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import (
    KeyedForm,
    ReasonForm,
    VersionedForm,
    findings_form,
    show_errors,
    show_finding_errors,
    typed_findings,
)
from ikz_award.domain.eligibility_facts import Verdict as Automatic
from ikz_award.domain.errors import Invalid, Refused, StaleVersion
from ikz_award.domain.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.entries import Entry, Verdict
from ikz_award.queries.editions import edition_by_slug
from ikz_award.queries.screening import ScreeningView, open_steps, screened_entry, screening_view
from ikz_award.services import screening
from ikz_award.services.attachments import take_attachment
from ikz_award.services.findings import OwnVerdict, record_findings

