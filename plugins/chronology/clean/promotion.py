"""Claims what a website praises to its readers: newsletters, apps, channels, subscriptions, adverts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_CALL = re.compile(
    r"[\[(>*•▶►→-]* ?(?:please )?(?:sign up|sign me up|subscribe|follow|like us|join (?:us|our|the)"
    r"|download|install|get|stay|keep up|don't miss|never miss|click|tap|support|donate|become|help us"
    r"|catch|"
    r"receive|enjoy|try|start|unlock|enter your|want|for (?:more|the latest|all the latest|breaking|daily"
    r"|latest)|check out|visit|register|buy|love|looking for|have a|got a|do you have|send|submit"
    r"|advertise|to (?:read|get|receive)|find (?:us|out)|connect|contact|create|sponsored|discover"
    r"|this article is|you have)\b"
)
_GOODS = re.compile(
    r"\b(?:newsletters?|our (?:[a-z]+ ){0,2}(?:app|channels?|page|group|inbox|journalism|work|website|site"
    r"|mailing list|podcasts?|emails?|e-?paper)|telegram channel|whatsapp channel|(?:iphone|android|mobile"
    r"|the|news) app\b|app store|google play"
    r"|subscription|subscribers?|inbox|breaking news (?:alerts?|emails?)|email alerts?|e-?mail updates?"
    r"|news alerts?|(?:push )?notifications|free trial|google news"
    r"|on (?:facebook|twitter|instagram|telegram|youtube|whatsapp|linkedin|x\b)|follow us|subscribe (?:now"
    r"|today|to|for)|daily (?:briefing|digest)|unlimited access|stay (?:informed|updated|up to date"
    r"|connected|tuned|in the know|ahead)|latest (?:news|updates|headlines)\b.{0,60}\b(?:follow|visit"
    r"|click|log on|download)"
    r"|(?:breaking|live) news and|news tip|story idea|gift card|special offer|your email|e-?mail address"
    r"|free account|an account|members?hip|become a (?:member|patron|supporter|subscriber)|click here"
    r"|at no cost|with us|this button|(?:on|to) your (?:door|phone)|independent journalism)"
)
_WHOLE = re.compile(
    r"[\[(-]*(?:advertisement|advertisements|advertising|advert|ad|ads|sponsored(?: content| links?"
    r"| post)?|promoted(?: content| links?| stories)?|partner content|paid (?:content|post)"
    r"|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}"
    r"|continue reading below.{0,20}|(?:scroll|skip) (?:down )?(?:to|for) .{0,20}(?:continue|ad)"
    r"|ad feedback|remove ads|from our partners?|taboola|outbrain|anzeige|publicité|publicidad"
    r"|werbung)[\])-]*\.?$"
    r"|(?:e-?mail )?newsletters?(?: sign ?up)?$|(?:sign up|subscribe|donate|support us|stay informed"
    r"|stay connected|follow us|sign up now|subscribe now|subscribe today|donate now|start free trial"
    r"|get the app|download (?:the|our) app)[.!]*$"
    r"|thank(?:s| you) for (?:reading|subscribing|signing up|your (?:support|interest))\b.{0,60}$"
    r"|daily newsletter ?: .{2,80}$|listen to this (?:story|article|report)$|list of \d+ items$|more to follow[.]?$"
    r"|this (?:is a )?breaking (?:news )?story\b.{0,40}\b(?:updated|developing|refresh)\b.{0,60}$"
    r"|since you(?:'re| are) here\b.{0,80}$"
    r"|you(?:'ve| have| are now) (?:successfully )?(?:subscribed|been signed up|been added"
    r"|signed up)\b.{0,60}$|want more .{2,60}$"
)
_SAID_TO_READERS = ("thank", "you", "want", "this breaking", "this is a breaking", "since you")
"""How the few of them begin that are whole sentences."""
_LIMIT = 60


def promotion(page: Page) -> Iterator[Row]:
    """A call to the reader and the goods it praises, both in one line, and no words of others."""
    for row in page.free:
        if row.words > _LIMIT or not row.plain:
            continue
        whole = not row.prose or row.plain.startswith(_SAID_TO_READERS)
        if (whole and _WHOLE.match(row.plain)) or (
            _CALL.match(row.plain) and '"' not in row.plain and _GOODS.search(row.plain)
        ):
            yield row
