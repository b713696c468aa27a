"""The organiser's page of how points are counted: changed until there are points, then fixed, in the database as well."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient, form_fields

PAGE = "/verwaltung/runden/landespreis-2/wertung"


def test_average_ties_and_sheets_are_chosen(client: PageClient) -> None:
    edition = factories.make_edition()
    criterion = db.session.get_one(Edition, edition.id).criteria[0].key
    values = {
        "average": "median", "minimum_sheets": "2", "first": f"criterion:{criterion}", "second": "vote", "hides_names": "y",
        "reason_rule": "always", "allows_shared_prize": "y",
    }  # fmt: skip
    assert client.submit_form(PAGE, values, form="wertung").status_code == 303
    db.session.rollback()
    stored = db.session.get_one(Edition, edition.id)
    assert (stored.average, stored.minimum_sheets) == (Average.MEDIAN, 2)
    assert stored.tie_break == [f"criterion:{criterion}", "vote"]
    assert (stored.hides_names, stored.changes_after_comparison) == (True, False)
    assert stored.allows_shared_prize
    page = client.get(PAGE).text
    assert 'selected value="vote"' in page
    # Saved again without a change, nothing is logged.
    client.submit_form(PAGE, {}, form="wertung")
    logged = db.session.execute(text("SELECT COUNT(*) FROM audit_entry WHERE action = 'edition.edit_counting'")).scalar()
    assert logged == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"minimum_sheets": "0"}, "Bitte eine ganze Zahl von 1 bis 99 angeben."),
        ({"minimum_sheets": "viele"}, "Bitte eine ganze Zahl von 1 bis 99 angeben."),
        ({"first": "median", "second": "median"}, "Bitte nennen Sie jede Regel nur einmal."),
        ({"first": "criterion:dice"}, "Bitte wählen Sie die Regeln aus der Liste."),
    ],
)
def test_what_makes_no_sense_is_refused_and_kept(client: PageClient, typed: dict[str, str], sentence: str) -> None:
    factories.make_edition()
    answer = client.submit_form(PAGE, {"changes_after_comparison": "y", **typed}, form="wertung")
    assert answer.status_code == 422
    assert sentence in answer.text
    _action, fields = form_fields(answer.text, "wertung")
    assert fields.get("changes_after_comparison") == "y"
    assert all(fields[name] == value for name, value in typed.items() if name != "first" or "dice" not in value)


def test_a_second_tab_does_not_overwrite_the_first(client: PageClient) -> None:
    factories.make_edition()
    action, fields = form_fields(client.get(PAGE).text, "wertung")
    client.submit_form(PAGE, {"minimum_sheets": "5"}, form="wertung")
    answer = client.post(action, data={**fields.to_dict(), "minimum_sheets": "4"})
    assert answer.status_code == 409
    assert 'value="4"' in answer.text


def test_with_the_first_points_the_rules_stand(client: PageClient, applicant: Account) -> None:
    edition = factories.make_edition()
    action, fields = form_fields(client.get(PAGE).text, "wertung")
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.set_phase(edition, Phase.JUDGING)
    juror = factories.make_juror(edition, "jury@land.example")
    criteria = len(db.session.get_one(Edition, edition.id).criteria)
    factories.make_sheet(entry, juror, ("7",) * criteria)
    assert "Die Regeln der Wertung stehen fest." in client.get(PAGE).text
    assert client.post(action, data={**fields.to_dict(), "average": "median"}).status_code == 403
    for column, value in (("average", "'median'"), ("tie_break", "'[\"vote\"]'"), ("minimum_sheets", "1")):
        with pytest.raises(DatabaseError, match="points have been given"), write_session() as session:
            session.execute(text(f"UPDATE edition SET {column} = {value}"))


def test_it_stays_readable_after_scoring(client: PageClient) -> None:
    edition = factories.make_edition()
    factories.set_phase(edition, Phase.DELIBERATION)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Wertung speichern" not in page.text
