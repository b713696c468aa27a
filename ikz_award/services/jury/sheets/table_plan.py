"""What a filled table would change: every cell compared with the sheet as it stands, every fault with its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.adapters.score_table import (
    Cell,
    ReadTable,
)
from ikz_award.domain.jury.reading_order import reading_order
from ikz_award.domain.permissions.actors import Seat
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal, ScoreSheet
from ikz_award.queries.editions.editions import criteria_for, scale_of
from ikz_award.queries.jury.assignment import is_assigned
from ikz_award.queries.jury.bias.hints import hints_by_entry
from ikz_award.queries.jury.jury import current_round
from ikz_award.queries.jury.shortlist import is_beside_shortlist
from ikz_award.services.jury.sheets.desk import TypedSheet

KEY, NUMBER, TITLE, CATEGORY = _("Kennung"), _("Nummer"), _("Titel"), _("Kategorie")
REMARK, PUBLISHED = _("Bemerkung für die Beratung"), _("Rückmeldung an die Kommune")
OF_NO_USE = "–"


@dataclass(frozen=True, kw_only=True)
class Line:
    """An entry of the table with its criteria by the name of their columns, and the sheet as it stands."""

    entry: Entry
    criteria: Mapping[str, Criterion]
    sheet: ScoreSheet | None
    has_open_hint: bool = False

    def stored(self) -> dict[str, str]:
        """Title of the column → text, of everything that can be filled in."""
        scores = {score.criterion_id: score for score in self.sheet.scores} if self.sheet else {}
        found: dict[str, str] = {}
        for name, criterion in self.criteria.items():
            score = scores.get(criterion.id)
            found[points_title(name)] = format_exact(score.points) if score and score.points is not None else ""
            found[reason_title(name)] = score.reason if score else ""
        remarks = (self.sheet.remark, self.sheet.published_remark) if self.sheet else ("", "")
        return {**found, str(REMARK): remarks[0], str(PUBLISHED): remarks[1]}


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a cell (such as "D7") would change, as texts; `title`: the entry's, `field`: its column's."""

    cell: str
    title: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong with one cell, or, `cell` "", with the file."""

    cell: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What applying a table would do. With `faults` nothing is applied."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    sheets: tuple[tuple[str, TypedSheet, SheetStatus | None], ...]


def points_title(name: str) -> str:
    """The heading of the column with a criterion's points; `name` as in `by_column`."""
    return str(_("%(criterion)s, Punkte", criterion=name))


def reason_title(name: str) -> str:
    """The heading of the column with a criterion's reasons; `name` as in `by_column`."""
    return str(_("%(criterion)s, Begründung", criterion=name))


def by_column(criteria: Sequence[Criterion]) -> dict[str, Criterion]:
    """Criteria by the name of their columns: a second one of the same name gets a number, so that none is lost."""
    found: dict[str, Criterion] = {}
    for one in criteria:
        name, count = one.name, 1
        while name in found:
            count += 1
            name = f"{one.name} ({count})"
        found[name] = one
    return found


def lines_of(session: Session, edition: Edition, seat: Seat) -> list[Line]:
    """The entries the juror is to score, in the juror's own order."""
    recused = select(Recusal.entry_id).where(Recusal.juror_id == seat.juror_id)
    entries = session.scalars(
        select(Entry)
        .where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED, Entry.id.not_in(recused))
        .where(is_assigned(seat.juror_id))
    ).all()
    round_id = current_round(session, edition_id=edition.id).id
    own = select(ScoreSheet).where(ScoreSheet.juror_id == seat.juror_id, ScoreSheet.round_id == round_id)
    sheets = {sheet.entry_id: sheet for sheet in session.scalars(own)}
    criteria = {
        category_id: by_column(criteria_for(session, edition_id=edition.id, category_id=category_id))
        for category_id in {entry.category_id for entry in entries}
    }
    by_id = {entry.public_id: entry for entry in entries}
    hints = hints_by_entry(session, edition=edition, juror_id=seat.juror_id, entry_ids=[entry.id for entry in entries])
    return [
        Line(
            entry=by_id[one],
            criteria=criteria[by_id[one].category_id],
            sheet=sheets.get(by_id[one].id),
            has_open_hint=any(hint.is_open for hint in hints.get(by_id[one].id, ())),
        )
        for one in reading_order(juror_id=seat.juror_id, entries=by_id)
    ]


def left_out_titles(session: Session, edition: Edition, seat: Seat) -> dict[str, str]:
    """Public id → title of what the juror could score but for the shortlist."""
    recused = select(Recusal.entry_id).where(Recusal.juror_id == seat.juror_id)
    rows = session.execute(
        select(Entry.public_id, Entry.title).where(
            Entry.edition_id == edition.id,
            Entry.status == EntryStatus.ADMITTED,
            Entry.id.not_in(recused),
            is_beside_shortlist(),
        )
    )
    return {row[0]: row[1] for row in rows}


def compare(
    edition: Edition, lines: Sequence[Line], read: ReadTable, versions: Mapping[str, int], left_out: Mapping[str, str]
) -> Plan:
    """`left_out`: title by public id of what is beside the shortlist. An older table may still hold it."""
    wanted = {str(KEY), *(title for line in lines for title in line.stored())}
    if missing := sorted(wanted - set(read.titles)):
        text = _(
            "Die Spalte „%(title)s“ fehlt. Spalten dürfen verschoben, aber nicht umbenannt oder gelöscht werden.",
            title=missing[0],
        )
        return Plan(changes=(), faults=(Fault(cell="", message=text),), sheets=())
    by_id = {line.entry.public_id: line for line in lines}
    changes, faults, sheets, seen = [], [], [], set[str]()
    for row in read.rows:
        key = row[str(KEY)]
        line = by_id.get(key.text.strip())
        if line is None or key.fault or line.entry.public_id in seen:
            twice = line is not None and line.entry.public_id in seen
            faults.append(Fault(cell=key.ref, message=_no_line(key.text.strip(), left_out, is_twice=twice)))
            continue
        seen.add(line.entry.public_id)
        new, found, wrong = _row(edition, line, row)
        faults += wrong
        if found:
            faults += _not_to_write(line, key, versions)
            changes += found
            sheets.append((line.entry.public_id, _typed(line, new), line.sheet.status if line.sheet else None))
    return Plan(changes=tuple(changes), faults=tuple(faults), sheets=tuple(sheets))


def _no_line(key: str, left_out: Mapping[str, str], *, is_twice: bool) -> str:
    if is_twice:
        return _("Diesen Beitrag gibt es in der Tabelle zweimal.")
    if key in left_out:
        return _(
            "„%(title)s“ ist nicht in der engeren Wahl und wird nicht mehr bewertet. Bitte löschen Sie die Zeile.",
            title=left_out[key],
        )
    return _("Zu dieser Zeile gibt es keinen Beitrag, den Sie bewerten. Bitte löschen Sie die Zeile.")


def _row(edition: Edition, line: Line, row: Mapping[str, Cell]) -> tuple[dict[str, str], list[Change], list[Fault]]:
    new: dict[str, str] = {}
    changes, faults = [], []
    points = {points_title(name) for name in line.criteria}
    for title, old in line.stored().items():
        cell = row.get(title)
        if cell is None:
            new[title] = old
            continue
        text = clean_text(cell.text)
        if cell.fault:
            faults.append(Fault(cell=cell.ref, message=cell.fault))
        elif title in points and text:
            try:
                text = format_exact(scale_of(edition).parse_points(text))
            except Invalid as error:
                faults.append(Fault(cell=cell.ref, message=error.message))
        new[title] = text
        if text != old and not cell.fault:
            changes.append(Change(cell=cell.ref, title=line.entry.title, field=title, old=old, new=text))
    return new, changes, faults


def _not_to_write(line: Line, key: Cell, versions: Mapping[str, int]) -> list[Fault]:
    if line.has_open_hint:
        text = _(
            "„%(title)s“: Hier gibt es einen Hinweis auf einen möglichen Bezug. Bitte erklären Sie auf der Seite des Beitrags "
            "erst, ob Sie befangen sind.",
            title=line.entry.title,
        )
        return [Fault(cell=key.ref, message=text)]
    if line.sheet is not None and line.sheet.status is SheetStatus.ABSTAINED:
        return [
            Fault(cell=key.ref, message=_("Bei diesem Beitrag haben Sie sich enthalten. Öffnen Sie zuerst den Bogen wieder."))
        ]
    if versions.get(line.entry.public_id) == (line.sheet.version if line.sheet else 0):
        return []
    text = _("Dieser Bogen wurde geändert, nachdem die Tabelle heruntergeladen war. Bitte laden Sie die Tabelle neu herunter.")
    return [Fault(cell=key.ref, message=text)]


def _typed(line: Line, new: Mapping[str, str]) -> TypedSheet:
    return TypedSheet(
        points={one.key: new[points_title(name)] for name, one in line.criteria.items()},
        reasons={one.key: new[reason_title(name)] for name, one in line.criteria.items()},
        remark=new[str(REMARK)],
        published_remark=new[str(PUBLISHED)],
        version=line.sheet.version if line.sheet else 0,
    )
