"""Which model writes the text and which one proposes it, and how the pair really runs here."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mojovoice_gui.domain import EngineState, Notice
from mojovoice_gui.models.catalog import Role, name_of
from mojovoice_gui.models.shelf import Row
from mojovoice_gui.ui.contrast import seen_on
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.settings.field import DropDown
from mojovoice_gui.ui.settings.form import SIDE, TWO_COLUMNS_FROM, Form
from mojovoice_gui.ui.translation import in_words, translate

LIGHTS = {"good": QColor("#2e9e5b"), "wait": QColor("#d99a1c"), "bad": QColor("#d0453b")}


class PairChoice(QWidget):
    """Two lists of what is installed; ``chosen`` tells (field of the settings, value)."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._target = _box(self.tr("Model"), "target")
        self._draft = _box(self.tr("Draft model"), "draft")
        self._form = Form()
        self._form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._form)
        for words, box, help_text in (
            (self.tr("&Model:"), self._target, self.tr("It writes the text you get.")),
            (
                self.tr("D&raft model:"),
                self._draft,
                self.tr("A smaller one that proposes: faster on some machines, the text is the same."),
            ),
        ):
            self._form.add_row(words, _explained(box, help_text)).setBuddy(box)
        self._target.activated.connect(lambda _index: self.chosen.emit("target", self._target.currentData()))
        self._draft.activated.connect(lambda _index: self.chosen.emit("draft", self._draft.currentData()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._form.set_narrow(self.width() < TWO_COLUMNS_FROM - 2 * SIDE)
        super().resizeEvent(event)

    def show_rows(self, rows: tuple[Row, ...], target: str, draft: str) -> None:
        """Those that suit first; what is chosen stands in its list even if it is not here."""
        here = [row for row in rows if row.installed is not None]
        _fill(self._target, _suited(here, Role.TARGET), target)
        _fill(self._draft, [("", self.tr("None")), *_suited(here, Role.DRAFT)], draft)


class Light(QWidget):
    """How the pair runs: a coloured dot and the words that say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._dot = _Dot()
        self._device = QLabel()
        self._details = small("")
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self._dot)
        top.addWidget(self._device, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._details)
        self.show_state(None, None)

    def show_state(self, state: EngineState | None, broken: Notice | None) -> None:
        """What is loaded, and why it cannot be; neither while it is loading."""
        if broken is not None:
            self._say("bad", in_words(broken.sentence), [in_words(broken.action)])
        elif state is None:
            self._say("wait", self.tr("The models are being loaded…"), [])
        else:
            runs = self.tr("{model} runs on {device}").format(model=name_of(state.target), device=state.device)
            self._say("good", runs, details(state))

    def _say(self, light: str, sentence: str, more: list[str]) -> None:
        self._dot.show_colour(LIGHTS[light])
        self._device.setText(sentence)
        self._details.setText("\n".join(line for line in more if line))
        self._details.setVisible(bool(self._details.text()))
        self.setAccessibleName(sentence)


class _Dot(QWidget):
    """Drawn, as a font may have no such character."""

    SIZE = 12

    def __init__(self) -> None:
        super().__init__()
        self._colour = LIGHTS["wait"]
        self.setFixedSize(self.SIZE, self.SIZE)

    def show_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(seen_on(self.palette().color(QPalette.ColorRole.Window), self._colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))


def details(state: EngineState) -> list[str]:
    """Why the device, draft on or off and why, and what was measured."""
    reason = in_words(state.draft_reason)
    if state.draft:
        said = translate("Light", "Draft on: {model}.").format(model=name_of(state.draft))
        draft = f"{said} {reason}".strip()
    elif reason:
        draft = translate("Light", "Draft off: {reason}").format(reason=reason)
    else:
        draft = translate("Light", "Draft off.")
    device = translate("Light", "Why there: {reason}.").format(reason=in_words(state.device_reason))
    measured = translate("Light", "Measured: {result}")
    results = [measured.format(result=in_words(result)) for result in state.calibration]
    return [device if state.device_reason else "", draft, *results]


def _suited(rows: list[Row], role: Role) -> list[tuple[str, str]]:
    """(value, words), those for this role first."""
    suits = [row for row in rows if row.model is None or role in row.model.roles]
    return [(row.name, row.name) for row in [*suits, *(row for row in rows if row not in suits)]]


def _fill(box: QComboBox, entries: list[tuple[str, str]], chosen: str) -> None:
    with QSignalBlocker(box):
        box.clear()
        for value, words in entries:
            box.addItem(words, value)
        if box.findData(chosen) < 0:
            absent = translate("PairChoice", "{model} (not on this machine)").format(model=chosen)
            box.addItem(chosen if "/" in chosen else absent, chosen)
        box.setCurrentIndex(box.findData(chosen))


def _box(name: str, field: str) -> QComboBox:
    box = DropDown()
    box.setObjectName(field)
    box.setAccessibleName(name)
    return box


def _explained(box: QComboBox, help_text: str) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(box)
    column.addWidget(small(help_text))
    return both
