"""What the desktop does with the key, and the lines that bind one where it does nothing by itself."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.ui.announcer import announce
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.key_report import KeyReport, report_keys
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import in_words

ABOUT = frozenset({"hotkey", "activation", "cancel_key"})
HEIGHT = 7  # lines


class KeyAdvice(QWidget):
    """Says nothing before ``look``; from then on it follows the settings."""

    needed = Signal(bool)  # after each look: something is left to the user

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._report: Awaited[KeyReport] | None = None
        self._keys = paragraph("")
        self._cancel = paragraph("")
        self._lines = QPlainTextEdit()
        self._copy = QPushButton(self.tr("Cop&y the lines"))
        self._copied = paragraph("")
        self._foot = QWidget()
        self._build()
        self._copy.clicked.connect(self._copy_lines)
        surroundings.choices.changed.connect(self._changed)

    def look(self) -> None:
        settings, command = self._surroundings.choices.settings, self._surroundings.command
        asked = self._surroundings.background.submit(report_keys, dict(os.environ), settings, command)
        self._report = Awaited(self, asked, self._show)

    def _changed(self, names: frozenset[str]) -> None:
        if names & ABOUT and self._report is not None:
            self.look()

    def _show(self, found: KeyReport) -> None:
        self._keys.setText(in_words(found.keys))
        self._cancel.setText(in_words(found.cancel))
        self._cancel.setVisible(bool(found.cancel))
        if found.lines != self._lines.toPlainText():
            self._lines.setPlainText(found.lines)
            self._copied.setText("")
        for widget in (self._lines, self._foot):
            widget.setVisible(bool(found.lines))
        self.needed.emit(found.asks_something)

    def _copy_lines(self) -> None:
        QGuiApplication.clipboard().setText(self._lines.toPlainText())
        self._copied.setText(self.tr("The lines are on the clipboard."))
        announce(self._copy, self._copied.text())

    def _build(self) -> None:
        self._lines.setReadOnly(True)
        self._lines.setAccessibleName(self.tr("Lines for the configuration of the desktop"))
        self._lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(HEIGHT * self._lines.fontMetrics().lineSpacing())
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._copy)
        row.addWidget(self._copied, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._keys, self._lines, self._foot, self._cancel):
            column.addWidget(widget)
        for widget in (self._lines, self._foot, self._cancel):
            widget.hide()
