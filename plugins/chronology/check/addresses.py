"""A page whose address or id another page has, and names of files that make bad addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..fields import Name
from ..links import address_of
from ..model import Country, Record, Report
from ..problems import Problem
from ..urls import slug
from .around import THE_SITE, Around
from .kinds import told


def taken_address(record: Record, around: Around) -> Iterator[Problem]:
    """Two pages for one address: one of them would be lost."""
    address = address_of(record).lower()
    claims = around.at_address[address]
    if THE_SITE in claims or around.tells(record.path, claims):
        others = ", ".join(p if p == THE_SITE else f"content/{p}" for p in claims if p != record.path)
        yield told(
            "duplicate-address", record, f"the address {address} is taken by {others} too", "rename one of the files"
        )


def taken_id(record: Record, around: Around) -> Iterator[Problem]:
    """One id for two reports."""
    if isinstance(record, Report) and around.tells(record.path, paths := around.with_id[record.id]):
        other = min(path for path in paths if path != record.path)
        message = f'the id "{record.id}" belongs to content/{other}'
        yield told("duplicate-id", record, message, "give this page an id of its own", "id")


def file_name(record: Record, _around: Around) -> Iterator[Problem]:
    """A file whose name makes a bad address."""
    name = PurePosixPath(record.path).stem
    if isinstance(record, Country):
        if name.upper() != record.code:
            message = f'the file is called "{name}.md", and the code in it is {record.code}'
            yield told("file-name", record, message, f"rename it to {record.code.lower()}.md", "code")
    elif not re.fullmatch(Name.pattern, name):
        message = f'the file name "{name}.md" makes a bad address'
        yield told("file-name", record, message, f"rename it to {slug(name)}.md")
