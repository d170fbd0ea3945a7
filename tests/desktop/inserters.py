"""Inserters of a desktop in a box, for the tests of text that arrives in real windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mojovoice_gui.desktop.insertion.habits import Habits
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.x11 import X11Inserter
from tests.desktop.box import DesktopBox

TEXT = "Grüße, “Привет” — 日本語 👋🏽 'quotes' & <tags> $HOME"
PATIENT = Limits(reader_s=60)
"""Slow machines are waited for; and whoever waits for a reader where none can come is told from them."""

Make = Callable[..., X11Inserter]


@contextmanager
def inserters(box: DesktopBox) -> Iterator[Make]:
    """Make them with these settings; each is closed at the end."""
    made: list[X11Inserter] = []

    def make_one(
        *,
        append_space: bool = False,
        restore_clipboard: bool = True,
        paste_key: str = "auto",
        limits: Limits = PATIENT,
    ) -> X11Inserter:
        inserter = X11Inserter(
            append_space=append_space,
            restore_clipboard=restore_clipboard,
            habits=Habits(PasteKey(paste_key)),
            display_name=box.display,
            limits=limits,
        )
        made.append(inserter)
        return inserter

    yield make_one
    for inserter in made:
        inserter.close()
