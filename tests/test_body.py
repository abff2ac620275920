"""Bodies: Markdown to harmless HTML, names and quotations set in, links resolved."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pelican.plugins.chronology import body, links, marks
from pelican.plugins.chronology.model import Report

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "marks.yaml").read_text(encoding="utf-8"))

WAY_BACK = r'<a class="why(?: quiet)?" href="#why-([\w-]+)" aria-labelledby="_why what-\1"></a>'

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<a href='x' onclick='alert(1)'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=https://example.org></iframe>",
    "<style>body{display:none}</style>",
    "<form action=https://example.org><input name=q></form>",
    "![x](x.png 'a\" onerror=\"alert(1)')",
    "<p style='position:fixed'>x</p>",
    "<<script>script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_survives(text: str) -> None:
    """No tag, attribute or address that could run, load or cover anything comes out of a body."""
    html = body.render(text)

    assert not re.search(r"<(script|img|svg|iframe|style|form|input|meta|object|embed|base|link)\b", html)
    assert not re.search(r"<[^>]*\s(on\w+|style|id|class)\s*=", html)
    assert not re.search(r'href="(?!https?:|mailto:|#|\{filename\}|[./\w])', html)
    assert not re.search(r"=\s*[\"']?\s*(javascript|data|vbscript):", html, re.IGNORECASE)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_marks(case: dict[str, Any]) -> None:
    """Names and quotations are set into the HTML that is there, and every tag stays closed."""
    wanted = [marks.Mark(quote, name) for name, quote in case.get("quotes", {}).items()]
    wanted += [marks.Mark(quote, name, quiet=True) for name, quote in case.get("quiet", {}).items()]
    made = marks.mark(case["html"], case.get("names", {}), wanted)

    assert re.sub(WAY_BACK, r"{\1}", made.html) == case["gives"]
    assert made.found == {mark.name for mark in wanted}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=200))
def test_plain_text_shows_as_it_is(text: str) -> None:
    """A line of a seed becomes a paragraph that shows the same words, whatever signs they hold."""
    lines = [" ".join(line.split()) for line in re.split("[\n\u2028\u2029\x85]", text)]
    html = body.render(body.to_markdown("\n".join(lines)))
    shown = [" ".join(unescape(p).split()) for p in re.findall(r"<p>(.*?)</p>", html, re.DOTALL)]

    assert shown == [line for line in lines if line]


@given(st.text("ab <>&*_[]()", max_size=60), st.text("ab &", min_size=1, max_size=5))
def test_marking_changes_no_word(text: str, name: str) -> None:
    """Links and marks add tags; the text that is read stays the same."""
    html = body.render(text)
    made = marks.mark(html, {name: "../x.html"}, [marks.Mark(name, "date")])

    assert made.html.count("<a ") == made.html.count("</a>") >= made.html.count('class="why"')
    assert re.sub("<[^>]*>", "", made.html) == re.sub("<[^>]*>", "", html).replace("&nbsp;", "\u00a0")


def _report(text: str) -> Report:
    return Report(id="r1", path="reports/2021/lake.md", title="T", event_type="talks", body=text, body_line=5)


def test_filename_links_lead_to_pages() -> None:
    """A link to a file of the archive becomes a relative link to its page, with its fragment."""
    text = "[a]({filename}/actors/ada.md) [b]({filename}../2020/sea.md#said-date) [c](https://example.org/x)"
    targets = {"actors/ada.md": "actors/ada.html", "reports/2020/sea.md": "reports/2020/sea.html"}
    html = links.resolve(body.render(text), "reports/2021/lake.md", "reports/2021/lake.html", targets)

    assert list(links.broken(_report(text), targets)) == []
    assert re.findall('href="([^"]*)"', html) == [
        "../../actors/ada.html",
        "../../reports/2020/sea.html#said-date",
        "https://example.org/x",
    ]


def test_a_link_that_leads_nowhere_is_told() -> None:
    """A link to a missing file and a link past the build are named with line, column and a way out."""
    text = "Fine.\n\nSee [a]({filename}/actors/adda.md).\n[b](../b.html)"
    found = list(links.broken(_report(text), {"actors/ada.md": "actors/ada.html"}))

    assert [(p.line, p.column) for p in found] == [(7, 9), (8, 5)]
    assert 'did you mean "actors/ada.md"' in found[0].hint
    assert "{filename}" in found[1].hint


PLAIN = st.text(st.sampled_from("aé 1.-:\\*_[]&;#>'\"“(\n\u00a0|"), max_size=40)


@given(PLAIN)
@example("One.\n\nTwo \\[x\\] &amp; three.\n")
@example("\\- no list\n\n\\# no heading\n\n1\\. no list")
def test_plain_paragraphs_need_no_converter(text: str) -> None:
    """What goes the short way gives the HTML that the converter gives."""
    if not body._PLAIN.fullmatch(text):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "_PLAIN", re.compile("(?!)"))
        converted = body.render(text)

    assert body.render(text) == converted.replace("&nbsp;", "\u00a0")


@given(st.text(st.sampled_from("aé 1.-:\\*_[]&;#>'\"“(\n"), max_size=40))
def test_what_ingest_writes_goes_the_short_way(text: str) -> None:
    """The body of a fresh report is plain, unless a line begins with a colon, which has no escape."""
    written = body.to_markdown(text)

    assert written == "\n" or "&#58;" in written or body._PLAIN.fullmatch(written)
