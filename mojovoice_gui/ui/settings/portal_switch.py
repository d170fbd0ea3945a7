"""Let the desktop paste: on once the user has agreed to what the desktop asks."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mojovoice_gui.desktop.select import takes_consent
from mojovoice_gui.errors import MojoVoiceError, SettingsError
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.settings.field import Reason
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import explanation, label, told

NAME = "portal_keys"  # of the setting


class PortalSwitch(QWidget):
    """Needed nowhere on X11, nor where the compositor takes keys from programs."""

    needed = Signal(bool)  # after ``look``

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._choices = surroundings.choices
        self._box = QCheckBox(label(NAME))
        self._box.setAccessibleDescription(explanation(NAME))
        self._said = small("")
        self._reason = Reason()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._box, small(explanation(NAME)), self._said, self._reason):
            column.addWidget(widget)
        self._box.clicked.connect(self._switch)
        self._choices.changed.connect(lambda _: self._show())
        self._show()

    def look(self) -> None:
        """Whether this desktop has need of it."""
        asked = self._surroundings.background.submit(takes_consent, dict(os.environ))
        self._seen = Awaited(self, asked, self.needed.emit)

    def _switch(self, on: bool) -> None:
        self._reason.say("")
        if on:
            self._box.setEnabled(False)
            self._say(self.tr("The desktop asks you now…"))
            self._answer = Awaited(
                self, self._surroundings.paste_consent.ask(), lambda _: self._choose(on=True), self._refuse
            )
        else:
            self._surroundings.paste_consent.forget()
            self._choose(on=False)

    def _choose(self, *, on: bool) -> None:
        try:
            self._choices.change(portal_keys=on)
        except SettingsError as error:
            self._reason.say(told(error))
        self._show()

    def _refuse(self, error: MojoVoiceError) -> None:
        self._show()
        self._reason.say(told(error))

    def _show(self) -> None:
        self._box.setEnabled(True)
        self._box.setChecked(self._choices.settings.portal_keys)
        self._say("")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
