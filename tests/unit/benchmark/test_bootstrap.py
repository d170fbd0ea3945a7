"""Percentiles and their intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mojovoice_gui.benchmark.bootstrap import (
    error_rate,
    error_rate_difference,
    estimate,
    percentile,
    ratio_of_percentiles,
)


def test_the_same_rows_give_the_same_interval() -> None:
    rows = np.random.default_rng(3).normal(1.0, 0.1, (40, 1))
    assert estimate(rows, percentile(50)) == estimate(rows, percentile(50))


def test_the_interval_of_a_mean_is_the_one_of_the_textbook() -> None:
    rows = np.random.default_rng(5).normal(10.0, 2.0, (400, 1))
    found = estimate(rows, lambda drawn: drawn[..., 0].mean(axis=-1))
    half = 1.96 * rows.std() / math.sqrt(len(rows))
    assert found.value == pytest.approx(rows.mean())
    assert (found.low, found.high) == pytest.approx((rows.mean() - half, rows.mean() + half), abs=0.03)


def test_rows_that_are_all_alike_leave_no_doubt() -> None:
    found = estimate(np.full((12, 1), 7.0), percentile(95))
    assert (found.value, found.low, found.high) == (7.0, 7.0, 7.0)


def test_no_rows_give_no_figure() -> None:
    found = estimate(np.zeros((0, 2)), error_rate)
    assert all(math.isnan(number) for number in (found.value, found.low, found.high))


def test_what_cannot_be_divided_gives_no_figure() -> None:
    assert math.isnan(estimate(np.array([[1.0, 0.0]]), ratio_of_percentiles(50)).value)


def test_percentiles_are_those_of_a_known_series() -> None:
    rows = np.arange(101.0)[:, np.newaxis]
    assert [estimate(rows, percentile(percent)).value for percent in (50, 95)] == [50.0, 95.0]


def test_a_ratio_is_that_of_the_percentiles_not_of_the_rows() -> None:
    rows = np.array([[2.0, 1.0], [4.0, 4.0], [30.0, 2.0]])
    assert estimate(rows, ratio_of_percentiles(50)).value == 2.0


def test_long_clips_count_for_more_words() -> None:
    assert estimate(np.array([[1.0, 2.0], [0.0, 98.0]]), error_rate).value == 1.0


def test_a_difference_is_counted_clip_by_clip() -> None:
    rows = np.array([[3.0, 1.0, 50.0], [2.0, 2.0, 50.0]])
    found = estimate(rows, error_rate_difference)
    assert found.value == 2.0
    assert 0.0 <= found.low <= found.value <= found.high <= 4.0
