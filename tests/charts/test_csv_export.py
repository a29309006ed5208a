"""The numbers as a file for a spreadsheet, and files that are whole or not there."""

import csv
import io
from datetime import date

import pytest

from burnout_check.charts.model.csv_export import as_csv, harmless
from burnout_check.charts.model.panel import away_spans
from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.charts.samples import CASELOAD, WORK_BURNOUT, panel, series, span, week

AUTUMN = span("2026-09-07", "2026-11-16")


def test_that_the_file_is_what_excel_reads_everywhere():
    away = away_spans([Away(week("2026-09-21"), Reason.LEAVE)])
    events = (Event(date(2026, 9, 16), EventKind.OTHER, "Größe, “new” office", 1),)
    burnout = panel(
        series(WORK_BURNOUT, "2026-09-07", [36.8421], every=4), away=away, events=events
    )
    caseload = panel(series(CASELOAD, "2026-09-07", [52, 53]), away=away, events=events)

    content = as_csv((burnout, caseload), AUTUMN)

    assert content.decode("utf-8") == (
        "\ufeffWeek of,Work burnout,Caseload (people),Away,Events\r\n"
        "2026-09-21,,,Leave,\r\n"
        '2026-09-14,,53,,"2026-09-16 Größe, “new” office"\r\n'
        "2026-09-07,36.8421,52,,\r\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+44",
        "-2",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=cmd|'/c calc'!A1",
    ],
)
def test_that_no_cell_is_a_formula(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "Leave", "5 = five", "2026-09-16 -2", "’=’"])
def test_that_other_words_stay_as_they_are(words):
    assert harmless(words) == words


def test_that_an_event_called_like_a_formula_begins_with_its_day():
    events = (Event(date(2026, 9, 9), EventKind.OTHER, "=HYPERLINK(1)", 1),)
    shown = panel(series(CASELOAD, "2026-09-07", [52]), events=events)

    (_headings, row) = csv.reader(io.StringIO(as_csv((shown,), AUTUMN).decode("utf-8-sig")))

    assert row[-1] == "2026-09-09 =HYPERLINK(1)"
