"""One desktop for all tests of a run; each test gets it as new: no windows, no keys down, nothing on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from mojovoice_gui.desktop.insertion.x11 import X11Inserter
from tests.conftest import Prepare
from tests.desktop.box import DesktopBox
from tests.desktop.inserters import Make, inserters
from tests.desktop.keys import Keys
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.sway import SwayBox
from tests.desktop.tray import Tray

Box = TypeVar("Box", bound=DesktopBox)


@pytest.fixture(scope="session")
def _xembed_desktop() -> Iterator[DesktopBox]:
    with DesktopBox(Tray.XEMBED) as box:
        yield box


@pytest.fixture(scope="session")
def _panel_desktop() -> Iterator[DesktopBox]:
    with DesktopBox(Tray.PANEL) as box:
        yield box


@pytest.fixture(scope="session")
def _sway_desktop() -> Iterator[SwayBox]:
    with SwayBox() as box:
        yield box


@pytest.fixture
def box(_xembed_desktop: DesktopBox) -> Iterator[DesktopBox]:
    """The shared desktop, with the old embedding tray. What a test begins in it ends with the test."""
    yield from as_found(_xembed_desktop)


@pytest.fixture
def panel_box(_panel_desktop: DesktopBox) -> Iterator[DesktopBox]:
    """The shared desktop with a panel whose tray is of the StatusNotifier kind."""
    yield from as_found(_panel_desktop)


@pytest.fixture
def sway_box(_sway_desktop: SwayBox) -> Iterator[SwayBox]:
    """The shared desktop on Wayland."""
    yield from as_found(_sway_desktop)


@pytest.fixture
def keys(box: DesktopBox) -> Keys:
    """The keyboard of ``box``."""
    return box.keys


@pytest.fixture
def profile(tmp_path: Path, prepare: Prepare) -> Path:
    """Nothing is chosen in it yet, so that the first run comes; it holds the starter models."""
    return prepare(tmp_path / "profile")


@pytest.fixture
def start_app(profile: Path) -> StartApp:
    """Start Mojo Voice in a box, not for the first time, with extra lines of configuration."""

    def start(box: DesktopBox, config: str = "", *arguments: str) -> RunningApp:
        return RunningApp.start(box, profile, config or "# nothing is chosen\n", *arguments)

    return start


@pytest.fixture
def app(box: DesktopBox, start_app: StartApp) -> RunningApp:
    return start_app(box)


def as_found(box: Box) -> Iterator[Box]:
    """Lend the box, then end what was begun, let every key go, empty the clipboard."""
    before = set(box.processes.begun)
    box.processes.forget_logs()  # or a program is taken for one of the same name in another test
    microphones = box.sound.microphones()
    if hasattr(box, "keys"):  # Wayland has none
        box.keys.rest()
    yield box
    if hasattr(box, "keys"):  # Wayland has none
        box.keys.rest()
    for process in reversed(box.processes.begun):
        if process not in before:
            box.end(process)
    box.sound.restore(microphones)
    box.clip_clear()


@pytest.fixture
def make(box: DesktopBox) -> Iterator[Make]:
    with inserters(box) as make:
        yield make


@pytest.fixture
def inserter(make: Make) -> X11Inserter:
    return make()
