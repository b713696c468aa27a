"""How a shortlist came about, in sentences: for the organiser's pages and the result report."""

from ikz_award.domain.decision.shortlist import DrawingRule, Selected, ShortlistRule, level_at_border
from ikz_award.domain.words.formats import format_exact, format_instant
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext
from ikz_award.queries.jury.shortlist import DrawnList


def rule_words(rule: DrawingRule) -> str:
    """By which rule a shortlist was drawn, as a noun phrase."""
    if rule.places is not None:
        return ngettext("der beste Beitrag der Rangfolge", "die %(num)s besten Beiträge der Rangfolge", rule.places)
    if rule.least is not None:
        return _("alle Beiträge mit mindestens %(least)s Punkten", least=format_exact(rule.least))
    return _("von Hand gewählt")


def shortlist_sentences(drawn: DrawnList | None) -> tuple[str, ...]:
    """When, by which rule, why, and what left the rule; nothing without a shortlist."""
    if drawn is None:
        return ()
    head = _(
        "Engere Wahl vom %(when)s: %(rule)s. Es blieben %(kept)s von %(all)s Beiträgen.",
        when=format_instant(drawn.drawn_at),
        rule=rule_words(drawn.rule),
        kept=len(drawn.kept),
        all=len(drawn.entries),
    )
    found = [head, _("Begründung: %(reason)s", reason=drawn.reason)]
    if level_at_border([one.selected.placed for one in drawn.entries], drawn.rule):
        found.append(_("Nach der Regel bleiben bei gleichen Punkten an der Grenze alle."))
    for one in drawn.entries:
        if one.selected.is_by_hand:
            found.append(_by_hand(one.number, one.title, one.selected))
    if drawn.rule.kind is not ShortlistRule.HAND and not any(one.selected.is_by_hand for one in drawn.entries):
        found.append(_("Von der Regel wurde nicht abgewichen."))
    return tuple(found)


def _by_hand(number: str, title: str, selected: Selected) -> str:
    values = {"number": number, "title": title, "reason": selected.reason}
    if selected.is_kept:
        return _("Gegen die Regel aufgenommen: %(number)s „%(title)s“. %(reason)s", **values)
    return _("Gegen die Regel nicht aufgenommen: %(number)s „%(title)s“. %(reason)s", **values)
