"""The overlay as pictures, with a compositor that is a socket."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import Live, Notice, OverlayKind, Stage
from mojovoice_gui.ui.layer_overlay import LayerOverlay
from tests.unit.desktop.socket_compositor import SocketCompositor
from tests.waiting import wait_until

ATTACH, COMMIT, LEAVE, SET_SIZE = ("surface", 1), ("surface", 6), ("place", 7), ("place", 0)
SPOKEN = "what I have said"
ARMED = Live(0.7, 3.0, SPOKEN, is_armed=True)


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[SocketCompositor]:
    compositor = SocketCompositor(tmp_path)
    yield compositor
    compositor.close()


@pytest.fixture
def overlay(qtbot: QtBot, compositor: SocketCompositor) -> Iterator[LayerOverlay]:
    overlay = made(compositor)
    yield overlay
    overlay.end()


def made(compositor: SocketCompositor, kind: OverlayKind = OverlayKind.LIVE) -> LayerOverlay:
    """The caller ends it."""
    return LayerOverlay(kind, compositor.environ, is_still=True)


def listen(overlay: LayerOverlay, compositor: SocketCompositor, qtbot: QtBot) -> None:
    """Until the compositor has a picture."""
    places, pictures = len(compositor.requests(*SET_SIZE)), len(compositor.requests(*ATTACH))
    overlay.show_stage(Stage.RECORDING)
    overlay.show_live(ARMED)
    compositor.wait(*SET_SIZE, places + 1)
    compositor.grant()
    qtbot.waitUntil(lambda: len(compositor.requests(*ATTACH)) > pictures)


def test_the_compositor_gets_the_face(overlay: LayerOverlay, compositor: SocketCompositor, qtbot: QtBot) -> None:
    listen(overlay, compositor, qtbot)
    assert not overlay.isVisible()
    assert compositor.requests(*SET_SIZE) == [(overlay.width(), overlay.height())]
    shown = compositor.requests(*ATTACH)[-1][0]
    begin = next(made[1] for made in compositor.requests("pool", 0) if made[0] == shown)
    pixels = os.pread(compositor.files[-1], 4 * overlay.width() * overlay.height(), begin)
    argb = QImage.Format.Format_ARGB32_Premultiplied
    expected = overlay.grab().toImage().convertToFormat(argb)
    assert QImage(pixels, overlay.width(), overlay.height(), argb) == expected
    assert expected.pixelColor(0, 0).alpha() < 20


def test_it_is_gone_afterwards(overlay: LayerOverlay, compositor: SocketCompositor, qtbot: QtBot) -> None:
    listen(overlay, compositor, qtbot)
    overlay.show_stage(Stage.TRANSCRIBING)
    overlay.show_live(Live(text="What I have said.", is_final=True))
    overlay.show_stage(Stage.IDLE)
    qtbot.waitUntil(lambda: compositor.requests(*LEAVE) == [()])
    listen(overlay, compositor, qtbot)
    assert compositor.programs == 1


def test_minimal_is_smaller(compositor: SocketCompositor, qtbot: QtBot) -> None:
    for kind in (OverlayKind.LIVE, OverlayKind.MINIMAL):
        overlay = made(compositor, kind)
        listen(overlay, compositor, qtbot)
        overlay.end()
    large, small = compositor.requests(*SET_SIZE)
    assert small[0] < large[0]
    assert small[1] < large[1]


def test_nothing_is_opened_before_one_speaks(overlay: LayerOverlay, compositor: SocketCompositor) -> None:
    overlay.show_stage(Stage.IDLE)
    overlay.show_notice(Notice("The disk is full."))
    assert compositor.programs == 0


def test_what_went_wrong_is_shown_though_nobody_speaks(overlay: LayerOverlay, compositor: SocketCompositor) -> None:
    overlay.show_notice(Notice("The microphone is gone."))
    overlay.show_stage(Stage.ERROR)
    compositor.wait(*SET_SIZE)
    assert overlay.scene.headline == "The microphone is gone."


@pytest.mark.parametrize("end", [SocketCompositor.hang_up, SocketCompositor.refuse])
def test_a_compositor_that_goes_or_refuses_ends_the_overlay_until_the_next_recording(
    end: Callable[[SocketCompositor], None],
    overlay: LayerOverlay,
    compositor: SocketCompositor,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    listen(overlay, compositor, qtbot)
    with caplog.at_level(logging.INFO):
        end(compositor)
        qtbot.waitUntil(lambda: "The overlay is gone" in caplog.text)
        for _ in range(3):
            overlay.show_live(ARMED)
        overlay.show_stage(Stage.TRANSCRIBING)
    assert len(caplog.records) == 1
    assert SPOKEN not in caplog.text
    listen(overlay, compositor, qtbot)
    assert compositor.programs == 2


def test_of_a_compositor_that_is_gone_before_it_speaks_no_more_is_said_than_that(
    overlay: LayerOverlay, compositor: SocketCompositor, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    listen(overlay, compositor, qtbot)
    compositor.close()
    with caplog.at_level(logging.INFO):
        for stage in (Stage.RECORDING, Stage.TRANSCRIBING, Stage.IDLE, Stage.RECORDING):
            overlay.show_stage(stage)
            overlay.show_live(ARMED)
    gone, not_again = caplog.messages
    assert "The overlay is gone" in gone
    assert "The overlay is not shown" in not_again


def test_without_layers_it_is_asked_for_once_and_said_once(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    compositor = SocketCompositor(tmp_path, ("wl_compositor", "wl_shm"))
    overlay = made(compositor)
    with caplog.at_level(logging.INFO):
        for _ in range(2):
            overlay.show_stage(Stage.RECORDING)
            overlay.show_live(ARMED)
    wait_until(lambda: compositor.programs == 1)
    assert len(caplog.records) == 1
    overlay.end()
    compositor.close()
