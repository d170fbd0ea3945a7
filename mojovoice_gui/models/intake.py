"""A model that the user already has in some folder, taken in: copied beside its place, moved there when it is whole."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from mojovoice_gui.errors import ModelCorrupt, ModelError, Sentence
from mojovoice_gui.models.catalog import FILES, WEIGHTS
from mojovoice_gui.models.checksum import write_beside
from mojovoice_gui.models.room import no_room

log = logging.getLogger(__name__)

BLOCK_BYTES = 1 << 20
SPECIFICATION = b"WhisperSpec"
"""How CTranslate2 names the kind of model in the first bytes of its weights."""


def take_in(folder: Path, into: Path, progress: Callable[[int, int], None]) -> None:
    """Copy the model in ``folder``; ``progress`` is told (bytes here, bytes in all), an exception from it ends it.

    ``folder`` is whole. Raises ``ModelCorrupt`` for another kind of model, ``ModelError`` when it cannot be written.
    """
    if into.exists():
        raise ModelError(
            Sentence("There is a model called {into} already.", into=into.name), "Delete it, or rename the folder."
        )
    staging = into.with_name(f".{into.name}.importing")
    try:
        _check_kind(folder)
        files = [path for pattern in FILES for path in sorted(folder.glob(pattern))]
        total = sum(path.stat().st_size for path in files)
        staging.mkdir(parents=True, exist_ok=True)
        if reason := no_room(staging, total):
            raise ModelError(reason, "Make room there and try again.")
        _copy(files, staging, total, progress)
        staging.rename(into)
    except OSError as error:
        raise ModelError(
            Sentence("The model cannot be copied to {into}: {why}.", into=into.parent, why=error.strerror),
            "Make room there, or see to its rights.",
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    log.info("Took in a model of %.0f MB", total / 1e6)


def _check_kind(folder: Path) -> None:
    with (folder / WEIGHTS).open("rb") as file:
        if SPECIFICATION not in file.read(64):
            raise ModelCorrupt(
                Sentence("The model in {folder} is not a Whisper model of CTranslate2.", folder=folder),
                "Convert it with ct2-transformers-converter.",
            )


def _copy(files: list[Path], into: Path, total: int, progress: Callable[[int, int], None]) -> None:
    here = 0
    for path in files:
        digest = hashlib.sha256()
        with path.open("rb") as source, (into / path.name).open("wb") as copy:
            while block := source.read(BLOCK_BYTES):
                digest.update(block)
                copy.write(block)
                here += len(block)
                progress(here, total)
        if path.name == WEIGHTS:
            write_beside(into / WEIGHTS, digest.hexdigest())
