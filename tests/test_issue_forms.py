"""The forms on GitHub for people who write no headers: sound after GitHub's rules, and opened by the pages' own links.

The rules are those of docs.github.com, "Syntax for GitHub's form schema" and "Common validation errors when creating
issue forms"; `make lint` holds the forms against a JSON Schema of them, too.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from pelican.plugins.chronology import fields
from pelican.plugins.chronology.forges import Repository

FOLDER = Path(__file__).resolve().parents[1] / ".github" / "ISSUE_TEMPLATE"
FORMS = ("new-report.yml", "correction.yml", "broken-link.yml")
KEYS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What each kind of element may say."""
OF_THE_ISSUE = {"template", "title", "body", "labels", "milestone", "assignees", "projects"}
"""What an address sets of the issue itself; a field of such a name could not be filled in."""
LAKE = Repository("https://github.com/lake/archive", "main", "github", "content")


def form(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return read


def questions(name: str) -> list[dict[str, Any]]:
    return [element for element in form(name)["body"] if element["type"] != "markdown"]


def test_these_are_the_forms() -> None:
    """Three, each with a name of its own, beside the configuration of the list."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted([*FORMS, "config.yml"])
    assert len({form(name)["name"] for name in FORMS}) == len(FORMS)
    assert form("config.yml") == {"blank_issues_enabled": True}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_as_github_wants_it(name: str) -> None:
    """Known keys, a name and a description that are texts, at least one question, nothing that stands twice."""
    read = form(name)

    assert set(read) == {"name", "description", "labels", "body"}
    assert all(isinstance(read[key], str) and len(read[key]) > 3 for key in ("name", "description"))
    assert all(isinstance(label, str) for label in read["labels"])
    assert questions(name)
    for key in ("id", "label"):
        said = [question["attributes"]["label"] if key == "label" else question["id"] for question in questions(name)]
        assert len(set(said)) == len(said), key


@pytest.mark.parametrize("name", FORMS)
def test_an_element_is_as_github_wants_it(name: str) -> None:
    """Its kind is known, so are its keys, and each value is of the kind that GitHub reads."""
    for element in form(name)["body"]:
        attributes = element["attributes"]
        assert set(attributes) <= KEYS[element["type"]]
        assert all(isinstance(attributes[key], str) for key in attributes if key not in ("options", "multiple"))
        if element["type"] == "markdown":
            assert set(element) == {"type", "attributes"}
            continue
        assert set(element) == {"type", "id", "attributes", "validations"}
        assert re.fullmatch(r"[A-Za-z0-9_-]+", element["id"])
        assert element["id"] not in OF_THE_ISSUE
        assert isinstance(element["validations"]["required"], bool)
        assert set(element["validations"]) == {"required"}


@pytest.mark.parametrize("name", FORMS)
def test_a_choice_is_as_github_wants_it(name: str) -> None:
    """Its options are texts that differ; "None" is GitHub's own word, and yes and no would be read as booleans."""
    for question in questions(name):
        options = question["attributes"].get("options", ["one"])

        assert options
        assert all(isinstance(option, str) for option in options)
        assert len(set(options)) == len(options)
        assert not {option.lower() for option in options} & {"none", "yes", "no", "true", "false"}


@pytest.mark.parametrize(("link", "form_name"), [("problem", "correction.yml"), ("broken_link", "broken-link.yml")])
def test_the_links_on_a_page_open_the_forms_and_fill_them_in(link: str, form_name: str) -> None:
    """Each names a form that is there, and every value it brings has its field."""
    upkeep = LAKE.upkeep("reports/2021/envoys-meet.md", "t4lk50", "Envoys & co.", "https://example.org/talks?a=1&b")
    brought = {key: values[0] for key, values in parse_qs(urlsplit(getattr(upkeep, link)).query).items()}
    asked = {question["id"]: question for question in questions(brought["template"])}
    filled = {key: value for key, value in brought.items() if key not in OF_THE_ISSUE}
    source = {"url": "https://example.org/talks?a=1&b"} if link == "broken_link" else {}

    assert brought["template"] == form_name
    assert filled == {"page": "content/reports/2021/envoys-meet.md", "id": "t4lk50", **source}
    assert [key for key in filled if asked[key]["type"] != "input"] == []


def test_a_page_without_a_source_has_no_link_to_mend() -> None:
    """Nothing is asked about an address that there is not."""
    assert LAKE.upkeep("actors/ada.md", "ada", "Ada").broken_link == ""


def test_a_correction_can_be_about_whatever_a_reader_sees() -> None:
    """Every key of a report is offered, but for those that programs keep."""
    (choice,) = [question for question in questions("correction.yml") if question["id"] == "key"]
    offered = {option.partition(":")[0] for option in choice["attributes"]["options"] if ":" in option}
    kept = {"id", "seed", "added", "reviewed", "clues", "evidence", "corrections"}

    assert offered == {field.name for field in fields.REPORT.fields} - kept


def test_a_new_report_can_be_said_to_be_of_any_right() -> None:
    """Each of the rights in the definition has its words, and not knowing has its own."""
    (choice,) = [question for question in questions("new-report.yml") if question["id"] == "rights"]

    assert len(choice["attributes"]["options"]) == len(fields.RIGHTS) + 1
