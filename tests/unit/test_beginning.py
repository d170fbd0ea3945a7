"""What a start does to the desktop, and to an app that runs already."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.autostart.xdg import XdgAutostart
from mojovoice_gui.desktop.control.messages import Request, Response
from mojovoice_gui.desktop.control.server import ControlServer
from mojovoice_gui.paths import Paths
from mojovoice_gui.running.beginning import first_instance, keep_autostart

FORMER = ("/where/it/was/mojovoice",)


class Running:
    """An app that runs, and what it was asked."""

    def __init__(self, paths: Paths) -> None:
        self.asked: list[str] = []
        self.server = ControlServer(paths.runtime)
        assert self.server.acquire()
        self.server.start(self._answer)

    def _answer(self, request: Request) -> Response:
        self.asked.append(request.command)
        return Response(ok=True, sentence="Its settings are open.")


@pytest.fixture
def paths() -> Iterator[Paths]:
    """With a short name, for its socket."""
    with tempfile.TemporaryDirectory(prefix="mojo-") as folder:
        yield Paths.under(Path(folder))


@pytest.fixture
def running(paths: Paths) -> Iterator[Running]:
    running = Running(paths)
    yield running
    running.server.close()


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start at login is on, for a program that has moved since."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    XdgAutostart(FORMER).switch(on=True)
    return tmp_path / "autostart/mojovoice.desktop"


def test_a_second_start_shows_the_first(running: Running, paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert first_instance(paths) is None
    assert running.asked == ["show"]
    assert capsys.readouterr().out == "Its settings are open.\n"


def test_a_second_start_that_is_hidden_opens_nothing(
    running: Running, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert first_instance(paths, is_hidden=True) is None
    assert running.asked == []
    assert capsys.readouterr().out == "Mojo Voice is running.\n"


def test_start_at_login_follows_a_program_that_moved(entry: Path) -> None:
    keep_autostart(Paths.of_user())
    assert FORMER[0] not in entry.read_text(encoding="utf-8")


def test_a_start_with_a_profile_leaves_start_at_login_as_it_is(entry: Path, paths: Paths) -> None:
    before = entry.read_text(encoding="utf-8")
    keep_autostart(paths)
    assert entry.read_text(encoding="utf-8") == before
