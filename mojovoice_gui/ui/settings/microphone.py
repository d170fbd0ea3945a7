"""Microphone: which one, how loud it is, and whether it is understood."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.dictation.events import LevelAsked, StartAsked, StopAsked
from mojovoice_gui.domain import Live, Notice, Stage
from mojovoice_gui.ui.settings.channel_field import ChannelField
from mojovoice_gui.ui.settings.field import Reason, number
from mojovoice_gui.ui.settings.microphone_field import MicrophoneField
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import told

STEPS = 100
TEST_MS = 3000


class _Levels(QObject):
    """From the session thread into this one."""

    came = Signal(object)  # a level from 0 to 1, or a notice


class MicrophonePage(Page):
    """It listens only while it is in front."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        self._engine = surroundings.engine
        self._levels = _Levels()
        self._meter = QProgressBar()
        self._trouble = Reason()
        self._test = QPushButton()
        self._text = QPlainTextEdit()
        self._stop = QTimer(self)
        self._microphone = MicrophoneField(surroundings)
        self._channel = ChannelField(surroundings.choices)
        self._build()
        self._levels.came.connect(self._show_level)
        surroundings.bridge.live.connect(self._show_live)
        surroundings.bridge.stage.connect(self._show_stage)
        self._show_stage(self._engine.session.stage)
        self._test.clicked.connect(self._begin)
        self._stop.timeout.connect(lambda: self._engine.post(StopAsked(self._engine.now)))

    def shown(self) -> None:
        self._microphone.watch(is_on=True)
        self._engine.post(LevelAsked(self._levels.came.emit))

    def left(self) -> None:
        self._microphone.watch(is_on=False)
        self._engine.post(LevelAsked(None))

    def _build(self) -> None:
        self._meter.setRange(0, STEPS)
        self._meter.setTextVisible(False)
        self._meter.setFixedHeight(10)  # a higher one would look like a field to type into
        self._meter.setAccessibleName(self.tr("Level"))
        self._test.setAccessibleName(self.tr("Test the microphone"))
        self._text.setPlaceholderText(self.tr("What you say appears here."))
        self._text.setAccessibleName(self.tr("What was understood"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(5 * self._text.fontMetrics().lineSpacing())
        self._stop.setSingleShot(True)
        self._stop.setInterval(TEST_MS)
        device = self.section()
        self.add(device, self._microphone)
        self.add(device, self._channel)
        self._microphone.channels.connect(self._channel.show_channels)
        self._channel.needed.connect(lambda needed: device.show_row(self._channel, is_shown=needed))
        self._channel.show_channels(1)
        level = QWidget()
        column = QVBoxLayout(level)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._meter)
        column.addWidget(self._trouble)
        self.row(device, self.tr("Level:"), level)
        test = QWidget()
        line = QHBoxLayout(test)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._test)
        line.addStretch(1)
        self.row(device, "", test)
        self.row(device, "", self._text)
        self.add(self.section(self.tr("Recording")), number(self.choices, "longest_recording_s", lambda _: "s"))

    def _begin(self) -> None:
        """A dictation like any other, into the field below: what works here works everywhere."""
        self._text.clear()
        self._text.setFocus()
        self._engine.post(StartAsked(self._engine.now))
        self._stop.start()

    def _show_level(self, heard: float | Notice) -> None:
        self._trouble.say(told(heard) if isinstance(heard, Notice) else "")
        self._meter.setValue(0 if isinstance(heard, Notice) else round(STEPS * heard))

    def _show_live(self, live: Live) -> None:
        self._meter.setValue(0 if live.is_final else round(STEPS * live.level))

    def _show_stage(self, stage: Stage) -> None:
        testing = self._doing(stage)
        self._test.setText(testing or self.tr("&Test: speak for 3 seconds"))
        self._test.setEnabled(not testing)
        if stage is Stage.NO_SPEECH:
            said = self.tr("No speech was heard. Is it the right microphone, and loud enough?")
            self._text.setPlaceholderText(said)

    def _doing(self, stage: Stage) -> str:
        """Why a test has to wait."""
        match stage:
            case Stage.LOADING:
                return self.tr("The models are loading…")
            case Stage.RECORDING:
                return self.tr("Listening…")
            case Stage.TRANSCRIBING:
                return self.tr("Writing…")
        return ""
