"""Ingest: what becomes of a seed, and what is left alone."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest
from pelican.plugins.chronology import cli, ingest, pagefile, pagetext
from pelican.plugins.chronology.model import Actor, Report, Seed, SeedRef
from pelican.plugins.chronology.vocabulary import Vocabulary
from sites import ADA, BEN, small_site, tree

TODAY = "2026-11-22"
TEXT = """\
Envoys meet in Geneva
June 10, 2021

Foreign Minister Ada Stone met Ben Reed in Geneva on Wednesday, the ministry said.

At least 12 people were killed in an attack on a harbour in May 2021, according to Mr Reed.
"""
VOCABULARY = Vocabulary.of(actors=[Actor("ada-stone", "Ada Stone", "person", "CH")])


def made(text: str = TEXT, **header: str) -> Report:
    page = ingest.make_report(Seed("seeds/geneva.txt", text, header, "ab" * 32), VOCABULARY, TODAY)
    assert page
    return page[0]


def test_a_seed_becomes_a_page() -> None:
    """The header says what the text says; the body keeps every word of the report."""
    report = made()

    assert report.title == "Envoys meet in Geneva"
    assert (report.date, report.published) == ("2021-06-09", "2021-06-10")
    assert report.event_type == "talks"
    assert report.path == "reports/2021/envoys-meet-in-geneva.md"
    assert report.seed == SeedRef("seeds/geneva.txt", "ab" * 32)
    assert "met Ben Reed in Geneva on Wednesday" in report.body
    assert "June 10" not in report.body


def test_a_report_of_an_open_date_stands_in_no_year() -> None:
    """What can only be said to be later than something is filed under "undated"."""
    report = made("Envoys meet again\n\nAda Stone met envoys. They had quarrelled in May 1997.\n")

    assert report.path == "reports/undated/envoys-meet-again.md"


def test_only_actors_with_a_record_stand_in_the_header() -> None:
    """Ben Reed was discovered, but a page may name only whom the archive knows."""
    assert [role.id for role in made().actors] == ["ada-stone"]


def test_every_value_has_its_words() -> None:
    """What the header says rests on words of the seed, found there as they are."""
    evidence = made().evidence

    assert evidence.published == "June 10, 2021"
    assert "Ada Stone" in evidence.actors["ada-stone"]
    for quote in (evidence.date, evidence.event_type, *evidence.actors.values(), *evidence.countries.values()):
        assert quote
        assert quote in TEXT


def test_a_page_reads_back_without_problems() -> None:
    """What ingest writes is what the definition of a report allows."""
    report = made()
    page = pagefile.read_page(pagetext.dump_report(report), f"content/{report.path}", "report")

    assert page.problems == ()
    assert isinstance(page.record, Report)
    assert page.record.events == report.events


def test_what_the_seed_states_is_never_guessed_over() -> None:
    """A header's title, date and outlet stand."""
    report = made(title="My title", date="2020-01-02", outlet="Lake Gazette")

    assert (report.title, report.published, report.source.outlet) == ("My title", "2020-01-02", "Lake Gazette")


def test_an_id_is_drawn_from_the_content_and_is_never_given_twice() -> None:
    """The same seed gets the same id anywhere; where it is taken, a longer one."""
    first = ingest.report_id("ab" * 32, ())
    second = ingest.report_id("ab" * 32, {first})

    assert first == ingest.report_id("ab" * 32, {"r00000"})
    assert len(first) == 6
    assert second.startswith(first)
    assert len(second) == 7


def test_ingest_writes_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command makes the page of a new seed; run again, it changes nothing, not even an edited page."""
    files = {"content/actors/ada-stone.md": ADA, "content/actors/ben-reed.md": BEN, "seeds/geneva.txt": TEXT}
    site = small_site(tmp_path / "site", files)
    monkeypatch.chdir(site)

    assert cli.main(["ingest"]) == 0
    page = site / "content/reports/2021/envoys-meet-in-geneva.md"
    edited = page.read_text(encoding="utf-8").replace("Envoys meet", "The envoys meet")
    page.write_text(edited, encoding="utf-8")
    assert cli.main(["ingest"]) == 0

    assert page.read_text(encoding="utf-8") == edited
    assert sorted(tree(site / "content/reports")) == ["2021/envoys-meet-in-geneva.md", "ingested.txt"]
    assert "0 new pages, 1 unchanged" in capsys.readouterr().err


@pytest.mark.parametrize("executor", ["process:2", "dask"])
def test_ingest_writes_the_same_wherever_the_work_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dask_address: str, executor: str
) -> None:
    """Two processes or a cluster make the pages that one process makes; what is no text is told by all of them."""
    seeds: dict[str, str | bytes] = {f"seeds/talks-{n}.txt": TEXT.replace("12", str(n)) for n in range(12, 90)}
    trees, told = [], []
    for name in ("serial", dask_address if executor == "dask" else executor):
        site = small_site(tmp_path / name.rpartition("/")[2], {**seeds, "seeds/picture.txt": b"\x89PNG\r\n"})
        monkeypatch.chdir(site)
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            assert cli.main(["ingest", "--executor", name]) == 1
        trees.append(tree(site / "content/reports"))
        told.append(err.getvalue())

    assert len(trees[0]) == 78 + 1
    assert trees[0] == trees[1]
    assert told[0] == told[1]
    assert "seeds/picture.txt:1:1: error: is not a text file" in told[0]


def test_what_fails_in_one_seed_is_told_and_the_others_become_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the program itself names the seed, and costs no other seed its page."""
    site = small_site(tmp_path / "site", {"seeds/a.txt": TEXT, "seeds/b.txt": TEXT.replace("12", "13")})
    monkeypatch.chdir(site)
    make = ingest.make_report

    def falling(seed: Seed, *others: Any) -> Any:
        if seed.id == "seeds/a.txt":
            raise ZeroDivisionError("a")
        return make(seed, *others)

    monkeypatch.setattr(ingest, "make_report", falling)

    assert cli.main(["ingest"]) == 1
    told = capsys.readouterr().err
    assert "seeds/a.txt:1:1: error: reading it failed: ZeroDivisionError('a')" in told
    assert "1 new page" in told


def test_a_seed_of_nothing_but_furniture_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page of menus makes no empty report; the seed is named, and the others become pages."""
    site = small_site(tmp_path / "site", {"seeds/geneva.txt": TEXT, "seeds/menu.txt": "Share: Facebook | Twitter\n"})
    monkeypatch.chdir(site)

    assert cli.main(["ingest"]) == 1
    told = capsys.readouterr().err
    assert "seeds/menu.txt:1:1: error: no report is left" in told
    assert "1 new page, 0 unchanged" in told


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An archive whose one seed has been ingested."""
    files = {"content/actors/ada-stone.md": ADA, "content/actors/ben-reed.md": BEN, "seeds/geneva.txt": TEXT}
    folder = small_site(tmp_path / "site", files)
    monkeypatch.chdir(folder)
    assert cli.main(["ingest"]) == 0
    capsys.readouterr()
    return folder


PAGE = "content/reports/2021/envoys-meet-in-geneva.md"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_page_follows_its_seed_where_nobody_touched_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed seed and a new actor show on the page at its old place; the person's title stays, and is told."""
    change(site / PAGE, "title: Envoys meet in Geneva", "title: By the lake")
    change(site / "seeds/geneva.txt", "Geneva", "Bern")

    assert cli.main(["ingest"]) == 0
    text = (site / PAGE).read_text(encoding="utf-8")
    printed = capsys.readouterr()
    assert "title: By the lake\n" in text
    assert "location: {place: Bern, country: CH}\n" in text
    assert "in Bern on Wednesday" in text.split("---\n")[2]
    assert f"seeds/geneva.txt -> {PAGE} (" in printed.out
    assert f'{PAGE}:3:8: hint: title: the page says "By the lake"' in printed.err
    assert "0 new pages, 0 unchanged, 1 updated, 1 suggestion" in printed.err

    assert cli.main(["ingest", "--accept", f"{PAGE}:title"]) == 0
    assert "title: Envoys meet in Bern\n" in (site / PAGE).read_text(encoding="utf-8")
    assert "suggestion" not in capsys.readouterr().err


def test_a_suggestion_is_told_until_it_is_settled(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each run tells it; `--keep` ends that, and leaves what the person wrote."""
    change(site / PAGE, "title: Envoys meet in Geneva", "title: By the lake")
    change(site / "seeds/geneva.txt", "Geneva", "Bern")
    told = []
    for words in ([], [], ["--keep", f"{PAGE}:title"], []):
        assert cli.main(["ingest", *words]) == 0
        told.append("1 suggestion" in capsys.readouterr().err)

    assert told == [True, True, False, False]
    assert "title: By the lake\n" in (site / PAGE).read_text(encoding="utf-8")


def test_a_removed_page_is_not_made_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor in a copy of the repository, nor when the seed is renamed; its line in the list can be removed."""
    (site / PAGE).unlink()
    (site / "cache" / "ingested").unlink()
    assert cli.main(["ingest"]) == 0
    assert "1 removed earlier and not made again" in capsys.readouterr().err
    (site / "seeds/geneva.txt").rename(site / "seeds/talks.txt")
    assert cli.main(["ingest", "seeds/talks.txt"]) == 0
    assert not (site / PAGE).exists()
    assert "remove line 4 of content/reports/ingested.txt" in capsys.readouterr().err

    (site / "content/reports/ingested.txt").unlink()
    assert cli.main(["ingest"]) == 0
    assert (site / PAGE).exists()


def test_a_removed_page_is_not_made_again_by_small_steps(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The seed is corrected, which is told, and then renamed: it is still the one whose page was removed."""
    (site / PAGE).unlink()
    change(site / "seeds/geneva.txt", "12 people", "13 people")
    assert cli.main(["ingest"]) == 0
    assert "seeds/geneva.txt:1:1: warning: the seed has changed since its page was removed" in capsys.readouterr().err
    (site / "seeds/geneva.txt").rename(site / "seeds/talks.txt")

    assert cli.main(["ingest"]) == 0
    assert [name for name in tree(site / "content/reports") if name.endswith(".md")] == []


def test_a_page_stays_that_of_its_seed_when_both_are_moved(site: Path) -> None:
    """The page is known by its seed's content, wherever it lies, and notes the new name of the seed."""
    moved = site / "content/reports/2020/talks.md"
    moved.parent.mkdir()
    (site / PAGE).rename(moved)
    (site / "seeds/geneva.txt").rename(site / "seeds/talks.txt")

    assert cli.main(["ingest"]) == 0
    assert sorted(tree(site / "content/reports")) == ["2020/talks.md", "ingested.txt"]
    assert "seed: {path: seeds/talks.txt, " in moved.read_text(encoding="utf-8")


def test_a_seed_that_is_gone_leaves_its_page(site: Path) -> None:
    """To the last character."""
    before = tree(site / "content")
    (site / "seeds/geneva.txt").unlink()

    assert cli.main(["ingest"]) == 0
    assert tree(site / "content") == before


def test_a_broken_page_is_nobodys_to_replace(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its seed gets no second page, and the page stays as the person left it, until the header can be read."""
    (site / "content/reports/ingested.txt").unlink()
    change(site / PAGE, "title: Envoys", "title: Envoys: they")
    before = (site / PAGE).read_bytes()
    change(site / "seeds/geneva.txt", "At least 12", "At least 13")

    assert cli.main(["ingest"]) == 1
    assert [name for name in tree(site / "content/reports") if name.endswith(".md")] == [
        Path(PAGE).relative_to("content/reports").as_posix()
    ]
    assert (site / PAGE).read_bytes() == before
    assert f"{PAGE}:3:" in capsys.readouterr().err


def test_only_what_is_named_is_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is mistyped reads nothing, and never all the others in its stead."""
    (site / "seeds/other.txt").write_text(TEXT.replace("12", "13"), encoding="utf-8")
    before = tree(site / "content")

    assert cli.main(["ingest", "seeds/othr.txt"]) == 1
    assert "seeds/othr.txt:1:1: error: cannot be read" in capsys.readouterr().err
    assert tree(site / "content") == before
    assert cli.main(["ingest", "seeds/geneva.txt"]) == 0
    assert tree(site / "content") == before
    assert cli.main(["ingest", "seeds/other.txt"]) == 0
    assert "1 new page" in capsys.readouterr().err


def test_a_choice_for_a_page_without_its_seed_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is nothing to accept where nothing can be read."""
    (site / "seeds/geneva.txt").unlink()

    assert cli.main(["ingest", "--accept", PAGE]) == 1
    assert f"{PAGE}:1:1: error: its seed is not there" in capsys.readouterr().err


def test_what_is_settled_is_not_read_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither program nor records nor seed nor page have changed; a change of any of them counts."""
    read: list[str] = []
    make = ingest.make_report

    def counting(seed: Seed, *others: Any) -> Any:
        read.append(seed.id)
        return make(seed, *others)

    monkeypatch.setattr(ingest, "make_report", counting)
    times = []
    for step in (
        lambda: None,
        lambda: None,
        lambda: change(site / PAGE, "title: Envoys", "title: The envoys"),
        lambda: change(site / "content/actors/ben-reed.md", "name: Ben Reed", "name: Ben B. Reed"),
        lambda: change(site / "seeds/geneva.txt", "12 people", "14 people"),
        lambda: None,
    ):
        step()
        read.clear()
        assert cli.main(["ingest", "--executor", "serial"]) == 0
        times.append(len(read))

    assert times == [0, 0, 1, 1, 1, 0]


def test_what_a_crash_left_is_removed(site: Path) -> None:
    """Half a file beside a page is gone after the next run, and the page is what it was."""
    before = tree(site / "content")
    (site / "content/reports/2021/.envoys-meet-in-geneva.md.part").write_text("---\nid: r", encoding="utf-8")

    assert cli.main(["ingest"]) == 0
    assert tree(site / "content") == before


def test_a_page_that_cannot_be_written_costs_no_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file lies where the folder of one year should be: that page is told, and the other is written."""
    (site / "content/reports/2019").write_text("", encoding="utf-8")
    (site / "seeds/a.txt").write_text(TEXT.replace("2021", "2019"), encoding="utf-8")
    (site / "seeds/b.txt").write_text(TEXT.replace("2021", "2020"), encoding="utf-8")

    assert cli.main(["ingest"]) == 1
    assert "seeds/a.txt:1:1: error: its page cannot be written: " in capsys.readouterr().err
    assert (site / "content/reports/2020/envoys-meet-in-geneva.md").exists()
    assert "seeds/a.txt" not in (site / "content/reports/ingested.txt").read_text(encoding="utf-8")


def test_dry_run_shows_the_difference(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a patch shows it, and nothing is written."""
    change(site / "seeds/geneva.txt", "At least 12", "At least 14")
    before = tree(site)

    assert cli.main(["ingest", "--dry-run"]) == 0
    printed = capsys.readouterr()
    assert tree(site) == before
    assert printed.out.startswith(f"--- {PAGE}\n+++ {PAGE}\n@@ ")
    assert "\n-At least 12 people were killed" in printed.out
    assert "\n+At least 14 people were killed" in printed.out
    assert "1 updated" in printed.err


@pytest.mark.parametrize(
    ("named", "says"),
    [("content/reports/none.md", "is no report page"), (f"{PAGE}:dat", 'did you mean "date"?')],
)
def test_a_choice_that_names_nothing_is_told(
    site: Path, capsys: pytest.CaptureFixture[str], named: str, says: str
) -> None:
    """A page that is not there, or a part that no page has."""
    assert cli.main(["ingest", "--accept", named]) == 2
    assert says in capsys.readouterr().err


def test_dry_run_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--dry-run` shows the pages that would be made."""
    site = small_site(tmp_path / "site", {"seeds/geneva.txt": TEXT})
    monkeypatch.chdir(site)

    assert cli.main(["ingest", "--dry-run"]) == 0
    assert not (site / "content/reports").exists()
    assert "title: Envoys meet in Geneva" in capsys.readouterr().out
