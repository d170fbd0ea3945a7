"""What all tests share: how they are divided among processes, and one folder with the starter models."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.calibration import Calibration
from mojovoice_gui.asr.calibration_file import CalibrationFolder
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths

TESTS = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # xdist looks at the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With several processes one has the desktops, for itself; the files of the rest go to whoever is free."""
    for item in items:
        place = item.path.relative_to(TESTS)
        item.add_marker(pytest.mark.xdist_group(place.parts[0] if place.parts[0] == "desktop" else place.as_posix()))


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A profile with the starter models joined and checked once, and what suits this machine found out: two threads."""
    paths = Paths.under(tmp_path_factory.mktemp("starter"))
    store = ModelStore(paths)
    target, draft = store.find("base"), store.find("tiny.en")
    calibrations = CalibrationFolder(paths.cache / "calibrations", Machine())
    calibrations.keep(EngineOptions(target, draft), "cpu", Calibration("int8", threads=2, reasons=("for the tests",)))
    return paths
