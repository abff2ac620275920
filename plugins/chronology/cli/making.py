"""A seed and the page that it has, if any -> a new page, or the page rewritten; what goes wrong is its result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .. import ingest
from ..header import HeaderError
from ..model import Edtf, Report
from ..patching import CannotPatch
from ..problems import Problem
from ..rewriting import Rewritten, rewritten
from ..seeds import seed_of
from ..vocabulary import Vocabulary
from .folder import File


class Task(NamedTuple):
    """A seed that is to be read."""

    file: File
    page: str = ""
    """The path of its page from the folder of the archive; empty where it has none."""
    text: str = ""
    """The text of its page as it stands."""
    accept: frozenset[str] = frozenset()
    """The parts of the page for which a person takes what is read."""
    keep: frozenset[str] = frozenset()
    """Those for which a person declines it."""


class Made(NamedTuple):
    """What became of a task."""

    task: Task
    problems: tuple[Problem, ...] = ()
    report: Report | None = None
    """What a new page is to say; its id and path are proposals."""
    rewritten: Rewritten | None = None
    """The page that is there already."""


@dataclass(frozen=True)
class MakePages:
    """The work of `chronology ingest`."""

    vocabulary: Vocabulary
    today: Edtf

    def __call__(self, tasks: Sequence[Task]) -> list[Made]:
        return [self._made(task) for task in tasks]

    def _made(self, task: Task) -> Made:
        try:
            return self._read(task)
        except HeaderError:
            return Made(task)  # the page is wrong, and the check of all pages tells how
        except CannotPatch as error:
            hint = "write the key `seed` as one line without a comment in it"
            return Made(task, (Problem(task.page, f"ingest cannot write into the header: {error}", hint),))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other seeds go on
            hint = "please report it with the file"
            return Made(task, (Problem(task.file.name, f"reading it failed: {error!r}", hint),))

    def _read(self, task: Task) -> Made:
        seed, problems = seed_of(task.file.data, task.file.name, task.file.suffix)
        if seed is None:
            return Made(task, tuple(problems))
        made = ingest.make_report(seed, self.vocabulary, self.today)
        if made is None:
            hint = "see `chronology annotate FILE` for what was taken for furniture, or remove the file"
            problem = Problem(seed.id, "no report is left in it once menus, notices and the like are cut", hint)
            return Made(task, (*problems, problem))
        report, annotation = made
        told = tuple(Problem(seed.id, said, level="hint") for said in annotation.problems)
        if not task.page:
            return Made(task, (*problems, *told), report=report)
        page = rewritten(task.text, task.page, report, task.accept, task.keep)
        # What was hard to read is told when it gives a page something new, not at every run.
        return Made(task, (*problems, *(told if page.changed else ())), rewritten=page)
