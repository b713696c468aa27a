"""The municipality register: municipalities, districts, Landschaftsverbände."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.models.base import Base, enum_column


class BodyKind(StrEnum):
    """Territorial kinds; a Städteregion counts as a district."""

    MUNICIPALITY = "municipality"
    INDEPENDENT_CITY = "independent_city"
    DISTRICT = "district"
    LANDSCHAFTSVERBAND = "landschaftsverband"


class RegisterBody(Base):
    """One body of the register. `key` is the AGS (8 digits), a district's 5 digits, or LVR/LWL."""

    __tablename__ = "register_body"
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


class OrganisationDomain(Base):
    """An e-mail domain that is known to belong to an organisation."""

    __tablename__ = "organisation_domain"
    domain: Mapped[str] = mapped_column(String(253), primary_key=True)
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), primary_key=True)
