"""Claims the signposts of a website: "Home", "Explore News", "Top News Today", "Back to top"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_THINGS = r"(?:news|stories|story|headlines|articles?|posts?|videos?|topics?|sections?|galleries|episodes|updates)"
_SIGNPOST = re.compile(
    rf"(?:explore|browse|discover|view|see|show|load|read|all|more|latest|top|most|trending|popular|recent"
    rf"|featured|breaking|today's|live|world|local|national|other)(?: (?:more|all|the|latest|top|popular"
    rf"|read|viewed|shared|recent|breaking|world|other|related))* {_THINGS}(?: (?:today|now|here"
    rf"|of the day|this week|right now))?[:>»…]*$"
    r"|(?:home|homepage|back to (?:top|home|news)|back|top|menu|main menu|search|search for|log ?in"
    r"|log ?out|sign ?in|sign ?out|my account|register|subscribe|trending(?: now)?|most (?:read|popular"
    r"|viewed|shared|commented)|load more|show more|show less|see more|see all|view all|view more"
    r"|read more|learn more|more|next|previous|prev|continue(?: reading)?|close|open|cancel|submit|reply|"
    r"next (?:article|story|post|page)|previous (?:article|story|post|page)|older posts?|newer posts?"
    r"|skip to .{0,30}|jump to .{0,30}|skip navigation|toggle .{0,30}|(?:open|close) (?:menu|navigation"
    r"|search|sidebar).{0,30}|all news|about us|contact us?|privacy policy|terms of (?:use|service)"
    r"|terms(?: and| &) conditions|cookie policy|sitemap|site map|advertise(?: with us)?|careers|help"
    r"|faqs?|rss(?: feeds?)?|accessibility|e-?paper|archives?|tags?|topics|loading|please wait|"
    r"filed under(?: .{0,60})?|corrections(?: and| &) clarifications|more in .{0,40}"
    r"|posted in .{0,60}|tagged(?: with| in)? .{0,80}|(?:tags|topics"
    r"|categories|category|keywords|sections?|filed under|more about|explore more|in this (?:story"
    r"|article)) ?: ?.{0,200}|most read in .{0,30}|you are here ?:? ?.{0,80}|\d+ (?:min(?:ute)?s?"
    r"|minutes) read|\d+ minutes? - \d+ words"
    r"|\d+ (?:shares|views|likes|votes)|(?:page )?\d+ (?:of|/) \d+|do not sell .{0,40}"
    r"|powered by .{0,40})[:.…>»]*$"
    r"|(?:previous|next) article(?!s\b)[^\s:.].{0,160}$"
    r"|home ?[>»/|›] ?.{1,120}$|[a-z &]{2,30}(?: ?[>»›] ?[a-z &]{2,40}){2,6}$"
    r"|(?:[a-z' ]{3,20} [|] ){3,}[a-z' ]{2,20}$"
)
_LIMIT = 24


def navigation(page: Page) -> Iterator[Row]:
    return (row for row in page.short if row.words <= _LIMIT and _SIGNPOST.match(row.plain[:200]))
