"""What the jury and who has sealed are written, to keep: with it a result or an audit log changed later is found."""

from sqlalchemy import select

from ikz_award.domain.seal.signatures import fingerprint
from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.models.seal.seal import ResultSeal, SealConfirmation, SealRole
from ikz_award.queries.jury.ends import has_left
from ikz_award.queries.seal.seal import audit_position
from ikz_award.services.record.intention import Work

ROLES = {SealRole.ORGANISER: _("Kompetenzzentrum"), SealRole.CHAIR: _("Vorsitz der Jury")}


def tell_sealed(work: Work, edition: Edition, seal: ResultSeal, both: tuple[SealConfirmation, ...], *, base_url: str) -> None:
    """Write to the two who have sealed and to every juror. Call it last: the mail names the newest record of the log."""
    position = audit_position(work.session)
    names = "\n".join(f"– {clean_line(one.account.name or one.account.email)} ({ROLES[one.role]})" for one in both)
    publishers = {one.account_id for one in both if one.role is SealRole.ORGANISER}
    seats = select(Juror.account_id).where(Juror.edition_id == edition.id, ~has_left(Juror.id))
    told = select(Account).where(Account.active).where(Account.id.in_(seats) | Account.id.in_([one.account_id for one in both]))
    for account in work.session.scalars(told.order_by(Account.email)):
        body = _(
            "Guten Tag,\n\ndas Ergebnis „%(edition)s“ ist am %(day)s um %(time)s Uhr besiegelt worden (Fassung %(version)s). "
            "Bestätigt haben:\n\n%(names)s\n\n%(next)s\n\nBitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben "
            "lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.\n\n"
            "Prüfsumme des Ergebnisses (SHA-256):\n%(sha256)s\n\n"
            "Prüfprotokoll: %(length)s Einträge, Prüfsumme des letzten:\n%(head)s\n\n"
            "Öffentlicher Schlüssel:\n%(key)s\nFingerabdruck: %(fingerprint)s\n\n"
            "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.",
            edition=edition.name, day=format_day(seal.sealed_at), time=format_clock(seal.sealed_at),
            version=seal.version, names=names,
            next=_publish(edition, base_url) if account.id in publishers else _("Sie müssen nichts tun."),
            sha256=seal.sha256, length=position["length"], head=position["head"], key=seal.public_key,
            fingerprint=fingerprint(seal.public_key), organiser=edition.organiser,
        )  # fmt: skip
        work.send_mail(
            recipient=account.email, subject=_("Das Ergebnis ist besiegelt (%(edition)s)", edition=edition.name), body=body
        )


def _publish(edition: Edition, base_url: str) -> Message:
    return _(
        "Als Nächstes können Sie es veröffentlichen oder die Veröffentlichung planen:\n\n%(address)s",
        address=f"{base_url}/verwaltung/runden/{edition.slug}/",
    )
