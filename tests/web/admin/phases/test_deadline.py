from tests import factories
from tests.factories import BOCHOLT

PAGE = "/verwaltung/runden/landespreis-2/frist"
REASON = "Der Server war am Nachmittag nicht erreichbar."


def test_an_extension_for_all_is_public_with_its_reason(client, applicant, anonymous):
    factories.make_entry(factories.make_edition(), created_by=applicant)
    refused = client.submit_form(PAGE, {"until": "2026-03-01T10:00", "reason": REASON, "sicher": "ja"}, form="frist")
    assert refused.status_code == 422
    assert "muss später sein" in refused.text
    assert REASON in refused.text

    assert (
        client.submit_form(PAGE, {"until": "2026-03-20T23:59", "reason": REASON, "sicher": "ja"}, form="frist").status_code
        == 303
    )
    assert "20. März 2026, 23:59 Uhr" in client.get(PAGE).text
    public = anonymous.get("/wettbewerb/landespreis-2").text
    assert "Der Einsendeschluss wurde verlegt auf den 20. März 2026, 23:59 Uhr" in public
    assert REASON in public


def test_one_for_a_municipality_is_its_own_business(client, applicant, anonymous, log_in):
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    typed = {"until": "2026-03-20T23:59", "reason": REASON, "body_key": BOCHOLT, "sicher": "ja"}
    assert client.submit_form(PAGE, typed, form="frist").status_code == 303
    assert "Stadt Bocholt" in client.get(PAGE).text
    assert REASON not in anonymous.get("/wettbewerb/landespreis-2").text
    assert "20. März 2026" in log_in(applicant).get(f"/bewerbung/{entry.public_id}/").text
