"""Templates as Jinja compiles them, and as we do: the pages are the same."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from jinja2 import DictLoader, Environment
from markupsafe import Markup
from pelican.plugins.chronology.compiled import compile_directly
from sites import build, everything, told, tree

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "compiled.yaml").read_text(encoding="utf-8"))
VALUES = {
    "name": "Ada",
    "text": 'a <b> & "c"',
    "safe": Markup("<i>x</i>"),
    "number": 1,
    "truth": True,
    "nothing": None,
    "numbers": [1, 2, 3],
    "table": {"key": "<v>"},
    "record": SimpleNamespace(name="Ada"),
    "yes": True,
    "no": False,
}
PARTS = "{% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}{% macro said() %}{{ name }}!{% endmacro %}"
FRAME = "<{% block one %}{{ name }}{% endblock %}|{% block two %}{% endblock %}>"
TEMPLATES = {"_parts.html": PARTS, "frame.html": FRAME, "part.html": "[{{ name }}{{ number }}]"}
PLAINLY = "\nfrom pelican.plugins.chronology import compiled\ncompiled.compile_directly = lambda environment: None\n"


@pytest.mark.parametrize("directly", [False, True], ids=["by Jinja", "directly"])
@pytest.mark.parametrize("row", CASES, ids=lambda row: row["says"][:60])
def test_what_a_template_says_is_drawn(row: dict[str, str], directly: bool) -> None:
    """Both ways, so that what is written in the fixture is Jinja's meaning and not ours."""
    environment = Environment(autoescape=True, loader=DictLoader({**TEMPLATES, "page": row["says"]}))
    if directly:
        compile_directly(environment)
    template = environment.get_template("page")

    assert [template.render(VALUES), template.render(VALUES)] == [row["shows"]] * 2


def test_a_macro_is_called_without_a_detour() -> None:
    """The code of a page asks the context for nothing that it calls."""
    environment = Environment(autoescape=True, loader=DictLoader({}))
    says = "{% import 'parts' as p %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}{{ p.part(1) }}"

    assert "context.call" in environment.compile(says, raw=True)
    compile_directly(environment)
    assert "context.call" not in environment.compile(says, raw=True)


def test_every_page_is_the_same(tmp_path: Path) -> None:
    """Of a site with one of everything, each file is what Jinja's own code would have made of it."""
    sites = everything(tmp_path / "directly"), everything(tmp_path / "plainly", PLAINLY)
    for site in sites:
        assert (result := build(site)).returncode == 0, told(result)

    directly, plainly = (tree(site / "output") for site in sites)
    assert directly == plainly
    assert len(directly) > 100
