"""The tray icon: one shape per stage, a click to start and stop, a menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mojovoice_gui.desktop.notifications import notify
from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.ui.translation import told, translate

TITLE = "Mojo Voice"
TRAY_WATCHER = "org.kde.StatusNotifierWatcher"
SETTLE_MS = 300  # a tray that has just appeared on the bus needs a moment before it takes icons
NOTICE_MS = 8000


class Tray(QObject):
    """Lives in the GUI thread; its signals are what the user asks for."""

    toggle_asked = Signal()
    cancel_asked = Signal()
    copy_asked = Signal()
    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(self, icons: Path, *, is_on: bool = True) -> None:
        super().__init__()
        self._is_on = is_on
        self._icons = {stage: QIcon(str(icons / f"tray-{stage}.svg")) for stage in Stage}
        self._stage = Stage.LOADING
        self._menu = QMenu()
        self._toggle = self._entry(self.toggle_asked)
        self._cancel = self._entry(self.cancel_asked)
        self._copy = self._entry(self.copy_asked)
        self._menu.addSeparator()
        self._settings = self._entry(self.settings_asked)
        self._quit = self._entry(self.quit_asked)
        self._name_entries()
        self._icon = self._make_icon()
        self.show_stage(Stage.LOADING)
        self._watcher = self._watch_for_trays()

    def rename(self) -> None:
        """In the language that is in use now."""
        self._name_entries()
        self.show_stage(self._stage)

    def _name_entries(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._copy.setText(self.tr("Copy last text"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))

    def show_stage(self, stage: Stage) -> None:
        self._stage = stage
        recording = stage is Stage.RECORDING
        self._toggle.setText(self.tr("Stop and insert") if recording else self.tr("Start dictation"))
        self._cancel.setEnabled(recording or stage is Stage.TRANSCRIBING)
        self._icon.setIcon(self._icons[stage])
        self._icon.setToolTip(f"{TITLE}: {_says(stage)}")

    def switch(self, *, on: bool) -> None:
        """With an icon or without; notices are the desktop's then."""
        self._is_on = on
        self._icon.setVisible(on)

    def show_notice(self, notice: Notice) -> None:
        """By the icon; without one, or where the desktop has no tray, as GNOME, by its notifications."""
        if not (self._is_on and QSystemTrayIcon.isSystemTrayAvailable()):
            notify(Notice(told(notice), is_error=notice.is_error))
            return
        kind = QSystemTrayIcon.MessageIcon.Warning if notice.is_error else QSystemTrayIcon.MessageIcon.Information
        self._icon.showMessage(TITLE, told(notice), kind, NOTICE_MS)

    def hide(self) -> None:
        self._icon.hide()

    def _entry(self, asked: SignalInstance) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(lambda _checked: asked.emit())
        return action

    def _make_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._icons[self._stage])
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._activated)
        icon.setVisible(self._is_on)
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


def _says(stage: Stage) -> str:
    match stage:
        case Stage.LOADING:
            return translate("Tray", "loading the speech models…")
        case Stage.IDLE:
            return translate("Tray", "ready")
        case Stage.RECORDING:
            return translate("Tray", "listening…")
        case Stage.TRANSCRIBING:
            return translate("Tray", "writing…")
        case Stage.NO_SPEECH:
            return translate("Tray", "heard no speech")
        case Stage.ERROR:
            return translate("Tray", "something went wrong")
