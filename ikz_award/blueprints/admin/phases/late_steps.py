"""What somebody is told whose page was older than the edition: that the step was taken, or that it is not the next one."""

from flask import flash, g
from flask_babel import gettext as _

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.formats import format_instant
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.phases.facts import phase_facts
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.reports.result.labels import label


def told_late(found: Edition, wanted: Phase) -> None:
    """Who comes too late for a step is told whether it was taken, or something else happened."""
    steps = phase_history(db.session(), edition_id=found.id)
    if found.phase is not wanted:
        where = label(found.phase)
        flash(_("Dieser Schritt ist jetzt nicht möglich: Die Wettbewerbsrunde steht bei „%(phase)s“.", phase=where), "warning")
    elif steps:
        at, who = format_instant(steps[-1].at), steps[-1].actor_name
        flash(_("Dieser Schritt ist schon getan, am %(at)s von %(who)s. Es ist nichts weiter zu tun.", at=at, who=who), "info")
    else:
        flash(_("Dieser Schritt ist schon getan. Es ist nichts weiter zu tun."), "info")


def leads_to_second_round(slug: str, old: Phase, new: Phase) -> bool:
    """Whether the step goes back from deliberation to scoring because shortlists are drawn: then it has other words."""
    if (old, new) != (Phase.DELIBERATION, Phase.JUDGING):
        return False
    found = g.edition
    return bool(phase_facts(db.session(), edition=found).shortlists)
