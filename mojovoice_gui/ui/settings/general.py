"""General: the key, the language, and how the app behaves."""

from __future__ import annotations

from mojovoice_gui.ui.settings.field import choice, number, switch
from mojovoice_gui.ui.settings.key_field import KeyField
from mojovoice_gui.ui.settings.languages import named_languages
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings

ACTIVATIONS = (
    ("hold", "Hold it and speak"),
    ("toggle", "Press to start, press to stop"),
    ("hybrid", "Both: a tap toggles, holding holds"),
)


class GeneralPage(Page):
    """What everybody may want to change."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        keys = self.section("Key")
        self.add(keys, KeyField(surroundings, "hotkey"))
        self.add(keys, choice(choices, "activation", ACTIVATIONS))
        tap = number(choices, "tap_ms", "ms")
        self.add(keys, tap)
        self.add(keys, KeyField(surroundings, "cancel_key"))
        speech = self.section("Speech")
        self.add(speech, choice(choices, "language", named_languages(), search=True))
        app = self.section("App")
        self.add(app, switch(choices, "sounds"))
