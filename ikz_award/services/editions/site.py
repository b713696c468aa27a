"""The texts of the installation: never changed, each followed by a new version, so that an earlier one can be put back."""

from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import StaleVersion
from ikz_award.domain.words.site_texts import SiteText, check_site_text
from ikz_award.domain.words.text import clean_text
from ikz_award.models.editions.site import SiteTextVersion
from ikz_award.queries.editions.site import site_text
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.SITE_EDIT_TEXT)
def save_site_text(work: Work, *, name: SiteText, version: int, body: str) -> int:
    """Add a version and return its number; nothing where the words are the same. `version`: the one it was written on.

    Raises `Invalid` ("body"), `StaleVersion` where somebody else saved meanwhile, `Refused`.
    """
    require(work.actor, Action.EDIT_SITE, Matter())
    cleaned = clean_text(body).strip()
    stored = site_text(work.session, name=name)
    if stored.version != version:
        raise StaleVersion({"body": stored.body}, {"body": cleaned})
    check_site_text(cleaned)
    if cleaned == stored.body:
        work.silent()
        return stored.version
    row = SiteTextVersion(
        name=name,
        version=stored.version + 1,
        body=cleaned,
        saved_at=work.now,
        saved_by_name=work.actor.name or work.actor.email,
    )
    work.session.add(row)
    work.audit(subject=f"site:{name}", old={"version": stored.version or None}, new={"version": row.version})
    return row.version
