"""A body that the register does not know: proposed by who works there, corrected or withdrawn while it waits."""

from sqlalchemy import func, select

from ikz_award.domain.people.bodies import ProposalState
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, NotFound, Refused
from ikz_award.domain.words.letters import bodies as letters
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, Role
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.services.people.body_facts import BodyFacts, TypedBody, read_body
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

# So many at once are no longer somebody's employers.
MOST_WAITING = 5


@use_case(AuditAction.BODY_PROPOSE)
def propose_body(work: Work, *, typed: TypedBody) -> int:
    """Keep what the actor says of their organisation until the organiser decides; returns the proposal's id.

    Raises `Invalid` naming the fields, `Refused` where too many of the actor's wait already.
    """
    require(work.actor, Action.CHOOSE_ORGANISATION, Matter())
    waiting = select(func.count()).select_from(ProposedBody)
    waiting = waiting.where(ProposedBody.account_id == work.actor.account_id, ProposedBody.state == ProposalState.WAITING)
    if (work.session.scalar(waiting) or 0) >= MOST_WAITING:
        raise Refused(
            "too_many", _("Es warten schon mehrere Ihrer Angaben. Bitte warten Sie ab, oder nehmen Sie eine davon zurück.")
        )
    facts = read_body(work.session, typed)
    row = ProposedBody(account_id=work.actor.account_id, state=ProposalState.WAITING, created_at=work.now, **vars(facts))
    work.session.add(row)
    work.session.flush()
    work.audit(subject=f"proposed_body:{row.id}", new=recorded(facts))
    _tell_organiser(work, facts)
    return row.id


@use_case(AuditAction.BODY_CORRECT)
def correct_proposal(work: Work, *, proposal_id: int, version: int, typed: TypedBody) -> None:
    """Say something else about the body while it waits. Raises `Invalid`, `NotFound`, `Refused`."""
    row = _own(work, proposal_id)
    check_waiting(row, version)
    old, facts = recorded(row), read_body(work.session, typed)
    for name, value in vars(facts).items():
        setattr(row, name, value)
    work.audit(subject=f"proposed_body:{row.id}", old=old, new=recorded(facts))


@use_case(AuditAction.BODY_WITHDRAW)
def withdraw_proposal(work: Work, *, proposal_id: int) -> str:
    """Take a waiting proposal back; returns the name."""
    row = _own(work, proposal_id)
    check_waiting(row)
    row.state = ProposalState.WITHDRAWN
    work.audit(subject=f"proposed_body:{row.id}", old=recorded(row))
    return row.name


def check_waiting(row: ProposedBody, version: int | None = None) -> None:
    """Raises `Refused` for what is decided or withdrawn, and where somebody has changed what the other saw."""
    if row.state is not ProposalState.WAITING:
        raise Conflict("transition", _("Über diese Angaben ist schon entschieden, oder sie sind zurückgenommen."))
    if version is not None and row.version != version:
        raise Conflict(
            "stale_version",
            _("Die Angaben wurden inzwischen geändert. Bitte laden Sie die Seite neu und sehen Sie sie noch einmal an."),
        )


def recorded(facts: BodyFacts | ProposedBody) -> dict[str, object]:
    """What the audit log keeps."""
    return {
        "name": facts.name,
        "form": facts.form.value,
        "country": facts.country,
        "seat": facts.seat,
        "members": list(facts.member_keys),
    }


def _own(work: Work, proposal_id: int) -> ProposedBody:
    row = work.session.get(ProposedBody, proposal_id, with_for_update=True)
    if row is None or row.account_id != work.actor.account_id:
        raise NotFound
    return row


def _tell_organiser(work: Work, facts: BodyFacts) -> None:
    staff = select(Account.email).where(Account.roles.any(Role.name == "admin"), Account.active).order_by(Account.id)
    letter = letters.body_waits(email=work.actor.email, body=facts.name)
    for email in work.session.scalars(staff).all():
        work.send_mail(recipient=email, subject=letter.subject, body=letter.body)
