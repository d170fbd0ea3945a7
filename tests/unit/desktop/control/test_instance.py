"""One instance and no more, however the first one ends, and nobody else's business."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.folder import LOCK, SOCKET
from mojovoice_gui.desktop.control.messages import Request, Response
from mojovoice_gui.desktop.control.server import ControlServer
from mojovoice_gui.errors import AppUnreachable, DesktopError
from tests.unit.desktop.control.ends import echo, listening

ROOT = Path(__file__).parents[4]
NOBODY = 65534

FIRST = """
import sys, time, pathlib
from mojovoice_gui.desktop.control.messages import Response
from mojovoice_gui.desktop.control.server import ControlServer
server = ControlServer(pathlib.Path(sys.argv[1]))
first = server.acquire()
print("first" if first else "second", flush=True)
if first:
    server.start(lambda request: Response(True, f"{request.command} heard"))
    print("hears", flush=True)
    time.sleep(60)
"""


def other_process(runtime: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", FIRST, str(runtime)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_nobody_there_is_said_in_one_sentence(runtime: Path) -> None:
    with pytest.raises(AppUnreachable) as raised:
        ask(runtime, Request("status"), 5)
    assert raised.value.sentence == "Mojo Voice is not running."
    assert "mojovoice daemon up" in raised.value.action
    assert not runtime.exists()


def test_the_second_is_not_the_first_until_the_first_has_closed(runtime: Path) -> None:
    first, second = ControlServer(runtime), ControlServer(runtime)
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.start(echo)
    first.close()
    first.close()
    assert second.acquire()
    second.close()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("status"), 5)


def test_of_six_started_at_once_exactly_one_is_first(runtime: Path) -> None:
    processes = [other_process(runtime) for _ in range(6)]
    try:
        assert sorted(said(process) for process in processes) == ["first"] + 5 * ["second"]
        assert ask(runtime, Request("show"), 5, is_starting=True).sentence == "show heard"
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def test_a_killed_first_leaves_the_way_free(runtime: Path) -> None:
    killed = other_process(runtime)
    assert (said(killed), said(killed)) == ("first", "hears")
    assert ask(runtime, Request("status"), 5).sentence == "status heard"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert (runtime / SOCKET).exists()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("status"), 5)
    with listening(runtime, echo):
        assert ask(runtime, Request("again"), 5).ok


def test_whoever_lost_waits_for_the_winner_to_listen(runtime: Path) -> None:
    first = ControlServer(runtime)
    assert first.acquire()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("show"), 5)
    threading.Timer(0.3, first.start, (echo,)).start()
    assert ask(runtime, Request("show"), 5, is_starting=True).ok
    first.close()


def test_waiting_for_a_winner_that_never_listens_ends(runtime: Path) -> None:
    first = ControlServer(runtime)
    assert first.acquire()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("show"), 0.3, is_starting=True)
    first.close()


def test_folder_and_socket_are_the_users_alone(runtime: Path) -> None:
    runtime.mkdir(mode=0o755)
    with listening(runtime, echo):
        assert stat.S_IMODE(runtime.stat().st_mode) == 0o700
        assert stat.S_IMODE((runtime / SOCKET).stat().st_mode) == 0o600
        assert stat.S_IMODE((runtime / LOCK).stat().st_mode) == 0o600


def test_a_folder_that_is_a_link_is_refused(runtime: Path) -> None:
    elsewhere = runtime.with_name("elsewhere")
    elsewhere.mkdir()
    runtime.symlink_to(elsewhere)
    with pytest.raises(DesktopError, match="link"):
        ControlServer(runtime).acquire()
    with pytest.raises(DesktopError, match="link"):
        ask(runtime, Request("status"), 5)
    assert not list(elsewhere.iterdir())


def test_a_lock_that_is_a_link_is_refused(runtime: Path) -> None:
    runtime.mkdir(mode=0o700)
    victim = runtime.with_name("victim")
    (runtime / LOCK).symlink_to(victim)
    with pytest.raises(DesktopError):
        ControlServer(runtime).acquire()
    assert not victim.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_refused(runtime: Path) -> None:
    runtime.mkdir()
    os.chown(runtime, NOBODY, NOBODY)
    with pytest.raises(DesktopError, match="another user"):
        ControlServer(runtime).acquire()
    with pytest.raises(DesktopError, match="another user"):
        ask(runtime, Request("status"), 5)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two users")
def test_another_user_gets_no_answer_even_where_the_rights_allow_it(runtime: Path) -> None:
    heard: list[Request] = []

    def remember(request: Request) -> Response:
        heard.append(request)
        return Response(True)

    with listening(runtime, remember):
        for path, mode in ((runtime.parent, 0o755), (runtime, 0o755), (runtime / SOCKET, 0o666)):
            path.chmod(mode)
        code = (
            "import os, socket, sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.settimeout(5);"
            "s.connect(sys.argv[1]);"
            's.send(b\'{"command": "stop", "arguments": {}}\\n\'); print(s.recv(100))'
        )
        script = [sys.executable, "-c", code, str(runtime / SOCKET)]
        stranger = subprocess.run(script, capture_output=True, text=True, timeout=20)
        assert ask(runtime, Request("mine"), 5).ok
    assert "b''" in stranger.stdout or "ConnectionResetError" in stranger.stderr or "BrokenPipe" in stranger.stderr
    assert heard == [Request("mine")]


def test_a_path_too_long_for_a_socket_works(tmp_path: Path) -> None:
    runtime = tmp_path / ("long" * 30) / "run"
    assert len(str(runtime)) > 108
    with listening(runtime, echo):
        assert ask(runtime, Request("status"), 5).ok
        assert (runtime / SOCKET).is_socket()


def test_it_works_where_python_has_no_unix_sockets(runtime: Path) -> None:
    """As on Windows."""
    code = (
        "import sys, socket, os, pathlib; sys.modules['fcntl'] = None; del socket.AF_UNIX, os.geteuid\n"
        "from mojovoice_gui.desktop.control.client import ask\n"
        "from mojovoice_gui.desktop.control.messages import Request, Response\n"
        "from mojovoice_gui.desktop.control.server import ControlServer\n"
        "runtime = pathlib.Path(sys.argv[1])\n"
        "server = ControlServer(runtime)\n"
        "print(server.acquire(), ControlServer(runtime).acquire())\n"
        "server.start(lambda request: Response(True, request.command))\n"
        "print(ask(runtime, Request('status'), 5).sentence)\n"
        "server.close()\n"
    )
    script = [sys.executable, "-c", code, str(runtime)]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout.split() == ["True", "False", "status"], done.stderr
