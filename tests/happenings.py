"""What may happen to an archive between two builds: to its records, and to all else that a site is made from.

Each takes the folder of the site and a source of chance.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from pelican.plugins.chronology.vocabulary import shipped_event_types


def _page(site: Path, chance: random.Random, folder: str = "*") -> Path:
    return chance.choice(sorted((site / "content").glob(f"{folder}/**/*.md")))


def _line(page: Path, key: str, value: str) -> None:
    """Give a key of the header another value."""
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text, count=1), encoding="utf-8")


def more_words(site: Path, chance: random.Random) -> None:
    page = _page(site, chance)
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\nAnd {chance.random()} more.\n", encoding="utf-8")


def another_title(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "title", f"A title of {chance.randrange(9)}")


def another_date(site: Path, chance: random.Random) -> None:
    dates = ("2018", "2019-05-02", "2020-03-01/2020-04-02", "2021~", "2022-10?")
    _line(_page(site, chance, chance.choice(("reports", "events"))), "date", chance.choice(dates))


def another_summary(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "summary", f"Of {chance.randrange(9)} boats.")


def added_later(site: Path, chance: random.Random) -> None:
    """Reports are numbered in the order in which they were added."""
    _line(_page(site, chance, "reports"), "added", f"2026-12-{chance.randrange(10, 20)}")


def another_publication(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "published", chance.choice(("2019", "2020-03-05", "2022-11")))


def another_event(site: Path, chance: random.Random) -> None:
    """Let a report tell of another known event, of a new one, or of none."""
    page, known = _page(site, chance, "reports"), sorted((site / "content" / "events").glob("*.md"))
    text = re.sub(r"(?m)^event: .*\n", "", page.read_text(encoding="utf-8"))
    if known and chance.random() < 0.7:
        text = text.replace("\nevent_type:", f"\nevent: {chance.choice(known).stem}\nevent_type:", 1)
    page.write_text(text, encoding="utf-8")


def another_type(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "event_type", chance.choice(("talks", "statement", "accident")))


def other_actors(site: Path, chance: random.Random) -> None:
    ids = [page.stem for page in sorted((site / "content" / "actors").glob("*.md"))]
    _line(_page(site, chance, "reports"), "actors", f"[{', '.join(chance.sample(ids, 3))}]")


def other_countries(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "countries", f"[{', '.join(chance.sample(['FR', 'CH', 'ES', 'MA'], 2))}]")


def another_outlet(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "source", f"{{outlet: Gazette {chance.randrange(3)}}}")


def another_name(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, chance.choice(("actors", "events"))), "name", f"Name {chance.randrange(9)}")


def another_country(site: Path, chance: random.Random) -> None:
    page = _page(site, chance, "actors")
    _line(page, "kind", chance.choice(("state", "body", "organisation")))
    text = page.read_text(encoding="utf-8")
    if "\ncountry:" not in text:
        page.write_text(text.replace("\nkind:", "\ncountry: FR\nkind:", 1), encoding="utf-8")
    _line(page, "country", chance.choice(("FR", "ES", "MA")))


def country_page(site: Path, chance: random.Random) -> None:
    code = chance.choice(("FR", "ES", "MA"))
    page = site / "content" / "countries" / f"{code.lower()}.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"---\ncode: {code}\nname: Land {chance.randrange(9)}\n---\nWords.\n", encoding="utf-8")


def new_report(site: Path, chance: random.Random) -> None:
    copied, number = _page(site, chance, "reports"), chance.randrange(10**6)
    page = copied.with_name(f"copy-{number}.md")
    page.write_text(copied.read_text(encoding="utf-8"), encoding="utf-8")
    _line(page, "id", f"c{number}")


def lost_page(site: Path, chance: random.Random) -> None:
    _page(site, chance).unlink()


def own_vocabulary(site: Path, chance: random.Random) -> None:
    rows = "".join(f"  - {{id: {row.id}, label: {row.label} {chance.randrange(3)}, group: {row.group}}}\n" for row in
                   shipped_event_types())  # fmt: skip
    page = site / "content" / "vocabulary" / "event_types.yaml"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"event_types:\n{rows}", encoding="utf-8")


def template(site: Path, chance: random.Random) -> None:
    page = chance.choice(sorted((site / "theme" / "templates").glob("*.html")))
    page.write_text(page.read_text(encoding="utf-8") + f"<!-- {chance.random()} -->", encoding="utf-8")


def setting(site: Path, chance: random.Random) -> None:
    _append(site, f'SITENAME = "Archive {chance.randrange(9)}"\n')


def language(site: Path, chance: random.Random) -> None:
    _append(site, f'DEFAULT_LANG = "{chance.choice(("en", "fr", "ar"))}"\n')


def translation(site: Path, chance: random.Random) -> None:
    catalog = site / "languages" / "fr.po"
    catalog.parent.mkdir(exist_ok=True)
    catalog.write_text(f'msgid "Search"\nmsgstr "Fouiller {chance.randrange(9)}"\n', encoding="utf-8")


def _append(site: Path, line: str) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + line, encoding="utf-8")


def touched(site: Path, chance: random.Random) -> None:
    os.utime(_page(site, chance), (chance.randrange(10**9),) * 2)


def lost_output(site: Path, chance: random.Random) -> None:
    chance.choice(sorted((site / "output").rglob("*.html"))).unlink()


def spoilt_output(site: Path, chance: random.Random) -> None:
    page = chance.choice([path for path in sorted((site / "output").rglob("*")) if path.suffix in (".html", ".js")])
    page.write_text("By hand.", encoding="utf-8")


def lost_cache(site: Path, _chance: random.Random) -> None:
    shutil.rmtree(site / "cache")


def spoilt_notes(site: Path, chance: random.Random) -> None:
    """What was noted of the files of the search and of the exports is of another build, or nonsense."""
    for kept in (site / "cache").glob("build-*"):
        with closing(sqlite3.connect(kept)) as database, database:
            database.execute("UPDATE notes SET value = ?", (chance.choice((b"", b"nonsense", b"\x80\x05N.")),))


def spoilt_cache(site: Path, chance: random.Random) -> None:
    for kept in (site / "cache").glob("build-*"):
        data = bytearray(kept.read_bytes())
        data[chance.randrange(len(data)) :] = b"nonsense"
        kept.write_bytes(data)


TO_RECORDS = (
    more_words, another_title, another_date, another_type, other_actors, other_countries, another_outlet, another_name,
    another_country, country_page, new_report, lost_page, another_event, another_publication, another_summary,
    added_later,
)  # fmt: skip
TO_SITE = (
    *TO_RECORDS, own_vocabulary, template, setting, language, translation, touched, lost_output, spoilt_output,
    spoilt_notes,
)  # fmt: skip
TO_CACHE = (lost_cache, spoilt_cache)
"""After which nobody knows which files of the output are ours: none that is made no more is deleted then."""
