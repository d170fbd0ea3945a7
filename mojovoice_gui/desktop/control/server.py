"""One Mojo Voice per user, and its end of the line on which commands reach it.

A lock decides who is first, not the socket: the kernel gives it back when its owner dies, however it dies.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from mojovoice_gui.desktop.control.line import has_left, read_line
from mojovoice_gui.desktop.control.meeting import Meeting, meeting_at
from mojovoice_gui.desktop.control.messages import Answer, Answers, Request, Response
from mojovoice_gui.errors import MojoVoiceError

log = logging.getLogger(__name__)

LONGEST_REQUEST_BYTES = 1 << 16
CLIENT_PATIENCE_S = 5.0  # for a client to say what it wants, and to take the answer
MOST_CLIENTS = 32
PAUSE_S = 0.05  # after the system would not let a client in


class ControlServer:
    """The first instance's end."""

    def __init__(self, runtime: Path, meet: Callable[[Path], Meeting] = meeting_at) -> None:
        self._meeting = meet(runtime)
        self._is_first = False
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._free = threading.BoundedSemaphore(MOST_CLIENTS)

    def acquire(self) -> bool:
        """Whether this is the first instance, now and until ``close``; raises ``DesktopError``."""
        self._is_first = self._is_first or self._meeting.acquire()
        return self._is_first

    def start(self, answer: Answer) -> None:
        """Hear requests from now on; only for the first instance. Raises ``DesktopError``.

        ``answer`` is called on a thread per request, so that a slow one holds nobody up: it must bear that.
        """
        assert self._is_first, "acquire() first"
        listener = self._meeting.listen(MOST_CLIENTS)
        self._listener = listener
        self._thread = threading.Thread(target=self._accept, args=(listener, answer), name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more and let the next instance be the first. May be called twice."""
        listener, self._listener = self._listener, None  # first: the thread looks at it when it wakes
        if listener is not None:
            self._wake(listener)
            listener.close()
            self._meeting.leave()
        if self._thread is not None:
            self._thread.join(CLIENT_PATIENCE_S)
            self._thread = None
        self._is_first = False
        self._meeting.release()

    def _wake(self, listener: socket.socket) -> None:
        """The thread that waits for clients: to close what it waits for is not enough."""
        try:
            listener.shutdown(socket.SHUT_RDWR)
        except OSError:  # other systems than Linux refuse that: there a client wakes it
            with contextlib.suppress(OSError):  # it has ended by itself
                self._meeting.connect(time.monotonic() + CLIENT_PATIENCE_S).close()

    def _accept(self, listener: socket.socket, answer: Answer) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError as error:
                if self._listener is None:  # closed
                    return
                log.warning("A command could not be heard: %s", error)
                time.sleep(PAUSE_S)
                continue
            if self._listener is None or not self._free.acquire(blocking=False):
                client.close()
                continue
            threading.Thread(target=self._serve, args=(client, answer), name="control-client", daemon=True).start()

    def _serve(self, client: socket.socket, answer: Answer) -> None:
        """One client from its request to its answer."""
        try:
            with client:
                deadline = time.monotonic() + CLIENT_PATIENCE_S
                if not self._meeting.admits(client, deadline):
                    log.warning("Another user tried to give a command")
                    return
                line = read_line(client, deadline, LONGEST_REQUEST_BYTES)
                answered = _respond(line, answer)
                if isinstance(answered, Response):
                    _send(client, answered)
                else:
                    _send_all(client, answered)
        except (OSError, ValueError) as error:
            log.info("A client went away or made no sense: %s", error)
        finally:
            self._free.release()


def _respond(line: bytes, answer: Answer) -> Response | Answers:
    try:
        request = Request.from_json(line.decode())
    except (ValueError, RecursionError):  # the latter from brackets in brackets without end
        return Response(False, "That is not a command of Mojo Voice.", 2)
    try:
        return answer(request)
    except MojoVoiceError as error:
        return Response.of_error(error)
    except Exception:  # top of a thread: the client gets an answer whatever happened
        log.exception("The command %s failed", request.command)
        return Response(False, f"The command {request.command} failed.", 1)


def _send_all(client: socket.socket, responses: Answers) -> None:
    """Until the client leaves."""
    with contextlib.closing(responses):
        for response in responses:
            if response is not None:
                _send(client, response)
            elif has_left(client):
                return


def _send(client: socket.socket, response: Response) -> None:
    client.settimeout(CLIENT_PATIENCE_S)
    client.sendall(response.to_json().encode() + b"\n")
