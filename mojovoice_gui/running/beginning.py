"""What a start of the app does, with a tray icon or without one."""

from __future__ import annotations

import logging
import os
import sys

from mojovoice_gui import logs
from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.desktop.control.server import ControlServer
from mojovoice_gui.desktop.environment import Windowing, desktop_of
from mojovoice_gui.desktop.launcher import install_launcher
from mojovoice_gui.desktop.loudspeaker import Loudspeaker
from mojovoice_gui.dictation.cues import Cues
from mojovoice_gui.domain import Archive, Notice
from mojovoice_gui.errors import DesktopError, Sentence, SettingsError
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.settings import Settings, load, write_default

log = logging.getLogger(__name__)

ASK_S = 5.0


def first_instance(paths: Paths, *, is_hidden: bool = False) -> ControlServer | None:
    """The right to be the one that runs; otherwise the one that runs is shown, unless this start ``is_hidden``."""
    instance = ControlServer(paths.runtime)
    if instance.acquire():
        return instance
    said = "Mojo Voice is running."
    if not is_hidden:
        said = ask(paths.runtime, Request("show"), ASK_S, is_starting=True).sentence
    sys.stdout.write(said + "\n")
    return None


def not_heeded(what: str) -> Notice:
    """Something is wrong in the settings file, since it was changed."""
    return Notice(what, "What held before goes on.")


def chosen_settings(paths: Paths) -> tuple[Settings, tuple[Notice, ...]]:
    """What the user chose, and what is wrong with it."""
    notices: tuple[Notice, ...] = ()
    try:
        write_default(paths.config_file)
    except SettingsError as error:  # dictation works without it
        notices = (Notice.of(error),)
    loaded = load(paths.config_file)
    logs.start(paths.logs, loaded.settings.log_level)
    notices += tuple(Notice(warning, "Run `mojovoice config --check`.") for warning in loaded.warnings)
    for notice in notices:
        log.warning("Settings: %s", notice)
    return loaded.settings, notices


def recovered(paths: Paths, archive: Archive) -> tuple[Notice, ...]:
    """Recordings that were never delivered: offered, not pasted."""
    from mojovoice_gui.audio.spool import recoverable
    from mojovoice_gui.remembering import remember_left_behind

    left = recoverable(paths.recordings)
    if not left:
        return ()
    remember_left_behind(archive, left)
    seconds = sum(recording.seconds for recording in left)
    what = Sentence(
        "Recovered: {number} recording(s), {seconds:.0f} s, that never became text.", number=len(left), seconds=seconds
    )
    log.info(what)
    return (Notice(what, "The history in the settings restores them, or `mojovoice recovered`.", is_error=False),)


def cues_of(settings: Settings) -> Cues:
    """Sounds, if they are wanted."""
    loudspeaker = Loudspeaker()
    return Cues(lambda cue: loudspeaker.play(resources() / "sounds" / f"{cue}.wav"), is_on=settings.sounds)


def make_us_known(paths: Paths) -> None:
    """In the menu of applications, and to the portal, which asks who we are. A profile writes nothing outside of it."""
    if paths.profile is None and desktop_of(os.environ).session in {Windowing.X11, Windowing.WAYLAND}:
        install_launcher(command_of(paths), os.environ)


def keep_autostart(paths: Paths) -> None:
    """Where it is on: the program may have moved. A profile leaves the user's own entry alone."""
    if paths.profile is not None:
        return
    try:
        autostart(command_of(paths)).refresh()
    except DesktopError as error:
        log.warning("Start at login is not up to date: %s", error)


def command_of(paths: Paths) -> tuple[str, ...]:
    """What starts this program from outside, with this profile."""
    profile = ("--profile-dir", str(paths.profile)) if paths.profile else ()
    return (sys.executable, "-m", "mojovoice_gui", *profile)
