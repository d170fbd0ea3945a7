"""The focus has moved while a text was spoken: into which window shall it go? One small window, one key."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from mojovoice_gui.domain import Place, Question, WhenMoved
from mojovoice_gui.ui.labels import heading
from mojovoice_gui.ui.screens import screen_of

ROLE = "mojovoice-choice"
GUARD_MS = 400  # what is typed at the moment it appears was meant for another window
WIDTH = 420
FROM_BOTTOM = 40
ON_BUTTON_PX = WIDTH - 60  # for words


class Choice(QDialog):
    """Asks one question after another, the oldest first. Escape, and closing it, copy the text."""

    answered = Signal(Question, WhenMoved)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Dialog | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(self.tr("Where should the text go?"))
        self.setWindowRole(ROLE)
        self.setFixedWidth(WIDTH)
        self._questions: deque[Question] = deque()
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = {
            WhenMoved.HERE: self._button(WhenMoved.HERE),
            WhenMoved.BACK: self._button(WhenMoved.BACK),
            WhenMoved.COPY: self._button(WhenMoved.COPY),
        }
        self._guard = QTimer(self, singleShot=True, interval=GUARD_MS)
        self._guard.timeout.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 18)
        layout.setSpacing(8)
        layout.addWidget(heading(self.tr("You went to another window while you spoke.")))
        layout.addWidget(self._said)
        layout.addSpacing(6)
        for button in self._buttons.values():
            layout.addWidget(button)

    def ask(self, question: Question) -> None:
        """Now, or when those before it are answered."""
        self._questions.append(question)
        if len(self._questions) == 1:
            self._show(question)

    def reject(self) -> None:
        """Escape."""
        if not self._guard.isActive():
            self._answer(WhenMoved.COPY)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it so
        event.ignore()
        self._answer(WhenMoved.COPY)

    def _button(self, answer: WhenMoved) -> QPushButton:
        button = QPushButton()
        button.setMinimumHeight(34)
        button.clicked.connect(lambda: self._answer(answer))
        return button

    def _show(self, question: Question) -> None:
        metrics = self.fontMetrics()
        self._said.setText(
            metrics.elidedText(self.tr("“{text}”").format(text=question.text), Qt.TextElideMode.ElideRight, WIDTH - 36)
        )
        self._buttons[WhenMoved.HERE].setText(_label(self.tr("&Paste here"), question.focused, metrics))
        self._buttons[WhenMoved.HERE].setVisible(question.focused is not None)
        self._buttons[WhenMoved.BACK].setText(_label(self.tr("&Back to the other window"), question.spoken_to, metrics))
        self._buttons[WhenMoved.COPY].setText(self.tr("&Copy, and paste it later (Esc)"))
        for button in self._buttons.values():
            button.setEnabled(False)
        self._guard.start()
        self.adjustSize()
        self._place(question.focused or question.spoken_to)
        self._appear()
        self.raise_()
        self.activateWindow()

    def _appear(self) -> None:
        """Wayland has no roles, only the name of the program: there this window passes for another one."""
        if not QGuiApplication.platformName().startswith("wayland"):
            self.show()
            return
        name = QGuiApplication.desktopFileName()
        QGuiApplication.setDesktopFileName(ROLE)
        self.show()
        QGuiApplication.setDesktopFileName(name)

    def _place(self, place: Place) -> None:
        """Where the overlay was: the eyes are there."""
        screen = screen_of(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(room.center().x() - self.width() // 2, room.bottom() - FROM_BOTTOM - self.height() - 30)

    def _open(self) -> None:
        for button in self._buttons.values():
            button.setEnabled(True)
        first: QWidget = next(button for button in self._buttons.values() if button.isVisibleTo(self))
        first.setFocus()

    def _answer(self, answer: WhenMoved) -> None:
        if not self._questions:
            return
        question = self._questions.popleft()
        self.hide()
        self.answered.emit(question, answer)
        if self._questions:
            self._show(self._questions[0])


def _label(what: str, place: Place | None, metrics: QFontMetrics) -> str:
    if place is None or not place.title:
        return what
    room = ON_BUTTON_PX - metrics.horizontalAdvance(f"{what}: ")
    title = metrics.elidedText(place.title, Qt.TextElideMode.ElideRight, room)
    return f"{what}: {title.replace('&', '&&')}"
