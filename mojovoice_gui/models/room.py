"""Is there room on the disk?"""

from __future__ import annotations

import shutil
from pathlib import Path

from mojovoice_gui.errors import Sentence

MARGIN_BYTES = 16_000_000
"""Left free: a disk that is full to the last byte troubles more than us."""


def no_room(folder: Path, needed_bytes: int) -> str:
    """Why ``folder`` cannot take this much, or nothing; raises ``OSError``."""
    free = shutil.disk_usage(folder).free
    if free >= needed_bytes + MARGIN_BYTES:
        return ""
    return Sentence(
        "{needed:.0f} MB are needed in {folder} and {free:.0f} MB are free.",
        needed=needed_bytes / 1e6,
        folder=folder,
        free=free / 1e6,
    )
