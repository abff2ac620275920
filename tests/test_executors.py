"""Work gives the same wherever it is done: here, in processes, on a Dask cluster."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import executors
from pelican.plugins.chronology.executors import CHUNK, ExecutorLost, UnknownExecutor, in_order


def square(numbers: list[int]) -> list[int]:
    return [number * number for number in numbers]


def fall_at_forty(numbers: list[int]) -> list[int]:
    if 40 in numbers:
        os._exit(1)
    return numbers


@pytest.mark.parametrize("executor", ["serial", "process:1", "process:3", "process"])
@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1, 10 * CHUNK + 7])
def test_results_keep_the_order_of_the_items(executor: str, count: int) -> None:
    """However many processes work, the first result is that of the first item, and none is missing."""
    assert list(in_order(square, range(count), executor)) == [n * n for n in range(count)]


def test_a_process_with_threads_is_not_forked() -> None:
    """Beside a thread the work goes to fresh processes, which are sent it; the results are the same."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert list(in_order(list, range(5 * CHUNK), "process:2")) == list(range(5 * CHUNK))
    finally:
        done.set()
        thread.join()


@pytest.mark.parametrize("executor", ["serial", "process:2"])
def test_no_more_is_read_than_is_worked_on(executor: str) -> None:
    """However long the input, only some chunks of it are held: the input here never ends."""
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield read

    results = in_order(square, endless(), executor)
    assert list(islice(results, 3)) == [1, 4, 9]
    results.close()  # type: ignore[attr-defined]

    assert read <= 8 * CHUNK


@given(st.lists(st.integers(0, executors.HEAVY)))
def test_heavy_items_are_sent_in_small_chunks(weights: list[int]) -> None:
    """A chunk ends when it is heavy, so that fifty large texts never lie in one process together."""
    chunks = list(executors._chunks(weights, lambda weight: weight))

    assert [weight for chunk in chunks for weight in chunk] == weights
    assert all(sum(chunk[:-1]) < executors.HEAVY and len(chunk) <= CHUNK for chunk in chunks)


def test_a_lost_process_is_told() -> None:
    """When the system takes a process away, the message says how far the work was and what to try."""
    with pytest.raises(ExecutorLost, match="--executor serial"):
        list(in_order(fall_at_forty, range(500), "process:2"))


@pytest.mark.parametrize("name", ["threads", "process:0", "process:x", "serial:2", "dask://", "tcp://localhost:1", ""])
def test_an_unknown_executor_is_named(name: str) -> None:
    """The message lists the executors that there are."""
    with pytest.raises(UnknownExecutor, match="dask://HOST:PORT or serial"):
        list(in_order(square, [1], name))


def test_a_cluster_gives_the_results_of_one_process(dask_address: str) -> None:
    """Two workers on a cluster: the same results in the same order, from an input that is read bit by bit."""
    items = (f"item {n}" for n in range(10 * CHUNK + 1))

    assert list(in_order(list, items, dask_address)) == [f"item {n}" for n in range(10 * CHUNK + 1)]


def test_workers_with_another_program_are_refused(dask_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that was not brought up to date would give other results, and nobody would notice."""
    monkeypatch.setattr(executors, "program", lambda: str(os.getpid()))

    with pytest.raises(ExecutorLost, match="install the same version"):
        list(in_order(list, ["item"], dask_address))


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing listens at this address; the message names it."""
    monkeypatch.setattr(executors, "PATIENCE", 1)

    with pytest.raises(ExecutorLost, match="no Dask scheduler answers at tcp://127"):
        list(in_order(list, ["item"], "dask://127.0.0.1:9"))
