"""Two texts of the same speech, the second one from somewhere within it on: sewn together where they say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

STITCHES = 3
"""Words in a row that both must have. Two come together by chance too often."""

STRAY = 12
"""Words that the first text may have more than the second."""

LOST = 5
"""Words in a row that are not misheard but missing."""

LOOK_BACK = 200
"""Words of both texts that are compared."""

SIGNS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: most write no spaces between words."""

UNITS = re.compile(rf"\s*(?:[{SIGNS}]|[^\s{SIGNS}]+)")


def units(text: str) -> list[str]:
    """Words with the space before and the marks behind them; single signs where no spaces are written."""
    return UNITS.findall(text)


def sew(text: Sequence[str], again: Sequence[str], *, early: bool = False) -> list[str] | None:
    """``text`` up to where ``again`` last says the same, then ``again``; None where they do not clearly meet.

    ``early``: up to where it first does, for more was known when ``again`` was heard.
    """
    begin = max(0, len(text) - len(again) - STRAY)
    left, right = _sounds(text[begin:]), _sounds(again)
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    places = [block for block in blocks if sum(map(bool, left[block.a : block.a + block.size])) >= STITCHES]
    seams = [place for place in places if not _is_ambiguous(left, left[place.a : place.a + place.size])]
    if not seams:
        return None
    seam = seams[0 if early else -1]
    return [*text[: begin + seam.a + seam.size - 1], *again[seam.b + seam.size - 1 :]]


class Part(NamedTuple):
    """Of a text: what was said from one frame to another."""

    text: str
    begin: int
    end: int


def said_once(parts: Sequence[Part], is_spoken: Callable[[Part], bool]) -> str:
    """The text of all. What comes twice, once of it where nobody speaks, was said once: the target wrote it early,
    of the silence before it, or again, of the silence behind it.
    """
    kept: list[Part] = []
    for part in parts:
        if kept and holds(kept[-1].text, part.text) and not is_spoken(part):
            continue
        if kept and holds(part.text, kept[-1].text) and not is_spoken(kept[-1]):
            kept.pop()
        kept.append(part)
    return "".join(part.text for part in kept)


def holds(text: str, part: str) -> bool:
    """Does ``text`` have all words of ``part``, in the same order?"""
    left, right = _sounds(units(text)), _sounds(units(part))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return len(right) >= STITCHES and sum(block.size for block in blocks) == len(right)


def missed(text: Sequence[str], known: Sequence[str], *, to_the_end: bool) -> int:
    """Words of ``known`` in a row, at most, that ``text`` has no counterpart for.

    What ``known`` has before the first or, unless ``to_the_end``, after the last that both have does not count.
    """
    left, right = _sounds(known[-LOOK_BACK:]), _sounds(text[-LOOK_BACK:])
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    seams = [block for block in blocks if block.size >= STITCHES]
    ends = [block.a for block in seams[1:]] + [len(left)] * to_the_end
    return max((end - seam.a - seam.size for seam, end in zip(seams, ends, strict=False)), default=0)


def _is_ambiguous(sounds: list[str], part: list[str]) -> bool:
    size = len(part)
    return sum(sounds[start : start + size] == part for start in range(len(sounds) - size + 1)) > 1


def _sounds(text: Sequence[str]) -> list[str]:
    return ["".join(letter for letter in unit.lower() if letter.isalnum()) for unit in text]
