"""The tokens of a model folder, in the order of their numbers."""

from __future__ import annotations

import json
from pathlib import Path


def vocabulary_of(model: Path) -> list[str]:
    """Of a CTranslate2 Whisper: as JSON, or one a line. Raises ``OSError``."""
    as_json = model / "vocabulary.json"
    if as_json.is_file():
        return [str(token) for token in json.loads(as_json.read_text(encoding="utf-8"))]
    return (model / "vocabulary.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
