"""A text as keystrokes: what every desktop's typist can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

STROKE_S = 0.003  # programs that take no paste are often slow with keys as well
CATCH_UP_S = 0.5  # for a program to deal with what was typed, before the same keys get other characters
UNICODE = 0x01000000


class Typist(Protocol):
    """Types one text at a time, key by key, so that others can be served meanwhile."""

    def begin(self, text: str) -> bool:
        """False when it cannot be typed here."""

    def go_on(self) -> float | None:
        """The next key, and the seconds to wait after it; None when all is typed."""

    def stop(self) -> None:
        """No more of it."""


def typeable(text: str) -> str:
    """Without the keys that do something: a dictation presses neither Enter nor Tab."""
    return "".join(character if character.isprintable() or ord(character) > 0x9F else " " for character in text)


def keysym_of(character: str) -> int:
    """Latin-1 as it is, the rest by its number in Unicode."""
    number = ord(character)
    return number if 0x20 <= number <= 0x7E or 0xA0 <= number <= 0xFF else UNICODE + number


def pieces(text: str, borrowed: set[str], room: int) -> Iterator[str]:
    """``text`` in order, each piece with at most ``room`` different characters of those that must be ``borrowed``."""
    begin, own = 0, set[str]()
    for at, character in enumerate(text):
        if character in borrowed and character not in own:
            if len(own) == room:
                yield text[begin:at]
                begin, own = at, set()
            own.add(character)
    if begin < len(text):
        yield text[begin:]
