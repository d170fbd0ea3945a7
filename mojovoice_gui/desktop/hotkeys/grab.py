"""A chord taken from all other programs by XGrabKey: they do not see it, and a second taker is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from Xlib import X, error
from Xlib.display import Display

from mojovoice_gui.desktop.hotkeys.chords import Chord
from mojovoice_gui.desktop.hotkeys.keymap import Keymap, is_down
from mojovoice_gui.errors import HotkeyUnavailable, Sentence

Variant: TypeAlias = tuple[int, int]  # keycode, state of the modifiers


class KeyGrab:
    """One chord on one connection, used by that connection's thread. Folds autorepeat: one press, one release."""

    def __init__(
        self,
        display: Display,
        chord: Chord,
        pressed: Callable[[], None],
        released: Callable[[], None] = lambda: None,
        *,
        also_during: Chord | None = None,
    ) -> None:
        """``also_during``: it counts while this other chord is held, too."""
        self._display = display
        self._root = display.screen().root
        self._chord = chord
        self._also_during = also_during
        self._pressed = pressed
        self._released = released
        self._variants: list[Variant] = []  # those asked for
        self._taken: list[Variant] = []  # those got
        self._down_code = 0  # the key while it is down
        self._is_held = False  # pressed and not yet released

    def take(self, keymap: Keymap) -> None:
        """Take every variant; raises ``HotkeyUnavailable`` when another program has one, but keeps the rest."""
        self._variants = self._variants_in(keymap)
        refusals = [error.CatchError(error.BadAccess) for _ in self._variants]
        for (code, state), refusal in zip(self._variants, refusals, strict=True):
            self._root.grab_key(code, state, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refusal)
        self._display.sync()
        self._taken = [
            variant for variant, refusal in zip(self._variants, refusals, strict=True) if not refusal.get_error()
        ]
        if self._taken != self._variants:
            raise HotkeyUnavailable(
                Sentence("Another program owns the key {chord}.", chord=self._chord),
                "Choose another key in the settings, or free it in that program.",
            )

    def _variants_in(self, keymap: Keymap) -> list[Variant]:
        code = keymap.code(self._chord.key)
        own = keymap.mask(self._chord.modifiers)
        during = self._also_during
        also = keymap.mask(during.modifiers) | keymap.mask_of_key(during.key) if during else 0
        return [(code, state) for state in sorted({own | held | lock for held in (0, also) for lock in keymap.locks()})]

    def follow(self, keymap: Keymap) -> None:
        """The keyboard has changed: take the key where it is now; raises ``HotkeyUnavailable``."""
        if self._variants and self._variants != self._variants_in(keymap):
            self.give_back()
            self.take(keymap)

    def give_back(self) -> None:
        """Others get it again; one that is being held stays ours until it is let go."""
        for code, state in self._taken:
            self._root.ungrab_key(code, state)
        self._variants = []
        self._taken = []
        self._display.sync()

    @property
    def is_down(self) -> bool:
        """Its key has not come up yet."""
        return self._down_code != 0

    def key_went_down(self, code: int) -> None:
        """X says so: the first time, or as autorepeat, or about another grab's key."""
        if not self.is_down and any(code == taken for taken, _ in self._taken):
            self._down_code = code
            self._is_held = True
            self._pressed()

    def look(self, keymap: Keymap, row: Sequence[int]) -> None:
        """Compare with ``query_keymap``: events alone cannot tell autorepeat from a release.

        A chord is released as soon as one of its keys is.
        """
        if not self.is_down:
            return
        is_key_down = is_down(row, self._down_code)
        if self._is_held and not (is_key_down and keymap.are_down(self._chord.modifiers, row)):
            self._is_held = False
            self._released()
        if not is_key_down:
            self._down_code = 0
