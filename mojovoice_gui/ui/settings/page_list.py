"""The list of pages: an icon and a title each, in the colours of the desktop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from mojovoice_gui.paths import resources

AROUND = 8  # pixels between the edge and what is selected
ICON = 18
COLOURS = ((QIcon.Mode.Normal, QPalette.ColorRole.Text), (QIcon.Mode.Selected, QPalette.ColorRole.HighlightedText))


class PageList(QListWidget):
    """As wide as its titles need."""

    def __init__(self) -> None:
        super().__init__()
        self._files: list[Path] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setViewportMargins(AROUND, AROUND, AROUND, AROUND)
        self.setIconSize(QSize(ICON, ICON))

    def add(self, title: str, name: str) -> None:
        """``name``: of its icon."""
        item = QListWidgetItem(title, self)
        item.setSizeHint(QSize(0, round(2.1 * self.fontMetrics().height())))
        self._files.append(resources() / f"icons/page-{name}.svg")
        self._colour()
        widest = max(self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count()))
        self.setFixedWidth(widest + ICON + 2 * AROUND + 32)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        for row, file in enumerate(self._files):
            icon = QIcon()
            for mode, role in COLOURS:
                icon.addPixmap(self._drawn(file, self.palette().color(role)), mode)
            self.item(row).setIcon(icon)

    def _drawn(self, file: Path, colour: QColor) -> QPixmap:
        picture = QIcon(str(file)).pixmap(QSize(ICON, ICON), self.devicePixelRatio())
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), colour)
        painter.end()
        return picture
