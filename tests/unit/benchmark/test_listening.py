"""Which of the listenings gave the text."""

from __future__ import annotations

import numpy as np

from mojovoice_gui.benchmark.listening import Heard, Witness
from mojovoice_gui.domain import Purpose
from tests.fakes import ScriptedTranscriber
from tests.waiting import never

SOUND = np.full(16_000, 0.1, np.float32)


def test_a_guess_gives_no_text_nor_does_a_listening_that_was_given_up() -> None:
    heard: list[Heard] = []
    live = Witness(ScriptedTranscriber(["a", "b", "c"], is_loaded=True), heard).begin(lambda _samples: True)
    live.listen(SOUND, never, Purpose.GUESS)
    live.listen(SOUND, never, Purpose.LAST_WORD)
    live.listen(SOUND, lambda: True, Purpose.REVIEW)
    assert [one.may_be_all for one in heard] == [False, True, False]
    assert [one.transcript.text for one in heard] == ["a", "b", ""]
