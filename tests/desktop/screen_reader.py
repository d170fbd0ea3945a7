"""A screen reader in the box."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.processes import ProgramMissing
from tests.desktop.target import PROGRAMS

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SWITCH = "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"


def start_reader(box: DesktopBox) -> None:
    """Programs that start later talk to it; ``box.log("reader")`` is what it says."""
    if not LAUNCHER.exists():
        raise ProgramMissing(f"Not installed: {LAUNCHER}. Install with: apt-get install -y at-spi2-core")
    box.spawn([str(LAUNCHER), "--launch-immediately"], "at-spi")
    bus = ("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    box.until(lambda: b"unix:" in box.run(*bus), "the accessibility bus")
    box.spawn([sys.executable, str(PROGRAMS / "screen_reader.py")], "reader")
    box.until(lambda: "listening" in box.log("reader"), "the screen reader")
    box.env[SWITCH] = "1"
