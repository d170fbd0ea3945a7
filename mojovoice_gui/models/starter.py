"""Models that Python packages bring along: used where they lie, or joined once from their parts."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib.util
import logging
import os
import shutil
import tempfile
import time
from pathlib import Path

from mojovoice_gui.errors import ModelCorrupt, ModelError, Sentence
from mojovoice_gui.models.catalog import WEIGHTS, PackageFile, Starter
from mojovoice_gui.models.checksum import write_beside
from mojovoice_gui.models.room import no_room

log = logging.getLogger(__name__)

BLOCK_BYTES = 1 << 20
ABANDONED_S = 3600.0
"""A join takes seconds: a folder this old was left by one that was killed."""


def located(file: PackageFile) -> Path | None:
    """Where it is, or None if the package (or the file) is not installed. The package is not imported."""
    spec = importlib.util.find_spec(file.package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (path := Path(folder) / file.path).exists():
            return path
    return None


def weights_bytes(starter: Starter) -> int:
    """Size of the weights of a starter that is installed."""
    folder = located(starter.folder)
    whole = [] if folder is None or starter.parts else [folder / WEIGHTS]
    return sum(path.stat().st_size for path in (*whole, *_parts(starter)))


def is_installed(starter: Starter) -> bool:
    return located(starter.folder) is not None and len(_parts(starter)) == len(starter.parts)


def join(starter: Starter, into: Path) -> None:
    """Make the model folder ``into``, all of it or nothing; whoever comes second takes what the first one made.

    Raises ``ModelError``: no room, no right to write; ``ModelCorrupt``: the parts are not what they should be.
    """
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        _sweep(into)
        if reason := no_room(into.parent, weights_bytes(starter)):
            raise ModelError(
                Sentence("The model {into} must be unpacked: {reason}", into=into.name, reason=reason),
                "Make room there and try again.",
            )
        unfinished = Path(tempfile.mkdtemp(dir=into.parent, prefix=f".{into.name}.joining-"))
        try:
            _fill(starter, unfinished)
            _move(unfinished, into)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise ModelError(
            Sentence(
                "The model {into} cannot be written to {folder}: {why}.",
                into=into.name,
                folder=into,
                why=error.strerror,
            ),
            "Make room there, see to its rights, or choose tiny.en, which is used where it lies.",
        ) from error


def _parts(starter: Starter) -> tuple[Path, ...]:
    return tuple(path for part in starter.parts if (path := located(part)) is not None)


def _fill(starter: Starter, folder: Path) -> None:
    source = located(starter.folder)
    for path in sorted(source.iterdir()) if source else []:
        if path.is_file() and not path.name.startswith(WEIGHTS):
            shutil.copyfile(path, folder / path.name)
    digest = hashlib.sha256()
    with (folder / WEIGHTS).open("wb") as joined:
        for part in _parts(starter):
            with part.open("rb") as file:
                while block := file.read(BLOCK_BYTES):
                    digest.update(block)
                    joined.write(block)
        joined.flush()
        os.fsync(joined.fileno())
    if digest.hexdigest() != starter.sha256:
        packages = " ".join(starter.distributions)
        raise ModelCorrupt(
            "The model's packages are damaged.", Sentence("Reinstall them: {packages}.", packages=packages)
        )
    write_beside(folder / WEIGHTS, starter.sha256)
    folder.chmod(0o755)


def _move(unfinished: Path, into: Path) -> None:
    try:
        unfinished.rename(into)
    except OSError as error:
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.EACCES}:
            raise
        if not (into / WEIGHTS).is_file():
            raise ModelError(
                Sentence("{into} is in the way: it holds no model.", into=into), "Move it away and try again."
            ) from error
        log.info("Another Mojo Voice has made %s in the meantime", into)


def _sweep(into: Path) -> None:
    for left in into.parent.glob(f".{into.name}.joining-*"):
        with contextlib.suppress(OSError):  # another process may be sweeping too
            if time.time() - left.stat().st_mtime > ABANDONED_S:
                shutil.rmtree(left)
