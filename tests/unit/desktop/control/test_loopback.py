"""The line by a port of this machine: what Windows gets, run here."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.loopback import DOOR, HERE, LoopbackMeeting
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.desktop.control.server import ControlServer
from mojovoice_gui.errors import AppUnreachable, DesktopError
from tests.unit.desktop.control.ends import echo
from tests.waiting import wait_until


@pytest.fixture
def server(runtime: Path) -> Iterator[ControlServer]:
    server = ControlServer(runtime, LoopbackMeeting)
    assert server.acquire()
    server.start(echo)
    with contextlib.closing(server):
        yield server


def port(runtime: Path) -> int:
    return int(json.loads((runtime / DOOR).read_text(encoding="utf-8"))["port"])


def said_to(runtime: Path, line: bytes) -> bytes:
    with socket.create_connection((HERE, port(runtime)), 5) as raw:
        raw.sendall(line)
        return raw.recv(4096)


def test_who_knows_the_word_is_answered(runtime: Path, server: ControlServer) -> None:
    assert ask(runtime, Request("status"), 5, meet=LoopbackMeeting).sentence == "status {}"


@pytest.mark.parametrize("word", ["", "00000000000000000000000000000000", "ä"])
def test_who_does_not_know_it_is_told_nothing(runtime: Path, server: ControlServer, word: str) -> None:
    assert said_to(runtime, f"{word}\n{Request('status').to_json()}\n".encode()) == b""


def test_the_word_is_for_its_user_alone(runtime: Path, server: ControlServer) -> None:
    assert (runtime / DOOR).stat().st_mode & 0o077 == 0


def test_only_one_is_the_first(runtime: Path, server: ControlServer) -> None:
    other = ControlServer(runtime, LoopbackMeeting)
    assert not other.acquire()
    server.close()
    assert other.acquire()
    other.close()


def test_after_its_end_nobody_is_there(runtime: Path, server: ControlServer) -> None:
    server.close()
    server.close()
    with pytest.raises(AppUnreachable, match="not running"):
        ask(runtime, Request("status"), 5, meet=LoopbackMeeting)


@pytest.mark.parametrize("left", ['{"port": 1, "word": "old"}', "{", "[]"])
def test_what_a_crash_has_left_is_nobody(runtime: Path, left: str) -> None:
    runtime.mkdir()
    (runtime / DOOR).write_text(left, encoding="utf-8")
    with pytest.raises(AppUnreachable, match="not running"):
        ask(runtime, Request("status"), 5, meet=LoopbackMeeting)


def test_a_client_that_waits_at_the_door_does_not_keep_the_app_from_ending(
    runtime: Path, server: ControlServer
) -> None:
    with LoopbackMeeting(runtime).connect(time.monotonic() + 5):
        server.close()
        assert "control" not in {thread.name for thread in threading.enumerate()}
    wait_until(lambda: not any(thread.name == "control-client" for thread in threading.enumerate()))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "run").touch()
    with pytest.raises(DesktopError, match="cannot be opened"):
        ControlServer(tmp_path / "run", LoopbackMeeting).acquire()
