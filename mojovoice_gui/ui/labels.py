"""Words in windows: headings, paragraphs, and the small print under a control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

SMALL = 0.9  # times ordinary text


def heading(text: str, size: float = 1.0) -> QLabel:
    """``size``: times that of ordinary text."""
    words = QLabel(text)
    _scale(words, size, is_bold=True)
    return words


def paragraph(text: str = "", *, can_be_copied: bool = False) -> QLabel:
    """Text that wraps."""
    words = QLabel(text)
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    if can_be_copied:
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return words


def small(text: str) -> QLabel:
    """Help under a control; not there while there is nothing to say."""
    words = paragraph(text)
    _scale(words, SMALL)
    words.setVisible(bool(text))
    return words


def _scale(words: QLabel, size: float, *, is_bold: bool = False) -> None:
    font = words.font()
    font.setPointSizeF(font.pointSizeF() * size)
    font.setBold(is_bold)
    words.setFont(font)
