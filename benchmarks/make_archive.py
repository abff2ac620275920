"""Made-up reports -> an archive of this project, and the same reports as a plain Pelican site.

python benchmarks/make_archive.py 5000 /tmp/archive /tmp/plain
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from made_reports import TYPES, MadeReport, made_reports, slug_of

REPOSITORY = Path(__file__).resolve().parents[1]

# The settings are those of the repository's own site, so that what is measured is what is published.
ARCHIVE_SETTINGS = f"""\
import runpy

globals().update(
    {{k: v for k, v in runpy.run_path({str(REPOSITORY / "pelicanconf.py")!r}).items() if k.isupper()}}
)
SITENAME = "A made archive"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
PLUGIN_PATHS = [{str(REPOSITORY / "plugins")!r}]
THEME = {str(REPOSITORY / "theme")!r}
"""

# What a plain site needs for the same pages: one for each report, listings of actors and countries (tags) and
# of types (categories), an index and one feed. All that costs time and is not wanted is switched off.
PLAIN_SETTINGS = """\
SITENAME = "A made archive"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 50
# Pelican's own pattern gives page 2 of "c1" the address of "c12".
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/index.html", "{base_name}/page/{number}/index.html"),
]
ARTICLE_URL = ARTICLE_SAVE_AS = "reports/{date:%Y}/{slug}.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "categories", "archives"]
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = []
"""


def write_archive(reports: Iterable[MadeReport], folder: Path) -> None:
    """An archive with a page for each report and a record for each actor."""
    content = folder / "content"
    actors: dict[str, str] = {}
    for report in reports:
        write(content / "reports" / str(report.day.year) / f"{report.slug}.md", report_page(report))
        actors.update({name: report.countries[0] for name in report.actors if name not in actors})
    for name, country in actors.items():
        write(content / "actors" / f"{slug_of(name)}.md", actor_page(name, country))
    types = "".join(f"  - {{id: {id_}, label: {id_.capitalize()}, group: Made}}\n" for id_ in TYPES)
    write(content / "vocabulary" / "event_types.yaml", f"event_types:\n{types}")
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    write(folder / "pelicanconf.py", ARCHIVE_SETTINGS)


def report_page(report: MadeReport) -> str:
    """The page of a report, with the keys that ingest fills in."""
    looking_back = report.earlier_words
    leading, *others = (slug_of(name) for name in report.actors)
    source = f"outlet: {report.outlet}, title: {report.title}, url: https://example.org/{report.id}, lang: en"
    source += f", archive_url: https://example.net/{report.id}"
    named = ", ".join(f"{slug_of(name)}: {name}" for name in report.actors)
    return f"""\
---
id: {report.id}
title: {report.title}
date: {report.day}
published: {report.published}
event_type: {report.event_type}
actors: [{", ".join((f"{{id: {leading}, role: primary}}", *others))}]
location: {{place: {report.place}, country: {quoted(report.countries[0])}}}
countries: [{", ".join(map(quoted, report.countries))}]
summary: {report.summary}
source: {{{source}}}
rights: full
events:
  - {{date: {report.earlier:%Y-%m}, event_type: statement, actors: [{leading}], evidence: {looking_back}}}
evidence:
  date: {report.day_words}
  location: in {report.place}
  actors: {{{named}}}
confidence: reported
added: 2026-01-01
reviewed: 2026-01-02
---
{body(report)}"""


def actor_page(name: str, country: str) -> str:
    return f"---\nname: {name}\nkind: person\ncountry: {quoted(country)}\n---\n"


def write_plain(reports: Iterable[MadeReport], folder: Path) -> None:
    """A Pelican site without plugins that has the same reports, listed under the same names."""
    for report in reports:
        write(folder / "content" / str(report.day.year) / f"{report.slug}.md", plain_page(report))
    write(folder / "pelicanconf.py", PLAIN_SETTINGS)


def plain_page(report: MadeReport) -> str:
    tags = (*report.actors, *(f"Country {code}" for code in report.countries))
    return f"""\
Title: {report.title}
Date: {report.day}
Category: {report.event_type}
Tags: {", ".join(tags)}
Slug: {report.slug}
Summary: {report.summary}

{body(report)}"""


def body(report: MadeReport) -> str:
    return "\n\n".join(report.paragraphs) + "\n"


def quoted(code: str) -> str:
    """A country's code that no YAML reader takes for a truth value: NO is Norway."""
    return f'"{code}"'


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="number of reports")
    parser.add_argument("archive", type=Path, help="folder for the archive")
    parser.add_argument("plain", type=Path, nargs="?", help="folder for the plain Pelican site")
    arguments = parser.parse_args()
    reports = list(made_reports(arguments.count))
    write_archive(reports, arguments.archive)
    if arguments.plain:
        write_plain(reports, arguments.plain)
    return 0


if __name__ == "__main__":
    sys.exit(main())
