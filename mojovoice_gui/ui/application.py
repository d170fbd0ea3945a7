"""The Qt side of the app: one tray icon and what it is connected to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mojovoice_gui.domain import Motion, OverlayKind, Question, WhenMoved
from mojovoice_gui.errors import DisplayMissing
from mojovoice_gui.paths import APP_ID, resources
from mojovoice_gui.ui.announcer import Announcer
from mojovoice_gui.ui.bridge import Bridge
from mojovoice_gui.ui.late_overlay import LateOverlay
from mojovoice_gui.ui.signals import QuitSignals
from mojovoice_gui.ui.translation import Translation
from mojovoice_gui.ui.tray import TITLE, Tray

if TYPE_CHECKING:  # windows are imported when they are wanted
    from mojovoice_gui.ui.choice import Choice
    from mojovoice_gui.ui.first_run.window import FirstRunWindow
    from mojovoice_gui.ui.settings.window import SettingsWindow
    from mojovoice_gui.ui.surroundings import Surroundings


class TrayApplication:
    """Made and run in the main thread; the icon is there when it is made, if any. Raises ``DisplayMissing``."""

    def __init__(self, icons: Path, *, shows_tray: bool = True) -> None:
        _need_a_screen()
        self._qt = QApplication([TITLE])
        self._qt.setApplicationDisplayName(TITLE)
        self._qt.setDesktopFileName(APP_ID)
        self._qt.setWindowIcon(QIcon(str(icons / "mojovoice.svg")))
        self._qt.setQuitOnLastWindowClosed(False)
        self._surroundings: Surroundings | None = None
        self._settings: SettingsWindow | None = None  # once it was asked for
        self._former: list[SettingsWindow] = []  # in other languages; kept, for their pages are still told of changes
        self._first_run: FirstRunWindow | None = None  # kept while it is shown
        self._translation = Translation(resources() / "translations")
        self.bridge = Bridge()
        self._tray = Tray(icons, is_on=shows_tray)
        self._signals = QuitSignals(self._qt.quit)
        self._announcer = Announcer(self.bridge)
        self._overlay: LateOverlay | None = None
        self._choice: Choice | None = None  # once there is something to ask
        self._connect()
        self._qt.processEvents()  # the icon is drawn before anything slower begins

    def connect(self, toggle: Callable[[], None], cancel: Callable[[], None], copy_last: Callable[[], None]) -> None:
        """What the menu does; each must return at once."""
        self._tray.toggle_asked.connect(toggle)
        self._tray.cancel_asked.connect(cancel)
        self._tray.copy_asked.connect(copy_last)

    def speak(self, language: str) -> None:
        """The language of what is shown from now on; see ``Settings.ui_language``."""
        if not self._translation.use(language):
            return
        self._tray.rename()
        self._choice = None
        if self._settings is not None:
            QTimer.singleShot(0, self._renew_settings)  # it may be its own list that was clicked

    def _renew_settings(self) -> None:
        """In the new language, and in front if it was there."""
        old, self._settings = self._settings, None
        if old is None:
            return
        self._former.append(old)
        if old.isVisible():
            old.close()
            self.show_settings()

    def show_overlay(self, kind: OverlayKind, motion: Motion) -> None:
        """While one speaks, from now on."""
        if self._overlay is None:
            self._overlay = LateOverlay(self.bridge, kind, motion)
        else:
            self._overlay.choose(kind, motion)

    def show_tray(self, on: bool) -> None:
        self._tray.switch(on=on)

    def answer_questions(self, answer: Callable[[Question, WhenMoved], None]) -> None:
        """Ask the user where texts go; ``answer`` must return at once."""
        self.bridge.question.connect(partial(self._ask, answer))

    def _ask(self, answer: Callable[[Question, WhenMoved], None], question: Question) -> None:
        from mojovoice_gui.ui.choice import Choice  # a window

        if self._choice is None:
            self._choice = Choice()
            self._choice.answered.connect(answer)
        self._choice.ask(question)

    def surround(self, surroundings: Surroundings) -> None:
        """What windows need; none can be opened before."""
        self._surroundings = surroundings

    def ask_to_show(self) -> str:
        """Callable from any thread; says what will come of it."""
        self.bridge.show_asked.emit()
        return "Mojo Voice is running; its settings are open."

    def show_settings(self) -> None:
        """The window is imported when it is wanted first: most sessions never do."""
        from mojovoice_gui.ui.settings.window import SettingsWindow

        is_new = self._settings is None
        if self._settings is None and self._surroundings is not None:
            self._settings = SettingsWindow(self._surroundings)
        if self._settings is None:
            return
        self._settings.present()
        if is_new and self._former:
            self._settings.follow(self._former[-1])

    def show_first_run(self) -> None:
        """Lead through the four steps; dictation works meanwhile."""
        from mojovoice_gui.ui.first_run.window import FirstRunWindow

        if self._surroundings is not None:
            self._first_run = FirstRunWindow(self._surroundings)
            self._first_run.present()

    def run(self) -> int:
        """Until the user quits; the exit code."""
        code: int = self._qt.exec()
        self._tray.hide()
        return code

    def _connect(self) -> None:
        self.bridge.stage.connect(self._tray.show_stage)
        self.bridge.notice.connect(self._tray.show_notice)
        self.bridge.stage.connect(self._announcer.show_stage)
        self.bridge.live.connect(self._announcer.show_live)
        self.bridge.notice.connect(self._announcer.show_notice)
        self.bridge.show_asked.connect(self.show_settings)
        self.bridge.quit_asked.connect(self._qt.quit)
        self._tray.settings_asked.connect(self.show_settings)
        self._tray.quit_asked.connect(self._qt.quit)


def _need_a_screen() -> None:
    """Qt would abort the process without one."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise DisplayMissing(
            "There is no screen to show the tray icon on.", "Run `mojovoice daemon up` to dictate without one."
        )
