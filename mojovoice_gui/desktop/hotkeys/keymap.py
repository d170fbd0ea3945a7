"""Which keys make which keysyms and modifiers, as the X server has it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from Xlib import XK, X
from Xlib.display import Display

from mojovoice_gui.desktop.hotkeys.chords import LONE, Modifier
from mojovoice_gui.errors import HotkeyUnavailable, Sentence

KEYSYMS = {
    Modifier.CTRL: ("Control_L", "Control_R"),
    Modifier.SHIFT: ("Shift_L", "Shift_R"),
    Modifier.ALT: ("Alt_L", "Alt_R", "Meta_L"),
    Modifier.SUPER: ("Super_L", "Super_R"),
}


@dataclass(frozen=True, slots=True)
class Keymap:
    """A look at one moment; ``Display.refresh_keyboard_mapping`` comes first when X says that it changed."""

    display: Display
    groups: tuple[tuple[int, ...], ...]  # keycodes that switch modifier 0 (Shift) to 7 (Mod5)

    @classmethod
    def of(cls, display: Display) -> Keymap:
        return cls(display, tuple(tuple(codes) for codes in display.get_modifier_mapping()))

    def code(self, keysym: str) -> int:
        """The keycode; raises ``HotkeyUnavailable`` when no key of this keyboard makes it."""
        found = int(self.display.keysym_to_keycode(XK.string_to_keysym(keysym)))
        if not found:  # 0 would stand for any key
            raise HotkeyUnavailable(
                Sentence("This keyboard has no {keysym} key.", keysym=LONE.get(keysym, keysym)),
                "Choose another key in the settings.",
            )
        return found

    def mask(self, modifiers: frozenset[Modifier]) -> int:
        """What an event's state has set while they are held."""
        mask = 0
        for modifier in modifiers:
            mask |= self._mask_of(*KEYSYMS[modifier])
        return mask

    def mask_of_key(self, keysym: str) -> int:
        """What holding this key sets: 0 for one that is no modifier."""
        return self._mask_of(keysym)

    def codes(self, modifier: Modifier) -> tuple[int, ...]:
        """Every key that is this modifier."""
        mask = self._mask_of(*KEYSYMS[modifier])
        return tuple(code for number, codes in enumerate(self.groups) if mask >> number & 1 for code in codes if code)

    def are_down(self, modifiers: frozenset[Modifier], row: Sequence[int]) -> bool:
        """Is each of them held, by whichever key? ``row``: see ``is_down``."""
        return all(any(is_down(row, code) for code in self.codes(modifier)) for modifier in modifiers)

    def locks(self) -> tuple[int, ...]:
        """The states that must make no difference: none, Caps Lock, Num Lock, both."""
        num = self._mask_of("Num_Lock")
        return tuple(sorted({0, X.LockMask, num, X.LockMask | num}))

    def _mask_of(self, *keysyms: str) -> int:
        made_by = {int(self.display.keysym_to_keycode(XK.string_to_keysym(name))) for name in keysyms} - {0}
        return sum(1 << number for number, codes in enumerate(self.groups) if made_by & set(codes))


def is_down(row: Sequence[int], code: int) -> bool:
    """``row`` is the answer of ``Display.query_keymap``: a bit for each key."""
    return bool(row[code >> 3] >> (code & 7) & 1)
