"""One Mojo Voice per user, and its end of the line on which commands reach it.

A lock decides who is first, not the socket: the kernel gives it back when its owner dies, however it dies.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
from pathlib import Path

from mojovoice_gui.desktop.control.folder import SOCKET, address, opened_lock, private_folder, require_unix
from mojovoice_gui.desktop.control.line import has_left, is_same_user, read_line
from mojovoice_gui.desktop.control.messages import Answer, Answers, Request, Response
from mojovoice_gui.errors import DesktopError, MojoVoiceError, Sentence

log = logging.getLogger(__name__)

LONGEST_REQUEST_BYTES = 1 << 16
CLIENT_PATIENCE_S = 5.0  # for a client to say what it wants, and to take the answer
MOST_CLIENTS = 32
PAUSE_S = 0.05  # after the system would not let a client in


class ControlServer:
    """The first instance's end."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._lock: int | None = None
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._free = threading.BoundedSemaphore(MOST_CLIENTS)

    def acquire(self) -> bool:
        """Whether this is the first instance, now and until ``close``; raises ``DesktopError``."""
        if self._lock is not None:
            return True
        require_unix()
        import fcntl

        with private_folder(self._runtime, make=True) as folder:
            lock = opened_lock(self._runtime, folder)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(lock)
                return False
            self._lock = lock
            return True

    def start(self, answer: Answer) -> None:
        """Hear requests from now on; only for the first instance. Raises ``DesktopError``.

        ``answer`` is called on a thread per request, so that a slow one holds nobody up: it must bear that.
        """
        assert self._lock is not None, "acquire() first"
        with private_folder(self._runtime, make=False) as folder:
            with contextlib.suppress(FileNotFoundError):  # there is one only after a crash
                os.unlink(SOCKET, dir_fd=folder)
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                listener.bind(address(self._runtime, folder))
                os.chmod(SOCKET, 0o600, dir_fd=folder)
                listener.listen(MOST_CLIENTS)
            except OSError as error:
                listener.close()
                raise DesktopError(Sentence("No command can reach Mojo Voice: {why}.", why=error)) from error
        self._listener = listener
        self._thread = threading.Thread(target=self._accept, args=(listener, answer), name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear no more and let the next instance be the first. May be called twice."""
        listener, self._listener = self._listener, None  # first: the thread looks at it when it wakes
        if listener is not None:
            with contextlib.suppress(OSError):  # the thread may have ended by itself
                listener.shutdown(socket.SHUT_RDWR)  # wakes accept(), which close() alone does not
            listener.close()
            with contextlib.suppress(OSError):  # somebody has cleaned up before us
                (self._runtime / SOCKET).unlink()
        if self._thread is not None:
            self._thread.join(CLIENT_PATIENCE_S)
            self._thread = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

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
            if not self._free.acquire(blocking=False):
                client.close()
                continue
            threading.Thread(target=self._serve, args=(client, answer), name="control-client", daemon=True).start()

    def _serve(self, client: socket.socket, answer: Answer) -> None:
        """One client from its request to its answer."""
        try:
            with client:
                if not is_same_user(client):
                    log.warning("Another user tried to give a command")
                    return
                line = read_line(client, time.monotonic() + CLIENT_PATIENCE_S, LONGEST_REQUEST_BYTES)
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
