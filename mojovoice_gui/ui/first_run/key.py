"""Second step: the key, and whether it is heard."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QPlainTextEdit

from mojovoice_gui.dictation.events import Cancelled
from mojovoice_gui.domain import Stage
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.first_run.desktop_report import DesktopReport, report
from mojovoice_gui.ui.first_run.step import Step
from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.field import choice
from mojovoice_gui.ui.settings.form import Form
from mojovoice_gui.ui.settings.general import activations
from mojovoice_gui.ui.settings.key_field import KeyField
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
        self._keys = paragraph("")
        self._insertion = paragraph("")
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setAccessibleName(self.tr("Lines for the configuration of the desktop"))
        self._lines.hide()
        form = Form()
        form.add_row(self.tr("Key:"), KeyField(surroundings, "hotkey"))
        works = choice(surroundings.choices, "activation", activations())
        form.add_row(self.tr("It works like this:"), works)
        self.column.addLayout(form)
        self._portal = PortalSwitch(surroundings)
        self._portal.hide()
        self._portal.needed.connect(self._portal.setVisible)
        for widget in (self._keys, self._lines, self._insertion, self._portal):
            self.column.addWidget(widget)
        self.end()
        surroundings.bridge.stage.connect(self._heard)
        surroundings.choices.changed.connect(self._look)

    def shown(self) -> None:
        self._is_in_front = True
        self._look()
        self._portal.look()

    def left(self) -> None:
        self._is_in_front = False

    def _look(self) -> None:
        settings, command = self._surroundings.choices.settings, self._surroundings.command
        asked = self._surroundings.background.submit(report, dict(os.environ), settings, command)
        self._report = Awaited(asked, self._show)

    def _show(self, found: DesktopReport) -> None:
        self._keys.setText(in_words(found.keys))
        self._insertion.setText(in_words(found.insertion))
        self._lines.setPlainText(found.lines)
        self._lines.setVisible(bool(found.lines))

    def _heard(self, stage: Stage) -> None:
        """Only to see that it works: nothing is written."""
        if self._is_in_front and stage is Stage.RECORDING:
            self._surroundings.engine.post(Cancelled())
            self.prove(self.tr("The key is heard."))
