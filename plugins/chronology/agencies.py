"""The names under which news agencies sign, as patterns on folded lower-case text."""

from __future__ import annotations

AGENCY = (
    r"(?:reuters|afp|agence france-presse|(?:the )?associated press|a\.p\.|ap|ians|indo-asian news service"
    r"|pti|press trust of india|ani|uni|xinhua(?: news agency)?|itar-tass|tass|ria novosti|sputnik|interfax"
    r"|dpa|efe|ansa|anadolu(?: agency)?|apa|bernama|kyodo|yonhap|upi|irna|sana|wam|kuna|petra|mena|pana"
    r"|panapress|aps|amap|belga|bloomberg|tns|pa media|news agency of nigeria|nan)"
)
"""Well-known agencies. A further one is a line here; longer names stand before their beginnings."""

NEWSROOM = (
    r"(?:(?:news |wire |foreign )?agenc(?:y|ies)|wires?|wire services?|(?:our )?staff(?: reporters?| writers?)?"
    r"|(?:our )?(?:(?:web|news|foreign|world|online|digital|international|africa) )?desk"
    r"|(?:our |a |special |staff |own |foreign ){0,2}correspondents?|newsroom|bureau|editorial (?:team|board))"
)
"""How a report is signed that nobody signs by name."""
