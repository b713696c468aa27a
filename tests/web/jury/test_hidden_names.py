"""With names hidden, nothing tells a juror whose entry it is before the comparison; with them shown, many pages do.

Every address of the jury is fetched, and every form sent empty, as the chair, who may see most. A new route is among them as
soon as it exists: it comes from the URL map.
"""

import io
import itertools

import openpyxl
import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.kinds import NamesMatter
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.jobs.tasks import tasks
from ikz_award.jobs.worker import Worker
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.jury.bias import HintDecision, HintOutcome
from ikz_award.models.jury.jury import Juror, JurorTie
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.decision import meeting, motions
from ikz_award.services.jury.bias import deny_hints
from ikz_award.services.jury.oversight import remind
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.calls import called
from tests.client import form_fields
from tests.conftest import NOW
from tests.web.jury.test_pack import attach

# Leads, a partner of the register, one across the border, and a word in the name of a file.
NAMES = ("Bocholt", "Ahaus", "Gronau", "Borken", "Winterswijk", "Rathausplan")
RHEDE, KOELN = "05554048", "05315000"
# How the form for ties explains itself, whatever takes part.
EXAMPLE = "zum Beispiel „Gronau“, „Kreis Borken“"


@pytest.fixture
def jury(panel, app):
    """The panel's entries, led by three towns, with partners and files; on a fourth one Berta has denied a hint."""
    chair = factories.make_juror(panel.edition, "vorsitz@example.org", role=PanelRole.CHAIR)
    panel.organiser = factories.make_account("mitte@example.org", is_admin=True)
    denied = factories.make_entry(
        panel.edition,
        created_by=panel.applicant,
        status=EntryStatus.ADMITTED,
        title="Beitrag Delta",
        lead_key=RHEDE,
        partners=(),
    )
    attach(
        app,
        panel.entries[0],
        ("Rathausplan Bocholt.PDF", "application/pdf", samples.pdf()),
        ("Blick auf Bocholt.png", "image/png", samples.png_of_size(40, 30)),
    )
    with write_session() as session:
        alpha = session.get_one(Entry, panel.entries[0].id)
        alpha.status = EntryStatus.DRAFT
        session.flush()
        neighbour = {"name": "Gemeinde Winterswijk", "country": "NL", "kind": PartnerKind.MUNICIPALITY}
        session.add(Partner(entry_id=alpha.id, position=7, **neighbour))
        session.flush()
        alpha.status = EntryStatus.ADMITTED
        for account, key in ((chair, KOELN), (panel.berta, RHEDE)):
            juror = session.scalars(select(Juror).where(Juror.account_id == account.id)).one()
            session.add(JurorTie(juror_id=juror.id, body_key=key))
    deny_hints(
        Call(actor=factories.actor(panel.berta), now=NOW, key="verneint"),
        entry_id=denied.public_id,
        codes=[f"own_lead:{RHEDE}:{RHEDE}:residence"],
        reason="Ich wohne dort seit vielen Jahren nicht mehr.",
    )
    panel.app, panel.chair, panel.browser = app, chair, panel.log_in(chair)
    panel.decision = db.session.scalars(select(HintDecision.public_id).where(HintDecision.outcome == HintOutcome.DENIED)).one()
    return panel


def hide(jury, *, hidden=True):
    with write_session() as session:
        session.get_one(Edition, jury.edition.id).hides_names = hidden


def everything(jury, method="GET"):
    """Endpoint → what the chair gets from each address of the jury."""
    db.session.rollback()
    entry = db.session.get_one(Entry, jury.entries[0].id)
    values = {
        "slug": jury.slug, "public_id": entry.public_id, "attachment_id": entry.attachments[0].public_id,
        "tie_id": db.session.scalars(select(JurorTie.id)).first(), "decision_id": jury.decision, "category": "pflichtaufgaben",
        "table_id": jury.table, "post_id": "keine", "motion_id": db.session.scalar(select(Motion.public_id)) or "keine",
    }  # fmt: skip
    # Parts of pages are among them; whole ones are checked by their own tests.
    jury.browser.checks_pages = False
    token = dict(form_fields(jury.browser.get(f"/jury/{jury.slug}/mappe").text, "abmelden")[1])["csrf_token"]
    found = {}
    for rule in jury.app.url_map.iter_rules():
        if not rule.endpoint.startswith("jury.") or method not in rule.methods:
            continue
        with jury.app.test_request_context():
            address = jury.app.url_for(rule.endpoint, **{name: values[name] for name in rule.arguments})
        form = {"csrf_token": token, "idempotency_key": f"leer-{rule.endpoint}"}
        found[rule.endpoint] = jury.browser.open(address, method=method, data=form if method == "POST" else None)
    return found


def words_of(answer):
    """All a person could read of an answer: its headers, and its body as text."""
    head = " ".join(f"{name}: {value}" for name, value in answer.headers)
    if answer.mimetype == "application/pdf":
        with pypdfium2.PdfDocument(answer.data) as pdf:
            body = [page.get_textpage().get_text_range() for page in pdf]
        with pikepdf.open(io.BytesIO(answer.data)) as pdf, pdf.open_outline() as outline:
            body += [str(value) for value in pdf.docinfo.values()]
            body += [child.title for item in outline.root for child in (item, *item.children)]
        return " ".join((head, *body))
    if answer.mimetype.startswith("application/vnd.openxmlformats"):
        book = openpyxl.load_workbook(io.BytesIO(answer.data))
        cells = itertools.chain.from_iterable(row for sheet in book for row in sheet.iter_rows(values_only=True))
        return " ".join((head, *(str(cell) for cell in cells)))
    return f"{head} {answer.text if answer.mimetype.startswith('text') else ''}"


def told(answers):
    """Endpoint → the names that an answer tells."""
    texts = {endpoint: words_of(answer).replace(EXAMPLE, "").casefold() for endpoint, answer in answers.items()}
    found = {endpoint: [name for name in NAMES if name.casefold() in text] for endpoint, text in texts.items()}
    return {endpoint: names for endpoint, names in found.items() if names}


def make_files(jury):
    """A pack, printed, and a table, sent back."""
    page = f"/jury/{jury.slug}"
    jury.browser.submit_form(f"{page}/mappe", {}, form="mappe")
    worker = Worker(
        tasks=tasks(SigningKey(bytes(32))),
        instance=jury.app.config["INSTANCE"],
        context=jury.app.app_context,
        deliver=lambda: 0,
    )
    while worker.run_one():
        pass
    table = io.BytesIO(jury.browser.get(f"{page}/tabelle/datei").data)
    sent = jury.browser.submit_form(f"{page}/tabelle", {"file": (table, "bewertung.xlsx")}, form="/tabelle")
    jury.table = sent.location.rpartition("/")[2]


def score_all(jury):
    for entry, juror in itertools.product(jury.entries, (jury.chair, jury.berta)):
        factories.make_sheet(entry, juror, ("7", "8", "9"))


def hold_meeting(jury):
    organiser = factories.actor(jury.organiser)
    here = {"actor": organiser, "now": NOW, "edition_slug": jury.slug}
    called(meeting.open_meeting, key="auf", is_written=False, **here)
    called(meeting.start_item, key="ruf", category="pflichtaufgaben", **here)
    typed = motions.TypedMotion(kind=MotionKind.WINNER, entry_id=jury.ids[0], text="", is_secret=False)
    called(motions.propose, key="antrag", category="pflichtaufgaben", typed=typed, **here)


def search(jury, words):
    return jury.browser.get(f"/jury/{jury.slug}/beitraege?suche={words}").text


def test_hidden_names_are_told_nowhere_until_the_comparison_is_open(jury):
    hide(jury)
    score_all(jury)
    make_files(jury)
    first = everything(jury)
    assert {
        first[one].status_code
        for one in ("jury.entry", "jury.print_entry", "jury.attachment", "jury.download_pack", "jury.denial")
    } == {200}
    assert first["jury.download_pack"].mimetype == "application/pdf"
    assert told(first) == {}
    assert 'filename="Anlage 1.pdf"' in first["jury.attachment"].headers["Content-Disposition"]
    assert "Anlage 2.png" in first["jury.entry"].text
    assert "Anlage 1.pdf" in words_of(first["jury.download_pack"])
    for name in NAMES:
        assert "Nichts gefunden" in search(jury, name)
    assert "Beitrag Alpha" in search(jury, "alpha")
    remind(
        Call(actor=factories.actor(jury.organiser), now=NOW, key="mahnen"),
        edition_id=jury.edition.id,
        juror_id=None,
        base_url="https://preis.example",
    )
    sent = everything(jury, "POST")
    assert sent["jury.save_sheet"].status_code in (409, 422)
    assert told(sent) == {}

    factories.set_phase(jury.edition, Phase.DELIBERATION)
    hold_meeting(jury)
    later = everything(jury)
    assert later["jury.what_if"].status_code == 200
    assert "Beitrag Alpha" in later["jury.meeting"].text
    assert told(later) == {}
    db.session.rollback()
    for mail in db.session.scalars(select(OutgoingMail)):
        assert not any(name in f"{mail.subject} {mail.body}" for name in NAMES)

    jury.log_in(jury.organiser).submit_form(f"/verwaltung/runden/{jury.slug}/vergleich", {"sicher": "ja"})
    assert {"jury.entry", "jury.entries", "jury.compare", "jury.discuss", "jury.what_if"} <= set(told(everything(jury)))


def test_shown_names_are_told_where_one_expects_them(jury):
    score_all(jury)
    make_files(jury)
    found = told(everything(jury))
    assert set(found) == {
        "jury.entries",
        "jury.own_points",
        "jury.entry",
        "jury.print_entry",
        "jury.attachment",
        "jury.download_pack",
    }
    assert set(found["jury.entries"]) == {"Bocholt", "Ahaus", "Gronau"}
    assert set(found["jury.download_pack"]) == set(NAMES)
    assert "Beitrag Alpha" in search(jury, "bocholt")


def test_a_pack_with_names_is_void_once_they_are_hidden_and_one_without_stays(jury):
    page = f"/jury/{jury.slug}/mappe"
    is_void = "steht deshalb nicht mehr bereit"
    jury.browser.submit_form(page, {}, form="mappe")
    assert is_void not in jury.browser.get(page).text
    hide(jury)
    assert is_void in jury.browser.get(page).text
    jury.browser.submit_form(page, {}, form="mappe")
    assert is_void not in jury.browser.get(page).text
    hide(jury, hidden=False)
    assert is_void not in jury.browser.get(page).text


def test_a_hint_says_what_the_juror_must_know_and_no_more(jury):
    """Bias outweighs anonymity: the own town is named, the other partners and towns are not."""
    with write_session() as session:
        anna = session.scalars(select(Juror).where(Juror.account_id == jury.anna.id)).one()
        session.add(JurorTie(juror_id=anna.id, body_key=factories.BOCHOLT))
    hide(jury)
    anna = jury.log_in(jury.anna)
    for page in (jury.pages[0], f"{jury.pages[0]}/befangenheit"):
        text = anna.get(page).text
        assert "Eigene Kommune ist federführend: Stadt Bocholt" in text
        assert "Beteiligte Kommune aus demselben Kreis: Kreis Borken" in text
        assert "Stadt Borken" not in text
    other = anna.get(jury.pages[1]).text
    assert "Beteiligte Kommune aus demselben Kreis: Kreis Borken" in other
    assert not any(name in other for name in ("Ahaus", "Stadt Borken", "Bocholt"))


@pytest.mark.parametrize(
    ("phase", "is_open", "sees"),
    [
        (Phase.JUDGING, False, False),
        (Phase.JUDGING, True, False),
        (Phase.DELIBERATION, False, False),
        (Phase.DELIBERATION, True, True),
        (Phase.DECIDED, False, True),
        (Phase.PUBLISHED, False, True),
    ],
)
def test_when_names_are_seen(panel, phase, is_open, sees):
    anna = factories.actor(panel.anna)
    matter = NamesMatter(edition_id=panel.edition.id, phase=phase, is_comparison_open=is_open, hides_names=True)
    assert is_allowed(anna, Action.SEE_NAMES, matter) is sees
    assert is_allowed(factories.actor(factories.make_account("m@example.org", is_admin=True)), Action.SEE_NAMES, matter)
