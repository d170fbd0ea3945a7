"""Start at login on Windows: a value of the user's Run key. Made without Windows, and not run there yet."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Protocol

from mojovoice_gui.errors import DesktopError, Sentence

NAME = "Mojo Voice"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager and the settings note what the user has switched off: an odd first byte."""

LONGEST = 260
"""Characters: Windows starts nothing that is longer."""


class Registry(Protocol):
    """The user's own half. Every method raises ``OSError``."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """None when there is no such value."""

    def put(self, key: str, name: str, value: str) -> None: ...

    def delete(self, key: str, name: str) -> None:
        """Says nothing when there is no such value."""


class RunKey:
    """``Autostart``; the value is the truth, and what the Task Manager notes beside it."""

    def __init__(self, command: tuple[str, ...], registry: Registry) -> None:
        """``command``: the words that start the app."""
        self._command = subprocess.list2cmdline([_without_console(command[0]), *command[1:]])
        self._registry = registry

    @property
    def is_on(self) -> bool:
        """Will Windows start it?"""
        try:
            command, note = self._registry.get(RUN, NAME), self._registry.get(APPROVED, NAME)
        except OSError:
            return False
        is_switched_off = isinstance(note, bytes) and bool(note) and bool(note[0] & 1)
        return bool(command) and not is_switched_off

    @property
    def file(self) -> None:
        """The registry is no file of its own."""

    def switch(self, *, on: bool) -> None:
        """Raises ``DesktopError``."""
        if on and len(self._command) > LONGEST:
            raise DesktopError(
                Sentence("Windows starts no command of more than {longest} characters.", longest=LONGEST),
                "Install Mojo Voice in a shorter path.",
            )
        try:
            if on:
                self._registry.put(RUN, NAME, self._command)
            else:
                self._registry.delete(RUN, NAME)
            self._registry.delete(APPROVED, NAME)  # without a note it holds what the Run key says
        except OSError as error:
            raise DesktopError(
                Sentence("The Run key of Windows cannot be changed: {why}.", why=error.strerror or error)
            ) from error

    def refresh(self) -> None:
        """The program may have moved since it was switched on. Raises ``DesktopError``."""
        if self.is_on:
            self.switch(on=True)


def _without_console(program: str) -> str:
    """Beside python.exe lies one that opens no black window."""
    path = Path(program)
    silent = path.with_name("pythonw.exe")
    return str(silent) if path.name.lower() == "python.exe" and silent.is_file() else program
