"""What another thread brings, and to whom."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mojovoice_gui.errors import SettingsError
from mojovoice_gui.ui.awaited import Awaited


def test_a_result_comes_and_an_error_to_whom_it_belongs(qtbot: QtBot) -> None:
    owner = QObject()
    heard: list[object] = []
    good, bad = Future[str](), Future[str]()
    waiting = [Awaited(owner, one, heard.append, heard.append) for one in (good, bad)]
    good.set_result("here")
    error = SettingsError("It cannot be.", "Let it be.")
    bad.set_exception(error)
    qtbot.waitUntil(lambda: heard == ["here", error])
    assert waiting


def test_whoever_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    """A window that was deleted while it waited would be an error of Qt's."""
    gone, owner = QObject(), QObject()
    heard: list[object] = []
    first, second = Future[str](), Future[str]()
    waiting = [Awaited(gone, first, heard.append), Awaited(owner, second, heard.append)]
    delete(gone)
    first.set_result("too late")
    second.set_result("in time")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["in time"]
    assert waiting
