"""The history: a search field, what it finds, and one dictation in full."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mojovoice_gui.domain import Transcript
from mojovoice_gui.errors import MojoVoiceError
from mojovoice_gui.history.export import export
from mojovoice_gui.history.store import History, Kept, Waits
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.history.deeds import Deeds
from mojovoice_gui.ui.history.detail import Detail
from mojovoice_gui.ui.history.finder import Finder, Found
from mojovoice_gui.ui.history.reader import HistoryReader
from mojovoice_gui.ui.history.work import Work
from mojovoice_gui.ui.said import Said
from mojovoice_gui.ui.translation import decimal, told, translate

T = TypeVar("T")

FOCUS_MS = 300
"""What a window manager needs to give the keyboard back to the window before this one."""

LEAST_LINES = 20
"""For the table and the text together."""


class HistoryPage(QWidget):
    """Made in the GUI thread, which never waits for the disk, a model or a sound."""

    def __init__(self, folder: Path, deeds: Deeds) -> None:
        """``folder``: of the history."""
        super().__init__()
        self._deeds = deeds
        self._reader = HistoryReader(folder)
        self._work = Work(deeds)
        self._shown: Kept | None = None  # in full
        self._again: tuple[Transcript, str] | None = None  # another text for it, and the model that wrote it
        self._awaited: dict[str, Awaited[object]] = {}  # by what it is for; the newest counts
        self.finder = Finder(self._reader)
        self.detail = Detail()
        self.waits = QLabel()
        self.said = Said()
        self.export = QPushButton(self.tr("&Export…"))
        self.clear = QPushButton(self.tr("Forget e&verything…"))
        self._build()
        self._connect()

    def close_history(self) -> None:
        """The app ends; does not wait."""
        self.finder.watch(is_on=False)
        self._awaited.clear()  # whoever would be told is gone soon
        self._work.close()
        self._reader.close()

    def stop_playing(self) -> None:
        """Somebody speaks now."""
        self._work.stop_playing()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.finder.watch(is_on=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.finder.watch(is_on=False)
        self._work.stop_playing()

    # ---- what is seen

    def _show(self, kept: Kept | None) -> None:
        is_another = kept is None or self._shown is None or kept.id != self._shown.id
        if is_another:
            self._work.stop_playing()
            self._work.stop_transcribing()
            self._say("")
        elif kept == self._shown:
            return  # found again
        self._shown, self._again = kept, None
        self.detail.setVisible(kept is not None)
        if kept is not None:
            self.detail.show_kept(kept, has_sound=kept.entry.audio is not None)

    def _count(self, found: Found) -> None:
        self.waits.setText(in_a_sentence(found.waits))
        self.export.setEnabled(found.total > 0)
        self.clear.setEnabled(found.waits.count > 0 or found.total > 0 or bool(self.finder.field.text()))

    def _say(self, sentence: str) -> None:
        self.said.say(sentence)

    def _cannot_find(self, error: MojoVoiceError) -> None:
        """It is looked again and again."""
        if told(error) != self.said.text():
            self._say(told(error))

    # ---- what is done

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.entry.transcript.text)
            self._say(self.tr("Copied."))

    def _paste(self) -> None:
        """Into the window that was in front before ours: it gets the keyboard once ours is gone."""
        if self._shown is not None:
            text = self._shown.entry.transcript.text
            self.window().hide()
            QTimer.singleShot(FOCUS_MS, lambda: self._deeds.paste(text))

    def _play(self, is_on: bool) -> None:
        if not is_on or self._shown is None or self._shown.entry.audio is None:
            self._work.stop_playing()
            return
        self._await("sound", self._work.play(self._shown.entry.audio), lambda _: self.detail.play.setChecked(False))

    def _transcribe(self, model: str) -> None:
        kept = self._shown
        if kept is None or kept.entry.audio is None:
            return
        model = model or self._deeds.model()
        self._say(self.tr("Transcribing with {model}…").format(model=model))
        self.detail.work(is_busy=True)
        self._await("model", self._work.transcribe(kept.entry.audio, model), partial(self._transcribed, kept, model))

    def _transcribed(self, kept: Kept, model: str, transcript: Transcript) -> None:
        self.detail.work(is_busy=False)
        if self._shown is None or self._shown.id != kept.id:
            return
        if not transcript.text:
            self._say(self.tr("{model} hears no speech in it.").format(model=model))
        elif not kept.entry.transcript.text:
            self._rewrite(kept, transcript, model)
            self._say(self.tr("Restored."))
        elif transcript.text == kept.entry.transcript.text:
            self._say(self.tr("{model} writes the same.").format(model=model))
        else:
            self._again = (transcript, model)
            self.detail.compare(kept.entry, transcript.text)
            said = self.tr("What {model} writes otherwise is underlined; what it leaves out is struck out.")
            self._say(said.format(model=model))

    def _keep(self, is_new: bool) -> None:
        kept, again = self._shown, self._again
        if kept is None or again is None:
            return
        if is_new:
            self._rewrite(kept, *again)
        else:
            self._again = None
            self.detail.show_kept(kept, has_sound=True)
        self._say("")

    def _rewrite(self, kept: Kept, transcript: Transcript, model: str) -> None:
        self._change(lambda history: history.rewrite(kept.id, transcript, model))

    def _delete(self) -> None:
        numbers = self.finder.chosen_numbers
        question = self.tr("Forget these %n dictations?", "", len(numbers))
        if numbers:
            self._make_sure(question, lambda: self._change(lambda history: history.remove(numbers)))

    def _clear(self) -> None:
        self._make_sure(
            self.tr("Forget every dictation, with all sound that is kept?"),
            lambda: self._await("change", self._deeds.forget(), lambda _: self.finder.search()),
        )

    def _export(self) -> None:
        typed = self.finder.field.text()
        formats = self.tr("JSON (*.json);;Table (*.csv);;Text (*.txt)")
        dialog = QFileDialog(self, self.tr("Export the history"), "mojovoice.json", formats)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(_with_ending(name, dialog.selectedNameFilter()), typed))
        dialog.open()

    def export_to(self, file: Path, typed: str) -> None:
        written = self._reader.ask(lambda history: export(history, file, typed))
        self._await("export", written, partial(self._exported, file))

    def _exported(self, file: Path, count: int) -> None:
        self._say(self.tr("%n dictations are in {file}.", "", count).format(file=file))

    def _change(self, change: Callable[[History], object]) -> None:
        self._await("change", self._reader.ask(change), lambda _: self.finder.search())

    def _make_sure(self, question: str, deed: Callable[[], None]) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "", question, parent=self)
        forget = box.addButton(self.tr("&Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forget.clicked.connect(deed)
        box.open()

    def _await(self, what: str, future: Future[T], then: Callable[[T], object]) -> None:
        self._awaited[what] = Awaited(self, future, then, self._failed)  # type: ignore[arg-type]  # T is then's own

    def _failed(self, error: MojoVoiceError) -> None:
        self.detail.work(is_busy=False)
        self.detail.play.setChecked(False)
        self._say(told(error))

    # ---- how it is made

    def _build(self) -> None:
        parts = _Parts(Qt.Orientation.Vertical)
        parts.addWidget(self.finder)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        self.detail.hide()
        self.waits.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.waits, 1)
        foot.addWidget(self.export)
        foot.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts, 1)
        column.addWidget(self.said)
        column.addLayout(foot)

    def _connect(self) -> None:
        detail = self.detail
        self.finder.chosen.connect(self._show)
        self.finder.came.connect(self._count)
        self.finder.failed.connect(self._cannot_find)
        detail.copy_asked.connect(self._copy)
        detail.paste_asked.connect(self._paste)
        detail.play_asked.connect(self._play)
        detail.again_asked.connect(self._transcribe)
        detail.models_asked.connect(lambda: self._await("models", self._work.models(), detail.offer))
        detail.stop_asked.connect(self._work.stop_transcribing)
        detail.keep_asked.connect(self._keep)
        detail.delete_asked.connect(self._delete)
        self.export.clicked.connect(self._export)
        self.clear.clicked.connect(self._clear)
        QShortcut(QKeySequence.StandardKey.Delete, self.finder.table, self._delete, context=WITHIN)
        QShortcut(QKeySequence.StandardKey.Copy, self.finder.table, self._copy, context=WITHIN)


class _Parts(QSplitter):
    """Takes what room is left, and asks for no more than it needs."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint().expandedTo(QSize(0, LEAST_LINES * self.fontMetrics().height()))


WITHIN = Qt.ShortcutContext.WidgetShortcut


def in_a_sentence(waits: Waits) -> str:
    if not waits.count:
        return ""
    said = translate(
        "History",
        "From the release of the key to the text: half under {p50} s (p50), 95 of 100 under {p95} s (p95). "
        "Dictations counted: {count}.",
    )
    return said.format(p50=decimal(waits.p50_s, 2), p95=decimal(waits.p95_s, 2), count=waits.count)


def _with_ending(name: str, chosen_filter: str) -> Path:
    """The one that was chosen, unless one was typed."""
    file = Path(name)
    ending = chosen_filter.partition("*")[2].rstrip(")")
    return file if file.suffix else file.with_suffix(ending)
