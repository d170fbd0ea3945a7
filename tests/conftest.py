"""What all tests share: how they are divided among processes, and one folder with the starter models."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from mojovoice_gui.asr.calibration import Calibration
from mojovoice_gui.asr.calibration_file import CalibrationFolder
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths

MARK = "MOJOVOICE_TESTS_OF"
TIME_TO_END_S = 5.0
Prepare = Callable[[Path], Path]
"""The folder of a profile."""


class OneHasTheDesktops(LoadScopeScheduling):
    """The files go to whichever process is free; but those of the desktops all go to one, which mostly waits."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "desktop" if file.startswith("tests/desktop/") else file


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    return OneHasTheDesktops(config, log)


@pytest.fixture(scope="session", autouse=True)
def _nothing_goes_on() -> Iterator[None]:
    """Every process that a test has begun ends before the tests do, with whatever it has begun itself."""
    os.environ[MARK] = str(os.getpid())
    yield
    assert ended(lambda _process: True) == []


@pytest.fixture(scope="module", autouse=True)
def _nothing_outlives_its_file(_nothing_goes_on: None) -> Iterator[None]:
    """But the desktops in boxes, which are for all files."""
    yield
    assert ended(lambda process: b"XDG_RUNTIME_DIR=/tmp/box-" not in process) == []


def ended(counts: Callable[[bytes], bool]) -> list[str]:
    """The commands that go on though they had time to end, of those whose environment ``counts``."""
    end = time.monotonic() + TIME_TO_END_S
    while (left := [command for environ, command in begun_here() if counts(environ)]) and time.monotonic() < end:
        time.sleep(0.05)
    return left


def begun_here() -> Iterator[tuple[bytes, str]]:
    """Environment and command of each process that was begun by the tests of this one."""
    mark = f"{MARK}={os.getpid()}\0".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # gone meanwhile, or another user's
            environ = (entry / "environ").read_bytes()
            if mark in environ and int(entry.name) != os.getpid():
                yield environ, (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


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
