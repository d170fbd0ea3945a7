"""What kind of desktop this is, from what the session has put into the environment."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Windowing(StrEnum):
    """The windowing system: who has the screen and the keys."""

    X11 = "X11"
    WAYLAND = "Wayland"
    WINDOWS = "Windows"
    MACOS = "macOS"
    NONE = "no screen"
    OTHER = "another system"


SYSTEMS = {"win32": Windowing.WINDOWS, "darwin": Windowing.MACOS}


@dataclass(frozen=True, slots=True)
class Desktop:
    session: Windowing
    name: str = ""  # such as sway, Hyprland, GNOME, KDE; empty when nothing says it

    def __str__(self) -> str:
        return f"{self.session}, {self.name}" if self.name else str(self.session)


def desktop_of(environ: Mapping[str, str], platform: str = sys.platform) -> Desktop:
    """With both displays it is Wayland: an X11 client sees no key that is meant for a Wayland window."""
    if not platform.startswith("linux"):
        system = SYSTEMS.get(platform)
        return Desktop(system) if system else Desktop(Windowing.OTHER, platform)
    for variable, session in (("WAYLAND_DISPLAY", Windowing.WAYLAND), ("DISPLAY", Windowing.X11)):
        if environ.get(variable):
            return Desktop(session, _name(environ))
    return Desktop(Windowing.NONE)


def _name(environ: Mapping[str, str]) -> str:
    for variable, name in (("SWAYSOCK", "sway"), ("HYPRLAND_INSTANCE_SIGNATURE", "Hyprland")):
        if environ.get(variable):
            return name
    return environ.get("XDG_CURRENT_DESKTOP", "").rpartition(":")[2]  # "ubuntu:GNOME"
