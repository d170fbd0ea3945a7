"""What all tests share: how they are divided among processes, and one folder with the starter models."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mojovoice_gui.asr.calibration import Calibration
from mojovoice_gui.asr.calibration_file import CalibrationFolder
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths

TESTS = Path(__file__).parent
Prepare = Callable[[Path], Path]
"""The folder of a profile."""


@pytest.hookimpl(tryfirst=True)  # xdist looks at the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With several processes one has the desktops, for itself; the files of the rest go to whoever is free."""
    for item in items:
        place = item.path.relative_to(TESTS)
        item.add_marker(pytest.mark.xdist_group(place.parts[0] if place.parts[0] == "desktop" else place.as_posix()))


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A profile with the starter models, joined and checked once."""
    paths = Paths.under(tmp_path_factory.mktemp("starter"))
    ModelStore(paths).find("base")
    ModelStore(paths).find("tiny.en")
    return paths


@pytest.fixture(scope="session")
def prepare(starter: Paths) -> Prepare:
    """Make a profile that has nothing to join, to check or to measure: what suits this machine are two threads."""

    def make(folder: Path) -> Path:
        paths = Paths.under(folder)
        paths.data.mkdir(parents=True, exist_ok=True)
        paths.models.symlink_to(starter.models)
        shutil.copytree(starter.cache, paths.cache, dirs_exist_ok=True)
        target, draft = paths.models / "base", ModelStore(paths).find("tiny.en")
        calibrations = CalibrationFolder(paths.cache / "calibrations", Machine())
        for must_pay in (True, False):
            options = EngineOptions(target, draft, draft_must_pay=must_pay)
            calibrations.keep(options, "cpu", Calibration("int8", threads=2, reasons=("for the tests",)))
        return folder

    return make
