"""Every window, by keyboard and as a screen reader tells it, in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Entry, Outcome, Place, Question, StageTimes, Transcript
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import resources
from mojovoice_gui.settings import UI_LANGUAGES
from mojovoice_gui.ui.choice import Choice
from mojovoice_gui.ui.first_run.window import FirstRunWindow
from mojovoice_gui.ui.settings.page import Page
from mojovoice_gui.ui.settings.window import SettingsWindow, entries
from mojovoice_gui.ui.translation import Translation
from tests.unit.ui.world import World

Opens = Callable[[World, QtBot], QWidget]
SAID = Transcript("Recognize speech today.", "en", audio_s=2.0, times=StageTimes(encode_s=0.4), device="cpu int8")


@pytest.fixture(params=UI_LANGUAGES)
def language(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[str]:
    translation = Translation(resources() / "translations")
    translation.use(request.param)
    yield request.param
    translation.end()
    QLocale.setDefault(QLocale.c())


def page(number: int) -> Opens:
    def opened(world: World, qtbot: QtBot) -> QWidget:
        window = SettingsWindow(world.surroundings)
        window.present()
        window.findChild(QListWidget).setCurrentRow(number)
        return window

    return opened


def step(number: int) -> Opens:
    def opened(world: World, qtbot: QtBot) -> QWidget:
        window = FirstRunWindow(world.surroundings)
        window.present()
        for _ in range(number):
            next(one for one in window.findChildren(QPushButton) if one.isDefault()).click()
        return window

    return opened


def choice(_world: World, qtbot: QtBot) -> QWidget:
    window = Choice()
    window.ask(Question(1, "What I have said.", Place(1, "Notes"), Place(2, "Chat")))
    qtbot.waitUntil(lambda: all(one.isEnabled() for one in window.findChildren(QPushButton)))
    return window


def history(world: World, qtbot: QtBot) -> QWidget:
    """With a dictation in it."""
    kept = History(world.paths.history)
    kept.add(Entry(datetime.now(UTC), Outcome.DELIVERED, SAID, application="gedit", wait_s=0.5))
    kept.close()
    window = page([entry.page for entry in entries()].index("history:HistoryPage"))(world, qtbot)
    qtbot.waitUntil(lambda: len(buttons(window)) > 5)
    return window


def where_keys_are_bound(opens: Opens) -> Opens:
    """With the lines for the compositor."""

    def opened(world: World, qtbot: QtBot) -> QWidget:
        world.surroundings.choices.change(hotkey="")
        with pytest.MonkeyPatch.context() as environ:
            environ.setenv("WAYLAND_DISPLAY", "nowhere")
            window = opens(world, qtbot)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QPlainTextEdit)))
        return window

    return opened


WINDOWS: dict[str, Opens] = {
    **{entry.title: page(number) for number, entry in enumerate(entries())},
    "History with a dictation": history,
    **{f"Step {number + 1}": step(number) for number in range(4)},
    "General with lines": where_keys_are_bound(page(0)),
    "Step 2 with lines": where_keys_are_bound(step(1)),
    "Choice": choice,
}


@pytest.fixture(params=WINDOWS)
def window(request: pytest.FixtureRequest, language: str, world: World, qtbot: QtBot) -> QWidget:
    window = WINDOWS[request.param](world, qtbot)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    return window


def seen(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]


def buttons(window: QWidget) -> list[QAbstractButton]:
    return [one for one in seen(window) if isinstance(one, QAbstractButton) and one.text()]


def stops(window: QWidget) -> list[QWidget]:
    """What takes the keyboard."""
    takes = [one for one in seen(window) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [one for one in takes if one.focusProxy() is None]


def told(widget: QWidget) -> str:
    """Its name, as a screen reader is told."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_each_control_has_a_name_and_tab_comes_to_it_and_round_again(window: QWidget, qtbot: QtBot) -> None:
    expected = stops(window)
    assert [one for one in expected if not told(one).strip()] == []
    expected[0].setFocus()
    came = [window.focusWidget()]
    for _ in expected:
        qtbot.keyClick(came[-1], Qt.Key.Key_Tab)
        came.append(window.focusWidget())
    assert [told(one) for one in expected if one not in came] == []
    assert came[-1] is came[0]


def test_no_two_controls_have_one_letter(window: QWidget) -> None:
    labels = [one for one in seen(window) if isinstance(one, QLabel) and one.buddy() is not None]
    lettered: list[QAbstractButton | QLabel] = [*buttons(window), *labels]
    letters = Counter(match[1].lower() for one in lettered if (match := re.search(r"&([^&])", one.text())))
    assert [letter for letter, times in letters.items() if times > 1] == []


def cut_off(window: QWidget) -> list[str]:
    labels = [one for one in seen(window) if isinstance(one, QLabel) and one.text() and not one.wordWrap()]
    in_words: list[QAbstractButton | QLabel] = [*buttons(window), *labels]
    return [one.text() for one in in_words if one.width() < one.minimumSizeHint().width()]


def outside(window: QWidget) -> list[str]:
    """What is wider than the page it is on: no page scrolls that way."""
    pages = [one for one in seen(window) if isinstance(one, Page)]
    return [one.accessibleName() for one in pages if one.widget().width() > one.viewport().width()]


def test_no_word_is_cut_off_however_small_the_window(window: QWidget, qtbot: QtBot) -> None:
    window.resize(1, 1)
    qtbot.waitUntil(lambda: (cut_off(window), outside(window)) == ([], []))
