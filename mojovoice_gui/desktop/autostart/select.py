"""Start at login, in the way of this system."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol


class Autostart(Protocol):
    """The system's own record is the truth: its settings may have changed it."""

    @property
    def is_on(self) -> bool:
        """Will the system start it?"""

    @property
    def file(self) -> Path | None:
        """That the system's record is; None where it is in no file of its own."""

    def switch(self, *, on: bool) -> None:
        """Raises ``DesktopError``."""

    def refresh(self) -> None:
        """The program may have moved since it was switched on. Raises ``DesktopError``."""


HIDDEN = "--hidden"
"""Whoever logs in has not asked for a window."""


def autostart(command: tuple[str, ...], platform: str = sys.platform) -> Autostart:
    """``command``: the words that start the app; at login it opens no window."""
    command = (*command, HIDDEN)
    if platform == "win32":
        from mojovoice_gui.desktop.autostart.run_key import RunKey
        from mojovoice_gui.desktop.windows.registry import UserRegistry

        return RunKey(command, UserRegistry())
    if platform == "darwin":
        from mojovoice_gui.desktop.autostart.launch_agent import LaunchAgent

        return LaunchAgent(command)
    from mojovoice_gui.desktop.autostart.xdg import XdgAutostart

    return XdgAutostart(command)
