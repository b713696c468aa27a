"""The result report (Ergebnisbericht): data to HTML, HTML to an archived PDF with the score matrix attached."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

from ikz_award.domain.seal.verification import ENVELOPE_NAME
from ikz_award.domain.words.wording import message as _
from ikz_award.reports.environment import GERMAN, environment
from ikz_award.reports.pdf import EmbeddedFile
from ikz_award.reports.result.charts import bar_chart
from ikz_award.reports.result.data import ReportCategory, ReportCriterion, ResultReport
from ikz_award.reports.result.score_matrix import MATRIX_NAME, score_matrix_json
from ikz_award.reports.result.worked_example import worked_example
from ikz_award.reports.worker import Limits, PrintedReport, PrintJob, print_in_subprocess

# Pages beside those of the entries, for the estimate the progress bar starts from.
FRAME_PAGES = 10
PAGES_PER_ENTRY = 2


def result_report_html(data: ResultReport, translations: NullTranslations | None = None) -> str:
    """The report as one HTML document, all texts escaped.

    `translations` is a catalogue of the standard library's gettext; without one the text stays German.
    """
    return (
        environment(translations or GERMAN)
        .get_template("reports/result_report.html")
        .render(
            report=data,
            edition=data.edition,
            categories=data.categories,
            rows={row.number: row for category in data.categories for row in (*category.rows, *category.left_out)},
            entries_of={
                category.key: [entry for entry in data.entries if entry.category_key == category.key]
                for category in data.categories
            },
            anchors={entry.number: f"beitrag-{index}" for index, entry in enumerate(data.entries, 1)},
            charts={category.key: bar_chart(category=category, scale=data.edition.scale) for category in data.categories},
            criteria_groups=_criteria_groups(data.categories),
            example=worked_example(data),
            matrix_name=MATRIX_NAME,
            envelope_name=ENVELOPE_NAME,
        )
    )


def write_result_report(
    data: ResultReport,
    path: Path,
    on_progress: Callable[[int, int, str], None],
    limits: Limits | None = None,
) -> PrintedReport:
    """Print the report to `path`, which appears only when it is complete.

    `on_progress` hears (done, total, label). Raises `ReportFailed` when the subprocess crashes, runs out of its limits or
    refuses the document.
    """
    matrix = EmbeddedFile(
        name=MATRIX_NAME,
        content=score_matrix_json(data).encode(),
        description=_("Punkte aller Bewertungsbögen, Mittel und Ränge als exakte Werte"),
        created_at=data.edition.generated_at,
    )
    job = PrintJob(
        html=result_report_html(data),
        title=f"Ergebnisbericht {data.edition.name}",
        attachments=(matrix, *_sealed_result(data)),
        expected_pages=FRAME_PAGES + len(data.categories) + PAGES_PER_ENTRY * len(data.entries),
    )
    return print_in_subprocess(job=job, path=path, limits=limits or Limits(), on_progress=on_progress)


def _sealed_result(data: ResultReport) -> tuple[EmbeddedFile, ...]:
    if data.seal is None:
        return ()
    return (
        EmbeddedFile(
            name=ENVELOPE_NAME,
            content=data.seal.envelope,
            description=_("Besiegeltes Ergebnis mit Prüfsumme und Signatur"),
            created_at=data.seal.sealed_at,
        ),
    )


def _criteria_groups(categories: tuple[ReportCategory, ...]) -> list[tuple[tuple[ReportCriterion, ...], list[str]]]:
    """Each different set of criteria with the names of the categories it holds for, in the order of the categories."""
    groups: dict[tuple[ReportCriterion, ...], list[str]] = {}
    for category in categories:
        groups.setdefault(category.criteria, []).append(category.name)
    return list(groups.items())
