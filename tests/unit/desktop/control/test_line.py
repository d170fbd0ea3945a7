"""What comes over the line and what goes back, whatever clients do."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from pathlib import Path

import pytest

from mojovoice_gui.desktop.control.client import ask, follow
from mojovoice_gui.desktop.control.folder import SOCKET
from mojovoice_gui.desktop.control.messages import Answers, Request, Response
from mojovoice_gui.desktop.control.server import CLIENT_PATIENCE_S, MOST_CLIENTS
from mojovoice_gui.errors import AppUnreachable, AudioError
from tests.unit.desktop.control.ends import echo, listening, raw


def test_a_request_arrives_whole_and_its_answer_too(runtime: Path) -> None:
    request = Request("start", {"seconds": 1.5, "clipboard": True, "what": "ä\n", "none": None, "n": 3})
    with listening(runtime, echo):
        response = ask(runtime, request, 5)
    assert response == Response(True, f"start {dict(request.arguments)}", 0, {"pid": 7, "list": [1, None, "ä\n"]})


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
        assert ask(runtime, Request("status"), CLIENT_PATIENCE_S - 1).ok


def test_a_crowd_is_turned_away_and_a_place_gets_free_again(runtime: Path) -> None:
    with listening(runtime, echo):
        with contextlib.ExitStack() as stack:
            for _ in range(MOST_CLIENTS):
                stack.enter_context(raw(runtime))
            with pytest.raises(AppUnreachable):
                ask(runtime, Request("status"), 5)
        end = time.monotonic() + 20
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
        assert left.wait(20)


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
    listener.bind(str(runtime / SOCKET))
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
