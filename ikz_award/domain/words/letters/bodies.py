"""What is written of organisations: who waits to belong to one, and what became of one that stood in no register."""

from ikz_award.domain.words.letters.frame import Closing, Letter, framed
from ikz_award.domain.words.letters.people import by_people
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


def membership_waits(*, email: str, body: str) -> Letter:
    """To each of the organiser's staff and of the body's people."""
    text = _(
        "mit der Adresse %(email)s möchte jemand Beiträge für „%(body)s“ einreichen. Die Adresse "
        "sagt nicht sicher, dass die Person dort arbeitet.\n\n"
        "Bitte bestätigen Sie die Zugehörigkeit nach der Anmeldung (in der Verwaltung oder unter „Mein Konto“) oder "
        "lehnen Sie sie ab.",
        email=email,
        body=body,
    )
    return Letter(_("Eine Zugehörigkeit wartet auf Bestätigung"), framed(text, closing=Closing.NOTE))


def body_waits(*, email: str, body: str) -> Letter:
    """To the organiser's staff."""
    text = _(
        "mit der Adresse %(email)s möchte jemand Beiträge für „%(body)s“ einreichen. Diese Organisation steht nicht im "
        "Verzeichnis der Kommunen.\n\n"
        "Bitte prüfen Sie die Angaben nach der Anmeldung in der Verwaltung unter „Zugehörigkeiten“: Sie können sie "
        "berichtigen und bestätigen, einem vorhandenen Eintrag zuordnen oder ablehnen.",
        email=email,
        body=body,
    )
    subject = _("Eine Organisation außerhalb des Verzeichnisses wartet auf Bestätigung")
    return Letter(subject, framed(text, closing=Closing.NOTE))


def body_confirmed(*, body: str, may_lead: bool) -> Letter:
    """To who proposed it: it is in the register now; `may_lead`: whether it can hand in as the lead."""
    text = _("wir haben „%(name)s“ in das Verzeichnis aufgenommen. %(can)s", name=body, can=_can(may_lead))
    return Letter(_("Ihre Organisation ist bestätigt"), by_people(text))


def body_known(*, proposed: str, body: str, may_lead: bool) -> Letter:
    """It stood in the register already, by another name."""
    text = _(
        "„%(proposed)s“ steht schon im Verzeichnis, als „%(name)s“. Wir haben Sie dort zugeordnet. %(can)s",
        proposed=proposed,
        name=body,
        can=_can(may_lead),
    )
    return Letter(_("Ihre Zugehörigkeit ist bestätigt"), by_people(text))


def body_rejected(*, body: str, reason: str) -> Letter:
    """To who proposed it: why it is not taken into the register."""
    text = _(
        "wir konnten „%(name)s“ nicht in das Verzeichnis aufnehmen.\n\nBegründung:\n\n%(reason)s\n\n"
        "Sie können die Angaben in Ihrem Konto neu machen oder eine Kommune aus dem Verzeichnis wählen.",
        name=body,
        reason=reason,
    )
    return Letter(_("Ihre Organisation wurde nicht bestätigt"), by_people(text))


def _can(may_lead: bool) -> Message:
    if may_lead:
        return _("Sie können jetzt Beiträge für diese Organisation anlegen und einreichen.")
    return _("Federführend einreichen kann diese Organisation nicht; als Partner kann sie in jedem Beitrag stehen.")
