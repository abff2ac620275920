"""Shared by all tests: the working tree is what is tested, installed or not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pelican
import pytest
from hypothesis import settings
from sites import CROWDED, build, chronology, copy_own, everything, told

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# A test tells whether something is right, not whether the machine was busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# The root of the repository holds plugins/, so pelican.plugins.chronology is found there first.
pelican.__path__.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled reference material; it is not part of the repository."""
    if not SHARED.is_dir():
        # On GitHub it cannot be there, for it is not public; .ci/run is the strict run.
        if os.environ.get("CI") and not os.environ.get("GITHUB_ACTIONS"):
            pytest.fail(f"the reference material is missing at {SHARED}: in CI these tests must run")
        pytest.skip(f"the reference material is not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's own site, read and built once as by `make html`; no test changes it."""
    folder = copy_own(tmp_path_factory.mktemp("site"))
    for result in (chronology(folder, "ingest"), build(folder)):
        assert result.returncode == 0, told(result)
    return folder


@pytest.fixture(scope="session")
def everything_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built archive with one of everything that a page may show; no test changes it."""
    folder = everything(tmp_path_factory.mktemp("everything"))
    result = build(folder)
    assert result.returncode == 0, told(result)
    return folder


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same archive with so little room that every list that can grow long is shared out among several pages."""
    folder = everything(tmp_path_factory.mktemp("crowded"), CROWDED)
    result = build(folder)
    assert result.returncode == 0, told(result)
    return folder


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same archive with its interface in Arabic, from right to left; no test changes it."""
    folder = everything(tmp_path_factory.mktemp("arabic"), 'DEFAULT_LANG = "ar"\n')
    result = build(folder)
    assert result.returncode == 0, told(result)
    return folder


CLUSTER = """
import sys
from distributed import LocalCluster

exec(sys.argv[1])  # the scheduler unpacks the work, too

if __name__ == "__main__":
    with LocalCluster(2, threads_per_worker=1, dashboard_address=None, preload=[sys.argv[1]]) as cluster:
        print(cluster.scheduler_address.replace("tcp://", "dask://"), flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="session")
def dask_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cluster of two workers that run the working tree, as the name of an executor. It ends with its input."""
    script = tmp_path_factory.mktemp("cluster") / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    start = f"import pelican; pelican.__path__.insert(0, {str(ROOT)!r})"
    with subprocess.Popen(
        [sys.executable, str(script), start],
        cwd=script.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as cluster:
        assert cluster.stdin
        assert cluster.stdout
        address = cluster.stdout.readline().strip()
        assert address, "the cluster did not start"
        yield address
        cluster.stdin.close()
