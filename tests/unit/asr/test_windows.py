"""Where a window's text ends and the next window begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojovoice_gui.asr.windows import (
    AGAIN_TOKENS,
    ECHO_TOKENS,
    copies,
    goes_round,
    is_silence,
    is_unsayable,
    repeat_begins,
    repeats_itself,
    split_window,
)

BEGIN = 1000  # the token of 0.00 s


def at(seconds: float) -> int:
    return BEGIN + round(seconds / 0.02)


def test_what_follows_the_last_pair_is_decoded_again() -> None:
    tokens = [at(0), 1, 2, at(5), at(5.2), 3, at(20), at(21), 4, 5]
    part = split_window(tokens, 3000, BEGIN)
    assert part.segments == ((at(0), 1, 2, at(5)), (at(5.2), 3, at(20)))
    assert part.frames == 2000


def test_a_single_timestamp_at_the_end_says_that_nothing_follows() -> None:
    tokens = [at(0), 1, at(5), at(5), 2, at(9)]
    part = split_window(tokens, 3000, BEGIN)
    assert part.segments == ((at(0), 1, at(5)), (at(5), 2, at(9)))
    assert part.frames == 3000


@pytest.mark.parametrize("tokens", [[], [at(0), 1, 2], [at(0), 1, at(7)]])
def test_without_a_pair_the_whole_window_is_one_segment(tokens: list[int]) -> None:
    part = split_window(tokens, 1234, BEGIN)
    assert part.segments == (tuple(tokens),)
    assert part.frames == 1234


def test_a_segment_that_ends_where_it_begins_is_none() -> None:
    tokens = [at(0), 1, at(3), at(3), 2, at(3), at(3), 3]
    assert split_window(tokens, 3000, BEGIN).segments == ((at(0), 1, at(3)),)


def test_the_next_window_is_never_this_one() -> None:
    assert split_window([at(0), 1, at(0), at(0), 2], 3000, BEGIN).frames == 3000


def test_a_loop_is_told_from_speech() -> None:
    assert repeats_itself("and then he said " * 12)
    assert not repeats_itself("The stillness was awful, creepy and uncomfortable. They dropped their eyes.")
    assert not repeats_itself("")


def again(tokens: list[int]) -> bool:
    """The rule, spelled out: a stretch is the one right before it, or goes on as it, or as any one if it is long."""
    return any(
        tokens[start : start + length] == tokens[start - distance : start - distance + length]
        for distance in range(1, len(tokens))
        for length in [min(max(distance, AGAIN_TOKENS), ECHO_TOKENS)]
        for start in range(distance, len(tokens) - length + 1)
    )


LOOPS = st.tuples(st.lists(st.integers(1, 5)), st.lists(st.integers(1, 5), max_size=18), st.integers(1, 6)).map(
    lambda parts: parts[0] + parts[1] * parts[2]
)


@given(LOOPS)
def test_a_loop_is_seen_at_its_first_repeats(tokens: list[int]) -> None:
    assert goes_round(tokens) is again(tokens)


@given(LOOPS, st.lists(st.integers(1, 5)), st.integers(0, 3000))
def test_what_is_given_up_would_be_sent_back_however_it_went_on(
    tokens: list[int], rest: list[int], frames: int
) -> None:
    assert not goes_round(tokens) or goes_round(tokens + rest)
    text, whole = (" ".join(map(str, part)) for part in (tokens, tokens + rest))
    assert not is_unsayable(text, frames) or is_unsayable(whole, frames)


@pytest.mark.parametrize(
    ("tokens", "loops"),
    [
        ([1] * 8, False),
        ([1] * 9, True),
        ([1, 2, 3] * 3, False),
        ([1, 2, 3] * 4, True),
        ([*range(12)] * 2, True),
        ([*range(12), 99, *range(12)], False),
        ([*range(14), 99, 98, 97, *range(14)], True),
    ],
)
def test_a_few_words_may_be_said_again_but_no_sentence(tokens: list[int], loops: bool) -> None:
    assert goes_round(tokens) is loops


def test_what_came_before_a_repeat_is_no_loop() -> None:
    assert repeat_begins([50, 51, *range(12), *range(12), 7]) == 14
    assert repeat_begins([*range(30)]) is None


def test_fast_speech_can_be_said_and_twice_as_much_cannot() -> None:
    said = "a" * 25 * 10
    assert not is_unsayable(said, 1000)
    assert is_unsayable(said * 2, 1000)
    assert not is_unsayable("All right, thank you", 50)


def test_a_copy_of_the_prompt_is_told_from_speech() -> None:
    before = "Thou that art now the world's fresh ornament, and tender churl makes waste"
    assert copies("thou art now the world's fresh ornament. And so on", before)
    assert not copies("Pity the world, or else this glutton be", before)
    assert not copies("", before)
    assert not copies("now the world's fresh", before)


@pytest.mark.parametrize(
    ("no_speech", "log_prob", "silent"), [(0.9, -1.2, True), (0.9, -0.5, False), (0.3, -1.2, False)]
)
def test_silence_needs_two_signs(no_speech: float, log_prob: float, silent: bool) -> None:
    assert is_silence(no_speech, log_prob) is silent
