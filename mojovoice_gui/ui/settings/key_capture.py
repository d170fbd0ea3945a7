"""A button that takes the next key pressed, whatever it is, and shows what it saw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.errors import HotkeyUnavailable
from mojovoice_gui.ui.announcer import announce
from mojovoice_gui.ui.settings import key_names
from mojovoice_gui.ui.translation import translate


class KeyCapture(QPushButton):
    """While it waits it has the whole keyboard. A click or the mouse elsewhere gives up."""

    began = Signal()
    pressed_key = Signal(str)  # in the words of the settings
    ended = Signal()  # after ``pressed_key``, or given up

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._is_waiting = False
        self._lone = ""  # the modifier that may be meant for itself
        self.clicked.connect(self._toggle)

    @property
    def is_waiting(self) -> bool:
        return self._is_waiting

    def show_key(self, key: str) -> None:
        """In the words of the settings."""
        self._key = key
        if not self._is_waiting:
            self.setText(spoken(key))

    def event(self, event: QEvent) -> bool:
        """Tab and shortcuts are keys like others while it waits."""
        if self._is_waiting and isinstance(event, QKeyEvent):
            match event.type():
                case QEvent.Type.ShortcutOverride:
                    event.accept()
                case QEvent.Type.KeyPress if not event.isAutoRepeat():
                    self._went_down(event)
                case QEvent.Type.KeyRelease if not event.isAutoRepeat():
                    self._went_up(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._end()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self._end()
        super().hideEvent(event)

    def _toggle(self) -> None:
        if self._is_waiting:
            self._end()
        else:
            QTimer.singleShot(0, self._begin)  # the key that clicked it comes up first

    def _begin(self) -> None:
        self._is_waiting = True
        self._lone = ""
        self.setDown(True)
        self.setText(self.tr("Press the key you want…"))
        self.began.emit()
        self.setFocus()
        self.grabKeyboard()
        announce(self, self.text())

    def _end(self) -> None:
        if not self._is_waiting:
            return
        self._is_waiting = False
        self.releaseKeyboard()
        self.setDown(False)
        self.setText(spoken(self._key))
        self.ended.emit()

    def _went_down(self, event: QKeyEvent) -> None:
        if not key_names.is_modifier(event):
            self._take(key_names.chord(event))
            return
        others = key_names.held(event)
        self._lone = "" if others else key_names.lone(event)
        own = key_names.MODIFIERS[Qt.Key(event.key())]
        self.setText(" + ".join(_named(name) for name in (*others, own)) + " + …")

    def _went_up(self, event: QKeyEvent) -> None:
        if not key_names.is_modifier(event):
            return
        if self._lone and self._lone == key_names.lone(event):
            self._take(self._lone)
        elif not key_names.held(event):
            self._lone = ""
            self.setText(self.tr("Press the key you want…"))

    def _take(self, key: str) -> None:
        self._key = key
        self.pressed_key.emit(key)
        self._end()


def spoken(key: str) -> str:
    """As people call it; what is no key as it is written."""
    if not key:
        return translate("KeyCapture", "No key")
    try:
        return " + ".join(map(_named, str(parse(key)).split("+")))
    except HotkeyUnavailable:
        return key


def _named(key: str) -> str:
    """As it is printed on the keyboards of the user's language."""
    return translate("Key", key.title() if key.islower() else key)
