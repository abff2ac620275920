"""What became of the seeds -> pages and the list of what was ingested, written to disk or shown."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field

from .. import ingest, ledger, pagefile, wholefile
from ..ledger import Entry
from ..model import Id, Seed
from ..pagefile import Content
from ..pagetext import dump_report
from ..pairing import Claim
from ..problems import Problem, count
from ..rewriting import signed
from ..settings import Settings
from .differences import show
from .making import Made
from .pages import page_text
from .settled import Settled


@dataclass(slots=True)
class Desk:
    """Takes each result as it comes, and writes the page at once: what was done before a crash stays done."""

    settings: Settings
    settled: Settled
    ids: set[Id]
    paths: set[str]
    """Of all pages that there are, in small letters."""
    listed: set[Entry]
    dry_run: bool
    done: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(
        cls, settings: Settings, content: Content, listed: set[Entry], claims: list[Claim], *, dry_run: bool
    ) -> Desk:
        """The desk of an archive with these pages."""
        return cls(
            settings,
            Settled.read(settings, content),
            {report.id for report in content.reports},
            {path.lower() for path in pagefile.pages_in(settings.content, "reports")},
            listed | {Entry.of(claim.sha256, claim.path) for claim in claims},
            dry_run,
        )

    def take(self, made: Made, seed: Seed, claim: Claim | None) -> list[Problem]:
        """Write what became of a seed; what a person should know of it."""
        try:
            return self._take(made, seed, claim)
        except OSError as error:
            said = f"its page cannot be written: {error.strerror} ({error.filename})"
            return [*made.problems, Problem(seed.id, said, "make room or set the permissions, and run it again")]

    def _take(self, made: Made, seed: Seed, claim: Claim | None) -> list[Problem]:
        problems = list(made.problems)
        path, text = "", ""
        if made.report:
            report = signed(ingest.settled(made.report, seed.sha256, self.ids, self.paths))
            self.ids.add(report.id)
            self.paths.add(report.path.lower())
            path, text = report.path, dump_report(report)
            self._write(path, None, text)
            self._say(f"{seed.id} -> content/{path}")
            self.done["new"] += 1
        elif made.rewritten and claim:
            path, text = claim.page, made.rewritten.text
            problems += [*made.rewritten.suggestions, *made.rewritten.notes]
            self.done["suggested"] += len(made.rewritten.suggestions)
            if text == made.task.text:
                self.done["unchanged"] += 1
            elif self._write(path, made.task.text, text):
                self._say(
                    f"{seed.id} -> content/{path} ({', '.join(made.rewritten.changed) or 'its record of the seed'})"
                )
                self.done["updated"] += 1
            else:
                said = "the page was changed while ingest was at work, and was left alone"
                return [*problems, Problem(f"content/{path}", said, "run it again", level="warning")]
            self.listed.discard(Entry.of(claim.sha256, claim.path))
        if path:
            self.listed.add(Entry.of(seed.sha256, seed.id))
            if not problems:
                self.settled.now.add(self.settled.mark(seed, path, text))
        return problems

    def skip(self, seed: Seed, claim: Claim) -> bool:
        """Whether the last run found that there is nothing to do for a seed and its page."""
        text = page_text(self.settings.content / claim.page)
        mark = self.settled.mark(seed, claim.page, text or "")
        if mark not in self.settled.before:
            return False
        self.settled.now.add(mark)
        self.done["unchanged"] += 1
        return True

    def close(self, *, whole: bool, listing: bool) -> None:
        """Write the list of what was ingested if `listing`, and what is settled; `whole` when all seeds were looked at.

        The list comes last: a seed in it that has no page would be taken for one whose page somebody removed.
        """
        path = self.settings.content / ledger.NAME
        before = page_text(path)
        after = ledger.dump(self.listed)
        if listing and self.listed and after != before:
            if self.dry_run:
                show(f"content/{ledger.NAME}", before, after)
            else:
                wholefile.write(path, after)
        if not self.dry_run:
            self.settled.write(whole=whole)

    def summary(self) -> str:
        """What was done, in a line."""
        done = self.done
        parts = [count(done["new"], "new page"), f"{done['unchanged']} unchanged"]
        parts += [f"{done['updated']} updated"] if done["updated"] else []
        parts += [f"{done['removed']} removed earlier and not made again"] if done["removed"] else []
        parts += [count(done["suggested"], "suggestion")] if done["suggested"] else []
        return ", ".join(parts)

    def _write(self, path: str, before: str | None, after: str) -> bool:
        """Write or show a page; False where it is no more what it was when it was read."""
        file = self.settings.content / path
        if before is not None and page_text(file) != before:
            return False
        if self.dry_run:
            show(f"content/{path}", before, after)
        else:
            wholefile.write(file, after)
        return True

    def _say(self, line: str) -> None:
        if not self.dry_run:
            print(line, file=sys.stdout)
