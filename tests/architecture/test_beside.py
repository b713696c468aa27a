"""Pages with a form beside other forms or actions: each is classed, so that no button of a page drops what was typed on it.

„merged": the other buttons send the form along. „kept": what is typed is saved while it is typed, and asked about when left.
„asked": nothing is sent along, so the browser asks first (static/js/unsaved.js; without JavaScript the other buttons wait, see
css/forms.css). Whoever adds a form to a page decides which it is.
"""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from ikz_award.web.assets.sources import SCRIPTS

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
POSTS = re.compile(r'<form\b[^>]*method="post"', re.DOTALL)
FIELD = re.compile(
    r"<textarea|<select|\{\{ (?:field|fields|typeahead|scale|rule_row|points|wish|weights?)\(|"
    r'<input (?![^>]*type="hidden")|\{\{ caller\(|body_fields\('
)
PARTS = re.compile(r'\{% (?:include|from|import) "([^"]+)"')


class Way(StrEnum):
    MERGED = "merged"
    KEPT = "kept"
    ASKED = "asked"


BESIDE: dict[str, tuple[Way, str]] = {
    "accounts/passkeys/passkeys.html": (Way.ASKED, "a name for a new key, beside keys that are removed"),
    "accounts/profile.html": (Way.ASKED, "which reminders are wanted, beside other people's requests and the end of sessions"),
    "accounts/bodies/propose_body.html": (Way.ASKED, "a correction, beside taking the whole proposal back"),
    "accounts/reset_password.html": (Way.ASKED, "passwords alone are typed, which no browser is asked to keep"),
    "admin/people/account.html": (Way.ASKED, "a reason for a lock, beside the end of the person's sessions"),
    "admin/jury/assignment_entry.html": (Way.ASKED, "who scores an entry, beside the one who no longer can"),
    "admin/screening/entry.html": (Way.MERGED, "the decisions send the findings along"),
    "admin/jury/juror.html": (Way.ASKED, "more time, beside a reminder that goes out as it is"),
    "admin/decision/meeting.html": (Way.ASKED, "who is there, beside calling up and closing"),
    "admin/decision/meeting_item.html": (Way.ASKED, "a motion and a show of hands, each counted by itself"),
    "admin/jury/panel.html": (Way.ASKED, "a new member or a stand-in, beside roles and invitations of others"),
    "admin/people/proposal.html": (Way.ASKED, "three answers that exclude each other"),
    "admin/seal/seal.html": (Way.ASKED, "a confirmation, beside taking the own one back"),
    "applicants/attachments/attachments.html": (Way.KEPT, "texts are saved as they are typed; files go by themselves"),
    "applicants/collaborators.html": (Way.ASKED, "an invitation, beside rights of others"),
    "applicants/steps/partners.html": (Way.KEPT, "texts are saved as they are typed; a partner's name is asked about"),
    "jury/decision/discussion.html": (Way.ASKED, "a word and the own points, each sent by itself"),
    "jury/entry.html": (Way.KEPT, "sheet and note are saved as they are typed"),
    "jury/decision/meeting.html": (Way.ASKED, "an objection, beside votes that are asked about once more"),
    "jury/note.html": (Way.KEPT, "the note is kept in the browser"),
    "jury/bias/recusal.html": (Way.ASKED, "a recusal and a denial exclude each other"),
    "jury/seal.html": (Way.ASKED, "a confirmation, beside taking the own one back"),
    "jury/bias/ties.html": (Way.ASKED, "a new tie, beside the removal of others"),
    "public/partner_notice.html": (Way.ASKED, "never both at once: first the entry is opened, then answered"),
}
# Forms that nobody is asked about.
FLEETING = {"accounts/login.html": "an address, which the passkey beside it brings by itself"}


def source_of(name: str) -> str:
    return (TEMPLATES / name).read_text()


def whole(name: str, seen: frozenset[str] = frozenset()) -> str:
    """A page's template with the parts it draws (own includes and parts; the shared macros of fields are named in FIELD)."""
    text = source_of(name)
    for part in PARTS.findall(text):
        if not part.startswith("macros/form") and not part.startswith("macros/page") and part not in seen and part != name:
            text += whole(part, seen | {name})
    return text


def pages() -> list[str]:
    return sorted(
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if "{% extends" in path.read_text() and path.name != "_layout.html"
    )


def has_something_beside(name: str) -> bool:
    """A form with fields that posts, and another form or a button that sends one elsewhere."""
    text = whole(name)
    forms = [form for form in FORM.findall(text) if POSTS.match(form)]
    typed = [form for form in forms if FIELD.search(form)]
    return bool(typed) and (len(forms) > 1 or "formaction=" in text)


def test_every_page_with_something_beside_a_form_is_classed() -> None:
    assert {name for name in pages() if has_something_beside(name)} == BESIDE.keys() | FLEETING.keys()


def test_forms_that_nobody_is_asked_about_are_named() -> None:
    marked = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html") if "data-fleeting" in path.read_text()}
    assert marked == FLEETING.keys()


@pytest.mark.parametrize("name", sorted(BESIDE))
def test_a_page_does_what_its_class_says(name: str) -> None:
    text = whole(name)
    way, reason = BESIDE[name]
    assert reason
    assert ("formaction=" in text) is (way is Way.MERGED)
    if way is Way.KEPT:
        assert "draft_attrs(" in text
    if way is Way.MERGED:
        # No form of the page's own is left that would send without what was typed.
        assert len([form for form in FORM.findall(text) if POSTS.match(form)]) == 1


def test_every_page_asks_before_it_is_left() -> None:
    [script] = [one for one in SCRIPTS if "js/unsaved.js" in one.files]
    assert script.is_needed('<form method="post" action="/">')
    assert not script.is_needed("<p>")
    assert "ikz-waits" in source_of("macros/form.html")
