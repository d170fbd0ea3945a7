"""General: the key, the language, and how the app behaves."""

from __future__ import annotations

import os

from mojovoice_gui.desktop.autostart.select import autostart
from mojovoice_gui.desktop.layer import has_layers
from mojovoice_gui.domain import Activation
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.screens import can_place_windows
from mojovoice_gui.ui.settings.field import choice, line, number, switch
from mojovoice_gui.ui.settings.key_advice import KeyAdvice
from mojovoice_gui.ui.settings.key_field import KeyField
from mojovoice_gui.ui.settings.languages import named_languages
from mojovoice_gui.ui.settings.login_switch import LoginSwitch
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.surroundings import Surroundings
from mojovoice_gui.ui.translation import translate

OWN_NAMES = (("en", "English"), ("de", "Deutsch"))  # of ``UI_LANGUAGES``, in themselves


def activations() -> tuple[tuple[str, str], ...]:
    """Of the key: value and what people call it."""
    return (
        ("hold", translate("GeneralPage", "Hold it and speak")),
        ("toggle", translate("GeneralPage", "Press to start, press to stop")),
        ("hybrid", translate("GeneralPage", "Both: a tap toggles, holding holds")),
    )


class GeneralPage(Page):
    """What everybody may want to change."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        keys = self.section(self.tr("Key"))
        self.add(keys, KeyField(surroundings, "hotkey"))
        self.add(keys, choice(choices, "activation", activations()))
        self._tap = number(choices, "tap_ms", lambda _: "ms")
        self._keys = keys
        self.add(keys, self._tap)
        self.add(keys, KeyField(surroundings, "cancel_key"))
        self._advice = KeyAdvice(surroundings)
        self.row(keys, "", self._advice)
        keys.show_row(self._advice, is_shown=False)
        self._advice.needed.connect(lambda needed: keys.show_row(self._advice, is_shown=needed))
        speech = self.section(self.tr("Speech"))
        self.add(speech, choice(choices, "language", named_languages(), search=True))
        self.add(speech, line(choices, "prompt", "Käthe, PySide6, Voß"))
        screen = self.section(self.tr("While you speak"))
        self._overlay = choice(choices, "overlay", self._overlays())
        self.add(screen, self._overlay)
        self.add(screen, choice(choices, "motion", self._motions()))
        self.add(screen, switch(choices, "sounds"))
        app = self.section(self.tr("App"))
        self.add(app, choice(choices, "ui_language", (("auto", self.tr("As the desktop says")), *OWN_NAMES)))
        self.add(app, switch(choices, "shows_tray"))
        self._login = LoginSwitch(choices, autostart(surroundings.command))
        self.row(app, "", self._login)
        choices.changed.connect(lambda _: self._show_tap())
        self._show_tap()

    def shown(self) -> None:
        self._advice.look()
        self._login.look()
        if not can_place_windows():
            self.look_for_layers()

    def look_for_layers(self) -> None:
        """Whether this Wayland desktop lets an overlay be shown."""
        asked = self.surroundings.background.submit(has_layers, dict(os.environ))
        self._seen = Awaited(self, asked, self._tell_of_overlay)

    def _tell_of_overlay(self, is_possible: bool) -> None:
        none = self.tr("This desktop lets no program show an overlay. The tray icon says what goes on.")
        self._overlay.explain("" if is_possible else none)

    def _overlays(self) -> tuple[tuple[str, str], ...]:
        return (
            ("off", self.tr("Nothing")),
            ("minimal", self.tr("Level and time")),
            ("live", self.tr("Level, time and the text so far")),
        )

    def _motions(self) -> tuple[tuple[str, str], ...]:
        return (("auto", self.tr("As the desktop says")), ("full", self.tr("Full")), ("reduced", self.tr("Reduced")))

    def _show_tap(self) -> None:
        """Only where a tap differs from a press."""
        self._keys.show_row(self._tap, is_shown=self.choices.settings.activation is Activation.HYBRID)
