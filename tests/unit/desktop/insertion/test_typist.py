"""Which keys give which characters."""

from __future__ import annotations

from collections.abc import Sequence

from mojovoice_gui.desktop.insertion.typist import Keys, Stroke

NOTHING = (0, 0, 0, 0)
ROWS: dict[int, Sequence[int]] = {
    9: NOTHING,
    10: (ord("1"), ord("!"), ord("1"), ord("!")),
    29: (ord("z"), ord("Z"), ord("y"), ord("Y")),
    37: NOTHING,  # a modifier
    187: (ord("!"), ord("!"), 0, 0),
}


def keys(layout: int) -> Keys:
    return Keys(ROWS, frozenset({37}), 0, layout)


def test_the_layout_in_use_says_which_key_writes_what() -> None:
    first, second = keys(0).strokes(), keys(1).strokes()
    assert (first[ord("z")], first[ord("Z")]) == (Stroke(29), Stroke(29, is_shifted=True))
    assert second[ord("y")] == Stroke(29)
    assert ord("z") not in second
    assert not keys(2).strokes()


def test_of_two_keys_that_write_the_same_it_is_the_one_that_every_keyboard_has() -> None:
    assert keys(0).strokes()[ord("!")] == Stroke(10, is_shifted=True)


def test_keys_without_a_meaning_can_be_borrowed_unless_they_are_modifiers() -> None:
    assert keys(0).free() == [9]
