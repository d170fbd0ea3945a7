"""One option on a page: the control that suits it, its help, and the reason why a value will not do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from mojovoice_gui.errors import SettingsError
from mojovoice_gui.settings import Value, options, parsed
from mojovoice_gui.ui.announcer import announce
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.translation import explanation, label, told, translate

NUMBER_CHARACTERS = 26
"""Of a field for a number with its unit: a wider one would promise more digits."""


class Field(QWidget):
    """Shows the value in force, whoever changes it. Lives in the GUI thread."""

    def __init__(
        self, choices: Choices, name: str, control: QWidget, show: Callable[[Value], None], *, explains: bool = True
    ) -> None:
        """``name``: of the field of ``Settings``; ``show`` lets the control show a value.

        Without ``explains`` the control's own words are enough.
        """
        super().__init__()
        self.name = name
        self.control = control
        self._choices = choices
        self._show = show
        self._remark = small("")
        self._reason = Reason()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(control)
        self._help = small(explanation(name) if explains else "")
        self._column.addWidget(self._help)
        self._column.addWidget(self._remark)
        self._column.addWidget(self._reason)
        control.setAccessibleName(label(name))
        control.setAccessibleDescription(explanation(name))
        control.setObjectName(name)
        self.setFocusProxy(control)
        show(choices.value(name))
        choices.changed.connect(self._changed)

    @property
    def names_itself(self) -> bool:
        return isinstance(self.control, QCheckBox)

    @property
    def reason(self) -> str:
        """Why the last value will not do; empty when it does."""
        return self._reason.text

    def explain(self, words: str) -> None:
        """Below the control, from now on."""
        self._help.setText(words)
        self._help.setVisible(bool(words))
        self.control.setAccessibleDescription(words or explanation(self.name))

    def try_out(self, value: Value) -> bool:
        """Say whether ``value`` would do, without choosing it."""
        try:
            parsed(options()[self.name], value)
        except SettingsError:
            self.refuse(self._demand())
            return False
        self.refuse("")
        return True

    def choose(self, value: Value) -> None:
        """It holds from now on, or the reason why not is shown."""
        if not self.try_out(value):
            return
        try:
            self._choices.change(**{self.name: value})
        except SettingsError as error:
            self.refuse(told(error))
            self._show(self._choices.value(self.name))

    def _demand(self) -> str:
        """Of a value that is typed; lists and switches cannot be wrong."""
        limits = options()[self.name].limits
        if limits:
            said = self.tr("This must be a whole number from {least} to {most}.")
            return said.format(least=limits[0], most=limits[1])
        if options()[self.name].is_address:
            return self.tr("This must be an address that begins with http:// or https://.")
        return self.tr("This must not be empty.")

    def remark(self, words: str) -> None:
        """What there is to say of it on this machine; empty for nothing."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))
        self.control.setAccessibleDescription(f"{explanation(self.name)} {words}".rstrip())

    def refuse(self, reason: str) -> None:
        self._reason.say(reason)

    def _changed(self, names: frozenset[str]) -> None:
        if self.name in names:
            self.refuse("")
            self._show(self._choices.value(self.name))


class Reason(QWidget):
    """A sentence with a warning sign; not there while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        sign = QLabel()
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        sign.setPixmap(self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).pixmap(side))
        self._label = QLabel()
        self._label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, reason: str) -> None:
        if reason and reason != self.text:
            announce(self, reason)
        self._label.setText(reason)
        self.setVisible(bool(reason))


class DropDown(QComboBox):
    """The wheel scrolls the page, and changes nothing on the way. As wide as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class Number(QSpinBox):
    """The same; and it speaks when the number is complete."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setFixedWidth(NUMBER_CHARACTERS * self.fontMetrics().averageCharWidth())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


def switch(choices: Choices, name: str) -> Field:
    """On or off."""
    box = QCheckBox(label(name))
    field = Field(choices, name, box, lambda value: box.setChecked(bool(value)))
    box.clicked.connect(field.choose)
    return field


def choice(choices: Choices, name: str, names: Iterable[tuple[str, str]] = (), *, search: bool = False) -> Field:
    """One of several; ``names``: value and what people call it. With ``search`` one may type a part of it."""
    box = DropDown()
    for value, said in names or ((value, value) for value in options()[name].choices):
        box.addItem(said, value)
    field = Field(choices, name, box, lambda value: box.setCurrentIndex(box.findData(str(value))), explains=not names)
    box.activated.connect(lambda index: field.choose(box.itemData(index)))
    if search:
        edit = searchable(box)
        edit.textEdited.connect(lambda typed: _judge(box, field, typed))
        edit.editingFinished.connect(lambda: _take_typed(box, field))
    return field


def number(choices: Choices, name: str, unit: Callable[[int], str] = lambda _: "", zero: str = "") -> Field:
    """``unit``: of so many; ``zero``: what 0 is called, where it is no number."""
    box = Number()
    lowest, highest = options()[name].limits or (0, 0)
    box.setRange(lowest, highest)
    box.setSpecialValueText(zero)
    field = Field(choices, name, box, lambda value: _silently(box, int(str(value)), unit))
    box.valueChanged.connect(field.choose)
    return field


def line(choices: Choices, name: str, placeholder: str = "") -> Field:
    """A text; checked while it is typed, chosen when it is done."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)
    field = Field(choices, name, edit, lambda value: edit.setText(str(value)))
    edit.textEdited.connect(field.try_out)
    edit.editingFinished.connect(lambda: field.choose(edit.text()))
    return field


def _silently(box: QSpinBox, value: int, unit: Callable[[int], str]) -> None:
    blocked = box.blockSignals(True)
    box.setValue(value)
    box.setSuffix(f" {unit(value)}".rstrip())
    box.blockSignals(blocked)


def searchable(box: QComboBox) -> QLineEdit:
    """Where one may type into a list; a part of an entry finds it."""
    edit = QLineEdit(box.currentText())
    box.setLineEdit(edit)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    edit.setCompleter(completer)
    edit.setAccessibleName(box.accessibleName())
    return edit


def _judge(box: QComboBox, field: Field, typed: str) -> None:
    """While it is typed: could it still become one of them?"""
    is_possible = box.findText(typed.strip(), Qt.MatchFlag.MatchContains) >= 0
    field.refuse("" if is_possible else translate("Field", "Nothing in the list has that in its name."))


def _take_typed(box: QComboBox, field: Field) -> None:
    """What was typed, if it is one of them; otherwise say so."""
    index = box.findText(box.currentText(), Qt.MatchFlag.MatchFixedString)
    if index < 0:
        index = box.findData(box.currentText().strip().lower())
    if index < 0:
        field.refuse(translate("Field", "“{typed}” is not in the list.").format(typed=box.currentText()))
    else:
        field.choose(box.itemData(index))
