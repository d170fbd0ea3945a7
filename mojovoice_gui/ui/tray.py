"""The tray icon: one shape per stage, a click to start and stop, a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mojovoice_gui.domain import Notice, Stage

TITLE = "Mojo Voice"
TRAY_WATCHER = "org.kde.StatusNotifierWatcher"
SETTLE_MS = 300  # a tray that has just appeared on the bus needs a moment before it takes icons
NOTICE_MS = 8000

TOOLTIPS = {
    Stage.LOADING: "loading the speech models…",
    Stage.IDLE: "ready",
    Stage.RECORDING: "listening…",
    Stage.TRANSCRIBING: "writing…",
    Stage.NO_SPEECH: "heard no speech",
    Stage.ERROR: "something went wrong",
}


@dataclass(frozen=True, slots=True)
class TrayActions:
    """What the user can ask for here; each must return at once."""

    toggle: Callable[[], None]
    cancel: Callable[[], None]
    copy_last: Callable[[], None]
    open_settings: Callable[[], None]
    quit: Callable[[], None]


class Tray(QObject):
    """Lives in the GUI thread."""

    def __init__(self, icons: Path, actions: TrayActions) -> None:
        super().__init__()
        self._icons = {stage: QIcon(str(icons / f"tray-{stage}.svg")) for stage in Stage}
        self._actions = actions
        self._stage = Stage.LOADING
        self._menu = QMenu()
        self._toggle = self._entry("Start dictation", actions.toggle)
        self._cancel = self._entry("Cancel", actions.cancel)
        self._entry("Copy last text", actions.copy_last)
        self._menu.addSeparator()
        self._entry("Settings…", actions.open_settings)
        self._entry("Quit", actions.quit)
        self._icon = self._make_icon()
        self.show_stage(Stage.LOADING)
        self._watcher = self._watch_for_trays()

    def show_stage(self, stage: Stage) -> None:
        self._stage = stage
        recording = stage is Stage.RECORDING
        self._toggle.setText("Stop and insert" if recording else "Start dictation")
        self._cancel.setEnabled(recording or stage is Stage.TRANSCRIBING)
        self._icon.setIcon(self._icons[stage])
        self._icon.setToolTip(f"{TITLE}: {TOOLTIPS[stage]}")

    def show_notice(self, notice: Notice) -> None:
        kind = QSystemTrayIcon.MessageIcon.Warning if notice.is_error else QSystemTrayIcon.MessageIcon.Information
        self._icon.showMessage(TITLE, str(notice), kind, NOTICE_MS)

    def hide(self) -> None:
        self._icon.hide()

    def _entry(self, label: str, do: Callable[[], None]) -> QAction:
        action = self._menu.addAction(label)
        action.triggered.connect(lambda: do())
        return action

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._icons[self._stage])
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._activated)
        icon.show()
        return icon

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self._actions.toggle()

    def _watch_for_trays(self) -> QDBusServiceWatcher:
        """Qt chooses the kind of tray when the icon is made: one that comes later needs a new icon."""
        watcher = QDBusServiceWatcher(TRAY_WATCHER, QDBusConnection.sessionBus())
        watcher.setParent(self)
        watcher.serviceRegistered.connect(lambda _name: QTimer.singleShot(SETTLE_MS, self._make_anew))
        return watcher

    def _make_anew(self) -> None:
        self._icon.hide()
        self._icon.deleteLater()
        self._icon = self._make_icon()
        self.show_stage(self._stage)
