"""A connection to the X server."""

from __future__ import annotations

from Xlib import display, error

from mojovoice_gui.errors import DisplayMissing, Sentence


def open_display(name: str | None = None) -> display.Display:
    """``name`` is such as ``:0``, by default what ``DISPLAY`` says; raises ``DisplayMissing``."""
    try:
        return display.Display(name)
    except (error.DisplayError, error.XauthError, OSError) as failure:
        raise DisplayMissing(
            Sentence("The X server cannot be reached: {why}.", why=failure),
            "Start Mojo Voice inside your desktop session.",
        ) from failure
