"""Ctrl-C and the session's goodbye, heard while Qt runs the thread that Python would tell."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class QuitSignals(QObject):
    """Calls ``quit_app`` in the GUI thread on SIGINT and SIGTERM."""

    def __init__(self, quit_app: Callable[[], None]) -> None:
        super().__init__()
        self._near, self._far = socket.socketpair()
        self._far.setblocking(False)  # asked for by set_wakeup_fd
        self._quit = quit_app
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._far.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)  # the byte on the socket is the message

    def _heard(self) -> None:
        self._near.recv(1)
        self._quit()
