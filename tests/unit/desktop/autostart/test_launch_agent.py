"""Start at login on macOS, with real files: not run on a Mac."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from mojovoice_gui.desktop.autostart.launch_agent import LaunchAgent
from mojovoice_gui.errors import DesktopError

COMMAND = ("/Applications/My Apps/python", "-m", "mojovoice_gui")
FILE = "mojovoice.plist"


@pytest.fixture
def agent(tmp_path: Path) -> LaunchAgent:
    return LaunchAgent(COMMAND, tmp_path / "LaunchAgents")


def written(folder: Path) -> dict[str, object]:
    agent: dict[str, object] = plistlib.loads((folder / "LaunchAgents" / FILE).read_bytes())
    return agent


def change(folder: Path, **keys: object) -> None:
    (folder / "LaunchAgents" / FILE).write_bytes(plistlib.dumps(written(folder) | keys))


def test_it_is_on_while_the_file_is_there(agent: LaunchAgent, tmp_path: Path) -> None:
    was_on = agent.is_on
    agent.switch(on=True)
    assert (was_on, agent.is_on) == (False, True)
    assert written(tmp_path)["ProgramArguments"] == list(COMMAND)
    assert written(tmp_path)["RunAtLoad"] is True
    agent.switch(on=False)
    agent.switch(on=False)
    assert not agent.is_on


@pytest.mark.parametrize("keys", [{"Disabled": True}, {"RunAtLoad": False}, {"ProgramArguments": []}])
def test_an_agent_that_macos_would_not_start_is_off(
    agent: LaunchAgent, tmp_path: Path, keys: dict[str, object]
) -> None:
    agent.switch(on=True)
    change(tmp_path, **keys)
    assert not agent.is_on
    agent.refresh()
    assert keys.items() <= written(tmp_path).items()


@pytest.mark.parametrize("content", [b"", b"<plist><dict>", b"bplist00 and then nothing", plistlib.dumps(["a list"])])
def test_a_file_that_makes_no_sense_is_off_and_can_be_written_anew(
    agent: LaunchAgent, tmp_path: Path, content: bytes
) -> None:
    agent.switch(on=True)
    (tmp_path / "LaunchAgents" / FILE).write_bytes(content)
    assert not agent.is_on
    agent.switch(on=True)
    assert agent.is_on


def test_a_program_that_moved_is_found_again(agent: LaunchAgent, tmp_path: Path) -> None:
    agent.switch(on=True)
    LaunchAgent(("/new/python",), tmp_path / "LaunchAgents").refresh()
    assert written(tmp_path)["ProgramArguments"] == ["/new/python"]


def test_what_is_off_stays_off_when_the_program_moves(agent: LaunchAgent, tmp_path: Path) -> None:
    agent.refresh()
    assert not (tmp_path / "LaunchAgents").exists()


def test_a_folder_that_cannot_be_made_is_said(agent: LaunchAgent, tmp_path: Path) -> None:
    (tmp_path / "LaunchAgents").touch()
    with pytest.raises(DesktopError, match="cannot be changed"):
        agent.switch(on=True)
