"""Both ends of the line, for tests."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from mojovoice_gui.desktop.control.folder import SOCKET
from mojovoice_gui.desktop.control.messages import Answers, Request, Response
from mojovoice_gui.desktop.control.server import ControlServer


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
    line.connect(str(runtime / SOCKET))
    return line
