"""Every step that changes something can be taken back, or says what it does and asks once: a table of all of them.

A new form without a row fails. Those that ask are drawn in `irreversible/`, each with its words, its question, and what holds
afterwards.
"""

import pytest
from flask import Flask

from ikz_award.blueprints.admin.phases import wording
from ikz_award.domain.phases.workflow import BACKWARD_PHASES, Phase, can_change
from tests.architecture.irreversible.test_consequences import SCENES

AGAIN, OTHER_WAY = "typed again, the last one counts", "the same place has the way back"
MAIL = "a mail, a file or a note of having read, nothing else"

# How what was done is undone.
BACK = {
    **dict.fromkeys(
        (
            "admin.save_counting_rules",
            "admin.save_decision",
            "admin.save_declaration_validity",
            "admin.save_edition_rules",
            "admin.save_edition_text",
            "admin.save_site_page",
            "admin.save_findings",
            "admin.save_edition_names",
            "admin.save_edition_categories",
            "admin.save_edition_criteria",
            "admin.save_scoring_close",
            "admin.assign_entry",
            "admin.note_presence",
            "admin.move_agenda_item",
            "admin.call_agenda_item",
            "admin.change_panel_role",
            "admin.plan_the_publication",
            "admin.extend_scoring",
            "jury.order_agenda",
            "jury.save_note",
            "jury.save_sheet",
            "jury.autosave",
            "jury.flag_for_discussion",
            "jury.mark_for_later",
            "applicants.autosave",
            "applicants.save",
            "applicants.change_collaborator",
            "applicants.move_one_attachment",
            "applicants.partner_contact",
            "applicants.state_prize_shares",
            "jury.apply_table",
            "jury.change_own_points",
            "admin.apply_assignment",
            "admin.rule_on_denial",
            "jury.rule_on_denial",
            "public.answer_partner_notice",
            "accounts.choose_reminders",
            "accounts.correct_proposal",
            "security.change_email",
            "security.change_password",
            "security.reset_password",
        ),
        AGAIN,
    ),
    **dict.fromkeys(
        (
            "admin.add_to_panel",
            "admin.remove_from_panel",
            "admin.open_meeting",
            "admin.draw_shortlist",
            "jury.deny_hints",
            "applicants.decide_on_held",
            "admin.let_deputy_step_in",
            "admin.admit",
            "admin.end_juror",
            "admin.take_back_end",
            "admin.lock_account",
            "admin.unlock_account",
            "admin.put_site_text_back",
            "admin.cancel_the_publication",
            "admin.undo_shortlist",
            "admin.withdraw_seal",
            "jury.withdraw_seal",
            "admin.confirm_membership",
            "accounts.admit_colleague",
            "accounts.decline_colleague",
            "accounts.join_body",
            "accounts.end_deputyship",
            "accounts.name_deputy",
            "accounts.propose_body",
            "accounts.withdraw_proposal",
            "applicants.accept_invitation",
            "applicants.add_attachment",
            "applicants.add_named_partner",
            "applicants.add_one_attachment",
            "applicants.add_register_partner",
            "applicants.amend",
            "applicants.invite_collaborator",
            "applicants.new_entry",
            "applicants.remove_collaborator",
            "applicants.remove_named_partner",
            "applicants.remove_one_attachment",
            "jury.abstain",
            "jury.reopen_sheet",
            "jury.add_tie",
            "jury.end_tie",
            "jury.remove_tie",
            "jury.declare_recusal",
            "jury.withdraw_recusal",
            "jury.post_word",
            "jury.take_word_back",
            "jury.send_table",
            "security.wan_delete",
            "security.wan_register",
            "security.wan_register_response",
        ),
        OTHER_WAY,
    ),
    **dict.fromkeys(
        (
            "admin.invite_to_panel",
            "admin.make_report",
            "admin.remind_juror",
            "admin.remind_jury",
            "jury.make_pack",
            "applicants.inform",
            "applicants.invite_collaborator_again",
            "applicants.make_receipt",
            "applicants.new_partner_link",
            "security.forgot_password",
            "security.send_confirmation",
            "security.register",
            "security.confirm_email",
            "security.change_email_confirm",
            "public.make_guide",
            "accounts.renew_link",
            "public.open_partner_notice",
        ),
        MAIL,
    ),
    **dict.fromkeys(("admin.check_edition_file", "admin.check_register_file"), "looks at a file, and keeps nothing"),
    "admin.take_over_register": "shown line by line on the page before; an older file brings the older state back",
    # There is no way to take an edition away yet; until it opens nobody but the organiser sees it.
    "admin.make_new_edition": "in preparation, where it can stay: nothing is public, nobody is told",
    **dict.fromkeys(
        (
            "accounts.end_sessions",
            "admin.end_sessions_of",
            "accounts.resume",
            "accounts.start_with_passkey",
            "security.login",
            "security.logout",
            "security.verify",
            "security.wan_signin",
            "security.wan_signin_response",
            "security.wan_verify",
            "security.wan_verify_response",
        ),
        "logging in or out",
    ),
}


def test_every_form_can_be_taken_back_or_asks(app: Flask) -> None:
    forms = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    tables = (SCENES, BACK)
    assert forms == set().union(*tables)
    assert sum(map(len, tables)) == len(forms), "in one table only"


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
