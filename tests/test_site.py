"""The repository's own site, built once and crawled: every link, every address, every promise of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from gzip import compress
from pathlib import Path

import pytest
from crawl import Page, lost, read_site
from pelican.plugins.chronology import pagefile, urls
from pelican.plugins.chronology.archive import year_of
from sites import SMALL, TALKS, build, small_site, told

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " base-uri 'none'; form-action 'self' file:; connect-src 'self'"
)
FIXED = (
    urls.LANDING,
    urls.CHRONOLOGY,
    urls.ACTORS,
    urls.COUNTRIES,
    urls.SEARCH,
    urls.CORRECTIONS,
    urls.DATA,
    urls.NOT_FOUND,
)
NOT_FOLLOWED = {("link", "canonical"), ("link", "license"), ("link", "alternate")}
"""Addresses in a page's head that tell something and are not fetched."""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the repository's own site."""
    return read_site(site / "output")


@pytest.fixture(scope="session")
def content(site: Path) -> pagefile.Content:
    """The records that the site was built from."""
    return pagefile.read_content(site / "content")


def gathered(found: Iterable[tuple[str, str]]) -> str:
    """What is wrong, each once, with one of the pages that have it and the number of these."""
    pages = defaultdict(list)
    for page, wrong in found:
        pages[wrong].append(page)
    return "\n".join(f"{wrong} ({where[0]}; {len(where)} in all)" for wrong, where in pages.items())


def test_every_link_leads_to_a_file(site: Path, pages: dict[str, Page]) -> None:
    """Whatever a page refers to exists in the output, down to the place in the page."""
    broken = list(lost(pages, site / "output"))

    assert not broken, gathered(broken)


def test_links_work_from_disk(pages: dict[str, Page]) -> None:
    """Links inside the site are relative and end in a file's name: a browser shows no index for a folder."""
    wrong = [
        (page.address, str(link))
        for page in pages.values()
        for link, _, _ in page.targets()
        if link.address.startswith("/")
        or link.address.partition("?")[0].partition("#")[0].endswith("/")
        or (not link.address and link.attribute != "href")
    ]

    assert not wrong, gathered(wrong)


def test_links_that_leave_the_site_say_so(pages: dict[str, Page]) -> None:
    """Only a link that a reader follows leads away, it is marked, and it can run nothing."""
    wrong = []
    for page in pages.values():
        for link in page.links:
            if not link.leaves:
                continue
            if link.address.startswith("mailto:") or (link.tag, *link.rel) in NOT_FOLLOWED:
                continue
            if link.address.startswith("data:image/") and (link.tag == "img" or "icon" in link.rel):
                continue
            if link.tag != "a" or not link.address.startswith(("https://", "http://")) or "external" not in link.rel:
                wrong.append((page.address, f"{link} rel={' '.join(link.rel)}"))

    assert not wrong, gathered(wrong)


def test_style_sheets_refer_to_files_that_exist(site: Path) -> None:
    """A picture or font that a style sheet names lies beside it; nothing is fetched from elsewhere."""
    sheets = sorted((site / "output").rglob("*.css"))

    assert sheets
    for sheet in sheets:
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text("utf-8")):
            assert address.startswith("data:") or (sheet.parent / address.partition("#")[0]).is_file(), sheet


def test_every_address_of_the_contract_exists(pages: dict[str, Page], content: pagefile.Content) -> None:
    """Addresses are a promise to whoever linked to them: each record has the page that the contract names."""
    expected = set(FIXED)
    for report in content.reports:
        expected |= {urls.report(report.path), urls.permanent(report.id), urls.event_type(report.event_type)}
        expected |= {urls.actor(role.id) for role in report.actors}
        expected |= {urls.country(code) for code in report.countries}
        if report.source.outlet:
            expected.add(urls.source(report.source.outlet))
        if report.date and (year := year_of(report.date)):
            expected.add(urls.year(year))
    expected |= {urls.actor(actor.id) for actor in content.actors}
    expected |= {urls.event(event.id) for event in content.events}

    assert len(content.reports) >= 5
    assert sorted(expected - pages.keys()) == []


def test_a_report_and_what_it_names_lead_to_each_other(pages: dict[str, Page], content: pagefile.Content) -> None:
    """From a report to its actors, countries, year, type and source, and from each of these back.

    A list that holds a known event leads to the event's page, and that to all reports of it.
    """
    missing = []
    for report in content.reports:
        address = urls.report(report.path)
        named = [urls.actor(role.id) for role in report.actors]
        named += [urls.country(code) for code in report.countries]
        named.append(urls.event_type(report.event_type))
        if report.source.outlet:
            named.append(urls.source(report.source.outlet))
        if report.date and (year := year_of(report.date)):
            named.append(urls.year(year))
        if report.event:
            named.append(urls.event(report.event))
        for other in named:
            if not pages[address].leads_to(other):
                missing.append((address, f"a report does not lead to {other}"))
            back = [address] + ([urls.event(report.event)] if report.event else [])
            if not any(pages[other].leads_to(way) for way in back):
                missing.append((other, f"nothing leads back to {address}"))
        if report.event and not pages[urls.event(report.event)].leads_to(address):
            missing.append((urls.event(report.event), f"nothing leads back to {address}"))

    assert not missing, gathered(missing)


def test_every_page_can_be_reached_from_the_landing_page(pages: dict[str, Page]) -> None:
    """No page is known only to those who have its address; permanent addresses and the error page apart."""
    seen, queue = set(), [urls.LANDING]
    while queue:
        address = queue.pop()
        if address not in seen and address in pages:
            seen.add(address)
            queue += [target for _, target, _ in pages[address].targets()]

    lost = {address for address in pages.keys() - seen if not address.startswith("id/")}

    assert sorted(lost - {urls.NOT_FOUND}) == []


def test_nothing_runs_from_inside_a_page(pages: dict[str, Page]) -> None:
    """Scripts and styles are files of the site: none stands in a page, in an element or in an address."""
    inline = []
    for page in pages.values():
        for tag, given in page.elements:
            data = given.get("type", "") in ("application/ld+json", "application/json")
            if (tag == "script" and "src" not in given and not data) or tag == "style" or "style" in given:
                inline.append((page.address, f"<{tag}> {given}"))
            inline += [(page.address, f"<{tag} {name}>") for name in given if name.startswith("on")]
            inline += [
                (page.address, f"<{tag} {name}={value}>")
                for name, value in given.items()
                if value.strip().lower().startswith(("javascript:", "vbscript:", "data:text/html"))
            ]
            if tag == "script" and ({"integrity", "crossorigin"} & given.keys() or given.get("type") == "module"):
                inline.append((page.address, f"a script that does not load from disk: {given}"))

    assert not inline, gathered(inline)


def test_every_page_forbids_what_it_does_not_need(pages: dict[str, Page]) -> None:
    """Each page carries the policy that keeps strange scripts from running, before anything is loaded."""
    for page in pages.values():
        head = [(tag, given) for tag, given in page.elements if tag in ("meta", "link", "script")]
        policies = [i for i, (_, g) in enumerate(head) if g.get("http-equiv", "").lower() == "content-security-policy"]
        loads = [i for i, (tag, g) in enumerate(head) if tag == "script" or "stylesheet" in g.get("rel", "")]

        assert len(policies) == 1, page.address
        assert head[policies[0]][1]["content"] == CSP, page.address
        assert not loads or policies[0] < loads[0], page.address


def test_a_report_is_light(site: Path, pages: dict[str, Page], content: pagefile.Content) -> None:
    """A report with all that it loads is at most 4 files and 30 KB gzipped."""
    for report in content.reports:
        page = pages[urls.report(report.path)]
        loads = {
            target for link, target, _ in page.targets() if link.tag in ("script", "img") or "stylesheet" in link.rel
        }
        sizes = {name: len(compress((site / "output" / name).read_bytes())) for name in (page.address, *loads)}

        assert len(sizes) <= 4, sizes
        assert sum(sizes.values()) <= 30_000, sizes


def test_scripts_are_light(site: Path, pages: dict[str, Page]) -> None:
    """No page but that of the search loads more than 5 KB of scripts, gzipped, before somebody uses them."""
    seen = set()
    for page in pages.values():
        loads = frozenset(target for link, target, _ in page.targets() if link.tag == "script")
        if page.address == "search.html" or loads in seen:
            continue
        seen.add(loads)
        sizes = {name: len(compress((site / "output" / name).read_bytes())) for name in loads}

        assert sum(sizes.values()) <= 5_000, (page.address, sizes)
    assert len(seen) >= 4


def test_an_id_names_one_place_of_a_page(pages: dict[str, Page]) -> None:
    """No id stands twice in a page, so that every fragment has one meaning."""
    twice = {page.address: {i for i in page.ids if page.ids.count(i) > 1} for page in pages.values()}

    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_page_tells_its_language_and_title(pages: dict[str, Page]) -> None:
    """A page is of use to a screen reader: it has a language, a title, one main heading and one main part."""
    for page in pages.values():
        tags = [tag for tag, _ in page.elements]

        assert ("html", True) in [(tag, bool(given.get("lang"))) for tag, given in page.elements], page.address
        assert "title" in tags, page.address
        if not page.address.startswith("id/"):
            assert tags.count("h1") == 1, page.address
            assert tags.count("main") == 1, page.address


# --------------------------------------------------------------------------------------
# Small sites.

SITEMAP = """
SITEURL = "https://archive.example"
PLUGINS = [*PLUGINS, "sitemap"]
SITEMAP = {"format": "txt"}
"""


def test_another_plugin_sees_every_page(tmp_path: Path) -> None:
    """pelican-sitemap lists all pages, also those that a second build leaves as they were."""
    site = small_site(tmp_path, SMALL, SITEMAP)

    for _ in range(2):
        assert (result := build(site)).returncode == 0, told(result)
        listed = set((site / "output" / "sitemap.txt").read_text("utf-8").split())
        written = {path.relative_to(site / "output").as_posix() for path in (site / "output").rglob("*.html")}
        expected = {f"https://archive.example/{page}".removesuffix("index.html") for page in written}

        assert listed == expected


def test_file_links_between_reports_and_pages_resolve(tmp_path: Path) -> None:
    """A page of Pelican's and a report can name each other by file, as in any Pelican site."""
    report = TALKS + "\nMore [about us]({filename}/pages/about.md).\n"
    about = "Title: About\n\nRead [the report]({filename}/reports/2021/envoys-meet.md).\n"
    files = {**SMALL, "content/reports/2021/envoys-meet.md": report, "content/pages/about.md": about}
    site = small_site(tmp_path, files)

    result = build(site)

    assert result.returncode == 0, told(result)
    pages = read_site(site / "output")
    about_page = next(page for address, page in pages.items() if address.endswith("about.html"))
    report_page = pages["reports/2021/envoys-meet.html"]
    assert about_page.leads_to(report_page.address)
    assert report_page.leads_to(about_page.address)


def test_an_archive_without_reports_is_a_site(tmp_path: Path) -> None:
    """Whoever starts with an empty folder gets a whole site, not an error."""
    site = small_site(tmp_path, {})

    result = build(site)

    assert result.returncode == 0, told(result)
    assert {urls.LANDING, urls.CHRONOLOGY, urls.ACTORS, urls.SEARCH} <= read_site(site / "output").keys()


def test_outlets_in_other_scripts_have_pages_of_their_own(tmp_path: Path) -> None:
    """Two names without a Latin letter are two sources."""
    files = {
        f"content/reports/2021/{n}.md": (
            f"---\nid: out{n}\ntitle: Report {n}\nevent_type: talks\nsource: {{outlet: {outlet}}}\n---\nSaid.\n"
        )
        for n, outlet in enumerate(("جريدة الميناء", "صحيفة البحر", "Портовая газета"))
    }
    site = small_site(tmp_path, {**SMALL, **files})

    result = build(site)

    assert result.returncode == 0, told(result)
    pages = [path.read_text(encoding="utf-8") for path in (site / "output" / "sources").glob("outlet-*.html")]
    assert sorted(tuple(n for n in range(3) if f"Report {n}" in page) for page in pages) == [(0,), (1,), (2,)]


@pytest.mark.parametrize(("actor", "row"), [("ines-castell", "Born"), ("strait-commission", "Period")])
def test_a_life_of_which_no_end_is_known_is_told_by_its_birth(everything_site: Path, actor: str, row: str) -> None:
    """A person is born; a body exists from a year on."""
    page = (everything_site / "output" / urls.actor(actor)).read_text(encoding="utf-8")

    assert re.findall("<dt>(Born|Life|Period)</dt>", page) == [row]


def test_an_entry_names_the_outlets_that_tell_of_it(everything_site: Path) -> None:
    """Each leads to its report; two reports of one outlet are told apart by their titles."""
    page = (everything_site / "output" / urls.year(2020)).read_text(encoding="utf-8")
    (told_in,) = re.findall(r"Collision in the strait</a>.*?<span>told in (.*?)</span>", page, re.DOTALL)

    assert re.findall('<a href="../reports/2020/([^"]+).html">([^<]+)<', told_in) == [
        ("ferry-and-trawler-collide", "Quay Post"),
        ("second-report-of-the-collision", "Fog and a silent radio before the collision in the strait"),
    ]
    assert "Ministers sign an accord" in told_in
