"""Every step that changes something can be taken back, or says what it does and asks once: a table of all of them.

A new form without a row fails. The pages that ask are fetched in the state in which they ask, and must name what follows.
"""

from dataclasses import dataclass

import pytest
from flask import Flask

from ikz_award.blueprints.admin import wording
from ikz_award.domain.workflow import BACKWARD_PHASES, Phase, can_change
from ikz_award.extensions import db
from ikz_award.models.editions import Edition
from tests import factories
from tests.architecture.test_audience import address, build_world, client_of


@dataclass(frozen=True)
class Asks:
    """`page` asks `persona`, with edition 1 in `phase`; `words`: what it must say of the consequences."""

    page: str
    persona: str
    phase: Phase
    words: tuple[str, ...]


SEALING = (
    "Zwei Personen bestätigen",
    "Erst mit der zweiten Bestätigung geschieht etwas.",
    "Ich habe die Entscheidungen geprüft",
)
ASKS = {
    "admin.confirm_seal": Asks("admin.seal", "admin", Phase.DECIDED, SEALING),
    "jury.confirm_seal": Asks("jury.seal", "chair", Phase.DECIDED, SEALING),
    "admin.open_the_comparison": Asks(
        "admin.comparison", "admin", Phase.DELIBERATION, ("Jedes Mitglied sieht dann", "lässt sich nicht zurückholen")
    ),
    "admin.exclude": Asks(
        "admin.confirm_exclusion", "admin", Phase.SCREENING, ("erfährt den Ausschluss", "den Ausschluss zurücknehmen")
    ),
    "admin.reopen": Asks("admin.confirm_reopening", "admin", Phase.SCREENING, ("wieder eingereicht und ungeprüft",)),
    "admin.end_juror": Asks(
        "admin.confirm_juror_end", "admin", Phase.JUDGING, ("sofort keinen Zugang mehr", "Was sich ändert")
    ),
    "admin.lock_account": Asks(
        "admin.account", "admin", Phase.JUDGING, ("sofort auf allen Geräten abgemeldet", "Gelöscht wird nichts")
    ),
    "applicants.withdraw": Asks(
        "applicants.withdraw", "owner", Phase.JUDGING, ("nimmt danach nicht mehr am Wettbewerb teil", "nicht rückgängig machen")
    ),
    "applicants.discard": Asks(
        "applicants.discard", "owner", Phase.JUDGING, ("Alle Texte, Partner und Anlagen", "nicht rückgängig machen")
    ),
}  # fmt: skip
# Pages that ask, in a state that takes more to make: tested there.
ASKS_ELSEWHERE = {
    "admin.return_entry": "tests/web/admin/test_screening_pages.py",
    "admin.take_step": "below, every step of the table",
    "admin.clear_payments": "tests/web/applicants/test_prize.py",
    "admin.release_all_remarks": "tests/web/admin/test_remarks.py",
    "admin.reject_membership": "tests/web/accounts/test_colleagues.py",
    "admin.reopen_sheet_of_juror": "tests/web/admin/test_jury_page.py",
    "admin.draw_shortlist": "tests/web/admin/test_shortlist.py",
    "admin.apply_assignment": "tests/web/admin/test_assignment.py",
    "applicants.decide_on_held": "tests/web/applicants/test_held_uploads.py",
    "jury.apply_table": "tests/web/jury/test_table.py",
    "applicants.end_amending": "tests/services/test_amending.py",
    "applicants.submit": "tests/web/applicants/test_path.py",
    "accounts.leave_body": "tests/web/accounts/test_profile.py",
    **dict.fromkeys(
        (
            "jury.vote", "jury.object_to_writing", "admin.close_meeting", "admin.count_motion", "admin.record_votes",
            "admin.open_meeting", "admin.propose_motion", "admin.extend_circulation",
            "admin.announce_lot", "admin.draw_lot",
        ),
        "tests/web/admin/test_meeting.py",
    ),
    **dict.fromkeys(("public.answer_partner_notice", "public.open_partner_notice"), "tests/web/applicants/test_circulation.py"),
    **dict.fromkeys(
        ("admin.rule_on_denial", "jury.rule_on_denial", "jury.deny_hints"), "tests/web/admin/test_bias_pages.py"
    ),
    **dict.fromkeys(("admin.save_deadline",), "tests/web/admin/test_deadline_page.py"),
    **dict.fromkeys(("jury.accept_confidentiality",), "tests/web/jury/test_declaration.py"),
    **dict.fromkeys(("jury.change_own_points",), "tests/web/jury/test_late_changes.py"),
    **dict.fromkeys(
        ("admin.confirm_body", "admin.merge_body", "admin.reject_body"), "tests/services/test_outside_bodies.py"
    ),
}  # fmt: skip

AGAIN, OTHER_WAY, MAIL = "typed again, the last one counts", "the same place has the way back", "a mail or a file, nothing else"
# How what was done is undone.
BACK = {
    **dict.fromkeys(
        (
            "admin.save_counting_rules", "admin.save_decision", "admin.save_declaration_validity", "admin.save_edition_rules",
            "admin.save_edition_text", "admin.save_findings", "admin.save_scoring_close", "admin.assign_entry",
            "admin.note_presence", "admin.move_agenda_item", "admin.call_agenda_item", "admin.change_panel_role",
            "admin.plan_the_publication", "admin.extend_scoring", "jury.order_agenda", "jury.save_note", "jury.save_sheet",
            "jury.autosave", "jury.flag_for_discussion", "jury.mark_for_later", "applicants.autosave", "applicants.save",
            "applicants.change_collaborator", "applicants.move_one_attachment", "applicants.partner_contact",
            "applicants.state_prize_shares", "accounts.choose_reminders", "accounts.correct_proposal", "security.change_email",
            "security.change_password", "security.reset_password",
        ),
        AGAIN,
    ),
    **dict.fromkeys(
        (
            "admin.take_back_end", "admin.unlock_account",
            "admin.add_to_panel", "admin.remove_from_panel", "admin.let_deputy_step_in", "admin.admit",
            "admin.cancel_the_publication", "admin.undo_shortlist", "admin.withdraw_seal", "jury.withdraw_seal",
            "admin.confirm_membership", "accounts.admit_colleague", "accounts.decline_colleague", "accounts.join_body",
            "accounts.end_deputyship", "accounts.name_deputy", "accounts.propose_body", "accounts.withdraw_proposal",
            "applicants.accept_invitation", "applicants.add_attachment", "applicants.add_named_partner",
            "applicants.add_one_attachment", "applicants.add_register_partner", "applicants.amend",
            "applicants.invite_collaborator", "applicants.new_entry", "applicants.remove_collaborator",
            "applicants.remove_named_partner", "applicants.remove_one_attachment", "jury.abstain", "jury.reopen_sheet",
            "jury.add_tie", "jury.end_tie", "jury.remove_tie", "jury.declare_recusal", "jury.withdraw_recusal",
            "jury.post_word", "jury.take_word_back", "jury.send_table", "security.wan_delete", "security.wan_register",
            "security.wan_register_response",
        ),
        OTHER_WAY,
    ),
    **dict.fromkeys(
        (
            "admin.invite_to_panel", "admin.make_report", "admin.remind_juror", "admin.remind_jury", "jury.make_pack",
            "applicants.inform", "applicants.invite_collaborator_again", "applicants.make_receipt",
            "applicants.new_partner_link", "security.forgot_password", "security.send_confirmation", "security.register",
            "security.confirm_email", "security.change_email_confirm", "public.make_guide", "accounts.renew_link",
        ),
        MAIL,
    ),
    **dict.fromkeys(
        (
            "accounts.end_sessions", "admin.end_sessions_of",
            "accounts.resume", "accounts.start_with_passkey", "security.login", "security.logout",
            "security.verify", "security.wan_signin", "security.wan_signin_response", "security.wan_verify",
            "security.wan_verify_response",
        ),
        "logging in or out",
    ),
}  # fmt: skip


def test_every_form_can_be_taken_back_or_asks(app: Flask) -> None:
    forms = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    tables = (ASKS, ASKS_ELSEWHERE, BACK)
    assert forms == set().union(*tables)
    assert sum(map(len, tables)) == len(forms), "in one table only"


def test_each_page_that_asks_says_what_follows(demo: Flask) -> None:
    world = build_world(demo)
    edition = db.session.query(Edition).filter_by(slug="landespreis-1").one()
    silent = []
    for endpoint, row in ASKS.items():
        factories.set_phase(edition, row.phase)
        client, _token = client_of(demo, world, row.persona)
        page = client.get(address(demo, world, row.page)).text
        silent += [(endpoint, words) for words in row.words if words not in page]
    assert not silent


@pytest.mark.parametrize(("old", "new"), [(old, new) for old in Phase for new in Phase if can_change(old=old, new=new)])
def test_each_step_of_an_edition_says_what_follows_and_how_it_is_undone(old: Phase, new: Phase) -> None:
    effects = [str(effect) for effect in wording.STEPS[old, new].effects]
    assert effects
    is_forward = (old, new) not in BACKWARD_PHASES
    has_way_back = any(can_change(old=new, new=back) and (new, back) in BACKWARD_PHASES for back in Phase)
    says = " ".join(effects)
    if is_forward and has_way_back:
        assert "zurücknehmen" in says.lower() or "wieder" in says, says
    if is_forward and not has_way_back:
        assert "nicht zurücknehmen" in says, says
