"""Catalogues are whole, a site says nothing in English that a catalogue says otherwise, and mistakes are told."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import DictLoader, Environment
from pelican.plugins.chronology.catalogues import SHIPPED, differences, languages_in, read_language
from pelican.plugins.chronology.languages import Language
from pelican.plugins.chronology.translated import speak
from pelican.plugins.chronology.vocabulary import shipped_countries
from sites import ROOT, SMALL, build, chronology, everything, small_site, told

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "languages.yaml").read_text(encoding="utf-8"))
LANGUAGES = languages_in(SHIPPED)
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = ("PLOVER", "ACLED", "Chicago", "MLA", "BibTeX", "RIS", "CSL", "JSON", "Wikipedia")
"""What is called the same everywhere."""
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: fr\\n"\n'
HEAD += '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
MARKED = ("aria-label", "title", "placeholder", "alt")
"""Attributes that are read to people."""
VOID = {
    "br",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "wbr",
    "rect",
    "path",
    "circle",
    "use",
    "line",
    "polygon",
    "polyline",
}


@cache
def language(code: str) -> Language:
    made, problems = read_language(code, ROOT / "tests")
    assert not problems
    return made


def catalogue(code: str) -> Catalog:
    with (SHIPPED / f"{code}.po").open("rb") as opened:
        return read_po(opened, locale=code)


def test_catalogues_are_up_to_date() -> None:
    """What the interface says is in every catalogue, and nothing else is: otherwise, `make messages`."""
    check = [sys.executable, "tools/update_messages.py", "--check"]
    path = f"import sys, pelican, runpy; pelican.__path__.insert(0, {str(ROOT)!r}); sys.argv = {check[1:]!r}; "
    path += 'runpy.run_path("tools/update_messages.py", run_name="__main__")'
    ran = subprocess.run([sys.executable, "-c", path], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, told(ran)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_shipped_catalogue_is_complete(code: str) -> None:
    """Every message has a translation in all its plural forms, none is a guess, and each keeps values and markup."""
    entries = [entry for entry in catalogue(code) if entry.id]
    missing = [entry.id for entry in entries if not entry.string or not all(entry.string) or entry.fuzzy]

    assert len(entries) > 250
    assert missing == []
    assert [wrong for entry in entries for wrong in differences(entry)] == []


@pytest.mark.parametrize("row", CASES["counted"], ids=lambda row: f"{row['language']} {row['number']}")
def test_counting(row: dict[str, Any]) -> None:
    """A number takes the form that its language has for it."""
    spoken, number = language(row["language"]), row["number"]
    text = spoken.ngettext(row["message"], f"{row['message']}s", number)

    assert text % {"number": spoken.number(number)} == row["says"]


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_forms_are_those_of_browsers(code: str) -> None:
    """A catalogue's plural forms fall together with CLDR's, by which a script in the browser chooses."""
    spoken = language(code)
    pairs = {(spoken.category(n), spoken.form(n)) for n in range(2000)}

    assert len(pairs) == len({name for name, _ in pairs}) == len({form for _, form in pairs})
    assert pairs == {(spoken.category(n), spoken.form(n)) for n in range(201)}


@pytest.mark.parametrize("row", CASES["templates"], ids=lambda row: row["says"][:50])
def test_templates_speak(row: dict[str, str]) -> None:
    """A template is translated as it is compiled; values are escaped, and only a template's own markup is markup."""
    environment = Environment(autoescape=True, loader=DictLoader({"page": row["says"]}))
    speak(environment, language("fr"))

    assert environment.get_template("page").render(name="<Ada>") == row["shows"]


def test_a_plain_message_costs_a_page_nothing() -> None:
    """What hangs on no value is part of the compiled template: nothing is looked up while a page is drawn."""
    environment = Environment(autoescape=True, loader=DictLoader({}))
    speak(environment, language("fr"))
    source = environment.compile('{{ _("Search") }}{% trans %}In <i>{{ name }}</i>{% endtrans %}', raw=True)

    assert "'Rechercher'" in source
    assert "gettext" not in source


@pytest.mark.parametrize("row", CASES["broken"], ids=lambda row: row["entry"].splitlines()[-1])
def test_mistakes_of_a_catalogue_are_told(tmp_path: Path, row: dict[str, Any]) -> None:
    """A catalogue of one's own that would break a page stops the build and the check, with file and line."""
    site = small_site(tmp_path, {**SMALL, "languages/fr.po": HEAD + row["entry"]}, 'DEFAULT_LANG = "fr"\n')
    results = build(site), chronology(site, "check")

    for result in results:
        assert result.returncode == 1
        assert "languages/fr.po:" in told(result)
        assert [words for words in row["tells"] if words not in told(result)] == []
    assert not (site / "output" / "index.html").exists()


def test_a_catalogue_of_ones_own_goes_before_the_shipped_one(tmp_path: Path) -> None:
    """An archive can rename things, and translate the labels and names that it alone has."""
    own = (
        HEAD
        + 'msgid "Chronology"\nmsgstr "Annales"\n\nmsgctxt "type of events"\nmsgid "Talks"\nmsgstr "Pourparlers"\n\n'
    )
    own += 'msgctxt "actor"\nmsgid "Ada Stone"\nmsgstr "Ada Pierre"\n'
    site = small_site(tmp_path, {**SMALL, "languages/fr.po": own}, 'DEFAULT_LANG = "fr"\n')
    result = build(site)
    page = (site / "output" / "reports" / "2021" / "envoys-meet.html").read_text("utf-8")

    assert result.returncode == 0, told(result)
    assert ">Annales<" in page
    assert ">Pourparlers<" in page
    assert ">Ada Pierre<" in page
    assert ">Suisse<" in page
    assert ">Acteurs<" in page


def test_a_language_without_a_catalogue_is_told(tmp_path: Path) -> None:
    """A site is never half in one language and half in another without a word."""
    result = build(small_site(tmp_path, SMALL, 'DEFAULT_LANG = "de"\n'))

    assert result.returncode == 1
    assert 'pelicanconf.py:1:1: error: DEFAULT_LANG is "de", and there is no catalogue for it' in told(result)
    assert "known: en, ar, fr" in told(result)


def test_without_babel_english_works_and_others_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Babel is an extra: a site in English never asks for it."""
    monkeypatch.setitem(sys.modules, "babel", None)
    english, nothing = read_language("en", tmp_path)
    _, problems = read_language("fr", tmp_path)

    assert (english.code, nothing) == ("en", [])
    assert [problem.hint for problem in problems] == ['install it: pip install "pelican-chronology[languages]"']


class _Said(HTMLParser):
    """What a page says to people: its text, and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.html: dict[str, str | None] = {}
        self.said: list[str] = []
        self.open: list[tuple[str, bool]] = []
        """What the text stands in, and whether that is marked as being of another language."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, tag != "html" and any(name == "lang" for name, _ in attrs)))
        if tag == "html":
            self.html = dict(attrs)
        self.said += [value for name, value in attrs if name in MARKED and value]
        given = dict(attrs)
        if given.get("name") == "description":
            self.said.append(given["content"] or "")

    def handle_data(self, data: str) -> None:
        if not any(tag in ("script", "style", "code", "kbd") or foreign for tag, foreign in self.open):
            self.said.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass


def read_pages(output: Path) -> Iterator[tuple[str, _Said]]:
    for file in sorted(output.rglob("*.html")):
        page = _Said()
        page.feed(file.read_text("utf-8"))
        yield file.relative_to(output).as_posix(), page


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Language, Path]:
    """An archive with one of everything, in each shipped language."""
    site = everything(tmp_path_factory.mktemp(request.param), f'DEFAULT_LANG = "{request.param}"\n')
    result = build(site)
    assert result.returncode == 0, told(result)
    return language(request.param), site / "output"


def test_pages_say_their_language_and_direction(translated: tuple[Language, Path]) -> None:
    """Every page tells browsers and screen readers its language, and the direction of one from right to left."""
    spoken, output = translated
    heads = {(page.html.get("lang"), page.html.get("dir")) for _, page in read_pages(output)}

    assert heads == {(spoken.code, "rtl" if spoken.direction == "rtl" else None)}


def test_nothing_is_left_in_english(translated: tuple[Language, Path]) -> None:
    """No page says an English message for which the catalogue has other words."""
    spoken, output = translated
    english = {
        text
        for (_, text), forms in spoken.messages.items()
        if text not in forms and not re.search(r"[%{<]", text) and len(text) > 3
    }
    left = [(name, text) for name, page in read_pages(output) for text in map(str.strip, page.said) if text in english]

    assert len(english) > 100
    assert left == []


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with one of everything, in a language that says everything in English between angles."""
    made = read_po((SHIPPED / "messages.pot").open("rb"), locale="eo")
    for entry in made:
        if entry.id:
            texts = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            forms = [re.sub(r"((?:^|>)[^<>]+(?=<|$))", r"‹\1›", text).replace("‹>", ">‹") for text in texts]
            entry.string = forms[0] if isinstance(entry.id, str) else tuple(forms)
    site = everything(tmp_path_factory.mktemp("pseudo"), 'DEFAULT_LANG = "eo"\n')
    (site / "languages").mkdir()
    with (site / "languages" / "eo.po").open("wb") as opened:
        write_po(opened, made)
    result = build(site)
    assert result.returncode == 0, told(result)
    return site


def test_whatever_is_said_is_a_message_or_content(pseudo: Path) -> None:
    """Nothing on a page is written past the catalogues: it is a message, it is CLDR's, or it stands in the archive."""
    content = [file.read_text("utf-8") for file in [*(pseudo / "content").rglob("*.md"), pseudo / "pelicanconf.py"]]
    content += [file.relative_to(pseudo).as_posix() for file in pseudo.rglob("*.*")]
    content += [country.capital for country in shipped_countries().values()]
    spoken, _ = read_language("eo", pseudo)
    for names in (spoken.calendar.months, spoken.calendar.short, spoken.countries.values()):
        content += names
    known = {*WORD.findall(" ".join(content)), *NAMES}
    past = [
        (name, text)
        for name, page in read_pages(pseudo / "output")
        for text in page.said
        if "‹" not in text and set(WORD.findall(text)) - known
    ]

    assert {text for _, text in past} == set()


def test_scripts_say_nothing_themselves() -> None:
    """What a script says comes with the page: none has a sentence in it."""
    string = re.compile(r""""[^"\n]*"|'[^'\n]*'|`[^`\n]*`""")
    folder = ROOT / "theme" / "static" / "js"
    scripts = sorted((*folder.glob("*.js"), *folder.glob("search/*.js")))
    found = [
        (path.name, words)
        for path in scripts
        for line in path.read_text("utf-8").splitlines()
        for words in string.findall(re.sub(r"(^|\s)//.*|\"use strict\"", "", line))
        if re.search("[A-Za-z]{2,} [a-z]{2,}", words)
    ]

    assert scripts
    assert found == []
