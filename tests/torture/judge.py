"""What became of the writes of a ledger: looked up in the database by the program's own means, and over HTTP as people do."""

from collections import Counter

from sqlalchemy import func, select

from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Ballot, Motion
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Answer, Attachment, StepText, Submission
from ikz_award.models.entries.entries import Entry as Draft
from ikz_award.models.jury.jury import Juror, ScoreSheet
from ikz_award.models.people.accounts import Account, IntentionKey
from ikz_award.models.record.audit import AuditEntry
from tests.client import form_fields
from tests.torture.browser import Browser, Lost
from tests.torture.ledger import Entry, Ledger, Verdict
from tests.torture.machine import Machine
from tests.torture.scene import JUDGING, Person, application


def judge(machine: Machine, ledger: Ledger) -> Verdict:
    """By the database. The server may run or not."""
    verdict = Verdict()
    with application(machine.instance, machine.database):
        for look in (_autosaves, _scores, _votes, _submissions, _uploads):
            verdict.add(look(ledger))
        verdict.add(_effects())
    return verdict


def check(machine: Machine, *, known: str = "") -> int:
    """`flask award check`, which counts by itself. Raises if an invariant is broken.

    `known`: what this torture breaks and what has to be named; how often it was.
    """
    said = machine.award("check", codes=(0, 1) if known else (0,)).splitlines()
    named = [line for line in said if known and line.endswith(known)]
    rest = [line for line in said if line not in named and "Every invariant holds" not in line and not line.startswith("Note")]
    assert not rest, "\n".join(rest)
    return len(named)


def _autosaves(ledger: Ledger) -> Verdict:
    """Each text is one version of its step; the newest version is what the form shows."""
    verdict = Verdict()
    for target, acknowledged in ledger.of("autosave").items():
        entry = db.session.scalars(select(Draft).where(Draft.public_id == target)).one()
        rows = db.session.scalars(
            select(StepText).where(StepText.entry_id == entry.id, StepText.step_key == "projekt").order_by(StepText.version)
        ).all()
        texts = [row.answers["goal"] for row in rows if row.version > 0]
        verdict.count(texts, acknowledged=acknowledged, sent=ledger.contents("autosave", target), where="database")
        if [row.version for row in rows] != list(range(len(rows))):
            verdict.torn.append(f"versions of {target}: {[row.version for row in rows]}")
        shown = db.session.scalar(
            select(Answer.value).join(Question).where(Answer.entry_id == entry.id, Question.key == "goal")
        )
        if shown != texts[-1]:
            verdict.torn.append(f"{target} shows {shown!r}, its newest version is {texts[-1]!r}")
    return verdict


def _scores(ledger: Ledger) -> Verdict:
    """Each save is in the log once; what stands in the sheet is its newest, its points those of its words."""
    verdict = Verdict()
    for target, acknowledged in ledger.of("score").items():
        sheets = db.session.scalars(select(ScoreSheet).join(Draft).where(Draft.public_id == target)).all()
        logged = [
            words
            for sheet in sheets
            for new in db.session.scalars(
                select(AuditEntry.new)
                .where(AuditEntry.subject == f"sheet:{sheet.id}", AuditEntry.action == "sheet.save")
                .order_by(AuditEntry.id)
            )
            if (words := (new or {}).get("remark"))
        ]
        verdict.count(logged, acknowledged=acknowledged, sent=ledger.contents("score", target), where="log")
        newest = {one.who: one.content for one in acknowledged}
        for sheet in sheets:
            who = db.session.get_one(Juror, sheet.juror_id).account.email
            points = {f"{score.points:.0f}" for score in sheet.scores if score.points is not None}
            if points and points != {sheet.remark.split()[0]}:
                verdict.torn.append(f"points {points} beside {sheet.remark!r}")
            if who in newest and logged.index(sheet.remark) < logged.index(newest[who]):
                verdict.lost.append(f"{newest[who]!r} was overwritten by an older one")
    return verdict


def _votes(ledger: Ledger) -> Verdict:
    """One ballot a juror; each acknowledged change is in the log once, by its key."""
    verdict = Verdict()
    for target, acknowledged in ledger.of("vote").items():
        _keys(verdict, acknowledged)
        ballots = db.session.execute(
            select(Account.email, Ballot.choice)
            .join(Juror, Juror.id == Ballot.juror_id)
            .join(Account, Account.id == Juror.account_id)
            .join(Motion, Motion.id == Ballot.motion_id)
            .where(Motion.public_id == target)
        ).all()
        verdict.doubled += [f"ballots of {who}: {n}" for who, n in Counter(row[0] for row in ballots).items() if n > 1]
        last = {one.who: one for one in acknowledged}
        for who, choice in ballots:
            if who in last and choice.value not in _sent_from(ledger, last[who]):
                verdict.lost.append(f"the vote of {who}: {choice} instead of {last[who].content}")
        verdict.lost += [f"no ballot of {who}" for who in last.keys() - {row[0] for row in ballots}]
    return verdict


def _submissions(ledger: Ledger) -> Verdict:
    """One version for each key; the number stays."""
    verdict = Verdict()
    for target, acknowledged in ledger.of("submission").items():
        _keys(verdict, acknowledged)
        entry = db.session.scalars(select(Draft).where(Draft.public_id == target)).one()
        versions = db.session.scalar(select(func.count()).select_from(Submission).where(Submission.entry_id == entry.id))
        keys = db.session.scalar(
            select(func.count())
            .select_from(IntentionKey)
            .where(IntentionKey.action == "entry.submit", IntentionKey.account_id == entry.created_by)
        )
        if versions != keys:
            (verdict.doubled if (versions or 0) > (keys or 0) else verdict.lost).append(
                f"{target}: {versions} versions of {keys} submissions"
            )
        numbers = set(
            db.session.scalars(
                select(AuditEntry.new["number"].as_string()).where(
                    AuditEntry.subject == f"entry:{entry.id}", AuditEntry.action == "entry.submit"
                )
            )
        )
        if numbers != {entry.number}:
            verdict.doubled.append(f"numbers of {target}: {numbers}")
    return verdict


def _uploads(ledger: Ledger) -> Verdict:
    """Each file is in the log once, and attached unless it was taken out; that its bytes are whole, `check` says."""
    verdict = Verdict()
    for target, acknowledged in ledger.of("upload").items():
        entry = db.session.scalars(select(Draft).where(Draft.public_id == target)).one()
        subject = AuditEntry.subject == f"entry:{entry.id}"
        logged = db.session.scalars(select(AuditEntry.new).where(subject, AuditEntry.action == "attachment.add")).all()
        sent = [new["sent_sha256"] for new in logged if new]
        verdict.count(sent, acknowledged=acknowledged, sent=ledger.contents("upload", target), where="log")
        removed = db.session.scalars(select(AuditEntry.old).where(subject, AuditEntry.action == "attachment.remove")).all()
        gone = {old["sha256"] for old in removed if old}
        stored = {new["sent_sha256"]: new["sha256"] for new in logged if new}
        attached = Counter(db.session.scalars(select(Attachment.sha256).where(Attachment.entry_id == entry.id)))
        for one in acknowledged:
            if attached[stored.get(one.content, "")] != 1 and stored.get(one.content) not in gone:
                verdict.lost.append(f"attachment {one.content} of {one.who}: {attached[stored.get(one.content, '')]} rows")
    return verdict


def _keys(verdict: Verdict, acknowledged: list[Entry]) -> None:
    known = set(db.session.scalars(select(IntentionKey.key)))
    verdict.lost += [f"{one.kind} of {one.who}: key {one.key}" for one in acknowledged if one.key not in known]


def _effects() -> Verdict:
    """Whatever carries a key has as many effects in the log as there are keys."""

    def counted(table: type[AuditEntry] | type[IntentionKey]) -> dict[tuple[int, str], int]:
        actions = ("entry.submit", "meeting.vote", "sheet.save", "attachment.add")
        rows = db.session.execute(
            select(table.account_id, table.action, func.count())
            .where(table.action.in_(actions), table.account_id.is_not(None))
            .group_by(table.account_id, table.action)
        )
        return {(row[0], row[1]): row[2] for row in rows}

    verdict, effects, keys = Verdict(), counted(AuditEntry), counted(IntentionKey)
    for who in effects.keys() | keys.keys():
        if effects.get(who, 0) != keys.get(who, 0):
            target = verdict.doubled if effects.get(who, 0) > keys.get(who, 0) else verdict.lost
            target.append(f"{who}: {effects.get(who, 0)} effects of {keys.get(who, 0)} keys")
    return verdict


def look(machine: Machine, ledger: Ledger) -> Verdict:
    """Over HTTP: what each person sees is the newest of what was acknowledged, or what was sent after it."""
    verdict = Verdict()
    people = {one.email: one for one in (*machine.scene.applicants, *machine.scene.jurors, *machine.scene.voters)}
    for (kind, who, target), acknowledged in _newest(ledger).items():
        browser = Browser(machine.port, people[who].token)
        try:
            shown = _shown(browser, kind, people[who], target)
        except Lost as lost:
            verdict.lost.append(f"{kind} of {who}: no page ({lost})")
            continue
        after = _sent_from(ledger, acknowledged)
        if shown is not None and shown not in after:
            verdict.lost.append(f"{who} sees {shown!r} instead of {acknowledged.content!r}")
    return verdict


def _newest(ledger: Ledger) -> dict[tuple[str, str, str], Entry]:
    return {(one.kind, one.who, one.target): one for one in ledger.acknowledged}


def _sent_from(ledger: Ledger, entry: Entry) -> set[str]:
    """The contents that may stand there: the acknowledged one, and those that were sent later."""
    own = [one for one in ledger.sent if (one.kind, one.who, one.target) == (entry.kind, entry.who, entry.target)]
    return {one.content for one in own[own.index(entry) :]}


def _shown(browser: Browser, kind: str, person: Person, target: str) -> str | None:
    """None: such a thing is not shown as text."""
    match kind:
        case "autosave":
            page = browser.get(f"/bewerbung/{target}/schritt/projekt")
            return form_fields(page.text, "schritt/projekt")[1]["q_goal"]
        case "score":
            page = browser.get(f"/jury/{JUDGING}/beitraege/{target}")
            return form_fields(page.text, "bogen")[1]["remark"]
        case "submission":
            page = browser.get(f"/bewerbung/{target}/eingangsbestaetigung")
            if page.status != 200:
                raise Lost(f"the receipt: {page.status}")
    return None
