"""A file of the archive -> the pages of its repository's host where it is changed, followed and discussed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

FORGES = ("github", "gitlab", "forgejo")
"""The shapes of addresses that are known; Gitea's are those of Forgejo."""

CORRECTION = "correction.yml"
"""The form for a correction, with the fields `page` and `id`; all forges that have forms read it from .github/."""
BROKEN_LINK = "broken-link.yml"
"""The form for a link that leads nowhere, with the same fields."""

_EDIT = {"github": "edit/{branch}/{path}", "gitlab": "-/edit/{branch}/{path}", "forgejo": "_edit/{branch}/{path}"}
_HISTORY = {
    "github": "commits/{branch}/{path}",
    "gitlab": "-/commits/{branch}/{path}",
    "forgejo": "commits/branch/{branch}/{path}",
}


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Where a page can be mended: addresses of the web."""

    edit: str
    history: str
    problem: str
    """A new issue that names the page already."""
    broken_link: str = ""
    """A new issue that names the page and the address of its source; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files of an archive are kept."""

    address: str
    """Without a slash at its end: "https://github.com/you/archive"."""
    branch: str
    forge: str
    """One of FORGES."""
    folder: str
    """The content's folder in the repository: "content"."""

    def upkeep(self, path: str, id: str, title: str, source: str = "") -> Upkeep:  # noqa: A002 - the field's own name
        """`path` is below the content's folder; `id` is that of the record, `source` the address that it rests on."""
        page = f"{self.folder}/{path}"
        at = {"branch": quote(self.branch), "path": quote(page)}
        known = {"page": page, "id": id}
        return Upkeep(
            edit=f"{self.address}/{_EDIT[self.forge].format_map(at)}",
            history=f"{self.address}/{_HISTORY[self.forge].format_map(at)}",
            problem=f"{self.address}/{self._issue(CORRECTION, title, known)}",
            broken_link=f"{self.address}/{self._issue(BROKEN_LINK, title, {**known, 'url': source})}" if source else "",
        )

    def _issue(self, form: str, title: str, known: Mapping[str, str]) -> str:
        """A new issue with what is known filled in; GitLab has no forms, and gets it as text."""
        if self.forge == "gitlab":
            told = "".join(f"{name}: {value}\n" for name, value in known.items())
            return f"-/issues/new?{urlencode({'issue[title]': title, 'issue[description]': told})}"
        template = f".github/ISSUE_TEMPLATE/{form}" if self.forge == "forgejo" else form
        return f"issues/new?{urlencode({'template': template, 'title': title, **known})}"


def forge_of(address: str) -> str:
    """The forge that an address tells by its host; empty for a host that says nothing."""
    host = urlsplit(address).hostname or ""
    if host == "github.com":
        return "github"
    if "gitlab" in host:
        return "gitlab"
    return "forgejo" if host == "codeberg.org" or "forgejo" in host or "gitea" in host else ""
