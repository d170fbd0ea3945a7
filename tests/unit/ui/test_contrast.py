"""What is painted by us can be seen on every ground."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import EngineState, Entry, Notice, Outcome, StageTimes, Transcript
from mojovoice_gui.ui import overlay_face as face
from mojovoice_gui.ui.contrast import SHAPE, TEXT, contrast, faint
from mojovoice_gui.ui.history.detail import marked
from mojovoice_gui.ui.history.waterfall import Waterfall
from mojovoice_gui.ui.models.light import Light
from mojovoice_gui.ui.overlay_scene import Mood, Scene

SAID = Transcript("A text.", times=StageTimes(0.1, 0.1, 0.1, 0.1, 0.1))
STATE = EngineState("base", "tiny.en", device="cpu int8")


def painted(ground: str, words: str, accent: str) -> QPalette:
    palette = QPalette(QColor(ground))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(words))
    grey = QColor(words)
    grey.setAlphaF(0.5)
    palette.setColor(QPalette.ColorRole.PlaceholderText, grey)
    palette.setColor(QPalette.ColorRole.Accent, QColor(accent))
    return palette


PALETTES = {
    "light": painted("#efefef", "#000000", "#308cc6"),
    "dark": painted("#2d2d2d", "#ffffff", "#308cc6"),
    "black": painted("#000000", "#ffff00", "#00ff00"),
    "white": painted("#ffffff", "#000000", "#ffff00"),
    "desert": painted("#fffaef", "#3d3d3d", "#903909"),
}


@pytest.fixture(params=PALETTES)
def palette(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QPalette]:
    before = QApplication.palette()
    QApplication.setPalette(PALETTES[request.param])
    yield PALETTES[request.param]
    QApplication.setPalette(before)


def most(image: QImage, ground: QColor) -> float:
    """The contrast of what stands out most in the picture."""
    return max(
        contrast(ground, image.pixelColor(x, y)) for x in range(0, image.width(), 2) for y in range(image.height())
    )


def least(image: QImage, y: int, ground: QColor) -> float:
    """The contrast of what stands out least in a row of the picture, the ground itself left out."""
    colours = {image.pixelColor(x, y).rgb() for x in range(image.width())} - {ground.rgb()}
    return min(contrast(ground, QColor.fromRgb(one)) for one in colours)


def picture(widget: QWidget) -> QImage:
    widget.resize(600, widget.sizeHint().height())
    return widget.grab().toImage()


@pytest.mark.parametrize("mood", set(Mood) - {Mood.HIDDEN})
@pytest.mark.parametrize("text", ["", "Please send the report."])
def test_the_overlay_can_be_read_and_its_mark_seen(palette: QPalette, mood: Mood, text: str) -> None:
    style = face.Style(palette, QApplication.font(), has_text=True, is_translucent=False)
    ground = palette.color(QPalette.ColorRole.Window)
    size = face.size(Scene(mood, "Headline", text), style)
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    face.paint(painter, QRectF(image.rect()), Scene(mood, "Headline", text), style, [0.5], 0.0)
    painter.end()
    half = image.height() // 2
    inside = image.width() - 60
    assert most(image.copy(40, 4, inside, half - 4), ground) >= TEXT
    if text or mood in {Mood.ARMING, Mood.LISTENING, Mood.NO_SPEECH}:
        assert most(image.copy(12, half, inside, half - 6), ground) >= TEXT
    assert most(image.copy(14, 4, 16, half - 4), ground) >= SHAPE


def test_each_stretch_of_the_wait_is_seen(palette: QPalette) -> None:
    waterfall = Waterfall()
    waterfall.show_entry(Entry(datetime.now(UTC), Outcome.DELIVERED, SAID, wait_s=0.8))
    assert least(picture(waterfall), 7, palette.color(QPalette.ColorRole.Window)) >= SHAPE - 0.1


def test_the_light_of_the_models_is_seen(palette: QPalette) -> None:
    light = Light()
    for state, broken in ((None, None), (STATE, None), (None, Notice("The models are gone."))):
        light.show_state(state, broken)
        dot = picture(light).copy(2, 2, 9, 14)
        assert most(dot, palette.color(QPalette.ColorRole.Window)) >= SHAPE


def test_words_that_matter_less_can_be_read(palette: QPalette) -> None:
    assert contrast(faint(palette), palette.color(QPalette.ColorRole.Base)) >= TEXT


def test_words_that_differ_can_be_read(palette: QPalette) -> None:
    html = marked("a b c", "a d c", palette)
    colours = [QColor(part[:7]) for part in html.split("color: ")[1:]]
    assert len(colours) == 2
    assert all(contrast(colour, palette.color(QPalette.ColorRole.Base)) >= TEXT for colour in colours)
