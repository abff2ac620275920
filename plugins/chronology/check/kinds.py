"""The kinds of problems that a check of an archive tells: the code of each, how severe it is, and what it means.

docs/checking.md is made from this list, with an example of each from tests/fixtures/mistakes.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Record
from ..problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Kind:
    code: str
    level: Level
    meaning: str
    """What is wrong, and why it matters."""
    remedy: str
    """What to do."""
    common: bool = False
    """Whether a sound archive may have it on most of its pages: then a check counts it, and lists it when asked."""


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds under one heading."""

    title: str
    kinds: tuple[Kind, ...]


GROUPS = (
    Group(
        "Files that cannot be read",
        (
            Kind("unreadable", "error", "The file cannot be opened, is a link, or is far too large.",
                 "Put the page itself in its place."),
            Kind("not-utf8", "error", "The page was saved in another encoding, so its accents would be wrong.",
                 "Save it as UTF-8 and look at the character that is named."),
            Kind("no-header", "error", "A page begins with a line `---`, its keys, and another line `---`.",
                 "Add what is missing; nothing may stand above the first line."),
            Kind("open-header", "error", "The second line `---` is missing, so header and text cannot be told apart.",
                 "Put it below the last key."),
            Kind("bad-yaml", "error", "The header is not written as YAML wants it: a tab, a colon inside a value, a "
                 "quote or a bracket that is not closed.", "The message shows how to write the line."),
            Kind("repeated-key", "error", "A key stands in the header twice, and one of the two would be lost.",
                 "Keep the one that is right."),
            Kind("bad-seed", "error", "A seed cannot be read, or something lies among the seeds that is none.",
                 "See `chronology ingest`; save the words as text."),
            Kind("bad-setting", "error", "`pelicanconf.py` names a setting that does not exist, or gives it a value "
                 "that it cannot have; or a catalogue in `languages/` would break pages.",
                 "See docs/settings.md and docs/languages.md."),
            Kind("stray-file", "warning", "A file lies where pages are kept and is not read as one: its name does not "
                 "end in `.md`, or its folder is none of those that are read.", "Rename it or move it."),
        ),
    ),
    Group(
        "Headers",
        (
            Kind("missing-key", "error", "A key that every page of this kind must have is missing or empty.",
                 "Add it; docs/data.md lists them in bold."),
            Kind("unknown-key", "warning", "A key that nothing reads: most often it is mistyped.",
                 "Write it as the hint says, or delete it."),
            Kind("wrong-shape", "error", "One value stands where several belong together, or the other way round.",
                 "Write it in the form that the hint shows."),
            Kind("bad-date", "error", "A date that is not written year first, or that no calendar has.",
                 "Write EDTF: 2015-11-14, 2015-11, 2015, 2015-11~."),
            Kind("unknown-choice", "error", "Only a few words may stand here, and this is none of them.",
                 "Choose one of those that are named."),
            Kind("bad-form", "error", "An id, a code, an address, a language or a digest that is not written as such.",
                 "Write it as the message says."),
            Kind("listed-twice", "warning", "The same actor or country stands in a list twice.",
                 "Keep one of the two."),
            Kind("file-name", "warning", "The name of a file is the address of its page for good, so it should be "
                 "plain: small letters, digits and hyphens; that of a country is its code.", "Rename the file."),
        ),
    ),
    Group(
        "References",
        (
            Kind("unknown-actor", "error", "There is no record of this actor.",
                 "Write the id that was meant, or make the record."),
            Kind("unknown-country", "error", "There is no country of this code.", "Write its code of two letters."),
            Kind("unknown-event", "error", "There is no record of this known event.",
                 "Write the id that was meant, or make the record."),
            Kind("unknown-event-type", "error", "The vocabulary has no such type of event.",
                 "Write the id of one that it has."),
            Kind("dead-link", "error", "A link in the text leads nowhere once the site is built.",
                 "Write `{filename}` and the path of a page, or an address that begins with https://."),
            Kind("duplicate-id", "error", "Two reports have the same id, so a permanent address would name both.",
                 "Give the newer page an id of its own."),
            Kind("duplicate-address", "error", "Two pages would be written to one address.", "Rename one of them."),
        ),
    ),
    Group(
        "Pages that contradict themselves or each other",
        (
            Kind("later-than-published", "warning", "A report tells of an event that came after it.",
                 "Mend the date that is wrong; what was only planned has `status: planned`."),
            Kind("date-to-come", "warning", "Something was done on a day that is more than a year ahead.",
                 "Mend the date: most often it is the year."),
            Kind("reviewed-too-early", "warning", "A page was reviewed before it was made.", "Mend one of the dates."),
            Kind("ends-before-it-begins", "warning", "A tenure or a relation ends before it begins.",
                 "Mend one of the dates."),
            Kind("office-not-held", "warning", "The report's words give an actor an office that the actor, by its "
                 "record, did not hold then.", "Mend the date of the report, the actor, or the record of the actor."),
            Kind("outside-lifetime", "warning", "An actor takes a leading part at a time when, by its record, it did "
                 "not exist yet, or had been gone for more than a year.", "Mend the date, the actor, or its record."),
            Kind("evidence-not-found", "warning", "Words that are given as evidence stand neither in the page nor in "
                 "its seed.", "Quote the report's own words."),
            Kind("seed-missing", "warning", "The seed that a page was made from is not there.",
                 "Put it back, or correct `seed.path`."),
            Kind("seed-changed", "warning", "The seed is not what it was when the page was made of it.",
                 "Run `chronology ingest` and compare the page with it."),
            Kind("same-seed", "warning", "Two pages were made from one seed.", "Delete the page that is superfluous."),
            Kind("alias-collision", "warning", "Two actors, or two known events, go by the same name, so that nobody "
                 "can tell which of them a report means.",
                 "Take the name from one of them, make it a weak alias, or list it under `not`."),
            Kind("same-identifier", "warning", "Two records are said to be the same thing elsewhere.",
                 "Merge them, or correct `same_as`."),
        ),
    ),
    Group(
        "Suggestions",
        (
            Kind("told-twice", "hint", "Two reports seem to tell of one event: the same days, actors and place, and "
                 "similar words.", "If they do, make a known event and name it in both as `event`."),
            Kind("same-person", "hint", "Two records of actors seem to be of one: their names differ by a letter, an "
                 "initial or their order.", "Merge them, or list the other's name under `not`."),
            Kind("same-source", "hint", "Two reports give the same address as their source.",
                 "Delete one if it is the same report twice."),
            Kind("no-archive-copy", "hint", "The source has an address and no archived copy; addresses die.",
                 "Save it, for instance at web.archive.org, and add `archive_url`.", common=True),
            Kind("unreviewed", "hint", "Nobody has compared the page with its source yet.",
                 "Read it, mend it, and put the day into `reviewed`.", common=True),
        ),
    ),
)  # fmt: skip

KINDS = {kind.code: kind for group in GROUPS for kind in group.kinds}


def told(code: str, record: Record, message: str, hint: str, *key: str | int) -> Problem:
    """A problem of a record; `key` says where in its header. Its line is found when it is to be shown."""
    return Problem(f"content/{record.path}", message, hint, level=KINDS[code].level, code=code, key=key)
