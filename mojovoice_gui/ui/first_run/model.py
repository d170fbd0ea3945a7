"""Third step: the model, as measured on this machine, and a better one in the background."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox

from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.models.catalog import name_of, named
from mojovoice_gui.models.library import Phase, Transfer
from mojovoice_gui.models.outlook import QUICK_S, SLOW_S, expected_s
from mojovoice_gui.models.shelf import Row, Shelf
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.models.light import Light
from mojovoice_gui.ui.models.row import ModelRow
from mojovoice_gui.ui.rule import Rule
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import data_size, decimal, translate

BETTER = "large-v3-turbo"
LOOK_AGAIN_MS = 1000


class ModelStep(Step):
    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(
            translate("ModelStep", "Your model"),
            translate(
                "ModelStep", "A model turns speech into text. The one that came along works now, without a network."
            ),
        )
        self._surroundings = surroundings
        self._desk = surroundings.models()
        self._free_bytes = 0  # on the disk; 0: not looked at yet
        self._light = Light()
        self._outlook = paragraph("")
        self._row = ModelRow(Row(BETTER, named(BETTER), None, 0))
        self._take = QCheckBox(self.tr("&Use it as soon as it is here"))
        self._take.setChecked(True)
        better = paragraph(
            self.tr(
                "For better text, in more languages, there is a larger one. "
                "It comes in the background; go on meanwhile."
            )
        )
        for widget in (self._light, Rule(), better, self._row, self._outlook, self._take):
            self.column.addWidget(widget)
        self.end()
        self._row.fetch_asked.connect(self._desk.fetch)
        self._row.pause_asked.connect(self._desk.pause)
        self._row.cancel_asked.connect(self._desk.cancel)
        self._desk.shelf.connect(self._show_shelf)
        self._desk.transfer.connect(self._show_transfer)
        surroundings.bridge.stage.connect(self._show_state)
        self._again = QTimer(self)  # what is measured is told by no signal
        self._again.timeout.connect(self._show_state)

    def shown(self) -> None:
        self._desk.look()
        self._show_state()
        self._again.start(LOOK_AGAIN_MS)

    def left(self) -> None:
        self._again.stop()

    def _show_state(self, _stage: Stage | None = None) -> None:
        session = self._surroundings.engine.session
        self._light.show_state(session.models, session.broken)
        self._tell_outlook()
        if session.models is not None:
            self.prove(self.tr("The models are loaded."))

    def _show_shelf(self, shelf: Shelf) -> None:
        self._free_bytes = shelf.free_bytes
        row = next(row for row in shelf.rows if row.name == BETTER)
        self._row.show_row(row, in_use="")
        self._tell_outlook()

    def _show_transfer(self, transfer: Transfer) -> None:
        if transfer.name != BETTER:
            return
        self._row.show_transfer(transfer)
        if transfer.phase is Phase.DONE and self._take.isChecked():
            self._use()

    def _use(self) -> None:
        try:
            self._surroundings.choices.change(target=BETTER)
        except SettingsError as error:
            self._surroundings.bridge.noticed(Notice.of(error))

    def _tell_outlook(self) -> None:
        state = self._surroundings.engine.session.models
        better = named(BETTER)
        if better is None:
            return
        target = name_of(state.target) if state is not None else ""
        seconds = expected_s(named(target), state.encode_s, better) if state is not None else None
        free = self.tr("{size} are free on the disk.").format(size=data_size(self._free_bytes))
        self._outlook.setText(f"{free if self._free_bytes else ''} {_outlook(seconds)}".strip())


def _outlook(seconds: float | None) -> str:
    if seconds is None:
        return translate("ModelStep", "How fast it would be here is still being measured.")
    if seconds <= QUICK_S:
        advice = translate("ModelStep", "it suits this machine")
    elif seconds <= SLOW_S:
        advice = translate("ModelStep", "you would notice the wait")
    else:
        advice = translate("ModelStep", "it is too slow for this machine")
    said = translate(
        "ModelStep",
        "It would take about {seconds} s for a sentence of 5 s, reckoned from what was measured here: {advice}.",
    )
    return said.format(seconds=decimal(seconds), advice=advice)
