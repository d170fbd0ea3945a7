"""Percentiles, and how sure they are: intervals of 95 % from samples drawn again and again, seeded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Statistic: TypeAlias = Callable[[Numbers], float]
"""Of rows, one for each clip."""

DRAWS = 2000
SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and the ends of its interval; all NaN when there was nothing to count."""

    value: float
    low: float
    high: float


def estimate(rows: Numbers, statistic: Statistic) -> Estimate:
    """``statistic`` of ``rows`` (shape (clips, ...)), and of as many rows drawn from them with replacement."""
    if not len(rows):
        return Estimate(float("nan"), float("nan"), float("nan"))
    draw = np.random.default_rng(SEED)
    found = [statistic(rows[draw.integers(len(rows), size=len(rows))]) for _ in range(DRAWS)]
    low, high = np.nanpercentile(found, [2.5, 97.5]) if not np.all(np.isnan(found)) else (float("nan"), float("nan"))
    return Estimate(statistic(rows), float(low), float(high))


def percentile(percent: float) -> Statistic:
    """Of one number for each clip."""
    return lambda rows: float(np.percentile(rows, percent))


def ratio_of_percentiles(percent: float) -> Statistic:
    """Of two numbers for each clip: that of the first divided by that of the second."""

    def ratio(rows: Numbers) -> float:
        above, below = np.percentile(rows, percent, axis=0)
        return float(above / below) if below > 0 else float("nan")

    return ratio


def error_rate(rows: Numbers) -> float:
    """Percent; a row is (errors, words)."""
    errors, words = rows.sum(axis=0)
    return float(100 * errors / words) if words else float("nan")


def error_rate_difference(rows: Numbers) -> float:
    """Points; a row is (errors of one, errors of the other, words)."""
    one, other, words = rows.sum(axis=0)
    return float(100 * (one - other) / words) if words else float("nan")
