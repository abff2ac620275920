"""Reading seeds: every kind of file, and a problem that says what to do for every kind of damage."""

from __future__ import annotations

import builtins
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import seeds
from pelican.plugins.chronology.annotate.published import find_published
from pelican.plugins.chronology.annotate.reading import lay_out
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Seed
from pelican.plugins.chronology.problems import Problem

WORDS = "Market burns down in the night\n\nNobody was hurt, the police said.\n"


def read(tmp_path: Path, name: str, data: bytes) -> tuple[Seed | None, list[Problem]]:
    """The seed in a file with these bytes."""
    path = tmp_path / "seeds" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return seeds.read_seed(path, tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        WORDS.encode("utf-16"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
    ],
    ids=["plain", "byte order mark", "DOS line ends", "old Mac line ends", "UTF-16", "UTF-16 big-endian"],
)
def test_text_is_read_whatever_program_saved_it(tmp_path: Path, data: bytes) -> None:
    """Byte order marks and line ends vanish; the checksum is of the file as it is."""
    seed, problems = read(tmp_path, "fire.txt", data)
    assert problems == []
    assert seed == Seed("seeds/fire.txt", WORDS, {}, hashlib.sha256(data).hexdigest(), 1)


@pytest.mark.parametrize(
    ("name", "data", "line", "message", "hint"),
    [
        ("a.txt", b"", 1, "is empty", "put the words"),
        ("a.txt", b" \n\t* * *\n", 1, "has no text", "put the words"),
        ("a.txt", b"One\nCaf\xe9 in the port\n", 2, "byte 0xE9 at offset 7", "iconv -f WINDOWS-1252 -t UTF-8"),
        ("a.txt", b"One\x00two", 1, "not a text file", "save its words"),
        ("a.txt", b"%PDF-1.7\n\xe2\xe3\n", 1, "not a text file", "save its words"),
        ("a.txt", b"\xff\xfeO", 1, "UTF-16", "UTF-8"),
        ("a.md", b"---\ntitle: Fire\n---\n\n", 4, "has no text below its header", "put the words"),
        ("a.md", b"---\ntitle: Fire\nNobody was hurt.\n", 1, "never closed", "---"),
        ("a.md", b"---\ntitle: Fire: at night\n---\nNobody.\n", 2, "not valid YAML", "quotes"),
        ("a.md", b"---\ntitle: {a: b}\n---\nNobody was hurt.\n", 2, "a text was expected", "title: ..."),
        ("a.md", b"---\ntitel: Fire\n---\nNobody was hurt.\n", 2, 'unknown key "titel"', 'did you mean "title"'),
        ("a.html", b"<html><body><script>1</script></body></html>", 1, "no report", ".txt"),
    ],
)
def test_a_damaged_file_gives_one_problem_with_its_remedy(
    tmp_path: Path, name: str, data: bytes, line: int, message: str, hint: str
) -> None:
    """Name, line, what was found, what to do: one problem for one damage."""
    _, problems = read(tmp_path, name, data)
    assert len(problems) == 1
    assert problems[0].path == f"seeds/{name}"
    assert problems[0].line == line
    assert message in problems[0].message
    assert hint in problems[0].hint


def test_a_header_is_read_as_text(tmp_path: Path) -> None:
    """Values stay what was written, and the text begins below the header."""
    data = b"---\ntitle: 2012\ndate: 2015-11-14\nlang: NO\nauthor: [Ada Noor, Jan Berg]\n---\nNobody was hurt.\n"
    seed, problems = read(tmp_path, "fire.md", data)
    assert problems == []
    assert seed is not None
    assert dict(seed.header) == {"title": "2012", "date": "2015-11-14", "lang": "NO", "author": "Ada Noor, Jan Berg"}
    assert (seed.text, seed.body_line) == ("Nobody was hurt.\n", 7)


def test_an_unknown_key_does_not_cost_the_seed(tmp_path: Path) -> None:
    """It is a warning, and the rest is read."""
    seed, problems = read(tmp_path, "fire.md", b"---\ntitel: Fire\noutlet: Herald\n---\nNobody was hurt.\n")
    assert seed is not None
    assert dict(seed.header) == {"outlet": "Herald"}
    assert [p.level for p in problems] == ["warning"]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is named before anything is read."""
    monkeypatch.setattr(seeds, "MAX_SEED", 10)
    seed, problems = read(tmp_path, "fire.txt", WORDS.encode())
    assert seed is None
    assert "more than 10" in problems[0].message


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    """A name without a file is told, not raised."""
    seed, problems = seeds.read_seed(tmp_path / "gone.txt", tmp_path)
    assert seed is None
    assert "cannot be read" in problems[0].message


def test_the_folder_is_listed_in_order_and_nothing_is_passed_over_in_silence(tmp_path: Path) -> None:
    """Seeds are sorted; other files are named; hidden files and the README are no seeds."""
    for name in ("b.txt", "a.md", "c.HTML", "README.md", ".hidden.txt", "scan.pdf", "old/z.htm"):
        path = tmp_path / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WORDS, encoding="utf-8")
    (tmp_path / "seeds" / "link.txt").symlink_to(tmp_path / "seeds" / "b.txt")
    found, problems = seeds.list_seeds(tmp_path / "seeds", tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in found] == [
        "seeds/a.md", "seeds/b.txt", "seeds/c.HTML", "seeds/old/z.htm",
    ]  # fmt: skip
    assert [(p.path, p.level) for p in problems] == [("seeds/link.txt", "error"), ("seeds/scan.pdf", "warning")]
    assert seeds.read_seed(tmp_path / "seeds" / "link.txt", tmp_path)[0] is None


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md"]))
def test_any_bytes_give_a_seed_or_a_problem(data: bytes, suffix: str) -> None:
    """Nothing that a file may hold raises."""
    seed, problems = seeds.seed_of(data, "seeds/x" + suffix, suffix)
    assert (seed is None) == any(p.level == "error" for p in problems)
    assert seed is None or "\r" not in seed.text


ARTICLE = """<html lang="en"><head><meta charset="utf-8"><title>Ferries collide</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Two ferries collide in thick fog off the northern island</h1>
<div class="meta">{stamp}</div>
<p>Two ferries collided on Sunday morning in thick fog, the coast guard said. Both boats had left the harbour
at six and had forty people on board between them, most of them on their way to the market.</p>
<p>Nobody was hurt, and both boats reached the harbour on their own. The captain of the larger one said that
he had sounded his horn all the time and had heard no answer.</p>
<p>It was the third collision in the strait since 3 May 2009, when a new timetable came into force. The owners
of the boats want to speak about it with the mayor of the island.</p></article></main>
<div class="comments"><p>If you are a registered user of The Lake Courier, please log in to post a comment.</p></div>
<footer><p>Read our newsletter</p></footer></body></html>"""


def test_html_gives_its_report_with_the_lines_that_tell_of_its_source(tmp_path: Path) -> None:
    """Menus go; the stamp and the notice that names the outlet stay for the annotation to read."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="Published: 7 June 2010 9:30 am - Mombasa")
    seed, problems = read(tmp_path, "ferry.html", page.encode())
    assert problems == []
    assert seed is not None
    lines = seed.text.split("\n")
    assert "Published: 7 June 2010 9:30 am - Mombasa" in lines[:3]
    assert lines[-1].startswith("If you are a registered user of The Lake Courier")
    assert "Sport" not in seed.text
    assert seed.header["title"].startswith(("Two ferries", "Ferries"))


LINKED = '<script type="application/ld+json">{}</script>'
DATED_MARKUP = {
    "a property": ('<meta property="article:published_time" content="2010-06-07T09:30:00Z">', "2010-06-07", None),
    "a property without marks": ('<meta name="bt:pubDate" content="20100607T093000Z">', "2010-06-07", None),
    "only the story mentions one": ("", None, None),
    "the change is not the publication": (
        '<meta property="article:modified_time" content="2015-02-03">', None, "2015-02-03",
    ),
    "no such day": ('<meta property="article:published_time" content="2010-06-37">', None, None),
    "a system that knows no day": ('<meta name="date" content="0001-01-01T00:00:00">', None, None),
    "linked data": (
        LINKED.format('{"@type": "NewsArticle", "datePublished": "2010-06-07", "dateModified": "2011-01-02"}'),
        "2010-06-07", "2011-01-02",
    ),
    "linked data in a graph, of the page and not of a comment": (
        LINKED.format(
            '{"@graph": [{"@type": "Comment", "datePublished": "2012-01-01"},'
            ' {"@type": ["WebPage"], "datePublished": "2010-06-07", "comment": {"datePublished": "2013-01-01"}}]}'
        ),
        "2010-06-07", None,
    ),
    "broken linked data": (LINKED.format('{"@type": "NewsArticle", "datePublished": '), None, None),
    "a mark on the words": ('<b itemprop="datePublished">7 June 2010</b>', "2010-06-07", None),
    "marks on many works": (
        '<b itemprop="datePublished">2009-01-02</b><b itemprop="datePublished">2008-01-02</b>', None, None,
    ),
    "the times of comments": (
        "<time>21 September 2014</time><p>I was on board.</p><time>23 September 2014</time><p>So was I!</p>",
        None, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "date", "updated"), DATED_MARKUP.values(), ids=DATED_MARKUP)
def test_html_has_a_date_only_where_its_markup_states_one(
    tmp_path: Path, markup: str, date: str | None, updated: str | None
) -> None:
    """A day in the story, of a comment or of a change is never taken for the day on which the report came out."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="").replace("</footer>", f"{markup}</footer>")
    seed, _ = read(tmp_path, "ferry.html", page.encode())
    assert seed is not None
    assert (seed.header.get("date"), seed.header.get("updated")) == (date, updated)


def test_html_is_dated_by_a_stamp_that_its_text_leaves_out(tmp_path: Path) -> None:
    """Where the markup says nothing, the lines that a reader sees around the report are read as in a plain text."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="").replace("<main>", "<div>7 June 2010</div><main>")
    seed, _ = read(tmp_path, "ferry.html", page.encode())
    assert seed is not None
    assert "7 June 2010" not in seed.text
    assert seed.header["date"] == "2010-06-07"


def test_html_may_declare_its_encoding(tmp_path: Path) -> None:
    """A page in another encoding is read when it says so itself, and refused when it does not."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="").replace("Nobody was", "In the café nobody was")
    declared = page.replace('charset="utf-8"', 'charset="windows-1252"').encode("windows-1252")
    seed, problems = read(tmp_path, "ferry.html", declared)
    assert problems == []
    assert seed is not None
    assert "café" in seed.text
    seed, problems = read(tmp_path, "ferry.html", page.replace('charset="utf-8"', "").encode("windows-1252"))
    assert seed is None
    assert "iconv" in problems[0].hint


def test_without_the_extra_html_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The problem holds the command."""
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    seed, problems = read(tmp_path, "ferry.html", ARTICLE.format(head="", stamp="").encode())
    assert seed is None
    assert problems[0].hint == 'pip install "pelican-chronology[html]"'


def letters(text: str) -> str:
    """Letters and digits only: pages differ in their quotation marks."""
    return "".join(filter(str.isalnum, text)).lower()


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Ferries collide | The Lake Courier", "Ferries collide in fog", "Ferries collide in fog"),
        ("Five things on fog", "Two ferries collide off the island", "Two ferries collide off the island"),
    ],
    ids=["the name of the site goes", "the heading is what readers see"],
)
def test_the_title_is_the_heading_that_readers_see(tmp_path: Path, title: str, heading: str, expected: str) -> None:
    """The title in the markup is written for search engines."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="").replace("Ferries collide<", f"{title}<")
    page = page.replace("Two ferries collide in thick fog off the northern island", heading)
    seed, _ = read(tmp_path, "ferry.html", page.encode())
    assert seed is not None
    assert seed.header["title"] == expected


def test_a_heading_of_the_first_rank_goes_before_lesser_ones(tmp_path: Path) -> None:
    """Without a title in the markup, a lesser heading that is called a title may praise the site."""
    pytest.importorskip("trafilatura")
    page = ARTICLE.format(head="", stamp="<h1>See fewer of our notices</h1>").replace(
        "<title>Ferries collide</title>", ""
    )
    page = page.replace("<nav>", '<h2 class="entry-title">Come and sail with us this summer</h2><nav>')
    seed, _ = read(tmp_path, "ferry.html", page.encode())
    assert seed is not None
    assert seed.header["title"] == "Two ferries collide in thick fog off the northern island"


STORY = "<p>Two ferries collided on Sunday morning in thick fog, and nobody was hurt, the coast guard said.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 900_000 + STORY + "</div>" * 900_000,
        "<p>" + "<span>" * 100_000 + "fog " * 50,
        "<script>alert(1)</script>" * 10_000 + STORY * 3,
        STORY * 3 + "<script>" + "x<p>" * 10_000,
        "<p><b><i>" * 2_000 + STORY * 3 + '</div></table><<<>>><a href="' * 500,
        "<" * 500_000,
        "<div " + "a=b " * 100_000 + ">" + STORY * 3,
        "<p>&#xD800;&#0;&#xFFFFFFF;</p>" + STORY * 3,
        '<?xml version="1.0" encoding="utf-16"?>' + STORY * 3,
    ],
    ids=[
        "nested", "nested words", "scripts", "script without end", "unclosed", "brackets", "attributes",
        "no characters", "two encodings",
    ],
)  # fmt: skip
def test_broken_html_gives_a_seed_or_one_problem(tmp_path: Path, page: str) -> None:
    """Whatever the markup: never an exception, and never a script among the words."""
    pytest.importorskip("trafilatura")
    seed, problems = read(tmp_path, "broken.html", page.encode())
    assert (seed is None) == (len(problems) == 1)
    assert seed is None or "alert(1)" not in seed.text


def test_a_parser_that_gives_up_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the parsers raise is told as a problem of the file."""

    def give_up(html: str) -> None:
        raise RecursionError

    monkeypatch.setattr(seeds, "read_webpage", give_up)
    seed, problems = read(tmp_path, "deep.html", STORY.encode())
    assert seed is None
    assert "RecursionError" in problems[0].message


def test_real_web_pages_give_their_report_without_the_furniture(shared: Path) -> None:
    """Of 65 web pages, read and cleaned, labelled passages stay and labelled furniture goes."""
    pytest.importorskip("trafilatura")
    kept, left, dates, titles = [], [], [], []
    for line in (shared / "corpora" / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        seed, _ = seeds.seed_of((shared / "corpora" / page["file"]).read_bytes(), page["file"], ".html")
        assert seed is not None, page["id"]
        text = " ".join(" ".join(line.text for line in clean(seed.text, seed.header).body).split())
        kept += [" ".join(words.split()) in text for words in page["with"] or []]
        left += [" ".join(words.split()) in text for words in page["without"] or []]
        dates.append(find_published(lay_out(seed, clean(seed.text, seed.header))).date == page["date"])
        titles += [letters(seed.header.get("title", "")) == letters(page["title"])] if page["title"] else []
    assert sum(kept) >= 0.97 * len(kept)
    assert sum(left) <= 0.02 * len(left)
    assert sum(dates) >= 0.93 * len(dates)
    assert sum(titles) >= 0.90 * len(titles)
