"""lunr's own index of documents in one piece, with words cut and stemmed as on the page: what shards are held to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lunr import get_default_builder, lunr
from lunr.pipeline import Pipeline
from lunr.stop_word_filter import stop_word_filter
from lunr.token import Token
from pelican.plugins.chronology.search.documents import BOOSTS
from pelican.plugins.chronology.search.stems import Stems, bare

SEPARATOR = r"[ \t\n\r\f\v\xa0-]+"
"""lunr's."""


def pages_stemmer(token: Token, *_: object) -> Token:
    return token.update(lambda text, _: Stems()[text])


Pipeline.register_function(pages_stemmer, "pages_stemmer")


def whole_index(documents: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """As lunr serializes it; a document is known by its number."""
    rows = [
        {"id": str(number), **{name: " ".join(map(bare, re.split(SEPARATOR, text))) for name, text in row.items()}}
        for number, row in enumerate(documents)
    ]
    builder = get_default_builder()
    builder.pipeline.reset()
    builder.pipeline.add(stop_word_filter, pages_stemmer)
    fields = [{"field_name": name, "boost": boost} for name, boost in BOOSTS.items()]
    made: dict[str, Any] = lunr(ref="id", fields=fields, documents=rows, builder=builder).serialize()
    return made
