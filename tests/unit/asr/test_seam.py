"""Two hearings of the same speech become one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.asr.seam import Part, missed, said_once, sew, units

WORDS = st.lists(st.from_regex(r" [a-z]{1,6}[,.]?", fullmatch=True), max_size=30)


@pytest.mark.parametrize(
    ("text", "again", "whole"),
    [
        (" I came home late.", " Came home late, and slept.", " I came home late, and slept."),
        (" I came home late las", " home late last night", None),  # two words are too few
        (" one two three for", " two three four five", None),
        (" zero one two three for", " one two three four five", " zero one two three four five"),
        (" a b c x d e f y", " b c d e f z", " a b c x d e f z"),  # the last place where they meet
        (" a b c a b c", " a b c d", None),  # which of the two?
        (" You said so.", " Something else altogether.", None),
        ("", " Something new.", None),
        ("今日は天気", "は天気がいい", "今日は天気がいい"),
        ("気。は", "気。は。", None),  # two signs and a mark
        ("ฉันไปตลาด", "ไปตลาดวันนี้", "ฉันไปตลาดวันนี้"),
    ],
)
def test_texts_are_sewn_where_they_clearly_say_the_same(text: str, again: str, whole: str | None) -> None:
    sewn = sew(units(text), units(again))
    assert (None if sewn is None else "".join(sewn)) == whole


def test_what_was_heard_with_more_behind_it_may_replace_what_was_heard_first() -> None:
    heard, again = units(" one two three four fife six seven eight"), units(" two three four five six seven eight nine")
    assert sew(heard, again, early=True) == units(" one two three four five six seven eight nine")
    assert sew(heard, again) == units(" one two three four fife six seven eight nine")


BEFORE = " if you understand it. Everyone has been found by the king."


@pytest.mark.parametrize(
    ("text", "known", "misses"),
    [
        (" if you understand it. The oldest of them all", BEFORE + " The oldest of them all", (7, 7)),
        (" if you understand it. Anyone has been found by a thing.", BEFORE, (1, 2)),
        (" if you understand it", BEFORE, (0, 7)),
        (" found by the king and the rest of it", BEFORE + " And the rest of it", (0, 0)),
        ("", BEFORE, (0, 0)),
    ],
)
def test_words_that_were_known_and_are_not_there_are_missed(text: str, known: str, misses: tuple[int, int]) -> None:
    """Up to where the text ends, and beyond."""
    found = [missed(units(text), units(known), to_the_end=to_the_end) for to_the_end in (False, True)]
    assert tuple(found) == misses


def test_what_was_heard_last_has_the_last_word_on_marks() -> None:
    assert sew(units(" He went there and back."), units(" there and back, again.")) == units(
        " He went there and back, again."
    )


@given(WORDS)
def test_units_are_all_of_the_text(words: list[str]) -> None:
    assert "".join(units("".join(words))) == "".join(words)


@given(said=st.integers(3, 20), shared=st.integers(3, 10), new=st.integers(0, 10), early=st.booleans())
def test_what_goes_on_from_different_words_is_whole(said: int, shared: int, new: int, *, early: bool) -> None:
    """However much was said before, shared and new: nothing is lost, nothing is doubled."""
    words = [f" w{number}" for number in range(said + shared + new)]
    assert sew(words[: said + shared], words[said:], early=early) == words


WORKS, FAILS = " Let me know if it works.", " Let me know if it fails tomorrow."


@pytest.mark.parametrize(
    ("texts", "spoken", "text"),
    [
        ((WORKS, WORKS), "-+", WORKS),  # early
        ((WORKS, WORKS), "+-", WORKS),  # again
        ((WORKS, WORKS), "++", WORKS + WORKS),
        ((WORKS, WORKS, WORKS), "-+-", WORKS),
        ((WORKS, " Let me know, it works."), "+-", WORKS),
        ((WORKS, FAILS), "+-", WORKS + FAILS),
        ((WORKS, WORKS, FAILS), "+-+", WORKS + FAILS),
        ((" No.", " No."), "-+", " No. No."),  # too short to tell
        (
            ("昨日は学校に行きました。", "今日は家で寝ていました。"),
            "+-",
            "昨日は学校に行きました。今日は家で寝ていました。",
        ),
        ((WORKS, FAILS), "--", WORKS + FAILS),
    ],
)
def test_what_comes_twice_was_said_once_where_nobody_speaks_at_one_of_both(
    texts: tuple[str, ...], spoken: str, text: str
) -> None:
    parts = [Part(one, place, place + 1) for place, one in enumerate(texts)]
    assert said_once(parts, lambda part: spoken[part.begin] == "+") == text
