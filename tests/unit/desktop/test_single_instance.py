"""One instance, and the line to it: whatever clients do, and however the first one ends."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop import single_instance
from mojovoice_gui.desktop.single_instance import Answers, ControlServer, Request, Response, ask, follow
from mojovoice_gui.errors import AppUnreachable, AudioError, DesktopError

ROOT = Path(__file__).parents[3]
NOBODY = 65534

FIRST = """
import sys, time, pathlib
from mojovoice_gui.desktop.single_instance import ControlServer, Response
server = ControlServer(pathlib.Path(sys.argv[1]))
first = server.acquire()
print("first" if first else "second", flush=True)
if first:
    server.start(lambda request: Response(True, f"{request.command} heard"))
    print("hears", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A folder with a short path, as in real life; pytest's own are too long for some systems' sockets."""
    with tempfile.TemporaryDirectory(prefix="mojo-") as folder:
        yield Path(folder) / "run"


@contextlib.contextmanager
def listening(runtime: Path, answer: Callable[[Request], Response | Answers]) -> Iterator[ControlServer]:
    server = ControlServer(runtime)
    assert server.acquire()
    server.start(answer)
    try:
        yield server
    finally:
        server.close()


def echo(request: Request) -> Response:
    return Response(True, f"{request.command} {dict(request.arguments)}", 0, {"pid": 7, "list": [1, None, "ä\n"]})


def raw(runtime: Path) -> socket.socket:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(5)
    line.connect(str(runtime / single_instance.SOCKET))
    return line


def other_process(runtime: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", FIRST, str(runtime)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_request_arrives_whole_and_its_answer_too(runtime: Path) -> None:
    request = Request("start", {"seconds": 1.5, "clipboard": True, "what": "ä\n", "none": None, "n": 3})
    with listening(runtime, echo):
        response = ask(runtime, request, 5)
    assert response == Response(True, f"start {dict(request.arguments)}", 0, {"pid": 7, "list": [1, None, "ä\n"]})


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
    assert (runtime / single_instance.SOCKET).exists()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("status"), 5)
    with listening(runtime, echo):
        assert ask(runtime, Request("again"), 5).ok


def test_whoever_lost_waits_for_the_winner_to_listen(runtime: Path) -> None:
    first = ControlServer(runtime)
    assert first.acquire()
    threading.Timer(0.3, first.start, (echo,)).start()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("show"), 5)
    assert ask(runtime, Request("show"), 5, is_starting=True).ok
    first.close()


def test_waiting_for_a_winner_that_never_listens_ends(runtime: Path) -> None:
    first = ControlServer(runtime)
    assert first.acquire()
    began = time.monotonic()
    with pytest.raises(AppUnreachable):
        ask(runtime, Request("show"), 0.3, is_starting=True)
    assert time.monotonic() - began < 2
    first.close()


def test_folder_and_socket_are_the_users_alone(runtime: Path) -> None:
    runtime.mkdir(mode=0o755)
    with listening(runtime, echo):
        assert stat.S_IMODE(runtime.stat().st_mode) == 0o700
        assert stat.S_IMODE((runtime / single_instance.SOCKET).stat().st_mode) == 0o600
        assert stat.S_IMODE((runtime / single_instance.LOCK).stat().st_mode) == 0o600


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
    (runtime / single_instance.LOCK).symlink_to(victim)
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
        for path, mode in ((runtime.parent, 0o755), (runtime, 0o755), (runtime / single_instance.SOCKET, 0o666)):
            path.chmod(mode)
        code = (
            "import os, socket, sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX); s.settimeout(5);"
            "s.connect(sys.argv[1]);"
            's.send(b\'{"command": "stop", "arguments": {}}\\n\'); print(s.recv(100))'
        )
        path = str(runtime / single_instance.SOCKET)
        stranger = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, timeout=20)
        assert ask(runtime, Request("mine"), 5).ok
    assert "b''" in stranger.stdout or "ConnectionResetError" in stranger.stderr or "BrokenPipe" in stranger.stderr
    assert heard == [Request("mine")]


@pytest.mark.parametrize(
    "line",
    [
        b"rubbish\n",
        b"\xff\xfe\n",
        b"[]\n",
        b'{"command": 3, "arguments": {}}\n',
        b'{"command": "x", "arguments": {"a": [1]}}\n',
        b"[" * 5000 + b"\n",
    ],
)
def test_rubbish_is_answered_with_a_sentence(runtime: Path, line: bytes) -> None:
    with listening(runtime, echo), raw(runtime) as client:
        client.sendall(line)
        response = Response.from_json(client.recv(4096).decode())
    assert not response.ok
    assert response.exit_code == 2
    assert "not a command" in response.sentence


def test_a_line_without_end_is_cut_off(runtime: Path) -> None:
    with listening(runtime, echo), raw(runtime) as client:
        with pytest.raises(OSError, match=r"reset|pipe"):
            client.sendall(b"x" * 10_000_000)
        assert ask(runtime, Request("status"), 5).ok


def test_silent_vanishing_and_crowding_clients_hold_nobody_up(runtime: Path) -> None:
    with listening(runtime, echo), contextlib.ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(raw(runtime))  # says nothing
        with raw(runtime) as vanishing:
            vanishing.sendall(b'{"command": "x", "argu')
        began = time.monotonic()
        assert ask(runtime, Request("status"), 5).ok
        assert time.monotonic() - began < 1


def test_a_crowd_is_turned_away_and_a_place_gets_free_again(runtime: Path) -> None:
    with listening(runtime, echo):
        with contextlib.ExitStack() as stack:
            for _ in range(single_instance.MOST_CLIENTS):
                stack.enter_context(raw(runtime))
            with pytest.raises(AppUnreachable):
                ask(runtime, Request("status"), 5)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            with contextlib.suppress(AppUnreachable):
                assert ask(runtime, Request("status"), 5).ok
                return
        pytest.fail("no place was free again")


def test_a_slow_answer_holds_up_nobody_but_its_asker(runtime: Path) -> None:
    go_on = threading.Event()

    def slow(request: Request) -> Response:
        if request.command == "slow":
            go_on.wait(5)
        return Response(True, request.command)

    with listening(runtime, slow):
        with pytest.raises(AppUnreachable, match="has not answered"):
            ask(runtime, Request("slow"), 0.2)
        assert ask(runtime, Request("quick"), 5).sentence == "quick"
        go_on.set()


def test_a_follower_hears_one_answer_after_another_until_the_end(runtime: Path) -> None:
    def count(_request: Request) -> Answers:
        yield Response(True, "one")
        yield None
        yield Response(True, "two")

    with listening(runtime, count):
        assert [response.sentence for response in follow(runtime, Request("follow"), 5)] == ["one", "two"]


def test_a_follower_who_leaves_is_noticed_and_what_it_held_is_given_back(runtime: Path) -> None:
    left = threading.Event()

    def tell(_request: Request) -> Answers:
        try:
            yield Response(True, "one")
            while True:
                time.sleep(0.01)
                yield None
        finally:
            left.set()

    with listening(runtime, tell):
        with contextlib.closing(follow(runtime, Request("follow"), 5)) as responses:
            assert next(responses).sentence == "one"
            assert not left.is_set()
        assert left.wait(5)


def test_there_is_nothing_to_follow_where_nobody_is(runtime: Path) -> None:
    with pytest.raises(AppUnreachable):
        next(follow(runtime, Request("follow"), 1))


def test_an_error_of_ours_becomes_its_sentence_and_exit_code(runtime: Path) -> None:
    def fail(request: Request) -> Response:
        if request.command == "ours":
            raise AudioError("The microphone is gone.", "Plug it in.")
        raise KeyError(request.command)

    with listening(runtime, fail):
        assert ask(runtime, Request("ours"), 5) == Response(False, "The microphone is gone. Plug it in.", 3)
        assert ask(runtime, Request("other"), 5) == Response(False, "The command other failed.", 1)


def test_an_app_that_ends_while_it_answers_is_unreachable(runtime: Path) -> None:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    runtime.mkdir(mode=0o700)
    listener.bind(str(runtime / single_instance.SOCKET))
    listener.listen()

    def hang_up() -> None:
        client, _ = listener.accept()
        client.recv(10)
        client.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    with pytest.raises(AppUnreachable, match="ended before"):
        ask(runtime, Request("status"), 5)
    thread.join()
    listener.close()


def test_a_path_too_long_for_a_socket_works(tmp_path: Path) -> None:
    runtime = tmp_path / ("long" * 30) / "run"
    assert len(str(runtime)) > 108
    with listening(runtime, echo):
        assert ask(runtime, Request("status"), 5).ok
        assert (runtime / single_instance.SOCKET).is_socket()


def test_it_can_be_imported_where_there_are_no_unix_sockets() -> None:
    code = (
        "import sys, socket, os, pathlib; sys.modules['fcntl'] = None; del socket.AF_UNIX;"
        "from mojovoice_gui.desktop.single_instance import ask, ControlServer, Request\n"
        "x = pathlib.Path('x')\n"
        "for use in (lambda: ControlServer(x).acquire(), lambda: ask(x, Request('s'), 1)):\n"
        "    try: use()\n"
        "    except Exception as error: print(type(error).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert done.stdout.split() == ["DesktopError", "DesktopError"], done.stderr
