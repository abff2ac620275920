"""What a check prints for people, for GitHub and for programs; and what it looks at when asked for what has changed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from pelican.plugins.chronology import outlines, pagefile
from pelican.plugins.chronology.check import KINDS
from pelican.plugins.chronology.cli import telling
from pelican.plugins.chronology.problems import Level, Problem
from sites import SMALL, TALKS, build, chronology, small_site, told

PAGE = "content/reports/2021/envoys-meet.md"
BEN = "content/actors/ben-reed.md"
TODAY = "1795132800"
"""2026-11-20, as seconds since 1970."""


def git(folder: Path, *words: str) -> None:
    names = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An archive of one report in a repository, on a branch of its own."""
    site = small_site(tmp_path / "site", {**SMALL, ".gitignore": "cache/\n__pycache__/\n"})
    for words in ("init -q -b main", "add -A", "commit -q -m All", "checkout -q -b mine"):
        git(site, *words.split())
    return site


def spoil(site: Path, name: str = PAGE, old: str = "ada-stone, role", new: str = "ada-stome, role") -> None:
    path = site / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def changed(site: Path, *words: str) -> list[tuple[str, str]]:
    """The path and the code of each problem, hints left out."""
    run = chronology(site, "check", "--changed", *words, "--format", "json", SOURCE_DATE_EPOCH=TODAY)
    assert run.returncode in (0, 1), told(run)
    return [(p["path"], p["code"]) for p in json.loads(run.stdout) if p["level"] != "hint"]


# --------------------------------------------------------------------------------------
# For people.


def test_people_see_the_line_and_a_caret_under_the_column(site: Path) -> None:
    """The message is one line that any tool can read; below it stands what was written."""
    spoil(site)
    lines = chronology(site, "check").stdout.splitlines()

    assert lines[0].startswith(f'{PAGE}:7:15: error: unknown actor "ada-stome" (did you mean "ada-stone"?')
    assert lines[0].endswith("[unknown-actor]")
    assert lines[1] == "     7 | actors: [{id: ada-stome, role: primary}, ben-reed]"
    assert lines[2].index("^") == lines[1].index("ada-stome")


def test_of_a_long_line_the_part_around_the_column_is_quoted() -> None:
    """A terminal shows it whole, and the caret still stands below the place."""
    line = f"summary: {'word ' * 60}HERE{' word' * 60}"
    column = line.index("HERE") + 1
    problem = Problem("a.md", "no", "", 3, column)
    _, quoted, caret = telling.as_text([problem], lambda _path, _line: line, False)

    assert len(quoted) < 120
    assert quoted.index("HERE") == caret.index("^")


def test_control_characters_of_a_page_do_not_reach_the_terminal() -> None:
    """What strangers wrote moves no cursor and sets no colour."""
    printed = list(telling.as_text([Problem("a.md", "no")], lambda _path, _line: "title: \033[2J\tx\u202e", False))

    assert "".join(printed).isprintable()


def test_colours_are_for_terminals_alone(site: Path) -> None:
    """Into a file or a pipe goes plain text."""
    spoil(site)

    assert "\033" not in told(chronology(site, "check"))
    assert "\033[1;31merror\033[0m" in next(telling.as_text([Problem("a.md", "no")], lambda *_: "", True))


def test_hints_that_most_pages_have_are_counted_until_they_are_asked_for(site: Path) -> None:
    """A young archive is not drowned in them; --hints or a path lists them."""
    run = chronology(site, "check")

    assert run.stdout == ""
    assert "0 errors, 0 warnings, 2 hints (--hints lists 1 no-archive-copy, 1 unreviewed)" in run.stderr
    for words in (("--hints",), (PAGE,)):
        assert "[unreviewed]" in chronology(site, "check", *words).stdout


def test_an_unknown_setting_is_told_with_its_code(site: Path) -> None:
    """As docs/checking.md shows it."""
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('CHRONOLOGY_SEED = "x"\n')

    assert 'pelicanconf.py:1:1: error: unknown setting "CHRONOLOGY_SEED" (did you mean "CHRONOLOGY_SEEDS"?)' in told(
        chronology(site, "check")
    )


# --------------------------------------------------------------------------------------
# For GitHub.


def many(count: int) -> list[Problem]:
    levels: tuple[Level, ...] = ("hint", "warning", "error")
    return [Problem("a.md", f"problem {n}", line=n, level=level) for level in levels for n in range(count)]


def test_github_gets_the_most_severe_first_and_no_more_than_it_shows() -> None:
    """Ten of each level; the summary tells the rest, each once."""
    lines = list(telling.as_github(many(14)))
    table = [line for line in telling.summary(many(14)).splitlines() if re.match(r"\| (error|warning|hint) ", line)]

    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert [line.split("|")[1].strip() for line in table] == ["error"] * 4 + ["warning"] * 4 + ["hint"] * 4


def test_what_strangers_wrote_adds_no_command_and_no_markup() -> None:
    """Line breaks, percent signs, colons and commas are escaped as GitHub reads them; a table holds plain words."""
    problem = Problem("a,b:c.md", "x\n::error::y 100% | <img src=x> [z](https://example.org) `q` @all", "h\r")
    (line,) = telling.as_github([problem])
    row = telling.summary([*many(0), *[problem] * 11]).splitlines()[-1]

    assert line.startswith("::error file=a%2Cb%3Ac.md,line=1,col=1::x%0A::error::y 100%25 | ")
    assert line.endswith("(h%0D)")
    assert "<" not in row
    assert re.search(r"[^\\]\|.*[^\\]\|.*[^\\]\|.*[^\\]\|", row) is None
    assert "](" not in row.replace(r"\]\(", "")


def test_the_summary_of_the_job_is_written_where_github_says(site: Path, tmp_path: Path) -> None:
    """And a path is told from the root of the repository, wherever in it the archive is."""
    spoil(site)
    summary = tmp_path / "summary.md"
    run = chronology(
        site, "check", "--format", "github", GITHUB_STEP_SUMMARY=str(summary), GITHUB_WORKSPACE=str(tmp_path)
    )

    assert run.stdout.startswith(f"::error file=site/{PAGE},line=7,col=15::unknown actor")
    assert summary.read_text(encoding="utf-8").startswith("### chronology check: 1 error, 0 warnings, 0 hints")


def test_programs_get_every_attribute(site: Path) -> None:
    """With the code, and with the key where one is wrong."""
    spoil(site, old="on Wednesday, location", new="on Thursday, location")
    listed = json.loads(chronology(site, "check", "--format", "json").stdout)
    (problem,) = [problem for problem in listed if problem["level"] == "warning"]

    assert (problem["code"], problem["key"]) == ("evidence-not-found", ["evidence", "date"])
    assert all(p["code"] in KINDS and KINDS[p["code"]].level == p["level"] for p in listed)


# --------------------------------------------------------------------------------------
# What has changed.


def test_only_what_differs_from_the_main_branch_is_told(site: Path) -> None:
    """Old mistakes of others are theirs; what is committed on this branch, staged, changed or new is looked at."""
    spoil(site, "content/actors/ada-stone.md", "kind: person", "kind: human")
    git(site, "commit", "-qam", "An old mistake")
    git(site, "branch", "-f", "main")

    assert changed(site) == []
    spoil(site)
    (site / "content/actors/new.md").write_text("---\nname: New\nkind: humen\n---\n", encoding="utf-8")
    expected = [("content/actors/new.md", "unknown-choice"), (PAGE, "unknown-actor")]
    assert changed(site) == expected
    git(site, "add", "-A")
    assert changed(site) == expected
    git(site, "commit", "-qm", "Mistakes of this branch")
    assert changed(site) == expected
    assert changed(site, "HEAD") == []


def test_ids_are_looked_up_in_pages_that_have_not_changed(site: Path) -> None:
    """A name or an id of any other page counts, from the cache or without it."""
    for _ in range(2):
        (site / "content/actors/new.md").write_text(
            "---\nname: New\nkind: body\naliases: [Ben Reed]\nrelations: [{type: member_of, to: ada-stone}]\n---\n",
            encoding="utf-8",
        )
        (site / "content/reports/2021/twin.md").write_text(TALKS.replace("Envoys meet", "Two meet"), encoding="utf-8")

        assert sorted(changed(site)) == [
            ("content/actors/new.md", "alias-collision"),
            ("content/reports/2021/twin.md", "duplicate-id"),
        ]
    assert (site / "cache/outlines.json").is_file()


def test_a_cache_that_cannot_be_used_is_made_anew(site: Path) -> None:
    """Whatever lies there, the result is the same."""
    spoil(site)
    expected = changed(site)
    for text in ("", "[]", '{"made_by": 1}', '{"pages": {"actors/ben-reed.md": [1, 2, null]}}'):
        (site / "cache/outlines.json").write_text(text, encoding="utf-8")

        assert changed(site) == expected


def test_a_page_that_is_gone_is_told_where_it_is_missed(site: Path) -> None:
    """The pages that refer to it have not changed, and are not right any more."""
    git(site, "rm", "-q", BEN)

    assert set(changed(site)) == {(PAGE, "unknown-actor")}


def test_a_report_that_contradicts_a_changed_actor_is_told(site: Path) -> None:
    """The report has not changed, but an envoy who took office later did not meet anybody as one."""
    spoil(site, old="actors: {ada-stone: Ada Stone", new="actors: {ada-stone: Envoy Ada Stone")
    spoil(site, old="\n---\nAda Stone met", new="\n---\nEnvoy Ada Stone met")
    spoil(site, "content/actors/ada-stone.md", "kind: person", "kind: person\noffices: [{title: Envoy, from: 2020}]")
    git(site, "commit", "-qam", "An envoy")
    git(site, "branch", "-f", "main")
    assert changed(site) == []

    spoil(site, "content/actors/ada-stone.md", "from: 2020", "from: 2022")

    assert changed(site) == [(PAGE, "office-not-held")]


def test_a_former_id_is_told_as_such(site: Path) -> None:
    """With the id that the record has now, by a check and by a build."""
    spoil(site, BEN, "kind: person", "kind: person\nformerly: [the-envoy]")
    spoil(site, old="ben-reed]\n", new="the-envoy]\n")
    says = f'{PAGE}:7:42: error: "the-envoy" is a former id of ben-reed (write ben-reed: Ben Reed)'

    assert says in told(chronology(site, "check"))
    assert says in told(build(site))


def test_a_changed_seed_is_told_at_its_page(site: Path) -> None:
    """The page has not changed, but what it says of its seed is not true any more."""
    (site / "seeds/talks.txt").write_text("Words.\n", encoding="utf-8")
    spoil(site, old="added:", new=f"seed: {{path: seeds/talks.txt, sha256: {'0' * 64}}}\nadded:")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "With a seed")
    git(site, "branch", "-f", "main")
    (site / "seeds/talks.txt").write_text("Other words.\n", encoding="utf-8")

    assert changed(site) == [(PAGE, "seed-changed")]


def test_a_branch_that_is_not_there_is_a_wrong_call(site: Path) -> None:
    """Exit code 2, with what to do in a shallow clone; and so is a folder without git."""
    run = chronology(site, "check", "--changed", "nowhere")
    assert (run.returncode, "git fetch --unshallow" in run.stderr) == (2, True)

    (site / ".git").rename(site.parent / "git")
    run = chronology(site, "check", "--changed")
    assert (run.returncode, "in no repository" in run.stderr) == (2, True)


def test_an_outline_comes_back_from_the_cache_as_it_was() -> None:
    """Nothing of what other pages ask for is lost on the way through JSON."""
    for name, text in SMALL.items():
        kind = pagefile.FOLDERS.get(name.split("/")[1])
        page = pagefile.read_page(text, name, kind) if kind else None
        if page and page.record:
            made = outlines.outline(page.record)

            assert outlines.from_row(json.loads(json.dumps(outlines.to_row(made)))) == made
