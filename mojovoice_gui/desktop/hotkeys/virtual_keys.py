"""The numbers that Windows and macOS give to keys -> those of the Linux kernel, which ``Strokes`` understands.

Windows numbers letters as the layout has them (winuser.h), macOS by their place on a US keyboard (HIToolbox/Events.h).
"""

from __future__ import annotations

from collections.abc import Mapping

from mojovoice_gui.desktop.hotkeys.keycodes import CODES

UNKNOWN = 1 << 16
"""Added to the number of a key that no chord can have: it still makes an ordinary shortcut of a lone modifier."""

WINDOWS_NAMES = {
    0x08: "BackSpace",
    0x09: "Tab",
    0x0D: "Return",
    0x10: "Shift_L",  # without a side: from programs that press keys
    0x11: "Control_L",
    0x12: "Alt_L",
    0x13: "Pause",
    0x1B: "Escape",
    0x20: "space",
    0x21: "Prior",
    0x22: "Next",
    0x23: "End",
    0x24: "Home",
    0x25: "Left",
    0x26: "Up",
    0x27: "Right",
    0x28: "Down",
    0x2C: "Print",
    0x2D: "Insert",
    0x2E: "Delete",
    **{ord(digit): digit for digit in "0123456789"},
    **{ord(letter.upper()): letter for letter in "abcdefghijklmnopqrstuvwxyz"},
    0x5B: "Super_L",
    0x5C: "Super_R",
    0x5D: "Menu",
    **{0x6F + number: f"F{number}" for number in range(1, 25)},
    0x91: "Scroll_Lock",
    0xA0: "Shift_L",
    0xA1: "Shift_R",
    0xA2: "Control_L",
    0xA3: "Control_R",
    0xA4: "Alt_L",
    0xA5: "Alt_R",
    0xBA: "semicolon",
    0xBB: "equal",
    0xBC: "comma",
    0xBD: "minus",
    0xBE: "period",
    0xBF: "slash",
    0xC0: "grave",
    0xDC: "backslash",
    0xDE: "apostrophe",
}

F_KEYS_OF_MACOS = (
    *(0x7A, 0x78, 0x63, 0x76, 0x60, 0x61, 0x62, 0x64, 0x65, 0x6D),  # F1 to F10
    *(0x67, 0x6F, 0x69, 0x6B, 0x71, 0x6A, 0x40, 0x4F, 0x50, 0x5A),  # F11 to F20
)
MACOS_NAMES = {
    **dict(enumerate("asdfhgzxcv")),
    **dict(enumerate("bqweryt", 0x0B)),
    **dict(enumerate("1234", 0x12)),
    0x16: "6",
    0x17: "5",
    0x18: "equal",
    0x19: "9",
    0x1A: "7",
    0x1B: "minus",
    0x1C: "8",
    0x1D: "0",
    0x1F: "o",
    0x20: "u",
    0x22: "i",
    0x23: "p",
    0x24: "Return",
    0x25: "l",
    0x26: "j",
    0x27: "apostrophe",
    0x28: "k",
    0x29: "semicolon",
    0x2A: "backslash",
    0x2B: "comma",
    0x2C: "slash",
    0x2D: "n",
    0x2E: "m",
    0x2F: "period",
    0x30: "Tab",
    0x31: "space",
    0x32: "grave",
    0x33: "BackSpace",
    0x35: "Escape",
    0x36: "Super_R",
    0x37: "Super_L",
    0x38: "Shift_L",
    0x3A: "Alt_L",
    0x3B: "Control_L",
    0x3C: "Shift_R",
    0x3D: "Alt_R",
    0x3E: "Control_R",
    0x72: "Insert",  # printed "help"
    0x73: "Home",
    0x74: "Prior",
    0x75: "Delete",
    0x77: "End",
    0x79: "Next",
    0x7B: "Left",
    0x7C: "Right",
    0x7D: "Down",
    0x7E: "Up",
    **{key: f"F{number}" for number, key in enumerate(F_KEYS_OF_MACOS, 1)},
}

WINDOWS = {key: CODES[name] for key, name in WINDOWS_NAMES.items()}
MACOS = {key: CODES[name] for key, name in MACOS_NAMES.items()}


def kernel_code(codes: Mapping[int, int], key: int) -> int:
    """``codes``: ``WINDOWS`` or ``MACOS``."""
    return codes.get(key, key + UNKNOWN)
