"""A key chosen by pressing it; whether it can work here is tried before it is chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.errors import HotkeyUnavailable, MojoVoiceError
from mojovoice_gui.settings import options
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.settings.field import Field
from mojovoice_gui.ui.settings.key_capture import KeyCapture
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import label, told


class KeyField(Field):
    """For the options that name a key. While it waits for one, those in use rest."""

    def __init__(self, surroundings: Surroundings, name: str) -> None:
        self.capture = KeyCapture()
        super().__init__(surroundings.choices, name, self.capture, lambda value: self.capture.show_key(str(value)))
        self._surroundings = surroundings
        self._trial: Awaited[None] | None = None
        self.capture.setAccessibleName(label(name))
        self.capture.began.connect(self._begin)
        self.capture.pressed_key.connect(self._try)
        self.capture.ended.connect(surroundings.keys.wake)
        if options()[name].may_be_empty:
            self._add_none()

    def _add_none(self) -> None:
        none = QPushButton(self.tr("None"))
        none.setAccessibleName(self.tr("None: {option}").format(option=label(self.name)))
        none.clicked.connect(lambda: self.choose(""))
        row = QHBoxLayout()
        row.addWidget(self.capture, 1)
        row.addWidget(none)
        self._column.insertLayout(0, row)

    def _begin(self) -> None:
        self.refuse("")
        self._surroundings.keys.rest()

    def _try(self, key: str) -> None:
        try:
            parse(key)
        except HotkeyUnavailable as error:
            self._refuse_key(error)
            return
        wanted = replace(self._surroundings.choices.settings, **{self.name: key})  # type: ignore[arg-type]  # a text
        trial = self._surroundings.try_keys(wanted, self.name)
        self._trial = Awaited(self, trial, lambda _: self.choose(key), self._refuse_key)

    def _refuse_key(self, error: MojoVoiceError) -> None:
        self.refuse(told(error))
        self.capture.show_key(str(self._surroundings.choices.value(self.name)))
