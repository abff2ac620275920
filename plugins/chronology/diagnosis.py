"""A header that YAML cannot read -> what is wrong with it, in the words of somebody who has never heard of YAML.

A parser says where it gave up, which is often a line or more below the mistake. What people get wrong in a header is
a short list, and each can be seen in the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class GaveUp(NamedTuple):
    """What the parser says. Lines and columns are counted from 0, within the header."""

    said: str
    line: int
    column: int
    within: str = ""
    """What it was reading, such as "while parsing a flow sequence"."""
    since_line: int = 0
    """Where that began."""
    since_column: int = 0


class Diagnosis(NamedTuple):
    """One mistake; line and column are counted from 0, within the header."""

    message: str
    hint: str
    line: int
    column: int


Lines = list[str]

_PAIR = re.compile(r"(?P<before>\s*(?:- )?[\w-]+:\s+)(?P<value>\S.*?)\s*$")
_KEY = re.compile(r"""\s*(?:- |#|[\w-]+\s*:(?:\s|$)|["'\]\[{}].*)|\s*$""")
_MERGE = re.compile(r"<{7} |={7}$|>{7} ")
_TIGHT = re.compile(r"\s*(?:- )?([A-Za-z_]+):(?![\s/])(\S.*)|\s*(?:- )?([A-Za-z_]+):(\u00a0.*)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def diagnose(header: str, gave_up: GaveUp) -> Diagnosis:
    """The mistake; where none of the usual ones is seen, what the parser says, with general advice."""
    lines = header.split("\n")
    for look in _LOOKS:
        if found := look(lines, gave_up):
            return found
    hint = "quote values that hold : # [ ] { } or begin with a sign; indent with spaces"
    return Diagnosis(gave_up.said, hint, gave_up.line, gave_up.column)


def _merge_marks(lines: Lines, _gave_up: GaveUp) -> Diagnosis | None:
    for number, line in enumerate(lines):
        if _MERGE.match(line):
            hint = "keep the lines that are right and delete the rest, with the lines of <<<<<<<, ======= and >>>>>>>"
            return Diagnosis("two versions of the page were merged and not settled", hint, number, 0)
    return None


def _control_character(lines: Lines, _gave_up: GaveUp) -> Diagnosis | None:
    for number, line in enumerate(lines):
        if found := _CONTROL.search(line):
            what = f"an invisible control character (U+{ord(found[0]):04X})"
            return Diagnosis(what, "delete it and type the word anew", number, found.start())
    return None


def _tab(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    for number, line in enumerate(lines[: gave_up.line + 1]):
        margin = line[: len(line) - len(line.lstrip())]
        if "\t" in margin:
            return Diagnosis("the line begins with a tab", "indent with spaces instead", number, margin.index("\t"))
    return None


def _tight_colon(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    for number in _near(lines, gave_up):
        found = _TIGHT.match(lines[number])
        if found and "could not find expected ':'" in gave_up.said:
            key, value = found[1] or found[3], found[2] or found[4]
            return Diagnosis(
                f'there is no space after the colon of "{key}"', f"write `{key}: {value.strip()}`", number, 0
            )
    return None


def _open_quote(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    if "quoted scalar" not in gave_up.within:
        return None
    quote = lines[gave_up.since_line][gave_up.since_column]
    hint = f"put a {quote} at the end of the value"
    return Diagnosis(
        f"the quote {quote} that is opened here is never closed", hint, gave_up.since_line, gave_up.since_column
    )


def _open_bracket(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    if "flow" not in gave_up.within:
        return None
    line = lines[gave_up.since_line]
    bracket = line[gave_up.since_column : gave_up.since_column + 1]
    if bracket not in ("[", "{"):
        return None
    closing = {"[": "]", "{": "}"}[bracket]
    message = f"the {bracket} that is opened here is not closed by a {closing}"
    if gave_up.line == gave_up.since_line and gave_up.column < len(line):
        message += f": what stands in column {gave_up.column + 1} fits in no list"
    hint = f"put a {closing} after the last item, a comma between two, and quotes around an item that holds : or ,"
    return Diagnosis(message, hint, gave_up.since_line, gave_up.since_column)


def _text_after_end(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    """`title: 'It's late'`, `title: [Video] The talks`: the value is over before its line is."""
    found = _pair(lines, gave_up.line)
    if not found or "did not find expected" not in gave_up.said or found["value"][0] not in "\"'[{":
        return None
    value = found["value"]
    whole = value[1:-1] if value[0] in "\"'" and value[-1] == value[0] else value
    return Diagnosis(
        f"the value is over where its {value[0]} ends, and more follows on the line",
        f"write `{found['before'].strip()} {_quoted(whole)}`",
        gave_up.line,
        found.start("value"),
    )


def _colon(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    if "mapping values are not allowed" not in gave_up.said:
        return None
    found = _pair(lines, gave_up.line)
    if found and found.end("before") <= gave_up.column:
        message = "mapping values are not allowed here: the value holds a colon, which ends a key"
        hint = f"put the value into quotes: `{found['before'].strip()} {_quoted(found['value'])}`"
        return Diagnosis(message, hint, gave_up.line, gave_up.column)
    hint = "give it the margin of the line above, or quote the value above it"
    return Diagnosis("the line is indented further than the one above it", hint, gave_up.line, 0)


def _sign(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    found = _pair(lines, gave_up.line)
    if found and found["value"][0] in "%@`>|" and gave_up.column >= found.start("value"):
        message = f"a value cannot begin with {found['value'][0]}"
        hint = f"put it into quotes: `{found['before'].strip()} {_quoted(found['value'])}`"
        return Diagnosis(message, hint, gave_up.line, found.start("value"))
    return None


def _margin(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    if "did not find expected" not in gave_up.said or gave_up.line >= len(lines):
        return None
    line = lines[gave_up.line]
    if not line.startswith(" ") or gave_up.column > len(line) - len(line.lstrip()):
        return None
    hint = "give lines that belong together the same margin"
    return Diagnosis("the line is indented differently from those around it", hint, gave_up.line, gave_up.column)


def _no_pair(lines: Lines, gave_up: GaveUp) -> Diagnosis | None:
    for number in _near(lines, gave_up):
        if not _KEY.match(lines[number]) and not lines[number].startswith(" "):
            hint = 'if the text of the page begins here, put a line "---" above it'
            return Diagnosis("this line is no `key: value`", hint, number, 0)
    return None


_LOOKS: tuple[Callable[[Lines, GaveUp], Diagnosis | None], ...] = (
    # What spoils every line below it comes first; what the parser itself can name comes before what is only likely.
    _merge_marks,
    _control_character,
    _tab,
    _open_quote,
    _tight_colon,
    _no_pair,
    _open_bracket,
    _sign,
    _text_after_end,
    _colon,
    _margin,
)


def _near(lines: Lines, gave_up: GaveUp) -> range:
    """The lines of the value that it was reading: the mistake is in the one where that began, or below."""
    return range(min(gave_up.since_line, gave_up.line), min(gave_up.line + 1, len(lines)))


def _pair(lines: Lines, number: int) -> re.Match[str] | None:
    return _PAIR.match(lines[number]) if number < len(lines) else None


def _quoted(value: str) -> str:
    """The words between double quotes, which YAML takes for the words themselves."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def no_header(text: str) -> tuple[str, str]:
    """What to say of a page that does not begin with `---`: what is wrong, and what to do."""
    first = text.split("\n", 1)[0]
    if text.lstrip().startswith("---\n"):
        return "the page has no header: something stands before its first ---", 'make "---" the very first line'
    if re.fullmatch(r"\s*(?:-{2}|-{4,}|\+{3}|\u2014-?|\u2013+)\s*", first):
        return f'the page has no header: it begins with "{first.strip()}"', 'write three hyphens: "---"'
    if re.match(r"[A-Za-z_]+:\s", first) and "\n---\n" in text:
        return "the page has no header: the --- above its keys is missing", 'put a line "---" above the first line'
    if re.match(r"[A-Za-z_]+:\s", first):
        return "the page has no header: its keys stand in the text", 'put a line "---" above them and one below them'
    return "the page has no header", 'begin it with a line "---", keys, and "---"'


def last_key(header: str) -> int:
    """How many lines of a text that no second `---` ends look like its header."""
    count = 0
    for number, line in enumerate(header.split("\n"), 1):
        if not line.strip() or not (_KEY.match(line) or line.startswith(" ")):
            break
        count = number
    return count
