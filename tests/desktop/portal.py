"""A message bus with the real portal on it, and a desktop behind it that does what a test says."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process, ProgramMissing, require

BACKEND = Path(__file__).with_name("targets") / "portal_backend.py"
FRONTENDS = [
    Path(folder, "xdg-desktop-portal") for folder in ("/usr/libexec", "/usr/lib", "/usr/lib/xdg-desktop-portal")
]
DESCRIPTION = """[portal]
DBusName=org.freedesktop.impl.portal.desktop.fake
Interfaces=org.freedesktop.impl.portal.GlobalShortcuts
UseIn=fake
"""


class PortalBox(DesktopBox):
    """Bus and portal; no screen, no sound."""

    def __init__(self, *, has_shortcuts: bool = True) -> None:
        super().__init__(audio=False)
        self._has_shortcuts = has_shortcuts

    def start(self) -> None:
        """Raises ``ProgramMissing``."""
        require(["setpriv", "dbus-daemon", "dbus-send"])
        frontends = [path for path in FRONTENDS if path.exists()]
        if not frontends:
            raise ProgramMissing("No portal. Install with: apt-get install -y xdg-desktop-portal")
        self._frontend = frontends[0]
        self._start_bus()
        portals = self.root / "portals"
        portals.mkdir()
        if self._has_shortcuts:
            (portals / "fake.portal").write_text(DESCRIPTION)
        self.env.update(XDG_CURRENT_DESKTOP="fake", XDG_DESKTOP_PORTAL_DIR=str(portals))
        self.spawn([sys.executable, str(BACKEND)], "backend")
        self.until(lambda: "ready" in self.log("backend"), "the desktop behind the portal")
        self.start_portal()

    def start_portal(self) -> Process:
        process = self.spawn([str(self._frontend), "-r"], "portal")
        self.until(lambda: b"true" in self._ask_bus("NameHasOwner"), "the portal")
        return process

    def _ask_bus(self, question: str) -> bytes:
        name = "string:org.freedesktop.portal.Desktop"
        return self._send("org.freedesktop.DBus", "/", f"org.freedesktop.DBus.{question}", name)

    def _send(self, to: str, place: str, member: str, *values: str) -> bytes:
        return self.run("dbus-send", "--session", "--print-reply", f"--dest={to}", place, member, *values)

    @property
    def bus(self) -> str:
        return self.env["DBUS_SESSION_BUS_ADDRESS"]

    def tell(self, what: str, value: str) -> None:
        """``Press`` or ``Release`` a shortcut, ``Answer`` grant, deny or wait."""
        self._send("org.freedesktop.impl.portal.desktop.fake", "/fake", f"fake.Desktop.{what}", f"string:{value}")
