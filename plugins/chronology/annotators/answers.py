"""What was asked -> the answer that was given to it before: so that no question is paid for twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answers:
    """A folder of answers, each named by the hash of all that it depends on."""

    folder: Path

    def get(self, question: Sequence[str]) -> str | None:
        """The answer kept for a question."""
        try:
            kept = json.loads(self._path(question).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        answer = kept.get("answer") if isinstance(kept, dict) else None
        return answer if isinstance(answer, str) else None

    def put(self, question: Sequence[str], answer: str) -> None:
        """Keep an answer. Several processes may do so at once: each writes a file of its own and renames it."""
        path = self._path(question)
        path.parent.mkdir(parents=True, exist_ok=True)
        number, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(number, "w", encoding="utf-8") as file:
            json.dump({"asked": list(question[:-1]), "answer": answer}, file)
        Path(part).replace(path)

    def _path(self, question: Sequence[str]) -> Path:
        name = hashlib.sha256(json.dumps(list(question)).encode()).hexdigest()
        return self.folder / name[:2] / f"{name}.json"
