"""The settings file: read with patience, written whole or not at all."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError

from mojovoice_gui.errors import Sentence, SettingsError
from mojovoice_gui.settings.options import Option, Value, as_toml, parsed
from mojovoice_gui.settings.rows import put_rows, read_rows
from mojovoice_gui.settings.table import Settings, options
from mojovoice_gui.whole_file import write_whole

LARGEST_BYTES = 1_000_000
"""More is no settings file, and reading it would hold up the start."""


class Wrong(NamedTuple):
    """A value that could not be used."""

    name: str  # the field of ``Settings``; empty: the whole file
    what: str
    warning: str  # says also what is used instead


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave, and a sentence for each value that could not be used."""

    settings: Settings
    wrong: tuple[Wrong, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(one.warning for one in self.wrong)


def load(path: Path) -> Loaded:
    """The settings in ``path``; never raises: what cannot be used gives a warning and the default."""
    try:
        written = _read(path)
    except SettingsError as error:
        warning = Sentence("{what} The defaults are used.", what=error.sentence)
        return Loaded(Settings(), (Wrong("", error.sentence, warning),))
    values: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for name, row in options().items():
        if row.is_table:
            values[name], left_out = read_rows(row.key, written, row.choices)
            wrong += [Wrong(name, what, Sentence("{what} It is left out.", what=what)) for what in left_out]
            continue
        try:
            values[name] = _value(row, written, path.parent)
        except SettingsError as error:
            warning = Sentence("{what} The default {value} is used.", what=error.sentence, value=as_toml(row.default))
            wrong.append(Wrong(name, error.sentence, warning))
    return Loaded(replace(Settings(), **values), tuple(wrong))


def check(path: Path) -> tuple[str, ...]:
    """A sentence for each thing in ``path`` that is wrong or has no meaning."""
    try:
        written = _read(path)
    except SettingsError as error:
        return (error.sentence,)
    known = [row.key for row in options().values()]
    old = {old.key for row in options().values() for old in row.legacy}
    tables = tuple(f"{row.key}." for row in options().values() if row.is_table)
    foreign = [key for key in written if key not in known and key not in old and not key.startswith(tables)]
    unknown = [_unknown(key, known) for key in foreign]
    return (*load(path).warnings, *unknown)


def write_default(path: Path) -> None:
    """Write every option with its help, unless there is a file; raises ``SettingsError``."""
    if not path.exists():
        _write(path, as_text())


def save(path: Path, changes: Mapping[str, Value]) -> None:
    """Write these fields of ``Settings`` and leave everything else in the file as it is; raises ``SettingsError``."""
    rows = [(options()[name], value) for name, value in changes.items()]
    wanted = [(row, parsed(row, value)) for row, value in rows]
    text = _text(path) or as_text()
    for row, _ in wanted:
        text = text if row.is_table else _uncommented(text, row.key)
    try:
        document = tomlkit.parse(text)
        before = _parsed(text)
        for row, value in wanted:
            _put(document, row, value, before)
        changed = tomlkit.dumps(document)
        if _comparable(_parsed(changed)) != _comparable(_after(before, wanted)):
            raise SettingsError(
                Sentence("{path} is written in a way that cannot be changed.", path=path), "Change it by hand."
            )
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise _to_mend(Sentence("{path} is not TOML: {why}.", path=path, why=error)) from error
    _write(path, changed)


def _after(before: dict[str, object], wanted: list[tuple[Option, Value]]) -> dict[str, object]:
    """What must be in the file then, by full key."""
    after = dict(before)
    for row, value in wanted:
        if isinstance(value, tuple):
            after = {key: old for key, old in after.items() if key not in _keys_of(row, before)}
            after |= {f"{row.key}.{name}": said for name, said in value}
        else:
            after[row.key] = value
    return after


def _keys_of(row: Option, written: dict[str, object]) -> set[str]:
    """Where the rows stand that we understand; the others are left alone."""
    rows, _ = read_rows(row.key, written, row.choices)
    return {f"{row.key}.{name}" for name, _ in rows}


def _put(document: tomlkit.TOMLDocument, row: Option, value: Value, before: dict[str, object]) -> None:
    section, _, name = row.key.partition(".")
    table = document.setdefault(section, tomlkit.table())
    if not isinstance(table, MutableMapping):
        raise SettingsError(
            Sentence("{section} is a value in the settings file, but must be a section.", section=section),
            "Remove it there.",
        )
    if isinstance(value, tuple):
        put_rows(table, name, value, (key.removeprefix(f"{row.key}.") for key in _keys_of(row, before)))
    else:
        table[name] = str(value) if isinstance(value, str) else value  # of an enum, its text


def _uncommented(text: str, key: str) -> str:
    """The line that explains an option becomes the one that sets it: it stays where it is looked for."""
    section, _, name = key.partition(".")
    before, header, rest = text.partition(f"[{section}]\n")
    body, following, after = rest.partition("\n[")
    if re.search(rf"^\s*{name}\s*=", body, re.MULTILINE):
        return text
    body = re.sub(rf"^# ({name} = )", r"\1", body, count=1, flags=re.MULTILINE)
    return before + header + body + following + after


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        raise SettingsError(
            Sentence("The settings cannot be written to {path}: {why}.", path=path, why=error.strerror),
            "Make room there, or see to its rights.",
        ) from error


def reset(path: Path) -> Path | None:
    """Defaults again; what was there is kept beside it, and its place returned. Raises ``SettingsError``."""
    kept = None
    if path.exists():
        kept = path.with_name(path.name + ".bak")
        try:
            path.replace(kept)
        except OSError as error:
            raise SettingsError(
                Sentence("{path} cannot be moved to {place}: {why}.", path=path, place=kept, why=error.strerror),
                "See to the rights of its folder.",
            ) from error
    write_default(path)
    return kept


def as_text() -> str:
    """The file that is written at the first start: every option, explained, left at its default."""
    lines = ["# Mojo Voice. Each option stands here with its default: remove the # before it and change it."]
    section = ""
    for row in options().values():
        here, _, name = row.key.partition(".")
        if here != section:
            section = here
            lines += ["", f"[{section}]"]
        lines += [f"# {row.help}", f"#   ({row.what_is_allowed})"]
        lines.append(f"[{row.key}]" if row.is_table else f"# {name} = {as_toml(row.default)}")
    return "\n".join(lines) + "\n"


def _read(path: Path) -> dict[str, object]:
    """Values by their full key; empty when there is no file."""
    try:
        return _parsed(_text(path))
    except (ValueError, RecursionError) as error:  # also of numbers too long and brackets too deep
        raise _to_mend(Sentence("{path} is not TOML: {why}.", path=path, why=error)) from error


def _text(path: Path) -> str:
    """Empty when there is no file."""
    try:
        if path.is_file() and path.stat().st_size > LARGEST_BYTES:
            raise _to_mend(Sentence("{path} is too large for a settings file.", path=path))
        return path.read_text(encoding="utf-8-sig")  # some editors begin with a mark
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SettingsError(
            Sentence("{path} cannot be read: {why}.", path=path, why=error.strerror), "See to its rights."
        ) from error
    except UnicodeDecodeError as error:
        raise _to_mend(Sentence("{path} is not UTF-8 text.", path=path)) from error


def _parsed(text: str) -> dict[str, object]:
    """Values by their full key; raises ``ValueError``, or ``RecursionError``."""
    return _flat(tomllib.loads(text))


def _comparable(values: dict[str, object]) -> dict[str, str]:
    """A number that is none (nan) differs even from itself."""
    return {key: as_toml(value) for key, value in values.items()}


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def _value(row: Option, written: dict[str, object], folder: Path) -> Value:
    if row.key in written:
        value = parsed(row, written[row.key])
        return _in_full(value, folder) if row.is_model and isinstance(value, str) else value
    for old in row.legacy:
        said = written.get(old.key)
        today = old.read(said) if isinstance(said, str) else None
        if today is not None:
            return parsed(row, today)
    return row.default


def _in_full(model: str, folder: Path) -> str:
    """A model's folder in full, seen from the file that names it; a model's name as it is."""
    try:
        here = folder / Path(model).expanduser()
        return str(here) if model.startswith(("~", ".")) or (os.sep in model and here.is_dir()) else model
    except (OSError, RuntimeError):  # a path too long, a home of nobody: said when the model is looked for
        return model


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return Sentence("{key} is not an option of Mojo Voice. Did you mean {near}?", key=key, near=near[0])
    return Sentence("{key} is not an option of Mojo Voice. It is left alone.", key=key)


def _to_mend(said: str) -> SettingsError:
    return SettingsError(said, "Mend it, or run `mojovoice config --reset`.")
