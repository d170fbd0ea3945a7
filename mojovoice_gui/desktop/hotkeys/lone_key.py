"""A modifier key by itself, told from the same key in a shortcut. Knows no system."""

from __future__ import annotations

from enum import Enum, auto

from mojovoice_gui.domain import KeyActions


class Hold(Enum):
    """What the key is doing."""

    UP = auto()
    ALONE = auto()
    IN_SHORTCUT = auto()  # another key was or is down with it


class LoneKey:
    """Tells a modifier held for itself from one held for a shortcut.

    A key that is held goes down again and again, and up once: so the server tells it to who listens to the keyboard.
    """

    def __init__(self, code: int, others: int, actions: KeyActions) -> None:
        self._code = code
        self._others = others  # states of modifiers that make it a shortcut from the start
        self._meant = (code, others)
        self._actions = actions
        self._hold = Hold.UP

    def means(self, code: int, others: int) -> None:
        """From the next press on. Callable from any thread."""
        self._meant = (code, others)

    def went_down(self, code: int, state: int) -> None:
        """``state``: modifiers that were down before."""
        if self._hold is Hold.UP:
            self._code, self._others = self._meant
        if code != self._code:
            if self._hold is Hold.ALONE:
                self._hold = Hold.IN_SHORTCUT
                self._actions.interrupted()
        elif self._hold is Hold.UP:
            self._hold = Hold.IN_SHORTCUT if state & self._others else Hold.ALONE
            if self._hold is Hold.ALONE:
                self._actions.pressed()

    def went_up(self, code: int) -> None:
        if code == self._code:
            was, self._hold = self._hold, Hold.UP
            if was is Hold.ALONE:
                self._actions.released()
