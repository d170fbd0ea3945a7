"""A port of this machine, and a word to say there that only its user can read. For Windows; not run there yet.

The port and the word are new with each start. Who opened the port anew after a crash would be told the old word, which
opens nothing, and the name of a command.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import secrets
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mojovoice_gui.desktop.control.line import read_line
from mojovoice_gui.errors import DesktopError, Sentence

if TYPE_CHECKING:
    from filelock import FileLock

HERE = "127.0.0.1"
DOOR, LOCK = "control.json", "control.lock"
LONGEST_WORD_BYTES = 100
WELCOME = b"\n"  # before it nothing else is said: the word comes alone


class LoopbackMeeting:
    """``Meeting`` where there are no sockets in folders."""

    def __init__(self, runtime: Path) -> None:
        """``runtime``: on Windows the user's own folders can be read by nobody else but administrators."""
        self._runtime = runtime
        self._lock: FileLock | None = None
        self._word = ""

    def acquire(self) -> bool:
        if self._lock is not None:
            return True
        from filelock import FileLock, Timeout

        try:
            self._runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._runtime / LOCK)
            lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            raise DesktopError(
                Sentence("{path} cannot be opened: {why}.", path=self._runtime / LOCK, why=error.strerror),
                "Remove it and try again.",
            ) from error
        self._lock = lock
        return True

    def listen(self, most: int) -> socket.socket:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.bind((HERE, 0))
            listener.listen(most)
            self._word = secrets.token_hex(16)
            door = self._runtime / DOOR
            door.touch(mode=0o600)
            door.write_text(json.dumps({"port": listener.getsockname()[1], "word": self._word}), encoding="utf-8")
        except OSError as error:
            listener.close()
            raise DesktopError(Sentence("No command can reach Mojo Voice: {error}.", error=error)) from error
        return listener

    def admits(self, client: socket.socket, deadline: float) -> bool:
        said = read_line(client, deadline, LONGEST_WORD_BYTES)
        is_right = hmac.compare_digest(said.strip(), self._word.encode())
        if is_right:
            client.sendall(WELCOME)
        return is_right

    def connect(self, deadline: float) -> socket.socket:
        port, word = self._door()
        with contextlib.ExitStack() as on_failure:
            line = socket.create_connection((HERE, port), max(0.001, deadline - time.monotonic()))
            on_failure.enter_context(line)
            line.sendall(word.encode() + b"\n")
            try:
                read_line(line, deadline, len(WELCOME))
            except ValueError as error:
                raise ConnectionRefusedError("the word is not theirs") from error
            on_failure.pop_all()
            return line

    def _door(self) -> tuple[int, str]:
        with contextlib.suppress(ValueError):  # half written, as the app is just starting
            match json.loads((self._runtime / DOOR).read_text(encoding="utf-8")):
                case {"port": int(port), "word": str(word)}:
                    return port, word
        raise ConnectionRefusedError("there is no door")

    def leave(self) -> None:
        (self._runtime / DOOR).unlink(missing_ok=True)

    def release(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
