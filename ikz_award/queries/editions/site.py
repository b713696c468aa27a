"""The texts of the installation as they stand, and as they stood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.site_texts import Placeholder, SiteText, is_complete, with_facts
from ikz_award.models.editions.editions import Edition
from ikz_award.models.editions.site import SiteTextVersion
from ikz_award.queries.editions.public import current_edition


@dataclass(frozen=True, kw_only=True)
class ShownText:
    """A text in Markdown. `version` 0 and `saved_at` None: the one that ships with the program."""

    name: SiteText
    body: str
    version: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""


def site_text(session: Session, *, name: SiteText) -> ShownText:
    """The text that counts, with its placeholders: for who edits it."""
    newest = select(SiteTextVersion).where(SiteTextVersion.name == name).order_by(SiteTextVersion.version.desc()).limit(1)
    row = session.scalar(newest)
    return _shown(row) if row else shipped_text(name)


def site_texts(session: Session, *, now: datetime) -> Mapping[SiteText, tuple[ShownText, bool]]:
    """Every text, and whether it is complete as people read it."""
    facts = facts_of(session, now=now)
    found = {name: site_text(session, name=name) for name in SiteText}
    return {name: (text, is_complete(with_facts(text.body, facts))) for name, text in found.items()}


def site_text_version(session: Session, *, name: SiteText, version: int) -> ShownText:
    """A text as it stood. Raises `NotFound`."""
    if version == 0:
        return shipped_text(name)
    row = session.scalar(select(SiteTextVersion).where(SiteTextVersion.name == name, SiteTextVersion.version == version))
    if row is None:
        raise NotFound
    return _shown(row)


def site_text_history(session: Session, *, name: SiteText) -> Sequence[ShownText]:
    """All versions, the newest first; the shipped one is the last."""
    rows = session.scalars(select(SiteTextVersion).where(SiteTextVersion.name == name).order_by(SiteTextVersion.version.desc()))
    return [*(_shown(row) for row in rows), shipped_text(name)]


def shipped_text(name: SiteText) -> ShownText:
    """The text that ships with the program."""
    file = files("ikz_award").joinpath("data", "site", f"{name}.md")
    return ShownText(name=name, body=file.read_text(encoding="utf-8").strip())


def facts_of(session: Session, *, now: datetime) -> Mapping[Placeholder, str]:
    """What placeholders stand for at `now`."""
    # Before the first edition is announced, the one that is being prepared says who announces it.
    current = current_edition(session, now=now) or session.scalar(select(Edition).order_by(Edition.opens_at.desc()).limit(1))
    return {Placeholder.ORGANISER: current.organiser} if current else {}


def _shown(row: SiteTextVersion) -> ShownText:
    return ShownText(name=row.name, body=row.body, version=row.version, saved_at=row.saved_at, saved_by=row.saved_by_name)
