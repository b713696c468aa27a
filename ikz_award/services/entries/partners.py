"""The partners of an entry: from the register, or by name alone."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import PARTNERS, Entry, Partner
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.people.register import ambiguous_bodies, resolve_body
from ikz_award.services.entries.entries import load_for_change, touch
from ikz_award.services.record.intention import intention

MAXIMUM_PARTNERS = 400
MAXIMUM_NAME = 200


@dataclass(frozen=True, kw_only=True)
class TypedPartner:
    """A partner as typed: `body_key` or `body_name` for one of the register, else `name`, `country` and `kind`."""

    body_key: str = ""
    body_name: str = ""
    name: str = ""
    country: str = "DE"
    kind: str = ""

    @property
    def is_from_register(self) -> bool:
        return bool(self.body_key.strip() or self.body_name.strip())


def add_partner(*, actor: Actor, now: datetime, key: str | None, entry_id: str, partner: TypedPartner) -> str:
    """Add a partner and return its name. Raises `Invalid` naming the field."""
    asked = {"entry": entry_id, **vars(partner)}
    with intention(actor=actor, now=now, action=AuditAction.ENTRY_ADD_PARTNER, key=key, request=asked) as work:
        if work.is_replay:
            return work.answer
        entry = load_for_change(work.session, actor=actor, now=now, entry_id=entry_id, target=PARTNERS)
        if len(entry.partners) >= MAXIMUM_PARTNERS:
            raise Invalid(
                {
                    "body_name": _(
                        "Mehr als %(maximum_partners)s Partner lassen sich nicht angeben.", maximum_partners=MAXIMUM_PARTNERS
                    )
                }
            )
        make = _from_register if partner.is_from_register else _by_name
        row = make(work.session, entry, partner)
        row.position = (work.session.scalar(select(func.max(Partner.position)).where(Partner.entry_id == entry.id)) or 0) + 1
        work.session.add(row)
        touch(entry, now=now)
        work.session.flush()
        work.answer = row.body.official_name if row.body else row.name
        work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"partner": work.answer, "key": row.body_key})
        return work.answer


def _from_register(session: Session, entry: Entry, partner: TypedPartner) -> Partner:
    body = session.get(RegisterBody, partner.body_key.strip()) if partner.body_key.strip() else None
    if body is None or not body.is_current:
        body = resolve_body(session, partner.body_name or partner.body_key)
    if body is None:
        raise Invalid({"body_name": _not_resolved(session, partner.body_name or partner.body_key)})
    if body.key == entry.lead_key:
        raise Invalid(
            {
                "body_name": _(
                    "%(official_name)s ist schon als federführende Kommune angegeben.", official_name=body.official_name
                )
            }
        )
    if any(one.body_key == body.key for one in entry.partners):
        raise Invalid({"body_name": _("%(name)s steht schon in der Liste.", name=body.official_name)})
    kind = body.form.partner_kind if body.form else PartnerKind.MUNICIPALITY
    return Partner(entry_id=entry.id, body_key=body.key, body=body, kind=kind, country=body.country)


def _not_resolved(session: Session, text: str) -> str:
    hits = ambiguous_bodies(session, text)
    if hits:
        names = "; ".join(f"{hit.official_name} ({hit.key})" for hit in hits)
        return _("Diesen Namen gibt es mehrfach: %(names)s. Bitte geben Sie den Schlüssel an.", names=names)
    return _(
        "„%(value)s“ steht nicht im Verzeichnis der Kommunen in Nordrhein-Westfalen. Prüfen Sie die "
        "Schreibweise, oder tragen Sie den Partner weiter unten mit Namen ein.",
        value=clean_line(text)[:80],
    )


def _by_name(session: Session, entry: Entry, partner: TypedPartner) -> Partner:
    name, country = clean_line(partner.name), clean_line(partner.country).upper()
    errors = {}
    if not name:
        errors["name"] = _("Bitte geben Sie den Namen des Partners an.")
    elif len(name) > MAXIMUM_NAME:
        errors["name"] = _(
            "Der Name ist um %(number)s Zeichen zu lang (höchstens %(maximum_name)s).",
            number=len(name) - MAXIMUM_NAME,
            maximum_name=MAXIMUM_NAME,
        )
    elif any(not one.body_key and one.name.casefold() == name.casefold() for one in entry.partners):
        errors["name"] = _("„%(name)s“ steht schon in der Liste.", name=name)
    if not re.fullmatch("[A-Z]{2}", country):
        errors["country"] = _("Bitte wählen Sie ein Land.")
    if partner.kind not in {kind.value for kind in PartnerKind}:
        errors["kind"] = _("Bitte wählen Sie die Art des Partners.")
    if errors:
        raise Invalid(errors)
    return Partner(entry_id=entry.id, name=name, country=country, kind=PartnerKind(partner.kind))


def remove_partner(*, actor: Actor, now: datetime, key: str | None, entry_id: str, partner_id: int) -> str:
    """Take a partner out and return its name; "" if it was out already (another tab, a second click)."""
    asked = {"entry": entry_id, "partner": partner_id}
    with intention(actor=actor, now=now, action=AuditAction.ENTRY_REMOVE_PARTNER, key=key, request=asked) as work:
        if work.is_replay:
            return work.answer
        entry = load_for_change(work.session, actor=actor, now=now, entry_id=entry_id, target=PARTNERS)
        row = next((one for one in entry.partners if one.id == partner_id), None)
        work.answer = ""
        if row is not None:
            work.answer = row.body.official_name if row.body else row.name
            work.audit(
                subject=f"entry:{entry.id}", edition_id=entry.edition_id, old={"partner": work.answer, "key": row.body_key}
            )
            work.session.delete(row)
            touch(entry, now=now)
        return work.answer
