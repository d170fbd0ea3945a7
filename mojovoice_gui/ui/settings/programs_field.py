"""How single applications are given their text: a row for each."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.errors import SettingsError
from mojovoice_gui.history.database import FILE
from mojovoice_gui.history.store import History
from mojovoice_gui.settings import Rows, Value, options, parsed
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.settings.field import Field
from mojovoice_gui.ui.settings.key_capture import spoken
from mojovoice_gui.ui.settings.program_row import ProgramRow
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import told, translate

PASTE_KEYS = ("shift+insert", "ctrl+v", "ctrl+shift+v")


def ways() -> tuple[tuple[str, str], ...]:
    """Into a window: value and what people call it."""
    return (
        ("auto", translate("ProgramsField", "Paste: keys that suit the window")),
        *((keys, translate("ProgramsField", "Paste: {keys}").format(keys=spoken(keys))) for keys in PASTE_KEYS),
        ("type", translate("ProgramsField", "Type it, key by key")),
        ("clipboard", translate("ProgramsField", "Leave it on the clipboard")),
    )


class ProgramsField(Field):
    """For the option ``paste_keys``. A row counts as soon as it has a name."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._rows: list[ProgramRow] = []
        self._seen: tuple[str, ...] = ()  # applications that were dictated to, the last one first
        self._asked: Awaited[tuple[str, ...]] | None = None
        table = QWidget()
        self._add = QPushButton(translate("ProgramsField", "&Add an application"))
        self._lines = QVBoxLayout(table)
        self._lines.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._lines.addLayout(foot)
        super().__init__(surroundings.choices, "paste_keys", table, self._show_rows)
        self.setFocusProxy(self._add)
        self._surroundings = surroundings
        self._add.clicked.connect(self._begin_row)

    def try_out(self, value: Value) -> bool:
        """Say what is wrong with a row."""
        try:
            parsed(options()[self.name], value)
        except SettingsError as error:
            self.refuse(told(error))
            return False
        self.refuse("")
        return True

    def look(self) -> None:
        """The history says which applications there are."""
        asked = self._surroundings.background.submit(_applications, self._surroundings.paths.history)
        self._asked = Awaited(self, asked, self._offer)

    def _offer(self, seen: tuple[str, ...]) -> None:
        self._seen = seen
        for row in self._rows:
            row.offer(seen)

    def _begin_row(self) -> None:
        self._put(ProgramRow(ways(), "", "ctrl+v")).setFocus()

    def _put(self, row: ProgramRow) -> ProgramRow:
        row.offer(self._seen)
        row.typed.connect(lambda: self.try_out(self._written))
        row.changed.connect(self._take)
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._lines.insertWidget(len(self._rows) - 1, row)
        return row

    def _remove(self, row: ProgramRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
        self._take()

    @property
    def _written(self) -> Rows:
        return tuple(row.pair for row in self._rows if row.pair[0])

    def _take(self) -> None:
        self.choose(self._written)

    def _show_rows(self, value: Value) -> None:
        """A row without a name stays: somebody is about to fill it in."""
        assert isinstance(value, tuple)
        if sorted(value) == sorted(self._written):
            return
        for row in [row for row in self._rows if row.pair[0]]:
            self._rows.remove(row)
            row.hide()
            row.deleteLater()
        for name, way in value:
            self._put(ProgramRow(ways(), name, way))


def _applications(folder: Path) -> tuple[str, ...]:
    """In a thread of its own; raises ``HistoryError``."""
    if not (folder / FILE).exists():  # it is not ours to begin
        return ()
    history = History(folder)
    try:
        return history.applications()
    finally:
        history.close()
