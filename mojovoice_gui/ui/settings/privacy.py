"""Privacy: what is kept where, for how long, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.errors import Sentence, SettingsError
from mojovoice_gui.paths import Paths, nearest
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.field import number, switch
from mojovoice_gui.ui.settings.kept_places import places, sizes
from mojovoice_gui.ui.settings.page import Page, in_a_row
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import data_size, told


class PrivacyPage(Page):
    """Sizes are counted in another thread each time it is looked at."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        self._places = places(surroundings.paths, surroundings.command)
        self._sizes = [QLabel("…") for _ in self._places]
        self._counted: Awaited[tuple[int | None, ...]] | None = None
        self._wiped: Awaited[int] | None = None
        self._said = paragraph(can_be_copied=True)
        self._sure = self.tr("Forget every dictation, every recording and every log?")
        nothing_leaves = self.tr(
            "Nothing you say leaves this computer, and no word of it is ever written to a log. "
            "The network is used only when you download a model."
        )
        self.add_widget(paragraph(nothing_leaves, can_be_copied=True))
        history = self.section(self.tr("History"))
        self.add(history, switch(self.choices, "keeps_history"))
        self.add(history, number(self.choices, "history_days", self._days, self.tr("for ever")))
        self.add(history, number(self.choices, "history_entries", self._dictations, self.tr("no limit")))
        self.add(history, switch(self.choices, "keeps_sound"))
        self.add(history, number(self.choices, "discarded_days", self._days, self.tr("not at all")))
        self.section(self.tr("What is where"))
        self.add_widget(self._table())
        wipe = QPushButton(self.tr("&Forget everything…"))
        wipe.setAccessibleDescription(self._sure)
        wipe.clicked.connect(self._ask)
        self.add_widget(in_a_row(wipe))
        self.add_widget(self._said)

    def shown(self) -> None:
        self._counted = Awaited(self, self.surroundings.background.submit(sizes, self._places), self._show_sizes)

    def _days(self, number: int) -> str:
        return self.tr("days", "after a number", number)

    def _dictations(self, number: int) -> str:
        return self.tr("dictations", "after a number", number)

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for row, (place, size) in enumerate(zip(self._places, self._sizes, strict=True)):
            where = paragraph(place.where, can_be_copied=True)
            where.setAccessibleName(f"{place.what}: {place.where}")
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(QLabel(place.what))
            words.addWidget(where)
            grid.addLayout(words, row, 0)
            grid.addWidget(size, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if place.path is not None:
                grid.addWidget(self._opener(place.what, place.path), row, 2)
        return table

    def _opener(self, what: str, path: Path) -> QPushButton:
        button = QPushButton(self.tr("Open"))
        button.setAccessibleName(self.tr("Open the folder: {what}").format(what=what))
        button.clicked.connect(lambda _checked: _open(path))
        return button

    def _show_sizes(self, found: tuple[int | None, ...]) -> None:
        for label, size in zip(self._sizes, found, strict=True):
            label.setText(data_size(size) if size is not None else "")

    def _ask(self) -> None:
        question = QMessageBox(QMessageBox.Icon.Warning, self.tr("Forget everything"), self._sure, parent=self)
        question.setInformativeText(self.tr("Settings and models stay. This cannot be undone."))
        forget = question.addButton(self.tr("&Forget"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.buttonClicked.connect(lambda clicked: self._wipe() if clicked is forget else None)
        question.open()

    def _wipe(self) -> None:
        deed = partial(wipe, self.surroundings.paths, self.surroundings.history.forget)
        work = self.surroundings.background.submit(deed)
        self._wiped = Awaited(self, work, self._show_wiped, lambda error: self._said.setText(told(error)))

    def _show_wiped(self, forgotten: int) -> None:
        said = self.tr("Forgotten: %n dictations, and all recordings and logs but those in use.", "", forgotten)
        self._said.setText(said)
        self.shown()


def wipe(paths: Paths, forget: Callable[[], Future[int]]) -> int:
    """Forget what was said, but for what is being said; how many dictations that were. Raises ``MojoVoiceError``.

    ``forget``: what the app itself remembers.
    """
    from mojovoice_gui.audio.spool import is_in_use

    forgotten = forget().result()
    try:
        for recording in paths.recordings.glob("*.wav"):
            if not is_in_use(recording):
                recording.unlink(missing_ok=True)
        for log in sorted(paths.logs.glob("*"))[:-1]:  # the newest is being written
            log.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(
            Sentence("Not everything could be forgotten: {why}.", why=error), "Remove the folders by hand."
        ) from error
    return forgotten


def _open(place: Path) -> None:
    """The folder of a file."""
    there = nearest(place)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(there if there.is_dir() else there.parent)))
