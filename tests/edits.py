"""What a person may do to the text of a page, written without the code that keeps the edits."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import yaml

Value = Any
"""Texts, and lists and mappings of them."""


def split(text: str) -> tuple[str, str]:
    """Header and body of a page."""
    _, header, body = text.split("---\n", 2)
    return header, body


def joined(header: str, body: str) -> str:
    """The page of a header and a body."""
    return f"---\n{header}---\n{body}"


def values(text: str) -> dict[str, Value]:
    """The header as any reader of YAML takes it, all scalars as text."""
    read: dict[str, Value] = yaml.load(split(text)[0], Loader=yaml.BaseLoader)
    return read


def chunks(header: str) -> list[str]:
    """The header in pieces that may change places: a key with its value, a comment, an empty line."""
    found: list[str] = []
    for line in header.splitlines(keepends=True):
        if line[0] in " -" and found:
            found[-1] += line
        else:
            found.append(line)
    return found


def key_of(chunk: str) -> str:
    """The key of a piece; empty for a comment or an empty line."""
    named = re.match(r"[\"']?(\w+)[\"']?:", chunk)
    return named[1] if named else ""


def scalar(text: str, chance: random.Random) -> str:
    """A text in any form that YAML has for it inside of brackets."""
    plain = re.fullmatch(r"[A-Za-z][\w ./-]*[\w]|\d{4}-\d\d-\d\d", text) and text.lower() not in ("no", "yes", "null")
    forms = [json.dumps(text, ensure_ascii=False)]
    if "\n" not in text:
        forms.append("'" + text.replace("'", "''") + "'")
    if plain:
        forms.append(text)
    return chance.choice(forms)


def flow(value: Value, chance: random.Random) -> str:
    """A value in brackets."""
    if isinstance(value, str):
        return scalar(value, chance)
    comma = chance.choice([", ", ",", " , ", ",\n    "])
    if isinstance(value, list):
        return f"[{comma.join(flow(item, chance) for item in value)}{chance.choice(['', ' ', ','] if value else [''])}]"
    return f"{{{comma.join(f'{key}: {flow(inner, chance)}' for key, inner in value.items())}}}"


def block(value: Value, chance: random.Random, depth: int) -> str:
    """A list or a mapping with a line for each item, and now and then a comment between or behind."""
    lines = ""
    indent = "  " * depth
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, inner in items:
        lines += f"{indent}# {note(chance)}\n" if chance.random() < 0.1 else ""
        lead = f"{indent}-" if key is None else f"{indent}{key}:"
        said = f"  # {note(chance)}" if chance.random() < 0.1 else ""
        if isinstance(inner, str) or not inner or chance.random() < 0.5:
            lines += f"{lead} {flow(inner, chance)}{said}\n"
        else:
            lines += f"{lead}{said}\n{block(inner, chance, depth + 1)}"
    return lines


def note(chance: random.Random) -> str:
    """A comment unlike any other."""
    return f"note {chance.getrandbits(48):012x}"


def notes(text: str) -> list[str]:
    """The comments of a page in their order."""
    return re.findall(r"# (note [0-9a-f]{12})", text)


def chunk(key: str, value: Value, chance: random.Random) -> str:
    """A key with its value in any form."""
    name = chance.choice([key, key, f'"{key}"', f"'{key}'"])
    if isinstance(value, str) or not value or chance.random() < 0.5:
        said = f"  # {note(chance)}" if chance.random() < 0.2 else ""
        if isinstance(value, str) and chance.random() < 0.2 and value.strip() == value and value and "\n" not in value:
            return f"{name}: {chance.choice(['|-', '>-'])}{said}\n  {value}\n"
        return f"{name}: {flow(value, chance)}{said}\n"
    return f"{name}:\n{block(value, chance, 1)}"
