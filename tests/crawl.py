"""A built folder -> its pages, each with all that leads out of it and all that can be led to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

LEADING = ("href", "src", "action", "poster", "data", "formaction", "xlink:href")


@dataclass(frozen=True, slots=True)
class Link:
    tag: str
    attribute: str
    address: str
    """As it is written."""
    rel: tuple[str, ...]

    @property
    def leaves(self) -> bool:
        """Whether it has a scheme or a host: whether it leads away from the site."""
        parts = urlsplit(self.address)
        return bool(parts.scheme or parts.netloc)

    def __str__(self) -> str:
        return f'<{self.tag} {self.attribute}="{self.address}">'


@dataclass(slots=True)
class Page:
    """One built page."""

    address: str
    """Below the root of the site."""
    links: list[Link] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Every element that was opened, with its attributes."""

    def targets(self) -> Iterator[tuple[Link, str, str]]:
        """Every link that stays in the site, with the address below the root and the fragment it leads to."""
        for link in self.links:
            if link.leaves:
                continue
            parts = urlsplit(link.address)
            path = unquote(parts.path)
            target = normpath(join(dirname(self.address), path)) if path else self.address
            yield link, target, unquote(parts.fragment)

    def leads_to(self, address: str) -> bool:
        return any(target == address for _, target, _ in self.targets())


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, given))
        if "id" in given:
            self.page.ids.append(given["id"])
        rel = tuple(given.get("rel", "").split())
        self.page.links += [Link(tag, name, given[name].strip(), rel) for name in LEADING if name in given]
        for candidate in filter(str.strip, given.get("srcset", "").split(",")):
            self.page.links.append(Link(tag, "srcset", candidate.split()[0], rel))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            _, _, address = given.get("content", "").partition("url=")
            self.page.links.append(Link(tag, "content", address, rel))


def read_page(text: str, address: str) -> Page:
    page = Page(address)
    reader = _Reader(page)
    reader.feed(text)
    reader.close()
    return page


def read_site(output: Path) -> dict[str, Page]:
    """Every page of a built site, by its address."""
    paths = sorted(output.rglob("*.html"))
    addresses = [path.relative_to(output).as_posix() for path in paths]
    return {
        address: read_page(path.read_text("utf-8"), address) for path, address in zip(paths, addresses, strict=True)
    }


def lost(pages: Mapping[str, Page], output: Path) -> Iterator[tuple[str, str]]:
    """Every link of these pages that leads to nothing in the output, down to the place in the page."""
    for page in pages.values():
        for _, target, fragment in page.targets():
            if target.startswith("..") or not (output / target).is_file():
                yield page.address, f"{target} is no file"
            elif fragment and target in pages and fragment not in pages[target].ids:
                yield page.address, f"{target} has no place #{fragment}"
