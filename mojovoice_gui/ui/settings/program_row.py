"""One application and how it is given a text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mojovoice_gui.ui.settings.field import DropDown, searchable

NAME_CHARACTERS, WAY_CHARACTERS = 12, 16


class ProgramRow(QWidget):
    """Its name, chosen or typed, the way, and a button that removes it."""

    typed = Signal()  # into the name, which may not be complete yet
    changed = Signal()
    removed = Signal()

    def __init__(self, ways: Iterable[tuple[str, str]], name: str, way: str) -> None:
        super().__init__()
        self._name = DropDown()
        self._name.setAccessibleName(self.tr("Application"))
        self._edit = searchable(self._name)
        self._edit.setPlaceholderText(self.tr("Application"))
        self._edit.setText(name)
        self._way = DropDown()
        self._way.setAccessibleName(self.tr("Its way"))
        for value, said in ways:
            self._way.addItem(said, value)
        self._way.setCurrentIndex(self._way.findData(way))
        self._build()

    @property
    def pair(self) -> tuple[str, str]:
        """Name and way; the name is empty while nobody has written it."""
        return self._edit.text().strip(), str(self._way.currentData())

    def offer(self, names: Iterable[str]) -> None:
        """Applications to choose from."""
        written = self._edit.text()
        self._name.clear()
        self._name.addItems(list(names))
        self._edit.setText(written)

    def _build(self) -> None:
        remove = QPushButton(self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for box, characters in ((self._name, NAME_CHARACTERS), (self._way, WAY_CHARACTERS)):
            box.setMinimumContentsLength(characters)
            box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(self._name, 1)
        row.addWidget(self._way, 1)
        row.addWidget(remove)
        self.setFocusProxy(self._edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit.textEdited.connect(self.typed)
        self._edit.editingFinished.connect(self.changed)
        self._name.activated.connect(self.changed)
        self._way.activated.connect(self.changed)
        remove.clicked.connect(self.removed)
