"""Transcript in, the text as it should stand out: an ordered row of rules, str -> str."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

Rule: TypeAlias = Callable[[str], str]

INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, line and paragraph separators


def without_controls(text: str) -> str:
    """Control characters become spaces: a dictation can never press Enter, or Escape, in a terminal."""
    return "".join(" " if unicodedata.category(char) in INVISIBLE else char for char in text)


def on_one_line(text: str) -> str:
    """Every run of white space becomes one space; none at either end."""
    return " ".join(text.split())


RULES: tuple[Rule, ...] = (without_controls, on_one_line)


def format_text(text: str, rules: tuple[Rule, ...] = RULES) -> str:
    """Apply each rule in order."""
    for rule in rules:
        text = rule(text)
    return text
