"""A page of another archive and a mapping -> a report page of ours, and what was not understood of it.

file -> header + body -> `finding` (where a value stands there) -> `values` (what it is here) -> `page` -> report
"""

from __future__ import annotations

from .mapping import FIELDS, Mapping, read_mapping
from .page import Brought, Unread, bring
from .values import NewActors

__all__ = ["FIELDS", "Brought", "Mapping", "NewActors", "Unread", "bring", "read_mapping"]
