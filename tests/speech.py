"""Recorded speech: the project's own sentence, and beside the repository real clips with their texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jiwer
import pytest
from whisper_normalizer.english import EnglishTextNormalizer

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.domain import Samples

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "resources/demo.wav"
FOLDER = ROOT.with_name("shared") / "speech"


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording and what is said in it."""

    name: str
    file: Path
    seconds: float
    text: str
    category: str
    language: str
    reference: str  # where the text is from: "dataset", "known", "none"

    def samples(self) -> Samples:
        return read_audio(self.file)


def clips(folder: Path = FOLDER) -> list[Clip]:
    """All of them; empty where there are none."""
    manifest = folder / "manifest.jsonl"
    if not manifest.is_file():
        return []
    return [_clip(folder, line) for line in manifest.read_text(encoding="utf-8").splitlines()]


def _clip(folder: Path, line: str) -> Clip:
    row = json.loads(line)
    return Clip(
        row["id"],
        folder / row["file"],
        row["seconds"],
        row["text"] or "",
        row["category"],
        row["lang"],
        row["ref_source"],
    )


def clips_by_name() -> dict[str, Clip]:
    """All of them; skips the test where they are not."""
    found = {clip.name: clip for clip in clips()}
    if not found:
        pytest.skip(f"the recorded speech is not at {FOLDER}")
    return found


def clip(name: str) -> Clip:
    """One of them; skips the test where they are not."""
    return clips_by_name()[name]


def normal(text: str) -> str:
    """In Whisper's English spelling, without marks."""
    return str(_normalizer()(text))


@cache
def _normalizer() -> Callable[[str], str]:
    normalizer: Callable[[str], str] = EnglishTextNormalizer()
    return normalizer


def word_errors(reference: str, heard: str) -> float:
    """Word error rate, both sides in Whisper's English spelling."""
    return float(jiwer.wer(normal(reference), normal(heard)))


def lost_or_doubled(reference: str, heard: str) -> int:
    """So many words in a row at most were said and not written, or written and not said.

    Up to three come and go with the last bit of the sound.
    """
    return max(map(len, lost_and_doubled(reference, heard)), default=0)


def lost_and_doubled(reference: str, heard: str) -> list[list[str]]:
    """Words in a row that were said and not written, and those that were written and not said."""
    found = jiwer.process_words(normal(reference), normal(heard))
    said, written, chunks = found.references[0], found.hypotheses[0], found.alignments[0]
    lost = [said[chunk.ref_start_idx : chunk.ref_end_idx] for chunk in chunks if chunk.type == "delete"]
    return lost + [written[chunk.hyp_start_idx : chunk.hyp_end_idx] for chunk in chunks if chunk.type == "insert"]
