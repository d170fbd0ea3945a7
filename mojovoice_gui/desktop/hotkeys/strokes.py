"""From the keys of all keyboards to what they mean for us. Knows no system: keys have the kernel's numbers."""

from __future__ import annotations

from collections.abc import Iterable

from mojovoice_gui.desktop.hotkeys.chords import Chord, Modifier
from mojovoice_gui.desktop.hotkeys.keycodes import CODES, MODIFIER_OF
from mojovoice_gui.desktop.hotkeys.lone_key import LoneKey
from mojovoice_gui.domain import KeyActions

UP, DOWN = 0, 1  # 2 is a key that repeats itself while it is held: nothing new


class Strokes:
    """Used by one thread, but for ``watches_cancel``."""

    def __init__(self, push_to_talk: Chord, cancel: Chord | None, actions: KeyActions) -> None:
        self._talk = push_to_talk
        self._cancel = cancel
        self._actions = actions
        self._lone = LoneKey(CODES[push_to_talk.key], 1, actions) if push_to_talk.is_lone_modifier else None
        self._down: set[int] = set()
        self._is_talking = False
        self.watches_cancel = False

    def stroke(self, code: int, value: int) -> None:
        if value == DOWN and code not in self._down:
            self._went_down(code)
            self._down.add(code)
        elif value == UP and code in self._down:
            self._down.discard(code)
            self._went_up(code)

    def let_go(self, codes: Iterable[int]) -> None:
        """Their keyboard is gone."""
        for code in codes:
            self.stroke(code, UP)

    def keep_modifiers(self, held: frozenset[Modifier]) -> None:
        """These alone are down, says the system: a locked screen tells nobody that a key went up."""
        self.let_go([code for code in self._down if code in MODIFIER_OF and MODIFIER_OF[code] not in held])

    def _went_down(self, code: int) -> None:
        if self.watches_cancel and self._cancel is not None and self._means(self._cancel, code, self._talk):
            self._actions.cancelled()
        elif self._lone is not None:
            self._lone.went_down(code, 1 if self._held() else 0)
        elif self._means(self._talk, code):
            self._is_talking = True
            self._actions.pressed()

    def _went_up(self, code: int) -> None:
        if self._lone is not None:
            self._lone.went_up(code)
        elif self._is_talking and code == CODES[self._talk.key]:
            self._is_talking = False
            self._actions.released()

    def _held(self) -> set[str]:
        return {MODIFIER_OF[code] for code in self._down if code in MODIFIER_OF}

    def _means(self, chord: Chord, code: int, also_during: Chord | None = None) -> bool:
        """``also_during``: a chord whose modifiers may be down as well."""
        if code != CODES[chord.key]:
            return False
        allowed = {chord.modifiers}
        if also_during is not None:
            own = MODIFIER_OF.get(CODES[also_during.key])
            allowed.add(chord.modifiers | also_during.modifiers | ({own} if own else set()))
        return self._held() in allowed
