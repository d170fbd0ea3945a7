"""The tables and sentences that every report has, whatever it is written in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.features import FRAMES_PER_SECOND
from mojovoice_gui.benchmark import figures
from mojovoice_gui.benchmark.bootstrap import Estimate
from mojovoice_gui.benchmark.costs import FRAMES, READS
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, STOCK, Geometry, Result
from mojovoice_gui.benchmark.words import CountErrors


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as they should be read."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def waits(result: Result) -> Table:
    rows, length = [], ""
    for row in figures.waits(result):
        name, length = row.length if row.length != length else "", row.length
        gains = (interval(row.gain_p50), interval(row.gain_p95))
        rows.append((name, row.system, str(row.clips), interval(row.p50), f"{row.p95.value:.2f}", *gains))
    return Table(
        "Wait after release, and how many times shorter than stock greedy [95 % interval]",
        ("length", "system", "clips", "p50, s", "p95, s", "times shorter, p50", "times shorter, p95"),
        rows,
    )


def words(result: Result, count: CountErrors | None) -> Table:
    """``count`` None: without error rates."""
    return Table(
        "Words: error rate, and points above stock greedy [95 % interval]",
        ("system", "clips", "error rate, %", f"points above {STOCK}", "loops", "words for silence", "failures"),
        [
            (
                row.system,
                str(row.clips),
                interval(row.error_rate),
                interval(row.difference),
                str(row.loops),
                f"{row.inserted} in {row.quiet_clips} clips" if row.quiet_clips else "-",
                str(row.failures),
            )
            for row in figures.words(result, count)
        ],
    )


def frontier(result: Result, count: CountErrors | None) -> Table:
    return Table(
        "The frontier between wait and words [95 % interval]",
        ("system", "p50, s", "p95, s", "error rate, %", f"points above {STOCK}"),
        [
            (row.system, interval(row.p50), interval(row.p95), interval(row.error_rate), interval(row.difference))
            for row in figures.frontier(result, count)
        ],
    )


def projected(geometry: Geometry) -> Table:
    return Table(
        f"With the passes of these dictations, a target of the shape of {geometry.name} would take",
        ("dictations", "clips", "stock, p50 s", "stock tuned, p50 s", "ours, p50 s", "times shorter than stock"),
        [
            (length, str(clips), *map(interval, p50), interval(gain))
            for length, (clips, p50, gain) in figures.projected(geometry).items()
        ],
    )


def costs(geometry: Geometry) -> Table:
    costs = geometry.costs
    return Table(
        f"The shape of {geometry.name}, {geometry.placement}, weights of noise: milliseconds",
        ("window", "encode", "prefill", *(f"read {tokens}" for tokens in READS)),
        [
            (
                f"{frames / FRAMES_PER_SECOND:.0f} s",
                f"{1e3 * costs.encode_s[row]:.0f}",
                f"{1e3 * costs.prefill_s[row]:.1f}",
                *(f"{1e3 * seconds:.1f}" for seconds in costs.read_s[row]),
            )
            for row, frames in enumerate(FRAMES)
        ],
    )


def facts(result: Result) -> Iterator[str]:
    """What is no table."""
    for system in (OURS, OURS_LATER):
        stats = figures.passes(result, system)
        if stats.passes:
            yield (
                f"{system}: {stats.tokens} tokens in {stats.passes} passes of the last listening,"
                f" {stats.tokens / stats.passes:.1f} for each pass; proposals accepted {stats.acceptance:.0%}"
            )
        stock, own = figures.target_passes(result, system)
        if own:
            fewer = f"{stock / own:.1f} times fewer"
            yield f"{system}: the last listenings take {own} passes, {STOCK} of the same clips {stock}: {fewer}"
    for system in result.systems:
        grown = figures.growth(result, system)
        if math.isfinite(grown):
            yield f"{system}: a dictation of a minute waits {grown:.2f} times as long as one of 5 s"
    same, pairs = figures.same_texts(result)
    if pairs:
        yield f"The same text as stock greedy's, to the letter: {same} of {pairs} clips"
    if result.peak_memory_mb is not None:
        yield f"Peak memory of ours alone, streaming: {result.peak_memory_mb:.0f} MB"
    if result.geometry is not None:
        yield _shape(result.geometry)
    for name, reason in result.conditions.not_run.items():
        yield f"{name}: not run here: {reason}"


def interval(estimate: Estimate) -> str:
    """ "5.1 [4.2, 6.0]", or "-" where there is nothing to say."""
    if not math.isfinite(estimate.value):
        return "-"
    return f"{estimate.value:.2f} [{estimate.low:.2f}, {estimate.high:.2f}]"


def _shape(geometry: Geometry) -> str:
    stock, tuned, reach = geometry.stock, geometry.tuned, geometry.reach
    return (
        f"{geometry.name}: stock takes {stock.window_s:.2f} s for a window ({tuned.window_s:.2f} s tuned)"
        f" and {1e3 * stock.step_s:.1f} ms for each token; ours would hear {reach.leisure_s:.0f} s of speech at once,"
        f" {reach.hurry_s:.0f} s while somebody waits"
    )
