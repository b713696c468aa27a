"""Every route and whom it is for: a stated table, held against the URL map and tried as nine people.

A new route without a row fails. Who is not meant gets 404, as if there were nothing; who is not logged in is sent to the
log-in, and a form sent without a session comes back with what was typed.
"""

import re
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.demo.accounts import APPLICANT, JURORS, ORGANISER
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Entry, Partner, StoredFile
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.jury.bias import HintDecision, HintOutcome
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.record.jobs import Job
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient
from tests.conftest import NOW

PERSONAS = (
    "anonymous", "owner", "other applicant", "invited", "juror", "biased juror", "other edition's juror", "chair", "admin",
)  # fmt: skip
EVERYBODY = frozenset(PERSONAS)
ACCOUNTS = EVERYBODY - {"anonymous"}
OWNER = frozenset({"owner"})
# Somebody from elsewhere who may edit the entry.
WRITERS = OWNER | {"invited"}
ADMIN = frozenset({"admin"})
# Anybody with a seat on some panel; those on this edition's; those of them who may read the entry.
SEATED = frozenset({"juror", "biased juror", "other edition's juror", "chair"})
PANEL = SEATED - {"other edition's juror"}
READERS = PANEL - {"biased juror"}

TAKEN_AWAY = (
    "applicants.receipt", "applicants.receipt_progress", "applicants.make_receipt", "applicants.receipt_pdf",
    "applicants.download_all", "applicants.fact_sheet_page", "applicants.fact_sheet_json",
)  # fmt: skip

AUDIENCE: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "static", "security.static", "public.home", "public.edition", "public.calendar", "public.guide",
            "public.guide_progress", "public.guide_part", "public.make_guide", "public.handbook", "public.handbook_picture",
            "public.imprint", "public.privacy",
            "public.accessibility", "public.help_page", "public.search_register", "public.map_of_dots",
            "public.is_alive", "public.is_ready",
            "security.login", "security.register", "security.forgot_password", "security.reset_password",
            "security.confirm_email", "security.change_email_confirm", "security.send_confirmation", "security.logout",
            "accounts.registered", "accounts.start_with_passkey", "accounts.open_invitation", "accounts.renew_link",
            "security.wan_signin", "security.wan_signin_response",
            "accounts.resume", "development.mails", "development.mail",
            "public.partner_notice", "public.open_partner_notice", "public.answer_partner_notice",
            "applicants.invitation",
        ),
        EVERYBODY,
    ),
    # A program with the token of the settings, whoever is logged in: tests/web/public/test_metrics.py.
    "public.metrics": frozenset(),
    # Nobody before publication, whoever asks; see the tests of the public pages for the time after it.
    **dict.fromkeys(
        ("public.winners", "public.winners_as_json", "public.winners_as_csv", "public.winner_picture"), frozenset()
    ),
    **dict.fromkeys(
        (
            "accounts.start", "accounts.profile", "accounts.choose_body", "accounts.join_body", "accounts.leave_body",
            "accounts.end_sessions", "accounts.new_proposal", "accounts.new_deputy",
            "accounts.name_deputy", "accounts.propose_body",
            "accounts.choose_reminders", "accounts.confirm_leaving", "security.change_password", "security.change_email",
            "security.verify", "applicants.home", "security.wan_register", "security.wan_register_response",
            "security.wan_delete", "security.wan_verify", "security.wan_verify_response",
            "applicants.new_entry", "applicants.accept_invitation",
        ),
        ACCOUNTS,
    ),
    **dict.fromkeys(
        (
            "applicants.entry", "applicants.read_entry", "applicants.step", "applicants.step_history",
            "applicants.save", "applicants.autosave", "applicants.findings",
            "applicants.add_register_partner", "applicants.add_named_partner", "applicants.remove_named_partner",
            "applicants.add_attachment", "applicants.add_one_attachment", "applicants.move_one_attachment",
            "applicants.decide_on_held", "applicants.view_held", "applicants.view_attachment",
            "applicants.attachment_preview", "applicants.remove_one_attachment",
            "applicants.download",
            "applicants.partner_contact", "applicants.inform", "applicants.new_partner_link", "applicants.presence",
        ),
        WRITERS,
    ),
    **dict.fromkeys(
        (
            "applicants.submit", "applicants.withdraw", "applicants.discard", "applicants.prize",
            "applicants.state_prize_shares", "applicants.amend", "applicants.end_amending", "applicants.collaborators",
            "applicants.invite_collaborator", "applicants.invite_collaborator_again", "applicants.change_collaborator",
            "applicants.remove_collaborator",
            "accounts.end_deputyship", "accounts.proposal", "accounts.correct_proposal", "accounts.withdraw_proposal",
        ),
        OWNER,
    ),
    # The organiser, and who belongs to the body already: tests/web/accounts/test_colleagues.py.
    **dict.fromkeys(("accounts.admit_colleague", "accounts.decline_colleague"), ADMIN),
    # What was handed in is open to the organiser, too.
    **dict.fromkeys(TAKEN_AWAY, OWNER | ADMIN),
    "jury.home": SEATED,
    **dict.fromkeys(
        (
            "jury.seal", "jury.confirm_seal", "jury.withdraw_seal", "jury.denials", "jury.denial", "jury.rule_on_denial",
            "jury.first_what_if", "jury.what_if", "jury.order_agenda",
        ),
        frozenset({"chair"}),
    ),
    **dict.fromkeys(
        (
            "jury.table", "jury.send_table", "jury.table_preview", "jury.apply_table", "jury.download_table",
            "jury.compare", "jury.own_points", "jury.meeting", "jury.vote", "jury.object_to_writing",
            "jury.pack", "jury.pack_progress", "jury.make_pack",
            "jury.download_pack", "jury.entries", "jury.confidentiality",
            "jury.accept_confidentiality", "jury.recusal", "jury.declare_recusal",
            "jury.withdraw_recusal", "jury.ties", "jury.add_tie", "jury.confirm_end", "jury.end_tie", "jury.remove_tie",
        ),
        PANEL,
    ),
    **dict.fromkeys(
        (
            "jury.entry", "jury.print_entry",
            "jury.attachment", "jury.abstention", "jury.abstain", "jury.save_sheet", "jury.reopen_sheet",
            "jury.autosave",
            "jury.save_note", "jury.mark_for_later", "jury.deny_hints",
            "jury.discuss", "jury.post_word", "jury.change_own_points",
            "jury.take_word_back", "jury.flag_for_discussion",
        ),
        READERS,
    ),
    **dict.fromkeys(
        (
            "admin.home", "admin.edition", "admin.entries", "admin.entry", "admin.admit", "admin.attachment",
            "admin.confirm_exclusion", "admin.exclude", "admin.confirm_reopening", "admin.reopen", "admin.confirm_return",
            "admin.return_entry", "admin.confirm_step", "admin.take_step", "admin.decision", "admin.save_decision",
            "admin.download_report", "admin.make_report", "admin.report", "admin.report_job", "admin.report_progress",
            "admin.log", "admin.matrix", "admin.people", "admin.confirm_membership", "admin.confirm_rejection",
            "admin.reject_membership", "admin.proposal", "admin.confirm_body", "admin.merge_body", "admin.reject_body",
            "admin.ranking", "admin.what_if", "admin.comparison", "admin.open_the_comparison",
            "admin.meeting", "admin.open_meeting", "admin.close_meeting", "admin.extend_circulation",
            "admin.note_presence", "admin.move_agenda_item", "admin.announce_lot", "admin.draw_lot",
            "admin.call_agenda_item", "admin.projector", "admin.propose_motion", "admin.record_votes", "admin.count_motion",
            "admin.meeting_item", "admin.discussion", "admin.panel", "admin.add_to_panel", "admin.invite_to_panel",
            "admin.confirm_juror_end", "admin.end_juror", "admin.take_back_end", "admin.accounts", "admin.account",
            "admin.site_texts", "admin.site_text", "admin.save_site_page", "admin.site_text_version",
            "admin.put_site_text_back",
            "admin.lock_account", "admin.unlock_account", "admin.end_sessions_of",
            "admin.change_panel_role", "admin.remove_from_panel", "admin.let_deputy_step_in",
            "admin.discussion", "admin.prize_money", "admin.download_payments", "admin.clear_payments",
            "admin.confirm_clearing", "admin.publication", "admin.plan_the_publication",
            "admin.cancel_the_publication", "admin.remarks", "admin.release_all_remarks",
            "admin.results", "admin.save_findings",
            "admin.assignment", "admin.assignment_preview", "admin.apply_assignment", "admin.entry_assignment",
            "admin.assign_entry", "admin.shortlists", "admin.shortlist", "admin.draw_shortlist", "admin.undo_shortlist",
            "admin.rules", "admin.save_edition_rules", "admin.counting", "admin.save_counting_rules",
            "admin.deadline", "admin.save_deadline",
            "admin.texts", "admin.text", "admin.save_edition_text", "admin.save_declaration_validity",
            "admin.denials", "admin.denial", "admin.rule_on_denial",
            "admin.new_edition", "admin.new_edition_from", "admin.check_edition_file", "admin.make_new_edition",
            "admin.register", "admin.check_register_file", "admin.take_over_register",
            "admin.download_edition", "admin.names", "admin.save_edition_names", "admin.categories",
            "admin.save_edition_categories", "admin.criteria", "admin.save_edition_criteria",
            "admin.juror", "admin.remind_jury", "admin.remind_juror", "admin.extend_scoring",
            "admin.confirm_sheet_reopening", "admin.scoring_close", "admin.save_scoring_close", "admin.reopen_sheet_of_juror",
            "admin.seal", "admin.confirm_seal", "admin.withdraw_seal", "admin.sealed_result",
        ),
        ADMIN,
    ),
}  # fmt: skip

# Answered for the token, the file or the state alone, not for the person: tried elsewhere.
NOT_TRIED = frozenset(
    {
        "admin.confirm_reopening",
        "accounts.confirm_leaving",
        "static",
        "security.static",
        "security.reset_password",
        "accounts.open_invitation",
        "security.confirm_email",
        "security.change_email_confirm",
        "development.mail",
        "public.is_ready",
        "public.partner_notice",
        "public.open_partner_notice",
        "public.answer_partner_notice",
        # An invitation is its address's: tests/web/applicants/test_sharing.py.
        "applicants.invitation",
        "applicants.accept_invitation",
        # A tie is its juror's alone: tests/services/jury/test_bias.py.
        "jury.confirm_end",
        # A motion is its panel's: tests/web/admin/decision/test_meeting.py.
        "jury.vote",
        # Kept files are their juror's alone: tests/web/jury/test_table.py.
        "jury.table_preview",
        "jury.apply_table",
    }
)
# What is refused, not hidden, since these see the entry.
KNOWN = {
    "admin": frozenset({"applicants.withdraw"}),
    "invited": frozenset(
        {
            "applicants.discard", "applicants.amend", "applicants.end_amending", "applicants.collaborators",
            "applicants.invite_collaborator", "applicants.invite_collaborator_again", "applicants.change_collaborator",
            "applicants.remove_collaborator", "applicants.submit", "applicants.prize", "applicants.state_prize_shares",
        }
    ),
}  # fmt: skip
# These change who one is.
ENDS_THE_SESSION = frozenset({"security.logout", "accounts.end_sessions"})


@dataclass(frozen=True)
class World:
    """Addresses of things that could leak."""

    arguments: dict[str, dict[str, object]]
    emails: dict[str, str]


def build_world(app: Flask) -> World:
    session = db.session
    first = session.scalars(select(Edition).where(Edition.slug == "landespreis-1")).one()
    second = session.scalars(select(Edition).where(Edition.slug == "landespreis-2")).one()
    biased = session.scalars(select(Account).where(Account.email == JURORS[1].email)).one()
    recusal = session.scalars(
        select(Recusal).join(Juror, Juror.id == Recusal.juror_id).where(Juror.account_id == biased.id)
    ).first()
    assert recusal is not None
    judged = session.get_one(Entry, recusal.entry_id)
    draft = session.scalars(select(Entry).where(Entry.edition_id == second.id)).one()
    own = session.scalars(select(Entry).where(Entry.lead_key == draft.lead_key, Entry.edition_id == first.id)).one()
    ids = {"judged": judged.id, "draft": draft.id, "public": judged.public_id, "own": own.public_id, "mine": draft.public_id}
    other = factories.make_account("other@borken.example", lead_key=factories.BORKEN)
    stranger = factories.make_juror(second, "stranger@jury.example")
    guest = factories.make_account("gast@ahaus.example")
    emails = {
        "owner": APPLICANT, "other applicant": other.email, "juror": JURORS[3].email, "biased juror": JURORS[1].email,
        "other edition's juror": stranger.email, "chair": JURORS[0].email, "admin": ORGANISER,
        "invited": guest.email,
    }  # fmt: skip
    files = {key: _attach(app, int(ids[key])) for key in ("judged", "draft")} | {"held": _hold(int(ids["draft"]))}
    partner = _add_partner(int(ids["draft"]))
    invitation = factories.make_right(draft, guest, EntryRight.EDIT).id
    denied = session.scalars(
        select(HintDecision.public_id)
        .join(Juror, Juror.id == HintDecision.juror_id)
        .where(HintDecision.outcome == HintOutcome.DENIED, Juror.role != PanelRole.CHAIR)
    ).first()
    job, membership = _add_job_and_membership(first.id, other.id)
    owner = session.scalars(select(Account).where(Account.email == APPLICANT)).one()
    proposal = factories.make_proposal(owner)
    deputy = factories.make_account("vertretung@bocholt.example", lead_key=draft.lead_key)
    deputyship = factories.make_deputyship(owner, deputy, body_key=draft.lead_key)
    round_one = {"slug": "landespreis-1", "public_id": ids["public"], "entry_id": ids["public"]}
    arguments = {
        "public.winner_picture": {"public_id": "none"},
        "security": {"token": "none"},
        "accounts": {"token": "none", "membership_id": membership, "proposal_id": proposal, "deputyship_id": deputyship},
        "public": {"slug": "landespreis-1", "name": "kommunen"},
        "public.handbook_picture": {"name": "schritt.png"},
        "jury": round_one
        | {"attachment_id": files["judged"], "tie_id": 1, "decision_id": denied}
        | {"category": "krise", "post_id": "keine", "motion_id": "keine"},
        "admin": round_one
        | {
            "attachment_id": files["judged"],
            "target": "beratung",
            "juror_id": session.scalars(select(Juror.id).where(Juror.edition_id == first.id).order_by(Juror.position)).first(),
            "category": "krise",
            "job": job,
            "membership_id": membership,
            "account_id": other.id,
            "proposal_id": proposal,
            "version": 1,
            "decision_id": denied,
            "motion_id": "keine",
        },
        "applicants": {
            "invitation_id": invitation,
            "entry_id": ids["mine"],
            "step_key": "projekt",
            "partner_id": partner,
            "attachment_id": files["draft"],
            "held_id": files["held"],
        },
        **{name: {"entry_id": ids["own"], "version": 1} for name in TAKEN_AWAY},
        "applicants.withdraw": {"entry_id": ids["own"]},
        **{name: {"name": "procedure"} for name in ("admin.text", "admin.save_edition_text")},
        **{
            name: {"name": "impressum", "version": 0}
            for name in ("admin.site_text", "admin.save_site_page", "admin.site_text_version", "admin.put_site_text_back")
        },
        "admin.new_edition_from": {"kind": "vorlage", "name": "landespreis-1"},
    }
    return World(arguments=arguments, emails=emails)


def _attach(app: Flask, entry_id: int) -> str:
    store = FileStore(app.config["INSTANCE"] / "uploads")
    sha256, preview = store.put(b"%PDF-1.7 confidential"), store.put(b"confidential, too")
    with write_session() as session:
        entry = session.get_one(Entry, entry_id)
        status, entry.status = entry.status, EntryStatus.DRAFT
        if session.get(StoredFile, sha256) is None:
            file = StoredFile(sha256=sha256, size=21, media_type="application/pdf", created_at=NOW, preview_sha256=preview)
            session.add(file)
        session.flush()
        attachment = Attachment(
            entry_id=entry_id,
            purpose="other",
            filename="a.pdf",
            sha256=sha256,
            position=0,
            created_by=entry.created_by,
            created_at=NOW,
        )
        session.add(attachment)
        session.flush()
        entry.status = status
        return attachment.public_id


def _hold(entry_id: int) -> str:
    """The file of `_attach` once more, waiting for somebody's choice."""
    with write_session() as session:
        entry = session.get_one(Entry, entry_id)
        sha256 = session.scalars(select(Attachment.sha256).where(Attachment.entry_id == entry_id)).one()
        row = HeldUpload(
            entry_id=entry_id,
            purpose="contract",
            filename="b.pdf",
            sha256=sha256,
            sent_sha256="0" * 64,
            alterations=[{"kind": "scripts", "names": []}],
            created_by=entry.created_by,
            created_at=NOW,
        )
        session.add(row)
        session.flush()
        return row.public_id


def _add_partner(entry_id: int) -> int:
    with write_session() as session:
        partner = Partner(entry_id=entry_id, body_key=factories.BORKEN, kind=PartnerKind.MUNICIPALITY, position=0)
        session.add(partner)
        session.flush()
        return partner.id


def _add_job_and_membership(edition_id: int, account_id: int) -> tuple[str, int]:
    with write_session() as session:
        sha256 = session.scalars(select(StoredFile.sha256)).first()
        job = Job(
            kind="result_report",
            edition_id=edition_id,
            status=JobStatus.DONE,
            created_at=NOW,
            finished_at=NOW,
            result_sha256=sha256,
            result_name="bericht.pdf",
        )
        pending = Membership(account_id=account_id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW)
        session.add_all([job, pending])
        session.flush()
        return job.public_id, pending.id


def client_of(app: Flask, world: World, persona: str) -> tuple[PageClient, str]:
    """A logged-in client and a CSRF token for it."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    client.checks_pages = False
    token = _token(client.get("/konto/anmelden").text)
    if persona == "anonymous":
        return client, token
    client.log_in(db.session.scalars(select(Account).where(Account.email == world.emails[persona])).one())
    return client, _token(client.get("/konto/").text)


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found, "no form on the page"
    return found.group(1)


def address(app: Flask, world: World, endpoint: str) -> str:
    blueprint = endpoint.partition(".")[0]
    arguments = world.arguments.get(blueprint, {}) | world.arguments.get(endpoint, {})
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    with app.test_request_context():
        return app.url_for(endpoint, **{name: arguments[name] for name in rule.arguments})


def test_every_route_has_a_row_and_every_row_a_route(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(AUDIENCE)


@pytest.mark.parametrize("persona", PERSONAS)
def test_pages_open_for_those_they_are_meant_for_and_for_nobody_else(demo: Flask, persona: str) -> None:
    world = build_world(demo)
    client, _ = client_of(demo, world, persona)
    wrong = []
    for rule in demo.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint in NOT_TRIED:
            continue
        answer = client.get(address(demo, world, rule.endpoint))
        if not _is_right(
            answer.status_code,
            answer.headers.get("Location", ""),
            persona,
            AUDIENCE[rule.endpoint],
            _knows(persona, rule.endpoint),
        ):
            wrong.append((rule.endpoint, answer.status_code, answer.headers.get("Location")))
    assert not wrong, "\n".join(map(str, wrong))


def _knows(persona: str, endpoint: str) -> bool:
    """Who may see an entry is told plainly what is not theirs to do: the organiser, and somebody invited to a draft."""
    return endpoint in KNOWN.get(persona, frozenset())


def _is_right(status: int, location: str, persona: str, meant_for: frozenset[str], knows: bool) -> bool:
    to_login = "/konto/anmelden" in location
    if persona in meant_for:
        # 403: the person may, the state of the edition does not allow it.
        return status in (200, 302, 303, 403) and not to_login
    if persona == "anonymous" and meant_for:
        return status == 302 and to_login
    return status == 404 or (status == 403 and knows)


@pytest.mark.parametrize("persona", PERSONAS)
def test_forms_are_refused_from_everybody_they_are_not_meant_for(demo: Flask, persona: str) -> None:
    world = build_world(demo)
    client, token = client_of(demo, world, persona)
    before = db.session.scalar(select(Entry.version).order_by(Entry.id.desc()).limit(1))
    wrong = []
    for rule in demo.url_map.iter_rules():
        if "POST" not in (rule.methods or ()) or rule.endpoint in NOT_TRIED | ENDS_THE_SESSION:
            continue
        if persona in AUDIENCE[rule.endpoint]:
            continue
        answer = client.post(address(demo, world, rule.endpoint), data={"csrf_token": token, "idempotency_key": "k" * 22})
        # 422: the review page again, with the reason; 303: back to the page of the entry, with a sentence.
        expected = (403, 422, 303) if _knows(persona, rule.endpoint) else (404,)
        # Flask-Security's own pages send who is not logged in to the log-in; ours keep what was typed.
        if answer.status_code not in ((401, 302) if persona == "anonymous" else expected):
            wrong.append((rule.endpoint, answer.status_code))
    assert not wrong, "\n".join(map(str, wrong))
    db.session.rollback()
    assert db.session.scalar(select(Entry.version).order_by(Entry.id.desc()).limit(1)) == before


def test_another_persons_entry_and_no_entry_answer_alike(demo: Flask) -> None:
    world = build_world(demo)
    client, _ = client_of(demo, world, "other applicant")
    other = client.get(address(demo, world, "applicants.entry"))
    none = client.get("/bewerbung/gibtesnichtgibtes/")
    assert other.status_code == none.status_code == 404
    assert _without_tokens(other.text) == _without_tokens(none.text)


def _without_tokens(page: str) -> list[str]:
    """The page's lines without what is new in each answer: the nonce, and the token, which holds the second of its making."""
    return re.sub(r'(nonce|name="csrf_token" value)="[^"]*"', "", page).splitlines()
