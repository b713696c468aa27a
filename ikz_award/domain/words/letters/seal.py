"""What those who seal, and the jury, are written: whose turn it is, what was taken back, and the proof to keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ikz_award.domain.words.formats import format_clock, format_day
from ikz_award.domain.words.letters.frame import Letter, Round, framed, listed
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


def asked_to_seal(about: Round, *, name: str, address: str) -> Letter:
    """`name` has given one half; whoever gives the other one learns of it."""
    text = _(
        "%(name)s hat das Ergebnis geprüft und bestätigt. Besiegelt ist es erst, wenn Sie es auch bestätigen; vorher kann "
        "es nicht veröffentlicht werden.",
        name=name,
    )
    return _asked(about, _("Bitte bestätigen Sie das Ergebnis (%(edition)s)", edition=about.name), text, address)


def asked_to_reopen(about: Round, *, name: str, reason: str, address: str) -> Letter:
    """`name` wants to open the sealed result again; it takes two."""
    text = _(
        "%(name)s möchte das besiegelte Ergebnis wieder öffnen. Das geschieht erst, wenn Sie zustimmen; ohne Ihre "
        "Zustimmung bleibt es, wie es ist.\n\nBegründung: %(reason)s",
        name=name,
        reason=reason,
    )
    subject = _("Bitte entscheiden Sie: besiegeltes Ergebnis wieder öffnen? (%(edition)s)", edition=about.name)
    return _asked(about, subject, text, address)


def _asked(about: Round, subject: Message, text: Message, address: str) -> Letter:
    said = _("%(what)s\n\nBitte prüfen und entscheiden Sie hier:\n\n%(address)s", what=text, address=address)
    return Letter(subject, framed(said, sender=about.organiser))


def taken_back(about: Round, *, name: str) -> Letter:
    """Who was asked need not do anything any more."""
    text = _("%(name)s hat die Bestätigung zurückgenommen. Sie müssen nichts tun.", name=name)
    return Letter(_("Bestätigung zurückgenommen (%(edition)s)", edition=about.name), framed(text, sender=about.organiser))


def reopened(about: Round, *, reason: str, is_organiser: bool, address: str) -> Letter:
    """Both halves are there: the two learn that it is open again, and what comes next."""
    next_ = (
        _("Nehmen Sie die Feststellung oder die Veröffentlichung zurück, um es zu ändern. Danach wird neu besiegelt:")
        if is_organiser
        else _("Sie werden gebeten, das Ergebnis neu zu bestätigen, sobald es wieder feststeht:")
    )
    text = _(
        "Das besiegelte Ergebnis ist wieder geöffnet; die besiegelte Fassung bleibt erhalten.\n\nBegründung: %(reason)s"
        "\n\n%(next)s\n\n%(address)s",
        reason=reason,
        next=next_,
        address=address,
    )
    return Letter(_("Ergebnis wieder geöffnet (%(edition)s)", edition=about.name), framed(text, sender=about.organiser))


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What finds a result or a log changed later: hash, position of the log, key. `names`: who confirmed, and as what."""

    version: int
    sealed_at: datetime
    names: Sequence[tuple[str, str]]
    sha256: str
    length: int
    head: str
    public_key: str
    fingerprint: str


def sealed(about: Round, proof: Proof, *, publish_at: str = "") -> Letter:
    """`publish_at`: the address where to publish it, for who may."""
    text = _(
        "das Ergebnis „%(edition)s“ ist am %(day)s um %(time)s Uhr besiegelt worden (Fassung %(version)s). "
        "Bestätigt haben:\n\n%(names)s\n\n%(next)s\n\nBitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben "
        "lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.\n\n"
        "Prüfsumme des Ergebnisses (SHA-256):\n%(sha256)s\n\n"
        "Prüfprotokoll: %(length)s Einträge, Prüfsumme des letzten:\n%(head)s\n\n"
        "Öffentlicher Schlüssel:\n%(key)s\nFingerabdruck: %(fingerprint)s",
        edition=about.name,
        day=format_day(proof.sealed_at),
        time=format_clock(proof.sealed_at),
        version=proof.version,
        names=listed((f"{name} ({role})" for name, role in proof.names), mark="–"),
        next=_next(publish_at),
        sha256=proof.sha256,
        length=proof.length,
        head=proof.head,
        key=proof.public_key,
        fingerprint=proof.fingerprint,
    )
    return Letter(_("Das Ergebnis ist besiegelt (%(edition)s)", edition=about.name), framed(text, sender=about.organiser))


def _next(publish_at: str) -> Message:
    if not publish_at:
        return _("Sie müssen nichts tun.")
    return _("Als Nächstes können Sie es veröffentlichen oder die Veröffentlichung planen:\n\n%(address)s", address=publish_at)
