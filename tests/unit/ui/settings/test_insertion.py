"""The page Insertion: what it says of a desktop that tells nobody which window has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from mojovoice_gui.ui.settings.insertion import InsertionPage
from tests.unit.desktop.fake_compositor import MANAGER, SEAT, FakeCompositor
from tests.unit.ui.world import World

REMARK = "On this desktop it has no effect"
Look = Callable[[FakeCompositor], list[str]]


@pytest.fixture
def page(world: World, qtbot: QtBot) -> InsertionPage:
    page = InsertionPage(world.surroundings, "Insertion")
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def look(page: InsertionPage, world: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Look:
    """The page comes to the front on this desktop; what it says then."""

    def look(compositor: FakeCompositor) -> list[str]:
        for name, value in compositor.environ.items():
            monkeypatch.setenv(name, value)
        page.shown()
        qtbot.waitUntil(world.background.submit(lambda: None).done)  # what the page has asked for is done by then
        qtbot.wait(1)
        compositor.close()
        return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and REMARK in one.text()]

    return look


def test_where_no_window_is_told_the_choice_says_that_it_has_no_effect(
    page: InsertionPage, look: Look, tmp_path: Path
) -> None:
    (remark,) = look(FakeCompositor(tmp_path, SEAT))
    assert page.findChild(QComboBox, "when_moved").accessibleDescription().endswith(remark)


def test_where_windows_are_told_it_says_nothing(look: Look, tmp_path: Path) -> None:
    assert look(FakeCompositor(tmp_path, SEAT, MANAGER)) == []
