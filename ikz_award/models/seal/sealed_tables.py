"""Every table, and whether a seal covers it: the one place that says so. A test lists the tables from the schema.

A new table needs a line here: in `FROZEN` (and guards in a migration), or in `NOT_SEALED` with the reason why nothing of a
result rests on it. A new column of the edition needs one of `FROZEN_OF_EDITION` and `GOES_ON_OF_EDITION`.
"""

from dataclasses import dataclass

OF_MEETING = "(SELECT edition_id FROM meeting WHERE id = {row}.meeting_id)"

# What a seal freezes: table → the id of the row's edition, where `{row}` is the row. The guards in the database and the check
# of every cell both follow it.
FROZEN: dict[str, str] = {
    "category": "{row}.edition_id",
    "criterion": "{row}.edition_id",
    "anchor": "(SELECT edition_id FROM criterion WHERE id = {row}.criterion_id)",
    "participation_rule": "{row}.edition_id",
    "form_step": "{row}.edition_id",
    "question": "{row}.edition_id",
    "attachment_purpose": "{row}.edition_id",
    "edition_text": "{row}.edition_id",
    "jury_round": "{row}.edition_id",
    "juror": "{row}.edition_id",
    "juror_tie": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "hint_decision": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "recusal": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score_sheet": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "sheet_version": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "scoring_extension": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "sheet_reopening": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "decision": "(SELECT edition_id FROM category WHERE id = {row}.category_id)",
    "co_winner": (
        "(SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id"
        " WHERE decision.id = {row}.decision_id)"
    ),
    "shortlist": "(SELECT edition_id FROM category WHERE id = {row}.category_id)",
    "shortlist_entry": (
        "(SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id"
        " WHERE shortlist.id = {row}.shortlist_id)"
    ),
    "entry": "{row}.edition_id",
    "answer": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "partner": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "attachment": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "submission": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "screening_finding": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "requested_change": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "deadline_extension": "{row}.edition_id",
    "assignment_plan": "{row}.edition_id",
    "juror_category": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "assignment": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "stand_in": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "stand_in_entry": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "juror_end": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "comparison_opening": "{row}.edition_id",
    "discussion_flag": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "discussion_post": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "late_change": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "meeting": "{row}.edition_id",
    "meeting_presence": OF_MEETING,
    "meeting_objection": OF_MEETING,
    "agenda_item": OF_MEETING,
    "motion": OF_MEETING,
    "lot": OF_MEETING,
    "lot_entry": "(SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = {row}.lot_id)",
    "ballot": (
        "(SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id"
        " WHERE motion.id = {row}.motion_id)"
    ),
}
# Of the edition itself: what the result rests on.
FROZEN_OF_EDITION = (
    "slug", "name", "organiser", "number_prefix", "opens_at", "deadline_at", "grace_seconds", "scoring_closes_at",
    "scale_minimum", "scale_maximum", "scale_step", "reason_rule", "minimum_sheets", "average", "tie_break",
    "changes_after_comparison", "allows_shared_prize", "hides_names", "quorum", "quorum_least", "chair_breaks_ties",
    "allows_circulation", "needs_vote", "allows_against_vote",
)  # fmt: skip
# What goes on after the seal.
GOES_ON_OF_EDITION: dict[str, str] = {
    "next_number": "a counter, which the numbers of the entries outlast",
    "phase": "publishing and archiving come after the seal",
    "published_at": "comes after the seal",
    "confidentiality_days": "how long jurors may still read; who was bound when they scored is in the audit log",
    "objection_days": "partners may still object after the seal",
    "file_megabytes": "a limit for uploads",
    "entry_megabytes": "a limit for uploads",
    "version": "a counter for forms",
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Rows of a table that belongs to no edition, of which a result shows a name.

    `columns` and `keys` are SQL: what is shown, and the keys of the rows that the edition `:edition` shows.
    """

    key: str
    columns: str
    keys: str


SHOWN: dict[str, Shown] = {
    # The panel, and who ruled on a juror's denial. Who has no name is shown by address.
    "account": Shown(
        key="id",
        columns="name, CASE WHEN name = '' THEN email END AS email",
        keys="SELECT account_id FROM juror WHERE edition_id = :edition UNION SELECT hint_decision.ruled_by FROM hint_decision"
        " JOIN juror ON juror.id = hint_decision.juror_id WHERE juror.edition_id = :edition",
    ),
    # The lead municipalities and partners of what was handed in.
    "register_body": Shown(
        key="key",
        columns="official_name",
        keys="SELECT lead_key FROM entry WHERE edition_id = :edition AND number IS NOT NULL UNION SELECT partner.body_key"
        " FROM partner JOIN entry ON entry.id = partner.entry_id WHERE entry.edition_id = :edition AND number IS NOT NULL",
    ),
}

# Sealed as SHA-256: words that were taken back are on record, but not to be spread by copies.
HASHED: dict[str, tuple[str, ...]] = {"discussion_post": ("text",)}

# What proves the rest: append-only by guards, and checked against each other.
PROOF: dict[str, str] = {
    "audit_entry": "chained by hashes; its heads stand in seals, mails and reports",
    "audit_head": "how long the chain is and how it ends",
    "result_seal": "signed, and named in the audit log",
    "sealed_row": "under the document's hash",
    "seal_confirmation": "each in the audit log",
    "result_reopening": "each in the audit log",
}

NOT_SEALED: dict[str, str] = {
    "account_role": "who may act now; what was done is in the audit log",
    "role": "a name for a right",
    "passkey": "how somebody logs in",
    "account_lock": "who may log in now; the audit log has it",
    "membership": "who may act now for an organisation",
    "browser_session": "who is logged in",
    "intention_key": "answers to forms that were sent twice",
    "login_attempt": "counts failed log-ins",
    "organisation_domain": "whose address counts for an organisation",
    "body_member": "gives hints of bias while scoring is open; what jurors decided on them is sealed",
    "proposed_body": "what was asked of the organiser before there was an entry",
    "deputyship": "who may act for whom; what was done is in the audit log",
    "stored_file": "named by its hash, which sealed rows hold; its other columns look after the store",
    "phase_step": "publishing and archiving come after the seal; append-only, and the audit log has each",
    "screening_act": "append-only, and the audit log has each; what came of it is the entry's status, which is sealed",
    "milestone": "shown dates, such as that of the prize-giving, which comes after the seal",
    "site_text_version": "texts of the installation, not of an edition; append-only, and the audit log has each",
    "job": "reports are made after the seal",
    "part_beat": "which part of the service lives",
    "backup_record": "when copies were made",
    "copy_beat": "how far the continuous copy goes",
    "held_upload": "files nobody has attached yet",
    "outgoing_mail": "whom a mail reached",
    "confidentiality_acceptance": "declared whenever a juror comes to read, after the seal as well",
    "partner_notice": "whom a mail reached, and answers that may come after the seal; the audit log has them",
    "entry_reminder": "who was reminded of a draft",
    "entry_invitation": "who may work on a draft; what they did is a submission",
    "step_presence": "who had a page open",
    "step_text": "versions of a draft, append-only; what was handed in is a submission",
    "step_version": "a counter for forms",
    "reading_note": "a juror's own words, for nobody else's eyes",
    "filled_table": "a file a juror sent in; what was applied of it are sheets",
    "juror_reminder": "whom a mail reached",
    "remark_release": "made after the seal",
    "planned_publication": "made after the seal, and void with it",
    "prize_statement": "made after the seal; bank details are deleted in time",
    "prize_share": "made after the seal; bank details are deleted in time",
}
