"""Pasting by Qt's clipboard, as on Windows and macOS, into real windows of other programs: here those of X."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.target import Kind, Target

TEXT = "Grüße, “Привет” — 日本語 👋🏽 'quotes' & <tags> $HOME"
INSERTER = Path(__file__).with_name("targets") / "qt_inserter.py"
LATE = "1.5"  # seconds
PATIENT, IMPATIENT = "60", "0.5"


def test_even_a_busy_program_gets_the_text_and_the_clipboard_comes_back(box: DesktopBox, tmp_path: Path) -> None:
    box.clip_set(b"what was copied before")
    target = Target.start(Kind.QT, box, tmp_path, "--busy", LATE)
    box.spawn([sys.executable, str(INSERTER), TEXT, PATIENT], "inserter")
    target.wait_text(TEXT, 20)
    box.until(lambda: box.log("inserter").split() == ["pasted"], "the report of the paste")
    box.until(lambda: box.clip_get() == b"what was copied before", "the old clipboard")


def test_what_no_window_takes_stays_on_the_clipboard(box: DesktopBox) -> None:
    box.clip_set(b"what was copied before")
    box.spawn([sys.executable, str(INSERTER), TEXT, IMPATIENT], "unread")
    box.until(lambda: box.log("unread").split() == ["on-clipboard"], "the report of the paste")
    box.until(lambda: box.clip_get() == TEXT.encode(), "the text on the clipboard")
