"""The other end of the line: a command asks the running app."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Generator
from pathlib import Path

from mojovoice_gui.desktop.control.line import read_line
from mojovoice_gui.desktop.control.meeting import Meeting, meeting_at
from mojovoice_gui.desktop.control.messages import Request, Response
from mojovoice_gui.errors import AppUnreachable, Sentence

LONGEST_RESPONSE_BYTES = 1 << 24
LOOK_AGAIN_S = 0.05
NOT_RUNNING = Sentence("Mojo Voice is not running.")
START_IT = Sentence("Start it with `mojovoice` or `mojovoice daemon up`.")


def ask(
    runtime: Path,
    request: Request,
    timeout_s: float,
    *,
    is_starting: bool = False,
    meet: Callable[[Path], Meeting] = meeting_at,
) -> Response:
    """What the running app says. With ``is_starting`` wait for it to listen: ``acquire`` has said that it is there.

    Raises ``AppUnreachable``; ``DesktopError`` when the folder is somebody else's.
    """
    deadline = time.monotonic() + timeout_s
    with contextlib.closing(_connected(meet(runtime), deadline, is_starting)) as line:
        try:
            line.settimeout(max(0.001, deadline - time.monotonic()))
            line.sendall(request.to_json().encode() + b"\n")
            return Response.from_json(read_line(line, deadline, LONGEST_RESPONSE_BYTES).decode())
        except TimeoutError as error:
            action = Sentence("`mojovoice daemon logs` may say why; if it stays so, end it and start it again.")
            raise AppUnreachable(
                Sentence("Mojo Voice has not answered for {timeout_s:g} s.", timeout_s=timeout_s), action
            ) from error
        except (OSError, ValueError) as error:
            raise AppUnreachable(
                "Mojo Voice ended before it answered.", "`mojovoice daemon logs` may say why."
            ) from error


def follow(runtime: Path, request: Request, timeout_s: float) -> Generator[Response, None, None]:
    """One response after another, until the app ends; the first within ``timeout_s``. Raises as ``ask`` does."""
    with contextlib.closing(_connected(meeting_at(runtime), time.monotonic() + timeout_s, is_starting=False)) as line:
        try:
            line.settimeout(timeout_s)
            line.sendall(request.to_json().encode() + b"\n")
            line.settimeout(None)
            with line.makefile("r", encoding="utf-8") as lines:
                yield from map(Response.from_json, lines)
        except (OSError, ValueError) as error:
            raise AppUnreachable("Mojo Voice has ended.", START_IT) from error


def _connected(meeting: Meeting, deadline: float, is_starting: bool) -> socket.socket:
    while True:
        try:
            return meeting.connect(deadline)
        except OSError as error:
            if not is_starting or time.monotonic() >= deadline:
                raise AppUnreachable(NOT_RUNNING, START_IT) from error
        time.sleep(LOOK_AGAIN_S)
