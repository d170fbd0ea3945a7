"""The edges of a dictation: what is heard ahead, the last syllable, and giving up at any moment."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.dictation.session import STOPPED_S, TAIL_S
from mojovoice_gui.dictation.under_speech import EVERY_S, PAUSE_S
from mojovoice_gui.domain import SAMPLE_RATE, Samples, Stage
from mojovoice_gui.errors import MicrophoneLost
from tests.fakes import FakeClock, ScriptedTranscriber
from tests.scenarios.app import User


def voice(seconds: float) -> Samples:
    return np.full(round(SAMPLE_RATE * seconds), 0.1, np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(SAMPLE_RATE * seconds), np.float32)


SAID_S = 0.8 * EVERY_S  # too little for anyone to listen before it is over
PAUSE = silence(PAUSE_S + 0.05)
BREATH = silence(STOPPED_S)


def quiet_s(samples: Samples) -> float:
    spoken = np.flatnonzero(samples)
    return (len(samples) - int(spoken[-1]) - 1) / SAMPLE_RATE if len(spoken) else math.inf


class Speaker(User):
    """Someone whose pauses are heard, in a world where no time passes unless it is told to."""

    def __init__(
        self, folder: Path, script: ScriptedTranscriber, format_text: Callable[[str], str] = str.strip
    ) -> None:
        self.script = script
        self.time = FakeClock()
        super().__init__(folder, script, None, lambda samples: bool(samples.any()), quiet_s, format_text, self.time)

    def is_ready(self) -> None:
        self.sees(Stage.IDLE)
        self.waits_until(lambda: not self.microphone.is_open, "a closed microphone")

    def lets_go_while_speaking(self) -> None:
        self.lets_go()
        self.waits_until(lambda: self.app.engine.session.in_tail, "the tail")

    def was_heard(self, times: int) -> None:
        self.waits_until(lambda: len(self.script.heard_s) == times, f"{times} listenings")

    def leaves_no_trace(self) -> None:
        self.is_ready()
        self.waits_until(lambda: not list(self.recordings.glob("*")), "an empty folder")
        assert self.window.inserted == []

    def next_texts(self) -> list[str]:
        """Whatever it was, the next dictation says "Next." as if nothing had been."""
        self.script.texts[:] = ["Next."]
        self.holds()
        self.says(np.concatenate([voice(SAID_S), BREATH]))
        self.lets_go()
        return self.texts(1)


def test_a_microphone_that_was_not_ready_is_not_called_muted(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber()) as user:
        user.is_ready()
        user.holds()
        user.lets_go_while_speaking()
        user.time.now += TAIL_S
        user.is_told("The microphone was not ready yet.")
    assert len(user.screen.notices) == 1


# -- what is heard ahead


def test_only_silence_after_a_pause_that_was_heard_leaves_nothing_to_do(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["All of it."])) as user:
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), PAUSE]))
        user.was_heard(1)
        user.says(BREATH)
        user.lets_go()
        assert user.texts(1) == ["All of it."]
    assert len(user.script.heard_s) == 1


def test_what_was_heard_ahead_is_dropped_when_speech_goes_on(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Half of", "All of it."])) as user:
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), PAUSE]))
        user.was_heard(1)
        user.says(np.concatenate([voice(SAID_S), BREATH]))
        user.lets_go()
        assert user.texts(1) == ["All of it."]


def test_more_than_half_a_minute_is_heard_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(9 * ["All of it."])) as user:
        user.is_ready()
        user.holds()
        for _ in range(3):
            user.says(np.concatenate([voice(20), PAUSE]))
        user.says(BREATH)
        user.lets_go()
        assert user.texts(1) == ["All of it."]
    assert user.script.heard_s[-1] > 60  # whatever was heard of the silence at the end


def test_sentences_stay_in_order_when_hearing_them_takes_longer_than_saying_them(tmp_path: Path) -> None:
    gate = threading.Event()
    with Speaker(tmp_path, ScriptedTranscriber(["One.", "Two.", "Three."], gate=gate)) as user:
        user.is_ready()
        for _ in range(3):  # the first is being heard ahead until the end, the others wait behind it
            user.holds()
            user.says(np.concatenate([voice(SAID_S), PAUSE]))
            user.lets_go()
            user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        assert user.window.inserted == []
        gate.set()
        assert user.texts(3) == ["One.", "Two.", "Three."]


# -- the last syllable


def test_when_the_voice_has_stopped_nothing_is_waited_for(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["At once."])) as user:
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), BREATH]))
        user.lets_go()
        assert user.texts(1) == ["At once."]
    assert user.time.now == 0.0


def test_a_last_syllable_after_the_release_is_heard(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Every syllable."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        user.sees(Stage.RECORDING)
        user.says(np.concatenate([voice(0.25), BREATH]))
        assert user.texts(1) == ["Every syllable."]
    assert user.script.heard_s == [pytest.approx(SAID_S + 0.25 + STOPPED_S)]


def pauses_in_the_tail(user: Speaker) -> None:
    """Long enough to be heard as what may be all, and no longer."""
    user.is_ready()
    user.holds()
    user.says(voice(SAID_S))
    user.lets_go_while_speaking()
    user.says(silence(STOPPED_S / 2))
    user.was_heard(1)


def test_what_may_be_the_last_word_is_heard_while_the_tail_lasts(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Already there."])) as user:
        pauses_in_the_tail(user)
        user.says(BREATH)
        assert user.texts(1) == ["Already there."]
    assert user.script.heard_s == [pytest.approx(SAID_S + STOPPED_S / 2)]


def test_who_goes_on_in_the_tail_is_heard_to_the_end(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Half.", "All of it."])) as user:
        pauses_in_the_tail(user)
        user.says(np.concatenate([voice(0.1), BREATH]))
        assert user.texts(1) == ["All of it."]
    assert len(user.script.heard_s) == 2


def test_who_speaks_on_is_cut_off_at_the_end_of_the_tail(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Until then."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        user.time.now += TAIL_S
        assert user.texts(1) == ["Until then."]


def test_a_press_in_the_tail_goes_on_as_if_the_key_had_not_been_let_go(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Before and after."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(0.5))
        user.lets_go_while_speaking()
        user.holds()
        user.waits_until(lambda: not user.app.engine.session.in_tail, "the press")
        user.time.now += TAIL_S
        user.says(np.concatenate([voice(0.5), BREATH]))
        user.lets_go()
        assert user.texts(1) == ["Before and after."]
    assert user.script.heard_s == [1.0 + STOPPED_S]


def test_an_ordinary_shortcut_in_the_tail_takes_no_word_away(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Said before."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        user.holds()
        user.presses_another_key()
        user.lets_go()
        assert user.texts(1) == ["Said before."]


def test_a_microphone_that_vanishes_in_the_tail_loses_no_word(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["All but the last."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        user.microphone.lost = MicrophoneLost("The microphone is gone.", "Plug it in again.")
        user.is_told("The microphone is gone.")
        assert user.texts(1) == ["All but the last."]


def test_stop_by_command_in_the_tail_ends_it(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Stopped."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        assert user.runs("stop").ok
        assert user.texts(1) == ["Stopped."]
        assert user.runs("stop").sentence == "Nothing is being recorded."


def test_a_key_bound_to_commands_cuts_no_syllable_either(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["Every syllable."])) as user:
        user.is_ready()
        user.runs("start")
        user.says(voice(SAID_S))
        assert user.runs("stop").sentence == "Stopped; the text follows."
        user.says(np.concatenate([voice(0.25), BREATH]))
        assert user.texts(1) == ["Every syllable."]
    assert user.script.heard_s == [pytest.approx(SAID_S + 0.25 + STOPPED_S)]


def test_start_by_command_in_the_tail_begins_the_next_dictation(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber(["First.", "Second."])) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        assert user.runs("start", clipboard=True).ok
        user.says(np.concatenate([voice(SAID_S), BREATH]))
        user.runs("stop")
        assert user.texts(1) == ["First."]
        user.waits_until(lambda: user.window.copied == ["Second."], "the copy")


# -- giving up


def test_cancel_before_any_sound_has_come(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber()) as user:
        user.is_ready()
        user.holds()
        user.presses_cancel()
        user.leaves_no_trace()
        assert user.next_texts() == ["Next."]


def test_cancel_while_recording(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber()) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.waits_until(lambda: any(user.recordings.glob("*")), "a file")
        user.presses_cancel()
        user.leaves_no_trace()
        assert user.next_texts() == ["Next."]


def test_cancel_in_the_tail(tmp_path: Path) -> None:
    with Speaker(tmp_path, ScriptedTranscriber()) as user:
        user.is_ready()
        user.holds()
        user.says(voice(SAID_S))
        user.lets_go_while_speaking()
        user.presses_cancel()
        user.leaves_no_trace()
        user.time.now += TAIL_S
        assert user.next_texts() == ["Next."]


def test_cancel_while_a_pause_is_being_heard(tmp_path: Path) -> None:
    gate, begun = threading.Event(), threading.Event()
    with Speaker(tmp_path, ScriptedTranscriber(["Never."], gate=gate, during=begun.set)) as user:
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), PAUSE]))
        assert begun.wait(10)
        user.presses_cancel()
        user.leaves_no_trace()
        gate.set()
        assert user.next_texts() == ["Next."]


def test_cancel_while_the_whole_is_being_heard(tmp_path: Path) -> None:
    gate, begun = threading.Event(), threading.Event()
    with Speaker(tmp_path, ScriptedTranscriber(["Never."], gate=gate, during=begun.set)) as user:
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), BREATH]))
        user.lets_go()
        assert begun.wait(10)
        user.runs("cancel")
        user.leaves_no_trace()
        gate.set()
        assert user.next_texts() == ["Next."]


def test_cancel_while_the_text_is_formatted(tmp_path: Path) -> None:
    users: list[Speaker] = []

    def cancelled_meanwhile(text: str) -> str:
        if text == "Never.":
            users[0].runs("cancel")
        return text

    with Speaker(tmp_path, ScriptedTranscriber(["Never."]), cancelled_meanwhile) as user:
        users.append(user)
        user.is_ready()
        user.holds()
        user.says(np.concatenate([voice(SAID_S), BREATH]))
        user.lets_go()
        user.was_heard(1)
        user.leaves_no_trace()
        assert user.next_texts() == ["Next."]


def test_cancel_while_others_wait_takes_them_all(tmp_path: Path) -> None:
    gate = threading.Event()
    with Speaker(tmp_path, ScriptedTranscriber(["Never."], gate=gate)) as user:
        user.is_ready()
        for _ in range(3):
            user.holds()
            user.says(np.concatenate([voice(SAID_S), BREATH]))
            user.lets_go()
            user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        user.runs("cancel")
        user.leaves_no_trace()
        gate.set()
        assert user.next_texts() == ["Next."]
