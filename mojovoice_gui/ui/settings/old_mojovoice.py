"""What the old mojovoice left behind: told above the history, and taken over by a button."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.domain import Retention
from mojovoice_gui.errors import MojoVoiceError, SettingsError
from mojovoice_gui.history.old_mojovoice import Heritage, heritage
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import told


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be taken over now; nothing of what was already."""

    dictations: int = 0
    words: int = 0


class OldMojovoice(QWidget):
    """Not there where there is nothing to take over. ``taken``: the history has more in it now."""

    taken = Signal()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._looked: Awaited[Offer] | None = None
        self._took: Awaited[tuple[Heritage, int]] | None = None
        self._said = paragraph(can_be_copied=True)
        self._take = QPushButton(self.tr("T&ake over"))
        self._take.setAccessibleName(self.tr("Take over what the old mojovoice left"))
        self._take.clicked.connect(self._ask)
        top = QHBoxLayout()
        top.addWidget(self._said, 1)
        top.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        self.hide()

    def look(self) -> None:
        """In another thread: the files may be long."""
        place, settings = self._surroundings.paths, self._surroundings.choices.settings
        self._looked = Awaited(
            self, self._surroundings.background.submit(offer, place, settings), self._show, self._failed
        )

    def _show(self, found: Offer) -> None:
        parts = []
        if found.dictations:
            left = self.tr("The old mojovoice left %n dictations that are not in this history.", "", found.dictations)
            parts.append(left)
        if found.words:
            words = self.tr("The old mojovoice was taught %n words, which can become the prompt.", "", found.words)
            parts.append(words)
        self._say(" ".join(parts), can_take=True)

    def _ask(self) -> None:
        self._take.setEnabled(False)
        place, settings = self._surroundings.paths, self._surroundings.choices.settings
        work = self._surroundings.background.submit(take_over, place, settings)
        self._took = Awaited(self, work, self._taken_over, self._failed)

    def _taken_over(self, came: tuple[Heritage, int]) -> None:
        old, added = came
        parts = [self.tr("%n dictations were taken over.", "", added)]
        if old.too_old:
            parts.append(self.tr("%n are older than this history remembers.", "", old.too_old))
        if old.unread:
            parts.append(self.tr("%n lines could not be read.", "", old.unread))
        try:
            if old.words and not self._surroundings.choices.settings.prompt:
                self._surroundings.choices.change(prompt=old.prompt)
                parts.append(self.tr("Its words are the prompt now: see the page General."))
        except SettingsError as error:
            parts.append(told(error))
        parts.append(self.tr("The old files are still where they were."))
        self._say(" ".join(parts), can_take=False)
        self.taken.emit()

    def _failed(self, error: MojoVoiceError) -> None:
        self._say(told(error), can_take=False)

    def _say(self, sentences: str, *, can_take: bool) -> None:
        self._said.setText(sentences)
        self._take.setVisible(can_take)
        self._take.setEnabled(True)
        self.setVisible(bool(sentences))


def offer(paths: Paths, settings: Settings) -> Offer:
    """Once all were taken over the newest is here, whatever was forgotten since. Raises ``HistoryError``."""
    old = _left(paths, settings)
    words = len(old.words) if not settings.prompt else 0
    if not old.entries:
        return Offer(words=words)
    with contextlib.closing(History(paths.history)) as history:
        lacking = history.lacking(old.entries)
    newest = max(old.entries, key=lambda entry: entry.at)
    return Offer(len(lacking) if newest in lacking else 0, words)


def take_over(paths: Paths, settings: Settings) -> tuple[Heritage, int]:
    """What was left, and how many dictations of it are new here; raises ``HistoryError``."""
    old = _left(paths, settings)
    if not old.entries:
        return old, 0
    with contextlib.closing(History(paths.history)) as history:
        return old, history.take_in(old.entries)


def _left(paths: Paths, settings: Settings) -> Heritage:
    """Its folder is ours. Incognito nothing is remembered, and no dictation of others either."""
    old = heritage(paths.data, Retention(settings.history_days), datetime.now(UTC))
    return old if settings.keeps_history else Heritage(words=old.words)
