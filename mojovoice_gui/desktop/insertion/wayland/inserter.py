"""TextInserter for Wayland compositors that lend their clipboard: sway, Hyprland, KDE and most others but GNOME."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.inserter import ClipboardInserter
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.wayland.clipboard import PasteKeys, WaylandClipboard
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.keyboard import INTERFACE as KEYBOARD
from mojovoice_gui.desktop.insertion.wayland.keyboard import VirtualKeyboard
from mojovoice_gui.desktop.insertion.wayland.selections import Selections
from mojovoice_gui.desktop.insertion.wayland.wl_copy import bequeath

SEAT = "wl_seat"
LIMITS = Limits()
HABITS = Habits()


class WaylandInserter(ClipboardInserter):
    """Raises ``DisplayMissing`` without a compositor; the one that is there has data control.

    ``append_space`` and ``space_before`` separate what is dictated one after another. Without ``restore_clipboard``
    each text stays on the clipboard. ``keys``: pressed where the compositor takes none from us.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        keys: PasteKeys | None = None,
        *,
        append_space: bool,
        restore_clipboard: bool,
        space_before: bool = False,
        habits: Habits = HABITS,
        limits: Limits = LIMITS,
    ) -> None:
        connection = Connection(environ)
        seat, _ = connection.bind(SEAT, 1)
        own = VirtualKeyboard(connection, seat) if connection.offers(KEYBOARD) else None
        clipboard = WaylandClipboard(
            connection,
            Selections(connection, seat),
            own or keys,
            own,
            habits,
            Spacing(after=append_space, before=space_before),
            restores=restore_clipboard,
            limits=limits,
            bequeath=partial(bequeath, environ),
        )
        super().__init__(clipboard)
