"""Words in quotes: found where they stand one behind the other, just as they are written, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pelican.plugins.chronology import archive, body, pagefile, urls
from pelican.plugins.chronology.search.documents import fold
from pelican.plugins.chronology.search.numbering import numbered
from pelican.plugins.chronology.search.stems import SMALL, bare
from pelican.plugins.chronology.vocabulary import Vocabulary
from playwright.sync_api import Browser, expect
from reader import Reader

HAVING = """([texts, reports]) => Promise.all(texts.map(async (text) => {
    const { split, load, having } = chronologySearch.phrases;
    const { phrases } = split(`"${text}"`);
    const found = having(phrases, await load(phrases), new Set(Array(reports).keys()));
    return [...found].sort((a, b) => a - b);
}))"""


class Told(NamedTuple):
    """What can be quoted of a report: the words of its title and of its text."""

    title: list[str]
    body: list[str]


@pytest.fixture(scope="module")
def reports(site: Path) -> list[Told]:
    """The reports of the archive, in the order in which the search numbers them."""
    content = pagefile.read_content(site / "content")
    vocabulary = Vocabulary.of(content.actors, content.countries, content.events, content.event_types)
    made = archive.build(content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types)
    return [Told(words(report.title), words(body.plain(body.render(report.body)))) for report in numbered(made).reports]


def words(text: str) -> list[str]:
    pieces = map(bare, re.split(r"[\s-]+", fold(text).lower()))
    return [piece for piece in pieces if piece]


def stands_in(phrase: list[str], text: list[str]) -> bool:
    """Whether the words of a phrase stand in a text one behind the other; a small word may be any."""
    return any(
        all(wanted in SMALL or wanted == found for wanted, found in zip(phrase, text[at:], strict=False))
        for at in range(len(text) - len(phrase) + 1)
    )


def quoted(reports: list[Told]) -> Iterator[list[str]]:
    """Stretches of two to five words of every report, such as begin and end with a word that counts."""
    for report in reports:
        for text in report:
            for length in (2, 3, 5):
                stretches = (text[at : at + length] for at in range(0, len(text) - length, 2))
                yield from (found for found in stretches if found[0] not in SMALL and found[-1] not in SMALL)


def test_a_phrase_is_found_where_it_stands_and_nowhere_else(chromium: Browser, site: Path, reports: list[Told]) -> None:
    """Against a plain look through all texts, for hundreds of stretches of them, forwards and backwards."""
    stretches = list(quoted(reports))
    phrases = [phrase for found in stretches[:: len(stretches) // 400 + 1] for phrase in (found, found[::-1])]
    page = chromium.new_page()
    page.goto((site / "output" / urls.SEARCH).as_uri())

    ours = page.evaluate(HAVING, [[" ".join(phrase) for phrase in phrases], len(reports)])
    page.close()

    assert len(phrases) > 300
    for phrase, refs in zip(phrases, ours, strict=True):
        theirs = [n for n, report in enumerate(reports) if any(stands_in(phrase, text) for text in report)]
        assert refs == theirs, phrase


class TestAsked:
    """On the page."""

    @pytest.fixture
    def root_address(self, everything_site: Path) -> str:
        return (everything_site / "output").as_uri() + "/"

    def told(self, reader: Reader, query: str) -> str:
        reader.open(f"{urls.SEARCH}?q={query}")
        expect(reader.page.locator("#status")).to_have_text(re.compile(r"[.]$"))
        return reader.page.locator("#status").inner_text()

    def test_a_phrase_leaves_reports_that_have_its_words_apart(self, reader: Reader) -> None:
        """And it is marked as a whole."""
        assert self.told(reader, '"ferry table"') == '12 reports for “"ferry table"”.'
        expect(reader.page.locator("#results mark").first).to_have_text("Ferry table")
        assert self.told(reader, '"Commission put up the ferry"').startswith("12 reports")
        assert self.told(reader, "“harbour union” -ferry").startswith("1 report ")

    def test_a_phrase_that_nobody_wrote_is_said_to_be_none(self, reader: Reader) -> None:
        """Reports that have its words are shown as what they are."""
        assert self.told(reader, '"table ferry"') == (
            "No report has these words one behind the other; 12 reports have all of them."
        )
        assert self.told(reader, '"ferries table"').startswith("No report has these words one behind the other")

    def test_a_phrase_is_narrowed_like_any_words(self, reader: Reader) -> None:
        """Filters count what has the phrase."""
        reader.open(f'{urls.SEARCH}?q="strait commission"&from=2020')
        expect(reader.page.locator("[data-filter=year] li")).to_have_count(3)

        everywhere = reader.page.locator("[data-filter=year] li .n").all_inner_texts()
        shown = reader.page.locator("#results li").count()
        assert 0 < shown < sum(int(re.sub(r"\D.*", "", count)) for count in everywhere)
