"""The definition of all records -> every file of this repository that is made from it.

python tools/generate.py            # writes them; `make schemas` does the same

A test compares each with what is kept. What else is to be made from the definition gets a
module in tools/made/ and a line in `files`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pelican

ROOT = Path(__file__).resolve().parents[1]
pelican.__path__.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tools"))

from made import browser_editing, check_docs, data_docs, editors, issue_forms, schemas  # noqa: E402 - both must be found first


def files() -> dict[str, str]:
    """The text of each file, by its path in the repository."""
    return {
        "docs/data.md": data_docs.document(),
        "docs/checking.md": check_docs.document(),
        **{f"docs/schemas/{name}.json": text for name, text in schemas.documents().items()},
        **{f".github/ISSUE_TEMPLATE/{name}": text for name, text in issue_forms.documents().items()},
        "docs/editing-in-a-browser.yml": browser_editing.document(),
        ".vscode/settings.json": editors.settings(),
        ".vscode/tasks.json": editors.tasks(),
        ".vscode/extensions.json": editors.extensions(),
    }


def main() -> int:
    for name, text in files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
