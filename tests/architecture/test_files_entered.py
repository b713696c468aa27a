"""How many of the application's files a request goes through: whoever reads what happens has to open each of them.

Counted are the files with a function that the test client's POST enters, not those only imported: 43 for a score and 57 for a
submission on the day the limits were set. They only go down; over them, the files are named.
"""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

import time_machine

import ikz_award
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.entries.entries import Entry
from tests import factories
from tests.client import PageClient, form_fields
from tests.factories import AHAUS, BOCHOLT, NOW

HOME = ikz_award.__file__.removesuffix("__init__.py")
SCORES = {
    "points_benefit": "8", "points_innovation": "0", "points_sustainability": "9",
    "reason_benefit": "Spart drei Stellen.", "reason_innovation": "Nichts Neues.", "reason_sustainability": "Unbefristet.",
}  # fmt: skip
CONSENTS = {"q_consent_rules": "yes", "q_consent_privacy": "yes", "q_consent_partners": "yes"}


@contextmanager
def entered() -> Generator[set[str]]:
    """The files whose functions are entered meanwhile."""
    files: set[str] = set()

    def note(frame: FrameType, happening: str, _argument: object) -> None:
        code = frame.f_code
        if happening == "call" and code.co_name != "<module>" and code.co_filename.startswith(HOME):
            files.add(code.co_filename.removeprefix(HOME))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield files
    finally:
        sys.setprofile(before)


def files_of(client: PageClient, page: str, values: dict[str, str], *, form: str, button: str = "") -> set[str]:
    """A form filled in and sent: what sending it goes through."""
    action, fields = form_fields(client.get(page).text, form)
    fields.update(values)
    if button:
        fields.add(*button.split("=", 1))
    with entered() as files:
        answer = client.post(action or page, data=fields, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return files


def test_a_saved_score_goes_through_few_files(app: object, log_in: Callable[[object], PageClient]) -> None:
    edition = factories.make_edition(phase=Phase.JUDGING)
    entry = factories.make_entry(edition, created_by=factories.make_account("antrag@example.org"), status=EntryStatus.ADMITTED)
    client = log_in(factories.make_juror(edition, "anna@example.org"))
    page = f"/jury/{edition.slug}/beitraege/{entry.public_id}"
    # The first request of a process loads what is imported where it is used.
    client.submit_form(page, SCORES, form="bogen", button="absicht=entwurf")
    files = files_of(client, page, SCORES | {"remark": "Nachfragen"}, form="bogen", button="absicht=entwurf")
    assert len(files) <= 38, "\n".join(sorted(files))


def test_a_submission_goes_through_few_files(app: object, log_in: Callable[[object], PageClient]) -> None:
    with time_machine.travel(NOW, tick=False):
        edition = factories.make_edition()
        # The first request of a process loads what is imported where it is used.
        for name, lead_key in (("robin@ahaus.example", AHAUS), ("kim@bocholt.example", BOCHOLT)):
            person = factories.make_account(name, lead_key=lead_key)
            entry = factories.make_entry(edition, created_by=person, lead_key=lead_key, contact_phone="02871 953-0")
            page = f"/bewerbung/{factories.value_of(Entry, entry, 'public_id')}/schritt/pruefen"
            files = files_of(log_in(person), page, CONSENTS, form="einreichen")
    assert len(files) <= 51, "\n".join(sorted(files))
