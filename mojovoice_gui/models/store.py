"""Where a model is: found without a network, fetched when asked."""

from __future__ import annotations

import logging
from pathlib import Path

from mojovoice_gui.errors import ModelCorrupt, ModelMissing
from mojovoice_gui.models import catalog, starter
from mojovoice_gui.models.catalog import WEIGHTS, CatalogModel
from mojovoice_gui.models.checksum import Receipts, read_beside
from mojovoice_gui.paths import Paths

logger = logging.getLogger(__name__)

NEEDED = (WEIGHTS, "config.json", "tokenizer.json")


class ModelStore:
    """The models on this machine: the user's folder, the starter packages, the cache of the hub."""

    def __init__(self, paths: Paths) -> None:
        self._models = paths.models
        self._receipts = Receipts(paths.cache / "checksums.json")

    def find(self, name_or_folder: str | Path) -> Path:
        """The folder of a model, complete and checked; never asks the network.

        Raises ``ModelMissing``, ``ModelCorrupt``, or ``ModelError`` when a starter model cannot be unpacked.
        """
        asked = str(name_or_folder)
        model = catalog.named(asked)
        if model is None and _is_folder(asked):
            return _complete(Path(asked).expanduser())
        name = model.name if model else asked
        own = self._models / name
        if (own / WEIGHTS).is_file():
            return self._checked(own, read_beside(own / WEIGHTS), f"Run `mojovoice download {name}`.")
        if model is None:
            raise ModelMissing(f"There is no model called {asked}.", _suggestion(asked))
        found = self._from_starter(model)
        if found is None:
            raise ModelMissing(f"The model {name} is not on this machine.", f"Run `mojovoice download {name}`.")
        return found

    def _from_starter(self, model: CatalogModel) -> Path | None:
        if model.starter is None or not starter.is_installed(model.starter):
            return None
        if not model.starter.parts:
            folder = starter.located(model.starter.folder)
            assert folder is not None  # it is installed
            return self._checked(
                folder, model.starter.sha256, f"Reinstall the package {model.starter.distributions[0]}."
            )
        logger.info("Joining the starter model %s", model.name)
        folder = self._models / model.name
        starter.join(model.starter, folder)
        self._receipts.remember(folder / WEIGHTS, model.starter.sha256)
        return _complete(folder)

    def _checked(self, folder: Path, sha256: str | None, action: str) -> Path:
        _complete(folder)
        try:
            is_right = sha256 is None or self._receipts.is_right(folder / WEIGHTS, sha256)
        except OSError as error:
            raise ModelCorrupt(f"The model in {folder} cannot be read: {error.strerror}.", action) from error
        if not is_right:
            raise ModelCorrupt(f"The model in {folder} is damaged: its checksum is wrong.", action)
        return folder


def _is_folder(asked: str) -> bool:
    return asked.startswith(("~", ".")) or Path(asked).name != asked or Path(asked).is_dir()


def _complete(folder: Path) -> Path:
    """``folder``, if it is a whole model."""
    if not (folder / WEIGHTS).is_file():
        raise ModelMissing(
            f"There is no CTranslate2 Whisper model in {folder}.", "Name a folder that has a model.bin, or a model."
        )
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if not any(folder.glob("vocabulary.*")):
        missing.append("vocabulary.json")
    if missing:
        raise ModelCorrupt(f"The model in {folder} has no {' and no '.join(missing)}.", "Fetch or convert it again.")
    return folder


def _suggestion(name: str) -> str:
    near = catalog.near(name)
    return f"Did you mean {' or '.join(near)}?" if near else "`mojovoice models` lists what there is."
