"""Start at login, the XDG way: one file that every Linux desktop reads."""

from __future__ import annotations

import configparser
import os
import re
from pathlib import Path

from mojovoice_gui.errors import DesktopError, Sentence
from mojovoice_gui.paths import resources

NAME = "mojovoice.desktop"
ENTRY = """[Desktop Entry]
Type=Application
Version=1.0
Name=Mojo Voice
Comment=Hold a key, speak, let go: the text is in the window you were in
Exec={command}
Icon={icon}
Terminal=false
StartupNotify=false
"""


class XdgAutostart:
    """The file is the truth: a desktop's own settings may have changed it."""

    def __init__(self, command: tuple[str, ...], config_home: Path | None = None) -> None:
        """``command``: the words that start the app."""
        home = config_home or Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        self._file = home / "autostart" / NAME
        self._text = ENTRY.format(command=exec_line(command), icon=resources() / "icons" / "mojovoice.svg")

    @property
    def is_on(self) -> bool:
        """Will the desktop start it?"""
        entry = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            entry.read(self._file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            return False
        found = entry["Desktop Entry"] if entry.has_section("Desktop Entry") else {}
        is_hidden = found.get("Hidden", "false") == "true"
        return "Exec" in found and not is_hidden and found.get("X-GNOME-Autostart-enabled", "true") == "true"

    @property
    def file(self) -> Path:
        return self._file

    def switch(self, *, on: bool) -> None:
        """Raises ``DesktopError``."""
        try:
            if on:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text(self._text, encoding="utf-8")
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise DesktopError(
                Sentence("{file} cannot be changed: {why}.", file=self._file, why=error.strerror), "See to its rights."
            ) from error

    def refresh(self) -> None:
        """The program may have moved since it was switched on. Raises ``DesktopError``."""
        if self.is_on:
            self.switch(on=True)


def exec_line(command: tuple[str, ...]) -> str:
    """The words as the key ``Exec`` of a desktop file."""
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    """A word of ``Exec``: quoted for the command, then escaped for the file; a percent sign stands for itself."""
    word = word.replace("%", "%%")
    if re.fullmatch(r"[\w%@+=:,./-]+", word, re.ASCII):
        return word
    in_quotes = re.sub(r'(["`$\\])', r"\\\1", word)
    return '"' + in_quotes.replace("\\", "\\\\") + '"'
