"""Does the user want things to move? The setting, or what the desktop says by way of its portal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from mojovoice_gui.domain import Motion

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
HINTS = (  # where desktops keep it, and the value that means: nothing should move
    ("org.gnome.desktop.interface", "enable-animations", False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"),
)
PATIENCE_MS = 2000


class MotionHint(QObject):
    """Tells ``still`` whether motion is to be reduced, each time it is asked to look. Never waits."""

    def __init__(self, motion: Motion, still: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._motion = motion
        self._still = still
        self._said: dict[str, bool] = {}  # by the desktop's own name of the hint

    def look(self) -> None:
        if self._motion is not Motion.AUTO:
            self._still(self._motion is Motion.REDUCED)
            return
        bus = QDBusConnection.sessionBus()
        for folder, name, still in HINTS:
            question = QDBusMessage.createMethodCall(*PORTAL, "Read")
            question.setArguments([folder, name])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question, PATIENCE_MS), self)
            watcher.finished.connect(lambda answer, name=name, still=still: self._heard(answer, name, still))

    def _heard(self, watcher: QDBusPendingCallWatcher, name: str, still: object) -> None:
        answer = watcher.reply()
        watcher.deleteLater()
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
            return
        self._said[name] = str(_bare(answer.arguments()[0])) == str(still)
        self._still(any(self._said.values()))


def _bare(value: object) -> object:
    """The portal wraps what it says once or twice."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
