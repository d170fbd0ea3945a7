"""The thread that owns the models."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from mojovoice_gui.dictation.events import (
    Event,
    Finished,
    Loaded,
)
from mojovoice_gui.dictation.glance import Glance
from mojovoice_gui.dictation.jobs import Forget
from mojovoice_gui.dictation.landing import Landing
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.dictation.worker import Worker
from mojovoice_gui.domain import EngineState, NoFocus, Segment, WhenMoved
from mojovoice_gui.errors import ModelMissing, TranscriptionError
from tests.fakes import RecordingInserter, RememberingArchive, ScriptedTranscriber
from tests.waiting import wait_until

SOUND = np.full(32_000, 0.1, np.float32)
IDLE_S = 0.05


class Desk:
    """A worker at work, and what it reports."""

    def __init__(self, transcriber: ScriptedTranscriber, idle_s: float | None, quiet_s: float = 0.3) -> None:
        self.window = RecordingInserter()
        self.events: list[Event] = []
        self.let_go = threading.Event()
        line = Line(Ears(lambda _: True, lambda _: quiet_s), transcriber, str.strip)
        self.worker = Worker(
            lambda: line,
            lambda: Landing(self.window, NoFocus(), WhenMoved.HERE),
            RememberingArchive(),
            idle_s,
        )
        self.worker.report_to(self.events.append, lambda: 0, self.let_go.is_set)
        self.worker.start()

    def waits_for(self, kind: type[Event]) -> None:
        wait_until(lambda: any(isinstance(event, kind) for event in self.events))


@pytest.fixture
def transcriber() -> ScriptedTranscriber:
    return ScriptedTranscriber(["Once.", "Twice."])


@pytest.fixture
def desk(transcriber: ScriptedTranscriber) -> Iterator[Desk]:
    desk = Desk(transcriber, IDLE_S)
    yield desk
    desk.worker.close()


def test_idle_models_leave_the_memory_and_are_back_for_the_next_dictation(
    desk: Desk, transcriber: ScriptedTranscriber
) -> None:
    desk.waits_for(Loaded)
    wait_until(lambda: not transcriber.is_loaded)
    desk.worker.put(Segment(SOUND, 0, number=1))
    desk.waits_for(Finished)
    assert desk.window.inserted == ["Once."]


def test_models_that_come_back_say_where_they_run_now(desk: Desk, transcriber: ScriptedTranscriber) -> None:
    desk.waits_for(Loaded)
    wait_until(lambda: not transcriber.is_loaded)
    transcriber.device = "elsewhere"
    desk.worker.put(Segment(SOUND, 0, number=1))
    desk.waits_for(Finished)
    assert [event.state.device for event in desk.events if isinstance(event, Loaded)] == ["none", "elsewhere"]


def test_idle_models_come_back_under_the_speech(desk: Desk, transcriber: ScriptedTranscriber) -> None:
    desk.waits_for(Loaded)
    wait_until(lambda: not transcriber.is_loaded)
    loaded = threading.Event()
    transcriber.during = loaded.set
    desk.worker.put(Glance(SOUND, 0, 1))
    assert loaded.wait(10)


def test_idle_models_are_held_by_nobody_even_after_a_recording_that_was_given_up(
    desk: Desk, transcriber: ScriptedTranscriber
) -> None:
    desk.worker.put(Glance(SOUND, 0, 1))
    wait_until(lambda: len(transcriber.listenings) == 1 and not transcriber.is_loaded)
    wait_until(lambda: transcriber.listenings[0]() is None)


@pytest.mark.parametrize("error", [ZeroDivisionError(), TranscriptionError("The model failed.")])
def test_a_glance_that_fails_harms_nobody(error: Exception) -> None:
    transcriber = ScriptedTranscriber(["Still here."], fails=error)
    desk = Desk(transcriber, None)
    desk.waits_for(Loaded)
    wait_until(lambda: desk.worker.is_free)
    tried = threading.Event()
    transcriber.during = tried.set
    desk.worker.put(Glance(SOUND, 0, 1))
    assert tried.wait(20)
    wait_until(lambda: desk.worker.is_free)
    transcriber.fails = None
    desk.worker.put(Segment(SOUND, 0, number=2))
    desk.waits_for(Finished)
    assert desk.window.inserted == ["Still here."]
    desk.worker.close()


def test_at_the_release_a_mere_guess_is_given_up() -> None:
    transcriber = ScriptedTranscriber(["The last word."], gate=threading.Event())
    desk = Desk(transcriber, None, quiet_s=0.0)
    under_way = threading.Event()
    transcriber.during = under_way.set
    desk.worker.put(Glance(SOUND, 0, 1))
    assert under_way.wait(10)
    desk.let_go.set()
    wait_until(lambda: desk.worker.is_free)
    assert transcriber.heard_s == []
    transcriber.gate = None
    desk.worker.put(Segment(SOUND, 0, number=1))
    desk.waits_for(Finished)
    assert desk.window.inserted == ["The last word."]
    desk.worker.close()


def test_measuring_gives_way_to_a_dictation() -> None:
    transcriber = ScriptedTranscriber(["At once."], measures_for_ever=True)
    desk = Desk(transcriber, None)
    assert transcriber.is_measuring.wait(10)
    assert desk.worker.is_free
    desk.worker.put(Segment(SOUND, 0, number=1))
    desk.waits_for(Finished)
    assert desk.window.inserted == ["At once."]
    desk.worker.close()


def test_nothing_is_measured_in_the_middle_of_a_recording() -> None:
    transcriber = ScriptedTranscriber(["One.", "One two."], measures_for_ever=True)
    desk = Desk(transcriber, None)
    assert transcriber.is_measuring.wait(10)
    desk.worker.put(Glance(SOUND, 0, 1))
    wait_until(lambda: len(transcriber.heard_s) == 1 and desk.worker.is_free)
    transcriber.is_measuring.clear()
    desk.worker.put(Glance(SOUND, 0, 1))
    wait_until(lambda: desk.worker.is_free)
    assert not transcriber.is_measuring.is_set()
    desk.worker.close()


def test_measuring_goes_on_after_a_recording_that_comes_to_nothing() -> None:
    transcriber = ScriptedTranscriber(["One."], measures_for_ever=True)
    desk = Desk(transcriber, None)
    assert transcriber.is_measuring.wait(10)
    desk.worker.put(Glance(SOUND, 0, 1))
    wait_until(lambda: len(transcriber.heard_s) == 1)
    transcriber.is_measuring.clear()
    desk.worker.put(Forget())
    assert transcriber.is_measuring.wait(10)
    desk.worker.close()


def test_models_that_measuring_has_lost_are_loaded_again_by_the_next_dictation() -> None:
    transcriber = ScriptedTranscriber(["Loaded again."], calibrate_fails=ModelMissing("The model base is gone."))
    desk = Desk(transcriber, None)
    desk.waits_for(Loaded)
    wait_until(lambda: desk.worker.is_free and not transcriber.is_loaded)
    desk.worker.put(Segment(SOUND, 0, number=1))
    desk.waits_for(Finished)
    assert desk.window.inserted == ["Loaded again."]
    assert sum(isinstance(event, Loaded) for event in desk.events) == 2
    desk.worker.close()


def test_what_was_found_out_is_told() -> None:
    found = EngineState(target="scripted", device="quicker")
    desk = Desk(ScriptedTranscriber(news=[found]), None)
    wait_until(lambda: Loaded(found) in desk.events)
    desk.worker.close()
