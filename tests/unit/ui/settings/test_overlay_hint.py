"""Where the desktop lets no overlay be shown, the option says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mojovoice_gui.ui.settings.general import GeneralPage
from tests.unit.desktop.socket_compositor import LAYERS, SocketCompositor
from tests.unit.ui.world import World

HINT = "This desktop lets no program show an overlay."


@pytest.fixture
def page(world: World, qtbot: QtBot) -> GeneralPage:
    page = GeneralPage(world.surroundings, "General")
    qtbot.addWidget(page)
    page.show()
    return page


def says(page: GeneralPage) -> bool:
    return any(one.text().startswith(HINT) for one in page.findChildren(QLabel) if one.isVisible())


def look(page: GeneralPage, offered: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a compositor that offers this."""
    folder.mkdir()
    compositor = SocketCompositor(folder, offered)
    for name, value in compositor.environ.items():
        monkeypatch.setenv(name, value)
    page.look_for_layers()
    page.surroundings.background.submit(bool).result()  # after the look
    compositor.close()


def test_it_is_said_where_there_are_no_layers_and_nowhere_else(
    page: GeneralPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not says(page)
    look(page, LAYERS[:-1], tmp_path / "without", monkeypatch)
    qtbot.waitUntil(lambda: says(page))
    look(page, LAYERS, tmp_path / "with", monkeypatch)
    qtbot.waitUntil(lambda: not says(page))
