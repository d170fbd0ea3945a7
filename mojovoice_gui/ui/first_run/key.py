"""Second step: the key, and whether it is heard."""

from __future__ import annotations

import os
from collections.abc import Mapping

from mojovoice_gui.desktop.select import describe_insertion
from mojovoice_gui.dictation.events import Cancelled
from mojovoice_gui.domain import Stage
from mojovoice_gui.errors import MojoVoiceError, Sentence
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.field import choice
from mojovoice_gui.ui.settings.form import Form
from mojovoice_gui.ui.settings.general import activations
from mojovoice_gui.ui.settings.key_advice import KeyAdvice
from mojovoice_gui.ui.settings.key_field import KeyField
from mojovoice_gui.ui.settings.key_report import in_one
from mojovoice_gui.ui.settings.portal_switch import PortalSwitch
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import in_words, translate


class KeyStep(Step):
    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(
            translate("KeyStep", "Your key"),
            translate(
                "KeyStep",
                "This key is for speaking. Click it to choose another, then press it once, to see that it works.",
            ),
        )
        self._surroundings = surroundings
        self._is_in_front = False
        self._advice = KeyAdvice(surroundings)
        self._insertion = paragraph("")
        form = Form()
        form.add_row(self.tr("Key:"), KeyField(surroundings, "hotkey"))
        works = choice(surroundings.choices, "activation", activations())
        form.add_row(self.tr("It works like this:"), works)
        self.column.addLayout(form)
        self._portal = PortalSwitch(surroundings)
        self._portal.hide()
        self._portal.needed.connect(self._portal.setVisible)
        for widget in (self._advice, self._insertion, self._portal):
            self.column.addWidget(widget)
        self.end()
        surroundings.bridge.stage.connect(self._heard)
        surroundings.choices.changed.connect(self._look_at_insertion)

    def shown(self) -> None:
        self._is_in_front = True
        self._advice.look()
        self._look_at_insertion()
        self._portal.look()

    def left(self) -> None:
        self._is_in_front = False

    def _look_at_insertion(self) -> None:
        has_consent = self._surroundings.choices.settings.portal_keys
        asked = self._surroundings.background.submit(report_insertion, dict(os.environ), has_consent=has_consent)
        self._report = Awaited(self, asked, lambda found: self._insertion.setText(in_words(found)))

    def _heard(self, stage: Stage) -> None:
        """Only to see that it works: nothing is written."""
        if self._is_in_front and stage is Stage.RECORDING:
            self._surroundings.engine.post(Cancelled())
            self.prove(self.tr("The key is heard."))


def report_insertion(environ: Mapping[str, str], *, has_consent: bool) -> str:
    """How the text comes into windows here. Asks the desktop: not in the GUI thread."""
    try:
        way = describe_insertion(environ, has_consent=has_consent)
    except MojoVoiceError as error:
        return in_one(error)
    if way.is_by_hand:
        return Sentence("The text waits on the clipboard until you paste it, by {way}.", way=way.told)
    return Sentence("The text is pasted where your cursor is, by {way}.", way=way.told)
