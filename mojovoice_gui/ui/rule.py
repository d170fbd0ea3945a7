"""A thin line between two things."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

STRENGTH = 0.15  # of the colour of words


class Rule(QWidget):
    """Fainter than that of most styles: it parts, and is not to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        colour.setAlphaF(STRENGTH)
        QPainter(self).fillRect(self.rect(), colour)
