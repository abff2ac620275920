"""Work on several processes gives the same as work on one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pelican.plugins.chronology import parallel


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_results_keep_the_order_of_the_items(processes: int) -> None:
    """However many processes work, the first result is that of the first item."""
    items = list(range(500))

    assert parallel.mapped(lambda n: n * n, items, processes) == [n * n for n in items]


@pytest.mark.parametrize("processes", [1, 3])
def test_every_job_is_done_once(processes: int, tmp_path: Path) -> None:
    """Each job writes its file; none is left out and none is done twice."""

    def job(number: int) -> None:
        with (tmp_path / str(number)).open("x") as file:
            file.write(str(number))

    parallel.share_out([[partial(job, n) for n in some] for some in (range(9), range(9, 40), ())], processes)

    assert sorted(int(path.name) for path in tmp_path.iterdir()) == list(range(40))


def test_what_fails_in_another_process_is_told() -> None:
    """The error of a forked process reaches the caller with its traceback."""
    with pytest.raises((parallel.JobFailed, ZeroDivisionError), match="by zero"):
        parallel.mapped(lambda n: 1 // (n - 499), list(range(500)), 2)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_result_is_worked_out_meanwhile(processes: int) -> None:
    """It may be asked for as often as one likes."""
    result = parallel.meanwhile(lambda: {"one", "two"}, processes)

    assert result() == {"one", "two"}
    assert result() == {"one", "two"}


def test_what_fails_meanwhile_is_told_when_its_result_is_wanted() -> None:
    """With the traceback of the other process."""

    def failing() -> None:
        raise ValueError("no such thing")

    result = parallel.meanwhile(failing, 2)

    with pytest.raises(parallel.JobFailed, match="no such thing"):
        result()
