"""A report -> what a citation says of it, each text on one line and free of control characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..model import Edtf, Id, Report


@dataclass(frozen=True, slots=True)
class Cited:
    """A published report as it is found in this archive. Texts are empty where nothing is known."""

    id: Id
    title: str
    """The headline under which it came out; without one, the title of our page."""
    authors: tuple[str, ...]
    """As the byline has them. Which part is the family name is not known, so nothing is turned round."""
    outlet: str
    agency: str
    published: Edtf | None
    url: str
    """Of the published report; an address of the web or empty."""
    archive_url: str
    lang: str
    archive: str
    """The name of this archive."""
    page: str
    """The permanent address of our page; empty for an archive without a public address."""

    @property
    def address(self) -> str:
        """Where a reader finds it: the published report, or our page."""
        return self.url or self.page

    @property
    def place(self) -> str:
        """Where our page stands: its permanent address, or its id in the archive."""
        return self.page or self.id


def cited(report: Report, archive: str, page: str) -> Cited:
    """`page` is the whole permanent address of the report's page, or empty."""
    source = report.source
    return Cited(
        id=report.id,
        title=one_line(source.title or report.title),
        authors=tuple(_authors(one_line(source.author))),
        outlet=one_line(source.outlet),
        agency=one_line(source.agency),
        published=report.published,
        url=web_address(source.url),
        archive_url=web_address(source.archive_url),
        lang=one_line(source.lang or report.lang),
        archive=one_line(archive),
        page=web_address(page),
    )


@lru_cache(1 << 12)
def one_line(text: str) -> str:
    """The text on one line, with nothing in it that cannot be seen."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)
    return " ".join(text.split())


_UNSEEN = ("Cc", "Cn", "Co", "Cs")
_UNSAFE = re.compile(r"""[\s"<>\\^`{|}\[\]]""")
"""What an address may not hold, although browsers take it; each format would read it in its own way."""


def web_address(text: str) -> str:
    """An address of the web with all that is unsafe in it escaped; empty for anything else."""
    if not text:
        return ""
    address = one_line(text)
    if not address.startswith(("https://", "http://")):
        return ""
    return _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)


def _authors(byline: str) -> list[str]:
    """The names of a byline. A comma parts names only where each has two words: "Doe, Jane" is one."""
    names = [name for name in re.split(r"\s*;\s*|\s+(?:and|&)\s+", byline) if name]
    if all(len(part.split()) > 1 for name in names for part in name.split(",")):
        names = [part.strip() for name in names for part in name.split(",")]
    return names
