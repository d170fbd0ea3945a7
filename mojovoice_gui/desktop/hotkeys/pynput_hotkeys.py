"""Push-to-talk where pynput listens to the keyboard: Windows and macOS. Every program still gets the keys.

Made without either, and not run there yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from mojovoice_gui.desktop.hotkeys.chords import LONE, Modifier, talk_and_cancel
from mojovoice_gui.desktop.hotkeys.keycodes import CODES
from mojovoice_gui.desktop.hotkeys.strokes import DOWN, UP, Strokes
from mojovoice_gui.desktop.hotkeys.virtual_keys import kernel_code
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable, Sentence


class PressedKey(Protocol):
    """pynput's ``KeyCode``."""

    @property
    def vk(self) -> int | None:
        """The system's number for it."""


class NamedKey(Protocol):
    """A member of pynput's ``Key``."""

    @property
    def value(self) -> PressedKey: ...


AnyKey: TypeAlias = PressedKey | NamedKey | None
"""What pynput says was pressed; None: it does not know."""


class KeyListener(Protocol):
    """pynput's ``Listener``: a thread."""

    def start(self) -> None: ...

    def stop(self) -> None:
        """Callable from any thread, also twice."""


class SystemKeyboard(Protocol):
    """What a system has to give."""

    codes: Mapping[int, int]  # its numbers of keys -> the kernel's

    def obstacle(self) -> str:
        """Why it tells nobody which keys are pressed; empty when it does."""

    def held(self) -> frozenset[Modifier]:
        """The modifiers that are down now."""

    def listener(self, on_press: Callable[[AnyKey], None], on_release: Callable[[AnyKey], None]) -> KeyListener:
        """Not started yet; raises ``ImportError``."""


class PynputHotkeys:
    """``domain.Hotkeys``."""

    def __init__(self, push_to_talk: str, cancel: str, keyboard: SystemKeyboard) -> None:
        """Key names as people write them; an empty ``cancel`` is none. Raises ``HotkeyUnavailable``."""
        self._talk, self._cancel = talk_and_cancel(push_to_talk, cancel)
        self._keyboard = keyboard
        for chord in filter(None, (self._talk, self._cancel)):
            if CODES[chord.key] not in keyboard.codes.values():
                raise HotkeyUnavailable(
                    Sentence("Keyboards of this system have no {key} key.", key=LONE.get(chord.key, chord.key)),
                    "Choose another key in the settings.",
                )
        self._strokes: Strokes | None = None
        self._listener: KeyListener | None = None
        self._down: set[int] = set()

    def start(self, actions: KeyActions) -> None:
        """Listen from now on; raises ``HotkeyUnavailable``."""
        if obstacle := self._keyboard.obstacle():
            raise HotkeyUnavailable("The push-to-talk key cannot be heard.", Sentence("{obstacle}.", obstacle=obstacle))
        self._strokes = Strokes(self._talk, self._cancel, actions)
        try:
            self._listener = self._keyboard.listener(self._pressed, self._released)
        except ImportError as error:
            raise HotkeyUnavailable(
                "The package pynput, which hears keys here, does not work.", Sentence("{why}.", why=error)
            ) from error
        self._listener.start()

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is heeded only then."""
        if self._strokes is not None:
            self._strokes.watches_cancel = on

    def stop(self) -> None:
        """May be called twice."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()

    # ---- in pynput's thread

    def _pressed(self, key: AnyKey) -> None:
        code = self._code(key)
        if code is None or self._strokes is None:
            return
        if code not in self._down:  # else it repeats itself
            self._strokes.keep_modifiers(self._keyboard.held())
        self._down.add(code)
        self._strokes.stroke(code, DOWN)

    def _released(self, key: AnyKey) -> None:
        code = self._code(key)
        if code is not None and self._strokes is not None:
            self._down.discard(code)
            self._strokes.stroke(code, UP)

    def _code(self, key: AnyKey) -> int | None:
        number = getattr(getattr(key, "value", key), "vk", None)
        return None if number is None else kernel_code(self._keyboard.codes, number)
