"""Insertion: how the text comes into the window."""

from __future__ import annotations

from mojovoice_gui.ui.settings.field import choice, switch
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.portal_switch import PortalSwitch
from mojovoice_gui.ui.surroundings import Surroundings

PASTE_KEYS = (
    ("auto", "Automatic: suits the window"),
    ("shift+insert", "Shift + Insert"),
    ("ctrl+v", "Ctrl + V"),
    ("ctrl+shift+v", "Ctrl + Shift + V"),
)
WHEN_MOVED = (
    ("here", "Paste it where I am now"),
    ("back", "Go back to where I spoke"),
    ("ask", "Ask me"),
    ("copy", "Only copy it"),
)


class InsertionPage(Page):
    """Text into windows."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        way = self.section("Paste")
        self._portal = PortalSwitch(surroundings)
        self.row(way, "", self._portal)
        way.show_row(self._portal, is_shown=False)
        self._portal.needed.connect(lambda needed: way.show_row(self._portal, is_shown=needed))
        self.add(way, choice(choices, "paste_key", PASTE_KEYS))
        self.add(way, choice(choices, "when_moved", WHEN_MOVED))
        self.add(way, switch(choices, "restore_clipboard"))
        text = self.section("Text")
        self.add(text, switch(choices, "append_space"))

    def shown(self) -> None:
        self._portal.look()
