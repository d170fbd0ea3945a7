"""How texts come into windows on this desktop, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WayIn:
    """``told`` goes after "by"."""

    told: str
    is_by_hand: bool = False  # the text is left on the clipboard, and the user pastes it
