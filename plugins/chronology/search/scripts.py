"""A value <-> a classic script that hands it over to the search page."""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.)")


def script(name: str, value: object) -> str:
    """A script that hands a value over as JSON text. `<` is escaped, so that no HTML parser ever sees a tag in it.

    Browsers parse JSON in a string many times faster than an object literal.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = data.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\u003c")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"chronologySearch.load('{name}','{text}');\n"


def value_of(text: str) -> Any:
    """What a script hands over, as the page reads it. Raises ValueError for what `script` did not make."""
    data = text[text.index(",'") + 2 : text.rindex("'")]
    return json.loads(_ESCAPED.sub(_character, data) if "\\" in data else data)


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1][1:], 16)) if len(escaped[1]) == 5 else escaped[1]
