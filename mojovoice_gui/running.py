"""The app, run with a tray icon or without one."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from mojovoice_gui import logs
from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request
from mojovoice_gui.desktop.control.server import ControlServer
from mojovoice_gui.desktop.environment import SYSTEMS, Session, desktop_of
from mojovoice_gui.desktop.launcher import install_launcher
from mojovoice_gui.desktop.loudspeaker import Loudspeaker
from mojovoice_gui.desktop.notifications import notify
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.cues import Cues
from mojovoice_gui.dictation.listeners import Listeners
from mojovoice_gui.domain import Live, Notice, Question, Stage, WhenMoved
from mojovoice_gui.errors import DesktopError, Sentence, SettingsError
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.settings import Settings, load, write_default

if TYPE_CHECKING:  # the icon is there first: NumPy, the engine and SQLite come after it, and Qt only with a screen
    from mojovoice_gui.app import Dictation, Parts
    from mojovoice_gui.domain import Archive, TextInserter
    from mojovoice_gui.remote import Remote
    from mojovoice_gui.ui.application import TrayApplication
    from mojovoice_gui.ui.choices import Choices
    from mojovoice_gui.ui.models.desk import ModelDesk

log = logging.getLogger(__name__)

ASK_S = 5.0


def _first_instance(paths: Paths) -> ControlServer | None:
    """The right to be the one that runs; otherwise the one that runs is shown."""
    instance = ControlServer(paths.runtime)
    if instance.acquire():
        return instance
    sys.stdout.write(ask(paths.runtime, Request("show"), ASK_S, is_starting=True).sentence + "\n")
    return None


def _settings(paths: Paths) -> tuple[Settings, tuple[Notice, ...]]:
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


def _recovered(paths: Paths, archive: Archive) -> tuple[Notice, ...]:
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
    return (Notice(what, "`mojovoice recovered` shows them.", is_error=False),)


def _cues(settings: Settings) -> Cues:
    """Sounds, if they are wanted."""
    loudspeaker = Loudspeaker()
    return Cues(lambda cue: loudspeaker.play(resources() / "sounds" / f"{cue}.wav"), is_on=settings.sounds)


def _nothing_to_show() -> str:
    return "Mojo Voice is already running, without a tray icon and without windows."


class Daemon:
    """The dictation without a tray icon: what it has to say goes to the desktop's notifications and the log."""

    def stage_changed(self, stage: Stage) -> None:
        log.debug("Stage: %s", stage)

    def noticed(self, notice: Notice) -> None:
        notify(notice)

    def live_changed(self, live: Live) -> None:
        """It has nowhere to show it."""

    def asked(self, question: Question) -> None:
        """It has no way to ask: its setting is another one."""


def run_daemon(paths: Paths) -> int:
    """Dictate until a signal or ``mojovoice daemon down``; the exit code."""
    instance = _first_instance(paths)
    if instance is None:
        return 0
    from mojovoice_gui.app import Dictation, real_parts
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.remote import Remote

    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    settings, warnings = _settings(paths)
    if settings.when_moved is WhenMoved.ASK:
        settings = replace(settings, when_moved=WhenMoved.COPY)  # there is nobody who could ask
    daemon, changes = Daemon(), Changes()
    portal = PortalKeyboard(Secrets())
    dictation = Dictation(real_parts(paths, portal), settings, Listeners(daemon, changes, _cues(settings)))
    _make_us_known(paths)
    dictation.start()
    instance.start(Remote(dictation.engine, changes, show=_nothing_to_show, quit_app=ended.set).answer)
    for notice in (*warnings, *_recovered(paths, dictation.archive)):
        daemon.noticed(notice)
    ended.wait()
    dictation.close()
    portal.close()
    instance.close()
    return 0


def run_tray(paths: Paths, *, shows_settings: bool = False, is_hidden: bool = False) -> int:
    """Dictate with an icon in the tray until the user quits; the exit code.

    Without a settings file it is the first run: that is shown, unless it ``is_hidden``.
    """
    instance = _first_instance(paths)
    if instance is None:
        return 0
    from mojovoice_gui.ui.application import TrayApplication

    with contextlib.ExitStack() as at_end:
        at_end.callback(instance.close)
        is_first_run = not paths.config_file.exists()
        settings, warnings = _settings(paths)
        shown = TrayApplication(resources() / "icons", shows_tray=settings.shows_tray)
        shown.speak(settings.ui_language)
        shown.show_overlay(settings.overlay, settings.motion)
        dictation, remote = _connected(paths, settings, shown, at_end)
        _make_us_known(paths)
        dictation.start()
        instance.start(remote.answer)
        for notice in (*warnings, *_recovered(paths, dictation.archive)):
            shown.bridge.noticed(notice)
        if shows_settings:
            shown.show_settings()
        elif is_first_run and not is_hidden:
            shown.show_first_run()
        _keep_autostart(_command(paths))
        return shown.run()


def _connected(
    paths: Paths, settings: Settings, shown: TrayApplication, at_end: contextlib.ExitStack
) -> tuple[Dictation, Remote]:
    """What works behind the icon, once that is there: to import it takes a while."""
    from mojovoice_gui.app import Dictation, lay_line, real_parts
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.remembering import history_deeds
    from mojovoice_gui.remote import Remote
    from mojovoice_gui.ui.choices import Choices
    from mojovoice_gui.ui.file_watch import FileWatch
    from mojovoice_gui.ui.surroundings import Surroundings

    told = Changes()
    cues = _cues(settings)
    portal = PortalKeyboard(Secrets())
    at_end.callback(portal.close)
    parts = _paste_by_qt(real_parts(paths, portal))
    dictation = Dictation(parts, settings, Listeners(shown.bridge, told, cues))
    at_end.callback(dictation.close)
    choices = Choices(paths.config_file, settings, dictation.apply)
    background = ThreadPoolExecutor(1, "background")
    at_end.callback(background.shutdown, wait=False, cancel_futures=True)
    models = cache(partial(_model_desk, paths, choices))
    at_end.callback(lambda: models().close() if models.cache_info().currsize else None)
    choices.changed.connect(lambda _: _show_as_chosen(choices.settings, shown, cues))
    FileWatch(paths.config_file, choices).changed.connect(lambda: _read_again(choices, shown))
    shown.connect(dictation.toggle, dictation.cancel, dictation.copy_last)
    shown.answer_questions(dictation.answer)
    shown.surround(
        Surroundings(
            paths,
            choices,
            shown.bridge,
            dictation.engine,
            dictation.keys,
            dictation.try_keys,
            background,
            models,
            _command(paths),
            history_deeds(paths, lambda: choices.settings, partial(lay_line, paths, plain=True), dictation.paste),
            portal,
        )
    )
    return dictation, Remote(dictation.engine, told, show=shown.ask_to_show, quit_app=shown.bridge.quit_asked.emit)


def _paste_by_qt(parts: Parts) -> Parts:
    """Where there is neither X nor Wayland; in the thread of the windows, to which the clipboard belongs."""
    session = desktop_of(os.environ).session
    if session not in SYSTEMS.values():
        return parts
    from mojovoice_gui.app import habits_of
    from mojovoice_gui.desktop.insertion.habits import Spacing
    from mojovoice_gui.desktop.select import keyboard_of
    from mojovoice_gui.ui.insertion.inserter import PasteDesk, QtInserter

    desk = PasteDesk(keyboard_of(session))

    def open_inserter(settings: Settings) -> TextInserter:
        spacing = Spacing(after=settings.append_space, before=settings.space_before)
        focus = parts.open_focus()
        return QtInserter(desk, focus, habits_of(settings), spacing, restore_clipboard=settings.restore_clipboard)

    return replace(parts, open_inserter=open_inserter)


def _model_desk(paths: Paths, choices: Choices) -> ModelDesk:
    from mojovoice_gui.app import model_store
    from mojovoice_gui.ui.models.desk import ModelDesk

    return ModelDesk(lambda: model_store(paths, choices.settings))


def _show_as_chosen(settings: Settings, shown: TrayApplication, cues: Cues) -> None:
    shown.speak(settings.ui_language)
    shown.show_tray(settings.shows_tray)
    shown.show_overlay(settings.overlay, settings.motion)
    cues.is_on = settings.sounds


def _read_again(choices: Choices, shown: TrayApplication) -> None:
    for sentence in choices.read_again():
        shown.bridge.noticed(Notice(sentence, "What held before goes on."))


def _make_us_known(paths: Paths) -> None:
    """In the menu of applications, and to the portal, which asks who we are. A profile writes nothing outside of it."""
    if paths.profile is None and desktop_of(os.environ).session in {Session.X11, Session.WAYLAND}:
        install_launcher(_command(paths), os.environ)


def _keep_autostart(command: tuple[str, ...]) -> None:
    """Where it is on: the program may have moved."""
    try:
        autostart(command).refresh()
    except DesktopError as error:
        log.warning("Start at login is not up to date: %s", error)


def _command(paths: Paths) -> tuple[str, ...]:
    """What starts this program from outside, with this profile."""
    profile = ("--profile-dir", str(paths.profile)) if paths.profile else ()
    return (sys.executable, "-m", "mojovoice_gui", *profile)
