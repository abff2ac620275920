"""Optional annotators: what they propose is shown with its words, and overrules nobody."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import cli
from pelican.plugins.chronology.annotate import annotate
from pelican.plugins.chronology.annotators import Proposal, Setup, consult, endpoint, finding, load, spacy_model
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Actor, Annotation, Seed
from pelican.plugins.chronology.vocabulary import Vocabulary
from sites import SMALL, small_site

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "annotators.yaml").read_text(encoding="utf-8"))
VOCABULARY = Vocabulary.of([Actor("ada-stone", "Ada Stone", "person")])
TEXT = "Talks in Oslo\n3 May 2020\n\nThe envoys met oriol of the lighthouse in Oslo on Friday, officials said.\n"


class Proposing:
    """An annotator that proposes what it was given."""

    rule = "test"

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self.proposals = tuple(proposals)

    def __call__(self, *_: Any) -> Iterable[Proposal]:
        return self.proposals


def read(text: str, *annotators: Any) -> tuple[Annotation, Annotation]:
    """What the rules find, and what it becomes."""
    seed = Seed("s", text)
    cleaned = clean(text)
    found = annotate(seed, cleaned, VOCABULARY)
    return found, consult(annotators, seed, cleaned, found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_becomes_of_proposals(case: dict[str, Any]) -> None:
    """The case's name is the rule."""
    title = "Talks in the north\n3 May 2020\n\n"
    found, merged = read(title + case["body"], Proposing(Proposal(*row) for row in case["proposed"]))
    new = [actor for actor in merged.actors if actor not in found.actors]
    said = merged.problems[len(found.problems) :]

    assert [[a.id, a.kind, [e.quote for e in a.evidence]] for a in new] == case["actors"]
    assert all((a.known, {e.rule for e in a.evidence}) == (False, {"test"}) for a in new)
    assert len(said) == len(case["problems"]), said
    assert [part in problem for part, problem in zip(case["problems"], said, strict=True)] == [True] * len(said), said
    assert merged.actors[: len(found.actors)] == found.actors
    assert (merged.events, merged.places, merged.published) == (found.events, found.places, found.published)


@given(st.text(alphabet="aé ’'\n.“”\u00a0Bß1", max_size=60), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    """A quotation that begins and ends with whole words is found, and what is found has the same words."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = finding.find(text[start:end], text, start)

    if any(map(str.isalnum, text[start:end])):
        assert span == (start, end)
    if span:
        assert text[slice(*span)].split() == text[start:end].split()


def test_a_failing_annotator_costs_only_its_own_work() -> None:
    """What others wrote may break; the rules' annotation stays, and the error is told."""

    class Broken(Proposing):
        def __call__(self, *_: Any) -> Iterable[Proposal]:
            raise KeyError("oops")

    found, merged = read(TEXT, Broken([]), Proposing([Proposal("person", "oriol", "oriol")]))

    assert "test: it failed: KeyError('oops')" in merged.problems
    assert len(merged.actors) == len(found.actors) + 1


# --------------------------------------------------------------------------------------
# A stand-in for a model behind an OpenAI-compatible address.

Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


def says(content: str) -> Answer:
    """The model answers with these words, as the protocol wraps them."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    return lambda _: (200, json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


class Standin(HTTPServer):
    """Speaks /v1/chat/completions on this machine, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.answer: Answer = says('{"proposals": []}')

    @property
    def name(self) -> str:
        return f"openai:http://127.0.0.1:{self.server_port}/v1/tiny/model"


class Handler(BaseHTTPRequestHandler):
    server: Standin

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        self.server.keys.append(self.headers["Authorization"])
        status, body = self.server.answer(asked) if self.path == "/v1/chat/completions" else (404, b"")
        self.send_response(status)
        if status == 307:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def standin() -> Iterator[Standin]:
    server = Standin()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive with a seed, entered."""
    made = small_site(tmp_path / "site", {**SMALL, "seeds/oslo.txt": TEXT})
    monkeypatch.chdir(made)
    return made


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert cli.main(["annotate", "seeds/oslo.txt", *words]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_endpoint_is_asked_once_for_the_same_words(
    site: Path, standin: Standin, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gets the report without its furniture; its answer is kept under cache/, and what it made up is dropped."""
    monkeypatch.setenv(endpoint.KEY, "s3cret")
    proposals = [
        {"kind": "person", "value": "oriol", "quote": "oriol of the lighthouse"},
        {"kind": "person", "value": "Per Invented", "quote": "Per Invented"},
    ]
    standin.answer = says(f"```json\n{json.dumps({'proposals': proposals})}\n```")
    first = printed(capsys, "--annotator", standin.name)
    again = printed(capsys, "--annotator", standin.name)

    assert first == again
    assert len(standin.asked) == 1
    assert standin.keys == ["Bearer s3cret"]
    assert standin.asked[0]["model"] == "tiny/model"
    assert standin.asked[0]["messages"][1]["content"].endswith("in Oslo on Friday, officials said.")
    assert "statement" not in standin.asked[0]["messages"][0]["content"]  # the types are those of this archive
    added = [actor for actor in first["actors"] if actor["id"] == "oriol"]
    assert [(a["known"], a["evidence"][0]["rule"]) for a in added] == [(False, "endpoint")]
    assert 'endpoint: dropped person "Per Invented": "Per Invented" is not in the text' in first["problems"]
    assert not any("s3cret" in path.read_text() for path in site.rglob("cache/**/*.json"))


def test_no_annotator_is_asked_by_default(site: Path, standin: Standin, capsys: pytest.CaptureFixture[str]) -> None:
    """Only a name on the command line brings one in."""
    printed(capsys)

    assert standin.asked == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda _: (500, b"down"), "answered 500"),
        (lambda _: (307, b""), "answered 307"),
        (lambda _: (200, b"<html>"), "no chat completion"),
        (lambda _: (200, b'{"choices": []}'), "no chat completion"),
        (lambda _: (200, b"[" * 100_000), "no chat completion"),
        (lambda _: (200, b"[" + b" " * 4_000_001), "more than 4,000,000 bytes"),
        (says("I would rather not."), 'is not {"proposals": [...]}'),
        (says('{"proposals": {}}'), "is no list"),
        (says('{"proposals": [7, null, {"kind": "person"}]}'), 'dropped proposal "7"'),
    ],
)
def test_an_endpoint_that_fails_is_told(
    site: Path, standin: Standin, capsys: pytest.CaptureFixture[str], answer: Answer, told: str
) -> None:
    """Whatever comes back, the rules' annotation is printed with a sentence that says what was wrong."""
    by_rules = printed(capsys)
    standin.answer = answer
    result = printed(capsys, "--annotator", standin.name)

    assert len([problem for problem in result["problems"] if problem.startswith("endpoint") and told in problem]) == 1
    assert {**result, "problems": []} == {**by_rules, "problems": []}


def test_an_endpoint_that_is_not_there_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing listens at port 9, the reports are printed all the same."""
    result = printed(capsys, "--annotator", "openai:http://127.0.0.1:9/v1/m")

    assert any("cannot be reached" in problem for problem in result["problems"])


def test_processes_share_the_answers(
    site: Path, standin: Standin, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotators work in every process, and the result is that of one."""
    standin.answer = says('{"proposals": [{"kind": "person", "value": "oriol", "quote": "oriol"}]}')
    texts = {n: TEXT.replace("The envoys", f"The {n} envoys") for n in range(2, 33)}
    lines = "".join(f"{json.dumps({'id': n, 'text': text})}\n" for n, text in texts.items()) * 2
    outputs = []
    for executor in ("process:2", "serial"):
        (site / "given.jsonl").write_text(lines, encoding="utf-8")
        with (site / "given.jsonl").open(encoding="utf-8") as given_lines:
            monkeypatch.setattr(sys, "stdin", given_lines)
            assert cli.main(["annotate", "--jsonl", "--executor", executor, "--annotator", standin.name]) == 0
        outputs.append(capsys.readouterr().out)

    assert outputs[0] == outputs[1]
    assert outputs[0].count('"id": "oriol"') == 62
    assert 31 <= len(standin.asked) <= 62


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobody", "there are: openai, spacy"),
        ("openai:", "does not name an address and a model"),
        ("openai:file:///etc/v1/model", "does not name an address and a model"),
        ("spacy:no_such_model", "python -m spacy download no_such_model"),
    ],
)
def test_a_wrong_annotator_is_a_wrong_call(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    """Told before any work is done, with exit code 2 and what to write instead."""
    assert cli.main(["annotate", "seeds/oslo.txt", "--annotator", name]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""


# --------------------------------------------------------------------------------------
# spaCy itself, with a pipeline that needs no download.


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """An English pipeline that knows some names by rule."""
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    patterns = {"oriol": "PERSON", "Oslo": "ORG", "the lighthouse": "FAC", "Friday": "DATE", "Zarqo": "GPE"}
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in patterns.items()])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_spacy_adds_what_the_rules_did_not_see(site: Path, model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New actors are marked as unknown and as spaCy's; where it differs, that is a suggestion."""
    by_rules = printed(capsys)
    result = printed(capsys, "--annotator", f"spacy:{model}")
    added = [actor for actor in result["actors"] if actor not in by_rules["actors"]]

    assert [(a["id"], a["kind"], a["known"], a["role"]) for a in added] == [("oriol", "person", False, "mentioned")]
    evidence = added[0]["evidence"][0]
    assert (evidence["rule"], TEXT[evidence["start"] : evidence["end"]]) == ("spacy", "oriol")
    assert result["problems"][len(by_rules["problems"]) :] == [
        'spacy suggests: organisation "Oslo" ("Oslo"); the rules have a place there',
        'spacy suggests: place "the lighthouse" ("the lighthouse"); the rules have no place there',
    ]
    assert {**result, "actors": [], "problems": []} == {**by_rules, "actors": [], "problems": []}


def test_spacy_is_not_asked_in_a_language_that_it_does_not_read(model: Path) -> None:
    """An English model knows nothing of a German report; that is told."""
    german = "Die Minister trafen sich am Freitag in der Hauptstadt und sprachen über den Handel, sagte ein Sprecher. "
    _, merged = read(german * 4, spacy_model.load(Setup(str(model), Path(), ())))

    assert any('its model reads "en", and the report is in "de"' in problem for problem in merged.problems)


def test_without_spacy_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is optional: the message says how to install it."""
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(ValueError, match=r"pelican-chronology\[spacy\]"):
        spacy_model.load(Setup("", Path(), ()))


def test_others_can_bring_an_annotator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that names a function in the entry-point group is found by its name."""
    (tmp_path / "brought.py").write_text(
        "def make(setup):\n    def ask(text, language, annotation):\n        return []\n"
        "    ask.rule = setup.argument\n    return ask\n"
    )
    metadata = tmp_path / "brought-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: brought\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[chronology.annotators]\nmine = brought:make\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert load("mine", Setup("own", tmp_path, ())).rule == "own"
