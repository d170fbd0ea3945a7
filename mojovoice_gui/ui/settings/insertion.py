"""Insertion: how the text comes into the window."""

from __future__ import annotations

import os

from mojovoice_gui.desktop.select import hides_focus
from mojovoice_gui.ui.awaited import Awaited
from mojovoice_gui.ui.settings.field import choice, switch
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.portal_switch import PortalSwitch
from mojovoice_gui.ui.settings.programs_field import ProgramsField, ways
from mojovoice_gui.ui.surroundings import Surroundings


class InsertionPage(Page):
    """Text into windows."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        choices = surroundings.choices
        way = self.section(self.tr("Into the window"))
        self._portal = PortalSwitch(surroundings)
        self.row(way, "", self._portal)
        way.show_row(self._portal, is_shown=False)
        self._portal.needed.connect(lambda needed: way.show_row(self._portal, is_shown=needed))
        self.add(way, choice(choices, "paste_key", ways()))
        self._programs = ProgramsField(surroundings)
        self.add(way, self._programs)
        self._moved = choice(choices, "when_moved", self._places())
        self.add(way, self._moved)
        self.add(way, switch(choices, "restore_clipboard"))
        text = self.section(self.tr("Text"))
        self.add(text, switch(choices, "append_space"))
        self._before = switch(choices, "space_before")
        self.add(text, self._before)
        choices.changed.connect(lambda _: self._show_before())
        self._show_before()

    def shown(self) -> None:
        asked = self.surroundings.background.submit(hides_focus, dict(os.environ))
        self._asked = Awaited(self, asked, self._remark_on_moved)  # before the portal, which may take a while
        self._portal.look()
        self._programs.look()

    def _remark_on_moved(self, is_hidden: bool) -> None:
        said = self.tr(
            "On this desktop it has no effect: no program is told which window you are in, and the text goes there."
        )
        self._moved.remark(said if is_hidden else "")

    def _places(self) -> tuple[tuple[str, str], ...]:
        return (
            ("here", self.tr("Paste it where I am now")),
            ("back", self.tr("Go back to where I spoke")),
            ("ask", self.tr("Ask me")),
            ("copy", self.tr("Only copy it")),
        )

    def _show_before(self) -> None:
        """Two spaces would be one too many."""
        self._before.setEnabled(not self.choices.settings.append_space)
