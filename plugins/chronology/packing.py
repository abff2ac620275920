"""Records and problems <-> bytes that a cache can hold.

Whoever can put a file into the cache must not be able to run anything with it. So unpacking makes the classes of this
list and nothing else, and those only hold values.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from . import model
from .problems import Problem
from .validate import Reference

_RECORDS: tuple[type[Any], ...] = (
    model.Report,
    model.Actor,
    model.Country,
    model.KnownEvent,
    model.Correction,
    model.FieldEvidence,
    model.Location,
    model.Office,
    model.Relation,
    model.ReportClaim,
    model.ReportEvent,
    model.Role,
    model.SeedRef,
    model.Source,
    Problem,
)
SHORT = 24
"""Characters: a day, an id, the name of an outlet. Longer texts hardly come twice."""


@lru_cache(1 << 16)
def _first(value: Any) -> Any:
    """Of equal values the one that came first."""
    return value


def _shared(value: Any) -> Any:
    """A field's value, with texts that stand in other records, too."""
    kind = type(value)
    if kind is str:
        return _first(value) if len(value) <= SHORT else value
    if kind is tuple:
        return _first(value) if value and type(value[0]) is str else value
    if kind is dict:
        return {_first(key): _shared(words) for key, words in value.items()}
    return value


def _maker(made: type[Any]) -> Callable[..., Any]:
    """What makes a record of the values of its fields. A thousand reports name the same few actors, places and days:
    kept once, they are a third less to hold, and each process of a build has a copy of all that it touches.
    """
    return lambda *values: made(*map(_shared, values))


_MADE: dict[str, Callable[..., Any]] = {
    **{made.__name__: _maker(made) for made in _RECORDS},
    model.Role.__name__: lru_cache(1 << 16)(model.Role),
    model.Location.__name__: lru_cache(1 << 16)(model.Location),
    Reference.__name__: Reference,
}


class Unusable(ValueError):
    """What a cache holds cannot be used."""


def _reducer(made: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """A record as its class and the values of its fields: half as long to unpack as pickle's own way."""
    names = [field.name for field in fields(made)]
    values = attrgetter(*names)
    return (lambda record: (made, values(record))) if len(names) > 1 else (lambda record: (made, (values(record),)))


_REDUCERS = {made: _reducer(made) for made in _RECORDS}


def pack(value: object) -> bytes:
    """A record, or a tuple of such, as bytes."""
    out = io.BytesIO()
    packer = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _REDUCERS
    packer.dump(value)
    return out.getvalue()


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in _MADE:
            raise Unusable(f"{module}.{name} is no record")
        return _MADE[name]


def unpack(packed: bytes) -> Any:
    """What `pack` was given. Raises Unusable for anything that it did not make."""
    try:
        return _Unpacker(io.BytesIO(packed)).load()
    except Unusable:
        raise
    except Exception as error:  # whatever bytes that are no pickle lead to
        raise Unusable(str(error)) from error
