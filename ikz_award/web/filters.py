"""What templates call: formats, navigation, icons of state. Rounding happens here and nowhere else."""

import secrets

from flask import Flask

from ikz_award.domain.words.formats import (
    format_cents,
    format_clock,
    format_day,
    format_euro,
    format_instant,
    format_number,
    format_plain_day,
    format_points,
    format_second,
    format_size,
    format_tick,
    format_time_left,
)
from ikz_award.domain.words.wording import Message
from ikz_award.extensions import translated
from ikz_award.queries.decision import certainty_words
from ikz_award.reports.result import labels
from ikz_award.reports.result.votes import is_against_vote, vote_sentences
from ikz_award.web import navigation


def paragraphs(text: str) -> list[str]:
    """A typed text as paragraphs, for escaping one by one."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def register_filters(app: Flask) -> None:
    """The filters templates know: numbers, times and money as people read them, labels and tones of states."""
    # Whatever a rule or a service says reaches the page in the reader's language, wherever a template prints it.
    app.jinja_env.finalize = lambda value: translated(value) if isinstance(value, Message) else value
    app.jinja_env.filters.update(
        tie_rule=labels.tie_rule_words,
        number=format_number, points=format_points, tick=format_tick, euro=format_euro,
        cents=format_cents, instant=format_instant,
        day=format_day, second=format_second, clock=format_clock, plain_day=format_plain_day, size=format_size,
        vote_sentences=vote_sentences, is_against_vote=is_against_vote,
        verdict_words=certainty_words.verdict_words, alike_words=certainty_words.alike_words,
        caution_words=certainty_words.caution_words, despite_words=certainty_words.despite_words,
        order_words=certainty_words.order_words, silence_words=certainty_words.silence_words,
        share_words=certainty_words.share_words, quoted_names=certainty_words.names,
        paragraphs=paragraphs, label=labels.label, tone=labels.tone, time_left=format_time_left,
        score_label=labels.score_label, score_tone=labels.score_tone,
    )  # fmt: skip

    # Globals, not a context processor: imported macros see only these. What depends on the request is a function.
    functions = {
        "navigation": navigation.items,
        "account_links": navigation.account_links,
        "footer_links": navigation.footer_links,
        "edition_banner": navigation.edition_banner,
        "idempotency_key": new_key,
    }
    for name, function in functions.items():
        app.add_template_global(function, name)


def new_key() -> str:
    """An idempotency key for a form."""
    return secrets.token_urlsafe(16)
