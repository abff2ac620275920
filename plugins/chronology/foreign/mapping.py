"""A mapping file -> where each of our values stands in the headers of another archive, and what its words mean here."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from .. import fields, header
from ..problems import Problem, did_you_mean
from ..validate import Validation

FIELDS = (
    "title", "date", "published", "event_type", "actors", "countries", "location.place", "location.country", "summary",
    "source.outlet", "source.title", "source.url", "source.author", "source.agency", "source.archive_url",
    "source.lang", "confidence", "rights", "lang", "body",
)  # fmt: skip
"""What a mapping may fill."""

DEFAULTS = ("event_type", "actor_kind", "confidence", "rights", "lang")

_TABLE = fields.Table(
    (
        fields.Field(
            "fields",
            fields.MapOf(fields.Text(), fields.ListOf(fields.Text())),
            "Where each of our values stands there",
            "{title: title, date: date, source.url: sources.url}",
            required=True,
        ),
        fields.Field(
            "values",
            fields.MapOf(fields.Text(), fields.MapOf(fields.Text(), fields.Text())),
            "What their words are here, by our field",
            "{event_type: {demonstration: protest}}",
        ),
        fields.Field(
            "defaults",
            fields.MapOf(fields.Text(), fields.Text()),
            "What a page is given where it says nothing",
            "{event_type: statement, actor_kind: person}",
        ),
        fields.Field(
            "kinds",
            fields.MapOf(fields.Text(), fields.Choice(fields.ACTOR_KINDS)),
            "What the actors are that have no record yet, by name",
            "{NATO: alliance}",
        ),
        fields.Field("ignore", fields.ListOf(fields.Text()), "Keys of theirs that nobody misses", "[layout, weight]"),
    )
)


@dataclass(frozen=True, slots=True)
class Mapping:
    fields: Table[str, tuple[str, ...]]
    """By our field, the dotted paths of theirs that fill it, the first that says something."""
    values: Table[str, Table[str, str]] = field(default_factory=dict)
    """By our field, their words in small letters and what they are here."""
    defaults: Table[str, str] = field(default_factory=dict)
    kinds: Table[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Their keys that something is done with, or nothing on purpose."""
        paths = [path for paths in self.fields.values() for path in paths]
        return frozenset(path.partition(".")[0] for path in (*paths, *self.ignore))


def read_mapping(text: str, path: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The mapping in a file's text, or None; and all that is wrong with it."""
    validation = Validation(path)
    try:
        given = header.parse(text, first_line=1)
    except header.HeaderError as error:
        return None, (Problem(path, error.message, error.hint, error.line, error.column, code=error.code),)
    values = validation.table(given, _TABLE)
    _known(given.get(header.Text("fields")), FIELDS, validation)
    _known(given.get(header.Text("values")), FIELDS, validation)
    _known(given.get(header.Text("defaults")), DEFAULTS, validation)
    if "fields" in values and "title" not in values["fields"]:
        validation.problem("missing-key", given, "nothing says where the title stands", "write `fields: {title: ...}`")
    if any(problem.level == "error" for problem in validation.problems):
        return None, tuple(validation.problems)
    lowered = {
        name: {word.lower(): here for word, here in words.items()} for name, words in values.get("values", {}).items()
    }
    mapping = Mapping(
        values["fields"], lowered, values.get("defaults", {}), values.get("kinds", {}), values.get("ignore", ())
    )
    return mapping, tuple(validation.problems)


def _known(given: header.Value | None, names: tuple[str, ...], validation: Validation) -> None:
    if not isinstance(given, header.Mapping):
        return
    for key in given:
        if key not in names:
            hint = did_you_mean(key, names) or f"known: {', '.join(names)}"
            validation.problem("unknown-key", key, f'"{key}" is nothing that a report has', hint)
