"""TextInserter for X11: the clipboard and real keys."""

from __future__ import annotations

from Xlib import error

from mojovoice_gui.desktop.insertion.clipboard import Clipboard
from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.inserter import ClipboardInserter
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.terminals import PasteKey

LIMITS = Limits()


class X11Inserter(ClipboardInserter):
    """Raises ``DisplayMissing`` without an X server.

    ``append_space`` separates what is dictated next. Without ``restore_clipboard`` each text stays on the clipboard.
    ``paste_key``: a value of ``PasteKey``.
    """

    gone = (OSError, error.ConnectionClosedError)

    def __init__(
        self,
        *,
        append_space: bool,
        restore_clipboard: bool,
        paste_key: str = "auto",
        display_name: str | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        clipboard = Clipboard(
            Connection(display_name), restores=restore_clipboard, paste_key=PasteKey(paste_key), limits=limits
        )
        super().__init__(clipboard, append_space=append_space)
