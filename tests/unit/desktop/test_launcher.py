"""Our desktop file: the desktop's portal knows us by it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mojovoice_gui.desktop.launcher import NAME, install_launcher
from mojovoice_gui.paths import APP_ID, resources

COMMAND = ("/opt/my apps/python", "-m", "mojovoice_gui")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "own"), "XDG_DATA_DIRS": f"{tmp_path / 'local'}:{tmp_path / 'system'}"}


def own(tmp_path: Path) -> Path:
    return tmp_path / "own/applications" / NAME


def test_it_starts_this_very_installation_and_is_valid(tmp_path: Path, environ: dict[str, str]) -> None:
    install_launcher(COMMAND, environ)
    text = own(tmp_path).read_text(encoding="utf-8")
    assert 'Exec="/opt/my apps/python" -m mojovoice_gui\n' in text
    icon = next(line for line in text.splitlines() if line.startswith("Icon=")).removeprefix("Icon=")
    assert Path(icon).is_file()
    done = subprocess.run(["desktop-file-validate", own(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_it_follows_a_program_that_moved(tmp_path: Path, environ: dict[str, str]) -> None:
    install_launcher(COMMAND, environ)
    install_launcher(("/elsewhere/mojovoice",), environ)
    assert "Exec=/elsewhere/mojovoice\n" in own(tmp_path).read_text(encoding="utf-8")


def test_one_that_a_package_brought_is_enough(tmp_path: Path, environ: dict[str, str]) -> None:
    of_package = tmp_path / "system/applications" / NAME
    of_package.parent.mkdir(parents=True)
    of_package.touch()
    install_launcher(COMMAND, environ)
    assert not own(tmp_path).exists()


def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, environ: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "own").touch()
    install_launcher(COMMAND, environ)
    assert "cannot be written" in caplog.text


def test_its_name_is_one_that_gnome_takes() -> None:
    """An application id: elements with dots between them, none empty, none beginning with a digit."""
    elements = Path(NAME).stem.split(".")
    assert len(elements) > 1
    assert all(element.isidentifier() for element in elements)


def test_what_software_centres_read_is_about_this_launcher() -> None:
    told = ElementTree.parse(resources() / f"{APP_ID}.metainfo.xml").getroot()
    assert told.findtext("id") == APP_ID
    assert told.findtext("launchable") == NAME
