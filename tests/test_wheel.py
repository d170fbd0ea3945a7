"""The wheel: what is in it, and that it stands on its own."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mojovoice_gui.domain import Stage
from mojovoice_gui.ui.settings.window import entries

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mojovoice_gui"
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
LOOK = """
import mojovoice_gui, sys
from mojovoice_gui.paths import resources
print(mojovoice_gui.__file__, resources(), sep="\\n")
"""
IMPORT_ALL = """
import importlib, pkgutil, mojovoice_gui
for module in pkgutil.walk_packages(mojovoice_gui.__path__, "mojovoice_gui."):
    importlib.import_module(module.name)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without network and without isolation, from the tools that the lock file brought."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, folder], cwd=ROOT, check=True, capture_output=True, timeout=60)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    folder = wheel.with_name("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_from(unpacked: Path, program: str) -> str:
    """What ``program`` prints when the wheel's content comes first, far from the checkout."""
    without_screen = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment = {**without_screen, "PYTHONPATH": str(unpacked), "PYTHONNOUSERSITE": "1"}
    command = [sys.executable, "-P", "-c", program]
    done = subprocess.run(
        command, cwd=unpacked.parent, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout


def test_every_module_and_resource_is_in_the_wheel_and_no_test(wheel: Path) -> None:
    modules = {str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*.py")}
    resources = {f"mojovoice_gui/{path.relative_to(ROOT)}" for path in (ROOT / "resources").rglob("*.*")}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == modules | resources


def test_there_is_an_icon_for_every_stage_and_page(unpacked: Path) -> None:
    icons = {path.stem for path in (unpacked / "mojovoice_gui/resources/icons").glob("*.svg")}
    pages = {entry.page.partition(":")[0] for entry in entries()}
    assert icons == {"mojovoice", *(f"tray-{stage}" for stage in Stage), *(f"page-{page}" for page in pages)}


def test_the_command_is_called_mojovoice(unpacked: Path) -> None:
    (distribution,) = importlib.metadata.distributions(path=[str(unpacked)])
    (command,) = distribution.entry_points
    assert (command.name, command.value) == ("mojovoice", "mojovoice_gui.__main__:main")
    assert distribution.metadata["License-Expression"] == "MIT"


def test_the_wheel_uses_its_own_modules_and_resources(unpacked: Path) -> None:
    package, resources = run_from(unpacked, LOOK).split()
    assert Path(package) == unpacked / "mojovoice_gui/__init__.py"
    assert Path(resources) == unpacked / "mojovoice_gui/resources"


def test_every_module_can_be_imported_on_a_machine_without_a_screen(unpacked: Path) -> None:
    run_from(unpacked, IMPORT_ALL)
