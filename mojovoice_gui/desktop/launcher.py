"""Our desktop file among those of the other programs: it stands in their menu, and the portal knows us by it."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path

from mojovoice_gui.desktop.autostart.xdg import exec_line
from mojovoice_gui.paths import APP_ID, resources

log = logging.getLogger(__name__)

NAME = f"{APP_ID}.desktop"


def install_launcher(command: tuple[str, ...], environ: Mapping[str, str]) -> None:
    """Into the user's own folder, unless a package has brought one. ``command``: the words that start the app."""
    others = (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(os.pathsep)
    if any((Path(folder) / "applications" / NAME).exists() for folder in others if folder):
        return
    file, text = own_launcher(environ), _text(command)
    try:
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        log.warning(
            "%s cannot be written, so no menu shows us, and the desktop may give us no keys: %s", file, error.strerror
        )


def own_launcher(environ: Mapping[str, str]) -> Path:
    """In the user's own folder, there or not."""
    own = Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return own / "applications" / NAME


def _text(command: tuple[str, ...]) -> str:
    """The file that packages install, for this installation."""
    text = (resources() / NAME).read_text(encoding="utf-8")
    icon = resources() / "icons" / "mojovoice.svg"
    return text.replace("Exec=mojovoice\n", f"Exec={exec_line(command)}\n").replace(
        "Icon=mojovoice\n", f"Icon={icon}\n"
    )
