"""Where a model is: found without a network, fetched when asked."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mojovoice_gui.errors import ModelCorrupt, ModelError, ModelMissing, Sentence
from mojovoice_gui.models import catalog, starter
from mojovoice_gui.models.catalog import WEIGHTS, CatalogModel
from mojovoice_gui.models.checksum import Receipts, read_beside
from mojovoice_gui.models.download import discard, download
from mojovoice_gui.models.hub import Hub
from mojovoice_gui.models.intake import take_in
from mojovoice_gui.paths import Paths

log = logging.getLogger(__name__)

NEEDED = (WEIGHTS, "config.json", "tokenizer.json")


class Source(StrEnum):
    """Where a model lies."""

    OWN = "own folder"
    STARTER = "installed package"
    HUB_CACHE = "hub cache"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that needs no download."""

    name: str
    path: Path
    size_bytes: int  # of the weights
    source: Source


class ModelStore:
    """The models on this machine: the user's folder, the starter packages, the cache of the hub."""

    def __init__(self, paths: Paths, hub: Hub | None = None) -> None:
        self._models = paths.models
        self._hub = hub or Hub()
        self._receipts = Receipts(paths.cache / "checksums.json")

    @property
    def folder(self) -> Path:
        """Of the user's own models."""
        return self._models

    def find(self, name_or_folder: str | Path) -> Path:
        """The folder of a model, complete and checked; never asks the network.

        Raises ``ModelMissing``, ``ModelCorrupt``, or ``ModelError`` when a starter model cannot be unpacked.
        """
        asked = str(name_or_folder)
        try:
            return self._find(asked)
        except (OSError, RuntimeError) as error:  # a path too long, a home of nobody
            raise ModelMissing(
                Sentence("There is no model in {asked}.", asked=asked[:60]), "Choose another one."
            ) from error

    def _find(self, asked: str) -> Path:
        model = catalog.named(asked)
        if model is None and _is_folder(asked):
            return _complete(Path(asked).expanduser())
        name = model.name if model else asked
        own = self._models / name
        if (own / WEIGHTS).is_file():
            return self._checked_own(own)
        if model is None:
            raise ModelMissing(Sentence("There is no model called {asked}.", asked=asked), _suggestion(asked))
        found = self._from_starter(model) or self._hub.cached(model.repo_id)
        if found is None:
            raise ModelMissing(
                Sentence("The model {name} is not on this machine.", name=name),
                Sentence("Run `mojovoice download {name}`.", name=name),
            )
        return _complete(found)

    def installed(self) -> tuple[InstalledModel, ...]:
        """Every model that ``find`` would give, the user's own first; checksums are not looked at."""
        found: dict[str, InstalledModel] = {}
        for model in (*self._own(), *_starters(), *self._cached()):
            found.setdefault(model.name, model)
        return tuple(found.values())

    def download(self, name: str, progress: Callable[[int, int], None]) -> Path:
        """Fetch a model of the catalogue, or any of the hub by "owner/name", unless it is here.

        ``progress`` is told (bytes here, bytes in all); an exception from it ends it, and what has arrived is kept.
        Raises ``ModelMissing`` for an unknown name, ``DownloadFailed``.
        """
        model = catalog.named(name) or catalog.of_hub(name)
        if model is None:
            raise ModelMissing(Sentence("There is no model called {name}.", name=name), _suggestion(name))
        own = self._models / model.name
        try:
            return self.find(model.name)
        except ModelCorrupt as error:
            log.warning("%s It is made or fetched again", error.sentence)
            if own.is_dir():
                shutil.rmtree(own)
                return self.download(name, progress)
        except ModelError as error:
            log.info("%s", error.sentence)
        folder = download(self._hub, model, self._models, progress)
        if sha256 := read_beside(folder / WEIGHTS):
            self._receipts.remember(folder / WEIGHTS, sha256)  # it was compared when it arrived
        return _complete(folder)

    def discard(self, name: str) -> None:
        """Forget what has arrived of a download that was stopped; raises ``ModelError``."""
        discard(self._models, name)

    def take_in(self, folder: Path, progress: Callable[[int, int], None]) -> Path:
        """Copy a model of the user's to the others, under the name of its folder; raises ``ModelError``."""
        folder = _complete(folder.expanduser().absolute())
        into = self._models / folder.name
        take_in(folder, into, progress)
        return into

    def delete(self, name: str) -> None:
        """Delete a model of the user's own folder; raises ``ModelError``."""
        own = self._models / name
        if not (own / WEIGHTS).is_file() or own.parent != self._models:
            raise ModelMissing(
                Sentence("There is no model called {name} in {models}.", name=name, models=self._models),
                "Nothing was deleted.",
            )
        going = own.with_name(f".{name}.going")
        try:
            shutil.rmtree(going, ignore_errors=True)  # what a delete that was killed has left
            own.rename(going)  # at once: never half a model under its name
            shutil.rmtree(going)
        except OSError as error:
            raise ModelError(
                Sentence("The model {name} cannot be deleted: {why}.", name=name, why=error.strerror),
                Sentence("See to the rights of {own}.", own=own),
            ) from error
        log.info("Deleted %s", own)

    def _own(self) -> Iterator[InstalledModel]:
        for weights in sorted(self._models.glob(f"*/{WEIGHTS}")):
            if not weights.parent.name.startswith("."):
                yield InstalledModel(weights.parent.name, weights.parent, weights.stat().st_size, Source.OWN)

    def _cached(self) -> Iterator[InstalledModel]:
        for model in catalog.CATALOG:
            if folder := self._hub.cached(model.repo_id):
                yield InstalledModel(model.name, folder, (folder / WEIGHTS).stat().st_size, Source.HUB_CACHE)

    def _checked_own(self, folder: Path) -> Path:
        weights = folder / WEIGHTS
        return self._checked(
            folder, read_beside(weights), Sentence("Run `mojovoice download {model}`.", model=folder.name)
        )

    def _from_starter(self, model: CatalogModel) -> Path | None:
        if model.starter is None or not starter.is_installed(model.starter):
            return None
        if not model.starter.parts:
            folder = starter.located(model.starter.folder)
            assert folder is not None  # it is installed
            action = Sentence("Reinstall the package {package}.", package=model.starter.distributions[0])
            return self._checked(folder, model.starter.sha256, action)
        log.info("Joining the starter model %s", model.name)
        folder = self._models / model.name
        starter.join(model.starter, folder)
        self._receipts.remember(folder / WEIGHTS, model.starter.sha256)
        return _complete(folder)

    def _checked(self, folder: Path, sha256: str | None, action: str) -> Path:
        _complete(folder)
        try:
            is_right = sha256 is None or self._receipts.is_right(folder / WEIGHTS, sha256)
        except OSError as error:
            raise ModelCorrupt(
                Sentence("The model in {folder} cannot be read: {why}.", folder=folder, why=error.strerror), action
            ) from error
        if not is_right:
            raise ModelCorrupt(
                Sentence("The model in {folder} is damaged: its checksum is wrong.", folder=folder), action
            )
        return folder


def _starters() -> Iterator[InstalledModel]:
    for model in catalog.CATALOG:
        if model.starter and starter.is_installed(model.starter) and (folder := starter.located(model.starter.folder)):
            yield InstalledModel(model.name, folder, starter.weights_bytes(model.starter), Source.STARTER)


def _is_folder(asked: str) -> bool:
    return asked.startswith(("~", ".")) or Path(asked).name != asked or Path(asked).is_dir()


def _complete(folder: Path) -> Path:
    """``folder``, if it is a whole model."""
    if not (folder / WEIGHTS).is_file():
        raise ModelMissing(
            Sentence("There is no CTranslate2 Whisper model in {folder}.", folder=folder),
            "Name a folder that has a model.bin, or a model.",
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if not any(folder.glob("vocabulary.*")):
        missing.append("vocabulary.json")
    if missing:
        raise ModelCorrupt(
            Sentence("The model in {folder} has no {missing}.", folder=folder, missing=" and no ".join(missing)),
            "Fetch or convert it again.",
        )
    return folder


def _suggestion(name: str) -> str:
    near = catalog.near(name)
    return (
        Sentence("Did you mean {models}?", models=" / ".join(near))
        if near
        else Sentence("`mojovoice models` lists what there is.")
    )
