"""The claims of a report -> what is counted, with every figure for it and who gives it, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..languages import Language, names
from ..model import Report, ReportClaim
from .evidence import EvidenceView, Said


@dataclass(frozen=True, slots=True)
class ClaimView:
    value: str
    attributed_to: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """All that a report's sources say of one number."""

    what: str
    """What is counted: "killed"."""
    differ: bool
    """Whether they give different figures for it."""
    claims: tuple[ClaimView, ...]


def claims(report: Report, said: Said, language: Language) -> Iterator[ClaimGroup]:
    """In the order in which the report first counts something."""
    counted: dict[str, list[tuple[int, ReportClaim]]] = {}
    for number, claim in enumerate(report.claims, 1):
        counted.setdefault(claim.what, []).append((number, claim))
    for what, told in counted.items():
        shown = (ClaimView(c.value, c.attributed_to, said(c.evidence, f"claim-{n}")) for n, c in told)
        yield ClaimGroup(names.counted(what, language), len({claim.value for _, claim in told}) > 1, tuple(shown))
