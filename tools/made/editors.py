"""What Visual Studio Code needs to help with the pages, without any setting up. docs/editing.md tells how it is used.

The YAML extension reads schemas for files that are all YAML. It leaves the headers of Markdown pages alone
(redhat-developer/vscode-yaml, issue 207), so these are checked by a task, whose messages the editor shows at their
lines.
"""

from __future__ import annotations

import json
from typing import Any

VOCABULARY = ["content/vocabulary/event_types.yaml", "plugins/chronology/data/event_types.yaml"]
MESSAGE = r"^(\S.*?):(\d+):(\d+): (error|warning|hint): (.*)$"
"""A line of `chronology check`: file, line, column, level and what is wrong."""


def settings() -> str:
    return _json(
        {
            "yaml.schemas": {"docs/schemas/event_types.json": VOCABULARY},
            # Ids and codes are text whatever they look like: NO is Norway.
            "yaml.yamlVersion": "1.2",
            "[markdown]": {"editor.insertSpaces": True, "editor.tabSize": 2, "files.encoding": "utf8"},
        }
    )


def tasks() -> str:
    return _json(
        {
            "version": "2.0.0",
            "tasks": [
                _task("Check what I changed", "check --changed", default=True),
                _task("Check the whole archive", "check"),
            ],
        }
    )


def extensions() -> str:
    return _json({"recommendations": ["redhat.vscode-yaml"]})


def _task(label: str, command: str, default: bool = False) -> dict[str, Any]:
    kinds = {"regexp": MESSAGE, "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5}
    return {
        "label": label,
        "type": "shell",
        "command": f".venv/bin/chronology {command}",
        "windows": {"command": f".venv\\Scripts\\chronology {command}"},
        "group": {"kind": "test", "isDefault": True} if default else "test",
        "presentation": {"reveal": "silent", "revealProblems": "onProblem"},
        "problemMatcher": {"owner": "chronology", "fileLocation": ["relative", "${workspaceFolder}"], "pattern": kinds},
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
