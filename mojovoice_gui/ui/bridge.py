"""What other threads say, as Qt signals. Made in the GUI thread: then every slot runs there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mojovoice_gui.domain import Live, Notice, Question, Stage


class Bridge(QObject):
    """A ``domain.Listener`` that anyone in the GUI thread can connect to."""

    stage = Signal(Stage)
    notice = Signal(Notice)
    live = Signal(Live)
    question = Signal(Question)
    show_asked = Signal()
    quit_asked = Signal()

    def stage_changed(self, stage: Stage) -> None:
        self.stage.emit(stage)

    def noticed(self, notice: Notice) -> None:
        self.notice.emit(notice)

    def live_changed(self, live: Live) -> None:
        self.live.emit(live)

    def asked(self, question: Question) -> None:
        self.question.emit(question)
