"""The pages of an archive -> what ingest asks of them: their text, the seeds they come from, what a person chose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import pagefile
from ..authorship import NAMES
from ..pagefile import Content
from ..pairing import Claim
from ..problems import WrongCall, did_you_mean
from ..settings import Settings

Choices = dict[str, frozenset[str]]
"""By the path of a page below the content: the parts of it that a person named."""

# Of a page that cannot be read as a record, but was made from a seed all the same.
_SHA256 = re.compile(r"^.*\bsha256[\"']?:\s*[\"']?([0-9a-f]{64})\b", re.MULTILINE)
_PATH = re.compile(r"\bpath[\"']?:\s*[\"']?([^\"',}\n]+)")


def page_text(path: Path) -> str | None:
    """The text of a page, every character of it; None where it is no text."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def claims(content: Content, settings: Settings) -> Iterator[Claim]:
    """What each report page says of its seed; also one that must be mended, for no other may take its place."""
    known = set()
    for report in content.reports:
        if report.seed:
            known.add(report.path)
            yield Claim(report.path, report.seed.path, report.seed.sha256)
    for path in pagefile.pages_in(settings.content, "reports"):
        if path in known:
            continue
        text = page_text(settings.content / path) or ""
        if found := _SHA256.search(text):
            named = _PATH.search(text, found.start()) or _PATH.search(text)
            yield Claim(path, named[1].strip() if named else "", found[1])


def choices(named: Sequence[str], settings: Settings, content: Content) -> Choices:
    """The pages that were named as PAGE or PAGE:PART, from here or from the folder of the archive. Raises WrongCall."""
    found: Choices = {}
    known = {(settings.content / report.path).resolve(): report.path for report in content.reports if report.seed}
    for name in named:
        page, _, part = name.rpartition(":")
        if part in NAMES and page:
            parts = frozenset({part})
        elif part and page.endswith(".md"):
            hint = did_you_mean(part, NAMES) or f"known: {', '.join(NAMES)}"
            raise WrongCall(f'"{name}": a page has no part "{part}" that ingest writes ({hint})')
        else:
            page, parts = name, frozenset(NAMES)
        whole = next((p for p in (Path(page).resolve(), (settings.root / page).resolve()) if p in known), None)
        if whole is None:
            raise WrongCall(f'"{page}" is no report page that was made from a seed')
        path = known[whole]
        found[path] = found.get(path, frozenset()) | parts
    return found
