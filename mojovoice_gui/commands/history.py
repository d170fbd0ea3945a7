"""What was dictated: shown, searched, exported, taken over from the old mojovoice, forgotten."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from itertools import islice

from mojovoice_gui.domain import Entry, Retention
from mojovoice_gui.errors import HistoryError, SettingsError
from mojovoice_gui.history.export import as_cells, everything, export
from mojovoice_gui.history.old_mojovoice import Heritage, heritage
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import changes, load, save


def show(paths: Paths, asked: argparse.Namespace) -> int:
    """The newest at the end, where a terminal shows it."""
    typed = " ".join(asked.words)
    found = list(islice(everything(_history(paths), typed), asked.number))
    for kept in reversed(found):
        print(json.dumps(as_cells(kept.entry), ensure_ascii=False) if asked.json else _as_line(kept.entry))
    if not found and not asked.json:
        print("Nothing is found." if typed else "Nothing is remembered.")
    return 0


def write(paths: Paths, asked: argparse.Namespace) -> int:
    count = export(_history(paths), asked.file, " ".join(asked.words))
    print(f"{count} dictations are in {asked.file}.")
    return 0


def waits(paths: Paths, _asked: argparse.Namespace) -> int:
    told = _history(paths).waits()
    print(f"{told.count} dictations: half waited under {told.p50_s:.2f} s, 95 of 100 under {told.p95_s:.2f} s.")
    return 0


def clear(paths: Paths, asked: argparse.Namespace) -> int:
    if not asked.yes:
        raise HistoryError("This forgets every dictation and its sound.", "Say it with --yes.")
    print(f"{_history(paths).clear()} dictations are forgotten.")
    return 0


def take_over(paths: Paths, asked: argparse.Namespace) -> int:
    """From the folders of the old mojovoice, which may be our own."""
    retention = Retention(load(paths.config_file).settings.history_days)
    old = heritage(asked.folder or paths.data, retention, datetime.now(UTC))
    added = _history(paths).take_in(old.entries)
    print(
        f"{added} dictations taken over; {len(old.entries) - added} were here already,"
        f" {old.too_old} are older than the setting history.days allows, {old.unread} not readable."
    )
    _take_words(paths, old)
    if asked.config is not None:
        _take_settings(paths, asked)
    return 0


def _take_words(paths: Paths, old: Heritage) -> None:
    """They become the prompt, unless there is one."""
    count = len(old.words)
    if not count:
        return
    if load(paths.config_file).settings.prompt:
        print(f"{count} words of the vocabulary were left alone: the setting model.prompt says something already.")
        return
    save(paths.config_file, {"prompt": old.prompt})
    print(f"The vocabulary is in the setting model.prompt now ({count} words).")


def _take_settings(paths: Paths, asked: argparse.Namespace) -> None:
    if not asked.config.is_file():
        raise SettingsError(f"There is no file {asked.config}.", "Name the old config.toml.")
    old, new = load(asked.config).settings, load(paths.config_file).settings
    differing = {name: getattr(old, name) for name in changes(new, old)}
    save(paths.config_file, differing)
    print(f"{len(differing)} settings taken over.")


def _history(paths: Paths) -> History:
    return History(paths.history)


def _as_line(entry: Entry) -> str:
    said = entry.transcript.text or f"[{entry.outcome}] {entry.reason}".rstrip()
    return f"{entry.at:%Y-%m-%d %H:%M}  {said}"
