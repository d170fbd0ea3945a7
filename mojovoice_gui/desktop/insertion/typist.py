"""A text as keystrokes on X11, whatever the layout: what is not on it is put on keys that nobody has (XTEST).

Programs ask what a key means when they come to deal with it, however late that is. So a borrowed key keeps its
character while there are others to borrow, after the text as well; only ``close`` gives them back.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from Xlib import X
from Xlib.ext import xtest

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.keystrokes import CATCH_UP_S, STROKE_S, keysym_of, pieces, typeable

log = logging.getLogger(__name__)

SHIFT_L, CAPS_LOCK = 0xFFE1, 0xFFE5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key, with Shift or without."""

    code: int
    is_shifted: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """The keyboard as it is now."""

    rows: dict[int, Sequence[int]]  # keysyms by key: plain and shifted of the first layout, of the second, more
    modifiers: frozenset[int]
    locks: int  # a mask
    layout: int  # the number of the one in use

    def strokes(self) -> dict[int, Stroke]:
        """By keysym, what the layout in use has; the third and fourth are never looked at.

        Of several keys the lowest: some programs look at keys, not at characters, and know those of every keyboard.
        """
        columns = ((2 * self.layout + 1, True), (2 * self.layout, False)) if self.layout < 2 else ()
        found: dict[int, Stroke] = {}
        for code, row in sorted(self.rows.items(), reverse=True):
            found |= {row[column]: Stroke(code, is_shifted) for column, is_shifted in columns if len(row) > column}
        return found

    def give(self, stroke: Stroke) -> int:
        """The keysym of the first layout, 0 for none."""
        row = self.rows[stroke.code]
        return int(row[stroke.is_shifted]) if len(row) > 1 else 0

    def code(self, keysym: int) -> int:
        """0 when no key has it."""
        return next((code for code, row in self.rows.items() if row and row[0] == keysym), 0)

    def free(self) -> list[int]:
        """Keys without a meaning."""
        return [code for code, row in self.rows.items() if not any(row) and code not in self.modifiers]


class XTypist:
    """Types one text at a time. Used by one thread."""

    def __init__(self, connection: Connection) -> None:
        self._display = connection.display
        self._can_fake = bool(self._display.has_extension("XTEST"))
        self._borrowed: dict[Stroke, int] = {}  # the keysym that it gives
        self._strokes: Generator[float, None, None] | None = None

    def begin(self, text: str) -> bool:
        """False when it cannot be typed on this screen."""
        keys, text = self._look(), typeable(text)
        self._borrowed = {stroke: sym for stroke, sym in self._borrowed.items() if keys.give(stroke) == sym}
        own = {stroke.code for stroke in self._borrowed}
        strokes = {keysym: stroke for keysym, stroke in keys.strokes().items() if stroke.code not in own}
        missing = {character for character in text if keysym_of(character) not in strokes}
        room = [Stroke(code, is_shifted) for is_shifted in (False, True) for code in (*own, *keys.free())]
        if not self._can_fake or (missing and not room):
            log.info("Not typed: there are no keys for %d characters", len(missing))
            return False
        self._strokes = self._type(list(pieces(text, missing, len(room))), strokes, room, keys)
        return True

    def go_on(self) -> float | None:
        """The next key, and the seconds to wait after it; None when all is typed."""
        return next(self._strokes, None) if self._strokes is not None else None

    def stop(self) -> None:
        """No more of it."""
        if self._strokes is not None:
            self._strokes.close()

    def close(self) -> None:
        """Give back the keys that were borrowed."""
        self.stop()
        codes = {stroke.code for stroke in self._borrowed}
        self._borrowed.clear()
        for code in codes:
            self._tell(code)
        self._display.sync()

    def _look(self) -> Keys:
        info = self._display.display.info
        table = self._display.get_keyboard_mapping(info.min_keycode, info.max_keycode - info.min_keycode + 1)
        state = int(self._display.screen().root.query_pointer().mask)
        modifiers = frozenset(code for row in self._display.get_modifier_mapping() for code in row if code)
        return Keys(dict(enumerate(table, info.min_keycode)), modifiers, state & X.LockMask, state >> 13 & 3)

    def _type(
        self, texts: list[str], strokes: dict[int, Stroke], room: list[Stroke], keys: Keys
    ) -> Generator[float, None, None]:
        """Caps Lock is off meanwhile: which characters it changes is each program's own business."""
        shift, caps = keys.code(SHIFT_L), keys.code(CAPS_LOCK) if keys.locks else 0
        self._press(caps)
        try:
            for text in texts:
                wanted = dict.fromkeys(keysym for one in text if (keysym := keysym_of(one)) not in strokes)
                if self._must_take_away(wanted, room):
                    yield CATCH_UP_S
                self._borrow(wanted, room)
                places = strokes | {keysym: stroke for stroke, keysym in self._borrowed.items()}
                for character in text:
                    stroke = places[keysym_of(character)]
                    self._press(*([shift] if stroke.is_shifted else []), stroke.code)
                    yield STROKE_S
        finally:
            self._press(caps)

    def _must_take_away(self, wanted: dict[int, None], room: list[Stroke]) -> bool:
        return len(self._fresh(wanted)) > len(room) - len(self._borrowed)

    def _fresh(self, wanted: dict[int, None]) -> list[int]:
        there = set(self._borrowed.values())
        return [keysym for keysym in wanted if keysym not in there]

    def _borrow(self, wanted: dict[int, None], room: list[Stroke]) -> None:
        """Empty places first, then those whose characters are not wanted now."""
        idle = [stroke for stroke in room if self._borrowed.get(stroke) not in wanted]
        idle.sort(key=lambda stroke: stroke in self._borrowed)
        fresh = dict(zip(idle, self._fresh(wanted), strict=False))
        self._borrowed |= fresh
        for code in {stroke.code for stroke in fresh}:
            self._tell(code)
        self._display.sync()

    def _tell(self, code: int) -> None:
        """The server, what this key means now. Without a second meaning Shift changes nothing."""
        plain = self._borrowed.get(Stroke(code), X.NoSymbol)
        shifted = self._borrowed.get(Stroke(code, is_shifted=True), plain)
        self._display.change_keyboard_mapping(code, [(plain, shifted)])

    def _press(self, *codes: int) -> None:
        """All down, all up again; 0 is no key."""
        for code in filter(None, codes):
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in filter(None, reversed(codes)):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.flush()
