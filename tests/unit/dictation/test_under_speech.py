"""When to listen under the speech, and when the last listening was the last word."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import pytest

from mojovoice_gui.dictation.under_speech import EVERY_S, PAUSE_S, AfterSpeech, Course, Ears, UnderSpeech, is_time
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Purpose, Samples, Transcript
from tests.fakes import ScriptedTranscriber


@dataclass
class CountingListener:
    """A ``LiveTranscription`` whose text is how many seconds it heard."""

    heard_s: list[float] = field(default_factory=list)
    gave_up: list[bool] = field(default_factory=list)
    purposes: list[Purpose] = field(default_factory=list)
    took_s: float = 0.0  # each listening
    is_sewn: bool = False
    now_s: float = 0.0

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        seconds = len(samples) / SAMPLE_RATE
        self.heard_s.append(round(seconds, 2))
        self.gave_up.append(is_cancelled())
        self.purposes.append(purpose)
        self.now_s += self.took_s
        return Transcript(f"{seconds:.1f} s", is_sewn=self.is_sewn)


def speech(seconds: float) -> Samples:
    return np.full(round(seconds * SAMPLE_RATE), 0.1, np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def quiet_s(samples: Samples) -> float:
    loud = np.flatnonzero(samples)
    return (len(samples) - int(loud[-1]) - 1) / SAMPLE_RATE if len(loud) else math.inf


def ears() -> Ears:
    return Ears(lambda samples: bool(samples.any()), quiet_s)


def never() -> bool:
    return False


def always() -> bool:
    return True


ON = Course(never, never, never)
OVER = Course(never, always, never)
PAST = Course(never, always, always)
LAST = Course(never, never, never, is_last=True)


def recording(*, took_s: float = 0.0, is_sewn: bool = False) -> tuple[UnderSpeech, CountingListener]:
    listener = CountingListener(took_s=took_s, is_sewn=is_sewn)
    return UnderSpeech(lambda: listener, ears(), clock=lambda: listener.now_s), listener


@pytest.mark.parametrize(
    ("open_s", "fresh_s", "quiet", "took_s", "listens"),
    [
        (1.0, 1.0, PAUSE_S, 0.0, True),  # a pause after something new
        (3.0, 0.3, 0.3, 0.0, True),  # a pause after something that was heard in mid-speech only
        (1.0, 1.0, PAUSE_S / 2, 0.0, False),  # hardly a pause
        (EVERY_S, EVERY_S, 0.0, 0.0, True),  # a long time without one
        (EVERY_S, EVERY_S, PAUSE_S / 2, 0.0, False),  # and not while there may be one
        (9.0, EVERY_S / 2, 0.0, 0.0, False),  # but not long since it was heard
        (EVERY_S, EVERY_S, 0.0, 2.0, False),  # nor when listening takes long
        (1.0, 1.0, 1.0, 0.0, False),  # nothing but silence since the last pause
        (5.0, 1.0, 6.0, 0.0, False),
        (1.0, 1.0, 0.98, 0.0, False),  # as good as nothing
    ],
)
def test_it_listens_at_pauses_and_now_and_then(
    open_s: float, fresh_s: float, quiet: float, took_s: float, *, listens: bool
) -> None:
    assert is_time(open_s, fresh_s, quiet, took_s) is listens


def test_silence_after_a_pause_that_was_heard_leaves_nothing_to_do_at_the_release() -> None:
    under, listener = recording()
    under.glance(np.concatenate([speech(2), silence(0.3)]), ON)
    last = under.finish(np.concatenate([speech(2), silence(1.0)]), never)
    assert (last.text, last.audio_s) == ("2.3 s", 3.0)
    assert listener.heard_s == [2.3]


def test_what_was_heard_at_a_pause_is_dropped_when_speech_goes_on() -> None:
    under, listener = recording()
    begun = np.concatenate([speech(2), silence(0.3)])
    under.glance(begun, ON)
    last = under.finish(np.concatenate([begun, speech(1)]), never)
    assert last.text == "3.3 s"
    assert listener.heard_s == [2.3, 3.3]


def test_a_listening_in_mid_speech_is_never_the_last_word() -> None:
    under, listener = recording()
    under.glance(speech(2), ON)
    last = under.finish(np.concatenate([speech(2), silence(0.5)]), never)
    assert last.text == "2.5 s"
    assert listener.heard_s == [2.0, 2.5]


def test_a_release_gives_up_a_listening_in_mid_speech_but_not_one_in_a_pause() -> None:
    under, listener = recording()
    under.glance(speech(2), OVER)
    paused = np.concatenate([speech(2), silence(0.3)])
    under.glance(paused, OVER)
    assert listener.gave_up == [True, False]
    assert under.finish(paused, never).text == "2.3 s"


def test_a_listening_in_a_pause_is_given_up_once_it_is_known_that_more_was_said() -> None:
    under, listener = recording()
    paused = np.concatenate([speech(2), silence(0.3)])
    under.glance(paused, PAST)
    assert listener.gave_up == [True]
    assert under.finish(np.concatenate([paused, speech(1)]), never).text == "3.3 s"


def test_when_the_key_was_let_go_a_short_silence_is_enough() -> None:
    under, listener = recording()
    begun = np.concatenate([speech(2), silence(0.04)])
    under.glance(begun, LAST)
    assert under.finish(np.concatenate([begun, silence(0.08)]), never).text == "2.0 s"
    assert listener.purposes == [Purpose.LAST_WORD]


def test_when_the_key_was_let_go_after_a_pause_that_was_heard_nothing_is_heard_again() -> None:
    under, listener = recording()
    paused = np.concatenate([speech(2), silence(0.3)])
    under.glance(paused, ON)
    under.glance(np.concatenate([paused, silence(0.04)]), LAST)
    assert listener.heard_s == [2.3]


def test_in_mid_speech_a_text_is_but_a_guess() -> None:
    under, listener = recording()
    under.glance(speech(2), ON)
    under.glance(np.concatenate([speech(2), silence(0.3)]), ON)
    under.finish(np.concatenate([speech(2), silence(0.3), speech(1)]), never)
    assert listener.purposes == [Purpose.GUESS, Purpose.LAST_WORD, Purpose.LAST_WORD]


def test_what_takes_long_is_done_once_more_only_when_the_pause_has_lasted_longer() -> None:
    """Who speaks on and lets go soon would wait for the end of it."""
    under, listener = recording(took_s=1.0)
    for quiet in (0.3, 0.6, 0.9, 1.1, 1.3):
        under.glance(np.concatenate([speech(2), silence(quiet)]), ON)
    assert listener.heard_s == [2.3, 3.1]


def test_what_only_the_last_seconds_were_heard_of_is_heard_as_a_whole_once_there_is_time() -> None:
    """Even if the pause was noticed late."""
    under, listener = recording(is_sewn=True)
    for quiet in (0.6, 0.8, 1.0):
        under.glance(np.concatenate([speech(2), silence(quiet)]), ON)
    assert listener.heard_s == [2.6, 2.8]
    assert listener.purposes == [Purpose.LAST_WORD, Purpose.REVIEW]


def test_a_pause_that_lasts_is_heard_once_more() -> None:
    under, listener = recording()
    for quiet in (0.3, 0.4, 0.6, 0.8, 1.0):
        under.glance(np.concatenate([speech(2), silence(quiet)]), ON)
    last = under.finish(np.concatenate([speech(2), silence(1.2)]), never)
    assert listener.heard_s == [2.3, 2.6]
    assert listener.purposes == [Purpose.LAST_WORD, Purpose.REVIEW]
    assert last.text == "2.6 s"


def test_what_was_given_up_for_something_else_is_heard_once_more_later() -> None:
    """A text that is copied takes the worker for a moment."""
    under, listener = recording()
    for quiet, course in ((0.3, ON), (0.6, OVER), (0.9, ON), (1.2, ON)):
        under.glance(np.concatenate([speech(2), silence(quiet)]), course)
    assert listener.heard_s == [2.3, 2.6, 2.9]


def test_a_release_meanwhile_leaves_what_was_heard_first() -> None:
    under, _ = recording()
    under.glance(np.concatenate([speech(2), silence(0.3)]), ON)
    under.glance(np.concatenate([speech(2), silence(0.6)]), OVER)
    assert under.finish(np.concatenate([speech(2), silence(0.7)]), never).text == "2.3 s"


def test_however_long_nobody_speaks_what_was_heard_stands() -> None:
    """The ears see the last seconds only."""
    listener = CountingListener()
    near = Ears(lambda samples: bool(samples.any()), lambda samples: quiet_s(samples[-3 * SAMPLE_RATE :]))
    under = UnderSpeech(lambda: listener, near)
    whole = np.concatenate([speech(2), silence(20)])
    for end in range(SAMPLE_RATE, len(whole), SAMPLE_RATE // 25):
        under.glance(whole[:end], ON)
    assert under.finish(whole, never).text == "2.5 s"
    assert listener.heard_s[-2:] == [2.2, 2.52]  # in the pause, and once more


def test_speech_while_a_listening_took_long_is_found_later() -> None:
    listener = CountingListener()
    near = Ears(lambda samples: bool(samples.any()), lambda samples: quiet_s(samples[-3 * SAMPLE_RATE :]))
    under = UnderSpeech(lambda: listener, near)
    whole = np.concatenate([speech(2), silence(1), speech(1), silence(6)])
    under.glance(whole[: 3 * SAMPLE_RATE], ON)
    assert under.finish(whole, never).text == "10.0 s"


def test_nobody_looks_before_a_pause_can_be_long_enough() -> None:
    looks: list[int] = []

    def look(samples: Samples) -> float:
        looks.append(len(samples))
        return quiet_s(samples)

    under = UnderSpeech(CountingListener, Ears(lambda samples: bool(samples.any()), look))
    whole = np.concatenate([speech(1), silence(0.1), speech(1), silence(PAUSE_S)])
    for end in range(0, len(whole) + 1, SAMPLE_RATE // 100):
        under.glance(whole[:end], ON)
    assert looks[-1] == len(whole)
    assert len(looks) < 20


def test_where_nobody_spoke_no_model_is_asked() -> None:
    under, listener = recording()
    under.glance(silence(3), ON)
    assert under.finish(silence(4), never).text == ""
    assert listener.heard_s == []


def test_a_cancelled_listening_is_not_the_last_word() -> None:
    under, listener = recording()
    paused = np.concatenate([speech(2), silence(0.3)])
    under.glance(paused, Course(always, never, never))
    assert under.finish(paused, never).text == "2.3 s"
    assert listener.heard_s == [2.3, 2.3]


def test_exact_listens_once_when_all_is_said() -> None:
    transcriber = ScriptedTranscriber(["All of it."], is_loaded=True)
    after = AfterSpeech(transcriber, ears())
    after.glance(np.concatenate([speech(2), silence(0.3)]), ON)
    assert transcriber.texts == ["All of it."]
    assert after.finish(speech(3), never).text == "All of it."
