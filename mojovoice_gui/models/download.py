"""One download of one model: staged beside its place, moved there when it is whole."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from mojovoice_gui.errors import DownloadFailed, Sentence
from mojovoice_gui.models.catalog import WEIGHTS, CatalogModel
from mojovoice_gui.models.checksum import write_beside
from mojovoice_gui.models.hub import Hub, Snapshot
from mojovoice_gui.models.room import no_room

log = logging.getLogger(__name__)


def download(hub: Hub, model: CatalogModel, models: Path, progress: Callable[[int, int], None]) -> Path:
    """The folder of ``model`` in ``models``, fetched now; ``progress`` is told (bytes here, bytes in all).

    An exception from ``progress`` ends it; what has arrived is kept for the next time. Raises ``DownloadFailed``.
    """
    from filelock import FileLock, Timeout

    into = models / model.name
    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(models / f".{model.name}.lock", timeout=0):
            if into.exists() and not (into / WEIGHTS).is_file():
                raise DownloadFailed(
                    Sentence("{into} is in the way: it holds no model.", into=into), "Move it away and try again."
                )
            if not into.exists():  # else another process has just brought it
                _staged(hub, hub.snapshot(model.repo_id), into, progress)
    except Timeout as error:
        raise DownloadFailed(
            Sentence("The model {model} is being downloaded by another program already.", model=model.name),
            "Wait for it, or end it there.",
        ) from error
    except OSError as error:
        raise DownloadFailed(
            Sentence(
                "The model {model} cannot be written to {models}: {why}.",
                model=model.name,
                models=models,
                why=error.strerror,
            ),
            "Make room there, or see to its rights.",
        ) from error
    return into


def discard(models: Path, name: str) -> None:
    """Forget what has arrived of ``name``; raises ``DownloadFailed``."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(models / f".{name}.lock", timeout=0):
            _drop_others(models / name, models)
    except Timeout as error:
        raise DownloadFailed(
            Sentence("The model {name} is being downloaded by another program.", name=name),
            "Wait for it, or end it there.",
        ) from error
    except OSError as error:
        raise DownloadFailed(
            Sentence("What has arrived of {name} cannot be deleted: {why}.", name=name, why=error.strerror),
            "Make room there, or see to its rights.",
        ) from error


def _staged(hub: Hub, snapshot: Snapshot, into: Path, progress: Callable[[int, int], None]) -> None:
    staging = into.with_name(f".{into.name}.{snapshot.revision[:12]}.part")
    _drop_others(into, staging)
    staging.mkdir(exist_ok=True)
    here = sum(path.stat().st_size for path in staging.iterdir())
    if reason := no_room(staging, snapshot.size_bytes - here):
        raise DownloadFailed(reason, "Make room there and try again.")
    before = 0
    for file in snapshot.files:
        hub.fetch(snapshot, file, staging, _counting(progress, before, snapshot.size_bytes))
        before += file.size_bytes
        if file.name == WEIGHTS and file.sha256:
            write_beside(staging / WEIGHTS, file.sha256)
    staging.rename(into)
    log.info("Downloaded %s: %.0f MB", snapshot.repo_id, snapshot.size_bytes / 1e6)


def _counting(progress: Callable[[int, int], None], before: int, total: int) -> Callable[[int], None]:
    """From bytes of one file to bytes of all."""
    return lambda arrived: progress(before + arrived, total)


def _drop_others(into: Path, staging: Path) -> None:
    """What was begun of an older revision cannot be continued."""
    for left in into.parent.glob(f".{into.name}.*.part"):
        if left != staging:
            shutil.rmtree(left)
