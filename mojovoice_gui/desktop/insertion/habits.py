"""How programs are given a text: as the user says for all of them, and for some by name."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from mojovoice_gui.desktop.insertion.terminals import PasteKey, PasteWay, way_to_paste

CONTINUES_S = 60.0
STICK = ",.;:!?)]}…%"
"""What no space stands before."""


@dataclass(frozen=True, slots=True)
class Habits:
    """``of_programs``: pairs of a window's class, in any case, and a value of ``PasteKey``."""

    usual: PasteKey = PasteKey.AUTO
    of_programs: tuple[tuple[str, str], ...] = ()

    def way(self, wm_class: Iterable[str]) -> PasteWay:
        """``wm_class``: of the window that has the keyboard; empty when it is not known."""
        names = tuple(wm_class)
        return way_to_paste(names, self.chosen(names))

    def chosen(self, names: Iterable[str]) -> PasteKey:
        """As the user says, AUTO where nothing is said; ``names`` of the program in front, in any case."""
        known = {name.lower() for name in names}
        return PasteKey(next((keys for program, keys in self.of_programs if program.lower() in known), self.usual))


class Spacing:
    """Keeps what is dictated one after another apart. Used by one thread."""

    def __init__(self, *, after: bool, before: bool) -> None:
        """A space ``after`` each text, else one ``before`` a text that follows another one soon, in the same place."""
        self._after = after
        self._before = before
        self._last: tuple[Hashable, float] | None = None

    def spaced(self, text: str, place: Hashable, now: float) -> str:
        """``place``: the window, None when it is not known; ``now`` in seconds."""
        if self._after:
            return f"{text} "
        if not self._before or self._last is None or place is None or text[0] in STICK:
            return text
        last, at = self._last
        return f" {text}" if place == last and now - at < CONTINUES_S else text

    def delivered(self, place: Hashable, now: float) -> None:
        """A text has come into this window."""
        self._last = (place, now)
