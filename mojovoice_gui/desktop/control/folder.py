"""The folder of lock and socket, which is its user's alone."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from mojovoice_gui.errors import DesktopError, Sentence

SOCKET = "control.sock"
LOCK = "control.lock"
LONGEST_PATH_BYTES = 103  # of a socket, on the strictest system


@contextlib.contextmanager
def private_folder(runtime: Path, *, make: bool) -> Iterator[int]:
    """The open folder, which is ours alone; raises ``DesktopError`` if it is not, ``OSError`` if it is not there."""
    if make:
        try:
            runtime.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):  # from the last time
                runtime.mkdir(mode=0o700)
        except OSError as error:
            raise DesktopError(
                Sentence("{runtime} cannot be made: {why}.", runtime=runtime, why=error.strerror),
                "Set XDG_RUNTIME_DIR.",
            ) from error
    try:
        folder = os.open(runtime, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except NotADirectoryError as error:  # a link counts as one, too
        raise DesktopError(
            Sentence("{runtime} is a link or a file.", runtime=runtime), "Remove it and try again."
        ) from error
    try:
        found = os.fstat(folder)
        if found.st_uid != os.geteuid():
            raise DesktopError(
                Sentence("{runtime} belongs to another user.", runtime=runtime),
                "Set XDG_RUNTIME_DIR to a folder of yours.",
            )
        if stat.S_IMODE(found.st_mode) & 0o077:
            os.fchmod(folder, 0o700)
        yield folder
    finally:
        os.close(folder)


def opened_lock(runtime: Path, folder: int) -> int:
    try:
        return os.open(LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=folder)
    except OSError as error:
        raise DesktopError(
            Sentence("{lock} cannot be opened: {why}.", lock=runtime / LOCK, why=error.strerror),
            "Remove it and try again.",
        ) from error


def address(runtime: Path, folder: int) -> str:
    """Of the socket; by way of the open folder where its own path is longer than a socket's may be."""
    path = str(runtime / SOCKET)
    if len(os.fsencode(path)) <= LONGEST_PATH_BYTES:
        return path
    by_folder = Path(f"/proc/self/fd/{folder}")
    if not by_folder.exists():
        raise DesktopError(
            Sentence("The path {path} is too long for a socket.", path=path), "Set XDG_RUNTIME_DIR to a shorter one."
        )
    return str(by_folder / SOCKET)
