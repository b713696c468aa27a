"""German words for the audit log: actions, subjects, names and values of what changed."""

from collections.abc import Mapping
from enum import StrEnum

from flask_babel import lazy_gettext as _

from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.domain.people.bodies import BodyForm
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.entries.entries import Verdict
from ikz_award.reports.result.labels import label

ACTIONS: Mapping[AuditAction, object] = {
    AuditAction.ACCOUNT_ADD_PASSKEY: _("Passkey eingerichtet"),
    AuditAction.ACCOUNT_CHANGE_PASSWORD: _("Passwort geändert"),
    AuditAction.ACCOUNT_CONFIRM_EMAIL: _("E-Mail-Adresse bestätigt"),
    AuditAction.ACCOUNT_RESET_PASSWORD: _("Passwort über einen Link neu gesetzt"),
    AuditAction.ACCOUNT_CREATE_ADMIN: _("Konto des Kompetenzzentrums angelegt"),
    AuditAction.ACCOUNT_END_SESSIONS: _("Sitzungen beendet"),
    AuditAction.ACCOUNT_END_OTHERS: _("Sitzungen einer anderen Person beendet"),
    AuditAction.ACCOUNT_LOCK: _("Konto gesperrt"),
    AuditAction.ACCOUNT_UNLOCK: _("Konto entsperrt"),
    AuditAction.ACCOUNT_CHANGE_EMAIL: _("E-Mail-Adresse geändert"),
    AuditAction.ACCOUNT_LOGIN: _("Angemeldet"),
    AuditAction.ACCOUNT_LOGIN_FAILED: _("Anmeldung misslungen"),
    AuditAction.ACCOUNT_LOGOUT: _("Abgemeldet"),
    AuditAction.ACCOUNT_REGISTER: _("Konto registriert"),
    AuditAction.ACCOUNT_REMOVE_PASSKEY: _("Passkey entfernt"),
    AuditAction.ASSIGNMENT_APPLY: _("Zuteilung übernommen"),
    AuditAction.ASSIGNMENT_CHANGE: _("Zuteilung eines Beitrags geändert"),
    AuditAction.ATTACHMENT_ADD: _("Anlage hochgeladen"),
    AuditAction.ATTACHMENT_DISCARD: _("Datei, die verändert worden wäre, verworfen"),
    AuditAction.ATTACHMENT_EXPIRE: _("Dateien, für die sich niemand entschieden hat, verworfen"),
    AuditAction.ATTACHMENT_HOLD: _("Datei wartet auf Entscheidung: ließe sich nur verändert anhängen"),
    AuditAction.ATTACHMENT_KEEP: _("Anlage verändert angehängt"),
    AuditAction.ATTACHMENT_MOVE: _("Anlage verschoben"),
    AuditAction.ATTACHMENT_OPEN: _("Anlage geöffnet"),
    AuditAction.ATTACHMENT_REMOVE: _("Anlage entfernt"),
    AuditAction.BODY_CONFIRM: _("Organisation außerhalb des Verzeichnisses bestätigt"),
    AuditAction.BODY_CORRECT: _("Angaben zu einer Organisation berichtigt"),
    AuditAction.BODY_MERGE: _("Genannte Organisation einem Eintrag zugeordnet"),
    AuditAction.BODY_PROPOSE: _("Organisation außerhalb des Verzeichnisses genannt"),
    AuditAction.BODY_REJECT: _("Genannte Organisation abgelehnt"),
    AuditAction.BODY_WITHDRAW: _("Angaben zu einer Organisation zurückgenommen"),
    AuditAction.CONFIDENTIALITY_ACCEPT: _("Verschwiegenheitserklärung abgegeben"),
    AuditAction.COMPARISON_OPEN: _("Vergleich für die Jury geöffnet"),
    AuditAction.DISCUSSION_FLAG: _("Wunsch, einen Beitrag zu besprechen"),
    AuditAction.DISCUSSION_POST: _("Wortmeldung zu einem Beitrag"),
    AuditAction.DISCUSSION_TAKE_BACK: _("Wortmeldung zurückgenommen"),
    AuditAction.DECISION_RECORD: _("Entscheidung festgehalten"),
    AuditAction.DEPUTY_END: _("Vertretung unter Kolleginnen und Kollegen beendet"),
    AuditAction.DEPUTY_NAME: _("Vertretung unter Kolleginnen und Kollegen benannt"),
    AuditAction.DEMO_SEED: _("Demonstration angelegt"),
    AuditAction.EDITION_CREATE: _("Wettbewerbsrunde angelegt"),
    AuditAction.EDITION_CHANGE_PHASE: _("Stand der Wettbewerbsrunde geändert"),
    AuditAction.EDITION_EXTEND_DEADLINE: _("Frist verlängert"),
    AuditAction.EDITION_EDIT_NAMES: _("Name oder Kurzname geändert"),
    AuditAction.EDITION_EDIT_CATEGORIES: _("Kategorien geändert"),
    AuditAction.EDITION_EDIT_CRITERIA: _("Kriterien, Gewichte oder Skala geändert"),
    AuditAction.EDITION_EDIT_RULES: _("Regeln geändert"),
    AuditAction.EDITION_EDIT_COUNTING: _("Wertung geändert"),
    AuditAction.EDITION_EDIT_TEXTS: _("Text geändert"),
    AuditAction.PRIZE_CLEAR: _("Bankdaten gelöscht"),
    AuditAction.PRIZE_EXPORT: _("Auszahlungsliste heruntergeladen"),
    AuditAction.PRIZE_STATE: _("Angaben zur Auszahlung gespeichert"),
    AuditAction.PUBLICATION_CANCEL: _("Geplante Veröffentlichung zurückgenommen"),
    AuditAction.PUBLICATION_END: _("Geplante Veröffentlichung beendet"),
    AuditAction.PUBLICATION_PLAN: _("Veröffentlichung geplant"),
    AuditAction.REMARKS_RELEASE: _("Rückmeldungen der Jury freigegeben"),
    AuditAction.ENTRY_ADD_PARTNER: _("Partner hinzugefügt"),
    AuditAction.ENTRY_ADMIT: _("Beitrag zugelassen"),
    AuditAction.ENTRY_AMEND: _("Eingereichter Beitrag zum Ändern geöffnet"),
    AuditAction.ENTRY_END_AMENDING: _("Eingereichte Fassung wiederhergestellt"),
    AuditAction.ENTRY_CREATE: _("Beitrag angelegt"),
    AuditAction.ENTRY_DISCARD: _("Entwurf gelöscht"),
    AuditAction.ENTRY_EDIT: _("Angaben gespeichert"),
    AuditAction.ENTRY_EXCLUDE: _("Beitrag ausgeschlossen"),
    AuditAction.ENTRY_RECORD_FINDINGS: _("Prüfbefund festgehalten"),
    AuditAction.ENTRY_REMOVE_PARTNER: _("Partner entfernt"),
    AuditAction.ENTRY_REOPEN_SCREENING: _("Prüfentscheidung zurückgenommen"),
    AuditAction.ENTRY_RETURN: _("Nachforderung versandt"),
    AuditAction.ENTRY_SUBMIT: _("Beitrag eingereicht"),
    AuditAction.ENTRY_WITHDRAW: _("Beitrag zurückgezogen"),
    AuditAction.FILE_DROP: _("Nicht mehr verwendete Dateien gelöscht"),
    AuditAction.SHEET_CHANGE_LATE: _("Punkte nach dem Vergleich geändert"),
    AuditAction.PANEL_STAND_IN: _("Vertretung eingesetzt"),
    AuditAction.JURY_CLOSE_AT: _("Schluss der Bewertung festgelegt"),
    AuditAction.JURY_EXTEND: _("Mehr Zeit für ein Jurymitglied"),
    AuditAction.JURY_REMIND: _("Jury an offene Bögen erinnert"),
    AuditAction.JURY_REOPEN_SHEET: _("Bewertungsbogen vom Kompetenzzentrum geöffnet"),
    AuditAction.JURY_PACK: _("Jurymappe erstellt"),
    AuditAction.JOB_FINISH: _("Hintergrundauftrag fertig"),
    AuditAction.JURY_VIEW_ENTRY: _("Beitrag gelesen"),
    AuditAction.LOT_ANNOUNCE: _("Los angekündigt"),
    AuditAction.LOT_DRAW: _("Los gezogen"),
    AuditAction.MEETING_AGENDA: _("Tagesordnung der Jury geändert"),
    AuditAction.MEETING_CALL: _("Kategorie in der Sitzung aufgerufen"),
    AuditAction.MEETING_CLOSE: _("Sitzung der Jury beendet"),
    AuditAction.MEETING_COUNT: _("Abstimmung ausgezählt"),
    AuditAction.MEETING_OPEN: _("Sitzung der Jury eröffnet"),
    AuditAction.MEETING_PRESENCE: _("Anwesenheit vermerkt"),
    AuditAction.MEETING_PROPOSE: _("Antrag zur Abstimmung gestellt"),
    AuditAction.MEETING_RECORD: _("Stimmen vermerkt"),
    AuditAction.MEETING_EXTEND: _("Frist im Umlaufverfahren verlängert"),
    AuditAction.MEETING_OBJECT: _("Umlaufverfahren widersprochen"),
    AuditAction.MEETING_VOTE: _("Abgestimmt"),
    AuditAction.MEMBERSHIP_CONFIRM: _("Zugehörigkeit bestätigt"),
    AuditAction.MEMBERSHIP_REJECT: _("Zugehörigkeit abgelehnt"),
    AuditAction.MEMBERSHIP_JOIN: _("Einer Kommune zugeordnet"),
    AuditAction.MEMBERSHIP_LEAVE: _("Zuordnung zu einer Kommune beendet"),
    AuditAction.PANEL_ADD: _("Jurymitglied eingeladen"),
    AuditAction.PANEL_CHANGE_ROLE: _("Rolle in der Jury geändert"),
    AuditAction.PANEL_INVITE: _("Jurymitglied noch einmal eingeladen"),
    AuditAction.PANEL_REMOVE: _("Jurymitglied entfernt"),
    AuditAction.PANEL_END: _("Jurymitglied ausgeschieden"),
    AuditAction.PANEL_TAKE_BACK: _("Jurymitglied zurückgeholt"),
    AuditAction.PARTNER_ANSWER: _("Antwort eines Partners"),
    AuditAction.PARTNER_CONTACT: _("Ansprechperson eines Partners angegeben"),
    AuditAction.PARTNER_INFORM: _("Partner informiert"),
    AuditAction.PARTNER_NEW_LINK: _("Neuer Link an einen Partner gesandt"),
    AuditAction.PARTNER_OPEN: _("Beitrag von einem Partner angesehen"),
    AuditAction.PARTNER_REMIND: _("Partner erinnert"),
    AuditAction.RIGHTS_ACCEPT: _("Einladung zu einem Beitrag angenommen"),
    AuditAction.RIGHTS_CHANGE: _("Recht an einem Beitrag geändert"),
    AuditAction.RIGHTS_INVITE: _("Zu einem Beitrag eingeladen"),
    AuditAction.RIGHTS_SEND_AGAIN: _("Einladung zu einem Beitrag noch einmal gesandt"),
    AuditAction.RIGHTS_TAKE_AWAY: _("Zugang zu einem Beitrag entzogen"),
    AuditAction.BIAS_DENY: _("Befangenheit verneint"),
    AuditAction.BIAS_RULE: _("Über verneinte Befangenheit entschieden"),
    AuditAction.TIE_ADD: _("Bindung angegeben"),
    AuditAction.TIE_END: _("Ende einer Bindung angegeben"),
    AuditAction.TIE_REMOVE: _("Bindung entfernt"),
    AuditAction.RECUSAL_DECLARE: _("Befangenheit erklärt"),
    AuditAction.RECUSAL_WITHDRAW: _("Befangenheitserklärung zurückgenommen"),
    AuditAction.REGISTER_IMPORT: _("Verzeichnis der Kommunen erneuert"),
    AuditAction.REMINDER_CHOOSE: _("Erinnerungen gewählt"),
    AuditAction.REMINDER_SEND: _("An einen Entwurf erinnert"),
    AuditAction.RECEIPT_REQUEST: _("Eingangsbestätigung angefordert"),
    AuditAction.GUIDE_REQUEST: _("PDF zur Ausschreibung angefordert"),
    AuditAction.REPORT_DOWNLOAD: _("Ergebnisbericht heruntergeladen"),
    AuditAction.REPORT_REQUEST: _("Ergebnisbericht angefordert"),
    AuditAction.SEAL_REOPEN: _("Wiederöffnen bestätigt"),
    AuditAction.SHORTLIST_DRAW: _("Engere Wahl festgelegt"),
    AuditAction.SHORTLIST_UNDO: _("Engere Wahl aufgehoben"),
    AuditAction.SEAL_SEAL: _("Ergebnis bestätigt"),
    AuditAction.SEAL_WITHDRAW: _("Bestätigung zurückgenommen"),
    AuditAction.NOTE_MARK: _("Merkzeichen gesetzt"),
    AuditAction.NOTE_SAVE: _("Eigene Notiz gespeichert"),
    AuditAction.TABLE_APPLY: _("Bewertungstabelle übernommen"),
    AuditAction.TABLE_DOWNLOAD: _("Bewertungstabelle heruntergeladen"),
    AuditAction.TABLE_UPLOAD: _("Bewertungstabelle gesendet"),
    AuditAction.SHEET_ABSTAIN: _("Enthaltung erklärt"),
    AuditAction.SHEET_REOPEN: _("Bewertungsbogen wieder geöffnet"),
    AuditAction.SHEET_SAVE: _("Bewertungsbogen gespeichert"),
    AuditAction.SHEET_SUBMIT: _("Bewertungsbogen abgegeben"),
}


def action_words(action: str) -> str:
    """The German words for an action of the log; one without words is shown as it is stored."""
    return str(ACTIONS.get(action, action))


KINDS: Mapping[str, object] = {
    "register": _("Verzeichnis"),
    "account": _("Konto"),
    "category": _("Kategorie"),
    "edition": _("Wettbewerbsrunde"),
    "deputyship": _("Vertretung"),
    "entry": _("Beitrag"),
    "proposed_body": _("Genannte Organisation"),
    "job": _("Auftrag"),
    "juror": _("Jurymitglied"),
    "sheet": _("Bewertungsbogen"),
    "late_change": _("Änderung nach dem Vergleich"),
    "store": _("Dateiablage"),
}


# What becomes of the sheets of a juror who left.
ENDINGS: Mapping[str, object] = {
    "counted": _("zählen weiter"),
    "set_aside": _("zählen nicht"),
}

MEMBERSHIPS: Mapping[str, object] = {
    "pending": _("angefragt"),
    "active": _("bestätigt"),
    "rejected": _("abgelehnt"),
}


def subject_words(subject: str) -> str:
    """The kind of a subject: "entry:17" is a „Beitrag“."""
    kind = subject.partition(":")[0]
    return str(KINDS.get(kind, kind))


def value_words(action: str, name: str, value: object) -> object:
    """A stored value in German where it is one of a few; anything else as it is."""
    kinds: Mapping[str, type[StrEnum]] = {
        "phase": Phase,
        "status": SheetStatus if action.startswith(("sheet.", "jury.")) else EntryStatus,
        "verdict": Verdict,
        "mode": AssignmentMode,
        "right": EntryRight,
        "form": BodyForm,
        "role": PanelRole,
        "rule": ShortlistRule,
    }
    if not isinstance(value, str):
        return value
    if action == AuditAction.PANEL_END and name == "points":
        return str(ENDINGS.get(value, value))
    kind = kinds.get(name)
    if kind is not None and value in set(kind):
        return label(kind(value))
    return str(MEMBERSHIPS.get(value, value)) if name == "membership" else value
