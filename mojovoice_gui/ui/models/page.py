"""The models page: which pair is chosen and how it runs, what is here, what can be had."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mojovoice_gui.domain import EngineState, Notice
from mojovoice_gui.models.catalog import of_hub
from mojovoice_gui.models.library import Transfer
from mojovoice_gui.models.shelf import Row, Shelf
from mojovoice_gui.ui.labels import heading, paragraph
from mojovoice_gui.ui.models.choice import PairChoice
from mojovoice_gui.ui.models.desk import ModelDesk
from mojovoice_gui.ui.models.light import Light
from mojovoice_gui.ui.models.row import ModelRow
from mojovoice_gui.ui.rule import Rule
from mojovoice_gui.ui.settings.field import Reason
from mojovoice_gui.ui.translation import data_size, told


class ModelsPage(QWidget):
    """Shows what it is told; ``chosen`` asks for a setting: (its field, its value)."""

    chosen = Signal(str, str)

    def __init__(self, desk: ModelDesk) -> None:
        super().__init__()
        self._desk = desk
        self._target = self._draft = ""
        self._rows: dict[str, ModelRow] = {}
        self._choice = PairChoice()
        self._light = Light()
        self._notice = Reason()
        self._used = paragraph("")
        self._here = _Group(self.tr("On this machine"))
        self._more = _Group(self.tr("To download"))
        self._private = QLineEdit()
        self._build()
        self._choice.chosen.connect(self.chosen)
        desk.shelf.connect(self._show_shelf)
        desk.transfer.connect(self._show_transfer)
        desk.notice.connect(self._show_notice)
        desk.look()

    def show_choice(self, target: str, draft: str) -> None:
        """The models that the settings name."""
        self._target, self._draft = target, draft
        if self._desk.last_shelf is not None:
            self._show_shelf(self._desk.last_shelf)

    def show_state(self, state: EngineState | None, broken: Notice | None) -> None:
        """How the pair runs; see ``Light``."""
        self._light.show_state(state, broken)

    # ---- what the desk tells

    def _show_shelf(self, shelf: Shelf) -> None:
        for name in self._rows.keys() - {row.name for row in shelf.rows}:
            self._rows.pop(name).deleteLater()
        for row in shelf.rows:
            widget = self._rows.get(row.name) or self._new_row(row)
            widget.show_row(row, self._in_use(row))
        for transfer in self._desk.running:
            self._show_transfer(transfer)
        here = sorted((row for row in shelf.rows if row.installed is not None), key=self._rank)
        self._here.show_rows([self._rows[row.name] for row in here])
        self._more.show_rows([self._rows[row.name] for row in shelf.rows if row.installed is None])
        used = self.tr("{used} used, {free} free on that disk.")
        self._used.setText(used.format(used=data_size(shelf.used_bytes), free=data_size(shelf.free_bytes)))
        self._choice.show_rows(shelf.rows, self._target, self._draft)

    def _show_transfer(self, transfer: Transfer) -> None:
        if transfer.name not in self._rows:  # of no catalogue: it gets its row now
            self._new_row(Row(transfer.name, of_hub(transfer.name), None, 0))
            self._more.show_rows([*self._more.rows, self._rows[transfer.name]])
        self._rows[transfer.name].show_transfer(transfer)

    def _show_notice(self, notice: Notice) -> None:
        self._notice.say(told(notice))

    def _in_use(self, row: Row) -> str:
        """As what it is chosen."""
        if row.name == self._target:
            return self.tr("your model")
        return self.tr("your draft model") if row.name == self._draft else ""

    def _rank(self, row: Row) -> int:
        """What is chosen comes first."""
        return [self._target, self._draft].index(row.name) if self._in_use(row) else 2

    # ---- what the user asks

    def _ask_delete(self, name: str) -> None:
        """What is in use needs a second thought, and so do gigabytes."""
        uses = self._in_use(self._rows[name].row)
        question = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Delete a model"),
            self.tr("Delete {name} from the disk?").format(name=name),
            parent=self,
        )
        warning = self.tr(
            "It is {use}: dictation goes on until Mojo Voice loads it again. Choose another one first."
        ).format(use=uses)
        question.setInformativeText(warning if uses else self.tr("It can be downloaded again."))
        delete = question.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.buttonClicked.connect(lambda clicked: self._desk.delete(name) if clicked is delete else None)
        question.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder with a CTranslate2 Whisper model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self._desk.take_in(Path(folder)))
        dialog.open()

    def _fetch_private(self) -> None:
        name = self._private.text().strip()
        if of_hub(name) is None:
            self._show_notice(Notice("A model of the hub is named by its owner and its name.", "Write OWNER/NAME."))
            return
        self._private.clear()
        self._notice.say("")
        self._desk.fetch(name)

    def _new_row(self, row: Row) -> ModelRow:
        widget = ModelRow(row)
        widget.fetch_asked.connect(self._desk.fetch)
        widget.pause_asked.connect(self._desk.pause)
        widget.cancel_asked.connect(self._desk.cancel)
        widget.delete_asked.connect(self._ask_delete)
        self._rows[row.name] = widget
        return widget

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._choice, self._light, self._notice, self._here, self._used, self._more):
            column.addWidget(widget)
        column.addLayout(self._others())
        column.addStretch(1)

    def _others(self) -> QVBoxLayout:
        """Models that are in no catalogue."""
        take_in = QPushButton(self.tr("&Import a folder…"))
        take_in.clicked.connect(self._ask_folder)
        fetch = QPushButton(self.tr("Do&wnload"))
        fetch.clicked.connect(self._fetch_private)
        self._private.setPlaceholderText(self.tr("OWNER/NAME of any other model on the hub"))
        self._private.setAccessibleName(self.tr("Another model of the hub"))
        self._private.returnPressed.connect(self._fetch_private)
        row = QHBoxLayout()
        row.addWidget(self._private, 1)
        row.addWidget(fetch)
        other = QHBoxLayout()
        other.addWidget(take_in)
        other.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(heading(self.tr("Other models"), 1.1))
        what = self.tr("Whisper models converted for CTranslate2, from the hub or from a folder of yours.")
        column.addWidget(paragraph(what))
        column.addLayout(row)
        column.addLayout(other)
        return column


class _Group(QWidget):
    """A title and rows, hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows: list[ModelRow] = []
        self._lines: list[Rule] = []  # between them
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(heading(title, 1.1))
        self.hide()

    def show_rows(self, rows: list[ModelRow]) -> None:
        if rows == self.rows:
            return
        for row in self.rows:  # removed by Qt itself: an item that Python keeps remembers a height for ever
            self._column.removeWidget(row)
        for line in self._lines:
            line.deleteLater()
        self._lines = [Rule() for _ in rows[1:]]
        for row, line in zip_longest(rows, self._lines):
            self._column.addWidget(row)
            if line is not None:
                self._column.addWidget(line)
            row.show()
        self.rows = rows
        self.setVisible(bool(rows))
