"""The app without a tray icon."""

from __future__ import annotations

import logging
import signal
import threading
from dataclasses import replace

from mojovoice_gui.desktop.notifications import notify
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.listeners import Listeners
from mojovoice_gui.domain import Live, Notice, Question, Stage, WhenMoved
from mojovoice_gui.paths import Paths
from mojovoice_gui.running.beginning import (
    chosen_settings,
    cues_of,
    first_instance,
    make_us_known,
    not_heeded,
    recovered,
)
from mojovoice_gui.settings import Settings, follow

log = logging.getLogger(__name__)


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
    instance = first_instance(paths)
    if instance is None:
        return 0
    from mojovoice_gui.app import Dictation, real_parts
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.remote import Remote

    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    settings, warnings = chosen_settings(paths)
    daemon, changes, cues = Daemon(), Changes(), cues_of(settings)
    portal = PortalKeyboard(Secrets())
    dictation = Dictation(real_parts(paths, portal), _unasked(settings), Listeners(daemon, changes, cues))
    make_us_known(paths)
    dictation.start()
    instance.start(Remote(dictation.engine, changes, show=_nothing_to_show, quit_app=ended.set).answer)
    for notice in (*warnings, *recovered(paths, dictation.archive)):
        daemon.noticed(notice)

    def apply(chosen: Settings) -> None:
        dictation.apply(_unasked(chosen))
        cues.is_on = chosen.sounds

    follow(paths.config_file, settings, ended, apply, lambda wrong: daemon.noticed(not_heeded(wrong.what)))
    dictation.close()
    portal.close()
    instance.close()
    return 0


def _unasked(settings: Settings) -> Settings:
    """There is nobody who could ask."""
    return replace(settings, when_moved=WhenMoved.COPY) if settings.when_moved is WhenMoved.ASK else settings


def _nothing_to_show() -> str:
    return "Mojo Voice is already running, without a tray icon and without windows."
