"""Forms of the organiser. They carry what was typed; the services judge it."""

import secrets
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectMultipleField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_number
from ikz_award.models.entries.entries import OrganiserVerdict
from ikz_award.queries.decision.decisions import CategoryResult
from ikz_award.queries.screening.screening import ScreeningView
from ikz_award.services.decision.decisions import LONGEST_TEXT, DecisionText
from ikz_award.services.screening.findings import OwnVerdict
from ikz_award.services.screening.screening import LONGEST_REMARK, OTHER_GROUND

NO_PRIZE = "none"
UNDECIDED = ""


def page_number() -> int:
    """The page asked for in the address; 1 for anything that is no page."""
    typed = request.args.get("seite", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 1


class KeyedForm(FlaskForm):
    """A form with its idempotency key: sent twice, it has one effect."""

    idempotency_key = HiddenField(default=lambda: secrets.token_urlsafe(16))


class VersionedForm(KeyedForm):
    """A form that also knows the version of what it changes."""

    version = HiddenField()

    @property
    def seen_version(self) -> int | None:
        """The version the person saw; None where there was nothing yet, -1 for nonsense."""
        typed = self.version.data or ""
        if not typed:
            return None
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else -1


class ReasonForm(VersionedForm):
    """Excluding an entry, or asking for more."""

    reason = TextAreaField(lazy("Begründung an die Kommune"), validators=[InputRequired(), Length(max=LONGEST_REMARK)])


class ExclusionForm(ReasonForm):
    """Excluding an entry: which rules it breaks, or that there is another ground."""

    grounds = SelectMultipleField(lazy("Woran es liegt"), validate_choice=False)

    def offer(self, view: ScreeningView) -> None:
        """The edition's rules, those ticked that are found violated; the organiser's own word counts before the automatic."""
        rules = [(row.rule.key, row.rule.text) for row in view.rules]
        self.grounds.choices = [*rules, (OTHER_GROUND, _("Aus einem anderen Grund"))]
        if not self.is_submitted():
            self.grounds.data = [row.rule.key for row in view.rules if row.is_violated]


class PhaseForm(KeyedForm):
    """Taking a step; which fields it shows depends on the step."""

    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=LONGEST_REMARK)])
    has_seen_missing = BooleanField(validators=[InputRequired()])
    missing = HiddenField(default="0")
    # The phase the person saw: the form stays the same request when it is sent twice.
    seen = HiddenField()

    @property
    def seen_phase(self) -> Phase | None:
        return Phase(self.seen.data) if self.seen.data in set(Phase) else None

    @property
    def missing_seen(self) -> int:
        typed = self.missing.data or ""
        shown = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 8 else 0
        return shown if self.has_seen_missing.data else 0


class MembershipForm(KeyedForm):
    reason = TextAreaField(
        lazy("Hinweis an die Person"),
        description=lazy("Steht in der Nachricht, die sie erhält."),
        validators=[Length(max=LONGEST_REMARK)],
    )


def verdict_field(rule: str) -> str:
    return f"verdict_{rule}"


def remark_field(rule: str) -> str:
    return f"remark_{rule}"


def findings_form(view: ScreeningView) -> VersionedForm:
    """A verdict and a remark for each rule; filled from the request, else from the database."""
    fields: dict[str, Field] = {}
    data: dict[str, Any] = {"version": str(view.entry.version)}
    for row in view.rules:
        fields[verdict_field(row.rule.key)] = RadioField(
            _("Ihr Befund"),
            choices=[
                SelectChoice(OrganiserVerdict.FULFILLED.value, _("Erfüllt")),
                SelectChoice(OrganiserVerdict.VIOLATED.value, _("Nicht erfüllt")),
                SelectChoice(UNDECIDED, _("Offen")),
            ],
            validate_choice=False,
            validators=[InputRequired()],
        )
        fields[remark_field(row.rule.key)] = TextAreaField(_("Bemerkung"), validators=[Length(max=LONGEST_REMARK)])
        data[verdict_field(row.rule.key)] = row.own.verdict.value if row.own else UNDECIDED
        data[remark_field(row.rule.key)] = row.own.remark if row.own else ""
    return type("FindingsForm", (VersionedForm,), fields)(data=data)


def typed_findings(form: FlaskForm, view: ScreeningView) -> dict[str, OwnVerdict]:
    """What was typed, by rule key; an unknown verdict counts as none."""
    found = {}
    for row in view.rules:
        verdict = form[verdict_field(row.rule.key)].data
        found[row.rule.key] = OwnVerdict(
            verdict=OrganiserVerdict(verdict) if verdict in set(OrganiserVerdict) else None,
            remark=form[remark_field(row.rule.key)].data or "",
        )
    return found


def decision_form(result: CategoryResult) -> VersionedForm:
    """The decision for a category; filled from the request, else from what is recorded."""
    may_share = result.category.edition.allows_shared_prize
    fields = {"winner": _winner_field(result, may_share=may_share), **_decision_texts(), **_decision_boxes()}
    data = _recorded_decision(result, may_share=may_share)
    return type("DecisionForm", (VersionedForm,), fields)(data=data)


def _winner_field(result: CategoryResult, *, may_share: bool) -> Field:
    """Every entry by its rank, and „kein Preis“; several may be chosen where the prize may be shared."""
    choices = [
        SelectChoice(
            line.public_id,
            _(
                "Rang %(rank)s – %(number)s „%(title)s“, %(points)s Punkte",
                rank=line.rank,
                number=line.number,
                title=line.title,
                points=format_number(line.mean),
            )
            if line.rank is not None
            else _("Nicht gewertet – %(number)s „%(title)s“", number=line.number, title=line.title),
        )
        for line in result.ranking.lines
    ]
    return (SelectMultipleField if may_share else RadioField)(
        _("Preisträger"),
        description=_("Der Preis kann geteilt werden: Wählen Sie dann mehrere Beiträge.") if may_share else "",
        choices=[*choices, SelectChoice(NO_PRIZE, _("In dieser Kategorie wird kein Preis vergeben"))],
        validate_choice=False,
        validators=[InputRequired()],
    )


def _decision_texts() -> dict[str, Field]:
    """The reason, which stays within the jury, and the words for everybody."""
    return {
        "reason": TextAreaField(
            _("Begründung der Jury"),
            description=_("Bleibt vertraulich und steht im Ergebnisbericht."),
            validators=[InputRequired(), Length(max=LONGEST_TEXT)],
        ),
        "public_text": TextAreaField(
            _("Text für die öffentliche Seite"),
            description=_("Was die Öffentlichkeit über den Beitrag lesen soll. Erscheint erst mit der Veröffentlichung."),
            validators=[Length(max=LONGEST_TEXT)],
        ),
    }


def _decision_boxes() -> dict[str, Field]:
    """What is to be ticked where a decision is not the one that points or votes suggest."""
    return {
        "is_confirmed": BooleanField(
            _("Die Jury hat bewusst so entschieden und weicht damit von Rang 1 ab"), validators=[InputRequired()]
        ),
        "confirms_vote": BooleanField(
            _("Das Ergebnis der Abstimmung ist bekannt; entschieden ist trotzdem so"), validators=[InputRequired()]
        ),
    }


def _recorded_decision(result: CategoryResult, *, may_share: bool) -> dict[str, Any]:
    """The decision as the form's fields hold it; nothing but an empty version where there is none."""
    decision = result.decision
    if decision is None:
        return {"version": ""}
    chosen = [entry.public_id for entry in decision.winners] or [NO_PRIZE]
    return {
        "version": str(decision.version),
        "winner": chosen if may_share else chosen[0],
        "reason": decision.reason,
        "public_text": decision.public_text,
    }


def typed_decision(form: FlaskForm) -> DecisionText | None:
    """What was typed; None as long as no winner is chosen and „kein Preis“ neither. Raises `Invalid` where both are."""
    winners = chosen_winners(form)
    if not winners:
        return None
    if NO_PRIZE in winners and len(winners) > 1:
        raise Invalid({"winner": _("Bitte wählen Sie entweder Beiträge oder „kein Preis“.")})
    return DecisionText(
        winner=None if winners == [NO_PRIZE] else winners[0],
        shared_with=tuple(winners[1:]),
        reason=form["reason"].data or "",
        public_text=form["public_text"].data or "",
        is_confirmed=bool(form["is_confirmed"].data),
        confirms_vote=bool(form["confirms_vote"].data),
    )


def chosen_winners(form: FlaskForm) -> list[str]:
    """The ticked winners, whether one or several can be: public ids, or `NO_PRIZE`."""
    data = form["winner"].data or []
    return [data] if isinstance(data, str) else data
