"""The report for the terminal: plain text."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mojovoice_gui.benchmark import figures
from mojovoice_gui.benchmark.bootstrap import Estimate
from mojovoice_gui.benchmark.costs import FRAMES, READS
from mojovoice_gui.benchmark.projection import Geometry
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, Result
from mojovoice_gui.benchmark.words import MISSING, CountErrors


def as_table(result: Result, count: CountErrors | None) -> str:
    """``count`` None: without word error rates."""
    return "\n".join([*_head(result), "", *_waits(result), "", *_words(result, count), "", *_rest(result)]) + "\n"


def _head(result: Result) -> Iterator[str]:
    conditions = result.conditions
    machine, engine = conditions.machine, conditions.engine
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}"
    yield ", ".join(f"{name} {value}" for name, value in engine.items())
    if result.is_interrupted:
        yield f"Interrupted: these are the {len(result.records)} clips that were finished."


def _waits(result: Result) -> Iterator[str]:
    yield "Wait after release in seconds, and how many times shorter than stock greedy [95 % interval]"
    yield f"{'length':10} {'system':20} {'clips':>5} {'p50':>7} {'p95':>7}  {'x p50':<20} {'x p95':<20}"
    for row in figures.waits(result):
        yield (
            f"{row.length:10} {row.system:20} {row.clips:5} {row.p50.value:7.3f} {row.p95.value:7.3f}"
            f"  {interval(row.gain_p50):<20} {interval(row.gain_p95):<20}".rstrip()
        )


def _words(result: Result, count: CountErrors | None) -> Iterator[str]:
    if count is None:
        yield MISSING
    yield "Words: error rate in percent, points above stock greedy [95 % interval]"
    yield (
        f"{'system':20} {'clips':>5}  {'error rate':<22} {'above stock':<22} {'loops':>5} {'written for silence':>20}"
        f" {'failures':>8}"
    )
    for row in figures.words(result, count):
        quiet = f"{row.inserted} in {row.quiet_clips} clips" if row.quiet_clips else "-"
        yield (
            f"{row.system:20} {row.clips:5}  {interval(row.error_rate):<22} {interval(row.difference):<22}"
            f" {row.loops:5} {quiet:>20} {row.failures:8}"
        )


def _rest(result: Result) -> Iterator[str]:
    for system in (OURS, OURS_LATER):
        if system in result.systems:
            stats = figures.passes(result, system)
            parts = ", ".join(f"{name} {1e3 * s:.0f}" for name, s in figures.stages(result, system).items())
            per_pass = stats.tokens / max(1, stats.passes)
            yield (
                f"{system}: {stats.tokens} tokens in {stats.passes} passes of the last listening, {per_pass:.1f} for"
                f" each pass; proposals accepted {stats.acceptance:.0%}"
            )
            yield f"{system}: mean milliseconds of each stage: {parts}"
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
        yield from _geometry(result.geometry)
    for peer, reason in result.conditions.not_run.items():
        yield f"{peer}: not run here: {reason}"


def _geometry(geometry: Geometry) -> Iterator[str]:
    costs = geometry.costs
    yield ""
    yield f"The shape of {geometry.name}, {geometry.placement}, weights of noise: milliseconds"
    yield f"{'window':>8} {'encode':>8} {'prefill':>8}" + "".join(f"{f'read {n}':>9}" for n in READS)
    for row, frames in enumerate(FRAMES):
        reads = "".join(f"{1e3 * s:9.1f}" for s in costs.read_s[row])
        yield f"{frames / 100:6.0f} s {1e3 * costs.encode_s[row]:8.0f} {1e3 * costs.prefill_s[row]:8.1f}{reads}"
    yield f"stock: {1e3 * costs.stock_start_s:.1f} to start, {1e3 * costs.stock_step_s:.1f} for each token"
    for length, (clips, stock, ours, gain) in figures.projected(geometry).items():
        yield (
            f"With the passes of these {clips} clips ({length}): stock {stock.value:.2f} s, ours {ours.value:.2f} s,"
            f" {interval(gain)} times shorter"
        )


def interval(estimate: Estimate) -> str:
    """ "5.1 [4.2, 6.0]", or "-" where there is nothing to say."""
    if not math.isfinite(estimate.value):
        return "-"
    return f"{estimate.value:.2f} [{estimate.low:.2f}, {estimate.high:.2f}]"
