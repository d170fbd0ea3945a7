"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def write_whole(file: Path, text: str) -> None:
    """Put ``text`` in the place of what is there; who may read the file, or links to it, goes on doing so.

    Raises ``OSError``; then the old file is as it was.
    """
    real = file.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if real.exists():
            shutil.copymode(real, temporary)
        Path(temporary).replace(real)
    finally:
        Path(temporary).unlink(missing_ok=True)
