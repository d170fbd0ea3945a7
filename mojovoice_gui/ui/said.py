"""A line of a window that says what came of what was done last."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from mojovoice_gui.ui.announcer import announce


class Said(QLabel):
    """A screen reader says it, too, while the window is there: the keyboard is elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._aloud = QTimer(self)  # of several at once the last one counts: "Saved" comes before "Undone"
        self._aloud.setSingleShot(True)
        self._aloud.timeout.connect(self._announce)

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self._aloud.start(0)

    def _announce(self) -> None:
        if self.text() and self.isVisible():
            announce(self, self.text())
