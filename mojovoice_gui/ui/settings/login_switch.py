"""Start at login: the switch shows what the desktop will really do."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mojovoice_gui.desktop.autostart.select import Autostart
from mojovoice_gui.errors import DesktopError
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.labels import small
from mojovoice_gui.ui.settings.field import Reason
from mojovoice_gui.ui.translation import told


class LoginSwitch(QWidget):
    """No setting of ours: the system keeps it."""

    def __init__(self, choices: Choices, autostart: Autostart) -> None:
        super().__init__()
        self._choices = choices
        self._autostart = autostart
        self._box = QCheckBox(self.tr("Start at login"))
        self._reason = Reason()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._box, small(self.tr("In the tray, without a window.")), self._reason):
            column.addWidget(widget)
        self._box.clicked.connect(self._switch)
        choices.done.connect(self.look)
        self.look()

    def look(self) -> None:
        """The desktop's own settings may have changed it."""
        self._box.setChecked(self._autostart.is_on)

    def _switch(self, on: bool) -> None:
        try:
            self._autostart.switch(on=on)
            self._reason.say("")
            self._choices.did(self._box.text(), partial(self._autostart.switch, on=not on))
        except DesktopError as error:
            self._reason.say(told(error))
        self.look()
