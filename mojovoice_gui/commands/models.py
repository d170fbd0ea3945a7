"""The models on this machine and those that can be had."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from mojovoice_gui.models.catalog import CATALOG
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths


def show(paths: Paths, asked: argparse.Namespace) -> int:
    installed = {model.name: model for model in ModelStore(paths).installed()}
    rows = [
        {
            "name": model.name,
            "installed": model.name in installed,
            "path": str(installed[model.name].path) if model.name in installed else "",
            "size_mb": model.size_mb,
            "languages": "en" if model.english_only else "many",
            "licence": model.licence,
        }
        for model in CATALOG
    ]
    for row in rows:
        print(json.dumps(row) if asked.json else _line(row))
    return 0


def download(paths: Paths, asked: argparse.Namespace) -> int:
    folder = ModelStore(paths).download(asked.model, _progress)
    sys.stderr.write("\n")
    print(f"{asked.model} is in {folder}.")
    return 0


def _line(row: Mapping[str, object]) -> str:
    here = "here" if row["installed"] else ""
    return f"{row['name']:22} {row['size_mb']:>6} MB  {row['languages']:5} {here:5} {row['path']}".rstrip()


def _progress(done: int, total: int) -> None:
    """One line that is written over."""
    percent = 100 * done // total if total else 0
    sys.stderr.write(f"\r{percent:3} %  {done / 1e6:.0f} of {total / 1e6:.0f} MB")
    sys.stderr.flush()
