"""Letting the jury's words for the applicants go."""

from datetime import datetime

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.decisions import RemarkRelease
from ikz_award.queries.decision.remarks import all_remarks, release_of
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.services.record.intention import intention
from ikz_award.services.screening.mails import tell_of_remarks


def release_remarks(*, actor: Actor, now: datetime, key: str, edition_slug: str) -> int:
    """Let each municipality read what the jury wrote on its entry, and tell them; returns for how many entries.

    Once and for good. Raises `Refused` before publication, a second time ("already_released"), or without a word.
    """
    with intention(
        actor=actor, now=now, action=AuditAction.REMARKS_RELEASE, key=key, request={"edition": edition_slug}
    ) as work:
        if work.is_replay:
            return work.answer
        edition = edition_by_slug(work.session, edition_slug)
        remarks = all_remarks(work.session, actor=actor, edition=edition)
        if release_of(work.session, edition_id=edition.id) is not None:
            raise Refused("already_released", _("Die Rückmeldungen sind schon freigegeben."))
        entries = {remark.entry.id: remark.entry for remark in remarks}
        if not entries:
            raise Refused("nothing_to_release", _("Die Jury hat keine Rückmeldung geschrieben."))
        work.session.add(RemarkRelease(edition_id=edition.id, released_by=actor.account_id or 0, released_at=now))
        for entry in entries.values():
            tell_of_remarks(work, entry)
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"entries": len(entries)})
        work.answer = len(entries)
        return work.answer
