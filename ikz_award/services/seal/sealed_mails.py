"""What the jury and who has sealed are written, to keep: with it a result or an audit log changed later is found."""

from sqlalchemy import select

from ikz_award.domain.seal.signatures import fingerprint
from ikz_award.domain.words.letters import seal as letters
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.models.seal.seal import ResultSeal, SealConfirmation, SealRole
from ikz_award.queries.jury.ends import has_left_jury
from ikz_award.queries.seal.seal import audit_position
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work

ROLES = {SealRole.ORGANISER: _("Kompetenzzentrum"), SealRole.CHAIR: _("Vorsitz der Jury")}


def tell_sealed(work: Work, edition: Edition, seal: ResultSeal, both: tuple[SealConfirmation, ...], *, base_url: str) -> None:
    """Write to the two who have sealed and to every juror. Call it last: the mail names the newest record of the log."""
    position = audit_position(work.session)
    proof = letters.Proof(
        version=seal.version,
        sealed_at=seal.sealed_at,
        sha256=seal.sha256,
        public_key=seal.public_key,
        names=[(clean_line(one.account.name or one.account.email), ROLES[one.role]) for one in both],
        length=position["length"],
        head=position["head"],
        fingerprint=fingerprint(seal.public_key),
    )
    publishers = {one.account_id for one in both if one.role is SealRole.ORGANISER}
    seats = select(Juror.account_id).where(Juror.edition_id == edition.id, ~has_left_jury(Juror.id))
    told = select(Account).where(Account.active).where(Account.id.in_(seats) | Account.id.in_([one.account_id for one in both]))
    for account in work.session.scalars(told.order_by(Account.email)):
        publish_at = f"{base_url}/verwaltung/runden/{edition.slug}/" if account.id in publishers else ""
        letter = letters.sealed(round_of(edition), proof, publish_at=publish_at)
        work.send_mail(recipient=account.email, subject=letter.subject, body=letter.body)
