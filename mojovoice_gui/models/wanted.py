"""Which model shall be used as soon as it is here, however often the app is started until then."""

from __future__ import annotations

import logging
from pathlib import Path

from mojovoice_gui.whole_file import write_whole

log = logging.getLogger(__name__)


class Wanted:
    """One name in a file. Used by one thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._name: str | None = None  # None: not read yet

    @property
    def name(self) -> str:
        """Of the model; nothing if none is waited for."""
        if self._name is None:
            try:
                self._name = self._file.read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):  # mostly there is none
                self._name = ""
        return self._name

    def put(self, name: str) -> None:
        """On a full disk it is remembered until the app ends."""
        if name == self.name:
            return
        self._name = name
        try:
            if name:
                write_whole(self._file, name)
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("Which model is wanted cannot be kept: %s", error)
