"""Timestamps come in pairs, in order, and begin early."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.asr.timestamp_rules import Choice, TimestampRules

END, NO_STAMPS, BEGIN, SIZE = 10, 14, 15, 115
RULES = TimestampRules(END, BEGIN, SIZE, np.array([3]), np.array([2, END]))


def choose(written: list[int], likely: dict[int, float]) -> Choice:
    logits = np.full(SIZE + 5, -5.0, np.float32)  # some devices pad the vocabulary
    logits[SIZE:] = 100.0
    for token, value in likely.items():
        logits[token] = value
    return RULES.choose(logits, written)


def test_the_first_token_is_a_timestamp_of_the_first_second() -> None:
    assert choose([], {1: 9, BEGIN + 51: 8, BEGIN + 50: 1}).token == BEGIN + 50


def test_after_one_timestamp_comes_text() -> None:
    assert choose([BEGIN], {BEGIN + 9: 9, 1: 0}).token == 1


def test_after_a_pair_comes_text_or_the_end() -> None:
    written = [BEGIN, 1, BEGIN + 5, BEGIN + 5]
    assert choose(written, {BEGIN + 9: 9, 1: 0}).token == 1
    assert choose(written, {BEGIN + 9: 9, END: 0}).token == END


def test_a_closing_timestamp_is_followed_by_another_or_the_end() -> None:
    written = [BEGIN, 1, BEGIN + 5]
    assert choose(written, {1: 9, BEGIN + 5: 5, BEGIN + 4: 7}).token == BEGIN + 5
    assert choose(written, {1: 9, BEGIN + 4: 7, END: 5}).token == END


def test_time_does_not_run_back_or_stand_still_in_a_segment() -> None:
    assert choose([BEGIN, 1, BEGIN + 5, BEGIN + 5, 1], {BEGIN + 5: 9, BEGIN + 6: 7}).token == BEGIN + 6


def test_many_unlikely_timestamps_outweigh_one_likely_word() -> None:
    """Together they are likelier: the segment ends here, though nobody knows exactly when."""
    spread = {BEGIN + step: 1.0 for step in range(1, 60)}
    assert choose([BEGIN, 1], {4: 4.0, **spread}).token >= BEGIN
    assert choose([BEGIN, 1], {4: 6.0, **spread}).token == 4


def test_suppressed_tokens_are_never_written() -> None:
    assert choose([BEGIN], {3: 9, 4: 1}).token == 4
    assert choose([BEGIN], {NO_STAMPS: 9, 4: 1}).token == 4


def test_what_may_not_begin_a_text_may_follow_later() -> None:
    assert choose([BEGIN], {2: 9}).token == 2


@pytest.mark.parametrize("written", [[], [BEGIN], [BEGIN, 1], [BEGIN, 1, BEGIN + 5]])
def test_the_probability_is_among_what_is_allowed(written: list[int]) -> None:
    """As ``generate`` scores it: everything forbidden is left out."""
    choice = choose(written, {1: 30.0, BEGIN: 30.0, BEGIN + 7: 30.0})
    assert -1.0 < choice.log_prob <= 0.0


def test_all_is_well_at_the_end_of_time() -> None:
    assert choose([BEGIN, 1, SIZE - 1, SIZE - 1, 1], {4: 1.0}).token == 4
