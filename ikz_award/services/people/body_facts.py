"""What is typed about a body outside the register, made plain and checked: by who proposes it and again by the organiser."""

import re
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.people.bodies import BodyForm, is_savings_bank
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.text import clean_line, clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.register import BodyKind, RegisterBody
from ikz_award.queries.people.register import ambiguous_bodies, resolve_body

LONGEST_NAME, LONGEST_WEBSITE, LONGEST_REMARK, MOST_MEMBERS = 120, 200, 1000, 450
COUNTRIES = ("DE", "NL", "BE", "LU", "FR")
_WEBSITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class TypedBody:
    """As typed; `members`: a name or key of the register on each line."""

    name: str
    form: str
    country: str = "DE"
    seat: str = ""
    members: str = ""
    is_controlled: bool = False
    website: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class BodyFacts:
    """The same, checked."""

    name: str
    form: BodyForm
    country: str
    seat: str
    seat_key: str | None
    member_keys: list[str]
    is_controlled: bool
    website: str
    remark: str


def read_body(session: Session, typed: TypedBody) -> BodyFacts:
    """Raises `Invalid` with a sentence for each field that is not right."""
    errors: dict[str, str] = {}
    name = _name(session, typed, errors)
    form = next((one for one in BodyForm if one.value == typed.form), None)
    country = typed.country.strip().upper()
    if form is None:
        errors["form"] = _("Bitte wählen Sie die Rechtsform.")
    if country not in COUNTRIES:
        errors["country"] = _("Bitte wählen Sie ein Land.")
    seat, seat_key = _seat(session, typed, errors, form=form, country=country)
    members = _members(session, typed, errors, is_needed=form is not None and form.has_members and country == "DE")
    if form is not None and form.is_private and not typed.is_controlled:
        errors["is_controlled"] = _(
            "Teilnehmen kann eine privatrechtliche Form nur, wenn Kommunen sie beherrschen. Trifft das zu, bestätigen Sie es "
            "bitte; sonst reichen Sie den Beitrag über eine beteiligte Kommune ein."
        )
    website = clean_line(typed.website)
    if website and (len(website) > LONGEST_WEBSITE or not _WEBSITE.fullmatch(website)):
        errors["website"] = _("Das ist keine Adresse einer Website. Ein Beispiel: www.zweckverband.example")
    remark = clean_text(typed.remark)
    if len(remark) > LONGEST_REMARK:
        errors["remark"] = _("Die Bemerkung ist zu lang (höchstens %(limit)s Zeichen).", limit=LONGEST_REMARK)
    if errors or form is None:
        raise Invalid(errors)
    return BodyFacts(
        name=name,
        form=form,
        country=country,
        seat=seat,
        seat_key=seat_key,
        member_keys=members,
        is_controlled=typed.is_controlled and form.is_private,
        website=website,
        remark=remark,
    )


def _name(session: Session, typed: TypedBody, errors: dict[str, str]) -> str:
    name = clean_line(typed.name)
    if not name:
        errors["name"] = _("Bitte geben Sie den amtlichen Namen an.")
    elif len(name) > LONGEST_NAME:
        errors["name"] = _("Der Name ist zu lang (höchstens %(limit)s Zeichen).", limit=LONGEST_NAME)
    elif is_savings_bank(name):
        errors["name"] = _(
            "Sparkassen sind nach den Teilnahmebedingungen ausgeschlossen. Eine beteiligte Kommune kann den Beitrag einreichen."
        )
    elif found := resolve_body(session, name):
        errors["name"] = _(
            "„%(name)s“ (%(key)s) steht schon im Verzeichnis. Bitte nehmen Sie diesen Eintrag.",
            name=found.official_name,
            key=found.key,
        )
    elif hits := ambiguous_bodies(session, name):
        errors["name"] = _(
            "Diesen Namen gibt es im Verzeichnis schon: %(names)s. Bitte nehmen Sie einen dieser Einträge.",
            names="; ".join(f"{hit.official_name} ({hit.key})" for hit in hits),
        )
    return name


def _seat(
    session: Session, typed: TypedBody, errors: dict[str, str], *, form: BodyForm | None, country: str
) -> tuple[str, str | None]:
    """The seat in words and, in North Rhine-Westphalia, its key. A municipality elsewhere is its own seat."""
    seat = clean_line(typed.seat)
    is_elsewhere = country != "DE" or (form is not None and form.is_abroad)
    if is_elsewhere:
        if len(seat) > LONGEST_NAME:
            errors["seat"] = _("Der Sitz ist zu lang (höchstens %(limit)s Zeichen).", limit=LONGEST_NAME)
        elif not seat and not (form is not None and form.is_abroad):
            errors["seat"] = _("Bitte geben Sie an, wo der Sitz ist.")
        return seat, None
    found = resolve_body(session, seat) if seat else None
    if found is None or found.kind not in (BodyKind.MUNICIPALITY, BodyKind.INDEPENDENT_CITY):
        towns = [hit for hit in ambiguous_bodies(session, seat) if len(hit.key) == len("05554008")] if seat else []
        if len(towns) == 1:
            return towns[0].official_name, towns[0].key
        errors["seat"] = _(
            "Bitte geben Sie als Sitz eine Stadt oder Gemeinde in Nordrhein-Westfalen an, bei gleichen Namen den Schlüssel."
        )
        return seat, None
    return found.official_name, found.key


def _members(session: Session, typed: TypedBody, errors: dict[str, str], *, is_needed: bool) -> list[str]:
    lines = [line for line in (clean_line(one) for one in typed.members.splitlines()) if line]
    if len(lines) > MOST_MEMBERS:
        errors["members"] = _("Mehr als %(limit)s Mitglieder lassen sich nicht angeben.", limit=MOST_MEMBERS)
        return []
    found: dict[str, RegisterBody] = {}
    unknown = []
    for line in lines:
        body = resolve_body(session, line)
        if body is None:
            unknown.append(line)
        else:
            found[body.key] = body
    if unknown:
        errors["members"] = _unknown(session, unknown)
    elif is_needed and not found:
        errors["members"] = _("Bitte nennen Sie mindestens eine Kommune, die Mitglied oder Träger ist.")
    return sorted(found)


def _unknown(session: Session, lines: list[str]) -> str:
    """The first lines that name nobody or more than one, with what to do."""
    shown = []
    for line in lines[:5]:
        hits = ambiguous_bodies(session, line)
        keys = ", ".join(f"{hit.official_name}: {hit.key}" for hit in hits[:4])
        shown.append(f"„{line[:60]}“ ({keys})" if keys else f"„{line[:60]}“")
    return _(
        "Diese Zeilen finden wir nicht eindeutig im Verzeichnis: %(lines)s. Nehmen Sie den amtlichen Schlüssel; Mitglieder "
        "außerhalb von Nordrhein-Westfalen nennen Sie bitte in der Bemerkung.",
        lines="; ".join(shown),
    )
