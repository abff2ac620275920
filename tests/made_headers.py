"""The definition of the records -> headers that hypothesis makes up: mostly right ones, and all kinds of wrong ones."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from pelican.plugins.chronology import fields

WORDS = st.sampled_from(
    ["ada", "Talks in Oslo", "", "~", "NO", "2015", "14.11.2015", "javascript:x", "https://example.org"]
)


def values(kind: fields.Kind) -> st.SearchStrategy[Any]:
    """Values of a kind, and now and then something else."""
    return st.one_of(_values(kind), _values(kind), _values(kind), _values(kind), WORDS, st.lists(WORDS, max_size=2))


def _values(kind: fields.Kind) -> st.SearchStrategy[Any]:
    if isinstance(kind, fields.ListOf):
        return st.lists(values(kind.item), max_size=2) | values(kind.item)
    if isinstance(kind, fields.Table):
        keys = {field.name: values(field.kind) for field in kind.fields}
        required = {field.name: keys.pop(field.name) for field in kind.fields if field.required}
        whole = st.fixed_dictionaries(required, optional={**keys, "bogus": WORDS})
        return whole | st.dictionaries(st.sampled_from([f.name for f in kind.fields]), WORDS, max_size=2)
    if isinstance(kind, fields.MapOf):
        return st.dictionaries(st.sampled_from(["ada", "NO", "fr"]), values(kind.value), max_size=2)
    if isinstance(kind, fields.Choice):
        return st.sampled_from(kind.values)
    if isinstance(kind, fields.Date | fields.Form):
        return st.from_regex(re.compile(kind.pattern, re.ASCII), fullmatch=True)
    return st.sampled_from(["NO", "FR"]) if kind == fields.Ref("country") else WORDS


HEADERS = {kind: _values(table) for kind, table in fields.RECORDS.items() if kind != "event_type"}
"""For each kind of record the values of its header, as texts, lists and mappings."""
