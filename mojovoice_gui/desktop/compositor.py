"""Does something on this desktop mix windows, so that one can be seen through another?"""

from __future__ import annotations

from Xlib import X

from mojovoice_gui.desktop.hotkeys.display import open_display
from mojovoice_gui.errors import DesktopError


def mixes_windows() -> bool:
    """On X11 a compositing manager says so by owning a selection."""
    try:
        display = open_display()
    except DesktopError:
        return False
    try:
        name = f"_NET_WM_CM_S{display.get_default_screen()}"
        return bool(display.get_selection_owner(display.intern_atom(name)) != X.NONE)
    finally:
        display.close()
