"""What is said of a first place's certainty: one wording for every page and the report, so that they cannot disagree."""

from collections.abc import Sequence

from ikz_award.domain.decision.certainty.limits import Silence
from ikz_award.domain.decision.certainty.verdict import CLEAR_CHANCE, CertaintyVerdict
from ikz_award.domain.decision.ranking import TieRule
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.queries.decision.certainty import SMALLEST_SAID, Certainty, Chance
from ikz_award.queries.decision.ranking_lines import RankedLine

# From here on the estimate sees an entry in front.
HALF = 0.5


def verdict_words(certainty: Certainty) -> Message:
    """The verdict in a sentence or two: what the recounts and the chance say, and where they do not agree."""
    said = {
        CertaintyVerdict.TIED: _tied,
        CertaintyVerdict.APART: _apart,
        CertaintyVerdict.CLEAR: _clear,
        CertaintyVerdict.UNSURE: _unsure,
        CertaintyVerdict.STEADY: _steady,
        CertaintyVerdict.OPEN: _open,
    }
    return said[certainty.verdict](certainty)


def alike_words(certainty: Certainty) -> Message | None:
    """Who cannot be told apart, or whom the estimate has before the first place; None where one entry stands out."""
    if certainty.verdict in (CertaintyVerdict.APART, CertaintyVerdict.CLEAR):
        return None
    if len(certainty.leaders) > 1:
        return _level(certainty)
    if certainty.alike and certainty.leaders[0] not in certainty.alike:
        return _(
            "Die Schätzung sieht %(names)s vor dem ersten Platz: Sie rechnet ein, wer wen bewertet hat und wie streng, der "
            "Rang nicht. Es gilt der Rang.",
            names=names(certainty.alike),
        )
    if not certainty.not_told_apart:
        return None
    return _(
        "Nach diesen Bögen nicht zu unterscheiden: %(names)s. Ihre Ränge liegen zu dicht beieinander, um sie sicher zu "
        "trennen.",
        names=names(certainty.alike),
    )


def _level(certainty: Certainty) -> Message:
    told = names(certainty.leaders)
    if certainty.decider is TieRule.LOT:
        return _(
            "Nicht zu unterscheiden: %(names)s haben denselben Wert. Nach der Ausschreibung entscheidet das Los.", names=told
        )
    if certainty.decider is TieRule.CHAIR:
        return _(
            "Nicht zu unterscheiden: %(names)s haben denselben Wert. Nach der Ausschreibung entscheidet der Vorsitz.",
            names=told,
        )
    if certainty.decider is TieRule.VOTE:
        return _(
            "Nicht zu unterscheiden: %(names)s haben denselben Wert. Nach der Ausschreibung stimmt die Jury ab.", names=told
        )
    return _(
        "Nicht zu unterscheiden: %(names)s haben denselben Wert, und keine Regel der Ausschreibung trennt sie.", names=told
    )


def caution_words(certainty: Certainty) -> Message | None:
    """The same where the verdict itself is not shown: there it is also said that entries cannot be compared at all."""
    return verdict_words(certainty) if certainty.verdict is CertaintyVerdict.APART else alike_words(certainty)


def order_words(certainty: Certainty) -> Message | None:
    """Why chances or expected ranks have another order than the ranks; None where all agree, or the verdict says it."""
    if not certainty.places:
        return None
    own = {line.public_id for line in certainty.leaders}
    first = (certainty.chances or certainty.places)[0].line
    if certainty.chances and first.public_id not in own:
        if certainty.verdict is CertaintyVerdict.UNSURE:
            return None
        return _(
            "Die Schätzung hält „%(title)s“ (%(share)s) für wahrscheinlicher den besten Beitrag als den ersten Platz: Sie "
            "rechnet "
            "ein, wer wen bewertet hat und wie streng, der Rang nicht. Es gilt der Rang.",
            title=first.title,
            share=share_words(certainty.chances[0]),
        )
    orders = [[one.line.rank or 0 for one in several] for several in (certainty.chances, certainty.places)]
    if all(ranks == sorted(ranks) for ranks in orders):
        return None
    return _(
        "Die Schätzung ordnet die Beiträge hier anders als der Rang: Sie rechnet ein, wer wen bewertet hat und wie streng, der "
        "Rang nicht. Es gilt der Rang."
    )


def despite_words(certainty: Certainty) -> Message | None:
    """Why the first entry's chance is high although a recount has another one first; None where it is not so."""
    if certainty.verdict is not CertaintyVerdict.OPEN or not certainty.chances:
        return None
    first = certainty.chances[0]
    if first.line.public_id != certainty.leaders[0].public_id or first.share < HALF:
        return None
    return _(
        "Die Schätzung sieht „%(title)s“ trotzdem vorn (%(share)s). Das widerspricht den Nachzählungen nicht: Diese "
        "prüfen, ob ein "
        "einzelnes Mitglied den Ausschlag gab.",
        title=first.line.title,
        share=share_words(first),
    )


def silence_words(silence: Silence) -> Message:
    """Why no probability is named."""
    words = {
        Silence.APART: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Ohne gemeinsame Jurymitglieder lässt sich ein besserer Beitrag "
            "nicht "
            "von einer milderen Bewertung unterscheiden."
        ),
        Silence.MEDIANS: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Sie ließe sich nur für Mittelwerte schätzen, und diese Runde zählt "
            "Mediane."
        ),
        Silence.FEW_SHEETS: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Es sind zu wenige Bögen, um zu schätzen, wie weit sie streuen."
        ),
        Silence.FULL_SCALE: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Die vorderen Beiträge haben zu oft die höchste Punktzahl. Die "
            "Skala "
            "endet, bevor sie sich unterscheiden."
        ),
        Silence.THIN: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Die vorderen Beiträge haben im Schnitt weniger als "
            "zweieinhalb Bögen."
        ),
        Silence.COARSE: _(
            "Eine Wahrscheinlichkeit nennen wir hier nicht: Die Skala hat weniger als vier Stufen, zu wenige, um Zufall "
            "von Unterschied zu trennen."
        ),
    }
    return words[silence]


def share_words(chance: Chance) -> Message:
    """A chance as a percentage in whole per cent; a very small one as "under 1 %", for a simulation cannot know of none."""
    share = round(100 * chance.share)
    if chance.claim.is_more:
        return _("über %(share)s %%", share=share)
    return _("unter 1 %") if chance.share < SMALLEST_SAID else _("%(share)s %%", share=share)


def names(lines: Sequence[RankedLine]) -> Message | str:
    """The titles of entries in quotation marks, joined as a sentence joins them; "" for none."""
    titles = [f"„{line.title}“" for line in lines]
    if len(titles) < 2:
        return "".join(titles)
    return _("%(several)s und %(last)s", several=", ".join(titles[:-1]), last=titles[-1])


def _counted(certainty: Certainty) -> dict[str, object]:
    return {"title": certainty.leaders[0].title, "stays": certainty.stays, "all": len(certainty.counts)}


def _tied(certainty: Certainty) -> Message:
    return _("Offen: %(names)s liegen gleichauf, bitte besprechen.", names=names(certainty.leaders))


def _apart(certainty: Certainty) -> Message:
    return _(
        "Nicht vergleichbar: Die Beiträge zerfallen in %(count)s Gruppen, die kein Jurymitglied verbindet. Wer vorn "
        "liegt, kann an "
        "der Strenge der Jurymitglieder liegen. Bitte besprechen.",
        count=len(certainty.groups),
    )


def _clear(certainty: Certainty) -> Message:
    return _(
        "Klar: „%(title)s“ gewinnt in %(stays)s von %(all)s Nachzählungen und ist mit einer Wahrscheinlichkeit über "
        "%(limit)s %% "
        "der beste Beitrag.",
        limit=round(100 * CLEAR_CHANCE),
        **_counted(certainty),
    )


def _unsure(certainty: Certainty) -> Message:
    own = next(one for one in certainty.chances if one.line.public_id == certainty.leaders[0].public_id)
    first, share = certainty.chances[0], share_words(own)
    if first.line.public_id != own.line.public_id:
        return _(
            "Offen: „%(title)s“ gewinnt in %(stays)s von %(all)s Nachzählungen. Wahrscheinlicher der beste ist aber "
            "„%(other)s“ "
            "(%(more)s gegen %(share)s): Es haben nicht alle alles bewertet, und die Schätzung rechnet die Strenge der "
            "Jurymitglieder ein, der Rang nicht. Bitte besprechen.",
            other=first.line.title,
            more=share_words(first),
            share=share,
            **_counted(certainty),
        )
    if own.claim.is_more:
        return _(
            "Offen: „%(title)s“ gewinnt in %(stays)s von %(all)s Nachzählungen und ist mit einer Wahrscheinlichkeit %(share)s "
            "der beste Beitrag. Für „Klar“ reicht das nicht: Eine andere Jury derselben Art könnte anders entscheiden. Bitte "
            "besprechen.",
            share=share,
            **_counted(certainty),
        )
    return _(
        "Offen: „%(title)s“ gewinnt in %(stays)s von %(all)s Nachzählungen, ist aber nur mit einer Wahrscheinlichkeit von "
        "%(share)s der beste Beitrag: Eine andere Jury derselben Art könnte anders entscheiden. Bitte besprechen.",
        share=share,
        **_counted(certainty),
    )


def _steady(certainty: Certainty) -> Message:
    return _(
        "Rechnerisch fest: „%(title)s“ gewinnt in %(stays)s von %(all)s Nachzählungen. Ob eine andere Jury ebenso "
        "entschiede, sagt "
        "das nicht.",
        **_counted(certainty),
    )


def _open(certainty: Certainty) -> Message:
    words = _counted(certainty)
    if not certainty.counts or all(one.is_comparison for one in certainty.counts):
        if not certainty.rivals:
            return _("Offen: „%(title)s“ gewinnt nur in %(stays)s von %(all)s Nachzählungen. Bitte besprechen.", **words)
        return _(
            "Offen: „%(title)s“ gewinnt nur in %(stays)s von %(all)s Nachzählungen. Ohne ein Jurymitglied läge sonst vorn oder "
            "gleichauf: %(names)s. Bitte besprechen.",
            names=names(certainty.rivals),
            **words,
        )
    return _(
        "Offen: „%(title)s“ gewinnt nur in %(stays)s von %(all)s Nachzählungen. Ohne manches Jurymitglied zerfallen "
        "die Beiträge in "
        "Gruppen, die niemand mehr gemeinsam bewertet hat. Bitte besprechen.",
        **words,
    )
