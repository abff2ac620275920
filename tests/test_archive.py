"""The archive: entries in order of time, and indexes both ways."""

from __future__ import annotations

from pelican.plugins.chronology import archive
from pelican.plugins.chronology.model import Actor, KnownEvent, Location, Report, ReportEvent, Role

ADA = Actor("ada", "Ada Stone", "person", "FR")
NORWAY = Actor("norway", "Norway", "state", "NO")
SIEGE = KnownEvent("siege", "The siege", "2020-05-01", "attack", actors=("ada",), locations=(Location("Oslo", "NO"),))


def report(name: str, date: str | None, **more: object) -> Report:
    """A report that needs only a name and a date."""
    values: dict[str, object] = {"id": f"r-{name}", "path": f"reports/2020/{name}.md", "title": name}
    return Report(**{**values, "event_type": "talks", "date": date, **more})  # type: ignore[arg-type]


def build(*reports: Report, actors: tuple[Actor, ...] = (ADA, NORWAY)) -> archive.Archive:
    return archive.build(reports, actors, {}, [SIEGE], {})


def test_reports_stand_in_order_of_their_bounds() -> None:
    """What begins earlier comes first; of two that begin together, what ends earlier; undated comes last."""
    made = build(
        report("undated", None),
        report("month", "2020-05"),
        report("day", "2020-05-01"),
        report("before", "../2020-04-30"),
        report("about", "2020-04~"),
    )

    assert [r.title for r in made.reports] == ["about", "before", "day", "month", "undated"]


def test_an_undated_report_stands_where_it_was_published() -> None:
    """A report whose event has no date is placed by its own date of publication."""
    made = build(report("late", "2020-06"), report("early", None, published="2020-01-05"))

    assert [r.title for r in made.reports] == ["early", "late"]


def test_a_known_event_is_one_entry_however_many_reports_tell_of_it() -> None:
    """Its page lists them all; an event told in passing counts too."""
    made = build(
        report("first", "2020-05-01", event="siege"),
        report("second", "2020-05-03", events=(ReportEvent("siege", None, "attack"),)),
    )
    siege = [entry for entry in made.entries if entry.known]

    assert [(entry.anchor, [r.title for r in entry.reports]) for entry in siege] == [("siege", ["first", "second"])]
    assert [entry.anchor for entry in made.entries] == ["siege", "r-second"]
    assert [entry.anchor for entry in made.entries_by_country["NO"]] == ["siege"]


def test_a_further_event_keeps_an_anchor_of_its_own() -> None:
    """An event that a report tells of in passing stands in the chronology under its own date."""
    further = ReportEvent(None, "2014-04", "sanction", actors=("norway",), summary="Norway left.")
    made = build(report("now", "2020-05-02", actors=(Role("ada"),), events=(further,)))

    assert [(e.anchor, e.date) for e in made.entries] == [
        ("r-now-1", "2014-04"),
        ("siege", "2020-05-01"),
        ("r-now", "2020-05-02"),
    ]
    assert list(made.entries_by_year) == [2014, 2020]
    assert [e.anchor for e in made.entries_by_actor["norway"]] == ["r-now-1"]


def test_a_state_brings_its_country_and_a_person_does_not() -> None:
    """Norway as an actor files a report under Norway; the nationality of Ada Stone files it nowhere."""
    made = build(report("talks", "2020", actors=(Role("ada"), Role("norway"))))

    assert set(made.reports_by_country) == {"NO"}


def test_neighbours() -> None:
    """One can walk through the archive, and through the reports of one actor."""
    first, second, third = (report(n, f"2020-0{i}", actors=(Role("ada"),)) for i, n in enumerate("abc", 1))
    other = report("other", "2020-02-15")
    made = build(third, other, first, second)

    assert made.neighbours(first) == (None, second)
    assert made.neighbours_by_actor(second, "ada") == (first, third)
    assert made.neighbours(second) == (first, other)


def test_an_endless_interval_stands_where_it_begins() -> None:
    """What lasts "since 2012" is listed under 2012, "until 2016" under 2016, and what is open on both sides nowhere."""
    assert archive.year_of("2012/..") == 2012
    assert archive.year_of("../2016-03") == 2016
    assert archive.year_of("../..") is None
