"""A place to dictate into: a button for who has no key yet, the level, and the text as it really arrives."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.dictation.events import Toggled
from mojovoice_gui.domain import Live, Notice, Stage
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import told

LEVEL_STEPS = 100


class SpeakBox(QWidget):
    """The text is inserted as into any other window: what arrives here arrives everywhere."""

    arrived = Signal()  # a text
    level_came = Signal(object)  # from 0 to 1, or a notice; emitted from any thread

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._engine = surroundings.engine
        self._text = QPlainTextEdit()
        self._level = QProgressBar()
        self._speak = QPushButton()
        self._said = paragraph("")
        self._build()
        self._speak.clicked.connect(self._toggle)
        self._text.textChanged.connect(self._changed)
        surroundings.bridge.stage.connect(self._show_stage)
        surroundings.bridge.live.connect(self._show_live)
        self.level_came.connect(self._show_level)
        self._show_stage(self._engine.session.stage)

    def take_focus(self) -> None:
        """The text goes where the keyboard is."""
        self._text.setFocus()

    def _toggle(self) -> None:
        self.take_focus()
        self._engine.post(Toggled(self._engine.now))

    def _changed(self) -> None:
        if self._text.toPlainText().strip():
            self.arrived.emit()

    def _show_stage(self, stage: Stage) -> None:
        self._speak.setText(self.tr("&Stop") if stage is Stage.RECORDING else self.tr("&Speak"))
        self._said.setText(self._says(stage))
        if stage is not Stage.RECORDING:
            self._level.setValue(0)

    def _says(self, stage: Stage) -> str:
        match stage:
            case Stage.LOADING:
                return self.tr("The speech models are being loaded; you may speak already.")
            case Stage.RECORDING:
                return self.tr("Listening…")
            case Stage.TRANSCRIBING:
                return self.tr("Writing…")
            case Stage.NO_SPEECH:
                return self.tr("Nothing was heard. Is this the right microphone, and is it loud enough?")
            case Stage.ERROR:
                return self.tr("That did not work.")
        return ""

    def _show_level(self, heard: float | Notice) -> None:
        if isinstance(heard, Notice):
            self._said.setText(told(heard))
        self._level.setValue(0 if isinstance(heard, Notice) else round(LEVEL_STEPS * heard))

    def _show_live(self, live: Live) -> None:
        self._level.setValue(0 if live.is_final else round(LEVEL_STEPS * live.level))

    def _build(self) -> None:
        self._text.setPlaceholderText(self.tr("What you say appears here."))
        self._text.setAccessibleName(self.tr("What you say appears here"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(72)
        self._level.setRange(0, LEVEL_STEPS)
        self._level.setTextVisible(False)
        self._level.setFixedHeight(10)
        self._level.setAccessibleName(self.tr("Level"))
        row = QHBoxLayout()
        row.addWidget(self._speak)
        row.addWidget(self._level, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        column.addWidget(self._said)
