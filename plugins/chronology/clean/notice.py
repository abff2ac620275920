"""Claims what a website says of itself: cookies, sign-in forms, scripts that are switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_NOTICE = re.compile(
    r"\b(?:we|this (?:web)?site|our (?:web)?site|this page|our partners) (?:may )?(?:uses?|store|place"
    r"|set)\b[^.]{0,40} cookies\b"
    r"|\bcookie (?:policy|settings|preferences|notice|consent)\b|\baccept (?:all )?cookies\b"
    r"|\byou (?:agree|consent) to (?:our|the) (?:use of|terms|privacy|cookie)|\bby (?:continuing|clicking"
    r"|using|signing|subscribing|submitting)\b[^.]{0,80}\byou (?:agree|accept|consent|acknowledge)"
    r"|\b(?:enable|requires?|turn on) javascript\b|\bjavascript (?:is|to be) (?:disabled|enabled"
    r"|turned off|required)"
    r"|\byour browser (?:does not|doesn't|is (?:not|out))|\bprivacy (?:policy|notice)\b.{0,40}\bterms\b"
    r"|\bterms (?:of (?:use|service)|and conditions|& conditions)\b.{0,60}\b(?:privacy|apply)"
    r"|\b(?:forgot(?:ten)?|reset|change|enter) your (?:username|password|e-?mail)"
    r"|\bresend (?:the )?(?:e-?mail|code)|\bthis (?:site|form) is protected by recaptcha"
    r"|\bthis (?:e-?mail|service|article|content|video) (?:is )?not available in your (?:country|region)"
)
_HINTS = ("cookie", "javascript", "browser", "privacy", "terms", "you a", "you con", "your ", "captcha", "resend ")
_LIMIT = 70


def notice(page: Page) -> Iterator[Row]:
    """Never a line with words in quotation marks: a report may tell of such a notice."""
    for row in page.mentioning(*_HINTS):
        if row.words <= _LIMIT and '"' not in row.plain and _NOTICE.search(row.plain):
            yield row
