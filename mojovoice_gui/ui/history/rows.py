"""The history as rows of a table; more are asked for as one scrolls."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication

from mojovoice_gui.domain import Entry, Outcome
from mojovoice_gui.history.store import Kept
from mojovoice_gui.ui.contrast import faint
from mojovoice_gui.ui.translation import decimal, in_words, translate

WHEN, WHAT, APPLICATION, WAIT = range(4)
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SHOWN_CHARACTERS = 300
"""Of a text: the rest would not fit in any row."""

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel):
    """What was found, as far as it was looked at."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Kept] = []
        self._total = 0
        self._is_waiting = False  # for more
        self._italic = QFont()
        self._italic.setItalic(True)

    def show(self, rows: tuple[Kept, ...], total: int) -> None:
        """Instead of what there was; ``total``: how many there are in the end."""
        self.beginResetModel()
        self._rows, self._total, self._is_waiting = list(rows), total, False
        self.endResetModel()

    def append(self, rows: tuple[Kept, ...]) -> None:
        self._is_waiting = False
        if not rows:
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def kept(self, row: int) -> Kept | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, number: int) -> int | None:
        return next((row for row, kept in enumerate(self._rows) if kept.id == number), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and its own default
        return 0 if parent.isValid() else len(headers())

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and not self._is_waiting and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit()

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == WAIT:
            return NUMBERS
        is_asked = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return headers()[section] if is_asked else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kept = self.kept(index.row())
        if kept is None:
            return None
        entry = kept.entry
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(entry, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == WHEN:
                return QLocale().toString(local(entry.at), QLocale.FormatType.LongFormat)
            case Qt.ItemDataRole.FontRole if index.column() == WHAT and not entry.transcript.text:
                return self._italic
            case Qt.ItemDataRole.ForegroundRole if index.column() != WHAT or not entry.transcript.text:
                return faint(QGuiApplication.palette())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == WAIT:
                return NUMBERS
        return None


def headers() -> tuple[str, ...]:
    """Of ``WHEN``, ``WHAT``, ``APPLICATION`` and ``WAIT``."""
    return (
        translate("History", "When"),
        translate("History", "What"),
        translate("History", "Application"),
        translate("History", "Wait"),
    )


def local(at: datetime) -> QDateTime:
    """As Qt knows it, in the time zone of the desktop."""
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))


def when(at: datetime, today: date) -> str:
    """As short as one would say it."""
    time = QLocale().toString(local(at).time(), QLocale.FormatType.ShortFormat)
    if at.date() == today:
        return time
    if at.date() == today - timedelta(days=1):
        return translate("History", "Yesterday {time}").format(time=time)
    return f"{QLocale().toString(local(at).date(), QLocale.FormatType.ShortFormat)} {time}"


def outcome(entry: Entry) -> str:
    """What became of one without text."""
    return named(entry.outcome) + (f": {in_words(entry.reason)}" if entry.reason else "")


def named(outcome: Outcome) -> str:
    match outcome:
        case Outcome.DELIVERED:
            return translate("History", "Delivered")
        case Outcome.ON_CLIPBOARD:
            return translate("History", "On clipboard")
        case Outcome.NO_SPEECH:
            return translate("History", "No speech")
        case Outcome.CANCELLED:
            return translate("History", "Cancelled")
        case Outcome.FAILED:
            return translate("History", "Failed")
        case Outcome.RECOVERED:
            return translate("History", "Recovered")


def _cell(entry: Entry, column: int) -> str:
    match column:
        case 0:
            return when(entry.at, datetime.now().astimezone().date())
        case 1:
            return " ".join(entry.transcript.text[:SHOWN_CHARACTERS].split()) or outcome(entry)
        case 2:
            return entry.application
    return "" if entry.wait_s is None else f"{decimal(entry.wait_s, 2)} s"
