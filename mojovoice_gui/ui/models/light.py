"""How the pair really runs here: a light, a plain sentence, and the engine's own reasons behind it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mojovoice_gui.domain import EngineState, Notice
from mojovoice_gui.models.catalog import name_of
from mojovoice_gui.models.outlook import QUICK_S, SLOW_S
from mojovoice_gui.ui.contrast import seen_on
from mojovoice_gui.ui.labels import paragraph, small
from mojovoice_gui.ui.translation import decimal, in_words, translate

SHORTEST_S = 0.1
"""What takes less is told as less."""


class Colour(Enum):
    """What is seen before anything is read."""

    GOOD = "#2e9e5b"  # measured, quick, and where it was asked to run
    WAIT = "#d99a1c"
    BAD = "#d0453b"  # it does not run


class Light(QWidget):
    """A coloured dot and the words that say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._dot = _Dot()
        self._sentence = paragraph(can_be_copied=True)
        self._draft = small("")
        self._more = QToolButton()
        self._details = small("")
        self._build()
        self.show_state(None, None)

    @property
    def colour(self) -> Colour:
        """As it is now."""
        return self._dot.colour

    def show_state(self, state: EngineState | None, broken: Notice | None) -> None:
        """What is loaded, and why it cannot be; neither while it is loading."""
        if broken is not None:
            self._say(Colour.BAD, in_words(broken.sentence), in_words(broken.action))
        elif state is None:
            self._say(Colour.WAIT, self.tr("The models are being loaded…"))
        else:
            self._say(colour(state), f"{where(state)} {speed(state.listen_s)}", draft(state), details(state))

    def _say(self, light: Colour, sentence: str, more: str = "", reasons: tuple[str, ...] = ()) -> None:
        self._dot.show_colour(light)
        self._sentence.setText(sentence)
        self._draft.setText(more)
        self._draft.setVisible(bool(more))
        self._details.setText("\n".join(reasons))
        self._more.setVisible(bool(reasons))
        self._unfold()
        self.setAccessibleName(sentence)

    def _unfold(self) -> None:
        is_open = self._more.isChecked()
        self._more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._details.setVisible(is_open and bool(self._details.text()))

    def _build(self) -> None:
        self._more.setText(self.tr("Details"))
        self._more.setAccessibleName(self.tr("Details of how the models run"))
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setAutoRaise(True)
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.toggled.connect(lambda _is_open: self._unfold())
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._draft)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)


class _Dot(QWidget):
    """Drawn, as a font may have no such character."""

    SIZE = 12

    def __init__(self) -> None:
        super().__init__()
        self.colour = Colour.WAIT
        self.setFixedSize(self.SIZE, max(self.SIZE, self.fontMetrics().height()))  # beside the first line

    def show_colour(self, colour: Colour) -> None:
        self.colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self.palette().color(QPalette.ColorRole.Window)
        painter.setBrush(seen_on(ground, QColor(self.colour.value)))
        painter.drawEllipse(self.rect().toRectF().center(), self.SIZE / 2 - 1, self.SIZE / 2 - 1)


def colour(state: EngineState) -> Colour:
    """Of models that are loaded: nothing is good that was not measured."""
    is_good = 0 < state.listen_s <= QUICK_S and not state.is_elsewhere
    return Colour.GOOD if is_good else Colour.WAIT


def where(state: EngineState) -> str:
    """In a sentence, and why not where it should be."""
    kind = state.device.partition(" ")[0]
    if state.is_elsewhere:
        said = translate("Light", "{model} runs on the processor, not on the graphics card as was asked: {reason}.")
    elif kind == "cpu":
        said = translate("Light", "{model} runs on the processor.")
    elif kind == "cuda":
        said = translate("Light", "{model} runs on the graphics card.")
    else:
        said = translate("Light", "{model} is loaded.")
    return said.format(model=name_of(state.target), reason=in_words(state.device_reason))


def speed(measured_s: float) -> str:
    """In a sentence; 0: it was not measured."""
    if not measured_s:
        return translate("Light", "How fast it is here is not measured yet.")
    if measured_s < SHORTEST_S:
        said = translate("Light", "A sentence of 5 s takes less than {seconds} s here.")
    elif measured_s <= QUICK_S:
        said = translate("Light", "A sentence of 5 s takes about {seconds} s here.")
    elif measured_s <= SLOW_S:
        said = translate("Light", "A sentence of 5 s takes about {seconds} s here: long enough to notice the wait.")
    else:
        said = translate("Light", "A sentence of 5 s takes about {seconds} s here: a smaller model suits this machine.")
    return said.format(seconds=decimal(max(measured_s, SHORTEST_S)))


def draft(state: EngineState) -> str:
    """On or off, and why."""
    reason = in_words(state.draft_reason)
    if state.draft:
        said = translate("Light", "Draft on: {model}.").format(model=name_of(state.draft))
        return f"{said} {reason}".strip()
    if reason:
        return translate("Light", "Draft off: {reason}").format(reason=reason)
    return translate("Light", "Draft off.")


def details(state: EngineState) -> tuple[str, ...]:
    """How it computes, why there, and what was measured, as the engine says it."""
    how = translate("Light", "Device and arithmetic: {device}.").format(device=state.device)
    why = translate("Light", "Why there: {reason}.").format(reason=in_words(state.device_reason))
    measured = translate("Light", "Measured: {result}")
    results = [measured.format(result=in_words(result)) for result in state.calibration]
    return tuple(line for line in (how if state.device else "", why if state.device_reason else "", *results) if line)
