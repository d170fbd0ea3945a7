"""What is made of the records."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from mojovoice_gui.benchmark import figures
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, STOCK, Measurement, Result
from mojovoice_gui.benchmark.words import error_counter, is_loop
from mojovoice_gui.domain import DecodeStats
from tests.unit.benchmark.results import CONDITIONS, costs, quiet, record, result


def wait(of: Result, length: str, system: str) -> figures.Wait:
    return next(row for row in figures.waits(of) if (row.length, row.system) == (length, system))


def test_a_wait_is_compared_with_stock_in_the_same_class_of_lengths() -> None:
    row = wait(result(), "5-15 s", OURS)
    assert row.clips == 3
    assert row.p50.value == pytest.approx(0.2)
    assert row.gain_p50.value == pytest.approx(2.2 / 0.2)


def test_clips_without_speech_are_no_dictations() -> None:
    assert wait(result(), "all", OURS).clips == 4


def test_a_clip_that_failed_has_no_wait_but_is_counted() -> None:
    failed = replace(record("e", 7.0, 2.0, 0.2), measured={OURS: Measurement(0.0, "", failure="No memory.")})
    found = Result(CONDITIONS, (record("a", 5.0, 2.0, 0.2), failed))
    assert wait(found, "all", OURS).clips == 1
    assert {row.system: row.failures for row in figures.words(found, None)}[OURS] == 1


def test_growth_is_the_wait_of_a_minute_over_that_of_five_seconds() -> None:
    assert figures.growth(result(), OURS) == pytest.approx(2.0)
    assert math.isnan(figures.growth(Result(CONDITIONS), OURS))


def test_words_are_counted_where_they_are_known() -> None:
    ours = next(row for row in figures.words(result(), error_counter()) if row.system == OURS)
    assert ours.clips == 4
    assert ours.error_rate.value == pytest.approx(100 / 36)
    assert ours.difference.value == pytest.approx(100 / 36)


def test_all_takes_of_a_clip_are_one_clip_with_more_words() -> None:
    a = record("a", 5.0, 2.0, 0.2)
    worse = replace(record("a", 5.0, 2.0, 0.2, text="the quick brown fox"), take=2)
    ours = next(row for row in figures.words(Result(CONDITIONS, (a, worse)), error_counter()) if row.system == OURS)
    assert ours.clips == 1
    assert ours.error_rate.value == pytest.approx(100 * 5 / 18)
    assert (ours.error_rate.low, ours.error_rate.high) == (ours.error_rate.value, ours.error_rate.value)


def test_the_frontier_goes_from_the_shortest_wait_to_the_longest() -> None:
    points = figures.frontier(result(), error_counter())
    assert [point.system for point in points] == [OURS, OURS_LATER, STOCK]
    assert points[0].p50.value == pytest.approx(0.3)
    assert points[0].error_rate.value == pytest.approx(100 / 36)


def test_words_written_for_silence_are_counted() -> None:
    rows = {row.system: row for row in figures.words(Result(CONDITIONS, (quiet("you"),)), None)}
    assert (rows[STOCK].inserted, rows[OURS].inserted, rows[OURS].quiet_clips) == (2, 1, 1)


def test_passes_are_compared_where_both_wrote() -> None:
    alone = replace(record("e", 7.0, 2.0, 0.2), measured={OURS: Measurement(0.2, "a", DecodeStats(9, 3))})
    measured = result()
    assert figures.target_passes(replace(measured, records=(*measured.records, alone)), OURS) == (4 * 21, 4 * 5)


def test_stages_add_up_to_the_mean_wait() -> None:
    stages = figures.stages(result(), OURS)
    assert sum(stages.values()) == pytest.approx((0.2 + 0.2 + 0.6 + 0.4) / 4)
    assert stages["under way"] == pytest.approx(0.35 / 8)


@pytest.mark.parametrize(
    ("written", "said", "loops"),
    [
        ("and so on and so on and so on and so on", "and so on", True),
        ("no no no no", "no no no no", False),
        ("No, no, no, no, no!", "no no no no", True),
        ("one two three four", "", False),
        ("very very good", "", False),
        ("", "", False),
    ],
)
def test_a_loop_is_more_often_than_it_was_said(written: str, said: str, loops: bool) -> None:
    assert is_loop(written, said) is loops


def test_costs_between_those_that_were_measured_lie_between_them() -> None:
    assert costs().encode(1000) == pytest.approx(1.0)
    assert costs().read(1000, 3) == pytest.approx(0.003)
