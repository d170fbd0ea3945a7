"""The first run: four steps, each of which may be skipped and shows that it works."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mojovoice_gui.ui.first_run.key import KeyStep
from mojovoice_gui.ui.first_run.microphone import MicrophoneStep
from mojovoice_gui.ui.first_run.model import ModelStep
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.first_run.trial import TrialStep
from mojovoice_gui.ui.surroundings import Surroundings

SIZE = (620, 520)


class FirstRunWindow(QWidget):
    """Whatever is chosen holds at once, so it may be closed at any time."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = (
            MicrophoneStep(surroundings),
            KeyStep(surroundings),
            ModelStep(surroundings),
            TrialStep(surroundings),
        )
        self._stack = QStackedWidget()
        self._title = QLabel()
        self._count = QLabel()
        self._close = QPushButton(self.tr("&Close"))
        self._back = QPushButton(self.tr("&Back"))
        self._next = QPushButton()
        self._build()

    def present(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()
        self._turn_to(0)

    @property
    def step(self) -> Step:
        """The one in front."""
        return self._steps[self._stack.currentIndex()]

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.step.left()
        super().closeEvent(event)

    def _build(self) -> None:
        self.resize(*SIZE)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self._title.setFont(font)
        for step in self._steps:
            self._stack.addWidget(step)
            step.proved.connect(self._name_buttons)
        self._close.clicked.connect(self.close)
        self._back.clicked.connect(lambda: self._turn_to(self._stack.currentIndex() - 1))
        self._next.clicked.connect(self._go_on)
        self._next.setDefault(True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self._close)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _turn_to(self, number: int) -> None:
        self.step.left()
        self._stack.setCurrentIndex(number)
        self._title.setText(self.step.title)
        self._count.setText(self.tr("Step {number} of {all}").format(number=number + 1, all=len(self._steps)))
        self._name_buttons()
        self.step.shown()

    def _go_on(self) -> None:
        if self.step is self._steps[-1]:
            self.close()
        else:
            self._turn_to(self._stack.currentIndex() + 1)

    def _name_buttons(self) -> None:
        is_last = self.step is self._steps[-1]
        sign = " ✓" if self.step.is_proved else ""
        self.setWindowTitle(self.tr("Welcome to Mojo Voice: {step}").format(step=self.step.title + sign))
        self._back.setEnabled(self.step is not self._steps[0])
        self._close.setVisible(not is_last)
        go_on = self.tr("&Next") if self.step.is_proved else self.tr("S&kip")
        self._next.setText(self.tr("&Done") if is_last else go_on)
