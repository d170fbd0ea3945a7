"""What there is to hear of a dictation."""

from __future__ import annotations

from mojovoice_gui.dictation.cues import Cue, Cues
from mojovoice_gui.domain import Live, Stage

ARMED = Live(is_armed=True)


def heard(*events: Stage | Live, is_on: bool = True) -> list[Cue]:
    played: list[Cue] = []
    cues = Cues(played.append, is_on=is_on)
    for event in events:
        if isinstance(event, Live):
            cues.live_changed(event)
        else:
            cues.stage_changed(event)
    return played


def test_start_is_heard_once_when_the_microphone_hears() -> None:
    assert heard(Stage.IDLE, Stage.RECORDING, Live()) == []
    assert heard(Stage.IDLE, Stage.RECORDING, Live(), ARMED, ARMED) == [Cue.START]


def test_stop_is_heard_at_the_end_of_a_recording() -> None:
    assert heard(Stage.RECORDING, ARMED, Stage.TRANSCRIBING, Stage.IDLE) == [Cue.START, Cue.STOP]


def test_the_next_recording_is_heard_again() -> None:
    dictation = (Stage.RECORDING, ARMED, Stage.TRANSCRIBING)
    assert heard(*dictation, *dictation) == 2 * [Cue.START, Cue.STOP]


def test_a_microphone_that_does_not_open_sounds_like_an_error_alone() -> None:
    assert heard(Stage.IDLE, Stage.ERROR, Stage.IDLE) == [Cue.ERROR]


def test_what_is_delivered_makes_no_sound() -> None:
    assert heard(Stage.TRANSCRIBING, Live(text="Hello.", is_final=True), Stage.IDLE) == []


def test_off_is_off() -> None:
    assert heard(Stage.RECORDING, ARMED, Stage.TRANSCRIBING, Stage.ERROR, is_on=False) == []
