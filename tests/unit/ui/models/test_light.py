"""The light: green only for what was measured, is quick, and runs where it was asked to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from mojovoice_gui.domain import EngineState, Notice
from mojovoice_gui.models.outlook import QUICK_S, SLOW_S
from mojovoice_gui.ui.models.light import Colour, Light

STATE = EngineState(
    "/models/base",
    "/models/tiny.en",
    device="cpu int8",
    device_reason="no NVIDIA card was found",
    calibration=("14 tokens in a pass (4 to 30): reading takes 9 ms for 4",),
    listen_s=0.31,
)


@pytest.fixture
def light(qtbot: QtBot) -> Light:
    made = Light()
    qtbot.addWidget(made)
    made.show()
    return made


def words(light: Light) -> str:
    return "\n".join(label.text() for label in light.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("state", "broken", "colour", "said"),
    [
        (STATE, None, Colour.GOOD, "base runs on the processor. A sentence of 5 s takes about 0.3 s here."),
        (replace(STATE, listen_s=0.02), None, Colour.GOOD, "takes less than 0.1 s here."),
        (replace(STATE, listen_s=QUICK_S), None, Colour.GOOD, "takes about 1.5 s here."),
        (replace(STATE, listen_s=SLOW_S), None, Colour.WAIT, "about 4.0 s here: long enough to notice the wait."),
        (replace(STATE, listen_s=9.0), None, Colour.WAIT, "about 9.0 s here: a smaller model suits this machine."),
        (replace(STATE, listen_s=0.0), None, Colour.WAIT, "How fast it is here is not measured yet."),
        (
            replace(STATE, is_elsewhere=True),
            None,
            Colour.WAIT,
            "base runs on the processor, not on the graphics card as was asked: no NVIDIA card was found.",
        ),
        (None, None, Colour.WAIT, "The models are being loaded…"),
        (None, Notice("The model is damaged.", "Download it again."), Colour.BAD, "Download it again."),
    ],
)
def test_the_colour_promises_no_more_than_is_known(
    light: Light, state: EngineState | None, broken: Notice | None, colour: Colour, said: str
) -> None:
    light.show_state(state, broken)
    assert said in words(light)
    assert light.colour is colour


def test_what_the_engine_says_is_behind_the_plain_sentence_and_stays_open(qtbot: QtBot, light: Light) -> None:
    light.show_state(STATE, None)
    assert "tokens in a pass" not in words(light)
    more = light.findChild(QToolButton)
    qtbot.keyClick(more, Qt.Key.Key_Space)
    for told in ("Device and arithmetic: cpu int8.", "Why there: no NVIDIA card was found.", "Measured: 14 tokens"):
        assert told in words(light)
    light.show_state(replace(STATE, listen_s=0.4), None)  # as each second
    assert "Measured: 14 tokens" in words(light)
    light.show_state(None, None)
    assert not more.isVisible()
    assert "tokens in a pass" not in words(light)
