"""Third step: the model, as measured on this machine, and a better one in the background."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPushButton

from mojovoice_gui.domain import Notice, Stage
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.models.catalog import name_of, named
from mojovoice_gui.models.library import Transfer
from mojovoice_gui.models.outlook import QUICK_S, SLOW_S, expected_s
from mojovoice_gui.models.shelf import Row, Shelf
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.models.light import Light
from mojovoice_gui.ui.models.row import ModelRow
from mojovoice_gui.ui.rule import Rule
from mojovoice_gui.ui.settings.page import in_a_row
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
        self._shown = Row(BETTER, named(BETTER), None, 0)  # as of the last look
        self._free_bytes = 0  # on the disk; 0: not looked at yet
        self._light = Light()
        self._outlook = paragraph("")
        self._better = paragraph("")
        self._row = ModelRow(self._shown, can_delete=False)
        self._take = QCheckBox(self.tr("&Use it as soon as it is here"))
        self._take.setChecked(True)
        self._use = QPushButton(self.tr("&Use it"))
        for widget in (self._light, Rule(), self._better, self._row, self._outlook, self._take, in_a_row(self._use)):
            self.column.addWidget(widget)
        self.end()
        self._connect()
        self._tell_better()

    def _connect(self) -> None:
        surroundings = self._surroundings
        self._row.fetch_asked.connect(self._desk.fetch)
        self._row.pause_asked.connect(self._desk.pause)
        self._row.cancel_asked.connect(self._desk.cancel)
        self._desk.shelf.connect(self._show_shelf)
        self._desk.transfer.connect(self._show_transfer)
        self._take.toggled.connect(lambda _is_on: self._want())
        self._use.clicked.connect(self._use_now)
        surroundings.choices.changed.connect(lambda _: self._tell_better())
        surroundings.bridge.stage.connect(self._show_state)
        self._again = QTimer(self)  # what is measured is told by no signal
        self._again.timeout.connect(self._show_state)

    def shown(self) -> None:
        self._desk.look()
        self._desk.watch(self, is_on=True)
        self._show_state()
        self._again.start(LOOK_AGAIN_MS)

    def left(self) -> None:
        self._again.stop()
        self._desk.watch(self, is_on=False)

    def _show_state(self, _stage: Stage | None = None) -> None:
        session = self._surroundings.engine.session
        self._light.show_state(session.models, session.broken)
        self._tell_outlook()
        if session.models is not None:
            self.prove(self.tr("The models are loaded."))

    def _show_shelf(self, shelf: Shelf) -> None:
        self._free_bytes = shelf.free_bytes
        self._shown = next(row for row in shelf.rows if row.name == BETTER)
        self._tell_better()

    def _show_transfer(self, transfer: Transfer) -> None:
        if transfer.name == BETTER:
            self._row.show_transfer(transfer)
            self._want()

    def _want(self) -> None:
        """From when it is on its way; that is kept, and holds after another start, too."""
        if not self._take.isChecked():
            self._desk.wanted.put("")
        elif any(transfer.name == BETTER for transfer in self._desk.running):
            self._desk.wanted.put(BETTER)

    def _use_now(self) -> None:
        try:
            self._surroundings.choices.change(target=BETTER)
        except SettingsError as error:
            self._surroundings.bridge.noticed(Notice.of(error))

    def _tell_better(self) -> None:
        """It is to be had, or here, or in use."""
        is_here = self._shown.installed is not None
        is_used = self._surroundings.choices.settings.target == BETTER
        self._row.show_row(self._shown, in_use=translate("ModelsPage", "your model") if is_used else "")
        if is_here:
            self._better.setText(self.tr("For better text, in more languages, a larger one is here already."))
        else:
            self._better.setText(
                self.tr(
                    "For better text, in more languages, there is a larger one. "
                    "It comes in the background; go on meanwhile."
                )
            )
        self._take.setVisible(not is_here)
        self._use.setVisible(is_here and not is_used)
        self._outlook.setVisible(not is_used)
        self._tell_outlook()

    def _tell_outlook(self) -> None:
        state = self._surroundings.engine.session.models
        better = named(BETTER)
        if better is None:
            return
        target = name_of(state.target) if state is not None else ""
        seconds = expected_s(named(target), state.encode_s, better) if state is not None else None
        free = self.tr("{size} are free on the disk.").format(size=data_size(self._free_bytes))
        tells_free = self._free_bytes and self._shown.installed is None
        self._outlook.setText(f"{free if tells_free else ''} {_outlook(seconds)}".strip())


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
