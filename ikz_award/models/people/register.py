"""The municipality register: municipalities, districts, Landschaftsverbände, and what the organiser has added to it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, true
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.people.bodies import BodyForm
from ikz_award.models.base import Base, enum_column


class BodyKind(StrEnum):
    """Territorial kinds; a Städteregion counts as a district."""

    MUNICIPALITY = "municipality"
    INDEPENDENT_CITY = "independent_city"
    DISTRICT = "district"
    LANDSCHAFTSVERBAND = "landschaftsverband"
    # No official key: a Zweckverband, an AöR, a municipality across the border … that the organiser confirmed.
    OTHER = "other"


class RegisterBody(Base):
    """One body. `key` is the AGS (8 digits), a district's 5 digits, LVR/LWL, or one of our own (`domain.people.bodies.KEY`)."""

    __tablename__ = "register_body"
    __table_args__ = (
        CheckConstraint("(kind = 'other') = (form IS NOT NULL)", name="other_has_form"),
        CheckConstraint("(kind = 'other') = (substr(key, 1, 2) = 'KB')", name="other_has_own_key"),
    )
    key: Mapped[str] = mapped_column(String(12), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    # As it stands on a letterhead: "Stadt Bocholt", "Kreis Borken", "Hochsauerlandkreis".
    official_name: Mapped[str] = mapped_column(String(160))
    # Lower case, umlauts spelled out too: what the type-ahead searches.
    search_name: Mapped[str] = mapped_column(String(400), index=True)
    kind: Mapped[BodyKind] = mapped_column(enum_column(BodyKind, name="body_kind"))
    parent_key: Mapped[str | None] = mapped_column(ForeignKey("register_body.key"))
    government_region: Mapped[str] = mapped_column(String(40))  # Regierungsbezirk
    # Microdegrees: whole numbers, exact everywhere.
    latitude_e6: Mapped[int | None] = mapped_column(Integer)
    longitude_e6: Mapped[int | None] = mapped_column(Integer)
    population: Mapped[int | None] = mapped_column(Integer)
    area_hectares: Mapped[int | None] = mapped_column(Integer)
    as_of: Mapped[date | None]
    # A body that a newer register no longer names stays, because entries point to it.
    is_current: Mapped[bool] = mapped_column(default=True)
    # The rest only for bodies without an official key.
    form: Mapped[BodyForm | None] = mapped_column(enum_column(BodyForm, name="body_form"))
    country: Mapped[str] = mapped_column(String(2), default="DE", server_default="DE")
    # In words: the seat may lie abroad.
    seat: Mapped[str] = mapped_column(String(120), default="", server_default="")
    may_lead: Mapped[bool] = mapped_column(default=True, server_default=true())


class BodyMember(Base):
    """A body of the register that belongs to, or owns, a body without an official key."""

    __tablename__ = "body_member"
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), primary_key=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), primary_key=True)


class OrganisationDomain(Base):
    """An e-mail domain that is known to belong to an organisation."""

    __tablename__ = "organisation_domain"
    domain: Mapped[str] = mapped_column(String(253), primary_key=True)
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), primary_key=True)
