"""Every action of the log tells somebody, or tells nobody for a reason: a new one has to be put into one of the two."""

from pathlib import Path

from ikz_award.domain.record.audit_actions import AuditAction
from tests.services.test_who_is_told import APPLYING, SEALING

ROOT = Path(__file__).parents[2]
MAILS = "tests/services/test_who_is_told.py"

# Action → the test that holds its mails against the outbox.
TOLD = {
    **dict.fromkeys((row.action for row in (*APPLYING, *SEALING)), MAILS),
    **dict.fromkeys(
        ("body.confirm", "body.merge", "body.reject", "body.propose"), "tests/services/people/test_outside_bodies.py"
    ),
    **dict.fromkeys(("deputy.name", "deputy.end"), "tests/services/people/test_deputies.py"),
    **dict.fromkeys(("jury.remind", "jury.extend", "jury.reopen_sheet"), "tests/services/jury/test_oversight.py"),
    **dict.fromkeys(
        ("membership.confirm", "membership.reject", "membership.join"),
        "tests/services/people/test_organisations.py",
    ),
    **dict.fromkeys(("panel.add", "panel.invite"), "tests/web/admin/jury/test_panel.py"),
    **dict.fromkeys(("partner.inform", "partner.remind", "partner.new_link"), "tests/web/applicants/test_circulation.py"),
    **dict.fromkeys(("rights.invite", "rights.send_again"), "tests/services/entries/test_rights.py"),
    **dict.fromkeys(("account.register", "account.change_email"), "tests/web/accounts/test_registration.py"),
    **dict.fromkeys(("account.lock", "account.unlock", "account.end_others"), "tests/services/people/test_account_locks.py"),
    "comparison.open": "tests/web/jury/test_comparison.py",
    "edition.extend_deadline": "tests/services/phases/test_deadlines.py",
    "entry.end_amending": "tests/services/entries/test_amending.py",
    "entry.submit": "tests/services/entries/test_submission.py",
    "entry.withdraw": "tests/services/entries/test_submission.py",
    "publication.end": "tests/services/seal/test_publication.py",
    "reminder.send": "tests/services/editions/test_reminders.py",
    "remarks.release": "tests/web/admin/decision/test_remarks.py",
}

OWN = "the person's own business, on the page where it was done"
TOGETHER = "everybody it concerns sits in the same meeting"
READ = "reading or taking something away changes nothing for anybody"
WORK = "work in progress of who does it; it tells others when it is handed in, decided or sent"
ORGANISER = "of the organiser's, and what follows from it is told when it happens"
NOBODY = {
    **dict.fromkeys(
        (
            "account.add_passkey", "account.change_password", "account.confirm_email",
            "account.end_sessions", "account.login", "account.login_failed",
            "account.logout", "account.remove_passkey", "account.reset_password",
            "body.correct", "body.withdraw", "confidentiality.accept",
            "attachment.keep", "attachment.hold", "attachment.discard", "attachment.expire",
            "membership.leave", "reminder.choose", "note.mark", "note.save", "tie.add", "tie.end", "tie.remove",
            "rights.accept",
        ),
        OWN,
    ),
    **dict.fromkeys(
        (
            "lot.announce", "lot.draw",
            "meeting.agenda", "meeting.call", "meeting.count", "meeting.presence", "meeting.record", "meeting.vote",
            "discussion.flag", "discussion.post",
            "discussion.take_back", "sheet.change_late", "decision.record", "shortlist.draw", "shortlist.undo",
        ),
        TOGETHER,
    ),
    **dict.fromkeys(
        (
            "attachment.open", "guide.request", "job.finish", "jury.pack", "jury.view_entry", "partner.open", "prize.export",
            "receipt.request", "report.download", "report.request", "table.download",
        ),
        READ,
    ),
    **dict.fromkeys(
        (
            "attachment.add", "attachment.move", "attachment.remove", "entry.add_partner", "entry.amend", "entry.create",
            "entry.discard", "entry.edit", "entry.remove_partner", "partner.contact", "sheet.abstain", "sheet.reopen",
            "sheet.save", "sheet.submit", "table.apply", "table.upload", "recusal.declare", "recusal.withdraw", "bias.deny",
            "entry.record_findings", "prize.state",
        ),
        WORK,
    ),
    **dict.fromkeys(
        (
            "account.create_admin", "assignment.apply", "assignment.change", "demo.seed",
            "edition.create", "edition.edit_categories", "edition.edit_criteria", "edition.edit_names", "site.edit_text",
            "edition.edit_counting", "edition.edit_rules", "edition.edit_texts", "file.drop", "jury.close_at",
            "publication.cancel", "publication.plan", "register.import",
        ),
        ORGANISER,
    ),
    "bias.rule": "an overruled denial is a recusal, which the juror's own list shows before the next sheet",
    "panel.change_role": "who gets more or less to do sees it on the own page; a stand-in is told, see there",
    "panel.remove": "only a seat on which nothing was done yet",
    "partner.answer": "shown to the municipality on the entry; an objection is also the organiser's to see",
    "prize.clear": "was announced where the accounts were stated",
    "rights.change": "shown on the entry that the person works on",
    "rights.take_away": "who is no longer wanted is not written to",
}  # fmt: skip


def test_every_action_tells_somebody_or_nobody_for_a_reason() -> None:
    # A circulation's mails, once the meeting writes them, are rows of the table, and so no longer silent.
    silent = NOBODY.keys() - TOLD.keys()
    assert TOLD.keys() | silent == set(AuditAction)


def test_what_is_told_is_tested_against_the_outbox() -> None:
    for action, test in TOLD.items():
        text = (ROOT / test).read_text()
        assert "OutgoingMail" in text or "outbox" in text or "mail" in text, (action, test)
