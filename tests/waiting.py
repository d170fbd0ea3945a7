"""Waiting for what other threads and programs do, and not waiting."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(holds: Callable[[], bool], within_s: float = 20.0) -> None:
    """Fails when it does not come to that."""
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def never() -> bool:
    """Nobody gives up."""
    return False
