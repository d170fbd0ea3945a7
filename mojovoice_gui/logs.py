"""The log: one file a day where the old mojovoice wrote them, crashes included, never a word that was dictated."""

from __future__ import annotations

import datetime
import faulthandler
import logging
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

log = logging.getLogger(__name__)

NAME = "mojovoice.log"
CRASHES = "crash.log"
DAYS_KEPT = 7
LOOK_AGAIN_S = 0.25
FORMAT = "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s"
DATE_FORMAT = "%Y-%m-%d %H:%M:%S"
QUIET = ("httpx", "httpx2", "httpcore", "httpcore2", "huggingface_hub", "filelock", "faster_whisper")
"""Libraries that tell more than we want to know below WARNING."""


class DailyFile(logging.StreamHandler[TextIO]):
    """Writes to the file of the day and drops those that are too old."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._day = datetime.date.today()
        super().__init__(_opened(_file_of(folder, self._day)))
        self.setFormatter(logging.Formatter(FORMAT, DATE_FORMAT))
        _drop_old(folder, self._day)

    def emit(self, record: logging.LogRecord) -> None:
        today = datetime.date.fromtimestamp(record.created)
        if today > self._day:
            self._turn_to(today)
        super().emit(record)

    def close(self) -> None:
        self.stream.close()
        super().close()

    def _turn_to(self, day: datetime.date) -> None:
        self._day = day
        try:
            yesterday = self.setStream(_opened(_file_of(self._folder, day)))
            if yesterday is not None:
                yesterday.close()
            _drop_old(self._folder, day)
        except OSError as error:  # yesterday's file goes on; its own trouble must not end a dictation
            sys.stderr.write(f"mojovoice: the log of {day} cannot be begun: {error}\n")


class Terminal(logging.StreamHandler[TextIO]):
    """What the user should see at once, on stderr."""

    def __init__(self, level: str) -> None:
        super().__init__(sys.stderr)
        self.setLevel(level.upper())
        self.setFormatter(logging.Formatter("mojovoice: %(message)s"))


def start(folder: Path, level: str = "info", *, terminal_level: str = "warning") -> None:
    """Log to ``folder`` and to the terminal, uncaught exceptions of every thread and crashes too.

    May be called again with other levels. Never raises: without a folder there is the terminal alone.
    """
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, DailyFile | Terminal)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(Terminal(terminal_level))
    set_level(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = DailyFile(folder)
        faulthandler.enable(_opened(folder / CRASHES))
    except OSError as error:
        log.warning("There is no log file, %s cannot be written: %s", folder, error.strerror)
        return
    root.addHandler(file)


def set_level(level: str) -> None:
    """How much is written from now on: debug, info, warning or error."""
    logging.getLogger().setLevel(level.upper())


def tail(folder: Path, lines: int) -> tuple[str, ...]:
    """The last lines of the log, of as many days as it takes; empty if there is none."""
    last: deque[str] = deque()
    for file in reversed(_files(folder)):
        wanted = lines - len(last)
        if wanted <= 0:
            break
        with file.open(encoding="utf-8", errors="replace") as opened:
            last.extendleft(reversed(deque((line.rstrip("\n") for line in opened), maxlen=wanted)))
    return tuple(last)


def follow(folder: Path) -> Iterator[str]:
    """What is logged from now on, over midnight too; never ends."""
    files = _files(folder)
    file = files[-1] if files else None
    return _arriving(folder, file, file.stat().st_size if file else 0)


def _arriving(folder: Path, file: Path | None, position: int) -> Iterator[str]:
    """Lines of ``file`` after ``position`` and of every later one."""
    rest = b""
    while True:
        if file is not None and file.exists():
            with file.open("rb") as opened:
                opened.seek(position)
                rest += opened.read()
                position = opened.tell()
            *whole, rest = rest.split(b"\n")
            yield from (line.decode(errors="replace") for line in whole)
        files = _files(folder)
        if files and files[-1] != file:
            file, position, rest = files[-1], 0, b""
        else:
            time.sleep(LOOK_AGAIN_S)


def _file_of(folder: Path, day: datetime.date) -> Path:
    return folder / f"{NAME}.{day.isoformat()}"


def _files(folder: Path) -> list[Path]:
    """The logs, oldest first."""
    return sorted(path for path in folder.glob(f"{NAME}.*") if re.fullmatch(r"\.\d{4}-\d\d-\d\d", path.suffix))


def _drop_old(folder: Path, today: datetime.date) -> None:
    oldest = _file_of(folder, today - datetime.timedelta(days=DAYS_KEPT - 1))
    for file in _files(folder):
        if file < oldest:
            file.unlink(missing_ok=True)


def _opened(path: Path) -> TextIO:
    """For appending; only its user can read it."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("Uncaught", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(uncaught: threading.ExceptHookArgs) -> None:
    if uncaught.exc_value is not None:
        name = uncaught.thread.name if uncaught.thread else "a thread"
        log.critical("Uncaught in %s", name, exc_info=(uncaught.exc_type, uncaught.exc_value, uncaught.exc_traceback))
