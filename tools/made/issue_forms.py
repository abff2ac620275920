"""The definition of all records -> GitHub's issue forms (.github/ISSUE_TEMPLATE/), for people who write no headers.

What a question is about is a key of the definition: its help text explains it and its example shows how to answer.
Forgejo reads the same forms.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml
from pelican.plugins.chronology import fields
from pelican.plugins.chronology.forges import BROKEN_LINK, CORRECTION
from pelican.plugins.chronology.vocabulary import shipped_event_types

Question = dict[str, Any]

NEW_REPORT = "new-report.yml"
HEAD = "# Made by `make schemas` from plugins/chronology/fields/; what is changed here is lost.\n"
UNKNOWN = "I do not know"
KEPT_BY_PROGRAMS = frozenset({"id", "seed", "added", "reviewed", "clues", "evidence", "corrections"})
"""Keys of a report that no reader corrects by themselves."""
ELSE = ("The text of the page", "The record of an actor, a country or a known event", "Something else")
RIGHTS = {
    "full": "I may publish all of its words",
    "excerpt": "Only an excerpt may be published",
    "facts": "Only its facts may be retold",
}


def documents() -> dict[str, str]:
    """The text of each form and of the list of forms, by its name."""
    made = {
        NEW_REPORT: _new_report(),
        CORRECTION: _correction(),
        BROKEN_LINK: _broken_link(),
        # Who works on the code writes an issue without a form.
        "config.yml": {"blank_issues_enabled": True},
    }
    return {
        name: HEAD + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=110) for name, form in made.items()
    }


def _new_report() -> dict[str, Any]:
    types = [record.label for record in shipped_event_types()]
    return _form(
        "New report",
        "Suggest a report that the archive should have.",
        "report",
        "Fill in what you know; nobody needs all of it. A person reads the report and makes its page.",
        (
            _line("outlet", "source.outlet", required=True),
            _line("headline", "source.title"),
            _line("url", "source.url"),
            _line("archive_url", "source.archive_url"),
            _line("author", "source.author"),
            _line("published", "published"),
            _line("date", "date"),
            _choice("event_type", _help("event_type"), [*types, UNKNOWN]),
            _choice("rights", _help("rights"), [*(RIGHTS[value] for value in fields.RIGHTS), UNKNOWN]),
            _lines("text", "The report", "Its words where they may be published; else the facts in your own words."),
        ),
    )


def _correction() -> dict[str, Any]:
    keys = [field for field in fields.REPORT.fields if field.name not in KEPT_BY_PROGRAMS]
    # What stands in brackets is for those who write headers.
    places = [f"{field.name}: {field.help.split(' (')[0]}" for field in keys]
    return _form(
        "Correction",
        "Something on a page is wrong.",
        "correction",
        "Thank you for reading closely. A link “Report a problem” on each page fills in which page it is.",
        (
            *_which_page(),
            _choice("key", "What is it about?", [*places, *ELSE], several=True),
            _lines("wrong", "What is wrong", "The words as they stand on the page.", required=True),
            _lines(
                "right", "What is right", "Dates as exactly as they are known, and not more exactly.", required=True
            ),
            _lines(
                "known", "How do you know?", "A source that others can look up: an address, or a title, page and date."
            ),
        ),
    )


def _broken_link() -> dict[str, Any]:
    return _form(
        "Broken link",
        "An address on a page leads nowhere, or to something else.",
        "broken link",
        "A copy in a public web archive is the best replacement, for it stays as it is.",
        (
            *_which_page(),
            _line("url", "source.url", required=True, label="The address that does not work"),
            _line("archive_url", "source.archive_url", label="An archived copy, or where it stands now"),
        ),
    )


def _which_page() -> tuple[Question, Question]:
    """The fields that `forges.Repository.upkeep` fills in."""
    page = _question("input", "page", "The page", "Its address, or its file", required=True)
    page["attributes"]["placeholder"] = "content/reports/2015/talks-in-vienna.md"
    return page, _line("id", "id", label="Its id, where you know it")


def _form(name: str, description: str, label: str, thanks: str, questions: Iterable[Question]) -> dict[str, Any]:
    intro: Question = {"type": "markdown", "attributes": {"value": thanks}}
    return {"name": name, "description": description, "labels": [label], "body": [intro, *questions]}


def _line(id: str, key: str, required: bool = False, label: str = "") -> Question:  # noqa: A002 - the form's own name
    """A question for the value of one key, named with dots."""
    field = _field(key)
    told = field.help if label else ""
    question = _question("input", id, label or field.help, told, required)
    if field.example:
        question["attributes"]["placeholder"] = field.example
    return question


def _lines(id: str, label: str, description: str, required: bool = False) -> Question:  # noqa: A002
    return _question("textarea", id, label, description, required)


def _choice(id: str, label: str, options: list[str], several: bool = False) -> Question:  # noqa: A002
    question = _question("dropdown", id, label)
    question["attributes"] |= {"multiple": several, "options": options}
    return question


def _question(type: str, id: str, label: str, description: str = "", required: bool = False) -> Question:  # noqa: A002
    attributes = {"label": label, **({"description": description} if description else {})}
    return {"type": type, "id": id, "attributes": attributes, "validations": {"required": required}}


def _help(key: str) -> str:
    return _field(key).help


def _field(key: str) -> fields.Field:
    """A key of a report, such as "source.url"."""
    first, _, rest = key.partition(".")
    field = next(field for field in fields.REPORT.fields if field.name == first)
    if not rest:
        return field
    assert isinstance(field.kind, fields.Table)
    return next(inner for inner in field.kind.fields if inner.name == rest)
