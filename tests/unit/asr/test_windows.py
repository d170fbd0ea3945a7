"""Where a window's text ends and the next window begins."""

from __future__ import annotations

import pytest

from mojovoice_gui.asr.windows import copies, is_silence, repeats_itself, split_window

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
