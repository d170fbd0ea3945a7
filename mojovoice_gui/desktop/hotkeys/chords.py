"""What people write for a key ("right ctrl", "F9", "ctrl+alt+space") -> the chord that is meant. Knows no system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from mojovoice_gui.errors import HotkeyUnavailable, Sentence

SUGGESTION = Sentence("Keys that work: right ctrl, F9, pause, ctrl+alt+space.")


class Modifier(StrEnum):
    """Held together with another key; left or right is all the same."""

    CTRL = "Ctrl"
    SHIFT = "Shift"
    ALT = "Alt"
    SUPER = "Super"


MODIFIERS = {
    **dict.fromkeys(("ctrl", "control", "ctl", "strg"), Modifier.CTRL),
    "shift": Modifier.SHIFT,
    **dict.fromkeys(("alt", "option"), Modifier.ALT),
    **dict.fromkeys(("super", "win", "windows", "meta", "cmd", "command"), Modifier.SUPER),
}
SIDES = {"left": "L", "l": "L", "right": "R", "r": "R"}
KEYSYM_STEMS = {Modifier.CTRL: "Control", Modifier.SHIFT: "Shift", Modifier.ALT: "Alt", Modifier.SUPER: "Super"}
LONE = {
    f"{stem}_{letter}": f"{side} {modifier.value}"
    for modifier, stem in KEYSYM_STEMS.items()
    for side, letter in (("left", "L"), ("right", "R"))
}
"""Keysym of each modifier key -> what people call it."""

NAMED = {
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    **dict.fromkeys(("pause", "break"), "Pause"),
    **dict.fromkeys(("scrolllock", "scroll"), "Scroll_Lock"),
    **dict.fromkeys(("print", "printscreen", "prtsc", "sysrq"), "Print"),
    **dict.fromkeys(("menu", "apps"), "Menu"),
    **dict.fromkeys(("escape", "esc"), "Escape"),
}
"""Keys that write nothing and move nothing: fine alone."""

WRITING = {
    **{character: character for character in "abcdefghijklmnopqrstuvwxyz0123456789"},
    **dict.fromkeys(("space", "spacebar"), "space"),
    **dict.fromkeys(("return", "enter"), "Return"),
    **dict.fromkeys(("backspace", "back"), "BackSpace"),
    **dict.fromkeys(("delete", "del"), "Delete"),
    **dict.fromkeys(("insert", "ins"), "Insert"),
    **dict.fromkeys(("pageup", "pgup", "prior"), "Prior"),
    **dict.fromkeys(("pagedown", "pgdn", "next"), "Next"),
    **{name.lower(): name for name in ("Tab", "Home", "End", "Up", "Down", "Left", "Right")},
    **dict.fromkeys(("grave", "backquote", "`"), "grave"),
    **dict.fromkeys(("minus", "-"), "minus"),
    **dict.fromkeys(("equal", "="), "equal"),
    **dict.fromkeys(("comma", ","), "comma"),
    **dict.fromkeys(("period", "dot", "."), "period"),
    **dict.fromkeys(("slash", "/"), "slash"),
    **dict.fromkeys(("backslash", "\\"), "backslash"),
    **dict.fromkeys(("semicolon", ";"), "semicolon"),
    **dict.fromkeys(("apostrophe", "quote", "'"), "apostrophe"),
}
"""Keys that writing needs: only with Ctrl, Alt or Super."""

EVERYDAY = frozenset(
    {
        *(f"Ctrl+{key}" for key in (*"ACFNOPQSVWXYZ", "Insert")),
        *(f"Ctrl+Shift+{key}" for key in "CVZ"),
        *("Ctrl+Alt+Delete", "Alt+Tab", "Alt+F4"),
    }
)
"""As people write them: no program would copy, save or close any more."""

REFUSED = {
    **dict.fromkeys(("altgr", "isolevel3shift"), Sentence("AltGr is needed for writing: it makes other characters.")),
    **dict.fromkeys(("capslock", "caps"), Sentence("Caps Lock would switch to capitals each time.")),
    "numlock": Sentence("Num Lock would switch the number pad each time."),
}


@dataclass(frozen=True, slots=True)
class Chord:
    """``key`` is a keysym name of X, such as ``space`` or ``Control_R``."""

    modifiers: frozenset[Modifier]
    key: str

    @property
    def is_lone_modifier(self) -> bool:
        """It takes part in other shortcuts, so it may be listened to but not taken."""
        return self.key in LONE

    def __str__(self) -> str:
        held = [modifier.value for modifier in Modifier if modifier in self.modifiers]
        return "+".join([*held, LONE.get(self.key) or self.key[:1].upper() + self.key[1:]])


def parse(text: str) -> Chord:
    """The chord that ``text`` names; raises ``HotkeyUnavailable`` with the reason when it cannot be one."""
    *held, last = (part.strip() for part in text.split("+"))
    if not held and (lone := _lone_modifier(last)):
        return Chord(frozenset(), lone)
    return _checked(Chord(frozenset(_modifier(part, text) for part in held), _key(last, text)))


def talk_and_cancel(push_to_talk: str, cancel: str) -> tuple[Chord, Chord | None]:
    """Two keys that can be told apart; an empty ``cancel`` is none. Raises ``HotkeyUnavailable``."""
    talk, other = parse(push_to_talk), parse(cancel) if cancel.strip() else None
    if other == talk:
        raise HotkeyUnavailable(
            Sentence("{other} cannot both talk and cancel.", other=other), "Choose another key for one of them."
        )
    return talk, other


def _lone_modifier(name: str) -> str | None:
    """The keysym of "right ctrl", "ctrl_r", "rctrl"; none when it is another kind of key."""
    name = name.lower()
    words = re.split(r"[\s_-]+", name)
    if len(words) == 1:
        if name in MODIFIERS:
            raise HotkeyUnavailable(
                Sentence("There are two {name} keys.", name=name),
                Sentence("Say which: left {name} or right {name}.", name=name),
            )
        words = [name[:1], name[1:]]
    for side, modifier in (words, reversed(words)) if len(words) == 2 else ():
        if side in SIDES and modifier in MODIFIERS:
            return f"{KEYSYM_STEMS[MODIFIERS[modifier]]}_{SIDES[side]}"
    return None


def _modifier(name: str, text: str) -> Modifier:
    if name.lower() not in MODIFIERS:
        raise HotkeyUnavailable(
            Sentence("“{name}” in “{text}” is not a key to hold together with another one.", name=name, text=text),
            "Those are ctrl, shift, alt and super, as in ctrl+alt+space.",
        )
    return MODIFIERS[name.lower()]


def _key(name: str, text: str) -> str:
    plain = re.sub(r"[\s_-]+", "", name.lower()) or name
    if plain in REFUSED:
        raise HotkeyUnavailable(REFUSED[plain], SUGGESTION)
    if plain not in NAMED and plain not in WRITING:
        what = Sentence("There is no key called “{name}” (in “{text}”).", name=name, text=text)
        alone = Sentence("There is no key called “{name}”.", name=name)
        raise HotkeyUnavailable(alone if name == text.strip() else what, SUGGESTION)
    return NAMED.get(plain) or WRITING[plain]


def _checked(chord: Chord) -> Chord:
    if chord.key in WRITING.values() and not chord.modifiers - {Modifier.SHIFT}:
        raise HotkeyUnavailable(
            Sentence("{chord} is needed for writing: it would be typed while you hold it.", chord=chord),
            Sentence(
                "Hold it with another key, as in ctrl+alt+{lower}. {suggestion}",
                lower=chord.key.lower(),
                suggestion=SUGGESTION,
            ),
        )
    if str(chord) in EVERYDAY:
        raise HotkeyUnavailable(
            Sentence("{chord} is a shortcut that programs need: it would be taken from all of them.", chord=chord),
            SUGGESTION,
        )
    return chord
