"""The texts of an edition: never changed, each followed by a new version. A new declaration is asked of every juror again."""

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, StaleVersion
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import EditionText
from ikz_award.queries.editions.editions import text_of
from ikz_award.queries.jury.confidentiality import CONFIDENTIALITY
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

# In the order in which they are shown.
TEXTS = ("introduction", "participation", "procedure", CONFIDENTIALITY)
LONGEST_BODY = 20_000
MOST_DAYS = 3650


@use_case(AuditAction.EDITION_EDIT_TEXTS)
def save_text(work: Work, *, edition_slug: str, name: str, version: int | None, body: str) -> int:
    """Add a version and return its number; nothing where the words are the same. `version` None: there was none yet.

    Raises `Invalid` ("body"), `StaleVersion`, `NotFound` for a text that no edition has, `Refused` once it is decided.
    """
    cleaned = clean_text(body).strip()
    edition = locked_edition(work.session, edition_slug)
    require(work.actor, Action.EDIT_TEXTS, edition_matter(edition))
    if name not in TEXTS:
        raise NotFound
    stored = text_of(work.session, edition_id=edition.id, key=name)
    current = stored.version if stored else None
    if current != version:
        raise StaleVersion({"body": stored.body if stored else ""}, {"body": cleaned})
    if not cleaned:
        raise Invalid({"body": _("Bitte schreiben Sie den Text.")})
    if length(cleaned) > LONGEST_BODY:
        raise Invalid({"body": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=LONGEST_BODY)})
    answer = current or 0
    if stored is None or stored.body != cleaned:
        answer += 1
        row = EditionText(edition_id=edition.id, key=name, version=answer, body=cleaned)
        work.session.add(row)
        work.session.flush()
        work.audit(
            subject=f"edition:{edition.id}",
            edition_id=edition.id,
            old={"version": current},
            new={"text": name, "version": answer},
        )
    return answer


@use_case(AuditAction.EDITION_EDIT_TEXTS)
def save_validity(work: Work, *, edition_slug: str, version: int | None, days: int | None) -> None:
    """For how many days a declaration of confidentiality counts; None: to the end. Raises `Invalid` ("days"), as above."""
    edition = locked_edition(work.session, edition_slug)
    require(work.actor, Action.EDIT_TEXTS, edition_matter(edition))
    if edition.version != version:
        raise StaleVersion({"version": edition.version}, {"version": version})
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise Invalid({"days": _("Bitte eine ganze Zahl von %(least)s bis %(most)s angeben.", least=1, most=MOST_DAYS)})
    if edition.confidentiality_days != days:
        old = edition.confidentiality_days
        edition.confidentiality_days = days
        work.audit(
            subject=f"edition:{edition.id}",
            edition_id=edition.id,
            old={"confidentiality_days": old},
            new={"confidentiality_days": days},
        )
