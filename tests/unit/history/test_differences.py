"""Words that two texts do not share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.history.differences import Kind, Stretch, differences

WORDS = st.lists(st.sampled_from(["the", "a", "cat", "sat", "on", "mat"]), max_size=12)


def test_what_is_replaced_stands_before_what_replaces_it() -> None:
    assert differences("wreck a nice beach today", "recognize speech today") == (
        Stretch(Kind.OLD, ("wreck", "a", "nice", "beach")),
        Stretch(Kind.NEW, ("recognize", "speech")),
        Stretch(Kind.SAME, ("today",)),
    )


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_differences(old: list[str], new: list[str]) -> None:
    stretches = differences(" ".join(old), " ".join(new))
    assert [word for one in stretches if one.kind is not Kind.NEW for word in one.words] == old
    assert [word for one in stretches if one.kind is not Kind.OLD for word in one.words] == new


def test_equal_texts_differ_in_nothing() -> None:
    assert {one.kind for one in differences("just the same", "just  the same")} == {Kind.SAME}
