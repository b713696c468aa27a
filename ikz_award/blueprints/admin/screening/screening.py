"""Screening one entry: findings, then admitted, excluded, returned, or undone."""

from collections.abc import Callable

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.adapters.files import FileMissing
from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import (
    ExclusionForm,
    ReasonForm,
    VersionedForm,
    findings_form,
    remark_field,
    typed_findings,
    verdict_field,
)
from ikz_award.blueprints.admin.screening.wanted import ADOPT, typed_remarks, wanted_fields
from ikz_award.blueprints.shared.form_errors import come_back, shown
from ikz_award.domain.entries.eligibility_facts import Verdict as Automatic
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db, translated
from ikz_award.models.entries.entries import Entry, OrganiserVerdict
from ikz_award.queries.entries.form import form_of
from ikz_award.queries.screening.screening import ScreeningView, open_steps, screened_entry, screening_view
from ikz_award.reports.result.labels import label
from ikz_award.services.entries.attachments import attachments
from ikz_award.services.screening import screening
from ikz_award.services.screening.findings import NotAdmitted, admit_with_findings, record_findings
from ikz_award.web.downloads import attachment_response, file_store
from ikz_award.web.returned import refused_at, returned

# Pages that are reached by saving first.
NEXT = {
    "nachfordern": "admin.confirm_return",
    "ausschliessen": "admin.confirm_exclusion",
    "zuruecknehmen": "admin.confirm_reopening",
}


@bp.get("/runden/<slug>/beitraege/<entry_id>")
def entry(slug: str, entry_id: str) -> ResponseReturnValue:
    """For the organiser; answers an entry with each rule's finding, typed and automatic, from `screening_view`."""
    view = _view(slug, entry_id)
    back = returned("admin.save_findings", "admin.admit")
    form = findings_form(view)
    return render_template(
        "admin/screening/entry.html",
        edition=view.entry.edition,
        entry=view.entry,
        view=view,
        form=come_back(form, version=str(view.entry.version)) if back else form,
        stale=back.stale if back else None,
        can_adopt=any(row.own is None and row.finding and row.finding.verdict is Automatic.FULFILLED for row in view.rules),
        verdict_field=verdict_field,
        remark_field=remark_field,
    )


@bp.post("/runden/<slug>/beitraege/<entry_id>/befund")
@refused_at("admin.entry", keeps=True, prefix=remark_field(""))
def save_findings(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; POST calls `record_findings`, then the entry or the page of `dann`; 422 as typed, 409 where stale."""
    then = NEXT.get(request.form.get("dann", ""), "admin.entry")
    return _with_findings(slug, entry_id, record_findings, _("Der Befund ist gespeichert."), then=then)


@bp.post("/runden/<slug>/beitraege/<entry_id>/zulassen")
@refused_at("admin.entry", keeps=True, prefix=remark_field(""))
def admit(slug: str, entry_id: str) -> ResponseReturnValue:
    """With the findings as they stand on the page: what was typed there is kept, and counts, before anything is decided."""
    done = _("Der Beitrag ist zugelassen. Bis zum Beginn der Bewertung können Sie das zurücknehmen.")
    return _with_findings(slug, entry_id, admit_with_findings, done)


@bp.get("/runden/<slug>/beitraege/<entry_id>/ausschliessen")
def confirm_exclusion(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; answers the form for reason and grounds; where the step is not open, says so at the entry."""
    found = _entry(slug, entry_id)
    if gone := _is_gone(found, EntryStatus.EXCLUDED):
        return gone
    form = shown(ExclusionForm, version=str(found.version))
    form.offer(_view(slug, entry_id))
    return render_template("admin/screening/exclude_entry.html", edition=found.edition, entry=found, form=form)


@bp.post("/runden/<slug>/beitraege/<entry_id>/ausschliessen")
@refused_at("admin.confirm_exclusion", ExclusionForm)
def exclude(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; POST calls `exclude_entry` and redirects to the entry; 422 as typed, 409 where stale."""
    form = ExclusionForm()
    screening.exclude_entry(
        g.call, entry=entry_id, version=_version(form), reason=form.reason.data or "", grounds=form.grounds.data or ()
    )
    flash(_("Der Beitrag ist ausgeschlossen; die Kommune erhält die Begründung per E-Mail."), "success")
    return redirect(url_for("admin.entry", slug=slug, entry_id=entry_id))


@bp.get("/runden/<slug>/beitraege/<entry_id>/nachfordern")
def confirm_return(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; answers the form for what is missing, field by field; where the step is not open, says so."""
    found = _entry(slug, entry_id)
    if gone := _is_gone(found, EntryStatus.RETURNED):
        return gone
    return render_template(
        "admin/screening/return_entry.html",
        edition=found.edition,
        entry=found,
        form=shown(ReasonForm, version=str(found.version)),
        steps=form_of(db.session(), found).steps,
        wanted=wanted_fields(),
        remarks=typed_remarks(),
    )


@bp.post("/runden/<slug>/beitraege/<entry_id>/nachfordern")
@refused_at("admin.confirm_return", ReasonForm)
def return_entry(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; POST calls `return_entry` and redirects to the entry; 422 as typed, 409 where stale."""
    form = ReasonForm()
    reason = form.reason.data or ""
    screening.return_entry(
        g.call, entry=entry_id, version=_version(form), reason=reason, wanted=wanted_fields(), remarks=typed_remarks()
    )
    flash(_("Die Nachforderung ist versandt; die Kommune kann den Beitrag jetzt ergänzen."), "success")
    return redirect(url_for("admin.entry", slug=slug, entry_id=entry_id))


@bp.get("/runden/<slug>/beitraege/<entry_id>/zuruecknehmen")
def confirm_reopening(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; answers what undoing the decision means; 404 where it cannot be undone."""
    found = _entry(slug, entry_id)
    if EntryStatus.SUBMITTED not in open_steps(found, actor=g.actor, now=g.now):
        raise NotFound
    form = VersionedForm(version=str(found.version))
    return render_template("admin/screening/reopen_entry.html", edition=found.edition, entry=found, form=form)


@bp.post("/runden/<slug>/beitraege/<entry_id>/zuruecknehmen")
@refused_at("admin.entry")
def reopen(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who screens; POST calls `reopen_screening` and redirects to the entry, with a sentence where that was refused."""
    screening.reopen_screening(g.call, entry=entry_id, version=_version(VersionedForm()))
    flash(_("Die Entscheidung ist zurückgenommen; der Beitrag ist wieder in der Vorprüfung."), "success")
    return redirect(url_for("admin.entry", slug=slug, entry_id=entry_id))


@bp.get("/runden/<slug>/beitraege/<entry_id>/anlagen/<attachment_id>")
def attachment(slug: str, entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """For the organiser; answers the file that `open_attachment` reads; 404 where it is not of this entry, or lost."""
    entry = _entry(slug, entry_id)
    if attachment_id not in {one.public_id for one in entry.attachments}:
        raise NotFound
    try:
        file = attachments.open_attachment(actor=g.actor, now=g.now, attachment_id=attachment_id, store=file_store())
    except FileMissing:
        raise NotFound from None
    return attachment_response(file)


def _entry(slug: str, entry_id: str) -> Entry:
    edition = g.edition
    return screened_entry(db.session(), actor=g.actor, edition=edition, public_id=entry_id, now=g.now)


def _view(slug: str, entry_id: str) -> ScreeningView:
    return screening_view(db.session(), actor=g.actor, entry=_entry(slug, entry_id), now=g.now)


def _version(form: VersionedForm) -> int:
    version = form.seen_version
    return -1 if version is None else version


def _with_findings(
    slug: str, entry_id: str, act: Callable[..., object], done: str, *, then: str = "admin.entry"
) -> ResponseReturnValue:
    """Send the findings as they were typed to a service; what it cannot take comes back as it was typed."""
    view = _view(slug, entry_id)
    form = findings_form(view)
    if ADOPT in request.form:
        _adopt(form, view)
    try:
        act(g.call, entry=entry_id, version=_version(form), findings=typed_findings(form, view))
    except NotAdmitted as refusal:
        # Half of it is done: what was typed is stored, and the page that shows it is no form that came back.
        flash(_("Der Befund ist gespeichert, der Beitrag aber nicht zugelassen."), "warning")
        flash(translated(refusal.message), "danger")
    else:
        flash(done, "success")
    return redirect(url_for(then, slug=slug, entry_id=entry_id))


def _adopt(form: VersionedForm, view: ScreeningView) -> None:
    """Take over what the rules found fulfilled, where the organiser has said nothing."""
    for row in view.rules:
        verdict = form[verdict_field(row.rule.key)]
        if not verdict.data and row.finding is not None and row.finding.verdict is Automatic.FULFILLED:
            verdict.data = OrganiserVerdict.FULFILLED.value


def _is_gone(found: Entry, target: EntryStatus) -> ResponseReturnValue | None:
    """The way to the entry where the step is not open to it now, with what has happened; None where it is."""
    if target in open_steps(found, actor=g.actor, now=g.now):
        return None
    is_taken = found.status is target
    flash(
        _("Das ist schon geschehen. Stand des Beitrags: %(status)s.", status=label(target))
        if is_taken
        else _("Dieser Schritt ist im jetzigen Stand des Beitrags nicht möglich."),
        "info" if is_taken else "warning",
    )
    return redirect(url_for("admin.entry", slug=found.edition.slug, entry_id=found.public_id))
