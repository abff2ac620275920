"""Files for machines: every record, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

from pelican.plugins.chronology import archive, exports, lines
from pelican.plugins.chronology.model import Actor, Correction, Report, Role

TALKS = Report(
    "r1",
    "reports/2021/talks.md",
    "=cmd|' /C calc'!A1",
    "talks",
    date="2021-06~",
    actors=(Role("ada", "primary"),),
    added="2026-11-20",
    corrections=(Correction("2026-11-22", "A date was wrong."),),
)
MADE = archive.build([TALKS], [Actor("ada", "Ada Stone", "person")], {}, [], {})


def text_of(address: str) -> str:
    export = next(export for export in exports.EXPORTS if export.address == address)
    data, _ = lines.whole(export.form, export.listing(MADE, {TALKS.path: "Words."}))
    return data.decode()


def test_reports_as_json() -> None:
    """A report with all that its page says; what is empty is left out."""
    (row,) = json.loads(text_of("data/reports.json"))

    assert row["date"] == "2021-06~"
    assert row["actors"] == [{"id": "ada", "role": "primary"}]
    assert row["address"] == "reports/2021/talks.html"
    assert row["body"] == "Words."
    assert "published" not in row


def test_no_cell_is_a_formula() -> None:
    """A title that a spreadsheet would run gets a quote before it."""
    rows = list(csv.reader(io.StringIO(text_of("data/reports.csv"))))

    assert rows[0][:3] == ["id", "title", "date"]
    assert rows[1][1] == "'=cmd|' /C calc'!A1"


def test_every_export_of_every_record() -> None:
    """Entries and actors are there too."""
    assert [row["id"] for row in json.loads(text_of("data/events.json"))] == ["r1"]
    assert [row["id"] for row in json.loads(text_of("data/actors.json"))] == ["ada"]
    assert text_of("data/events.csv").count("\r\n") == 2
