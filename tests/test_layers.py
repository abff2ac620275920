"""The layers of the package, proved from its syntax trees: imports go down only, and costly or impure
modules are known where they belong and nowhere else.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "plugins" / "chronology"

# From the ground up; a name stands for the module, or for the whole package with all that is below it.
# A module may import its own layer and those before it.
LAYERS: dict[str, tuple[str, ...]] = {
    "ground": ("model", "problems", "fields", "folding", "forges", "colours", "room"),
    "text": (
        "scripts",
        "languages",
        "pictures",
        "edtf",
        "tokens",
        "lexicon",
        "agencies",
        "months",
        "vocabulary",
        "clean",
        "annotate",
        "marks",
        "body",
        "citations",
        "diagnosis",
    ),
    "files": (
        "atlas",
        "catalogues",
        "parallel",
        "executors",
        "header",
        "validate",
        "declared",
        "webpage",
        "seeds",
        "records",
        "pagefile",
        "pagetext",
        "authorship",
        "patching",
        "suggestions",
        "rewriting",
        "ledger",
        "wholefile",
        "stamps",
        "packing",
        "lastbuild",
        "rereading",
        "lines",
        "settings",
    ),
    "archive": ("urls", "links", "outlines", "archive"),
    "flow": (
        "ingest",
        "pairing",
        "foreign",
        "repointing",
        "merging",
        "check",
        "discovered",
        "stats",
        "blank",
        "views",
        "compiled",
        "theme",
        "translated",
        "search",
        "exports",
        "feeds",
    ),
    "rim": ("annotators",),
    "edge": ("", "generators", "edition", "remaining", "basis", "writer", "cli"),
}

# Who alone may import what is not ours.
ONLY: dict[str, tuple[str, ...]] = {
    "pelican": LAYERS["edge"],
    "lunr": ("search",),
    "yaml": ("header", "patching", "pagefile", "seeds", "vocabulary"),
    "trafilatura": ("webpage",),
    "markdown": ("body",),
    "nh3": ("body",),
    "jinja2": ("compiled", "theme", "translated", "basis"),
    "babel": ("catalogues",),
    "argparse": ("cli",),
    "rich": ("cli",),
    "distributed": ("executors",),
    "spacy": ("annotators",),
}

# Without clock, environment, chance, process, network or files: the same text gives the same result. Only the
# vocabulary reads something, the tables that are shipped with the package.
PURE = {*LAYERS["ground"], *LAYERS["text"], *LAYERS["archive"], "views", "search"} - {"vocabulary"}
IMPURE_MODULES = {"os", "sys", "time", "random", "secrets", "subprocess", "socket", "tempfile", "threading"}
IMPURE_MODULES |= {"urllib.request", "http.client", "uuid", "platform", "locale"}
IMPURE_CALLS = {"now", "utcnow", "today", "open", "read_text", "write_text", "read_bytes", "write_bytes"}

# Rules do not know each other: only their package's `__init__` does, where the order is. What several rules
# need is in these modules.
SHARED_BY_RULES: dict[str, set[str]] = {
    "clean": {"lines", "page"},
    "annotate": {
        "reading",
        "clauses",
        "inflect",
        "parts",
        "triggers",
        "types",
        "told",
        "imprint",
        "provinces",
        "stamps",
        "fitting",
        "salience",
    },
    "annotate.actors": {"naming", "page", "words"},
    "annotate.claims": {"kinds"},
    "annotate.dates": {"kinds", "terms", "reckoning", "tense"},
    "annotate.dating": {"story", "past"},
    "annotate.events": {"scene", "mentions", "plan", "attach", "recognised", "setting"},
}


def modules() -> list[str]:
    """Every module below the package, dotted, "" being the package itself."""
    return sorted(_dotted(path) for path in PACKAGE.rglob("*.py"))


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _file(module: str) -> Path:
    base = PACKAGE.joinpath(*module.split(".")) if module else PACKAGE
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_file(module).read_text("utf-8"), filename=str(_file(module)))


def own_imports(module: str) -> set[str]:
    """The modules of the package that this one imports, wherever in its text."""
    return {name for name in _relative_imports(module) if name != module}


def _relative_imports(module: str) -> Iterator[str]:
    package = module if _file(module).name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(_tree(module)):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if package else []
        base = ".".join([*above, *filter(None, [node.module])])
        for alias in node.names:
            below = f"{base}.{alias.name}".strip(".")
            yield below if _file(below).exists() else base


def other_imports(module: str) -> set[str]:
    """The full names of what this module imports from outside of the package."""
    names = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _belongs(module: str, names: Collection[str]) -> bool:
    return any(module == name or (name and module.startswith(f"{name}.")) for name in names)


def layer(module: str) -> int:
    """The layer a module stands in, counted from the ground."""
    for number, names in enumerate(LAYERS.values()):
        if _belongs(module, names):
            return number
    pytest.fail(f"{_file(module)} stands in no layer: add it to LAYERS, and to the table in the docs")


@pytest.mark.parametrize("module", modules())
def test_imports_go_down_only(module: str) -> None:
    """A module imports its own layer and those below it, never one above."""
    own = layer(module)
    upward = {name for name in own_imports(module) if layer(name) > own}

    assert not upward, f"{module or '__init__'} imports from above: {sorted(upward)}"


def test_no_module_imports_itself_by_a_detour() -> None:
    """The imports inside the package have no circle: each module can be read after those it builds on."""
    order = TopologicalSorter({module: own_imports(module) for module in modules()})

    order.prepare()  # raises a CycleError that names the circle


def test_every_package_is_distributed() -> None:
    """Who installs the distribution gets every module: pyproject.toml lists each folder that holds one."""
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text("utf-8"))
    listed = {name.removeprefix("pelican.plugins.") for name in project["tool"]["setuptools"]["packages"]}
    folders = {path.parent.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*.py")}

    assert {folder.as_posix().replace("/", ".") for folder in folders} <= listed


@pytest.mark.parametrize("module", modules())
def test_inside_the_package_imports_are_relative(module: str) -> None:
    """The package works under any name that Pelican loads it by, so it never names itself."""
    absolute = {name for name in other_imports(module) if name.startswith(("pelican.plugins", "plugins"))}

    assert not absolute


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_known_where_it_belongs(library: str) -> None:
    """Pelican is known to the edge alone, lunr to the search, YAML to the readers of our files."""
    knowing = {m for m in modules() if any(n.partition(".")[0] == library for n in other_imports(m))}

    strangers = sorted(m for m in knowing if not _belongs(m, ONLY[library]))

    assert not strangers, f"{strangers} import {library}; only {ONLY[library]} may"


@pytest.mark.parametrize("module", [m for m in modules() if m and _belongs(m, PURE)])
def test_the_pure_layers_have_no_clock_and_no_files(module: str) -> None:
    """What is read from a text depends on nothing but the text and the vocabulary."""
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }

    assert not other_imports(module) & IMPURE_MODULES
    assert not calls & IMPURE_CALLS


def test_cleaning_and_annotating_do_not_know_each_other() -> None:
    """Either half of the reading of a seed can be changed without a look at the other."""
    for module in modules():
        for this, other in (("clean", "annotate"), ("annotate", "clean")):
            if _belongs(module, (this,)):
                assert not [name for name in own_imports(module) if _belongs(name, (other,))], module


@pytest.mark.parametrize("module", [m for m in modules() if _belongs(m, ("clean", "annotate"))])
def test_a_rule_knows_no_other_rule(module: str) -> None:
    """Rules are put in order by their package's list alone, so one can be added or taken out by one line."""
    if _file(module).name == "__init__.py":
        return
    package = module.rpartition(".")[0]
    siblings = {n for n in own_imports(module) if n == package or n.rpartition(".")[0] == package}
    shared = {f"{package}.{name}" for name in SHARED_BY_RULES.get(package, ())}

    assert not siblings - shared, f"{module} imports {sorted(siblings - shared)}"
