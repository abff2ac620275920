"""The index in shards answers as lunr's index in one piece does: the same reports with the same scores."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pelican.plugins.chronology import archive, body, pagefile
from pelican.plugins.chronology.search.documents import Document, document, fold
from pelican.plugins.chronology.search.numbering import numbered
from pelican.plugins.chronology.search.stems import SMALL, Stems, bare
from pelican.plugins.chronology.vocabulary import Vocabulary
from playwright.sync_api import Browser, Page
from sites import ROOT, build, told
from whole_index import whole_index

sys.path.insert(0, str(ROOT / "benchmarks"))
from made_reports import made_reports
from make_archive import write_archive

REPORTS = 150
QUERIES = [
    line
    for line in (ROOT / "tests" / "fixtures" / "queries.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

IN_SHARDS = """async (text) => {
    const results = await chronologySearch.query((query) => new lunr.QueryParser(text, query).parse());
    return results.map(({ ref, score }) => [ref, score]);
}"""
IN_ONE = "query => window.whole.search(query).map(r => [r.ref, r.score])"


@pytest.fixture(scope="module")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write_archive(made_reports(REPORTS), folder)
    result = build(folder)
    assert result.returncode == 0, told(result)
    return folder


def documents_of(folder: Path) -> list[Document]:
    """What is indexed of the site's reports, in the order of their numbers."""
    content = pagefile.read_content(folder / "content")
    vocabulary = Vocabulary.of(content.actors, content.countries, content.events, content.event_types)
    made = archive.build(content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types)
    return [document(report, body.plain(body.render(report.body)), made) for report in numbered(made).reports]


@pytest.fixture(scope="module")
def page(chromium: Browser, made_site: Path) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((made_site / "output" / "search.html").as_uri())
    whole = json.dumps(whole_index(documents_of(made_site)))
    page.evaluate("text => { window.whole = lunr.Index.load(JSON.parse(text)); }", whole)
    yield page
    context.close()


@pytest.mark.parametrize("query", QUERIES)
def test_shards_answer_as_the_whole_index(query: str, page: Page) -> None:
    """Reports and scores are the same; those with one score may stand in any order."""
    ours = page.evaluate(IN_SHARDS, query)
    theirs = page.evaluate(IN_ONE, query)

    assert {ref: pytest.approx(score, abs=0.002 * max(1, score)) for ref, score in ours} == dict(theirs)
    assert [score for _, score in ours] == sorted((score for _, score in ours), reverse=True)


def test_the_queries_find_something(page: Page) -> None:
    """Most of them, so that the comparison tells something."""
    found = [query for query in QUERIES if page.evaluate(IN_ONE, query)]

    assert len(found) >= 0.7 * len(QUERIES), sorted(set(QUERIES) - set(found))


def test_the_page_stems_as_the_index(page: Page, made_site: Path) -> None:
    """A query finds a word only if both make the same term of it."""
    lines = (ROOT / "tests" / "fixtures" / "stems.txt").read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if not line.startswith("#")]
    texts += [text for texts in documents_of(made_site) for text in texts.values()]
    words = sorted({bare(piece) for text in texts for piece in fold(text).lower().split()} - SMALL - {""})

    theirs = page.evaluate("words => words.map(word => lunr.stemmer(new lunr.Token(word)).toString())", words)

    stems = Stems()
    assert len(words) > 500
    assert dict(zip(words, theirs, strict=True)) == {word: stems[word] for word in words}


def test_the_page_knows_the_same_small_words(page: Page) -> None:
    """They are no part of the index, and have no name in a phrase."""
    kept = page.evaluate("words => words.filter(word => lunr.stopWordFilter(word))", sorted(SMALL))

    assert kept == []


def test_a_word_loads_its_shard_alone(chromium: Browser, made_site: Path) -> None:
    """A query costs the directory, the shard of its word, and the reports that are shown."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("data/search/")[2].partition("?")[0]))

    page.goto((made_site / "output" / "search.html").as_uri() + "?q=accord")
    page.locator("#results li a").first.wait_for()
    context.close()

    loaded = [name for name in asked if name]
    assert sum(name.startswith("terms") for name in loaded) == 1
    assert loaded[0] == "index.js"
    assert 1 <= sum(name.startswith("reports-") for name in loaded) <= 10
