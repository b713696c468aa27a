"""The organiser decides about a body somebody proposed: confirmed with a key of its own, one that is there already, or no."""

from sqlalchemy import select

from ikz_award.domain.people.bodies import ProposalState, key_for
from ikz_award.domain.people.email_domains import domain_of, is_freemail
from ikz_award.domain.people.register import search_name
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.letters import bodies as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.register import BodyKind, BodyMember, OrganisationDomain, RegisterBody
from ikz_award.queries.people.register import ambiguous_bodies, resolve_body
from ikz_award.services.people.body_facts import BodyFacts, TypedBody, read_body
from ikz_award.services.people.proposed_bodies import check_waiting, recorded
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

LONGEST_SEARCH_NAME = 400


@use_case(AuditAction.BODY_CONFIRM)
def confirm_body(
    work: Work, *, proposal_id: int, version: int, typed: TypedBody, may_lead: bool = True, knows_domain: bool = False
) -> str:
    """Make the body, as the organiser has corrected it, one that can take part; returns its key. Who proposed it belongs to it.

    `may_lead`: it may hand in entries itself. `knows_domain`: who writes from the proposer's domain is let in at once.
    Raises `Invalid`, `NotFound`, `Refused`.
    """
    row = _waiting(work, proposal_id, version)
    facts = read_body(work.session, typed)
    body = _new_body(work, key=_free_key(work, row.id), facts=facts, may_lead=may_lead)
    domain = _learn_domain(work, row, body) if knows_domain else ""
    _decide(work, row, ProposalState.CONFIRMED, body=body)
    _admit(work, row, body)
    new = recorded(facts) | {"organisation": body.key, "may_lead": may_lead} | ({"domain": domain} if domain else {})
    work.audit(subject=f"proposed_body:{row.id}", old=recorded(row), new=new)
    _tell(work, row, letters.body_confirmed(body=body.official_name, may_lead=body.may_lead))
    return body.key


@use_case(AuditAction.BODY_MERGE)
def merge_body(work: Work, *, proposal_id: int, version: int, body: str) -> str:
    """The body is there already, under the name or key `body`: who proposed it belongs to that one. Returns its name."""
    row = _waiting(work, proposal_id, version)
    found = resolve_body(work.session, body) if body.strip() else None
    if found is None:
        hits = ambiguous_bodies(work.session, body)
        names = "; ".join(f"{hit.official_name} ({hit.key})" for hit in hits)
        raise Invalid(
            {
                "body": _("Diesen Namen gibt es mehrfach: %(names)s. Bitte geben Sie den Schlüssel an.", names=names)
                if hits
                else _("Bitte geben Sie einen Namen oder Schlüssel aus dem Verzeichnis an.")
            }
        )
    _decide(work, row, ProposalState.MERGED, body=found)
    _admit(work, row, found)
    work.audit(subject=f"proposed_body:{row.id}", old=recorded(row), new={"organisation": found.key})
    known = letters.body_known(proposed=row.name, body=found.official_name, may_lead=found.may_lead)
    _tell(work, row, known)
    return found.official_name


@use_case(AuditAction.BODY_REJECT)
def reject_body(work: Work, *, proposal_id: int, reason: str) -> str:
    """Say no, and why; returns the proposed name. Raises `Invalid` without a reason."""
    words = clean_text(reason)
    row = _waiting(work, proposal_id)
    if not words:
        raise Invalid({"reason": _("Bitte nennen Sie einen Grund, und was die Person stattdessen tun kann.")})
    _decide(work, row, ProposalState.REJECTED)
    row.reason = words
    work.audit(subject=f"proposed_body:{row.id}", old=recorded(row), new={"reason": words})
    _tell(work, row, letters.body_rejected(body=row.name, reason=words))
    return row.name


def _waiting(work: Work, proposal_id: int, version: int | None = None) -> ProposedBody:
    require(work.actor, Action.OVERSEE, Matter())
    row = work.session.get(ProposedBody, proposal_id, with_for_update=True)
    if row is None:
        raise NotFound
    check_waiting(row, version)
    return row


def _free_key(work: Work, number: int) -> str:
    """The proposal's own number, or the next one that is free: SQLite gives a number again whose row went with its account."""
    while work.session.get(RegisterBody, key_for(number)) is not None:
        number += 1
    return key_for(number)


def _new_body(work: Work, *, key: str, facts: BodyFacts, may_lead: bool) -> RegisterBody:
    seat = work.session.get(RegisterBody, facts.seat_key) if facts.seat_key else None
    body = RegisterBody(
        key=key,
        name=facts.name,
        official_name=facts.name,
        kind=BodyKind.OTHER,
        form=facts.form,
        country=facts.country,
        search_name=search_name(key=key, name=facts.name, official_name=facts.name)[:LONGEST_SEARCH_NAME],
        government_region=seat.government_region if seat else "",
        seat=facts.seat,
        may_lead=may_lead,
        is_current=True,
    )
    work.session.add(body)
    work.session.flush()
    work.session.add_all(BodyMember(body_key=key, member_key=member) for member in facts.member_keys)
    return body


def _learn_domain(work: Work, row: ProposedBody, body: RegisterBody) -> str:
    """The proposer's own: it was confirmed by mail, a typed one would be anybody's."""
    domain = domain_of(row.account.email)
    if is_freemail(domain):
        raise Invalid({"knows_domain": _("Adressen mit dieser Endung bekommt jeder; sie beweisen keine Zugehörigkeit.")})
    work.session.add(OrganisationDomain(domain=domain, body_key=body.key))
    return domain


def _decide(work: Work, row: ProposedBody, state: ProposalState, *, body: RegisterBody | None = None) -> None:
    row.state, row.decided_at, row.decided_by = state, work.now, work.actor.account_id
    row.body_key = body.key if body else None


def _admit(work: Work, row: ProposedBody, body: RegisterBody) -> None:
    known = work.session.scalar(
        select(Membership).where(Membership.account_id == row.account_id, Membership.body_key == body.key)
    )
    if known is None:
        known = Membership(account_id=row.account_id, body_key=body.key, created_at=work.now)
        work.session.add(known)
    known.status = MembershipStatus.ACTIVE


def _tell(work: Work, row: ProposedBody, letter: Letter) -> None:
    work.send_mail(recipient=row.account.email, subject=letter.subject, body=letter.body)
