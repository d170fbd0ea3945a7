"""Insertion: how the text comes into the window."""

from __future__ import annotations

from mojovoice_gui.ui.settings.field import choice, switch
from mojovoice_gui.ui.settings.key_capture import spoken
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.portal_switch import PortalSwitch
from mojovoice_gui.ui.surroundings import Surroundings

PASTE_KEYS = ("shift+insert", "ctrl+v", "ctrl+shift+v")


class InsertionPage(Page):
    """Text into windows."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        way = self.section(self.tr("Paste"))
        self._portal = PortalSwitch(surroundings)
        self.row(way, "", self._portal)
        way.show_row(self._portal, is_shown=False)
        self._portal.needed.connect(lambda needed: way.show_row(self._portal, is_shown=needed))
        self.add(way, choice(choices, "paste_key", self._paste_keys()))
        self.add(way, choice(choices, "when_moved", self._places()))
        self.add(way, switch(choices, "restore_clipboard"))
        text = self.section(self.tr("Text"))
        self.add(text, switch(choices, "append_space"))

    def shown(self) -> None:
        self._portal.look()

    def _paste_keys(self) -> tuple[tuple[str, str], ...]:
        return (("auto", self.tr("Automatic: suits the window")), *((key, spoken(key)) for key in PASTE_KEYS))

    def _places(self) -> tuple[tuple[str, str], ...]:
        return (
            ("here", self.tr("Paste it where I am now")),
            ("back", self.tr("Go back to where I spoke")),
            ("ask", self.tr("Ask me")),
            ("copy", self.tr("Only copy it")),
        )
