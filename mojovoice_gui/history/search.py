"""What the user types into the search field, as a condition on the table."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese: no spaces, so no words that an index could hold."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Condition:
    """Of a WHERE, with its values."""

    sql: str
    values: tuple[str, ...] = ()


def condition(typed: str) -> Condition:
    """Every word must be in the text or the name of the application; a word's beginning is enough."""
    words = WORD.findall(typed)
    spaced = [word for word in words if not UNSPACED.search(word)]
    unspaced = [word for word in words if UNSPACED.search(word)]
    parts = ["instr(text, ?)"] * len(unspaced)
    if spaced:
        parts.insert(0, "id IN (SELECT rowid FROM dictation_words WHERE dictation_words MATCH ?)")
    values = (" ".join(f'"{word}"*' for word in spaced), *unspaced) if spaced else tuple(unspaced)
    return Condition(" AND ".join(parts) or "TRUE", values)
