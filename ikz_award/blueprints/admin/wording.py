"""German words for the organiser's steps: what a step is called, what it does, and how it is addressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _

from ikz_award.domain.phase_guards import Obstacle
from ikz_award.domain.workflow import Phase

# Addresses are German and stable, stored values English.
PHASE_SLUGS: Mapping[str, Phase] = {
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
            _("Kommunen können bis zum Einsendeschluss Beiträge anlegen und einreichen."),
        ),
    ),
    (Phase.OPEN, Phase.SCREENING): StepWords(
        _("Bewerbungsphase schließen"),
        _("Die Bewerbungsphase ist geschlossen; die Vorprüfung läuft."),
        (
            _("Neue Beiträge sind nicht mehr möglich, Entwürfe können nicht mehr eingereicht werden."),
            _("Nachforderungen können die Kommunen weiterhin beantworten."),
        ),
    ),
    (Phase.SCREENING, Phase.JUDGING): StepWords(
        _("Bewertung durch die Jury beginnen"),
        _("Die Jury kann jetzt bewerten."),
        (
            _("Jurymitglieder mit Verschwiegenheitserklärung sehen alle zugelassenen Beiträge und können sie bewerten."),
            _("Die Vorprüfung ist damit abgeschlossen: Zulassungen und Ausschlüsse können nicht mehr geändert werden."),
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
            _("Das lässt sich nicht zurücknehmen."),
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
FINAL = frozenset({Phase.PUBLISHED, Phase.ARCHIVED})

# Obstacle → the endpoint where it can be cleared, with its arguments, and the words of the link.
REMEDIES: Mapping[Obstacle, tuple[str, Mapping[str, Any], object]] = {
    Obstacle.UNDECIDED_ENTRIES: ("admin.entries", {"stand": "submitted"}, _("Zu den ungeprüften Beiträgen")),
    Obstacle.UNDECIDED_CATEGORIES: ("admin.results", {}, _("Zu den Entscheidungen")),
    Obstacle.MEETING: ("admin.meeting", {}, _("Zur Sitzung")),
    Obstacle.AGAINST_VOTE: ("admin.results", {}, _("Zu den Entscheidungen")),
    Obstacle.NOT_SEALED: ("admin.seal", {}, _("Zum Siegel")),
    Obstacle.SEALED: ("admin.seal", {}, _("Zum Siegel")),
}
