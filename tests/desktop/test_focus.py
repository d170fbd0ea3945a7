"""Going to another window while speaking, on a real desktop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mojovoice_gui.desktop.focus import X11Focus
from mojovoice_gui.domain import Place
from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import Kind, Target
from tests.speech import DEMO

KEY = "Control_R"
QUESTION = "^Where should the text go"


@pytest.fixture
def windows(box: DesktopBox, tmp_path: Path) -> tuple[Target, Target]:
    """An editor and a chat; the chat has the focus."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    editor = Target.start(Kind.QT, box, tmp_path / "one", title="editor")
    return editor, Target.start(Kind.QT, box, tmp_path / "two", title="chat")


Windows = tuple[Target, Target]


def wander(app: RunningApp, windows: Windows) -> str:
    """Speak to the editor and end in the chat; the text."""
    editor, chat = windows
    editor.focus()
    with app.box.keys.held(KEY):
        app.wait_stage("recording")
        app.box.say(DEMO)
        chat.focus()
    return app.text_of(DEMO) + " "


def answer(box: DesktopBox, *keys: str) -> None:
    """Wait for the question, then press what is left to press."""
    box.focus(QUESTION)
    box.run("sleep", "1")  # what is typed at the moment it appears is ignored
    for key in keys:
        box.keys.tap(key)


def choice_is_open(box: DesktopBox) -> bool:
    return bool(box.run("xdotool", "search", "--onlyvisible", "--name", QUESTION).split())


@pytest.fixture
def by_question(app: RunningApp, windows: Windows) -> str:
    text = wander(app, windows)
    app.box.until(lambda: choice_is_open(app.box), "the question")
    assert [window.text() for window in windows] == ["", ""]
    assert len(app.recordings()) == 1
    return text


def test_paste_here(by_question: str, box: DesktopBox, windows: Windows, app: RunningApp) -> None:
    answer(box, "Return")
    windows[1].wait_text(by_question)
    assert windows[0].text() == ""
    box.until(lambda: app.recordings() == [], "the recording to be forgotten")


def test_back_to_the_other_window(by_question: str, box: DesktopBox, windows: Windows) -> None:
    answer(box, "Tab", "space")
    windows[0].wait_text(by_question)
    assert windows[1].text() == ""


def test_escape_leaves_it_on_the_clipboard(by_question: str, box: DesktopBox, windows: Windows) -> None:
    answer(box, "Escape")
    box.until(lambda: box.clip_get().decode().strip() == by_question.strip(), "the text on the clipboard")
    assert [window.text() for window in windows] == ["", ""]


def test_a_click_is_an_answer(by_question: str, box: DesktopBox, windows: Windows) -> None:
    window = box.focus(QUESTION)
    box.run("sleep", "1")
    box.run("xdotool", "mousemove", "--window", window, "210", "95", "click", "1")
    windows[1].wait_text(by_question)


@pytest.mark.parametrize(("setting", "where"), [("here", 1), ("back", 0)])
def test_without_a_question(setting: str, where: int, box: DesktopBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, f'output.when_moved = "{setting}"')
    text = wander(app, windows)
    windows[where].wait_text(text, 30)
    assert windows[1 - where].text() == ""
    assert not choice_is_open(box)


def test_a_window_that_is_gone_gets_nothing(box: DesktopBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, 'output.when_moved = "back"')
    editor, chat = windows
    editor.focus()
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
        chat.focus()
        editor.end()
    text = app.text_of(DEMO)
    box.until(lambda: box.clip_get().decode().strip() == text, "the text on the clipboard")
    assert chat.text() == ""


def test_the_daemon_cannot_ask_and_copies(box: DesktopBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, "", "daemon", "run")
    text = wander(app, windows).strip()
    box.until(lambda: box.clip_get().decode().strip() == text, "the text on the clipboard")
    assert [window.text() for window in windows] == ["", ""]


def focus_of(box: DesktopBox) -> X11Focus:
    return X11Focus(box.display)


def placed(focus: X11Focus, window: Target) -> Place:
    window.focus()
    place = focus.place()
    assert place is not None
    return place


def test_a_window_is_known_by_its_title_and_where_it_is(box: DesktopBox, windows: Windows) -> None:
    place = placed(focus_of(box), windows[0])
    assert place.title == "editor"
    assert place.centre is not None
    assert 0 < place.centre[0] < 1280
    assert 0 < place.centre[1] < 800


def test_the_focus_can_be_given_even_to_an_icon(box: DesktopBox, windows: Windows) -> None:
    focus = focus_of(box)
    editor = placed(focus, windows[0])
    box.run("xdotool", "windowminimize", "--sync", str(editor.window))
    windows[1].focus()
    assert focus.give(editor)
    assert focus.place() == editor


def test_a_window_that_is_gone_cannot_have_it(box: DesktopBox, windows: Windows) -> None:
    focus = focus_of(box)
    editor = placed(focus, windows[0])
    windows[0].end()
    windows[1].focus()
    assert not focus.give(editor)


def test_without_windows_there_is_no_place(box: DesktopBox) -> None:
    look: Callable[[], bool] = lambda: focus_of(box).place() is None  # noqa: E731 - a probe
    box.until(look, "no window")
