"""Keys as the Linux kernel numbers them (input-event-codes.h), by keysym name: by their place on a US keyboard."""

from __future__ import annotations

from mojovoice_gui.desktop.hotkeys.chords import Modifier

CODES = {
    "Escape": 1,
    **{digit: 2 + place for place, digit in enumerate("1234567890")},
    "minus": 12,
    "equal": 13,
    "BackSpace": 14,
    "Tab": 15,
    **{letter: 16 + place for place, letter in enumerate("qwertyuiop")},
    "Return": 28,
    "Control_L": 29,
    **{letter: 30 + place for place, letter in enumerate("asdfghjkl")},
    "semicolon": 39,
    "apostrophe": 40,
    "grave": 41,
    "Shift_L": 42,
    "backslash": 43,
    **{letter: 44 + place for place, letter in enumerate("zxcvbnm")},
    "comma": 51,
    "period": 52,
    "slash": 53,
    "Shift_R": 54,
    "Alt_L": 56,
    "space": 57,
    **{f"F{number}": 58 + number for number in range(1, 11)},
    "Scroll_Lock": 70,
    "F11": 87,
    "F12": 88,
    "Control_R": 97,
    "Print": 99,
    "Alt_R": 100,
    "Home": 102,
    "Up": 103,
    "Prior": 104,
    "Left": 105,
    "Right": 106,
    "End": 107,
    "Down": 108,
    "Next": 109,
    "Insert": 110,
    "Delete": 111,
    "Pause": 119,
    "Super_L": 125,
    "Super_R": 126,
    "Menu": 127,
    **{f"F{number}": 170 + number for number in range(13, 25)},
}

MODIFIER_OF = {
    **dict.fromkeys((29, 97), Modifier.CTRL),
    **dict.fromkeys((42, 54), Modifier.SHIFT),
    **dict.fromkeys((56, 100), Modifier.ALT),
    **dict.fromkeys((125, 126), Modifier.SUPER),
}
