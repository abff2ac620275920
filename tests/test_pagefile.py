"""Report pages: written and read back without loss, and every problem of a page at once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import pagefile, pagetext
from pelican.plugins.chronology.model import (
    Correction,
    FieldEvidence,
    Location,
    Report,
    ReportClaim,
    ReportEvent,
    Role,
    SeedRef,
    Source,
)

PATH = "content/reports/2021/lake-talks.md"
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,6})?", fullmatch=True)
DATES = st.sampled_from(["2021-06-09", "2021-06", "2021", "2021-06~", "2020/2021-06-09", "../2021", "2021?"])
MAYBE_DATES = st.none() | DATES
CODES = st.sampled_from(["NO", "CH", "FR", "ML"])
# A value is one line of text without space around it; an empty one is the same as none.
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)
WORDS = LINES.map(str.strip).filter(lambda text: text not in ("", "~", "null", "Null", "NULL"))
MAYBE = st.just("") | WORDS
PLACES = st.builds(Location, place=WORDS, country=st.none() | CODES)
EVENTS = st.builds(
    ReportEvent,
    event=st.none() | IDS,
    date=MAYBE_DATES,
    event_type=IDS,
    actors=st.lists(IDS, max_size=3).map(tuple),
    locations=st.lists(PLACES, max_size=2).map(tuple),
    summary=MAYBE,
    evidence=MAYBE,
    status=st.sampled_from(["", "planned"]),
)
REPORTS = st.builds(
    Report,
    id=IDS,
    path=st.just("reports/2021/lake-talks.md"),
    title=WORDS,
    event_type=IDS,
    date=MAYBE_DATES,
    published=MAYBE_DATES,
    event=st.none() | IDS,
    actors=st.lists(st.builds(Role, IDS, st.sampled_from(["primary", "mentioned", "source"])), max_size=3).map(tuple),
    locations=st.lists(PLACES, max_size=2).map(tuple),
    countries=st.lists(CODES, max_size=3).map(tuple),
    summary=MAYBE,
    source=st.builds(Source, outlet=MAYBE, title=MAYBE, url=st.sampled_from(["", "https://example.org/a?b=c#d"])),
    seed=st.none() | st.builds(SeedRef, WORDS, st.just("0" * 64)),
    rights=st.sampled_from(["full", "excerpt", "facts"]),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    claims=st.lists(st.builds(ReportClaim, WORDS, WORDS, MAYBE, MAYBE), max_size=2).map(tuple),
    clues=st.lists(WORDS, max_size=2).map(tuple),
    evidence=st.builds(FieldEvidence, date=MAYBE, actors=st.dictionaries(IDS, WORDS, max_size=2)),
    confidence=st.sampled_from(["confirmed", "reported", "disputed", "retracted"]),
    added=MAYBE_DATES,
    reviewed=MAYBE_DATES,
    corrections=st.lists(st.builds(Correction, DATES, WORDS), max_size=2).map(tuple),
    lang=st.sampled_from(["en", "fr"]),
    body=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=80),
)


@given(REPORTS)
def test_a_page_reads_back_as_it_was_written(report: Report) -> None:
    """Nothing of a report is lost or changed by writing it, whatever words it holds."""
    text = pagetext.dump_report(report)
    page = pagefile.read_page(text, PATH, "report")

    assert page.problems == ()
    assert isinstance(page.record, Report)
    # Where the body begins is told by the file alone.
    assert page.record == replace(report, body_line=page.record.body_line)
    assert text.split("\n")[page.record.body_line - 1 :] == report.body.split("\n")


def test_all_problems_of_a_page_are_told_at_once() -> None:
    """A page with four mistakes gives four messages, each with its place; what is right is kept."""
    text = (
        "---\nid: r1\ntitle: Talks\nevent_type: talks\ndate: 2021-13\nactor: [ada]\n"
        "rights: ful\nsource: {url: 'javascript:alert(1)'}\n---\n"
    )
    page = pagefile.read_page(text, PATH, "report")

    assert [(p.line, p.level) for p in page.problems] == [(6, "warning"), (5, "error"), (8, "error"), (7, "error")]
    assert 'did you mean "actors"' in page.problems[0].hint
    assert 'did you mean "full"' in page.problems[3].hint
    assert isinstance(page.record, Report)
    assert page.record.date is None
    assert page.record.title == "Talks"


def test_a_single_item_needs_no_brackets() -> None:
    """`actors: ada` is a list of one, and a plain word is an actor's id."""
    page = pagefile.read_page("---\nid: r1\ntitle: T\nevent_type: talks\nactors: ada\n---\n", PATH, "report")
    assert isinstance(page.record, Report)

    assert page.record.actors == (Role("ada", "mentioned"),)
    assert [reference.id for reference in page.references] == ["talks", "ada"]
