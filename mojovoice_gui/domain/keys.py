"""Key presses, wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeyActions:
    """What a key listener calls, from its own thread; each must return at once."""

    pressed: Callable[[], None]
    released: Callable[[], None]
    interrupted: Callable[[], None]  # another key went down with a lone modifier: an ordinary shortcut after all
    cancelled: Callable[[], None]  # the cancel key, while it is watched


class Hotkeys(Protocol):
    """The keyboard, wherever the focus is."""

    def start(self, actions: KeyActions) -> None:
        """Listen from now on; raises ``HotkeyUnavailable``."""

    def watch_cancel(self, on: bool) -> None:
        """The cancel key is ours only while something can be cancelled. Callable from any thread.

        Wanted before the start, it fails where another program owns that key.
        """

    def stop(self) -> None:
        """Release every key."""


class NoHotkeys:
    """``Hotkeys`` of someone who binds keys elsewhere."""

    def start(self, _actions: KeyActions) -> None: ...

    def watch_cancel(self, _on: bool) -> None: ...

    def stop(self) -> None: ...
