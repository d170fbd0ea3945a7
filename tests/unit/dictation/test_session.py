"""What happens next, decided without threads, time or sound."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mojovoice_gui.dictation.commands import (
    Abandon,
    Command,
    Copy,
    DiscardCapture,
    Notify,
    StartCapture,
    StopCapture,
    Transcribe,
)
from mojovoice_gui.dictation.events import (
    Cancelled,
    CaptureFailed,
    CaptureLost,
    CopyAsked,
    Event,
    Finished,
    ForgetAsked,
    Heard,
    Held,
    Hushed,
    Interrupted,
    Loaded,
    LoadFailed,
    Pressed,
    Released,
    StartAsked,
    StopAsked,
    Tick,
    Toggled,
)
from mojovoice_gui.dictation.session import FLASH_S, STOPPED_S, TAIL_S, Session, step
from mojovoice_gui.domain import (
    Activation,
    Destination,
    EngineState,
    Notice,
    Place,
    Question,
    Segment,
    Stage,
    Transcript,
)

READY = Session(models=EngineState())
TROUBLE = Notice("It broke.", "Mend it.")
START = StartCapture(0, Destination.WINDOW)


def play(session: Session, *events: Event) -> tuple[Session, list[Command]]:
    """The session after ``events`` and every command on the way."""
    commands: list[Command] = []
    for event in events:
        session, now = step(session, event)
        commands.extend(now)
    return session, commands


def segment(take: int = 0) -> Segment:
    return Segment(np.zeros(1600, np.float32), take)


def with_activation(activation: Activation) -> Session:
    return replace(READY, activation=activation)


def test_holding_records_and_letting_go_stops_at_once_when_the_voice_has_stopped() -> None:
    after, commands = play(READY, Pressed(1.0), Released(3.0), Hushed(STOPPED_S))
    assert commands == [START, StopCapture()]
    assert after.stage is Stage.IDLE


def test_a_voice_that_goes_on_after_the_release_is_recorded_until_it_stops() -> None:
    during, commands = play(READY, Pressed(1.0), Released(3.0), Hushed(0.0), Tick(3.0), Hushed(0.05), Tick(3.1))
    assert commands == [START]
    assert during.stage is Stage.RECORDING
    assert play(during, Hushed(STOPPED_S))[1] == [StopCapture()]


def test_a_voice_that_never_stops_is_recorded_no_longer_than_the_tail() -> None:
    released = (Pressed(1.0), Released(3.0), Hushed(0.0))
    assert play(READY, *released, Tick(2.99 + TAIL_S))[1] == [START]
    assert play(READY, *released, Tick(3.0 + TAIL_S))[1] == [START, StopCapture()]


def test_silence_while_the_key_is_held_ends_nothing() -> None:
    assert play(READY, Pressed(1.0), Hushed(9.0))[1] == [START]


def test_a_press_in_the_tail_goes_on_with_the_same_recording() -> None:
    after, commands = play(READY, Pressed(1.0), Released(2.0), Pressed(2.1), Hushed(9.0), Tick(2.0 + TAIL_S))
    assert commands == [START]
    assert after.stage is Stage.RECORDING
    assert play(after, Released(4.0), Hushed(STOPPED_S))[1] == [StopCapture()]


def test_a_shortcut_in_the_tail_takes_no_word_away() -> None:
    _, commands = play(READY, Pressed(1.0), Released(2.0), Pressed(2.1), Interrupted(), Released(2.2))
    assert commands == [START, StopCapture()]


def test_cancelling_in_the_tail_discards() -> None:
    after, commands = play(READY, Pressed(1.0), Released(2.0), Cancelled(), Hushed(9.0), Tick(2.0 + TAIL_S))
    assert commands == [START, DiscardCapture(is_cancelled=True)]
    assert after.stage is Stage.IDLE


def test_a_microphone_that_vanishes_in_the_tail_stops_once() -> None:
    _, commands = play(READY, Pressed(1.0), Released(2.0), CaptureLost(TROUBLE), Hushed(9.0), Tick(2.0 + TAIL_S))
    assert commands == [START, StopCapture(), Notify(TROUBLE)]


@pytest.mark.parametrize("event", [StopAsked(2.1), Toggled(2.1)])
def test_stopping_by_command_waits_for_the_voice_as_a_release_does(event: Event) -> None:
    during, commands = play(READY, StartAsked(1.0), event, Hushed(0.0))
    assert commands == [START]
    assert play(during, Hushed(STOPPED_S))[1] == [StopCapture()]
    assert play(during, Tick(2.1 + TAIL_S))[1] == [StopCapture()]


@pytest.mark.parametrize("event", [StopAsked(2.1), Toggled(2.1)])
def test_stopping_by_command_in_the_tail_ends_it(event: Event) -> None:
    _, commands = play(READY, Pressed(1.0), Released(2.0), event, Hushed(9.0), Tick(2.0 + TAIL_S))
    assert commands == [START, StopCapture()]


def test_a_start_by_command_in_the_tail_begins_anew_and_what_was_said_is_handed_over_first() -> None:
    asked = StartAsked(2.1, Destination.CLIPBOARD, 5.0)
    after, commands = play(READY, Pressed(1.0), Released(2.0), asked, Hushed(9.0), Tick(2.0 + TAIL_S))
    assert commands == [START, StopCapture(), StartCapture(0, Destination.CLIPBOARD)]
    assert after.capture is not None
    assert (after.capture.began, after.capture.longest_s) == (2.1, 5.0)


def test_repeated_presses_while_held_start_nothing_new() -> None:
    _, commands = play(READY, Pressed(1.0), Pressed(1.2), Pressed(1.3))
    assert commands == [START]


def test_another_key_while_held_makes_it_a_shortcut_and_cancels_silently() -> None:
    after, commands = play(READY, Pressed(1.0), Interrupted(), Released(1.5), Tick(2.0))
    assert commands == [START, DiscardCapture()]
    assert after.stage is Stage.IDLE


def test_the_wait_begins_when_the_key_comes_up() -> None:
    _, commands = play(READY, Pressed(1.0), Released(3.0), Hushed(STOPPED_S))
    stop = commands[-1]
    assert isinstance(stop, StopCapture)
    assert stop.released_at == pytest.approx(3.0)


def test_toggle_starts_at_a_press_and_stops_at_the_next() -> None:
    session = with_activation(Activation.TOGGLE)
    during, commands = play(session, Pressed(1.0), Released(4.0), Tick(10.0))
    assert commands == [START]
    _, commands = play(during, Pressed(11.0), Released(11.1), Hushed(STOPPED_S))
    assert commands == [StopCapture()]


def test_a_shortcut_during_a_toggled_recording_does_not_end_it() -> None:
    session, _ = play(with_activation(Activation.TOGGLE), Pressed(1.0), Released(1.1))
    after, commands = play(session, Pressed(5.0), Interrupted(), Tick(9.0))
    assert commands == []
    assert after.stage is Stage.RECORDING


@pytest.mark.parametrize(("held_s", "goes_on"), [(0.39, True), (0.41, False)])
def test_hybrid_tells_a_tap_from_a_hold(held_s: float, goes_on: bool) -> None:
    session = with_activation(Activation.HYBRID)
    after, _ = play(session, Pressed(1.0), Released(1.0 + held_s), Tick(3.0))
    assert (after.stage is Stage.RECORDING) is goes_on


def test_a_text_that_was_cancelled_on_its_way_is_asked_about_no_more() -> None:
    old = segment()
    question = Question(1, "hello", Place(1, "editor"), None)
    session, commands = play(READY, Heard(old), Cancelled(), Held(old, question, Transcript("hello")))
    assert commands[-1] == Abandon(old)
    assert (session.held, session.pending, session.last_text) == ((), 0, "")


@pytest.mark.parametrize(("longest_s", "said"), [(600, "10 minutes"), (150, "150 seconds"), (5, "5 seconds")])
def test_the_longest_recording_ends_by_itself_and_says_so(longest_s: float, said: str) -> None:
    _, commands = play(replace(READY, longest_s=longest_s), Pressed(0.0), Tick(longest_s - 0.1), Tick(longest_s))
    told = Notice(f"Recording stopped after {said}, the longest allowed.", is_error=False)
    assert commands == [START, StopCapture(), Notify(told)]


def test_starting_by_command_takes_a_shorter_limit_and_a_destination() -> None:
    after, commands = play(READY, StartAsked(0.0, Destination.CLIPBOARD, 5.0), Tick(5.0))
    assert commands[:2] == [StartCapture(0, Destination.CLIPBOARD), StopCapture()]
    assert after.capture is None


def test_start_and_stop_by_command_are_idempotent() -> None:
    _, commands = play(READY, StopAsked(0.0), StartAsked(0.0), StartAsked(1.0), StopAsked(2.0), StopAsked(2.0))
    assert commands == [START, StopCapture()]


def test_a_click_starts_and_the_next_click_stops() -> None:
    _, commands = play(READY, Toggled(0.0), Toggled(5.0), Hushed(STOPPED_S))
    assert commands == [START, StopCapture()]


def test_cancelling_begins_a_new_take_and_ignores_what_the_old_one_sends() -> None:
    session, _ = play(READY, Pressed(0.0))
    after, commands = play(session, Cancelled(), Heard(segment(0)), Finished(9.0, 0, "old words"))
    assert commands == [DiscardCapture(is_cancelled=True)]
    assert (after.take, after.pending, after.last_text) == (1, 0, "")


def test_cancelling_while_transcribing_leaves_nothing_pending() -> None:
    session, _ = play(READY, Heard(segment()))
    after, _ = play(session, Cancelled())
    assert session.stage is Stage.TRANSCRIBING
    assert after.stage is Stage.IDLE


def test_you_may_speak_while_the_last_sentence_is_transcribed() -> None:
    first, _ = play(READY, Heard(segment()), Pressed(5.0))
    assert first.stage is Stage.RECORDING
    second, _ = play(first, Finished(6.0, 0, "one"), Released(7.0), Tick(8.0), Heard(segment()))
    assert (second.pending, second.stage, second.last_text) == (1, Stage.TRANSCRIBING, "one")


def test_no_speech_is_shown_for_a_moment() -> None:
    session, commands = play(READY, Heard(segment()), Finished(5.0, 0, flash=Stage.NO_SPEECH))
    assert commands == [Transcribe(session_segment(commands))]
    assert session.stage is Stage.NO_SPEECH
    assert step(session, Tick(5.0 + FLASH_S))[0].stage is Stage.IDLE


def session_segment(commands: list[Command]) -> Segment:
    first = commands[0]
    assert isinstance(first, Transcribe)
    return first.segment


def test_a_microphone_that_does_not_open_is_said_once_and_shown_for_a_moment() -> None:
    session, commands = play(READY, Pressed(0.0), CaptureFailed(0.0, TROUBLE), Released(1.0))
    assert commands == [START, Notify(TROUBLE)]
    assert session.stage is Stage.ERROR
    assert step(session, Tick(FLASH_S))[0].stage is Stage.IDLE


def test_a_microphone_that_vanishes_still_delivers_what_was_said() -> None:
    session, _ = play(READY, Pressed(0.0))
    _, commands = play(session, CaptureLost(TROUBLE), Released(3.0))
    assert commands == [StopCapture(), Notify(TROUBLE)]


def test_it_is_loading_until_the_models_are_there() -> None:
    assert Session().stage is Stage.LOADING
    assert play(Session(), Loaded(EngineState()))[0].stage is Stage.IDLE


def test_what_is_said_while_loading_waits_for_the_models() -> None:
    session, _ = play(Session(), Pressed(0.0), Released(1.0), Tick(2.0), Heard(segment()))
    assert session.stage is Stage.LOADING
    assert play(session, Loaded(EngineState()))[0].stage is Stage.TRANSCRIBING


def test_without_models_a_press_says_why_instead_of_recording() -> None:
    _, commands = play(Session(), LoadFailed(TROUBLE), Pressed(1.0))
    assert commands == [Notify(TROUBLE), Notify(TROUBLE)]


def test_the_last_text_can_be_copied_again() -> None:
    _, commands = play(READY, CopyAsked(), Heard(segment()), Finished(1.0, 0, "hello"), CopyAsked())
    assert [command for command in commands if isinstance(command, Copy)] == [Copy("hello")]


def test_a_last_text_that_is_forgotten_is_copied_no_more() -> None:
    session, commands = play(READY, Heard(segment()), Finished(1.0, 0, "hello"), ForgetAsked(), CopyAsked())
    assert session.last_text == ""
    assert not [command for command in commands if isinstance(command, Copy)]


def test_what_was_said_is_in_no_representation() -> None:
    secret = "a word nobody may read in a log"
    session, commands = play(READY, Heard(segment()), Finished(1.0, 0, secret), CopyAsked())
    assert secret not in repr((session, commands, Finished(1.0, 0, secret)))
