"""The recording in hand."""

from __future__ import annotations

import math

import numpy as np

from mojovoice_gui.dictation.tape import FIRST_ROOM, Tape
from mojovoice_gui.domain import SAMPLE_RATE, Destination, Notice


def nobody(_notice: Notice) -> None:
    """There is nothing to tell."""


def test_what_is_longer_than_its_first_room_is_all_there() -> None:
    tape = Tape(1, 0, Destination.WINDOW, None, None, nobody)
    said = np.arange(5 * FIRST_ROOM // 2, dtype=np.float32)
    shown = []
    for piece in np.array_split(said, 7):
        tape.add(piece)
        shown.append(tape.show())
    assert np.array_equal(tape.segment().samples, said)
    assert all(np.array_equal(view, said[: len(view)]) for view in shown)


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
