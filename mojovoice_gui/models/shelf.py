"""Everything that can be had or is here, as one picture of one moment."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.models.catalog import CATALOG, CatalogModel
from mojovoice_gui.models.store import InstalledModel, ModelStore, Source
from mojovoice_gui.paths import nearest

UNFINISHED = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{12}\.part")


@dataclass(frozen=True, slots=True)
class Row:
    """One model: in the catalogue, on this machine, or begun."""

    name: str
    model: CatalogModel | None
    installed: InstalledModel | None
    begun_bytes: int  # of a download that was paused or broken off

    @property
    def size_bytes(self) -> int:
        """On the disk if it is there, else of the download, about."""
        if self.installed is not None:
            return self.installed.size_bytes
        return self.model.size_mb * 1_000_000 if self.model is not None else 0

    @property
    def can_be_deleted(self) -> bool:
        """What came with the program, or belongs to other programs, is not ours to delete."""
        return self.installed is not None and self.installed.source is Source.OWN


@dataclass(frozen=True, slots=True)
class Shelf:
    rows: tuple[Row, ...]
    used_bytes: int  # by the user's own models and what was begun
    free_bytes: int  # on that disk


def look(store: ModelStore) -> Shelf:
    """Reads the disk, asks no network."""
    installed = {model.name: model for model in store.installed()}
    begun = dict(_begun(store.folder))
    known = {model.name: model for model in CATALOG}
    names = dict.fromkeys((*known, *installed, *begun))
    rows = tuple(Row(name, known.get(name), installed.get(name), begun.get(name, 0)) for name in names)
    return Shelf(rows, _bytes_in(store.folder), shutil.disk_usage(nearest(store.folder)).free)


def _begun(folder: Path) -> Iterator[tuple[str, int]]:
    for path in folder.glob(".*.part"):
        if found := UNFINISHED.fullmatch(path.name):
            yield found["name"], _bytes_in(path)


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # gone in the meantime
            total += path.lstat().st_size if path.is_file() else 0
    return total
