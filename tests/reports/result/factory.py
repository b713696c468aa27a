"""Deterministic report data: believable texts, means computed here independently of the application."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.reports.result.data import (
    ReportAnchor,
    ReportCategory,
    ReportCriterion,
    ReportDate,
    ReportEdition,
    ReportEntry,
    ReportRankingRow,
    ReportScale,
    ReportScore,
    ReportSheet,
    ResultReport,
)
from ikz_award.reports.result.procedure_data import (
    ReportAppendix,
    ReportJuror,
    ReportProcedure,
    ReportRecusal,
    ReportRegisterRow,
)

GENERATED = datetime(2022, 3, 21, 9, 30, tzinfo=UTC)
CATEGORY_NAMES = (
    "Kommunale Pflichtaufgaben und Innere Verwaltung",
    "Informationsaustausch und Vernetzung",
    "Wirtschaftsförderung, Tourismus und Kultur",
    "Umwelt, Planung und Infrastruktur",
    "Interkommunale Zusammenarbeit in der Krisenbewältigung",
)
CRITERIA = (
    ("gewinn", "Gewinn der Kooperation", 40, "Eingesparte Mittel, schnellere Verfahren, eine neue Qualität der Leistung."),
    (
        "innovation",
        "Grad der Innovation der Kooperation",
        30,
        "Neue Ziele, Formen oder Partner, anspruchsvolle digitale Ansätze.",
    ),
    ("zukunft", "Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit", 30, "Langfristig angelegt, nutzbar, angenommen."),
)
ANCHORS = (
    (0, 2, "Kaum erkennbar: Die Zusammenarbeit unterscheidet sich nicht vom Üblichen, Wirkungen sind nicht beschrieben."),
    (3, 5, "Ansatzweise: Ein Nutzen ist plausibel, aber gering, oder er ist noch nicht eingetreten."),
    (6, 8, "Deutlich: Der Nutzen ist belegt und erreicht mehrere Partner; andere Kommunen könnten daraus lernen."),
    (9, 10, "Herausragend: Der Nutzen ist groß, dauerhaft und belegt; das Vorgehen ist Vorbild für das Land."),
)
JURORS = (
    ("Dr. Hanna Brüggemann", "Kompetenzzentrum für interkommunale Zusammenarbeit", "Vorsitz"),
    ("Jürgen Oßwald", "Städtetag Nordrhein-Westfalen", "Mitglied"),
    ("Aylin Demirtaş", "Landkreistag Nordrhein-Westfalen", "Mitglied"),
    ("Prof. Dr. Friederike von Schönborn-Weißenfels", "Städte- und Gemeindebund Nordrhein-Westfalen", "Mitglied"),
    ("Tom Hülsmann", "NRW.BANK", "Stellvertretung"),
)
LEADS = ("Stadt Bocholt", "Kreis Coesfeld", "Gemeinde Nottuln", "Stadt Hückelhoven", "Städteregion Aachen", "Gemeinde Burbach")
TITLES = (
    "Gemeinsames Standesamt im Münsterland",
    "Ein Bauhof für vier Gemeinden",
    "Digitale Bauakte im Verbund",
    "Netzwerk Klimaanpassung an der oberen Sieg: Starkregen gemeinsam vorsorgen und löschen, was brennt",
    "Vergabestelle für alle",
    "Interkommunaler Gewerbepark mit gemeinsamer Wirtschaftsförderung",
)
SUMMARY = (
    "Die beteiligten Kommunen haben ihre Aufgaben in einer gemeinsamen Einheit gebündelt, die seit Januar 2019 für rund "
    "85.000 Einwohnerinnen und Einwohner arbeitet. Vertretungen im Urlaub und bei Krankheit sind gesichert, Fachwissen ist "
    "nicht mehr an einzelne Personen gebunden, und die Bearbeitung dauert im Mittel nur noch halb so lange.\n\n"
    "Grundlage ist eine öffentlich-rechtliche Vereinbarung. Die Kosten werden nach Fallzahlen geteilt; eine jährliche "
    "Abrechnung legt offen, was jede Kommune zahlt und was sie spart. Die Beschäftigten wurden früh beteiligt und haben die "
    "Abläufe selbst entworfen. Inzwischen fragen Nachbarkommunen an, ob sie beitreten können."
)
REASONS = (
    "Die Einsparung ist mit Zahlen aus drei Jahren belegt.",
    "Die Form ist bekannt, die gemeinsame digitale Akte ist es nicht.",
    "Die Vereinbarung ist unbefristet; der Beitritt weiterer Kommunen ist geregelt.",
)


def criteria() -> tuple[ReportCriterion, ...]:
    anchors = tuple(ReportAnchor(lowest=Decimal(low), highest=Decimal(high), text=text) for low, high, text in ANCHORS)
    return tuple(
        ReportCriterion(key=key, name=name, description=text, weight=weight, anchors=anchors)
        for key, name, weight, text in CRITERIA
    )


def sheet(
    juror: int, points: tuple[int | Decimal, ...] | None, state: SheetState = SheetState.SUBMITTED, remark: str = ""
) -> ReportSheet:
    """A sheet of the juror at that place; no points where the state is not submitted."""
    if points is None:
        scores = tuple(ReportScore(points=None, reason="") for _ in CRITERIA)
        return ReportSheet(juror=JURORS[juror][0], state=state, scores=scores, total=None, remark=remark)
    total = sum(weight * Fraction(given) for (_, _, weight, _), given in zip(CRITERIA, points, strict=True)) / 100
    scores = tuple(ReportScore(points=Decimal(given), reason=REASONS[i]) for i, given in enumerate(points))
    return ReportSheet(juror=JURORS[juror][0], state=state, scores=scores, total=total, remark=remark)


def sheets(seed: int) -> tuple[ReportSheet, ...]:
    """Five sheets; now and then one is recused, abstained or missing."""
    states = {3: SheetState.RECUSED, 7: SheetState.ABSTAINED, 9: SheetState.OPEN}
    made = []
    for juror in range(len(JURORS)):
        state = states.get((seed * 5 + juror * 3) % 11)
        if state:
            made.append(sheet(juror, None, state))
            continue
        points = tuple(4 + (seed * 7 + juror * 5 + criterion * 3 + seed // 6) % 7 for criterion in range(len(CRITERIA)))
        made.append(sheet(juror, points, remark="Ein Vorbild für kleine Gemeinden." if juror == 1 else ""))
    return tuple(made)


def row_of(entry: ReportEntry, rank: int | None = None, is_winner: bool = False) -> ReportRankingRow:
    counted = [each for each in entry.sheets if each.state is SheetState.SUBMITTED]
    means = tuple(
        Fraction(sum(int(each.scores[i].points or 0) for each in counted), len(counted)) if counted else None
        for i in range(len(CRITERIA))
    )
    mean = sum((each.total or Fraction(0) for each in counted), Fraction(0)) / len(counted) if counted else None
    return ReportRankingRow(
        number=entry.number,
        title=entry.title,
        lead=entry.lead,
        rank=rank,
        mean=mean,
        criterion_means=means,
        is_winner=is_winner,
    )


def category_of(index: int, entries: list[ReportEntry]) -> ReportCategory:
    """The category with its ranking: equal means share a rank, the first of all wins."""
    rows = sorted((row_of(entry) for entry in entries), key=lambda row: (row.mean is None, -(row.mean or 0), row.number))
    ranked = tuple(
        replace(
            row,
            rank=None if row.mean is None else 1 + sum(other.mean is not None and other.mean > row.mean for other in rows),
            is_winner=place == 0 and row.mean is not None,
        )
        for place, row in enumerate(rows)
    )
    return ReportCategory(
        key=f"kategorie-{index}",
        name=CATEGORY_NAMES[index],
        criteria=criteria(),
        rows=ranked,
        prize_euro=10_000,
        reason=(
            "Die Jury würdigt eine Zusammenarbeit, die eine alltägliche Pflichtaufgabe besser und günstiger erledigt und die "
            "andere Kommunen ohne großen Aufwand übernehmen können.\n\nDie Entscheidung fiel einstimmig."
        ),
    )


def entry_of(number: int, category: int, **changes: object) -> ReportEntry:
    entry = ReportEntry(
        number=f"2022-{number:03d}",
        title=TITLES[number % len(TITLES)],
        category_key=f"kategorie-{category}",
        lead=LEADS[number % len(LEADS)],
        partners=tuple(LEADS[(number + step) % len(LEADS)] for step in (1, 2, 3)),
        summary=SUMMARY,
        sheets=sheets(number),
    )
    return replace(entry, **changes)  # ty: ignore[invalid-argument-type]


def report_of(*groups: list[ReportEntry]) -> ResultReport:
    """A report with one category per group of entries, and one excluded entry beside them."""
    categories = tuple(category_of(index, group) for index, group in enumerate(groups))
    entries = tuple(entry for group in groups for entry in group)
    every_sheet = [each for entry in entries for each in entry.sheets]
    submitted = datetime(2022, 2, 11, 22, 59, tzinfo=UTC)
    register = tuple(
        ReportRegisterRow(
            number=entry.number,
            title=entry.title,
            category_name=CATEGORY_NAMES[int(entry.category_key[-1])],
            lead=entry.lead,
            submitted_at=submitted - timedelta(hours=7 * index, minutes=index),
            status="zugelassen",
            reason="",
        )
        for index, entry in enumerate(entries)
    )
    excluded = replace(
        register[0],
        number="2022-900",
        title="Gemeinsame Sparkassenfiliale",
        status="ausgeschlossen",
        reason="Sparkassen in kommunaler Trägerschaft nehmen nach Nummer 5 nicht teil.",
    )
    recusals = tuple(
        ReportRecusal(juror=each.juror, entry_number=entry.number, recorded_at=datetime(2022, 2, 16, 8, 5, tzinfo=UTC))
        for entry in entries
        for each in entry.sheets
        if each.state is SheetState.RECUSED
    )
    return ResultReport(
        edition=ReportEdition(
            name="1. Landespreis für innovative interkommunale Zusammenarbeit",
            organiser="Kompetenzzentrum für interkommunale und regionale Zusammenarbeit Nordrhein-Westfalen",
            prize_text="In jeder Kategorie wird ein Beitrag mit 10.000 Euro ausgezeichnet. Die Partner des ausgezeichneten "
            "Beitrags teilen das Preisgeld frei unter sich auf.",
            dates=(
                ReportDate(label="Beginn der Bewerbungsphase", at=datetime(2021, 12, 22, 23, 0, tzinfo=UTC)),
                ReportDate(label="Einsendeschluss", at=submitted),
                ReportDate(label="Ende der Bewertung", at=datetime(2022, 3, 11, 17, 0, tzinfo=UTC)),
                ReportDate(label="Jurysitzung", at=datetime(2022, 3, 18, 9, 0, tzinfo=UTC)),
            ),
            scale=ReportScale(lowest=Decimal(0), highest=Decimal(10), step=Decimal(1)),
            generated_at=GENERATED,
        ),
        categories=categories,
        entries=entries,
        jurors=tuple(ReportJuror(name=name, body=body, role=role) for name, body, role in JURORS),
        procedure=ReportProcedure(
            submitted=len(entries) + 1,
            admitted=len(entries),
            excluded=1,
            withdrawn=0,
            sheets_submitted=sum(each.state is SheetState.SUBMITTED for each in every_sheet),
            abstentions=sum(each.state is SheetState.ABSTAINED for each in every_sheet),
            sheets_missing=sum(each.state is SheetState.OPEN for each in every_sheet),
            recusals=recusals,
            denied_hints=3,
            confirmed_denials=2,
        ),
        appendix=ReportAppendix(
            register=(*register, excluded),
            rules=(
                "Mindestens zwei kommunale Partner arbeiten zusammen.",
                "Die Zusammenarbeit wurde nach dem 1. September 2016 vertraglich vereinbart.",
                "Je federführender Kommune ist ein Beitrag möglich.",
                "Beiträge werden nur digital eingereicht.",
                "Sparkassen sind ausgeschlossen.",
            ),
            audit_head="3f1c" * 16,
            audit_length=1_204,
        ),
    )


def large_report(entries: int) -> ResultReport:
    """A report of that many entries over five categories, as large as the real one with 75."""
    groups: list[list[ReportEntry]] = [[] for _ in CATEGORY_NAMES]
    for number in range(1, entries + 1):
        groups[(number - 1) % len(groups)].append(entry_of(number, (number - 1) % len(groups)))
    return report_of(*groups)
