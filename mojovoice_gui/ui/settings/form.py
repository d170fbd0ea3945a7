"""Rows of a name and what it names, in two columns; where there is little room the name stands above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

SIDE = 24  # pixels at 100 % beside everything on a page
TWO_COLUMNS_FROM = 480  # pixels: on a narrower page names stand above
NAME_CHARACTERS = 24  # the same everywhere, so that controls stand in one line
ANY_WIDTH = 16_777_215  # what Qt calls no limit
TO_CONTROL = 4  # pixels from the top of a control to its words


class Form(QVBoxLayout):
    """Box layouts alone: they alone give wrapped text its height when a row appears or grows."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[QBoxLayout, QLabel, QWidget]] = []
        self._is_narrow = False
        self.setSpacing(14)

    @property
    def narrowest(self) -> int:
        """Pixels, with the names above."""
        return max((widget.minimumSizeHint().width() for _, _, widget in self._rows), default=0)

    def add_row(self, text: str, widget: QWidget) -> QLabel:
        """The name is the label that is returned."""
        name = QLabel(text)
        name.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(widget, 1)
        self.addLayout(row)
        self._rows.append((row, name, widget))
        self._arrange(row, name)
        return name

    def show_row(self, widget: QWidget, *, is_shown: bool) -> None:
        """With its name."""
        for _, name, named in self._rows:
            if named is widget:
                named.setVisible(is_shown)
                name.setVisible(is_shown)

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether names stand above."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for row, name, _ in self._rows:
            self._arrange(row, name)

    def _arrange(self, row: QBoxLayout, name: QLabel) -> None:
        side = Qt.AlignmentFlag.AlignLeft if self._is_narrow else Qt.AlignmentFlag.AlignRight
        name.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        width = NAME_CHARACTERS * name.fontMetrics().averageCharWidth()
        name.setMinimumWidth(0 if self._is_narrow else width)
        name.setMaximumWidth(ANY_WIDTH if self._is_narrow else width)
        is_empty = self._is_narrow and not name.text()
        name.setMaximumHeight(0 if is_empty else ANY_WIDTH)
        name.setContentsMargins(0, 0 if self._is_narrow else TO_CONTROL, 0, 0)
        row.setDirection(QBoxLayout.Direction.TopToBottom if self._is_narrow else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(0 if is_empty else 4 if self._is_narrow else 16)
