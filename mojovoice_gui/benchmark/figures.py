"""What the records say, taken together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mojovoice_gui.benchmark.bootstrap import (
    Estimate,
    Numbers,
    error_rate,
    error_rate_difference,
    estimate,
    percentile,
    ratio_of_percentiles,
)
from mojovoice_gui.benchmark.clips import NO_SPEECH
from mojovoice_gui.benchmark.result import OURS, STOCK, Geometry, Record, Result
from mojovoice_gui.benchmark.words import CountErrors, WordErrors, is_loop
from mojovoice_gui.domain import DecodeStats

LENGTHS = {
    "all": (0.0, math.inf),
    "under 5 s": (0.0, 5.0),
    "5-15 s": (5.0, 15.0),
    "15-30 s": (15.0, 30.0),
    "30-90 s": (30.0, 90.0),
    "over 90 s": (90.0, math.inf),
}
"""Classes of clips by length: from, and below."""

SHORT_S, LONG_S = (4.0, 6.0), (45.0, 75.0)
"""Dictations of about 5 s and of about a minute: a wait that does not grow with what was said is the aim."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One system, one class of lengths."""

    length: str
    system: str
    clips: int
    p50: Estimate  # s
    p95: Estimate  # s
    gain_p50: Estimate  # stock greedy's / this one's
    gain_p95: Estimate


@dataclass(frozen=True, slots=True)
class Words:
    """What one system wrote."""

    system: str
    clips: int  # whose text is known
    error_rate: Estimate  # percent
    difference: Estimate  # points above stock greedy
    loops: int
    inserted: int  # words, for clips in which nobody speaks
    quiet_clips: int
    failures: int


@dataclass(frozen=True, slots=True)
class Point:
    """What one system takes and gives."""

    system: str
    p50: Estimate  # s
    p95: Estimate  # s
    error_rate: Estimate  # percent
    difference: Estimate  # points above stock greedy


def waits(result: Result) -> list[Wait]:
    found = []
    for length, (low, high) in LENGTHS.items():
        records = [record for record in spoken(result) if low <= record.seconds < high]
        for system in result.systems:
            here = [record for record in records if waited(record, system)]
            if here:
                found.append(_wait(length, system, here))
    return found


def _wait(length: str, system: str, records: Sequence[Record]) -> Wait:
    own = _numbers([[record.measured[system].wait_s] for record in records])
    both = [record for record in records if waited(record, STOCK) and system != STOCK]
    pairs = _numbers([[record.measured[STOCK].wait_s, record.measured[system].wait_s] for record in both])
    return Wait(
        length,
        system,
        len(records),
        estimate(own, percentile(50)),
        estimate(own, percentile(95)),
        estimate(pairs, ratio_of_percentiles(50)),
        estimate(pairs, ratio_of_percentiles(95)),
    )


def growth(result: Result, system: str) -> float:
    """The median wait of about a minute divided by that of about 5 s; NaN without both."""
    medians = []
    for low, high in (LONG_S, SHORT_S):
        here = [
            record.measured[system].wait_s
            for record in spoken(result)
            if low <= record.seconds <= high and waited(record, system)
        ]
        medians.append(float(np.median(here)) if here else math.nan)
    return medians[0] / medians[1] if medians[1] > 0 else math.nan


def words(result: Result, count: CountErrors | None) -> list[Words]:
    """``count`` None: without error rates."""
    counted: dict[str, dict[str, WordErrors]] = {}  # all takes of a clip together: chance draws clips
    for record in result.records:
        if count and record.is_reference:
            clip = counted.setdefault(record.clip, {})
            for name, one in record.measured.items():
                clip[name] = clip.get(name, WordErrors(0, 0)) + count(record.text, one.text)
    return [_words(result, system, list(counted.values())) for system in result.systems]


def _words(result: Result, system: str, counted: Sequence[Mapping[str, WordErrors]]) -> Words:
    rows = [clip[system] for clip in counted if system in clip]
    pairs = [(clip[system], clip[STOCK]) for clip in counted if {system, STOCK} <= clip.keys() and system != STOCK]
    texts = [(record, record.measured[system]) for record in result.records if system in record.measured]
    quiet = [one for record, one in texts if record.category == NO_SPEECH]
    return Words(
        system,
        len(rows),
        estimate(_numbers([[one.errors, one.words] for one in rows]), error_rate),
        estimate(_numbers([[one.errors, stock.errors, one.words] for one, stock in pairs]), error_rate_difference),
        sum(is_loop(one.text, record.text) for record, one in texts),
        sum(len(one.text.split()) for one in quiet),
        len(quiet),
        sum(bool(one.failure) for _, one in texts),
    )


def frontier(result: Result, count: CountErrors | None) -> list[Point]:
    """Of dictations whose text is known; from the shortest wait to the longest."""
    found = {row.system: row for row in waits(result) if row.length == "all"}
    points = [
        Point(row.system, found[row.system].p50, found[row.system].p95, row.error_rate, row.difference)
        for row in words(result, count)
        if math.isfinite(row.error_rate.value) and row.system in found
    ]
    return sorted(points, key=lambda point: point.p50.value)


def passes(result: Result, system: str) -> DecodeStats:
    """All of its passes over clips with speech."""
    return sum((record.measured[system].stats for record in spoken(result) if system in record.measured), DecodeStats())


def target_passes(result: Result, system: str) -> tuple[int, int]:
    """Over the dictations that both wrote: of stock greedy for the whole clip, of ``system`` for its last listening."""
    both = [
        (record.measured[STOCK].stats.passes, record.measured[system].stats.passes)
        for record in spoken(result)
        if waited(record, STOCK) and waited(record, system)
    ]
    return sum(stock for stock, _ in both), sum(own for _, own in both)


def stages(result: Result, system: str) -> dict[str, float]:
    """Mean seconds of each: they add up to the mean wait, as medians would not."""
    here = [record.measured[system] for record in spoken(result) if waited(record, system)]
    if not here:
        return {}
    rows = [
        {
            "under way": one.under_way_s,
            "draft": one.times.draft_s,
            "encode": one.times.encode_s,
            "verify": one.times.verify_s,
        }
        for one in here
    ]
    known = {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}
    wait = float(np.mean([one.wait_s for one in here]))
    return {**known, "key and session": max(0.0, wait - sum(known.values()))}


def same_texts(result: Result) -> tuple[int, int]:
    """Clips that ours wrote as stock greedy did, to the letter; and of how many."""
    pairs = [
        (record.measured[OURS].text, record.measured[STOCK].text)
        for record in spoken(result)
        if OURS in record.measured and STOCK in record.measured
    ]
    return sum(ours == stock for ours, stock in pairs), len(pairs)


def projected(geometry: Geometry) -> dict[str, tuple[int, tuple[Estimate, Estimate, Estimate], Estimate]]:
    """By class of lengths: clips, the median waits of stock, of stock tuned, and of ours; gain over stock."""
    found = {}
    for length, (low, high) in {"all": LENGTHS["all"], "6-12 s": (6.0, 12.0)}.items():
        here = [one for one in geometry.dictations if low <= one.seconds < high]
        if here:
            rows = _numbers([[one.stock_s, one.tuned_s, one.ours_s] for one in here])
            stock, tuned, ours = (estimate(rows[:, [column]], percentile(50)) for column in (0, 1, 2))
            gain = estimate(rows[:, [0, 2]], ratio_of_percentiles(50))
            found[length] = (len(here), (stock, tuned, ours), gain)
    return found


def spoken(result: Result) -> list[Record]:
    """The dictations: clips in which somebody speaks."""
    return [record for record in result.records if record.category != NO_SPEECH]


def waited(record: Record, system: str) -> bool:
    return system in record.measured and not record.measured[system].failure


def _numbers(rows: Iterable[Sequence[float]]) -> Numbers:
    found = list(rows)
    return np.array(found, np.float64).reshape(len(found), len(found[0]) if found else 1)
