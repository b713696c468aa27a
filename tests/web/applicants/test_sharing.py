"""Working together in browsers: invited, accepted, two at once, and a right that ends while the page is open."""

import io
import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.domain.entries.rights import VALID_FOR, EntryRight
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models import Base
from ikz_award.models.entries.entries import Answer, Attachment, Entry, StepText
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.outbox import deliver_due
from tests import factories
from tests.adapters.uploads import samples
from tests.client import PASSWORD, PageClient, form_fields
from tests.factories import BORKEN, GRONAU, NOW
from tests.web.applicants.conftest import count, first

ADDRESS = "luca@borken.example"
CONSENTS = {"q_consent_rules": "y", "q_consent_privacy": "y", "q_consent_partners": "y"}


@pytest.fixture
def luca(app, log_in) -> PageClient:
    """Somebody of the partner municipality, with an account spelt in capitals."""
    return log_in(factories.make_account("Luca@Borken.example", name="Luca Muster", lead_key=BORKEN))


def invite(case, right="edit", email=ADDRESS):
    return case.kim.submit_form(f"{case.url}/mitwirkende", {"email": email, "right": right}, form="einladung")


def link(address=ADDRESS, number=-1):
    db.session.rollback()
    bodies = db.session.scalars(select(OutgoingMail.body).where(OutgoingMail.recipient == address).order_by(OutgoingMail.id))
    found = [re.search(r"http\S+(/bewerbung/einladung/\S+)", body) for body in bodies]
    return [one.group(1) for one in found if one][number]


def accept(client, address=None):
    return client.submit_form(address or link(), {}, form="annehmen")


@pytest.fixture
def shared(case, luca):
    """Luca may edit."""
    assert invite(case).status_code == 303
    assert accept(luca).location == f"{case.url}/"
    return case


def act(case, what, **fields):
    """A button of the list: "recht", "entziehen", "noch-einmal"."""
    row = first(select(EntryInvitation.id))
    _, form = form_fields(case.kim.get(f"{case.url}/mitwirkende").text, f"/{row}/{what}")
    return case.kim.post(f"{case.url}/mitwirkende/{row}/{what}", data={**form, **fields})


def step(client, case, values, name="projekt"):
    return client.submit_form(f"{case.url}/schritt/{name}", values, form=f"/schritt/{name}")


def words(page):
    """The page's text without its marks of what differs."""
    return " ".join(re.sub(r"<[^>]+>|\[(?:neu|entfällt):\]", "", page).split())


def all_answers():
    db.session.rollback()
    return list(db.session.scalars(select(Answer.value)))


def test_nobody_is_invited_at_first_and_the_page_says_what_it_is_for(case):
    page = case.kim.get(f"{case.url}/mitwirkende").text
    assert "Noch niemand eingeladen" in page
    assert "Kim Beispiel" in page
    assert "Mitwirkende" in case.kim.get(f"{case.url}/").text


def test_from_the_mail_to_the_entry(case, luca):
    assert case.robin.get(f"{case.url}/").status_code == luca.get(f"{case.url}/").status_code == 404
    answer_to = invite(case)
    assert answer_to.location == f"{case.url}/mitwirkende"
    page = case.kim.get(answer_to.location).text
    assert "Die Einladung an luca@borken.example ist unterwegs." in page
    assert "Eingeladen" in page
    [mail] = [one for one in mails() if one.recipient == ADDRESS]
    assert "Kim Beispiel, Stadt Bocholt, lädt Sie ein" in mail.body
    assert "lesen und bearbeiten" in mail.body

    before = first(select(func.count()).select_from(AuditEntry))
    for _ in range(2):
        assert "Gemeinsame Vergabestelle" in luca.get(link()).text
    assert first(select(EntryInvitation.accepted_at)) is None, "mail programs follow links by themselves"
    assert first(select(func.count()).select_from(AuditEntry)) == before
    assert "Einladungen an Sie" in luca.get("/bewerbung/").text

    assert accept(luca).location == f"{case.url}/"
    entry = luca.get(f"{case.url}/").text
    assert "Willkommen." in entry
    assert "Eingeladen von Stadt Bocholt" in entry
    home = luca.get("/bewerbung/").text
    assert "Mit Ihnen geteilt" in home
    assert "Einladungen an Sie" not in home
    assert "Angenommen" in case.kim.get(f"{case.url}/mitwirkende").text
    assert luca.get(link()).location == f"{case.url}/", "the link goes on to lead there, for the one who took it"


def mails():
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


def test_who_has_no_account_makes_one_and_lands_on_the_entry(case, anonymous):
    invite(case, email="neu@gronau.example")
    way = link("neu@gronau.example")
    page = anonymous.get(way)
    assert page.status_code == 200
    assert "/konto/registrieren" in page.text
    assert f"next={way}" in page.text.replace("%2F", "/")
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Cache-Control"] == "no-store"
    password = "Gurke tanzt Fagott"
    typed = {"name": "Noa Neuland", "email": "Neu@Gronau.example", "password": password, "privacy": "y"}
    assert anonymous.submit_form("/konto/registrieren", typed).location == "/konto/registriert"
    confirm = re.search(r"http://[^/]+(/konto/bestaetigen/\S+)", mails()[-1].body)
    anonymous.submit_form(confirm.group(1), {}, form="bestaetigen")
    assert anonymous.submit_form("/konto/anmelden", {"email": typed["email"], "password": password}).location == "/konto/start"
    assert anonymous.get("/konto/start").location == way
    assert accept(anonymous, way).location == f"{case.url}/"
    assert "Gemeinsame Vergabestelle" in anonymous.get(f"{case.url}/").text
    assert anonymous.get("/konto/start").location == "/bewerbung/"
    home = anonymous.get("/bewerbung/").text
    assert "Mit Ihnen geteilt" in home
    assert "Zuerst: Ihre Kommune" not in home
    assert "Kommune wählen" in home


def test_who_is_not_logged_in_comes_back_to_the_invitation(case, anonymous):
    factories.make_account(ADDRESS, name="Luca Muster")
    invite(case)
    [login] = re.findall(r'href="(/konto/anmelden\?next=[^"]+)"', anonymous.get(link()).text)[:1]
    assert anonymous.submit_form(login, {"email": ADDRESS, "password": PASSWORD}).location == link()


def test_a_form_sent_without_a_session_changes_nothing(case, luca, anonymous):
    invite(case)
    _, form = form_fields(anonymous.get("/konto/anmelden").text, "anmelden")
    assert anonymous.post(link(), data={"csrf_token": form["csrf_token"]}).status_code == 401
    assert luca.post(link(), data={"csrf_token": "falsch"}).status_code == 400
    assert first(select(EntryInvitation.accepted_at)) is None


def test_links_that_are_over_say_what_to_do(case, luca, anonymous, clock):
    invite(case)
    good = link()
    clock.move_to(NOW + VALID_FOR + timedelta(seconds=1))
    for client in (anonymous, luca):
        page = client.get(good)
        assert page.status_code == 410
        assert "Diese Einladung ist abgelaufen" in page.text
        assert "Vergabestelle" not in page.text
    clock.move_to(NOW + timedelta(hours=1))
    act(case, "noch-einmal")
    for client in (anonymous, luca):
        page = client.get(good)
        assert page.status_code == 404
        assert "inzwischen eine neuere E-Mail" in page.text
    accept(luca)
    page = anonymous.get(link())
    assert page.status_code == 410
    assert "schon angenommen" in page.text
    assert "Anmelden" in page.text
    act(case, "entziehen")
    for client in (anonymous, luca):
        page = client.get(link())
        assert page.status_code == 410
        assert "wurde zurückgenommen" in page.text
        assert "Vergabestelle" not in page.text


def test_a_token_sent_again_by_others_or_later_gives_nothing(case, luca):
    invite(case)
    way = link()
    assert "anderen Adresse angemeldet" in case.robin.get(way).text
    _, form = form_fields(luca.get(way).text, "annehmen")
    robin = {**form, "csrf_token": form_fields(case.robin.get("/bewerbung/neu").text, "abmelden")[1]["csrf_token"]}
    assert case.robin.post(way, data=robin).status_code == 200
    assert case.robin.get(f"{case.url}/").status_code == 404
    assert luca.post(way, data=form).status_code == 303
    act(case, "entziehen")
    assert luca.post(way, data=form).status_code == 303, "the same form again gets the same answer …"
    assert luca.get(f"{case.url}/").status_code == 404, "… and opens nothing"
    assert luca.post(way, data={**form, "idempotency_key": "x" * 22}).status_code == 410
    assert luca.get(f"{case.url}/").status_code == 404


def test_the_link_stands_nowhere_in_the_database_once_it_is_sent(case, luca):
    invite(case)
    token = link().rpartition("/")[2]
    deliver_due(clock=lambda: NOW, post=lambda letter: None)
    db.session.rollback()
    tables = Base.metadata.sorted_tables
    dump = "\n".join(repr(tuple(row)) for table in tables for row in db.session.execute(select(table)))
    assert token not in dump
    assert "/bewerbung/einladung/…" in dump


def test_the_list_names_faults_and_keeps_what_was_typed(case):
    wrong = invite(case, email="keine-adresse")
    assert wrong.status_code == 422
    assert 'value="keine-adresse"' in wrong.text
    invite(case)
    assert "schon eingeladen" in invite(case).text
    assert "gehört zur federführenden Kommune" in invite(case, email="KIM@bocholt.example").text
    assert count(EntryInvitation) == 1


def test_rights_change_at_once(shared, luca):
    assert step(luca, shared, {"q_goal": "Von Luca"}).status_code == 303
    act(shared, "recht", right="read")
    assert "Recht „Lesen“" in shared.kim.get(f"{shared.url}/mitwirkende").text
    refused = luca.get(f"{shared.url}/schritt/projekt")
    assert refused.status_code == 403
    assert "lesen, aber nicht bearbeiten" in refused.text
    act(shared, "recht", right="submit")
    assert luca.get(f"{shared.url}/schritt/projekt").status_code == 200


def test_a_reader_sees_all_of_the_draft_and_can_change_nothing(case, luca):
    step(case.kim, case, {"q_goal": "Ein Ziel zum Lesen."})
    invite(case, "read")
    accept(luca)
    page = luca.get(f"{case.url}/").text
    assert "noch in Arbeit" in page
    assert "/schritt/projekt/verlauf" in page
    assert 'href="' + f"{case.url}/schritt/projekt" + '"' not in page
    assert "Mitwirkende" not in page
    assert "Ein Ziel zum Lesen." in luca.get(f"{case.url}/ansicht").text
    history = words(luca.get(f"{case.url}/schritt/projekt/verlauf").text)
    assert "Ein Ziel zum Lesen." in history
    assert "wieder einsetzen" not in history
    for path in ("verwerfen", "mitwirkende", "schritt/projekt", "schritt/projekt/anwesend"):
        assert luca.get(f"{case.url}/{path}").status_code == 403, path


def test_a_reader_opens_attachments_and_receipts_as_the_lead_does(case, luca):
    file = {"purpose": "other", "file": (io.BytesIO(samples.pdf()), "vertrag.pdf")}
    case.kim.submit_form(f"{case.url}/schritt/anlagen", file, form="anhaengen")
    invite(case, "read")
    accept(luca)
    attachment = first(select(Attachment.public_id))
    assert f"/anlagen/{attachment}" in luca.get(f"{case.url}/ansicht").text
    opened = luca.get(f"{case.url}/anlagen/{attachment}")
    assert opened.mimetype == "application/pdf"
    case.kim.submit_form(f"{case.url}/schritt/pruefen", CONSENTS, form="/einreichen")
    page = luca.get(f"{case.url}/").text
    assert "Eingangsbestätigung" in page
    assert "noch einmal ändern" not in page
    assert "zurückziehen" not in page
    for path in ("eingangsbestaetigung", "eingangsbestaetigung/1", "alles.zip", "steckbrief", "steckbrief.json", "ansicht"):
        assert luca.get(f"{case.url}/{path}").status_code == 200, path
    assert luca.get(f"{case.url}/zurueckziehen").status_code == 403
    act(case, "entziehen")
    for path in ("", "eingangsbestaetigung", "alles.zip", "steckbrief", "ansicht", f"anlagen/{attachment}"):
        assert luca.get(f"{case.url}/{path}").status_code == 404, path


def test_somebody_who_may_edit_does_not_hand_in_and_is_told_who_does(shared, luca):
    page = luca.get(f"{shared.url}/schritt/pruefen").text
    assert "aber nicht einreichen" in page
    assert "Beitrag einreichen" not in page.partition("<main")[2].partition("</main>")[0].replace("Erklärungen und", "")
    _, form = form_fields(page, "/einreichen")
    sent = luca.post(f"{shared.url}/einreichen", data={**form, **CONSENTS})
    assert sent.status_code == 403
    assert "können an diesem Beitrag mitschreiben" in sent.text
    assert shared.value("status") is EntryStatus.DRAFT


def test_somebody_who_may_submit_hands_in_amends_and_withdraws(case, luca):
    invite(case, "submit")
    accept(luca)
    sent = luca.submit_form(f"{case.url}/schritt/pruefen", CONSENTS, form="/einreichen")
    assert sent.location == f"{case.url}/eingangsbestaetigung"
    assert "Luca Muster" in luca.get(sent.location).text
    assert luca.submit_form(f"{case.url}/", {}, form="aendern").status_code == 303
    assert luca.submit_form(f"{case.url}/aenderungen-verwerfen", {}).status_code == 303
    assert luca.submit_form(f"{case.url}/zurueckziehen", {"reason": "Eingestellt."}).status_code == 303
    assert case.value("status") is EntryStatus.WITHDRAWN
    assert "Dieser Beitrag ist zurückgezogen." in luca.get(f"{case.url}/").text


def test_two_edit_at_once_and_nothing_is_lost(shared, luca):
    _, kim_form = form_fields(shared.kim.get(f"{shared.url}/schritt/projekt").text, "/schritt/projekt")
    _, luca_form = form_fields(luca.get(f"{shared.url}/schritt/projekt").text, "/schritt/projekt")
    kim_form["q_goal"], luca_form["q_goal"] = "Von Kim geschrieben.", "Von Luca geschrieben."
    assert shared.kim.post(f"{shared.url}/schritt/projekt", data=kim_form).status_code == 303
    clash = luca.post(f"{shared.url}/schritt/projekt", data=luca_form)
    assert clash.status_code == 409
    # Both texts, with what differs marked.
    plain = words(clash.text)
    assert "Von Kim geschrieben." in plain
    assert "Von Luca geschrieben." in plain
    assert "von Kim Beispiel" in plain
    _, merged = form_fields(clash.text, "/schritt/projekt")
    merged["q_goal"] = "Von Kim und Luca geschrieben."
    assert luca.post(f"{shared.url}/schritt/projekt", data=merged).status_code == 303
    assert "Von Kim und Luca geschrieben." in all_answers()
    history = shared.kim.get(f"{shared.url}/schritt/projekt/verlauf").text
    assert "Luca Muster" in history
    assert "Kim Beispiel" in history


@pytest.mark.parametrize("taken", ["entziehen", "recht"])
def test_a_right_that_ends_while_the_page_is_open_costs_no_text(shared, luca, taken):
    _, form = form_fields(luca.get(f"{shared.url}/schritt/projekt").text, "/schritt/projekt")
    form["q_goal"] = "Ein langer <b>Text</b>, den niemand verlieren soll."
    act(shared, taken, **({"right": "read"} if taken == "recht" else {}))
    typing = luca.post(f"{shared.url}/schritt/projekt/zwischenspeichern", data=form)
    assert typing.status_code == (404 if taken == "entziehen" else 403)
    assert typing.is_json
    assert ("keinen Zugang mehr" if taken == "entziehen" else "nicht bearbeiten") in typing.json["message"]
    saved = luca.post(f"{shared.url}/schritt/projekt", data=form)
    assert saved.status_code == (404 if taken == "entziehen" else 403)
    assert "Nicht gespeichert" in saved.text
    assert "Ein langer &lt;b&gt;Text&lt;/b&gt;, den niemand verlieren soll." in saved.text
    if taken == "entziehen":
        # What was sent, and nothing of the entry as it is now.
        step(shared.kim, shared, {"q_goal": "Geheim von nun an."})
        again = luca.post(f"{shared.url}/schritt/projekt", data={**form, "version": "9"})
        assert "Geheim" not in again.text
    assert "Ein langer" not in "".join(all_answers())
    assert count(StepText) == (2 if taken == "entziehen" else 0)


def test_who_was_never_let_in_gets_the_page_of_what_is_not_there(shared):
    _, form = form_fields(shared.kim.get(f"{shared.url}/schritt/projekt").text, "/schritt/projekt")
    form["csrf_token"] = form_fields(shared.robin.get("/bewerbung/neu").text, "abmelden")[1]["csrf_token"]
    for path in ("schritt/projekt", "schritt/projekt/zwischenspeichern"):
        answered = shared.robin.post(f"{shared.url}/{path}", data=form)
        assert answered.status_code == 404
        assert "keinen Zugang mehr" not in answered.text
        assert "Antwort auf" not in answered.text


def test_taken_away_and_given_back(shared, luca):
    act(shared, "entziehen")
    page = shared.kim.get(f"{shared.url}/mitwirkende").text
    assert "hat keinen Zugang mehr" in page
    assert "Entzogen" in page
    assert luca.get(f"{shared.url}/").status_code == 404
    assert "Mit Ihnen geteilt" not in luca.get("/bewerbung/").text
    # The only form with the address among its hidden fields: the button in the row.
    _, form = form_fields(re.sub(r'<form[^>]*id="einladung".*?</form>', "", page, flags=re.S), "/mitwirkende")
    assert form["email"] == ADDRESS
    assert shared.kim.post(f"{shared.url}/mitwirkende", data=form).status_code == 303
    assert accept(luca).location == f"{shared.url}/"
    assert count(EntryInvitation) == 1


def test_another_municipalitys_people_do_not_manage_rights(shared, luca, log_in):
    other = factories.make_account("toni@gronau.example", lead_key=GRONAU)
    for client, status in ((luca, 403), (log_in(other), 404)):
        token = form_fields(client.get("/konto/").text, "abmelden")[1]["csrf_token"]
        row = first(select(EntryInvitation.id))
        for path in ("", f"/{row}/recht", f"/{row}/entziehen", f"/{row}/noch-einmal"):
            data = {"csrf_token": token, "right": "submit", "email": "neu@gronau.example"}
            assert client.post(f"{shared.url}/mitwirkende{path}", data=data).status_code == status, path
    assert first(select(EntryInvitation.right)) is EntryRight.EDIT


def test_pages_of_other_entries_stay_closed(shared, luca):
    other = factories.make_entry(shared.edition, created_by=factories.make_account("x@ahaus.example"), lead_key=GRONAU)
    url = f"/bewerbung/{factories.value_of(Entry, other, 'public_id')}"
    for path in ("/", "/ansicht", "/schritt/projekt", "/schritt/projekt/verlauf", "/schritt/projekt/anwesend", "/mitwirkende"):
        assert luca.get(url + path).status_code == 404, path


def test_a_long_list_needs_no_more_queries(case, luca, count_queries):
    invite(case)
    short = count_queries(lambda: case.kim.get(f"{case.url}/mitwirkende"))
    for number in range(25):
        invite(case, email=f"person{number}@ahaus.example")
    assert count_queries(lambda: case.kim.get(f"{case.url}/mitwirkende")) == short
