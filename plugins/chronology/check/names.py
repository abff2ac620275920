"""Names that two records share, and records that seem to be of one person."""

from __future__ import annotations

from collections.abc import Iterator

from .. import edtf
from ..model import Actor, KnownEvent, Record
from ..outlines import ActorOutline, EventOutline, plain
from ..problems import Problem
from .alike import alike
from .around import Around
from .kinds import told


def shared_name(record: Record, around: Around) -> Iterator[Problem]:
    """A name or alias by which another record goes, too."""
    if not isinstance(record, Actor | KnownEvent):
        return
    for number, form in enumerate((record.name, *record.aliases)):
        others = [other for other in _called(form, record, around) if not _told_apart(record, other, form)]
        if not others or not around.tells(record.path, (other.path for other in others)):
            continue
        whose = ", ".join(f"{other.name} (content/{other.path})" for other in others)
        hint = "take it from one of them"
        if isinstance(record, Actor):
            hint += ", make it a weak alias, or list it under `not`"
        key = ("aliases", number - 1) if number else ("name",)
        yield told("alias-collision", record, f'"{form}" is a name of {whose}, too', hint, *key)


def _called(form: str, record: Actor | KnownEvent, around: Around) -> list[ActorOutline | EventOutline]:
    found = around.actors_called if isinstance(record, Actor) else around.events_called
    return [other for other in found.get(plain(form), ()) if other.path != record.path]


def _told_apart(record: Actor | KnownEvent, other: ActorOutline | EventOutline, form: str) -> bool:
    """Whether one of the two says that it is not meant by the name."""
    nots = [*(record.not_forms if isinstance(record, Actor) else ())]
    nots += other.nots if isinstance(other, ActorOutline) else ()
    return plain(form) in map(plain, nots)


def shared_identifier(record: Record, around: Around) -> Iterator[Problem]:
    """An identifier elsewhere that another record has, too."""
    if not isinstance(record, Actor | KnownEvent):
        return
    for number, same in enumerate(record.same_as):
        others = [path for path in around.identified[same] if path != record.path]
        if others and around.tells(record.path, others):
            message = f"{same} is what content/{min(others)} is said to be, too"
            yield told("same-identifier", record, message, "merge the two, or correct one of them", "same_as", number)


def same_person(record: Record, around: Around) -> Iterator[Problem]:
    """Another record whose name is nearly the same, where nothing says that it is somebody else."""
    if not isinstance(record, Actor):
        return
    own = around.by_path[record.path]
    assert isinstance(own, ActorOutline)
    for other in around.resembling(own):
        if alike(own.name, other.name) and not _differ(own, other) and around.tells(own.path, (other.path,)):
            message = f'"{own.name}" looks like {other.name} (content/{other.path})'
            hint = f'if they are one, merge them; if not, write `not: ["{other.name}"]` here'
            yield told("same-person", record, message, hint, "name")


def _differ(one: ActorOutline, other: ActorOutline) -> bool:
    """Whether the records themselves tell the two apart, or are told of for another reason."""
    if one.kind != other.kind or (one.country and other.country and one.country != other.country):
        return True
    if plain(other.name) in map(plain, one.nots) or plain(one.name) in map(plain, other.nots):
        return True
    if {plain(form) for form in (one.name, *one.aliases)} & {plain(form) for form in (other.name, *other.aliases)}:
        return True  # that is told as a shared name
    if one.exists and other.exists and not edtf.overlaps(one.exists, other.exists):
        return True
    registers = [{same.partition(":")[0]: same for same in actor.same_as} for actor in (one, other)]
    return any(registers[1].get(register, same) != same for register, same in registers[0].items())
