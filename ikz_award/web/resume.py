"""Nothing typed is lost: a form that came without a session or with an old token comes back, ready to be sent again.

Nothing is stored for it. The page carries what was typed; the person logs in on it (`accounts.resume` answers that), or
confirms, and the same request goes out once more with a fresh token. Files cannot be carried; the page says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response, current_app, make_response, render_template, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField

from ikz_award.extensions import db
from ikz_award.queries.editions.editions import question_labels

# Never shown or carried: made anew, or secret.
LEFT_OUT = frozenset({"csrf_token", "password", "password_confirm", "new_password", "new_password_confirm"})
# Carried, but nothing that anybody typed.
NOT_SHOWN = frozenset({"idempotency_key", "version", "next", "body_key", "then", "colleague", "form", "country"})
# On the page with a log-in the carried fields stand beside e-mail and password, so they get names of their own.
CARRIED, TARGET, HAD_FILES = "typed.", "resume.target", "resume.files"
# Fields of single forms; questions of an edition have their labels in the database.
LABELS = {
    "title": _("Titel"), "reason": _("Begründung"), "name": _("Name"), "email": _("E-Mail-Adresse"), "body": _("Kommune"),
    "body_name": _("Kommune"), "message": _("Nachricht"), "note": _("Notiz"), "public_text": _("Öffentlicher Text"),
    "members": _("Mitglieder oder Träger"), "seat": _("Sitz"), "website": _("Website"), "remark": _("Bemerkung"),
    "starts_on": _("Erster Tag"), "ends_on": _("Letzter Tag"),
}  # fmt: skip


class ResumeLogin(FlaskForm):
    """The log-in on the page; the same fields as on the log-in page, which checks them."""

    email = EmailField(_("E-Mail-Adresse"), render_kw={"autocomplete": "email"})
    password = PasswordField(_("Passwort"), render_kw={"autocomplete": "current-password"})


@dataclass(frozen=True)
class Typed:
    """A request that is to be made again: where it went, the fields in the order sent, whether files were with it."""

    target: str
    fields: tuple[tuple[str, str], ...]
    has_files: bool
    # Of the form that was sent, where its view names one (`web.returned`): the same name may mean another thing elsewhere.
    labels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def in_request(cls) -> "Typed":
        """What was sent now; if this was the resume page itself, what it carries."""
        pairs = list(request.form.items(multi=True))
        if TARGET in request.form:
            fields = tuple((name.removeprefix(CARRIED), value) for name, value in pairs if name.startswith(CARRIED))
            return cls(request.form[TARGET], fields, HAD_FILES in request.form)
        fields = tuple((name, value) for name, value in pairs if name not in LEFT_OUT)
        return cls(request.full_path.rstrip("?"), fields, any(file.filename for file in request.files.values()), _labels())

    @property
    def raw(self) -> list[tuple[str, str]]:
        """(name, text) of what a person typed, without asking the database for labels."""
        return [(str(LABELS.get(_plain(name)) or _unknown(_plain(name))), value) for name, value in self._typed]

    @property
    def _typed(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.fields if name not in NOT_SHOWN and value.strip()]

    @property
    def readable(self) -> list[tuple[str, str]]:
        """(label, text) of what a person typed."""
        typed = self._typed
        labels = question_labels(db.session(), keys={_plain(name) for name, _value in typed})
        known = (self.labels, LABELS, labels)
        return [
            (str(next((found[_plain(name)] for found in known if found.get(_plain(name))), "") or _unknown(name)), value)
            for name, value in typed
        ]


def _labels() -> dict[str, str]:
    """Field → label of the form that the view of this request says it takes."""
    way = getattr(current_app.view_functions.get(request.endpoint or ""), "refused_at", None)
    return {one.name: str(one.label.text) for one in way.kind(formdata=None)} if way and way.kind else {}


def _plain(name: str) -> str:
    return name.removeprefix("q_")


def _unknown(name: str) -> str:
    return gettext("Feld „%(name)s“", name=name)


def resume_page(*, needs_login: bool) -> Response:
    """The answer to a form that could not be taken: with a log-in (401), or with a button to confirm (400)."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # Nobody typed this here: another site sent it.
        return make_response(render_template("errors/error.html", status=400), 400)
    login = ResumeLogin(formdata=None) if needs_login else None
    response = make_response(render_resume(Typed.in_request(), login=login), 401 if needs_login else 400)
    if request.headers.get("HX-Request"):
        # A part of a page must not swallow the whole of it.
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def render_resume(typed: Typed, *, login: FlaskForm | None) -> str:
    """The page that keeps what was typed when the session ended; `login`: the form to log in right there, None where one is."""
    return render_template(
        "accounts/resume.html", typed=typed, form=login, carried=CARRIED, target_name=TARGET, files_name=HAD_FILES
    )
