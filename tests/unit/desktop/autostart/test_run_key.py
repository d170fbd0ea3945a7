"""Start at login on Windows, against a registry in memory: not run on Windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.desktop.autostart.run_key import APPROVED, NAME, RUN, RunKey
from mojovoice_gui.errors import DesktopError

COMMAND = (r"C:\Program Files\Python\python.exe", "-m", "mojovoice_gui")
SWITCHED_OFF = bytes.fromhex("030000001122334455667788")  # as the Task Manager writes it: a flag and the time
SWITCHED_ON = bytes.fromhex("020000000000000000000000")


class FakeRegistry:
    """Windows' registry, the user's half; ``fails`` is what it says to every call."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.fails: OSError | None = None

    def get(self, key: str, name: str) -> str | bytes | None:
        self._fail()
        return self.values.get((key, name))

    def put(self, key: str, name: str, value: str) -> None:
        self._fail()
        self.values[key, name] = value

    def delete(self, key: str, name: str) -> None:
        self._fail()
        self.values.pop((key, name), None)

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.fixture
def run_key(registry: FakeRegistry) -> RunKey:
    return RunKey(COMMAND, registry)


def test_it_is_on_while_the_value_is_there(run_key: RunKey, registry: FakeRegistry) -> None:
    was_on = run_key.is_on
    run_key.switch(on=True)
    assert (was_on, run_key.is_on) == (False, True)
    assert registry.values == {(RUN, NAME): r'"C:\Program Files\Python\python.exe" -m mojovoice_gui'}
    run_key.switch(on=False)
    run_key.switch(on=False)
    assert not run_key.is_on
    assert registry.values == {}


def test_the_task_manager_that_switched_it_off_is_believed(run_key: RunKey, registry: FakeRegistry) -> None:
    run_key.switch(on=True)
    registry.values[APPROVED, NAME] = SWITCHED_OFF
    assert not run_key.is_on
    run_key.refresh()
    assert registry.values[APPROVED, NAME] == SWITCHED_OFF
    registry.values[APPROVED, NAME] = SWITCHED_ON
    assert run_key.is_on


def test_switching_on_here_undoes_what_the_task_manager_noted(run_key: RunKey, registry: FakeRegistry) -> None:
    registry.values[APPROVED, NAME] = SWITCHED_OFF
    run_key.switch(on=True)
    assert run_key.is_on


def test_a_program_that_moved_is_found_again(run_key: RunKey, registry: FakeRegistry) -> None:
    run_key.switch(on=True)
    RunKey((r"D:\mojovoice.exe",), registry).refresh()
    assert registry.values[RUN, NAME] == r"D:\mojovoice.exe"


def test_what_is_off_stays_off_when_the_program_moves(run_key: RunKey, registry: FakeRegistry) -> None:
    run_key.refresh()
    assert registry.values == {}


def test_no_black_window_opens_where_python_has_a_silent_twin(tmp_path: Path, registry: FakeRegistry) -> None:
    (tmp_path / "pythonw.exe").touch()
    RunKey((str(tmp_path / "python.exe"), "-m", "mojovoice_gui"), registry).switch(on=True)
    assert registry.values[RUN, NAME] == f"{tmp_path / 'pythonw.exe'} -m mojovoice_gui"


def test_a_command_that_windows_would_not_start_is_refused(registry: FakeRegistry) -> None:
    with pytest.raises(DesktopError, match="260 characters"):
        RunKey(("C:\\" + 300 * "x",), registry).switch(on=True)
    assert registry.values == {}


def test_a_registry_that_refuses_is_said(run_key: RunKey, registry: FakeRegistry) -> None:
    registry.fails = PermissionError(13, "Access is denied")
    assert not run_key.is_on
    with pytest.raises(DesktopError, match="Access is denied"):
        run_key.switch(on=True)
