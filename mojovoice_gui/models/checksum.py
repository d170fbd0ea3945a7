"""Are the weights what they should be? Looked at once, remembered until the file changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from pathlib import Path

from mojovoice_gui.whole_file import write_whole

log = logging.getLogger(__name__)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def beside(weights: Path) -> Path:
    """Where the checksum of ``weights`` is written down, in the format of ``sha256sum``."""
    return weights.with_name(weights.name + ".sha256")


def write_beside(weights: Path, sha256: str) -> None:
    beside(weights).write_text(f"{sha256}  {weights.name}\n", encoding="ascii")


def read_beside(weights: Path) -> str | None:
    """The checksum that was written down, if one was."""
    with contextlib.suppress(OSError, UnicodeDecodeError):  # none, or not one: nothing to compare with
        words = beside(weights).read_text(encoding="ascii").split()
        return words[0] if words else None
    return None


class Receipts:
    """Which files were found right, by size, time and inode, so that a start need not read them through again."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def is_right(self, path: Path, sha256: str) -> bool:
        """Whether ``path`` has this checksum; raises ``OSError`` if it cannot be read."""
        if self._read().get(str(path)) == _seal(path, sha256):
            return True
        if sha256_of(path) != sha256:
            return False
        self.remember(path, sha256)
        return True

    def remember(self, path: Path, sha256: str) -> None:
        """``path`` was just found to have this checksum."""
        receipts = self._read() | {str(path): _seal(path, sha256)}
        try:
            write_whole(self._file, json.dumps(receipts, indent=1))
        except OSError as error:
            log.warning("The checksum of %s is looked at again next time: %s", path.name, error)

    def _read(self) -> dict[str, list[str | int]]:
        with contextlib.suppress(OSError, ValueError):  # not there or damaged: everything is looked at again
            read = json.loads(self._file.read_text(encoding="utf-8"))
            return read if isinstance(read, dict) else {}
        return {}


def _seal(path: Path, sha256: str) -> list[str | int]:
    found = path.stat()
    return [sha256, found.st_size, found.st_mtime_ns, found.st_ino]
