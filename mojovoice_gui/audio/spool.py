"""Every block of a recording on disk from the first one, so that a crash loses no speech.

A recording that is still wanted is locked by the process that made it; the kernel lifts the lock when that process
ends, however it ends. What lies here without a lock was left behind.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import struct
import sys
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path

import numpy as np

from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import DiskFull, Sentence

if sys.platform != "win32":
    import fcntl

log = logging.getLogger(__name__)

HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
UNKNOWN = 0xFFFFFFFF
"""As a size in a WAV header: until the end of the file."""

NAME = re.compile(r"(\d{8}-\d{6}-\d{6})-\d+-\d+\.wav")
TIME = "%Y%m%d-%H%M%S-%f"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recording whose process died before its text was delivered."""

    path: Path
    started: datetime
    seconds: float


class FileRecording:
    """One recording's copy on disk: 16-bit PCM, 16 kHz, mono, WAV. The file is made at the first block."""

    def __init__(self, path: Path, files: dict[Path, FileIO]) -> None:
        self.path = path
        self._files = files
        self._takes_more = True

    def write(self, samples: Samples) -> None:
        """Append. Raises ``DiskFull`` once when it cannot, then takes no more; what is there stays there."""
        if not self._takes_more or not len(samples):
            return
        data = np.rint(samples.clip(-1, 1) * 32767).astype("<i2").tobytes()
        try:
            if self.path not in self._files:
                self._files[self.path] = _create(self.path)
            _write_all(self._files[self.path], data)
        except OSError as error:
            self._takes_more = False
            raise _as_disk_full(error, self.path.parent) from error

    def finish(self) -> None:
        """No more will come: the header gets its sizes. The file stays, and stays locked. Never raises."""
        self._takes_more = False
        file = self._files.get(self.path)
        if file is None:
            return
        try:
            size = file.seek(0, os.SEEK_END) - HEADER.size
            file.seek(0)
            _write_all(file, _header(size))
        except OSError as error:
            log.warning("A recording keeps its open header: %s", error.strerror)

    def discard(self) -> None:
        """Delete it. Never raises; may be called twice."""
        self._takes_more = False
        _remove(self.path, self._files)


class FileSpool:
    """The folder of recordings on their way to text. Each is removed, by any thread, once its text is delivered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[Path, FileIO] = {}  # open, and by that locked, until removed

    def begin(self, take: int) -> FileRecording:
        """A new recording; nothing is on disk before its first block."""
        name = f"{datetime.now().astimezone():{TIME}}-{os.getpid()}-{take}.wav"
        return FileRecording(self._folder / name, self._files)

    def remove(self, path: Path) -> None:
        """Its text is delivered, or nobody wants it. Never raises; may be called twice."""
        _remove(path, self._files)

    def release(self, path: Path) -> None:
        """Its text could not be delivered: it counts as left behind from now on. Never raises."""
        file = self._files.pop(path, None)
        if file is not None:
            file.close()


def recoverable(folder: Path) -> tuple[Recovered, ...]:
    """What dead processes left in ``folder``, oldest first. Deletes what holds no sound. Other files are not ours."""
    left = []
    for path in sorted(folder.glob("*.wav")):
        name = NAME.fullmatch(path.name)
        if name is None or is_in_use(path):
            continue
        try:
            seconds = (path.stat().st_size - HEADER.size) / 2 / SAMPLE_RATE
        except FileNotFoundError:  # another process has just restored or discarded it
            continue
        if seconds > 0:
            left.append(Recovered(path, datetime.strptime(name[1], TIME).astimezone(), seconds))
        else:
            _remove(path, {})
    return tuple(left)


def is_in_use(path: Path) -> bool:
    """Has the process that made this recording still work to do with it?"""
    try:
        if sys.platform == "win32":
            path.rename(path)  # of a file that is open Windows lets nobody change the name, not even into itself
        with path.open("rb") as file:
            if sys.platform != "win32":
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared: two who ask do not see each other
    except OSError as error:
        log.debug("Not left behind: %s", error)
        return True
    return False


def _create(path: Path) -> FileIO:
    """An empty recording, locked, for this user only. Its name comes last: unlocked it would look left behind."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unnamed = path if sys.platform == "win32" else path.with_suffix(".part")  # what is open keeps its name there
    file = FileIO(unnamed, "x+", opener=lambda name, flags: os.open(name, flags, 0o600))
    try:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX)
        _write_all(file, _header(None))
        unnamed.rename(path)
    except OSError:
        file.close()
        unnamed.unlink()
        raise
    return file


def _write_all(file: FileIO, data: bytes) -> None:
    """Unbuffered: the system has it then, whatever becomes of this process. A full disk takes a part at first."""
    while data:
        data = data[file.write(data) or 0 :]


def _header(size: int | None) -> bytes:
    """``size``: bytes of sound; None is written as "until the end of the file", which players understand."""
    whole, sound = (UNKNOWN, UNKNOWN) if size is None else (size + HEADER.size - 8, size)
    rate = SAMPLE_RATE
    return HEADER.pack(b"RIFF", whole, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16, b"data", sound)


def _remove(path: Path, files: dict[Path, FileIO]) -> None:
    file = files.pop(path, None)
    try:
        if sys.platform == "win32" and file is not None:
            file.close()  # what is open cannot be removed there
        path.unlink(missing_ok=True)  # before it is unlocked: nobody shall take it for left behind
        if file is not None:
            file.close()
    except OSError as error:
        log.warning("A recording could not be removed: %s", error.strerror)


def _as_disk_full(error: OSError, folder: Path) -> DiskFull:
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    room = Sentence("Make room in {folder}.", folder=folder)
    action = room if is_full else Sentence("See to it that {folder} can be written.", folder=folder)
    return DiskFull(Sentence("This recording has no copy on disk: {why}.", why=error.strerror), action)
