"""The back ends for this desktop, or what to do where there is none."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

from mojovoice_gui.domain import Focus, Hotkeys, NoFocus, TextInserter
from mojovoice_gui.errors import DesktopError, DisplayMissing

log = logging.getLogger(__name__)


def select_hotkeys(push_to_talk: str, cancel: str) -> Hotkeys:
    """Raises ``HotkeyUnavailable`` for a name that is no key, ``DesktopError`` where keys cannot be heard."""
    require_x11(os.environ)
    from mojovoice_gui.desktop.hotkeys.x11 import X11Hotkeys

    return X11Hotkeys(push_to_talk, cancel)


def select_inserter(*, append_space: bool, restore_clipboard: bool, paste_key: str) -> TextInserter:
    """Raises ``DesktopError`` where no text can be inserted."""
    require_x11(os.environ)
    from mojovoice_gui.desktop.insertion.x11 import X11Inserter

    return X11Inserter(append_space=append_space, restore_clipboard=restore_clipboard, paste_key=paste_key)


def select_focus() -> Focus:
    """One that knows nothing where the desktop does not tell."""
    try:
        require_x11(os.environ)
        from mojovoice_gui.desktop.focus import X11Focus

        return X11Focus()
    except DesktopError as error:
        log.info("Nobody knows which window has the focus: %s", error)
        return NoFocus()


def require_x11(environ: Mapping[str, str], platform: str = sys.platform) -> None:
    """Raise ``DesktopError`` with a way out unless there is an X server to talk to."""
    if not platform.startswith("linux"):
        raise DesktopError(f"Keys and pasting do not work on {platform} yet.", "Use `mojovoice transcribe-file`.")
    if not environ.get("DISPLAY") and environ.get("WAYLAND_DISPLAY"):
        raise DesktopError(
            "On Wayland no program may listen to keys by itself.",
            "Bind `mojovoice toggle` to a key in your compositor's settings.",
        )
    if not environ.get("DISPLAY"):
        raise DisplayMissing(
            "There is no screen here: DISPLAY is not set.", "Start Mojo Voice inside a desktop session."
        )
    from mojovoice_gui.desktop.hotkeys.display import open_display  # Xlib exists on Linux only

    open_display(environ["DISPLAY"]).close()
    if environ.get("WAYLAND_DISPLAY"):
        log.info("A Wayland session: keys are heard only while an X11 window has the focus")
