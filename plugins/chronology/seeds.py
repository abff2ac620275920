"""Files of seeds/ -> seeds. A file that cannot be read is a problem that says how to mend it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from . import header as yaml_header
from .model import Seed
from .problems import Problem, did_you_mean
from .webpage import read_webpage

SUFFIXES = (".htm", ".html", ".md", ".txt")
MAX_SEED = 64_000_000
"""Bytes; a larger file is refused."""
KNOWN_KEYS = (
    "agency", "archive_url", "author", "date", "dateline_place", "lang", "outlet", "published", "rights", "title",
    "updated", "url",
)  # fmt: skip
"""What the header of a Markdown seed may say."""

_HTML = (".htm", ".html")
_BINARY = "open it in its own program and save its words as UTF-8 text"
_NOT_TEXT = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def list_seeds(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """The seeds in a folder and below it, sorted by path, and what else lies there."""
    seeds: list[Path] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir(), key=lambda p: p.name) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name.lower() == "readme.md":
            continue
        if path.is_symlink():
            problems.append(
                Problem(_name(path, root), "is a symbolic link, and seeds are read from this folder only",
                        "put the file itself here")
            )  # fmt: skip
        elif path.is_dir():
            below, wrong = list_seeds(path, root)
            seeds += below
            problems += wrong
        elif path.suffix.lower() in SUFFIXES:
            seeds.append(path)
        else:
            problems.append(
                Problem(_name(path, root), f'is no seed: its name ends in "{path.suffix}"',
                        f"seeds end in {', '.join(SUFFIXES)}; rename it or move it elsewhere",
                        level="warning", code="stray-file")
            )  # fmt: skip
    return sorted(seeds, key=lambda p: _name(p, root)), problems


def read_seed(path: Path, root: Path) -> tuple[Seed | None, list[Problem]]:
    """The seed in a file, or None; and all that is wrong with it. `root` is the folder of the archive."""
    name, data = read_bytes(path, root)
    if isinstance(data, Problem):
        return None, [data]
    return seed_of(data, name, path.suffix.lower())


def read_bytes(path: Path, root: Path) -> tuple[str, bytes | Problem]:
    """The name of a seed's file, and its bytes or why they cannot be had."""
    name = _name(path, root)
    if path.is_symlink():
        return name, Problem(name, "is a symbolic link", "put the file itself here")
    try:
        size = path.stat().st_size
        if size > MAX_SEED:
            return name, Problem(name, f"has {size:,} bytes, more than {MAX_SEED:,}", "split it: one report a file")
        return name, path.read_bytes()
    except OSError as error:
        return name, Problem(name, f"cannot be read: {error.strerror}", "check its name and its permissions")


def outline(path: Path, root: Path) -> tuple[Seed | None, list[Problem]]:
    """A seed without its words: its name and its hash tell whether it has a page, and cost next to nothing."""
    name, data = read_bytes(path, root)
    if isinstance(data, Problem):
        return None, [data]
    return Seed(name, "", {}, hashlib.sha256(data).hexdigest()), []


def seed_of(data: bytes, name: str, suffix: str) -> tuple[Seed | None, list[Problem]]:
    """The seed in the bytes of a file; `suffix` says how they are to be read."""
    text = _decode(data, name, suffix)
    if isinstance(text, Problem):
        return None, [text]
    sha256 = hashlib.sha256(data).hexdigest()
    problems: list[Problem] = []
    values: Mapping[str, str] = {}
    body_line = 1
    if suffix == ".md":
        try:
            parts = yaml_header.split(text)
            written = yaml_header.parse(parts.header) if parts.header is not None else yaml_header.Mapping()
        except yaml_header.HeaderError as error:
            return None, [Problem(name, error.message, error.hint, error.line, error.column)]
        values, problems = _values(written, name)
        text, body_line = parts.body, parts.body_line
    elif suffix in _HTML:
        extracted = _extract(text, name)
        if isinstance(extracted, Problem):
            return None, [extracted]
        text, values = extracted
    if not any(map(str.isalnum, text)):
        below = " below its header" if values else ""
        found = "is empty" if not data else f"has no text{below}"
        return None, [
            *problems,
            Problem(name, found, "put the words of the report into it, or delete it", body_line),
        ]
    return Seed(name, text, values, sha256, body_line), problems


def wrong_with(data: bytes, name: str, suffix: str) -> list[Problem]:
    """What is wrong with the bytes of a seed. Web pages are not searched for their report: that takes long, and ingest
    tells where there is none.
    """
    if suffix in _HTML:
        text = _decode(data, name, suffix)
        return [text] if isinstance(text, Problem) else []
    return seed_of(data, name, suffix)[1]


def _name(path: Path, root: Path) -> str:
    """The path below the archive with forward slashes; printable, whatever the file system holds."""
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return inside.as_posix().encode("utf-8", "replace").decode()


def _decode(data: bytes, name: str, suffix: str) -> str | Problem:
    utf16 = data.startswith(_UTF16)
    if data.startswith(_NOT_TEXT) or (b"\x00" in data and not utf16):
        return Problem(name, "is not a text file", _BINARY)
    encoding = "utf-16" if utf16 else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        declared = _declared(data) if suffix in _HTML else None
        if declared is None:
            return _wrong_encoding(data, error, name)
        text = declared
    if "\x00" in text:
        return Problem(name, "is not a text file", _BINARY)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str | None:
    """HTML in the encoding that it declares."""
    charset = _CHARSET.search(data[:4096])
    if charset is None:
        return None
    try:
        return data.decode(charset[1].decode("ascii"))
    except (UnicodeDecodeError, LookupError):
        return None


def _wrong_encoding(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    if error.encoding.startswith("utf-16"):
        return Problem(name, "begins like UTF-16 and breaks off within a character", "save it once more as UTF-8")
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    return Problem(
        name,
        f"is not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start:,}",
        f'convert it: iconv -f WINDOWS-1252 -t UTF-8 "{name}" > new.txt',
        line=before.count(b"\n") + 1,
        column=len(before[line_start:].decode("utf-8", "replace")) + 1,
    )


def _values(written: yaml_header.Mapping, name: str) -> tuple[dict[str, str], list[Problem]]:
    """The known keys with their values as text."""
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in written.items():
        if key not in KNOWN_KEYS:
            hint = did_you_mean(key, KNOWN_KEYS) or f"a seed's header knows {', '.join(KNOWN_KEYS)}"
            place = (key.line, key.column)
            problems.append(Problem(name, f'unknown key "{key}"', hint, *place, "warning", "unknown-key"))
        elif isinstance(value, yaml_header.Text):
            if value.strip():
                values[str(key)] = " ".join(value.split())
        elif isinstance(value, yaml_header.Sequence) and all(isinstance(v, yaml_header.Text) for v in value):
            values[str(key)] = ", ".join(" ".join(str(v).split()) for v in value)
        else:
            problems.append(
                Problem(name, f'"{key}" holds further keys, where a text was expected', f"write `{key}: ...`",
                        key.line, key.column)
            )  # fmt: skip
    return values, problems


def _extract(html: str, name: str) -> tuple[str, dict[str, str]] | Problem:
    try:
        report = read_webpage(html)
    except ImportError:
        return Problem(name, "is HTML, and what reads it is not installed", 'pip install "pelican-chronology[html]"')
    except _BROKEN as error:
        # The parsers are not ours, and a page may hold what their authors did not foresee.
        return Problem(name, f"cannot be read as HTML: {type(error).__name__}", "save its words as a .txt file instead")
    return report or Problem(name, "no report was found in this page", "save its words as a .txt file instead")
