"""A socket in a folder that only its user can open. A lock decides who is first, not the socket."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from pathlib import Path

from mojovoice_gui.desktop.control.folder import SOCKET, address, opened_lock, private_folder
from mojovoice_gui.desktop.control.line import is_same_user
from mojovoice_gui.errors import DesktopError, Sentence


class UnixMeeting:
    """``Meeting`` on Linux and macOS."""

    def __init__(self, runtime: Path) -> None:
        self._runtime = runtime
        self._lock: int | None = None

    def acquire(self) -> bool:
        if self._lock is not None:
            return True
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

    def listen(self, most: int) -> socket.socket:
        with private_folder(self._runtime, make=False) as folder:
            with contextlib.suppress(FileNotFoundError):  # there is one only after a crash
                os.unlink(SOCKET, dir_fd=folder)
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                listener.bind(address(self._runtime, folder))
                os.chmod(SOCKET, 0o600, dir_fd=folder)
                listener.listen(most)
            except OSError as error:
                listener.close()
                raise DesktopError(Sentence("No command can reach Mojo Voice: {error}.", error=error)) from error
        return listener

    def admits(self, client: socket.socket, _deadline: float) -> bool:
        return is_same_user(client)

    def connect(self, deadline: float) -> socket.socket:
        with contextlib.ExitStack() as on_failure:
            line = on_failure.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            line.settimeout(max(0.001, deadline - time.monotonic()))
            with private_folder(self._runtime, make=False) as folder:
                line.connect(address(self._runtime, folder))
            if not is_same_user(line):
                raise DesktopError(Sentence("The socket in {runtime} is another user's.", runtime=self._runtime))
            on_failure.pop_all()
            return line

    def leave(self) -> None:
        with contextlib.suppress(OSError):  # somebody has cleaned up before us
            (self._runtime / SOCKET).unlink()

    def release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
