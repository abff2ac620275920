"""A number of reports -> as it is told beside a link, where one report more should not change thousands of pages.

Beside each link to an actor stands in how many reports it is. An actor may be in a third of them, and every edit that
adds it to a report, or takes it away, would change all pages that lead to it.
"""

from __future__ import annotations

EXACT = 100
"""Numbers below are told as they are."""
LEADING = 2
"""Digits of a higher number that are told."""


def rough(number: int) -> int:
    """1,234 -> 1,200, which is to be read as "1,200 or more"."""
    if number < EXACT:
        return number
    step: int = 10 ** (len(str(number)) - LEADING)
    return number // step * step
