"""A window of another process, and the text in it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process, ProgramMissing, require

PROGRAMS = Path(__file__).with_name("targets")
SYSTEM_PYTHON = Path("/usr/bin/python3")  # the one python3-gi is installed for


class Kind(StrEnum):
    """What the window is made with."""

    QT = "qt"
    GTK = "gtk"
    XTERM = "xterm"
    FOOT = "foot"


ON_X11 = (Kind.QT, Kind.GTK, Kind.XTERM)
ON_WAYLAND = (Kind.QT, Kind.GTK, Kind.FOOT)


@dataclass(frozen=True)
class Target:
    """It has the focus when it is made."""

    box: DesktopBox
    process: Process
    title: str
    state: Path

    @classmethod
    def start(cls, kind: Kind, box: DesktopBox, folder: Path, *options: str, title: str = "") -> Target:
        """Open a window of ``kind``; its state is kept in ``folder``. ``options``: see ``targets/``."""
        require_kind(kind, box)
        title = title or f"{kind.value} target"
        state = folder / f"{kind.value}.json"
        state.unlink(missing_ok=True)
        target = cls(box, box.spawn(command(kind, title, state, options), f"{kind.value}-target"), title, state)
        box.until(state.exists, title)
        target.focus()
        return target

    def focus(self) -> None:
        self.box.focus(f"^{self.title}$")

    def text(self) -> str:
        """What it holds now."""
        return str(json.loads(self.state.read_text())["text"])

    def wait_text(self, expected: str, timeout_s: float = 30.0) -> None:
        """Until it holds exactly this."""
        try:
            self.box.until(lambda: self.text() == expected, f"text in {self.title}", timeout_s)
        except TimeoutError as error:
            raise AssertionError(f"{self.title} holds {self.text()!r}, not {expected!r}") from error

    def end(self) -> None:
        self.box.end(self.process)


def command(kind: Kind, title: str, state: Path, options: tuple[str, ...]) -> list[str]:
    """What starts it."""
    inside = [sys.executable, str(PROGRAMS / "term_target.py"), str(state), *options]
    if kind is Kind.FOOT:
        return ["foot", "-T", title, *inside]
    if kind is Kind.XTERM:
        return ["xterm", "-u8", "-fa", "DejaVu Sans Mono", "-fs", "12", "-T", title, "-e", *inside]
    python = SYSTEM_PYTHON if kind is Kind.GTK else sys.executable
    return [str(python), str(PROGRAMS / f"{kind.value}_target.py"), str(state), "--title", title, *options]


def require_kind(kind: Kind, box: DesktopBox) -> None:
    """Raise ``ProgramMissing`` when such a window cannot be opened here."""
    if kind in (Kind.XTERM, Kind.FOOT):
        require([kind])
    elif kind is Kind.GTK:
        check = "import gi; gi.require_version('Gtk', '3.0'); print('GTK 3')"
        if not SYSTEM_PYTHON.exists() or b"GTK 3" not in box.run(str(SYSTEM_PYTHON), "-c", check):
            raise ProgramMissing("No GTK 3 for Python. Install with: apt-get install -y python3-gi gir1.2-gtk-3.0")
