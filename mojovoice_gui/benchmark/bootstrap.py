"""Percentiles, and how sure they are: intervals of 95 % from clips drawn again and again, seeded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Statistic: TypeAlias = Callable[[Numbers], Numbers]
"""Shape (draws, clips, columns) -> (draws,)."""

DRAWS = 2000
SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and the ends of its interval; all NaN when there was nothing to count."""

    value: float
    low: float
    high: float


UNKNOWN = Estimate(float("nan"), float("nan"), float("nan"))


def estimate(rows: Numbers, statistic: Statistic) -> Estimate:
    """``statistic`` of ``rows``, shape (clips, columns), and of as many rows drawn from them with replacement."""
    if not len(rows):
        return UNKNOWN
    drawn = np.random.default_rng(SEED).integers(len(rows), size=(DRAWS, len(rows)))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = float(statistic(rows[np.newaxis])[0])
        found = statistic(rows[drawn])
    found = found[np.isfinite(found)]
    if not np.isfinite(value) or not len(found):
        return UNKNOWN
    low, high = np.percentile(found, [2.5, 97.5])
    return Estimate(value, float(low), float(high))


def percentile(percent: float) -> Statistic:
    """Of one column."""
    return lambda rows: np.percentile(rows[..., 0], percent, axis=-1)


def ratio_of_percentiles(percent: float) -> Statistic:
    """Of two columns: that of the first divided by that of the second."""
    return lambda rows: np.divide(*np.moveaxis(np.percentile(rows, percent, axis=-2), -1, 0))


def error_rate(rows: Numbers) -> Numbers:
    """Percent; columns are errors, words."""
    errors, words = np.moveaxis(rows.sum(axis=-2), -1, 0)
    rate: Numbers = 100 * errors / words
    return rate


def error_rate_difference(rows: Numbers) -> Numbers:
    """Points; columns are errors of one, errors of the other, words."""
    one, other, words = np.moveaxis(rows.sum(axis=-2), -1, 0)
    points: Numbers = 100 * (one - other) / words
    return points
