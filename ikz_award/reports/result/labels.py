"""German words and colours for states, in one place."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from ikz_award.domain.decision.meeting import Choice, Outcome
from ikz_award.domain.decision.ranking import TieRule
from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.domain.entries import eligibility_facts
from ikz_award.domain.entries.circulation import NoticeState
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.entries.next_steps import Timing
from ikz_award.domain.entries.rights import EntryRight, InvitationState
from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import ReasonRule
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.people.bodies import BodyForm, ProposalState
from ikz_award.domain.permissions.actors import Former, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase, SheetStatus
from ikz_award.models.entries.entries import OrganiserVerdict
from ikz_award.models.jury.bias import HintOutcome, Ruling
from ikz_award.models.people.register import BodyKind


class Named(Protocol):
    """A criterion, or whatever else has a key and a name."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...


# (member, label, tone); tones: neutral, info, success, warning, danger
_WORDS: tuple[tuple[StrEnum, object, str], ...] = (
    (Phase.PREPARATION, _("In Vorbereitung"), "neutral"),
    (Phase.OPEN, _("Offen für Bewerbungen"), "success"),
    (Phase.SCREENING, _("Vorprüfung"), "info"),
    (Phase.JUDGING, _("Bewertung durch die Jury"), "info"),
    (Phase.DELIBERATION, _("Beratung"), "info"),
    (Phase.DECIDED, _("Entschieden"), "warning"),
    (Phase.PUBLISHED, _("Veröffentlicht"), "success"),
    (Phase.ARCHIVED, _("Archiviert"), "neutral"),
    (EntryStatus.DRAFT, _("Entwurf"), "neutral"),
    (EntryStatus.SUBMITTED, _("Eingereicht"), "info"),
    (EntryStatus.RETURNED, _("Nachforderung"), "warning"),
    (EntryStatus.ADMITTED, _("Zugelassen"), "success"),
    (EntryStatus.EXCLUDED, _("Ausgeschlossen"), "danger"),
    (EntryStatus.WITHDRAWN, _("Zurückgezogen"), "neutral"),
    (EntryStanding.DRAFT, _("Entwurf"), "neutral"),
    (EntryStanding.MISSED, _("Nicht eingereicht"), "warning"),
    (EntryStanding.CHANGEABLE, _("Eingereicht"), "info"),
    (EntryStanding.AMENDED, _("Eingereicht, wird geändert"), "warning"),
    (EntryStanding.RECEIVED, _("Eingereicht"), "info"),
    (EntryStanding.SCREENED, _("In der Vorprüfung"), "info"),
    (EntryStanding.RETURNED, _("Nachforderung"), "warning"),
    (EntryStanding.ADMITTED, _("Zugelassen"), "success"),
    (EntryStanding.WITH_JURY, _("Zugelassen, bei der Jury"), "success"),
    (EntryStanding.WINNER, _("Ausgezeichnet"), "success"),
    (EntryStanding.WITHOUT_PRIZE, _("Nicht ausgezeichnet"), "neutral"),
    (EntryStanding.EXCLUDED, _("Ausgeschlossen"), "danger"),
    (EntryStanding.WITHDRAWN, _("Zurückgezogen"), "neutral"),
    (Timing.TO_DO, _("zu tun"), "warning"),
    (Timing.POSSIBLE, _("freiwillig"), "info"),
    (Timing.RUNNING, _("läuft"), "info"),
    (Timing.COMING, _("kommt noch"), "neutral"),
    (SheetStatus.DRAFT, _("Begonnen"), "warning"),
    (SheetStatus.SUBMITTED, _("Abgegeben"), "success"),
    (SheetStatus.ABSTAINED, _("Enthaltung"), "neutral"),
    (ShortlistRule.TOP, _("die Besten der Rangfolge"), "neutral"),
    (ShortlistRule.THRESHOLD, _("ab einer Punktzahl"), "neutral"),
    (ShortlistRule.HAND, _("von Hand gewählt"), "neutral"),
    (AssignmentMode.ALL, _("Alle bewerten alles"), "neutral"),
    (AssignmentMode.CATEGORIES, _("Nach Kategorien"), "neutral"),
    (AssignmentMode.FIXED, _("Beitrag für Beitrag"), "neutral"),
    (JobStatus.QUEUED, _("Wartet"), "neutral"),
    (JobStatus.RUNNING, _("Läuft"), "info"),
    (JobStatus.DONE, _("Fertig"), "success"),
    (JobStatus.FAILED, _("Fehlgeschlagen"), "danger"),
    (PanelRole.MEMBER, _("Jurymitglied"), "neutral"),
    (PanelRole.CHAIR, _("Vorsitz"), "info"),
    (PanelRole.DEPUTY, _("Stellvertretung"), "neutral"),
    (Former.LEFT, _("Ausgeschieden"), "neutral"),
    (PartnerKind.MUNICIPALITY, _("Kommune oder Kommunalverband"), "neutral"),
    (PartnerKind.PUBLIC_BODY, _("Öffentlich-rechtliche Einrichtung"), "neutral"),
    (PartnerKind.PRIVATE_CONTROLLABLE, _("Private Rechtsform, kommunal beherrschbar"), "neutral"),
    (PartnerKind.PRIVATE, _("Private Rechtsform, nicht kommunal beherrschbar"), "neutral"),
    (PartnerKind.SAVINGS_BANK, _("Sparkasse"), "neutral"),
    (Outcome.CARRIED, _("Angenommen"), "success"),
    (Outcome.REJECTED, _("Abgelehnt"), "neutral"),
    (Outcome.NO_QUORUM, _("Nicht beschlussfähig"), "warning"),
    (Average.MEAN, _("das Mittel"), "neutral"),
    (Average.MEDIAN, _("der Median"), "neutral"),
    (TieRule.MEDIAN, _("der höhere Median der Bögen"), "neutral"),
    (TieRule.FIRST_PLACES, _("wen mehr Jurymitglieder auf Platz 1 haben"), "neutral"),
    (TieRule.VOTE, _("die Abstimmung der Jury"), "neutral"),
    (TieRule.CHAIR, _("der Vorsitz"), "neutral"),
    (TieRule.LOT, _("das Los"), "neutral"),
    (ReasonRule.ALWAYS, _("zu jeder Punktzahl"), "neutral"),
    (ReasonRule.EXTREMES, _("zur niedrigsten und zur höchsten Punktzahl"), "neutral"),
    (ReasonRule.NEVER, _("freiwillig"), "neutral"),
    (Choice.YES, _("Ja"), "success"),
    (Choice.NO, _("Nein"), "neutral"),
    (Choice.ABSTAIN, _("Enthaltung"), "neutral"),
    (SheetState.SUBMITTED, _("Abgegeben"), "success"),
    (SheetState.DRAFT, _("Begonnen"), "warning"),
    (SheetState.OPEN, _("Offen"), "info"),
    (SheetState.RECUSED, _("Befangen"), "neutral"),
    (SheetState.ABSTAINED, _("Enthaltung"), "neutral"),
    (SheetState.NOT_EXPECTED, _("Nicht vorgesehen"), "neutral"),
    (SheetState.NOT_ASSIGNED, _("Nicht zugewiesen"), "neutral"),
    (SheetState.LEFT_OUT, _("Nicht in der engeren Wahl"), "neutral"),
    (SheetState.SET_ASIDE, _("Zählt nicht"), "neutral"),
    (eligibility_facts.Verdict.FULFILLED, _("Erfüllt"), "success"),
    (eligibility_facts.Verdict.OPEN, _("Offen"), "warning"),
    (eligibility_facts.Verdict.VIOLATED, _("Verletzt"), "danger"),
    (eligibility_facts.Verdict.TO_CHECK, _("Zu prüfen"), "info"),
    (OrganiserVerdict.FULFILLED, _("Erfüllt"), "success"),
    (OrganiserVerdict.VIOLATED, _("Nicht erfüllt"), "danger"),
    (NoticeState.NO_CONTACT, _("Ansprechperson fehlt"), "warning"),
    (NoticeState.NOT_SENT, _("Noch nicht informiert"), "neutral"),
    (NoticeState.UNDELIVERED, _("Nicht zugestellt"), "danger"),
    (NoticeState.SENT, _("Informiert"), "info"),
    (NoticeState.SEEN, _("Gelesen"), "info"),
    (NoticeState.ACKNOWLEDGED, _("Zur Kenntnis genommen"), "success"),
    (NoticeState.OBJECTED, _("Einspruch erhoben"), "danger"),
    (NoticeState.LAPSED, _("Kein Einspruch bis Fristende"), "success"),
    (EntryRight.READ, _("Lesen"), "neutral"),
    (EntryRight.EDIT, _("Bearbeiten"), "neutral"),
    (EntryRight.SUBMIT, _("Bearbeiten und einreichen"), "neutral"),
    (InvitationState.INVITED, _("Eingeladen"), "info"),
    (InvitationState.UNDELIVERED, _("Nicht zugestellt"), "danger"),
    (InvitationState.ACCEPTED, _("Angenommen"), "success"),
    (InvitationState.EXPIRED, _("Abgelaufen"), "warning"),
    (InvitationState.REVOKED, _("Entzogen"), "neutral"),
    (TieKind.EMPLOYER, _("Arbeitgeber oder Dienstherr"), "neutral"),
    (TieKind.MANDATE, _("Mandat oder Amt"), "neutral"),
    (TieKind.FORMER_OFFICE, _("früheres Amt oder frühere Tätigkeit"), "neutral"),
    (TieKind.RESIDENCE, _("Wohnort"), "neutral"),
    (TieKind.MEMBERSHIP, _("Mitgliedschaft"), "neutral"),
    (HintOutcome.BIASED, _("Befangen"), "neutral"),
    (HintOutcome.DENIED, _("Verneint"), "info"),
    (Ruling.CONFIRMED, _("Bestätigt"), "success"),
    (Ruling.OVERRULED, _("Verworfen: befangen"), "danger"),
    (BodyKind.MUNICIPALITY, _("kreisangehörige Kommune"), "neutral"),
    (BodyKind.INDEPENDENT_CITY, _("kreisfreie Stadt"), "neutral"),
    (BodyKind.DISTRICT, _("Kreis"), "neutral"),
    (BodyKind.LANDSCHAFTSVERBAND, _("Landschaftsverband"), "neutral"),
    (BodyKind.OTHER, _("kommunale Einrichtung"), "neutral"),
    (BodyForm.ZWECKVERBAND, _("Zweckverband"), "neutral"),
    (BodyForm.AOER, _("Anstalt des öffentlichen Rechts"), "neutral"),
    (BodyForm.JOINT_AOER, _("gemeinsames Kommunalunternehmen (gemeinsame Anstalt)"), "neutral"),
    (BodyForm.ASSOCIATION_OF_MUNICIPALITIES, _("Gemeindeverband oder anderer Kommunalverband"), "neutral"),
    (BodyForm.OTHER_PUBLIC, _("andere öffentlich-rechtliche Form"), "neutral"),
    (BodyForm.GMBH, _("GmbH, kommunal beherrscht"), "neutral"),
    (BodyForm.OTHER_PRIVATE, _("andere privatrechtliche Form, kommunal beherrscht"), "neutral"),
    (BodyForm.ABROAD, _("Kommune jenseits der Grenze"), "neutral"),
    (ProposalState.WAITING, _("Wartet"), "warning"),
    (ProposalState.CONFIRMED, _("Bestätigt"), "success"),
    (ProposalState.MERGED, _("Zugeordnet"), "success"),
    (ProposalState.REJECTED, _("Abgelehnt"), "danger"),
    (ProposalState.WITHDRAWN, _("Zurückgenommen"), "neutral"),
)
# By kind as well: members of different StrEnums with the same value are equal ("draft" is an entry's and a sheet's status).
LABELS: dict[tuple[type[StrEnum], StrEnum], tuple[object, str]] = {
    (type(member), member): (word, tone) for member, word, tone in _WORDS
}


# What is not finished has another name once scoring is over: nothing is open any more.
_WHEN_OVER: dict[tuple[type[StrEnum], StrEnum], tuple[object, str]] = {
    (SheetState, SheetState.OPEN): (_("Kein Bogen"), "neutral"),
    (SheetState, SheetState.DRAFT): (_("Nicht abgegeben"), "neutral"),
    (SheetStatus, SheetStatus.DRAFT): (_("Nicht abgegeben"), "neutral"),
}


# To the juror whose sheet it is.
_OWN: dict[tuple[type[StrEnum], StrEnum], object] = {(SheetState, SheetState.OPEN): _("Noch offen")}


def score_label(member: StrEnum, is_over: bool) -> str:
    """The word for a juror's own sheet; `is_over`: no points can be given any more."""
    kind = type(member), member
    if is_over and kind in _WHEN_OVER:
        return str(_WHEN_OVER[kind][0])
    return str(_OWN.get(kind) or LABELS[kind][0])


def score_tone(member: StrEnum, is_over: bool) -> str:
    """The colour a state is shown in; `is_over`: scoring is closed, so that what is open is missing."""
    return ((is_over and _WHEN_OVER.get((type(member), member))) or LABELS[type(member), member])[1]


def label(member: StrEnum) -> str:
    """The German word for a state."""
    return str(LABELS[type(member), member][0])


def tone(member: StrEnum) -> str:
    """The colour of its badge."""
    return LABELS[type(member), member][1]


def tie_rule_words(name: str, criteria: Iterable[Named]) -> str:
    """A rule for ties in German; "criterion:novelty" by the criterion's name."""
    rule, _colon, key = name.partition(":")
    if rule != TieRule.CRITERION:
        return label(TieRule(name))
    named = next((one.name for one in criteria if one.key == key), key)
    return gettext("der höhere Wert bei „%(name)s“", name=named)
