"""The overlay on Wayland: the same as on X11, on a layer of a real compositor's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.desktop.running_app import StartApp
from tests.desktop.sway import SwayBox
from tests.desktop.target import Kind, Target
from tests.speech import DEMO

Pixels = npt.NDArray[np.uint8]

FOOT = "200,560 600x140"
"""Where the overlay comes, in the middle of the 1000 x 700 of the screen, and what is around it."""


@pytest.fixture
def box(sway_box: SwayBox) -> SwayBox:
    return sway_box


def seen(box: SwayBox, where: str = FOOT, scale: int = 1) -> Pixels:
    """The pixels there: rows, columns, red green blue."""
    picture = box.run("grim", "-s", str(scale), "-g", where, "-t", "ppm", "-")
    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width, 3)


def differ(before: Pixels, now: Pixels) -> bool:
    return not np.array_equal(before, now)


def width_of(before: Pixels, now: Pixels) -> int:
    """Of what has changed, in pixels; 0 when nothing has."""
    columns = np.flatnonzero((before != now).any(axis=(0, 2)))
    return int(columns[-1] - columns[0] + 1) if columns.size else 0


def reds(picture: Pixels) -> int:
    """Pixels of the mark and of the level."""
    red, green, blue = (picture[..., channel].astype(int) for channel in range(3))
    return int(((red > 180) & (green < 90) & (blue < 100)).sum())


def has_text(picture: Pixels) -> bool:
    """In the second line; what stands there while nothing is understood is paler."""
    return bool(picture[70:100].max(axis=2).min() < 30)


def test_it_shows_level_and_text_while_one_speaks_and_the_focus_stays_where_it_was(
    box: SwayBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(box, "", "--hidden")
    window = Target.start(Kind.QT, box, tmp_path)
    before = seen(box)
    app.command("start")
    app.wait_stage("recording")
    box.until(lambda: width_of(before, seen(box)) > 400, "the overlay")
    assert not reds(seen(box))
    assert not has_text(seen(box))
    box.say(DEMO)
    assert app.stage() == "recording"
    box.until(lambda: reds(seen(box)) > 20, "mark and level")
    box.until(lambda: has_text(seen(box)), "the text so far")
    assert box.focused() == window.title
    app.command("stop")
    window.wait_text(app.text_of(DEMO) + " ", 30)
    assert box.focused() == window.title


def test_it_is_gone_afterwards(box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, "", "--hidden")
    Target.start(Kind.QT, box, tmp_path)
    before = seen(box)
    for _ in range(2):
        app.command("start")
        box.until(lambda: differ(before, seen(box)), "the overlay")
        app.command("cancel")
        box.until(lambda: not differ(before, seen(box)), "the overlay to go")


def test_a_click_on_it_is_a_click_on_what_is_below(box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, "", "--hidden")
    below = Target.start(Kind.QT, box, tmp_path, title="below")
    other = Target.start(Kind.QT, box, tmp_path, title="other")  # on the right
    before = seen(box)
    app.command("start")
    box.until(lambda: differ(before, seen(box)), "the overlay")
    assert box.focused() == other.title
    box.message("seat - cursor set 400 630")
    box.message("seat - cursor press button1")
    box.message("seat - cursor release button1")
    box.until(lambda: box.focused() == below.title, "the window below to have the focus")
    assert differ(before, seen(box))
    app.command("cancel")


def test_off_shows_nothing(box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'overlay.show = "off"', "--hidden")
    window = Target.start(Kind.QT, box, tmp_path)
    before = seen(box)
    app.command("start")
    app.wait_stage("recording")
    box.say(DEMO)
    assert not differ(before, seen(box))
    app.command("stop")
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_minimal_is_smaller(box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'overlay.show = "minimal"', "--hidden")
    Target.start(Kind.QT, box, tmp_path)
    before = seen(box)
    app.command("start")
    box.until(lambda: differ(before, seen(box)), "the overlay")
    assert width_of(before, seen(box)) < 350
    box.say(DEMO)
    box.until(lambda: reds(seen(box)) > 20, "mark and level")
    assert width_of(before, seen(box)) < 250
    app.command("cancel")


def is_crisp(picture: Pixels) -> bool:
    """Not every pixel of it is one of a smaller picture, made larger."""
    quarters = [picture[row::2, column::2] for row in range(2) for column in range(2)]
    return any(differ(quarters[0], quarter) for quarter in quarters[1:])


def test_it_is_drawn_in_the_pixels_of_a_fine_screen(box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    box.message("output HEADLESS-1 scale 2")
    foot = "120,240 200x70"  # inside it
    try:
        app = start_app(box, "", "--hidden")
        Target.start(Kind.QT, box, tmp_path)
        before = seen(box, foot, 2)
        app.command("start")
        box.until(lambda: differ(before, seen(box, foot, 2)), "the overlay")
        assert is_crisp(seen(box, foot, 2))
        app.command("cancel")
    finally:
        box.message("output HEADLESS-1 scale 1")


def test_it_stands_on_the_screen_with_the_focus(start_app: StartApp) -> None:
    with SwayBox() as box:
        box.message("create_output")
        box.message("output HEADLESS-2 resolution 1000x700 position 1000 0")
        feet = {"HEADLESS-1": FOOT, "HEADLESS-2": "1200,560 600x140"}
        before = {screen: seen(box, foot) for screen, foot in feet.items()}

        def shown_on(*screens: str) -> bool:
            """On these and on no other."""
            return [screen for screen, foot in feet.items() if differ(before[screen], seen(box, foot))] == [*screens]

        app = start_app(box, "", "--hidden")
        for screen in ("HEADLESS-2", "HEADLESS-1"):
            box.message(f"focus output {screen}")
            app.command("start")
            box.until(partial(shown_on, screen), f"the overlay on {screen}")
            app.command("cancel")
            box.until(shown_on, "the overlay to go")
