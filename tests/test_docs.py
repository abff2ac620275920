"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from pelican.plugins.chronology import cli, settings
from pelican.plugins.chronology.annotate import annotate
from pelican.plugins.chronology.annotate.form import to_json
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Seed
from pelican.plugins.chronology.views import (
    actors,
    chronology,
    corrections,
    countries,
    days,
    events,
    indexes,
    letters,
    report,
    site,
    subjects,
    volumes,
    years,
)
from pelican.plugins.chronology.vocabulary import Vocabulary

TEMPLATES = {
    "index": chronology.LandingView,
    "chronology": chronology.ChronologyView,
    "year": years.YearView,
    "month": years.MonthView,
    "report": report.ReportView,
    "actor": actors.ActorView,
    "country": countries.CountryView,
    "countries": countries.CountriesView,
    "days": days.DaysView,
    "type": subjects.TypeView,
    "source": subjects.SourcePageView,
    "event": events.EventView,
    "listing": letters.IndexView,
    "events": indexes.EventsView,
    "corrections": corrections.CorrectionsView,
    "search": indexes.SearchView,
    "data": indexes.DataView,
    "redirect": indexes.RedirectView,
    "volume": volumes.VolumeView,
}


def test_every_setting_is_described(root: Path) -> None:
    """docs/settings.md has a row for each name that the plugin adds, and for no other."""
    named = re.findall(r"^\| `(CHRONOLOGY_\w+)`", (root / "docs" / "settings.md").read_text(encoding="utf-8"), re.M)

    assert sorted(named) == sorted(settings.KNOWN)


def test_every_command_is_described(root: Path) -> None:
    """The guide for contributors or the README names each command."""
    text = "".join((root / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    commands = cli.commands()

    assert commands == ["annotate", "check", "import", "ingest", "merge", "new", "rename", "stats"]
    assert [name for name in commands if f"chronology {name}" not in text] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_key_of_a_template_is_described(root: Path, template: str) -> None:
    """docs/theming.md lists the keys that each template gets: all of them, and no other."""
    text = (root / "docs" / "theming.md").read_text(encoding="utf-8")
    section = re.search(rf"^### {template}\.html.*?(?=^##|\Z)", text, re.M | re.S)

    assert section, f"docs/theming.md has no section for {template}.html"
    keys = [key for row in re.findall(r"^\| (`[^|]*) \|", section[0], re.M) for key in re.findall(r"`(\w+)`", row)]
    assert sorted(keys) == sorted(field.name for field in fields(TEMPLATES[template]))


def test_every_key_of_the_site_is_described(root: Path) -> None:
    """`site` is the same for all templates."""
    text = (root / "docs" / "theming.md").read_text(encoding="utf-8")
    row = re.search(r"^\| `site` \|(.*)$", text, re.M)

    assert row
    assert sorted(re.findall(r"`(\w+)`", row[1])) == sorted(field.name for field in fields(site.Site))


def test_the_example_of_the_annotation_is_true(root: Path) -> None:
    """What docs/annotation.md says of its example is what the annotator finds in it, value by value."""
    text = (root / "docs" / "annotation.md").read_text(encoding="utf-8")
    example = text.split("```")[1].strip()
    found = json.dumps(to_json(annotate(Seed("s", example), clean(example), Vocabulary.of())), ensure_ascii=False)
    rows = re.findall(r"^\|(?! ---)[^|]*\|[^|]*\|([^|]*)\|[^|]*\|$", text.split("## How good")[0], re.M)
    named = [value for cell in rows for value in re.findall(r"`([^`]+)`", cell)]

    assert len(named) > 15
    assert [value for value in named if f'"{value}"' not in found] == []


def test_every_link_of_the_documents_leads_somewhere(root: Path) -> None:
    """No document names a file that is not there."""
    lost = []
    for path in [*root.glob("*.md"), *root.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#|\{)([^)#\s]+)", path.read_text(encoding="utf-8")):
            if not (path.parent / target).exists():
                lost.append(f"{path.name}: {target}")
    assert lost == []
