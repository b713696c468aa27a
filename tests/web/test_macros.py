"""The frame and the macros render pages that hold the page checks, with and without the application's template globals."""

import re
from fractions import Fraction
from types import SimpleNamespace

import pytest
from flask import Flask, flash, g, render_template, render_template_string
from flask_babel import Babel
from flask_wtf import FlaskForm
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DecimalField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from config import ROOT
from ikz_award.domain.words.formats import format_number, format_tick
from ikz_award.reports.result import labels
from ikz_award.web.assets.links import Assets, read_nothing
from tests.web.page_checks import check_page


class SampleForm(FlaskForm):
    title = StringField("Titel", [InputRequired("Bitte geben Sie einen Titel ein.")], description="Kurz und sprechend")
    category = SelectField("Kategorie", choices=[SelectChoice("", "Bitte wählen"), SelectChoice("a", "Vernetzung")])
    text = TextAreaField("Beschreibung", [Length(max=1200, message="Bitte kürzen Sie.")])
    cost = DecimalField("Kosten")
    legal_form = RadioField(
        "Rechtsform",
        [InputRequired("Bitte wählen Sie.")],
        choices=[SelectChoice("z", "Zweckverband"), SelectChoice("o", "Vereinbarung")],
    )
    topics = SelectMultipleField("Themen", choices=[SelectChoice("it", "IT"), SelectChoice("bau", "Bauen")])
    agreed = BooleanField("Alle Partner stimmen zu")
    lead = StringField("Kommune")
    lead_key = HiddenField()


FORM_PAGE = """{% extends "base.html" %}{% import "macros/form.html" as ui %}
{% block heading %}Projekt{% endblock %}
{% block content %}{{ ui.error_summary(form) }}<form class="ikz-form" method="post">{{ ui.hidden(form) }}
{{ ui.fields(form, ["title", "category", "text", "cost", "legal_form", "topics", "agreed"]) }}
{{ ui.typeahead(form.lead, "/register", key=form.lead_key) }}
{{ ui.buttons("Speichern", cancel_url="/") }}</form>{% endblock %}"""


def make_app(**template_globals: object) -> Flask:
    """The templates alone, without the application."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.update(SECRET_KEY="test", WTF_CSRF_ENABLED=False, BABEL_DEFAULT_LOCALE="de")
    Babel(app)
    app.jinja_env.filters.update(label=labels.label, tone=labels.tone, number=format_number, tick=format_tick)
    # Globals are functions and have to be there before the first rendering: macros keep those they were loaded with.
    for name, value in template_globals.items():
        app.add_template_global(lambda value=value: value, name)
    return app


@pytest.fixture(scope="module")
def app() -> Flask:
    """One for the module, because compiling the templates takes longest."""
    return make_app()


def render(app: Flask, source: str, **context: object) -> str:
    with app.test_request_context("/"):
        return render_template_string(source, **context)


def render_form(app: Flask, data: dict[str, str] | None = None) -> str:
    with app.test_request_context("/"):
        form = SampleForm(MultiDict(data)) if data is not None else SampleForm()
        if data is not None:
            form.validate()
        return render_template_string(FORM_PAGE, form=form)


def test_form_page_holds_the_page_checks(app: Flask) -> None:
    check_page(render_form(app))


def test_form_page_with_errors_holds_the_page_checks(app: Flask) -> None:
    check_page(render_form(app, {"title": "", "text": "x" * 1201}))


def test_field_names_hint_and_error_in_describedby(app: Flask) -> None:
    html = render_form(app, {"title": ""})
    assert 'aria-describedby="title-hint title-error"' in html
    assert 'aria-invalid="true"' in html


def test_field_keeps_text_that_is_too_long(app: Flask) -> None:
    html = render_form(app, {"title": "t", "text": "x" * 1201})
    assert "x" * 1201 in html
    assert "maxlength" not in html
    assert 'data-max="1200"' in html
    assert "höchstens 1.200 Zeichen" in html


def test_field_marks_only_what_is_optional(app: Flask) -> None:
    html = render_form(app)
    assert '<label class="kern-label" for="title">Titel</label>' in html
    assert (
        '<label class="kern-label" for="text">Beschreibung <span class="kern-label__optional">(optional)</span></label>' in html
    )


def test_decimal_field_takes_a_german_comma(app: Flask) -> None:
    html = render_form(app)
    assert 'inputmode="decimal"' in html
    assert 'type="number"' not in html


def test_error_summary_links_to_the_first_radio(app: Flask) -> None:
    html = render_form(app, {"title": "t"})
    assert 'href="#legal_form"' in html
    assert 'id="legal_form" name="legal_form" value="z"' in html


def test_error_summary_escapes_what_was_typed(app: Flask) -> None:
    html = render_form(app, {"title": "<script>alert(1)</script>", "category": "<b>"})
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_hidden_renders_the_chosen_key_without_id(app: Flask) -> None:
    html = render_form(app, {"lead_key": "05554008"})
    assert '<input type="hidden" name="lead_key" value="05554008">' in html
    assert 'data-typeahead-key="lead_key"' in html


def test_hidden_carries_csrf_token_and_idempotency_key_without_a_form() -> None:
    app = make_app(csrf_token="token-1", idempotency_key="key-1")
    html = render(app, '{% from "macros/form.html" import hidden %}{{ hidden() }}')
    assert 'name="csrf_token" value="token-1"' in html
    assert 'name="idempotency_key" value="key-1"' in html


def test_frame_shows_navigation_account_banner_and_flashes() -> None:
    app = make_app(
        navigation=[SimpleNamespace(label="Beiträge", url="/b", is_current=True, badge=3)],
        account_links=[SimpleNamespace(label="Abmelden", url="/konto/abmelden", method="post")],
        footer_links=[SimpleNamespace(label="Impressum", url="/impressum")],
        edition_banner=SimpleNamespace(
            text="Einsendeschluss", detail="noch 3 Tage", url="/t", url_label="Regeln", tone="warning"
        ),
        csp_nonce="abc",
        csrf_token="token-1",
    )
    app.jinja_env.globals.update(assets=Assets(read_nothing))
    with app.test_request_context("/", headers={"Cookie": "theme=dark"}):
        g.actor = SimpleNamespace(is_authenticated=True, name="Kim <Muster>")
        flash("Die Datei ist leer.", "error")
        html = render_template_string('{% extends "base.html" %}{% block heading %}Beiträge{% endblock %}')
    check_page(html)
    assert '<html lang="de" data-kern-theme="dark">' in html
    assert 'href="/b" aria-current="page"' in html
    assert '<form method="post" action="/konto/abmelden"' in html
    assert 'name="csrf_token" value="token-1"' in html
    assert 'kern-alert--danger" role="alert"' in html
    assert 'href="/impressum"' in html
    assert "noch 3 Tage" in html
    assert "Angemeldet als Kim &lt;Muster&gt;" in html
    assert 'nonce="abc"' in html


def test_frame_ignores_a_forged_theme(app: Flask) -> None:
    with app.test_request_context("/", headers={"Cookie": 'theme=dark"onload'}):
        assert '<html lang="de">' in render_template("errors/error.html", status=404)


@pytest.mark.parametrize("code", [400, 403, 404, 409, 413, 418, 429, 500, 503])
def test_error_page_holds_the_page_checks(app: Flask, code: int) -> None:
    with app.test_request_context("/"):
        html = render_template("errors/error.html", status=code, reference="4711")
    check_page(html)
    assert f"Fehler {code}" in html
    assert "Kennung für Rückfragen: 4711" in html


def test_bars_scale_to_the_maximum_and_write_the_text(app: Flask) -> None:
    source = '{% from "macros/chart.html" import bars %}{{ bars("Mittel", items, 10, id="c") }}'
    html = render(
        app, source, items=[{"label": "A", "value": 5, "text": "5,00"}, {"label": "B", "value": 12}, {"label": "C", "value": 0}]
    )
    assert [html.count(f'width="{width}%"') for width in ("42.000", "84.000", "0.000")] == [1, 1, 1]
    assert "5,00" in html


def test_bars_and_dots_begin_at_the_lowest_point_of_the_scale(app: Flask) -> None:
    source = '{% from "macros/chart.html" import bars %}{{ bars("Mittel", items, 5, minimum=-5, id="c") }}'
    items = [{"label": str(value), "value": value} for value in (-5, -2.5, 1 / 3, 5)]
    bars = re.findall(r'ikz-chart__bar" x="0" y="\d+" width="([\d.]+)%', render(app, source, items=items))
    assert bars == ["0.000", "21.000", "44.800", "84.000"]
    source = '{% from "macros/chart.html" import dots %}{{ dots("Streuung", items, 5, minimum=-5, id="c") }}'
    page = render(app, source, items=[{"label": "A", "values": [-5, -2.5, 1 / 3, 5]}])
    assert re.findall(r'cx="([\d.]+)%', page) == ["2.000", "22.000", "44.667", "82.000"]
    assert re.findall(r'ikz-chart__axis"[^>]*>([^<]+)<', page) == ["−5", "−3", "−1", "1", "3", "5"]


# A scale in hundredths, and means of up to three points on it: whole steps, halves, thirds.
SCALES = st.tuples(st.integers(-1000, 1000), st.integers(25, 2000)).map(lambda ends: (ends[0], ends[0] + ends[1]))
MEANS = st.lists(st.fractions(0, 1, max_denominator=3), min_size=1, max_size=6)


@given(SCALES, MEANS)
@settings(deadline=None, max_examples=40)
def test_any_scale_draws_each_value_where_it_lies(app: Flask, scale: tuple[int, int], means: list[Fraction]) -> None:
    lowest, highest = (Fraction(end, 100) for end in scale)
    values = [lowest + share * (highest - lowest) for share in means]
    source = '{% from "macros/chart.html" import bars, dots %}{{ bars("M", items, highest, minimum=lowest, id="b") }}'
    source += '{{ dots("P", rows, highest, minimum=lowest, id="d") }}'
    page = render(
        app,
        source,
        lowest=float(lowest),
        highest=float(highest),
        items=[{"label": "A", "value": float(value)} for value in values],
        rows=[{"label": "A", "values": [float(value) for value in values], "mean": float(min(values))}],
    )
    widths = re.findall(r'ikz-chart__bar" x="0" y="\d+" width="([\d.]+)%', page)
    assert [float(width) for width in widths] == pytest.approx([84 * float(share) for share in means], abs=0.001)
    places = [float(place) for place in re.findall(r'cx="([\d.]+)%', page)]
    assert places == pytest.approx([2 + 80 * float(share) for share in sorted(means)], abs=0.001)
    [mean] = re.findall(r'ikz-chart__mean" x1="([\d.]+)%', page)
    assert float(mean) == places[0]
    ends = re.findall(r'ikz-chart__axis"[^>]*>([^<]+)<', page)
    read = [float(end.replace(",", ".").replace("−", "-")) for end in (ends[0], ends[-1])]
    assert read == pytest.approx([float(lowest), float(highest)], abs=0.005)


def test_dots_stack_equal_values(app: Flask) -> None:
    source = '{% from "macros/chart.html" import dots %}{{ dots("Streuung", items, 10, id="c") }}'
    html = render(app, source, items=[{"label": "A", "values": [8, 8, 3], "mean": None}])
    circles = [line for line in html.splitlines() if "<circle" in line]
    assert len(circles) == 3
    assert len({line.split("cy=")[1].split()[0] for line in circles if 'cx="66.000%"' in line}) == 2
    assert "ikz-chart__mean" not in html


@pytest.mark.parametrize(("state", "polls"), [("queued", True), ("running", True), ("done", False), ("failed", False)])
def test_job_progress_polls_only_while_the_job_is_open(app: Flask, state: str, polls: bool) -> None:
    source = '{% import "macros/page.html" as ui %}{{ ui.job_progress(job, "/p", "/r") }}{{ ui.job_refresh(job) }}'
    html = render(app, source, job={"state": state, "done": 3, "total": 10})
    assert ('data-hx-get="/p"' in html) is polls
    assert ('http-equiv="refresh"' in html) is polls
    assert ('href="/r"' in html) is (state == "done")


def test_table_names_sorting_and_labels_its_cells(app: Flask) -> None:
    source = """{% import "macros/table.html" as t %}{% call(row) t.data_table("Liste", columns, rows) %}
      {{ t.cell(columns[0], row[0], header=True, url="/e") }}{{ t.cell(columns[1], row[1]) }}{% endcall %}"""
    columns = [{"label": "Titel", "url": "?s=t", "sorted": "ascending"}, {"label": "Punkte", "numeric": True}]
    html = render(app, source, columns=columns, rows=[("<b>", 0), ("B", None)])
    assert 'aria-sort="ascending"' in html
    assert html.count('data-label="Punkte"') == 2
    assert "&lt;b&gt;" in html
    assert "<div>0</div>" in html
    assert "<div>–</div>" in html


def test_pagination_leaves_out_distant_pages(app: Flask) -> None:
    source = '{% import "macros/page.html" as ui %}{{ ui.pagination(6, 12, url) }}'
    html = render(app, source, url="/b?seite={}".format)
    assert [number for number in range(1, 13) if f'aria-label="Seite {number}"' in html] == [1, 5, 6, 7, 12]
    assert html.count("…") == 2
    assert render(app, source.replace("6, 12", "1, 1"), url=str).strip() == ""
