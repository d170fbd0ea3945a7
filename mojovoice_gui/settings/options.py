"""What is known about one setting: default, limits, label, help, and how a value for it is checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from mojovoice_gui.errors import Sentence, SettingsError
from mojovoice_gui.settings.rows import Rows, parsed_rows

Value: TypeAlias = str | int | bool | Rows
T = TypeVar("T", bound=Value)

ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Legacy:
    """A key of mojovoice 0.5.6; ``read`` gives today's value, or None where the old one says nothing to us."""

    key: str
    read: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Option:
    """What is known about one setting, apart from its name and type: those are the field's."""

    key: str  # in the file, as "section.name"
    default: Value
    label: str
    help: str
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None  # both ends included
    allowed: str = ""  # said instead of a long list of choices
    may_be_empty: bool = True
    is_model: bool = False  # a name or a folder
    is_address: bool = False  # of a server
    legacy: tuple[Legacy, ...] = ()

    @property
    def is_table(self) -> bool:
        """It has a section of its own in the file; ``choices`` are for the values there."""
        return isinstance(self.default, tuple)

    @property
    def what_is_allowed(self) -> str:
        if self.allowed:
            return Sentence(self.allowed)
        if self.choices:
            return Sentence("one of {choices}", choices=", ".join(self.choices))
        if self.limits:
            return Sentence("a whole number from {least} to {most}", least=self.limits[0], most=self.limits[1])
        if isinstance(self.default, bool):
            return Sentence("true or false")
        if self.is_address:
            return Sentence("an address that begins with http:// or https://, or empty")
        return Sentence("a text") if self.may_be_empty else Sentence("a text that is not empty")


def option(
    default: T,
    key: str,
    label: str,
    help: str,  # noqa: A002 - the word users know; shadowing help() in this one call harms nobody
    *,
    choices: tuple[str, ...] = (),
    limits: tuple[int, int] | None = None,
    allowed: str = "",
    may_be_empty: bool = True,
    is_model: bool = False,
    is_address: bool = False,
    legacy: tuple[Legacy, ...] = (),
) -> T:
    """A field of ``Settings``."""
    table_row = Option(key, default, label, help, choices, limits, allowed, may_be_empty, is_model, is_address, legacy)
    made: T = field(default=default, metadata={"option": table_row})
    return made


def parsed(row: Option, raw: object) -> Value:
    """``raw`` as a value of this option; raises ``SettingsError``."""
    if row.is_table:
        return parsed_rows(row.key, raw, row.choices)
    value = raw.strip() if isinstance(raw, str) else raw
    if type(value) is type(row.default) and isinstance(value, (bool, int)):
        if row.limits is None or row.limits[0] <= value <= row.limits[1]:
            return value
    elif isinstance(row.default, str) and type(value) is int and str(value) in row.choices:
        return str(value)
    elif isinstance(value, str) and isinstance(row.default, str):
        if row.choices and value.lower() in row.choices:
            return type(row.default)(value.lower())
        if not row.choices and (_fits(row, value) if value else row.may_be_empty):
            return value
    raise SettingsError(
        Sentence(
            "{row} is {raw}, but must be {what_is_allowed}.",
            row=row.key,
            raw=as_toml(raw),
            what_is_allowed=row.what_is_allowed,
        )
    )


def _fits(row: Option, text: str) -> bool:
    return not row.is_address or ADDRESS.fullmatch(text) is not None


def as_toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
