"""Claims pointers to other reports: "Read more: ...", "Also read", "Related stories"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_POINTER = (
    r"(?:read (?:more|also|next|now|this)|also read|must read|see also|see more|also see|also on"
    r"|related(?: (?:stories|story|articles?|news|links?"
    r"|topics?|coverage|content|posts?|reading|videos?))?|more(?: on this)?(?: story| stories)?"
    r"|watch(?: also| now| live| more)?|listen(?: to this)?|recommended(?: (?:stories|for you|reading))?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|in (?:pictures|photos|pics"
    r"|video)"
    r"|lire aussi|à lire(?: aussi)?|a lire(?: aussi)?|lea también|lee también|lesen sie auch|siehe auch"
    r"|mehr zum thema|leggi anche|leia também|lees ook|читайте также)"
)
_LED = re.compile(rf"[\[(>*•▶►→-]* ?{_POINTER} ?(?::|\||>|»|- )")
_WHOLE = re.compile(
    r"[\[(>*•▶►→-]* ?(?:read (?:more|also|next|the full (?:story|article|report))|also read|see also"
    r"|related(?: (?:stories|story|articles?|news|links?|topics?|coverage|content|posts?|reading"
    r"|videos?))?"
    r"|more on this(?: story| topic)?|more (?:stories|news|coverage|articles)|recommended(?: (?:stories"
    r"|for you|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)(?: .{0,20})?"
    r"|further reading|(?:more|latest|top stories|news) from .{2,40}|editor'?s'? (?:picks?|choice)"
    r"|around the (?:web|internet|network|bbc)|[a-z]{2,20} recommends"
    r"|what to (?:read|watch) next|up next|trending(?: now| stories| topics)?|lire aussi"
    r"|siehe auch)[\])]?[.:…]*$"
)
_ABOUT = re.compile(r"(?:read|find out|learn) more (?:about|on|from|here|at) ")
_LIMIT = 40


def related(page: Page) -> Iterator[Row]:
    for row in page.free:
        if row.words > _LIMIT or '"' in row.plain[:3]:
            continue
        # "More: ..." may be a sentence of the story when it is brought to an end.
        led = _LED.match(row.plain)
        if (led and not (row.prose and row.plain.startswith(("more", "watch", "listen")))) or (
            not row.prose and (_WHOLE.match(row.plain) or _ABOUT.match(row.plain))
        ):
            yield row
