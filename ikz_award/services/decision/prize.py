"""Prize money: the winner's people state shares and accounts; the organiser takes the list, and the details are deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from ikz_award.adapters.bank import bank_name, grouped, read_iban
from ikz_award.adapters.payment_list import write_payment_list
from ikz_award.domain.decision.prize import parse_euro, sum_error
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, Refused, StaleVersion
from ikz_award.domain.words.formats import format_cents
from ikz_award.domain.words.text import clean_line, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.prize import PrizeShare, PrizeStatement
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.decision.prize import Prize, prize_to_state, prizes, state_of_details
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import UNASKED, use_case

HOLDER_LIMIT = 140  # what SEPA carries is shorter still; the bank cuts


@dataclass(frozen=True, kw_only=True)
class TypedShare:
    """A participant's part as typed; an empty `iban` keeps the one that is stored."""

    amount: str
    holder: str = field(default="", metadata=UNASKED)
    iban: str = field(default="", metadata=UNASKED)


@use_case(AuditAction.PRIZE_STATE)
def state_shares(work: Work, *, entry_id: str, version: int, shares: Mapping[str, TypedShare]) -> None:
    """Store who gets how much on which account; `shares` by participant, `version` 0: nothing was stated yet.

    Raises `Invalid` ("amount-", "holder-" or "iban-" and the participant's key, or "shares" for the sum), `NotFound`,
    `Refused`, `StaleVersion`.
    """
    prize = prize_to_state(work.session, actor=work.actor, public_id=entry_id, now=work.now)
    statement = prize.statement
    if statement is not None and statement.cleared_at is not None:
        raise Refused("cleared", _("Die Bankdaten sind gelöscht; Angaben zur Auszahlung lassen sich nicht mehr ändern."))
    if (statement.version if statement else 0) != version:
        raise StaleVersion({"version": statement.version if statement else 0}, {"version": version})
    rows = _checked(prize, shares)
    if statement is None:
        statement = PrizeStatement(entry_id=prize.entry.id)
        work.session.add(statement)
    statement.stated_by, statement.stated_at = work.actor.account_id or 0, work.now
    statement.shares.clear()
    work.session.flush()
    statement.shares.extend(rows)
    work.session.flush()
    work.audit(
        subject=f"entry:{prize.entry.id}",
        edition_id=prize.entry.edition_id,
        # Pairs: two partners may bear one name.
        new={"shares": [(row.recipient, format_cents(row.cents)) for row in rows if row.cents]},
    )


def _checked(prize: Prize, shares: Mapping[str, TypedShare]) -> list[PrizeShare]:
    errors: dict[str, str] = {}
    cents: dict[str, int] = {}
    rows: list[PrizeShare] = []
    for position, participant in enumerate(prize.participants):
        typed, stored = shares.get(participant.key, TypedShare(amount="")), prize.share_of(participant)
        row = PrizeShare(
            participant=participant.key, recipient=participant.name, position=position, cents=0, holder="", iban=""
        )
        rows.append(row)
        try:
            row.cents = cents[participant.key] = parse_euro(typed.amount, field=f"amount-{participant.key}")
            if row.cents:
                row.holder = _holder(typed.holder, field=f"holder-{participant.key}")
                row.iban = _iban(typed.iban, stored, field=f"iban-{participant.key}")
        except Invalid as refusal:
            errors |= refusal.errors
    are_amounts = not any(name.startswith("amount-") for name in errors)
    if are_amounts and (wrong := sum_error(cents, prize_euro=prize.euro)):
        errors["shares"] = wrong
    if errors:
        raise Invalid(errors)
    return rows


def _holder(text: str, *, field: str) -> str:
    holder = clean_line(text)
    if not holder:
        raise Invalid({field: _("Bitte geben Sie an, auf wen das Konto lautet.")})
    if length(holder) > HOLDER_LIMIT:
        raise Invalid({field: _("Bitte kürzen Sie den Namen auf %(limit)s Zeichen.", limit=HOLDER_LIMIT)})
    return holder


def _iban(text: str, stored: PrizeShare | None, *, field: str) -> str:
    if not text.strip():
        if stored is not None and stored.iban:
            return stored.iban
        raise Invalid({field: _("Bitte geben Sie die IBAN an.")})
    return read_iban(text, field=field)


@use_case(AuditAction.PRIZE_EXPORT)
def payment_list(work: Work, *, edition_slug: str) -> bytes:
    """The workbook for the cashier; that it was taken is recorded."""
    edition = edition_by_slug(work.session, edition_slug)
    found = prizes(work.session, actor=work.actor, edition=edition)
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id)
    return write_payment_list([row for prize in found for row in _payments(prize, edition)])


def _payments(prize: Prize, edition: Edition) -> list[Sequence[str | int]]:
    shares = prize.statement.shares if prize.statement else ()
    return [
        (
            prize.category.name, prize.entry.number or "", prize.entry.title, share.recipient, share.holder,
            grouped(share.iban), bank_name(share.iban) if share.iban else "", share.cents,
            f"{edition.name} {prize.entry.number}",
        )
        for share in shares
        if share.cents
    ]  # fmt: skip


@use_case(AuditAction.PRIZE_CLEAR)
def clear_details(work: Work, *, edition_slug: str, seen: str) -> int:
    """Delete the bank details of an edition's winners for good, once they are paid; returns of how many.

    `seen`: `state_of_details` as the person was shown. Raises `Refused` ("changed") where something else would be deleted now.
    """
    edition = edition_by_slug(work.session, edition_slug)
    every = prizes(work.session, actor=work.actor, edition=edition)
    if state_of_details(every) != seen:
        raise Conflict(
            "changed",
            _(
                "Inzwischen haben sich die Angaben eines Preisträgers geändert. Bitte sehen Sie die Seite neu an; gelöscht "
                "ist nichts."
            ),
        )
    found = [prize.statement for prize in every if prize.statement]
    return _clear(work, [one for one in found if one.cleared_at is None], edition_id=edition.id)


@use_case(AuditAction.PRIZE_CLEAR)
def clear_old_details(work: Work, *, days: int) -> int:
    """The same by itself, `days` after an edition was published; returns for how many winners."""
    old = work.session.scalars(
        select(PrizeStatement)
        .join(Entry, Entry.id == PrizeStatement.entry_id)
        .join(Edition, Edition.id == Entry.edition_id)
        .where(PrizeStatement.cleared_at.is_(None), Edition.published_at <= work.now - timedelta(days=days))
    ).all()
    by_edition: dict[int, list[PrizeStatement]] = {}
    for one in old:
        by_edition.setdefault(one.entry.edition_id, []).append(one)
    return sum(_clear(work, found, edition_id=edition_id) for edition_id, found in by_edition.items())


def _clear(work: Work, statements: Sequence[PrizeStatement], *, edition_id: int) -> int:
    for statement in statements:
        statement.cleared_at = work.now
        for share in statement.shares:
            share.holder = share.iban = ""
    if statements:
        work.audit(subject=f"edition:{edition_id}", edition_id=edition_id, new={"winners": len(statements)})
    return len(statements)
