"""The small window itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Live, Motion, OverlayKind, Stage
from mojovoice_gui.ui.bridge import Bridge
from mojovoice_gui.ui.late_overlay import LateOverlay
from mojovoice_gui.ui.overlay import Overlay
from mojovoice_gui.ui.overlay_face import last_words

ARMED = Live(0.7, 3.0, "what I have said", is_armed=True)


@pytest.fixture
def overlay(qtbot: QtBot) -> Overlay:
    return made(qtbot)


def made(qtbot: QtBot, kind: OverlayKind = OverlayKind.LIVE, *, is_still: bool = False) -> Overlay:
    overlay = Overlay(kind, is_translucent=True, is_still=is_still)
    qtbot.addWidget(overlay)
    return overlay


def listen(overlay: Overlay, live: Live = ARMED) -> None:
    overlay.show_stage(Stage.RECORDING)
    overlay.show_live(live)


def test_it_is_there_while_one_speaks_and_gone_afterwards(overlay: Overlay, qtbot: QtBot) -> None:
    assert not overlay.isVisible()
    listen(overlay)
    assert overlay.isVisible()
    overlay.show_stage(Stage.TRANSCRIBING)
    overlay.show_live(Live(text="What I have said.", is_final=True))
    overlay.show_stage(Stage.IDLE)
    qtbot.waitUntil(lambda: not overlay.isVisible())


def test_it_takes_neither_focus_nor_clicks(overlay: Overlay) -> None:
    for flag in (Qt.WindowType.WindowDoesNotAcceptFocus, Qt.WindowType.WindowTransparentForInput):
        assert overlay.windowFlags() & flag
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_stands_inside_the_screen_however_long_the_text(overlay: Overlay) -> None:
    listen(overlay, Live(0.5, 1.0, "word " * 500, is_armed=True))
    assert overlay.screen().availableGeometry().contains(overlay.geometry())


def test_minimal_is_smaller_than_live(overlay: Overlay, qtbot: QtBot) -> None:
    small = made(qtbot, OverlayKind.MINIMAL)
    for one in (overlay, small):
        listen(one)
    assert small.width() < overlay.width()
    assert small.height() < overlay.height()


def test_it_is_drawn_in_the_colours_of_the_desktop(overlay: Overlay) -> None:
    listen(overlay)
    for colour in (QColor("#202124"), QColor("#fafafa")):
        palette = QPalette(colour)
        overlay.setPalette(palette)
        picture = overlay.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 14 * int(picture.devicePixelRatio())) == colour


def test_nothing_moves_by_itself_with_reduced_motion(qtbot: QtBot) -> None:
    overlay = made(qtbot, is_still=True)
    listen(overlay, Live())
    first = overlay.grab().toImage()
    qtbot.wait(100)
    assert overlay.grab().toImage() == first


def test_without_it_something_moves_while_one_waits(overlay: Overlay, qtbot: QtBot) -> None:
    listen(overlay, Live())
    first = overlay.grab().toImage()
    qtbot.waitUntil(lambda: overlay.grab().toImage() != first)


def test_the_level_is_to_be_seen(overlay: Overlay) -> None:
    def picture(level: float) -> object:
        overlay.show_stage(Stage.RECORDING)
        overlay.show_live(Live(level, 3.0, "", is_armed=True))
        return overlay.grab().toImage()

    assert picture(0.1) != picture(0.9)


def test_of_a_long_text_the_last_whole_words_are_shown(overlay: Overlay) -> None:
    metrics = QFontMetricsF(overlay.font())
    shown = last_words("one two three four five six seven", metrics, metrics.horizontalAdvance("four five six seven"))
    assert shown.startswith("…")
    assert shown[1:] in "one two three four five six seven"
    assert shown[1:].split()[0] in {"four", "five", "six"}
    assert last_words("short", metrics, 500) == "short"


def test_its_name_for_screen_readers_is_the_stage(overlay: Overlay) -> None:
    listen(overlay)
    assert overlay.accessibleName() == "Listening"


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    yield Bridge()
    for left in QApplication.topLevelWidgets():
        if isinstance(left, Overlay):
            left.close()


def overlays() -> list[QSize]:
    """The sizes of those that are to be seen."""
    return [one.size() for one in QApplication.topLevelWidgets() if isinstance(one, Overlay) and one.isVisible()]


def test_it_is_made_for_the_first_recording(bridge: Bridge) -> None:
    LateOverlay(bridge, OverlayKind.LIVE, Motion.FULL)
    bridge.stage_changed(Stage.IDLE)
    assert overlays() == []
    bridge.stage_changed(Stage.RECORDING)
    bridge.live_changed(ARMED)
    assert len(overlays()) == 1


def test_off_is_off(bridge: Bridge) -> None:
    LateOverlay(bridge, OverlayKind.OFF, Motion.FULL)
    bridge.stage_changed(Stage.RECORDING)
    bridge.live_changed(ARMED)
    assert overlays() == []


def test_another_setting_holds_from_the_next_recording_on(bridge: Bridge) -> None:
    late = LateOverlay(bridge, OverlayKind.LIVE, Motion.FULL)
    bridge.stage_changed(Stage.RECORDING)
    bridge.live_changed(ARMED)
    large = overlays()[0]
    bridge.stage_changed(Stage.IDLE)
    late.choose(OverlayKind.MINIMAL, Motion.FULL)
    bridge.stage_changed(Stage.RECORDING)
    bridge.live_changed(ARMED)
    assert overlays()[0].width() < large.width()
    late.choose(OverlayKind.OFF, Motion.FULL)
    bridge.stage_changed(Stage.RECORDING)
    bridge.live_changed(ARMED)
    assert overlays() == []
