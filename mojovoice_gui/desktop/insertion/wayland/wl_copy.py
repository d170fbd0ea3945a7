"""TextInserter by the programs of wl-clipboard, for compositors that lend their clipboard to nobody, such as GNOME's.

wl-copy ends when the text has been fetched once: that is the proof of reading. Only text comes back afterwards, and
nothing does where a clipboard manager has fetched it before the keys: the window may still need it.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import subprocess
import time
from collections.abc import Mapping
from enum import Enum, auto

from mojovoice_gui.desktop.insertion.content import TEXT_TARGETS
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.terminals import PasteKey, way_to_paste
from mojovoice_gui.desktop.insertion.wayland.clipboard import PasteKeys
from mojovoice_gui.desktop.insertion.wayland.selections import Formats
from mojovoice_gui.domain import Insertion
from mojovoice_gui.errors import InsertionFailed

log = logging.getLogger(__name__)

COPY, PASTE = "wl-copy", "wl-paste"
TEXT = ("--type", "text/plain")
ANSWER_S = 5.0
SETTLE_S = 0.2  # wl-copy takes the focus for a moment where it must, and does not say when it is done
LIMITS = Limits()
HABITS = Habits()


class Read(Enum):
    """Who has fetched the text."""

    BY_WINDOW = auto()  # after the keys: taken for the program in front
    BY_NOBODY = auto()
    UNSEEN = auto()  # a clipboard manager reads everything: nobody can tell


class WlCopyInserter:
    """Without ``keys`` each text is left on the clipboard. wl-clipboard is installed."""

    def __init__(
        self,
        environ: Mapping[str, str],
        keys: PasteKeys | None,
        *,
        append_space: bool,
        restore_clipboard: bool,
        space_before: bool = False,
        habits: Habits = HABITS,
        limits: Limits = LIMITS,
    ) -> None:
        self._environ = _in_memory(environ)
        self._keys = keys
        self._spacing = Spacing(after=append_space, before=space_before)
        self._restores = restore_clipboard
        way = habits.way(())
        self._is_left = way.keys is PasteKey.CLIPBOARD
        self._paste_key = (way_to_paste(()) if way.keys is PasteKey.TYPE else way).keys
        # nobody tells which window is in front, and in a terminal Shift+Insert pastes what is selected
        self._takes_primary = self._paste_key is PasteKey.SHIFT_INSERT
        self._limits = limits

    def insert(self, text: str) -> Insertion:
        """Raises ``InsertionFailed``. A newline at the end is left out: it would run the text as a command."""
        text = text.rstrip("\r\n")
        if self._keys is None or self._is_left:
            self.copy(text)
            return Insertion.COPIED if self._is_left else Insertion.ON_CLIPBOARD
        before = self._run(PASTE, *TEXT, "--no-newline") if self._restores else b""
        read = self._paste(self._spacing.spaced(text, None, 0.0), self._keys)
        if read is Read.BY_NOBODY:
            self.copy(text)
            return Insertion.ON_CLIPBOARD
        if before and read is Read.BY_WINDOW:
            time.sleep(self._limits.quiet_s)
            self._run(COPY, *TEXT, given=before)
        return Insertion.PASTED

    def copy(self, text: str) -> None:
        """Raises ``InsertionFailed``."""
        if self._run(COPY, *TEXT, given=text.encode()) is None:
            raise InsertionFailed("The text cannot be copied.", "See whether wl-copy works in a terminal.")

    def close(self) -> None:
        """wl-copy stays, and with it what is on the clipboard."""

    def _paste(self, text: str, keys: PasteKeys) -> Read:
        offers = [self._offer(text, "--primary")] if self._takes_primary else []
        offers.append(self._offer(text))
        try:
            if offers[-1].poll() is None:  # it waits for a reader, as it should
                return self._press(offers, keys)
            self.copy(text)  # a clipboard manager was faster than the keys
            return Read.UNSEEN if keys.press(self._paste_key) else Read.BY_NOBODY
        finally:
            for offer in offers:
                offer.terminate()
                offer.wait(ANSWER_S)

    def _press(self, offers: list[subprocess.Popen[bytes]], keys: PasteKeys) -> Read:
        if not keys.press(self._paste_key):
            return Read.BY_NOBODY
        end = time.monotonic() + self._limits.reader_s
        while not any(offer.poll() == 0 for offer in offers):
            if time.monotonic() > end:
                return Read.BY_NOBODY
            time.sleep(self._limits.poll_s)
        return Read.BY_WINDOW

    def _offer(self, text: str, *which: str) -> subprocess.Popen[bytes]:
        """wl-copy; it ends when somebody reads."""
        offer = subprocess.Popen(  # noqa: S603 - our own words, no shell
            [COPY, *which, *TEXT, "--foreground", "--paste-once"],
            env=self._environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            offer.communicate(text.encode(), SETTLE_S)
        return offer

    def _run(self, *command: str, given: bytes = b"") -> bytes | None:
        return _run(self._environ, *command, given=given)


def bequeath(environ: Mapping[str, str], formats: Formats) -> None:
    """Leave the clipboard to wl-copy, if it is installed: the text of it, or what else there is in one format."""
    if formats and shutil.which(COPY, path=environ.get("PATH")):
        name = next((name for name in TEXT_TARGETS if name in formats), next(iter(formats)))
        _run(_in_memory(environ), COPY, "--type", "text/plain" if name in TEXT_TARGETS else name, given=formats[name])


def _in_memory(environ: Mapping[str, str]) -> dict[str, str]:
    """wl-copy keeps what it copies in a file: not on the disk."""
    return {**environ, "TMPDIR": environ.get("XDG_RUNTIME_DIR", "/tmp")}  # noqa: S108 - its own default


def _run(environ: Mapping[str, str], *command: str, given: bytes = b"") -> bytes | None:
    """What it prints; None when it fails. wl-copy stays behind as the owner, so it gets no pipe of ours to hold."""
    is_copy = command[0] == COPY
    try:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            command,
            env=environ,
            input=given,
            stdout=subprocess.DEVNULL if is_copy else subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as reason:
        log.warning("%s does not work: %s", command[0], type(reason).__name__)
        return None
    return None if done.returncode else done.stdout or b""
