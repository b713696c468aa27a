"""A juror has the own pack printed: all entries with their attachments and score pages, in one PDF."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.jury.jury import Juror
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.jury.pack import HIDES_NAMES, JURY_PACK, is_current, pack_job, readable_entries
from ikz_award.queries.jury.shown_names import shown_names
from ikz_award.services.record.intention import intention


def request_pack(*, actor: Actor, now: datetime, key: str, edition_slug: str) -> None:
    """Queue the pack, unless the same one is under way. Raises `NotFound`, `Refused`."""
    with intention(actor=actor, now=now, action=AuditAction.JURY_PACK, key=key, request={"edition": edition_slug}) as work:
        if work.is_replay:
            return
        edition = edition_by_slug(work.session, edition_slug)
        entries = list(readable_entries(work.session, actor=actor, edition=edition))
        juror_id = seat_of(actor, edition.id).juror_id
        work.session.scalars(select(Juror).where(Juror.id == juror_id).with_for_update(of=Juror)).one()
        if not entries:
            raise Refused("nothing_to_print", _("Es gibt keinen Beitrag, den Sie lesen können."))
        last = pack_job(work.session, actor=actor, edition=edition)
        is_running = last is not None and last.status in (JobStatus.QUEUED, JobStatus.RUNNING)
        if (
            last is not None
            and is_running
            and is_current(work.session, actor=actor, edition=edition, job=last, entries=entries)
        ):
            return
        are_hidden = shown_names(work.session, actor=actor, edition=edition).are_hidden
        parameters = {"juror": juror_id, "entries": entries, HIDES_NAMES: are_hidden}
        work.start_job(kind=JURY_PACK, edition_id=edition.id, parameters=parameters)
        # Like opening each of them on the screen.
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"entries": entries})
