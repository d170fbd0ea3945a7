"""Start at login on macOS: a launch agent of the user. Made without a Mac, and not run there yet."""

from __future__ import annotations

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from mojovoice_gui.errors import DesktopError, Sentence

LABEL = "mojovoice"


class LaunchAgent:
    """``Autostart``; the file is the truth, as far as it goes: no program may read what Login Items switches off."""

    def __init__(self, command: tuple[str, ...], agents: Path | None = None) -> None:
        """``command``: the words that start the app; it begins at the next login, not now."""
        self._file = (agents or Path.home() / "Library/LaunchAgents") / f"{LABEL}.plist"
        self._agent = {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",  # where there is a screen
            "ProcessType": "Interactive",  # it answers to a key: not to be slowed down
        }

    @property
    def is_on(self) -> bool:
        """Will macOS start it?"""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ExpatError, ValueError):
            return False
        if not isinstance(agent, dict):
            return False
        return bool(agent.get("ProgramArguments")) and agent.get("RunAtLoad") is True and not agent.get("Disabled")

    @property
    def file(self) -> Path:
        return self._file

    def switch(self, *, on: bool) -> None:
        """Raises ``DesktopError``."""
        try:
            if on:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_bytes(plistlib.dumps(self._agent))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise DesktopError(
                Sentence("{file} cannot be changed: {why}.", file=self._file, why=error.strerror)
            ) from error

    def refresh(self) -> None:
        """The program may have moved since it was switched on. Raises ``DesktopError``."""
        if self.is_on:
            self.switch(on=True)
