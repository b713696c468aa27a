"""What people read of states: a word and a tone (neutral, info, success, warning, danger) for each, by enum and value.

This room lies below the enums; tests/domain/words/test_labels.py holds each against its words.
"""

from collections.abc import Mapping

from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

STATES: Mapping[str, Mapping[str, tuple[Message, str]]] = {
    "Phase": {
        "preparation": (_("In Vorbereitung"), "neutral"),
        "open": (_("Offen für Bewerbungen"), "success"),
        "screening": (_("Vorprüfung"), "info"),
        "judging": (_("Bewertung durch die Jury"), "info"),
        "deliberation": (_("Beratung"), "info"),
        "decided": (_("Entschieden"), "warning"),
        "published": (_("Veröffentlicht"), "success"),
        "archived": (_("Archiviert"), "neutral"),
    },
    "EntryStatus": {
        "draft": (_("Entwurf"), "neutral"),
        "submitted": (_("Eingereicht"), "info"),
        "returned": (_("Nachforderung"), "warning"),
        "admitted": (_("Zugelassen"), "success"),
        "excluded": (_("Ausgeschlossen"), "danger"),
        "withdrawn": (_("Zurückgezogen"), "neutral"),
    },
    "EntryStanding": {
        "draft": (_("Entwurf"), "neutral"),
        "missed": (_("Nicht eingereicht"), "warning"),
        "changeable": (_("Eingereicht"), "info"),
        "amended": (_("Eingereicht, wird geändert"), "warning"),
        "received": (_("Eingereicht"), "info"),
        "screened": (_("In der Vorprüfung"), "info"),
        "returned": (_("Nachforderung"), "warning"),
        "admitted": (_("Zugelassen"), "success"),
        "with_jury": (_("Zugelassen, bei der Jury"), "success"),
        "winner": (_("Ausgezeichnet"), "success"),
        "without_prize": (_("Nicht ausgezeichnet"), "neutral"),
        "excluded": (_("Ausgeschlossen"), "danger"),
        "withdrawn": (_("Zurückgezogen"), "neutral"),
    },
    "Timing": {
        "to_do": (_("zu tun"), "warning"),
        "possible": (_("freiwillig"), "info"),
        "running": (_("läuft"), "info"),
        "coming": (_("kommt noch"), "neutral"),
    },
    "SheetStatus": {
        "draft": (_("Begonnen"), "warning"),
        "submitted": (_("Abgegeben"), "success"),
        "abstained": (_("Enthaltung"), "neutral"),
    },
    "ShortlistRule": {
        "top": (_("die Besten der Rangfolge"), "neutral"),
        "threshold": (_("ab einer Punktzahl"), "neutral"),
        "hand": (_("von Hand gewählt"), "neutral"),
    },
    "AssignmentMode": {
        "all": (_("Alle bewerten alles"), "neutral"),
        "categories": (_("Nach Kategorien"), "neutral"),
        "fixed": (_("Beitrag für Beitrag"), "neutral"),
    },
    "JobStatus": {
        "queued": (_("Wartet"), "neutral"),
        "running": (_("Läuft"), "info"),
        "done": (_("Fertig"), "success"),
        "failed": (_("Fehlgeschlagen"), "danger"),
    },
    "PanelRole": {
        "member": (_("Jurymitglied"), "neutral"),
        "chair": (_("Vorsitz"), "info"),
        "deputy": (_("Stellvertretung"), "neutral"),
    },
    "Former": {
        "left": (_("Ausgeschieden"), "neutral"),
    },
    "PartnerKind": {
        "municipality": (_("Kommune oder Kommunalverband"), "neutral"),
        "public_body": (_("Öffentlich-rechtliche Einrichtung"), "neutral"),
        "private_controllable": (_("Private Rechtsform, kommunal beherrschbar"), "neutral"),
        "private": (_("Private Rechtsform, nicht kommunal beherrschbar"), "neutral"),
        "savings_bank": (_("Sparkasse"), "neutral"),
    },
    "Outcome": {
        "carried": (_("Angenommen"), "success"),
        "rejected": (_("Abgelehnt"), "neutral"),
        "no_quorum": (_("Nicht beschlussfähig"), "warning"),
    },
    "Average": {
        "mean": (_("das Mittel"), "neutral"),
        "median": (_("der Median"), "neutral"),
    },
    "TieRule": {
        "median": (_("der höhere Median der Bögen"), "neutral"),
        "first_places": (_("wen mehr Jurymitglieder auf Platz 1 haben"), "neutral"),
        "vote": (_("die Abstimmung der Jury"), "neutral"),
        "chair": (_("der Vorsitz"), "neutral"),
        "lot": (_("das Los"), "neutral"),
    },
    "ReasonRule": {
        "always": (_("zu jeder Punktzahl"), "neutral"),
        "extremes": (_("zur niedrigsten und zur höchsten Punktzahl"), "neutral"),
        "never": (_("freiwillig"), "neutral"),
    },
    "Choice": {
        "yes": (_("Ja"), "success"),
        "no": (_("Nein"), "neutral"),
        "abstain": (_("Enthaltung"), "neutral"),
    },
    "SheetState": {
        "submitted": (_("Abgegeben"), "success"),
        "draft": (_("Begonnen"), "warning"),
        "untouched": (_("Offen"), "info"),
        "recused": (_("Befangen"), "neutral"),
        "abstained": (_("Enthaltung"), "neutral"),
        "not_expected": (_("Nicht vorgesehen"), "neutral"),
        "not_assigned": (_("Nicht zugewiesen"), "neutral"),
        "left_out": (_("Nicht in der engeren Wahl"), "neutral"),
        "set_aside": (_("Zählt nicht"), "neutral"),
    },
    "Verdict": {
        "fulfilled": (_("Erfüllt"), "success"),
        "open": (_("Offen"), "warning"),
        "violated": (_("Verletzt"), "danger"),
        "to_check": (_("Zu prüfen"), "info"),
    },
    "OrganiserVerdict": {
        "fulfilled": (_("Erfüllt"), "success"),
        "violated": (_("Nicht erfüllt"), "danger"),
    },
    "NoticeState": {
        "no_contact": (_("Ansprechperson fehlt"), "warning"),
        "not_sent": (_("Noch nicht informiert"), "neutral"),
        "undelivered": (_("Nicht zugestellt"), "danger"),
        "sent": (_("Informiert"), "info"),
        "seen": (_("Gelesen"), "info"),
        "acknowledged": (_("Zur Kenntnis genommen"), "success"),
        "objected": (_("Einspruch erhoben"), "danger"),
        "lapsed": (_("Kein Einspruch bis Fristende"), "success"),
    },
    "EntryRight": {
        "read": (_("Lesen"), "neutral"),
        "edit": (_("Bearbeiten"), "neutral"),
        "submit": (_("Bearbeiten und einreichen"), "neutral"),
    },
    "InvitationState": {
        "invited": (_("Eingeladen"), "info"),
        "undelivered": (_("Nicht zugestellt"), "danger"),
        "accepted": (_("Angenommen"), "success"),
        "expired": (_("Abgelaufen"), "warning"),
        "revoked": (_("Entzogen"), "neutral"),
    },
    "TieKind": {
        "employer": (_("Arbeitgeber oder Dienstherr"), "neutral"),
        "mandate": (_("Mandat oder Amt"), "neutral"),
        "former_office": (_("früheres Amt oder frühere Tätigkeit"), "neutral"),
        "residence": (_("Wohnort"), "neutral"),
        "membership": (_("Mitgliedschaft"), "neutral"),
    },
    "HintOutcome": {
        "biased": (_("Befangen"), "neutral"),
        "denied": (_("Verneint"), "info"),
    },
    "Ruling": {
        "confirmed": (_("Bestätigt"), "success"),
        "overruled": (_("Verworfen: befangen"), "danger"),
    },
    "BodyKind": {
        "municipality": (_("kreisangehörige Kommune"), "neutral"),
        "independent_city": (_("kreisfreie Stadt"), "neutral"),
        "district": (_("Kreis"), "neutral"),
        "landschaftsverband": (_("Landschaftsverband"), "neutral"),
        "other": (_("kommunale Einrichtung"), "neutral"),
    },
    "BodyForm": {
        "zweckverband": (_("Zweckverband"), "neutral"),
        "aoer": (_("Anstalt des öffentlichen Rechts"), "neutral"),
        "joint_aoer": (_("gemeinsames Kommunalunternehmen (gemeinsame Anstalt)"), "neutral"),
        "association_of_municipalities": (_("Gemeindeverband oder anderer Kommunalverband"), "neutral"),
        "other_public": (_("andere öffentlich-rechtliche Form"), "neutral"),
        "gmbh": (_("GmbH, kommunal beherrscht"), "neutral"),
        "other_private": (_("andere privatrechtliche Form, kommunal beherrscht"), "neutral"),
        "abroad": (_("Kommune jenseits der Grenze"), "neutral"),
    },
    "ProposalState": {
        "waiting": (_("Wartet"), "warning"),
        "confirmed": (_("Bestätigt"), "success"),
        "merged": (_("Zugeordnet"), "success"),
        "rejected": (_("Abgelehnt"), "danger"),
        "withdrawn": (_("Zurückgenommen"), "neutral"),
    },
}
# What is not finished has another name once scoring is over: nothing is open any more.
WHEN_OVER: Mapping[str, Mapping[str, tuple[Message, str]]] = {
    "SheetState": {"untouched": (_("Kein Bogen"), "neutral"), "draft": (_("Nicht abgegeben"), "neutral")},
    "SheetStatus": {"draft": (_("Nicht abgegeben"), "neutral")},
}
# To the juror whose sheet it is.
OWN: Mapping[str, Mapping[str, Message]] = {"SheetState": {"untouched": _("Noch offen")}}
