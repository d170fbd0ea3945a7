"""A page of the settings window: sections of rows, as long as it needs to be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mojovoice_gui.ui.labels import heading
from mojovoice_gui.ui.settings.field import Field
from mojovoice_gui.ui.settings.form import SIDE, TWO_COLUMNS_FROM, Form
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import label

WIDEST = 760  # pixels at 100 %: longer lines are hard to read


class Page(QScrollArea):
    """Subclasses fill it in ``__init__``; ``shown`` and ``left`` tell when it is in front."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.choices = surroundings.choices
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls have the keyboard
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(title)
        self._forms: list[Form] = []
        self._whole: list[QWidget] = []  # over the whole width
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SIDE, 16, SIDE, 24)
        self._column.setSpacing(12)
        self._column.addStretch(1)  # it alone takes the room that is left; all else stands before it
        self.add_widget(heading(title, 1.5))
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        column.setLayout(self._column)
        inside = QWidget()
        beside = QHBoxLayout(inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(column, 1)
        beside.addStretch(0)
        self.setWidget(inside)

    def shown(self) -> None:
        """It has come to the front."""

    def left(self) -> None:
        """Another page has, or the window was closed."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Nothing may be cut off at the right, for it does not scroll that way."""
        forms = (one.narrowest for one in self._forms)
        widest = max(*forms, *(one.minimumSizeHint().width() for one in self._whole), 0)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(widest + 2 * SIDE + bar, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Of ``widget``: what is shown later may need more room, and a scroll area tells nobody."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Laid out before it is painted first: its rows would be squeezed for a moment."""
        super().showEvent(event)
        inside = self.widget()
        if inside is not None:
            QCoreApplication.sendEvent(inside, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        for form in self._forms:
            form.set_narrow(self.viewport().width() < TWO_COLUMNS_FROM)
        super().resizeEvent(event)

    def section(self, title: str = "") -> Form:
        """Rows come into it by ``add``."""
        if title:
            self._column.insertSpacing(self._column.count() - 1, 8)
            self.add_widget(heading(title, 1.1))
        form = Form()
        self._forms.append(form)
        self._column.insertLayout(self._column.count() - 1, form)
        return form

    def add(self, form: Form, field: Field) -> None:
        """A row for an option; a check box says itself what it is."""
        name = self.row(form, "" if field.names_itself else f"{label(field.name)}:", field)
        if not field.names_itself:
            name.setBuddy(field.control)

    def row(self, form: Form, text: str, widget: QWidget) -> QLabel:
        """Anything else, with what it is called."""
        return form.add_row(text, widget)

    def add_widget(self, widget: QWidget) -> None:
        """Over the whole width."""
        self._whole.append(widget)
        self._column.insertWidget(self._column.count() - 1, widget)


def in_a_row(*widgets: QWidget) -> QWidget:
    """Side by side, as wide as their words."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole
