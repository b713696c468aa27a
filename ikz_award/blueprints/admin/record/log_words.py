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
from ikz_award.models.entries.entries import Verdict
from ikz_award.reports.result.labels import label

ACTIONS: Mapping[str, object] = {
    "account.add_passkey": _("Passkey eingerichtet"),
    "account.confirm": _("Konto bestätigt"),
    "account.create_admin": _("Konto des Kompetenzzentrums angelegt"),
    "account.end_sessions": _("Sitzungen beendet"),
    "account.end_others": _("Sitzungen einer anderen Person beendet"),
    "account.lock": _("Konto gesperrt"),
    "account.unlock": _("Konto entsperrt"),
    "account.change_email": _("E-Mail-Adresse geändert"),
    "account.login": _("Angemeldet"),
    "account.login_failed": _("Anmeldung misslungen"),
    "account.logout": _("Abgemeldet"),
    "account.register": _("Konto registriert"),
    "account.remove_passkey": _("Passkey entfernt"),
    "assignment.apply": _("Zuteilung übernommen"),
    "assignment.change": _("Zuteilung eines Beitrags geändert"),
    "attachment.add": _("Anlage hochgeladen"),
    "attachment.discard": _("Datei, die verändert worden wäre, verworfen"),
    "attachment.expire": _("Dateien, für die sich niemand entschieden hat, verworfen"),
    "attachment.hold": _("Datei wartet auf Entscheidung: ließe sich nur verändert anhängen"),
    "attachment.keep": _("Anlage verändert angehängt"),
    "attachment.move": _("Anlage verschoben"),
    "attachment.open": _("Anlage geöffnet"),
    "attachment.remove": _("Anlage entfernt"),
    "body.confirm": _("Organisation außerhalb des Verzeichnisses bestätigt"),
    "body.correct": _("Angaben zu einer Organisation berichtigt"),
    "body.merge": _("Genannte Organisation einem Eintrag zugeordnet"),
    "body.propose": _("Organisation außerhalb des Verzeichnisses genannt"),
    "body.reject": _("Genannte Organisation abgelehnt"),
    "body.withdraw": _("Angaben zu einer Organisation zurückgenommen"),
    "confidentiality.accept": _("Verschwiegenheitserklärung abgegeben"),
    "comparison.open": _("Vergleich für die Jury geöffnet"),
    "discussion.flag": _("Wunsch, einen Beitrag zu besprechen"),
    "discussion.post": _("Wortmeldung zu einem Beitrag"),
    "discussion.take_back": _("Wortmeldung zurückgenommen"),
    "decision.record": _("Entscheidung festgehalten"),
    "deputy.end": _("Vertretung unter Kolleginnen und Kollegen beendet"),
    "deputy.name": _("Vertretung unter Kolleginnen und Kollegen benannt"),
    "demo.seed": _("Demonstration angelegt"),
    "edition.change_phase": _("Stand der Wettbewerbsrunde geändert"),
    "edition.extend_deadline": _("Frist verlängert"),
    "edition.edit_rules": _("Regeln geändert"),
    "edition.edit_counting": _("Wertung geändert"),
    "edition.edit_texts": _("Text geändert"),
    "prize.clear": _("Bankdaten gelöscht"),
    "prize.export": _("Auszahlungsliste heruntergeladen"),
    "prize.state": _("Angaben zur Auszahlung gespeichert"),
    "publication.cancel": _("Geplante Veröffentlichung zurückgenommen"),
    "publication.end": _("Geplante Veröffentlichung beendet"),
    "publication.plan": _("Veröffentlichung geplant"),
    "remarks.release": _("Rückmeldungen der Jury freigegeben"),
    "edition.create": _("Wettbewerbsrunde angelegt"),
    "entry.add_partner": _("Partner hinzugefügt"),
    "entry.admit": _("Beitrag zugelassen"),
    "entry.amend": _("Eingereichter Beitrag zum Ändern geöffnet"),
    "entry.end_amending": _("Eingereichte Fassung wiederhergestellt"),
    "entry.create": _("Beitrag angelegt"),
    "entry.discard": _("Entwurf gelöscht"),
    "entry.edit": _("Angaben gespeichert"),
    "entry.exclude": _("Beitrag ausgeschlossen"),
    "entry.record_findings": _("Prüfbefund festgehalten"),
    "entry.remove_partner": _("Partner entfernt"),
    "entry.reopen_screening": _("Prüfentscheidung zurückgenommen"),
    "entry.return": _("Nachforderung versandt"),
    "entry.submit": _("Beitrag eingereicht"),
    "entry.withdraw": _("Beitrag zurückgezogen"),
    "file.drop": _("Nicht mehr verwendete Dateien gelöscht"),
    "sheet.change_late": _("Punkte nach dem Vergleich geändert"),
    "panel.stand_in": _("Vertretung eingesetzt"),
    "jury.close_at": _("Schluss der Bewertung festgelegt"),
    "jury.extend": _("Mehr Zeit für ein Jurymitglied"),
    "jury.remind": _("Jury an offene Bögen erinnert"),
    "jury.reopen_sheet": _("Bewertungsbogen vom Kompetenzzentrum geöffnet"),
    "jury.pack": _("Jurymappe erstellt"),
    "job.finish": _("Hintergrundauftrag fertig"),
    "jury.view_entry": _("Beitrag gelesen"),
    "lot.announce": _("Los angekündigt"),
    "lot.draw": _("Los gezogen"),
    "meeting.agenda": _("Tagesordnung der Jury geändert"),
    "meeting.call": _("Kategorie in der Sitzung aufgerufen"),
    "meeting.close": _("Sitzung der Jury beendet"),
    "meeting.count": _("Abstimmung ausgezählt"),
    "meeting.open": _("Sitzung der Jury eröffnet"),
    "meeting.presence": _("Anwesenheit vermerkt"),
    "meeting.propose": _("Antrag zur Abstimmung gestellt"),
    "meeting.record": _("Stimmen vermerkt"),
    "meeting.extend": _("Frist im Umlaufverfahren verlängert"),
    "meeting.object": _("Umlaufverfahren widersprochen"),
    "meeting.vote": _("Abgestimmt"),
    "membership.confirm": _("Zugehörigkeit bestätigt"),
    "membership.reject": _("Zugehörigkeit abgelehnt"),
    "membership.join": _("Einer Kommune zugeordnet"),
    "membership.leave": _("Zuordnung zu einer Kommune beendet"),
    "membership.request": _("Zugehörigkeit angegeben"),
    "panel.add": _("Jurymitglied eingeladen"),
    "panel.change_role": _("Rolle in der Jury geändert"),
    "panel.invite": _("Jurymitglied noch einmal eingeladen"),
    "panel.remove": _("Jurymitglied entfernt"),
    "panel.end": _("Jurymitglied ausgeschieden"),
    "panel.take_back": _("Jurymitglied zurückgeholt"),
    "partner.answer": _("Antwort eines Partners"),
    "partner.contact": _("Ansprechperson eines Partners angegeben"),
    "partner.inform": _("Partner informiert"),
    "partner.new_link": _("Neuer Link an einen Partner gesandt"),
    "partner.open": _("Beitrag von einem Partner angesehen"),
    "partner.remind": _("Partner erinnert"),
    "rights.accept": _("Einladung zu einem Beitrag angenommen"),
    "rights.change": _("Recht an einem Beitrag geändert"),
    "rights.invite": _("Zu einem Beitrag eingeladen"),
    "rights.send_again": _("Einladung zu einem Beitrag noch einmal gesandt"),
    "rights.take_away": _("Zugang zu einem Beitrag entzogen"),
    "bias.deny": _("Befangenheit verneint"),
    "bias.rule": _("Über verneinte Befangenheit entschieden"),
    "tie.add": _("Bindung angegeben"),
    "tie.end": _("Ende einer Bindung angegeben"),
    "tie.remove": _("Bindung entfernt"),
    "recusal.declare": _("Befangenheit erklärt"),
    "recusal.withdraw": _("Befangenheitserklärung zurückgenommen"),
    "reminder.choose": _("Erinnerungen gewählt"),
    "reminder.send": _("An einen Entwurf erinnert"),
    "receipt.request": _("Eingangsbestätigung angefordert"),
    "guide.request": _("PDF zur Ausschreibung angefordert"),
    "report.download": _("Ergebnisbericht heruntergeladen"),
    "report.request": _("Ergebnisbericht angefordert"),
    "seal.reopen": _("Wiederöffnen bestätigt"),
    "shortlist.draw": _("Engere Wahl festgelegt"),
    "shortlist.undo": _("Engere Wahl aufgehoben"),
    "seal.seal": _("Ergebnis bestätigt"),
    "seal.withdraw": _("Bestätigung zurückgenommen"),
    "note.mark": _("Merkzeichen gesetzt"),
    "note.save": _("Eigene Notiz gespeichert"),
    "table.apply": _("Bewertungstabelle übernommen"),
    "table.download": _("Bewertungstabelle heruntergeladen"),
    "table.upload": _("Bewertungstabelle gesendet"),
    "sheet.abstain": _("Enthaltung erklärt"),
    "sheet.reopen": _("Bewertungsbogen wieder geöffnet"),
    "sheet.save": _("Bewertungsbogen gespeichert"),
    "sheet.submit": _("Bewertungsbogen abgegeben"),
}


def action_words(action: str) -> str:
    """The German words for an action of the log; one without words is shown as it is stored."""
    return str(ACTIONS.get(action, action))


KINDS: Mapping[str, object] = {
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
    if action == "panel.end" and name == "points":
        return str(ENDINGS.get(value, value))
    kind = kinds.get(name)
    if kind is not None and value in set(kind):
        return label(kind(value))
    return str(MEMBERSHIPS.get(value, value)) if name == "membership" else value
