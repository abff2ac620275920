"""Prints the path of a Chromium for the browser tests; with --install, gets Debian's where there is none.

CHROMIUM=/path/to/chrome names another, and comes first.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APT = ("apt-get", "install", "--yes", "--no-install-recommends")


def find() -> str | None:
    """The browser that CHROMIUM names, or else the first known name on the PATH."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *NAMES)):
        if path := shutil.which(name):
            return path
    return None


def missing() -> list[str]:
    """The Debian packages without which the browser tests cannot run here."""
    packages = [] if find() else ["chromium"]
    if sys.platform == "linux":
        try:
            # Playwright brings its own Node.js, which wants this; a small Debian is without it.
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            packages.append("libatomic1")
    return packages


def remedy(packages: list[str]) -> str:
    """What a person is to do to get these."""
    return (
        f"The browser tests need {' and '.join(packages)}. On Debian or Ubuntu, run:\n"
        f"    sudo {' '.join((*APT, *packages))}\n"
        "Elsewhere, install Chromium or Chrome and name it: CHROMIUM=/path/to/chrome make test"
    )


def install(packages: list[str]) -> None:
    """Get the packages where that needs nobody's password."""
    prefix = _as_root()
    if prefix is None or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("apt-get", "update"), (*APT, *packages)):
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
    if missing() and "--install" in arguments:
        install(missing())
    if packages := missing():
        print(remedy(packages), file=sys.stderr)
        return 1
    print(find())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
