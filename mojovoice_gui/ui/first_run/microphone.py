"""First step: the microphone, and whether it hears."""

from __future__ import annotations

from mojovoice_gui.dictation.events import LevelAsked
from mojovoice_gui.ui.first_run.speak_box import SpeakBox
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.settings.microphone_field import MicrophoneField
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import translate


class MicrophoneStep(Step):
    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(
            translate("MicrophoneStep", "Your microphone"),
            translate(
                "MicrophoneStep",
                "Choose the microphone, press Speak and say a sentence. Nothing you say leaves this computer.",
            ),
        )
        self._engine = surroundings.engine
        self._microphone = MicrophoneField(surroundings)
        self._box = SpeakBox(surroundings)
        self.column.addWidget(self._microphone)
        self.column.addWidget(self._box, 1)
        self.end(is_full=True)
        self._box.arrived.connect(lambda: self.prove(self.tr("The microphone hears you.")))

    def shown(self) -> None:
        self._microphone.watch(is_on=True)
        self._engine.post(LevelAsked(self._box.level_came.emit))
        self._box.take_focus()

    def left(self) -> None:
        self._microphone.watch(is_on=False)
        self._engine.post(LevelAsked(None))
