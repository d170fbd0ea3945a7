"""The user goes to another window while speaking."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.domain import Insertion, Place, Stage, WhenMoved
from mojovoice_gui.settings import Settings
from tests.fakes import ScriptedTranscriber
from tests.scenarios.app import User

EDITOR, CHAT = Place(1, "editor"), Place(2, "chat")
ASK = Settings(when_moved=WhenMoved.ASK)
SOUND = np.full(16_000, 0.1, np.float32)


def wanders(user: User) -> None:
    """A sentence spoken to the editor ends in the chat."""
    user.sees(Stage.IDLE)
    user.focus.front = EDITOR
    user.holds()
    user.says(SOUND)
    user.waits_until(lambda: bool(user.screen.lives), "the first look")
    user.focus.front = CHAT
    user.lets_go()


def test_who_wants_it_on_the_clipboard_is_not_asked_for_a_window(tmp_path: Path) -> None:
    left = Settings(when_moved=WhenMoved.ASK, paste_key="clipboard")
    with User(tmp_path, ScriptedTranscriber(["It is there."]), left) as user:
        user.window.outcome = Insertion.COPIED
        wanders(user)
        user.is_told("The text is on the clipboard.")
        assert user.screen.questions == []


@pytest.mark.parametrize(("answer", "front"), [(WhenMoved.HERE, CHAT), (WhenMoved.BACK, EDITOR)])
def test_the_text_waits_until_the_user_says_where(tmp_path: Path, answer: WhenMoved, front: Place) -> None:
    with User(tmp_path, ScriptedTranscriber(["Where to?"]), ASK) as user:
        wanders(user)
        question = user.is_asked()
        user.sees(Stage.IDLE)
        assert user.window.inserted == []
        assert list(user.recordings.glob("*.wav")) != []
        user.app.answer(question, answer)
        assert user.texts(1) == ["Where to?"]
        assert user.focus.front == front
        user.sees(Stage.IDLE)
    assert list(user.recordings.glob("*")) == []


def test_copied_is_an_answer_too(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Where to?"]), ASK) as user:
        wanders(user)
        user.app.answer(user.is_asked(), WhenMoved.COPY)
        user.waits_until(lambda: user.window.copied == ["Where to?"], "the clipboard")
        user.is_told("on the clipboard")
        user.sees(Stage.IDLE)
    assert user.window.inserted == []
    assert list(user.recordings.glob("*")) == []


def test_a_question_holds_up_no_other_dictation(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["First.", "Second."]), ASK) as user:
        wanders(user)
        question = user.is_asked()
        user.dictates(SOUND)
        assert user.texts(1) == ["Second."]
        user.app.answer(question, WhenMoved.HERE)
        assert user.texts(2) == ["Second.", "First."]


def test_an_answer_counts_once(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Once.", "Next."]), ASK) as user:
        wanders(user)
        question = user.is_asked()
        for _ in range(2):
            user.app.answer(question, WhenMoved.HERE)
        assert user.texts(1) == ["Once."]
        user.sees(Stage.IDLE)
        user.dictates(SOUND)
        assert user.texts(2) == ["Once.", "Next."]


def test_what_nobody_answered_is_on_disk_after_the_end(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Where to?"]), ASK) as user:
        wanders(user)
        user.is_asked()
        recording = next(user.recordings.glob("*.wav"))
    assert recording.exists()


def test_cancelling_something_else_leaves_the_question(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Where to?"]), ASK) as user:
        wanders(user)
        question = user.is_asked()
        user.holds()
        user.runs("cancel")
        user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        user.app.answer(question, WhenMoved.BACK)
        assert user.texts(1) == ["Where to?"]
        user.sees(Stage.IDLE)


def test_here_asks_nothing(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Here."]), Settings(when_moved=WhenMoved.HERE)) as user:
        wanders(user)
        assert user.texts(1) == ["Here."]
    assert user.screen.questions == []
