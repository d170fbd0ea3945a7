"""Going to another window while speaking, where the Wayland compositor tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.select import hides_focus
from mojovoice_gui.desktop.wayland_focus import NOBODY, WaylandFocuses
from mojovoice_gui.domain import Focus, Place
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.sway import SwayBox
from tests.desktop.target import Kind, Target
from tests.speech import DEMO
from tests.waiting import wait_until

QUESTION = "Where should the text go? — Mojo Voice"
Windows = tuple[Target, Target]


@pytest.fixture
def box(sway_box: SwayBox) -> SwayBox:
    return sway_box


@pytest.fixture
def windows(box: SwayBox, tmp_path: Path) -> Windows:
    """An editor and a chat; the chat has the focus."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    editor = Target.start(Kind.QT, box, tmp_path / "one", title="editor")
    return editor, Target.start(Kind.QT, box, tmp_path / "two", title="chat")


@pytest.fixture
def focus(box: SwayBox) -> Iterator[Focus]:
    focus = WaylandFocuses(box.env).open()
    yield focus
    focus.close()


@pytest.fixture
def windows_of_its_own(tmp_path: Path) -> tuple[Focus, Place]:
    """What one knew of a desktop that has ended."""
    with SwayBox(audio=False) as box:
        focus = WaylandFocuses(box.env).open()
        place = placed(focus, Target.start(Kind.QT, box, tmp_path))
    return focus, place


def wander(app: RunningApp, windows: Windows) -> str:
    """Speak to the editor and end in the chat; the text."""
    editor, chat = windows
    editor.focus()
    app.command("start")
    app.wait_stage("recording")
    app.box.say(DEMO)
    chat.focus()
    app.command("stop")
    return app.text_of(DEMO) + " "


def answer(box: SwayBox, *keys: str) -> None:
    """Wait until the question has the keyboard, as it has by itself, then press what is left to press."""
    box.until(lambda: bool(box.window(QUESTION).get("focused")), "the keyboard in the question")
    box.run("sleep", "1")  # what is typed at the moment it appears is ignored
    for key in keys:
        box.person.tap(key)


def choice_is_open(box: SwayBox) -> bool:
    return bool(box.window(QUESTION))


@pytest.fixture
def app(box: SwayBox, start_app: StartApp) -> RunningApp:
    return start_app(box, "", "--hidden")


@pytest.fixture
def by_question(app: RunningApp, windows: Windows, box: SwayBox) -> str:
    text = wander(app, windows)
    box.until(lambda: choice_is_open(box), "the question")
    assert [window.text() for window in windows] == ["", ""]
    assert len(app.recordings()) == 1
    return text


def test_paste_here(by_question: str, box: SwayBox, windows: Windows, app: RunningApp) -> None:
    answer(box, "Return")
    windows[1].wait_text(by_question)
    assert windows[0].text() == ""
    box.until(lambda: app.recordings() == [], "the recording to be forgotten")


def test_back_to_the_other_window(by_question: str, box: SwayBox, windows: Windows) -> None:
    answer(box, "Tab", "space")
    windows[0].wait_text(by_question)
    assert windows[1].text() == ""


def test_escape_leaves_it_on_the_clipboard(by_question: str, box: SwayBox, windows: Windows) -> None:
    answer(box, "Escape")
    box.until(lambda: box.clip_get().decode().strip() == by_question.strip(), "the text on the clipboard")
    assert [window.text() for window in windows] == ["", ""]


def test_nobody_speaks_to_the_question(by_question: str, box: SwayBox, windows: Windows, focus: Focus) -> None:
    answer(box)
    assert box.window(QUESTION)["app_id"] == NOBODY
    box.until(lambda: focus.place() is None, "nobody to speak to")
    box.person.tap("Return")
    windows[1].wait_text(by_question)
    box.until(lambda: focus.place() is not None, "the chat in front")


@pytest.mark.parametrize(("setting", "where"), [("here", 1), ("back", 0)])
def test_without_a_question(setting: str, where: int, box: SwayBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, f'output.when_moved = "{setting}"', "--hidden")
    text = wander(app, windows)
    windows[where].wait_text(text)
    assert windows[1 - where].text() == ""
    assert not choice_is_open(box)


def test_a_window_that_is_gone_gets_nothing(box: SwayBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, 'output.when_moved = "back"', "--hidden")
    editor, chat = windows
    editor.focus()
    app.command("start")
    app.wait_stage("recording")
    box.say(DEMO)
    chat.focus()
    editor.end()
    app.command("stop")
    text = app.text_of(DEMO)
    box.until(lambda: box.clip_get().decode().strip() == text, "the text on the clipboard")
    assert chat.text() == ""


def test_the_daemon_cannot_ask_and_copies(box: SwayBox, start_app: StartApp, windows: Windows) -> None:
    app = start_app(box, "", "daemon", "run")
    text = wander(app, windows).strip()
    box.until(lambda: box.clip_get().decode().strip() == text, "the text on the clipboard")
    assert [window.text() for window in windows] == ["", ""]


def placed(focus: Focus, window: Target) -> Place:
    window.focus()
    window.box.until(lambda: (place := focus.place()) is not None and place.title == window.title, window.title)
    place = focus.place()
    assert place is not None
    return place


def test_a_window_is_known_by_its_title_and_its_program(box: SwayBox, focus: Focus, tmp_path: Path) -> None:
    place = placed(focus, Target.start(Kind.FOOT, box, tmp_path))
    assert (place.title, place.application, place.centre) == ("foot target", "foot", None)


def test_windows_are_the_same_for_all_who_ask(box: SwayBox, windows: Windows) -> None:
    """The session asks when one begins to speak, the worker when the text is ready."""
    focuses = WaylandFocuses(box.env)
    session, worker = focuses.open(), focuses.open()
    editor = placed(session, windows[0])
    session.close()
    placed(worker, windows[1])
    assert worker.give(editor)
    assert worker.place() == editor
    worker.close()


def test_the_focus_can_be_given_even_to_a_window_that_is_not_seen(box: SwayBox, focus: Focus, windows: Windows) -> None:
    editor = placed(focus, windows[0])
    box.message("move container to workspace other")
    windows[1].focus()
    assert focus.give(editor)
    assert focus.place() == editor
    assert box.window("editor").get("focused")


def test_a_window_that_is_gone_cannot_have_it(box: SwayBox, focus: Focus, windows: Windows) -> None:
    editor = placed(focus, windows[0])
    windows[0].end()
    placed(focus, windows[1])
    box.until(lambda: not box.window("editor"), "the end of the editor")
    assert not focus.give(editor)


def test_without_windows_there_is_no_place(focus: Focus) -> None:
    assert focus.place() is None


def test_when_the_compositor_ends_nobody_knows_any_more(windows_of_its_own: tuple[Focus, Place]) -> None:
    focus, place = windows_of_its_own
    wait_until(lambda: focus.place() is None)
    assert not focus.give(place)
    focus.close()


def test_sway_tells_the_focus(box: SwayBox) -> None:
    assert not hides_focus(box.env)
