"""What is remembered of a dictation, and what is not."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.domain import Outcome
from mojovoice_gui.errors import TranscriptionError
from mojovoice_gui.settings import Settings
from tests.fakes import ScriptedTranscriber
from tests.scenarios.app import User, sound


def cancel_while_speaking(user: User) -> None:
    user.holds()
    user.says(sound())
    user.waits_until(lambda: user.keyboard.watches_cancel and any(user.recordings.glob("*.wav")), "a block on disk")
    user.presses_cancel()
    user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
    user.lets_go()


def test_a_dictation_is_remembered_with_its_text_and_its_wait_but_without_its_sound(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(9 * ["Hello, world."])) as user:
        user.dictates(sound(2))
        assert user.texts(1) == ["Hello, world."]
    (entry,) = user.remembers()
    assert (entry.outcome, entry.transcript.text, entry.transcript.audio_s) == (Outcome.DELIVERED, "Hello, world.", 2.0)
    assert entry.wait_s is not None
    assert 0 < entry.wait_s < 30
    assert entry.audio is None
    assert list(tmp_path.rglob("*.wav")) == []


def test_the_sound_is_kept_if_it_was_asked_for(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(9 * ["Heard."]), Settings(keeps_sound=True)) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]
    (entry,) = user.remembers()
    assert entry.audio is not None
    assert entry.audio.stat().st_size > 30_000
    assert list(user.recordings.glob("*")) == []


def test_a_cancelled_recording_can_be_restored_for_a_day(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        cancel_while_speaking(user)
    (entry,) = user.remembers()
    assert (entry.outcome, entry.transcript.text) == (Outcome.CANCELLED, "")
    assert entry.audio is not None
    assert entry.audio.is_file()
    assert user.left_on_disk() == []


def test_what_is_cancelled_before_any_sound_has_come_is_not_remembered(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.holds()
        user.waits_until(lambda: user.keyboard.watches_cancel, "the cancel key")
        user.presses_cancel()
        user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
    assert user.remembers() == []


def test_what_is_cancelled_while_it_is_transcribed_leaves_no_word_but_its_sound(tmp_path: Path) -> None:
    gate = threading.Event()
    with User(tmp_path, ScriptedTranscriber(9 * ["Never."], gate=gate)) as user:
        user.dictates(sound())
        user.waits_until(lambda: user.app.engine.session.pending == 1, "transcribing")
        user.runs("cancel")
    (entry,) = user.remembers()
    assert (entry.outcome, entry.transcript.text) == (Outcome.CANCELLED, "")
    assert entry.audio is not None


def test_silence_is_remembered_with_its_reason(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(), has_speech=lambda samples: bool(samples.any())) as user:
        user.dictates(np.zeros(16_000, np.float32))
        user.is_told("muted")
    (entry,) = user.remembers()
    assert (entry.outcome, entry.reason) == (Outcome.NO_SPEECH, "The microphone gives no sound at all.")


def test_an_ordinary_shortcut_is_not_remembered(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.holds()
        user.says(sound())
        user.presses_another_key()
        user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
    assert user.remembers() == []
    assert list(tmp_path.rglob("*.wav")) == []


def test_a_failure_is_remembered_and_its_recording_stays_to_be_recovered(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(fails=TranscriptionError("The model failed."))) as user:
        user.dictates(sound())
        user.is_told("The recording is kept")
    (entry,) = user.remembers()
    assert (entry.outcome, entry.reason) == (Outcome.FAILED, "The model failed.")
    assert user.left_on_disk() == [entry.audio]


def test_a_text_that_no_window_takes_is_remembered_as_on_the_clipboard(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(9 * ["Waiting."])) as user:
        user.window.reads = False
        user.dictates(sound())
        user.is_told("on the clipboard")
    (entry,) = user.remembers()
    assert (entry.outcome, entry.transcript.text) == (Outcome.ON_CLIPBOARD, "Waiting.")
    assert entry.reason.startswith("No window took the text")


def test_incognito_remembers_nothing_and_keeps_no_sound(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(9 * ["Secret."]), Settings(keeps_history=False)) as user:
        cancel_while_speaking(user)
        user.dictates(sound())
        assert user.texts(1) == ["Secret."]
    assert not user.history.exists()
    assert list(tmp_path.rglob("*.wav")) == []


@pytest.mark.parametrize("content", ["a file where a folder should be", None])
def test_a_history_that_cannot_be_written_is_said_once_and_dictation_goes_on(
    tmp_path: Path, content: str | None
) -> None:
    place = tmp_path / "data/history"
    if content is None:
        (place / "history.db").mkdir(parents=True)
    else:
        place.parent.mkdir()
        place.write_text(content)
    with User(tmp_path, ScriptedTranscriber(9 * ["Said."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Said."]
        user.is_told("Dictation goes on without it.")
        user.dictates(sound())
        assert user.texts(2) == ["Said.", "Said."]
    assert len(user.screen.notices) == 1
    assert list(user.recordings.glob("*")) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("PRAGMA user_version = 99", "newer Mojo Voice"),
        ("DROP TABLE dictation; PRAGMA user_version = 1", "The history cannot be used."),
    ],
)
def test_a_history_of_another_kind_stops_no_dictation_and_is_left_alone(tmp_path: Path, spoil: str, told: str) -> None:
    file = tmp_path / "data/history/history.db"
    file.parent.mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(file)) as raw:
        raw.executescript(f"CREATE TABLE dictation (x); {spoil}")
    before = file.read_bytes()
    with User(tmp_path, ScriptedTranscriber(9 * ["Said."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Said."]
        user.is_told(told)
    assert file.read_bytes() == before


def test_a_broken_history_stops_no_dictation_and_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "data/history/history.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(999 * b"no database")
    with User(tmp_path, ScriptedTranscriber(9 * ["Said."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Said."]
        user.is_told("begins anew")
    assert [entry.transcript.text for entry in user.remembers()] == ["Said."]
    assert file.with_name("history.db.broken").read_bytes() == 999 * b"no database"


def test_a_text_of_the_history_is_pasted_again_without_being_remembered_twice(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(9 * ["Again."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Again."]
        user.app.paste("Again.")
        assert user.texts(2) == ["Again.", "Again."]
        user.window.reads = False
        user.app.paste("Again.")
        user.is_told("it is on the clipboard")
    assert len(user.remembers()) == 1
