"""A made archive, read in a browser -> what each kind of page costs a reader, beside the budget.

python benchmarks/bench_reading.py --size 20000

Bytes are those of everything that a page loads, gzipped as a server sends it; the browser is slowed down to a quarter.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, pairwise
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from urllib.parse import urlsplit

from made_reports import made_reports, words_of
from make_archive import write_archive
from measured_run import run
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from find_chromium import find

BUILD = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "errors")
SLOWER = 4
"""How many times the browser is slowed down: a telephone against this machine."""
LOADS = 5
"""Each page is loaded so often, from an empty cache, and the quickest counts: what else the machine does only adds."""


@dataclass(frozen=True)
class Budget:
    """What a kind of page may cost."""

    kind: str
    pages: str
    """A pattern of addresses."""
    kilobytes: float
    requests: int = 4
    entries: int = 0
    """Of the page that the budget speaks of; the page nearest to it is measured. 0: the largest page of the kind."""
    brief: bool | None = None
    """Whether it tells its events in a line each; None for either."""


YEARS = "chronology/[0-9][0-9][0-9][0-9].html"
BUDGETS = (
    Budget("landing", "index.html", 40),
    Budget("chronology", "chronology/index.html", 40),
    Budget("year, 571 entries", YEARS, 35, entries=571),
    Budget("report, the largest", "reports/*/*.html", 30),
    Budget("actor, 1,000 entries", "actors/*.html", 60, entries=1000),
    # The budgets name no others. Pages of the chronology are to be no heavier than its years, and pages of any other
    # kind no heavier than the heaviest that they name.
    Budget("year in full, the largest", YEARS, 35, brief=False),
    Budget("year in brief, the largest", YEARS, 60, brief=True),
    Budget("month, the largest", "chronology/[0-9][0-9][0-9][0-9]-*.html", 35),
    Budget("days of the year", "chronology/days.html", 60),
    Budget("actor, the largest", "actors/**/*.html", 60),
    Budget("actors", "actors/index.html", 60),
    Budget("country, the largest", "countries/**/*.html", 60),
    Budget("type, the largest", "types/**/*.html", 60),
    Budget("source, the largest", "sources/**/*.html", 60),
)


@dataclass
class Cost:
    """What opening a page cost."""

    kilobytes: float
    script: float
    """Kilobytes of scripts among them."""
    requests: int
    elements: int
    entries: int
    ready: float
    """Seconds until the document is ready, in the slowed browser; of several loads the quickest."""


ENTRIES = "document.querySelectorAll('.chronology > li').length"


def entries_of(path: Path) -> int:
    """Each entry of a chronology has one such paragraph, with its date."""
    return path.read_text(encoding="utf-8").count('<p class="at">')


def is_brief(path: Path) -> bool:
    return '<ol class="chronology rows">' in path.read_text(encoding="utf-8")


def chosen(output: Path, budget: Budget) -> Path | None:
    """The page that is measured for a budget."""
    paths = [path for path in sorted(output.glob(budget.pages)) if "*" not in budget.pages or path.name != "index.html"]
    if budget.brief is not None:
        paths = [path for path in paths if is_brief(path) == budget.brief]
    if not budget.entries:
        return max(paths, key=lambda path: path.stat().st_size, default=None)
    return min(paths, key=lambda path: abs(entries_of(path) - budget.entries), default=None)


class Zipped(SimpleHTTPRequestHandler):
    """Sends files gzipped, as servers of static sites do."""

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Server(ThreadingHTTPServer):
    """Keeps more than five callers waiting: a page asks for thirty files at once."""

    request_queue_size = 64


@contextmanager
def served(output: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Zipped, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A page of a new, slowed browser with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(120_000)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, session
    context.close()


@contextmanager
def weighed(page: Page) -> Iterator[list[tuple[str, int]]]:
    """The path and the gzipped bytes of all that the page loads meanwhile."""
    loaded: list[tuple[str, int]] = []
    page.on("requestfinished", lambda r: loaded.append((urlsplit(r.url).path, r.sizes()["responseBodySize"])))
    yield loaded


def cost_of(browser: Browser, address: str) -> Cost:
    return min((_load(browser, address) for _ in range(LOADS)), key=lambda cost: cost.ready)


def _load(browser: Browser, address: str) -> Cost:
    with opened(browser) as (page, _), weighed(page) as loaded:
        page.goto(address, wait_until="load")
        page.wait_for_load_state("networkidle")
        timing = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd / 1000")
        elements = page.evaluate("document.querySelectorAll('*').length")
        script = sum(size for path, size in loaded if path.endswith(".js"))
        return Cost(
            sum(size for _, size in loaded) / 1000, script / 1000, len(loaded), elements, page.evaluate(ENTRIES), timing
        )


def pages_table(browser: Browser, output: Path, root: str) -> Iterator[str]:
    yield "| page | entries | kB gzipped | budget | of it script | requests | elements | ready s, 4 times slower |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for budget in BUDGETS:
        path = chosen(output, budget)
        if path is None:
            continue
        cost = cost_of(browser, root + path.relative_to(output).as_posix())
        over = " **over**" if cost.kilobytes > budget.kilobytes else ""
        yield (
            f"| {budget.kind} | {cost.entries:,} | {cost.kilobytes:.1f}{over} | {budget.kilobytes:g}"
            f" | {cost.script:.1f} | {cost.requests} of {budget.requests} | {cost.elements:,} | {cost.ready:.2f} |"
        )


FIRST = {
    "a search": ("q=accord", "q=crisis+northern", "q=march+2004", "q=talks", "q=envoys+relief"),
    "a search in quotes": ('q="envoys+for+talks"', 'q="march+2004"', 'q="speaks+of+the+crisis"'),
    "a search in quotes for names that thousands of reports have": ('q="melshenia+griakour"', 'q="piam+tridramkraim"'),
    "a search that its address narrows": ("q=accord&type=agreement", "q=talks&country=ml", "q=crisis&from=2004"),
    "a filter without words": ("type=talks", "source=evening-wire", "from=2004&to=2004"),
}
"""What the address of the search page asks for."""


def search_lines(browser: Browser, root: str) -> Iterator[str]:
    """The first result of a search, all bytes from the page's own on, and how long further queries take."""
    for what, asked in FIRST.items():
        firsts = [(*first_result(browser, f"{root}search.html?{address}"), address) for address in asked]
        heaviest = max(firsts)
        yield (
            f"First results of {what}: {median(f[0] for f in firsts):.0f} kB (median of {len(firsts)};"
            f" {heaviest[0]:.0f} kB for {heaviest[3]}), {median(f[1] for f in firsts):.0f} requests,"
            f" {median(f[2] for f in firsts):.2f} s. Budget: 150 kB, 1 s."
        )
    with opened(browser) as (page, session):
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        page.goto(f"{root}search.html")
        for what, script, queries in further():
            taken = [page.evaluate(script, query) for query in queries for _ in range(ROUNDS)]
            yield (
                f"Every further {what}: {median(taken):.0f} ms (median), {quantiles(taken, n=20)[-1]:.0f} ms"
                " (95 of 100). Budget: 50 ms."
            )


def first_result(browser: Browser, address: str) -> tuple[float, int, float]:
    """Kilobytes, requests, and seconds until the first result is shown."""
    with opened(browser) as (page, session), weighed(page) as loaded:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        start = perf_counter()
        page.goto(address)
        page.locator("#results li a").first.wait_for()
        seconds = perf_counter() - start
        page.wait_for_load_state("networkidle")
        return sum(size for _, size in loaded) / 1000, len(loaded), seconds


# Each does the same thing twice, and times the second time: what it wants is loaded by then.
QUERY = """async (query) => {
  await chronologySearch.answer(query);
  const start = performance.now();
  await chronologySearch.answer(query);
  return performance.now() - start;
}"""
COUNTS = """async (query) => {
  const { answer, address, filters } = chronologySearch;
  const { results } = await answer(query);
  const refs = results.map(({ ref }) => ref);
  const choice = await filters.choose(address.read());
  const countAll = () => Promise.all(filters.NAMES.map((name) => filters.count(name, refs, choice)));
  await countAll();
  const start = performance.now();
  await countAll();
  return performance.now() - start;
}"""


def further() -> Iterator[tuple[str, str, list[str]]]:
    """What is asked again and again, the script that times it, and the queries."""
    words = words_of("accord crisis talks envoys marches northern polls relief sanctions minister visit attack clash")
    pairs = list(pairwise(words))
    yield "query", QUERY, [*words, *(f"{one} {other}" for one, other in pairs)]
    yield "query in quotes", QUERY, [f'"{one} {other}"' for one, other in pairs]
    yield "count under all values of all filters", COUNTS, [*words, ""]


ROUNDS = 5
"""Each is asked so often: a browser is slow with what it does for the first time."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20_000, help="reports of the archive")
    parser.add_argument("--keep", type=Path, help="a folder to make the site in; one that is built there is read again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        if not (folder / "output").is_dir():
            write_archive(made_reports(arguments.size), folder)
            run(BUILD, folder)
        with sync_playwright() as playwright, served(folder / "output") as root:
            browser = playwright.chromium.launch(executable_path=find())
            for line in chain(pages_table(browser, folder / "output", root), [""], search_lines(browser, root)):
                print(line, flush=True)
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
