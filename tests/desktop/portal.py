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
Interfaces=org.freedesktop.impl.portal.GlobalShortcuts;org.freedesktop.impl.portal.RemoteDesktop
UseIn=fake
"""


class Portal:
    """The real portal on the bus of ``box``, and a desktop behind it."""

    def __init__(self, box: DesktopBox, *, has_shortcuts: bool = True) -> None:
        """Raises ``ProgramMissing``."""
        require(["dbus-send"])
        frontends = [path for path in FRONTENDS if path.exists()]
        if not frontends:
            raise ProgramMissing("No portal. Install with: apt-get install -y xdg-desktop-portal")
        self._box = box
        self._frontend = frontends[0]
        portals = box.root / "portals"
        portals.mkdir()
        if has_shortcuts:
            (portals / "fake.portal").write_text(DESCRIPTION)
        box.env.update(XDG_CURRENT_DESKTOP="fake", XDG_DESKTOP_PORTAL_DIR=str(portals))
        box.spawn([sys.executable, str(BACKEND)], "backend")
        box.until(lambda: "ready" in box.log("backend"), "the desktop behind the portal")
        self.start()

    def start(self) -> Process:
        """Also in the place of one that runs."""
        process = self._box.spawn([str(self._frontend), "-r"], "portal")
        self._box.until(lambda: b"true" in self._ask_bus("NameHasOwner"), "the portal")
        return process

    def _ask_bus(self, question: str) -> bytes:
        name = "string:org.freedesktop.portal.Desktop"
        return self._send("org.freedesktop.DBus", "/", f"org.freedesktop.DBus.{question}", name)

    def _send(self, to: str, place: str, member: str, *values: str) -> bytes:
        return self._box.run("dbus-send", "--session", "--print-reply", f"--dest={to}", place, member, *values)

    def tell(self, what: str, value: str) -> None:
        """``Press`` or ``Release`` a shortcut, ``Answer`` grant, deny or wait."""
        self._send("org.freedesktop.impl.portal.desktop.fake", "/fake", f"fake.Desktop.{what}", f"string:{value}")


class PortalBox(DesktopBox):
    """Bus and portal; no screen, no sound."""

    portal: Portal

    def __init__(self, *, has_shortcuts: bool = True) -> None:
        super().__init__(audio=False)
        self._has_shortcuts = has_shortcuts

    def start(self) -> None:
        """Raises ``ProgramMissing``."""
        require(["setpriv", "dbus-daemon"])
        self._start_bus()
        self.portal = Portal(self, has_shortcuts=self._has_shortcuts)

    @property
    def bus(self) -> str:
        return self.env["DBUS_SESSION_BUS_ADDRESS"]

    def tell(self, what: str, value: str) -> None:
        self.portal.tell(what, value)
