"""Last step: dictate."""

from __future__ import annotations

import os

from mojovoice_gui.domain import Activation
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.first_run.speak_box import SpeakBox
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.key_capture import spoken
from mojovoice_gui.ui.settings.key_report import KeyReport, report_keys
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import translate


class TrialStep(Step):
    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(
            translate("TrialStep", "Try it"),
            translate("TrialStep", "Dictate into this field. It works the same in every other window."),
        )
        self._surroundings = surroundings
        self._how = paragraph("")
        font = self._how.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._how.setFont(font)
        self._box = SpeakBox(surroundings)
        self.column.addWidget(self._how)
        self.column.addWidget(self._box, 1)
        self.end(is_full=True)
        self._box.arrived.connect(lambda: self.prove(self.tr("That is all. Mojo Voice stays in the tray.")))

    def shown(self) -> None:
        settings, command = self._surroundings.choices.settings, self._surroundings.command
        asked = self._surroundings.background.submit(report_keys, dict(os.environ), settings, command)
        self._report = Awaited(self, asked, self._show)
        self._box.take_focus()

    def _show(self, found: KeyReport) -> None:
        if found.lines:
            self._how.setText(f"{self._with_a_bound_key(found)} {self._without_one()}")
        elif found.key or found.is_offered:
            key = spoken(found.key) if found.key else self.tr("the key that your desktop gave you")
            self._how.setText(self._instruction(found.activation).format(key=key))
        else:
            said = self.tr("No key is chosen: press Speak or click the tray icon, speak, and do it again.")
            self._how.setText(said)

    def _with_a_bound_key(self, found: KeyReport) -> str:
        if found.key:
            return self._instruction(found.activation).format(key=spoken(found.key))
        return self.tr("Press the key that you bound, speak, and let go or press it again.")

    def _without_one(self) -> str:
        return self.tr("If none is bound yet, press Speak or click the tray icon.")

    def _instruction(self, activation: Activation) -> str:
        match activation:
            case Activation.HOLD:
                return self.tr("Hold {key}, speak, let go.")
            case Activation.TOGGLE:
                return self.tr("Press {key}, speak, press it again.")
            case Activation.HYBRID:
                return self.tr("Hold {key}, speak, let go; or tap it, speak, tap it again.")
