"""Recorded speech: the project's own sentence, and real recordings where a checkout has them beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import jiwer
import pytest
from whisper_normalizer.english import EnglishTextNormalizer

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "resources/demo.wav"
CLIPS = ROOT.parent / "shared/speech"


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording and what is said in it."""

    name: str
    audio: Path
    text: str
    seconds: float
    category: str
    language: str
    reference: str  # "dataset", "known" or "none": who says that this is the text


def clips() -> list[Clip]:
    """All of them; skips the test where there are none."""
    manifest = CLIPS / "manifest.jsonl"
    if not manifest.exists():
        pytest.skip(f"the recordings are not here: {CLIPS}")
    rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
    return [
        Clip(
            row["id"],
            CLIPS / row["file"],
            row["text"] or "",
            row["seconds"],
            row["category"],
            row["lang"],
            row["ref_source"],
        )
        for row in rows
    ]


def clip(name: str) -> Clip:
    return next(found for found in clips() if found.name == name)


def word_errors(reference: str, heard: str) -> float:
    """Word error rate, both sides in Whisper's English spelling."""
    normalize = EnglishTextNormalizer()
    return float(jiwer.wer(normalize(reference), normalize(heard)))
