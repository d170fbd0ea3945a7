"""The whole app between a fake key, a fake microphone and a fake window: what a user lives through."""

from __future__ import annotations

import contextlib
import itertools
import threading
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.domain import Activation, Samples, Stage
from mojovoice_gui.errors import InsertionFailed, MicrophoneLost, MicrophoneMissing, ModelMissing, TranscriptionError
from mojovoice_gui.settings import Settings
from tests.fakes import ScriptedTranscriber, SpokenMicrophone
from tests.scenarios.app import User, sound


class SlowMicrophone(SpokenMicrophone):
    """Hands nothing over before the end."""

    def read(self) -> Samples:
        return np.zeros(0, np.float32)


def test_hold_speak_let_go_and_the_text_is_in_the_window(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Hello, world."])) as user:
        user.holds()
        user.sees(Stage.RECORDING)
        user.says(sound())
        user.lets_go()
        assert user.texts(1) == ["Hello, world."]
        user.sees(Stage.IDLE)
    assert list(user.recordings.glob("*")) == []


def test_the_icon_tells_the_whole_story(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["One."])) as user:
        user.sees(Stage.IDLE)
        user.dictates(sound())
        assert user.texts(1) == ["One."]
        user.sees(Stage.IDLE)
    assert user.screen.stages == [Stage.IDLE, Stage.RECORDING, Stage.TRANSCRIBING, Stage.IDLE]


def test_what_is_understood_so_far_is_shown_while_one_speaks(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["So far", "So far so good."]), quiet_s=lambda _samples: 0.3) as user:
        user.sees(Stage.IDLE)
        user.holds()
        user.says(sound(2))
        user.waits_until(lambda: any(live.text == "So far" for live in user.screen.lives), "the live text")
        assert not any(live.is_final for live in user.screen.lives)
        user.lets_go()
        assert user.texts(1) == ["So far"]
        user.sees(Stage.IDLE)
    assert [live.text for live in user.screen.lives if live.is_final] == ["So far"]


def test_a_recording_is_armed_once_sound_arrives(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Now."])) as user:
        user.holds()
        user.waits_until(lambda: bool(user.screen.lives), "the first look")
        user.says(np.zeros(1600, np.float32))
        assert not any(live.is_armed for live in user.screen.lives)
        user.says(sound())
        user.waits_until(lambda: user.screen.lives[-1].is_armed, "sound")
        assert user.screen.lives[-1].level > 0.5
        user.lets_go()
        assert user.texts(1) == ["Now."]


def test_a_follower_hears_every_stage_in_order(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["One."])) as user, contextlib.closing(user.follows()) as statuses:
        user.sees(Stage.IDLE)
        user.runs("stop")  # answered once everybody has been told of that stage
        first = next(statuses)
        user.dictates(sound())
        assert user.texts(1) == ["One."]
        heard = [response.sentence for response in itertools.islice(statuses, 3) if response is not None]
    assert first is not None
    assert heard == [Stage.RECORDING, Stage.TRANSCRIBING, Stage.IDLE]


def test_sentences_arrive_in_the_order_they_were_spoken(tmp_path: Path) -> None:
    gate = threading.Event()
    with User(tmp_path, ScriptedTranscriber(["One.", "Two.", "Three."], gate=gate)) as user:
        for _ in range(3):
            user.dictates(sound())
            user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        assert user.window.inserted == []
        gate.set()
        assert user.texts(3) == ["One.", "Two.", "Three."]


def test_an_ordinary_shortcut_leaves_no_trace(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.sees(Stage.IDLE)
        user.holds()
        user.says(sound())
        user.presses_another_key()
        user.sees(Stage.IDLE)
        user.lets_go()
    assert user.screen.notices == []
    assert user.window.inserted == []
    assert list(user.recordings.glob("*")) == []


def test_cancel_while_recording_inserts_nothing(tmp_path: Path) -> None:
    transcriber = ScriptedTranscriber(["After."])
    with User(tmp_path, transcriber) as user:
        user.holds()
        user.says(sound(0.5))
        user.waits_until(lambda: user.keyboard.watches_cancel, "the cancel key")
        user.presses_cancel()
        user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        user.lets_go()
        user.dictates(sound())
        assert user.texts(1) == ["After."]
        user.waits_until(lambda: not user.keyboard.watches_cancel, "the cancel key given back")
    assert transcriber.heard_s == [1.0]


def test_cancel_while_transcribing_inserts_nothing(tmp_path: Path) -> None:
    gate = threading.Event()
    with User(tmp_path, ScriptedTranscriber(["Never."], gate=gate)) as user:
        user.dictates(sound())
        user.sees(Stage.TRANSCRIBING)
        user.runs("cancel")
        user.sees(Stage.IDLE)
    assert user.window.inserted == []
    assert list(user.recordings.glob("*")) == []


def test_what_was_heard_of_an_abandoned_recording_is_not_taken_for_the_next_one(tmp_path: Path) -> None:
    transcriber = ScriptedTranscriber(["Old."] + 9 * ["New."])
    with User(tmp_path, transcriber, quiet_s=lambda _samples: 0.3) as user:
        user.sees(Stage.IDLE)
        user.holds()
        user.says(sound(2))
        user.waits_until(lambda: len(transcriber.texts) == 9, "the pause to be heard")
        user.presses_another_key()
        user.lets_go()
        user.sees(Stage.IDLE)
        user.dictates(sound())
        assert user.texts(1) == ["New."]


def test_toggle_by_key(tmp_path: Path) -> None:
    settings = Settings(activation=Activation.TOGGLE)
    transcriber = ScriptedTranscriber(["Toggled."])
    with User(tmp_path, transcriber, settings) as user:
        user.dictates(sound())
        user.sees(Stage.RECORDING)
        user.says(sound(0.2))
        user.holds()
        user.lets_go()
        assert user.texts(1) == ["Toggled."]
    assert transcriber.heard_s == [pytest.approx(1.2)]
    assert user.screen.stages.count(Stage.RECORDING) == 1


def test_silence_inserts_nothing_and_says_so_for_a_moment(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(), has_speech=lambda _samples: False) as user:
        user.dictates(np.full(16_000, 1e-4, np.float32))
        user.sees(Stage.NO_SPEECH)
        user.sees(Stage.IDLE)
    assert user.window.inserted == []
    assert user.screen.notices == []


def test_a_muted_microphone_is_said(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(), has_speech=lambda samples: bool(samples.any())) as user:
        user.dictates(np.zeros(16_000, np.float32))
        user.is_told("See whether it is muted.")
        user.sees(Stage.NO_SPEECH)
    assert len(user.screen.notices) == 1


def test_a_text_that_no_window_takes_is_on_the_clipboard_and_said(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Waiting."])) as user:
        user.window.reads = False
        user.dictates(sound())
        user.is_told("on the clipboard")
    assert user.window.copied == ["Waiting."]


def test_no_microphone_is_said_with_something_to_do(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Back."])) as user:
        user.microphone.fails = MicrophoneMissing("There is no microphone.", "Plug one in.")
        user.presses()
        user.is_told("There is no microphone. Plug one in.")
        user.sees(Stage.ERROR)
        user.lets_go()
        user.microphone.fails = None
        user.dictates(sound())
        assert user.texts(1) == ["Back."]


def test_a_microphone_that_vanishes_loses_no_word_and_the_app_goes_on(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Until it went.", "And on."])) as user:
        user.holds()
        user.says(sound())
        user.microphone.lost = MicrophoneLost("The microphone is gone.", "Plug it in again.")
        user.is_told("The microphone is gone.")
        assert user.texts(1) == ["Until it went."]
        user.lets_go()
        user.microphone.lost = None
        user.dictates(sound())
        assert user.texts(2) == ["Until it went.", "And on."]


def test_a_failed_transcription_keeps_the_recording(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(fails=TranscriptionError("The model failed."))) as user:
        user.dictates(sound())
        user.is_told("The recording is kept")
        user.sees(Stage.ERROR)
        user.waits_until(lambda: len(user.left_on_disk()) == 1, "the recording that is left")
    assert user.window.inserted == []


def test_an_unforeseen_failure_keeps_the_recording_too(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(fails=ZeroDivisionError())) as user:
        user.dictates(sound())
        user.is_told("The recording is kept")
        user.waits_until(lambda: len(user.left_on_disk()) == 1, "the recording that is left")
    assert user.window.inserted == []


def test_a_failed_insertion_keeps_the_recording(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Lost?"])) as user:
        user.window.fails = InsertionFailed("The X server is gone.")
        user.dictates(sound())
        user.is_told("The recording is kept")
        user.waits_until(lambda: len(user.left_on_disk()) == 1, "the recording that is left")
    assert user.window.inserted == []


def test_without_models_the_user_is_told_and_nothing_is_recorded(tmp_path: Path) -> None:
    missing = ModelMissing("The model base is not on this machine.", "Run `mojovoice download base`.")
    with User(tmp_path, ScriptedTranscriber(load_fails=missing)) as user:
        user.is_told("mojovoice download base")
        user.sees(Stage.ERROR)
        answer = user.runs("start")
        assert not answer.ok
        assert answer.exit_code == ModelMissing.exit_code
        user.presses()
        assert user.runs("stop").sentence == "Nothing is being recorded."
        assert not user.microphone.is_open
    assert list(user.recordings.glob("*")) == []
    assert Stage.RECORDING not in user.screen.stages


def test_a_microphone_that_is_not_there_at_the_start_may_come_later(tmp_path: Path) -> None:
    user = User(tmp_path, ScriptedTranscriber(["Plugged in."]))
    user.microphone.prepare_fails = MicrophoneMissing("There is no microphone.", "Plug one in.")
    with user:
        user.dictates(sound())
        assert user.texts(1) == ["Plugged in."]
    assert user.screen.notices == []


def test_a_full_disk_is_said_once_and_the_text_still_arrives(tmp_path: Path) -> None:
    (tmp_path / "recordings").write_text("a file where a folder should be")
    with User(tmp_path, ScriptedTranscriber(["Still here."])) as user:
        user.holds()
        user.says(sound())
        user.is_told("no copy on disk")
        user.says(sound())
        user.lets_go()
        assert user.texts(1) == ["Still here."]
    assert len(user.screen.notices) == 1


def test_commands_start_stop_and_are_idempotent(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["By command."])) as user:
        assert user.runs("start").ok
        assert user.runs("start").ok
        assert user.runs("status").data["stage"] == Stage.RECORDING
        user.says(sound())
        assert user.runs("stop").ok
        assert user.runs("stop").sentence == "Nothing is being recorded."
        assert user.texts(1) == ["By command."]


def test_start_with_clipboard_leaves_the_text_there(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Copied."])) as user:
        user.runs("start", clipboard=True)
        user.says(sound())
        user.runs("stop")
        user.waits_until(lambda: user.window.copied == ["Copied."], "the copy")
    assert user.window.inserted == []


def test_start_with_a_duration_stops_by_itself(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Timed."])) as user:
        user.runs("start", seconds=0.2)
        user.says(sound())
        assert user.texts(1) == ["Timed."]


def test_a_command_that_cannot_be_followed_says_why(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.microphone.fails = MicrophoneMissing("There is no microphone.", "Plug one in.")
        answer = user.runs("start")
    assert (answer.ok, answer.sentence, answer.exit_code) == (False, "There is no microphone. Plug one in.", 3)


def test_a_recording_that_cannot_begin_is_over_at_once_and_the_next_one_begins(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Heard."])) as user:
        user.sees(Stage.IDLE)
        user.microphone.fails = ZeroDivisionError()
        user.presses()
        user.is_told("The recording did not begin.")
        user.lets_go()
        user.sees(Stage.ERROR)
        user.microphone.fails = None
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]
    assert user.screen.stages.count(Stage.RECORDING) == 1


def test_what_cannot_be_copied_again_is_told(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Once more."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Once more."]
        user.window.fails = InsertionFailed("The X server is gone.")
        user.app.copy_last()
        user.is_told("The X server is gone.")


def test_what_cannot_be_pasted_again_is_told(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.window.fails = InsertionFailed("The X server is gone.")
        user.app.paste("Once more.")
        user.is_told("The X server is gone.")
    assert len(user.screen.notices) == 1


def test_the_last_text_can_be_copied_again(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Once more."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Once more."]
        user.sees(Stage.IDLE)
        user.app.copy_last()
        user.waits_until(lambda: user.window.copied == ["Once more."], "the copy")


def test_what_was_being_said_when_the_app_ends_is_kept(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.holds()
        user.says(sound())
        user.waits_until(lambda: any(user.recordings.glob("*.wav")), "a block on disk")
    assert [path.stat().st_size > 30_000 for path in user.recordings.glob("*.wav")] == [True]


def test_what_the_microphone_had_not_handed_over_yet_is_kept_as_well(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.microphone = SlowMicrophone()
        user.chooses(microphone="slow")
        user.holds()
        user.says(sound())
    assert [path.stat().st_size > 30_000 for path in user.recordings.glob("*.wav")] == [True]
