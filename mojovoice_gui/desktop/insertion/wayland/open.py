"""Which ways lead into a window on this Wayland compositor: the best clipboard and the best keys that there are."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from mojovoice_gui.desktop.insertion.wayland import ydotool
from mojovoice_gui.desktop.insertion.wayland.clipboard import PasteKeys
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.inserter import WaylandInserter
from mojovoice_gui.desktop.insertion.wayland.keyboard import INTERFACE as KEYBOARD
from mojovoice_gui.desktop.insertion.wayland.selections import has_data_control
from mojovoice_gui.desktop.insertion.wayland.wl_copy import COPY, WlCopyInserter
from mojovoice_gui.domain import TextInserter
from mojovoice_gui.errors import DesktopError

INSTALL_WL_CLIPBOARD = "Install wl-clipboard (sudo apt install wl-clipboard) and start Mojo Voice again."


@dataclass(frozen=True, slots=True)
class Means:
    """What this session offers."""

    has_data_control: bool  # the compositor's clipboard is ours for the asking
    has_wl_copy: bool
    has_keyboard: bool  # the compositor takes keys from programs
    no_ydotool: str  # why ydotool cannot press keys; empty when it can

    def __str__(self) -> str:
        clipboard = "the compositor's clipboard" if self.has_data_control else "wl-copy"
        if self.has_keyboard:
            return f"{clipboard}, and a keyboard of our own"
        if not self.no_ydotool:
            return f"{clipboard}, and keys by ydotool"
        return (
            f"{clipboard} only: you paste it yourself. This compositor takes no keys from programs, and"
            f" {self.no_ydotool}."
        )


def means_of(environ: Mapping[str, str]) -> Means:
    """Raises ``DesktopError`` where not even a clipboard can be had."""
    connection = Connection(environ)
    try:
        means = Means(
            has_data_control(connection),
            shutil.which(COPY, path=environ.get("PATH")) is not None,
            connection.offers(KEYBOARD),
            ydotool.obstacle(environ),
        )
    finally:
        connection.close()
    if not means.has_data_control and not means.has_wl_copy:
        raise DesktopError("This compositor lends its clipboard to no program.", INSTALL_WL_CLIPBOARD)
    return means


def open_wayland_inserter(
    environ: Mapping[str, str], *, append_space: bool, restore_clipboard: bool, paste_key: str
) -> TextInserter:
    """Raises ``DesktopError`` where not even a clipboard can be had."""
    means = means_of(environ)
    keys: PasteKeys | None = ydotool.Ydotool() if not means.has_keyboard and not means.no_ydotool else None
    kind = WaylandInserter if means.has_data_control else WlCopyInserter
    return kind(environ, keys, append_space=append_space, restore_clipboard=restore_clipboard, paste_key=paste_key)
