"""A text as keys."""

from __future__ import annotations

import pytest

from mojovoice_gui.desktop.insertion.keystrokes import keysym_of, pieces, typeable
from mojovoice_gui.desktop.insertion.wayland.keyboard import layout_of


def test_keys_that_do_something_become_spaces() -> None:
    assert typeable("a\tb\nc\x1bd\x7f") == "a b c d "
    assert typeable("ä\u00a0ß\u200d👋🏽") == "ä\u00a0ß\u200d👋🏽"


@pytest.mark.parametrize(("character", "keysym"), [("a", 0x61), ("ß", 0xDF), ("€", 0x10020AC), ("🎉", 0x101F389)])
def test_latin_1_is_its_own_keysym_and_the_rest_has_one_by_its_number(character: str, keysym: int) -> None:
    assert keysym_of(character) == keysym


@pytest.mark.parametrize(
    ("room", "expected"),
    [(1, ["xax", "bxb", "c", "a"]), (2, ["xaxbxb", "ca"]), (3, ["xaxbxbca"]), (9, ["xaxbxbca"])],
)
def test_a_text_is_cut_where_it_needs_more_keys_than_there_are(room: int, expected: list[str]) -> None:
    assert list(pieces("xaxbxbca", set("abc"), room)) == expected


def test_what_needs_no_borrowed_key_is_never_cut() -> None:
    assert list(pieces("abc", set(), 0)) == ["abc"]
    assert list(pieces("", set(), 0)) == []


def test_a_layout_has_one_key_for_each_character() -> None:
    layout = layout_of({"a": 1, "🎉": 2})
    assert "<T1> = 9; <T2> = 10;" in layout
    assert "key <T1> { [ U0061 ] }; key <T2> { [ U1F389 ] };" in layout
