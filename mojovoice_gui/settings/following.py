"""What is written into the settings file while the app runs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mojovoice_gui.settings.file import Loaded, Wrong, load
from mojovoice_gui.settings.table import Settings

LOOK_EVERY_S = 2.0


def revised(before: Settings, loaded: Loaded) -> Settings:
    """What was read; where that is wrong, what held ``before``."""
    names = {one.name for one in loaded.wrong}
    if "" in names:
        return before
    return replace(loaded.settings, **{name: getattr(before, name) for name in names})


def follow(
    file: Path,
    settings: Settings,
    ended: threading.Event,
    apply: Callable[[Settings], None],
    tell: Callable[[Wrong], None],
    look_every_s: float = LOOK_EVERY_S,
) -> None:
    """Until ``ended``: apply what is written there, and tell what is wrong with it. For programs without windows."""
    seen: tuple[int, int, int] | None = None  # it may have been changed since it was read
    while not ended.wait(look_every_s):
        stamp = _stamp(file)
        if stamp in (seen, None):  # None: on its way from one place to another
            continue
        loaded = load(file)
        for wrong in loaded.wrong if seen else ():  # of the first look that is known
            tell(wrong)
        seen = stamp
        before, settings = settings, revised(settings, loaded)
        if settings != before:
            apply(settings)


def _stamp(file: Path) -> tuple[int, int, int] | None:
    """Another one once it was written; None while it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
