"""What is planted, one by one, and the beginning of the line that has to name it. `{…}`: names from `world.do_true_deeds`."""

SCORE_OF_SHEET = "(SELECT min(id) FROM score WHERE sheet_id = {sheet})"
TITLE = "(SELECT id FROM question WHERE purpose = 'title' AND edition_id = (SELECT edition_id FROM entry WHERE id = {entry}))"
SUMMARY = TITLE.replace("'title'", "'summary'")
# A version that says what the changed sheet says: whoever changes both is found by the audit log.
KEPT_TOO = (
    "UPDATE score SET points = 900 WHERE sheet_id = {sheet}; UPDATE sheet_version SET content = replace(content, ':\"7\"',"
    " ':\"9\"') WHERE sheet_id = {sheet};"
)
NO_POINTS = f"UPDATE score SET points = NULL WHERE id = {SCORE_OF_SHEET}"

FAULTS: dict[str, tuple[str, str]] = {
    # the audit log
    "the end of the log cut off": (
        "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)",
        "audit log: ends with",
    ),
    "a record changed": ("UPDATE audit_entry SET actor_name = 'Niemand' WHERE id = 2", "audit log: record 2 "),
    "a record taken out": ("DELETE FROM audit_entry WHERE id = 2", "audit log: record 2 "),
    "the head set back": ("UPDATE audit_head SET length = length - 1", "audit log: ends with"),
    "a head of an empty log": ("DELETE FROM audit_head", "audit log: ends with"),
    "a sealing made up": (
        "INSERT INTO seal_confirmation (edition_id, act, role, account_id, content_sha256, reason, confirmed_at)"
        " VALUES (1, 'seal', 'chair', 1, 'x', '', '2026-03-01 10:00:00.000000')",
        "seal_confirmation 1: the row was not there",
    ),
    # what the program computes with beside the log
    "a closing of the scoring made up": (
        "INSERT INTO phase_step (edition_id, old, new, at, actor_name)"
        " VALUES (1, 'judging', 'deliberation', '2026-03-01 10:00:00.000000', 'Niemand')",
        "phase_step: the steps of edition 1 are not",
    ),
    "a deed in screening made up": (
        "INSERT INTO screening_act (entry_id, deed, at) VALUES ({entry}, 'exclude', '2026-03-01 10:00:00.000000')",
        "screening_act: what was done with entry {entry} is not",
    ),
    # structure
    "a row that points nowhere": ("UPDATE partner SET body_key = '99999999' WHERE entry_id = {entry}", "partner, rowid "),
    "a person gone": ("DELETE FROM account WHERE email = 'kim@bocholt.example'", "entry, rowid {entry}: points to no row"),
    "a check broken": ("UPDATE job SET done_steps = -1 WHERE id = {job}", "integrity_check: CHECK constraint failed in job"),
    "a state that is none": (
        "UPDATE entry SET status = 'verloren' WHERE id = {entry}",
        "integrity_check: CHECK constraint failed",
    ),
    "a guard taken away": ("DROP TRIGGER guard_submission_update", "trigger guard_submission_update: is missing"),
    "a guard without force": (
        "DROP TRIGGER guard_submission_update; CREATE TRIGGER guard_submission_update BEFORE UPDATE ON submission"
        " FOR EACH ROW WHEN 1 = 0 BEGIN SELECT RAISE(ABORT, 'a submitted version is frozen'); END",
        "trigger guard_submission_update: does not say",
    ),
    "a trigger of somebody else": (
        "CREATE TRIGGER helpful AFTER INSERT ON score BEGIN UPDATE score SET points = 1000 WHERE id = NEW.id; END",
        "trigger helpful: is not one of ours (score)",
    ),
    "a database of yesterday": ("UPDATE alembic_version SET version_num = '0036'", "alembic_version: the database is at 0036"),
    "a database of no age": ("DELETE FROM alembic_version", "alembic_version: the database is at nothing"),
    "a table dropped": ("DROP TABLE reading_note", "table reading_note: is missing"),
    "a table beside ours": ("CREATE TABLE shadow (id INTEGER)", "table shadow: is not one of ours"),
    "a column beside ours": ("ALTER TABLE role ADD COLUMN secret TEXT", "table role: the column secret is not one of ours"),
    "a column dropped": ("ALTER TABLE job DROP COLUMN not_before", "table job: has no column not_before"),
    "an index dropped": (
        "DROP INDEX uq_attachment_entry_id_purpose_sha256",
        "table attachment: the index uq_attachment_entry_id_purpose_sha256",
    ),
    # entries
    "handed in without a time": ("UPDATE entry SET submitted_at = NULL WHERE id = {entry}", "entry {number} ("),
    "a category of another edition": (
        "UPDATE entry SET category_id = (SELECT min(id) FROM category) WHERE id = {entry}",
        "entry {entry}: its category belongs",
    ),
    "another category": (
        "UPDATE entry SET category_id = (SELECT max(id) FROM category) WHERE id = {entry}",
        "entry {entry}: its category is",
    ),
    "another title": ("UPDATE entry SET title = 'Anders' WHERE id = {entry}", "entry {entry}: its title"),
    "another title in the demonstration": (
        "UPDATE entry SET title = 'Anders' WHERE id = {demo_entry}",
        "entry {demo_entry}: its title",
    ),
    "no submission": ("DELETE FROM submission WHERE id = {submission}", "entry {number}: was handed in, and no submission"),
    "no submission, by the log": (
        "DELETE FROM submission WHERE id = {submission}",
        "submission of entry:{entry}: the audit log",
    ),
    "a draft that was handed in": ("UPDATE entry SET status = 'draft' WHERE id = {entry}", "entry {entry}: is a draft"),
    "a submission that nobody made": (
        "INSERT INTO submission (entry_id, version, snapshot, sha256, received_at, submitted_by) SELECT entry_id, 2, snapshot,"
        " sha256 || '', '2026-03-05 10:00:00.000000', submitted_by FROM submission WHERE id = {submission};"
        " UPDATE submission SET"
        " snapshot = '{{}}', sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE version = 2",
        "submission 77: the audit log has no record",
    ),
    "a version left out": ("UPDATE submission SET version = 2 WHERE id = {submission}", "submission {submission}: version 2"),
    "a snapshot changed": (
        "UPDATE submission SET snapshot = replace(snapshot, 'Bocholt', 'Borken') WHERE id = {submission}",
        "submission {submission}: the snapshot does not have",
    ),
    "an answer changed": (
        f"UPDATE answer SET value = 'Anders.' WHERE entry_id = {{entry}} AND question_id = {SUMMARY}",
        "entry {number}: the answer summary is not as handed in",
    ),
    "an answer taken away": (
        f"DELETE FROM answer WHERE entry_id = {{entry}} AND question_id = {SUMMARY}",
        "entry {number}: the answer summary is not",
    ),
    "an answer of the demonstration changed": (
        "UPDATE answer SET value = value || '!' WHERE entry_id = {demo_entry} AND question_id ="
        " (SELECT id FROM question WHERE edition_id = 1 AND purpose = 'summary')",
        "entry L1-010: the answer summary is not",
    ),
    "a partner taken away": ("DELETE FROM partner WHERE entry_id = {entry}", "entry {number}: the partners are not"),
    "an attachment renamed": (
        "UPDATE attachment SET filename = 'x.pdf' WHERE entry_id = {entry}",
        "entry {number}: the attachments are not",
    ),
    "an attachment taken away": ("DELETE FROM attachment WHERE entry_id = {entry}", "entry {number}: the attachments are not"),
    "another lead": ("UPDATE entry SET lead_key = '05554012' WHERE id = {entry}", "entry {number}: the lead is not"),
    "another time of arrival": (
        "UPDATE entry SET submitted_at = '2026-03-01 10:00:00.000000' WHERE id = {entry}",
        "entry {number}: the time of arrival",
    ),
    # numbers
    "a number left out": (
        "UPDATE edition SET next_number = 9 WHERE slug = 'landespreis-2'",
        "entry L2-002: the number was given, and",
    ),
    "a number to be given again": (
        "UPDATE edition SET next_number = 1 WHERE slug = 'landespreis-2'",
        "edition landespreis-2: next_number is 1",
    ),
    "a number of another edition": (
        "UPDATE entry SET number = 'L9-001' WHERE id = {entry}",
        "entry L9-001: the number is none",
    ),
    "a number twice": (
        "UPDATE entry SET number = 'L2-0001' WHERE id = {demo_entry}; UPDATE entry SET edition_id ="
        " (SELECT edition_id FROM entry WHERE id = {entry}) WHERE id = {demo_entry}",
        "entry L2-001: the number was given 2 times",
    ),
    "an entry gone": ("DELETE FROM entry WHERE id = {demo_entry}", "entry L1-010: the number was given, and the entry is not"),
    # receipts
    "no receipt": ("DELETE FROM job WHERE id = {job}", "submission {submission}: no receipt"),
    "no mail": ("DELETE FROM outgoing_mail", "submission {submission}: no mail"),
    # sheets
    "points missing": (NO_POINTS, "score sheet {sheet}: submitted without points on"),
    "a criterion missing": (
        f"DELETE FROM score WHERE id = {SCORE_OF_SHEET}",
        "score sheet {sheet}: submitted without points on",
    ),
    "points changed": (
        "UPDATE score SET points = 900 WHERE sheet_id = {demo_sheet}",
        "score sheet {demo_sheet}: points is not as in the kept",
    ),
    "a reason changed": (
        f"UPDATE score SET reason = 'x' WHERE id = {SCORE_OF_SHEET}",
        "score sheet {sheet}: reasons is not as in the kept",
    ),
    "a remark changed": ("UPDATE score_sheet SET remark = 'x' WHERE id = {sheet}", "score sheet {sheet}: remark is not"),
    "points and kept version changed": (KEPT_TOO, "score sheet {sheet}: points is not as in the audit log"),
    "a kept version gone": (
        "DELETE FROM sheet_version WHERE sheet_id = {demo_sheet}",
        "score sheet {demo_sheet}: no version was kept",
    ),
    "a sheet put back": (
        "UPDATE score_sheet SET status = 'draft' WHERE id = {sheet}",
        "score sheet {sheet}: status is not as in the",
    ),
    "a sheet gone": (
        "DELETE FROM score WHERE sheet_id = {sheet}; DELETE FROM sheet_version WHERE sheet_id = {sheet};"
        " DELETE FROM score_sheet WHERE id = {sheet}",
        "score sheet {sheet}: the audit log has it",
    ),
    "points outside the scale": (
        f"UPDATE score SET points = 5000 WHERE id = {SCORE_OF_SHEET}",
        "score {score}: points outside",
    ),
    "points between the steps": (f"UPDATE score SET points = 733 WHERE id = {SCORE_OF_SHEET}", "score {score}: points between"),
    "a recused juror's sheet": (
        "INSERT INTO recusal (juror_id, entry_id, reason, declared_at) SELECT juror_id, entry_id, 'x',"
        " '2026-03-01 10:00:00.000000'"
        " FROM score_sheet WHERE id = {sheet}",
        "score sheet {sheet}: submitted by a recused juror",
    ),
    "a sheet of another edition's juror": (
        "UPDATE score_sheet SET juror_id = (SELECT max(id) FROM juror) WHERE id = {sheet}",
        "score sheet {sheet}: juror and entry",
    ),
    # files and jobs
    "another size": ("UPDATE stored_file SET size = size + 1 WHERE sha256 = '{file}'", "file {file}: has "),
    "no row for a file": ("DELETE FROM stored_file WHERE sha256 = '{receipt}'", "file {receipt}: is in the store, and no"),
    "done without a result": ("UPDATE job SET result_sha256 = NULL WHERE id = {job}", "job {job}: done without"),
    "running without a sign": (
        "UPDATE job SET status = 'running', heartbeat_at = '2026-03-01 10:00:00.000000' WHERE id = {job}",
        "job {job}: runs, and",
    ),
    "running for days": (
        "UPDATE job SET status = 'running', created_at = '2026-02-01 10:00:00.000000' WHERE id = {job}",
        "job {job}: runs for days",
    ),
    "failed in silence": ("UPDATE job SET status = 'failed', error = '' WHERE id = {job}", "job {job}: failed, and does not"),
}
