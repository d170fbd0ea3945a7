"""The models on this machine and those that can be had."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping

from mojovoice_gui import settings
from mojovoice_gui.app import model_store
from mojovoice_gui.errors import ModelError
from mojovoice_gui.models.pace import Pace
from mojovoice_gui.models.shelf import Row, look
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings


def show(paths: Paths, asked: argparse.Namespace) -> int:
    shelf = look(ModelStore(paths))
    for row in shelf.rows:
        told = _told(row)
        print(json.dumps(told) if asked.json else _line(told))
    if not asked.json:
        print(f"{shelf.used_bytes / 1e6:.0f} MB used in {paths.models}, {shelf.free_bytes / 1e9:.1f} GB free.")
    return 0


def download(paths: Paths, asked: argparse.Namespace) -> int:
    """Ctrl-C pauses: the same command goes on."""
    folder = model_store(paths, _settings(paths)).download(asked.model, _Meter().show)
    sys.stderr.write("\n")
    print(f"{asked.model} is in {folder}.")
    return 0


def take_in(paths: Paths, asked: argparse.Namespace) -> int:
    into = ModelStore(paths).take_in(asked.folder, _Meter().show)
    sys.stderr.write("\n")
    print(f"{into.name} is in {into}.")
    return 0


def delete(paths: Paths, asked: argparse.Namespace) -> int:
    chosen = _settings(paths)
    if asked.model in {chosen.target, chosen.draft} and not asked.yes:
        raise ModelError(f"The model {asked.model} is the one in use.", "Choose another, or add --yes.")
    ModelStore(paths).delete(asked.model)
    print(f"{asked.model} was deleted.")
    return 0


def _settings(paths: Paths) -> Settings:
    return settings.load(paths.config_file).settings


def _told(row: Row) -> dict[str, object]:
    return {
        "name": row.name,
        "installed": row.installed is not None,
        "path": str(row.installed.path) if row.installed is not None else "",
        "size_mb": round(row.size_bytes / 1e6),
        "begun_mb": round(row.begun_bytes / 1e6),
        "languages": row.model.languages_told if row.model is not None else "not known",
        "licence": row.model.licence if row.model is not None else "not known",
        "good_as": list(row.model.roles) if row.model is not None else [],
    }


def _line(told: Mapping[str, object]) -> str:
    here = "here" if told["installed"] else f"{told['begun_mb']} MB" if told["begun_mb"] else ""
    line = f"{told['name']:22} {told['size_mb']:>6} MB  {told['languages']:14} {here:8} {told['path']}"
    return line.rstrip()


class _Meter:
    """One line that is written over."""

    def __init__(self) -> None:
        self._pace = Pace()

    def show(self, here: int, total: int) -> None:
        self._pace.add(time.monotonic(), here)
        percent = 100 * here // total if total else 0
        left = self._pace.remaining_s(total)
        rest = f", {self._pace.bytes_per_s / 1e6:.1f} MB/s, {left:.0f} s left" if left else ""
        sys.stderr.write(f"\r{percent:3} %  {here / 1e6:.0f} of {total / 1e6:.0f} MB{rest}\x1b[K")
        sys.stderr.flush()
