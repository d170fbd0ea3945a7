"""Keyboards as the kernel shows them: named pipes in place of the devices, and the events that a keyboard sends."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.hotkeys.chords import KEYSYM_STEMS, NAMED, WRITING
from mojovoice_gui.desktop.hotkeys.evdev import EVENT, WORD_BITS, EvdevHotkeys
from mojovoice_gui.desktop.hotkeys.keycodes import CODES
from mojovoice_gui.errors import HotkeyUnavailable
from tests.desktop.said import Said
from tests.waiting import wait_until

UP, DOWN, REPEAT = 0, 1, 2
ALL_KEYS = range(1, 200)
BUTTONS = range(0x110, 0x118)
Listen = Callable[..., EvdevHotkeys]
"""For a key, and one that cancels."""


class PipeKeyboard:
    """A fake device: a named pipe in /dev/input, its keys in /sys, and events as the kernel writes them."""

    def __init__(self, folder: Path, name: str, keys: range = ALL_KEYS) -> None:
        self.path = folder / "dev" / name
        about = folder / "sys" / name / "device/capabilities"
        about.mkdir(parents=True)
        bits = sum(1 << key for key in keys)
        mask = (1 << WORD_BITS) - 1
        words = [f"{bits >> place & mask:x}" for place in range(0, bits.bit_length(), WORD_BITS)]
        (about / "key").write_text(" ".join(reversed(words)) + "\n")
        self.path.parent.mkdir(exist_ok=True)
        os.mkfifo(self.path)
        self._pipe = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def send(self, *strokes: tuple[str, int]) -> None:
        """Each followed by the mark that ends a report."""
        for key, value in strokes:
            os.write(self._pipe, EVENT.pack(0, 0, 4, 4, 458_976) + EVENT.pack(0, 0, 1, CODES[key], value))
            os.write(self._pipe, EVENT.pack(0, 0, 0, 0, 0))

    def is_read(self) -> bool:
        """All that was sent."""
        return not select.select([self._pipe], [], [], 0)[0]

    def drop(self) -> None:
        """The kernel could not keep up with us."""
        os.write(self._pipe, EVENT.pack(0, 0, 0, 3, 0))

    def unplug(self) -> None:
        os.close(self._pipe)
        self.path.unlink()


@pytest.fixture
def keyboard(tmp_path: Path) -> PipeKeyboard:
    return PipeKeyboard(tmp_path, "event3")


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def listen(tmp_path: Path, said: Said) -> Iterator[Listen]:
    begun: list[EvdevHotkeys] = []

    def begin(push_to_talk: str, cancel: str = "escape") -> EvdevHotkeys:
        places = {"devices": tmp_path / "dev", "capabilities": tmp_path / "sys"}
        begun.append(EvdevHotkeys(push_to_talk, cancel, **places))
        begun[-1].start(said.actions())
        return begun[-1]

    yield begin
    for hotkeys in begun:
        hotkeys.stop()


def test_a_held_key_is_one_press_however_often_it_repeats(keyboard: PipeKeyboard, listen: Listen, said: Said) -> None:
    listen("F9")
    keyboard.send(("F9", DOWN), ("F9", REPEAT), ("F9", REPEAT), ("F9", UP))
    assert said.words(2) == ["down", "up"]


def test_a_chord_needs_exactly_its_modifiers(keyboard: PipeKeyboard, listen: Listen, said: Said) -> None:
    listen("ctrl+alt+space")
    keyboard.send(("Control_R", DOWN), ("space", DOWN), ("space", UP))
    keyboard.send(("Alt_L", DOWN), ("Shift_L", DOWN), ("space", DOWN), ("space", UP), ("Shift_L", UP))
    assert said.rest() == []
    keyboard.send(("space", DOWN), ("Control_R", UP), ("Alt_L", UP))
    assert said.words(1) == ["down"]
    keyboard.send(("space", UP))
    assert said.words(1) == ["up"]


def test_a_lone_modifier_is_told_from_a_shortcut(keyboard: PipeKeyboard, listen: Listen, said: Said) -> None:
    listen("right ctrl")
    keyboard.send(("Control_R", DOWN), ("Control_R", REPEAT), ("Control_R", UP))
    assert said.words(2) == ["down", "up"]
    keyboard.send(("Control_R", DOWN), ("c", DOWN), ("c", UP), ("Control_R", UP))
    assert said.words(2) == ["down", "interrupted"]
    keyboard.send(("Shift_L", DOWN), ("Control_R", DOWN), ("Control_R", UP), ("Shift_L", UP))
    assert said.rest() == []


@pytest.mark.parametrize("key", ["F9", "right ctrl", "ctrl+alt+space"])
def test_the_cancel_key_counts_while_it_is_watched_and_the_key_is_held(
    key: str, keyboard: PipeKeyboard, listen: Listen, said: Said
) -> None:
    held = {"F9": ["F9"], "right ctrl": ["Control_R"], "ctrl+alt+space": ["Control_L", "Alt_L", "space"]}[key]
    hotkeys = listen(key)
    keyboard.send(("Escape", DOWN), ("Escape", UP))
    keyboard.send(*((name, DOWN) for name in held))
    assert said.words(1) == ["down"]
    hotkeys.watch_cancel(True)
    keyboard.send(("Escape", DOWN), ("Escape", UP))
    assert said.words(1) == ["cancel"]


def test_keys_of_two_keyboards_make_one_chord(
    keyboard: PipeKeyboard, listen: Listen, said: Said, tmp_path: Path
) -> None:
    pedal = PipeKeyboard(tmp_path, "event7")
    listen("ctrl+F9")
    pedal.send(("Control_L", DOWN))
    wait_until(pedal.is_read)
    keyboard.send(("F9", DOWN))
    assert said.words(1) == ["down"]


def test_a_keyboard_that_is_unplugged_while_the_key_is_held_lets_it_go(
    keyboard: PipeKeyboard, listen: Listen, said: Said
) -> None:
    listen("F9")
    keyboard.send(("F9", DOWN))
    assert said.words(1) == ["down"]
    keyboard.unplug()
    assert said.words(1) == ["up"]


def test_a_keyboard_that_is_plugged_in_later_is_heard(
    keyboard: PipeKeyboard, listen: Listen, said: Said, tmp_path: Path
) -> None:
    listen("F9")
    later = PipeKeyboard(tmp_path, "event9")
    later.send(("F9", DOWN))
    assert said.next(10) == "down"


def test_after_events_were_lost_no_key_counts_as_held(keyboard: PipeKeyboard, listen: Listen, said: Said) -> None:
    listen("F9")
    keyboard.send(("F9", DOWN))
    keyboard.drop()
    assert said.words(2) == ["down", "up"]


def test_a_mouse_is_no_keyboard(tmp_path: Path, listen: Listen) -> None:
    PipeKeyboard(tmp_path, "event2", BUTTONS)
    with pytest.raises(HotkeyUnavailable, match="No keyboard may be read"):
        listen("F9")


def test_where_there_is_no_device_the_way_out_is_named(listen: Listen) -> None:
    with pytest.raises(HotkeyUnavailable, match="mojovoice bindings"):
        listen("F9")


def test_one_key_cannot_talk_and_cancel(keyboard: PipeKeyboard, listen: Listen) -> None:
    with pytest.raises(HotkeyUnavailable, match="cannot both talk and cancel"):
        listen("F9", "F9")


def test_every_key_that_can_be_named_has_a_number() -> None:
    sides = {f"{stem}_{side}" for stem in KEYSYM_STEMS.values() for side in "LR"}
    assert {*NAMED.values(), *WRITING.values(), *sides} <= CODES.keys()
