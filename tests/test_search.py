"""The files of the search: lunr's own index, and nothing in them that a browser could take for a tag."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lunr import lunr
from lunr.index import Index
from pelican.plugins.chronology import search

WORDS = st.text(st.sampled_from("abcde éß-.,'\"\n\t<>\\\u2028 "), max_size=60)
DOCUMENTS = st.lists(st.fixed_dictionaries(dict.fromkeys(search.BOOSTS, WORDS)), min_size=1, max_size=6)


def loaded(script: str) -> object:
    """What the browser gets: the script's one call, evaluated as JavaScript does."""
    call = re.fullmatch(r"chronologySearch\.load\('(\w+)','(.*)'\);\n", script, re.DOTALL)
    assert call
    text = re.sub(
        r"\\(u[0-9a-f]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if m[1][0] == "u" and len(m[1]) == 5 else m[1], call[2]
    )
    return json.loads(text)


@given(DOCUMENTS)
@settings(max_examples=60)
def test_the_index_is_the_one_that_lunr_makes(texts: list[dict[str, str]]) -> None:
    """Working out each word once changes nothing: the index equals that of lunr's own builder."""
    documents = [{"id": f"r{n}", **text} for n, text in enumerate(texts)]
    fields = [{"field_name": name, "boost": boost} for name, boost in search.BOOSTS.items()]
    theirs = lunr(ref="id", fields=fields, documents=documents).serialize()

    assert loaded(search.index_of(documents)) == json.loads(json.dumps(theirs))


def test_a_word_of_a_body_finds_its_report() -> None:
    """The index answers, by stem and without accents."""
    empty = dict.fromkeys(search.BOOSTS, "")
    documents = [
        {**empty, "id": "r1", "body": search.fold("Négociations at the lake")},
        {**empty, "id": "r2", "title": "Fishing accords"},
    ]
    index = Index.load(json.dumps(loaded(search.index_of(documents))))

    assert [hit["ref"] for hit in index.search("negociation")] == ["r1"]
    assert [hit["ref"] for hit in index.search("accord")] == ["r2"]


def test_no_script_holds_a_tag() -> None:
    """A body with a closing script tag stays data, whatever parser reads the file."""
    documents = [{**dict.fromkeys(search.BOOSTS, ""), "id": "r1", "title": "</script><script>'\\"}]

    assert "<" not in search.index_of(documents)


def test_an_archive_without_reports_has_an_index_too() -> None:
    """The search of an empty archive loads and finds nothing."""
    index = Index.load(json.dumps(loaded(search.index_of([]))))

    assert index.search("anything") == []
