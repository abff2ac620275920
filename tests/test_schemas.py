"""The one definition of the records: its examples, and the files that are made from it for editors."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from made_headers import HEADERS
from pelican.plugins.chronology import fields, header, pagefile
from pelican.plugins.chronology.validate import Validation

ROOT = Path(__file__).resolve().parents[1]
MADE = runpy.run_path(str(ROOT / "tools" / "generate.py"))["files"]()
SCHEMAS = {
    Path(name).stem: Draft7Validator(json.loads(text)) for name, text in MADE.items() if name.startswith("docs/schemas")
}
CASES = yaml.safe_load((ROOT / "tests" / "fixtures" / "headers.yaml").read_text(encoding="utf-8"))
PAGES = [
    (kind, path) for folder, kind in pagefile.FOLDERS.items() for path in (ROOT / "content" / folder).rglob("*.md")
]


class Core(yaml.SafeLoader):
    """Takes plain words for what YAML 1.2 does, as editors do: NO and 2015-11-14 stay words, 2015 becomes a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), None)


def plain(value: header.Value) -> Any:
    """The value as texts, lists and mappings."""
    if isinstance(value, header.Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, header.Sequence) else str(value)


def problems(kind: str, text: str) -> list[str]:
    """The kinds of problems that the check finds in a header by itself."""
    return [problem.code for problem in pagefile.read_page(f"---\n{text}---\n", "content/x.md", kind).problems]


def defined(table: fields.Table) -> Iterator[fields.Field]:
    """Every key of a record, at every depth."""
    for field in table.fields:
        yield field
        inner = field.kind.item if isinstance(field.kind, fields.ListOf) else field.kind
        if isinstance(inner, fields.Table):
            yield from defined(inner)


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_from_the_definition_is_in_step_with_it(name: str) -> None:
    """After a change of the definition `make schemas` has been run."""
    assert (ROOT / name).read_text(encoding="utf-8") == MADE[name]


@pytest.mark.parametrize("kind", fields.RECORDS)
def test_every_key_is_explained_with_an_example_that_is_right(kind: str) -> None:
    """Each has a help text without a full stop, and an example that the check takes, unless it is a whole record."""
    for field in defined(fields.RECORDS[kind]):
        validation = Validation("example")
        validation.table(header.parse(f"{field.name}: {field.example}\n"), fields.Table((field,)))

        assert field.help, field.name
        assert not field.help.endswith("."), field.name
        assert field.example or field.name == "seed", field.name
        assert validation.problems == [], field.name


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_an_editor_judges_a_header_as_the_check_does(case: dict[str, str]) -> None:
    """A schema takes what the check takes, and refuses what the check refuses, as far as it can be said in a schema."""
    schema = SCHEMAS[case["kind"]]
    read = (plain(header.parse(case["header"])), yaml.load(case["header"], Loader=Core))

    assert problems(case["kind"], case["header"]) == ([case["wrong"]] if "wrong" in case else [])
    assert [schema.is_valid(value) for value in read] == ["wrong" not in case or "only" in case] * 2


@pytest.mark.parametrize(("kind", "path"), PAGES, ids=lambda value: getattr(value, "stem", value))
def test_the_pages_of_this_archive_are_right_for_an_editor(kind: str, path: Path) -> None:
    """Nobody who opens a sound page sees a warning."""
    text = header.split(path.read_text(encoding="utf-8")).header or ""

    assert [error.message for error in SCHEMAS[kind].iter_errors(yaml.load(text, Loader=Core))] == []


def test_the_shipped_types_are_right_for_an_editor() -> None:
    """The schema for vocabularies takes the table that is shipped."""
    text = (ROOT / "plugins" / "chronology" / "data" / "event_types.yaml").read_text(encoding="utf-8")

    assert [error.message for error in SCHEMAS["event_types"].iter_errors(yaml.load(text, Loader=Core))] == []


def test_every_file_that_the_editor_is_told_of_is_there() -> None:
    """The settings name schemas by their paths; the shipped vocabulary is one of the files they are for."""
    named = json.loads(MADE[".vscode/settings.json"])["yaml.schemas"]

    assert [name for name in named if name not in MADE] == []
    assert "plugins/chronology/data/event_types.yaml" in [path for paths in named.values() for path in paths]


ONE_HEADER = {"unknown-key", "missing-key", "wrong-shape", "unknown-choice", "bad-form"}
"""What can be told from a header alone."""


@settings(deadline=None)
@given(st.sampled_from(sorted(HEADERS)).flatmap(lambda kind: st.tuples(st.just(kind), HEADERS[kind])))
def test_an_editor_and_the_check_agree_on_any_header(made: tuple[str, dict[str, Any]]) -> None:
    """Whatever stands in a header: no schema warns of what the check takes, nor takes what it can see to be wrong."""
    kind, values = made
    text = header.dump(values)
    page = pagefile.read_page(f"---\n{text}---\n", "content/x.md", kind)
    codes = {problem.code for problem in page.problems}
    known = all(len(reference.id) == 2 for reference in page.references if reference.table == "country")
    taken = SCHEMAS[kind].is_valid(plain(header.parse(text)))

    if not codes and known:
        assert taken
    if codes & ONE_HEADER or not known:
        assert not taken


def test_an_editor_in_a_browser_changes_nothing_of_itself() -> None:
    """Each kind of page is edited as text, whole, and each key of its header is explained beside it."""
    made = yaml.safe_load(MADE["docs/editing-in-a-browser.yml"])
    collections = {collection["folder"].rpartition("/")[2]: collection for collection in made["collections"]}

    assert collections.keys() == pagefile.FOLDERS.keys()
    for folder, kind in pagefile.FOLDERS.items():
        collection = collections[folder]
        assert (collection["format"], collection["create"], collection["delete"]) == ("raw", False, False)
        (page,) = collection["fields"]
        assert page["output_code_only"]
        explained = [said.partition(":")[0].partition(" (")[0] for said in page["hint"].split(" · ")]
        assert explained == [field.name for field in fields.RECORDS[kind].fields]
