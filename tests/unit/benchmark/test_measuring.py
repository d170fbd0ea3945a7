"""The run: by turns, and what is done stays done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.dictation import end_of_speech_s
from mojovoice_gui.benchmark.measuring import Sound, System, measure
from mojovoice_gui.benchmark.result import Measurement, Result
from mojovoice_gui.benchmark.run import collect, with_rests
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioUnreadable, ModelError, TranscriptionError
from tests.speech import DEMO
from tests.unit.benchmark.results import CONDITIONS


def second() -> Samples:
    return np.zeros(SAMPLE_RATE, np.float32)


CLIPS = [Clip(name, 1.0, second) for name in "abc"]


class Turns:
    """Systems that note whose turn it was; each does what it is told."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def system(self, name: str, do: Callable[[], None] = lambda: None) -> System:
        def take(sound: Sound) -> Measurement:
            self.taken.append(name)
            do()
            return Measurement(sound.seconds, name)

        return System(name, take)


def test_every_system_has_its_turn_before_the_next_clip() -> None:
    turns = Turns()
    records = list(measure(CLIPS, [turns.system("stock"), turns.system("ours")]))
    assert turns.taken == ["stock", "ours"] * 3
    assert [list(record.measured) for record in records] == [["stock", "ours"]] * 3


def test_what_is_done_when_the_user_ends_it_is_kept() -> None:
    turns = Turns()

    def end_at_the_third() -> None:
        if len(turns.taken) == 6:
            raise KeyboardInterrupt

    systems = [turns.system("stock"), turns.system("ours", end_at_the_third)]
    result = collect(Result(CONDITIONS), measure(CLIPS, systems))
    assert result.is_interrupted
    assert [record.clip for record in result.records] == ["a", "b"]


def test_a_failure_is_recorded_and_the_others_go_on() -> None:
    def fail() -> None:
        raise TranscriptionError("The model failed.", "The log says why.")

    turns = Turns()
    result = collect(Result(CONDITIONS), measure(CLIPS[:1], [turns.system("bad", fail), turns.system("good")]))
    assert not result.is_interrupted
    measured = result.records[0].measured
    assert measured["bad"].failure == "The model failed. The log says why."
    assert measured["good"].text == "good"


def test_a_clip_that_is_gone_costs_no_other_its_result() -> None:
    def gone() -> Samples:
        raise AudioUnreadable("There is no such file.", "Look where it went.")

    clips = [CLIPS[0], Clip("gone", 4.0, gone), CLIPS[1]]
    a, missing, b = measure(clips, [Turns().system("ours")])
    assert (a.measured["ours"].text, b.measured["ours"].text) == ("ours", "ours")
    assert missing.seconds == 4.0
    assert missing.measured["ours"].failure == "There is no such file. Look where it went."


def weigh(result: Result) -> Result:
    return replace(result, peak_memory_mb=400.0)


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (ModelError("It does not fit.", "Choose another."), "It does not fit. Choose another."),
        (ZeroDivisionError(), "ZeroDivisionError; the log has more."),
    ],
)
def test_what_cannot_be_measured_in_the_end_takes_nothing_with_it(failure: Exception, reason: str) -> None:
    def fail(_result: Result) -> Result:
        raise failure

    clips = collect(Result(CONDITIONS), measure(CLIPS, [Turns().system("ours")]))
    result = with_rests(clips, {"a shape": fail, "memory": weigh})
    assert result.records == clips.records
    assert result.peak_memory_mb == 400
    assert result.conditions.not_run["a shape"] == reason
    assert not result.is_interrupted


def test_ended_by_the_user_in_the_end_nothing_more_is_measured() -> None:
    def end(_result: Result) -> Result:
        raise KeyboardInterrupt

    result = with_rests(Result(CONDITIONS), {"a shape": end, "memory": weigh})
    assert result.is_interrupted
    assert result.peak_memory_mb is None


def test_the_last_word_ends_before_the_silence_after_it() -> None:
    demo = read_audio(DEMO)
    padded = np.concatenate([demo, np.zeros(2 * SAMPLE_RATE, np.float32)])
    assert end_of_speech_s(padded) == pytest.approx(end_of_speech_s(demo), abs=0.3)


def test_where_nobody_speaks_the_end_is_the_end() -> None:
    assert end_of_speech_s(second()) == 1.0
