"""Dictations to remember."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from mojovoice_gui.domain import Entry, Outcome, StageTimes, Transcript

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def entry(
    text: str = "Hello, world.",
    outcome: Outcome = Outcome.DELIVERED,
    *,
    days_ago: float = 0.0,
    wait_s: float | None = 0.25,
    audio: Path | None = None,
    application: str = "firefox",
) -> Entry:
    times = StageTimes(0.01, 0.02, 0.03, 0.04, 0.05)
    said = Transcript(text, "en", 4.5, times=times, device="cpu int8")
    return Entry(NOON - timedelta(days=days_ago), outcome, said, "why", "base", application, wait_s, audio)
