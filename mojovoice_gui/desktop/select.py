"""The back ends for this desktop, or what to do where there is none."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping

from mojovoice_gui.desktop.environment import Session, desktop_of
from mojovoice_gui.domain import Focus, Hotkeys, NoFocus, TextInserter
from mojovoice_gui.errors import DesktopError, DisplayMissing, HotkeyUnavailable

log = logging.getLogger(__name__)


def select_hotkeys(push_to_talk: str, cancel: str) -> Hotkeys:
    """Raises ``HotkeyUnavailable`` for a name that is no key, ``DesktopError`` where keys cannot be heard."""
    if require_screen(os.environ) is Session.WAYLAND:
        raise HotkeyUnavailable(
            "On Wayland no program may listen to keys by itself.",
            "Run `mojovoice bindings`: it writes the lines for your compositor.",
        )
    from mojovoice_gui.desktop.hotkeys.x11 import X11Hotkeys

    return X11Hotkeys(push_to_talk, cancel)


def select_inserter(*, append_space: bool, restore_clipboard: bool, paste_key: str) -> TextInserter:
    """Raises ``DesktopError`` where no text can be inserted."""
    if require_screen(os.environ) is Session.WAYLAND:
        from mojovoice_gui.desktop.insertion.wayland.inserter import WaylandInserter

        return WaylandInserter(
            os.environ, append_space=append_space, restore_clipboard=restore_clipboard, paste_key=paste_key
        )
    from mojovoice_gui.desktop.insertion.x11 import X11Inserter

    return X11Inserter(append_space=append_space, restore_clipboard=restore_clipboard, paste_key=paste_key)


def select_focus() -> Focus:
    """One that knows nothing where the desktop does not tell."""
    try:
        if require_screen(os.environ) is not Session.X11:
            return NoFocus()
        from mojovoice_gui.desktop.focus import X11Focus

        return X11Focus()
    except DesktopError as error:
        log.info("Nobody knows which window has the focus: %s", error)
        return NoFocus()


def require_screen(environ: Mapping[str, str], platform: str = sys.platform) -> Session:
    """X11 or Wayland; raises ``DesktopError`` with a way out unless there is one of them to talk to."""
    session = desktop_of(environ, platform).session
    if session is Session.OTHER:
        raise DesktopError(f"Keys and pasting do not work on {platform} yet.", "Use `mojovoice transcribe-file`.")
    if session is Session.NONE:
        raise DisplayMissing(
            "There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set.",
            "Start Mojo Voice inside a desktop session.",
        )
    if session is Session.X11:
        from mojovoice_gui.desktop.hotkeys.display import open_display  # Xlib exists on Linux only

        open_display(environ["DISPLAY"]).close()
    return session
