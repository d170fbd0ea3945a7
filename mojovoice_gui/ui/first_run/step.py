"""One step of the first run: what it is about, and the sign that it works."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mojovoice_gui.ui.announcer import announce
from mojovoice_gui.ui.labels import paragraph


class Step(QWidget):
    """Subclasses fill ``column``; ``proved`` is emitted once it is seen to work."""

    proved = Signal()

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.title = title
        self.is_proved = False
        self._sign = paragraph("")
        self._sign.setAccessibleName(self.tr("What works"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(paragraph(explanation))

    def shown(self) -> None:
        """It is in front."""

    def left(self) -> None:
        """Another step is."""

    def prove(self, sentence: str) -> None:
        """It works."""
        self._sign.setText(f"✓ {sentence}")
        self._sign.show()
        if not self.is_proved:
            self.is_proved = True
            announce(self, sentence)
            self.proved.emit()

    def end(self, *, is_full: bool = False) -> None:
        """The last rows of a step: its sign, at the bottom. ``is_full``: what stands above takes all the room."""
        self.column.addStretch(0 if is_full else 1)
        font = self._sign.font()
        font.setBold(True)
        self._sign.setFont(font)
        self._sign.hide()
        self.column.addWidget(self._sign)
