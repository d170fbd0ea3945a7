"""Plays short sound files by the system's own player.

Not by PortAudio: it may not be opened in one thread while another opens the microphone, or looks for microphones anew.
"""

from __future__ import annotations

import logging
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path

log = logging.getLogger(__name__)

PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))
LONGEST_S = 5.0


class Loudspeaker:
    """One sound after another, in a thread that begins with the first one. ``player``: a command; by default the
    system's, if it has one."""

    def __init__(self, player: tuple[str, ...] | None = None) -> None:
        self._player = player
        self._files: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def play(self, file: Path) -> None:
        """Returns at once. Used by one thread."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="loudspeaker", daemon=True)
            self._thread.start()
        self._files.put(file)

    def _run(self) -> None:
        if sys.platform == "win32" and self._player is None:
            import winsound

            while True:
                winsound.PlaySound(str(self._files.get()), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        player = self._player or next((names for names in PLAYERS if shutil.which(names[0])), None)
        if player is None:
            log.warning("No sound is played: none of %s is installed", ", ".join(names[0] for names in PLAYERS))
            return
        while True:
            self._play([*player, str(self._files.get())])

    def _play(self, command: list[str]) -> None:
        try:
            subprocess.run(  # noqa: S603 - a player of the system and a file of ours
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LONGEST_S, check=True
            )
        except (OSError, subprocess.SubprocessError) as error:
            log.info("A sound was not played: %s", error)
