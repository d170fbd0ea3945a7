"""One dictation in full, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QLocale, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from mojovoice_gui.domain import Entry, Outcome
from mojovoice_gui.history.differences import Kind, differences
from mojovoice_gui.history.store import Kept
from mojovoice_gui.ui.contrast import TEXT, seen_on
from mojovoice_gui.ui.history.rows import local, named, outcome
from mojovoice_gui.ui.history.waterfall import Waterfall
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.translation import decimal, label, translate

MARKS = {Kind.SAME: "{}", Kind.OLD: "<s style='color: {old}'>{}</s>", Kind.NEW: "<u style='color: {new}'>{}</u>"}
OLD, NEW = "#d55e00", "#009e73"


class Detail(QWidget):
    """Its signals are what the user asks for, about the entry that is shown."""

    copy_asked = Signal()
    paste_asked = Signal()
    play_asked = Signal(bool)  # or stop
    again_asked = Signal(str)  # by which model; empty: the one in use
    models_asked = Signal()  # the menu opens
    stop_asked = Signal()
    keep_asked = Signal(bool)  # the new text, or the old one
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setMinimumHeight(4 * self.text.fontMetrics().height())
        self.waterfall = Waterfall()
        self.hint = small("")
        self.copy = _button(self.tr("Cop&y"), self.copy_asked.emit)
        self.paste = _button(self.tr("&Paste again"), self.paste_asked.emit)
        self.paste.setToolTip(self.tr("Into the window that you were in before this one"))
        self.play = _button(self.tr("P&lay"), self.play_asked)
        self.play.setCheckable(True)
        self.restore = _button(self.tr("&Restore"), lambda: self.again_asked.emit(""))
        self.restore.setToolTip(self.tr("Transcribe it now"))
        self.again = self._model_menu()
        self.stop = _button(self.tr("&Stop"), self.stop_asked.emit)
        self.keep_new = _button(self.tr("Keep the &new text"), lambda: self.keep_asked.emit(True))
        self.keep_old = _button(self.tr("Keep the &old text"), lambda: self.keep_asked.emit(False))
        self.delete = _button(self.tr("&Delete"), self.delete_asked.emit)
        self._lay_out()

    def show_kept(self, kept: Kept, *, has_sound: bool) -> None:
        entry = kept.entry
        has_text = bool(entry.transcript.text)
        self._facts.setText(facts(entry))
        self.text.setPlainText(entry.transcript.text)
        self.text.setPlaceholderText(outcome(entry))
        self.waterfall.show_entry(entry)
        self.hint.setText(self._why_silent(has_text=has_text))
        self.hint.setVisible(not has_sound)
        self.copy.setVisible(has_text)
        self.paste.setVisible(has_text)
        self.play.setVisible(has_sound)
        self.restore.setVisible(has_sound and not has_text)
        self.again.setVisible(has_sound and has_text)
        self.delete.setVisible(True)
        self.work(is_busy=False)
        self.compare(None, "")

    def compare(self, entry: Entry | None, new: str) -> None:
        """Show which words ``new`` has otherwise, and ask which text stays; None: no more."""
        for button in (self.keep_new, self.keep_old):
            button.setVisible(entry is not None)
        if entry is not None:
            self.text.setHtml(marked(entry.transcript.text, new, self.text.palette()))
            for other in (self.copy, self.paste, self.again, self.play):
                other.hide()

    def work(self, *, is_busy: bool) -> None:
        """While a model is at work nothing else can be asked of one."""
        self.stop.setVisible(is_busy)
        self.restore.setEnabled(not is_busy)
        self.again.setEnabled(not is_busy)

    def offer(self, models: tuple[str, ...]) -> None:
        """In the menu."""
        menu = self.again.menu()
        menu.clear()
        for model in models:
            menu.addAction(model).triggered.connect(lambda _checked, model=model: self.again_asked.emit(model))
        if not models:
            menu.addAction(self.tr("There is no model")).setEnabled(False)

    def _why_silent(self, *, has_text: bool) -> str:
        """Why it can be neither played nor transcribed, and what to do."""
        if not has_text:
            return self.tr("Its sound is no longer here.")
        not_kept = self.tr(
            "Its sound was not kept, so it can be neither played nor transcribed again. "
            "“{setting}”, on the page Privacy, keeps that of later dictations."
        )
        return not_kept.format(setting=label("keeps_sound"))

    def _model_menu(self) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("&Transcribe again"))
        button.setToolTip(self.tr("By another model, to see which words differ"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Looking for models…")).setEnabled(False)
        menu.aboutToShow.connect(self.models_asked.emit)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.copy, self.paste, self.restore, self.again, self.keep_new, self.keep_old, self.stop):
            buttons.addWidget(button)
        buttons.addWidget(self.play)
        buttons.addStretch(1)
        buttons.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._facts)
        column.addWidget(self.text, 1)
        column.addWidget(self.waterfall)
        column.addWidget(self.hint)
        column.addLayout(buttons)


def facts(entry: Entry) -> str:
    """In one line, what is known of it besides the text."""
    model, device = entry.model, entry.transcript.device
    if model and device:
        model = translate("History", "{model} on {device}").format(model=model, device=device)
    sound = translate("History", "{seconds} s of sound").format(seconds=decimal(entry.transcript.audio_s))
    waiting = translate("History", "{seconds} s of waiting").format(seconds=decimal(entry.wait_s or 0.0, 2))
    parts = (
        QLocale().toString(local(entry.at), QLocale.FormatType.ShortFormat),
        entry.application,
        sound,
        model or device,
        waiting if entry.wait_s is not None else "",
        named(entry.outcome) if entry.outcome is not Outcome.DELIVERED else "",
    )
    return " · ".join(part for part in parts if part)


def marked(old: str, new: str, palette: QPalette) -> str:
    """HTML: struck out what only the old text has, underlined what only the new one has."""
    ground = palette.color(QPalette.ColorRole.Base)
    colours = {name: seen_on(ground, QColor(own), TEXT).name() for name, own in (("old", OLD), ("new", NEW))}
    return " ".join(MARKS[one.kind].format(escape(" ".join(one.words)), **colours) for one in differences(old, new))


def _button(label: str, asked: Callable[[], None] | SignalInstance) -> QPushButton:
    button = QPushButton(label)
    button.clicked.connect(asked)
    return button
