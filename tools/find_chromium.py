"""Prints the path of a Chromium for the browser tests; with --install, gets Debian's where there is none.

CHROMIUM=/path/to/chrome names another, and comes first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")
REMEDY = (
    "No Chromium was found, and the browser tests need one. On Debian or Ubuntu, run:\n"
    f"    sudo {' '.join(INSTALL)}\n"
    "Elsewhere, install Chromium or Chrome and name it: CHROMIUM=/path/to/chrome make test"
)


def find() -> str | None:
    """The browser that CHROMIUM names, or else the first known name on the PATH."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        if path := shutil.which(name):
            return path
    return None


def install() -> None:
    """Fetch Debian's Chromium where that needs nobody's password."""
    prefix = _as_root()
    if prefix is None or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("apt-get", "update"), INSTALL):
        # Standard output is the answer of this program, so what apt-get tells goes to the other one.
        subprocess.run([*prefix, *command], env=environment, stdout=sys.stderr, check=False)


def _as_root() -> list[str] | None:
    """The words to put before a command for it to run as root; None where that cannot be had."""
    if os.geteuid() == 0:
        return []
    # On somebody's own machine nothing is installed with sudo unasked.
    if os.environ.get("CI") and shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        return ["sudo", "-n"] if asked.returncode == 0 else None
    return None


def main(arguments: list[str]) -> int:
    path = find()
    if path is None and "--install" in arguments:
        install()
        path = find()
    if path is None:
        print(REMEDY, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
