"""The history as a page of the settings window: it fills the page and scrolls by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mojovoice_gui.domain import Stage
from mojovoice_gui.ui.history.page import HistoryPage as History
from mojovoice_gui.ui.labels import heading
from mojovoice_gui.ui.settings.form import SIDE
from mojovoice_gui.ui.settings.old_mojovoice import OldMojovoice
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings


class HistoryPage(Page):
    """What was dictated."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        self.history = History(surroundings.paths.history, surroundings.history)
        self.old = OldMojovoice(surroundings)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(12)
        column.addWidget(heading(title, 1.5))
        column.addWidget(self.old)
        column.addWidget(self.history, 1)
        self.setWidget(self._inside)
        self.old.taken.connect(self.history.finder.search)
        surroundings.bridge.stage.connect(self._heed)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.history.close_history)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, super(Page, self).minimumSizeHint().height())

    def shown(self) -> None:
        self.history.finder.search()
        self.old.look()

    def _heed(self, stage: Stage) -> None:
        """What is played would be recorded."""
        if stage is Stage.RECORDING:
            self.history.stop_playing()
