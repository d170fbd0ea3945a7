"""When is a modifier key held for itself?"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from mojovoice_gui.desktop.hotkeys.lone_key import LoneKey
from mojovoice_gui.domain import KeyActions

pytest.importorskip("Xlib", reason="python-xlib is installed on Linux only")

from mojovoice_gui.desktop.hotkeys.listener import without_autorepeat

KEY, OTHER = 105, 54  # keycodes
SHIFT, CONTROL, CAPS = 1, 4, 2  # states


@dataclass
class Said:
    """What the key has reported."""

    words: list[str] = field(default_factory=list)

    def actions(self) -> KeyActions:
        return KeyActions(
            *(lambda word=word: self.words.append(word) for word in ("down", "up", "interrupted", "cancel"))
        )


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def key(said: Said) -> LoneKey:
    return LoneKey(KEY, SHIFT, said.actions())


def test_down_and_up_are_told_once_whatever_autorepeat_says(key: LoneKey, said: Said) -> None:
    for _ in range(5):
        key.went_down(KEY, 0)
    key.went_up(KEY)
    assert said.words == ["down", "up"]


def test_another_key_makes_it_a_shortcut_once_and_there_is_no_release(key: LoneKey, said: Said) -> None:
    key.went_down(KEY, 0)
    for _ in range(3):
        key.went_down(OTHER, CONTROL)
        key.went_up(OTHER)
    key.went_up(KEY)
    assert said.words == ["down", "interrupted"]


def test_it_is_a_key_for_itself_again_afterwards(key: LoneKey, said: Said) -> None:
    key.went_down(KEY, 0)
    key.went_down(OTHER, CONTROL)
    key.went_up(KEY)
    key.went_down(KEY, 0)
    key.went_up(KEY)
    assert said.words == ["down", "interrupted", "down", "up"]


def test_with_another_modifier_down_before_it_is_a_shortcut_from_the_start(key: LoneKey, said: Said) -> None:
    key.went_down(KEY, SHIFT)
    key.went_down(OTHER, SHIFT | CONTROL)
    key.went_up(KEY)
    assert said.words == []


def test_locks_and_letters_still_down_do_not_matter(key: LoneKey, said: Said) -> None:
    key.went_down(OTHER, 0)
    key.went_down(KEY, CAPS)
    key.went_up(OTHER)
    key.went_up(KEY)
    assert said.words == ["down", "up"]


def test_a_change_of_the_keyboard_counts_from_the_next_press_on(key: LoneKey, said: Said) -> None:
    key.went_down(KEY, 0)
    key.means(OTHER, SHIFT)
    key.went_up(KEY)
    key.went_down(KEY, 0)
    key.went_up(KEY)
    assert said.words == ["down", "up"]
    key.went_down(OTHER, 0)
    assert said.words == ["down", "up", "down"]


DOWN, UP = 2, 3  # kinds of strokes


def test_a_release_taken_back_at_once_is_autorepeat_though_the_clock_ticks_in_between() -> None:
    held = [(DOWN, KEY, 10, 0), (UP, KEY, 670, CONTROL), (DOWN, KEY, 671, CONTROL), (UP, KEY, 900, CONTROL)]
    assert without_autorepeat(held) == [held[0], held[3]]


def test_a_key_pressed_twice_or_another_key_pressed_at_once_is_none() -> None:
    twice = [(UP, KEY, 10, 0), (DOWN, KEY, 20, 0)]
    other = [(UP, KEY, 10, 0), (DOWN, OTHER, 10, 0)]
    assert without_autorepeat(twice) == twice
    assert without_autorepeat(other) == other
