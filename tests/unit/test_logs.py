"""Logs: a file a day for its user alone, uncaught exceptions and crashes in it, and a terminal when all else fails."""

from __future__ import annotations

import datetime
import logging
import queue
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mojovoice_gui import logs

ROOT = Path(__file__).parents[2]


def today() -> datetime.date:
    """Asked anew each time: a run of all tests may last beyond midnight."""
    return datetime.date.today()


def name_of(day: datetime.date) -> str:
    return f"mojovoice.log.{day.isoformat()}"


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process of its own: the hooks are the interpreter's."""
    begin = f"import logging, threading, pathlib; from mojovoice_gui import logs; F = pathlib.Path({str(folder)!r})\n"
    return subprocess.run([sys.executable, "-c", begin + code], cwd=ROOT, capture_output=True, text=True, timeout=30)


def test_the_day_has_its_file_and_only_its_user_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "logs"
    done = run("logs.start(F); logging.getLogger('x').info('quiet'); logging.getLogger('x').warning('loud')", folder)
    file = folder / name_of(today())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [line.split(": ")[-1] for line in file.read_text().splitlines()] == ["quiet", "loud"]
    assert done.stderr == "mojovoice: loud\n"


def test_the_level_is_the_users(tmp_path: Path) -> None:
    done = run("logs.start(F, 'error', terminal_level='error'); logging.warning('w'); logging.error('e')", tmp_path)
    assert done.stderr == "mojovoice: e\n"
    assert len(logs.tail(tmp_path, 9)) == 1


def test_uncaught_exceptions_of_every_thread_are_logged(tmp_path: Path) -> None:
    run(
        "logs.start(F)\nt = threading.Thread(target=lambda: 1 / 0, name='worker-1')\nt.start(); t.join()\n[][1]",
        tmp_path,
    )
    text = (tmp_path / name_of(today())).read_text()
    assert "Uncaught in worker-1" in text
    assert "ZeroDivisionError" in text
    assert "IndexError" in text


def test_a_crash_leaves_its_stack(tmp_path: Path) -> None:
    run("import faulthandler; logs.start(F); faulthandler._sigsegv()", tmp_path)
    crash = tmp_path / "crash.log"
    assert "Segmentation fault" in crash.read_text()
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_means_the_terminal_alone_and_one_warning(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("logs.start(F); logging.warning('still here')", tmp_path / "file" / "logs")
    first, second = done.stderr.splitlines()
    assert "There is no log file" in first
    assert second == "mojovoice: still here"
    assert done.returncode == 0


def test_a_week_is_kept_and_nothing_else_is_touched(tmp_path: Path) -> None:
    for age in range(12):
        (tmp_path / name_of(today() - datetime.timedelta(days=age))).touch()
    (tmp_path / "mojovoice.log.txt").touch()
    logs.DailyFile(tmp_path).close()
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [*sorted(name_of(today() - datetime.timedelta(days=age)) for age in range(7)), "mojovoice.log.txt"]


def record_at(moment: datetime.datetime, text: str) -> logging.LogRecord:
    record = logging.LogRecord("x", logging.INFO, __file__, 1, text, None, None)
    record.created = moment.timestamp()
    return record


def test_after_midnight_the_next_file_begins(tmp_path: Path) -> None:
    file = logs.DailyFile(tmp_path)
    tomorrow = today() + datetime.timedelta(days=1)
    noon = datetime.datetime.combine(tomorrow, datetime.time(12))
    file.emit(record_at(datetime.datetime.now(), "before"))
    file.emit(record_at(noon, "after"))
    file.close()
    assert (tmp_path / name_of(today())).read_text().endswith("before\n")
    assert (tmp_path / name_of(tomorrow)).read_text().endswith("after\n")


def test_tail_takes_as_many_days_as_it_needs(tmp_path: Path) -> None:
    (tmp_path / "mojovoice.log.2026-01-01").write_text("1\n2\n3\n")
    (tmp_path / "mojovoice.log.2026-01-02").write_text("")
    (tmp_path / "mojovoice.log.2026-01-03").write_text("4\n5\n")
    assert logs.tail(tmp_path, 2) == ("4", "5")
    assert logs.tail(tmp_path, 4) == ("2", "3", "4", "5")
    assert logs.tail(tmp_path, 99) == ("1", "2", "3", "4", "5")
    assert logs.tail(tmp_path, 0) == ()
    assert logs.tail(tmp_path / "none", 5) == ()


@pytest.fixture
def followed(tmp_path: Path) -> queue.Queue[str]:
    """The lines that ``follow`` gives; the thread ends with the process."""
    lines: queue.Queue[str] = queue.Queue()
    (tmp_path / "mojovoice.log.2026-01-01").write_text("old\nhal")
    arriving = logs.follow(tmp_path)

    def read() -> None:
        for line in arriving:
            lines.put(line)

    threading.Thread(target=read, daemon=True).start()
    return lines


def test_follow_gives_what_comes_whole_lines_only_and_over_midnight(tmp_path: Path, followed: queue.Queue[str]) -> None:
    first = tmp_path / "mojovoice.log.2026-01-01"
    with first.open("ab") as file:
        file.write(b"f\nn\xc3")
    assert followed.get(timeout=5) == "f"
    with first.open("ab") as file:
        file.write(b"\xa4h\n")
    assert followed.get(timeout=5) == "n\u00e4h"
    (tmp_path / "mojovoice.log.2026-01-02").write_text("next\n")
    assert followed.get(timeout=5) == "next"
    assert followed.empty()
