"""The app with a tray icon."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from mojovoice_gui.desktop.environment import SYSTEMS, desktop_of
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.dictation.changes import Changes
from mojovoice_gui.dictation.cues import Cues
from mojovoice_gui.dictation.listeners import Listeners
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.running.beginning import (
    chosen_settings,
    command_of,
    cues_of,
    first_instance,
    keep_autostart,
    make_us_known,
    not_heeded,
    recovered,
)
from mojovoice_gui.settings import Settings

if TYPE_CHECKING:  # the icon is there first: NumPy, the engine and SQLite come after it, and Qt only with a screen
    from mojovoice_gui.app import Dictation, Parts
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.domain import Notice, TextInserter
    from mojovoice_gui.remote import Remote
    from mojovoice_gui.ui.application import TrayApplication
    from mojovoice_gui.ui.choices import Choices
    from mojovoice_gui.ui.models.desk import ModelDesk
    from mojovoice_gui.ui.surroundings import Surroundings


def run_tray(paths: Paths, *, shows_settings: bool = False, is_hidden: bool = False) -> int:
    """Dictate with an icon in the tray until the user quits; the exit code.

    Without a settings file it is the first run: that is shown, unless it ``is_hidden``.
    """
    instance = first_instance(paths, is_hidden=is_hidden)
    if instance is None:
        return 0
    from mojovoice_gui.ui.application import TrayApplication

    with contextlib.ExitStack() as at_end:
        at_end.callback(instance.close)
        is_first_run = not paths.config_file.exists()
        settings, warnings = chosen_settings(paths)
        shown = TrayApplication(resources() / "icons", shows_tray=settings.shows_tray)
        shown.speak(settings.ui_language)
        shown.show_overlay(settings.overlay, settings.motion)
        dictation, remote = _connected(paths, settings, shown, at_end)
        make_us_known(paths)
        dictation.start()
        instance.start(remote.answer)
        for notice in (*warnings, *recovered(paths, dictation.archive)):
            shown.bridge.noticed(notice)
        if shows_settings:
            shown.show_settings()
        elif is_first_run and not is_hidden:
            shown.show_first_run()
        keep_autostart(paths)
        return shown.run()


def _connected(
    paths: Paths, settings: Settings, shown: TrayApplication, at_end: contextlib.ExitStack
) -> tuple[Dictation, Remote]:
    """What works behind the icon, once that is there: to import it takes a while."""
    from mojovoice_gui.app import Dictation, real_parts
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.remote import Remote
    from mojovoice_gui.ui.choices import Choices
    from mojovoice_gui.ui.file_watch import FileWatch
    from mojovoice_gui.ui.translation import in_words

    told = Changes()
    cues = cues_of(settings)
    portal = PortalKeyboard(Secrets())
    at_end.callback(portal.close)
    parts = _paste_by_qt(real_parts(paths, portal, in_words))
    dictation = Dictation(parts, settings, Listeners(shown.bridge, told, cues))
    at_end.callback(dictation.close)
    choices = Choices(paths.config_file, settings, dictation.apply)
    choices.changed.connect(lambda _: _show_as_chosen(choices.settings, shown, cues))
    FileWatch(paths.config_file, choices).changed.connect(lambda: _read_again(choices, shown))
    shown.connect(dictation.toggle, dictation.cancel, dictation.copy_last)
    shown.answer_questions(dictation.answer)
    shown.surround(_surroundings(paths, shown, dictation, choices, portal, at_end))
    return dictation, Remote(dictation.engine, told, show=shown.ask_to_show, quit_app=shown.bridge.quit_asked.emit)


def _surroundings(
    paths: Paths,
    shown: TrayApplication,
    dictation: Dictation,
    choices: Choices,
    portal: PortalKeyboard,
    at_end: contextlib.ExitStack,
) -> Surroundings:
    """What windows are given."""
    from mojovoice_gui.app import lay_line
    from mojovoice_gui.remembering import history_deeds
    from mojovoice_gui.ui.surroundings import Surroundings

    lay_plain_line = partial(lay_line, paths, plain=True)
    background = ThreadPoolExecutor(1, "background")
    at_end.callback(background.shutdown, wait=False, cancel_futures=True)
    models = cache(partial(model_desk, paths, choices, shown.bridge.noticed))
    at_end.callback(lambda: models().close() if models.cache_info().currsize else None)
    return Surroundings(
        paths,
        choices,
        shown.bridge,
        dictation.engine,
        dictation.keys,
        dictation.try_keys,
        background,
        models,
        command_of(paths),
        history_deeds(paths, lambda: choices.settings, lay_plain_line, dictation.paste, dictation.forget),
        portal,
    )


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


def model_desk(paths: Paths, choices: Choices, tell: Callable[[Notice], None]) -> ModelDesk:
    """``tell``: of downloads that end while no window shows them."""
    from mojovoice_gui.app import model_store
    from mojovoice_gui.models.wanted import Wanted
    from mojovoice_gui.ui.models.arrivals import Arrivals
    from mojovoice_gui.ui.models.desk import ModelDesk

    desk = ModelDesk(lambda: model_store(paths, choices.settings), Wanted(paths.wanted_model))
    Arrivals(desk, choices, tell)
    return desk


def _show_as_chosen(settings: Settings, shown: TrayApplication, cues: Cues) -> None:
    shown.speak(settings.ui_language)
    shown.show_tray(settings.shows_tray)
    shown.show_overlay(settings.overlay, settings.motion)
    cues.is_on = settings.sounds


def _read_again(choices: Choices, shown: TrayApplication) -> None:
    for sentence in choices.read_again():
        shown.bridge.noticed(not_heeded(sentence))
