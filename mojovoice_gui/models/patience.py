"""Answers of a hub that may be better in a moment, and how long that moment is."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported when something is fetched
    import httpx2

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
REFUSED = frozenset({401, 403})
LONGEST_S = 60.0
HEAR_EVERY_S = 0.2


def may_pass(response: httpx2.Response, asked_host: str) -> bool:
    """Is it worth another try? Where the hub has sent us elsewhere, a refusal says its signed address is too old."""
    if response.status_code in REFUSED:
        return response.url.host != asked_host
    return response.status_code in BUSY and asked_wait_s(response) <= LONGEST_S


def asked_wait_s(response: httpx2.Response) -> float:
    """Its Retry-After, a number of seconds or a date; 0 without one."""
    words = response.headers.get("retry-after", "").strip()
    if words.isdecimal():
        return float(words)
    try:
        return max(0.0, (parsedate_to_datetime(words) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):  # none, or no date, or one without a zone
        return 0.0


def wait(seconds: float, hear: Callable[[], None]) -> None:
    """``hear`` is called meanwhile: an exception from it ends the waiting."""
    end = time.monotonic() + seconds
    while (left_s := end - time.monotonic()) > 0:
        hear()
        time.sleep(min(left_s, HEAR_EVERY_S))
