"""Files of content/ that nothing reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from .. import ledger
from ..problems import Problem, did_you_mean

PAGES = {".md"}
TEXTS = {".markdown", ".mdown", ".mkd", ".txt", ".text", ".yaml", ".yml", ".docx", ".doc", ".odt", ".rtf"}
"""What somebody may have taken for a page. Pictures and the like may lie beside pages."""
VOCABULARY = "event_types.yaml"


def strays(paths: Iterable[str], folders: Collection[str]) -> Iterator[Problem]:
    """The files that lie where pages are kept and are none. `paths` are below content/; `folders` those of records."""
    known = {*folders, "vocabulary", "pages"}
    for path in sorted(paths):
        place = PurePosixPath(path)
        suffix, folder = place.suffix.lower(), place.parts[0] if len(place.parts) > 1 else ""
        if folder == "vocabulary":
            if path != f"vocabulary/{VOCABULARY}" and suffix in TEXTS:
                yield _stray(path, "is not read", f"the vocabulary is content/vocabulary/{VOCABULARY}")
        elif folder in folders:
            if path == ledger.NAME:
                continue
            if suffix in TEXTS or (suffix in PAGES and place.suffix not in PAGES):
                yield _stray(path, f'is no page: its name ends in "{place.suffix}"', "rename it to end in .md")
        elif suffix in PAGES and folder and folder not in known and (hint := did_you_mean(folder, folders)):
            yield _stray(path, f'lies in "{folder}", where no records are kept', hint)


def _stray(path: str, message: str, hint: str) -> Problem:
    return Problem(f"content/{path}", f"the file {message}", hint, level="warning", code="stray-file")
