"""The overlay on a real desktop: to be seen while one speaks, and in nobody's way."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.box import DesktopBox
from tests.desktop.processes import require
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import PROGRAMS, Kind, Target
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


def card(box: DesktopBox, where: Rectangle) -> bytes:
    """The pixels of the overlay."""
    cut = f"{where.width}x{where.height}+{where.x}+{where.y}"
    return box.run("import", "-window", "root", "-crop", cut, "+repage", "rgb:-")


def paper(box: DesktopBox, where: Rectangle) -> int:
    """How light its background is, 0 to 255: just inside the upper edge."""
    return card(box, where)[3 * (where.width * 4 + where.width // 2)]


def test_it_follows_when_the_theme_changes(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    require(["xsettingsd"])
    theme = tmp_path / "theme"
    theme.write_text('Net/ThemeName "Adwaita"\n')
    settings = box.spawn(["xsettingsd", "-c", str(theme)])
    box.env["XDG_CURRENT_DESKTOP"] = "GNOME"
    try:
        app = start_app(box, 'hotkey.activation = "toggle"')
    finally:
        box.env["XDG_CURRENT_DESKTOP"] = "X-Box"
    box.keys.tap(KEY)
    where = wait_overlay(box)
    box.until(lambda: paper(box, where) > 220, "a light overlay")
    theme.write_text('Net/ThemeName "HighContrastInverse"\n')
    os.killpg(settings.pid, signal.SIGHUP)
    box.until(lambda: paper(box, where) < 80, "a dark overlay")
    app.command("cancel")


ASKS_FOR_REST = {
    "GNOME": ("org.gnome.desktop.interface", "enable-animations", "b", "false"),
    "KDE": ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "s", '"0"'),
}


def moves(box: DesktopBox) -> bool:
    """Does anything change in it while it waits for the microphone?"""
    where = wait_overlay(box)
    pictures = set()
    for _ in range(8):
        pictures.add(card(box, where))
        time.sleep(0.05)
    return len(pictures) > 1


@pytest.mark.parametrize("desktop", ASKS_FOR_REST)
def test_nothing_moves_where_the_desktop_asks_for_rest(desktop: str, box: DesktopBox, start_app: StartApp) -> None:
    app = start_app(box, 'hotkey.activation = "toggle"')
    box.keys.tap(KEY)
    box.until(lambda: moves(box), "motion")
    app.command("cancel")
    box.spawn([sys.executable, str(PROGRAMS / "settings_portal.py"), *ASKS_FOR_REST[desktop]], desktop)
    box.until(lambda: "ready" in box.log(desktop), "the portal")
    box.keys.tap(KEY)
    box.until(lambda: not moves(box), "rest")
    app.command("cancel")


@pytest.fixture
def two_screens(box: DesktopBox) -> Iterator[DesktopBox]:
    """Side by side, 640 pixels each."""
    box.run("xrandr", "--setmonitor", "left", "640/170x800/210+0+0", "screen")
    box.run("xrandr", "--setmonitor", "right", "640/170x800/210+640+0", "none")
    yield box
    for name in ("left", "right"):
        box.run("xrandr", "--delmonitor", name)


def test_it_stands_on_the_screen_of_the_window_one_speaks_to(
    two_screens: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    box = two_screens
    app = start_app(box, 'hotkey.activation = "toggle"')
    window = Target.start(Kind.QT, box, tmp_path)
    number = box.focus(window.title)
    for x in (20, 680, 20):
        box.run("xdotool", "windowmove", "--sync", number, str(x), "100")
        window.focus()
        box.keys.tap(KEY)
        assert wait_overlay(box).centre.x // 640 == x // 640
        app.command("cancel")
        box.until(lambda: overlay(box) is None, "the overlay to go")
