"""Every table, and what `check` knows of it: the one place that says so. A test lists the tables from the schema.

Of all of them the structure is looked at: pages, constraints, foreign keys, columns, indexes, triggers. What a seal covers is
compared cell by cell once a result is sealed (`models.seal.sealed_tables`). A new table needs a line here.
"""

# Table → the checks that know what its rows have to say.
CONTENT_OF: dict[str, tuple[str, ...]] = {
    "account_lock": ("accounts.locks",),
    "edition": ("numbers.numbers", "sheets.points"),
    "category": ("entries.categories", "decisions.winners"),
    "criterion": ("sheets.strangers", "sheets.complete"),
    "question": ("entries.categories", "entries.titles"),
    "entry": ("entries.times", "entries.titles", "entries.handed_in", "frozen.frozen_versions", "numbers.numbers"),
    "answer": ("frozen.frozen_versions", "entries.categories"),
    "partner": ("frozen.frozen_versions",),
    "attachment": ("frozen.frozen_versions",),
    "submission": ("entries.submissions", "entries.handed_in", "receipts.receipts"),
    "stored_file": ("store.files", "store.strays"),
    "job": ("store.jobs", "receipts.receipts"),
    "outgoing_mail": ("receipts.receipts",),
    "juror": ("sheets.strangers",),
    "recusal": ("sheets.recused",),
    "hint_decision": ("sheets.recused",),
    "score_sheet": ("sheets.complete", "sheets.kept_versions", "sheets.logged"),
    "score": ("sheets.points", "sheets.kept_versions", "sheets.logged"),
    "sheet_version": ("sheets.kept_versions",),
    "decision": ("decisions.winners",),
    "co_winner": ("decisions.winners",),
    "shortlist": ("decisions.shortlists",),
    "shortlist_entry": ("decisions.shortlists",),
    "phase_step": ("steps.steps",),
    "screening_act": ("steps.deeds",),
    "audit_entry": ("sealed", "receipts.receipts", "sheets.logged", "steps.steps", "steps.deeds"),
    "audit_head": ("sealed",),
    "result_seal": ("sealed",),
    "sealed_row": ("sealed",),
    "seal_confirmation": ("sealed",),
    "result_reopening": ("sealed",),
}

# Nothing but a seal says what these have to hold.
SEALED_ONLY: frozenset[str] = frozenset(
    {
        "anchor", "participation_rule", "form_step", "attachment_purpose", "edition_text", "jury_round", "juror_tie",
        "scoring_extension", "sheet_reopening", "screening_finding", "requested_change", "deadline_extension",
        "assignment_plan", "juror_category", "assignment", "stand_in", "stand_in_entry", "juror_end", "comparison_opening",
        "discussion_flag", "discussion_post", "late_change", "meeting", "meeting_presence", "meeting_objection",
        "agenda_item", "motion", "lot", "lot_entry", "ballot", "account", "register_body",
    }
)  # fmt: skip

STRUCTURE_ONLY: dict[str, str] = {
    "site_text_version": "words of the organiser, append-only; the audit log has each",
    "account_role": "who may act now; nothing else says so",
    "role": "a name for a right",
    "passkey": "only its owner's device can tell",
    "membership": "who may act now; nothing else says so",
    "browser_session": "who is logged in, gone with the session",
    "intention_key": "answers to forms that were sent twice",
    "login_attempt": "counts failed log-ins",
    "organisation_domain": "the organiser's own list",
    "body_member": "what the organiser was told of a body",
    "proposed_body": "what somebody asked for",
    "deputyship": "who may act for whom; what was done is in the audit log",
    "milestone": "dates that are only shown",
    "part_beat": "which part of the service lives; `/readyz` looks at it",
    "backup_record": "when copies were made; `backup --verify` looks at the copies",
    "copy_beat": "how far the continuous copy goes; `/readyz` looks at it",
    "held_upload": "files nobody has attached yet; that they are there, stored_file's checks see",
    "confidentiality_acceptance": "declared by a juror; the audit log has it",
    "partner_notice": "whom a mail reached, and an answer; the audit log has it",
    "entry_reminder": "who was reminded of a draft",
    "entry_invitation": "who may work on a draft",
    "step_presence": "who had a page open",
    "step_text": "versions of a draft, append-only",
    "step_version": "a counter for forms",
    "reading_note": "a juror's own words, for nobody else's eyes",
    "filled_table": "a file a juror sent in; that it is there, stored_file's checks see",
    "juror_reminder": "whom a mail reached",
    "remark_release": "append-only, in the audit log",
    "planned_publication": "a wish for later; the audit log has it",
    "prize_statement": "what a municipality stated; its bank details are deleted in time",
    "prize_share": "what a municipality stated; its bank details are deleted in time",
}

# Tables that the programs beside us keep in the database. They hold nothing of ours.
TOOLS: dict[str, str] = {
    "alembic_version": "how old the schema is; `check` asks that by itself",
    "_litestream_seq": "a counter by which litestream, which takes continuous copies of SQLite, moves its journal on",
    "_litestream_lock": "litestream's own turn to write",
}
