"""What may stand in the header of each kind of page: the one definition.

From it come the validation of pages, their reading and writing, the JSON Schema files for editors (docs/schemas/) and
the tables of docs/data.md; `make schemas` writes what is kept in files.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .authority import ACTOR, ACTOR_KINDS, COUNTRY, EVENT, EVENT_TYPE, EVENT_TYPES
from .kinds import (
    Address,
    Choice,
    Code,
    Date,
    Field,
    Form,
    Hash,
    Kind,
    Language,
    ListOf,
    MapOf,
    Name,
    Ref,
    Table,
    Text,
)
from .report import CONFIDENCES, REPORT, RIGHTS, ROLES, STATUSES

__all__ = [
    "ACTOR", "ACTOR_KINDS", "CONFIDENCES", "COUNTRY", "EVENT", "EVENT_TYPE", "EVENT_TYPES", "RECORDS", "REPORT",
    "RIGHTS", "ROLES", "STATUSES", "Address", "Choice", "Code", "Date", "Field", "Form", "Hash", "Kind", "Language",
    "ListOf", "MapOf", "Name", "Ref", "Table", "Text",
]  # fmt: skip

RECORDS: Mapping[str, Table] = MappingProxyType(
    {"report": REPORT, "actor": ACTOR, "country": COUNTRY, "event": EVENT, "event_type": EVENT_TYPE}
)
