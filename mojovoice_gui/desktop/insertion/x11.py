"""TextInserter for X11: the clipboard and real keys."""

from __future__ import annotations

from Xlib import error

from mojovoice_gui.desktop.insertion.clipboard import X11Clipboard
from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.inserter import ClipboardInserter
from mojovoice_gui.desktop.insertion.paste import Limits

LIMITS = Limits()
HABITS = Habits()


class X11Inserter(ClipboardInserter):
    """Raises ``DisplayMissing`` without an X server.

    ``append_space`` and ``space_before`` separate what is dictated one after another. Without ``restore_clipboard``
    each text stays on the clipboard.
    """

    gone = (OSError, error.ConnectionClosedError)

    def __init__(
        self,
        *,
        append_space: bool,
        restore_clipboard: bool,
        space_before: bool = False,
        habits: Habits = HABITS,
        display_name: str | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        spacing = Spacing(after=append_space, before=space_before)
        connection = Connection(display_name)
        super().__init__(X11Clipboard(connection, habits, spacing, restores=restore_clipboard, limits=limits))
