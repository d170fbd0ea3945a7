"""What is dictated: recorded clips with their texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioUnreadable

MANIFEST = "manifest.jsonl"
SOUND_FILES = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".m4a"}
NO_SPEECH = "no speech"
"""The category of clips in which nobody says anything."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording and what is said in it, as far as that is known."""

    name: str
    seconds: float
    samples: Callable[[], Samples]
    text: str = ""
    category: str = ""
    language: str = ""
    source: str = ""  # who says that this is the text: "dataset", "known" (typed from memory) or "none"
    take: int = 1

    @property
    def is_reference(self) -> bool:
        """May word error rates be counted on it?"""
        return bool(self.text) and self.source == "dataset" and self.language == "en"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the clips."""

    categories: Sequence[str] = ()  # empty: all
    shortest_s: float = 0.0
    longest_s: float = float("inf")
    every: int = 1
    limit: int | None = None

    def of(self, clips: Sequence[Clip]) -> list[Clip]:
        wanted = [
            clip
            for clip in clips
            if (not self.categories or clip.category in self.categories)
            and self.shortest_s <= clip.seconds <= self.longest_s
        ]
        return wanted[:: self.every][: self.limit]


def read_clips(folder: Path) -> list[Clip]:
    """Those that ``manifest.jsonl`` names, or every sound file, or the one that ``folder`` is.

    Raises ``AudioUnreadable``.
    """
    if folder.is_file():
        return [_without_text(folder)]
    manifest = folder / MANIFEST
    if manifest.is_file():
        return list(_listed(manifest))
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SOUND_FILES)
    if not files:
        raise AudioUnreadable(f"There is no {MANIFEST} and no sound file in {folder}.", "Name another folder.")
    return [_without_text(path) for path in files]


def _listed(manifest: Path) -> Iterator[Clip]:
    lines = manifest.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        try:
            yield _of_row(manifest.parent, json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise AudioUnreadable(f"Line {number} of {manifest} is no clip.", "Mend it, or take it out.") from error


def _of_row(folder: Path, row: Mapping[str, Any]) -> Clip:
    text = row.get("text") or ""
    return Clip(
        str(row.get("id", row["file"])),
        float(row["seconds"]),
        partial(read_audio, folder / row["file"]),
        text,
        row.get("category", ""),
        row.get("lang", ""),
        row.get("ref_source", "dataset" if text else "none"),
    )


def _without_text(file: Path) -> Clip:
    return Clip(file.stem, len(read_audio(file)) / SAMPLE_RATE, partial(read_audio, file))
