"""One edition with everybody in it, which is put into each situation in turn; pages are drawn from it as they are."""

from collections.abc import Callable, Mapping
from datetime import datetime

import time_machine
from flask import Flask
from sqlalchemy import delete, select

from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.client import PageClient
from tests.factories import AHAUS, BOCHOLT, BORKEN, GRONAU, NOW
from tests.web.standing.reachable import AFTER, DEADLINE, Situation

SLUG = "landespreis-2"
VREDEN = "05554068"
REASON = "Alle erwarteten Beiträge liegen vor."
CONSENTS = dict.fromkeys(("consent_rules", "consent_privacy", "consent_partners"), "yes")


class Scene:
    """`handed_in` is the entry the situations are about, `draft` a second one that never was handed in."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.steps = 0
        self.edition = factories.make_edition(deadline=DEADLINE - NOW)
        make = factories.make_account
        self.accounts: Mapping[str, Account] = {
            "kim": make("kim@bocholt.example", name="Kim Beispiel", lead_key=BOCHOLT),
            "gast": make("gast@gronau.example", name="Gast Leser", lead_key=GRONAU),
            "toni": make("toni@land.example", name="Toni Amt", is_admin=True),
            "ada": factories.make_juror(self.edition, "ada@jury.example"),
        }
        self.handed_in = self._entry("Vergabestelle", lead=BOCHOLT)
        self.draft = self._entry("Entwurf", lead=BOCHOLT)
        self.others = [self._entry(title, lead=lead) for title, lead in (("Bauhof", AHAUS), ("Archiv", BORKEN))]
        for entry in (self.handed_in, self.draft):
            factories.make_right(entry, self.accounts["gast"], EntryRight.READ)
        for number, entry in enumerate([self.handed_in, *self.others]):
            self._hand_in(entry, key=f"s{number}")
            self._set(entry, status=EntryStatus.ADMITTED)
        self._score_and_decide()
        self.closed_at: datetime | None = None

    def _entry(self, title: str, *, lead: str) -> Entry:
        return factories.make_entry(
            self.edition,
            created_by=self.accounts["kim"],
            lead_key=lead,
            title=title,
            partners=(VREDEN,),
            contact_phone="02871 953-0",
        )

    def _hand_in(self, entry: Entry, *, key: str) -> None:
        actor = factories.actor(self.accounts["kim"])
        if entry.lead_key not in actor.organisations:
            factories.make_right(entry, self.accounts["kim"], EntryRight.SUBMIT)
            actor = factories.actor(self.accounts["kim"])
        version = factories.value_of(Entry, entry, "version")
        reviewed = Reviewed(entry_id=entry.public_id, version=version, step_key="pruefen", answers=CONSENTS)
        submit_entry(Call(actor=actor, now=NOW, key=key), reviewed=reviewed)

    def _set(self, entry: Entry, **values: object) -> None:
        with write_session() as session:
            row = session.get_one(Entry, entry.id)
            for name, value in values.items():
                setattr(row, name, value)

    def _score_and_decide(self) -> None:
        """Ada has begun one sheet and handed in another; the jury chose one of the others, or the entry itself."""
        factories.set_phase(self.edition, Phase.JUDGING)
        for entry, status in zip(self.others, (SheetStatus.DRAFT, SheetStatus.SUBMITTED), strict=True):
            factories.make_sheet(entry, self.accounts["ada"], ("7", "7", "7"), status=status)
        self.choose(self.others[0])

    def choose(self, winner: Entry) -> None:
        factories.set_phase(self.edition, Phase.DELIBERATION)
        with write_session() as session:
            category_id = session.get_one(Entry, winner.id).category_id
            session.execute(delete(Decision).where(Decision.category_id == category_id))
            session.add(
                Decision(
                    category_id=category_id,
                    entry_id=winner.id,
                    reason="Einstimmig.",
                    public_text="Ein Vorbild.",
                    decided_by=self.accounts["toni"].id,
                    decided_at=AFTER,
                )
            )

    def _close(self, *, at: datetime | None) -> None:
        """End the time for entries at an instant, or not yet, by the steps that do: they set the deadlines, too."""
        if at == self.closed_at:
            return
        if self.closed_at is not None:
            self._step(Phase.SCREENING, Phase.OPEN, now=NOW)
        if at is not None:
            self._step(Phase.OPEN, Phase.SCREENING, now=at)
        self.closed_at = at

    def _step(self, old: Phase, new: Phase, *, now: datetime) -> None:
        factories.set_phase(self.edition, old)
        self.steps += 1
        change_phase(
            Call(actor=factories.actor(self.accounts["toni"]), now=now, key=f"step-{self.steps}"),
            edition_id=self.edition.id,
            step=(old, new),
            reason=REASON,
        )

    def put(self, situation: Situation) -> None:
        """Make the database what it is in the situation."""
        self._close(at=_closing_of(situation))
        factories.set_phase(self.edition, Phase.OPEN)
        if situation.status is not EntryStatus.DRAFT:
            reason = REASON if situation.status in (EntryStatus.RETURNED, EntryStatus.EXCLUDED, EntryStatus.WITHDRAWN) else ""
            amending = NOW if situation.is_amended else None
            self._set(self.handed_in, status=situation.status, amending_since=amending, status_reason=reason)
        self._shortlist(situation.is_second_round)
        factories.set_phase(self.edition, situation.phase)
        with write_session() as session:
            edition = session.get_one(Edition, self.edition.id)
            edition.published_at = AFTER if situation.phase in (Phase.PUBLISHED, Phase.ARCHIVED) else None

    def _shortlist(self, is_opened: bool) -> None:
        """In the second round the entry and one of the others are kept, the third is left out."""
        factories.set_phase(self.edition, Phase.DELIBERATION)
        with write_session() as session:
            for row in session.scalars(select(Shortlist)):
                row.undone_at, row.undone_by, row.undone_reason = NOW, self.accounts["toni"].id, REASON
            if not is_opened:
                return
            category_id = session.get_one(Entry, self.handed_in.id).category_id
            row = Shortlist(
                category_id=category_id,
                rule=ShortlistRule.HAND,
                reason=REASON,
                drawn_by=self.accounts["toni"].id,
                drawn_at=NOW,
                opened_at=NOW,
            )
            session.add(row)
            session.flush()
            session.add_all(
                ShortlistEntry(shortlist_id=row.id, entry_id=entry.id, is_proposed=True, is_kept=entry is not self.others[1])
                for entry in (self.handed_in, *self.others)
            )

    def at(self, *, is_early: bool) -> time_machine.travel:
        """The clock before the deadline, or after it."""
        return time_machine.travel(NOW if is_early else AFTER, tick=False)

    def browsers(self) -> Mapping[str, Callable[[str], str]]:
        """Role → what gets a page; logged in anew, since a session ends with the day."""
        found = {}
        for name, account in self.accounts.items():
            client = self.app.test_client()
            assert isinstance(client, PageClient)
            client.checks_pages = False
            client.log_in(db.session.get_one(Account, account.id))
            found[name] = _getter(client)
        anonymous = self.app.test_client()
        anonymous.checks_pages = False  # ty: ignore[unresolved-attribute]
        return {**found, "anonym": _getter(anonymous)}

    def subject(self, situation: Situation) -> Entry:
        return self.draft if situation.status is EntryStatus.DRAFT else self.handed_in


def _closing_of(situation: Situation) -> datetime | None:
    if situation.phase is Phase.OPEN:
        return None
    return NOW if situation.is_early else AFTER


def _getter(client) -> Callable[[str], str]:
    def get(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        return response.text

    return get
