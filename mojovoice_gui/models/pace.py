"""How fast something arrives, over the last seconds."""

from __future__ import annotations

from collections import deque

OVER_S = 5.0


class Pace:
    """Told (seconds, bytes here) now and then; never the whole time, as a connection has its moods."""

    def __init__(self) -> None:
        self._told: deque[tuple[float, int]] = deque()

    def add(self, at: float, here_bytes: int) -> None:
        self._told.append((at, here_bytes))
        while len(self._told) > 2 and at - self._told[1][0] >= OVER_S:
            self._told.popleft()

    @property
    def bytes_per_s(self) -> float:
        """0 while nothing can be said."""
        if len(self._told) < 2:
            return 0.0
        (first_at, first), (last_at, last) = self._told[0], self._told[-1]
        return (last - first) / (last_at - first_at) if last_at > first_at else 0.0

    def remaining_s(self, total_bytes: int) -> float | None:
        """Until all of it is here; None while nothing can be said."""
        speed = self.bytes_per_s
        return (total_bytes - self._told[-1][1]) / speed if speed > 0 else None
