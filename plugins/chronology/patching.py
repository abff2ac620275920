"""A header's text and the values that it should have -> the text with exactly those changed.

What does not change keeps its characters: comments, the order of keys, quotes, brackets and indentation are a person's.
A value that stands as `header.dump` would write it is written anew as `header.dump` would; one that a person wrote in
a form of its own keeps that form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

from . import header

Values = dict[str, Any]
"""Texts, and lists and mappings of them."""


class CannotPatch(ValueError):
    """The change would cost a comment, or cannot be written into this text."""


def patched(text: str, values: Values) -> str:
    """The header with these values. A new key comes after the one that stands before it in `values`.

    Raises CannotPatch; HeaderError where the text itself cannot be read.
    """
    result = _remap(text, (), header.plain(header.parse(text)), values)
    try:
        read = header.parse(result)
    except header.HeaderError as error:
        raise CannotPatch(f"the header could not be read afterwards: {error.message}") from error
    if read != values:
        raise CannotPatch("the header would not say what it should")
    if comments(result) != comments(text):
        raise CannotPatch("a comment would be lost")
    return result


def comments(text: str) -> list[str]:
    """The comments of a header in their order. A `#` within a value is none."""
    root = _composed(text)
    found = []
    before = 0
    for start, end in [*(_scalars(root, text) if root else ()), (len(text), len(text))]:
        for line in text[before:start].split("\n"):
            _, sign, said = line.partition("#")
            if sign:
                found.append(said.strip())
        before = end
    return found


def _composed(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _scalars(node: yaml.Node, text: str) -> Iterator[tuple[int, int]]:
    """Where each scalar begins and ends, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        start = node.start_mark.index
        if node.style in ("|", ">"):  # its words begin on the next line, and this one may end with a comment
            start = _line_end(text, start)
        yield start, max(start, _end(node, text))
    else:
        for child in node.value:
            for part in child if isinstance(child, tuple) else (child,):
                yield from _scalars(part, text)


def _end(node: yaml.Node, text: str) -> int:
    """Where the last character of a value stands, without the blank lines and comments that the parser counts in."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return start + len(text[start:end].rstrip())
    return int(end)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


# --------------------------------------------------------------------------------------
# One key of a mapping. A mapping is named by the keys that lead to it, since places shift with every change.

Path = tuple[str, ...]


def _remap(text: str, path: Path, old: Values, new: Values) -> str:
    """The text with the mapping at this path as in `new`. Keys go last, so that the mapping is never without one."""
    for key in [*new, *(key for key in old if key not in new)]:
        if key not in old or key not in new or old[key] != new[key]:
            text = _put(text, path, key, new)
    return text


def _mapping(text: str, path: Path) -> yaml.MappingNode | None:
    """The mapping at a path; None where the header is empty."""
    node = _composed(text)
    for key in path:
        assert isinstance(node, yaml.MappingNode), "the path was read from this text"
        node = next(value for name, value in node.value if name.value == key)
    assert node is None or isinstance(node, yaml.MappingNode), "a header is a mapping"
    return node


def _put(text: str, path: Path, key: str, values: Values) -> str:
    """The text with this key of the mapping as it is in `values`: added, changed or taken out."""
    mapping = _mapping(text, path)
    if mapping is None or not mapping.value:
        return _begin(text, mapping, key, values)
    entries = {name.value: (name, value) for name, value in mapping.value}
    if key not in entries:
        return _insert(text, mapping, key, values)
    if key not in values:
        return _take_out(text, mapping, key)
    name, value = entries[key]
    start, end = name.start_mark.index, _end(value, text)
    old, new = _plain(value), values[key]
    if not path and f"{text[start:end]}\n" == header.dump({key: old}):
        alone = not text[end : _line_end(text, end)].strip()
        if alone or "\n" not in text[start:end]:
            return text[:start] + header.dump({key: new})[:-1] + text[end:]
    if isinstance(value, yaml.MappingNode) and isinstance(new, dict) and old and new:
        return _remap(text, (*path, key), old, new)
    return _restyle(text, name, value, new)


def _begin(text: str, mapping: yaml.MappingNode | None, key: str, values: Values) -> str:
    """The first key of a mapping that has none."""
    if mapping is None:
        return text + header.dump({key: values[key]})
    after = mapping.start_mark.index + 1
    return f"{text[:after]}{header.inline(key)}: {header.inline(values[key])}{text[after:]}"


def _insert(text: str, mapping: yaml.MappingNode, key: str, values: Values) -> str:
    order = list(values)
    earlier = set(order[: order.index(key)])
    before = [pair for pair in mapping.value if pair[0].value in earlier]
    entry = f"{header.inline(key)}: {header.inline(values[key])}"
    if mapping.flow_style:
        if before:
            after = max(before[-1][0].end_mark.index, _end(before[-1][1], text))
            return f"{text[:after]}, {entry}{text[after:]}"
        first = mapping.value[0][0].start_mark.index
        return f"{text[:first]}{entry}, {text[first:]}"
    column = mapping.start_mark.column
    lines = header.dump({key: values[key]}) if not column else f"{' ' * column}{entry}\n"
    if not before:
        first = _line_start(text, mapping.value[0][0].start_mark.index)
        return text[:first] + lines + text[first:]
    value = before[-1][1]
    after = _line_end(text, max(before[-1][0].end_mark.index, _end(value, text))) + 1
    if isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"):
        after = max(after, value.end_mark.index)  # blank lines may belong to it
    gap = "" if text[:after].endswith("\n") else "\n"
    return text[:after] + gap + lines + text[after:]


def _take_out(text: str, mapping: yaml.MappingNode, key: str) -> str:
    pairs = mapping.value
    number = next(n for n, (name, _) in enumerate(pairs) if name.value == key)
    name, value = pairs[number]
    start, end = name.start_mark.index, max(name.end_mark.index, _end(value, text))
    if not mapping.flow_style:
        start = _line_start(text, start)
        rest = text[end : _line_end(text, end)].strip()
        # What was said behind the value keeps a line of its own.
        kept = f"{' ' * mapping.start_mark.column}{rest}\n" if rest else ""
        return text[:start] + kept + text[_line_end(text, end) + 1 :]
    if number:
        previous = pairs[number - 1]
        start = max(previous[0].end_mark.index, _end(previous[1], text))
    elif len(pairs) > 1:
        end = pairs[1][0].start_mark.index
    return text[:start] + text[end:]


# --------------------------------------------------------------------------------------
# One value, in the form that a person gave it.


def _restyle(text: str, name: yaml.Node, value: yaml.Node, new: Any) -> str:
    """The text with `new` where the value stands, written as the value is."""
    start, end = value.start_mark.index, _end(value, text)
    if isinstance(value, yaml.CollectionNode) and not value.flow_style:
        if isinstance(value, yaml.SequenceNode) and isinstance(new, list) and new:
            return _relist(text, name, value, new)
        start = text.index(":", name.end_mark.index) + 1
        return f"{text[:start]} {header.inline(new)}{text[end:]}"
    style = value.style if isinstance(value, yaml.ScalarNode) and isinstance(new, str) else None
    written = header.inline(new, style if style in ("'", '"') else None)
    if start >= end:  # `key:` without a value
        colon = ":" in text[name.end_mark.index : start]
        written = f" {written}" if colon else f": {written}"
    return text[:start] + written + text[end:]


def _relist(text: str, name: yaml.Node, sequence: yaml.Node, new: list[Any]) -> str:
    """A list with a line for each item: items that stay keep their lines, with the comments above and behind them.

    An item that takes the place of one that goes takes over its comments.
    """
    start = _line_end(text, name.end_mark.index) + 1
    kept: dict[str, list[str]] = {}
    wanted = [_key(value) for value in new]
    replaced: dict[int, str] = {}
    at = start
    for number, item in enumerate(sequence.value):
        first, last = item.start_mark.index, _end(item, text)
        after = _line_end(text, last) + 1
        key = _key(_plain(item))
        if key in wanted or number >= len(new) or "\n" in text[first:last]:
            kept.setdefault(key, []).append(text[at:after])
        else:
            replaced[number] = f"{text[at:first]}{header.inline(new[number])}{text[last:after]}"
        at = after
    indent = " " * sequence.start_mark.column
    lines = []
    for number, value in enumerate(new):
        known = kept.get(wanted[number])
        lines.append(known.pop(0) if known else replaced.get(number) or f"{indent}- {header.inline(value)}\n")
    return text[:start] + "".join(lines) + text[at:]


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _plain(node: yaml.Node) -> Any:
    """The value of a node as `header.parse` reads it."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode), "YAML has no fourth kind"
    return header.scalar(node.value, node.style)
