"""A search field and the dictations that it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mojovoice_gui.history.store import History, Kept, Waits
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.history.reader import HistoryReader
from mojovoice_gui.ui.history.rows import APPLICATION, WAIT, WHAT, WHEN, Rows
from mojovoice_gui.ui.translation import translate

FOR_APPLICATIONS = 64  # characters in a row, from which their column is shown
PAGE = 200
TYPING_MS = 150
LOOK_MS = 1000
"""How often it is seen whether anything is new."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one question gave."""

    rows: tuple[Kept, ...]
    total: int
    waits: Waits
    mark: int


class Finder(QWidget):
    """Lives in the GUI thread; the reader answers."""

    chosen = Signal(object)  # the Kept, or None
    came = Signal(object)  # a Found
    failed = Signal(object)  # a MojoVoiceError

    def __init__(self, reader: HistoryReader) -> None:
        super().__init__()
        self._reader = reader
        self._mark = -1
        self.field = QLineEdit()
        self.rows = Rows(self)
        self.table = QTableView()
        self.empty = QLabel(self.tr("Nothing is remembered."))
        self._stack = QStackedWidget()
        self._answer: Awaited[Found] | None = None
        self._more: Awaited[tuple[Kept, ...]] | None = None
        self._look: Awaited[int] | None = None
        self._typing = _timer(self, TYPING_MS, self.search, is_single=True)
        self._watch = _timer(self, LOOK_MS, self.look)
        self._build()

    @property
    def current(self) -> Kept | None:
        return self.rows.kept(self.table.currentIndex().row())

    @property
    def chosen_numbers(self) -> tuple[int, ...]:
        """Of all rows that are selected."""
        selected = (self.rows.kept(index.row()) for index in self.table.selectionModel().selectedRows())
        return tuple(kept.id for kept in selected if kept is not None)

    def watch(self, *, is_on: bool) -> None:
        """See now and again whether anything is new."""
        if is_on:
            self.search()
            self._watch.start()
        else:
            self._watch.stop()
            self._answer = self._more = self._look = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What was said is worth more room than where."""
        super().resizeEvent(event)
        narrow = FOR_APPLICATIONS * self.fontMetrics().averageCharWidth()
        self.table.setColumnHidden(APPLICATION, event.size().width() < narrow)

    def search(self) -> None:
        """What the field says, from the beginning."""
        typed = self.field.text()
        limit = max(PAGE, self.rows.rowCount())

        def question(history: History) -> Found:
            mark = history.change_mark()
            return Found(history.page(typed, limit), history.count(typed), history.waits(), mark)

        self._more = None  # it would come in the middle of something else
        self._answer = Awaited(self, self._reader.ask(question), self._show, self.failed.emit)

    def look(self) -> None:
        """Find again, if anybody has changed anything."""
        self._look = Awaited(self, self._reader.ask(History.change_mark), self._compare, self.failed.emit)

    def _compare(self, mark: int) -> None:
        if mark != self._mark:
            self.search()

    def _show(self, found: Found) -> None:
        self._mark = found.mark
        kept, row = self.current, self.table.currentIndex().row()
        self.rows.show(found.rows, found.total)
        again = self.rows.row_of(kept.id) if kept is not None else 0
        self._choose(again if again is not None else min(row, len(found.rows) - 1))
        nothing = self.tr("Nothing is remembered.")
        self.empty.setText(self.tr("Nothing is found.") if self.field.text().strip() else nothing)
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self.came.emit(found)

    def _choose(self, row: int) -> None:
        self.table.setCurrentIndex(self.rows.index(row, WHAT))
        self.chosen.emit(self.rows.kept(row))

    def _ask_for_more(self) -> None:
        typed, offset = self.field.text(), self.rows.rowCount()
        page = self._reader.ask(lambda history: history.page(typed, PAGE, offset))
        self._more = Awaited(self, page, self.rows.append, self.failed.emit)

    def _build(self) -> None:
        self.field.setPlaceholderText(self.tr("Search in texts and applications"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typing.start)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        self.rows.more_wanted.connect(self._ask_for_more)
        self._build_table()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)

    def _build_table(self) -> None:
        table = self.table
        table.setModel(self.rows)
        table.setAccessibleName(self.tr("Dictations"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(round(1.7 * table.fontMetrics().height()))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        longest = translate("History", "Yesterday {time}").format(time="00:00 PM")
        for column, sample in ((WHEN, longest), (APPLICATION, "A browser"), (WAIT, "10.00 s")):
            table.setColumnWidth(column, table.fontMetrics().horizontalAdvance(sample) + 24)
        table.selectionModel().currentRowChanged.connect(self._row_changed)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.rows.kept(current.row()))


def _timer(parent: Finder, interval_ms: int, then: Callable[[], None], *, is_single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.setSingleShot(is_single)
    timer.timeout.connect(then)
    return timer
