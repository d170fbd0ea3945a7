"""Last step: dictate."""

from __future__ import annotations

import os

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.domain import Activation
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.first_run.desktop_report import DesktopReport, report
from mojovoice_gui.ui.first_run.speak_box import SpeakBox
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.key_capture import spoken
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
        self._name_key(spoken(settings.hotkey))
        asked = self._surroundings.background.submit(report, dict(os.environ), settings, command)
        self._report = Awaited(asked, self._show)
        self._box.take_focus()

    def _show(self, found: DesktopReport) -> None:
        """Desktops bind no modifier alone: then it is another key than ours."""
        if found.is_offered and parse(self._surroundings.choices.settings.hotkey).is_lone_modifier:
            self._name_key(self.tr("the key that your desktop gave you"))

    def _name_key(self, key: str) -> None:
        self._how.setText(self._instruction(self._surroundings.choices.settings.activation).format(key=key))

    def _instruction(self, activation: Activation) -> str:
        match activation:
            case Activation.HOLD:
                return self.tr("Hold {key}, speak, let go.")
            case Activation.TOGGLE:
                return self.tr("Press {key}, speak, press it again.")
            case Activation.HYBRID:
                return self.tr("Hold {key}, speak, let go; or tap it, speak, tap it again.")
