-- check: seal 1, key: 03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8 is not the one of this instance
-- check: seal 2, key: 03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8 is not the one of this instance
-- check: submission 1: the snapshot does not have its hash
-- check: entry L2-001: was handed in, and no submission is there
-- check: entry L2-002: was handed in, and no submission is there
-- check: submission 1: the snapshot cannot be read (JSONDecodeError)
-- check: submission 1: the audit log has no record of it
-- check: score sheet 15: submitted by a recused juror
-- check: score sheet 1: no version was kept of it (sheet_version)
-- check: score sheet 2: no version was kept of it (sheet_version)
-- check: score sheet 3: no version was kept of it (sheet_version)
-- check: score sheet 4: no version was kept of it (sheet_version)
-- check: score sheet 5: no version was kept of it (sheet_version)
-- check: score sheet 6: no version was kept of it (sheet_version)
-- check: score sheet 7: no version was kept of it (sheet_version)
-- check: score sheet 8: no version was kept of it (sheet_version)
-- check: score sheet 9: no version was kept of it (sheet_version)
-- check: score sheet 10: no version was kept of it (sheet_version)
-- check: score sheet 11: no version was kept of it (sheet_version)
-- check: score sheet 12: no version was kept of it (sheet_version)
-- check: score sheet 13: no version was kept of it (sheet_version)
-- check: score sheet 14: no version was kept of it (sheet_version)
-- check: sheet_version 1: cannot be read
-- check: score sheet 1: the audit log has no record of it
-- check: score sheet 2: the audit log has no record of it
-- check: score sheet 3: the audit log has no record of it
-- check: score sheet 4: the audit log has no record of it
-- check: score sheet 5: the audit log has no record of it
-- check: score sheet 6: the audit log has no record of it
-- check: score sheet 7: the audit log has no record of it
-- check: score sheet 8: the audit log has no record of it
-- check: score sheet 9: the audit log has no record of it
-- check: score sheet 10: the audit log has no record of it
-- check: score sheet 11: the audit log has no record of it
-- check: score sheet 12: the audit log has no record of it
-- check: score sheet 13: the audit log has no record of it
-- check: score sheet 14: the audit log has no record of it
-- check: score sheet 15: the audit log has no record of it
CREATE TABLE account (
	id INTEGER NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	password VARCHAR(255), 
	active BOOLEAN NOT NULL, 
	fs_uniquifier VARCHAR(64) NOT NULL, 
	confirmed_at DATETIME, 
	create_datetime DATETIME NOT NULL, 
	update_datetime DATETIME NOT NULL, muted_reminders JSON, fs_webauthn_user_handle VARCHAR(64), 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_email UNIQUE (email), 
	CONSTRAINT uq_account_fs_uniquifier UNIQUE (fs_uniquifier)
);
INSERT INTO "account" VALUES (1, 'kompetenzzentrum@land.example', 'Toni Tester', 'ein langes Passwort', 1, '959ad7b79ecf454b1cfbf46ebd071933', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:51.620407', '2026-12-01 10:00:51.620414', NULL, NULL);
INSERT INTO "account" VALUES (2, 'kim@bocholt.example', 'Kim Beispiel', 'ein langes Passwort', 1, '6da6719eaddaa48a0e53db19e3075832', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:51.848906', '2026-12-01 10:00:51.848915', NULL, NULL);
INSERT INTO "account" VALUES (3, 'ada@jury.example', 'Ada', 'ein langes Passwort', 1, '4d66421a74e6bee941b94bc0a4217c86', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:53.396560', '2026-12-01 10:00:53.396566', NULL, NULL);
INSERT INTO "account" VALUES (4, 'ben@jury.example', 'Ben', 'ein langes Passwort', 1, '8a254ce73181a699aea2944d624498c2', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:54.209243', '2026-12-01 10:00:54.209250', NULL, NULL);
INSERT INTO "account" VALUES (5, 'cleo@jury.example', 'Cleo', 'ein langes Passwort', 1, '30c450538a8ddc8854380fceba728fb5', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:54.520958', '2026-12-01 10:00:54.520965', NULL, NULL);
INSERT INTO "account" VALUES (6, 'dora@jury.example', 'Dora', 'ein langes Passwort', 1, 'aa511e6f61ec4e9234772ae37ad73ea7', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:54.888621', '2026-12-01 10:00:54.888628', NULL, NULL);
INSERT INTO "account" VALUES (7, 'emil@jury.example', 'Emil', 'ein langes Passwort', 1, '784de62c35a1de867f7aea8228a397f5', '2026-03-04 09:30:00.000000', '2026-12-01 10:00:55.228655', '2026-12-01 10:00:55.228664', NULL, NULL);
CREATE TABLE account_role (
	account_id INTEGER NOT NULL, 
	role_id INTEGER NOT NULL, 
	CONSTRAINT pk_account_role PRIMARY KEY (account_id, role_id), 
	CONSTRAINT fk_account_role_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_account_role_role_id_role FOREIGN KEY(role_id) REFERENCES role (id)
);
INSERT INTO "account_role" VALUES (1, 1);
CREATE TABLE agenda_item (
	id INTEGER NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	started_at DATETIME, 
	ended_at DATETIME, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_agenda_item_meeting_id_category_id UNIQUE (meeting_id, category_id)
);
INSERT INTO "agenda_item" VALUES (1, 1, 1, 1, NULL, NULL);
INSERT INTO "agenda_item" VALUES (2, 2, 1, 1, NULL, NULL);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES ('0040');
CREATE TABLE anchor (
	id INTEGER NOT NULL, 
	criterion_id INTEGER NOT NULL, 
	points_from INTEGER NOT NULL, 
	points_to INTEGER NOT NULL, 
	label VARCHAR(80) NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_anchor PRIMARY KEY (id), 
	CONSTRAINT ck_anchor_points_in_order CHECK (points_from <= points_to), 
	CONSTRAINT fk_anchor_criterion_id_criterion FOREIGN KEY(criterion_id) REFERENCES criterion (id)
);
INSERT INTO "anchor" VALUES (1, 1, 0, 200, 'kaum erkennbar', 'Ein Vorteil gegenüber der getrennten Erledigung ist nicht dargelegt oder wird nur behauptet. Aufwand und Ertrag der Zusammenarbeit stehen in keinem erkennbaren Verhältnis.');
INSERT INTO "anchor" VALUES (2, 1, 300, 400, 'begrenzt', 'Einzelne Vorteile sind plausibel, etwa geteilte Sachkosten, bleiben aber klein, kommen nur einem der Partner zugute oder sind weder beziffert noch mit Beispielen belegt.');
INSERT INTO "anchor" VALUES (3, 1, 500, 600, 'deutlich', 'Mehrere Partner sparen nachvollziehbar Mittel oder Zeit, oder die Leistung ist spürbar besser geworden. Der Gewinn ist beschrieben, aber erst in Teilen gemessen.');
INSERT INTO "anchor" VALUES (4, 1, 700, 800, 'groß', 'Einsparung, Beschleunigung oder neue Qualität sind mit Zahlen oder überprüfbaren Beispielen belegt, überwiegen den Aufwand klar und kommen allen Partnern zugute.');
INSERT INTO "anchor" VALUES (5, 1, 900, 1000, 'herausragend', 'Die Leistung wäre ohne die Kooperation nicht oder nur erheblich schlechter möglich. Der Gewinn ist gemessen, wirkt bei allen Partnern und bei den Bürgerinnen und Bürgern und setzt ein Beispiel im Land.');
INSERT INTO "anchor" VALUES (6, 2, 0, 200, 'bekannt', 'Gegenstand, Form und Partner entsprechen dem, was im Land seit Langem und vielerorts üblich ist. Ein eigener Ansatz ist nicht zu erkennen.');
INSERT INTO "anchor" VALUES (7, 2, 300, 400, 'leicht abgewandelt', 'Ein bekanntes Modell wurde an die örtlichen Verhältnisse angepasst. Neu ist allenfalls ein einzelnes Werkzeug oder ein einzelner Verfahrensschritt.');
INSERT INTO "anchor" VALUES (8, 2, 500, 600, 'in Teilen neu', 'Ziel, Form oder Kreis der Partner ist für die Region neu, oder ein digitaler Ansatz verändert die Abläufe merklich. Vergleichbare Vorhaben gibt es andernorts bereits.');
INSERT INTO "anchor" VALUES (9, 2, 700, 800, 'neu', 'Die Kooperation verbindet mehrere neue Elemente, etwa ein bisher nicht geteiltes Aufgabenfeld mit ungewohnten Partnern. Im Land gibt es dafür höchstens wenige Beispiele.');
INSERT INTO "anchor" VALUES (10, 2, 900, 1000, 'wegweisend', 'Hier ist ein Muster der Zusammenarbeit entstanden, das es so noch nicht gab: in der Sache, in der Form oder im digitalen Ansatz. Andere Kommunen können unmittelbar daran anknüpfen.');
INSERT INTO "anchor" VALUES (11, 3, 0, 200, 'ungesichert', 'Das Vorhaben hängt an einzelnen Personen oder an einer auslaufenden Förderung. Wie es weitergeht, bleibt offen; eine Nutzung über die Erprobung hinaus ist nicht erkennbar.');
INSERT INTO "anchor" VALUES (12, 3, 300, 400, 'unsicher', 'Ein Fortbestand ist gewollt, aber weder vertraglich noch finanziell ausreichend gesichert. Die Akzeptanz bei den Beteiligten ist schwach oder nicht belegt.');
INSERT INTO "anchor" VALUES (13, 3, 500, 600, 'tragfähig', 'Vertrag, Zuständigkeiten und Finanzierung sind geregelt, die Ergebnisse werden genutzt. Für Ausbau, Personalwechsel oder die Aufnahme weiterer Partner gibt es erst Überlegungen.');
INSERT INTO "anchor" VALUES (14, 3, 700, 800, 'gefestigt', 'Die Kooperation ist langfristig vereinbart, im Haushalt verankert und im Alltag angenommen. Sie wird überprüft und lässt sich erweitern oder übertragen.');
INSERT INTO "anchor" VALUES (15, 3, 900, 1000, 'vorbildlich', 'Die Zusammenarbeit trägt sich dauerhaft, wächst nachweislich oder wird bereits nachgeahmt. Ökologische, soziale und finanzielle Folgen sind mitbedacht, die Beteiligten stehen erkennbar dahinter.');
CREATE TABLE answer (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_answer_question_id_question FOREIGN KEY(question_id) REFERENCES question (id), 
	CONSTRAINT uq_answer_entry_id_question_id UNIQUE (entry_id, question_id)
);
INSERT INTO "answer" VALUES (1, 1, 8, 'Antwort auf „Schlagworte“.');
INSERT INTO "answer" VALUES (2, 1, 9, 'Antwort auf „Anlass“.');
INSERT INTO "answer" VALUES (3, 1, 10, 'Antwort auf „Ziel“.');
INSERT INTO "answer" VALUES (4, 1, 11, 'Antwort auf „Umsetzung“.');
INSERT INTO "answer" VALUES (5, 1, 12, 'Antwort auf „Finanzierung“.');
INSERT INTO "answer" VALUES (6, 1, 16, 'Antwort auf „Gewinn der Kooperation“.');
INSERT INTO "answer" VALUES (7, 1, 17, 'Antwort auf „Grad der Innovation der Kooperation“.');
INSERT INTO "answer" VALUES (8, 1, 18, 'Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“.');
INSERT INTO "answer" VALUES (9, 1, 19, 'yes');
INSERT INTO "answer" VALUES (10, 1, 20, 'yes');
INSERT INTO "answer" VALUES (11, 1, 21, 'yes');
INSERT INTO "answer" VALUES (12, 1, 6, 'pflichtaufgaben');
INSERT INTO "answer" VALUES (13, 1, 3, 'kim.beispiel@bocholt.example');
INSERT INTO "answer" VALUES (14, 1, 2, 'Antwort auf „Ansprechperson“.');
INSERT INTO "answer" VALUES (15, 1, 4, 'Antwort auf „Telefonnummer“.');
INSERT INTO "answer" VALUES (16, 1, 15, '2018-03-01');
INSERT INTO "answer" VALUES (17, 1, 1, 'Antwort auf „Amt oder Fachbereich“.');
INSERT INTO "answer" VALUES (18, 1, 13, 'agreement');
INSERT INTO "answer" VALUES (19, 1, 7, 'Antwort auf „Kurzbeschreibung“.');
INSERT INTO "answer" VALUES (20, 1, 5, 'Beitrag 0');
INSERT INTO "answer" VALUES (21, 2, 8, 'Antwort auf „Schlagworte“.');
INSERT INTO "answer" VALUES (22, 2, 9, 'Antwort auf „Anlass“.');
INSERT INTO "answer" VALUES (23, 2, 10, 'Antwort auf „Ziel“.');
INSERT INTO "answer" VALUES (24, 2, 11, 'Antwort auf „Umsetzung“.');
INSERT INTO "answer" VALUES (25, 2, 12, 'Antwort auf „Finanzierung“.');
INSERT INTO "answer" VALUES (26, 2, 16, 'Antwort auf „Gewinn der Kooperation“.');
INSERT INTO "answer" VALUES (27, 2, 17, 'Antwort auf „Grad der Innovation der Kooperation“.');
INSERT INTO "answer" VALUES (28, 2, 18, 'Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“.');
INSERT INTO "answer" VALUES (29, 2, 19, 'yes');
INSERT INTO "answer" VALUES (30, 2, 20, 'yes');
INSERT INTO "answer" VALUES (31, 2, 21, 'yes');
INSERT INTO "answer" VALUES (32, 2, 6, 'pflichtaufgaben');
INSERT INTO "answer" VALUES (33, 2, 3, 'kim.beispiel@bocholt.example');
INSERT INTO "answer" VALUES (34, 2, 2, 'Antwort auf „Ansprechperson“.');
INSERT INTO "answer" VALUES (35, 2, 4, 'Antwort auf „Telefonnummer“.');
INSERT INTO "answer" VALUES (36, 2, 15, '2018-03-01');
INSERT INTO "answer" VALUES (37, 2, 1, 'Antwort auf „Amt oder Fachbereich“.');
INSERT INTO "answer" VALUES (38, 2, 13, 'agreement');
INSERT INTO "answer" VALUES (39, 2, 7, 'Antwort auf „Kurzbeschreibung“.');
INSERT INTO "answer" VALUES (40, 2, 5, 'Beitrag 1');
INSERT INTO "answer" VALUES (41, 3, 8, 'Antwort auf „Schlagworte“.');
INSERT INTO "answer" VALUES (42, 3, 9, 'Antwort auf „Anlass“.');
INSERT INTO "answer" VALUES (43, 3, 10, 'Antwort auf „Ziel“.');
INSERT INTO "answer" VALUES (44, 3, 11, 'Antwort auf „Umsetzung“.');
INSERT INTO "answer" VALUES (45, 3, 12, 'Antwort auf „Finanzierung“.');
INSERT INTO "answer" VALUES (46, 3, 16, 'Antwort auf „Gewinn der Kooperation“.');
INSERT INTO "answer" VALUES (47, 3, 17, 'Antwort auf „Grad der Innovation der Kooperation“.');
INSERT INTO "answer" VALUES (48, 3, 18, 'Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“.');
INSERT INTO "answer" VALUES (49, 3, 19, 'yes');
INSERT INTO "answer" VALUES (50, 3, 20, 'yes');
INSERT INTO "answer" VALUES (51, 3, 21, 'yes');
INSERT INTO "answer" VALUES (52, 3, 6, 'pflichtaufgaben');
INSERT INTO "answer" VALUES (53, 3, 3, 'kim.beispiel@bocholt.example');
INSERT INTO "answer" VALUES (54, 3, 2, 'Antwort auf „Ansprechperson“.');
INSERT INTO "answer" VALUES (55, 3, 4, 'Antwort auf „Telefonnummer“.');
INSERT INTO "answer" VALUES (56, 3, 15, '2018-03-01');
INSERT INTO "answer" VALUES (57, 3, 1, 'Antwort auf „Amt oder Fachbereich“.');
INSERT INTO "answer" VALUES (58, 3, 13, 'agreement');
INSERT INTO "answer" VALUES (59, 3, 7, 'Antwort auf „Kurzbeschreibung“.');
INSERT INTO "answer" VALUES (60, 3, 5, 'Beitrag 2');
CREATE TABLE assignment (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id) ON DELETE CASCADE, 
	CONSTRAINT fk_assignment_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE, 
	CONSTRAINT uq_assignment_juror_id_entry_id UNIQUE (juror_id, entry_id)
);
INSERT INTO "assignment" VALUES (1, 5, 3);
CREATE TABLE assignment_plan (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	sheets INTEGER, 
	decided_at DATETIME NOT NULL, settled_stand_in INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_assignment_plan PRIMARY KEY (id), 
	CONSTRAINT ck_assignment_plan_sheets_positive CHECK (sheets >= 1), 
	CONSTRAINT fk_assignment_plan_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_assignment_plan_edition_id UNIQUE (edition_id), 
	CONSTRAINT ck_assignment_plan_assignment_mode CHECK (mode IN ('all', 'categories', 'fixed'))
);
INSERT INTO "assignment_plan" VALUES (1, 1, 'all', NULL, '2026-03-01 10:00:00.000000', 1);
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	entry_id INTEGER NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	filename VARCHAR(200) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	notice VARCHAR(300) NOT NULL, 
	position INTEGER NOT NULL, 
	created_by INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, sent_sha256 VARCHAR(64) DEFAULT '' NOT NULL, alterations JSON, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_created_by_account FOREIGN KEY(created_by) REFERENCES account (id), 
	CONSTRAINT fk_attachment_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_attachment_sha256_stored_file FOREIGN KEY(sha256) REFERENCES stored_file (sha256), 
	CONSTRAINT uq_attachment_public_id UNIQUE (public_id)
);
INSERT INTO "attachment" VALUES (1, '5634de3cbf36aa17', 3, 'Text', 'Text', '9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265', 'Text', 1, 1, '2026-03-01 10:00:00.000000', 'Text', NULL);
CREATE TABLE attachment_purpose (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	label VARCHAR(160) NOT NULL, 
	help TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_attachment_purpose PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_purpose_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_attachment_purpose_edition_id_key UNIQUE (edition_id, "key")
);
INSERT INTO "attachment_purpose" VALUES (1, 1, 'chief_executive_confirmation', 'Bestätigung der Hauptverwaltungsbeamtin oder des Hauptverwaltungsbeamten', 'Nötig, wenn die Partner keine federführende Kommune bestimmt haben: Bestätigung, dass die zuständigen Gremien aller Partner der Kooperation zugestimmt haben.', 1);
INSERT INTO "attachment_purpose" VALUES (2, 1, 'council_decision', 'Auszug aus der Niederschrift oder Gremienbeschluss', 'Nachweis über den Beschluss eines Rates, Kreistages oder einer Verbandsversammlung.', 2);
INSERT INTO "attachment_purpose" VALUES (3, 1, 'partner_letter', 'Schreiben an die Partner', 'Die Mitteilung im Umlaufverfahren, mit der die Partner über die Teilnahme informiert wurden, mit der Frist zum Widerspruch.', 3);
INSERT INTO "attachment_purpose" VALUES (4, 1, 'illustration', 'Abbildung', 'Ein Foto, eine Karte oder eine Grafik zum Projekt, an der Sie die nötigen Rechte besitzen.', 4);
INSERT INTO "attachment_purpose" VALUES (5, 1, 'publication_picture', 'Bild zur Veröffentlichung', 'Ein Foto, das wir zeigen dürfen, wenn Ihr Beitrag einen Preis erhält. Mit dem Hochladen bestätigen Sie, dass Sie die Rechte haben, abgebildete Personen einverstanden sind und das Bild veröffentlicht werden darf.', 5);
INSERT INTO "attachment_purpose" VALUES (6, 1, 'other', 'Sonstige Anlage', 'Etwa der Vertrag, ein Flyer oder ein Bericht. Was die Jury wissen muss, gehört in die Textfelder.', 6);
CREATE TABLE audit_entry (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	account_id INTEGER, 
	actor_name VARCHAR(200) NOT NULL, 
	action VARCHAR(64) NOT NULL, 
	subject VARCHAR(80) NOT NULL, 
	edition_id INTEGER, 
	old JSON, 
	new JSON, 
	previous_hash VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_audit_entry PRIMARY KEY (id), 
	CONSTRAINT uq_audit_entry_hash UNIQUE (hash)
);
INSERT INTO "audit_entry" VALUES (1, '2026-03-04 09:31:00.000000', 1, 'Toni Tester', 'comparison.open', 'edition:1', 1, 'null', 'null', '0000000000000000000000000000000000000000000000000000000000000000', 'f6a72bc5b8f1c239f8cb5da25da7c1bfa0f97d437ce121411510c68655801082');
INSERT INTO "audit_entry" VALUES (2, '2026-03-04 09:32:00.000000', 4, 'Ben', 'discussion.flag', 'entry:1', 1, 'null', '{"is_flagged": true}', 'f6a72bc5b8f1c239f8cb5da25da7c1bfa0f97d437ce121411510c68655801082', '4f815d16fe2d13507ee39aeab98a13983a9f99c0177e8641e666b685a2a9f24f');
INSERT INTO "audit_entry" VALUES (3, '2026-03-04 09:33:00.000000', 4, 'Ben', 'discussion.post', 'entry:1', 1, 'null', '{"post": "kLAMeZlophMGfd1_"}', '4f815d16fe2d13507ee39aeab98a13983a9f99c0177e8641e666b685a2a9f24f', 'e184d111c6290dfc4b41360540523c75b9b98d7370d171c1f22c9d0dc5ad638a');
INSERT INTO "audit_entry" VALUES (4, '2026-03-04 09:34:00.000000', 4, 'Ben', 'discussion.post', 'entry:1', 1, 'null', '{"post": "SnOZZVzN5d9zUrVk"}', 'e184d111c6290dfc4b41360540523c75b9b98d7370d171c1f22c9d0dc5ad638a', '21a06e979b852869b8e8a21f91fea2462e8f88310ab3831a4d1d3051e5155af2');
INSERT INTO "audit_entry" VALUES (5, '2026-03-04 09:35:00.000000', 4, 'Ben', 'discussion.take_back', 'entry:1', 1, 'null', '{"post": "SnOZZVzN5d9zUrVk"}', '21a06e979b852869b8e8a21f91fea2462e8f88310ab3831a4d1d3051e5155af2', 'd2ecabbf96398b2cee6c593894b0bb61148faa5d2d267a5e64d85f4497eba7ed');
INSERT INTO "audit_entry" VALUES (6, '2026-03-04 09:36:00.000000', 1, 'Toni Tester', 'meeting.open', 'meeting:1', 1, 'null', '{"due_at": "2026-03-06T11:00:00+00:00", "is_written": true}', 'd2ecabbf96398b2cee6c593894b0bb61148faa5d2d267a5e64d85f4497eba7ed', '23133b906f22ca0d147014430ee9bd977785d4207f234f0d6d3e1cdeb9bd654e');
INSERT INTO "audit_entry" VALUES (7, '2026-03-04 09:37:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:1', 1, 'null', '{"kind": "winner", "motion": 1, "number": "L2-001", "secret": false, "text": ""}', '23133b906f22ca0d147014430ee9bd977785d4207f234f0d6d3e1cdeb9bd654e', '82073b8a679fa7c738bf29ad49c04ce089ebe5fda8ee58b7b24d9a6f7f33b956');
INSERT INTO "audit_entry" VALUES (8, '2026-03-04 09:38:00.000000', 5, 'Cleo', 'meeting.vote', 'meeting:1', 1, 'null', '{"choice": "yes", "motion": 1}', '82073b8a679fa7c738bf29ad49c04ce089ebe5fda8ee58b7b24d9a6f7f33b956', '39b4df0a2b3cd7aeb2c70f4799dbcd293149671a087d23b8a5285e0890d456fb');
INSERT INTO "audit_entry" VALUES (9, '2026-03-04 09:39:00.000000', 4, 'Ben', 'meeting.object', 'meeting:1', 1, 'null', '{"juror": 2, "reason": "Das geh\u00f6rt an einen Tisch.", "undecided": [1]}', '39b4df0a2b3cd7aeb2c70f4799dbcd293149671a087d23b8a5285e0890d456fb', 'd33eb581047aefe5f8fb52b2bfdb4ab7639ddbda2dbe604c3f15e7b1522fbe35');
INSERT INTO "audit_entry" VALUES (10, '2026-03-04 09:40:00.000000', 1, 'Toni Tester', 'meeting.open', 'meeting:2', 1, 'null', '{"is_written": false}', 'd33eb581047aefe5f8fb52b2bfdb4ab7639ddbda2dbe604c3f15e7b1522fbe35', 'a9a1f563a8173179ee25db8d7de9e9305aeefd0bead9f6a219e6ebf370c47120');
INSERT INTO "audit_entry" VALUES (11, '2026-03-04 09:41:00.000000', 1, 'Toni Tester', 'meeting.presence', 'meeting:2', 1, 'null', '{"came": ["Ada", "Ben", "Cleo", "Dora", "Emil"], "went": []}', 'a9a1f563a8173179ee25db8d7de9e9305aeefd0bead9f6a219e6ebf370c47120', 'dedd449278eec05dde0ed76edd13266f26d5a1136a30849c09e15ea8b7e59f8b');
INSERT INTO "audit_entry" VALUES (12, '2026-03-04 09:42:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "commendation", "motion": 2, "number": "L2-002", "secret": false, "text": ""}', 'dedd449278eec05dde0ed76edd13266f26d5a1136a30849c09e15ea8b7e59f8b', 'ca6c65b8d3fe03a6989ae555a444fb4164389bb5d807c41f204a8369eaf35175');
INSERT INTO "audit_entry" VALUES (13, '2026-03-04 09:43:00.000000', 1, 'Toni Tester', 'meeting.record', 'meeting:2', 1, 'null', '{"motion": 2, "votes": {"1": "no", "2": "no", "3": "no", "4": "yes"}}', 'ca6c65b8d3fe03a6989ae555a444fb4164389bb5d807c41f204a8369eaf35175', '55919b0600768f650828bea2e4899eabaa3265c6c0d598db3d821be4f703cf30');
INSERT INTO "audit_entry" VALUES (14, '2026-03-04 09:44:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 0, "entitled": 5, "motion": 2, "needed": 3, "no": 3, "outcome": "rejected", "present": 5, "yes": 1}', '55919b0600768f650828bea2e4899eabaa3265c6c0d598db3d821be4f703cf30', '260be969ab47da2d23a682b26686b46973cd49255a702eb6deabca3c148bc83a');
INSERT INTO "audit_entry" VALUES (15, '2026-03-04 09:45:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "other", "motion": 3, "number": null, "secret": false, "text": "Die Jury dankt."}', '260be969ab47da2d23a682b26686b46973cd49255a702eb6deabca3c148bc83a', '5d88fb0aa1dcd36fe2e5863f0c720be2b7d5c310da7fc3fb52b96565304c1af3');
INSERT INTO "audit_entry" VALUES (16, '2026-03-04 09:46:00.000000', 1, 'Toni Tester', 'meeting.record', 'meeting:2', 1, 'null', '{"motion": 3, "votes": {"1": "yes", "2": "yes", "3": "no", "4": "no", "5": "abstain"}}', '5d88fb0aa1dcd36fe2e5863f0c720be2b7d5c310da7fc3fb52b96565304c1af3', '41fc9d4c5f93a81381a4e711fc4006f8704c92ff0231dc6300fc38f0fa2413a4');
INSERT INTO "audit_entry" VALUES (17, '2026-03-04 09:47:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 1, "entitled": 5, "motion": 3, "needed": 3, "no": 2, "outcome": "carried", "present": 5, "yes": 2}', '41fc9d4c5f93a81381a4e711fc4006f8704c92ff0231dc6300fc38f0fa2413a4', '55ebda792660c2a063410ac1e06d5d337b7517ccd05515e40e684a1cd5baf760');
INSERT INTO "audit_entry" VALUES (18, '2026-03-04 09:48:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "commendation", "motion": 4, "number": "L2-002", "secret": true, "text": ""}', '55ebda792660c2a063410ac1e06d5d337b7517ccd05515e40e684a1cd5baf760', '702b13662a0c591b5c81cc8f9d2569c07d440bd7aee0dc6b1d94fc5f681ac88f');
INSERT INTO "audit_entry" VALUES (19, '2026-03-04 09:49:00.000000', 3, 'Ada', 'meeting.vote', 'meeting:2', 1, 'null', '{"motion": 4}', '702b13662a0c591b5c81cc8f9d2569c07d440bd7aee0dc6b1d94fc5f681ac88f', '96271eb18bf037e9a597bda1f6a599f225315d271870c6d61d5f2fbc99dbcfaf');
INSERT INTO "audit_entry" VALUES (20, '2026-03-04 09:50:00.000000', 4, 'Ben', 'meeting.vote', 'meeting:2', 1, 'null', '{"motion": 4}', '96271eb18bf037e9a597bda1f6a599f225315d271870c6d61d5f2fbc99dbcfaf', '72577ddfc4e8d96a9471b3956a0a6a7be301a716d83c44bb0bd20698bafd6009');
INSERT INTO "audit_entry" VALUES (21, '2026-03-04 09:51:00.000000', 5, 'Cleo', 'meeting.vote', 'meeting:2', 1, 'null', '{"motion": 4}', '72577ddfc4e8d96a9471b3956a0a6a7be301a716d83c44bb0bd20698bafd6009', 'e3aa4ca4b82cf1335fdf02569e4887b82996c4dc04411fc159211da1f449389e');
INSERT INTO "audit_entry" VALUES (22, '2026-03-04 09:52:00.000000', 6, 'Dora', 'meeting.vote', 'meeting:2', 1, 'null', '{"motion": 4}', 'e3aa4ca4b82cf1335fdf02569e4887b82996c4dc04411fc159211da1f449389e', '5a6b1ab2040d8e34493417fbd611aebffd6a80a6e76bd5e775699ceee1193fcd');
INSERT INTO "audit_entry" VALUES (23, '2026-03-04 09:53:00.000000', 7, 'Emil', 'meeting.vote', 'meeting:2', 1, 'null', '{"motion": 4}', '5a6b1ab2040d8e34493417fbd611aebffd6a80a6e76bd5e775699ceee1193fcd', 'c410a2ff4682201e809cf9f3b8c4b3dee5a59ee6a476f248b65b8100812e56eb');
INSERT INTO "audit_entry" VALUES (24, '2026-03-04 09:54:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 1, "entitled": 5, "motion": 4, "needed": 3, "no": 1, "outcome": "carried", "present": 5, "yes": 3}', 'c410a2ff4682201e809cf9f3b8c4b3dee5a59ee6a476f248b65b8100812e56eb', '94936489e7ac9ba90c18ed03dbbfee7845038eb6e651bc76914c3d2bddfa4cbe');
INSERT INTO "audit_entry" VALUES (25, '2026-03-04 09:55:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "winner", "motion": 5, "number": "L2-001", "secret": false, "text": ""}', '94936489e7ac9ba90c18ed03dbbfee7845038eb6e651bc76914c3d2bddfa4cbe', '0b786957fe46aa846e70c05995094734784a83e8a0e50fd068c4c5656b920242');
INSERT INTO "audit_entry" VALUES (26, '2026-03-04 09:56:00.000000', 1, 'Toni Tester', 'meeting.record', 'meeting:2', 1, 'null', '{"motion": 5, "votes": {"1": "yes", "2": "yes", "3": "yes", "4": "yes", "5": "yes"}}', '0b786957fe46aa846e70c05995094734784a83e8a0e50fd068c4c5656b920242', '3f0766ca0eb5c87da13ade678a6692986267a09e9a26100d627a0596fbf6047f');
INSERT INTO "audit_entry" VALUES (27, '2026-03-04 09:57:00.000000', 1, 'Toni Tester', 'meeting.presence', 'meeting:2', 1, 'null', '{"came": [], "went": ["Cleo", "Dora", "Emil"]}', '3f0766ca0eb5c87da13ade678a6692986267a09e9a26100d627a0596fbf6047f', 'c51128c99b0ac9980ea19762dcdfb48417c51e1913e1d971aedf46e224397457');
INSERT INTO "audit_entry" VALUES (28, '2026-03-04 09:58:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 0, "entitled": 5, "motion": 5, "needed": 3, "no": 0, "outcome": "no_quorum", "present": 2, "yes": 2}', 'c51128c99b0ac9980ea19762dcdfb48417c51e1913e1d971aedf46e224397457', '7419f08c438b3a1d9b2bbfb008a6f2efe73e52578ae621d4f3e31bb69bd42133');
INSERT INTO "audit_entry" VALUES (29, '2026-03-04 09:59:00.000000', 1, 'Toni Tester', 'meeting.presence', 'meeting:2', 1, 'null', '{"came": ["Cleo", "Dora", "Emil"], "went": []}', '7419f08c438b3a1d9b2bbfb008a6f2efe73e52578ae621d4f3e31bb69bd42133', 'ced20e0c9439abadbd8022c2a387a4d8cf6638cb6ef8ea7058c54ceb0adf1bd6');
INSERT INTO "audit_entry" VALUES (30, '2026-03-04 10:00:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "winner", "motion": 6, "number": "L2-001", "secret": false, "text": ""}', 'ced20e0c9439abadbd8022c2a387a4d8cf6638cb6ef8ea7058c54ceb0adf1bd6', '07b051620d3929b846bbff54ee357bf186079b61ad65a724bf693f2cbbec7c8f');
INSERT INTO "audit_entry" VALUES (31, '2026-03-04 10:01:00.000000', 1, 'Toni Tester', 'meeting.record', 'meeting:2', 1, 'null', '{"motion": 6, "votes": {"1": "yes", "2": "yes", "3": "yes", "4": "yes", "5": "yes"}}', '07b051620d3929b846bbff54ee357bf186079b61ad65a724bf693f2cbbec7c8f', 'fe38c53391b1d6dc3f360c746b8721704b9168a3d0c4e85a05a73c79e382110e');
INSERT INTO "audit_entry" VALUES (32, '2026-03-04 10:02:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 0, "entitled": 5, "motion": 6, "needed": 3, "no": 0, "outcome": "carried", "present": 5, "yes": 5}', 'fe38c53391b1d6dc3f360c746b8721704b9168a3d0c4e85a05a73c79e382110e', '24701301a5e0990ed1aae6cf7a05a51f92cca92ed95bbe24f35bda335768db39');
INSERT INTO "audit_entry" VALUES (33, '2026-03-04 10:03:00.000000', 1, 'Toni Tester', 'meeting.propose', 'meeting:2', 1, 'null', '{"kind": "winner", "motion": 7, "number": "L2-002", "secret": false, "text": ""}', '24701301a5e0990ed1aae6cf7a05a51f92cca92ed95bbe24f35bda335768db39', '87cd934175cc0eb4bfb1ca649d92dfde6b6d580deb6e2e32eae8080abc166b5f');
INSERT INTO "audit_entry" VALUES (34, '2026-03-04 10:04:00.000000', 1, 'Toni Tester', 'meeting.record', 'meeting:2', 1, 'null', '{"motion": 7, "votes": {"1": "yes", "2": "yes", "3": "yes", "4": "yes", "5": "yes"}}', '87cd934175cc0eb4bfb1ca649d92dfde6b6d580deb6e2e32eae8080abc166b5f', '5c01ed2e1c2d98d8f69e1be7a764796ecd6a31dfeb05c5895ab381cdc14d4c66');
INSERT INTO "audit_entry" VALUES (35, '2026-03-04 10:05:00.000000', 1, 'Toni Tester', 'meeting.count', 'meeting:2', 1, 'null', '{"abstain": 0, "entitled": 5, "motion": 7, "needed": 3, "no": 0, "outcome": "carried", "present": 5, "yes": 5}', '5c01ed2e1c2d98d8f69e1be7a764796ecd6a31dfeb05c5895ab381cdc14d4c66', 'c60ef763a212e203a21fb1ab2335dbc7130a91133918edabebdc5255ec5a68be');
INSERT INTO "audit_entry" VALUES (36, '2026-03-04 10:06:00.000000', 1, 'Toni Tester', 'meeting.close', 'meeting:2', 1, 'null', 'null', 'c60ef763a212e203a21fb1ab2335dbc7130a91133918edabebdc5255ec5a68be', '84094c462a140aaf2933fad447ffb31fa8def8336b217fa3e3983752f3a13dee');
INSERT INTO "audit_entry" VALUES (37, '2026-03-04 10:07:00.000000', 1, 'Toni Tester', 'decision.record', 'category:1', 1, 'null', '{"is_off_rank": true, "motion": 7, "public_text": "Vorbilder f\u00fcr alle.", "rank": 1, "reason": "Die Jury war sich nach langer Beratung einig, dass beide Beitr\u00e4ge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beitr\u00e4ge den Preis verdienen.", "shared_with": ["7jntSUBasITmtLqR"], "vote": "carried", "winner": "XBQaax5cGksumpYQ"}', '84094c462a140aaf2933fad447ffb31fa8def8336b217fa3e3983752f3a13dee', '94c900c239147c53ea577f10a5e27d7d197766752a6a6313aa2305ff95734ca4');
INSERT INTO "audit_entry" VALUES (38, '2026-03-04 10:08:00.000000', 1, 'Toni Tester', 'seal.seal', 'edition:1', 1, 'null', '{"content_sha256": "118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2", "role": "organiser"}', '94c900c239147c53ea577f10a5e27d7d197766752a6a6313aa2305ff95734ca4', '51b54761100c62a6b1dce621e57e592fa56904322cd4a82397d638993555d71e');
INSERT INTO "audit_entry" VALUES (39, '2026-03-04 10:09:00.000000', 3, 'Ada', 'seal.seal', 'edition:1', 1, 'null', '{"content_sha256": "118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2", "role": "chair"}', '51b54761100c62a6b1dce621e57e592fa56904322cd4a82397d638993555d71e', '61c9b99afa6581f6bacf6522d9bbb586fd2e05853a9f68cace1ec5b0401820ba');
INSERT INTO "audit_entry" VALUES (40, '2026-03-04 10:09:00.000000', 3, 'Ada', 'seal.seal', 'edition:1', 1, 'null', '{"sha256": "0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3", "version": 1}', '61c9b99afa6581f6bacf6522d9bbb586fd2e05853a9f68cace1ec5b0401820ba', '96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0');
INSERT INTO "audit_entry" VALUES (41, '2026-03-04 10:10:00.000000', 1, 'Toni Tester', 'seal.reopen', 'edition:1', 1, 'null', '{"content_sha256": "0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3", "reason": "Ein Bogen wurde nach der Sitzung als unvollst\u00e4ndig erkannt.", "role": "organiser"}', '96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0', 'f1b10711de0c2a6036deccfc5b7a8baf0e663eb368ef44568c4aaa28f43cc2ba');
INSERT INTO "audit_entry" VALUES (42, '2026-03-04 10:11:00.000000', 3, 'Ada', 'seal.reopen', 'edition:1', 1, 'null', '{"content_sha256": "0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3", "reason": "Ein Bogen wurde nach der Sitzung als unvollst\u00e4ndig erkannt.", "role": "chair"}', 'f1b10711de0c2a6036deccfc5b7a8baf0e663eb368ef44568c4aaa28f43cc2ba', '9c1c393b01984864d8c3e655ae26f7f5d6d628d79abe5373320bcfb1ab337c5e');
INSERT INTO "audit_entry" VALUES (43, '2026-03-04 10:12:00.000000', 1, 'Toni Tester', 'seal.seal', 'edition:1', 1, 'null', '{"content_sha256": "118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2", "role": "organiser"}', '9c1c393b01984864d8c3e655ae26f7f5d6d628d79abe5373320bcfb1ab337c5e', '288319d6c010df702d6ae56b14796e6c4668083784ed7683cc36c1e8d9d74236');
INSERT INTO "audit_entry" VALUES (44, '2026-03-04 10:13:00.000000', 3, 'Ada', 'seal.seal', 'edition:1', 1, 'null', '{"content_sha256": "118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2", "role": "chair"}', '288319d6c010df702d6ae56b14796e6c4668083784ed7683cc36c1e8d9d74236', 'a74c1eb5730d95a066dd43e6a67a09e8729f1e3fb8e121a8d9292ed6b0046a34');
INSERT INTO "audit_entry" VALUES (45, '2026-03-04 10:13:00.000000', 3, 'Ada', 'seal.seal', 'edition:1', 1, 'null', '{"sha256": "5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206", "version": 2}', 'a74c1eb5730d95a066dd43e6a67a09e8729f1e3fb8e121a8d9292ed6b0046a34', '1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc');
CREATE TABLE audit_head (
	id INTEGER NOT NULL, 
	length INTEGER NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_audit_head PRIMARY KEY (id), 
	CONSTRAINT ck_audit_head_one_row CHECK (id = 1)
);
INSERT INTO "audit_head" VALUES (1, 45, '1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc');
CREATE TABLE backup_record (
	id INTEGER NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME NOT NULL, 
	files INTEGER NOT NULL, 
	database_bytes BIGINT NOT NULL, 
	verified_at DATETIME, 
	CONSTRAINT pk_backup_record PRIMARY KEY (id)
);
INSERT INTO "backup_record" VALUES (1, 'Text', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000', 1, 1, NULL);
CREATE TABLE ballot (
	id INTEGER NOT NULL, 
	motion_id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	choice VARCHAR(32), 
	recorded_by INTEGER NOT NULL, 
	cast_at DATETIME NOT NULL, 
	CONSTRAINT pk_ballot PRIMARY KEY (id), 
	CONSTRAINT fk_ballot_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_ballot_motion_id_motion FOREIGN KEY(motion_id) REFERENCES motion (id), 
	CONSTRAINT fk_ballot_recorded_by_account FOREIGN KEY(recorded_by) REFERENCES account (id), 
	CONSTRAINT uq_ballot_motion_id_juror_id UNIQUE (motion_id, juror_id), 
	CONSTRAINT ck_ballot_ballot_choice CHECK (choice IN ('yes', 'no', 'abstain'))
);
INSERT INTO "ballot" VALUES (1, 1, 3, 'yes', 5, '2026-03-04 09:38:00.000000');
INSERT INTO "ballot" VALUES (2, 2, 1, 'no', 1, '2026-03-04 09:43:00.000000');
INSERT INTO "ballot" VALUES (3, 2, 2, 'no', 1, '2026-03-04 09:43:00.000000');
INSERT INTO "ballot" VALUES (4, 2, 3, 'no', 1, '2026-03-04 09:43:00.000000');
INSERT INTO "ballot" VALUES (5, 2, 4, 'yes', 1, '2026-03-04 09:43:00.000000');
INSERT INTO "ballot" VALUES (6, 3, 1, 'yes', 1, '2026-03-04 09:46:00.000000');
INSERT INTO "ballot" VALUES (7, 3, 2, 'yes', 1, '2026-03-04 09:46:00.000000');
INSERT INTO "ballot" VALUES (8, 3, 3, 'no', 1, '2026-03-04 09:46:00.000000');
INSERT INTO "ballot" VALUES (9, 3, 4, 'no', 1, '2026-03-04 09:46:00.000000');
INSERT INTO "ballot" VALUES (10, 3, 5, 'abstain', 1, '2026-03-04 09:46:00.000000');
INSERT INTO "ballot" VALUES (11, 4, 1, NULL, 3, '2026-03-04 09:49:00.000000');
INSERT INTO "ballot" VALUES (12, 4, 2, NULL, 4, '2026-03-04 09:50:00.000000');
INSERT INTO "ballot" VALUES (13, 4, 3, NULL, 5, '2026-03-04 09:51:00.000000');
INSERT INTO "ballot" VALUES (14, 4, 4, NULL, 6, '2026-03-04 09:52:00.000000');
INSERT INTO "ballot" VALUES (15, 4, 5, NULL, 7, '2026-03-04 09:53:00.000000');
INSERT INTO "ballot" VALUES (16, 5, 1, 'yes', 1, '2026-03-04 09:56:00.000000');
INSERT INTO "ballot" VALUES (17, 5, 2, 'yes', 1, '2026-03-04 09:56:00.000000');
INSERT INTO "ballot" VALUES (18, 5, 3, 'yes', 1, '2026-03-04 09:56:00.000000');
INSERT INTO "ballot" VALUES (19, 5, 4, 'yes', 1, '2026-03-04 09:56:00.000000');
INSERT INTO "ballot" VALUES (20, 5, 5, 'yes', 1, '2026-03-04 09:56:00.000000');
INSERT INTO "ballot" VALUES (21, 6, 1, 'yes', 1, '2026-03-04 10:01:00.000000');
INSERT INTO "ballot" VALUES (22, 6, 2, 'yes', 1, '2026-03-04 10:01:00.000000');
INSERT INTO "ballot" VALUES (23, 6, 3, 'yes', 1, '2026-03-04 10:01:00.000000');
INSERT INTO "ballot" VALUES (24, 6, 4, 'yes', 1, '2026-03-04 10:01:00.000000');
INSERT INTO "ballot" VALUES (25, 6, 5, 'yes', 1, '2026-03-04 10:01:00.000000');
INSERT INTO "ballot" VALUES (26, 7, 1, 'yes', 1, '2026-03-04 10:04:00.000000');
INSERT INTO "ballot" VALUES (27, 7, 2, 'yes', 1, '2026-03-04 10:04:00.000000');
INSERT INTO "ballot" VALUES (28, 7, 3, 'yes', 1, '2026-03-04 10:04:00.000000');
INSERT INTO "ballot" VALUES (29, 7, 4, 'yes', 1, '2026-03-04 10:04:00.000000');
INSERT INTO "ballot" VALUES (30, 7, 5, 'yes', 1, '2026-03-04 10:04:00.000000');
CREATE TABLE body_member (
	body_key VARCHAR(12) NOT NULL, 
	member_key VARCHAR(12) NOT NULL, 
	CONSTRAINT pk_body_member PRIMARY KEY (body_key, member_key), 
	CONSTRAINT fk_body_member_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_body_member_member_key_register_body FOREIGN KEY(member_key) REFERENCES register_body ("key")
);
INSERT INTO "body_member" VALUES ('05111000', '05111000');
CREATE TABLE browser_session (
	token_hash VARCHAR(64) NOT NULL, 
	account_id VARCHAR(64), 
	data TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_browser_session PRIMARY KEY (token_hash)
);
INSERT INTO "browser_session" VALUES ('Text', NULL, '{}', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000');
CREATE TABLE category (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	name VARCHAR(160) NOT NULL, 
	description TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	prize_euro INTEGER NOT NULL, 
	is_special BOOLEAN NOT NULL, 
	CONSTRAINT pk_category PRIMARY KEY (id), 
	CONSTRAINT ck_category_prize_not_negative CHECK (prize_euro >= 0), 
	CONSTRAINT fk_category_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_category_edition_id_key UNIQUE (edition_id, "key")
);
INSERT INTO "category" VALUES (1, 1, 'pflichtaufgaben', 'Kommunale Pflichtaufgaben und Innere Verwaltung', 'Gemeinsame Erledigung von Pflichtaufgaben und internen Diensten: zum Beispiel Personal, Vergabe, Kasse, Informationstechnik, Standesamt, Bauaufsicht oder Rechnungsprüfung.', 1, 10000, 0);
INSERT INTO "category" VALUES (2, 1, 'vernetzung', 'Informationsaustausch und Vernetzung', 'Kooperationen, die Wissen, Daten und Erfahrung zwischen Kommunen verfügbar machen: Netzwerke, gemeinsame Plattformen, abgestimmte Verfahren und Standards.', 2, 10000, 0);
INSERT INTO "category" VALUES (3, 1, 'wirtschaft-kultur', 'Wirtschaftsförderung, Tourismus und Kultur', 'Zusammenarbeit zugunsten von Betrieben, Fachkräften, Gästen und Kulturangeboten, die an der Gemeindegrenze nicht endet.', 3, 10000, 0);
INSERT INTO "category" VALUES (4, 1, 'umwelt-planung', 'Umwelt, Planung und Infrastruktur', 'Gemeinsame Vorhaben in Klimaschutz und Klimaanpassung, Wasser, Abfall, Energie, Mobilität, Flächenentwicklung und technischer Infrastruktur.', 4, 10000, 0);
INSERT INTO "category" VALUES (5, 1, 'krise', 'Interkommunale Zusammenarbeit in der Krisenbewältigung', 'Gegenseitige Hilfe und gemeinsame Vorsorge für Krisen, etwa Hochwasser und Starkregen oder der Ausfall von Strom und Informationstechnik.', 5, 10000, 1);
INSERT INTO "category" VALUES (6, 1, 'shared-service-center', 'Shared Service Center', 'Einrichtungen, in denen mehrere Kommunen gleichartige Leistungen dauerhaft an einer Stelle bündeln und füreinander erbringen.', 6, 10000, 1);
CREATE TABLE co_winner (
	id INTEGER NOT NULL, 
	decision_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	CONSTRAINT pk_co_winner PRIMARY KEY (id), 
	CONSTRAINT fk_co_winner_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id), 
	CONSTRAINT fk_co_winner_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_co_winner_entry_id UNIQUE (entry_id)
);
INSERT INTO "co_winner" VALUES (1, 1, 2);
CREATE TABLE comparison_opening (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	opened_by INTEGER NOT NULL, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT pk_comparison_opening PRIMARY KEY (id), 
	CONSTRAINT fk_comparison_opening_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_comparison_opening_opened_by_account FOREIGN KEY(opened_by) REFERENCES account (id)
);
INSERT INTO "comparison_opening" VALUES (1, 1, 1, '2026-03-04 09:31:00.000000');
CREATE TABLE confidentiality_acceptance (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	text_id INTEGER NOT NULL, 
	accepted_at DATETIME NOT NULL, 
	CONSTRAINT pk_confidentiality_acceptance PRIMARY KEY (id), 
	CONSTRAINT fk_confidentiality_acceptance_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_confidentiality_acceptance_text_id_edition_text FOREIGN KEY(text_id) REFERENCES edition_text (id), 
	CONSTRAINT uq_confidentiality_acceptance_juror_id_text_id UNIQUE (juror_id, text_id)
);
INSERT INTO "confidentiality_acceptance" VALUES (1, 1, 3, '2026-03-04 09:30:00.000000');
INSERT INTO "confidentiality_acceptance" VALUES (2, 2, 3, '2026-03-04 09:30:00.000000');
INSERT INTO "confidentiality_acceptance" VALUES (3, 3, 3, '2026-03-04 09:30:00.000000');
INSERT INTO "confidentiality_acceptance" VALUES (4, 4, 3, '2026-03-04 09:30:00.000000');
INSERT INTO "confidentiality_acceptance" VALUES (5, 5, 3, '2026-03-04 09:30:00.000000');
CREATE TABLE criterion (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	category_id INTEGER, 
	"key" VARCHAR(40) NOT NULL, 
	name VARCHAR(160) NOT NULL, 
	description TEXT NOT NULL, 
	weight INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_criterion PRIMARY KEY (id), 
	CONSTRAINT ck_criterion_weight_positive CHECK (weight > 0), 
	CONSTRAINT fk_criterion_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_criterion_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_criterion_edition_id_category_id_key UNIQUE (edition_id, category_id, "key")
);
INSERT INTO "criterion" VALUES (1, 1, NULL, 'benefit', 'Gewinn der Kooperation', 'Was die Zusammenarbeit den Beteiligten und den Menschen vor Ort bringt: eingesparte Mittel und Stellenanteile, schnellere Verfahren oder eine Qualität der Leistung, die keiner der Partner allein erreicht hätte. Belegte Wirkungen zählen mehr als erwartete.', 40, 1);
INSERT INTO "criterion" VALUES (2, 1, NULL, 'innovation', 'Grad der Innovation der Kooperation', 'Wie neu Ziel, Form oder Zusammensetzung der Zusammenarbeit sind, anspruchsvolle digitale Ansätze eingeschlossen. Gesucht werden Muster der Kooperation, die noch wenig bekannt sind und sich verbreiten lassen.', 30, 2);
INSERT INTO "criterion" VALUES (3, 1, NULL, 'sustainability', 'Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit', 'Ob die Zusammenarbeit auf Dauer angelegt ist, im Alltag trägt, von Verwaltung, Politik und Öffentlichkeit angenommen wird und mit Mitteln, Umwelt und Personal verantwortlich umgeht.', 30, 3);
CREATE TABLE deadline_extension (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	lead_key VARCHAR(12), 
	old_deadline_at DATETIME NOT NULL, 
	new_deadline_at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	decided_by INTEGER NOT NULL, 
	decided_at DATETIME NOT NULL, 
	CONSTRAINT pk_deadline_extension PRIMARY KEY (id), 
	CONSTRAINT ck_deadline_extension_gives_time CHECK (new_deadline_at > old_deadline_at), 
	CONSTRAINT ck_deadline_extension_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_deadline_extension_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_deadline_extension_lead_key_register_body FOREIGN KEY(lead_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_deadline_extension_decided_by_account FOREIGN KEY(decided_by) REFERENCES account (id)
);
INSERT INTO "deadline_extension" VALUES (1, 1, '05111000', '2026-02-01 10:00:00.000000', '2026-03-01 10:00:00.000000', 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	entry_id INTEGER, 
	reason TEXT NOT NULL, 
	public_text TEXT NOT NULL, 
	decided_by INTEGER NOT NULL, 
	decided_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, vote_standing VARCHAR(32) CONSTRAINT ck_decision_standing CHECK (vote_standing IN ('carried', 'none', 'otherwise', 'no_quorum', 'tied', 'rejected', 'open')), motion_id INTEGER CONSTRAINT fk_decision_motion_id_motion REFERENCES motion (id), 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_decision_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_decision_decided_by_account FOREIGN KEY(decided_by) REFERENCES account (id), 
	CONSTRAINT fk_decision_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_decision_category_id UNIQUE (category_id)
);
INSERT INTO "decision" VALUES (1, 1, 1, 'Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen.', 'Vorbilder für alle.', 1, '2026-03-04 10:07:00.000000', 1, 'carried', 7);
CREATE TABLE deputyship (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	deputy_id INTEGER NOT NULL, 
	body_key VARCHAR(12) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	created_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	ended_by INTEGER, 
	CONSTRAINT pk_deputyship PRIMARY KEY (id), 
	CONSTRAINT ck_deputyship_two_people CHECK (account_id <> deputy_id), 
	CONSTRAINT ck_deputyship_days_in_order CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_deputyship_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL)), 
	CONSTRAINT fk_deputyship_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_deputyship_deputy_id_account FOREIGN KEY(deputy_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_deputyship_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_deputyship_ended_by_account FOREIGN KEY(ended_by) REFERENCES account (id)
);
INSERT INTO "deputyship" VALUES (1, 1, 2, '05111000', '2026-03-01', '2026-03-01', '2026-03-01 10:00:00.000000', NULL, NULL);
CREATE TABLE discussion_flag (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	flagged_at DATETIME NOT NULL, 
	CONSTRAINT pk_discussion_flag PRIMARY KEY (id), 
	CONSTRAINT fk_discussion_flag_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_discussion_flag_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT uq_discussion_flag_entry_id_juror_id UNIQUE (entry_id, juror_id)
);
INSERT INTO "discussion_flag" VALUES (1, 1, 2, '2026-03-04 09:32:00.000000');
CREATE TABLE discussion_post (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	entry_id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	posted_at DATETIME NOT NULL, 
	taken_back_at DATETIME, 
	CONSTRAINT pk_discussion_post PRIMARY KEY (id), 
	CONSTRAINT ck_discussion_post_has_text CHECK (text <> ''), 
	CONSTRAINT fk_discussion_post_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_discussion_post_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT uq_discussion_post_public_id UNIQUE (public_id)
);
INSERT INTO "discussion_post" VALUES (1, 'kLAMeZlophMGfd1_', 1, 2, 'Dazu möchte ich etwas sagen.', '2026-03-04 09:33:00.000000', NULL);
INSERT INTO "discussion_post" VALUES (2, 'SnOZZVzN5d9zUrVk', 1, 2, 'Das nehme ich zurück.', '2026-03-04 09:34:00.000000', '2026-03-04 09:35:00.000000');
CREATE TABLE edition (
	id INTEGER NOT NULL, 
	slug VARCHAR(40) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	organiser VARCHAR(200) NOT NULL, 
	number_prefix VARCHAR(12) NOT NULL, 
	next_number INTEGER NOT NULL, 
	phase VARCHAR(32) NOT NULL, 
	opens_at DATETIME NOT NULL, 
	deadline_at DATETIME NOT NULL, 
	grace_seconds INTEGER NOT NULL, 
	scoring_closes_at DATETIME, 
	published_at DATETIME, 
	scale_minimum INTEGER NOT NULL, 
	scale_maximum INTEGER NOT NULL, 
	scale_step INTEGER NOT NULL, 
	reason_rule VARCHAR(32) NOT NULL, 
	minimum_sheets INTEGER NOT NULL, 
	version INTEGER NOT NULL, objection_days INTEGER DEFAULT '14' NOT NULL, file_megabytes INTEGER DEFAULT '10' NOT NULL, entry_megabytes INTEGER DEFAULT '25' NOT NULL, hides_names BOOLEAN DEFAULT 0 NOT NULL, average VARCHAR(32) DEFAULT 'mean' NOT NULL CONSTRAINT ck_edition_average CHECK (average IN ('mean', 'median')), tie_break JSON DEFAULT '[]' NOT NULL, changes_after_comparison BOOLEAN DEFAULT 0 NOT NULL, allows_shared_prize BOOLEAN DEFAULT 0 NOT NULL, confidentiality_days INTEGER CONSTRAINT ck_edition_confidentiality_days_positive CHECK (confidentiality_days >= 1), quorum VARCHAR(32) DEFAULT 'more_than_half' NOT NULL CONSTRAINT ck_edition_quorum CHECK (quorum IN ('half', 'more_than_half', 'two_thirds', 'all')), quorum_least INTEGER DEFAULT 3 NOT NULL CONSTRAINT ck_edition_quorum_least_positive CHECK (quorum_least >= 1), chair_breaks_ties BOOLEAN DEFAULT 1 NOT NULL, allows_circulation BOOLEAN DEFAULT 1 NOT NULL, needs_vote BOOLEAN DEFAULT 0 NOT NULL, allows_against_vote BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_edition PRIMARY KEY (id), 
	CONSTRAINT ck_edition_grace_not_negative CHECK (grace_seconds >= 0), 
	CONSTRAINT ck_edition_minimum_sheets_positive CHECK (minimum_sheets >= 1), 
	CONSTRAINT ck_edition_opens_before_deadline CHECK (opens_at < deadline_at), 
	CONSTRAINT ck_edition_scale_makes_sense CHECK (scale_minimum < scale_maximum AND scale_step > 0), 
	CONSTRAINT uq_edition_slug UNIQUE (slug), 
	CONSTRAINT ck_edition_phase CHECK (phase IN ('preparation', 'open', 'screening', 'judging', 'deliberation', 'decided', 'published', 'archived')), 
	CONSTRAINT ck_edition_reason_rule CHECK (reason_rule IN ('always', 'extremes', 'never'))
);
INSERT INTO "edition" VALUES (1, 'landespreis-2', '2. Landespreis', 'Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen', 'L2-', 4, 'decided', '2026-02-22 09:30:00.000000', '2026-03-14 09:30:00.000000', 60, NULL, NULL, 0, 1000, 100, 'always', 2, 8, 14, 10, 25, 0, 'mean', '[]', 1, 1, NULL, 'half', 1, 1, 1, 0, 0);
CREATE TABLE edition_text (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_edition_text PRIMARY KEY (id), 
	CONSTRAINT fk_edition_text_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_edition_text_edition_id_key_version UNIQUE (edition_id, "key", version)
);
INSERT INTO "edition_text" VALUES (1, 1, 'introduction', 1, 'Der Landespreis für innovative interkommunale Zusammenarbeit geht in die zweite Runde. Gesucht sind Kooperationen von Städten, Gemeinden und Kreisen, die eine Aufgabe gemeinsam besser lösen als allein und von denen andere lernen können.

Zu den fünf Kategorien der ersten Runde kommt die Sonderkategorie „Shared Service Center“ hinzu. In jeder Kategorie wird ein Preis von 10.000 Euro vergeben, ungeteilt an ein Projekt. Wie die Partner das Preisgeld unter sich aufteilen und wofür sie es verwenden, entscheiden sie selbst.');
INSERT INTO "edition_text" VALUES (2, 1, 'participation', 1, 'Teilnehmen können Kooperationen mit mindestens zwei kommunalen Partnern. Kommunale Partner sind Gemeinden, Städte, Kreise, die Städteregion und die Landschaftsverbände sowie juristische Personen, die von Kommunen gesteuert werden. Auch Partner jenseits der Landesgrenze sind willkommen.

Die Zusammenarbeit muss nach dem 1. September 2016 vertraglich vereinbart worden sein. Sie kann schon laufen oder noch im Aufbau sein; eine frühere Förderung durch Land oder Bund steht der Teilnahme nicht entgegen. Auf die Rechtsform kommt es nicht an, solange die Kommunen eine privatrechtliche Organisation steuern können. Kooperationen von Sparkassen sind ausgeschlossen.

Jede Kommune reicht höchstens einen Beitrag als federführende Kommune ein, kann aber Partnerin in beliebig vielen weiteren sein. Haben die Partner keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune, dass die Gremien aller Partner zugestimmt haben; ein Auszug aus der Niederschrift reicht aus. Die Partner werden im Umlaufverfahren informiert und können innerhalb einer Frist widersprechen.

Beiträge werden ausschließlich über diese Anwendung eingereicht. Maßgeblich ist die Uhrzeit des Eingangs auf dem Server.');
INSERT INTO "edition_text" VALUES (3, 1, 'confidentiality', 1, 'Verschwiegenheit. Ich behandle alles vertraulich, was mir durch meine Tätigkeit in der Jury bekannt wird: den Inhalt der Beiträge, Punkte und Begründungen, den Verlauf der Beratung und die Haltung einzelner Mitglieder. Das gilt auch gegenüber der Stelle, die mich entsandt hat, und besteht nach dem Ende des Verfahrens fort. Unterlagen gebe ich nicht weiter; Ausdrucke und eigene Kopien vernichte ich nach der Preisverleihung. Bis zur Bekanntgabe durch das Kompetenzzentrum äußere ich mich nicht zum Ergebnis.

Unbefangenheit. Für das Verfahren gelten die §§ 20 und 21 des Verwaltungsverfahrensgesetzes für das Land Nordrhein-Westfalen als selbst gesetzte Regel entsprechend. Ich wirke an einem Beitrag nicht mit, wenn ich oder eine mir nahestehende Person daran beteiligt ist, wenn ich bei einem der Partner beschäftigt bin, dessen Organen angehöre oder ihn vertrete, wenn ich in der Sache beraten habe oder wenn das Ergebnis mir einen unmittelbaren Vorteil oder Nachteil bringen kann. Gleiches gilt, wenn ein anderer Grund Misstrauen gegen meine Unparteilichkeit rechtfertigt.

Anzeige. Einen solchen Grund teile ich dem Vorsitz unverzüglich mit, sobald ich ihn erkenne. Die Jury entscheidet dann ohne mich; ich bewerte den betroffenen Beitrag nicht, berate nicht über ihn und sehe seine Bewertungen nicht ein. Im Zweifel zeige ich den Umstand an, statt selbst zu entscheiden.');
INSERT INTO "edition_text" VALUES (4, 1, 'procedure', 1, 'Nach Einsendeschluss prüft das Kompetenzzentrum, ob die Beiträge die Teilnahmebedingungen erfüllen. Zugelassene Beiträge gehen an alle Mitglieder der Jury, die nicht befangen sind.

Jedes Mitglied bewertet jeden Beitrag für sich und vergibt für jedes Kriterium 0 bis 10 ganze Punkte mit einer Begründung. Fünf beschriebene Stufen geben den Punkten eine gemeinsame Bedeutung. Bis zum Abschluss der Bewertung sieht kein Mitglied die Punkte der anderen.

Für jeden Beitrag wird je Kriterium der Mittelwert der abgegebenen Punkte gebildet und mit dem Gewicht des Kriteriums multipliziert: 40 Prozent Gewinn der Kooperation, 30 Prozent Grad der Innovation, 30 Prozent Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit. Ausgeschlossene Mitglieder und Enthaltungen gehen in den Mittelwert nicht ein; sie zählen nicht als null Punkte. Gerechnet wird exakt, gerundet nur für die Anzeige. Beiträge mit gleichem Wert teilen sich einen Rang.

Die Rangfolge ist eine Empfehlung. Über den Preis beschließt die Jury in nicht öffentlicher Sitzung mit einfacher Mehrheit. [Abstimmungsregeln] Ort, Tag, Anwesende und Beschlüsse werden vertraulich niedergeschrieben.');
INSERT INTO "edition_text" VALUES (5, 1, 'assumptions', 1, 'Der Auslober hat nicht alle Einzelheiten des Verfahrens veröffentlicht. Die folgenden Vorgaben sind deshalb Annahmen und können vom Kompetenzzentrum geändert werden.

Die Termine dieser Ausschreibung sind für die Vorführung gewählt. Der Stichtag 1. September 2016 und die übrigen Teilnahmebedingungen sind aus der ersten Ausschreibung übernommen.

Gewichte der Kriterien: 40, 30 und 30 Prozent. Skala: 0 bis 10 Punkte in ganzen Schritten, mit fünf beschriebenen Stufen je Kriterium. Zu jeder Punktzahl gehört eine Begründung. Gewichte, Skala und Stufen sind gesperrt, sobald die erste Bewertung gespeichert ist.

Ein Beitrag gilt als ausreichend bewertet, wenn mindestens zwei Bewertungsbögen vorliegen. Die Regeln der Abstimmung (Beschlussfähigkeit, einfache Mehrheit, Stichentscheid des Vorsitzes, zulässige Enthaltung, schriftlicher Umlauf) und die nicht öffentliche Sitzung folgen Musterregeln vergleichbarer Jurys; es gelten die Werte, die in der Runde eingestellt sind.

Textlängen: 120 Zeichen für den Titel, 200 für kurze Angaben, 1.000 für die Kurzbeschreibung, 2.000 für längere Texte und 5.000 je Kriterium. Die Fragen nach Anlass, Ziel, Umsetzung, Finanzierung und Rechtsform folgen dem Steckbrief der Projektdatenbank; dass sie Pflicht sind, ist eine Annahme, ebenso die Zwecke der Anlagen. Der Einsendeschluss ist auf 23:59 Uhr gesetzt; bis 60 Sekunden danach nimmt der Server einen Beitrag noch an.

Die entsprechende Anwendung der §§ 20 und 21 VwVfG NRW ist eine selbst gesetzte Regel und bedarf der rechtlichen Prüfung.');
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	edition_id INTEGER NOT NULL, 
	category_id INTEGER, 
	lead_key VARCHAR(12) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	number VARCHAR(24), 
	title VARCHAR(200) NOT NULL, 
	created_by INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	submitted_at DATETIME, 
	status_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, amending_since DATETIME, extended_to DATETIME, 
	CONSTRAINT pk_entry PRIMARY KEY (id), 
	CONSTRAINT ck_entry_submitted_has_number CHECK (status = 'draft' OR number IS NOT NULL OR status = 'withdrawn'), 
	CONSTRAINT ck_entry_submitted_has_category CHECK (status IN ('draft', 'withdrawn') OR category_id IS NOT NULL), 
	CONSTRAINT fk_entry_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_entry_created_by_account FOREIGN KEY(created_by) REFERENCES account (id), 
	CONSTRAINT fk_entry_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_entry_lead_key_register_body FOREIGN KEY(lead_key) REFERENCES register_body ("key"), 
	CONSTRAINT uq_entry_edition_id_number UNIQUE (edition_id, number), 
	CONSTRAINT uq_entry_public_id UNIQUE (public_id), 
	CONSTRAINT ck_entry_entry_status CHECK (status IN ('draft', 'submitted', 'returned', 'admitted', 'excluded', 'withdrawn'))
);
INSERT INTO "entry" VALUES (1, 'XBQaax5cGksumpYQ', 1, 1, '05554008', 'admitted', 'L2-001', 'Beitrag 0', 2, '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '', 2, NULL, NULL);
INSERT INTO "entry" VALUES (2, '7jntSUBasITmtLqR', 1, 1, '05554012', 'admitted', 'L2-002', 'Beitrag 1', 2, '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '', 2, NULL, NULL);
INSERT INTO "entry" VALUES (3, '0hv_eOK5dgJtiK62', 1, 1, '05554004', 'admitted', 'L2-003', 'Beitrag 2', 2, '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', '', 2, NULL, NULL);
CREATE TABLE entry_invitation (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	"right" VARCHAR(32) NOT NULL, 
	nonce VARCHAR(32) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	message_id VARCHAR(120) NOT NULL, 
	invited_by INTEGER NOT NULL, 
	sent_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	account_id INTEGER, 
	accepted_at DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT pk_entry_invitation PRIMARY KEY (id), 
	CONSTRAINT ck_entry_invitation_accepted_has_account CHECK ((accepted_at IS NULL) = (account_id IS NULL)), 
	CONSTRAINT ck_entry_invitation_email_is_folded CHECK (email <> '' AND email = lower(email)), 
	CONSTRAINT fk_entry_invitation_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE, 
	CONSTRAINT fk_entry_invitation_invited_by_account FOREIGN KEY(invited_by) REFERENCES account (id), 
	CONSTRAINT fk_entry_invitation_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT uq_entry_invitation_entry_id_email UNIQUE (entry_id, email), 
	CONSTRAINT uq_entry_invitation_entry_id_account_id UNIQUE (entry_id, account_id), 
	CONSTRAINT uq_entry_invitation_token_hash UNIQUE (token_hash), 
	CONSTRAINT ck_entry_invitation_entry_right CHECK ("right" IN ('read', 'edit', 'submit'))
);
INSERT INTO "entry_invitation" VALUES (1, 3, 'gast@bocholt.example', 'read', 'Text', 'a998f0716f620fb1', 'Text', 1, '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000', 1, '2026-03-01 10:00:00.000000', NULL);
CREATE TABLE entry_reminder (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	due_at DATETIME NOT NULL, 
	sent_at DATETIME NOT NULL, 
	CONSTRAINT pk_entry_reminder PRIMARY KEY (id), 
	CONSTRAINT fk_entry_reminder_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE, 
	CONSTRAINT uq_entry_reminder_entry_id_kind_due_at UNIQUE (entry_id, kind, due_at)
);
INSERT INTO "entry_reminder" VALUES (1, 3, 'Text', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000');
CREATE TABLE filled_table (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	juror_id INTEGER NOT NULL, 
	filename VARCHAR(120) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	received_at DATETIME NOT NULL, 
	applied_at DATETIME, 
	CONSTRAINT pk_filled_table PRIMARY KEY (id), 
	CONSTRAINT fk_filled_table_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_filled_table_sha256_stored_file FOREIGN KEY(sha256) REFERENCES stored_file (sha256), 
	CONSTRAINT uq_filled_table_public_id UNIQUE (public_id)
);
INSERT INTO "filled_table" VALUES (1, '9bd27f07652bc76d', 5, 'Text', '9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265', '2026-03-01 10:00:00.000000', NULL);
CREATE TABLE form_step (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	title VARCHAR(120) NOT NULL, 
	introduction TEXT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_form_step PRIMARY KEY (id), 
	CONSTRAINT fk_form_step_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_form_step_edition_id_key UNIQUE (edition_id, "key"), 
	CONSTRAINT ck_form_step_step_kind CHECK (kind IN ('questions', 'partners', 'attachments', 'review'))
);
INSERT INTO "form_step" VALUES (1, 1, 'kontakt', 'Kommune und Kontakt', 'Hier geben Sie an, wer den Beitrag in Ihrer Kommune betreut. Die Angaben dienen Rückfragen des Kompetenzzentrums und werden nicht veröffentlicht.', 'questions', 1);
INSERT INTO "form_step" VALUES (2, 1, 'projekt', 'Projekt', 'Beschreiben Sie das Projekt so, dass es auch versteht, wer Ihre Kommune nicht kennt. Zwischenstände können Sie jederzeit speichern, auch wenn noch Angaben fehlen.', 'questions', 2);
INSERT INTO "form_step" VALUES (3, 1, 'partner', 'Partner', 'Nennen Sie alle Kooperationspartner außer Ihrer eigenen Kommune. Kommunen, Kreise und Landschaftsverbände wählen Sie aus dem Verzeichnis; Partner ohne amtlichen Schlüssel, etwa aus den Niederlanden oder Belgien, tragen Sie mit Namen ein.', 'partners', 3);
INSERT INTO "form_step" VALUES (4, 1, 'kriterien', 'Kriterien', 'Die Jury bewertet jeden Beitrag nach drei Kriterien. Gehen Sie auf jedes gesondert ein; Zahlen und nachprüfbare Beispiele helfen mehr als allgemeine Aussagen.', 'questions', 4);
INSERT INTO "form_step" VALUES (5, 1, 'anlagen', 'Anlagen', 'Anlagen sind freiwillig, soweit nicht eine Bestätigung nötig ist. Ordnen Sie jeder Datei zu, wofür sie gedacht ist.', 'attachments', 5);
INSERT INTO "form_step" VALUES (6, 1, 'pruefen', 'Prüfen und Einreichen', 'Sehen Sie alle Angaben noch einmal durch. Nach dem Einreichen erhalten Sie eine Eingangsbestätigung mit Nummer und Uhrzeit.', 'review', 6);
CREATE TABLE held_upload (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	entry_id INTEGER NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	filename VARCHAR(200) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	sent_sha256 VARCHAR(64) NOT NULL, 
	alterations JSON NOT NULL, 
	notice VARCHAR(300) NOT NULL, 
	created_by INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_held_upload PRIMARY KEY (id), 
	CONSTRAINT fk_held_upload_created_by_account FOREIGN KEY(created_by) REFERENCES account (id), 
	CONSTRAINT fk_held_upload_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE, 
	CONSTRAINT fk_held_upload_sha256_stored_file FOREIGN KEY(sha256) REFERENCES stored_file (sha256), 
	CONSTRAINT uq_held_upload_public_id UNIQUE (public_id), 
	CONSTRAINT uq_held_upload_entry_id_purpose_sha256 UNIQUE (entry_id, purpose, sha256)
);
INSERT INTO "held_upload" VALUES (1, '6baa95edd587bb6b', 3, 'Text', 'Text', '9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265', 'Text', '[]', 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE hint_decision (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	juror_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	hint_reason VARCHAR(32) NOT NULL, 
	body_key VARCHAR(12) NOT NULL, 
	tie_key VARCHAR(12) NOT NULL, 
	tie_kind VARCHAR(32) NOT NULL, 
	outcome VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	decided_at DATETIME NOT NULL, 
	ruling VARCHAR(32), 
	ruling_reason TEXT NOT NULL, 
	ruled_by INTEGER, 
	ruled_at DATETIME, 
	CONSTRAINT pk_hint_decision PRIMARY KEY (id), 
	CONSTRAINT ck_hint_decision_has_reason CHECK (reason <> ''), 
	CONSTRAINT ck_hint_decision_ruling_whole CHECK ((ruling IS NULL) = (ruled_at IS NULL) AND (ruling IS NULL) = (ruled_by IS NULL)), 
	CONSTRAINT ck_hint_decision_ruling_on_denial CHECK (ruling IS NULL OR outcome = 'denied'), 
	CONSTRAINT ck_hint_decision_overruling_has_reason CHECK (ruling IS NULL OR ruling <> 'overruled' OR ruling_reason <> ''), 
	CONSTRAINT fk_hint_decision_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_hint_decision_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_hint_decision_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_hint_decision_tie_key_register_body FOREIGN KEY(tie_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_hint_decision_ruled_by_account FOREIGN KEY(ruled_by) REFERENCES account (id), 
	CONSTRAINT uq_hint_decision_public_id UNIQUE (public_id), 
	CONSTRAINT uq_hint_decision_juror_id_entry_id_hint_reason_body_key_tie_key_tie_kind UNIQUE (juror_id, entry_id, hint_reason, body_key, tie_key, tie_kind), 
	CONSTRAINT ck_hint_decision_hint_reason CHECK (hint_reason IN ('own_lead', 'own_partner', 'same_district')), 
	CONSTRAINT ck_hint_decision_hint_tie_kind CHECK (tie_kind IN ('employer', 'mandate', 'former_office', 'residence', 'membership')), 
	CONSTRAINT ck_hint_decision_hint_outcome CHECK (outcome IN ('biased', 'denied')), 
	CONSTRAINT ck_hint_decision_hint_ruling CHECK (ruling IN ('confirmed', 'overruled'))
);
INSERT INTO "hint_decision" VALUES (1, '47f4b050e0017ed3', 5, 3, 'own_lead', '05111000', '05111000', 'employer', 'biased', 'Text', '2026-03-01 10:00:00.000000', NULL, 'Text', NULL, NULL);
CREATE TABLE intention_key (
	"key" VARCHAR(64) NOT NULL, 
	action VARCHAR(64) NOT NULL, 
	account_id INTEGER, 
	request_hash VARCHAR(64) NOT NULL, 
	result JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_intention_key PRIMARY KEY ("key")
);
INSERT INTO "intention_key" VALUES ('act-1', 'comparison.open', 1, 'daaa4b786500522acf5f3974a04e78f169532c8f43ce9f2bc491097bbd9fc3d8', 'null', '2026-03-04 09:31:00.000000');
INSERT INTO "intention_key" VALUES ('act-2', 'discussion.flag', 4, '1e3bb31ca23ff979ba7688e4fca45133b18b4c36da813895bff196bb66abc90b', 'null', '2026-03-04 09:32:00.000000');
INSERT INTO "intention_key" VALUES ('act-3', 'discussion.post', 4, 'eb1ee881b2eced211a29a4d5c30498084257269db4938f3ef543592afa3bfffd', 'null', '2026-03-04 09:33:00.000000');
INSERT INTO "intention_key" VALUES ('act-4', 'discussion.post', 4, '7a3f5fe232eca6a3a3528b587698d231329f2fcde00bf97cd2bd61c3ae66a0aa', 'null', '2026-03-04 09:34:00.000000');
INSERT INTO "intention_key" VALUES ('act-5', 'discussion.take_back', 4, '0cece12f5c8529888b804ce3e157f9c919aeb60369c30d5235ba681e925707b8', 'null', '2026-03-04 09:35:00.000000');
INSERT INTO "intention_key" VALUES ('act-6', 'meeting.open', 1, '4bba207bedf29b0e1e0daf690bad935c78ea91af362371575d2c041aafce4935', 'null', '2026-03-04 09:36:00.000000');
INSERT INTO "intention_key" VALUES ('act-7', 'meeting.propose', 1, '63532b793b5033db863c16b61e2253b5ff278b1894b59e19e5cdca00938e5745', 'null', '2026-03-04 09:37:00.000000');
INSERT INTO "intention_key" VALUES ('act-8', 'meeting.vote', 5, '572d7de7bcaf353b3b4e153d11677c3f52260be1874f262b5c8c7eff6aebd37d', 'null', '2026-03-04 09:38:00.000000');
INSERT INTO "intention_key" VALUES ('act-9', 'meeting.object', 4, 'f935f4ca02ad60e109ada315168ab990a1fbb914a9feb1feecf2970b4cf18b92', 'null', '2026-03-04 09:39:00.000000');
INSERT INTO "intention_key" VALUES ('act-10', 'meeting.open', 1, '863997c38439cb4d01ced0d6893ac53279bc9f732a04cd71a260f40522ab6011', 'null', '2026-03-04 09:40:00.000000');
INSERT INTO "intention_key" VALUES ('act-11', 'meeting.presence', 1, 'd104788dcceb068ae3c4f784779866931e089ba1682e1b7143d3083646a3baba', 'null', '2026-03-04 09:41:00.000000');
INSERT INTO "intention_key" VALUES ('act-12', 'meeting.propose', 1, 'ff0f629d66b9d2a3acdbb69ad3674ed57090204557cbddad95c0bf269a15171b', 'null', '2026-03-04 09:42:00.000000');
INSERT INTO "intention_key" VALUES ('act-13', 'meeting.record', 1, '2f27bba2b82c195cf23f425b8c126bed5ff7ecf6d9b7d60e1a2eb2177423c47b', 'null', '2026-03-04 09:43:00.000000');
INSERT INTO "intention_key" VALUES ('act-14', 'meeting.count', 1, '666df05f156f99f091441b877e5a0c50ef2846c04ae03607fec1756190dabb54', '"rejected"', '2026-03-04 09:44:00.000000');
INSERT INTO "intention_key" VALUES ('act-15', 'meeting.propose', 1, 'f57476a6d8c59b2dc5ea512e731dbd030a871de8b9bc6d23acea0062847d497b', 'null', '2026-03-04 09:45:00.000000');
INSERT INTO "intention_key" VALUES ('act-16', 'meeting.record', 1, 'ee7eb37199c5762e8df01e73e8066d6b541325e57d34aaa1c23225d2c27ffcd9', 'null', '2026-03-04 09:46:00.000000');
INSERT INTO "intention_key" VALUES ('act-17', 'meeting.count', 1, 'f8b8f9366dd38e59f15704de24c4c9211151dab74092d759f844ae96141de878', '"carried"', '2026-03-04 09:47:00.000000');
INSERT INTO "intention_key" VALUES ('act-18', 'meeting.propose', 1, '2ec3cf085061189a1ae98454043ceba182b610d7d3ec8eab637b3e066d051b3d', 'null', '2026-03-04 09:48:00.000000');
INSERT INTO "intention_key" VALUES ('act-19', 'meeting.vote', 3, '1567a84f472061089754e1e444d2bafc79775a93f49e98ac04a134eb1daab601', 'null', '2026-03-04 09:49:00.000000');
INSERT INTO "intention_key" VALUES ('act-20', 'meeting.vote', 4, '1567a84f472061089754e1e444d2bafc79775a93f49e98ac04a134eb1daab601', 'null', '2026-03-04 09:50:00.000000');
INSERT INTO "intention_key" VALUES ('act-21', 'meeting.vote', 5, '1567a84f472061089754e1e444d2bafc79775a93f49e98ac04a134eb1daab601', 'null', '2026-03-04 09:51:00.000000');
INSERT INTO "intention_key" VALUES ('act-22', 'meeting.vote', 6, '1567a84f472061089754e1e444d2bafc79775a93f49e98ac04a134eb1daab601', 'null', '2026-03-04 09:52:00.000000');
INSERT INTO "intention_key" VALUES ('act-23', 'meeting.vote', 7, '1567a84f472061089754e1e444d2bafc79775a93f49e98ac04a134eb1daab601', 'null', '2026-03-04 09:53:00.000000');
INSERT INTO "intention_key" VALUES ('act-24', 'meeting.count', 1, '6ae93abe29b89c44f0606b678b646c08332d16a3e457d19445bfadc6a78c7281', '"carried"', '2026-03-04 09:54:00.000000');
INSERT INTO "intention_key" VALUES ('act-25', 'meeting.propose', 1, '63532b793b5033db863c16b61e2253b5ff278b1894b59e19e5cdca00938e5745', 'null', '2026-03-04 09:55:00.000000');
INSERT INTO "intention_key" VALUES ('act-26', 'meeting.record', 1, '9a6a2696ab35d9c0598e00786f0eb2785ce3fb2f8f9e9b8ee0eae7a87dd18d6c', 'null', '2026-03-04 09:56:00.000000');
INSERT INTO "intention_key" VALUES ('act-27', 'meeting.presence', 1, '8f72cdd800f643c24e5a48aeb7002e7495fc32264025c5c18af5f1c285b84c14', 'null', '2026-03-04 09:57:00.000000');
INSERT INTO "intention_key" VALUES ('act-28', 'meeting.count', 1, 'b2a542c54f9f00cc41fde7f11aea9bbe1e6c682a7b0d57901c97ee3debe847f0', '"no_quorum"', '2026-03-04 09:58:00.000000');
INSERT INTO "intention_key" VALUES ('act-29', 'meeting.presence', 1, 'd104788dcceb068ae3c4f784779866931e089ba1682e1b7143d3083646a3baba', 'null', '2026-03-04 09:59:00.000000');
INSERT INTO "intention_key" VALUES ('act-30', 'meeting.propose', 1, '63532b793b5033db863c16b61e2253b5ff278b1894b59e19e5cdca00938e5745', 'null', '2026-03-04 10:00:00.000000');
INSERT INTO "intention_key" VALUES ('act-31', 'meeting.record', 1, '80f1e26d4b7519a74a60f04687bead7024d1ddf1e3c9950cfd8cdcf63a68b925', 'null', '2026-03-04 10:01:00.000000');
INSERT INTO "intention_key" VALUES ('act-32', 'meeting.count', 1, 'e5feb2e21b4cbf9958536a608d0cb1f9793748cf34dc5aa35f58e97f4d08e9b5', '"carried"', '2026-03-04 10:02:00.000000');
INSERT INTO "intention_key" VALUES ('act-33', 'meeting.propose', 1, '30ec572084d8be34a41aaf40f4b7db1bf1a39f30e0c32fa442983b82fd3f69c6', 'null', '2026-03-04 10:03:00.000000');
INSERT INTO "intention_key" VALUES ('act-34', 'meeting.record', 1, 'c8cee0be5274bf3cfb6918f157e142b60dd6f15568286657105b501037f18db9', 'null', '2026-03-04 10:04:00.000000');
INSERT INTO "intention_key" VALUES ('act-35', 'meeting.count', 1, 'eb5acb5656c9d4a122f4d4a421cf91fef50c4dc87381ef522885de06ddf1b207', '"carried"', '2026-03-04 10:05:00.000000');
INSERT INTO "intention_key" VALUES ('act-36', 'meeting.close', 1, '15351c4e453fa4ce656a0dbdbbc3815fd7f9aa50c5058dc1b0cc6fca6037766d', '[]', '2026-03-04 10:06:00.000000');
INSERT INTO "intention_key" VALUES ('act-37', 'decision.record', 1, '5d0e9772a6821eefdb6a699a94a9ee55a7a9181004c50c2a37456d2628bc18e0', 1, '2026-03-04 10:07:00.000000');
INSERT INTO "intention_key" VALUES ('act-38', 'seal.seal', 1, 'ee363bbf513e6f6ed986ef00ad83e31f89dc3a13aaa34ee42a8f05da4d413cfe', 'false', '2026-03-04 10:08:00.000000');
INSERT INTO "intention_key" VALUES ('act-39', 'seal.seal', 3, 'f0bdc5e646aca4e61f5139d47be97a6d84ec74d71298aec1a2d4c98adef0392e', 'true', '2026-03-04 10:09:00.000000');
INSERT INTO "intention_key" VALUES ('act-40', 'seal.reopen', 1, 'ab3e799993b3f3058c19d8db50b6dc84bb3dbfef86b54c1f1e3eb86da002f987', 'false', '2026-03-04 10:10:00.000000');
INSERT INTO "intention_key" VALUES ('act-41', 'seal.reopen', 3, '68b9002121a9c8a821508ac0a75b79c79e09a323c5d4c2dba9280cecb7905c93', 'true', '2026-03-04 10:11:00.000000');
INSERT INTO "intention_key" VALUES ('act-42', 'seal.seal', 1, 'ee363bbf513e6f6ed986ef00ad83e31f89dc3a13aaa34ee42a8f05da4d413cfe', 'false', '2026-03-04 10:12:00.000000');
INSERT INTO "intention_key" VALUES ('act-43', 'seal.seal', 3, 'f0bdc5e646aca4e61f5139d47be97a6d84ec74d71298aec1a2d4c98adef0392e', 'true', '2026-03-04 10:13:00.000000');
CREATE TABLE job (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	edition_id INTEGER, 
	parameters JSON NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	done_steps INTEGER NOT NULL, 
	total_steps INTEGER NOT NULL, 
	label VARCHAR(200) NOT NULL, 
	attempts INTEGER NOT NULL, 
	heartbeat_at DATETIME, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	result_sha256 VARCHAR(64), 
	result_name VARCHAR(120) NOT NULL, 
	error TEXT NOT NULL, not_before DATETIME, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT ck_job_progress_in_range CHECK (done_steps >= 0 AND done_steps <= total_steps), 
	CONSTRAINT fk_job_created_by_account FOREIGN KEY(created_by) REFERENCES account (id), 
	CONSTRAINT fk_job_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_job_result_sha256_stored_file FOREIGN KEY(result_sha256) REFERENCES stored_file (sha256), 
	CONSTRAINT uq_job_public_id UNIQUE (public_id), 
	CONSTRAINT ck_job_job_status CHECK (status IN ('queued', 'running', 'done', 'failed'))
);
INSERT INTO "job" VALUES (1, '707f76f71107a889', 'pack', 1, '{}', 'failed', 0, 1, 'Text', 1, NULL, 1, '2026-03-01 10:00:00.000000', NULL, '9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265', 'Text', 'Text', NULL);
CREATE TABLE juror (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	body_name VARCHAR(200) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_juror PRIMARY KEY (id), 
	CONSTRAINT fk_juror_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_juror_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_juror_edition_id_account_id UNIQUE (edition_id, account_id), 
	CONSTRAINT ck_juror_panel_role CHECK (role IN ('member', 'chair', 'deputy'))
);
INSERT INTO "juror" VALUES (1, 1, 3, 'Städtetag NRW', 'chair', 0);
INSERT INTO "juror" VALUES (2, 1, 4, 'Städtetag NRW', 'member', 0);
INSERT INTO "juror" VALUES (3, 1, 5, 'Städtetag NRW', 'member', 0);
INSERT INTO "juror" VALUES (4, 1, 6, 'Städtetag NRW', 'member', 0);
INSERT INTO "juror" VALUES (5, 1, 7, 'Städtetag NRW', 'member', 0);
CREATE TABLE juror_category (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	CONSTRAINT pk_juror_category PRIMARY KEY (id), 
	CONSTRAINT fk_juror_category_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id) ON DELETE CASCADE, 
	CONSTRAINT fk_juror_category_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT uq_juror_category_juror_id_category_id UNIQUE (juror_id, category_id)
);
INSERT INTO "juror_category" VALUES (1, 5, 6);
CREATE TABLE juror_reminder (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	sent_by INTEGER NOT NULL, 
	sent_at DATETIME NOT NULL, 
	CONSTRAINT pk_juror_reminder PRIMARY KEY (id), 
	CONSTRAINT fk_juror_reminder_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_juror_reminder_sent_by_account FOREIGN KEY(sent_by) REFERENCES account (id)
);
INSERT INTO "juror_reminder" VALUES (1, 5, 1, '2026-03-01 10:00:00.000000');
CREATE TABLE "juror_tie" (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	body_key VARCHAR(12) NOT NULL, 
	note VARCHAR(200) NOT NULL, 
	kind VARCHAR(32) DEFAULT 'residence' NOT NULL, 
	ended_on DATE, 
	CONSTRAINT pk_juror_tie PRIMARY KEY (id), 
	CONSTRAINT fk_juror_tie_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_juror_tie_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT ck_juror_tie_tie_kind CHECK (kind IN ('employer', 'mandate', 'former_office', 'residence', 'membership')), 
	CONSTRAINT uq_juror_tie_juror_id_body_key_kind UNIQUE (juror_id, body_key, kind), 
	CONSTRAINT ck_juror_tie_former_office_has_end CHECK (kind <> 'former_office' OR ended_on IS NOT NULL)
);
INSERT INTO "juror_tie" VALUES (1, 5, '05111000', 'Text', 'employer', NULL);
CREATE TABLE jury_round (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_jury_round PRIMARY KEY (id), 
	CONSTRAINT fk_jury_round_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_jury_round_edition_id_position UNIQUE (edition_id, position)
);
INSERT INTO "jury_round" VALUES (1, 1, 'Bewertung', 1);
CREATE TABLE late_change (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	sheet_version INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_late_change PRIMARY KEY (id), 
	CONSTRAINT ck_late_change_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_late_change_sheet_id_score_sheet FOREIGN KEY(sheet_id) REFERENCES score_sheet (id)
);
INSERT INTO "late_change" VALUES (1, 15, 1, 'Text', '2026-03-01 10:00:00.000000');
CREATE TABLE login_attempt (
	id INTEGER NOT NULL, 
	identity_hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_login_attempt PRIMARY KEY (id)
);
INSERT INTO "login_attempt" VALUES (1, 'Text', '2026-03-01 10:00:00.000000');
CREATE TABLE lot (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	commitment VARCHAR(64) NOT NULL, 
	secret VARCHAR(64) NOT NULL, 
	announced_by INTEGER NOT NULL, 
	announced_at DATETIME NOT NULL, 
	words VARCHAR(200) NOT NULL, 
	drawn_by INTEGER, 
	drawn_at DATETIME, 
	entry_id INTEGER, 
	CONSTRAINT pk_lot PRIMARY KEY (id), 
	CONSTRAINT ck_lot_drawn_is_whole CHECK ((drawn_at IS NULL) = (entry_id IS NULL) AND (drawn_at IS NULL) = (words = '')), 
	CONSTRAINT fk_lot_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_lot_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_lot_announced_by_account FOREIGN KEY(announced_by) REFERENCES account (id), 
	CONSTRAINT fk_lot_drawn_by_account FOREIGN KEY(drawn_by) REFERENCES account (id), 
	CONSTRAINT fk_lot_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_lot_public_id UNIQUE (public_id)
);
INSERT INTO "lot" VALUES (1, '405b251dd4ec590f', 2, 6, 'Text', 'Text', 1, '2026-03-01 10:00:00.000000', '', NULL, NULL, NULL);
CREATE TABLE lot_entry (
	id INTEGER NOT NULL, 
	lot_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	number VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_lot_entry PRIMARY KEY (id), 
	CONSTRAINT fk_lot_entry_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id), 
	CONSTRAINT fk_lot_entry_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_lot_entry_lot_id_entry_id UNIQUE (lot_id, entry_id)
);
INSERT INTO "lot_entry" VALUES (1, 1, 3, 'Text');
CREATE TABLE meeting (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	is_written BOOLEAN NOT NULL, 
	opened_by INTEGER NOT NULL, 
	opened_at DATETIME NOT NULL, 
	closed_at DATETIME, due_at DATETIME, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_meeting_opened_by_account FOREIGN KEY(opened_by) REFERENCES account (id)
);
INSERT INTO "meeting" VALUES (1, 1, 1, 1, '2026-03-04 09:36:00.000000', '2026-03-04 09:39:00.000000', '2026-03-06 11:00:00.000000');
INSERT INTO "meeting" VALUES (2, 1, 0, 1, '2026-03-04 09:40:00.000000', '2026-03-04 10:06:00.000000', NULL);
CREATE TABLE meeting_objection (
	id INTEGER NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	objected_at DATETIME NOT NULL, 
	CONSTRAINT pk_meeting_objection PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_objection_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_meeting_objection_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT uq_meeting_objection_meeting_id UNIQUE (meeting_id)
);
INSERT INTO "meeting_objection" VALUES (1, 1, 2, 'Das gehört an einen Tisch.', '2026-03-04 09:39:00.000000');
CREATE TABLE meeting_presence (
	id INTEGER NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	is_present BOOLEAN NOT NULL, 
	noted_by INTEGER NOT NULL, 
	noted_at DATETIME NOT NULL, 
	CONSTRAINT pk_meeting_presence PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_presence_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_meeting_presence_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_meeting_presence_noted_by_account FOREIGN KEY(noted_by) REFERENCES account (id)
);
INSERT INTO "meeting_presence" VALUES (1, 2, 1, 1, 1, '2026-03-04 09:41:00.000000');
INSERT INTO "meeting_presence" VALUES (2, 2, 2, 1, 1, '2026-03-04 09:41:00.000000');
INSERT INTO "meeting_presence" VALUES (3, 2, 3, 1, 1, '2026-03-04 09:41:00.000000');
INSERT INTO "meeting_presence" VALUES (4, 2, 4, 1, 1, '2026-03-04 09:41:00.000000');
INSERT INTO "meeting_presence" VALUES (5, 2, 5, 1, 1, '2026-03-04 09:41:00.000000');
INSERT INTO "meeting_presence" VALUES (6, 2, 3, 0, 1, '2026-03-04 09:57:00.000000');
INSERT INTO "meeting_presence" VALUES (7, 2, 4, 0, 1, '2026-03-04 09:57:00.000000');
INSERT INTO "meeting_presence" VALUES (8, 2, 5, 0, 1, '2026-03-04 09:57:00.000000');
INSERT INTO "meeting_presence" VALUES (9, 2, 3, 1, 1, '2026-03-04 09:59:00.000000');
INSERT INTO "meeting_presence" VALUES (10, 2, 4, 1, 1, '2026-03-04 09:59:00.000000');
INSERT INTO "meeting_presence" VALUES (11, 2, 5, 1, 1, '2026-03-04 09:59:00.000000');
CREATE TABLE membership (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	body_key VARCHAR(12) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (id), 
	CONSTRAINT fk_membership_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_membership_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT uq_membership_account_id_body_key UNIQUE (account_id, body_key), 
	CONSTRAINT ck_membership_membership_status CHECK (status IN ('pending', 'active'))
);
INSERT INTO "membership" VALUES (1, 2, '05554008', 'active', '2026-03-04 09:30:00.000000');
CREATE TABLE milestone (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	label VARCHAR(160) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME, 
	is_public BOOLEAN NOT NULL, 
	CONSTRAINT pk_milestone PRIMARY KEY (id), 
	CONSTRAINT fk_milestone_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id)
);
INSERT INTO "milestone" VALUES (1, 1, 'Digitale Fragestunde für Kommunen', '2026-03-11 09:00:00.000000', '2026-03-11 10:00:00.000000', 1);
CREATE TABLE motion (
	id INTEGER NOT NULL, 
	public_id VARCHAR(32) NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	entry_id INTEGER, 
	kind VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	is_secret BOOLEAN NOT NULL, 
	opened_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	outcome VARCHAR(32), 
	yes INTEGER NOT NULL, 
	no INTEGER NOT NULL, 
	abstain INTEGER NOT NULL, 
	entitled INTEGER NOT NULL, 
	present INTEGER NOT NULL, needed INTEGER, chair_id INTEGER CONSTRAINT fk_motion_chair_id_juror REFERENCES juror (id), 
	CONSTRAINT pk_motion PRIMARY KEY (id), 
	CONSTRAINT ck_motion_closed_has_outcome CHECK ((outcome IS NULL) = (closed_at IS NULL)), 
	CONSTRAINT ck_motion_award_has_entry CHECK (kind NOT IN ('winner', 'commendation') OR entry_id IS NOT NULL), 
	CONSTRAINT fk_motion_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_motion_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_motion_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_motion_public_id UNIQUE (public_id), 
	CONSTRAINT ck_motion_motion_kind CHECK (kind IN ('winner', 'no_prize', 'commendation', 'other')), 
	CONSTRAINT ck_motion_motion_outcome CHECK (outcome IN ('carried', 'rejected', 'no_quorum'))
);
INSERT INTO "motion" VALUES (1, 'vxfp3hfd2aA6iRzd', 1, 1, 1, 'winner', '', 0, '2026-03-04 09:37:00.000000', '2026-03-04 09:39:00.000000', 'no_quorum', 1, 0, 0, 5, 1, 3, 1);
INSERT INTO "motion" VALUES (2, 'mgiCHIXAuCalgPr9', 2, 1, 2, 'commendation', '', 0, '2026-03-04 09:42:00.000000', '2026-03-04 09:44:00.000000', 'rejected', 1, 3, 0, 5, 5, 3, 1);
INSERT INTO "motion" VALUES (3, 'WdXwGcqDiyHaxC_Y', 2, 1, NULL, 'other', 'Die Jury dankt.', 0, '2026-03-04 09:45:00.000000', '2026-03-04 09:47:00.000000', 'carried', 2, 2, 1, 5, 5, 3, 1);
INSERT INTO "motion" VALUES (4, 'LO8iXhjYGMb3twxs', 2, 1, 2, 'commendation', '', 1, '2026-03-04 09:48:00.000000', '2026-03-04 09:54:00.000000', 'carried', 3, 1, 1, 5, 5, 3, 1);
INSERT INTO "motion" VALUES (5, 'Lc1j3zfnSl1anmvV', 2, 1, 1, 'winner', '', 0, '2026-03-04 09:55:00.000000', '2026-03-04 09:58:00.000000', 'no_quorum', 2, 0, 0, 5, 2, 3, 1);
INSERT INTO "motion" VALUES (6, 'q0hfKbzTojhsrzAm', 2, 1, 1, 'winner', '', 0, '2026-03-04 10:00:00.000000', '2026-03-04 10:02:00.000000', 'carried', 5, 0, 0, 5, 5, 3, 1);
INSERT INTO "motion" VALUES (7, 'n3BzT4d2D1qBOKO8', 2, 1, 2, 'winner', '', 0, '2026-03-04 10:03:00.000000', '2026-03-04 10:05:00.000000', 'carried', 5, 0, 0, 5, 5, 3, 1);
CREATE TABLE organisation_domain (
	domain VARCHAR(253) NOT NULL, 
	body_key VARCHAR(12) NOT NULL, 
	CONSTRAINT pk_organisation_domain PRIMARY KEY (domain, body_key), 
	CONSTRAINT fk_organisation_domain_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key")
);
INSERT INTO "organisation_domain" VALUES ('Text', '05111000');
CREATE TABLE outgoing_mail (
	id INTEGER NOT NULL, 
	message_id VARCHAR(120) NOT NULL, 
	recipient VARCHAR(254) NOT NULL, 
	subject VARCHAR(200) NOT NULL, 
	body TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	attempts INTEGER NOT NULL, 
	next_attempt_at DATETIME NOT NULL, 
	last_error VARCHAR(300) NOT NULL, 
	CONSTRAINT pk_outgoing_mail PRIMARY KEY (id), 
	CONSTRAINT uq_outgoing_mail_message_id UNIQUE (message_id)
);
INSERT INTO "outgoing_mail" VALUES (1, '<0362d2a7afc48292b3983a66928b1d91@ikz-award>', 'ada@jury.example', 'Der Vergleich der Bewertungen ist geöffnet (2. Landespreis)', 'Guten Tag,

die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:

/jury/landespreis-2/vergleich

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:31:00.000000', NULL, 0, '2026-03-04 09:31:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (2, '<740968e474f7fb1b2d3e189b059ee9d3@ikz-award>', 'ben@jury.example', 'Der Vergleich der Bewertungen ist geöffnet (2. Landespreis)', 'Guten Tag,

die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:

/jury/landespreis-2/vergleich

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:31:00.000000', NULL, 0, '2026-03-04 09:31:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (3, '<03ebd0c9fc809277ce17d6523d784f2c@ikz-award>', 'cleo@jury.example', 'Der Vergleich der Bewertungen ist geöffnet (2. Landespreis)', 'Guten Tag,

die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:

/jury/landespreis-2/vergleich

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:31:00.000000', NULL, 0, '2026-03-04 09:31:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (4, '<d567c8ef6e9375aeca5a9f620aeb557a@ikz-award>', 'dora@jury.example', 'Der Vergleich der Bewertungen ist geöffnet (2. Landespreis)', 'Guten Tag,

die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:

/jury/landespreis-2/vergleich

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:31:00.000000', NULL, 0, '2026-03-04 09:31:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (5, '<a9d62d418dde049dce47790a39166e5a@ikz-award>', 'emil@jury.example', 'Der Vergleich der Bewertungen ist geöffnet (2. Landespreis)', 'Guten Tag,

die Bewertung ist geschlossen. Sie können jetzt die Punkte und Begründungen der anderen Jurymitglieder zu den Beiträgen lesen, die Sie bewertet haben, und Beiträge zum Besprechen vormerken:

/jury/landespreis-2/vergleich

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:31:00.000000', NULL, 0, '2026-03-04 09:31:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (6, '<09e7333c54f725d385e3f8f42bf5456a@ikz-award>', 'ada@jury.example', 'Umlaufverfahren der Jury eröffnet (2. Landespreis)', 'Guten Tag,

das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum 6. März 2026, 12:00 Uhr angenommen; mit wirkt nur, wer abstimmt.

Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:36:00.000000', NULL, 0, '2026-03-04 09:36:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (7, '<d5148b8abc8dc9065cc961a4ab5c8b87@ikz-award>', 'ben@jury.example', 'Umlaufverfahren der Jury eröffnet (2. Landespreis)', 'Guten Tag,

das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum 6. März 2026, 12:00 Uhr angenommen; mit wirkt nur, wer abstimmt.

Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:36:00.000000', NULL, 0, '2026-03-04 09:36:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (8, '<5b7cdaeab56706f0311052cccd8693dc@ikz-award>', 'cleo@jury.example', 'Umlaufverfahren der Jury eröffnet (2. Landespreis)', 'Guten Tag,

das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum 6. März 2026, 12:00 Uhr angenommen; mit wirkt nur, wer abstimmt.

Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:36:00.000000', NULL, 0, '2026-03-04 09:36:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (9, '<c4a94580cca15f7a67969bf33c4ae703@ikz-award>', 'dora@jury.example', 'Umlaufverfahren der Jury eröffnet (2. Landespreis)', 'Guten Tag,

das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum 6. März 2026, 12:00 Uhr angenommen; mit wirkt nur, wer abstimmt.

Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:36:00.000000', NULL, 0, '2026-03-04 09:36:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (10, '<eb9e4c660ba0bf4996169a014e7c3518@ikz-award>', 'emil@jury.example', 'Umlaufverfahren der Jury eröffnet (2. Landespreis)', 'Guten Tag,

das Kompetenzzentrum hat ein Umlaufverfahren der Jury eröffnet: Sie stimmen einzeln an Ihrem Gerät ab. Zu jedem Antrag erhalten Sie eine Nachricht. Stimmen werden bis zum 6. März 2026, 12:00 Uhr angenommen; mit wirkt nur, wer abstimmt.

Möchten Sie, dass die Jury stattdessen zusammenkommt, widersprechen Sie auf derselben Seite.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:36:00.000000', NULL, 0, '2026-03-04 09:36:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (11, '<33add61995668d560e220492620b0398@ikz-award>', 'ada@jury.example', 'Ihre Stimme im Umlaufverfahren der Jury (2. Landespreis)', 'Guten Tag,

im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „Kommunale Pflichtaufgaben und Innere Verwaltung“ zur Abstimmung. Bitte stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:37:00.000000', NULL, 0, '2026-03-04 09:37:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (12, '<8a2f52e24f88df9adfeffa6a99252a03@ikz-award>', 'ben@jury.example', 'Ihre Stimme im Umlaufverfahren der Jury (2. Landespreis)', 'Guten Tag,

im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „Kommunale Pflichtaufgaben und Innere Verwaltung“ zur Abstimmung. Bitte stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:37:00.000000', NULL, 0, '2026-03-04 09:37:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (13, '<1ece295e9f7eefef44a5facc7948fdc6@ikz-award>', 'cleo@jury.example', 'Ihre Stimme im Umlaufverfahren der Jury (2. Landespreis)', 'Guten Tag,

im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „Kommunale Pflichtaufgaben und Innere Verwaltung“ zur Abstimmung. Bitte stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:37:00.000000', NULL, 0, '2026-03-04 09:37:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (14, '<d87e48f02fd35bb9b1396cb9e3f8c80b@ikz-award>', 'dora@jury.example', 'Ihre Stimme im Umlaufverfahren der Jury (2. Landespreis)', 'Guten Tag,

im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „Kommunale Pflichtaufgaben und Innere Verwaltung“ zur Abstimmung. Bitte stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:37:00.000000', NULL, 0, '2026-03-04 09:37:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (15, '<666caeaa7e3a2007a91a30fe71d8b42a@ikz-award>', 'emil@jury.example', 'Ihre Stimme im Umlaufverfahren der Jury (2. Landespreis)', 'Guten Tag,

im Umlaufverfahren der Jury steht ein Antrag in der Kategorie „Kommunale Pflichtaufgaben und Innere Verwaltung“ zur Abstimmung. Bitte stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:37:00.000000', NULL, 0, '2026-03-04 09:37:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (16, '<d701bda4620a49af4ba55062b2879f1c@ikz-award>', 'ada@jury.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Was schon beschlossen ist, bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (17, '<816a18438ac3fb92f0d6234f74f8e8b5@ikz-award>', 'ben@jury.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Was schon beschlossen ist, bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (18, '<995a32cd5ac0008419611663c5d660cf@ikz-award>', 'cleo@jury.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Was schon beschlossen ist, bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (19, '<90bde280e6ba0e6b5b1e8d83a3fadf3a@ikz-award>', 'dora@jury.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Was schon beschlossen ist, bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (20, '<904433c7af77fdff29e33288f26cb639@ikz-award>', 'emil@jury.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

ein Mitglied der Jury hat dem Umlaufverfahren widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Was schon beschlossen ist, bleibt. Über diese Kategorien wird in einer Sitzung abgestimmt.

/jury/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (21, '<548fabae776417701bd841535bc1ac8e@ikz-award>', 'kompetenzzentrum@land.example', 'Umlaufverfahren der Jury durch Widerspruch beendet (2. Landespreis)', 'Guten Tag,

Ben hat dem Umlaufverfahren der Jury widersprochen; es ist beendet. Ein Antrag, über den noch abgestimmt wurde, ist damit nicht entschieden. Bitte laden Sie zu einer Sitzung ein; ein neues Umlaufverfahren über dieselben Kategorien ist nicht möglich.

/verwaltung/runden/landespreis-2/sitzung

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 09:39:00.000000', NULL, 0, '2026-03-04 09:39:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (22, '<70684c43869c00e8b53aa6c3abc80737@ikz-award>', 'ada@jury.example', 'Bitte bestätigen Sie das Ergebnis (2. Landespreis)', 'Guten Tag,

Toni Tester hat das Ergebnis geprüft und bestätigt. Besiegelt ist es erst, wenn Sie es auch bestätigen; vorher kann es nicht veröffentlicht werden.

Bitte prüfen und entscheiden Sie hier:

/jury/landespreis-2/siegel

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:08:00.000000', NULL, 0, '2026-03-04 10:08:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (23, '<81cd76233e5c9dbe3f9f8e52717475e7@ikz-award>', 'ada@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (24, '<d6be5c8bc84035ba3f2d93e0f54c7125@ikz-award>', 'ben@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (25, '<f031ccecf451aef45e3620212dd48957@ikz-award>', 'cleo@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (26, '<71bdcf36ded3db58c17a5310a6c4a125@ikz-award>', 'dora@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (27, '<9fa93abd91bceeb6270e27bdfaf99cf8@ikz-award>', 'emil@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (28, '<93690e9ec98ebdbbfffc60c251c882b3@ikz-award>', 'kompetenzzentrum@land.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:09 Uhr besiegelt worden (Fassung 1). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Als Nächstes können Sie es veröffentlichen oder die Veröffentlichung planen:

/verwaltung/runden/landespreis-2/

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3

Prüfprotokoll: 40 Einträge, Prüfsumme des letzten:
96ca61466426f47ab37b2e8fb208cbc4d9b2e5d1b2e6e6039ad09a4bdd4768c0

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:09:00.000000', NULL, 0, '2026-03-04 10:09:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (29, '<a59a9948a26dbdd6f7c3cf0c456b8f7f@ikz-award>', 'ada@jury.example', 'Bitte entscheiden Sie: besiegeltes Ergebnis wieder öffnen? (2. Landespreis)', 'Guten Tag,

Toni Tester möchte das besiegelte Ergebnis wieder öffnen. Das geschieht erst, wenn Sie zustimmen; ohne Ihre Zustimmung bleibt es, wie es ist.

Begründung: Ein Bogen wurde nach der Sitzung als unvollständig erkannt.

Bitte prüfen und entscheiden Sie hier:

/jury/landespreis-2/siegel

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:10:00.000000', NULL, 0, '2026-03-04 10:10:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (30, '<decc5cd245783a5e3fa388dabba97549@ikz-award>', 'kompetenzzentrum@land.example', 'Ergebnis wieder geöffnet (2. Landespreis)', 'Guten Tag,

Das besiegelte Ergebnis ist wieder geöffnet; die besiegelte Fassung bleibt erhalten.

Begründung: Ein Bogen wurde nach der Sitzung als unvollständig erkannt.

Nehmen Sie die Feststellung oder die Veröffentlichung zurück, um es zu ändern. Danach wird neu besiegelt:

/verwaltung/runden/landespreis-2/siegel

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:11:00.000000', NULL, 0, '2026-03-04 10:11:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (31, '<732e36505e3b8b527995835f15b6d34f@ikz-award>', 'ada@jury.example', 'Ergebnis wieder geöffnet (2. Landespreis)', 'Guten Tag,

Das besiegelte Ergebnis ist wieder geöffnet; die besiegelte Fassung bleibt erhalten.

Begründung: Ein Bogen wurde nach der Sitzung als unvollständig erkannt.

Sie werden gebeten, das Ergebnis neu zu bestätigen, sobald es wieder feststeht:

/jury/landespreis-2/siegel

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:11:00.000000', NULL, 0, '2026-03-04 10:11:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (32, '<99f770896c78387564a2103c4031492b@ikz-award>', 'ada@jury.example', 'Bitte bestätigen Sie das Ergebnis (2. Landespreis)', 'Guten Tag,

Toni Tester hat das Ergebnis geprüft und bestätigt. Besiegelt ist es erst, wenn Sie es auch bestätigen; vorher kann es nicht veröffentlicht werden.

Bitte prüfen und entscheiden Sie hier:

/jury/landespreis-2/siegel

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:12:00.000000', NULL, 0, '2026-03-04 10:12:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (33, '<7fceb7b02d566c1fafb0fa5ed6574bdf@ikz-award>', 'ada@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (34, '<0996c954ee563d7471ef5c75a627d7f7@ikz-award>', 'ben@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (35, '<ae8051457e1ce3ce9d88984656242b83@ikz-award>', 'cleo@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (36, '<f5a9d14eec9daa22eaca53503c1110bf@ikz-award>', 'dora@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (37, '<1c504314d90cdacaa146dcc231cf6397@ikz-award>', 'emil@jury.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Sie müssen nichts tun.

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
INSERT INTO "outgoing_mail" VALUES (38, '<ffef4b10456fb29825fe49d862bdb88b@ikz-award>', 'kompetenzzentrum@land.example', 'Das Ergebnis ist besiegelt (2. Landespreis)', 'Guten Tag,

das Ergebnis „2. Landespreis“ ist am 4. März 2026 um 11:13 Uhr besiegelt worden (Fassung 2). Bestätigt haben:

– Toni Tester (Kompetenzzentrum)
– Ada (Vorsitz der Jury)

Als Nächstes können Sie es veröffentlichen oder die Veröffentlichung planen:

/verwaltung/runden/landespreis-2/

Bitte bewahren Sie diese Nachricht auf. Mit den folgenden Angaben lässt sich jederzeit feststellen, ob das Ergebnis oder das Prüfprotokoll nachträglich geändert wurde.

Prüfsumme des Ergebnisses (SHA-256):
5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206

Prüfprotokoll: 45 Einträge, Prüfsumme des letzten:
1d118990af6ea09b17b500d6695e5147ef9d61e0b7ce52fde770a847d08307dc

Öffentlicher Schlüssel:
03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8
Fingerabdruck: 25f5 78ee 40fd 903d 4775 3dab 144a 834d

Mit freundlichen Grüßen
Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen

Diese Nachricht wurde automatisch erstellt.', '2026-03-04 10:13:00.000000', NULL, 0, '2026-03-04 10:13:00.000000', '');
CREATE TABLE part_beat (
	part VARCHAR(40) NOT NULL, 
	host VARCHAR(120) NOT NULL, 
	started_at DATETIME NOT NULL, 
	beat_at DATETIME NOT NULL, 
	CONSTRAINT pk_part_beat PRIMARY KEY (part, host)
);
INSERT INTO "part_beat" VALUES ('Text', 'Text', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000');
CREATE TABLE participation_rule (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	text TEXT NOT NULL, 
	is_hard BOOLEAN NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	parameters JSON NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_participation_rule PRIMARY KEY (id), 
	CONSTRAINT fk_participation_rule_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_participation_rule_edition_id_key UNIQUE (edition_id, "key")
);
INSERT INTO "participation_rule" VALUES (1, 1, 'two_partners', 'An der Kooperation wirken mindestens zwei kommunale Partner mit. Das sind Kommunen und juristische Personen, die von Kommunen gesteuert werden; die einreichende Kommune zählt mit.', 1, 1, '{"minimum": 2}', 1);
INSERT INTO "participation_rule" VALUES (2, 1, 'contract_after_cutoff', 'Die Zusammenarbeit wurde nach dem 1. September 2016 vertraglich vereinbart. Sie darf bereits laufen oder sich noch im Aufbau befinden.', 1, 1, '{"cutoff": "2016-09-01"}', 2);
INSERT INTO "participation_rule" VALUES (3, 1, 'one_entry_per_lead', 'Jede Kommune reicht höchstens einen Beitrag als federführende Kommune ein. Als weiterer Partner darf sie an beliebig vielen Beiträgen beteiligt sein.', 1, 1, '{}', 3);
INSERT INTO "participation_rule" VALUES (4, 1, 'no_savings_banks', 'Kooperationen von Sparkassen nehmen nicht teil, auch wenn Kommunen deren Träger sind.', 1, 1, '{}', 4);
INSERT INTO "participation_rule" VALUES (5, 1, 'municipal_control', 'Die Rechtsform ist frei. Eine privatrechtliche Form ist zugelassen, wenn die beteiligten Kommunen die Organisation steuern können.', 1, 1, '{}', 5);
INSERT INTO "participation_rule" VALUES (6, 1, 'chief_executive_confirmation', 'Ist keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune die Beschlüsse aller Partner. Ein Auszug aus der Niederschrift genügt als Nachweis.', 0, 1, '{}', 6);
INSERT INTO "participation_rule" VALUES (7, 1, 'consents', 'Teilnahmebedingungen und Datenschutzhinweise sind anerkannt; die Partner sind oder werden informiert und können widersprechen.', 1, 1, '{}', 7);
INSERT INTO "participation_rule" VALUES (8, 1, 'required_answers', 'Alle Pflichtangaben des Formulars sind gemacht.', 1, 1, '{}', 8);
INSERT INTO "participation_rule" VALUES (9, 1, 'text_limits', 'Kein Text überschreitet die angegebene Länge.', 1, 1, '{}', 9);
CREATE TABLE partner (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	body_key VARCHAR(12), 
	name VARCHAR(200) NOT NULL, 
	country VARCHAR(2) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_partner PRIMARY KEY (id), 
	CONSTRAINT ck_partner_has_key_or_name CHECK (body_key IS NOT NULL OR name <> ''), 
	CONSTRAINT fk_partner_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_partner_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_partner_entry_id_body_key UNIQUE (entry_id, body_key), 
	CONSTRAINT ck_partner_partner_kind CHECK (kind IN ('municipality', 'public_body', 'private_controllable', 'private', 'savings_bank'))
);
INSERT INTO "partner" VALUES (1, 1, '05554020', '', 'DE', 'municipality', 0);
INSERT INTO "partner" VALUES (2, 2, '05554020', '', 'DE', 'municipality', 0);
INSERT INTO "partner" VALUES (3, 3, '05554020', '', 'DE', 'municipality', 0);
CREATE TABLE partner_notice (
	id INTEGER NOT NULL, 
	partner_id INTEGER NOT NULL, 
	contact_name VARCHAR(120) NOT NULL, 
	contact_email VARCHAR(254) NOT NULL, 
	nonce VARCHAR(32) NOT NULL, 
	token_hash VARCHAR(64), 
	message_id VARCHAR(120) NOT NULL, 
	sent_at DATETIME, 
	reminded_at DATETIME, 
	reminders INTEGER NOT NULL, 
	seen_at DATETIME, 
	answer VARCHAR(32), 
	reason TEXT NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_partner_notice PRIMARY KEY (id), 
	CONSTRAINT ck_partner_notice_answer_has_time CHECK (answer IS NULL OR answered_at IS NOT NULL), 
	CONSTRAINT ck_partner_notice_objection_has_reason CHECK (answer IS NULL OR answer <> 'objected' OR reason <> ''), 
	CONSTRAINT ck_partner_notice_sent_has_token CHECK ((token_hash IS NULL) = (sent_at IS NULL)), 
	CONSTRAINT fk_partner_notice_partner_id_partner FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE, 
	CONSTRAINT uq_partner_notice_partner_id UNIQUE (partner_id), 
	CONSTRAINT uq_partner_notice_token_hash UNIQUE (token_hash), 
	CONSTRAINT ck_partner_notice_partner_answer CHECK (answer IN ('acknowledged', 'objected'))
);
INSERT INTO "partner_notice" VALUES (1, 3, 'Text', 'Text', 'Text', NULL, 'Text', NULL, NULL, 1, NULL, NULL, 'Text', NULL);
CREATE TABLE passkey (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	credential_id BLOB NOT NULL, 
	public_key BLOB NOT NULL, 
	sign_count INTEGER NOT NULL, 
	transports JSON, 
	backup_state BOOLEAN NOT NULL, 
	device_type VARCHAR(64) NOT NULL, 
	extensions TEXT, 
	usage VARCHAR(64) NOT NULL, 
	create_datetime DATETIME NOT NULL, 
	lastuse_datetime DATETIME NOT NULL, 
	CONSTRAINT pk_passkey PRIMARY KEY (id), 
	CONSTRAINT fk_passkey_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_passkey_account_id_name UNIQUE (account_id, name), 
	CONSTRAINT uq_passkey_credential_id UNIQUE (credential_id)
);
INSERT INTO "passkey" VALUES (1, 1, 'Text', '[]', '[]', 1, '[]', 0, 'Text', NULL, 'Text', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000');
CREATE TABLE planned_publication (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	seal_id INTEGER NOT NULL, 
	publish_at DATETIME NOT NULL, 
	planned_by INTEGER NOT NULL, 
	planned_at DATETIME NOT NULL, 
	outcome VARCHAR(32), 
	ended_at DATETIME, 
	CONSTRAINT pk_planned_publication PRIMARY KEY (id), 
	CONSTRAINT ck_planned_publication_outcome_has_time CHECK ((outcome IS NULL) = (ended_at IS NULL)), 
	CONSTRAINT fk_planned_publication_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_planned_publication_planned_by_account FOREIGN KEY(planned_by) REFERENCES account (id), 
	CONSTRAINT fk_planned_publication_seal_id_result_seal FOREIGN KEY(seal_id) REFERENCES result_seal (id), 
	CONSTRAINT ck_planned_publication_plan_end CHECK (outcome IN ('published', 'cancelled', 'lapsed'))
);
INSERT INTO "planned_publication" VALUES (1, 1, 1, '2026-03-01 10:00:00.000000', 1, '2026-03-01 10:00:00.000000', NULL, NULL);
CREATE TABLE prize_share (
	id INTEGER NOT NULL, 
	statement_id INTEGER NOT NULL, 
	participant VARCHAR(40) NOT NULL, 
	recipient VARCHAR(200) NOT NULL, 
	position INTEGER NOT NULL, 
	cents INTEGER NOT NULL, 
	holder VARCHAR(140) NOT NULL, 
	iban VARCHAR(34) NOT NULL, 
	CONSTRAINT pk_prize_share PRIMARY KEY (id), 
	CONSTRAINT ck_prize_share_not_negative CHECK (cents >= 0), 
	CONSTRAINT fk_prize_share_statement_id_prize_statement FOREIGN KEY(statement_id) REFERENCES prize_statement (id), 
	CONSTRAINT uq_prize_share_statement_id_participant UNIQUE (statement_id, participant)
);
INSERT INTO "prize_share" VALUES (1, 1, 'Text', 'Text', 1, 100000, 'Text', 'Text');
CREATE TABLE prize_statement (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	stated_by INTEGER NOT NULL, 
	stated_at DATETIME NOT NULL, 
	cleared_at DATETIME, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_prize_statement PRIMARY KEY (id), 
	CONSTRAINT fk_prize_statement_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_prize_statement_stated_by_account FOREIGN KEY(stated_by) REFERENCES account (id), 
	CONSTRAINT uq_prize_statement_entry_id UNIQUE (entry_id)
);
INSERT INTO "prize_statement" VALUES (1, 3, 1, '2026-03-01 10:00:00.000000', NULL, 1);
CREATE TABLE proposed_body (
	id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	form VARCHAR(32) NOT NULL, 
	country VARCHAR(2) NOT NULL, 
	seat VARCHAR(120) NOT NULL, 
	seat_key VARCHAR(12), 
	member_keys JSON NOT NULL, 
	is_controlled BOOLEAN NOT NULL, 
	website VARCHAR(200) NOT NULL, 
	remark TEXT NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	body_key VARCHAR(12), 
	created_at DATETIME NOT NULL, 
	decided_at DATETIME, 
	decided_by INTEGER, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_proposed_body PRIMARY KEY (id), 
	CONSTRAINT ck_proposed_body_has_name CHECK (name <> ''), 
	CONSTRAINT ck_proposed_body_decided_has_time CHECK ((state = 'waiting' OR state = 'withdrawn') = (decided_at IS NULL)), 
	CONSTRAINT ck_proposed_body_taken_has_body CHECK ((state = 'confirmed' OR state = 'merged') = (body_key IS NOT NULL)), 
	CONSTRAINT ck_proposed_body_rejected_has_reason CHECK (state <> 'rejected' OR reason <> ''), 
	CONSTRAINT fk_proposed_body_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_proposed_body_seat_key_register_body FOREIGN KEY(seat_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_proposed_body_body_key_register_body FOREIGN KEY(body_key) REFERENCES register_body ("key"), 
	CONSTRAINT fk_proposed_body_decided_by_account FOREIGN KEY(decided_by) REFERENCES account (id), 
	CONSTRAINT ck_proposed_body_proposed_body_form CHECK (form IN ('zweckverband', 'aoer', 'joint_aoer', 'association_of_municipalities', 'other_public', 'gmbh', 'other_private', 'abroad')), 
	CONSTRAINT ck_proposed_body_proposal_state CHECK (state IN ('waiting', 'confirmed', 'merged', 'rejected', 'withdrawn'))
);
INSERT INTO "proposed_body" VALUES (1, 1, 'Text', 'zweckverband', 'Text', 'Text', '05111000', '[]', 0, 'Text', 'Text', 'confirmed', 'Text', '05111000', '2026-03-01 10:00:00.000000', '2026-03-01 10:00:00.000000', 1, 1);
CREATE TABLE question (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	label VARCHAR(200) NOT NULL, 
	help TEXT NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	purpose VARCHAR(32), 
	is_required BOOLEAN NOT NULL, 
	maximum_length INTEGER, 
	choices JSON NOT NULL, 
	condition JSON, 
	criterion_key VARCHAR(40), 
	fact_sheet_position INTEGER, 
	position INTEGER NOT NULL, fact_sheet_label VARCHAR(200) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT ck_question_maximum_length_positive CHECK (maximum_length IS NULL OR maximum_length > 0), 
	CONSTRAINT fk_question_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_question_step_id_form_step FOREIGN KEY(step_id) REFERENCES form_step (id), 
	CONSTRAINT uq_question_edition_id_key UNIQUE (edition_id, "key"), 
	CONSTRAINT uq_question_edition_id_purpose UNIQUE (edition_id, purpose), 
	CONSTRAINT ck_question_question_kind CHECK (kind IN ('short_text', 'long_text', 'email', 'phone', 'date', 'choice', 'yes_no', 'category', 'consent')), 
	CONSTRAINT ck_question_question_purpose CHECK (purpose IN ('title', 'category', 'summary', 'department', 'contact_name', 'contact_email', 'contact_phone', 'contract_date', 'legal_form', 'municipally_controllable'))
);
INSERT INTO "question" VALUES (1, 1, 1, 'department', 'Amt oder Fachbereich', 'Die Stelle, bei der das Projekt geführt wird, zum Beispiel „Fachbereich 2 – Finanzen“.', 'short_text', 'department', 1, 200, '[]', 'null', NULL, NULL, 1, '');
INSERT INTO "question" VALUES (2, 1, 1, 'contact_name', 'Ansprechperson', 'Vor- und Nachname der Person, die Fragen zum Beitrag beantworten kann.', 'short_text', 'contact_name', 1, 200, '[]', 'null', NULL, NULL, 2, '');
INSERT INTO "question" VALUES (3, 1, 1, 'contact_email', 'E-Mail-Adresse', 'Dienstliche Adresse der Ansprechperson. An sie gehen Rückfragen.', 'email', 'contact_email', 1, 200, '[]', 'null', NULL, NULL, 3, '');
INSERT INTO "question" VALUES (4, 1, 1, 'contact_phone', 'Telefonnummer', 'Mit Vorwahl, zum Beispiel 02871 953-0.', 'phone', 'contact_phone', 1, 200, '[]', 'null', NULL, NULL, 4, '');
INSERT INTO "question" VALUES (5, 1, 2, 'title', 'Titel des Beitrags', 'Kurz und aussagekräftig. Unter diesem Titel erscheint der Beitrag bei der Jury und, falls er gewinnt, in der Öffentlichkeit.', 'short_text', 'title', 1, 120, '[]', 'null', NULL, 1, 1, 'Titel');
INSERT INTO "question" VALUES (6, 1, 2, 'category', 'Kategorie', 'Jeder Beitrag nimmt in genau einer Kategorie teil. Wählen Sie die, in der der Schwerpunkt Ihres Projekts liegt.', 'category', 'category', 1, NULL, '[]', 'null', NULL, NULL, 2, '');
INSERT INTO "question" VALUES (7, 1, 2, 'summary', 'Kurzbeschreibung', 'Worum geht es, wer macht mit, was ist das Ergebnis? Drei bis sechs Sätze genügen.', 'long_text', 'summary', 1, 1000, '[]', 'null', NULL, NULL, 3, '');
INSERT INTO "question" VALUES (8, 1, 2, 'keywords', 'Schlagworte', 'Höchstens sechs Begriffe, durch Kommas getrennt. Mit ihnen wird das Projekt später in der Projektdatenbank gefunden.', 'short_text', NULL, 0, 200, '[]', 'null', NULL, 2, 4, '');
INSERT INTO "question" VALUES (9, 1, 2, 'occasion', 'Anlass', 'Welche Aufgabe, welches Problem oder welche Gelegenheit hat zur Zusammenarbeit geführt?', 'long_text', NULL, 1, 2000, '[]', 'null', NULL, 6, 5, '');
INSERT INTO "question" VALUES (10, 1, 2, 'goal', 'Ziel', 'Was wollten die Partner gemeinsam erreichen? Nennen Sie möglichst überprüfbare Ziele.', 'long_text', NULL, 1, 2000, '[]', 'null', NULL, 7, 6, '');
INSERT INTO "question" VALUES (11, 1, 2, 'implementation', 'Umsetzung', 'Wie ist die Zusammenarbeit organisiert, wer übernimmt welche Aufgabe, was ist erledigt und was steht noch aus?', 'long_text', NULL, 1, 2000, '[]', 'null', NULL, 8, 7, '');
INSERT INTO "question" VALUES (12, 1, 2, 'financing', 'Finanzierung', 'Einmalige und laufende Kosten, Verteilungsschlüssel zwischen den Partnern, gegebenenfalls Förderung. Eine frühere Förderung durch Land oder Bund ist unschädlich.', 'long_text', NULL, 1, 2000, '[]', 'null', NULL, 9, 8, '');
INSERT INTO "question" VALUES (13, 1, 2, 'legal_form', 'Rechtsform der Zusammenarbeit', 'Jede Rechtsform ist möglich, eine privatrechtliche jedoch nur, wenn die Kommunen sie steuern können.', 'choice', 'legal_form', 1, NULL, '[{"value": "agreement", "label": "\u00f6ffentlich-rechtliche Vereinbarung"}, {"value": "zweckverband", "label": "Zweckverband"}, {"value": "aoer", "label": "Anstalt des \u00f6ffentlichen Rechts"}, {"value": "working_group", "label": "Arbeitsgemeinschaft"}, {"value": "private", "label": "privatrechtlich (GmbH, Verein \u2026)"}, {"value": "other", "label": "Sonstige"}]', 'null', NULL, 10, 9, 'Rechtsform');
INSERT INTO "question" VALUES (14, 1, 2, 'municipally_controllable', 'Können die Kommunen die privatrechtliche Organisation steuern?', 'Zum Beispiel durch die Mehrheit der Anteile oder der Stimmen oder durch das Recht, die Leitung zu bestellen.', 'yes_no', 'municipally_controllable', 1, NULL, '[]', '{"question": "legal_form", "answers": ["private"]}', NULL, NULL, 10, '');
INSERT INTO "question" VALUES (15, 1, 2, 'contract_date', 'Datum der vertraglichen Vereinbarung', 'Der Tag, an dem der letzte Partner unterzeichnet hat. Teilnehmen können Kooperationen, die nach dem 1. September 2016 vereinbart wurden.', 'date', 'contract_date', 1, NULL, '[]', 'null', NULL, 11, 11, 'Zusammenarbeit seit');
INSERT INTO "question" VALUES (16, 1, 4, 'benefit', 'Gewinn der Kooperation', 'Welche Mittel, Stellenanteile oder Zeiten werden eingespart? Welche Leistung gibt es erst durch die Zusammenarbeit oder in besserer Qualität? Woran haben Sie das gemessen?', 'long_text', NULL, 1, 5000, '[]', 'null', 'benefit', NULL, 1, '');
INSERT INTO "question" VALUES (17, 1, 4, 'innovation', 'Grad der Innovation der Kooperation', 'Was ist neu: das Ziel, die Form, der Kreis der Partner, der digitale Ansatz? Gibt es Vorbilder, und worin gehen Sie über sie hinaus?', 'long_text', NULL, 1, 5000, '[]', 'null', 'innovation', NULL, 2, '');
INSERT INTO "question" VALUES (18, 1, 4, 'sustainability', 'Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit', 'Wie lange ist die Zusammenarbeit angelegt, wie ist sie finanziell und personell gesichert, wie wird sie angenommen? Können andere sie übernehmen oder beitreten?', 'long_text', NULL, 1, 5000, '[]', 'null', 'sustainability', NULL, 3, '');
INSERT INTO "question" VALUES (19, 1, 6, 'consent_rules', 'Wir erkennen die Teilnahmebedingungen an.', 'Die Bedingungen finden Sie auf der Seite zur Ausschreibung.', 'consent', NULL, 1, NULL, '[]', 'null', NULL, NULL, 1, '');
INSERT INTO "question" VALUES (20, 1, 6, 'consent_privacy', 'Wir haben die Datenschutzhinweise zur Kenntnis genommen.', 'Die Kontaktdaten werden nur für das Verfahren genutzt; die Beschreibung des Projekts sehen Kompetenzzentrum und Jury.', 'consent', NULL, 1, NULL, '[]', 'null', NULL, NULL, 2, '');
INSERT INTO "question" VALUES (21, 1, 6, 'consent_partners', 'Alle Kooperationspartner sind oder werden über die Teilnahme informiert und können innerhalb einer Frist widersprechen.', 'Wer eine Ansprechperson hat, erhält spätestens nach dem Einreichen einen Link von uns. Haben Sie einen Partner selbst informiert, können Sie Ihr Schreiben als Anlage beifügen.', 'consent', NULL, 1, NULL, '[]', 'null', NULL, NULL, 3, '');
CREATE TABLE reading_note (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	is_for_later BOOLEAN NOT NULL, 
	updated_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_reading_note PRIMARY KEY (id), 
	CONSTRAINT fk_reading_note_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_reading_note_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT uq_reading_note_juror_id_entry_id UNIQUE (juror_id, entry_id)
);
INSERT INTO "reading_note" VALUES (1, 5, 3, 'Text', 0, '2026-03-01 10:00:00.000000', 1);
CREATE TABLE recusal (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	declared_at DATETIME NOT NULL, 
	CONSTRAINT pk_recusal PRIMARY KEY (id), 
	CONSTRAINT ck_recusal_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_recusal_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_recusal_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT uq_recusal_juror_id_entry_id UNIQUE (juror_id, entry_id)
);
INSERT INTO "recusal" VALUES (1, 5, 3, 'Text', '2026-03-01 10:00:00.000000');
CREATE TABLE "register_body" (
	"key" VARCHAR(12) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	official_name VARCHAR(160) NOT NULL, 
	search_name VARCHAR(400) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	parent_key VARCHAR(12), 
	government_region VARCHAR(40) NOT NULL, 
	latitude_e6 INTEGER, 
	longitude_e6 INTEGER, 
	population INTEGER, 
	area_hectares INTEGER, 
	as_of DATE, 
	is_current BOOLEAN NOT NULL, form VARCHAR(32) CONSTRAINT ck_register_body_body_form CHECK (form IN ('zweckverband', 'aoer', 'joint_aoer', 'association_of_municipalities', 'other_public', 'gmbh', 'other_private', 'abroad')) CONSTRAINT ck_register_body_other_has_form CHECK ((kind = 'other') = (form IS NOT NULL)) CONSTRAINT ck_register_body_other_has_own_key CHECK ((kind = 'other') = (substr(key, 1, 2) = 'KB')), country VARCHAR(2) NOT NULL DEFAULT 'DE', seat VARCHAR(120) NOT NULL DEFAULT '', may_lead BOOLEAN NOT NULL DEFAULT 1, 
	CONSTRAINT pk_register_body PRIMARY KEY ("key"), 
	CONSTRAINT fk_register_body_parent_key_register_body FOREIGN KEY(parent_key) REFERENCES register_body ("key"), 
	CONSTRAINT ck_register_body_body_kind CHECK (kind IN ('municipality', 'independent_city', 'district', 'landschaftsverband', 'other'))
);
INSERT INTO "register_body" VALUES ('LVR', 'Landschaftsverband Rheinland', 'Landschaftsverband Rheinland', 'landschaftsverband rheinland lvr', 'landschaftsverband', NULL, '', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('LWL', 'Landschaftsverband Westfalen-Lippe', 'Landschaftsverband Westfalen-Lippe', 'landschaftsverband westfalen lippe lwl', 'landschaftsverband', NULL, '', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154', 'Kleve', 'Kreis Kleve', 'kleve kreis kleve 05154', 'district', NULL, 'Düsseldorf', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158', 'Mettmann', 'Kreis Mettmann', 'mettmann kreis mettmann 05158', 'district', NULL, 'Düsseldorf', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162', 'Rhein-Kreis Neuss', 'Rhein-Kreis Neuss', 'rhein kreis neuss 05162', 'district', NULL, 'Düsseldorf', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166', 'Viersen', 'Kreis Viersen', 'viersen kreis viersen 05166', 'district', NULL, 'Düsseldorf', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170', 'Wesel', 'Kreis Wesel', 'wesel kreis wesel 05170', 'district', NULL, 'Düsseldorf', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334', 'Städteregion Aachen', 'Städteregion Aachen', 'staedteregion aachen stadteregion aachen 05334', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358', 'Düren', 'Kreis Düren', 'dueren duren kreis dueren kreis duren 05358', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362', 'Rhein-Erft-Kreis', 'Rhein-Erft-Kreis', 'rhein erft kreis 05362', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366', 'Euskirchen', 'Kreis Euskirchen', 'euskirchen kreis euskirchen 05366', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370', 'Heinsberg', 'Kreis Heinsberg', 'heinsberg kreis heinsberg 05370', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374', 'Oberbergischer Kreis', 'Oberbergischer Kreis', 'oberbergischer kreis 05374', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378', 'Rheinisch-Bergischer Kreis', 'Rheinisch-Bergischer Kreis', 'rheinisch bergischer kreis 05378', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382', 'Rhein-Sieg-Kreis', 'Rhein-Sieg-Kreis', 'rhein sieg kreis 05382', 'district', NULL, 'Köln', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554', 'Borken', 'Kreis Borken', 'borken kreis borken 05554', 'district', NULL, 'Münster', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558', 'Coesfeld', 'Kreis Coesfeld', 'coesfeld kreis coesfeld 05558', 'district', NULL, 'Münster', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562', 'Recklinghausen', 'Kreis Recklinghausen', 'recklinghausen kreis recklinghausen 05562', 'district', NULL, 'Münster', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566', 'Steinfurt', 'Kreis Steinfurt', 'steinfurt kreis steinfurt 05566', 'district', NULL, 'Münster', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570', 'Warendorf', 'Kreis Warendorf', 'warendorf kreis warendorf 05570', 'district', NULL, 'Münster', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754', 'Gütersloh', 'Kreis Gütersloh', 'guetersloh gutersloh kreis guetersloh kreis gutersloh 05754', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758', 'Herford', 'Kreis Herford', 'herford kreis herford 05758', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762', 'Höxter', 'Kreis Höxter', 'hoexter hoxter kreis hoexter kreis hoxter 05762', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766', 'Lippe', 'Kreis Lippe', 'lippe kreis lippe 05766', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770', 'Minden-Lübbecke', 'Kreis Minden-Lübbecke', 'minden luebbecke minden lubbecke kreis minden luebbecke kreis minden lubbecke 05770', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774', 'Paderborn', 'Kreis Paderborn', 'paderborn kreis paderborn 05774', 'district', NULL, 'Detmold', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954', 'Ennepe-Ruhr-Kreis', 'Ennepe-Ruhr-Kreis', 'ennepe ruhr kreis 05954', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958', 'Hochsauerlandkreis', 'Hochsauerlandkreis', 'hochsauerlandkreis 05958', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962', 'Märkischer Kreis', 'Märkischer Kreis', 'maerkischer kreis markischer kreis 05962', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966', 'Olpe', 'Kreis Olpe', 'olpe kreis olpe 05966', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970', 'Siegen-Wittgenstein', 'Kreis Siegen-Wittgenstein', 'siegen wittgenstein kreis siegen wittgenstein 05970', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974', 'Soest', 'Kreis Soest', 'soest kreis soest 05974', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978', 'Unna', 'Kreis Unna', 'unna kreis unna 05978', 'district', NULL, 'Arnsberg', NULL, NULL, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05111000', 'Düsseldorf', 'Stadt Düsseldorf', 'duesseldorf dusseldorf stadt duesseldorf stadt dusseldorf 05111000', 'independent_city', NULL, 'Düsseldorf', 51223200, 6779300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05112000', 'Duisburg', 'Stadt Duisburg', 'duisburg stadt duisburg 05112000', 'independent_city', NULL, 'Düsseldorf', 51432500, 6765200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05113000', 'Essen', 'Stadt Essen', 'essen stadt essen 05113000', 'independent_city', NULL, 'Düsseldorf', 51456600, 7012300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05114000', 'Krefeld', 'Stadt Krefeld', 'krefeld stadt krefeld 05114000', 'independent_city', NULL, 'Düsseldorf', 51336400, 6553800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05116000', 'Mönchengladbach', 'Stadt Mönchengladbach', 'moenchengladbach monchengladbach stadt moenchengladbach stadt monchengladbach 05116000', 'independent_city', NULL, 'Düsseldorf', 51185400, 6441700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05117000', 'Mülheim an der Ruhr', 'Stadt Mülheim an der Ruhr', 'muelheim an der ruhr mulheim an der ruhr stadt muelheim an der ruhr stadt mulheim an der ruhr 05117000', 'independent_city', NULL, 'Düsseldorf', 51432200, 6879700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05119000', 'Oberhausen', 'Stadt Oberhausen', 'oberhausen stadt oberhausen 05119000', 'independent_city', NULL, 'Düsseldorf', 51478100, 6862500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05120000', 'Remscheid', 'Stadt Remscheid', 'remscheid stadt remscheid 05120000', 'independent_city', NULL, 'Düsseldorf', 51179800, 7192500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05122000', 'Solingen', 'Stadt Solingen', 'solingen stadt solingen 05122000', 'independent_city', NULL, 'Düsseldorf', 51173400, 7084500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05124000', 'Wuppertal', 'Stadt Wuppertal', 'wuppertal stadt wuppertal 05124000', 'independent_city', NULL, 'Düsseldorf', 51256300, 7148200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154004', 'Bedburg-Hau', 'Gemeinde Bedburg-Hau', 'bedburg hau gemeinde bedburg hau 05154004', 'municipality', '05154', 'Düsseldorf', 51762000, 6180000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154008', 'Emmerich am Rhein', 'Stadt Emmerich am Rhein', 'emmerich am rhein stadt emmerich am rhein 05154008', 'municipality', '05154', 'Düsseldorf', 51839300, 6247900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154012', 'Geldern', 'Stadt Geldern', 'geldern stadt geldern 05154012', 'municipality', '05154', 'Düsseldorf', 51519100, 6323600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154016', 'Goch', 'Stadt Goch', 'goch stadt goch 05154016', 'municipality', '05154', 'Düsseldorf', 51678700, 6158900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154020', 'Issum', 'Gemeinde Issum', 'issum gemeinde issum 05154020', 'municipality', '05154', 'Düsseldorf', 51533300, 6433300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154024', 'Kalkar', 'Stadt Kalkar', 'kalkar stadt kalkar 05154024', 'municipality', '05154', 'Düsseldorf', 51739100, 6291000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154028', 'Kerken', 'Gemeinde Kerken', 'kerken gemeinde kerken 05154028', 'municipality', '05154', 'Düsseldorf', 51450000, 6417000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154032', 'Kevelaer', 'Stadt Kevelaer', 'kevelaer stadt kevelaer 05154032', 'municipality', '05154', 'Düsseldorf', 51582400, 6246000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154036', 'Kleve', 'Stadt Kleve', 'kleve stadt kleve 05154036', 'municipality', '05154', 'Düsseldorf', 51788300, 6138700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154040', 'Kranenburg', 'Gemeinde Kranenburg', 'kranenburg gemeinde kranenburg 05154040', 'municipality', '05154', 'Düsseldorf', 51783300, 6016700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154044', 'Rees', 'Stadt Rees', 'rees stadt rees 05154044', 'municipality', '05154', 'Düsseldorf', 51762600, 6397800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154048', 'Rheurdt', 'Gemeinde Rheurdt', 'rheurdt gemeinde rheurdt 05154048', 'municipality', '05154', 'Düsseldorf', 51466700, 6466700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154052', 'Straelen', 'Stadt Straelen', 'straelen stadt straelen 05154052', 'municipality', '05154', 'Düsseldorf', 51441900, 6266400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154056', 'Uedem', 'Gemeinde Uedem', 'uedem gemeinde uedem 05154056', 'municipality', '05154', 'Düsseldorf', 51665200, 6273700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154060', 'Wachtendonk', 'Gemeinde Wachtendonk', 'wachtendonk gemeinde wachtendonk 05154060', 'municipality', '05154', 'Düsseldorf', 51409200, 6338900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05154064', 'Weeze', 'Gemeinde Weeze', 'weeze gemeinde weeze 05154064', 'municipality', '05154', 'Düsseldorf', 51626800, 6197900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158004', 'Erkrath', 'Stadt Erkrath', 'erkrath stadt erkrath 05158004', 'municipality', '05158', 'Düsseldorf', 51222300, 6908300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158008', 'Haan', 'Stadt Haan', 'haan stadt haan 05158008', 'municipality', '05158', 'Düsseldorf', 51193800, 7013300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158012', 'Heiligenhaus', 'Stadt Heiligenhaus', 'heiligenhaus stadt heiligenhaus 05158012', 'municipality', '05158', 'Düsseldorf', 51326600, 6971100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158016', 'Hilden', 'Stadt Hilden', 'hilden stadt hilden 05158016', 'municipality', '05158', 'Düsseldorf', 51168200, 6930900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158020', 'Langenfeld (Rheinland)', 'Stadt Langenfeld (Rheinland)', 'langenfeld rheinland stadt langenfeld rheinland 05158020', 'municipality', '05158', 'Düsseldorf', 51108200, 6948300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158024', 'Mettmann', 'Stadt Mettmann', 'mettmann stadt mettmann 05158024', 'municipality', '05158', 'Düsseldorf', 51250400, 6975400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158026', 'Monheim am Rhein', 'Stadt Monheim am Rhein', 'monheim am rhein stadt monheim am rhein 05158026', 'municipality', '05158', 'Düsseldorf', 51091600, 6892200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158028', 'Ratingen', 'Stadt Ratingen', 'ratingen stadt ratingen 05158028', 'municipality', '05158', 'Düsseldorf', 51297200, 6849300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158032', 'Velbert', 'Stadt Velbert', 'velbert stadt velbert 05158032', 'municipality', '05158', 'Düsseldorf', 51335400, 7043500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05158036', 'Wülfrath', 'Stadt Wülfrath', 'wuelfrath wulfrath stadt wuelfrath stadt wulfrath 05158036', 'municipality', '05158', 'Düsseldorf', 51282000, 7038200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162004', 'Dormagen', 'Stadt Dormagen', 'dormagen stadt dormagen 05162004', 'municipality', '05162', 'Düsseldorf', 51096800, 6831700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162008', 'Grevenbroich', 'Stadt Grevenbroich', 'grevenbroich stadt grevenbroich 05162008', 'municipality', '05162', 'Düsseldorf', 51091000, 6582700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162012', 'Jüchen', 'Stadt Jüchen', 'juechen juchen stadt juechen stadt juchen 05162012', 'municipality', '05162', 'Düsseldorf', 51100000, 6500000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162016', 'Kaarst', 'Stadt Kaarst', 'kaarst stadt kaarst 05162016', 'municipality', '05162', 'Düsseldorf', 51229300, 6618800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162020', 'Korschenbroich', 'Stadt Korschenbroich', 'korschenbroich stadt korschenbroich 05162020', 'municipality', '05162', 'Düsseldorf', 51191400, 6513500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162022', 'Meerbusch', 'Stadt Meerbusch', 'meerbusch stadt meerbusch 05162022', 'municipality', '05162', 'Düsseldorf', 51252700, 6688100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162024', 'Neuss', 'Stadt Neuss', 'neuss stadt neuss 05162024', 'municipality', '05162', 'Düsseldorf', 51198100, 6685000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05162028', 'Rommerskirchen', 'Gemeinde Rommerskirchen', 'rommerskirchen gemeinde rommerskirchen 05162028', 'municipality', '05162', 'Düsseldorf', 51033300, 6683300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166004', 'Brüggen', 'Gemeinde Brüggen', 'brueggen bruggen gemeinde brueggen gemeinde bruggen 05166004', 'municipality', '05166', 'Düsseldorf', 51240500, 6183800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166008', 'Grefrath', 'Gemeinde Grefrath', 'grefrath gemeinde grefrath 05166008', 'municipality', '05166', 'Düsseldorf', 51336300, 6340700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166012', 'Kempen', 'Stadt Kempen', 'kempen stadt kempen 05166012', 'municipality', '05166', 'Düsseldorf', 51364300, 6418600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166016', 'Nettetal', 'Stadt Nettetal', 'nettetal stadt nettetal 05166016', 'municipality', '05166', 'Düsseldorf', 51316700, 6283300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166020', 'Niederkrüchten', 'Gemeinde Niederkrüchten', 'niederkruechten niederkruchten gemeinde niederkruechten gemeinde niederkruchten 05166020', 'municipality', '05166', 'Düsseldorf', 51200000, 6216700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166024', 'Schwalmtal', 'Gemeinde Schwalmtal', 'schwalmtal gemeinde schwalmtal 05166024', 'municipality', '05166', 'Düsseldorf', 51216700, 6266700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166028', 'Tönisvorst', 'Stadt Tönisvorst', 'toenisvorst tonisvorst stadt toenisvorst stadt tonisvorst 05166028', 'municipality', '05166', 'Düsseldorf', 51320900, 6494100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166032', 'Viersen', 'Stadt Viersen', 'viersen stadt viersen 05166032', 'municipality', '05166', 'Düsseldorf', 51254400, 6394400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05166036', 'Willich', 'Stadt Willich', 'willich stadt willich 05166036', 'municipality', '05166', 'Düsseldorf', 51263700, 6547300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170004', 'Alpen', 'Gemeinde Alpen', 'alpen gemeinde alpen 05170004', 'municipality', '05170', 'Düsseldorf', 51583300, 6516700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170008', 'Dinslaken', 'Stadt Dinslaken', 'dinslaken stadt dinslaken 05170008', 'municipality', '05170', 'Düsseldorf', 51562300, 6743400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170012', 'Hamminkeln', 'Stadt Hamminkeln', 'hamminkeln stadt hamminkeln 05170012', 'municipality', '05170', 'Düsseldorf', 51732600, 6590300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170016', 'Hünxe', 'Gemeinde Hünxe', 'huenxe hunxe gemeinde huenxe gemeinde hunxe 05170016', 'municipality', '05170', 'Düsseldorf', 51634100, 6697400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170020', 'Kamp-Lintfort', 'Stadt Kamp-Lintfort', 'kamp lintfort stadt kamp lintfort 05170020', 'municipality', '05170', 'Düsseldorf', 51504700, 6545900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170024', 'Moers', 'Stadt Moers', 'moers stadt moers 05170024', 'municipality', '05170', 'Düsseldorf', 51453400, 6632600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170028', 'Neukirchen-Vluyn', 'Stadt Neukirchen-Vluyn', 'neukirchen vluyn stadt neukirchen vluyn 05170028', 'municipality', '05170', 'Düsseldorf', 51446600, 6551900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170032', 'Rheinberg', 'Stadt Rheinberg', 'rheinberg stadt rheinberg 05170032', 'municipality', '05170', 'Düsseldorf', 51546500, 6595300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170036', 'Schermbeck', 'Gemeinde Schermbeck', 'schermbeck gemeinde schermbeck 05170036', 'municipality', '05170', 'Düsseldorf', 51683300, 6866700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170040', 'Sonsbeck', 'Gemeinde Sonsbeck', 'sonsbeck gemeinde sonsbeck 05170040', 'municipality', '05170', 'Düsseldorf', 51607400, 6379200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170044', 'Voerde (Niederrhein)', 'Stadt Voerde (Niederrhein)', 'voerde niederrhein stadt voerde niederrhein 05170044', 'municipality', '05170', 'Düsseldorf', 51597000, 6686300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170048', 'Wesel', 'Stadt Wesel', 'wesel stadt wesel 05170048', 'municipality', '05170', 'Düsseldorf', 51666900, 6620400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05170052', 'Xanten', 'Stadt Xanten', 'xanten stadt xanten 05170052', 'municipality', '05170', 'Düsseldorf', 51658800, 6453000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05314000', 'Bonn', 'Stadt Bonn', 'bonn stadt bonn 05314000', 'independent_city', NULL, 'Köln', 50734400, 7095500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05315000', 'Köln', 'Stadt Köln', 'koeln koln stadt koeln stadt koln 05315000', 'independent_city', NULL, 'Köln', 50933300, 6950000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05316000', 'Leverkusen', 'Stadt Leverkusen', 'leverkusen stadt leverkusen 05316000', 'independent_city', NULL, 'Köln', 51030300, 6984300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334002', 'Aachen', 'Stadt Aachen', 'aachen stadt aachen 05334002', 'municipality', '05334', 'Köln', 50776600, 6083400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334004', 'Alsdorf', 'Stadt Alsdorf', 'alsdorf stadt alsdorf 05334004', 'municipality', '05334', 'Köln', 50876700, 6164000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334008', 'Baesweiler', 'Stadt Baesweiler', 'baesweiler stadt baesweiler 05334008', 'municipality', '05334', 'Köln', 50909600, 6188700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334012', 'Eschweiler', 'Stadt Eschweiler', 'eschweiler stadt eschweiler 05334012', 'municipality', '05334', 'Köln', 50818500, 6271800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334016', 'Herzogenrath', 'Stadt Herzogenrath', 'herzogenrath stadt herzogenrath 05334016', 'municipality', '05334', 'Köln', 50868700, 6093200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334020', 'Monschau', 'Stadt Monschau', 'monschau stadt monschau 05334020', 'municipality', '05334', 'Köln', 50554600, 6240000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334024', 'Roetgen', 'Gemeinde Roetgen', 'roetgen gemeinde roetgen 05334024', 'municipality', '05334', 'Köln', 50650000, 6200000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334028', 'Simmerath', 'Gemeinde Simmerath', 'simmerath gemeinde simmerath 05334028', 'municipality', '05334', 'Köln', 50600000, 6300000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334032', 'Stolberg (Rhld.)', 'Stadt Stolberg (Rhld.)', 'stolberg rhld stadt stolberg rhld 05334032', 'municipality', '05334', 'Köln', 50773700, 6226000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05334036', 'Würselen', 'Stadt Würselen', 'wuerselen wurselen stadt wuerselen stadt wurselen 05334036', 'municipality', '05334', 'Köln', 50818100, 6134700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358004', 'Aldenhoven', 'Gemeinde Aldenhoven', 'aldenhoven gemeinde aldenhoven 05358004', 'municipality', '05358', 'Köln', 50900000, 6283300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358008', 'Düren', 'Stadt Düren', 'dueren duren stadt dueren stadt duren 05358008', 'municipality', '05358', 'Köln', 50804300, 6493000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358012', 'Heimbach', 'Stadt Heimbach', 'heimbach stadt heimbach 05358012', 'municipality', '05358', 'Köln', 50636900, 6469000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358016', 'Hürtgenwald', 'Gemeinde Hürtgenwald', 'huertgenwald hurtgenwald gemeinde huertgenwald gemeinde hurtgenwald 05358016', 'municipality', '05358', 'Köln', 50717000, 6367000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358020', 'Inden', 'Gemeinde Inden', 'inden gemeinde inden 05358020', 'municipality', '05358', 'Köln', 50843100, 6360000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358024', 'Jülich', 'Stadt Jülich', 'juelich julich stadt juelich stadt julich 05358024', 'municipality', '05358', 'Köln', 50921500, 6362700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358028', 'Kreuzau', 'Gemeinde Kreuzau', 'kreuzau gemeinde kreuzau 05358028', 'municipality', '05358', 'Köln', 50747000, 6490700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358032', 'Langerwehe', 'Gemeinde Langerwehe', 'langerwehe gemeinde langerwehe 05358032', 'municipality', '05358', 'Köln', 50816700, 6350000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358036', 'Linnich', 'Stadt Linnich', 'linnich stadt linnich 05358036', 'municipality', '05358', 'Köln', 50980000, 6270500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358040', 'Merzenich', 'Gemeinde Merzenich', 'merzenich gemeinde merzenich 05358040', 'municipality', '05358', 'Köln', 50826800, 6524900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358044', 'Nideggen', 'Stadt Nideggen', 'nideggen stadt nideggen 05358044', 'municipality', '05358', 'Köln', 50692700, 6484400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358048', 'Niederzier', 'Gemeinde Niederzier', 'niederzier gemeinde niederzier 05358048', 'municipality', '05358', 'Köln', 50883300, 6466700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358052', 'Nörvenich', 'Gemeinde Nörvenich', 'noervenich norvenich gemeinde noervenich gemeinde norvenich 05358052', 'municipality', '05358', 'Köln', 50806000, 6639500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358056', 'Titz', 'Gemeinde Titz', 'titz gemeinde titz 05358056', 'municipality', '05358', 'Köln', 51006200, 6424800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05358060', 'Vettweiß', 'Gemeinde Vettweiß', 'vettweiss gemeinde vettweiss 05358060', 'municipality', '05358', 'Köln', 50733300, 6600000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362004', 'Bedburg', 'Stadt Bedburg', 'bedburg stadt bedburg 05362004', 'municipality', '05362', 'Köln', 50992600, 6571300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362008', 'Bergheim', 'Stadt Bergheim', 'bergheim stadt bergheim 05362008', 'municipality', '05362', 'Köln', 50955700, 6639900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362012', 'Brühl', 'Stadt Brühl', 'bruehl bruhl stadt bruehl stadt bruhl 05362012', 'municipality', '05362', 'Köln', 50829300, 6905000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362016', 'Elsdorf', 'Stadt Elsdorf', 'elsdorf stadt elsdorf 05362016', 'municipality', '05362', 'Köln', 50937400, 6568300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362020', 'Erftstadt', 'Stadt Erftstadt', 'erftstadt stadt erftstadt 05362020', 'municipality', '05362', 'Köln', 50814800, 6793900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362024', 'Frechen', 'Stadt Frechen', 'frechen stadt frechen 05362024', 'municipality', '05362', 'Köln', 50914900, 6811800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362028', 'Hürth', 'Stadt Hürth', 'huerth hurth stadt huerth stadt hurth 05362028', 'municipality', '05362', 'Köln', 50870800, 6867600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362032', 'Kerpen', 'Stadt Kerpen', 'kerpen stadt kerpen 05362032', 'municipality', '05362', 'Köln', 50869900, 6696900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362036', 'Pulheim', 'Stadt Pulheim', 'pulheim stadt pulheim 05362036', 'municipality', '05362', 'Köln', 50999700, 6806300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05362040', 'Wesseling', 'Stadt Wesseling', 'wesseling stadt wesseling 05362040', 'municipality', '05362', 'Köln', 50827100, 6974700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366004', 'Bad Münstereifel', 'Stadt Bad Münstereifel', 'bad muenstereifel bad munstereifel stadt bad muenstereifel stadt bad munstereifel 05366004', 'municipality', '05366', 'Köln', 50556700, 6764200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366008', 'Blankenheim', 'Gemeinde Blankenheim', 'blankenheim gemeinde blankenheim 05366008', 'municipality', '05366', 'Köln', 50433300, 6650000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366012', 'Dahlem', 'Gemeinde Dahlem', 'dahlem gemeinde dahlem 05366012', 'municipality', '05366', 'Köln', 50386100, 6547700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366016', 'Euskirchen', 'Stadt Euskirchen', 'euskirchen stadt euskirchen 05366016', 'municipality', '05366', 'Köln', 50660600, 6787200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366020', 'Hellenthal', 'Gemeinde Hellenthal', 'hellenthal gemeinde hellenthal 05366020', 'municipality', '05366', 'Köln', 50483300, 6433300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366024', 'Kall', 'Gemeinde Kall', 'kall gemeinde kall 05366024', 'municipality', '05366', 'Köln', 50542200, 6563000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366028', 'Mechernich', 'Stadt Mechernich', 'mechernich stadt mechernich 05366028', 'municipality', '05366', 'Köln', 50593000, 6652200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366032', 'Nettersheim', 'Gemeinde Nettersheim', 'nettersheim gemeinde nettersheim 05366032', 'municipality', '05366', 'Köln', 50493700, 6629000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366036', 'Schleiden', 'Stadt Schleiden', 'schleiden stadt schleiden 05366036', 'municipality', '05366', 'Köln', 50529000, 6476900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366040', 'Weilerswist', 'Gemeinde Weilerswist', 'weilerswist gemeinde weilerswist 05366040', 'municipality', '05366', 'Köln', 50752900, 6845900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05366044', 'Zülpich', 'Stadt Zülpich', 'zuelpich zulpich stadt zuelpich stadt zulpich 05366044', 'municipality', '05366', 'Köln', 50694500, 6654100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370004', 'Erkelenz', 'Stadt Erkelenz', 'erkelenz stadt erkelenz 05370004', 'municipality', '05370', 'Köln', 51079500, 6315300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370008', 'Gangelt', 'Gemeinde Gangelt', 'gangelt gemeinde gangelt 05370008', 'municipality', '05370', 'Köln', 50992500, 5998000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370012', 'Geilenkirchen', 'Stadt Geilenkirchen', 'geilenkirchen stadt geilenkirchen 05370012', 'municipality', '05370', 'Köln', 50967400, 6117600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370016', 'Heinsberg', 'Stadt Heinsberg', 'heinsberg stadt heinsberg 05370016', 'municipality', '05370', 'Köln', 51063600, 6099800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370020', 'Hückelhoven', 'Stadt Hückelhoven', 'hueckelhoven huckelhoven stadt hueckelhoven stadt huckelhoven 05370020', 'municipality', '05370', 'Köln', 51055500, 6226600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370024', 'Selfkant', 'Gemeinde Selfkant', 'selfkant gemeinde selfkant 05370024', 'municipality', '05370', 'Köln', 51022100, 5929800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370028', 'Übach-Palenberg', 'Stadt Übach-Palenberg', 'uebach palenberg ubach palenberg stadt uebach palenberg stadt ubach palenberg 05370028', 'municipality', '05370', 'Köln', 50917700, 6123400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370032', 'Waldfeucht', 'Gemeinde Waldfeucht', 'waldfeucht gemeinde waldfeucht 05370032', 'municipality', '05370', 'Köln', 51066100, 5988200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370036', 'Wassenberg', 'Stadt Wassenberg', 'wassenberg stadt wassenberg 05370036', 'municipality', '05370', 'Köln', 51100100, 6154800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05370040', 'Wegberg', 'Stadt Wegberg', 'wegberg stadt wegberg 05370040', 'municipality', '05370', 'Köln', 51142200, 6284400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374004', 'Bergneustadt', 'Stadt Bergneustadt', 'bergneustadt stadt bergneustadt 05374004', 'municipality', '05374', 'Köln', 51025000, 7656000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374008', 'Engelskirchen', 'Gemeinde Engelskirchen', 'engelskirchen gemeinde engelskirchen 05374008', 'municipality', '05374', 'Köln', 50988500, 7413900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374012', 'Gummersbach', 'Stadt Gummersbach', 'gummersbach stadt gummersbach 05374012', 'municipality', '05374', 'Köln', 51026100, 7564700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374016', 'Hückeswagen', 'Stadt Hückeswagen', 'hueckeswagen huckeswagen stadt hueckeswagen stadt huckeswagen 05374016', 'municipality', '05374', 'Köln', 51149800, 7344700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374020', 'Lindlar', 'Gemeinde Lindlar', 'lindlar gemeinde lindlar 05374020', 'municipality', '05374', 'Köln', 51019600, 7377600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374024', 'Marienheide', 'Gemeinde Marienheide', 'marienheide gemeinde marienheide 05374024', 'municipality', '05374', 'Köln', 51083200, 7530900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374028', 'Morsbach', 'Gemeinde Morsbach', 'morsbach gemeinde morsbach 05374028', 'municipality', '05374', 'Köln', 50866600, 7727900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374032', 'Nümbrecht', 'Gemeinde Nümbrecht', 'nuembrecht numbrecht gemeinde nuembrecht gemeinde numbrecht 05374032', 'municipality', '05374', 'Köln', 50904300, 7540600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374036', 'Radevormwald', 'Stadt Radevormwald', 'radevormwald stadt radevormwald 05374036', 'municipality', '05374', 'Köln', 51202200, 7360300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374040', 'Reichshof', 'Gemeinde Reichshof', 'reichshof gemeinde reichshof 05374040', 'municipality', '05374', 'Köln', 50917000, 7650000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374044', 'Waldbröl', 'Stadt Waldbröl', 'waldbroel waldbrol stadt waldbroel stadt waldbrol 05374044', 'municipality', '05374', 'Köln', 50875800, 7616900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374048', 'Wiehl', 'Stadt Wiehl', 'wiehl stadt wiehl 05374048', 'municipality', '05374', 'Köln', 50949500, 7550600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05374052', 'Wipperfürth', 'Stadt Wipperfürth', 'wipperfuerth wipperfurth stadt wipperfuerth stadt wipperfurth 05374052', 'municipality', '05374', 'Köln', 51116100, 7398600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378004', 'Bergisch Gladbach', 'Stadt Bergisch Gladbach', 'bergisch gladbach stadt bergisch gladbach 05378004', 'municipality', '05378', 'Köln', 50985600, 7133000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378008', 'Burscheid', 'Stadt Burscheid', 'burscheid stadt burscheid 05378008', 'municipality', '05378', 'Köln', 51084700, 7113900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378012', 'Kürten', 'Gemeinde Kürten', 'kuerten kurten gemeinde kuerten gemeinde kurten 05378012', 'municipality', '05378', 'Köln', 51050000, 7266700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378016', 'Leichlingen (Rheinland)', 'Stadt Leichlingen (Rheinland)', 'leichlingen rheinland stadt leichlingen rheinland 05378016', 'municipality', '05378', 'Köln', 51106300, 7018700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378020', 'Odenthal', 'Gemeinde Odenthal', 'odenthal gemeinde odenthal 05378020', 'municipality', '05378', 'Köln', 51033300, 7116700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378024', 'Overath', 'Stadt Overath', 'overath stadt overath 05378024', 'municipality', '05378', 'Köln', 50932700, 7283900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378028', 'Rösrath', 'Stadt Rösrath', 'roesrath rosrath stadt roesrath stadt rosrath 05378028', 'municipality', '05378', 'Köln', 50895600, 7181800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05378032', 'Wermelskirchen', 'Stadt Wermelskirchen', 'wermelskirchen stadt wermelskirchen 05378032', 'municipality', '05378', 'Köln', 51139700, 7215800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382004', 'Alfter', 'Gemeinde Alfter', 'alfter gemeinde alfter 05382004', 'municipality', '05382', 'Köln', 50733300, 7016700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382008', 'Bad Honnef', 'Stadt Bad Honnef', 'bad honnef stadt bad honnef 05382008', 'municipality', '05382', 'Köln', 50643400, 7227800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382012', 'Bornheim', 'Stadt Bornheim', 'bornheim stadt bornheim 05382012', 'municipality', '05382', 'Köln', 50763100, 6990900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382016', 'Eitorf', 'Gemeinde Eitorf', 'eitorf gemeinde eitorf 05382016', 'municipality', '05382', 'Köln', 50766700, 7450000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382020', 'Hennef (Sieg)', 'Stadt Hennef (Sieg)', 'hennef sieg stadt hennef sieg 05382020', 'municipality', '05382', 'Köln', 50775600, 7283100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382024', 'Königswinter', 'Stadt Königswinter', 'koenigswinter konigswinter stadt koenigswinter stadt konigswinter 05382024', 'municipality', '05382', 'Köln', 50677300, 7192500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382028', 'Lohmar', 'Stadt Lohmar', 'lohmar stadt lohmar 05382028', 'municipality', '05382', 'Köln', 50838700, 7214000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382032', 'Meckenheim', 'Stadt Meckenheim', 'meckenheim stadt meckenheim 05382032', 'municipality', '05382', 'Köln', 50623900, 7029400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382036', 'Much', 'Gemeinde Much', 'much gemeinde much 05382036', 'municipality', '05382', 'Köln', 50903800, 7403100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382040', 'Neunkirchen-Seelscheid', 'Gemeinde Neunkirchen-Seelscheid', 'neunkirchen seelscheid gemeinde neunkirchen seelscheid 05382040', 'municipality', '05382', 'Köln', 50862000, 7332000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382044', 'Niederkassel', 'Stadt Niederkassel', 'niederkassel stadt niederkassel 05382044', 'municipality', '05382', 'Köln', 50815000, 7037800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382048', 'Rheinbach', 'Stadt Rheinbach', 'rheinbach stadt rheinbach 05382048', 'municipality', '05382', 'Köln', 50625600, 6949100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382052', 'Ruppichteroth', 'Gemeinde Ruppichteroth', 'ruppichteroth gemeinde ruppichteroth 05382052', 'municipality', '05382', 'Köln', 50843700, 7484100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382056', 'Sankt Augustin', 'Stadt Sankt Augustin', 'sankt augustin stadt sankt augustin 05382056', 'municipality', '05382', 'Köln', 50775400, 7197000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382060', 'Siegburg', 'Stadt Siegburg', 'siegburg stadt siegburg 05382060', 'municipality', '05382', 'Köln', 50800200, 7207700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382064', 'Swisttal', 'Gemeinde Swisttal', 'swisttal gemeinde swisttal 05382064', 'municipality', '05382', 'Köln', 50670000, 6900000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382068', 'Troisdorf', 'Stadt Troisdorf', 'troisdorf stadt troisdorf 05382068', 'municipality', '05382', 'Köln', 50809000, 7149700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382072', 'Wachtberg', 'Gemeinde Wachtberg', 'wachtberg gemeinde wachtberg 05382072', 'municipality', '05382', 'Köln', 50633300, 7100000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05382076', 'Windeck', 'Gemeinde Windeck', 'windeck gemeinde windeck 05382076', 'municipality', '05382', 'Köln', 50800000, 7617000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05512000', 'Bottrop', 'Stadt Bottrop', 'bottrop stadt bottrop 05512000', 'independent_city', NULL, 'Münster', 51523900, 6928500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05513000', 'Gelsenkirchen', 'Stadt Gelsenkirchen', 'gelsenkirchen stadt gelsenkirchen 05513000', 'independent_city', NULL, 'Münster', 51505100, 7096500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05515000', 'Münster', 'Stadt Münster', 'muenster munster stadt muenster stadt munster 05515000', 'independent_city', NULL, 'Münster', 51962400, 7625700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554004', 'Ahaus', 'Stadt Ahaus', 'ahaus stadt ahaus 05554004', 'municipality', '05554', 'Münster', 52079400, 7013400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554008', 'Bocholt', 'Stadt Bocholt', 'bocholt stadt bocholt 05554008', 'municipality', '05554', 'Münster', 51838800, 6615300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554012', 'Borken', 'Stadt Borken', 'borken stadt borken 05554012', 'municipality', '05554', 'Münster', 51843800, 6857700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554016', 'Gescher', 'Stadt Gescher', 'gescher stadt gescher 05554016', 'municipality', '05554', 'Münster', 51954000, 7004800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554020', 'Gronau (Westf.)', 'Stadt Gronau (Westf.)', 'gronau westf stadt gronau westf 05554020', 'municipality', '05554', 'Münster', 52211000, 7022400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554024', 'Heek', 'Gemeinde Heek', 'heek gemeinde heek 05554024', 'municipality', '05554', 'Münster', 52116700, 7100000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554028', 'Heiden', 'Gemeinde Heiden', 'heiden gemeinde heiden 05554028', 'municipality', '05554', 'Münster', 51828300, 6933300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554032', 'Isselburg', 'Stadt Isselburg', 'isselburg stadt isselburg 05554032', 'municipality', '05554', 'Münster', 51832300, 6464300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554036', 'Legden', 'Gemeinde Legden', 'legden gemeinde legden 05554036', 'municipality', '05554', 'Münster', 52033300, 7100000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554040', 'Raesfeld', 'Gemeinde Raesfeld', 'raesfeld gemeinde raesfeld 05554040', 'municipality', '05554', 'Münster', 51766700, 6850000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554044', 'Reken', 'Gemeinde Reken', 'reken gemeinde reken 05554044', 'municipality', '05554', 'Münster', 51830400, 7045400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554048', 'Rhede', 'Stadt Rhede', 'rhede stadt rhede 05554048', 'municipality', '05554', 'Münster', 51835400, 6696000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554052', 'Schöppingen', 'Gemeinde Schöppingen', 'schoeppingen schoppingen gemeinde schoeppingen gemeinde schoppingen 05554052', 'municipality', '05554', 'Münster', 52100000, 7233300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554056', 'Stadtlohn', 'Stadt Stadtlohn', 'stadtlohn stadt stadtlohn 05554056', 'municipality', '05554', 'Münster', 51994000, 6919200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554060', 'Südlohn', 'Gemeinde Südlohn', 'suedlohn sudlohn gemeinde suedlohn gemeinde sudlohn 05554060', 'municipality', '05554', 'Münster', 51944700, 6867200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554064', 'Velen', 'Stadt Velen', 'velen stadt velen 05554064', 'municipality', '05554', 'Münster', 51894500, 6988100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05554068', 'Vreden', 'Stadt Vreden', 'vreden stadt vreden 05554068', 'municipality', '05554', 'Münster', 52037900, 6828000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558004', 'Ascheberg', 'Gemeinde Ascheberg', 'ascheberg gemeinde ascheberg 05558004', 'municipality', '05558', 'Münster', 51783300, 7616700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558008', 'Billerbeck', 'Stadt Billerbeck', 'billerbeck stadt billerbeck 05558008', 'municipality', '05558', 'Münster', 51978300, 7292600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558012', 'Coesfeld', 'Stadt Coesfeld', 'coesfeld stadt coesfeld 05558012', 'municipality', '05558', 'Münster', 51943500, 7168100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558016', 'Dülmen', 'Stadt Dülmen', 'duelmen dulmen stadt duelmen stadt dulmen 05558016', 'municipality', '05558', 'Münster', 51831500, 7280800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558020', 'Havixbeck', 'Gemeinde Havixbeck', 'havixbeck gemeinde havixbeck 05558020', 'municipality', '05558', 'Münster', 51983300, 7416700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558024', 'Lüdinghausen', 'Stadt Lüdinghausen', 'luedinghausen ludinghausen stadt luedinghausen stadt ludinghausen 05558024', 'municipality', '05558', 'Münster', 51768300, 7443800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558028', 'Nordkirchen', 'Gemeinde Nordkirchen', 'nordkirchen gemeinde nordkirchen 05558028', 'municipality', '05558', 'Münster', 51738300, 7522000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558032', 'Nottuln', 'Gemeinde Nottuln', 'nottuln gemeinde nottuln 05558032', 'municipality', '05558', 'Münster', 51933300, 7350000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558036', 'Olfen', 'Stadt Olfen', 'olfen stadt olfen 05558036', 'municipality', '05558', 'Münster', 51707900, 7378900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558040', 'Rosendahl', 'Gemeinde Rosendahl', 'rosendahl gemeinde rosendahl 05558040', 'municipality', '05558', 'Münster', 52017000, 7200000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05558044', 'Senden', 'Gemeinde Senden', 'senden gemeinde senden 05558044', 'municipality', '05558', 'Münster', 51856500, 7483300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562004', 'Castrop-Rauxel', 'Stadt Castrop-Rauxel', 'castrop rauxel stadt castrop rauxel 05562004', 'municipality', '05562', 'Münster', 51556600, 7311600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562008', 'Datteln', 'Stadt Datteln', 'datteln stadt datteln 05562008', 'municipality', '05562', 'Münster', 51656000, 7345300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562012', 'Dorsten', 'Stadt Dorsten', 'dorsten stadt dorsten 05562012', 'municipality', '05562', 'Münster', 51661700, 6965100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562014', 'Gladbeck', 'Stadt Gladbeck', 'gladbeck stadt gladbeck 05562014', 'municipality', '05562', 'Münster', 51570800, 6985900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562016', 'Haltern am See', 'Stadt Haltern am See', 'haltern am see stadt haltern am see 05562016', 'municipality', '05562', 'Münster', 51743000, 7181600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562020', 'Herten', 'Stadt Herten', 'herten stadt herten 05562020', 'municipality', '05562', 'Münster', 51596400, 7143900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562024', 'Marl', 'Stadt Marl', 'marl stadt marl 05562024', 'municipality', '05562', 'Münster', 51656700, 7090400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562028', 'Oer-Erkenschwick', 'Stadt Oer-Erkenschwick', 'oer erkenschwick stadt oer erkenschwick 05562028', 'municipality', '05562', 'Münster', 51642000, 7264500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562032', 'Recklinghausen', 'Stadt Recklinghausen', 'recklinghausen stadt recklinghausen 05562032', 'municipality', '05562', 'Münster', 51613800, 7197400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05562036', 'Waltrop', 'Stadt Waltrop', 'waltrop stadt waltrop 05562036', 'municipality', '05562', 'Münster', 51621300, 7402400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566004', 'Altenberge', 'Gemeinde Altenberge', 'altenberge gemeinde altenberge 05566004', 'municipality', '05566', 'Münster', 52050000, 7466700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566008', 'Emsdetten', 'Stadt Emsdetten', 'emsdetten stadt emsdetten 05566008', 'municipality', '05566', 'Münster', 52173400, 7527800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566012', 'Greven', 'Stadt Greven', 'greven stadt greven 05566012', 'municipality', '05566', 'Münster', 52093600, 7594000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566016', 'Hörstel', 'Stadt Hörstel', 'hoerstel horstel stadt hoerstel stadt horstel 05566016', 'municipality', '05566', 'Münster', 52297600, 7583800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566020', 'Hopsten', 'Gemeinde Hopsten', 'hopsten gemeinde hopsten 05566020', 'municipality', '05566', 'Münster', 52381700, 7601600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566024', 'Horstmar', 'Stadt Horstmar', 'horstmar stadt horstmar 05566024', 'municipality', '05566', 'Münster', 52081000, 7305400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566028', 'Ibbenbüren', 'Stadt Ibbenbüren', 'ibbenbueren ibbenburen stadt ibbenbueren stadt ibbenburen 05566028', 'municipality', '05566', 'Münster', 52279600, 7714600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566032', 'Ladbergen', 'Gemeinde Ladbergen', 'ladbergen gemeinde ladbergen 05566032', 'municipality', '05566', 'Münster', 52133300, 7750000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566036', 'Laer', 'Gemeinde Laer', 'laer gemeinde laer 05566036', 'municipality', '05566', 'Münster', 52055500, 7357800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566040', 'Lengerich', 'Stadt Lengerich', 'lengerich stadt lengerich 05566040', 'municipality', '05566', 'Münster', 52186600, 7860400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566044', 'Lienen', 'Gemeinde Lienen', 'lienen gemeinde lienen 05566044', 'municipality', '05566', 'Münster', 52150000, 7983300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566048', 'Lotte', 'Gemeinde Lotte', 'lotte gemeinde lotte 05566048', 'municipality', '05566', 'Münster', 52283300, 7916700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566052', 'Metelen', 'Gemeinde Metelen', 'metelen gemeinde metelen 05566052', 'municipality', '05566', 'Münster', 52144300, 7212700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566056', 'Mettingen', 'Gemeinde Mettingen', 'mettingen gemeinde mettingen 05566056', 'municipality', '05566', 'Münster', 52316700, 7783300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566060', 'Neuenkirchen', 'Gemeinde Neuenkirchen', 'neuenkirchen gemeinde neuenkirchen 05566060', 'municipality', '05566', 'Münster', 52244700, 7371800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566064', 'Nordwalde', 'Gemeinde Nordwalde', 'nordwalde gemeinde nordwalde 05566064', 'municipality', '05566', 'Münster', 52083300, 7483300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566068', 'Ochtrup', 'Stadt Ochtrup', 'ochtrup stadt ochtrup 05566068', 'municipality', '05566', 'Münster', 52208000, 7189900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566072', 'Recke', 'Gemeinde Recke', 'recke gemeinde recke 05566072', 'municipality', '05566', 'Münster', 52368900, 7721200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566076', 'Rheine', 'Stadt Rheine', 'rheine stadt rheine 05566076', 'municipality', '05566', 'Münster', 52285100, 7440500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566080', 'Saerbeck', 'Gemeinde Saerbeck', 'saerbeck gemeinde saerbeck 05566080', 'municipality', '05566', 'Münster', 52173700, 7633900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566084', 'Steinfurt', 'Stadt Steinfurt', 'steinfurt stadt steinfurt 05566084', 'municipality', '05566', 'Münster', 52150400, 7336600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566088', 'Tecklenburg', 'Stadt Tecklenburg', 'tecklenburg stadt tecklenburg 05566088', 'municipality', '05566', 'Münster', 52219600, 7813600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566092', 'Westerkappeln', 'Gemeinde Westerkappeln', 'westerkappeln gemeinde westerkappeln 05566092', 'municipality', '05566', 'Münster', 52316700, 7883300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05566096', 'Wettringen', 'Gemeinde Wettringen', 'wettringen gemeinde wettringen 05566096', 'municipality', '05566', 'Münster', 52209400, 7319000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570004', 'Ahlen', 'Stadt Ahlen', 'ahlen stadt ahlen 05570004', 'municipality', '05570', 'Münster', 51763400, 7888700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570008', 'Beckum', 'Stadt Beckum', 'beckum stadt beckum 05570008', 'municipality', '05570', 'Münster', 51755700, 8040700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570012', 'Beelen', 'Gemeinde Beelen', 'beelen gemeinde beelen 05570012', 'municipality', '05570', 'Münster', 51929100, 8111200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570016', 'Drensteinfurt', 'Stadt Drensteinfurt', 'drensteinfurt stadt drensteinfurt 05570016', 'municipality', '05570', 'Münster', 51795300, 7738200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570020', 'Ennigerloh', 'Stadt Ennigerloh', 'ennigerloh stadt ennigerloh 05570020', 'municipality', '05570', 'Münster', 51838400, 8030900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570024', 'Everswinkel', 'Gemeinde Everswinkel', 'everswinkel gemeinde everswinkel 05570024', 'municipality', '05570', 'Münster', 51926000, 7846900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570028', 'Oelde', 'Stadt Oelde', 'oelde stadt oelde 05570028', 'municipality', '05570', 'Münster', 51828900, 8147200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570032', 'Ostbevern', 'Gemeinde Ostbevern', 'ostbevern gemeinde ostbevern 05570032', 'municipality', '05570', 'Münster', 52040200, 7842300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570036', 'Sassenberg', 'Stadt Sassenberg', 'sassenberg stadt sassenberg 05570036', 'municipality', '05570', 'Münster', 51992200, 8040700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570040', 'Sendenhorst', 'Stadt Sendenhorst', 'sendenhorst stadt sendenhorst 05570040', 'municipality', '05570', 'Münster', 51843000, 7830000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570044', 'Telgte', 'Stadt Telgte', 'telgte stadt telgte 05570044', 'municipality', '05570', 'Münster', 51980000, 7782900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570048', 'Wadersloh', 'Gemeinde Wadersloh', 'wadersloh gemeinde wadersloh 05570048', 'municipality', '05570', 'Münster', 51733300, 8250000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05570052', 'Warendorf', 'Stadt Warendorf', 'warendorf stadt warendorf 05570052', 'municipality', '05570', 'Münster', 51951100, 7987600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05711000', 'Bielefeld', 'Stadt Bielefeld', 'bielefeld stadt bielefeld 05711000', 'independent_city', NULL, 'Detmold', 52033300, 8533300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754004', 'Borgholzhausen', 'Stadt Borgholzhausen', 'borgholzhausen stadt borgholzhausen 05754004', 'municipality', '05754', 'Detmold', 52103400, 8302100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754008', 'Gütersloh', 'Stadt Gütersloh', 'guetersloh gutersloh stadt guetersloh stadt gutersloh 05754008', 'municipality', '05754', 'Detmold', 51906900, 8378500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754012', 'Halle (Westf.)', 'Stadt Halle (Westf.)', 'halle westf stadt halle westf 05754012', 'municipality', '05754', 'Detmold', 52060100, 8360800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754016', 'Harsewinkel', 'Stadt Harsewinkel', 'harsewinkel stadt harsewinkel 05754016', 'municipality', '05754', 'Detmold', 51962200, 8227700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754020', 'Herzebrock-Clarholz', 'Gemeinde Herzebrock-Clarholz', 'herzebrock clarholz gemeinde herzebrock clarholz 05754020', 'municipality', '05754', 'Detmold', 51883000, 8233000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754024', 'Langenberg', 'Gemeinde Langenberg', 'langenberg gemeinde langenberg 05754024', 'municipality', '05754', 'Detmold', 51772100, 8318100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754028', 'Rheda-Wiedenbrück', 'Stadt Rheda-Wiedenbrück', 'rheda wiedenbrueck rheda wiedenbruck stadt rheda wiedenbrueck stadt rheda wiedenbruck 05754028', 'municipality', '05754', 'Detmold', 51849700, 8300200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754032', 'Rietberg', 'Stadt Rietberg', 'rietberg stadt rietberg 05754032', 'municipality', '05754', 'Detmold', 51809200, 8428400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754036', 'Schloß Holte-Stukenbrock', 'Stadt Schloß Holte-Stukenbrock', 'schloss holte stukenbrock stadt schloss holte stukenbrock 05754036', 'municipality', '05754', 'Detmold', 51890000, 8615000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754040', 'Steinhagen', 'Gemeinde Steinhagen', 'steinhagen gemeinde steinhagen 05754040', 'municipality', '05754', 'Detmold', 52000000, 8400000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754044', 'Verl', 'Stadt Verl', 'verl stadt verl 05754044', 'municipality', '05754', 'Detmold', 51883300, 8516700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754048', 'Versmold', 'Stadt Versmold', 'versmold stadt versmold 05754048', 'municipality', '05754', 'Detmold', 52040100, 8152700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05754052', 'Werther (Westf.)', 'Stadt Werther (Westf.)', 'werther westf stadt werther westf 05754052', 'municipality', '05754', 'Detmold', 52077700, 8417900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758004', 'Bünde', 'Stadt Bünde', 'buende bunde stadt buende stadt bunde 05758004', 'municipality', '05758', 'Detmold', 52198400, 8586400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758008', 'Enger', 'Stadt Enger', 'enger stadt enger 05758008', 'municipality', '05758', 'Detmold', 52140600, 8557700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758012', 'Herford', 'Stadt Herford', 'herford stadt herford 05758012', 'municipality', '05758', 'Detmold', 52114600, 8673400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758016', 'Hiddenhausen', 'Gemeinde Hiddenhausen', 'hiddenhausen gemeinde hiddenhausen 05758016', 'municipality', '05758', 'Detmold', 52166700, 8616700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758020', 'Kirchlengern', 'Gemeinde Kirchlengern', 'kirchlengern gemeinde kirchlengern 05758020', 'municipality', '05758', 'Detmold', 52200000, 8633300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758024', 'Löhne', 'Stadt Löhne', 'loehne lohne stadt loehne stadt lohne 05758024', 'municipality', '05758', 'Detmold', 52188500, 8692200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758028', 'Rödinghausen', 'Gemeinde Rödinghausen', 'roedinghausen rodinghausen gemeinde roedinghausen gemeinde rodinghausen 05758028', 'municipality', '05758', 'Detmold', 52250000, 8483300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758032', 'Spenge', 'Stadt Spenge', 'spenge stadt spenge 05758032', 'municipality', '05758', 'Detmold', 52140200, 8484800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05758036', 'Vlotho', 'Stadt Vlotho', 'vlotho stadt vlotho 05758036', 'municipality', '05758', 'Detmold', 52165300, 8860000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762004', 'Bad Driburg', 'Stadt Bad Driburg', 'bad driburg stadt bad driburg 05762004', 'municipality', '05762', 'Detmold', 51733000, 9019700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762008', 'Beverungen', 'Stadt Beverungen', 'beverungen stadt beverungen 05762008', 'municipality', '05762', 'Detmold', 51668000, 9374200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762012', 'Borgentreich', 'Stadt Borgentreich', 'borgentreich stadt borgentreich 05762012', 'municipality', '05762', 'Detmold', 51569200, 9241100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762016', 'Brakel', 'Stadt Brakel', 'brakel stadt brakel 05762016', 'municipality', '05762', 'Detmold', 51717500, 9186000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762020', 'Höxter', 'Stadt Höxter', 'hoexter hoxter stadt hoexter stadt hoxter 05762020', 'municipality', '05762', 'Detmold', 51775000, 9381600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762024', 'Marienmünster', 'Stadt Marienmünster', 'marienmuenster marienmunster stadt marienmuenster stadt marienmunster 05762024', 'municipality', '05762', 'Detmold', 51833000, 9217000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762028', 'Nieheim', 'Stadt Nieheim', 'nieheim stadt nieheim 05762028', 'municipality', '05762', 'Detmold', 51805000, 9113000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762032', 'Steinheim', 'Stadt Steinheim', 'steinheim stadt steinheim 05762032', 'municipality', '05762', 'Detmold', 51870700, 9091400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762036', 'Warburg', 'Stadt Warburg', 'warburg stadt warburg 05762036', 'municipality', '05762', 'Detmold', 51490100, 9146400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05762040', 'Willebadessen', 'Stadt Willebadessen', 'willebadessen stadt willebadessen 05762040', 'municipality', '05762', 'Detmold', 51625600, 9036900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766004', 'Augustdorf', 'Gemeinde Augustdorf', 'augustdorf gemeinde augustdorf 05766004', 'municipality', '05766', 'Detmold', 51909400, 8731700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766008', 'Bad Salzuflen', 'Stadt Bad Salzuflen', 'bad salzuflen stadt bad salzuflen 05766008', 'municipality', '05766', 'Detmold', 52086200, 8744300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766012', 'Barntrup', 'Stadt Barntrup', 'barntrup stadt barntrup 05766012', 'municipality', '05766', 'Detmold', 51990400, 9116400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766016', 'Blomberg', 'Stadt Blomberg', 'blomberg stadt blomberg 05766016', 'municipality', '05766', 'Detmold', 51943300, 9090700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766020', 'Detmold', 'Stadt Detmold', 'detmold stadt detmold 05766020', 'municipality', '05766', 'Detmold', 51938500, 8873200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766024', 'Dörentrup', 'Gemeinde Dörentrup', 'doerentrup dorentrup gemeinde doerentrup gemeinde dorentrup 05766024', 'municipality', '05766', 'Detmold', 52041100, 9002800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766028', 'Extertal', 'Gemeinde Extertal', 'extertal gemeinde extertal 05766028', 'municipality', '05766', 'Detmold', 52067000, 9117000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766032', 'Horn-Bad Meinberg', 'Stadt Horn-Bad Meinberg', 'horn bad meinberg stadt horn bad meinberg 05766032', 'municipality', '05766', 'Detmold', 51885500, 8962400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766036', 'Kalletal', 'Gemeinde Kalletal', 'kalletal gemeinde kalletal 05766036', 'municipality', '05766', 'Detmold', 52133000, 8967000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766040', 'Lage', 'Stadt Lage', 'lage stadt lage 05766040', 'municipality', '05766', 'Detmold', 51992200, 8793000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766044', 'Lemgo', 'Stadt Lemgo', 'lemgo stadt lemgo 05766044', 'municipality', '05766', 'Detmold', 52027900, 8899000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766048', 'Leopoldshöhe', 'Gemeinde Leopoldshöhe', 'leopoldshoehe leopoldshohe gemeinde leopoldshoehe gemeinde leopoldshohe 05766048', 'municipality', '05766', 'Detmold', 52012500, 8698300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766052', 'Lügde', 'Stadt Lügde', 'luegde lugde stadt luegde stadt lugde 05766052', 'municipality', '05766', 'Detmold', 51958300, 9247100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766056', 'Oerlinghausen', 'Stadt Oerlinghausen', 'oerlinghausen stadt oerlinghausen 05766056', 'municipality', '05766', 'Detmold', 51954500, 8662200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766060', 'Schieder-Schwalenberg', 'Stadt Schieder-Schwalenberg', 'schieder schwalenberg stadt schieder schwalenberg 05766060', 'municipality', '05766', 'Detmold', 51877100, 9195400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05766064', 'Schlangen', 'Gemeinde Schlangen', 'schlangen gemeinde schlangen 05766064', 'municipality', '05766', 'Detmold', 51809800, 8846000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770004', 'Bad Oeynhausen', 'Stadt Bad Oeynhausen', 'bad oeynhausen stadt bad oeynhausen 05770004', 'municipality', '05770', 'Detmold', 52207000, 8803600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770008', 'Espelkamp', 'Stadt Espelkamp', 'espelkamp stadt espelkamp 05770008', 'municipality', '05770', 'Detmold', 52381400, 8623000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770012', 'Hille', 'Gemeinde Hille', 'hille gemeinde hille 05770012', 'municipality', '05770', 'Detmold', 52333300, 8750000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770016', 'Hüllhorst', 'Gemeinde Hüllhorst', 'huellhorst hullhorst gemeinde huellhorst gemeinde hullhorst 05770016', 'municipality', '05770', 'Detmold', 52275000, 8669000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770020', 'Lübbecke', 'Stadt Lübbecke', 'luebbecke lubbecke stadt luebbecke stadt lubbecke 05770020', 'municipality', '05770', 'Detmold', 52307000, 8614200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770024', 'Minden', 'Stadt Minden', 'minden stadt minden 05770024', 'municipality', '05770', 'Detmold', 52289500, 8914600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770028', 'Petershagen', 'Stadt Petershagen', 'petershagen stadt petershagen 05770028', 'municipality', '05770', 'Detmold', 52375100, 8965400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770032', 'Porta Westfalica', 'Stadt Porta Westfalica', 'porta westfalica stadt porta westfalica 05770032', 'municipality', '05770', 'Detmold', 52229600, 8916100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770036', 'Preußisch Oldendorf', 'Stadt Preußisch Oldendorf', 'preussisch oldendorf stadt preussisch oldendorf 05770036', 'municipality', '05770', 'Detmold', 52305900, 8493400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770040', 'Rahden', 'Stadt Rahden', 'rahden stadt rahden 05770040', 'municipality', '05770', 'Detmold', 52434200, 8612700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05770044', 'Stemwede', 'Gemeinde Stemwede', 'stemwede gemeinde stemwede 05770044', 'municipality', '05770', 'Detmold', 52367000, 8433000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774004', 'Altenbeken', 'Gemeinde Altenbeken', 'altenbeken gemeinde altenbeken 05774004', 'municipality', '05774', 'Detmold', 51764500, 8942000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774008', 'Bad Lippspringe', 'Stadt Bad Lippspringe', 'bad lippspringe stadt bad lippspringe 05774008', 'municipality', '05774', 'Detmold', 51783300, 8816800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774012', 'Borchen', 'Gemeinde Borchen', 'borchen gemeinde borchen 05774012', 'municipality', '05774', 'Detmold', 51667000, 8733000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774016', 'Büren', 'Stadt Büren', 'bueren buren stadt bueren stadt buren 05774016', 'municipality', '05774', 'Detmold', 51551100, 8559600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774020', 'Delbrück', 'Stadt Delbrück', 'delbrueck delbruck stadt delbrueck stadt delbruck 05774020', 'municipality', '05774', 'Detmold', 51765000, 8562200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774024', 'Hövelhof', 'Gemeinde Hövelhof', 'hoevelhof hovelhof gemeinde hoevelhof gemeinde hovelhof 05774024', 'municipality', '05774', 'Detmold', 51816700, 8650000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774028', 'Lichtenau', 'Stadt Lichtenau', 'lichtenau stadt lichtenau 05774028', 'municipality', '05774', 'Detmold', 51617100, 8896600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774032', 'Paderborn', 'Stadt Paderborn', 'paderborn stadt paderborn 05774032', 'municipality', '05774', 'Detmold', 51719100, 8754400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774036', 'Salzkotten', 'Stadt Salzkotten', 'salzkotten stadt salzkotten 05774036', 'municipality', '05774', 'Detmold', 51671700, 8600900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05774040', 'Bad Wünnenberg', 'Stadt Bad Wünnenberg', 'bad wuennenberg bad wunnenberg stadt bad wuennenberg stadt bad wunnenberg 05774040', 'municipality', '05774', 'Detmold', 51520000, 8699300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05911000', 'Bochum', 'Stadt Bochum', 'bochum stadt bochum 05911000', 'independent_city', NULL, 'Arnsberg', 51481700, 7216500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05913000', 'Dortmund', 'Stadt Dortmund', 'dortmund stadt dortmund 05913000', 'independent_city', NULL, 'Arnsberg', 51514900, 7466000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05914000', 'Hagen', 'Stadt Hagen', 'hagen stadt hagen 05914000', 'independent_city', NULL, 'Arnsberg', 51360800, 7471700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05915000', 'Hamm', 'Stadt Hamm', 'hamm stadt hamm 05915000', 'independent_city', NULL, 'Arnsberg', 51680300, 7820900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05916000', 'Herne', 'Stadt Herne', 'herne stadt herne 05916000', 'independent_city', NULL, 'Arnsberg', 51538800, 7225700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954004', 'Breckerfeld', 'Stadt Breckerfeld', 'breckerfeld stadt breckerfeld 05954004', 'municipality', '05954', 'Arnsberg', 51259300, 7468100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954008', 'Ennepetal', 'Stadt Ennepetal', 'ennepetal stadt ennepetal 05954008', 'municipality', '05954', 'Arnsberg', 51298500, 7362900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954012', 'Gevelsberg', 'Stadt Gevelsberg', 'gevelsberg stadt gevelsberg 05954012', 'municipality', '05954', 'Arnsberg', 51319700, 7339200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954016', 'Hattingen', 'Stadt Hattingen', 'hattingen stadt hattingen 05954016', 'municipality', '05954', 'Arnsberg', 51398900, 7185600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954020', 'Herdecke', 'Stadt Herdecke', 'herdecke stadt herdecke 05954020', 'municipality', '05954', 'Arnsberg', 51400000, 7435800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954024', 'Schwelm', 'Stadt Schwelm', 'schwelm stadt schwelm 05954024', 'municipality', '05954', 'Arnsberg', 51286300, 7293900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954028', 'Sprockhövel', 'Stadt Sprockhövel', 'sprockhoevel sprockhovel stadt sprockhoevel stadt sprockhovel 05954028', 'municipality', '05954', 'Arnsberg', 51346700, 7243400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954032', 'Wetter (Ruhr)', 'Stadt Wetter (Ruhr)', 'wetter ruhr stadt wetter ruhr 05954032', 'municipality', '05954', 'Arnsberg', 51387500, 7392800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05954036', 'Witten', 'Stadt Witten', 'witten stadt witten 05954036', 'municipality', '05954', 'Arnsberg', 51443600, 7352600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958004', 'Arnsberg', 'Stadt Arnsberg', 'arnsberg stadt arnsberg 05958004', 'municipality', '05958', 'Arnsberg', 51383300, 8083300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958008', 'Bestwig', 'Gemeinde Bestwig', 'bestwig gemeinde bestwig 05958008', 'municipality', '05958', 'Arnsberg', 51360800, 8400800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958012', 'Brilon', 'Stadt Brilon', 'brilon stadt brilon 05958012', 'municipality', '05958', 'Arnsberg', 51394600, 8571500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958016', 'Eslohe (Sauerland)', 'Gemeinde Eslohe (Sauerland)', 'eslohe sauerland gemeinde eslohe sauerland 05958016', 'municipality', '05958', 'Arnsberg', 51253700, 8169500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958020', 'Hallenberg', 'Stadt Hallenberg', 'hallenberg stadt hallenberg 05958020', 'municipality', '05958', 'Arnsberg', 51111200, 8620100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958024', 'Marsberg', 'Stadt Marsberg', 'marsberg stadt marsberg 05958024', 'municipality', '05958', 'Arnsberg', 51461700, 8849500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958028', 'Medebach', 'Stadt Medebach', 'medebach stadt medebach 05958028', 'municipality', '05958', 'Arnsberg', 51197100, 8706400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958032', 'Meschede', 'Stadt Meschede', 'meschede stadt meschede 05958032', 'municipality', '05958', 'Arnsberg', 51350200, 8283300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958036', 'Olsberg', 'Stadt Olsberg', 'olsberg stadt olsberg 05958036', 'municipality', '05958', 'Arnsberg', 51356100, 8489000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958040', 'Schmallenberg', 'Stadt Schmallenberg', 'schmallenberg stadt schmallenberg 05958040', 'municipality', '05958', 'Arnsberg', 51154700, 8285100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958044', 'Sundern (Sauerland)', 'Stadt Sundern (Sauerland)', 'sundern sauerland stadt sundern sauerland 05958044', 'municipality', '05958', 'Arnsberg', 51328100, 8003700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05958048', 'Winterberg', 'Stadt Winterberg', 'winterberg stadt winterberg 05958048', 'municipality', '05958', 'Arnsberg', 51192500, 8534700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962004', 'Altena', 'Stadt Altena', 'altena stadt altena 05962004', 'municipality', '05962', 'Arnsberg', 51294700, 7673400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962008', 'Balve', 'Stadt Balve', 'balve stadt balve 05962008', 'municipality', '05962', 'Arnsberg', 51331500, 7864200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962012', 'Halver', 'Stadt Halver', 'halver stadt halver 05962012', 'municipality', '05962', 'Arnsberg', 51186100, 7498200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962016', 'Hemer', 'Stadt Hemer', 'hemer stadt hemer 05962016', 'municipality', '05962', 'Arnsberg', 51387100, 7770200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962020', 'Herscheid', 'Gemeinde Herscheid', 'herscheid gemeinde herscheid 05962020', 'municipality', '05962', 'Arnsberg', 51179000, 7743500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962024', 'Iserlohn', 'Stadt Iserlohn', 'iserlohn stadt iserlohn 05962024', 'municipality', '05962', 'Arnsberg', 51375500, 7702800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962028', 'Kierspe', 'Stadt Kierspe', 'kierspe stadt kierspe 05962028', 'municipality', '05962', 'Arnsberg', 51134000, 7590700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962032', 'Lüdenscheid', 'Stadt Lüdenscheid', 'luedenscheid ludenscheid stadt luedenscheid stadt ludenscheid 05962032', 'municipality', '05962', 'Arnsberg', 51219800, 7627300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962036', 'Meinerzhagen', 'Stadt Meinerzhagen', 'meinerzhagen stadt meinerzhagen 05962036', 'municipality', '05962', 'Arnsberg', 51107400, 7648400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962040', 'Menden (Sauerland)', 'Stadt Menden (Sauerland)', 'menden sauerland stadt menden sauerland 05962040', 'municipality', '05962', 'Arnsberg', 51443400, 7778200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962044', 'Nachrodt-Wiblingwerde', 'Gemeinde Nachrodt-Wiblingwerde', 'nachrodt wiblingwerde gemeinde nachrodt wiblingwerde 05962044', 'municipality', '05962', 'Arnsberg', 51316700, 7616700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962048', 'Neuenrade', 'Stadt Neuenrade', 'neuenrade stadt neuenrade 05962048', 'municipality', '05962', 'Arnsberg', 51282800, 7782500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962052', 'Plettenberg', 'Stadt Plettenberg', 'plettenberg stadt plettenberg 05962052', 'municipality', '05962', 'Arnsberg', 51209500, 7872600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962056', 'Schalksmühle', 'Gemeinde Schalksmühle', 'schalksmuehle schalksmuhle gemeinde schalksmuehle gemeinde schalksmuhle 05962056', 'municipality', '05962', 'Arnsberg', 51241200, 7527900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05962060', 'Werdohl', 'Stadt Werdohl', 'werdohl stadt werdohl 05962060', 'municipality', '05962', 'Arnsberg', 51260100, 7766100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966004', 'Attendorn', 'Stadt Attendorn', 'attendorn stadt attendorn 05966004', 'municipality', '05966', 'Arnsberg', 51126400, 7903300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966008', 'Drolshagen', 'Stadt Drolshagen', 'drolshagen stadt drolshagen 05966008', 'municipality', '05966', 'Arnsberg', 51023600, 7773600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966012', 'Finnentrop', 'Gemeinde Finnentrop', 'finnentrop gemeinde finnentrop 05966012', 'municipality', '05966', 'Arnsberg', 51173600, 7966400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966016', 'Kirchhundem', 'Gemeinde Kirchhundem', 'kirchhundem gemeinde kirchhundem 05966016', 'municipality', '05966', 'Arnsberg', 51085600, 8088900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966020', 'Lennestadt', 'Stadt Lennestadt', 'lennestadt stadt lennestadt 05966020', 'municipality', '05966', 'Arnsberg', 51117200, 8067100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966024', 'Olpe', 'Stadt Olpe', 'olpe stadt olpe 05966024', 'municipality', '05966', 'Arnsberg', 51029000, 7851400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05966028', 'Wenden', 'Gemeinde Wenden', 'wenden gemeinde wenden 05966028', 'municipality', '05966', 'Arnsberg', 50966700, 7866700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970004', 'Bad Berleburg', 'Stadt Bad Berleburg', 'bad berleburg stadt bad berleburg 05970004', 'municipality', '05970', 'Arnsberg', 51052200, 8392300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970008', 'Burbach', 'Gemeinde Burbach', 'burbach gemeinde burbach 05970008', 'municipality', '05970', 'Arnsberg', 50751000, 8079400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970012', 'Erndtebrück', 'Gemeinde Erndtebrück', 'erndtebrueck erndtebruck gemeinde erndtebrueck gemeinde erndtebruck 05970012', 'municipality', '05970', 'Arnsberg', 50989300, 8252900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970016', 'Freudenberg', 'Stadt Freudenberg', 'freudenberg stadt freudenberg 05970016', 'municipality', '05970', 'Arnsberg', 50897400, 7874200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970020', 'Hilchenbach', 'Stadt Hilchenbach', 'hilchenbach stadt hilchenbach 05970020', 'municipality', '05970', 'Arnsberg', 50996900, 8110600, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970024', 'Kreuztal', 'Stadt Kreuztal', 'kreuztal stadt kreuztal 05970024', 'municipality', '05970', 'Arnsberg', 50967800, 7988500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970028', 'Bad Laasphe', 'Stadt Bad Laasphe', 'bad laasphe stadt bad laasphe 05970028', 'municipality', '05970', 'Arnsberg', 50931400, 8425000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970032', 'Netphen', 'Stadt Netphen', 'netphen stadt netphen 05970032', 'municipality', '05970', 'Arnsberg', 50916700, 8100000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970036', 'Neunkirchen', 'Gemeinde Neunkirchen', 'neunkirchen gemeinde neunkirchen 05970036', 'municipality', '05970', 'Arnsberg', 50800000, 8000000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970040', 'Siegen', 'Stadt Siegen', 'siegen stadt siegen 05970040', 'municipality', '05970', 'Arnsberg', 50874800, 8024300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05970044', 'Wilnsdorf', 'Gemeinde Wilnsdorf', 'wilnsdorf gemeinde wilnsdorf 05970044', 'municipality', '05970', 'Arnsberg', 50816700, 8100000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974004', 'Anröchte', 'Gemeinde Anröchte', 'anroechte anrochte gemeinde anroechte gemeinde anrochte 05974004', 'municipality', '05974', 'Arnsberg', 51566700, 8333300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974008', 'Bad Sassendorf', 'Gemeinde Bad Sassendorf', 'bad sassendorf gemeinde bad sassendorf 05974008', 'municipality', '05974', 'Arnsberg', 51583300, 8166700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974012', 'Ense', 'Gemeinde Ense', 'ense gemeinde ense 05974012', 'municipality', '05974', 'Arnsberg', 51500000, 7967000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974016', 'Erwitte', 'Stadt Erwitte', 'erwitte stadt erwitte 05974016', 'municipality', '05974', 'Arnsberg', 51612700, 8338400, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974020', 'Geseke', 'Stadt Geseke', 'geseke stadt geseke 05974020', 'municipality', '05974', 'Arnsberg', 51640900, 8510900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974024', 'Lippetal', 'Gemeinde Lippetal', 'lippetal gemeinde lippetal 05974024', 'municipality', '05974', 'Arnsberg', 51667000, 8133000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974028', 'Lippstadt', 'Stadt Lippstadt', 'lippstadt stadt lippstadt 05974028', 'municipality', '05974', 'Arnsberg', 51673700, 8344800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974032', 'Möhnesee', 'Gemeinde Möhnesee', 'moehnesee mohnesee gemeinde moehnesee gemeinde mohnesee 05974032', 'municipality', '05974', 'Arnsberg', 51500000, 8133300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974036', 'Rüthen', 'Stadt Rüthen', 'ruethen ruthen stadt ruethen stadt ruthen 05974036', 'municipality', '05974', 'Arnsberg', 51490900, 8436000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974040', 'Soest', 'Stadt Soest', 'soest stadt soest 05974040', 'municipality', '05974', 'Arnsberg', 51575600, 8106200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974044', 'Warstein', 'Stadt Warstein', 'warstein stadt warstein 05974044', 'municipality', '05974', 'Arnsberg', 51444900, 8348500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974048', 'Welver', 'Gemeinde Welver', 'welver gemeinde welver 05974048', 'municipality', '05974', 'Arnsberg', 51616700, 7966700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974052', 'Werl', 'Stadt Werl', 'werl stadt werl 05974052', 'municipality', '05974', 'Arnsberg', 51554900, 7914000, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05974056', 'Wickede (Ruhr)', 'Gemeinde Wickede (Ruhr)', 'wickede ruhr gemeinde wickede ruhr 05974056', 'municipality', '05974', 'Arnsberg', 51496400, 7865900, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978004', 'Bergkamen', 'Stadt Bergkamen', 'bergkamen stadt bergkamen 05978004', 'municipality', '05978', 'Arnsberg', 51616300, 7644500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978008', 'Bönen', 'Gemeinde Bönen', 'boenen bonen gemeinde boenen gemeinde bonen 05978008', 'municipality', '05978', 'Arnsberg', 51600000, 7766700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978012', 'Fröndenberg/Ruhr', 'Stadt Fröndenberg/Ruhr', 'froendenberg ruhr frondenberg ruhr stadt froendenberg ruhr stadt frondenberg ruhr 05978012', 'municipality', '05978', 'Arnsberg', 51475600, 7769500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978016', 'Holzwickede', 'Gemeinde Holzwickede', 'holzwickede gemeinde holzwickede 05978016', 'municipality', '05978', 'Arnsberg', 51500000, 7633300, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978020', 'Kamen', 'Stadt Kamen', 'kamen stadt kamen 05978020', 'municipality', '05978', 'Arnsberg', 51592300, 7663800, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978024', 'Lünen', 'Stadt Lünen', 'luenen lunen stadt luenen stadt lunen 05978024', 'municipality', '05978', 'Arnsberg', 51616300, 7528700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978028', 'Schwerte', 'Stadt Schwerte', 'schwerte stadt schwerte 05978028', 'municipality', '05978', 'Arnsberg', 51443900, 7567500, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978032', 'Selm', 'Stadt Selm', 'selm stadt selm 05978032', 'municipality', '05978', 'Arnsberg', 51696900, 7468100, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978036', 'Unna', 'Stadt Unna', 'unna stadt unna 05978036', 'municipality', '05978', 'Arnsberg', 51538000, 7689700, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
INSERT INTO "register_body" VALUES ('05978040', 'Werne', 'Stadt Werne', 'werne stadt werne 05978040', 'municipality', '05978', 'Arnsberg', 51664500, 7634200, NULL, NULL, NULL, 1, NULL, 'DE', '', 1);
CREATE TABLE remark_release (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	released_by INTEGER NOT NULL, 
	released_at DATETIME NOT NULL, 
	CONSTRAINT pk_remark_release PRIMARY KEY (id), 
	CONSTRAINT fk_remark_release_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_remark_release_released_by_account FOREIGN KEY(released_by) REFERENCES account (id), 
	CONSTRAINT uq_remark_release_edition_id UNIQUE (edition_id)
);
INSERT INTO "remark_release" VALUES (1, 1, 1, '2026-03-01 10:00:00.000000');
CREATE TABLE requested_change (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	target VARCHAR(60) NOT NULL, 
	remark TEXT NOT NULL, 
	requested_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT pk_requested_change PRIMARY KEY (id), 
	CONSTRAINT fk_requested_change_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id)
);
INSERT INTO "requested_change" VALUES (1, 3, 'Text', 'Text', '2026-03-01 10:00:00.000000', NULL);
CREATE TABLE result_reopening (
	id INTEGER NOT NULL, 
	seal_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	reopened_at DATETIME NOT NULL, 
	CONSTRAINT pk_result_reopening PRIMARY KEY (id), 
	CONSTRAINT fk_result_reopening_seal_id_result_seal FOREIGN KEY(seal_id) REFERENCES result_seal (id), 
	CONSTRAINT uq_result_reopening_seal_id UNIQUE (seal_id)
);
INSERT INTO "result_reopening" VALUES (1, 1, 'Ein Bogen wurde nach der Sitzung als unvollständig erkannt.', '2026-03-04 10:11:00.000000');
CREATE TABLE result_seal (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	signature VARCHAR(128) NOT NULL, 
	public_key VARCHAR(64) NOT NULL, 
	sealed_at DATETIME NOT NULL, 
	CONSTRAINT pk_result_seal PRIMARY KEY (id), 
	CONSTRAINT fk_result_seal_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_result_seal_edition_id_version UNIQUE (edition_id, version)
);
INSERT INTO "result_seal" VALUES (1, 1, 1, '{"audit":{"head":"61c9b99afa6581f6bacf6522d9bbb586fd2e05853a9f68cace1ec5b0401820ba","length":39},"categories":[{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":{"decided_at":"2026-03-04T10:07:00.000000Z","public_text":"Vorbilder für alle.","reason":"Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen.","shared_with":["L2-002"],"vote":{"motion":"M7","standing":"carried"},"winner":"L2-001"},"entries":[{"criterion_means":{"benefit":"8","innovation":"28/5","sustainability":"7"},"discussion_wanted_by":["J2"],"lead":"Stadt Bocholt","mean":"349/50","number":"L2-001","partners":["Stadt Gronau (Westf.)"],"rank":1,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"8","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"8","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"}],"title":"Beitrag 0"},{"criterion_means":{"benefit":"7","innovation":"28/5","sustainability":"7"},"discussion_wanted_by":[],"lead":"Stadt Borken","mean":"329/50","number":"L2-002","partners":["Stadt Gronau (Westf.)"],"rank":2,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"7","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"7","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"}],"title":"Beitrag 1"},{"criterion_means":{"benefit":"6","innovation":"11/2","sustainability":"7"},"discussion_wanted_by":[],"lead":"Stadt Ahaus","mean":"123/20","number":"L2-003","partners":["Stadt Gronau (Westf.)"],"rank":3,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"6","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"6","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"6","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"6","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{},"state":"recused"}],"title":"Beitrag 2"}],"key":"pflichtaufgaben","name":"Kommunale Pflichtaufgaben und Innere Verwaltung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"vernetzung","name":"Informationsaustausch und Vernetzung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"wirtschaft-kultur","name":"Wirtschaftsförderung, Tourismus und Kultur","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"umwelt-planung","name":"Umwelt, Planung und Infrastruktur","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"krise","name":"Interkommunale Zusammenarbeit in der Krisenbewältigung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"shared-service-center","name":"Shared Service Center","prize_euro":10000,"shortlist":null}],"comparison_opened":["2026-03-04T09:31:00.000000Z"],"confirmed_by":[{"at":"2026-03-04T10:08:00.000000Z","name":"Toni Tester","role":"organiser"},{"at":"2026-03-04T10:09:00.000000Z","name":"Ada","role":"chair"}],"content_sha256":"118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2","edition":{"average":"mean","hides_names":false,"minimum_sheets":2,"name":"2. Landespreis","organiser":"Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen","scale":{"maximum":"10","minimum":"0","step":"1"},"shares_prizes":true,"slug":"landespreis-2","tie_break":[],"voting":{"allows_against_vote":false,"allows_circulation":true,"chair_breaks_ties":true,"needs_vote":false,"quorum":"half","quorum_least":1}},"format":"ikz-award result 4","jurors":[{"body":"Städtetag NRW","key":"J1","name":"Ada","role":"chair"},{"body":"Städtetag NRW","key":"J2","name":"Ben","role":"member"},{"body":"Städtetag NRW","key":"J3","name":"Cleo","role":"member"},{"body":"Städtetag NRW","key":"J4","name":"Dora","role":"member"},{"body":"Städtetag NRW","key":"J5","name":"Emil","role":"member"}],"meetings":[{"agenda":[{"category":"pflichtaufgaben","ended_at":null,"position":1,"started_at":null}],"closed_at":"2026-03-04T09:39:00.000000Z","due_at":"2026-03-06T11:00:00.000000Z","lots":[],"motions":[{"abstain":0,"ballots":[{"at":"2026-03-04T09:38:00.000000Z","choice":"yes","juror":"J3"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:39:00.000000Z","entitled":5,"entry":"L2-001","key":"M1","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T09:37:00.000000Z","outcome":"no_quorum","present":1,"secret":false,"text":"","yes":1}],"objection":{"at":"2026-03-04T09:39:00.000000Z","juror":"J2"},"opened_at":"2026-03-04T09:36:00.000000Z","presence":[],"written":true},{"agenda":[{"category":"pflichtaufgaben","ended_at":null,"position":1,"started_at":null}],"closed_at":"2026-03-04T10:06:00.000000Z","due_at":null,"lots":[{"announced_at":"2026-03-01T10:00:00.000000Z","candidates":["Text"],"category":"shared-service-center","commitment":"Text","drawn":null,"drawn_at":null,"secret":null,"words":""}],"motions":[{"abstain":0,"ballots":[{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J1"},{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J2"},{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J3"},{"at":"2026-03-04T09:43:00.000000Z","choice":"yes","juror":"J4"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:44:00.000000Z","entitled":5,"entry":"L2-002","key":"M2","kind":"commendation","needed":3,"no":3,"opened_at":"2026-03-04T09:42:00.000000Z","outcome":"rejected","present":5,"secret":false,"text":"","yes":1},{"abstain":1,"ballots":[{"at":"2026-03-04T09:46:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T09:46:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T09:46:00.000000Z","choice":"no","juror":"J3"},{"at":"2026-03-04T09:46:00.000000Z","choice":"no","juror":"J4"},{"at":"2026-03-04T09:46:00.000000Z","choice":"abstain","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:47:00.000000Z","entitled":5,"entry":null,"key":"M3","kind":"other","needed":3,"no":2,"opened_at":"2026-03-04T09:45:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"Die Jury dankt.","yes":2},{"abstain":1,"ballots":[{"juror":"J1"},{"juror":"J2"},{"juror":"J3"},{"juror":"J4"},{"juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:54:00.000000Z","entitled":5,"entry":"L2-002","key":"M4","kind":"commendation","needed":3,"no":1,"opened_at":"2026-03-04T09:48:00.000000Z","outcome":"carried","present":5,"secret":true,"text":"","yes":3},{"abstain":0,"ballots":[{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:58:00.000000Z","entitled":5,"entry":"L2-001","key":"M5","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T09:55:00.000000Z","outcome":"no_quorum","present":2,"secret":false,"text":"","yes":2},{"abstain":0,"ballots":[{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T10:02:00.000000Z","entitled":5,"entry":"L2-001","key":"M6","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T10:00:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"","yes":5},{"abstain":0,"ballots":[{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T10:05:00.000000Z","entitled":5,"entry":"L2-002","key":"M7","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T10:03:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"","yes":5}],"objection":null,"opened_at":"2026-03-04T09:40:00.000000Z","presence":[{"at":"2026-03-04T09:41:00.000000Z","juror":"J1","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J2","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J3","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J4","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J5","present":true},{"at":"2026-03-04T09:57:00.000000Z","juror":"J3","present":false},{"at":"2026-03-04T09:57:00.000000Z","juror":"J4","present":false},{"at":"2026-03-04T09:57:00.000000Z","juror":"J5","present":false},{"at":"2026-03-04T09:59:00.000000Z","juror":"J3","present":true},{"at":"2026-03-04T09:59:00.000000Z","juror":"J4","present":true},{"at":"2026-03-04T09:59:00.000000Z","juror":"J5","present":true}],"written":false}],"previous":null,"sealed_at":"2026-03-04T10:09:00.000000Z","stand_ins":[{"began_at":"2026-03-01T10:00:00.000000Z","deputy":"J4","juror":"J5","reason":"Text","role":"member"}],"tables":{"account":{"rows":5,"sha256":"3adc3ac575fca6f1f07188831df08db123d9fefa8da5987669e25f2d353c0b3e"},"agenda_item":{"rows":2,"sha256":"ea187b856a6f52243d3556d6efd51830b36c19e4feed8fcb85fdd6dcba90bcbd"},"anchor":{"rows":15,"sha256":"4f9fe41d40435bb1bbac39e3c00a060c90a420b8915da24d9f2dba71948e449e"},"answer":{"rows":60,"sha256":"f4931c527c77d8d666b48394a9df1fbac64f8565b610c4555d1a4e325e0ea319"},"assignment":{"rows":1,"sha256":"98e06ee55174bdf4259eee0a2c7111de83f26ada2db1670eab29d47a6713e39c"},"assignment_plan":{"rows":1,"sha256":"31726caa24244fee0b439fe07f5214492b5c901f30e8c361c1aa0c4d3d88ae04"},"attachment":{"rows":1,"sha256":"ea02db4404b1ba6ca703ff1617ab78e4a3e005292cf2a34e2b8c2273ee09b0e4"},"attachment_purpose":{"rows":6,"sha256":"23c74dff49dad945766c2eaf7e748e447ec4790987efa86972a1e6214ac71620"},"ballot":{"rows":30,"sha256":"c1dc9774a03ae648b41b1d207f324596f3996fbc69ecf145151dcdd10b2ed9d2"},"category":{"rows":6,"sha256":"8ec989f56210382dbade0f9334f3de2841859aa23a9310af4cc71111cf25960d"},"co_winner":{"rows":1,"sha256":"9a408e2bd3542cf644c0d012ec552cb16929c18dd8dfb9a93dfc86b801e80c2c"},"comparison_opening":{"rows":1,"sha256":"c8f5d0beaf19d50ea817c0cc3c1703f3b9a0f49ab6a1d5b3a2ad083d95e95cab"},"criterion":{"rows":3,"sha256":"2593be4c1228a9044cba68677ff501511101e7edf4bebdbd756f62e892391b52"},"deadline_extension":{"rows":1,"sha256":"f444c930a0eb3e698a259efd46b8810f5b013b0b1297750e82d70917422a61c4"},"decision":{"rows":1,"sha256":"7f96bc7e8062fb9f740ca443aa6f7a72ed408f4cbaab1c9e340b46011b54d602"},"discussion_flag":{"rows":1,"sha256":"e0068a23ed9c549f346a5cb28117eeb64deb565d679d416ae231532b39b6bc14"},"discussion_post":{"rows":2,"sha256":"f57002261a491a5f8b2a2e9f1ebda27bf4847e13aa3e8965876696ed85054909"},"edition":{"rows":1,"sha256":"b572c2e3f0bc2ac650a8a5ed84a0fef4c4de690ebba6bf96d86c0f9a67b6556a"},"edition_text":{"rows":5,"sha256":"c9f4683fd8dec01bee88471cc00d8d65fecbaca37430247111ff6b6e46e2b603"},"entry":{"rows":3,"sha256":"80b9ed562775e3778bfde9cac6b2df24ac2a6631f2dabba85e82a86b8fb877f7"},"form_step":{"rows":6,"sha256":"b58d25d8322ba79a6a797d9972967f13db86c658ec7fc29c5eb6089c19ac5603"},"hint_decision":{"rows":1,"sha256":"2fe1d2640e264fef83914b97b951805e9cb5aec0b0f2406f3849376ca6a3b57d"},"juror":{"rows":5,"sha256":"71b8695d35c81cba7746199af683df89aea35fab03823dc5c592a2ccea45a8ce"},"juror_category":{"rows":1,"sha256":"ed09c9085567f29f35a2524bc504e7d5a805e255b25f48f0d8d18596d56544ca"},"juror_tie":{"rows":1,"sha256":"ad00e236bc572d8e7e018c6bdc2cabd44f4e3d9c5f2265a3261aa9157bbdbd70"},"jury_round":{"rows":1,"sha256":"09d1fa146db349f08e6961bb666a391243abe97bcca797c748c2149fa343a394"},"late_change":{"rows":1,"sha256":"d47cee9e362494f6e41651211083cfae7d16a5f3c5e20800cf67068bd9cbc58c"},"lot":{"rows":1,"sha256":"04b9b7bbf032611449002e4de9d4e1bfe5df5b81b7fa32dbb5115a535b10ef6f"},"lot_entry":{"rows":1,"sha256":"29a4e1ee777868c45515c181bd4db06bb7422c7dbf17929baab9771ee8ad7fab"},"meeting":{"rows":2,"sha256":"1bfd7a487be3d05cd3aa35747a239632a6d830a89e98c38e15a4fb4e795fa41d"},"meeting_objection":{"rows":1,"sha256":"e17c8ad6bd6b8c7d3c3ed8039db98b45c2a7611beddff8d4ea6674feb03e42e5"},"meeting_presence":{"rows":11,"sha256":"0371d54a2d9273bcec1fc6cf06e416f11a237b247d0ff86fb1f6d478771f6d0d"},"motion":{"rows":7,"sha256":"dca9aec05ce6e02aafcf509204d32ad1aa2c089306ea985495af2a10715f4974"},"participation_rule":{"rows":9,"sha256":"a1ec779f55fd4b2352eff142847bd2b52b8d4692e43e0fdf131ad23b48e5b6c2"},"partner":{"rows":3,"sha256":"3e30ad51917f6cad919ff7625a6b96bfb8d0d5368bca6c2c6ae04cd3b25a3371"},"question":{"rows":21,"sha256":"e64dae894636eee0c623c7bc00d04b0278be1185b09be9e5190deabc7b857086"},"recusal":{"rows":1,"sha256":"9ee244ff1705474360ff11ec96716d33fe3fc8eb03720dedf2881e5c183cbfd4"},"register_body":{"rows":4,"sha256":"b927ec3227b0a2584ef11cafad8939a585b8887e51360afbc61233a5d16ed95d"},"requested_change":{"rows":1,"sha256":"949516f8285b86c3a6afa1c2a41b11e8edbe3365425e7a5c918f43476a06f9e9"},"score":{"rows":45,"sha256":"b330e100aa0a479618da8b62806e9169498e4d49b9e8411fb48e05947a6a9579"},"score_sheet":{"rows":15,"sha256":"c49e97766a2362f8a198ff7b2be0a78f4027457f652cd774a48e16c751a9588a"},"scoring_extension":{"rows":1,"sha256":"1fca159c3912fc38c973621ae114b0a0772b7ea827c7061edf098c2a06344e0b"},"screening_finding":{"rows":1,"sha256":"dd75de13ce2b1794613f952fe1b6902e0d6ce975c327c7d8edf35d99fdff816d"},"sheet_reopening":{"rows":1,"sha256":"80052728d83209316ab4adad332bbf1b6983783bd0b6f7889b0b889ac436cb66"},"sheet_version":{"rows":1,"sha256":"5bf48aefd6d9b81cc3f4188292bbe207c541c065d3ae55724a19776b8d41e712"},"shortlist":{"rows":1,"sha256":"43b77081dc9c86cdbba28a8adf61de6c1c06f2e6ef4d68e72ee9c5fd48a131d3"},"shortlist_entry":{"rows":1,"sha256":"4671c4be597d76fefe7f8dec1ce155b5002946aa266d5037e6240b5e0132daf7"},"stand_in":{"rows":1,"sha256":"d9d6ab82fc9f2923bdda6d67c94ce39a6a882897dc782f8534a2cfacacb49df8"},"stand_in_entry":{"rows":1,"sha256":"41c9564d381f07bf849b67385b0c2de2b61f5068242a171a99b88e1d60021563"},"submission":{"rows":1,"sha256":"c54d86972f7674c266532f43fefb808c7c0d3ff0c48e7a74af451e8db97be2ee"}},"version":1}', '0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3', '526edd3b9c3b43c55d314e1d49c48ad2754cf0f9559de59d12edcdbfdb91a23625a0ad3a78f01c07cd90ee9aeb9d8d5bfc9a9a9b46bb08bb5909fc762213de00', '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8', '2026-03-04 10:09:00.000000');
INSERT INTO "result_seal" VALUES (2, 1, 2, '{"audit":{"head":"a74c1eb5730d95a066dd43e6a67a09e8729f1e3fb8e121a8d9292ed6b0046a34","length":44},"categories":[{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":{"decided_at":"2026-03-04T10:07:00.000000Z","public_text":"Vorbilder für alle.","reason":"Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen.","shared_with":["L2-002"],"vote":{"motion":"M7","standing":"carried"},"winner":"L2-001"},"entries":[{"criterion_means":{"benefit":"8","innovation":"28/5","sustainability":"7"},"discussion_wanted_by":["J2"],"lead":"Stadt Bocholt","mean":"349/50","number":"L2-001","partners":["Stadt Gronau (Westf.)"],"rank":1,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"8","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"8","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{"benefit":"8","innovation":"6","sustainability":"7"},"state":"submitted"}],"title":"Beitrag 0"},{"criterion_means":{"benefit":"7","innovation":"28/5","sustainability":"7"},"discussion_wanted_by":[],"lead":"Stadt Borken","mean":"329/50","number":"L2-002","partners":["Stadt Gronau (Westf.)"],"rank":2,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"7","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"7","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{"benefit":"7","innovation":"6","sustainability":"7"},"state":"submitted"}],"title":"Beitrag 1"},{"criterion_means":{"benefit":"6","innovation":"11/2","sustainability":"7"},"discussion_wanted_by":[],"lead":"Stadt Ahaus","mean":"123/20","number":"L2-003","partners":["Stadt Gronau (Westf.)"],"rank":3,"sheets":[{"changed":null,"juror":"J1","points":{"benefit":"6","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J2","points":{"benefit":"6","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J3","points":{"benefit":"6","innovation":"6","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J4","points":{"benefit":"6","innovation":"5","sustainability":"7"},"state":"submitted"},{"changed":null,"juror":"J5","points":{},"state":"recused"}],"title":"Beitrag 2"}],"key":"pflichtaufgaben","name":"Kommunale Pflichtaufgaben und Innere Verwaltung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"vernetzung","name":"Informationsaustausch und Vernetzung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"wirtschaft-kultur","name":"Wirtschaftsförderung, Tourismus und Kultur","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"umwelt-planung","name":"Umwelt, Planung und Infrastruktur","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"krise","name":"Interkommunale Zusammenarbeit in der Krisenbewältigung","prize_euro":10000,"shortlist":null},{"criteria":[{"key":"benefit","name":"Gewinn der Kooperation","weight":40},{"key":"innovation","name":"Grad der Innovation der Kooperation","weight":30},{"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","weight":30}],"decision":null,"entries":[],"key":"shared-service-center","name":"Shared Service Center","prize_euro":10000,"shortlist":null}],"comparison_opened":["2026-03-04T09:31:00.000000Z"],"confirmed_by":[{"at":"2026-03-04T10:12:00.000000Z","name":"Toni Tester","role":"organiser"},{"at":"2026-03-04T10:13:00.000000Z","name":"Ada","role":"chair"}],"content_sha256":"118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2","edition":{"average":"mean","hides_names":false,"minimum_sheets":2,"name":"2. Landespreis","organiser":"Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen","scale":{"maximum":"10","minimum":"0","step":"1"},"shares_prizes":true,"slug":"landespreis-2","tie_break":[],"voting":{"allows_against_vote":false,"allows_circulation":true,"chair_breaks_ties":true,"needs_vote":false,"quorum":"half","quorum_least":1}},"format":"ikz-award result 4","jurors":[{"body":"Städtetag NRW","key":"J1","name":"Ada","role":"chair"},{"body":"Städtetag NRW","key":"J2","name":"Ben","role":"member"},{"body":"Städtetag NRW","key":"J3","name":"Cleo","role":"member"},{"body":"Städtetag NRW","key":"J4","name":"Dora","role":"member"},{"body":"Städtetag NRW","key":"J5","name":"Emil","role":"member"}],"meetings":[{"agenda":[{"category":"pflichtaufgaben","ended_at":null,"position":1,"started_at":null}],"closed_at":"2026-03-04T09:39:00.000000Z","due_at":"2026-03-06T11:00:00.000000Z","lots":[],"motions":[{"abstain":0,"ballots":[{"at":"2026-03-04T09:38:00.000000Z","choice":"yes","juror":"J3"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:39:00.000000Z","entitled":5,"entry":"L2-001","key":"M1","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T09:37:00.000000Z","outcome":"no_quorum","present":1,"secret":false,"text":"","yes":1}],"objection":{"at":"2026-03-04T09:39:00.000000Z","juror":"J2"},"opened_at":"2026-03-04T09:36:00.000000Z","presence":[],"written":true},{"agenda":[{"category":"pflichtaufgaben","ended_at":null,"position":1,"started_at":null}],"closed_at":"2026-03-04T10:06:00.000000Z","due_at":null,"lots":[{"announced_at":"2026-03-01T10:00:00.000000Z","candidates":["Text"],"category":"shared-service-center","commitment":"Text","drawn":null,"drawn_at":null,"secret":null,"words":""}],"motions":[{"abstain":0,"ballots":[{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J1"},{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J2"},{"at":"2026-03-04T09:43:00.000000Z","choice":"no","juror":"J3"},{"at":"2026-03-04T09:43:00.000000Z","choice":"yes","juror":"J4"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:44:00.000000Z","entitled":5,"entry":"L2-002","key":"M2","kind":"commendation","needed":3,"no":3,"opened_at":"2026-03-04T09:42:00.000000Z","outcome":"rejected","present":5,"secret":false,"text":"","yes":1},{"abstain":1,"ballots":[{"at":"2026-03-04T09:46:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T09:46:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T09:46:00.000000Z","choice":"no","juror":"J3"},{"at":"2026-03-04T09:46:00.000000Z","choice":"no","juror":"J4"},{"at":"2026-03-04T09:46:00.000000Z","choice":"abstain","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:47:00.000000Z","entitled":5,"entry":null,"key":"M3","kind":"other","needed":3,"no":2,"opened_at":"2026-03-04T09:45:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"Die Jury dankt.","yes":2},{"abstain":1,"ballots":[{"juror":"J1"},{"juror":"J2"},{"juror":"J3"},{"juror":"J4"},{"juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:54:00.000000Z","entitled":5,"entry":"L2-002","key":"M4","kind":"commendation","needed":3,"no":1,"opened_at":"2026-03-04T09:48:00.000000Z","outcome":"carried","present":5,"secret":true,"text":"","yes":3},{"abstain":0,"ballots":[{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T09:56:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T09:58:00.000000Z","entitled":5,"entry":"L2-001","key":"M5","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T09:55:00.000000Z","outcome":"no_quorum","present":2,"secret":false,"text":"","yes":2},{"abstain":0,"ballots":[{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T10:01:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T10:02:00.000000Z","entitled":5,"entry":"L2-001","key":"M6","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T10:00:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"","yes":5},{"abstain":0,"ballots":[{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J1"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J2"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J3"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J4"},{"at":"2026-03-04T10:04:00.000000Z","choice":"yes","juror":"J5"}],"category":"pflichtaufgaben","chair":"J1","closed_at":"2026-03-04T10:05:00.000000Z","entitled":5,"entry":"L2-002","key":"M7","kind":"winner","needed":3,"no":0,"opened_at":"2026-03-04T10:03:00.000000Z","outcome":"carried","present":5,"secret":false,"text":"","yes":5}],"objection":null,"opened_at":"2026-03-04T09:40:00.000000Z","presence":[{"at":"2026-03-04T09:41:00.000000Z","juror":"J1","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J2","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J3","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J4","present":true},{"at":"2026-03-04T09:41:00.000000Z","juror":"J5","present":true},{"at":"2026-03-04T09:57:00.000000Z","juror":"J3","present":false},{"at":"2026-03-04T09:57:00.000000Z","juror":"J4","present":false},{"at":"2026-03-04T09:57:00.000000Z","juror":"J5","present":false},{"at":"2026-03-04T09:59:00.000000Z","juror":"J3","present":true},{"at":"2026-03-04T09:59:00.000000Z","juror":"J4","present":true},{"at":"2026-03-04T09:59:00.000000Z","juror":"J5","present":true}],"written":false}],"previous":"0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3","sealed_at":"2026-03-04T10:13:00.000000Z","stand_ins":[{"began_at":"2026-03-01T10:00:00.000000Z","deputy":"J4","juror":"J5","reason":"Text","role":"member"}],"tables":{"account":{"rows":5,"sha256":"3adc3ac575fca6f1f07188831df08db123d9fefa8da5987669e25f2d353c0b3e"},"agenda_item":{"rows":2,"sha256":"ea187b856a6f52243d3556d6efd51830b36c19e4feed8fcb85fdd6dcba90bcbd"},"anchor":{"rows":15,"sha256":"4f9fe41d40435bb1bbac39e3c00a060c90a420b8915da24d9f2dba71948e449e"},"answer":{"rows":60,"sha256":"f4931c527c77d8d666b48394a9df1fbac64f8565b610c4555d1a4e325e0ea319"},"assignment":{"rows":1,"sha256":"98e06ee55174bdf4259eee0a2c7111de83f26ada2db1670eab29d47a6713e39c"},"assignment_plan":{"rows":1,"sha256":"31726caa24244fee0b439fe07f5214492b5c901f30e8c361c1aa0c4d3d88ae04"},"attachment":{"rows":1,"sha256":"ea02db4404b1ba6ca703ff1617ab78e4a3e005292cf2a34e2b8c2273ee09b0e4"},"attachment_purpose":{"rows":6,"sha256":"23c74dff49dad945766c2eaf7e748e447ec4790987efa86972a1e6214ac71620"},"ballot":{"rows":30,"sha256":"c1dc9774a03ae648b41b1d207f324596f3996fbc69ecf145151dcdd10b2ed9d2"},"category":{"rows":6,"sha256":"8ec989f56210382dbade0f9334f3de2841859aa23a9310af4cc71111cf25960d"},"co_winner":{"rows":1,"sha256":"9a408e2bd3542cf644c0d012ec552cb16929c18dd8dfb9a93dfc86b801e80c2c"},"comparison_opening":{"rows":1,"sha256":"c8f5d0beaf19d50ea817c0cc3c1703f3b9a0f49ab6a1d5b3a2ad083d95e95cab"},"criterion":{"rows":3,"sha256":"2593be4c1228a9044cba68677ff501511101e7edf4bebdbd756f62e892391b52"},"deadline_extension":{"rows":1,"sha256":"f444c930a0eb3e698a259efd46b8810f5b013b0b1297750e82d70917422a61c4"},"decision":{"rows":1,"sha256":"7f96bc7e8062fb9f740ca443aa6f7a72ed408f4cbaab1c9e340b46011b54d602"},"discussion_flag":{"rows":1,"sha256":"e0068a23ed9c549f346a5cb28117eeb64deb565d679d416ae231532b39b6bc14"},"discussion_post":{"rows":2,"sha256":"f57002261a491a5f8b2a2e9f1ebda27bf4847e13aa3e8965876696ed85054909"},"edition":{"rows":1,"sha256":"b572c2e3f0bc2ac650a8a5ed84a0fef4c4de690ebba6bf96d86c0f9a67b6556a"},"edition_text":{"rows":5,"sha256":"c9f4683fd8dec01bee88471cc00d8d65fecbaca37430247111ff6b6e46e2b603"},"entry":{"rows":3,"sha256":"80b9ed562775e3778bfde9cac6b2df24ac2a6631f2dabba85e82a86b8fb877f7"},"form_step":{"rows":6,"sha256":"b58d25d8322ba79a6a797d9972967f13db86c658ec7fc29c5eb6089c19ac5603"},"hint_decision":{"rows":1,"sha256":"2fe1d2640e264fef83914b97b951805e9cb5aec0b0f2406f3849376ca6a3b57d"},"juror":{"rows":5,"sha256":"71b8695d35c81cba7746199af683df89aea35fab03823dc5c592a2ccea45a8ce"},"juror_category":{"rows":1,"sha256":"ed09c9085567f29f35a2524bc504e7d5a805e255b25f48f0d8d18596d56544ca"},"juror_tie":{"rows":1,"sha256":"ad00e236bc572d8e7e018c6bdc2cabd44f4e3d9c5f2265a3261aa9157bbdbd70"},"jury_round":{"rows":1,"sha256":"09d1fa146db349f08e6961bb666a391243abe97bcca797c748c2149fa343a394"},"late_change":{"rows":1,"sha256":"d47cee9e362494f6e41651211083cfae7d16a5f3c5e20800cf67068bd9cbc58c"},"lot":{"rows":1,"sha256":"04b9b7bbf032611449002e4de9d4e1bfe5df5b81b7fa32dbb5115a535b10ef6f"},"lot_entry":{"rows":1,"sha256":"29a4e1ee777868c45515c181bd4db06bb7422c7dbf17929baab9771ee8ad7fab"},"meeting":{"rows":2,"sha256":"1bfd7a487be3d05cd3aa35747a239632a6d830a89e98c38e15a4fb4e795fa41d"},"meeting_objection":{"rows":1,"sha256":"e17c8ad6bd6b8c7d3c3ed8039db98b45c2a7611beddff8d4ea6674feb03e42e5"},"meeting_presence":{"rows":11,"sha256":"0371d54a2d9273bcec1fc6cf06e416f11a237b247d0ff86fb1f6d478771f6d0d"},"motion":{"rows":7,"sha256":"dca9aec05ce6e02aafcf509204d32ad1aa2c089306ea985495af2a10715f4974"},"participation_rule":{"rows":9,"sha256":"a1ec779f55fd4b2352eff142847bd2b52b8d4692e43e0fdf131ad23b48e5b6c2"},"partner":{"rows":3,"sha256":"3e30ad51917f6cad919ff7625a6b96bfb8d0d5368bca6c2c6ae04cd3b25a3371"},"question":{"rows":21,"sha256":"e64dae894636eee0c623c7bc00d04b0278be1185b09be9e5190deabc7b857086"},"recusal":{"rows":1,"sha256":"9ee244ff1705474360ff11ec96716d33fe3fc8eb03720dedf2881e5c183cbfd4"},"register_body":{"rows":4,"sha256":"b927ec3227b0a2584ef11cafad8939a585b8887e51360afbc61233a5d16ed95d"},"requested_change":{"rows":1,"sha256":"949516f8285b86c3a6afa1c2a41b11e8edbe3365425e7a5c918f43476a06f9e9"},"score":{"rows":45,"sha256":"b330e100aa0a479618da8b62806e9169498e4d49b9e8411fb48e05947a6a9579"},"score_sheet":{"rows":15,"sha256":"c49e97766a2362f8a198ff7b2be0a78f4027457f652cd774a48e16c751a9588a"},"scoring_extension":{"rows":1,"sha256":"1fca159c3912fc38c973621ae114b0a0772b7ea827c7061edf098c2a06344e0b"},"screening_finding":{"rows":1,"sha256":"dd75de13ce2b1794613f952fe1b6902e0d6ce975c327c7d8edf35d99fdff816d"},"sheet_reopening":{"rows":1,"sha256":"80052728d83209316ab4adad332bbf1b6983783bd0b6f7889b0b889ac436cb66"},"sheet_version":{"rows":1,"sha256":"5bf48aefd6d9b81cc3f4188292bbe207c541c065d3ae55724a19776b8d41e712"},"shortlist":{"rows":1,"sha256":"43b77081dc9c86cdbba28a8adf61de6c1c06f2e6ef4d68e72ee9c5fd48a131d3"},"shortlist_entry":{"rows":1,"sha256":"4671c4be597d76fefe7f8dec1ce155b5002946aa266d5037e6240b5e0132daf7"},"stand_in":{"rows":1,"sha256":"d9d6ab82fc9f2923bdda6d67c94ce39a6a882897dc782f8534a2cfacacb49df8"},"stand_in_entry":{"rows":1,"sha256":"41c9564d381f07bf849b67385b0c2de2b61f5068242a171a99b88e1d60021563"},"submission":{"rows":1,"sha256":"c54d86972f7674c266532f43fefb808c7c0d3ff0c48e7a74af451e8db97be2ee"}},"version":2}', '5b48c69f55e1f70042080da91d797ac98816f94e7b27d98fb40583207764a206', '78fb46a0b55d902843c34fbd853d629c0ada3103687a4410f1850bf1cfa0149c7cea1835c5963d96556c026b1ac674e4185c81c5873ee0f4ef3382e5e5231500', '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8', '2026-03-04 10:13:00.000000');
CREATE TABLE role (
	id INTEGER NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	description VARCHAR(255), 
	permissions TEXT, 
	CONSTRAINT pk_role PRIMARY KEY (id), 
	CONSTRAINT uq_role_name UNIQUE (name)
);
INSERT INTO "role" VALUES (1, 'admin', NULL, NULL);
CREATE TABLE score (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	criterion_id INTEGER NOT NULL, 
	points INTEGER, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_score PRIMARY KEY (id), 
	CONSTRAINT fk_score_criterion_id_criterion FOREIGN KEY(criterion_id) REFERENCES criterion (id), 
	CONSTRAINT fk_score_sheet_id_score_sheet FOREIGN KEY(sheet_id) REFERENCES score_sheet (id), 
	CONSTRAINT uq_score_sheet_id_criterion_id UNIQUE (sheet_id, criterion_id)
);
INSERT INTO "score" VALUES (1, 1, 1, 800, 'Begründung 8');
INSERT INTO "score" VALUES (2, 1, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (3, 1, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (4, 2, 1, 800, 'Begründung 8');
INSERT INTO "score" VALUES (5, 2, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (6, 2, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (7, 3, 1, 800, 'Begründung 8');
INSERT INTO "score" VALUES (8, 3, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (9, 3, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (10, 4, 1, 800, 'Begründung 8');
INSERT INTO "score" VALUES (11, 4, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (12, 4, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (13, 5, 1, 800, 'Begründung 8');
INSERT INTO "score" VALUES (14, 5, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (15, 5, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (16, 6, 1, 700, 'Begründung 7');
INSERT INTO "score" VALUES (17, 6, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (18, 6, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (19, 7, 1, 700, 'Begründung 7');
INSERT INTO "score" VALUES (20, 7, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (21, 7, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (22, 8, 1, 700, 'Begründung 7');
INSERT INTO "score" VALUES (23, 8, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (24, 8, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (25, 9, 1, 700, 'Begründung 7');
INSERT INTO "score" VALUES (26, 9, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (27, 9, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (28, 10, 1, 700, 'Begründung 7');
INSERT INTO "score" VALUES (29, 10, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (30, 10, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (31, 11, 1, 600, 'Begründung 6');
INSERT INTO "score" VALUES (32, 11, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (33, 11, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (34, 12, 1, 600, 'Begründung 6');
INSERT INTO "score" VALUES (35, 12, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (36, 12, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (37, 13, 1, 600, 'Begründung 6');
INSERT INTO "score" VALUES (38, 13, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (39, 13, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (40, 14, 1, 600, 'Begründung 6');
INSERT INTO "score" VALUES (41, 14, 2, 500, 'Begründung 5');
INSERT INTO "score" VALUES (42, 14, 3, 700, 'Begründung 7');
INSERT INTO "score" VALUES (43, 15, 1, 600, 'Begründung 6');
INSERT INTO "score" VALUES (44, 15, 2, 600, 'Begründung 6');
INSERT INTO "score" VALUES (45, 15, 3, 700, 'Begründung 7');
CREATE TABLE score_sheet (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	remark TEXT NOT NULL, 
	abstention_reason TEXT NOT NULL, 
	updated_at DATETIME NOT NULL, 
	submitted_at DATETIME, 
	version INTEGER NOT NULL, published_remark TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_score_sheet PRIMARY KEY (id), 
	CONSTRAINT ck_score_sheet_submitted_has_time CHECK (status <> 'submitted' OR submitted_at IS NOT NULL), 
	CONSTRAINT fk_score_sheet_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_score_sheet_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT fk_score_sheet_round_id_jury_round FOREIGN KEY(round_id) REFERENCES jury_round (id), 
	CONSTRAINT uq_score_sheet_juror_id_entry_id_round_id UNIQUE (juror_id, entry_id, round_id), 
	CONSTRAINT ck_score_sheet_sheet_status CHECK (status IN ('draft', 'submitted', 'abstained'))
);
INSERT INTO "score_sheet" VALUES (1, 1, 1, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (2, 2, 1, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (3, 3, 1, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (4, 4, 1, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (5, 5, 1, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (6, 1, 2, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (7, 2, 2, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (8, 3, 2, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (9, 4, 2, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (10, 5, 2, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (11, 1, 3, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (12, 2, 3, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (13, 3, 3, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (14, 4, 3, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
INSERT INTO "score_sheet" VALUES (15, 5, 3, 1, 'submitted', '', '', '2026-03-04 09:30:00.000000', '2026-03-04 09:30:00.000000', 1, '');
CREATE TABLE scoring_extension (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	closes_at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	granted_by INTEGER NOT NULL, 
	granted_at DATETIME NOT NULL, 
	CONSTRAINT pk_scoring_extension PRIMARY KEY (id), 
	CONSTRAINT ck_scoring_extension_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_scoring_extension_granted_by_account FOREIGN KEY(granted_by) REFERENCES account (id), 
	CONSTRAINT fk_scoring_extension_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id)
);
INSERT INTO "scoring_extension" VALUES (1, 5, '2026-03-01 10:00:00.000000', 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE screening_finding (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	rule_key VARCHAR(40) NOT NULL, 
	verdict VARCHAR(32) NOT NULL, 
	remark TEXT NOT NULL, 
	decided_by INTEGER NOT NULL, 
	decided_at DATETIME NOT NULL, 
	CONSTRAINT pk_screening_finding PRIMARY KEY (id), 
	CONSTRAINT fk_screening_finding_decided_by_account FOREIGN KEY(decided_by) REFERENCES account (id), 
	CONSTRAINT fk_screening_finding_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_screening_finding_entry_id_rule_key UNIQUE (entry_id, rule_key), 
	CONSTRAINT ck_screening_finding_verdict CHECK (verdict IN ('fulfilled', 'violated'))
);
INSERT INTO "screening_finding" VALUES (1, 3, 'Text', 'fulfilled', 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE seal_confirmation (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	act VARCHAR(32) NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	account_id INTEGER NOT NULL, 
	content_sha256 VARCHAR(64) NOT NULL, 
	reason TEXT NOT NULL, 
	confirmed_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_seal_confirmation PRIMARY KEY (id), 
	CONSTRAINT ck_seal_confirmation_reopening_has_reason CHECK (act = 'seal' OR reason <> ''), 
	CONSTRAINT fk_seal_confirmation_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_seal_confirmation_edition_id_edition FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT ck_seal_confirmation_seal_act CHECK (act IN ('seal', 'reopen')), 
	CONSTRAINT ck_seal_confirmation_seal_role CHECK (role IN ('organiser', 'chair'))
);
INSERT INTO "seal_confirmation" VALUES (1, 1, 'seal', 'organiser', 1, '118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2', '', '2026-03-04 10:08:00.000000', '2026-03-04 10:09:00.000000');
INSERT INTO "seal_confirmation" VALUES (2, 1, 'seal', 'chair', 3, '118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2', '', '2026-03-04 10:09:00.000000', '2026-03-04 10:09:00.000000');
INSERT INTO "seal_confirmation" VALUES (3, 1, 'reopen', 'organiser', 1, '0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3', 'Ein Bogen wurde nach der Sitzung als unvollständig erkannt.', '2026-03-04 10:10:00.000000', '2026-03-04 10:11:00.000000');
INSERT INTO "seal_confirmation" VALUES (4, 1, 'reopen', 'chair', 3, '0b32e95b243a7fa67ee292e31980f31e90ac6d3b7f8d11913ff99e6df9cdb1a3', 'Ein Bogen wurde nach der Sitzung als unvollständig erkannt.', '2026-03-04 10:11:00.000000', '2026-03-04 10:11:00.000000');
INSERT INTO "seal_confirmation" VALUES (5, 1, 'seal', 'organiser', 1, '118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2', '', '2026-03-04 10:12:00.000000', '2026-03-04 10:13:00.000000');
INSERT INTO "seal_confirmation" VALUES (6, 1, 'seal', 'chair', 3, '118c4f7d3f8e8fef485037e98704a38895e318873425b4f63595f31ad659c5e2', '', '2026-03-04 10:13:00.000000', '2026-03-04 10:13:00.000000');
CREATE TABLE sealed_row (
	id INTEGER NOT NULL, 
	seal_id INTEGER NOT NULL, 
	table_name VARCHAR(60) NOT NULL, 
	row_id INTEGER NOT NULL, 
	content TEXT NOT NULL, row_key VARCHAR(40), 
	CONSTRAINT pk_sealed_row PRIMARY KEY (id), 
	CONSTRAINT fk_sealed_row_seal_id_result_seal FOREIGN KEY(seal_id) REFERENCES result_seal (id), 
	CONSTRAINT uq_sealed_row_seal_id_table_name_row_id UNIQUE (seal_id, table_name, row_id)
);
INSERT INTO "sealed_row" VALUES (1, 1, 'edition', 1, '{"allows_against_vote":0,"allows_circulation":1,"allows_shared_prize":1,"average":"mean","chair_breaks_ties":1,"changes_after_comparison":1,"deadline_at":"2026-03-14 09:30:00.000000","grace_seconds":60,"hides_names":0,"id":1,"minimum_sheets":2,"name":"2. Landespreis","needs_vote":0,"number_prefix":"L2-","opens_at":"2026-02-22 09:30:00.000000","organiser":"Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen","quorum":"half","quorum_least":1,"reason_rule":"always","scale_maximum":1000,"scale_minimum":0,"scale_step":100,"scoring_closes_at":null,"slug":"landespreis-2","tie_break":"[]"}', NULL);
INSERT INTO "sealed_row" VALUES (2, 1, 'category', 1, '{"description":"Gemeinsame Erledigung von Pflichtaufgaben und internen Diensten: zum Beispiel Personal, Vergabe, Kasse, Informationstechnik, Standesamt, Bauaufsicht oder Rechnungsprüfung.","edition_id":1,"id":1,"is_special":0,"key":"pflichtaufgaben","name":"Kommunale Pflichtaufgaben und Innere Verwaltung","position":1,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (3, 1, 'category', 2, '{"description":"Kooperationen, die Wissen, Daten und Erfahrung zwischen Kommunen verfügbar machen: Netzwerke, gemeinsame Plattformen, abgestimmte Verfahren und Standards.","edition_id":1,"id":2,"is_special":0,"key":"vernetzung","name":"Informationsaustausch und Vernetzung","position":2,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (4, 1, 'category', 3, '{"description":"Zusammenarbeit zugunsten von Betrieben, Fachkräften, Gästen und Kulturangeboten, die an der Gemeindegrenze nicht endet.","edition_id":1,"id":3,"is_special":0,"key":"wirtschaft-kultur","name":"Wirtschaftsförderung, Tourismus und Kultur","position":3,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (5, 1, 'category', 4, '{"description":"Gemeinsame Vorhaben in Klimaschutz und Klimaanpassung, Wasser, Abfall, Energie, Mobilität, Flächenentwicklung und technischer Infrastruktur.","edition_id":1,"id":4,"is_special":0,"key":"umwelt-planung","name":"Umwelt, Planung und Infrastruktur","position":4,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (6, 1, 'category', 5, '{"description":"Gegenseitige Hilfe und gemeinsame Vorsorge für Krisen, etwa Hochwasser und Starkregen oder der Ausfall von Strom und Informationstechnik.","edition_id":1,"id":5,"is_special":1,"key":"krise","name":"Interkommunale Zusammenarbeit in der Krisenbewältigung","position":5,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (7, 1, 'category', 6, '{"description":"Einrichtungen, in denen mehrere Kommunen gleichartige Leistungen dauerhaft an einer Stelle bündeln und füreinander erbringen.","edition_id":1,"id":6,"is_special":1,"key":"shared-service-center","name":"Shared Service Center","position":6,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (8, 1, 'criterion', 1, '{"category_id":null,"description":"Was die Zusammenarbeit den Beteiligten und den Menschen vor Ort bringt: eingesparte Mittel und Stellenanteile, schnellere Verfahren oder eine Qualität der Leistung, die keiner der Partner allein erreicht hätte. Belegte Wirkungen zählen mehr als erwartete.","edition_id":1,"id":1,"key":"benefit","name":"Gewinn der Kooperation","position":1,"weight":40}', NULL);
INSERT INTO "sealed_row" VALUES (9, 1, 'criterion', 2, '{"category_id":null,"description":"Wie neu Ziel, Form oder Zusammensetzung der Zusammenarbeit sind, anspruchsvolle digitale Ansätze eingeschlossen. Gesucht werden Muster der Kooperation, die noch wenig bekannt sind und sich verbreiten lassen.","edition_id":1,"id":2,"key":"innovation","name":"Grad der Innovation der Kooperation","position":2,"weight":30}', NULL);
INSERT INTO "sealed_row" VALUES (10, 1, 'criterion', 3, '{"category_id":null,"description":"Ob die Zusammenarbeit auf Dauer angelegt ist, im Alltag trägt, von Verwaltung, Politik und Öffentlichkeit angenommen wird und mit Mitteln, Umwelt und Personal verantwortlich umgeht.","edition_id":1,"id":3,"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","position":3,"weight":30}', NULL);
INSERT INTO "sealed_row" VALUES (11, 1, 'anchor', 1, '{"criterion_id":1,"id":1,"label":"kaum erkennbar","points_from":0,"points_to":200,"text":"Ein Vorteil gegenüber der getrennten Erledigung ist nicht dargelegt oder wird nur behauptet. Aufwand und Ertrag der Zusammenarbeit stehen in keinem erkennbaren Verhältnis."}', NULL);
INSERT INTO "sealed_row" VALUES (12, 1, 'anchor', 2, '{"criterion_id":1,"id":2,"label":"begrenzt","points_from":300,"points_to":400,"text":"Einzelne Vorteile sind plausibel, etwa geteilte Sachkosten, bleiben aber klein, kommen nur einem der Partner zugute oder sind weder beziffert noch mit Beispielen belegt."}', NULL);
INSERT INTO "sealed_row" VALUES (13, 1, 'anchor', 3, '{"criterion_id":1,"id":3,"label":"deutlich","points_from":500,"points_to":600,"text":"Mehrere Partner sparen nachvollziehbar Mittel oder Zeit, oder die Leistung ist spürbar besser geworden. Der Gewinn ist beschrieben, aber erst in Teilen gemessen."}', NULL);
INSERT INTO "sealed_row" VALUES (14, 1, 'anchor', 4, '{"criterion_id":1,"id":4,"label":"groß","points_from":700,"points_to":800,"text":"Einsparung, Beschleunigung oder neue Qualität sind mit Zahlen oder überprüfbaren Beispielen belegt, überwiegen den Aufwand klar und kommen allen Partnern zugute."}', NULL);
INSERT INTO "sealed_row" VALUES (15, 1, 'anchor', 5, '{"criterion_id":1,"id":5,"label":"herausragend","points_from":900,"points_to":1000,"text":"Die Leistung wäre ohne die Kooperation nicht oder nur erheblich schlechter möglich. Der Gewinn ist gemessen, wirkt bei allen Partnern und bei den Bürgerinnen und Bürgern und setzt ein Beispiel im Land."}', NULL);
INSERT INTO "sealed_row" VALUES (16, 1, 'anchor', 6, '{"criterion_id":2,"id":6,"label":"bekannt","points_from":0,"points_to":200,"text":"Gegenstand, Form und Partner entsprechen dem, was im Land seit Langem und vielerorts üblich ist. Ein eigener Ansatz ist nicht zu erkennen."}', NULL);
INSERT INTO "sealed_row" VALUES (17, 1, 'anchor', 7, '{"criterion_id":2,"id":7,"label":"leicht abgewandelt","points_from":300,"points_to":400,"text":"Ein bekanntes Modell wurde an die örtlichen Verhältnisse angepasst. Neu ist allenfalls ein einzelnes Werkzeug oder ein einzelner Verfahrensschritt."}', NULL);
INSERT INTO "sealed_row" VALUES (18, 1, 'anchor', 8, '{"criterion_id":2,"id":8,"label":"in Teilen neu","points_from":500,"points_to":600,"text":"Ziel, Form oder Kreis der Partner ist für die Region neu, oder ein digitaler Ansatz verändert die Abläufe merklich. Vergleichbare Vorhaben gibt es andernorts bereits."}', NULL);
INSERT INTO "sealed_row" VALUES (19, 1, 'anchor', 9, '{"criterion_id":2,"id":9,"label":"neu","points_from":700,"points_to":800,"text":"Die Kooperation verbindet mehrere neue Elemente, etwa ein bisher nicht geteiltes Aufgabenfeld mit ungewohnten Partnern. Im Land gibt es dafür höchstens wenige Beispiele."}', NULL);
INSERT INTO "sealed_row" VALUES (20, 1, 'anchor', 10, '{"criterion_id":2,"id":10,"label":"wegweisend","points_from":900,"points_to":1000,"text":"Hier ist ein Muster der Zusammenarbeit entstanden, das es so noch nicht gab: in der Sache, in der Form oder im digitalen Ansatz. Andere Kommunen können unmittelbar daran anknüpfen."}', NULL);
INSERT INTO "sealed_row" VALUES (21, 1, 'anchor', 11, '{"criterion_id":3,"id":11,"label":"ungesichert","points_from":0,"points_to":200,"text":"Das Vorhaben hängt an einzelnen Personen oder an einer auslaufenden Förderung. Wie es weitergeht, bleibt offen; eine Nutzung über die Erprobung hinaus ist nicht erkennbar."}', NULL);
INSERT INTO "sealed_row" VALUES (22, 1, 'anchor', 12, '{"criterion_id":3,"id":12,"label":"unsicher","points_from":300,"points_to":400,"text":"Ein Fortbestand ist gewollt, aber weder vertraglich noch finanziell ausreichend gesichert. Die Akzeptanz bei den Beteiligten ist schwach oder nicht belegt."}', NULL);
INSERT INTO "sealed_row" VALUES (23, 1, 'anchor', 13, '{"criterion_id":3,"id":13,"label":"tragfähig","points_from":500,"points_to":600,"text":"Vertrag, Zuständigkeiten und Finanzierung sind geregelt, die Ergebnisse werden genutzt. Für Ausbau, Personalwechsel oder die Aufnahme weiterer Partner gibt es erst Überlegungen."}', NULL);
INSERT INTO "sealed_row" VALUES (24, 1, 'anchor', 14, '{"criterion_id":3,"id":14,"label":"gefestigt","points_from":700,"points_to":800,"text":"Die Kooperation ist langfristig vereinbart, im Haushalt verankert und im Alltag angenommen. Sie wird überprüft und lässt sich erweitern oder übertragen."}', NULL);
INSERT INTO "sealed_row" VALUES (25, 1, 'anchor', 15, '{"criterion_id":3,"id":15,"label":"vorbildlich","points_from":900,"points_to":1000,"text":"Die Zusammenarbeit trägt sich dauerhaft, wächst nachweislich oder wird bereits nachgeahmt. Ökologische, soziale und finanzielle Folgen sind mitbedacht, die Beteiligten stehen erkennbar dahinter."}', NULL);
INSERT INTO "sealed_row" VALUES (26, 1, 'participation_rule', 1, '{"edition_id":1,"id":1,"is_active":1,"is_hard":1,"key":"two_partners","parameters":"{\"minimum\": 2}","position":1,"text":"An der Kooperation wirken mindestens zwei kommunale Partner mit. Das sind Kommunen und juristische Personen, die von Kommunen gesteuert werden; die einreichende Kommune zählt mit."}', NULL);
INSERT INTO "sealed_row" VALUES (27, 1, 'participation_rule', 2, '{"edition_id":1,"id":2,"is_active":1,"is_hard":1,"key":"contract_after_cutoff","parameters":"{\"cutoff\": \"2016-09-01\"}","position":2,"text":"Die Zusammenarbeit wurde nach dem 1. September 2016 vertraglich vereinbart. Sie darf bereits laufen oder sich noch im Aufbau befinden."}', NULL);
INSERT INTO "sealed_row" VALUES (28, 1, 'participation_rule', 3, '{"edition_id":1,"id":3,"is_active":1,"is_hard":1,"key":"one_entry_per_lead","parameters":"{}","position":3,"text":"Jede Kommune reicht höchstens einen Beitrag als federführende Kommune ein. Als weiterer Partner darf sie an beliebig vielen Beiträgen beteiligt sein."}', NULL);
INSERT INTO "sealed_row" VALUES (29, 1, 'participation_rule', 4, '{"edition_id":1,"id":4,"is_active":1,"is_hard":1,"key":"no_savings_banks","parameters":"{}","position":4,"text":"Kooperationen von Sparkassen nehmen nicht teil, auch wenn Kommunen deren Träger sind."}', NULL);
INSERT INTO "sealed_row" VALUES (30, 1, 'participation_rule', 5, '{"edition_id":1,"id":5,"is_active":1,"is_hard":1,"key":"municipal_control","parameters":"{}","position":5,"text":"Die Rechtsform ist frei. Eine privatrechtliche Form ist zugelassen, wenn die beteiligten Kommunen die Organisation steuern können."}', NULL);
INSERT INTO "sealed_row" VALUES (31, 1, 'participation_rule', 6, '{"edition_id":1,"id":6,"is_active":1,"is_hard":0,"key":"chief_executive_confirmation","parameters":"{}","position":6,"text":"Ist keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune die Beschlüsse aller Partner. Ein Auszug aus der Niederschrift genügt als Nachweis."}', NULL);
INSERT INTO "sealed_row" VALUES (32, 1, 'participation_rule', 7, '{"edition_id":1,"id":7,"is_active":1,"is_hard":1,"key":"consents","parameters":"{}","position":7,"text":"Teilnahmebedingungen und Datenschutzhinweise sind anerkannt; die Partner sind oder werden informiert und können widersprechen."}', NULL);
INSERT INTO "sealed_row" VALUES (33, 1, 'participation_rule', 8, '{"edition_id":1,"id":8,"is_active":1,"is_hard":1,"key":"required_answers","parameters":"{}","position":8,"text":"Alle Pflichtangaben des Formulars sind gemacht."}', NULL);
INSERT INTO "sealed_row" VALUES (34, 1, 'participation_rule', 9, '{"edition_id":1,"id":9,"is_active":1,"is_hard":1,"key":"text_limits","parameters":"{}","position":9,"text":"Kein Text überschreitet die angegebene Länge."}', NULL);
INSERT INTO "sealed_row" VALUES (35, 1, 'form_step', 1, '{"edition_id":1,"id":1,"introduction":"Hier geben Sie an, wer den Beitrag in Ihrer Kommune betreut. Die Angaben dienen Rückfragen des Kompetenzzentrums und werden nicht veröffentlicht.","key":"kontakt","kind":"questions","position":1,"title":"Kommune und Kontakt"}', NULL);
INSERT INTO "sealed_row" VALUES (36, 1, 'form_step', 2, '{"edition_id":1,"id":2,"introduction":"Beschreiben Sie das Projekt so, dass es auch versteht, wer Ihre Kommune nicht kennt. Zwischenstände können Sie jederzeit speichern, auch wenn noch Angaben fehlen.","key":"projekt","kind":"questions","position":2,"title":"Projekt"}', NULL);
INSERT INTO "sealed_row" VALUES (37, 1, 'form_step', 3, '{"edition_id":1,"id":3,"introduction":"Nennen Sie alle Kooperationspartner außer Ihrer eigenen Kommune. Kommunen, Kreise und Landschaftsverbände wählen Sie aus dem Verzeichnis; Partner ohne amtlichen Schlüssel, etwa aus den Niederlanden oder Belgien, tragen Sie mit Namen ein.","key":"partner","kind":"partners","position":3,"title":"Partner"}', NULL);
INSERT INTO "sealed_row" VALUES (38, 1, 'form_step', 4, '{"edition_id":1,"id":4,"introduction":"Die Jury bewertet jeden Beitrag nach drei Kriterien. Gehen Sie auf jedes gesondert ein; Zahlen und nachprüfbare Beispiele helfen mehr als allgemeine Aussagen.","key":"kriterien","kind":"questions","position":4,"title":"Kriterien"}', NULL);
INSERT INTO "sealed_row" VALUES (39, 1, 'form_step', 5, '{"edition_id":1,"id":5,"introduction":"Anlagen sind freiwillig, soweit nicht eine Bestätigung nötig ist. Ordnen Sie jeder Datei zu, wofür sie gedacht ist.","key":"anlagen","kind":"attachments","position":5,"title":"Anlagen"}', NULL);
INSERT INTO "sealed_row" VALUES (40, 1, 'form_step', 6, '{"edition_id":1,"id":6,"introduction":"Sehen Sie alle Angaben noch einmal durch. Nach dem Einreichen erhalten Sie eine Eingangsbestätigung mit Nummer und Uhrzeit.","key":"pruefen","kind":"review","position":6,"title":"Prüfen und Einreichen"}', NULL);
INSERT INTO "sealed_row" VALUES (41, 1, 'question', 1, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Stelle, bei der das Projekt geführt wird, zum Beispiel „Fachbereich 2 – Finanzen“.","id":1,"is_required":1,"key":"department","kind":"short_text","label":"Amt oder Fachbereich","maximum_length":200,"position":1,"purpose":"department","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (42, 1, 'question', 2, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Vor- und Nachname der Person, die Fragen zum Beitrag beantworten kann.","id":2,"is_required":1,"key":"contact_name","kind":"short_text","label":"Ansprechperson","maximum_length":200,"position":2,"purpose":"contact_name","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (43, 1, 'question', 3, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Dienstliche Adresse der Ansprechperson. An sie gehen Rückfragen.","id":3,"is_required":1,"key":"contact_email","kind":"email","label":"E-Mail-Adresse","maximum_length":200,"position":3,"purpose":"contact_email","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (44, 1, 'question', 4, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Mit Vorwahl, zum Beispiel 02871 953-0.","id":4,"is_required":1,"key":"contact_phone","kind":"phone","label":"Telefonnummer","maximum_length":200,"position":4,"purpose":"contact_phone","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (45, 1, 'question', 5, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Titel","fact_sheet_position":1,"help":"Kurz und aussagekräftig. Unter diesem Titel erscheint der Beitrag bei der Jury und, falls er gewinnt, in der Öffentlichkeit.","id":5,"is_required":1,"key":"title","kind":"short_text","label":"Titel des Beitrags","maximum_length":120,"position":1,"purpose":"title","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (46, 1, 'question', 6, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Jeder Beitrag nimmt in genau einer Kategorie teil. Wählen Sie die, in der der Schwerpunkt Ihres Projekts liegt.","id":6,"is_required":1,"key":"category","kind":"category","label":"Kategorie","maximum_length":null,"position":2,"purpose":"category","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (47, 1, 'question', 7, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Worum geht es, wer macht mit, was ist das Ergebnis? Drei bis sechs Sätze genügen.","id":7,"is_required":1,"key":"summary","kind":"long_text","label":"Kurzbeschreibung","maximum_length":1000,"position":3,"purpose":"summary","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (48, 1, 'question', 8, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":2,"help":"Höchstens sechs Begriffe, durch Kommas getrennt. Mit ihnen wird das Projekt später in der Projektdatenbank gefunden.","id":8,"is_required":0,"key":"keywords","kind":"short_text","label":"Schlagworte","maximum_length":200,"position":4,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (49, 1, 'question', 9, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":6,"help":"Welche Aufgabe, welches Problem oder welche Gelegenheit hat zur Zusammenarbeit geführt?","id":9,"is_required":1,"key":"occasion","kind":"long_text","label":"Anlass","maximum_length":2000,"position":5,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (50, 1, 'question', 10, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":7,"help":"Was wollten die Partner gemeinsam erreichen? Nennen Sie möglichst überprüfbare Ziele.","id":10,"is_required":1,"key":"goal","kind":"long_text","label":"Ziel","maximum_length":2000,"position":6,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (51, 1, 'question', 11, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":8,"help":"Wie ist die Zusammenarbeit organisiert, wer übernimmt welche Aufgabe, was ist erledigt und was steht noch aus?","id":11,"is_required":1,"key":"implementation","kind":"long_text","label":"Umsetzung","maximum_length":2000,"position":7,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (52, 1, 'question', 12, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":9,"help":"Einmalige und laufende Kosten, Verteilungsschlüssel zwischen den Partnern, gegebenenfalls Förderung. Eine frühere Förderung durch Land oder Bund ist unschädlich.","id":12,"is_required":1,"key":"financing","kind":"long_text","label":"Finanzierung","maximum_length":2000,"position":8,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (53, 1, 'question', 13, '{"choices":"[{\"value\": \"agreement\", \"label\": \"\\u00f6ffentlich-rechtliche Vereinbarung\"}, {\"value\": \"zweckverband\", \"label\": \"Zweckverband\"}, {\"value\": \"aoer\", \"label\": \"Anstalt des \\u00f6ffentlichen Rechts\"}, {\"value\": \"working_group\", \"label\": \"Arbeitsgemeinschaft\"}, {\"value\": \"private\", \"label\": \"privatrechtlich (GmbH, Verein \\u2026)\"}, {\"value\": \"other\", \"label\": \"Sonstige\"}]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Rechtsform","fact_sheet_position":10,"help":"Jede Rechtsform ist möglich, eine privatrechtliche jedoch nur, wenn die Kommunen sie steuern können.","id":13,"is_required":1,"key":"legal_form","kind":"choice","label":"Rechtsform der Zusammenarbeit","maximum_length":null,"position":9,"purpose":"legal_form","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (54, 1, 'question', 14, '{"choices":"[]","condition":"{\"question\": \"legal_form\", \"answers\": [\"private\"]}","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Zum Beispiel durch die Mehrheit der Anteile oder der Stimmen oder durch das Recht, die Leitung zu bestellen.","id":14,"is_required":1,"key":"municipally_controllable","kind":"yes_no","label":"Können die Kommunen die privatrechtliche Organisation steuern?","maximum_length":null,"position":10,"purpose":"municipally_controllable","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (55, 1, 'question', 15, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Zusammenarbeit seit","fact_sheet_position":11,"help":"Der Tag, an dem der letzte Partner unterzeichnet hat. Teilnehmen können Kooperationen, die nach dem 1. September 2016 vereinbart wurden.","id":15,"is_required":1,"key":"contract_date","kind":"date","label":"Datum der vertraglichen Vereinbarung","maximum_length":null,"position":11,"purpose":"contract_date","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (56, 1, 'question', 16, '{"choices":"[]","condition":"null","criterion_key":"benefit","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Welche Mittel, Stellenanteile oder Zeiten werden eingespart? Welche Leistung gibt es erst durch die Zusammenarbeit oder in besserer Qualität? Woran haben Sie das gemessen?","id":16,"is_required":1,"key":"benefit","kind":"long_text","label":"Gewinn der Kooperation","maximum_length":5000,"position":1,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (57, 1, 'question', 17, '{"choices":"[]","condition":"null","criterion_key":"innovation","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Was ist neu: das Ziel, die Form, der Kreis der Partner, der digitale Ansatz? Gibt es Vorbilder, und worin gehen Sie über sie hinaus?","id":17,"is_required":1,"key":"innovation","kind":"long_text","label":"Grad der Innovation der Kooperation","maximum_length":5000,"position":2,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (58, 1, 'question', 18, '{"choices":"[]","condition":"null","criterion_key":"sustainability","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Wie lange ist die Zusammenarbeit angelegt, wie ist sie finanziell und personell gesichert, wie wird sie angenommen? Können andere sie übernehmen oder beitreten?","id":18,"is_required":1,"key":"sustainability","kind":"long_text","label":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","maximum_length":5000,"position":3,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (59, 1, 'question', 19, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Bedingungen finden Sie auf der Seite zur Ausschreibung.","id":19,"is_required":1,"key":"consent_rules","kind":"consent","label":"Wir erkennen die Teilnahmebedingungen an.","maximum_length":null,"position":1,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (60, 1, 'question', 20, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Kontaktdaten werden nur für das Verfahren genutzt; die Beschreibung des Projekts sehen Kompetenzzentrum und Jury.","id":20,"is_required":1,"key":"consent_privacy","kind":"consent","label":"Wir haben die Datenschutzhinweise zur Kenntnis genommen.","maximum_length":null,"position":2,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (61, 1, 'question', 21, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Wer eine Ansprechperson hat, erhält spätestens nach dem Einreichen einen Link von uns. Haben Sie einen Partner selbst informiert, können Sie Ihr Schreiben als Anlage beifügen.","id":21,"is_required":1,"key":"consent_partners","kind":"consent","label":"Alle Kooperationspartner sind oder werden über die Teilnahme informiert und können innerhalb einer Frist widersprechen.","maximum_length":null,"position":3,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (62, 1, 'attachment_purpose', 1, '{"edition_id":1,"help":"Nötig, wenn die Partner keine federführende Kommune bestimmt haben: Bestätigung, dass die zuständigen Gremien aller Partner der Kooperation zugestimmt haben.","id":1,"key":"chief_executive_confirmation","label":"Bestätigung der Hauptverwaltungsbeamtin oder des Hauptverwaltungsbeamten","position":1}', NULL);
INSERT INTO "sealed_row" VALUES (63, 1, 'attachment_purpose', 2, '{"edition_id":1,"help":"Nachweis über den Beschluss eines Rates, Kreistages oder einer Verbandsversammlung.","id":2,"key":"council_decision","label":"Auszug aus der Niederschrift oder Gremienbeschluss","position":2}', NULL);
INSERT INTO "sealed_row" VALUES (64, 1, 'attachment_purpose', 3, '{"edition_id":1,"help":"Die Mitteilung im Umlaufverfahren, mit der die Partner über die Teilnahme informiert wurden, mit der Frist zum Widerspruch.","id":3,"key":"partner_letter","label":"Schreiben an die Partner","position":3}', NULL);
INSERT INTO "sealed_row" VALUES (65, 1, 'attachment_purpose', 4, '{"edition_id":1,"help":"Ein Foto, eine Karte oder eine Grafik zum Projekt, an der Sie die nötigen Rechte besitzen.","id":4,"key":"illustration","label":"Abbildung","position":4}', NULL);
INSERT INTO "sealed_row" VALUES (66, 1, 'attachment_purpose', 5, '{"edition_id":1,"help":"Ein Foto, das wir zeigen dürfen, wenn Ihr Beitrag einen Preis erhält. Mit dem Hochladen bestätigen Sie, dass Sie die Rechte haben, abgebildete Personen einverstanden sind und das Bild veröffentlicht werden darf.","id":5,"key":"publication_picture","label":"Bild zur Veröffentlichung","position":5}', NULL);
INSERT INTO "sealed_row" VALUES (67, 1, 'attachment_purpose', 6, '{"edition_id":1,"help":"Etwa der Vertrag, ein Flyer oder ein Bericht. Was die Jury wissen muss, gehört in die Textfelder.","id":6,"key":"other","label":"Sonstige Anlage","position":6}', NULL);
INSERT INTO "sealed_row" VALUES (68, 1, 'edition_text', 1, '{"body":"Der Landespreis für innovative interkommunale Zusammenarbeit geht in die zweite Runde. Gesucht sind Kooperationen von Städten, Gemeinden und Kreisen, die eine Aufgabe gemeinsam besser lösen als allein und von denen andere lernen können.\n\nZu den fünf Kategorien der ersten Runde kommt die Sonderkategorie „Shared Service Center“ hinzu. In jeder Kategorie wird ein Preis von 10.000 Euro vergeben, ungeteilt an ein Projekt. Wie die Partner das Preisgeld unter sich aufteilen und wofür sie es verwenden, entscheiden sie selbst.","edition_id":1,"id":1,"key":"introduction","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (69, 1, 'edition_text', 2, '{"body":"Teilnehmen können Kooperationen mit mindestens zwei kommunalen Partnern. Kommunale Partner sind Gemeinden, Städte, Kreise, die Städteregion und die Landschaftsverbände sowie juristische Personen, die von Kommunen gesteuert werden. Auch Partner jenseits der Landesgrenze sind willkommen.\n\nDie Zusammenarbeit muss nach dem 1. September 2016 vertraglich vereinbart worden sein. Sie kann schon laufen oder noch im Aufbau sein; eine frühere Förderung durch Land oder Bund steht der Teilnahme nicht entgegen. Auf die Rechtsform kommt es nicht an, solange die Kommunen eine privatrechtliche Organisation steuern können. Kooperationen von Sparkassen sind ausgeschlossen.\n\nJede Kommune reicht höchstens einen Beitrag als federführende Kommune ein, kann aber Partnerin in beliebig vielen weiteren sein. Haben die Partner keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune, dass die Gremien aller Partner zugestimmt haben; ein Auszug aus der Niederschrift reicht aus. Die Partner werden im Umlaufverfahren informiert und können innerhalb einer Frist widersprechen.\n\nBeiträge werden ausschließlich über diese Anwendung eingereicht. Maßgeblich ist die Uhrzeit des Eingangs auf dem Server.","edition_id":1,"id":2,"key":"participation","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (70, 1, 'edition_text', 3, '{"body":"Verschwiegenheit. Ich behandle alles vertraulich, was mir durch meine Tätigkeit in der Jury bekannt wird: den Inhalt der Beiträge, Punkte und Begründungen, den Verlauf der Beratung und die Haltung einzelner Mitglieder. Das gilt auch gegenüber der Stelle, die mich entsandt hat, und besteht nach dem Ende des Verfahrens fort. Unterlagen gebe ich nicht weiter; Ausdrucke und eigene Kopien vernichte ich nach der Preisverleihung. Bis zur Bekanntgabe durch das Kompetenzzentrum äußere ich mich nicht zum Ergebnis.\n\nUnbefangenheit. Für das Verfahren gelten die §§ 20 und 21 des Verwaltungsverfahrensgesetzes für das Land Nordrhein-Westfalen als selbst gesetzte Regel entsprechend. Ich wirke an einem Beitrag nicht mit, wenn ich oder eine mir nahestehende Person daran beteiligt ist, wenn ich bei einem der Partner beschäftigt bin, dessen Organen angehöre oder ihn vertrete, wenn ich in der Sache beraten habe oder wenn das Ergebnis mir einen unmittelbaren Vorteil oder Nachteil bringen kann. Gleiches gilt, wenn ein anderer Grund Misstrauen gegen meine Unparteilichkeit rechtfertigt.\n\nAnzeige. Einen solchen Grund teile ich dem Vorsitz unverzüglich mit, sobald ich ihn erkenne. Die Jury entscheidet dann ohne mich; ich bewerte den betroffenen Beitrag nicht, berate nicht über ihn und sehe seine Bewertungen nicht ein. Im Zweifel zeige ich den Umstand an, statt selbst zu entscheiden.","edition_id":1,"id":3,"key":"confidentiality","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (71, 1, 'edition_text', 4, '{"body":"Nach Einsendeschluss prüft das Kompetenzzentrum, ob die Beiträge die Teilnahmebedingungen erfüllen. Zugelassene Beiträge gehen an alle Mitglieder der Jury, die nicht befangen sind.\n\nJedes Mitglied bewertet jeden Beitrag für sich und vergibt für jedes Kriterium 0 bis 10 ganze Punkte mit einer Begründung. Fünf beschriebene Stufen geben den Punkten eine gemeinsame Bedeutung. Bis zum Abschluss der Bewertung sieht kein Mitglied die Punkte der anderen.\n\nFür jeden Beitrag wird je Kriterium der Mittelwert der abgegebenen Punkte gebildet und mit dem Gewicht des Kriteriums multipliziert: 40 Prozent Gewinn der Kooperation, 30 Prozent Grad der Innovation, 30 Prozent Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit. Ausgeschlossene Mitglieder und Enthaltungen gehen in den Mittelwert nicht ein; sie zählen nicht als null Punkte. Gerechnet wird exakt, gerundet nur für die Anzeige. Beiträge mit gleichem Wert teilen sich einen Rang.\n\nDie Rangfolge ist eine Empfehlung. Über den Preis beschließt die Jury in nicht öffentlicher Sitzung mit einfacher Mehrheit. [Abstimmungsregeln] Ort, Tag, Anwesende und Beschlüsse werden vertraulich niedergeschrieben.","edition_id":1,"id":4,"key":"procedure","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (72, 1, 'edition_text', 5, '{"body":"Der Auslober hat nicht alle Einzelheiten des Verfahrens veröffentlicht. Die folgenden Vorgaben sind deshalb Annahmen und können vom Kompetenzzentrum geändert werden.\n\nDie Termine dieser Ausschreibung sind für die Vorführung gewählt. Der Stichtag 1. September 2016 und die übrigen Teilnahmebedingungen sind aus der ersten Ausschreibung übernommen.\n\nGewichte der Kriterien: 40, 30 und 30 Prozent. Skala: 0 bis 10 Punkte in ganzen Schritten, mit fünf beschriebenen Stufen je Kriterium. Zu jeder Punktzahl gehört eine Begründung. Gewichte, Skala und Stufen sind gesperrt, sobald die erste Bewertung gespeichert ist.\n\nEin Beitrag gilt als ausreichend bewertet, wenn mindestens zwei Bewertungsbögen vorliegen. Die Regeln der Abstimmung (Beschlussfähigkeit, einfache Mehrheit, Stichentscheid des Vorsitzes, zulässige Enthaltung, schriftlicher Umlauf) und die nicht öffentliche Sitzung folgen Musterregeln vergleichbarer Jurys; es gelten die Werte, die in der Runde eingestellt sind.\n\nTextlängen: 120 Zeichen für den Titel, 200 für kurze Angaben, 1.000 für die Kurzbeschreibung, 2.000 für längere Texte und 5.000 je Kriterium. Die Fragen nach Anlass, Ziel, Umsetzung, Finanzierung und Rechtsform folgen dem Steckbrief der Projektdatenbank; dass sie Pflicht sind, ist eine Annahme, ebenso die Zwecke der Anlagen. Der Einsendeschluss ist auf 23:59 Uhr gesetzt; bis 60 Sekunden danach nimmt der Server einen Beitrag noch an.\n\nDie entsprechende Anwendung der §§ 20 und 21 VwVfG NRW ist eine selbst gesetzte Regel und bedarf der rechtlichen Prüfung.","edition_id":1,"id":5,"key":"assumptions","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (73, 1, 'jury_round', 1, '{"edition_id":1,"id":1,"name":"Bewertung","position":1}', NULL);
INSERT INTO "sealed_row" VALUES (74, 1, 'juror', 1, '{"account_id":3,"body_name":"Städtetag NRW","edition_id":1,"id":1,"position":0,"role":"chair"}', NULL);
INSERT INTO "sealed_row" VALUES (75, 1, 'juror', 2, '{"account_id":4,"body_name":"Städtetag NRW","edition_id":1,"id":2,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (76, 1, 'juror', 3, '{"account_id":5,"body_name":"Städtetag NRW","edition_id":1,"id":3,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (77, 1, 'juror', 4, '{"account_id":6,"body_name":"Städtetag NRW","edition_id":1,"id":4,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (78, 1, 'juror', 5, '{"account_id":7,"body_name":"Städtetag NRW","edition_id":1,"id":5,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (79, 1, 'juror_tie', 1, '{"body_key":"05111000","ended_on":null,"id":1,"juror_id":5,"kind":"employer","note":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (80, 1, 'hint_decision', 1, '{"body_key":"05111000","decided_at":"2026-03-01 10:00:00.000000","entry_id":3,"hint_reason":"own_lead","id":1,"juror_id":5,"outcome":"biased","public_id":"47f4b050e0017ed3","reason":"Text","ruled_at":null,"ruled_by":null,"ruling":null,"ruling_reason":"Text","tie_key":"05111000","tie_kind":"employer"}', NULL);
INSERT INTO "sealed_row" VALUES (81, 1, 'recusal', 1, '{"declared_at":"2026-03-01 10:00:00.000000","entry_id":3,"id":1,"juror_id":5,"reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (82, 1, 'score_sheet', 1, '{"abstention_reason":"","entry_id":1,"id":1,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (83, 1, 'score_sheet', 2, '{"abstention_reason":"","entry_id":1,"id":2,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (84, 1, 'score_sheet', 3, '{"abstention_reason":"","entry_id":1,"id":3,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (85, 1, 'score_sheet', 4, '{"abstention_reason":"","entry_id":1,"id":4,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (86, 1, 'score_sheet', 5, '{"abstention_reason":"","entry_id":1,"id":5,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (87, 1, 'score_sheet', 6, '{"abstention_reason":"","entry_id":2,"id":6,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (88, 1, 'score_sheet', 7, '{"abstention_reason":"","entry_id":2,"id":7,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (89, 1, 'score_sheet', 8, '{"abstention_reason":"","entry_id":2,"id":8,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (90, 1, 'score_sheet', 9, '{"abstention_reason":"","entry_id":2,"id":9,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (91, 1, 'score_sheet', 10, '{"abstention_reason":"","entry_id":2,"id":10,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (92, 1, 'score_sheet', 11, '{"abstention_reason":"","entry_id":3,"id":11,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (93, 1, 'score_sheet', 12, '{"abstention_reason":"","entry_id":3,"id":12,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (94, 1, 'score_sheet', 13, '{"abstention_reason":"","entry_id":3,"id":13,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (95, 1, 'score_sheet', 14, '{"abstention_reason":"","entry_id":3,"id":14,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (96, 1, 'score_sheet', 15, '{"abstention_reason":"","entry_id":3,"id":15,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (97, 1, 'score', 1, '{"criterion_id":1,"id":1,"points":800,"reason":"Begründung 8","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (98, 1, 'score', 2, '{"criterion_id":2,"id":2,"points":600,"reason":"Begründung 6","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (99, 1, 'score', 3, '{"criterion_id":3,"id":3,"points":700,"reason":"Begründung 7","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (100, 1, 'score', 4, '{"criterion_id":1,"id":4,"points":800,"reason":"Begründung 8","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (101, 1, 'score', 5, '{"criterion_id":2,"id":5,"points":500,"reason":"Begründung 5","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (102, 1, 'score', 6, '{"criterion_id":3,"id":6,"points":700,"reason":"Begründung 7","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (103, 1, 'score', 7, '{"criterion_id":1,"id":7,"points":800,"reason":"Begründung 8","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (104, 1, 'score', 8, '{"criterion_id":2,"id":8,"points":600,"reason":"Begründung 6","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (105, 1, 'score', 9, '{"criterion_id":3,"id":9,"points":700,"reason":"Begründung 7","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (106, 1, 'score', 10, '{"criterion_id":1,"id":10,"points":800,"reason":"Begründung 8","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (107, 1, 'score', 11, '{"criterion_id":2,"id":11,"points":500,"reason":"Begründung 5","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (108, 1, 'score', 12, '{"criterion_id":3,"id":12,"points":700,"reason":"Begründung 7","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (109, 1, 'score', 13, '{"criterion_id":1,"id":13,"points":800,"reason":"Begründung 8","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (110, 1, 'score', 14, '{"criterion_id":2,"id":14,"points":600,"reason":"Begründung 6","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (111, 1, 'score', 15, '{"criterion_id":3,"id":15,"points":700,"reason":"Begründung 7","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (112, 1, 'score', 16, '{"criterion_id":1,"id":16,"points":700,"reason":"Begründung 7","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (113, 1, 'score', 17, '{"criterion_id":2,"id":17,"points":600,"reason":"Begründung 6","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (114, 1, 'score', 18, '{"criterion_id":3,"id":18,"points":700,"reason":"Begründung 7","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (115, 1, 'score', 19, '{"criterion_id":1,"id":19,"points":700,"reason":"Begründung 7","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (116, 1, 'score', 20, '{"criterion_id":2,"id":20,"points":500,"reason":"Begründung 5","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (117, 1, 'score', 21, '{"criterion_id":3,"id":21,"points":700,"reason":"Begründung 7","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (118, 1, 'score', 22, '{"criterion_id":1,"id":22,"points":700,"reason":"Begründung 7","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (119, 1, 'score', 23, '{"criterion_id":2,"id":23,"points":600,"reason":"Begründung 6","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (120, 1, 'score', 24, '{"criterion_id":3,"id":24,"points":700,"reason":"Begründung 7","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (121, 1, 'score', 25, '{"criterion_id":1,"id":25,"points":700,"reason":"Begründung 7","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (122, 1, 'score', 26, '{"criterion_id":2,"id":26,"points":500,"reason":"Begründung 5","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (123, 1, 'score', 27, '{"criterion_id":3,"id":27,"points":700,"reason":"Begründung 7","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (124, 1, 'score', 28, '{"criterion_id":1,"id":28,"points":700,"reason":"Begründung 7","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (125, 1, 'score', 29, '{"criterion_id":2,"id":29,"points":600,"reason":"Begründung 6","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (126, 1, 'score', 30, '{"criterion_id":3,"id":30,"points":700,"reason":"Begründung 7","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (127, 1, 'score', 31, '{"criterion_id":1,"id":31,"points":600,"reason":"Begründung 6","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (128, 1, 'score', 32, '{"criterion_id":2,"id":32,"points":600,"reason":"Begründung 6","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (129, 1, 'score', 33, '{"criterion_id":3,"id":33,"points":700,"reason":"Begründung 7","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (130, 1, 'score', 34, '{"criterion_id":1,"id":34,"points":600,"reason":"Begründung 6","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (131, 1, 'score', 35, '{"criterion_id":2,"id":35,"points":500,"reason":"Begründung 5","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (132, 1, 'score', 36, '{"criterion_id":3,"id":36,"points":700,"reason":"Begründung 7","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (133, 1, 'score', 37, '{"criterion_id":1,"id":37,"points":600,"reason":"Begründung 6","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (134, 1, 'score', 38, '{"criterion_id":2,"id":38,"points":600,"reason":"Begründung 6","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (135, 1, 'score', 39, '{"criterion_id":3,"id":39,"points":700,"reason":"Begründung 7","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (136, 1, 'score', 40, '{"criterion_id":1,"id":40,"points":600,"reason":"Begründung 6","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (137, 1, 'score', 41, '{"criterion_id":2,"id":41,"points":500,"reason":"Begründung 5","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (138, 1, 'score', 42, '{"criterion_id":3,"id":42,"points":700,"reason":"Begründung 7","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (139, 1, 'score', 43, '{"criterion_id":1,"id":43,"points":600,"reason":"Begründung 6","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (140, 1, 'score', 44, '{"criterion_id":2,"id":44,"points":600,"reason":"Begründung 6","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (141, 1, 'score', 45, '{"criterion_id":3,"id":45,"points":700,"reason":"Begründung 7","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (142, 1, 'sheet_version', 1, '{"content":"Text","id":1,"recorded_at":"2026-03-01 10:00:00.000000","sheet_id":15,"status":"draft","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (143, 1, 'scoring_extension', 1, '{"closes_at":"2026-03-01 10:00:00.000000","granted_at":"2026-03-01 10:00:00.000000","granted_by":1,"id":1,"juror_id":5,"reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (144, 1, 'sheet_reopening', 1, '{"id":1,"reason":"Text","reopened_at":"2026-03-01 10:00:00.000000","reopened_by":1,"sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (145, 1, 'decision', 1, '{"category_id":1,"decided_at":"2026-03-04 10:07:00.000000","decided_by":1,"entry_id":1,"id":1,"motion_id":7,"public_text":"Vorbilder für alle.","reason":"Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen.","version":1,"vote_standing":"carried"}', NULL);
INSERT INTO "sealed_row" VALUES (146, 1, 'co_winner', 1, '{"decision_id":1,"entry_id":2,"id":1}', NULL);
INSERT INTO "sealed_row" VALUES (147, 1, 'shortlist', 1, '{"category_id":6,"drawn_at":"2026-03-01 10:00:00.000000","drawn_by":1,"id":1,"least":null,"opened_at":null,"places":null,"reason":"Text","rule":"hand","undone_at":"2026-03-01 10:00:00.000000","undone_by":1,"undone_reason":"Irrtum"}', NULL);
INSERT INTO "sealed_row" VALUES (148, 1, 'shortlist_entry', 1, '{"entry_id":3,"id":1,"is_kept":0,"is_proposed":0,"mean":null,"rank":null,"reason":"Text","shortlist_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (149, 1, 'entry', 1, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":1,"lead_key":"05554008","number":"L2-001","public_id":"XBQaax5cGksumpYQ","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 0","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (150, 1, 'entry', 2, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":2,"lead_key":"05554012","number":"L2-002","public_id":"7jntSUBasITmtLqR","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 1","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (151, 1, 'entry', 3, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":3,"lead_key":"05554004","number":"L2-003","public_id":"0hv_eOK5dgJtiK62","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 2","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (152, 1, 'answer', 1, '{"entry_id":1,"id":1,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (153, 1, 'answer', 2, '{"entry_id":1,"id":2,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (154, 1, 'answer', 3, '{"entry_id":1,"id":3,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (155, 1, 'answer', 4, '{"entry_id":1,"id":4,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (156, 1, 'answer', 5, '{"entry_id":1,"id":5,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (157, 1, 'answer', 6, '{"entry_id":1,"id":6,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (158, 1, 'answer', 7, '{"entry_id":1,"id":7,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (159, 1, 'answer', 8, '{"entry_id":1,"id":8,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (160, 1, 'answer', 9, '{"entry_id":1,"id":9,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (161, 1, 'answer', 10, '{"entry_id":1,"id":10,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (162, 1, 'answer', 11, '{"entry_id":1,"id":11,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (163, 1, 'answer', 12, '{"entry_id":1,"id":12,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (164, 1, 'answer', 13, '{"entry_id":1,"id":13,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (165, 1, 'answer', 14, '{"entry_id":1,"id":14,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (166, 1, 'answer', 15, '{"entry_id":1,"id":15,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (167, 1, 'answer', 16, '{"entry_id":1,"id":16,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (168, 1, 'answer', 17, '{"entry_id":1,"id":17,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (169, 1, 'answer', 18, '{"entry_id":1,"id":18,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (170, 1, 'answer', 19, '{"entry_id":1,"id":19,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (171, 1, 'answer', 20, '{"entry_id":1,"id":20,"question_id":5,"value":"Beitrag 0"}', NULL);
INSERT INTO "sealed_row" VALUES (172, 1, 'answer', 21, '{"entry_id":2,"id":21,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (173, 1, 'answer', 22, '{"entry_id":2,"id":22,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (174, 1, 'answer', 23, '{"entry_id":2,"id":23,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (175, 1, 'answer', 24, '{"entry_id":2,"id":24,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (176, 1, 'answer', 25, '{"entry_id":2,"id":25,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (177, 1, 'answer', 26, '{"entry_id":2,"id":26,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (178, 1, 'answer', 27, '{"entry_id":2,"id":27,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (179, 1, 'answer', 28, '{"entry_id":2,"id":28,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (180, 1, 'answer', 29, '{"entry_id":2,"id":29,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (181, 1, 'answer', 30, '{"entry_id":2,"id":30,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (182, 1, 'answer', 31, '{"entry_id":2,"id":31,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (183, 1, 'answer', 32, '{"entry_id":2,"id":32,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (184, 1, 'answer', 33, '{"entry_id":2,"id":33,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (185, 1, 'answer', 34, '{"entry_id":2,"id":34,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (186, 1, 'answer', 35, '{"entry_id":2,"id":35,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (187, 1, 'answer', 36, '{"entry_id":2,"id":36,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (188, 1, 'answer', 37, '{"entry_id":2,"id":37,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (189, 1, 'answer', 38, '{"entry_id":2,"id":38,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (190, 1, 'answer', 39, '{"entry_id":2,"id":39,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (191, 1, 'answer', 40, '{"entry_id":2,"id":40,"question_id":5,"value":"Beitrag 1"}', NULL);
INSERT INTO "sealed_row" VALUES (192, 1, 'answer', 41, '{"entry_id":3,"id":41,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (193, 1, 'answer', 42, '{"entry_id":3,"id":42,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (194, 1, 'answer', 43, '{"entry_id":3,"id":43,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (195, 1, 'answer', 44, '{"entry_id":3,"id":44,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (196, 1, 'answer', 45, '{"entry_id":3,"id":45,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (197, 1, 'answer', 46, '{"entry_id":3,"id":46,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (198, 1, 'answer', 47, '{"entry_id":3,"id":47,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (199, 1, 'answer', 48, '{"entry_id":3,"id":48,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (200, 1, 'answer', 49, '{"entry_id":3,"id":49,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (201, 1, 'answer', 50, '{"entry_id":3,"id":50,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (202, 1, 'answer', 51, '{"entry_id":3,"id":51,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (203, 1, 'answer', 52, '{"entry_id":3,"id":52,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (204, 1, 'answer', 53, '{"entry_id":3,"id":53,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (205, 1, 'answer', 54, '{"entry_id":3,"id":54,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (206, 1, 'answer', 55, '{"entry_id":3,"id":55,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (207, 1, 'answer', 56, '{"entry_id":3,"id":56,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (208, 1, 'answer', 57, '{"entry_id":3,"id":57,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (209, 1, 'answer', 58, '{"entry_id":3,"id":58,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (210, 1, 'answer', 59, '{"entry_id":3,"id":59,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (211, 1, 'answer', 60, '{"entry_id":3,"id":60,"question_id":5,"value":"Beitrag 2"}', NULL);
INSERT INTO "sealed_row" VALUES (212, 1, 'partner', 1, '{"body_key":"05554020","country":"DE","entry_id":1,"id":1,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (213, 1, 'partner', 2, '{"body_key":"05554020","country":"DE","entry_id":2,"id":2,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (214, 1, 'partner', 3, '{"body_key":"05554020","country":"DE","entry_id":3,"id":3,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (215, 1, 'attachment', 1, '{"alterations":null,"created_at":"2026-03-01 10:00:00.000000","created_by":1,"entry_id":3,"filename":"Text","id":1,"notice":"Text","position":1,"public_id":"5634de3cbf36aa17","purpose":"Text","sent_sha256":"Text","sha256":"9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265"}', NULL);
INSERT INTO "sealed_row" VALUES (216, 1, 'submission', 1, '{"entry_id":3,"id":1,"received_at":"2026-03-01 10:00:00.000000","sha256":"Text","snapshot":"Text","submitted_by":1,"version":1}', NULL);
INSERT INTO "sealed_row" VALUES (217, 1, 'screening_finding', 1, '{"decided_at":"2026-03-01 10:00:00.000000","decided_by":1,"entry_id":3,"id":1,"remark":"Text","rule_key":"Text","verdict":"fulfilled"}', NULL);
INSERT INTO "sealed_row" VALUES (218, 1, 'requested_change', 1, '{"done_at":null,"entry_id":3,"id":1,"remark":"Text","requested_at":"2026-03-01 10:00:00.000000","target":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (219, 1, 'deadline_extension', 1, '{"decided_at":"2026-03-01 10:00:00.000000","decided_by":1,"edition_id":1,"id":1,"lead_key":"05111000","new_deadline_at":"2026-03-01 10:00:00.000000","old_deadline_at":"2026-02-01 10:00:00.000000","reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (220, 1, 'assignment_plan', 1, '{"decided_at":"2026-03-01 10:00:00.000000","edition_id":1,"id":1,"mode":"all","settled_stand_in":1,"sheets":null}', NULL);
INSERT INTO "sealed_row" VALUES (221, 1, 'juror_category', 1, '{"category_id":6,"id":1,"juror_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (222, 1, 'assignment', 1, '{"entry_id":3,"id":1,"juror_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (223, 1, 'stand_in', 1, '{"began_at":"2026-03-01 10:00:00.000000","decided_by":1,"deputy_id":4,"id":1,"juror_id":5,"reason":"Text","role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (224, 1, 'stand_in_entry', 1, '{"entry_id":3,"id":1,"stand_in_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (225, 1, 'comparison_opening', 1, '{"edition_id":1,"id":1,"opened_at":"2026-03-04 09:31:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (226, 1, 'discussion_flag', 1, '{"entry_id":1,"flagged_at":"2026-03-04 09:32:00.000000","id":1,"juror_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (227, 1, 'discussion_post', 1, '{"entry_id":1,"id":1,"juror_id":2,"posted_at":"2026-03-04 09:33:00.000000","public_id":"kLAMeZlophMGfd1_","taken_back_at":null,"text":"sha256 08ac045a64d7d661e1f8ad438ec39d46e8903369220ce2563c7b7e895e53e883"}', NULL);
INSERT INTO "sealed_row" VALUES (228, 1, 'discussion_post', 2, '{"entry_id":1,"id":2,"juror_id":2,"posted_at":"2026-03-04 09:34:00.000000","public_id":"SnOZZVzN5d9zUrVk","taken_back_at":"2026-03-04 09:35:00.000000","text":"sha256 08b77d24255c449dcd32e9c866f8fb08208d65858ae5044b5b9fe4672b42fd1b"}', NULL);
INSERT INTO "sealed_row" VALUES (229, 1, 'late_change', 1, '{"changed_at":"2026-03-01 10:00:00.000000","id":1,"reason":"Text","sheet_id":15,"sheet_version":1}', NULL);
INSERT INTO "sealed_row" VALUES (230, 1, 'meeting', 1, '{"closed_at":"2026-03-04 09:39:00.000000","due_at":"2026-03-06 11:00:00.000000","edition_id":1,"id":1,"is_written":1,"opened_at":"2026-03-04 09:36:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (231, 1, 'meeting', 2, '{"closed_at":"2026-03-04 10:06:00.000000","due_at":null,"edition_id":1,"id":2,"is_written":0,"opened_at":"2026-03-04 09:40:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (232, 1, 'meeting_presence', 1, '{"id":1,"is_present":1,"juror_id":1,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (233, 1, 'meeting_presence', 2, '{"id":2,"is_present":1,"juror_id":2,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (234, 1, 'meeting_presence', 3, '{"id":3,"is_present":1,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (235, 1, 'meeting_presence', 4, '{"id":4,"is_present":1,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (236, 1, 'meeting_presence', 5, '{"id":5,"is_present":1,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (237, 1, 'meeting_presence', 6, '{"id":6,"is_present":0,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (238, 1, 'meeting_presence', 7, '{"id":7,"is_present":0,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (239, 1, 'meeting_presence', 8, '{"id":8,"is_present":0,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (240, 1, 'meeting_presence', 9, '{"id":9,"is_present":1,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (241, 1, 'meeting_presence', 10, '{"id":10,"is_present":1,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (242, 1, 'meeting_presence', 11, '{"id":11,"is_present":1,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (243, 1, 'meeting_objection', 1, '{"id":1,"juror_id":2,"meeting_id":1,"objected_at":"2026-03-04 09:39:00.000000","reason":"Das gehört an einen Tisch."}', NULL);
INSERT INTO "sealed_row" VALUES (244, 1, 'agenda_item', 1, '{"category_id":1,"ended_at":null,"id":1,"meeting_id":1,"position":1,"started_at":null}', NULL);
INSERT INTO "sealed_row" VALUES (245, 1, 'agenda_item', 2, '{"category_id":1,"ended_at":null,"id":2,"meeting_id":2,"position":1,"started_at":null}', NULL);
INSERT INTO "sealed_row" VALUES (246, 1, 'motion', 1, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:39:00.000000","entitled":5,"entry_id":1,"id":1,"is_secret":0,"kind":"winner","meeting_id":1,"needed":3,"no":0,"opened_at":"2026-03-04 09:37:00.000000","outcome":"no_quorum","present":1,"public_id":"vxfp3hfd2aA6iRzd","text":"","yes":1}', NULL);
INSERT INTO "sealed_row" VALUES (247, 1, 'motion', 2, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:44:00.000000","entitled":5,"entry_id":2,"id":2,"is_secret":0,"kind":"commendation","meeting_id":2,"needed":3,"no":3,"opened_at":"2026-03-04 09:42:00.000000","outcome":"rejected","present":5,"public_id":"mgiCHIXAuCalgPr9","text":"","yes":1}', NULL);
INSERT INTO "sealed_row" VALUES (248, 1, 'motion', 3, '{"abstain":1,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:47:00.000000","entitled":5,"entry_id":null,"id":3,"is_secret":0,"kind":"other","meeting_id":2,"needed":3,"no":2,"opened_at":"2026-03-04 09:45:00.000000","outcome":"carried","present":5,"public_id":"WdXwGcqDiyHaxC_Y","text":"Die Jury dankt.","yes":2}', NULL);
INSERT INTO "sealed_row" VALUES (249, 1, 'motion', 4, '{"abstain":1,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:54:00.000000","entitled":5,"entry_id":2,"id":4,"is_secret":1,"kind":"commendation","meeting_id":2,"needed":3,"no":1,"opened_at":"2026-03-04 09:48:00.000000","outcome":"carried","present":5,"public_id":"LO8iXhjYGMb3twxs","text":"","yes":3}', NULL);
INSERT INTO "sealed_row" VALUES (250, 1, 'motion', 5, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:58:00.000000","entitled":5,"entry_id":1,"id":5,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 09:55:00.000000","outcome":"no_quorum","present":2,"public_id":"Lc1j3zfnSl1anmvV","text":"","yes":2}', NULL);
INSERT INTO "sealed_row" VALUES (251, 1, 'motion', 6, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 10:02:00.000000","entitled":5,"entry_id":1,"id":6,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 10:00:00.000000","outcome":"carried","present":5,"public_id":"q0hfKbzTojhsrzAm","text":"","yes":5}', NULL);
INSERT INTO "sealed_row" VALUES (252, 1, 'motion', 7, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 10:05:00.000000","entitled":5,"entry_id":2,"id":7,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 10:03:00.000000","outcome":"carried","present":5,"public_id":"n3BzT4d2D1qBOKO8","text":"","yes":5}', NULL);
INSERT INTO "sealed_row" VALUES (253, 1, 'lot', 1, '{"announced_at":"2026-03-01 10:00:00.000000","announced_by":1,"category_id":6,"commitment":"Text","drawn_at":null,"drawn_by":null,"entry_id":null,"id":1,"meeting_id":2,"public_id":"405b251dd4ec590f","secret":"Text","words":""}', NULL);
INSERT INTO "sealed_row" VALUES (254, 1, 'lot_entry', 1, '{"entry_id":3,"id":1,"lot_id":1,"number":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (255, 1, 'ballot', 1, '{"cast_at":"2026-03-04 09:38:00.000000","choice":"yes","id":1,"juror_id":3,"motion_id":1,"recorded_by":5}', NULL);
INSERT INTO "sealed_row" VALUES (256, 1, 'ballot', 2, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":2,"juror_id":1,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (257, 1, 'ballot', 3, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":3,"juror_id":2,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (258, 1, 'ballot', 4, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":4,"juror_id":3,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (259, 1, 'ballot', 5, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"yes","id":5,"juror_id":4,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (260, 1, 'ballot', 6, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"yes","id":6,"juror_id":1,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (261, 1, 'ballot', 7, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"yes","id":7,"juror_id":2,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (262, 1, 'ballot', 8, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"no","id":8,"juror_id":3,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (263, 1, 'ballot', 9, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"no","id":9,"juror_id":4,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (264, 1, 'ballot', 10, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"abstain","id":10,"juror_id":5,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (265, 1, 'ballot', 11, '{"cast_at":"2026-03-04 09:49:00.000000","choice":null,"id":11,"juror_id":1,"motion_id":4,"recorded_by":3}', NULL);
INSERT INTO "sealed_row" VALUES (266, 1, 'ballot', 12, '{"cast_at":"2026-03-04 09:50:00.000000","choice":null,"id":12,"juror_id":2,"motion_id":4,"recorded_by":4}', NULL);
INSERT INTO "sealed_row" VALUES (267, 1, 'ballot', 13, '{"cast_at":"2026-03-04 09:51:00.000000","choice":null,"id":13,"juror_id":3,"motion_id":4,"recorded_by":5}', NULL);
INSERT INTO "sealed_row" VALUES (268, 1, 'ballot', 14, '{"cast_at":"2026-03-04 09:52:00.000000","choice":null,"id":14,"juror_id":4,"motion_id":4,"recorded_by":6}', NULL);
INSERT INTO "sealed_row" VALUES (269, 1, 'ballot', 15, '{"cast_at":"2026-03-04 09:53:00.000000","choice":null,"id":15,"juror_id":5,"motion_id":4,"recorded_by":7}', NULL);
INSERT INTO "sealed_row" VALUES (270, 1, 'ballot', 16, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":16,"juror_id":1,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (271, 1, 'ballot', 17, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":17,"juror_id":2,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (272, 1, 'ballot', 18, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":18,"juror_id":3,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (273, 1, 'ballot', 19, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":19,"juror_id":4,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (274, 1, 'ballot', 20, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":20,"juror_id":5,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (275, 1, 'ballot', 21, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":21,"juror_id":1,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (276, 1, 'ballot', 22, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":22,"juror_id":2,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (277, 1, 'ballot', 23, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":23,"juror_id":3,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (278, 1, 'ballot', 24, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":24,"juror_id":4,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (279, 1, 'ballot', 25, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":25,"juror_id":5,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (280, 1, 'ballot', 26, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":26,"juror_id":1,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (281, 1, 'ballot', 27, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":27,"juror_id":2,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (282, 1, 'ballot', 28, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":28,"juror_id":3,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (283, 1, 'ballot', 29, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":29,"juror_id":4,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (284, 1, 'ballot', 30, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":30,"juror_id":5,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (285, 1, 'account', 3, '{"email":null,"id":3,"name":"Ada"}', NULL);
INSERT INTO "sealed_row" VALUES (286, 1, 'account', 4, '{"email":null,"id":4,"name":"Ben"}', NULL);
INSERT INTO "sealed_row" VALUES (287, 1, 'account', 5, '{"email":null,"id":5,"name":"Cleo"}', NULL);
INSERT INTO "sealed_row" VALUES (288, 1, 'account', 6, '{"email":null,"id":6,"name":"Dora"}', NULL);
INSERT INTO "sealed_row" VALUES (289, 1, 'account', 7, '{"email":null,"id":7,"name":"Emil"}', NULL);
INSERT INTO "sealed_row" VALUES (290, 1, 'register_body', 289, '{"key":"05554004","official_name":"Stadt Ahaus"}', '05554004');
INSERT INTO "sealed_row" VALUES (291, 1, 'register_body', 290, '{"key":"05554008","official_name":"Stadt Bocholt"}', '05554008');
INSERT INTO "sealed_row" VALUES (292, 1, 'register_body', 291, '{"key":"05554012","official_name":"Stadt Borken"}', '05554012');
INSERT INTO "sealed_row" VALUES (293, 1, 'register_body', 292, '{"key":"05554020","official_name":"Stadt Gronau (Westf.)"}', '05554020');
INSERT INTO "sealed_row" VALUES (294, 2, 'edition', 1, '{"allows_against_vote":0,"allows_circulation":1,"allows_shared_prize":1,"average":"mean","chair_breaks_ties":1,"changes_after_comparison":1,"deadline_at":"2026-03-14 09:30:00.000000","grace_seconds":60,"hides_names":0,"id":1,"minimum_sheets":2,"name":"2. Landespreis","needs_vote":0,"number_prefix":"L2-","opens_at":"2026-02-22 09:30:00.000000","organiser":"Kompetenzzentrum für interkommunale und regionale Zusammenarbeit im Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen","quorum":"half","quorum_least":1,"reason_rule":"always","scale_maximum":1000,"scale_minimum":0,"scale_step":100,"scoring_closes_at":null,"slug":"landespreis-2","tie_break":"[]"}', NULL);
INSERT INTO "sealed_row" VALUES (295, 2, 'category', 1, '{"description":"Gemeinsame Erledigung von Pflichtaufgaben und internen Diensten: zum Beispiel Personal, Vergabe, Kasse, Informationstechnik, Standesamt, Bauaufsicht oder Rechnungsprüfung.","edition_id":1,"id":1,"is_special":0,"key":"pflichtaufgaben","name":"Kommunale Pflichtaufgaben und Innere Verwaltung","position":1,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (296, 2, 'category', 2, '{"description":"Kooperationen, die Wissen, Daten und Erfahrung zwischen Kommunen verfügbar machen: Netzwerke, gemeinsame Plattformen, abgestimmte Verfahren und Standards.","edition_id":1,"id":2,"is_special":0,"key":"vernetzung","name":"Informationsaustausch und Vernetzung","position":2,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (297, 2, 'category', 3, '{"description":"Zusammenarbeit zugunsten von Betrieben, Fachkräften, Gästen und Kulturangeboten, die an der Gemeindegrenze nicht endet.","edition_id":1,"id":3,"is_special":0,"key":"wirtschaft-kultur","name":"Wirtschaftsförderung, Tourismus und Kultur","position":3,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (298, 2, 'category', 4, '{"description":"Gemeinsame Vorhaben in Klimaschutz und Klimaanpassung, Wasser, Abfall, Energie, Mobilität, Flächenentwicklung und technischer Infrastruktur.","edition_id":1,"id":4,"is_special":0,"key":"umwelt-planung","name":"Umwelt, Planung und Infrastruktur","position":4,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (299, 2, 'category', 5, '{"description":"Gegenseitige Hilfe und gemeinsame Vorsorge für Krisen, etwa Hochwasser und Starkregen oder der Ausfall von Strom und Informationstechnik.","edition_id":1,"id":5,"is_special":1,"key":"krise","name":"Interkommunale Zusammenarbeit in der Krisenbewältigung","position":5,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (300, 2, 'category', 6, '{"description":"Einrichtungen, in denen mehrere Kommunen gleichartige Leistungen dauerhaft an einer Stelle bündeln und füreinander erbringen.","edition_id":1,"id":6,"is_special":1,"key":"shared-service-center","name":"Shared Service Center","position":6,"prize_euro":10000}', NULL);
INSERT INTO "sealed_row" VALUES (301, 2, 'criterion', 1, '{"category_id":null,"description":"Was die Zusammenarbeit den Beteiligten und den Menschen vor Ort bringt: eingesparte Mittel und Stellenanteile, schnellere Verfahren oder eine Qualität der Leistung, die keiner der Partner allein erreicht hätte. Belegte Wirkungen zählen mehr als erwartete.","edition_id":1,"id":1,"key":"benefit","name":"Gewinn der Kooperation","position":1,"weight":40}', NULL);
INSERT INTO "sealed_row" VALUES (302, 2, 'criterion', 2, '{"category_id":null,"description":"Wie neu Ziel, Form oder Zusammensetzung der Zusammenarbeit sind, anspruchsvolle digitale Ansätze eingeschlossen. Gesucht werden Muster der Kooperation, die noch wenig bekannt sind und sich verbreiten lassen.","edition_id":1,"id":2,"key":"innovation","name":"Grad der Innovation der Kooperation","position":2,"weight":30}', NULL);
INSERT INTO "sealed_row" VALUES (303, 2, 'criterion', 3, '{"category_id":null,"description":"Ob die Zusammenarbeit auf Dauer angelegt ist, im Alltag trägt, von Verwaltung, Politik und Öffentlichkeit angenommen wird und mit Mitteln, Umwelt und Personal verantwortlich umgeht.","edition_id":1,"id":3,"key":"sustainability","name":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","position":3,"weight":30}', NULL);
INSERT INTO "sealed_row" VALUES (304, 2, 'anchor', 1, '{"criterion_id":1,"id":1,"label":"kaum erkennbar","points_from":0,"points_to":200,"text":"Ein Vorteil gegenüber der getrennten Erledigung ist nicht dargelegt oder wird nur behauptet. Aufwand und Ertrag der Zusammenarbeit stehen in keinem erkennbaren Verhältnis."}', NULL);
INSERT INTO "sealed_row" VALUES (305, 2, 'anchor', 2, '{"criterion_id":1,"id":2,"label":"begrenzt","points_from":300,"points_to":400,"text":"Einzelne Vorteile sind plausibel, etwa geteilte Sachkosten, bleiben aber klein, kommen nur einem der Partner zugute oder sind weder beziffert noch mit Beispielen belegt."}', NULL);
INSERT INTO "sealed_row" VALUES (306, 2, 'anchor', 3, '{"criterion_id":1,"id":3,"label":"deutlich","points_from":500,"points_to":600,"text":"Mehrere Partner sparen nachvollziehbar Mittel oder Zeit, oder die Leistung ist spürbar besser geworden. Der Gewinn ist beschrieben, aber erst in Teilen gemessen."}', NULL);
INSERT INTO "sealed_row" VALUES (307, 2, 'anchor', 4, '{"criterion_id":1,"id":4,"label":"groß","points_from":700,"points_to":800,"text":"Einsparung, Beschleunigung oder neue Qualität sind mit Zahlen oder überprüfbaren Beispielen belegt, überwiegen den Aufwand klar und kommen allen Partnern zugute."}', NULL);
INSERT INTO "sealed_row" VALUES (308, 2, 'anchor', 5, '{"criterion_id":1,"id":5,"label":"herausragend","points_from":900,"points_to":1000,"text":"Die Leistung wäre ohne die Kooperation nicht oder nur erheblich schlechter möglich. Der Gewinn ist gemessen, wirkt bei allen Partnern und bei den Bürgerinnen und Bürgern und setzt ein Beispiel im Land."}', NULL);
INSERT INTO "sealed_row" VALUES (309, 2, 'anchor', 6, '{"criterion_id":2,"id":6,"label":"bekannt","points_from":0,"points_to":200,"text":"Gegenstand, Form und Partner entsprechen dem, was im Land seit Langem und vielerorts üblich ist. Ein eigener Ansatz ist nicht zu erkennen."}', NULL);
INSERT INTO "sealed_row" VALUES (310, 2, 'anchor', 7, '{"criterion_id":2,"id":7,"label":"leicht abgewandelt","points_from":300,"points_to":400,"text":"Ein bekanntes Modell wurde an die örtlichen Verhältnisse angepasst. Neu ist allenfalls ein einzelnes Werkzeug oder ein einzelner Verfahrensschritt."}', NULL);
INSERT INTO "sealed_row" VALUES (311, 2, 'anchor', 8, '{"criterion_id":2,"id":8,"label":"in Teilen neu","points_from":500,"points_to":600,"text":"Ziel, Form oder Kreis der Partner ist für die Region neu, oder ein digitaler Ansatz verändert die Abläufe merklich. Vergleichbare Vorhaben gibt es andernorts bereits."}', NULL);
INSERT INTO "sealed_row" VALUES (312, 2, 'anchor', 9, '{"criterion_id":2,"id":9,"label":"neu","points_from":700,"points_to":800,"text":"Die Kooperation verbindet mehrere neue Elemente, etwa ein bisher nicht geteiltes Aufgabenfeld mit ungewohnten Partnern. Im Land gibt es dafür höchstens wenige Beispiele."}', NULL);
INSERT INTO "sealed_row" VALUES (313, 2, 'anchor', 10, '{"criterion_id":2,"id":10,"label":"wegweisend","points_from":900,"points_to":1000,"text":"Hier ist ein Muster der Zusammenarbeit entstanden, das es so noch nicht gab: in der Sache, in der Form oder im digitalen Ansatz. Andere Kommunen können unmittelbar daran anknüpfen."}', NULL);
INSERT INTO "sealed_row" VALUES (314, 2, 'anchor', 11, '{"criterion_id":3,"id":11,"label":"ungesichert","points_from":0,"points_to":200,"text":"Das Vorhaben hängt an einzelnen Personen oder an einer auslaufenden Förderung. Wie es weitergeht, bleibt offen; eine Nutzung über die Erprobung hinaus ist nicht erkennbar."}', NULL);
INSERT INTO "sealed_row" VALUES (315, 2, 'anchor', 12, '{"criterion_id":3,"id":12,"label":"unsicher","points_from":300,"points_to":400,"text":"Ein Fortbestand ist gewollt, aber weder vertraglich noch finanziell ausreichend gesichert. Die Akzeptanz bei den Beteiligten ist schwach oder nicht belegt."}', NULL);
INSERT INTO "sealed_row" VALUES (316, 2, 'anchor', 13, '{"criterion_id":3,"id":13,"label":"tragfähig","points_from":500,"points_to":600,"text":"Vertrag, Zuständigkeiten und Finanzierung sind geregelt, die Ergebnisse werden genutzt. Für Ausbau, Personalwechsel oder die Aufnahme weiterer Partner gibt es erst Überlegungen."}', NULL);
INSERT INTO "sealed_row" VALUES (317, 2, 'anchor', 14, '{"criterion_id":3,"id":14,"label":"gefestigt","points_from":700,"points_to":800,"text":"Die Kooperation ist langfristig vereinbart, im Haushalt verankert und im Alltag angenommen. Sie wird überprüft und lässt sich erweitern oder übertragen."}', NULL);
INSERT INTO "sealed_row" VALUES (318, 2, 'anchor', 15, '{"criterion_id":3,"id":15,"label":"vorbildlich","points_from":900,"points_to":1000,"text":"Die Zusammenarbeit trägt sich dauerhaft, wächst nachweislich oder wird bereits nachgeahmt. Ökologische, soziale und finanzielle Folgen sind mitbedacht, die Beteiligten stehen erkennbar dahinter."}', NULL);
INSERT INTO "sealed_row" VALUES (319, 2, 'participation_rule', 1, '{"edition_id":1,"id":1,"is_active":1,"is_hard":1,"key":"two_partners","parameters":"{\"minimum\": 2}","position":1,"text":"An der Kooperation wirken mindestens zwei kommunale Partner mit. Das sind Kommunen und juristische Personen, die von Kommunen gesteuert werden; die einreichende Kommune zählt mit."}', NULL);
INSERT INTO "sealed_row" VALUES (320, 2, 'participation_rule', 2, '{"edition_id":1,"id":2,"is_active":1,"is_hard":1,"key":"contract_after_cutoff","parameters":"{\"cutoff\": \"2016-09-01\"}","position":2,"text":"Die Zusammenarbeit wurde nach dem 1. September 2016 vertraglich vereinbart. Sie darf bereits laufen oder sich noch im Aufbau befinden."}', NULL);
INSERT INTO "sealed_row" VALUES (321, 2, 'participation_rule', 3, '{"edition_id":1,"id":3,"is_active":1,"is_hard":1,"key":"one_entry_per_lead","parameters":"{}","position":3,"text":"Jede Kommune reicht höchstens einen Beitrag als federführende Kommune ein. Als weiterer Partner darf sie an beliebig vielen Beiträgen beteiligt sein."}', NULL);
INSERT INTO "sealed_row" VALUES (322, 2, 'participation_rule', 4, '{"edition_id":1,"id":4,"is_active":1,"is_hard":1,"key":"no_savings_banks","parameters":"{}","position":4,"text":"Kooperationen von Sparkassen nehmen nicht teil, auch wenn Kommunen deren Träger sind."}', NULL);
INSERT INTO "sealed_row" VALUES (323, 2, 'participation_rule', 5, '{"edition_id":1,"id":5,"is_active":1,"is_hard":1,"key":"municipal_control","parameters":"{}","position":5,"text":"Die Rechtsform ist frei. Eine privatrechtliche Form ist zugelassen, wenn die beteiligten Kommunen die Organisation steuern können."}', NULL);
INSERT INTO "sealed_row" VALUES (324, 2, 'participation_rule', 6, '{"edition_id":1,"id":6,"is_active":1,"is_hard":0,"key":"chief_executive_confirmation","parameters":"{}","position":6,"text":"Ist keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune die Beschlüsse aller Partner. Ein Auszug aus der Niederschrift genügt als Nachweis."}', NULL);
INSERT INTO "sealed_row" VALUES (325, 2, 'participation_rule', 7, '{"edition_id":1,"id":7,"is_active":1,"is_hard":1,"key":"consents","parameters":"{}","position":7,"text":"Teilnahmebedingungen und Datenschutzhinweise sind anerkannt; die Partner sind oder werden informiert und können widersprechen."}', NULL);
INSERT INTO "sealed_row" VALUES (326, 2, 'participation_rule', 8, '{"edition_id":1,"id":8,"is_active":1,"is_hard":1,"key":"required_answers","parameters":"{}","position":8,"text":"Alle Pflichtangaben des Formulars sind gemacht."}', NULL);
INSERT INTO "sealed_row" VALUES (327, 2, 'participation_rule', 9, '{"edition_id":1,"id":9,"is_active":1,"is_hard":1,"key":"text_limits","parameters":"{}","position":9,"text":"Kein Text überschreitet die angegebene Länge."}', NULL);
INSERT INTO "sealed_row" VALUES (328, 2, 'form_step', 1, '{"edition_id":1,"id":1,"introduction":"Hier geben Sie an, wer den Beitrag in Ihrer Kommune betreut. Die Angaben dienen Rückfragen des Kompetenzzentrums und werden nicht veröffentlicht.","key":"kontakt","kind":"questions","position":1,"title":"Kommune und Kontakt"}', NULL);
INSERT INTO "sealed_row" VALUES (329, 2, 'form_step', 2, '{"edition_id":1,"id":2,"introduction":"Beschreiben Sie das Projekt so, dass es auch versteht, wer Ihre Kommune nicht kennt. Zwischenstände können Sie jederzeit speichern, auch wenn noch Angaben fehlen.","key":"projekt","kind":"questions","position":2,"title":"Projekt"}', NULL);
INSERT INTO "sealed_row" VALUES (330, 2, 'form_step', 3, '{"edition_id":1,"id":3,"introduction":"Nennen Sie alle Kooperationspartner außer Ihrer eigenen Kommune. Kommunen, Kreise und Landschaftsverbände wählen Sie aus dem Verzeichnis; Partner ohne amtlichen Schlüssel, etwa aus den Niederlanden oder Belgien, tragen Sie mit Namen ein.","key":"partner","kind":"partners","position":3,"title":"Partner"}', NULL);
INSERT INTO "sealed_row" VALUES (331, 2, 'form_step', 4, '{"edition_id":1,"id":4,"introduction":"Die Jury bewertet jeden Beitrag nach drei Kriterien. Gehen Sie auf jedes gesondert ein; Zahlen und nachprüfbare Beispiele helfen mehr als allgemeine Aussagen.","key":"kriterien","kind":"questions","position":4,"title":"Kriterien"}', NULL);
INSERT INTO "sealed_row" VALUES (332, 2, 'form_step', 5, '{"edition_id":1,"id":5,"introduction":"Anlagen sind freiwillig, soweit nicht eine Bestätigung nötig ist. Ordnen Sie jeder Datei zu, wofür sie gedacht ist.","key":"anlagen","kind":"attachments","position":5,"title":"Anlagen"}', NULL);
INSERT INTO "sealed_row" VALUES (333, 2, 'form_step', 6, '{"edition_id":1,"id":6,"introduction":"Sehen Sie alle Angaben noch einmal durch. Nach dem Einreichen erhalten Sie eine Eingangsbestätigung mit Nummer und Uhrzeit.","key":"pruefen","kind":"review","position":6,"title":"Prüfen und Einreichen"}', NULL);
INSERT INTO "sealed_row" VALUES (334, 2, 'question', 1, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Stelle, bei der das Projekt geführt wird, zum Beispiel „Fachbereich 2 – Finanzen“.","id":1,"is_required":1,"key":"department","kind":"short_text","label":"Amt oder Fachbereich","maximum_length":200,"position":1,"purpose":"department","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (335, 2, 'question', 2, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Vor- und Nachname der Person, die Fragen zum Beitrag beantworten kann.","id":2,"is_required":1,"key":"contact_name","kind":"short_text","label":"Ansprechperson","maximum_length":200,"position":2,"purpose":"contact_name","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (336, 2, 'question', 3, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Dienstliche Adresse der Ansprechperson. An sie gehen Rückfragen.","id":3,"is_required":1,"key":"contact_email","kind":"email","label":"E-Mail-Adresse","maximum_length":200,"position":3,"purpose":"contact_email","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (337, 2, 'question', 4, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Mit Vorwahl, zum Beispiel 02871 953-0.","id":4,"is_required":1,"key":"contact_phone","kind":"phone","label":"Telefonnummer","maximum_length":200,"position":4,"purpose":"contact_phone","step_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (338, 2, 'question', 5, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Titel","fact_sheet_position":1,"help":"Kurz und aussagekräftig. Unter diesem Titel erscheint der Beitrag bei der Jury und, falls er gewinnt, in der Öffentlichkeit.","id":5,"is_required":1,"key":"title","kind":"short_text","label":"Titel des Beitrags","maximum_length":120,"position":1,"purpose":"title","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (339, 2, 'question', 6, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Jeder Beitrag nimmt in genau einer Kategorie teil. Wählen Sie die, in der der Schwerpunkt Ihres Projekts liegt.","id":6,"is_required":1,"key":"category","kind":"category","label":"Kategorie","maximum_length":null,"position":2,"purpose":"category","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (340, 2, 'question', 7, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Worum geht es, wer macht mit, was ist das Ergebnis? Drei bis sechs Sätze genügen.","id":7,"is_required":1,"key":"summary","kind":"long_text","label":"Kurzbeschreibung","maximum_length":1000,"position":3,"purpose":"summary","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (341, 2, 'question', 8, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":2,"help":"Höchstens sechs Begriffe, durch Kommas getrennt. Mit ihnen wird das Projekt später in der Projektdatenbank gefunden.","id":8,"is_required":0,"key":"keywords","kind":"short_text","label":"Schlagworte","maximum_length":200,"position":4,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (342, 2, 'question', 9, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":6,"help":"Welche Aufgabe, welches Problem oder welche Gelegenheit hat zur Zusammenarbeit geführt?","id":9,"is_required":1,"key":"occasion","kind":"long_text","label":"Anlass","maximum_length":2000,"position":5,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (343, 2, 'question', 10, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":7,"help":"Was wollten die Partner gemeinsam erreichen? Nennen Sie möglichst überprüfbare Ziele.","id":10,"is_required":1,"key":"goal","kind":"long_text","label":"Ziel","maximum_length":2000,"position":6,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (344, 2, 'question', 11, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":8,"help":"Wie ist die Zusammenarbeit organisiert, wer übernimmt welche Aufgabe, was ist erledigt und was steht noch aus?","id":11,"is_required":1,"key":"implementation","kind":"long_text","label":"Umsetzung","maximum_length":2000,"position":7,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (345, 2, 'question', 12, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":9,"help":"Einmalige und laufende Kosten, Verteilungsschlüssel zwischen den Partnern, gegebenenfalls Förderung. Eine frühere Förderung durch Land oder Bund ist unschädlich.","id":12,"is_required":1,"key":"financing","kind":"long_text","label":"Finanzierung","maximum_length":2000,"position":8,"purpose":null,"step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (346, 2, 'question', 13, '{"choices":"[{\"value\": \"agreement\", \"label\": \"\\u00f6ffentlich-rechtliche Vereinbarung\"}, {\"value\": \"zweckverband\", \"label\": \"Zweckverband\"}, {\"value\": \"aoer\", \"label\": \"Anstalt des \\u00f6ffentlichen Rechts\"}, {\"value\": \"working_group\", \"label\": \"Arbeitsgemeinschaft\"}, {\"value\": \"private\", \"label\": \"privatrechtlich (GmbH, Verein \\u2026)\"}, {\"value\": \"other\", \"label\": \"Sonstige\"}]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Rechtsform","fact_sheet_position":10,"help":"Jede Rechtsform ist möglich, eine privatrechtliche jedoch nur, wenn die Kommunen sie steuern können.","id":13,"is_required":1,"key":"legal_form","kind":"choice","label":"Rechtsform der Zusammenarbeit","maximum_length":null,"position":9,"purpose":"legal_form","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (347, 2, 'question', 14, '{"choices":"[]","condition":"{\"question\": \"legal_form\", \"answers\": [\"private\"]}","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Zum Beispiel durch die Mehrheit der Anteile oder der Stimmen oder durch das Recht, die Leitung zu bestellen.","id":14,"is_required":1,"key":"municipally_controllable","kind":"yes_no","label":"Können die Kommunen die privatrechtliche Organisation steuern?","maximum_length":null,"position":10,"purpose":"municipally_controllable","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (348, 2, 'question', 15, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"Zusammenarbeit seit","fact_sheet_position":11,"help":"Der Tag, an dem der letzte Partner unterzeichnet hat. Teilnehmen können Kooperationen, die nach dem 1. September 2016 vereinbart wurden.","id":15,"is_required":1,"key":"contract_date","kind":"date","label":"Datum der vertraglichen Vereinbarung","maximum_length":null,"position":11,"purpose":"contract_date","step_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (349, 2, 'question', 16, '{"choices":"[]","condition":"null","criterion_key":"benefit","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Welche Mittel, Stellenanteile oder Zeiten werden eingespart? Welche Leistung gibt es erst durch die Zusammenarbeit oder in besserer Qualität? Woran haben Sie das gemessen?","id":16,"is_required":1,"key":"benefit","kind":"long_text","label":"Gewinn der Kooperation","maximum_length":5000,"position":1,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (350, 2, 'question', 17, '{"choices":"[]","condition":"null","criterion_key":"innovation","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Was ist neu: das Ziel, die Form, der Kreis der Partner, der digitale Ansatz? Gibt es Vorbilder, und worin gehen Sie über sie hinaus?","id":17,"is_required":1,"key":"innovation","kind":"long_text","label":"Grad der Innovation der Kooperation","maximum_length":5000,"position":2,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (351, 2, 'question', 18, '{"choices":"[]","condition":"null","criterion_key":"sustainability","edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Wie lange ist die Zusammenarbeit angelegt, wie ist sie finanziell und personell gesichert, wie wird sie angenommen? Können andere sie übernehmen oder beitreten?","id":18,"is_required":1,"key":"sustainability","kind":"long_text","label":"Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit","maximum_length":5000,"position":3,"purpose":null,"step_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (352, 2, 'question', 19, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Bedingungen finden Sie auf der Seite zur Ausschreibung.","id":19,"is_required":1,"key":"consent_rules","kind":"consent","label":"Wir erkennen die Teilnahmebedingungen an.","maximum_length":null,"position":1,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (353, 2, 'question', 20, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Die Kontaktdaten werden nur für das Verfahren genutzt; die Beschreibung des Projekts sehen Kompetenzzentrum und Jury.","id":20,"is_required":1,"key":"consent_privacy","kind":"consent","label":"Wir haben die Datenschutzhinweise zur Kenntnis genommen.","maximum_length":null,"position":2,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (354, 2, 'question', 21, '{"choices":"[]","condition":"null","criterion_key":null,"edition_id":1,"fact_sheet_label":"","fact_sheet_position":null,"help":"Wer eine Ansprechperson hat, erhält spätestens nach dem Einreichen einen Link von uns. Haben Sie einen Partner selbst informiert, können Sie Ihr Schreiben als Anlage beifügen.","id":21,"is_required":1,"key":"consent_partners","kind":"consent","label":"Alle Kooperationspartner sind oder werden über die Teilnahme informiert und können innerhalb einer Frist widersprechen.","maximum_length":null,"position":3,"purpose":null,"step_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (355, 2, 'attachment_purpose', 1, '{"edition_id":1,"help":"Nötig, wenn die Partner keine federführende Kommune bestimmt haben: Bestätigung, dass die zuständigen Gremien aller Partner der Kooperation zugestimmt haben.","id":1,"key":"chief_executive_confirmation","label":"Bestätigung der Hauptverwaltungsbeamtin oder des Hauptverwaltungsbeamten","position":1}', NULL);
INSERT INTO "sealed_row" VALUES (356, 2, 'attachment_purpose', 2, '{"edition_id":1,"help":"Nachweis über den Beschluss eines Rates, Kreistages oder einer Verbandsversammlung.","id":2,"key":"council_decision","label":"Auszug aus der Niederschrift oder Gremienbeschluss","position":2}', NULL);
INSERT INTO "sealed_row" VALUES (357, 2, 'attachment_purpose', 3, '{"edition_id":1,"help":"Die Mitteilung im Umlaufverfahren, mit der die Partner über die Teilnahme informiert wurden, mit der Frist zum Widerspruch.","id":3,"key":"partner_letter","label":"Schreiben an die Partner","position":3}', NULL);
INSERT INTO "sealed_row" VALUES (358, 2, 'attachment_purpose', 4, '{"edition_id":1,"help":"Ein Foto, eine Karte oder eine Grafik zum Projekt, an der Sie die nötigen Rechte besitzen.","id":4,"key":"illustration","label":"Abbildung","position":4}', NULL);
INSERT INTO "sealed_row" VALUES (359, 2, 'attachment_purpose', 5, '{"edition_id":1,"help":"Ein Foto, das wir zeigen dürfen, wenn Ihr Beitrag einen Preis erhält. Mit dem Hochladen bestätigen Sie, dass Sie die Rechte haben, abgebildete Personen einverstanden sind und das Bild veröffentlicht werden darf.","id":5,"key":"publication_picture","label":"Bild zur Veröffentlichung","position":5}', NULL);
INSERT INTO "sealed_row" VALUES (360, 2, 'attachment_purpose', 6, '{"edition_id":1,"help":"Etwa der Vertrag, ein Flyer oder ein Bericht. Was die Jury wissen muss, gehört in die Textfelder.","id":6,"key":"other","label":"Sonstige Anlage","position":6}', NULL);
INSERT INTO "sealed_row" VALUES (361, 2, 'edition_text', 1, '{"body":"Der Landespreis für innovative interkommunale Zusammenarbeit geht in die zweite Runde. Gesucht sind Kooperationen von Städten, Gemeinden und Kreisen, die eine Aufgabe gemeinsam besser lösen als allein und von denen andere lernen können.\n\nZu den fünf Kategorien der ersten Runde kommt die Sonderkategorie „Shared Service Center“ hinzu. In jeder Kategorie wird ein Preis von 10.000 Euro vergeben, ungeteilt an ein Projekt. Wie die Partner das Preisgeld unter sich aufteilen und wofür sie es verwenden, entscheiden sie selbst.","edition_id":1,"id":1,"key":"introduction","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (362, 2, 'edition_text', 2, '{"body":"Teilnehmen können Kooperationen mit mindestens zwei kommunalen Partnern. Kommunale Partner sind Gemeinden, Städte, Kreise, die Städteregion und die Landschaftsverbände sowie juristische Personen, die von Kommunen gesteuert werden. Auch Partner jenseits der Landesgrenze sind willkommen.\n\nDie Zusammenarbeit muss nach dem 1. September 2016 vertraglich vereinbart worden sein. Sie kann schon laufen oder noch im Aufbau sein; eine frühere Förderung durch Land oder Bund steht der Teilnahme nicht entgegen. Auf die Rechtsform kommt es nicht an, solange die Kommunen eine privatrechtliche Organisation steuern können. Kooperationen von Sparkassen sind ausgeschlossen.\n\nJede Kommune reicht höchstens einen Beitrag als federführende Kommune ein, kann aber Partnerin in beliebig vielen weiteren sein. Haben die Partner keine federführende Kommune benannt, bestätigt die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte der einreichenden Kommune, dass die Gremien aller Partner zugestimmt haben; ein Auszug aus der Niederschrift reicht aus. Die Partner werden im Umlaufverfahren informiert und können innerhalb einer Frist widersprechen.\n\nBeiträge werden ausschließlich über diese Anwendung eingereicht. Maßgeblich ist die Uhrzeit des Eingangs auf dem Server.","edition_id":1,"id":2,"key":"participation","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (363, 2, 'edition_text', 3, '{"body":"Verschwiegenheit. Ich behandle alles vertraulich, was mir durch meine Tätigkeit in der Jury bekannt wird: den Inhalt der Beiträge, Punkte und Begründungen, den Verlauf der Beratung und die Haltung einzelner Mitglieder. Das gilt auch gegenüber der Stelle, die mich entsandt hat, und besteht nach dem Ende des Verfahrens fort. Unterlagen gebe ich nicht weiter; Ausdrucke und eigene Kopien vernichte ich nach der Preisverleihung. Bis zur Bekanntgabe durch das Kompetenzzentrum äußere ich mich nicht zum Ergebnis.\n\nUnbefangenheit. Für das Verfahren gelten die §§ 20 und 21 des Verwaltungsverfahrensgesetzes für das Land Nordrhein-Westfalen als selbst gesetzte Regel entsprechend. Ich wirke an einem Beitrag nicht mit, wenn ich oder eine mir nahestehende Person daran beteiligt ist, wenn ich bei einem der Partner beschäftigt bin, dessen Organen angehöre oder ihn vertrete, wenn ich in der Sache beraten habe oder wenn das Ergebnis mir einen unmittelbaren Vorteil oder Nachteil bringen kann. Gleiches gilt, wenn ein anderer Grund Misstrauen gegen meine Unparteilichkeit rechtfertigt.\n\nAnzeige. Einen solchen Grund teile ich dem Vorsitz unverzüglich mit, sobald ich ihn erkenne. Die Jury entscheidet dann ohne mich; ich bewerte den betroffenen Beitrag nicht, berate nicht über ihn und sehe seine Bewertungen nicht ein. Im Zweifel zeige ich den Umstand an, statt selbst zu entscheiden.","edition_id":1,"id":3,"key":"confidentiality","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (364, 2, 'edition_text', 4, '{"body":"Nach Einsendeschluss prüft das Kompetenzzentrum, ob die Beiträge die Teilnahmebedingungen erfüllen. Zugelassene Beiträge gehen an alle Mitglieder der Jury, die nicht befangen sind.\n\nJedes Mitglied bewertet jeden Beitrag für sich und vergibt für jedes Kriterium 0 bis 10 ganze Punkte mit einer Begründung. Fünf beschriebene Stufen geben den Punkten eine gemeinsame Bedeutung. Bis zum Abschluss der Bewertung sieht kein Mitglied die Punkte der anderen.\n\nFür jeden Beitrag wird je Kriterium der Mittelwert der abgegebenen Punkte gebildet und mit dem Gewicht des Kriteriums multipliziert: 40 Prozent Gewinn der Kooperation, 30 Prozent Grad der Innovation, 30 Prozent Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit. Ausgeschlossene Mitglieder und Enthaltungen gehen in den Mittelwert nicht ein; sie zählen nicht als null Punkte. Gerechnet wird exakt, gerundet nur für die Anzeige. Beiträge mit gleichem Wert teilen sich einen Rang.\n\nDie Rangfolge ist eine Empfehlung. Über den Preis beschließt die Jury in nicht öffentlicher Sitzung mit einfacher Mehrheit. [Abstimmungsregeln] Ort, Tag, Anwesende und Beschlüsse werden vertraulich niedergeschrieben.","edition_id":1,"id":4,"key":"procedure","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (365, 2, 'edition_text', 5, '{"body":"Der Auslober hat nicht alle Einzelheiten des Verfahrens veröffentlicht. Die folgenden Vorgaben sind deshalb Annahmen und können vom Kompetenzzentrum geändert werden.\n\nDie Termine dieser Ausschreibung sind für die Vorführung gewählt. Der Stichtag 1. September 2016 und die übrigen Teilnahmebedingungen sind aus der ersten Ausschreibung übernommen.\n\nGewichte der Kriterien: 40, 30 und 30 Prozent. Skala: 0 bis 10 Punkte in ganzen Schritten, mit fünf beschriebenen Stufen je Kriterium. Zu jeder Punktzahl gehört eine Begründung. Gewichte, Skala und Stufen sind gesperrt, sobald die erste Bewertung gespeichert ist.\n\nEin Beitrag gilt als ausreichend bewertet, wenn mindestens zwei Bewertungsbögen vorliegen. Die Regeln der Abstimmung (Beschlussfähigkeit, einfache Mehrheit, Stichentscheid des Vorsitzes, zulässige Enthaltung, schriftlicher Umlauf) und die nicht öffentliche Sitzung folgen Musterregeln vergleichbarer Jurys; es gelten die Werte, die in der Runde eingestellt sind.\n\nTextlängen: 120 Zeichen für den Titel, 200 für kurze Angaben, 1.000 für die Kurzbeschreibung, 2.000 für längere Texte und 5.000 je Kriterium. Die Fragen nach Anlass, Ziel, Umsetzung, Finanzierung und Rechtsform folgen dem Steckbrief der Projektdatenbank; dass sie Pflicht sind, ist eine Annahme, ebenso die Zwecke der Anlagen. Der Einsendeschluss ist auf 23:59 Uhr gesetzt; bis 60 Sekunden danach nimmt der Server einen Beitrag noch an.\n\nDie entsprechende Anwendung der §§ 20 und 21 VwVfG NRW ist eine selbst gesetzte Regel und bedarf der rechtlichen Prüfung.","edition_id":1,"id":5,"key":"assumptions","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (366, 2, 'jury_round', 1, '{"edition_id":1,"id":1,"name":"Bewertung","position":1}', NULL);
INSERT INTO "sealed_row" VALUES (367, 2, 'juror', 1, '{"account_id":3,"body_name":"Städtetag NRW","edition_id":1,"id":1,"position":0,"role":"chair"}', NULL);
INSERT INTO "sealed_row" VALUES (368, 2, 'juror', 2, '{"account_id":4,"body_name":"Städtetag NRW","edition_id":1,"id":2,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (369, 2, 'juror', 3, '{"account_id":5,"body_name":"Städtetag NRW","edition_id":1,"id":3,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (370, 2, 'juror', 4, '{"account_id":6,"body_name":"Städtetag NRW","edition_id":1,"id":4,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (371, 2, 'juror', 5, '{"account_id":7,"body_name":"Städtetag NRW","edition_id":1,"id":5,"position":0,"role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (372, 2, 'juror_tie', 1, '{"body_key":"05111000","ended_on":null,"id":1,"juror_id":5,"kind":"employer","note":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (373, 2, 'hint_decision', 1, '{"body_key":"05111000","decided_at":"2026-03-01 10:00:00.000000","entry_id":3,"hint_reason":"own_lead","id":1,"juror_id":5,"outcome":"biased","public_id":"47f4b050e0017ed3","reason":"Text","ruled_at":null,"ruled_by":null,"ruling":null,"ruling_reason":"Text","tie_key":"05111000","tie_kind":"employer"}', NULL);
INSERT INTO "sealed_row" VALUES (374, 2, 'recusal', 1, '{"declared_at":"2026-03-01 10:00:00.000000","entry_id":3,"id":1,"juror_id":5,"reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (375, 2, 'score_sheet', 1, '{"abstention_reason":"","entry_id":1,"id":1,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (376, 2, 'score_sheet', 2, '{"abstention_reason":"","entry_id":1,"id":2,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (377, 2, 'score_sheet', 3, '{"abstention_reason":"","entry_id":1,"id":3,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (378, 2, 'score_sheet', 4, '{"abstention_reason":"","entry_id":1,"id":4,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (379, 2, 'score_sheet', 5, '{"abstention_reason":"","entry_id":1,"id":5,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (380, 2, 'score_sheet', 6, '{"abstention_reason":"","entry_id":2,"id":6,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (381, 2, 'score_sheet', 7, '{"abstention_reason":"","entry_id":2,"id":7,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (382, 2, 'score_sheet', 8, '{"abstention_reason":"","entry_id":2,"id":8,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (383, 2, 'score_sheet', 9, '{"abstention_reason":"","entry_id":2,"id":9,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (384, 2, 'score_sheet', 10, '{"abstention_reason":"","entry_id":2,"id":10,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (385, 2, 'score_sheet', 11, '{"abstention_reason":"","entry_id":3,"id":11,"juror_id":1,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (386, 2, 'score_sheet', 12, '{"abstention_reason":"","entry_id":3,"id":12,"juror_id":2,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (387, 2, 'score_sheet', 13, '{"abstention_reason":"","entry_id":3,"id":13,"juror_id":3,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (388, 2, 'score_sheet', 14, '{"abstention_reason":"","entry_id":3,"id":14,"juror_id":4,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (389, 2, 'score_sheet', 15, '{"abstention_reason":"","entry_id":3,"id":15,"juror_id":5,"published_remark":"","remark":"","round_id":1,"status":"submitted","submitted_at":"2026-03-04 09:30:00.000000","updated_at":"2026-03-04 09:30:00.000000","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (390, 2, 'score', 1, '{"criterion_id":1,"id":1,"points":800,"reason":"Begründung 8","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (391, 2, 'score', 2, '{"criterion_id":2,"id":2,"points":600,"reason":"Begründung 6","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (392, 2, 'score', 3, '{"criterion_id":3,"id":3,"points":700,"reason":"Begründung 7","sheet_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (393, 2, 'score', 4, '{"criterion_id":1,"id":4,"points":800,"reason":"Begründung 8","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (394, 2, 'score', 5, '{"criterion_id":2,"id":5,"points":500,"reason":"Begründung 5","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (395, 2, 'score', 6, '{"criterion_id":3,"id":6,"points":700,"reason":"Begründung 7","sheet_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (396, 2, 'score', 7, '{"criterion_id":1,"id":7,"points":800,"reason":"Begründung 8","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (397, 2, 'score', 8, '{"criterion_id":2,"id":8,"points":600,"reason":"Begründung 6","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (398, 2, 'score', 9, '{"criterion_id":3,"id":9,"points":700,"reason":"Begründung 7","sheet_id":3}', NULL);
INSERT INTO "sealed_row" VALUES (399, 2, 'score', 10, '{"criterion_id":1,"id":10,"points":800,"reason":"Begründung 8","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (400, 2, 'score', 11, '{"criterion_id":2,"id":11,"points":500,"reason":"Begründung 5","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (401, 2, 'score', 12, '{"criterion_id":3,"id":12,"points":700,"reason":"Begründung 7","sheet_id":4}', NULL);
INSERT INTO "sealed_row" VALUES (402, 2, 'score', 13, '{"criterion_id":1,"id":13,"points":800,"reason":"Begründung 8","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (403, 2, 'score', 14, '{"criterion_id":2,"id":14,"points":600,"reason":"Begründung 6","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (404, 2, 'score', 15, '{"criterion_id":3,"id":15,"points":700,"reason":"Begründung 7","sheet_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (405, 2, 'score', 16, '{"criterion_id":1,"id":16,"points":700,"reason":"Begründung 7","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (406, 2, 'score', 17, '{"criterion_id":2,"id":17,"points":600,"reason":"Begründung 6","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (407, 2, 'score', 18, '{"criterion_id":3,"id":18,"points":700,"reason":"Begründung 7","sheet_id":6}', NULL);
INSERT INTO "sealed_row" VALUES (408, 2, 'score', 19, '{"criterion_id":1,"id":19,"points":700,"reason":"Begründung 7","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (409, 2, 'score', 20, '{"criterion_id":2,"id":20,"points":500,"reason":"Begründung 5","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (410, 2, 'score', 21, '{"criterion_id":3,"id":21,"points":700,"reason":"Begründung 7","sheet_id":7}', NULL);
INSERT INTO "sealed_row" VALUES (411, 2, 'score', 22, '{"criterion_id":1,"id":22,"points":700,"reason":"Begründung 7","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (412, 2, 'score', 23, '{"criterion_id":2,"id":23,"points":600,"reason":"Begründung 6","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (413, 2, 'score', 24, '{"criterion_id":3,"id":24,"points":700,"reason":"Begründung 7","sheet_id":8}', NULL);
INSERT INTO "sealed_row" VALUES (414, 2, 'score', 25, '{"criterion_id":1,"id":25,"points":700,"reason":"Begründung 7","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (415, 2, 'score', 26, '{"criterion_id":2,"id":26,"points":500,"reason":"Begründung 5","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (416, 2, 'score', 27, '{"criterion_id":3,"id":27,"points":700,"reason":"Begründung 7","sheet_id":9}', NULL);
INSERT INTO "sealed_row" VALUES (417, 2, 'score', 28, '{"criterion_id":1,"id":28,"points":700,"reason":"Begründung 7","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (418, 2, 'score', 29, '{"criterion_id":2,"id":29,"points":600,"reason":"Begründung 6","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (419, 2, 'score', 30, '{"criterion_id":3,"id":30,"points":700,"reason":"Begründung 7","sheet_id":10}', NULL);
INSERT INTO "sealed_row" VALUES (420, 2, 'score', 31, '{"criterion_id":1,"id":31,"points":600,"reason":"Begründung 6","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (421, 2, 'score', 32, '{"criterion_id":2,"id":32,"points":600,"reason":"Begründung 6","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (422, 2, 'score', 33, '{"criterion_id":3,"id":33,"points":700,"reason":"Begründung 7","sheet_id":11}', NULL);
INSERT INTO "sealed_row" VALUES (423, 2, 'score', 34, '{"criterion_id":1,"id":34,"points":600,"reason":"Begründung 6","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (424, 2, 'score', 35, '{"criterion_id":2,"id":35,"points":500,"reason":"Begründung 5","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (425, 2, 'score', 36, '{"criterion_id":3,"id":36,"points":700,"reason":"Begründung 7","sheet_id":12}', NULL);
INSERT INTO "sealed_row" VALUES (426, 2, 'score', 37, '{"criterion_id":1,"id":37,"points":600,"reason":"Begründung 6","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (427, 2, 'score', 38, '{"criterion_id":2,"id":38,"points":600,"reason":"Begründung 6","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (428, 2, 'score', 39, '{"criterion_id":3,"id":39,"points":700,"reason":"Begründung 7","sheet_id":13}', NULL);
INSERT INTO "sealed_row" VALUES (429, 2, 'score', 40, '{"criterion_id":1,"id":40,"points":600,"reason":"Begründung 6","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (430, 2, 'score', 41, '{"criterion_id":2,"id":41,"points":500,"reason":"Begründung 5","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (431, 2, 'score', 42, '{"criterion_id":3,"id":42,"points":700,"reason":"Begründung 7","sheet_id":14}', NULL);
INSERT INTO "sealed_row" VALUES (432, 2, 'score', 43, '{"criterion_id":1,"id":43,"points":600,"reason":"Begründung 6","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (433, 2, 'score', 44, '{"criterion_id":2,"id":44,"points":600,"reason":"Begründung 6","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (434, 2, 'score', 45, '{"criterion_id":3,"id":45,"points":700,"reason":"Begründung 7","sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (435, 2, 'sheet_version', 1, '{"content":"Text","id":1,"recorded_at":"2026-03-01 10:00:00.000000","sheet_id":15,"status":"draft","version":1}', NULL);
INSERT INTO "sealed_row" VALUES (436, 2, 'scoring_extension', 1, '{"closes_at":"2026-03-01 10:00:00.000000","granted_at":"2026-03-01 10:00:00.000000","granted_by":1,"id":1,"juror_id":5,"reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (437, 2, 'sheet_reopening', 1, '{"id":1,"reason":"Text","reopened_at":"2026-03-01 10:00:00.000000","reopened_by":1,"sheet_id":15}', NULL);
INSERT INTO "sealed_row" VALUES (438, 2, 'decision', 1, '{"category_id":1,"decided_at":"2026-03-04 10:07:00.000000","decided_by":1,"entry_id":1,"id":1,"motion_id":7,"public_text":"Vorbilder für alle.","reason":"Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen.","version":1,"vote_standing":"carried"}', NULL);
INSERT INTO "sealed_row" VALUES (439, 2, 'co_winner', 1, '{"decision_id":1,"entry_id":2,"id":1}', NULL);
INSERT INTO "sealed_row" VALUES (440, 2, 'shortlist', 1, '{"category_id":6,"drawn_at":"2026-03-01 10:00:00.000000","drawn_by":1,"id":1,"least":null,"opened_at":null,"places":null,"reason":"Text","rule":"hand","undone_at":"2026-03-01 10:00:00.000000","undone_by":1,"undone_reason":"Irrtum"}', NULL);
INSERT INTO "sealed_row" VALUES (441, 2, 'shortlist_entry', 1, '{"entry_id":3,"id":1,"is_kept":0,"is_proposed":0,"mean":null,"rank":null,"reason":"Text","shortlist_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (442, 2, 'entry', 1, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":1,"lead_key":"05554008","number":"L2-001","public_id":"XBQaax5cGksumpYQ","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 0","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (443, 2, 'entry', 2, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":2,"lead_key":"05554012","number":"L2-002","public_id":"7jntSUBasITmtLqR","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 1","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (444, 2, 'entry', 3, '{"amending_since":null,"category_id":1,"created_at":"2026-03-04 09:30:00.000000","created_by":2,"edition_id":1,"extended_to":null,"id":3,"lead_key":"05554004","number":"L2-003","public_id":"0hv_eOK5dgJtiK62","status":"admitted","status_reason":"","submitted_at":"2026-03-04 09:30:00.000000","title":"Beitrag 2","updated_at":"2026-03-04 09:30:00.000000","version":2}', NULL);
INSERT INTO "sealed_row" VALUES (445, 2, 'answer', 1, '{"entry_id":1,"id":1,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (446, 2, 'answer', 2, '{"entry_id":1,"id":2,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (447, 2, 'answer', 3, '{"entry_id":1,"id":3,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (448, 2, 'answer', 4, '{"entry_id":1,"id":4,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (449, 2, 'answer', 5, '{"entry_id":1,"id":5,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (450, 2, 'answer', 6, '{"entry_id":1,"id":6,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (451, 2, 'answer', 7, '{"entry_id":1,"id":7,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (452, 2, 'answer', 8, '{"entry_id":1,"id":8,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (453, 2, 'answer', 9, '{"entry_id":1,"id":9,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (454, 2, 'answer', 10, '{"entry_id":1,"id":10,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (455, 2, 'answer', 11, '{"entry_id":1,"id":11,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (456, 2, 'answer', 12, '{"entry_id":1,"id":12,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (457, 2, 'answer', 13, '{"entry_id":1,"id":13,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (458, 2, 'answer', 14, '{"entry_id":1,"id":14,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (459, 2, 'answer', 15, '{"entry_id":1,"id":15,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (460, 2, 'answer', 16, '{"entry_id":1,"id":16,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (461, 2, 'answer', 17, '{"entry_id":1,"id":17,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (462, 2, 'answer', 18, '{"entry_id":1,"id":18,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (463, 2, 'answer', 19, '{"entry_id":1,"id":19,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (464, 2, 'answer', 20, '{"entry_id":1,"id":20,"question_id":5,"value":"Beitrag 0"}', NULL);
INSERT INTO "sealed_row" VALUES (465, 2, 'answer', 21, '{"entry_id":2,"id":21,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (466, 2, 'answer', 22, '{"entry_id":2,"id":22,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (467, 2, 'answer', 23, '{"entry_id":2,"id":23,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (468, 2, 'answer', 24, '{"entry_id":2,"id":24,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (469, 2, 'answer', 25, '{"entry_id":2,"id":25,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (470, 2, 'answer', 26, '{"entry_id":2,"id":26,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (471, 2, 'answer', 27, '{"entry_id":2,"id":27,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (472, 2, 'answer', 28, '{"entry_id":2,"id":28,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (473, 2, 'answer', 29, '{"entry_id":2,"id":29,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (474, 2, 'answer', 30, '{"entry_id":2,"id":30,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (475, 2, 'answer', 31, '{"entry_id":2,"id":31,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (476, 2, 'answer', 32, '{"entry_id":2,"id":32,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (477, 2, 'answer', 33, '{"entry_id":2,"id":33,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (478, 2, 'answer', 34, '{"entry_id":2,"id":34,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (479, 2, 'answer', 35, '{"entry_id":2,"id":35,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (480, 2, 'answer', 36, '{"entry_id":2,"id":36,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (481, 2, 'answer', 37, '{"entry_id":2,"id":37,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (482, 2, 'answer', 38, '{"entry_id":2,"id":38,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (483, 2, 'answer', 39, '{"entry_id":2,"id":39,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (484, 2, 'answer', 40, '{"entry_id":2,"id":40,"question_id":5,"value":"Beitrag 1"}', NULL);
INSERT INTO "sealed_row" VALUES (485, 2, 'answer', 41, '{"entry_id":3,"id":41,"question_id":8,"value":"Antwort auf „Schlagworte“."}', NULL);
INSERT INTO "sealed_row" VALUES (486, 2, 'answer', 42, '{"entry_id":3,"id":42,"question_id":9,"value":"Antwort auf „Anlass“."}', NULL);
INSERT INTO "sealed_row" VALUES (487, 2, 'answer', 43, '{"entry_id":3,"id":43,"question_id":10,"value":"Antwort auf „Ziel“."}', NULL);
INSERT INTO "sealed_row" VALUES (488, 2, 'answer', 44, '{"entry_id":3,"id":44,"question_id":11,"value":"Antwort auf „Umsetzung“."}', NULL);
INSERT INTO "sealed_row" VALUES (489, 2, 'answer', 45, '{"entry_id":3,"id":45,"question_id":12,"value":"Antwort auf „Finanzierung“."}', NULL);
INSERT INTO "sealed_row" VALUES (490, 2, 'answer', 46, '{"entry_id":3,"id":46,"question_id":16,"value":"Antwort auf „Gewinn der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (491, 2, 'answer', 47, '{"entry_id":3,"id":47,"question_id":17,"value":"Antwort auf „Grad der Innovation der Kooperation“."}', NULL);
INSERT INTO "sealed_row" VALUES (492, 2, 'answer', 48, '{"entry_id":3,"id":48,"question_id":18,"value":"Antwort auf „Zukunftsfähigkeit, Nutzbarkeit und Nachhaltigkeit“."}', NULL);
INSERT INTO "sealed_row" VALUES (493, 2, 'answer', 49, '{"entry_id":3,"id":49,"question_id":19,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (494, 2, 'answer', 50, '{"entry_id":3,"id":50,"question_id":20,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (495, 2, 'answer', 51, '{"entry_id":3,"id":51,"question_id":21,"value":"yes"}', NULL);
INSERT INTO "sealed_row" VALUES (496, 2, 'answer', 52, '{"entry_id":3,"id":52,"question_id":6,"value":"pflichtaufgaben"}', NULL);
INSERT INTO "sealed_row" VALUES (497, 2, 'answer', 53, '{"entry_id":3,"id":53,"question_id":3,"value":"kim.beispiel@bocholt.example"}', NULL);
INSERT INTO "sealed_row" VALUES (498, 2, 'answer', 54, '{"entry_id":3,"id":54,"question_id":2,"value":"Antwort auf „Ansprechperson“."}', NULL);
INSERT INTO "sealed_row" VALUES (499, 2, 'answer', 55, '{"entry_id":3,"id":55,"question_id":4,"value":"Antwort auf „Telefonnummer“."}', NULL);
INSERT INTO "sealed_row" VALUES (500, 2, 'answer', 56, '{"entry_id":3,"id":56,"question_id":15,"value":"2018-03-01"}', NULL);
INSERT INTO "sealed_row" VALUES (501, 2, 'answer', 57, '{"entry_id":3,"id":57,"question_id":1,"value":"Antwort auf „Amt oder Fachbereich“."}', NULL);
INSERT INTO "sealed_row" VALUES (502, 2, 'answer', 58, '{"entry_id":3,"id":58,"question_id":13,"value":"agreement"}', NULL);
INSERT INTO "sealed_row" VALUES (503, 2, 'answer', 59, '{"entry_id":3,"id":59,"question_id":7,"value":"Antwort auf „Kurzbeschreibung“."}', NULL);
INSERT INTO "sealed_row" VALUES (504, 2, 'answer', 60, '{"entry_id":3,"id":60,"question_id":5,"value":"Beitrag 2"}', NULL);
INSERT INTO "sealed_row" VALUES (505, 2, 'partner', 1, '{"body_key":"05554020","country":"DE","entry_id":1,"id":1,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (506, 2, 'partner', 2, '{"body_key":"05554020","country":"DE","entry_id":2,"id":2,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (507, 2, 'partner', 3, '{"body_key":"05554020","country":"DE","entry_id":3,"id":3,"kind":"municipality","name":"","position":0}', NULL);
INSERT INTO "sealed_row" VALUES (508, 2, 'attachment', 1, '{"alterations":null,"created_at":"2026-03-01 10:00:00.000000","created_by":1,"entry_id":3,"filename":"Text","id":1,"notice":"Text","position":1,"public_id":"5634de3cbf36aa17","purpose":"Text","sent_sha256":"Text","sha256":"9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265"}', NULL);
INSERT INTO "sealed_row" VALUES (509, 2, 'submission', 1, '{"entry_id":3,"id":1,"received_at":"2026-03-01 10:00:00.000000","sha256":"Text","snapshot":"Text","submitted_by":1,"version":1}', NULL);
INSERT INTO "sealed_row" VALUES (510, 2, 'screening_finding', 1, '{"decided_at":"2026-03-01 10:00:00.000000","decided_by":1,"entry_id":3,"id":1,"remark":"Text","rule_key":"Text","verdict":"fulfilled"}', NULL);
INSERT INTO "sealed_row" VALUES (511, 2, 'requested_change', 1, '{"done_at":null,"entry_id":3,"id":1,"remark":"Text","requested_at":"2026-03-01 10:00:00.000000","target":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (512, 2, 'deadline_extension', 1, '{"decided_at":"2026-03-01 10:00:00.000000","decided_by":1,"edition_id":1,"id":1,"lead_key":"05111000","new_deadline_at":"2026-03-01 10:00:00.000000","old_deadline_at":"2026-02-01 10:00:00.000000","reason":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (513, 2, 'assignment_plan', 1, '{"decided_at":"2026-03-01 10:00:00.000000","edition_id":1,"id":1,"mode":"all","settled_stand_in":1,"sheets":null}', NULL);
INSERT INTO "sealed_row" VALUES (514, 2, 'juror_category', 1, '{"category_id":6,"id":1,"juror_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (515, 2, 'assignment', 1, '{"entry_id":3,"id":1,"juror_id":5}', NULL);
INSERT INTO "sealed_row" VALUES (516, 2, 'stand_in', 1, '{"began_at":"2026-03-01 10:00:00.000000","decided_by":1,"deputy_id":4,"id":1,"juror_id":5,"reason":"Text","role":"member"}', NULL);
INSERT INTO "sealed_row" VALUES (517, 2, 'stand_in_entry', 1, '{"entry_id":3,"id":1,"stand_in_id":1}', NULL);
INSERT INTO "sealed_row" VALUES (518, 2, 'comparison_opening', 1, '{"edition_id":1,"id":1,"opened_at":"2026-03-04 09:31:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (519, 2, 'discussion_flag', 1, '{"entry_id":1,"flagged_at":"2026-03-04 09:32:00.000000","id":1,"juror_id":2}', NULL);
INSERT INTO "sealed_row" VALUES (520, 2, 'discussion_post', 1, '{"entry_id":1,"id":1,"juror_id":2,"posted_at":"2026-03-04 09:33:00.000000","public_id":"kLAMeZlophMGfd1_","taken_back_at":null,"text":"sha256 08ac045a64d7d661e1f8ad438ec39d46e8903369220ce2563c7b7e895e53e883"}', NULL);
INSERT INTO "sealed_row" VALUES (521, 2, 'discussion_post', 2, '{"entry_id":1,"id":2,"juror_id":2,"posted_at":"2026-03-04 09:34:00.000000","public_id":"SnOZZVzN5d9zUrVk","taken_back_at":"2026-03-04 09:35:00.000000","text":"sha256 08b77d24255c449dcd32e9c866f8fb08208d65858ae5044b5b9fe4672b42fd1b"}', NULL);
INSERT INTO "sealed_row" VALUES (522, 2, 'late_change', 1, '{"changed_at":"2026-03-01 10:00:00.000000","id":1,"reason":"Text","sheet_id":15,"sheet_version":1}', NULL);
INSERT INTO "sealed_row" VALUES (523, 2, 'meeting', 1, '{"closed_at":"2026-03-04 09:39:00.000000","due_at":"2026-03-06 11:00:00.000000","edition_id":1,"id":1,"is_written":1,"opened_at":"2026-03-04 09:36:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (524, 2, 'meeting', 2, '{"closed_at":"2026-03-04 10:06:00.000000","due_at":null,"edition_id":1,"id":2,"is_written":0,"opened_at":"2026-03-04 09:40:00.000000","opened_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (525, 2, 'meeting_presence', 1, '{"id":1,"is_present":1,"juror_id":1,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (526, 2, 'meeting_presence', 2, '{"id":2,"is_present":1,"juror_id":2,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (527, 2, 'meeting_presence', 3, '{"id":3,"is_present":1,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (528, 2, 'meeting_presence', 4, '{"id":4,"is_present":1,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (529, 2, 'meeting_presence', 5, '{"id":5,"is_present":1,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:41:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (530, 2, 'meeting_presence', 6, '{"id":6,"is_present":0,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (531, 2, 'meeting_presence', 7, '{"id":7,"is_present":0,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (532, 2, 'meeting_presence', 8, '{"id":8,"is_present":0,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:57:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (533, 2, 'meeting_presence', 9, '{"id":9,"is_present":1,"juror_id":3,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (534, 2, 'meeting_presence', 10, '{"id":10,"is_present":1,"juror_id":4,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (535, 2, 'meeting_presence', 11, '{"id":11,"is_present":1,"juror_id":5,"meeting_id":2,"noted_at":"2026-03-04 09:59:00.000000","noted_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (536, 2, 'meeting_objection', 1, '{"id":1,"juror_id":2,"meeting_id":1,"objected_at":"2026-03-04 09:39:00.000000","reason":"Das gehört an einen Tisch."}', NULL);
INSERT INTO "sealed_row" VALUES (537, 2, 'agenda_item', 1, '{"category_id":1,"ended_at":null,"id":1,"meeting_id":1,"position":1,"started_at":null}', NULL);
INSERT INTO "sealed_row" VALUES (538, 2, 'agenda_item', 2, '{"category_id":1,"ended_at":null,"id":2,"meeting_id":2,"position":1,"started_at":null}', NULL);
INSERT INTO "sealed_row" VALUES (539, 2, 'motion', 1, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:39:00.000000","entitled":5,"entry_id":1,"id":1,"is_secret":0,"kind":"winner","meeting_id":1,"needed":3,"no":0,"opened_at":"2026-03-04 09:37:00.000000","outcome":"no_quorum","present":1,"public_id":"vxfp3hfd2aA6iRzd","text":"","yes":1}', NULL);
INSERT INTO "sealed_row" VALUES (540, 2, 'motion', 2, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:44:00.000000","entitled":5,"entry_id":2,"id":2,"is_secret":0,"kind":"commendation","meeting_id":2,"needed":3,"no":3,"opened_at":"2026-03-04 09:42:00.000000","outcome":"rejected","present":5,"public_id":"mgiCHIXAuCalgPr9","text":"","yes":1}', NULL);
INSERT INTO "sealed_row" VALUES (541, 2, 'motion', 3, '{"abstain":1,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:47:00.000000","entitled":5,"entry_id":null,"id":3,"is_secret":0,"kind":"other","meeting_id":2,"needed":3,"no":2,"opened_at":"2026-03-04 09:45:00.000000","outcome":"carried","present":5,"public_id":"WdXwGcqDiyHaxC_Y","text":"Die Jury dankt.","yes":2}', NULL);
INSERT INTO "sealed_row" VALUES (542, 2, 'motion', 4, '{"abstain":1,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:54:00.000000","entitled":5,"entry_id":2,"id":4,"is_secret":1,"kind":"commendation","meeting_id":2,"needed":3,"no":1,"opened_at":"2026-03-04 09:48:00.000000","outcome":"carried","present":5,"public_id":"LO8iXhjYGMb3twxs","text":"","yes":3}', NULL);
INSERT INTO "sealed_row" VALUES (543, 2, 'motion', 5, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 09:58:00.000000","entitled":5,"entry_id":1,"id":5,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 09:55:00.000000","outcome":"no_quorum","present":2,"public_id":"Lc1j3zfnSl1anmvV","text":"","yes":2}', NULL);
INSERT INTO "sealed_row" VALUES (544, 2, 'motion', 6, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 10:02:00.000000","entitled":5,"entry_id":1,"id":6,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 10:00:00.000000","outcome":"carried","present":5,"public_id":"q0hfKbzTojhsrzAm","text":"","yes":5}', NULL);
INSERT INTO "sealed_row" VALUES (545, 2, 'motion', 7, '{"abstain":0,"category_id":1,"chair_id":1,"closed_at":"2026-03-04 10:05:00.000000","entitled":5,"entry_id":2,"id":7,"is_secret":0,"kind":"winner","meeting_id":2,"needed":3,"no":0,"opened_at":"2026-03-04 10:03:00.000000","outcome":"carried","present":5,"public_id":"n3BzT4d2D1qBOKO8","text":"","yes":5}', NULL);
INSERT INTO "sealed_row" VALUES (546, 2, 'lot', 1, '{"announced_at":"2026-03-01 10:00:00.000000","announced_by":1,"category_id":6,"commitment":"Text","drawn_at":null,"drawn_by":null,"entry_id":null,"id":1,"meeting_id":2,"public_id":"405b251dd4ec590f","secret":"Text","words":""}', NULL);
INSERT INTO "sealed_row" VALUES (547, 2, 'lot_entry', 1, '{"entry_id":3,"id":1,"lot_id":1,"number":"Text"}', NULL);
INSERT INTO "sealed_row" VALUES (548, 2, 'ballot', 1, '{"cast_at":"2026-03-04 09:38:00.000000","choice":"yes","id":1,"juror_id":3,"motion_id":1,"recorded_by":5}', NULL);
INSERT INTO "sealed_row" VALUES (549, 2, 'ballot', 2, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":2,"juror_id":1,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (550, 2, 'ballot', 3, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":3,"juror_id":2,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (551, 2, 'ballot', 4, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"no","id":4,"juror_id":3,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (552, 2, 'ballot', 5, '{"cast_at":"2026-03-04 09:43:00.000000","choice":"yes","id":5,"juror_id":4,"motion_id":2,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (553, 2, 'ballot', 6, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"yes","id":6,"juror_id":1,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (554, 2, 'ballot', 7, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"yes","id":7,"juror_id":2,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (555, 2, 'ballot', 8, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"no","id":8,"juror_id":3,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (556, 2, 'ballot', 9, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"no","id":9,"juror_id":4,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (557, 2, 'ballot', 10, '{"cast_at":"2026-03-04 09:46:00.000000","choice":"abstain","id":10,"juror_id":5,"motion_id":3,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (558, 2, 'ballot', 11, '{"cast_at":"2026-03-04 09:49:00.000000","choice":null,"id":11,"juror_id":1,"motion_id":4,"recorded_by":3}', NULL);
INSERT INTO "sealed_row" VALUES (559, 2, 'ballot', 12, '{"cast_at":"2026-03-04 09:50:00.000000","choice":null,"id":12,"juror_id":2,"motion_id":4,"recorded_by":4}', NULL);
INSERT INTO "sealed_row" VALUES (560, 2, 'ballot', 13, '{"cast_at":"2026-03-04 09:51:00.000000","choice":null,"id":13,"juror_id":3,"motion_id":4,"recorded_by":5}', NULL);
INSERT INTO "sealed_row" VALUES (561, 2, 'ballot', 14, '{"cast_at":"2026-03-04 09:52:00.000000","choice":null,"id":14,"juror_id":4,"motion_id":4,"recorded_by":6}', NULL);
INSERT INTO "sealed_row" VALUES (562, 2, 'ballot', 15, '{"cast_at":"2026-03-04 09:53:00.000000","choice":null,"id":15,"juror_id":5,"motion_id":4,"recorded_by":7}', NULL);
INSERT INTO "sealed_row" VALUES (563, 2, 'ballot', 16, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":16,"juror_id":1,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (564, 2, 'ballot', 17, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":17,"juror_id":2,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (565, 2, 'ballot', 18, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":18,"juror_id":3,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (566, 2, 'ballot', 19, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":19,"juror_id":4,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (567, 2, 'ballot', 20, '{"cast_at":"2026-03-04 09:56:00.000000","choice":"yes","id":20,"juror_id":5,"motion_id":5,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (568, 2, 'ballot', 21, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":21,"juror_id":1,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (569, 2, 'ballot', 22, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":22,"juror_id":2,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (570, 2, 'ballot', 23, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":23,"juror_id":3,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (571, 2, 'ballot', 24, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":24,"juror_id":4,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (572, 2, 'ballot', 25, '{"cast_at":"2026-03-04 10:01:00.000000","choice":"yes","id":25,"juror_id":5,"motion_id":6,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (573, 2, 'ballot', 26, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":26,"juror_id":1,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (574, 2, 'ballot', 27, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":27,"juror_id":2,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (575, 2, 'ballot', 28, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":28,"juror_id":3,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (576, 2, 'ballot', 29, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":29,"juror_id":4,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (577, 2, 'ballot', 30, '{"cast_at":"2026-03-04 10:04:00.000000","choice":"yes","id":30,"juror_id":5,"motion_id":7,"recorded_by":1}', NULL);
INSERT INTO "sealed_row" VALUES (578, 2, 'account', 3, '{"email":null,"id":3,"name":"Ada"}', NULL);
INSERT INTO "sealed_row" VALUES (579, 2, 'account', 4, '{"email":null,"id":4,"name":"Ben"}', NULL);
INSERT INTO "sealed_row" VALUES (580, 2, 'account', 5, '{"email":null,"id":5,"name":"Cleo"}', NULL);
INSERT INTO "sealed_row" VALUES (581, 2, 'account', 6, '{"email":null,"id":6,"name":"Dora"}', NULL);
INSERT INTO "sealed_row" VALUES (582, 2, 'account', 7, '{"email":null,"id":7,"name":"Emil"}', NULL);
INSERT INTO "sealed_row" VALUES (583, 2, 'register_body', 289, '{"key":"05554004","official_name":"Stadt Ahaus"}', '05554004');
INSERT INTO "sealed_row" VALUES (584, 2, 'register_body', 290, '{"key":"05554008","official_name":"Stadt Bocholt"}', '05554008');
INSERT INTO "sealed_row" VALUES (585, 2, 'register_body', 291, '{"key":"05554012","official_name":"Stadt Borken"}', '05554012');
INSERT INTO "sealed_row" VALUES (586, 2, 'register_body', 292, '{"key":"05554020","official_name":"Stadt Gronau (Westf.)"}', '05554020');
CREATE TABLE sheet_reopening (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	reopened_by INTEGER NOT NULL, 
	reopened_at DATETIME NOT NULL, 
	CONSTRAINT pk_sheet_reopening PRIMARY KEY (id), 
	CONSTRAINT ck_sheet_reopening_has_reason CHECK (reason <> ''), 
	CONSTRAINT fk_sheet_reopening_reopened_by_account FOREIGN KEY(reopened_by) REFERENCES account (id), 
	CONSTRAINT fk_sheet_reopening_sheet_id_score_sheet FOREIGN KEY(sheet_id) REFERENCES score_sheet (id)
);
INSERT INTO "sheet_reopening" VALUES (1, 15, 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE sheet_version (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	content TEXT NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	CONSTRAINT pk_sheet_version PRIMARY KEY (id), 
	CONSTRAINT fk_sheet_version_sheet_id_score_sheet FOREIGN KEY(sheet_id) REFERENCES score_sheet (id), 
	CONSTRAINT uq_sheet_version_sheet_id_version UNIQUE (sheet_id, version), 
	CONSTRAINT ck_sheet_version_sheet_version_status CHECK (status IN ('draft', 'submitted', 'abstained'))
);
INSERT INTO "sheet_version" VALUES (1, 15, 1, 'draft', 'Text', '2026-03-01 10:00:00.000000');
CREATE TABLE shortlist (
	id INTEGER NOT NULL, 
	category_id INTEGER NOT NULL, 
	rule VARCHAR(32) NOT NULL, 
	places INTEGER, 
	least INTEGER, 
	reason TEXT NOT NULL, 
	drawn_by INTEGER NOT NULL, 
	drawn_at DATETIME NOT NULL, 
	opened_at DATETIME, 
	undone_by INTEGER, 
	undone_at DATETIME, 
	undone_reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_shortlist PRIMARY KEY (id), 
	CONSTRAINT ck_shortlist_has_reason CHECK (reason <> ''), 
	CONSTRAINT ck_shortlist_places_of_top CHECK ((rule = 'top') = (places IS NOT NULL)), 
	CONSTRAINT ck_shortlist_least_of_threshold CHECK ((rule = 'threshold') = (least IS NOT NULL)), 
	CONSTRAINT ck_shortlist_places_positive CHECK (places >= 1), 
	CONSTRAINT ck_shortlist_undone_whole CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')), 
	CONSTRAINT fk_shortlist_category_id_category FOREIGN KEY(category_id) REFERENCES category (id), 
	CONSTRAINT fk_shortlist_drawn_by_account FOREIGN KEY(drawn_by) REFERENCES account (id), 
	CONSTRAINT fk_shortlist_undone_by_account FOREIGN KEY(undone_by) REFERENCES account (id), 
	CONSTRAINT ck_shortlist_shortlist_rule CHECK (rule IN ('top', 'threshold', 'hand'))
);
INSERT INTO "shortlist" VALUES (1, 6, 'hand', NULL, NULL, 'Text', 1, '2026-03-01 10:00:00.000000', NULL, 1, '2026-03-01 10:00:00.000000', 'Irrtum');
CREATE TABLE shortlist_entry (
	id INTEGER NOT NULL, 
	shortlist_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	rank INTEGER, 
	mean TEXT, 
	is_proposed BOOLEAN NOT NULL, 
	is_kept BOOLEAN NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_shortlist_entry PRIMARY KEY (id), 
	CONSTRAINT fk_shortlist_entry_shortlist_id_shortlist FOREIGN KEY(shortlist_id) REFERENCES shortlist (id), 
	CONSTRAINT fk_shortlist_entry_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT uq_shortlist_entry_shortlist_id_entry_id UNIQUE (shortlist_id, entry_id)
);
INSERT INTO "shortlist_entry" VALUES (1, 1, 3, NULL, NULL, 0, 0, 'Text');
CREATE TABLE stand_in (
	id INTEGER NOT NULL, 
	juror_id INTEGER NOT NULL, 
	deputy_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	began_at DATETIME NOT NULL, 
	decided_by INTEGER NOT NULL, 
	CONSTRAINT pk_stand_in PRIMARY KEY (id), 
	CONSTRAINT ck_stand_in_has_reason CHECK (reason <> ''), 
	CONSTRAINT ck_stand_in_two_people CHECK (juror_id <> deputy_id), 
	CONSTRAINT fk_stand_in_decided_by_account FOREIGN KEY(decided_by) REFERENCES account (id), 
	CONSTRAINT fk_stand_in_deputy_id_juror FOREIGN KEY(deputy_id) REFERENCES juror (id), 
	CONSTRAINT fk_stand_in_juror_id_juror FOREIGN KEY(juror_id) REFERENCES juror (id), 
	CONSTRAINT ck_stand_in_stand_in_role CHECK (role IN ('member', 'chair', 'deputy'))
);
INSERT INTO "stand_in" VALUES (1, 5, 4, 'member', 'Text', '2026-03-01 10:00:00.000000', 1);
CREATE TABLE stand_in_entry (
	id INTEGER NOT NULL, 
	stand_in_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	CONSTRAINT pk_stand_in_entry PRIMARY KEY (id), 
	CONSTRAINT fk_stand_in_entry_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_stand_in_entry_stand_in_id_stand_in FOREIGN KEY(stand_in_id) REFERENCES stand_in (id), 
	CONSTRAINT uq_stand_in_entry_stand_in_id_entry_id UNIQUE (stand_in_id, entry_id)
);
INSERT INTO "stand_in_entry" VALUES (1, 1, 3);
CREATE TABLE step_presence (
	entry_id INTEGER NOT NULL, 
	step_key VARCHAR(40) NOT NULL, 
	account_id INTEGER NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_step_presence PRIMARY KEY (entry_id, step_key, account_id), 
	CONSTRAINT fk_step_presence_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_presence_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
INSERT INTO "step_presence" VALUES (3, 'Text', 1, '2026-03-01 10:00:00.000000');
CREATE TABLE step_text (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	step_key VARCHAR(40) NOT NULL, 
	version INTEGER NOT NULL, 
	answers JSON NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by INTEGER NOT NULL, is_automatic BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_step_text PRIMARY KEY (id), 
	CONSTRAINT fk_step_text_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_step_text_saved_by_account FOREIGN KEY(saved_by) REFERENCES account (id), 
	CONSTRAINT uq_step_text_entry_id_step_key_version UNIQUE (entry_id, step_key, version)
);
INSERT INTO "step_text" VALUES (1, 3, 'Text', 1, '{}', '2026-03-01 10:00:00.000000', 1, 0);
CREATE TABLE step_version (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	step_key VARCHAR(40) NOT NULL, 
	version INTEGER NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by INTEGER NOT NULL, 
	CONSTRAINT pk_step_version PRIMARY KEY (id), 
	CONSTRAINT fk_step_version_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_step_version_saved_by_account FOREIGN KEY(saved_by) REFERENCES account (id), 
	CONSTRAINT uq_step_version_entry_id_step_key UNIQUE (entry_id, step_key)
);
INSERT INTO "step_version" VALUES (1, 3, 'Text', 1, '2026-03-01 10:00:00.000000', 1);
CREATE TABLE stored_file (
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	media_type VARCHAR(100) NOT NULL, 
	created_at DATETIME NOT NULL, preview_sha256 VARCHAR(64), unused_since DATETIME, 
	CONSTRAINT pk_stored_file PRIMARY KEY (sha256)
);
INSERT INTO "stored_file" VALUES ('9478017615515402a80c769e04e19e1d4d813175b5922e2da804b10cfceec265', 30, 'text/plain', '2026-03-04 09:30:00.000000', NULL, NULL);
CREATE TABLE submission (
	id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	snapshot TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	received_at DATETIME NOT NULL, 
	submitted_by INTEGER NOT NULL, 
	CONSTRAINT pk_submission PRIMARY KEY (id), 
	CONSTRAINT fk_submission_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id), 
	CONSTRAINT fk_submission_submitted_by_account FOREIGN KEY(submitted_by) REFERENCES account (id), 
	CONSTRAINT uq_submission_entry_id_version UNIQUE (entry_id, version)
);
INSERT INTO "submission" VALUES (1, 3, 1, 'Text', 'Text', '2026-03-01 10:00:00.000000', 1);
CREATE TRIGGER guard_agenda_item_delete BEFORE DELETE ON agenda_item FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a meeting is a record'); END;
CREATE TRIGGER guard_agenda_item_insert BEFORE INSERT ON agenda_item FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_agenda_item_update BEFORE UPDATE ON agenda_item FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_answer_delete BEFORE DELETE ON answer FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = OLD.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = OLD.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_answer_insert BEFORE INSERT ON answer FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_answer_update BEFORE UPDATE ON answer FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_assignment_delete BEFORE DELETE ON assignment FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_assignment_insert BEFORE INSERT ON assignment FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_assignment_plan_delete BEFORE DELETE ON assignment_plan FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = OLD.edition_id) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_assignment_plan_insert BEFORE INSERT ON assignment_plan FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = NEW.edition_id) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_assignment_plan_update BEFORE UPDATE ON assignment_plan FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = NEW.edition_id) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_assignment_update BEFORE UPDATE ON assignment FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_attachment_delete BEFORE DELETE ON attachment FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = OLD.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = OLD.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_attachment_insert BEFORE INSERT ON attachment FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_attachment_update BEFORE UPDATE ON attachment FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_audit_entry_delete BEFORE DELETE ON audit_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER guard_audit_entry_update BEFORE UPDATE ON audit_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER guard_audit_head_delete BEFORE DELETE ON audit_head FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER guard_audit_head_update BEFORE UPDATE ON audit_head FOR EACH ROW WHEN NEW.id <> OLD.id OR NEW.length <> OLD.length + 1 BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER guard_ballot_closed_insert BEFORE INSERT ON ballot FOR EACH ROW WHEN (SELECT closed_at FROM motion WHERE id = NEW.motion_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the motion is decided'); END;
CREATE TRIGGER guard_ballot_closed_update BEFORE UPDATE ON ballot FOR EACH ROW WHEN (SELECT closed_at FROM motion WHERE id = NEW.motion_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the motion is decided'); END;
CREATE TRIGGER guard_ballot_delete BEFORE DELETE ON ballot FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a meeting is a record'); END;
CREATE TRIGGER guard_ballot_insert BEFORE INSERT ON ballot FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = NEW.motion_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_ballot_secret_insert BEFORE INSERT ON ballot FOR EACH ROW WHEN NEW.choice IS NOT NULL AND (SELECT is_secret FROM motion WHERE id = NEW.motion_id) BEGIN SELECT RAISE(ABORT, 'the vote is secret'); END;
CREATE TRIGGER guard_ballot_secret_update BEFORE UPDATE ON ballot FOR EACH ROW WHEN NEW.choice IS NOT NULL AND (SELECT is_secret FROM motion WHERE id = NEW.motion_id) BEGIN SELECT RAISE(ABORT, 'the vote is secret'); END;
CREATE TRIGGER guard_ballot_update BEFORE UPDATE ON ballot FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = NEW.motion_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_co_winner_allowed BEFORE INSERT ON co_winner FOR EACH ROW WHEN NOT (SELECT allows_shared_prize FROM edition WHERE id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = NEW.decision_id)) BEGIN SELECT RAISE(ABORT, 'the edition shares no prizes'); END;
CREATE TRIGGER guard_co_winner_delete BEFORE DELETE ON co_winner FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = OLD.decision_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_co_winner_insert BEFORE INSERT ON co_winner FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = NEW.decision_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_co_winner_update BEFORE UPDATE ON co_winner FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = NEW.decision_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_comparison_opening_delete BEFORE DELETE ON comparison_opening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an opening of the comparison is never changed'); END;
CREATE TRIGGER guard_comparison_opening_update BEFORE UPDATE ON comparison_opening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an opening of the comparison is never changed'); END;
CREATE TRIGGER guard_deadline_extension_delete BEFORE DELETE ON deadline_extension FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an extension is followed by another, never changed'); END;
CREATE TRIGGER guard_deadline_extension_update BEFORE UPDATE ON deadline_extension FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an extension is followed by another, never changed'); END;
CREATE TRIGGER guard_decision_delete BEFORE DELETE ON decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN category ON category.edition_id = edition.id WHERE category.id = OLD.category_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_decision_insert BEFORE INSERT ON decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN category ON category.edition_id = edition.id WHERE category.id = NEW.category_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_decision_update BEFORE UPDATE ON decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN category ON category.edition_id = edition.id WHERE category.id = NEW.category_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'decisions are closed'); END;
CREATE TRIGGER guard_discussion_post_delete BEFORE DELETE ON discussion_post FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a word in the discussion can only be taken back'); END;
CREATE TRIGGER guard_discussion_post_update BEFORE UPDATE ON discussion_post FOR EACH ROW WHEN NEW.text <> OLD.text OR NEW.entry_id <> OLD.entry_id OR NEW.juror_id <> OLD.juror_id OR NEW.posted_at <> OLD.posted_at OR OLD.taken_back_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a word in the discussion can only be taken back'); END;
CREATE TRIGGER guard_edition_counting BEFORE UPDATE OF average, tie_break, minimum_sheets, reason_rule, scale_minimum, scale_maximum, scale_step, hides_names ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id) BEGIN SELECT RAISE(ABORT, 'points have been given'); END;
CREATE TRIGGER guard_edition_shared_prize BEFORE UPDATE OF allows_shared_prize ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id) BEGIN SELECT RAISE(ABORT, 'points have been given'); END;
CREATE TRIGGER guard_edition_text_delete BEFORE DELETE ON edition_text FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a text is followed by a new version, never changed'); END;
CREATE TRIGGER guard_edition_text_update BEFORE UPDATE ON edition_text FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a text is followed by a new version, never changed'); END;
CREATE TRIGGER guard_edition_voting BEFORE UPDATE OF quorum, quorum_least, chair_breaks_ties, allows_circulation, needs_vote, allows_against_vote ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id) BEGIN SELECT RAISE(ABORT, 'points have been given'); END;
CREATE TRIGGER guard_hint_decision_delete BEFORE DELETE ON hint_decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = OLD.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_hint_decision_insert BEFORE INSERT ON hint_decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_hint_decision_update BEFORE UPDATE ON hint_decision FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_juror_category_delete BEFORE DELETE ON juror_category FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_juror_category_insert BEFORE INSERT ON juror_category FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_juror_category_update BEFORE UPDATE ON juror_category FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id)) NOT IN ('preparation', 'open', 'screening', 'judging') BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_late_change_delete BEFORE DELETE ON late_change FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a change is on record'); END;
CREATE TRIGGER guard_late_change_insert BEFORE INSERT ON late_change FOR EACH ROW WHEN NOT EXISTS (SELECT 1 FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = (SELECT entry_id FROM score_sheet WHERE id = NEW.sheet_id) AND (edition.phase = 'judging' OR (edition.phase = 'deliberation' AND edition.changes_after_comparison AND EXISTS (SELECT 1 FROM comparison_opening WHERE comparison_opening.edition_id = edition.id)))) BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_late_change_update BEFORE UPDATE ON late_change FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a change is on record'); END;
CREATE TRIGGER guard_lot_announced BEFORE UPDATE OF public_id, meeting_id, category_id, commitment, secret, announced_by, announced_at ON lot FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lot is announced once'); END;
CREATE TRIGGER guard_lot_delete BEFORE DELETE ON lot FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lot is a record'); END;
CREATE TRIGGER guard_lot_drawn BEFORE UPDATE ON lot FOR EACH ROW WHEN OLD.drawn_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a lot is drawn once'); END;
CREATE TRIGGER guard_lot_entry_changed BEFORE UPDATE ON lot_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lot is announced once'); END;
CREATE TRIGGER guard_lot_entry_delete BEFORE DELETE ON lot_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lot is a record'); END;
CREATE TRIGGER guard_lot_entry_insert BEFORE INSERT ON lot_entry FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = NEW.lot_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_lot_entry_update BEFORE UPDATE ON lot_entry FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = NEW.lot_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_lot_insert BEFORE INSERT ON lot FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_lot_update BEFORE UPDATE ON lot FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_meeting_delete BEFORE DELETE ON meeting FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a meeting is a record'); END;
CREATE TRIGGER guard_meeting_insert BEFORE INSERT ON meeting FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = NEW.edition_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_meeting_objection_delete BEFORE DELETE ON meeting_objection FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an objection is on record'); END;
CREATE TRIGGER guard_meeting_objection_insert BEFORE INSERT ON meeting_objection FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN meeting ON meeting.edition_id = edition.id WHERE meeting.id = NEW.meeting_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_meeting_objection_update BEFORE UPDATE ON meeting_objection FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'an objection is on record'); END;
CREATE TRIGGER guard_meeting_presence_delete BEFORE DELETE ON meeting_presence FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a meeting is a record'); END;
CREATE TRIGGER guard_meeting_presence_insert BEFORE INSERT ON meeting_presence FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_meeting_presence_update BEFORE UPDATE ON meeting_presence FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_meeting_update BEFORE UPDATE ON meeting FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = NEW.edition_id) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_motion_closed BEFORE UPDATE ON motion FOR EACH ROW WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the motion is decided'); END;
CREATE TRIGGER guard_motion_delete BEFORE DELETE ON motion FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a meeting is a record'); END;
CREATE TRIGGER guard_motion_insert BEFORE INSERT ON motion FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_motion_update BEFORE UPDATE ON motion FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'the jury does not deliberate'); END;
CREATE TRIGGER guard_partner_delete BEFORE DELETE ON partner FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = OLD.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = OLD.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_partner_insert BEFORE INSERT ON partner FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_partner_update BEFORE UPDATE ON partner FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'the entry is not open for changes'); END;
CREATE TRIGGER guard_planned_publication_delete BEFORE DELETE ON planned_publication FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a planned publication is ended, never deleted'); END;
CREATE TRIGGER guard_planned_publication_update BEFORE UPDATE ON planned_publication FOR EACH ROW WHEN OLD.ended_at IS NOT NULL OR NEW.publish_at <> OLD.publish_at OR NEW.seal_id <> OLD.seal_id OR NEW.edition_id <> OLD.edition_id OR NEW.planned_by <> OLD.planned_by BEGIN SELECT RAISE(ABORT, 'a planned publication is only ever ended'); END;
CREATE TRIGGER guard_recusal_delete BEFORE DELETE ON recusal FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = OLD.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_recusal_insert BEFORE INSERT ON recusal FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_recusal_update BEFORE UPDATE ON recusal FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_remark_release_delete BEFORE DELETE ON remark_release FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what was released has been read'); END;
CREATE TRIGGER guard_remark_release_update BEFORE UPDATE ON remark_release FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what was released has been read'); END;
CREATE TRIGGER guard_result_reopening_delete BEFORE DELETE ON result_reopening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_result_reopening_update BEFORE UPDATE ON result_reopening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_result_seal_delete BEFORE DELETE ON result_seal FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_result_seal_update BEFORE UPDATE ON result_seal FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_score_delete BEFORE DELETE ON score FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id JOIN score_sheet ON score_sheet.entry_id = entry.id WHERE score_sheet.id = OLD.sheet_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_score_insert BEFORE INSERT ON score FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id JOIN score_sheet ON score_sheet.entry_id = entry.id WHERE score_sheet.id = NEW.sheet_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_score_sheet_delete BEFORE DELETE ON score_sheet FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = OLD.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_score_sheet_insert BEFORE INSERT ON score_sheet FOR EACH ROW WHEN (SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id) <> 'judging' BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_score_sheet_update BEFORE UPDATE ON score_sheet FOR EACH ROW WHEN NOT EXISTS (SELECT 1 FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = NEW.entry_id AND (edition.phase = 'judging' OR (edition.phase = 'deliberation' AND edition.changes_after_comparison AND EXISTS (SELECT 1 FROM comparison_opening WHERE comparison_opening.edition_id = edition.id)))) BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_score_update BEFORE UPDATE ON score FOR EACH ROW WHEN NOT EXISTS (SELECT 1 FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = (SELECT entry_id FROM score_sheet WHERE id = NEW.sheet_id) AND (edition.phase = 'judging' OR (edition.phase = 'deliberation' AND edition.changes_after_comparison AND EXISTS (SELECT 1 FROM comparison_opening WHERE comparison_opening.edition_id = edition.id)))) BEGIN SELECT RAISE(ABORT, 'scoring is closed'); END;
CREATE TRIGGER guard_scoring_extension_delete BEFORE DELETE ON scoring_extension FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what the organiser granted is never changed'); END;
CREATE TRIGGER guard_scoring_extension_update BEFORE UPDATE ON scoring_extension FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what the organiser granted is never changed'); END;
CREATE TRIGGER guard_seal_confirmation_delete BEFORE DELETE ON seal_confirmation FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a confirmation is never changed'); END;
CREATE TRIGGER guard_seal_confirmation_update BEFORE UPDATE OF edition_id, act, role, account_id, content_sha256, reason, confirmed_at ON seal_confirmation FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a confirmation is never changed'); END;
CREATE TRIGGER guard_sealed_row_delete BEFORE DELETE ON sealed_row FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_sealed_row_update BEFORE UPDATE ON sealed_row FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a sealed version is never changed'); END;
CREATE TRIGGER guard_sheet_reopening_delete BEFORE DELETE ON sheet_reopening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what the organiser granted is never changed'); END;
CREATE TRIGGER guard_sheet_reopening_update BEFORE UPDATE ON sheet_reopening FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'what the organiser granted is never changed'); END;
CREATE TRIGGER guard_sheet_version_delete BEFORE DELETE ON sheet_version FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a version of a sheet is never changed'); END;
CREATE TRIGGER guard_sheet_version_update BEFORE UPDATE ON sheet_version FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a version of a sheet is never changed'); END;
CREATE TRIGGER guard_shortlist_delete BEFORE DELETE ON shortlist FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a shortlist is never changed'); END;
CREATE TRIGGER guard_shortlist_entry_delete BEFORE DELETE ON shortlist_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a shortlist is never changed'); END;
CREATE TRIGGER guard_shortlist_entry_insert BEFORE INSERT ON shortlist_entry FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id WHERE shortlist.id = NEW.shortlist_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'a shortlist is drawn in deliberation'); END;
CREATE TRIGGER guard_shortlist_entry_update BEFORE UPDATE ON shortlist_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a shortlist is never changed'); END;
CREATE TRIGGER guard_shortlist_insert BEFORE INSERT ON shortlist FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM category WHERE id = NEW.category_id)) <> 'deliberation' BEGIN SELECT RAISE(ABORT, 'a shortlist is drawn in deliberation'); END;
CREATE TRIGGER guard_shortlist_undo BEFORE UPDATE OF undone_at ON shortlist FOR EACH ROW WHEN (SELECT phase FROM edition WHERE id = (SELECT edition_id FROM category WHERE id = NEW.category_id)) NOT IN ('judging', 'deliberation') BEGIN SELECT RAISE(ABORT, 'the jury has decided'); END;
CREATE TRIGGER guard_shortlist_update BEFORE UPDATE OF category_id, rule, places, least, reason, drawn_by, drawn_at ON shortlist FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a shortlist is never changed'); END;
CREATE TRIGGER guard_stand_in_delete BEFORE DELETE ON stand_in FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'who stood in for whom is on record'); END;
CREATE TRIGGER guard_stand_in_entry_delete BEFORE DELETE ON stand_in_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'who stood in for whom is on record'); END;
CREATE TRIGGER guard_stand_in_entry_update BEFORE UPDATE ON stand_in_entry FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'who stood in for whom is on record'); END;
CREATE TRIGGER guard_stand_in_update BEFORE UPDATE ON stand_in FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'who stood in for whom is on record'); END;
CREATE TRIGGER guard_step_text_delete BEFORE DELETE ON step_text FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = OLD.entry_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a saved text stays as it is'); END;
CREATE TRIGGER guard_step_text_insert BEFORE INSERT ON step_text FOR EACH ROW WHEN (SELECT status FROM entry WHERE id = NEW.entry_id) NOT IN ('draft', 'returned') AND (SELECT amending_since FROM entry WHERE id = NEW.entry_id) IS NULL BEGIN SELECT RAISE(ABORT, 'a saved text stays as it is'); END;
CREATE TRIGGER guard_step_text_update BEFORE UPDATE ON step_text FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a saved text stays as it is'); END;
CREATE TRIGGER guard_submission_delete BEFORE DELETE ON submission FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a submitted version is frozen'); END;
CREATE TRIGGER guard_submission_update BEFORE UPDATE ON submission FOR EACH ROW WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a submitted version is frozen'); END;
CREATE UNIQUE INDEX ix_account_fs_webauthn_user_handle ON account (fs_webauthn_user_handle);
CREATE INDEX ix_answer_question_id ON answer (question_id);
CREATE INDEX ix_assignment_entry_id ON assignment (entry_id);
CREATE INDEX ix_attachment_entry_id ON attachment (entry_id);
CREATE INDEX ix_audit_entry_account_id ON audit_entry (account_id);
CREATE INDEX ix_audit_entry_edition_id ON audit_entry (edition_id);
CREATE INDEX ix_audit_entry_subject ON audit_entry (subject);
CREATE INDEX ix_backup_record_name ON backup_record (name);
CREATE INDEX ix_browser_session_account_id ON browser_session (account_id);
CREATE INDEX ix_browser_session_expires_at ON browser_session (expires_at);
CREATE INDEX ix_co_winner_decision_id ON co_winner (decision_id);
CREATE INDEX ix_comparison_opening_edition_id ON comparison_opening (edition_id);
CREATE INDEX ix_deadline_extension_edition_id ON deadline_extension (edition_id);
CREATE INDEX ix_deputyship_account_id ON deputyship (account_id);
CREATE INDEX ix_deputyship_deputy_id ON deputyship (deputy_id);
CREATE INDEX ix_discussion_post_entry_id_posted_at ON discussion_post (entry_id, posted_at);
CREATE INDEX ix_entry_edition_id_status_category_id ON entry (edition_id, status, category_id);
CREATE INDEX ix_entry_invitation_account_id ON entry_invitation (account_id);
CREATE INDEX ix_entry_invitation_email ON entry_invitation (email);
CREATE INDEX ix_entry_lead_key ON entry (lead_key);
CREATE INDEX ix_filled_table_juror_id ON filled_table (juror_id);
CREATE INDEX ix_held_upload_entry_id ON held_upload (entry_id);
CREATE INDEX ix_hint_decision_entry_id ON hint_decision (entry_id);
CREATE INDEX ix_intention_key_created_at ON intention_key (created_at);
CREATE INDEX ix_job_status ON job (status);
CREATE INDEX ix_juror_reminder_juror_id ON juror_reminder (juror_id);
CREATE INDEX ix_late_change_sheet_id ON late_change (sheet_id);
CREATE INDEX ix_login_attempt_at ON login_attempt (at);
CREATE INDEX ix_login_attempt_identity_hash ON login_attempt (identity_hash);
CREATE INDEX ix_lot_category_id ON lot (category_id);
CREATE INDEX ix_lot_meeting_id ON lot (meeting_id);
CREATE INDEX ix_meeting_edition_id ON meeting (edition_id);
CREATE INDEX ix_meeting_presence_meeting_id ON meeting_presence (meeting_id);
CREATE INDEX ix_membership_body_key ON membership (body_key);
CREATE INDEX ix_motion_meeting_id_category_id ON motion (meeting_id, category_id);
CREATE INDEX ix_outgoing_mail_sent_at ON outgoing_mail (sent_at);
CREATE INDEX ix_partner_body_key ON partner (body_key);
CREATE INDEX ix_partner_entry_id ON partner (entry_id);
CREATE INDEX ix_planned_publication_edition_id ON planned_publication (edition_id);
CREATE INDEX ix_proposed_body_account_id ON proposed_body (account_id);
CREATE INDEX ix_proposed_body_state ON proposed_body (state);
CREATE INDEX ix_reading_note_entry_id ON reading_note (entry_id);
CREATE INDEX ix_recusal_entry_id ON recusal (entry_id);
CREATE INDEX ix_register_body_search_name ON register_body (search_name);
CREATE INDEX ix_requested_change_entry_id ON requested_change (entry_id);
CREATE INDEX ix_score_criterion_id ON score (criterion_id);
CREATE INDEX ix_score_sheet_entry_id_status ON score_sheet (entry_id, status);
CREATE INDEX ix_scoring_extension_juror_id ON scoring_extension (juror_id);
CREATE INDEX ix_seal_confirmation_edition_id ON seal_confirmation (edition_id);
CREATE INDEX ix_sheet_reopening_sheet_id ON sheet_reopening (sheet_id);
CREATE INDEX ix_shortlist_entry_entry_id ON shortlist_entry (entry_id);
CREATE INDEX ix_stand_in_deputy_id ON stand_in (deputy_id);
CREATE INDEX ix_step_presence_seen_at ON step_presence (seen_at);
CREATE TRIGGER left_out_recusal_insert BEFORE INSERT ON recusal FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_delete BEFORE DELETE ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = (SELECT entry_id FROM score_sheet WHERE id = OLD.sheet_id)) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_insert BEFORE INSERT ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = (SELECT entry_id FROM score_sheet WHERE id = NEW.sheet_id)) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_sheet_delete BEFORE DELETE ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = OLD.entry_id) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_sheet_insert BEFORE INSERT ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_sheet_update BEFORE UPDATE ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = NEW.entry_id) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER left_out_score_update BEFORE UPDATE ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = (SELECT entry_id FROM score_sheet WHERE id = NEW.sheet_id)) BEGIN SELECT RAISE(ABORT, 'the entry is not on the shortlist'); END;
CREATE TRIGGER sealed_account_name BEFORE UPDATE OF name, email ON account FOR EACH ROW WHEN (NEW.name <> OLD.name OR (OLD.name = '' AND NEW.email <> OLD.email)) AND EXISTS (SELECT 1 FROM result_seal WHERE NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id) AND result_seal.edition_id IN (SELECT juror.edition_id FROM juror WHERE juror.account_id = OLD.id UNION SELECT juror.edition_id FROM hint_decision JOIN juror ON juror.id = hint_decision.juror_id WHERE hint_decision.ruled_by = OLD.id)) BEGIN SELECT RAISE(ABORT, 'a sealed result shows the name'); END;
CREATE TRIGGER sealed_agenda_item_delete BEFORE DELETE ON agenda_item FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_agenda_item_insert BEFORE INSERT ON agenda_item FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_agenda_item_update BEFORE UPDATE ON agenda_item FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_anchor_delete BEFORE DELETE ON anchor FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM criterion WHERE id = OLD.criterion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_anchor_insert BEFORE INSERT ON anchor FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM criterion WHERE id = NEW.criterion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_anchor_update BEFORE UPDATE ON anchor FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM criterion WHERE id = OLD.criterion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM criterion WHERE id = NEW.criterion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_answer_delete BEFORE DELETE ON answer FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_answer_insert BEFORE INSERT ON answer FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_answer_update BEFORE UPDATE ON answer FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_delete BEFORE DELETE ON assignment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_insert BEFORE INSERT ON assignment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_plan_delete BEFORE DELETE ON assignment_plan FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_plan_insert BEFORE INSERT ON assignment_plan FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_plan_update BEFORE UPDATE ON assignment_plan FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_assignment_update BEFORE UPDATE ON assignment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_delete BEFORE DELETE ON attachment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_insert BEFORE INSERT ON attachment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_purpose_delete BEFORE DELETE ON attachment_purpose FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_purpose_insert BEFORE INSERT ON attachment_purpose FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_purpose_update BEFORE UPDATE ON attachment_purpose FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_attachment_update BEFORE UPDATE ON attachment FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_ballot_delete BEFORE DELETE ON ballot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = OLD.motion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_ballot_insert BEFORE INSERT ON ballot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = NEW.motion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_ballot_update BEFORE UPDATE ON ballot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = OLD.motion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = NEW.motion_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_category_delete BEFORE DELETE ON category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_category_insert BEFORE INSERT ON category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_category_update BEFORE UPDATE ON category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_co_winner_delete BEFORE DELETE ON co_winner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = OLD.decision_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_co_winner_insert BEFORE INSERT ON co_winner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = NEW.decision_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_co_winner_update BEFORE UPDATE ON co_winner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = OLD.decision_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id WHERE decision.id = NEW.decision_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_comparison_opening_delete BEFORE DELETE ON comparison_opening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_comparison_opening_insert BEFORE INSERT ON comparison_opening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_comparison_opening_update BEFORE UPDATE ON comparison_opening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_criterion_delete BEFORE DELETE ON criterion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_criterion_insert BEFORE INSERT ON criterion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_criterion_update BEFORE UPDATE ON criterion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_deadline_extension_delete BEFORE DELETE ON deadline_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_deadline_extension_insert BEFORE INSERT ON deadline_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_deadline_extension_update BEFORE UPDATE ON deadline_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_decision_delete BEFORE DELETE ON decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = OLD.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_decision_insert BEFORE INSERT ON decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = NEW.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_decision_update BEFORE UPDATE ON decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = OLD.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = NEW.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_flag_delete BEFORE DELETE ON discussion_flag FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_flag_insert BEFORE INSERT ON discussion_flag FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_flag_update BEFORE UPDATE ON discussion_flag FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_post_delete BEFORE DELETE ON discussion_post FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_post_insert BEFORE INSERT ON discussion_post FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_discussion_post_update BEFORE UPDATE ON discussion_post FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_counting BEFORE UPDATE OF average, tie_break, changes_after_comparison ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_names BEFORE UPDATE OF hides_names ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_shared_prize BEFORE UPDATE OF allows_shared_prize ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_text_delete BEFORE DELETE ON edition_text FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_text_insert BEFORE INSERT ON edition_text FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_text_update BEFORE UPDATE ON edition_text FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_update BEFORE UPDATE OF slug, name, organiser, number_prefix, opens_at, deadline_at, grace_seconds, scoring_closes_at, scale_minimum, scale_maximum, scale_step, reason_rule, minimum_sheets ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_edition_voting BEFORE UPDATE OF quorum, quorum_least, chair_breaks_ties, allows_circulation, needs_vote, allows_against_vote ON edition FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_entry_delete BEFORE DELETE ON entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_entry_insert BEFORE INSERT ON entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_entry_update BEFORE UPDATE ON entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_form_step_delete BEFORE DELETE ON form_step FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_form_step_insert BEFORE INSERT ON form_step FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_form_step_update BEFORE UPDATE ON form_step FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_hint_decision_delete BEFORE DELETE ON hint_decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_hint_decision_insert BEFORE INSERT ON hint_decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_hint_decision_update BEFORE UPDATE ON hint_decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_category_delete BEFORE DELETE ON juror_category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_category_insert BEFORE INSERT ON juror_category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_category_update BEFORE UPDATE ON juror_category FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_delete BEFORE DELETE ON juror FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_insert BEFORE INSERT ON juror FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_tie_delete BEFORE DELETE ON juror_tie FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_tie_insert BEFORE INSERT ON juror_tie FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_tie_update BEFORE UPDATE ON juror_tie FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_juror_update BEFORE UPDATE ON juror FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_jury_round_delete BEFORE DELETE ON jury_round FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_jury_round_insert BEFORE INSERT ON jury_round FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_jury_round_update BEFORE UPDATE ON jury_round FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_late_change_delete BEFORE DELETE ON late_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_late_change_insert BEFORE INSERT ON late_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_late_change_update BEFORE UPDATE ON late_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_delete BEFORE DELETE ON lot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_entry_delete BEFORE DELETE ON lot_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = OLD.lot_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_entry_insert BEFORE INSERT ON lot_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = NEW.lot_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_entry_update BEFORE UPDATE ON lot_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = OLD.lot_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = NEW.lot_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_insert BEFORE INSERT ON lot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_lot_update BEFORE UPDATE ON lot FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_delete BEFORE DELETE ON meeting FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_insert BEFORE INSERT ON meeting FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_objection_delete BEFORE DELETE ON meeting_objection FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_objection_insert BEFORE INSERT ON meeting_objection FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_objection_update BEFORE UPDATE ON meeting_objection FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_presence_delete BEFORE DELETE ON meeting_presence FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_presence_insert BEFORE INSERT ON meeting_presence FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_presence_update BEFORE UPDATE ON meeting_presence FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_meeting_update BEFORE UPDATE ON meeting FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_motion_delete BEFORE DELETE ON motion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_motion_insert BEFORE INSERT ON motion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_motion_update BEFORE UPDATE ON motion FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = OLD.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM meeting WHERE id = NEW.meeting_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_participation_rule_delete BEFORE DELETE ON participation_rule FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_participation_rule_insert BEFORE INSERT ON participation_rule FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_participation_rule_update BEFORE UPDATE ON participation_rule FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_partner_delete BEFORE DELETE ON partner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_partner_insert BEFORE INSERT ON partner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_partner_update BEFORE UPDATE ON partner FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_question_delete BEFORE DELETE ON question FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_question_insert BEFORE INSERT ON question FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_question_update BEFORE UPDATE ON question FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = OLD.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = NEW.edition_id AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_recusal_delete BEFORE DELETE ON recusal FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_recusal_insert BEFORE INSERT ON recusal FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_recusal_update BEFORE UPDATE ON recusal FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_register_body_name BEFORE UPDATE OF official_name ON register_body FOR EACH ROW WHEN NEW.official_name <> OLD.official_name AND EXISTS (SELECT 1 FROM result_seal WHERE NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id) AND result_seal.edition_id IN (SELECT entry.edition_id FROM entry WHERE entry.number IS NOT NULL AND entry.lead_key = OLD.key UNION SELECT entry.edition_id FROM entry JOIN partner ON partner.entry_id = entry.id WHERE entry.number IS NOT NULL AND partner.body_key = OLD.key)) BEGIN SELECT RAISE(ABORT, 'a sealed result shows the name'); END;
CREATE TRIGGER sealed_requested_change_delete BEFORE DELETE ON requested_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_requested_change_insert BEFORE INSERT ON requested_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_requested_change_update BEFORE UPDATE ON requested_change FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_delete BEFORE DELETE ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_insert BEFORE INSERT ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_sheet_delete BEFORE DELETE ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_sheet_insert BEFORE INSERT ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_sheet_update BEFORE UPDATE ON score_sheet FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_score_update BEFORE UPDATE ON score FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_scoring_extension_delete BEFORE DELETE ON scoring_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_scoring_extension_insert BEFORE INSERT ON scoring_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_scoring_extension_update BEFORE UPDATE ON scoring_extension FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_screening_finding_delete BEFORE DELETE ON screening_finding FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_screening_finding_insert BEFORE INSERT ON screening_finding FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_screening_finding_update BEFORE UPDATE ON screening_finding FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_reopening_delete BEFORE DELETE ON sheet_reopening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_reopening_insert BEFORE INSERT ON sheet_reopening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_reopening_update BEFORE UPDATE ON sheet_reopening FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_version_delete BEFORE DELETE ON sheet_version FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_version_insert BEFORE INSERT ON sheet_version FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_sheet_version_update BEFORE UPDATE ON sheet_version FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = OLD.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id WHERE score_sheet.id = NEW.sheet_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_delete BEFORE DELETE ON shortlist FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = OLD.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_entry_delete BEFORE DELETE ON shortlist_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id WHERE shortlist.id = OLD.shortlist_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_entry_insert BEFORE INSERT ON shortlist_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id WHERE shortlist.id = NEW.shortlist_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_entry_update BEFORE UPDATE ON shortlist_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id WHERE shortlist.id = OLD.shortlist_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id WHERE shortlist.id = NEW.shortlist_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_insert BEFORE INSERT ON shortlist FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = NEW.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_shortlist_update BEFORE UPDATE ON shortlist FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = OLD.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM category WHERE id = NEW.category_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_delete BEFORE DELETE ON stand_in FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_entry_delete BEFORE DELETE ON stand_in_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_entry_insert BEFORE INSERT ON stand_in_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_entry_update BEFORE UPDATE ON stand_in_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_insert BEFORE INSERT ON stand_in FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_stand_in_update BEFORE UPDATE ON stand_in FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = OLD.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM juror WHERE id = NEW.juror_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_submission_delete BEFORE DELETE ON submission FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_submission_insert BEFORE INSERT ON submission FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE TRIGGER sealed_submission_update BEFORE UPDATE ON submission FOR EACH ROW WHEN EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = OLD.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) OR EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = (SELECT edition_id FROM entry WHERE id = NEW.entry_id) AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)) BEGIN SELECT RAISE(ABORT, 'the result is sealed'); END;
CREATE UNIQUE INDEX uq_attachment_entry_id_purpose_sha256 ON attachment (entry_id, purpose, sha256);
CREATE UNIQUE INDEX uq_shortlist_live ON shortlist (category_id) WHERE undone_at IS NULL;
