"""Real sites for tests: the repository's own, and small ones from a few files, built by the real commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OWN = ("content", "seeds", "theme", "plugins", "pelicanconf.py")
"""What the repository's own site is built from."""

COMMAND = "import pelican; pelican.__path__.insert(0, {root!r}); "
COMMAND += "from pelican.plugins.chronology.cli import main; raise SystemExit(main())"
"""The `chronology` command of a working tree, installed or not."""

SMALL_SETTINGS = """\
import runpy

globals().update({{k: v for k, v in runpy.run_path({conf!r}).items() if k.isupper()}})
PATH, OUTPUT_PATH = "content", "output"
PLUGIN_PATHS = [{plugins!r}]
THEME = {theme!r}
"""

TALKS = """\
---
id: t4lk50
title: Envoys meet by the lake
date: 2021-06-09
published: 2021-06-10
event_type: talks
actors: [{id: ada-stone, role: primary}, ben-reed]
location: {place: Geneva, country: CH}
countries: [CH, FR]
summary: Two envoys met by the lake.
source: {outlet: Lake Gazette, url: https://example.org/talks, lang: en}
evidence: {date: on Wednesday, location: in Geneva, actors: {ada-stone: Ada Stone, ben-reed: Ben Reed}}
added: 2026-11-22
---
Ada Stone met Ben Reed in Geneva on Wednesday. They spoke of the quinquennial fisheries accord.
"""
ADA = "---\nname: Ada Stone\nkind: person\ncountry: CH\n---\nAn envoy.\n"
BEN = "---\nname: Ben Reed\nkind: person\ncountry: FR\n---\n"
TYPES = "event_types:\n  - {id: talks, label: Talks, group: Diplomacy}\n"

SMALL = {
    "content/reports/2021/envoys-meet.md": TALKS,
    "content/actors/ada-stone.md": ADA,
    "content/actors/ben-reed.md": BEN,
    "content/vocabulary/event_types.yaml": TYPES,
}
"""The files of an archive of one report."""


EVERYTHING_SETTINGS = """
SITENAME = "One of everything"
SITESUBTITLE = "An invented archive of the strait"
MENUITEMS = [("The strait", "https://example.org/strait")]
"""
CROWDED = "CHRONOLOGY_PAGE_EVENTS = 1\n"
"""A page holds next to nothing: what could grow long in a large archive is cut in a small one, too."""


def copy_own(folder: Path) -> Path:
    """A copy of the repository's own site, without what was built from it."""
    for name in OWN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, folder / name)
    return folder


def small_site(folder: Path, files: Mapping[str, str | bytes], settings: str = "") -> Path:
    """A site of these files, with the repository's settings, plugin and theme; `settings` come last."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "content").mkdir(exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    given = SMALL_SETTINGS.format(
        conf=str(ROOT / "pelicanconf.py"), plugins=str(ROOT / "plugins"), theme=str(ROOT / "theme")
    )
    (folder / "pelicanconf.py").write_text(given + settings, encoding="utf-8")
    return folder


def everything(folder: Path, settings: str = "") -> Path:
    """The archive with one of everything: each kind of page, and each thing that may stand on one."""
    return small_site(folder, tree(ROOT / "tests" / "fixtures" / "everything"), EVERYTHING_SETTINGS + settings)


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site as `make html` does."""
    words = "-m pelican content --settings pelicanconf.py --output output --fatal errors --log-handler plain"
    return _run([sys.executable, *words.split()], folder, environment)


def chronology(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the `chronology` command in a folder."""
    return _run([sys.executable, "-c", COMMAND.format(root=str(ROOT)), *words], folder, environment)


def _run(command: list[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def told(process: subprocess.CompletedProcess[str]) -> str:
    """All that a command printed."""
    return process.stdout + process.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def restore(folder: Path, files: Mapping[str, bytes]) -> None:
    """The folder as it was."""
    shutil.rmtree(folder)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
