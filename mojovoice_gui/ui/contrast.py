"""Colours of ours that stand out on the ground of any desktop, as WCAG 2 reckons it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

TEXT = 4.5
"""Least contrast of words to what is behind them."""

SHAPE = 3.0
"""Of what is no word, such as a bar."""

STEP = 0.05


def contrast(one: QColor, other: QColor) -> float:
    """From 1 (the same) to 21 (black and white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen_on(ground: QColor, colour: QColor, least: float = SHAPE) -> QColor:
    """``colour``, or one nearer to black or white that stands out on ``ground``."""
    far = QColor("white" if contrast(ground, QColor("white")) > contrast(ground, QColor("black")) else "black")
    begun = seen = mixed(ground, colour, colour.alphaF())
    share = 0.0
    while contrast(ground, seen) < least and share < 1:
        share += STEP
        seen = mixed(begun, far, min(1.0, share))
    return seen


def faint(palette: QPalette) -> QColor:
    """For words in a list that matter less, and can be read for all that."""
    ground = palette.color(QPalette.ColorRole.Base)
    hints = QGuiApplication.styleHints()  # what it owns dies with the Python object
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return palette.color(QPalette.ColorRole.Text)
    return seen_on(ground, palette.color(QPalette.ColorRole.PlaceholderText), TEXT)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` of the other, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    red, green, blue = (mine + share * (theirs - mine) for mine, theirs in pairs)
    return QColor.fromRgbF(red, green, blue)


def _luminance(colour: QColor) -> float:
    linear = (part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in _parts(colour))
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
