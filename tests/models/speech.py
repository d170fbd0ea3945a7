"""The recorded speech beside the repository: real clips with their texts. They are never part of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.domain import Samples

FOLDER = Path(__file__).parents[2].with_name("shared") / "speech"


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
