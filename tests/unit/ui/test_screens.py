"""On which screen a window is."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Place
from mojovoice_gui.ui.screens import screen_of


def test_a_window_is_on_the_screen_that_its_middle_is_on(qtbot: QtBot) -> None:
    assert screen_of(Place(1, centre=(5, 5))) is QGuiApplication.primaryScreen()
    assert screen_of(Place(1, centre=(-5, 5))) is None


def test_of_a_window_that_is_nobody_knows_where_no_screen_is_told(qtbot: QtBot) -> None:
    """As on Wayland: the first one would be a guess."""
    assert screen_of(Place(1)) is None
