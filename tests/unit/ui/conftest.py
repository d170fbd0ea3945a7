"""A world for windows, without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.ui.world import World

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))  # where desktops look at login
    world = World.make(tmp_path)
    world.user.app.start()
    yield world
    world.close()
