"""The text as it should stand out."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.text.formatter import format_text


def test_white_space_collapses_to_single_spaces() -> None:
    assert format_text("  Hello,\n\n  world.\t Bye. ") == "Hello, world. Bye."


def test_words_of_every_script_stay_as_they_are() -> None:
    text = "Grüße, Привет, 日本語, שלום, 👩‍👩‍👧 café — “so”"
    assert format_text(text) == text


def test_nothing_stays_nothing() -> None:
    assert format_text(" \n ") == ""


def test_a_rule_sees_what_the_one_before_it_made() -> None:
    assert format_text("a", (lambda text: text + "b", lambda text: text + "c")) == "abc"


@given(st.text())
def test_no_text_can_press_a_key_in_a_terminal(text: str) -> None:
    assert not [char for char in format_text(text) if unicodedata.category(char) in {"Cc", "Zl", "Zp"}]


@given(st.text())
def test_formatting_twice_changes_nothing(text: str) -> None:
    assert format_text(format_text(text)) == format_text(text)
