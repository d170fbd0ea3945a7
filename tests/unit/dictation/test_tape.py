"""The recording in hand."""

from __future__ import annotations

import math

import numpy as np

from mojovoice_gui.dictation.tape import Tape
from mojovoice_gui.domain import SAMPLE_RATE, Destination, Notice


def nobody(_notice: Notice) -> None:
    """There is nothing to tell."""


def test_it_may_be_all_once_whenever_the_voice_has_come_and_stopped() -> None:
    tape = Tape(1, 0, Destination.WINDOW, None, None, nobody)
    tape.add(np.ones(SAMPLE_RATE, np.float32))
    assert tape.goes_on(0.1)
    assert len(tape.show_last()) == SAMPLE_RATE
    tape.add(np.zeros(SAMPLE_RATE // 10, np.float32))
    assert not tape.goes_on(0.2)
    assert not tape.goes_on(0.09)  # no end is known so exactly
    assert not tape.goes_on(math.inf)
    tape.add(np.ones(SAMPLE_RATE // 10, np.float32))
    assert tape.goes_on(0.05)
