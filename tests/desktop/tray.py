"""Where tray icons live: the old embedding tray (trayer), or a panel of the StatusNotifier kind (xfce4-panel)."""

from __future__ import annotations

import contextlib
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadWindow
from Xlib.xobject.drawable import Window

from tests.desktop.processes import Processes, ProgramMissing, until


class Tray(StrEnum):
    """The two kinds of tray, and none."""

    NONE = ""
    XEMBED = "xembed"
    PANEL = "panel"


PROGRAMS = {Tray.NONE: (), Tray.XEMBED: ("trayer",), Tray.PANEL: ("xfce4-panel", "dbus-send")}
HEIGHT = 28

PANEL_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="{HEIGHT}"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
"""


class Point(NamedTuple):
    """Pixels from the top left of the screen."""

    x: int
    y: int


def start_tray(tray: Tray, processes: Processes, home: Path) -> None:
    """Ready for icons when it returns."""
    if tray is Tray.XEMBED:
        place = ("--edge", "top", "--align", "right", "--widthtype", "request", "--height", str(HEIGHT))
        processes.spawn(["trayer", *place, "--expand", "false"])
        display = processes.env["DISPLAY"]
        until(lambda: _owner_of_embedding_tray(display), "tray")
    elif tray is Tray.PANEL:
        _start_panel(processes, home)


def _owner_of_embedding_tray(name: str) -> bool:
    display = Display(name)
    try:
        return bool(display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0")) != X.NONE)
    finally:
        display.close()


def _start_panel(processes: Processes, home: Path) -> None:
    folder = home / ".config/xfce4/xfconf/xfce-perchannel-xml"
    folder.mkdir(parents=True)
    (folder / "xfce4-panel.xml").write_text(PANEL_SETTINGS)
    servers = sorted(Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd"))
    if not servers:
        raise ProgramMissing("Not installed: xfconfd. Install with: apt-get install -y xfconf")
    processes.spawn([str(servers[0])])
    _wait_for_name(processes, "org.xfce.Xfconf")
    processes.spawn(["xfce4-panel", "--disable-wm-check"])
    _wait_for_name(processes, "org.kde.StatusNotifierWatcher")


def _wait_for_name(processes: Processes, name: str) -> None:
    ask = ("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/")
    question = ("org.freedesktop.DBus.NameHasOwner", f"string:{name}")
    until(lambda: b"boolean true" in processes.run(*ask, *question), name)


def icon_centres(name: str, tray: Tray) -> list[Point]:
    """Where the icons in the tray of display ``name`` are, left to right."""
    display = Display(name)
    try:
        marked = _embedded_windows(display.screen().root, display.intern_atom("_XEMBED_INFO"))
        boxes = sorted(box for box in marked if box.height <= HEIGHT)  # Qt marks its ordinary windows too
    finally:
        display.close()
    if tray is Tray.XEMBED:
        return [box.centre for box in boxes]
    # The panel embeds its whole row of square icons as one window.
    return [icon.centre for row in boxes for icon in row.squares()]


class Rectangle(NamedTuple):
    """On the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width // 2, self.y + self.height // 2)

    def squares(self) -> list[Rectangle]:
        """The row of squares it holds, left to right."""
        side = self.height
        return [Rectangle(self.x + number * side, self.y, side, side) for number in range(self.width // side)]


def _embedded_windows(window: Window, mark: int) -> list[Rectangle]:
    """Every visible window below ``window`` that asked to be embedded."""
    found: list[Rectangle] = []
    for child in window.query_tree().children:
        with contextlib.suppress(BadWindow):  # programs close windows while we look
            found += _embedded_windows(child, mark)
            if child.get_full_property(mark, X.AnyPropertyType) and child.get_attributes().map_state == X.IsViewable:
                found.append(_on_screen(child))
    return found


def _on_screen(window: Window) -> Rectangle:
    size = window.get_geometry()
    corner = size.root.translate_coords(window, 0, 0)
    return Rectangle(corner.x, corner.y, size.width, size.height)
