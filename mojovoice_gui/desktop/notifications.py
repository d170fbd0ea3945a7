"""Telling the user something when there is no tray icon to say it."""

from __future__ import annotations

import logging
import shutil
import subprocess

from mojovoice_gui.domain import Notice
from mojovoice_gui.paths import APP_ID

log = logging.getLogger(__name__)


def notify(notice: Notice) -> None:
    """Show ``notice`` on the desktop if it has a way for it; it is in the log in any case. Returns at once."""
    log.log(logging.WARNING if notice.is_error else logging.INFO, "Told the user: %s", notice)
    program = shutil.which("notify-send")
    if program is None:
        return
    ours = ["--app-name=Mojo Voice", f"--hint=string:desktop-entry:{APP_ID}"]
    command = [program, *ours, "Mojo Voice", str(notice)]
    try:
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own words, no shell
    except OSError as error:
        log.warning("notify-send does not start: %s", error)
