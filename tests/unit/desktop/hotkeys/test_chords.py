"""What people may write for a key."""

from __future__ import annotations

import pytest

from mojovoice_gui.desktop.hotkeys.chords import Chord, Modifier, parse
from mojovoice_gui.errors import HotkeyUnavailable


@pytest.mark.parametrize(
    "text", ["ctrl_r", "right ctrl", "Ctrl_R", "control_r", "Right Control", "rctrl", "right-ctrl"]
)
def test_the_right_ctrl_key_has_many_names(text: str) -> None:
    assert parse(text) == Chord(frozenset(), "Control_R")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("left shift", "Shift_L"),
        ("ALT_R", "Alt_R"),
        ("right win", "Super_R"),
        ("lalt", "Alt_L"),
        ("shift right", "Shift_R"),
    ],
)
def test_every_modifier_key_can_stand_alone(text: str, key: str) -> None:
    assert parse(text) == Chord(frozenset(), key)
    assert parse(text).is_lone_modifier


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("f9", "F9"),
        ("F24", "F24"),
        ("Pause", "Pause"),
        ("scroll lock", "Scroll_Lock"),
        ("esc", "Escape"),
        (" menu ", "Menu"),
    ],
)
def test_keys_that_write_nothing_can_stand_alone(text: str, key: str) -> None:
    assert parse(text) == Chord(frozenset(), key)
    assert not parse(text).is_lone_modifier


@pytest.mark.parametrize(
    ("text", "modifiers", "key"),
    [
        ("ctrl+alt+space", {Modifier.CTRL, Modifier.ALT}, "space"),
        ("Alt + Control + Space", {Modifier.CTRL, Modifier.ALT}, "space"),
        ("super+d", {Modifier.SUPER}, "d"),
        ("win+shift+F5", {Modifier.SUPER, Modifier.SHIFT}, "F5"),
        ("shift+F5", {Modifier.SHIFT}, "F5"),
        ("ctrl+-", {Modifier.CTRL}, "minus"),
        ("ctrl+page up", {Modifier.CTRL}, "Prior"),
    ],
)
def test_a_chord_is_modifiers_and_a_key(text: str, modifiers: set[Modifier], key: str) -> None:
    assert parse(text) == Chord(frozenset(modifiers), key)


@pytest.mark.parametrize("text", ["a", "7", "space", "return", "shift+a", "Tab", "delete", "-"])
def test_a_key_that_writing_needs_is_refused_alone(text: str) -> None:
    with pytest.raises(HotkeyUnavailable, match=r"needed for writing.*Hold it with another key"):
        parse(text)


@pytest.mark.parametrize("text", ["ctrl+c", "Control+V", "ctrl+x", "ctrl+z", "ctrl+a", "ctrl+s", "alt+tab", "Alt+F4"])
def test_a_shortcut_that_every_program_needs_is_refused_and_others_are_proposed(text: str) -> None:
    with pytest.raises(HotkeyUnavailable, match=r"that programs need.*right ctrl, F9"):
        parse(text)


@pytest.mark.parametrize("text", ["ctrl+alt+c", "super+v", "ctrl+f4", "ctrl+space", "F4"])
def test_what_only_resembles_such_a_shortcut_is_a_key(text: str) -> None:
    assert parse(text)


@pytest.mark.parametrize("text", ["altgr", "AltGr", "ISO_Level3_Shift"])
def test_altgr_is_refused_because_it_makes_characters(text: str) -> None:
    with pytest.raises(HotkeyUnavailable, match=r"AltGr is needed for writing.*right ctrl"):
        parse(text)


@pytest.mark.parametrize("text", ["caps lock", "Num_Lock", "ctrl+capslock"])
def test_lock_keys_are_refused(text: str) -> None:
    with pytest.raises(HotkeyUnavailable, match="Lock would switch"):
        parse(text)


def test_a_modifier_without_its_side_is_ambiguous() -> None:
    with pytest.raises(HotkeyUnavailable, match="left ctrl or right ctrl"):
        parse("ctrl")


@pytest.mark.parametrize("text", ["blimp", "", "ctrl+", "ctrl+blimp", "F99", "ü"])
def test_an_unknown_key_is_named_beside_some_that_work(text: str) -> None:
    bad = text.split("+")[-1]
    with pytest.raises(HotkeyUnavailable) as caught:
        parse(text)
    assert f"“{bad}”" in caught.value.sentence
    assert "F9" in caught.value.action


@pytest.mark.parametrize("text", ["space+a", "ctrl+a+b", "left ctrl+space", "+"])
def test_only_modifiers_can_be_held_together_with_a_key(text: str) -> None:
    with pytest.raises(HotkeyUnavailable, match=r"not a key to hold.*ctrl, shift, alt and super"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("alt+ctrl+space", "Ctrl+Alt+Space"), ("ctrl_r", "right Ctrl"), ("super+d", "Super+D"), ("f9", "F9")],
)
def test_a_chord_is_shown_as_people_write_it(text: str, shown: str) -> None:
    assert str(parse(text)) == shown
