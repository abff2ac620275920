"""Which page is which seed's, and what becomes of seeds whose page is gone."""

from __future__ import annotations

import pytest
from pelican.plugins.chronology import ledger
from pelican.plugins.chronology.check import KINDS
from pelican.plugins.chronology.ledger import Entry
from pelican.plugins.chronology.model import Seed
from pelican.plugins.chronology.pairing import Claim, Pairing, pair

A, B, C = "aa" * 32, "bb" * 32, "cc" * 32


def seed(path: str, sha256: str) -> Seed:
    return Seed(path, "", {}, sha256)


def pages(pairing: Pairing) -> dict[str, str]:
    return {name: claim.page for name, claim in pairing.pages.items()}


def test_a_seed_is_known_by_its_path_and_a_moved_one_by_its_content() -> None:
    """One that changed keeps its page, one that moved keeps its page, and only the third is new."""
    seeds = [seed("a.txt", C), seed("moved/b.txt", B), seed("c.txt", "dd" * 32)]
    found = pair(seeds, [Claim("1.md", "a.txt", A), Claim("2.md", "b.txt", B)], {})

    assert pages(found) == {"a.txt": "1.md", "moved/b.txt": "2.md"}
    assert found.new == ["c.txt"]
    assert found.problems == []


def test_seeds_that_change_names_keep_their_pages() -> None:
    """What a page tells of is its seed's content; the names may be exchanged."""
    found = pair([seed("a.txt", B), seed("b.txt", A)], [Claim("1.md", "a.txt", A), Claim("2.md", "b.txt", B)], {})

    assert pages(found) == {"a.txt": "2.md", "b.txt": "1.md"}


def test_a_seed_that_was_copied_and_then_changed_is_new() -> None:
    """The page goes with the words that it was made from, and the name with other words gets a page of its own."""
    found = pair([seed("a.txt", B), seed("b.txt", A)], [Claim("1.md", "a.txt", A)], {})

    assert pages(found) == {"b.txt": "1.md"}
    assert found.new == ["a.txt"]


def test_the_same_report_given_twice_makes_one_page() -> None:
    """Two files with the same bytes are told, and only the first becomes a page."""
    found = pair([seed("a.txt", A), seed("b.txt", A)], [], {})

    assert found.new == ["a.txt"]
    assert ["the same report as a.txt" in p.message for p in found.problems] == [True]


@pytest.mark.parametrize(
    ("found_as", "warned"),
    [(("a.txt", A), False), (("elsewhere.txt", A), False), (("a.txt", B), True)],
    ids=["as it was", "moved", "changed"],
)
def test_a_removed_page_is_not_made_again(found_as: tuple[str, str], warned: bool) -> None:
    """A seed that was ingested and has no page gets none; one whose words changed since is told."""
    found = pair([seed(*found_as)], [], {Entry.of(A, "a.txt"): 4})

    assert found.new == []
    assert list(found.removed.values()) == [4]
    assert ["line 4 of content/reports/ingested.txt" in p.hint for p in found.problems] == [True] * warned


def test_two_pages_that_name_a_changed_seed_are_told() -> None:
    """Neither is touched: nobody can say whose it is now."""
    found = pair([seed("a.txt", C)], [Claim("1.md", "a.txt", A), Claim("2.md", "a.txt", B)], {})

    assert (pages(found), found.new) == ({}, [])
    assert ["content/1.md and content/2.md" in p.message for p in found.problems] == [True]


def test_a_copy_of_a_page_is_told() -> None:
    """Two pages of one seed are told, whether the copy names the same file or another: as severely as by a check."""
    for copy in (Claim("2.md", "a.txt", A), Claim("2.md", "b.txt", A)):
        found = pair([seed("a.txt", A)], [Claim("1.md", "a.txt", A), copy], {})

        assert found.new == []
        assert [(p.path, p.level) for p in found.problems] == [("a.txt", KINDS["same-seed"].level)]
        assert "content/1.md and content/2.md are both made from it" in found.problems[0].message


def test_a_page_whose_seed_is_gone_is_nobodys() -> None:
    """It stays what it is, and no seed takes it."""
    found = pair([seed("b.txt", B)], [Claim("1.md", "a.txt", A)], {})

    assert (pages(found), found.new) == ({}, ["b.txt"])


def test_the_list_reads_back() -> None:
    """Each seed has a line, in the order of hashes; what is said above is passed over."""
    entries = [Entry.of(B, "seeds/with a space.txt"), Entry.of(A, "seeds/é.txt")]
    read, problems = ledger.read(ledger.dump(entries), "content/reports/ingested.txt")

    assert list(read) == sorted(entries)
    assert min(read.values()) == ledger.HEAD.count("\n") + 1
    assert problems == []


def test_a_list_that_was_merged_badly_is_told_by_line() -> None:
    """What git leaves in a file with a conflict is no seed, and the lines of both sides count until it is mended."""
    text = f"<<<<<<< ours\n{A[:16]} a.txt\n=======\n{B[:16]} b.txt\n>>>>>>> theirs\n"
    read, problems = ledger.read(text, "content/reports/ingested.txt")

    assert [entry.path for entry in read] == ["a.txt", "b.txt"]
    assert [p.line for p in problems] == [1, 3, 5]
