"""One model in the list: what it is, where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.shelf import Row
from mojovoice_gui.ui.models import wording
from mojovoice_gui.ui.translation import told

BAR_STEPS = 1000


class ModelRow(QWidget):
    """Shows a ``Row`` and the ``Transfer`` that concerns it; its signals are what the user asks for, with the name."""

    fetch_asked = Signal(str)
    pause_asked = Signal(str)
    cancel_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, row: Row, *, can_delete: bool = True) -> None:
        super().__init__()
        self._can_delete = can_delete
        self._row = row
        self._transfer: Transfer | None = None
        self._name = QLabel()
        self._facts = QLabel()
        self._said = QLabel()
        self._bar = QProgressBar()
        self._fetch = self._button(self.tr("Download"), self.fetch_asked.emit)
        self._pause = self._button(self.tr("Pause"), self._ask_pause)
        self._cancel = self._button(self.tr("Cancel"), self.cancel_asked.emit)
        self._delete = self._button(self.tr("Delete…"), self.delete_asked.emit)
        self._build()
        self.show_row(row, in_use="")

    @property
    def row(self) -> Row:
        """What it shows."""
        return self._row

    def show_row(self, row: Row, in_use: str) -> None:
        """``in_use``: as what it is chosen, such as "Model"."""
        self._row = row
        self._name.setText(f"{row.name}  ·  {in_use}" if in_use else row.name)
        self._facts.setText(wording.facts(row))
        self._refresh()

    def show_transfer(self, transfer: Transfer) -> None:
        self._transfer = transfer
        running = transfer.phase is Phase.RUNNING
        if running and transfer.total_bytes:
            self._bar.setRange(0, BAR_STEPS)
            self._bar.setValue(BAR_STEPS * transfer.here_bytes // transfer.total_bytes)
        else:
            self._bar.setRange(0, 0)  # it is not known how far
        if running:
            self._said.setText(wording.progress(transfer))
        else:
            self._pause.setEnabled(True)
            self._said.setText(told(transfer.notice) if transfer.notice else "")
        self._refresh()

    def _ask_pause(self, name: str) -> None:
        """The thread hears of it after its next block."""
        self._pause.setEnabled(False)
        self._said.setText(self.tr("Pausing…"))
        self.pause_asked.emit(name)

    def _refresh(self) -> None:
        running = self._transfer is not None and self._transfer.phase is Phase.RUNNING
        here = self._row.installed is not None
        begun = self._row.begun_bytes > 0
        self._bar.setVisible(running)
        self._said.setVisible(bool(self._said.text()))
        self._pause.setVisible(running)
        self._cancel.setVisible(running or (begun and not here))
        self._fetch.setVisible(not running and not here)
        fetch = self.tr("Resume") if begun else self.tr("Download")
        self._fetch.setText(fetch)
        self._fetch.setAccessibleName(f"{fetch} {self._row.name}")
        self._delete.setVisible(self._can_delete and not running and self._row.can_be_deleted)

    def _button(self, text: str, clicked: Callable[[str], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(f"{text.rstrip('…')} {self._row.name}")
        button.clicked.connect(lambda _checked: clicked(self._row.name))
        return button

    def _build(self) -> None:
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._facts.setWordWrap(True)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Download of {model}").format(model=self._row.name))
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        top.addLayout(words, 1)
        for button in (self._fetch, self._pause, self._cancel, self._delete):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._said)
