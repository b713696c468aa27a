"""German words for the organiser's steps: what a step is called, what it does, and how it is addressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel import ngettext

from ikz_award.domain.phases.guards import Obstacle
from ikz_award.domain.phases.workflow import Phase

# Addresses are German and stable, stored values English.
PHASE_SLUGS: Mapping[str, Phase] = {
    "vorbereitung": Phase.PREPARATION,
    "offen": Phase.OPEN,
    "vorpruefung": Phase.SCREENING,
    "bewertung": Phase.JUDGING,
    "beratung": Phase.DELIBERATION,
    "entschieden": Phase.DECIDED,
    "veroeffentlicht": Phase.PUBLISHED,
    "archiviert": Phase.ARCHIVED,
}
SLUG_OF: Mapping[Phase, str] = {phase: slug for slug, phase in PHASE_SLUGS.items()}


@dataclass(frozen=True)
class StepWords:
    """`label` stands on the button, `done` in the message after it; `effects` say what happens, one sentence each."""

    label: object
    done: object
    effects: tuple[object, ...]
    is_second_round: bool = False


STEPS: Mapping[tuple[Phase, Phase], StepWords] = {
    (Phase.PREPARATION, Phase.OPEN): StepWords(
        _("Für Bewerbungen öffnen"),
        _("Die Wettbewerbsrunde ist für Bewerbungen offen."),
        (
            _("Die Wettbewerbsrunde erscheint auf der öffentlichen Seite."),
            _("Kommunen können ab sofort und bis zum Einsendeschluss Beiträge anlegen und einreichen."),
            _("Zurücknehmen lässt sich das, solange noch niemand einen Beitrag begonnen hat."),
        ),
    ),
    (Phase.OPEN, Phase.PREPARATION): StepWords(
        _("Öffnung zurücknehmen"),
        _("Die Öffnung ist zurückgenommen; die Wettbewerbsrunde ist wieder in Vorbereitung."),
        (
            _("Die Wettbewerbsrunde verschwindet von der öffentlichen Seite."),
            _("Noch hat niemand einen Beitrag begonnen; es geht nichts verloren."),
        ),
    ),
    (Phase.OPEN, Phase.SCREENING): StepWords(
        _("Bewerbungsphase schließen"),
        _("Die Bewerbungsphase ist geschlossen; die Vorprüfung läuft."),
        (
            _("Neue Beiträge sind nicht mehr möglich, Entwürfe können nicht mehr eingereicht werden."),
            _("Nachforderungen können die Kommunen weiterhin beantworten."),
            _("Vor dem Einsendeschluss geschlossen, lässt sich das zurücknehmen, solange noch nichts geprüft ist."),
        ),
    ),
    (Phase.SCREENING, Phase.OPEN): StepWords(
        _("Bewerbungsphase wieder öffnen"),
        _("Die Bewerbungsphase ist wieder offen. Bitte prüfen Sie den Einsendeschluss."),
        (
            _(
                "Wurde vorzeitig geschlossen, gilt wieder der frühere Einsendeschluss, und wer einen Entwurf hat, bekommt eine "
                "Nachricht mit Ihrer Begründung."
            ),
            _("Ist der Einsendeschluss schon vorbei, kann sich erst wieder jemand bewerben, wenn Sie die Frist verlängern."),
        ),
    ),
    (Phase.SCREENING, Phase.JUDGING): StepWords(
        _("Bewertung durch die Jury beginnen"),
        _("Die Jury kann jetzt bewerten."),
        (
            _("Jurymitglieder mit Verschwiegenheitserklärung sehen alle zugelassenen Beiträge und können sie bewerten."),
            _("Die Vorprüfung ist damit abgeschlossen: Zulassungen und Ausschlüsse können nicht mehr geändert werden."),
            _("Zurücknehmen lässt sich das, solange die Jury noch nichts bewertet oder erklärt hat."),
        ),
    ),
    (Phase.JUDGING, Phase.SCREENING): StepWords(
        _("Beginn der Bewertung zurücknehmen"),
        _("Der Beginn der Bewertung ist zurückgenommen; die Vorprüfung läuft wieder."),
        (
            _("Jurymitglieder sehen die Beiträge nicht mehr, bis die Bewertung neu beginnt."),
            _("Zulassungen und Ausschlüsse können wieder geändert werden."),
            _("Noch hat die Jury nichts bewertet oder erklärt; es geht nichts verloren."),
        ),
    ),
    (Phase.JUDGING, Phase.DELIBERATION): StepWords(
        _("Bewertung schließen"),
        _("Die Bewertung ist geschlossen; die Rangfolge ist sichtbar."),
        (
            _("Bewertungsbögen können nicht mehr geändert oder abgegeben werden."),
            _("Die Rangfolge aller Kategorien wird für das Kompetenzzentrum sichtbar."),
            _("Sie können die Bewertung mit einer Begründung wieder öffnen."),
        ),
    ),
    (Phase.DELIBERATION, Phase.JUDGING): StepWords(
        _("Bewertung wieder öffnen"),
        _("Die Bewertung ist wieder geöffnet."),
        (
            _("Jurymitglieder können ihre Bewertungsbögen wieder ändern."),
            _("Die Rangfolge ist bis zum nächsten Schließen nicht mehr sichtbar."),
            _("Entscheidungen, die schon festgehalten sind, müssen danach noch einmal bestätigt werden."),
        ),
    ),
    (Phase.DELIBERATION, Phase.DECIDED): StepWords(
        _("Ergebnis feststellen"),
        _("Das Ergebnis ist festgestellt."),
        (
            _("Die Entscheidungen aller Kategorien sind damit festgeschrieben."),
            _("Öffentlich ist noch nichts; das geschieht erst mit der Veröffentlichung."),
            _("Sie können die Feststellung mit einer Begründung zurücknehmen."),
        ),
    ),
    (Phase.DECIDED, Phase.DELIBERATION): StepWords(
        _("Feststellung zurücknehmen"),
        _("Die Feststellung ist zurückgenommen; Entscheidungen können geändert werden."),
        (_("Die Entscheidungen können wieder geändert werden."),),
    ),
    (Phase.DECIDED, Phase.PUBLISHED): StepWords(
        _("Ergebnis veröffentlichen"),
        _("Das Ergebnis ist veröffentlicht."),
        (
            _("Die unten gezeigten Angaben stehen sofort auf der öffentlichen Seite."),
            _("Punkte, Rangfolge, Begründungen und die übrigen Beiträge bleiben vertraulich."),
            _("Zurücknehmen lässt sie sich nur zu zweit: Das besiegelte Ergebnis muss wieder geöffnet werden."),
        ),
    ),
    (Phase.PUBLISHED, Phase.DELIBERATION): StepWords(
        _("Veröffentlichung zurücknehmen"),
        _("Das Ergebnis ist nicht mehr öffentlich; die Jury berät erneut."),
        (
            _("Die öffentliche Ergebnisseite verschwindet, bis das Ergebnis neu veröffentlicht wird."),
            _("Die Entscheidungen können wieder geändert werden; danach wird neu besiegelt und veröffentlicht."),
        ),
    ),
    (Phase.PUBLISHED, Phase.ARCHIVED): StepWords(
        _("Wettbewerbsrunde archivieren"),
        _("Die Wettbewerbsrunde ist archiviert."),
        (
            _("Die Wettbewerbsrunde wird abgeschlossen; die öffentliche Ergebnisseite bleibt bestehen."),
            _("Preisträger können keine Angaben zur Auszahlung mehr machen oder ändern."),
            _("Das besiegelte Ergebnis lässt sich im Archiv nicht wieder öffnen."),
            _("Mit einer Begründung können Sie die Wettbewerbsrunde wieder aus dem Archiv holen."),
        ),
    ),
    (Phase.ARCHIVED, Phase.PUBLISHED): StepWords(
        _("Aus dem Archiv holen"),
        _("Die Wettbewerbsrunde ist nicht mehr archiviert."),
        (
            _("Preisträger können wieder Angaben zur Auszahlung machen, deren Bankdaten nicht gelöscht sind."),
            _("Das besiegelte Ergebnis lässt sich zu zweit wieder öffnen."),
            _("Öffentlich ändert sich nichts."),
        ),
    ),
}

# The same step as reopening, where there are shortlists: it leads into the second round.
SECOND_ROUND = StepWords(
    _("Zweite Runde eröffnen"),
    _("Die zweite Runde ist eröffnet."),
    (
        _("Jurymitglieder können die Bögen der engeren Wahl ändern; die Punkte der ersten Runde laufen weiter."),
        _("Die anderen Beiträge dieser Kategorien bleiben lesbar, ihre Bögen fest; die Jury sieht, welche Beiträge das sind."),
        _("In Kategorien ohne engere Wahl lassen sich alle Bögen ändern."),
        _("Die Mitglieder der Jury bekommen eine Nachricht."),
        _("Die Rangfolge ist bis zum nächsten Schließen nicht mehr sichtbar."),
        _("Entscheidungen, die schon festgehalten sind, müssen danach noch einmal bestätigt werden."),
    ),
    is_second_round=True,
)

# Steps after which there is no way back.
FINAL = frozenset({(Phase.DECIDED, Phase.PUBLISHED)})

# Obstacle → the endpoint where it can be cleared, with its arguments, and the words of the link.
REMEDIES: Mapping[Obstacle, tuple[str, Mapping[str, Any], object]] = {
    Obstacle.UNDECIDED_ENTRIES: ("admin.entries", {"stand": "submitted"}, _("Zu den ungeprüften Beiträgen")),
    Obstacle.UNDECIDED_CATEGORIES: ("admin.results", {}, _("Zu den Entscheidungen")),
    Obstacle.DEADLINE_PASSED: ("admin.deadline", {}, _("Frist verlängern")),
    Obstacle.MEETING_RUNNING: ("admin.meeting", {}, _("Zur Sitzung")),
    Obstacle.AGAINST_VOTE: ("admin.results", {}, _("Zu den Entscheidungen")),
    Obstacle.NOT_SEALED: ("admin.seal", {}, _("Zum Siegel")),
    Obstacle.SEALED: ("admin.seal", {}, _("Zum Siegel")),
}


def seen_missing(new: Phase, missing: int) -> str:
    """What one ticks before a step that would do without something."""
    if new is Phase.ARCHIVED:
        return ngettext(
            "Mir ist bekannt, dass die Angaben eines Preisträgers fehlen.",
            "Mir ist bekannt, dass die Angaben von %(num)s Preisträgern fehlen.",
            missing,
        )
    return ngettext(
        "Mir ist bekannt, dass ein Bewertungsbogen fehlt.", "Mir ist bekannt, dass %(num)s Bewertungsbögen fehlen.", missing
    )
