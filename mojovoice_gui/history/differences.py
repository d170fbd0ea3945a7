"""Which words two texts of the same sound do not share."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Kind(StrEnum):
    SAME = "same"
    OLD = "old"  # in the first text only
    NEW = "new"  # in the second text only


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row of one kind."""

    kind: Kind
    words: tuple[str, ...]


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Both texts as one, in order; what was replaced stands before what replaces it."""
    before, after = old.split(), new.split()
    stretches = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            stretches.append(Stretch(Kind.SAME, tuple(before[old_from:old_to])))
            continue
        stretches.append(Stretch(Kind.OLD, tuple(before[old_from:old_to])))
        stretches.append(Stretch(Kind.NEW, tuple(after[new_from:new_to])))
    return tuple(stretch for stretch in stretches if stretch.words)
