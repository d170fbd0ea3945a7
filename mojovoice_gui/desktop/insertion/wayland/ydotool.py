"""Keys by ydotool, which writes to the kernel: for compositors that take none from a program."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.keyboard import CHORDS, DOWN, UP
from mojovoice_gui.errors import Sentence

log = logging.getLogger(__name__)

PROGRAM = "ydotool"
UINPUT = Path("/dev/uinput")
OLD_SOCKET = "/tmp/.ydotool_socket"  # noqa: S108 - ydotool's own place
TIMEOUT_S = 5.0


class Ydotool:
    """Its daemon runs, or the user may write to /dev/uinput: see ``obstacle``."""

    def __init__(self) -> None:
        told = _run("key", "--help")
        self._takes_numbers = told is not None and "KEYCODES" in (told.stdout + told.stderr).upper()  # since 1.0

    def press(self, keys: PasteKey) -> bool:
        codes = CHORDS[keys]
        numbers = [*(f"{code}:{DOWN}" for code in codes), *(f"{code}:{UP}" for code in reversed(codes))]
        done = _run("key", *(numbers if self._takes_numbers else [keys]))
        if done is not None and done.returncode:
            log.warning("ydotool failed (%d): %s", done.returncode, done.stderr.strip()[:200])
        return done is not None and not done.returncode


def obstacle(environ: Mapping[str, str], uinput: Path = UINPUT) -> str:
    """Why it cannot press keys; empty when it can."""
    if shutil.which(PROGRAM, path=environ.get("PATH")) is None:
        return Sentence("ydotool is not installed")
    places = (environ.get("YDOTOOL_SOCKET"), f"{environ.get('XDG_RUNTIME_DIR')}/.ydotool_socket", OLD_SOCKET)
    if any(place and Path(place).exists() for place in places) or os.access(uinput, os.W_OK):
        return ""
    return Sentence("ydotoold does not run, and /dev/uinput may not be written to")


def _run(*arguments: str) -> subprocess.CompletedProcess[str] | None:
    """None when it does not run; that is logged."""
    try:
        return subprocess.run(  # noqa: S603 - our own words, no shell
            [PROGRAM, *arguments], capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as reason:
        log.warning("ydotool does not work: %s", reason)
        return None
