"""General: the key, the language, and how the app behaves."""

from __future__ import annotations

import sys

from mojovoice_gui.desktop.autostart import Autostart
from mojovoice_gui.domain import Activation
from mojovoice_gui.ui.settings.field import choice, line, number, switch
from mojovoice_gui.ui.settings.key_field import KeyField
from mojovoice_gui.ui.settings.languages import named_languages
from mojovoice_gui.ui.settings.login_switch import LoginSwitch
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings

ACTIVATIONS = (
    ("hold", "Hold it and speak"),
    ("toggle", "Press to start, press to stop"),
    ("hybrid", "Both: a tap toggles, holding holds"),
)
OVERLAYS = (("off", "Nothing"), ("minimal", "Level and time"), ("live", "Level, time and the text so far"))
MOTIONS = (("auto", "As the desktop says"), ("full", "Full"), ("reduced", "Reduced"))


class GeneralPage(Page):
    """What everybody may want to change."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        keys = self.section("Key")
        self.add(keys, KeyField(surroundings, "hotkey"))
        self.add(keys, choice(choices, "activation", ACTIVATIONS))
        self._tap = number(choices, "tap_ms", "ms")
        self._keys = keys
        self.add(keys, self._tap)
        self.add(keys, KeyField(surroundings, "cancel_key"))
        speech = self.section("Speech")
        self.add(speech, choice(choices, "language", named_languages(), search=True))
        self.add(speech, line(choices, "prompt", "Käthe, PySide6, Voß"))
        screen = self.section("While you speak")
        self.add(screen, choice(choices, "overlay", OVERLAYS))
        self.add(screen, choice(choices, "motion", MOTIONS))
        self.add(screen, switch(choices, "sounds"))
        self._login = LoginSwitch(Autostart(surroundings.command))
        if sys.platform == "linux":
            self.row(self.section("App"), "", self._login)
        choices.changed.connect(lambda _: self._show_tap())
        self._show_tap()

    def shown(self) -> None:
        self._login.look()

    def _show_tap(self) -> None:
        """Only where a tap differs from a press."""
        self._keys.setRowVisible(self._tap, self.choices.settings.activation is Activation.HYBRID)
