"""Which of its links a page has previews of, and what these say."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pelican.plugins.chronology import archive
from pelican.plugins.chronology.atlas import read_atlas
from pelican.plugins.chronology.languages import ENGLISH
from pelican.plugins.chronology.model import Actor, KnownEvent, Office, Report, ReportEvent, Role
from pelican.plugins.chronology.views.previews import MOST, beside, previews
from pelican.plugins.chronology.views.sentences import opening
from pelican.plugins.chronology.views.shown import Shown


def report(number: int, actors: Iterable[str], **more: object) -> Report:
    given = {"date": f"2021-01-{number:02}", "summary": f"Summary {number}."}
    roles = tuple(Role(i) for i in actors)
    return Report(f"r{number}", f"reports/2021/r{number}.md", f"R {number}", "talks", actors=roles, **(given | more))  # type: ignore[arg-type]


def shown(reports: Iterable[Report], actors: Iterable[Actor], events: Iterable[KnownEvent] = ()) -> Shown:
    actors, events = list(actors), list(events)
    texts = {record.path: record.body for record in (*actors, *events) if record.body}
    return Shown(archive.build(reports, actors, {}, events, {}), ENGLISH, read_atlas, texts)


def test_a_page_has_those_to_which_it_leads_most_often() -> None:
    """Of many actors the ones with most links, each once; equal ones in order of their ids."""
    names = [f"a{n:02}" for n in range(MOST + 6)]
    actors = [Actor(name, name.upper(), "person") for name in names]
    site = shown([report(1, names), report(2, names[-3:]), report(3, names[-1:])], actors)

    made = previews(site, site.archive.entries)

    assert [one.text for one in made] == ["A29", "A27", "A28", *(name.upper() for name in names[: MOST - 3])]


def test_nobody_is_previewed_on_their_own_page() -> None:
    """The page itself says it all."""
    site = shown([report(1, ["ada", "ben"])], [Actor("ada", "Ada", "person"), Actor("ben", "Ben", "person")])

    assert [one.text for one in previews(site, site.archive.entries, but="ada")] == ["Ben"]


def test_an_actor_is_told_by_its_description_or_else_by_its_last_office() -> None:
    """The first sentence says who it is; a number says how much there is to read."""
    offices = (Office("Mayor", start="2001"), Office("Envoy", start="2011"), Office("Clerk"))
    actors = [
        Actor(
            "ada",
            "Ada",
            "person",
            path="actors/ada.md",
            body="An *envoy* of [the lake](lake.md). Born in 1970.",
            offices=offices,
        ),
        Actor("ben", "Ben", "armed_group", offices=offices),
    ]
    site = shown([report(1, ["ada", "ben"]), report(2, ["ada"])], actors)

    ada, ben = previews(site, site.archive.entries)

    assert (ada.href, ada.kind, ada.about, ada.reports) == ("actors/ada.html", "person", "An envoy of the lake.", 2)
    assert (ben.href, ben.kind, ben.about, ben.reports) == ("actors/ben.html", "armed group", "Envoy", 1)


def test_an_event_has_a_preview_in_a_list_only_if_there_is_more_to_say() -> None:
    """Its entry has its date and its name; the description is what it lacks."""
    events = [
        KnownEvent("flood", "Flood", "2021-02-01", "disaster", path="events/flood.md", body="The lake rose."),
        KnownEvent("fire", "Fire", "2021-03", "disaster"),
    ]
    site = shown([report(1, [], event="flood"), report(2, [], event="fire")], [], events)

    (flood,) = previews(site, site.archive.entries)

    assert (flood.href, flood.about, flood.reports) == ("events/flood.html", "The lake rose.", 1)
    assert flood.when
    assert flood.when.words == "1 February 2021"


def test_a_report_previews_its_events_and_what_follows_it() -> None:
    """An event that it tells of and the related reports, with what these say."""
    fire = KnownEvent("fire", "Fire", "2021-03", "disaster")
    twice = (ReportEvent("fire", None, "disaster"), ReportEvent("fire", None, "talks"))
    told = report(1, [], events=twice)
    same = report(3, [], summary="R 3")
    site = shown([told, report(2, []), same], [], [fire])

    made = beside(told, [site.card(other) for other in (report(2, []), same)], site)

    assert [(one.href, one.about) for one in made] == [
        ("events/fire.html", ""),
        ("reports/2021/r2.html", "Summary 2."),
        ("reports/2021/r3.html", ""),
    ]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("A state. Its capital is Bern.", "A state."),
        ("A state\n\nof the Alps.", "A state"),
        ("# Who\n\nA **state**", "Who"),
        ("", ""),
        ("word " * 100, ("word " * 52).strip() + " …"),
    ],
)
def test_the_first_sentence_of_a_description(body: str, sentence: str) -> None:
    """Without markup, and of one that does not end only the beginning."""
    assert opening(body) == sentence
