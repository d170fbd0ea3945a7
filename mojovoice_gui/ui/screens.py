"""On which screen a window is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QScreen

from mojovoice_gui.domain import Place


def screen_of(place: Place | None) -> QScreen | None:
    """None if it cannot be told. The desktop counts real pixels, Qt those of its scale: only corners are the same."""
    if place is None or place.centre is None:
        return None
    for screen in QGuiApplication.screens():
        corner, size, scale = screen.geometry().topLeft(), screen.geometry().size(), screen.devicePixelRatio()
        if QRectF(QPointF(corner), size.toSizeF() * scale).contains(QPointF(*place.centre)):
            return screen
    return None


def can_place_windows() -> bool:
    """On Wayland a program may not say where its window is, nor keep it from the focus."""
    return not QGuiApplication.platformName().startswith("wayland")
