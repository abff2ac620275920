"""A question about a page -> an answer that holds: from the call, from the person at the terminal, or the default."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..problems import WrongCall

LIST = "?"
"""The answer that asks for what may be answered."""


class WrongAnswer(ValueError):
    """An answer that does not hold; the message says what was found and what is expected."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what makes an answer hold."""

    option: str
    """How a call names it: "--date", or "TITLE"."""
    says: str
    example: str
    hold: Callable[[str], str]
    """The answer as it is written into a page; raises WrongAnswer."""
    default: str = ""
    needed: bool = False
    """Whether a page cannot do without; else an empty answer says that it is not known."""
    known: Mapping[str, str] = field(default_factory=dict)
    """The answers that there are, each with its words; empty where anything may be said."""


def answer(question: Question, given: str | None) -> str:
    """What was given in the call, or what is told at the terminal, or the default; "" for what is not known.

    Raises WrongCall where what was given does not hold, or where nothing was and nobody can be asked.
    """
    if given is not None:
        try:
            return question.hold(given) if given or question.needed else question.default
        except WrongAnswer as error:
            raise WrongCall(f"{question.option}: {error}") from error
    if on_terminal():
        return _asked(question)
    if question.needed and not question.default:
        raise WrongCall(f"{question.option} is missing: {question.says[:1].lower()}{question.says[1:]}")
    return question.default


def on_terminal() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(question: Question) -> str:
    """Asks again until an answer holds."""
    while True:
        try:
            said = input(_prompt(question)).strip()
        except (EOFError, KeyboardInterrupt):
            print()
            raise WrongCall("stopped, and nothing was written") from None
        if said == LIST and question.known:
            print("\n".join(f"  {name:<16} {words}".rstrip() for name, words in question.known.items()))
            continue
        if not said and (question.default or not question.needed):
            return question.default
        try:
            return question.hold(said)
        except WrongAnswer as error:
            print(f"  {error}")


def _prompt(question: Question) -> str:
    """As `When it happened, such as 2024-03-22 [not known]: `."""
    listed = f"; {LIST} lists all" if question.known else ""
    otherwise = question.default or ("" if question.needed else "not known")
    shown = f" [{otherwise}]" if otherwise else ""
    return f"{question.says}, such as {question.example}{listed}{shown}: "
