"""A setting that is a small table, such as applications and the keys that paste there: a section of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import TypeAlias

import tomlkit

from mojovoice_gui.errors import Sentence, SettingsError

Rows: TypeAlias = tuple[tuple[str, str], ...]
"""Sorted by name, each name once in whatever case."""


def parsed_rows(key: str, raw: object, allowed: tuple[str, ...]) -> Rows:
    """``raw``: pairs of name and value; raises ``SettingsError`` for the first that will not do."""
    if not isinstance(raw, tuple):
        raise SettingsError(Sentence("{key} must be a section.", key=key))
    rows: dict[str, tuple[str, str]] = {}
    for name, value in raw:
        row = _parsed_row(key, name.strip(), value, allowed)
        if row[0].lower() in rows:
            raise SettingsError(Sentence("{name} is there already.", name=row[0]))
        rows[row[0].lower()] = row
    return tuple(rows[name] for name in sorted(rows))


def read_rows(key: str, written: Mapping[str, object], allowed: tuple[str, ...]) -> tuple[Rows, list[str]]:
    """Of the values by their full key: the rows of this section, and a sentence for each that will not do."""
    raw = [(key, written[key])] if key in written else []
    raw += [(name.removeprefix(f"{key}."), value) for name, value in written.items() if name.startswith(f"{key}.")]
    rows: Rows = ()
    wrong: list[str] = []
    for pair in raw:
        try:
            rows = parsed_rows(key, (*rows, pair), allowed)
        except SettingsError as error:
            wrong.append(error.sentence)
    return rows, wrong


def put_rows(table: MutableMapping[str, object], name: str, rows: Rows, old: Iterable[str]) -> None:
    """Write them to the section ``name`` in ``table``; of the others there, those in ``old`` go."""
    section = table.setdefault(name, tomlkit.table())
    if not isinstance(section, MutableMapping):
        raise SettingsError(
            Sentence("{section} is a value in the settings file, but must be a section.", section=name),
            "Remove it there.",
        )
    wanted = dict(rows)
    for gone in [one for one in old if one in section and one not in wanted]:
        del section[gone]
    for program, value in rows:
        if section.get(program) != value:
            section[program] = value


def _parsed_row(key: str, name: str, value: object, allowed: tuple[str, ...]) -> tuple[str, str]:
    if not name:
        raise SettingsError("A name must not be empty.")
    if not isinstance(value, str) or value.strip().lower() not in allowed:
        raise SettingsError(
            Sentence(
                '{key}: "{value}" for {name} is none of {allowed}.',
                key=key,
                value=value,
                name=name,
                allowed=", ".join(allowed),
            )
        )
    return name, value.strip().lower()
