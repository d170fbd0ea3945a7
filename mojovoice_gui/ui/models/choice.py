"""Which model writes the text and which one proposes it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mojovoice_gui.models.catalog import Role
from mojovoice_gui.models.shelf import Row
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.settings.field import DropDown
from mojovoice_gui.ui.settings.form import SIDE, TWO_COLUMNS_FROM, Form
from mojovoice_gui.ui.translation import translate


class PairChoice(QWidget):
    """Two lists of what is installed; ``chosen`` tells (field of the settings, value)."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._target = _box(self.tr("Model"), "target")
        self._draft = _box(self.tr("Draft model"), "draft")
        self._form = Form()
        self._form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._form)
        for words, box, help_text in (
            (self.tr("&Model:"), self._target, self.tr("It writes the text you get.")),
            (
                self.tr("D&raft model:"),
                self._draft,
                self.tr("A smaller one that proposes: faster on some machines, the text is the same."),
            ),
        ):
            self._form.add_row(words, _explained(box, help_text)).setBuddy(box)
        self._target.activated.connect(lambda _index: self.chosen.emit("target", self._target.currentData()))
        self._draft.activated.connect(lambda _index: self.chosen.emit("draft", self._draft.currentData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._form.set_narrow(self.width() < TWO_COLUMNS_FROM - 2 * SIDE)
        super().resizeEvent(event)

    def show_rows(self, rows: tuple[Row, ...], target: str, draft: str) -> None:
        """Those that suit first; what is chosen stands in its list even if it is not here."""
        here = [row for row in rows if row.installed is not None]
        _fill(self._target, _suited(here, Role.TARGET), target)
        _fill(self._draft, [("", self.tr("None")), *_suited(here, Role.DRAFT)], draft)


def _suited(rows: list[Row], role: Role) -> list[tuple[str, str]]:
    """(value, words), those for this role first."""
    suits = [row for row in rows if row.model is None or role in row.model.roles]
    return [(row.name, row.name) for row in [*suits, *(row for row in rows if row not in suits)]]


def _fill(box: QComboBox, entries: list[tuple[str, str]], chosen: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for value, words in entries:
            box.addItem(words, value)
        if box.findData(chosen) < 0:
            absent = translate("PairChoice", "{model} (not on this machine)").format(model=chosen)
            box.addItem(chosen if "/" in chosen else absent, chosen)
        box.setCurrentIndex(box.findData(chosen))


def _box(name: str, field: str) -> QComboBox:
    box = DropDown()
    box.setObjectName(field)
    box.setAccessibleName(name)
    return box


def _explained(box: QComboBox, help_text: str) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(box)
    column.addWidget(small(help_text))
    return both
