"""A result that never changes: reports are made of it."""

from __future__ import annotations

from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.benchmark.clips import NO_SPEECH
from mojovoice_gui.benchmark.costs import FRAMES, READS, Costs, StockCosts
from mojovoice_gui.benchmark.result import (
    OURS,
    OURS_LATER,
    STOCK,
    Conditions,
    Geometry,
    Measurement,
    Projection,
    Record,
    Result,
)
from mojovoice_gui.domain import DecodeStats, StageTimes

SAID = "the quick brown fox jumps over the lazy dog"
CONDITIONS = Conditions(
    "2026-01-01T12:00:00+00:00",
    "mojovoice benchmark --samples <folder>",
    {"processor": "Example CPU", "cores": "2", "memory": "8 GiB", "system": "Example OS"},
    {"Python": "3.11.0"},
    {"target": "base", "draft": "tiny.en", "device": "cpu int8"},
    {"whisper.cpp": "it has no weights here"},
)


def record(name: str, seconds: float, stock_s: float, ours_s: float, text: str = SAID) -> Record:
    ours = Measurement(
        ours_s,
        text,
        DecodeStats(20, 5, 18, 15),
        StageTimes(draft_s=0.01, encode_s=ours_s / 2, verify_s=ours_s / 4),
        ours_s / 8,
    )
    measured = {STOCK: Measurement(stock_s, SAID, DecodeStats(20, 21)), OURS: ours, OURS_LATER: ours}
    return Record(name, seconds, seconds - 0.3, "clean", "en", SAID, True, measured)


def quiet(written: str) -> Record:
    measured = {STOCK: Measurement(1.0, "Thank you."), OURS: Measurement(0.1, written)}
    return Record("quiet-hum", 6.0, 6.0, NO_SPEECH, "", "", False, measured)


def costs() -> Costs:
    """A window costs a second for each 1000 frames, a token a millisecond."""
    seconds = tuple(frames / 1000 for frames in FRAMES)
    return Costs(seconds, (0.5,) * len(FRAMES), (tuple(count / 1000 for count in READS),) * len(FRAMES))


def stock_costs() -> StockCosts:
    return StockCosts(3.5, 0.02)


def result() -> Result:
    records = (
        record("a", 5.0, 2.0, 0.2),
        record("b", 6.0, 2.2, 0.2),
        record("c", 14.0, 3.0, 0.6, "the quick brown fox jumps over the lazy cat"),
        record("d", 60.0, 6.0, 0.4),
        quiet(""),
    )
    dictations = (Projection("b", 6.0, 14.0, 9.0, 1.0),)
    geometry = Geometry(
        "large-v3-turbo", "cpu int8", costs(), stock_costs(), StockCosts(2.0, 0.02), dictations, Reach(8.0, 8.0)
    )
    return Result(CONDITIONS, records, peak_memory_mb=432.1, geometry=geometry)
