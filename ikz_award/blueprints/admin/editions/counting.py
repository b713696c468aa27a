"""How the points of an edition are counted: read always, changed until the first points are given."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import BooleanField, IntegerField, RadioField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import VersionedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.decision.ranking import TieRule
from ikz_award.domain.decision.voting_rules import QUORUM_WORDS, Quorum, rule_sentences
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import ReasonRule
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db, translated
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.editions.words import names_voting_rules
from ikz_award.reports.result.labels import label, tie_rule_words
from ikz_award.services.editions.counting_rules import TypedCounting, TypedVoting, matter_of_counting, save_counting
from ikz_award.web.returned import refused_at

PLACES = ("first", "second", "third", "fourth")


class CountingForm(VersionedForm):
    minimum_sheets = IntegerField(lazy("Bögen je Beitrag, mindestens"), validators=[InputRequired()])
    average = RadioField(lazy("Aus den Punkten mehrerer Jurymitglieder wird je Kriterium"), validate_choice=False)
    first = SelectField(lazy("Bei gleichem Wert entscheidet"), validate_choice=False)
    second = SelectField(lazy("Dann"), validate_choice=False)
    third = SelectField(lazy("Dann"), validate_choice=False)
    fourth = SelectField(lazy("Zuletzt"), validate_choice=False)
    reason_rule = RadioField(lazy("Begründung der Punkte"), validate_choice=False)
    hides_names = BooleanField(lazy("Die Jury liest ohne die Namen der Kommunen"))
    changes_after_comparison = BooleanField(lazy("Nach dem Vergleich dürfen Punkte mit einer Begründung geändert werden"))
    allows_shared_prize = BooleanField(lazy("Ein Preis darf unter mehreren Beiträgen geteilt werden"))
    quorum = RadioField(lazy("Beschlussfähig ist die Jury, wenn"), validate_choice=False)
    quorum_least = IntegerField(lazy("Mitwirkende, mindestens"), validators=[InputRequired()])
    chair_breaks_ties = BooleanField(lazy("Bei Stimmengleichheit gibt die Stimme des Vorsitzes den Ausschlag"))
    allows_circulation = BooleanField(lazy("Die Jury darf im schriftlichen Umlauf abstimmen"))
    needs_vote = BooleanField(lazy("Eine Entscheidung setzt eine Abstimmung in der Sitzung oder im Umlauf voraus"))
    allows_against_vote = BooleanField(lazy("Eine Entscheidung darf vom Ergebnis der Abstimmung abweichen"))

    def offer(self, edition: Edition) -> None:
        criteria = {f"{TieRule.CRITERION}:{one.key}": one.name for one in edition.criteria}
        plain = [rule.value for rule in TieRule if rule is not TieRule.CRITERION]
        rules = [SelectChoice("", _("keine weitere Regel"))]
        rules += [SelectChoice(name, tie_rule_words(name, edition.criteria)) for name in [*criteria, *plain]]
        for place in PLACES:
            self[place].choices = rules
        self.average.choices = [SelectChoice(one.value, label(one)) for one in Average]
        self.reason_rule.choices = [SelectChoice(one.value, label(one)) for one in ReasonRule]
        self.quorum.choices = [SelectChoice(one.value, translated(words)) for one, words in QUORUM_WORDS.items()]

    @property
    def typed(self) -> TypedCounting:
        chosen = ((self.average.data, Average), (self.reason_rule.data, ReasonRule), (self.quorum.data, Quorum))
        if any(data not in set(kind) for data, kind in chosen):
            raise NotFound
        chain = tuple(self[place].data for place in PLACES if self[place].data)
        return TypedCounting(
            minimum_sheets=self.minimum_sheets.data,
            average=Average(self.average.data),
            tie_break=chain,
            reason_rule=ReasonRule(self.reason_rule.data),
            hides_names=self.hides_names.data,
            changes_after_comparison=self.changes_after_comparison.data,
            allows_shared_prize=self.allows_shared_prize.data,
            voting=TypedVoting(
                quorum=Quorum(self.quorum.data),
                quorum_least=self.quorum_least.data,
                chair_breaks_ties=self.chair_breaks_ties.data,
                allows_circulation=self.allows_circulation.data,
                needs_vote=self.needs_vote.data,
                allows_against_vote=self.allows_against_vote.data,
            ),
        )


@bp.get("/runden/<slug>/wertung")
def counting(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the rules of counting and voting: a form as long as they may change."""
    edition = g.edition
    stored = dict(zip(PLACES, edition.tie_break, strict=False))
    form = shown(CountingForm, obj=edition, data=stored, version=str(edition.version))
    form.offer(edition)
    may_edit = is_allowed(g.actor, Action.EDIT_COUNTING, matter_of_counting(db.session(), edition))
    return render_template(
        "admin/editions/counting.html",
        edition=edition,
        form=form,
        may_edit=may_edit,
        voting=rule_sentences(edition.voting),
        has_placeholder=names_voting_rules(db.session(), edition_id=edition.id),
    )


@bp.post("/runden/<slug>/wertung")
@refused_at("admin.counting", CountingForm, names={"tie_break": "first"})
def save_counting_rules(slug: str) -> ResponseReturnValue:
    """For who may edit them; POST calls `save_counting` and redirects to the rules; 422 with what was typed.

    409 where somebody saved meanwhile, or the rules may no longer change.
    """
    form = CountingForm()
    save_counting(g.call, edition_slug=slug, version=form.seen_version, typed=form.typed)
    flash(_("Die Regeln der Wertung sind gespeichert."), "success")
    return redirect(url_for("admin.counting", slug=slug), 303)
