"""The YAML header of a page -> text values that remember where they stand.

Scalars stay the text that was written: `NO` is Norway, `0123` is four digits, `2015-11-14` is a
date only where the definition of the record says so. The parser's events are followed with a
stack of our own, so that depth is bounded, and aliases and repeated keys are refused rather than
expanded or overwritten (PyYAML's own constructor crashes on 100,000 brackets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .diagnosis import GaveUp, diagnose, last_key

MAX_HEADER = 1_000_000
"""Characters; a longer header is refused before it is parsed."""
MAX_DEPTH = 12
"""Levels of nesting; records use four."""


class Text(str):
    """A scalar and its place in the file."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Sequence(list["Value"]):
    """A list and its place in the file."""

    line = 1
    column = 1


class Mapping(dict["Text", "Value"]):
    """A mapping and its place in the file. The keys remember their own places too."""

    line = 1
    column = 1


Value = Text | Sequence | Mapping


class HeaderError(ValueError):
    """The header cannot be read."""

    def __init__(self, message: str, hint: str, line: int = 1, column: int = 1, code: str = "bad-yaml") -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.column, self.code = message, hint, line, column, code


@dataclass(frozen=True, slots=True)
class Parts:
    """A page cut in two."""

    header: str | None
    """None where the file has no header; the first line of a header is line 2 of its file."""
    body: str
    body_line: int
    """The file's line on which the body begins, counted from 1."""


def split(text: str) -> Parts:
    """Cut a page at its `---` lines. Raises HeaderError when the header is not closed."""
    if not (text.startswith("---\n") or text.rstrip() == "---"):
        return Parts(None, text, 1)
    end = text.find("\n---", 3)
    while end >= 0 and text[end + 4 : end + 5] not in ("", "\n", " ", "\r"):
        end = text.find("\n---", end + 1)
    if end < 0:
        below = f"below line {last_key(text[4:]) + 1}, where the header seems to end"
        raise HeaderError(
            'the header that "---" opens is never closed', f'put a line "---" {below}', code="open-header"
        )
    header = text[4 : end + 1]
    after = text.find("\n", end + 1)
    body = text[after + 1 :] if after >= 0 else ""
    return Parts(header, body, header.count("\n") + 3)


def parse(header: str, first_line: int = 2) -> Mapping:
    """The header as a mapping of texts, lists and mappings. Raises HeaderError, with the place in the file."""
    if len(header) > MAX_HEADER:
        raise HeaderError(f"the header has {len(header):,} characters", f"keep it below {MAX_HEADER:,}")
    try:
        root = _build(yaml.parse(header, Loader=yaml.CSafeLoader), first_line)
    except yaml.MarkedYAMLError as error:
        raise _told(header, first_line, error.problem or error.context or "", error.problem_mark, error) from None
    except yaml.YAMLError as error:
        raise _told(header, first_line, str(error).partition("\n")[0]) from None
    if root is None:
        return Mapping()
    if not isinstance(root, Mapping):
        raise HeaderError("the header is not a list of `key: value` lines", "write `title: ...`", first_line)
    return root


def _told(
    header: str,
    first_line: int,
    said: str,
    mark: yaml.Mark | None = None,
    error: yaml.MarkedYAMLError | None = None,
) -> HeaderError:
    """What the parser says, told as the mistake that it comes from."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    since = error.context_mark if error and error.context_mark else mark
    gave_up = GaveUp(said, line, column, (error and error.context) or "", since.line if since else 0)
    gave_up = gave_up._replace(since_column=since.column if since else 0)
    found = diagnose(header, gave_up)
    message = f"the header is not valid YAML: {found.message}"
    return HeaderError(message, found.hint, found.line + first_line, found.column + 1)


def _build(events: Iterator[yaml.Event], first_line: int) -> Value | None:
    """The value tree of a stream of parser events."""
    root: Value | None = None
    stack: list[Sequence | Mapping] = []
    keys: list[Text | None] = []  # the key that waits for its value, one for each level

    for event in events:
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            value = Text(scalar(event.value, event.style))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop()
            keys.pop()
            continue
        elif isinstance(event, yaml.MappingStartEvent):
            value = Mapping()
        elif isinstance(event, yaml.SequenceStartEvent):
            value = Sequence()
        elif isinstance(event, yaml.AliasEvent):
            hint = "write the value out, or put it into quotes if it begins with a *"
            raise _at(event, first_line, f"the alias *{event.anchor} is not allowed", hint)
        else:  # the start and end of the stream and the document
            continue
        _refuse_marks(event, first_line)
        value.line, value.column = _place(event, first_line)
        if not stack:
            root = value
        elif isinstance(parent := stack[-1], Sequence):
            parent.append(value)
        elif (key := keys[-1]) is None:
            if not isinstance(value, Text):
                raise _at(event, first_line, "a key must be a plain word", "write `key: value`")
            if value in parent:
                raise _at(
                    event, first_line, f'the key "{value}" stands here twice', "keep one of the two", "repeated-key"
                )
            keys[-1] = value
            continue
        else:
            parent[key] = value
            keys[-1] = None
        if not isinstance(value, Text):
            if len(stack) >= MAX_DEPTH:
                raise _at(event, first_line, f"more than {MAX_DEPTH} levels of nesting", "flatten the value")
            stack.append(value)
            keys.append(None)
    return root


def _refuse_marks(event: yaml.NodeEvent, first_line: int) -> None:
    """Refuse `&name` and `!name` before a value: YAML takes them for its own, and they would be gone in silence."""
    sign = f"&{event.anchor}" if event.anchor else getattr(event, "tag", None)
    if sign and sign != "!":
        raise _at(
            event, first_line, f'the value begins with "{sign}", which YAML keeps for itself', "put it into quotes"
        )


def scalar(value: str, style: str | None) -> str:
    """The text of a scalar; an empty one where YAML means that there is none."""
    return "" if not style and value in ("~", "null", "Null", "NULL") else value


def plain(value: Value) -> Any:
    """The value without its places: texts, lists and mappings."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [plain(inner) for inner in value]
    return str(value)


def _at(event: yaml.Event, first_line: int, message: str, hint: str, code: str = "bad-yaml") -> HeaderError:
    line, column = _place(event, first_line)
    return HeaderError(message, hint, line, column, code)


def _place(event: yaml.Event, first_line: int) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None, "the C parser marks every event"
    return mark.line + first_line, mark.column + 1


class _Dumper(yaml.SafeDumper):
    """Writes what any YAML reader takes for the same text: `NO` and `2012` get quotes. Dates do not:
    YAML 1.2 has no date type, and a header is for people.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML declares it
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, _data: object) -> bool:
        return True


# PyYAML knows the numbers of YAML 1.1. Editors read 1.2, where the digests 03903845 and 8e511200 are numbers, too.
for _tag, _number in {
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_number})$"), list("-+.0123456789"))


def dump(values: dict[str, object]) -> str:
    """The YAML text of a header: a line for each key; where a value holds further mappings, a line for each."""
    return "".join(_lines(values, ""))


ONE_LINE = ("seed",)
"""Keys whose value stands on one line whatever it holds: nobody reads it, and two who change it must notice."""


def _lines(values: dict[str, object], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if key in ONE_LINE and not indent:
            yield f"{key}: {inline(value)}\n"
        elif isinstance(value, dict) and any(isinstance(v, dict) for v in value.values()):
            yield f"{indent}{inline(key)}:\n"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, dict) and indent and len(value) > 1:
            yield f"{indent}{inline(key)}:\n"
            yield from (f"{indent}  {inline(k)}: {inline(v)}\n" for k, v in value.items())
        elif isinstance(value, list) and any(_is_long(v) for v in value):
            yield f"{indent}{inline(key)}:\n"
            yield from (f"{indent}  - {inline(v)}\n" for v in value)
        else:
            yield f"{indent}{inline(key)}: {inline(value)}\n"


def _is_long(item: object) -> bool:
    """Whether an item of a list wants a line of its own."""
    return len(item) > 2 if isinstance(item, dict) else isinstance(item, str) and len(item) > 40


def inline(value: object, quotes: str | None = None) -> str:
    """One value on one line, as YAML would write it inside a list; a text in these quotes, if any."""
    text: str = yaml.dump(
        [value],
        Dumper=_Dumper,
        default_flow_style=True,
        default_style=quotes,
        sort_keys=False,
        allow_unicode=True,
        width=10**9,
    )
    return text.rstrip("\n")[1:-1]
