"""Push-to-talk by the kernel's keyboards, where the user may read them: every program still gets the keys."""

from __future__ import annotations

import logging
import os
import select
import struct
import threading
from dataclasses import dataclass, field
from pathlib import Path

from mojovoice_gui.desktop.hotkeys.chords import Chord, talk_and_cancel
from mojovoice_gui.desktop.hotkeys.keycodes import CODES
from mojovoice_gui.desktop.hotkeys.strokes import UP, Strokes
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable

log = logging.getLogger(__name__)

DEVICES = Path("/dev/input")
CAPABILITIES = Path("/sys/class/input")
EVENT = struct.Struct("@llHHi")  # input_event: seconds, microseconds, type, code, value
WORD_BITS = 8 * struct.calcsize("@l")
SYNCHRONISATION, KEY = 0, 1  # types
DROPPED = 3  # a code of the first: we were too slow
MOST_EVENTS = 64
PLUGGED_EVERY_S = 3.0
STOP_S = 2.0


@dataclass(slots=True)
class Keyboard:
    """An open device."""

    path: Path
    file: int
    down: set[int] = field(default_factory=set)

    def read(self) -> list[tuple[int, int]]:
        """Key numbers and values (0 up, 1 down, 2 repeated); raises ``OSError`` once it is unplugged."""
        data = os.read(self.file, MOST_EVENTS * EVENT.size)
        if not data:
            raise OSError("the device has ended")
        strokes = []
        for _s, _us, kind, code, value in EVENT.iter_unpack(data[: len(data) - len(data) % EVENT.size]):
            if kind == KEY:
                (self.down.discard if value == UP else self.down.add)(code)
                strokes.append((code, value))
            elif (kind, code) == (SYNCHRONISATION, DROPPED):  # which keys are down now, nobody knows
                strokes += [(held, UP) for held in self.down]
                self.down.clear()
        return strokes


class EvdevHotkeys:
    """``domain.Hotkeys``; raises ``HotkeyUnavailable`` when started where no keyboard may be read."""

    def __init__(
        self,
        push_to_talk: str,
        cancel: str = "escape",
        *,
        devices: Path = DEVICES,
        capabilities: Path = CAPABILITIES,
    ) -> None:
        """Key names as people write them; an empty ``cancel`` is none. Raises ``HotkeyUnavailable``."""
        self._push_to_talk, self._cancel = talk_and_cancel(push_to_talk, cancel)
        self._devices = devices
        self._capabilities = capabilities
        self._keyboards: list[Keyboard] = []
        self._strokes: Strokes | None = None
        self._thread: threading.Thread | None = None
        self._woken, self._waker = -1, -1

    def start(self, actions: KeyActions) -> None:
        """Listen from now on; raises ``HotkeyUnavailable``."""
        self._strokes = Strokes(self._push_to_talk, self._cancel, actions)
        self._look_for_keyboards()
        if not self._keyboards:
            raise HotkeyUnavailable(
                "No keyboard may be read by your programs here.", "Run `mojovoice bindings` to bind a key instead."
            )
        self._woken, self._waker = os.pipe2(os.O_CLOEXEC)
        self._thread = threading.Thread(target=self._run, args=(self._strokes,), name="hotkey-evdev", daemon=True)
        self._thread.start()

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is heeded only then."""
        if self._strokes is not None:
            self._strokes.watches_cancel = on

    def stop(self) -> None:
        """May be called twice."""
        thread, self._thread = self._thread, None
        if thread is not None:
            os.write(self._waker, b"!")
            thread.join(STOP_S)
            os.close(self._waker)
            os.close(self._woken)
        for keyboard in self._keyboards:
            os.close(keyboard.file)
        self._keyboards.clear()

    def _look_for_keyboards(self) -> None:
        """Open those that were plugged in since the last time."""
        known = {keyboard.path for keyboard in self._keyboards}
        for path in readable_keyboards(self._push_to_talk, self._devices, self._capabilities):
            if path not in known:
                try:
                    self._keyboards.append(Keyboard(path, os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)))
                except OSError as reason:
                    log.info("%s cannot be opened: %s", path.name, reason.strerror)

    # ---- in our thread

    def _run(self, strokes: Strokes) -> None:
        try:
            while self._hear(strokes):
                pass
        except Exception:  # the top of a thread
            log.exception("The push-to-talk key is no longer heard")

    def _hear(self, strokes: Strokes) -> bool:
        """What was pressed, once; False when it is over."""
        files = [self._woken, *(keyboard.file for keyboard in self._keyboards)]
        ready, _, _ = select.select(files, [], [], PLUGGED_EVERY_S)
        if self._woken in ready:
            return False
        for keyboard in [keyboard for keyboard in self._keyboards if keyboard.file in ready]:
            try:
                for code, value in keyboard.read():
                    strokes.stroke(code, value)
            except OSError as reason:
                log.info("The keyboard %s is gone: %s", keyboard.path.name, reason)
                self._keyboards.remove(keyboard)
                os.close(keyboard.file)
                strokes.let_go(keyboard.down)
        if not ready:
            self._look_for_keyboards()
        return True


def readable_keyboards(
    push_to_talk: Chord, devices: Path = DEVICES, capabilities: Path = CAPABILITIES
) -> tuple[Path, ...]:
    """The devices that have this key and may be read by us."""
    paths = sorted(devices.glob("event*"))
    return tuple(
        path for path in paths if os.access(path, os.R_OK) and _has(capabilities / path.name, CODES[push_to_talk.key])
    )


def _has(device: Path, code: int) -> bool:
    """The kernel says which keys a device has as a long number, in hexadecimal words, the highest first."""
    try:
        words = (device / "device/capabilities/key").read_text().split()
    except OSError:
        return False
    bits = sum(int(word, 16) << WORD_BITS * place for place, word in enumerate(reversed(words)))
    return bool(bits >> code & 1)
