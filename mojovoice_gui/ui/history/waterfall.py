"""Where the wait went: one bar, a stretch for each stage, and their names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from mojovoice_gui.domain import Entry
from mojovoice_gui.ui.contrast import seen_on
from mojovoice_gui.ui.translation import translate

SHORTEST_S = 0.0005
"""What is shorter was not worth a name."""

BAR, GAP, CHIP = 14, 8, 10  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Stretch:
    name: str
    colour: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.name} {1000 * self.seconds:.0f} ms"


def stretches(entry: Entry) -> tuple[Stretch, ...]:
    """The stages in their order, and what of the wait was none of them.

    The colours are told apart by those who see no red or no green, on dark and on light ground (after Okabe and Ito).
    """
    times = entry.transcript.times
    every = (
        Stretch(translate("Waterfall", "speech?"), "#56b4e9", times.gate_s),
        Stretch(translate("Waterfall", "draft"), "#e69f00", times.draft_s),
        Stretch(translate("Waterfall", "encode"), "#0072b2", times.encode_s),
        Stretch(translate("Waterfall", "verify"), "#009e73", times.verify_s),
        Stretch(translate("Waterfall", "insert"), "#cc79a7", times.insert_s),
    )
    rest_s = (entry.wait_s or 0.0) - sum(stretch.seconds for stretch in every)
    rest = Stretch(translate("Waterfall", "the rest"), "#8c8c8c", rest_s)
    return tuple(stretch for stretch in (*every, rest) if stretch.seconds >= SHORTEST_S)


class Waterfall(QWidget):
    """Empty while there is nothing to show."""

    def __init__(self) -> None:
        super().__init__()
        self._stretches: tuple[Stretch, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Where the wait went"))

    def show_entry(self, entry: Entry) -> None:
        self._stretches = stretches(entry) if entry.wait_s is not None else ()
        told = ", ".join(map(str, self._stretches))
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.setVisible(bool(self._stretches))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(320, BAR + GAP + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(stretch.seconds for stretch in self._stretches)
        left = 0.0
        for stretch in self._stretches:
            width = self.width() * stretch.seconds / total
            painter.setBrush(self._colour(stretch))
            painter.drawRect(QRectF(left, 0, max(1.0, width - 1), BAR))
            left += width
        self._paint_names(painter)

    def _colour(self, stretch: Stretch) -> QColor:
        return seen_on(self.palette().color(QPalette.ColorRole.Window), QColor(stretch.colour))

    def _paint_names(self, painter: QPainter) -> None:
        """As many as there is room for; the rest is in the tool tip."""
        metrics = self.fontMetrics()
        left, top = 0.0, BAR + GAP
        for stretch in self._stretches:
            width = CHIP + GAP / 2 + metrics.horizontalAdvance(str(stretch))
            if left + width > self.width():
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(stretch))
            painter.drawRect(QRectF(left, top + (metrics.height() - CHIP) / 2, CHIP, CHIP))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(QRectF(left + CHIP + GAP / 2, top, width, metrics.height()), 0, str(stretch))
            left += width + 2 * GAP
