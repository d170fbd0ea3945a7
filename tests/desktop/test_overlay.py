"""The overlay on a real desktop: to be seen while one speaks, and in nobody's way."""

from __future__ import annotations

import re
from pathlib import Path

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import Kind, Target
from tests.desktop.tray import Point, Rectangle
from tests.speech import DEMO

KEY = "Control_R"
TITLE = "Mojo Voice overlay"


def overlay(box: DesktopBox) -> Rectangle | None:
    """Where it is; None while nothing of it is to be seen."""
    for window in box.run("xdotool", "search", "--onlyvisible", "--name", TITLE).split():
        seen = box.run("xwininfo", "-id", window.decode()).decode()
        numbers = [re.search(rf"{what}: +(-?\d+)", seen) for what in ("left X", "left Y", "Width", "Height")]
        return Rectangle(*(int(number[1]) for number in numbers if number))
    return None


def focused(box: DesktopBox) -> bytes:
    return box.run("xdotool", "getwindowfocus")


def wait_overlay(box: DesktopBox) -> Rectangle:
    found = box.until(lambda: overlay(box), "the overlay")
    assert found is not None
    return found


def test_it_is_there_while_one_speaks_and_the_focus_stays_where_it_was(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    before = focused(app.box)
    assert overlay(app.box) is None
    with app.box.keys.held(KEY):
        wait_overlay(app.box)
        assert focused(app.box) == before
        app.box.say(DEMO)
        assert focused(app.box) == before
    window.wait_text(app.text_of(DEMO) + " ", 30)
    app.box.until(lambda: overlay(app.box) is None, "the overlay to go")
    assert focused(app.box) == before


def test_a_click_on_it_is_a_click_on_what_is_below(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.activation = "toggle"')
    Target.start(Kind.XTERM, box, tmp_path, title="below")
    other = Target.start(Kind.QT, box, tmp_path, title="other")
    box.keys.tap(KEY)
    where = wait_overlay(box).centre
    number = box.focus("^below$")
    box.run("xdotool", "windowmove", "--sync", number, str(where.x - 200), str(where.y - 200))
    box.run("xdotool", "windowmove", "--sync", box.focus("^other$"), "0", "0")
    click(box, where)
    box.until(lambda: focused(box).decode().strip() == number, "the window below to have the focus")
    assert overlay(box) is not None
    other.end()
    app.command("cancel")


def click(box: DesktopBox, where: Point) -> None:
    box.run("xdotool", "mousemove", str(where.x), str(where.y), "click", "1")


def test_it_stays_above_a_window_that_comes_later(app: RunningApp, tmp_path: Path) -> None:
    box = app.box
    with box.keys.held(KEY):
        wait_overlay(box)
        Target.start(Kind.QT, box, tmp_path)
        stack = box.run("xwininfo", "-root", "-tree").decode()
    assert stack.index(TITLE) < stack.index("qt target")


def test_off_shows_nothing(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'overlay.show = "off"')
    window = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
        assert overlay(box) is None
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_minimal_is_smaller(box: DesktopBox, start_app: StartApp) -> None:
    start_app(box, 'overlay.show = "minimal"')
    with box.keys.held(KEY):
        assert wait_overlay(box).width < 300
