"""The tray icon: one shape per stage, a click to start and stop, a menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
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


class Tray(QObject):
    """Lives in the GUI thread; its signals are what the user asks for."""

    toggle_asked = Signal()
    cancel_asked = Signal()
    copy_asked = Signal()
    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(self, icons: Path) -> None:
        super().__init__()
        self._icons = {stage: QIcon(str(icons / f"tray-{stage}.svg")) for stage in Stage}
        self._stage = Stage.LOADING
        self._menu = QMenu()
        self._toggle = self._entry("Start dictation", self.toggle_asked)
        self._cancel = self._entry("Cancel", self.cancel_asked)
        self._entry("Copy last text", self.copy_asked)
        self._menu.addSeparator()
        self._entry("Settings…", self.settings_asked)
        self._entry("Quit", self.quit_asked)
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

    def _entry(self, label: str, asked: SignalInstance) -> QAction:
        action = self._menu.addAction(label)
        action.triggered.connect(lambda _checked: asked.emit())
        return action

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._icons[self._stage])
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._activated)
        icon.show()
        return icon

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.toggle_asked.emit()

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
