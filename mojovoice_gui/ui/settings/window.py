"""The settings window: the list of pages on the left, the page on the right, and what was changed last below."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mojovoice_gui.domain import Notice
from mojovoice_gui.errors import MojoVoiceError
from mojovoice_gui.ui.rule import Rule
from mojovoice_gui.ui.said import Said
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.page_list import PageList
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import label, told, translate

SIZE = (880, 680)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the list; its module is imported when it is looked at first."""

    title: str
    page: str  # "module:class", inside mojovoice_gui.ui.settings; made with ``Surroundings`` and the title


def entries() -> tuple[PageEntry, ...]:
    """In their order."""
    return (
        PageEntry(translate("SettingsWindow", "General"), "general:GeneralPage"),
        PageEntry(translate("SettingsWindow", "Microphone"), "microphone:MicrophonePage"),
        PageEntry(translate("SettingsWindow", "Models"), "models:ModelsSettingsPage"),
        PageEntry(translate("SettingsWindow", "Insertion"), "insertion:InsertionPage"),
        PageEntry(translate("SettingsWindow", "History"), "history:HistoryPage"),
        PageEntry(translate("SettingsWindow", "Privacy"), "privacy:PrivacyPage"),
        PageEntry(translate("SettingsWindow", "About and diagnosis"), "about:AboutPage"),
    )


class SettingsWindow(QWidget):
    """Made once it is asked for; closing hides it."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._choices = surroundings.choices
        self._memory = QSettings(str(surroundings.paths.windows), QSettings.Format.IniFormat)
        self._entries = entries()
        self._pages: dict[int, Page] = {}
        self._list = PageList()
        self._stack = QStackedWidget()
        self._said = Said()
        self._undo = QPushButton(self.tr("&Undo"))
        self._close = QPushButton(self.tr("&Close"))
        self._build()
        self._choices.changed.connect(self._tell_change)
        self._choices.done.connect(self._tell_done)
        self._choices.taken_over.connect(self._tell_taken_over)
        surroundings.bridge.notice.connect(self._tell_notice)
        self._list.setCurrentRow(0)

    def present(self, title: str = "") -> None:
        """In front, with the keyboard; ``title``: on this page."""
        for number, entry in enumerate(self._entries):
            if entry.title == title:
                self._list.setCurrentRow(number)
        was_open = self.isVisible()
        self.showNormal()
        self.raise_()
        self.activateWindow()
        if not was_open:
            self._page.shown()

    def follow(self, former: SettingsWindow) -> None:
        """Go on where that one was, in another language."""
        self._list.setCurrentRow(former._list.currentRow())
        focus = former.focusWidget()
        same = self._page.findChild(QWidget, focus.objectName()) if focus and focus.objectName() else None
        (same or self._list).setFocus()
        if same is not None:
            page = self._page
            QTimer.singleShot(0, page, lambda: page.ensureWidgetVisible(same))  # once it is laid out

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._memory.setValue("settings", self.saveGeometry())
        self._page.left()
        super().closeEvent(event)

    @property
    def _page(self) -> Page:
        return self._made(self._list.currentRow())

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.resize(*SIZE)
        if isinstance(geometry := self._memory.value("settings"), QByteArray):
            self.restoreGeometry(geometry)
        self._list.setAccessibleName(self.tr("Pages"))
        for entry in self._entries:
            self._list.add(entry.title, entry.page.partition(":")[0])
        self._list.currentRowChanged.connect(self._turn_to)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._list)
        columns.addWidget(self._stack, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(columns, 1)
        rows.addWidget(Rule())
        rows.addWidget(self._foot())
        QShortcut(QKeySequence.StandardKey.Undo, self, self._take_back)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def _foot(self) -> QWidget:
        foot = QWidget()
        self._undo.setEnabled(bool(self._choices.last_changed))
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.close)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        return foot

    def _made(self, number: int) -> Page:
        if number not in self._pages:
            entry = self._entries[number]
            module, _, name = entry.page.partition(":")
            kind: type[Page] = getattr(importlib.import_module(f"mojovoice_gui.ui.settings.{module}"), name)
            self._pages[number] = kind(self._surroundings, entry.title)
            self._stack.addWidget(self._pages[number])
        return self._pages[number]

    def _turn_to(self, number: int) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, Page):
            before.left()
        page = self._made(number)
        self._stack.setCurrentWidget(page)
        own = [one for one in page.findChildren(QWidget) if one.window() is self]  # the list of a combo box is not
        reachable = [one for one in own if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for first, second in pairwise([*reachable[-1:], self._undo, self._close]):
            self.setTabOrder(first, second)  # a page that was made later would come after them
        if self.isVisible():
            self._page.shown()

    def _take_back(self) -> None:
        what = ", ".join(self._choices.last_changed)
        if not what:
            return
        try:
            self._choices.undo()
            self._said.say(self.tr("Undone: {options}.").format(options=what))
        except MojoVoiceError as error:
            self._said.say(told(error))

    def _tell_change(self, names: frozenset[str]) -> None:
        self._tell_done(_labels(names))

    def _tell_done(self, what: str) -> None:
        self._said.say(self.tr("Saved: {options}.").format(options=what))
        self._undo.setEnabled(bool(self._choices.last_changed))

    def _tell_taken_over(self, names: frozenset[str]) -> None:
        self._said.say(self.tr("Changed in the settings file: {options}.").format(options=_labels(names)))

    def _tell_notice(self, notice: Notice) -> None:
        """Announced already."""
        self._said.setText(told(notice))


def _labels(names: Iterable[str]) -> str:
    return ", ".join(sorted(map(label, names)))
