"""Where the first instance is found by the commands of its user."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Protocol


class Meeting(Protocol):
    """Used by one thread, but for ``admits``."""

    def acquire(self) -> bool:
        """Whether this process is the first, now and until ``release``; raises ``DesktopError``."""

    def listen(self, most: int) -> socket.socket:
        """Only for the first; raises ``DesktopError``."""

    def admits(self, client: socket.socket, deadline: float) -> bool:
        """Is it the same user? Raises ``OSError`` and ``ValueError`` for one who makes no sense."""

    def connect(self, deadline: float) -> socket.socket:
        """To the first; raises ``OSError`` where there is none, ``DesktopError`` where somebody else is."""

    def leave(self) -> None:
        """Nobody listens any more."""

    def release(self) -> None:
        """The next one is the first. May be called twice."""


def meeting_at(runtime: Path) -> Meeting:
    """``runtime``: the user's own folder."""
    if hasattr(socket, "AF_UNIX") and hasattr(os, "geteuid"):
        from mojovoice_gui.desktop.control.unix import UnixMeeting

        return UnixMeeting(runtime)
    from mojovoice_gui.desktop.control.loopback import LoopbackMeeting  # Windows has no such sockets for Python

    return LoopbackMeeting(runtime)
