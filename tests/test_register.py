"""Known events are found by who took part, where and when, without going through all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate.register import Register, register
from pelican.plugins.chronology.model import KnownEvent, Location
from pelican.plugins.chronology.vocabulary import Vocabulary

_DAYS = st.integers(date(2010, 1, 1).toordinal(), date(2012, 12, 31).toordinal())
_DATES = st.one_of(
    st.builds(lambda first, length: edtf.join(first, first + length), _DAYS, st.integers(0, 400)),
    st.sampled_from(["2011/..", "../2011-06", "2011-05~", "2011"]),
)


def _event(number: int, when: str) -> KnownEvent:
    return KnownEvent(f"event-{number}", f"Event {number}", when, "talks", (), ("togo",), (Location("Accra", "GH"),))


def _register(dates: list[str]) -> Register:
    return register(Vocabulary.of(events=[_event(number, when) for number, when in enumerate(dates)]))


@given(st.lists(_DATES, max_size=12), _DAYS, st.integers(0, 90))
def test_those_of_a_time_are_those_whose_days_meet_it(dates: list[str], first: int, length: int) -> None:
    """Long events and open ones count, too; whoever asks by actor or by place is told the same."""
    last = first + length
    spans = {f"event-{number}": edtf.bounds(when) for number, when in enumerate(dates)}
    known = _register(dates)
    for shelf in (known.of_actor("togo"), known.at_place("Accra")):
        met = {event.id for event in shelf.between(first, last)}
        assert met == {name for name, (begin, end) in spans.items() if begin <= last and first <= end}
        held = {event.id for event in shelf.within(first, last)}
        assert held == {name for name, (begin, end) in spans.items() if first <= begin and end <= last}
        assert {event.id for event in shelf.all()} == set(spans)


def test_nobody_finds_events_of_strangers() -> None:
    """An actor or a place without known events has none at any time."""
    known = _register(["2011-05-03"])
    assert not known.of_actor("benin").all()
    assert not known.at_place("Cotonou").between(edtf.OPEN_START, edtf.OPEN_END)
