"""Settings hold at once: nobody starts the app again."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from mojovoice_gui.dictation.events import Tick
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.under_speech import Ears
from mojovoice_gui.domain import Activation, Place, Stage, WhenMoved
from mojovoice_gui.errors import DesktopError, ModelMissing
from mojovoice_gui.settings import Settings
from tests.fakes import FakeClock, RecordingInserter, ScriptedTranscriber, SpokenMicrophone
from tests.scenarios.app import User, sound


def line(transcriber: ScriptedTranscriber) -> Line:
    return Line(Ears(lambda _samples: True, lambda _samples: 0.0), transcriber, str.strip)


def test_another_model_writes_the_next_dictation_and_the_old_one_has_left_the_memory(tmp_path: Path) -> None:
    old, new = ScriptedTranscriber(["Old."]), ScriptedTranscriber(["New."])
    with User(tmp_path, old) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Old."]
        user.line = line(new)
        user.chooses(target="small")
        user.dictates(sound())
        assert user.texts(2) == ["Old.", "New."]
        assert [laid.target for laid in user.lines] == ["base", "small"]
        assert not old.is_loaded


def test_what_is_said_while_another_model_loads_is_written_by_it(tmp_path: Path) -> None:
    gate = threading.Event()
    new = ScriptedTranscriber(["New."], load_gate=gate)
    with User(tmp_path, ScriptedTranscriber()) as user:
        user.sees(Stage.IDLE)
        user.line = line(new)
        user.chooses(target="small")
        user.sees(Stage.LOADING)
        user.dictates(sound())
        user.sees(Stage.LOADING)
        gate.set()
        assert user.texts(1) == ["New."]
        user.sees(Stage.IDLE)


def test_a_model_that_does_not_load_is_told_and_the_old_one_writes_on(tmp_path: Path) -> None:
    missing = ScriptedTranscriber(load_fails=ModelMissing("The model small is not here.", "Download it."))
    with User(tmp_path, ScriptedTranscriber(["Old."])) as user:
        user.sees(Stage.IDLE)
        user.line = line(missing)
        user.chooses(target="small")
        user.is_told("The model small is not here.")
        user.dictates(sound())
        assert user.texts(1) == ["Old."]


def test_a_text_that_waits_for_an_answer_needs_no_model(tmp_path: Path) -> None:
    gone = ModelMissing("The models are gone.", "Download them.")
    old = ScriptedTranscriber(["Where to?"])
    with User(tmp_path, old, Settings(when_moved=WhenMoved.ASK)) as user:
        user.focus.front = Place(1, "editor")
        user.dictates(sound())
        user.focus.front = Place(2, "chat")
        question = user.is_asked()
        old.load_fails = gone
        user.line = line(ScriptedTranscriber(load_fails=gone))
        user.chooses(target="small")
        user.is_told("The models are gone.")
        user.app.answer(question, WhenMoved.HERE)
        assert user.texts(1) == ["Where to?"]
        user.waits_until(lambda: user.app.engine.session.pending == 0, "the end")


def test_without_the_new_model_and_without_the_old_one_a_third_can_still_be_chosen(tmp_path: Path) -> None:
    old = ScriptedTranscriber()
    with User(tmp_path, old) as user:
        user.sees(Stage.IDLE)
        old.load_fails = ModelMissing("The model base is not here any more.")
        user.line = line(ScriptedTranscriber(load_fails=ModelMissing("The model small is not here.")))
        user.chooses(target="small")
        user.is_told("The model base is not here any more.")
        user.sees(Stage.ERROR)
        user.line = line(ScriptedTranscriber(["Here I am."]))
        user.chooses(target="tiny")
        user.sees(Stage.IDLE)
        user.dictates(sound())
        assert user.texts(1) == ["Here I am."]


class Unequipped(User):
    """Someone whose models are not found."""

    def _lay_line(self, settings: Settings) -> Line:
        raise ModelMissing("There is none.")


def test_before_anything_is_ready_a_text_that_cannot_be_pasted_is_told(tmp_path: Path) -> None:
    with Unequipped(tmp_path, ScriptedTranscriber()) as user:
        user.app.paste("Once more.")
        user.is_told("Mojo Voice is not ready to paste. Copy the text instead.")
    assert user.window.inserted == []


def test_what_was_said_while_models_loaded_that_did_not_is_kept(tmp_path: Path) -> None:
    gate = threading.Event()
    with User(tmp_path, ScriptedTranscriber(load_gate=gate, load_fails=ModelMissing("There is none."))) as user:
        user.dictates(sound())
        user.waits_until(lambda: not user.microphone.is_open, "the end of the recording")
        gate.set()
        user.is_told("There is no model to turn it into text. The recording is kept")
        user.waits_until(lambda: len(user.left_on_disk()) == 1, "the recording that is left")
    assert user.window.inserted == []


def test_without_a_model_that_works_one_can_still_be_chosen(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(load_fails=ModelMissing("There is none."))) as user:
        user.is_told("There is none.")
        user.line = line(ScriptedTranscriber(["Here I am."]))
        user.chooses(target="small")
        user.sees(Stage.IDLE)
        user.dictates(sound())
        assert user.texts(1) == ["Here I am."]


def test_another_way_of_inserting_leaves_the_models_where_they_are(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Once.", "Twice."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Once."]
        first, user.window = user.window, RecordingInserter()
        user.chooses(append_space=False)
        user.dictates(sound())
        assert user.texts(1) == ["Twice."]
        assert first.is_closed
        assert user.focus.times_closed == 1
        assert len(user.lines) == 1
    assert user.focus.times_closed == 3, "the one of the first inserter, that of the second, that of the session"


def test_another_key_is_listened_to_at_once(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Heard."])) as user:
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]
        old = user.keyboard
        user.chooses(hotkey="f9")
        user.waits_until(lambda: user.key == "f9" and user.keyboard.actions is not None, "F9")
        assert old.actions is None


def test_a_key_that_is_taken_is_told_and_the_old_one_goes_on(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Heard."])) as user:
        user.keys_of_others = {"f9"}
        user.chooses(hotkey="f9")
        user.is_told("Another program owns the key f9. The key before it still works.")
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]
        assert user.key == "right ctrl"


def test_trying_a_key_says_whether_it_works_and_changes_nothing(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Heard."])) as user:
        user.keys_of_others = {"f9"}
        assert isinstance(user.app.try_keys(Settings(hotkey="f9")).exception(10), DesktopError)
        assert user.app.try_keys(Settings(hotkey="f8")).exception(10) is None
        user.waits_until(lambda: user.key == "right ctrl" and user.keyboard.actions is not None, "the key in use")
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]


def test_resting_keys_are_not_listened_to_until_they_wake(tmp_path: Path) -> None:
    with User(tmp_path, ScriptedTranscriber(["Heard."])) as user:
        user.waits_until(lambda: user.keyboard.actions is not None, "a key")
        user.app.keys.rest()
        user.chooses(hotkey="f9")
        assert user.app.try_keys(Settings(hotkey="f8")).exception(10) is None
        user.waits_until(lambda: user.keyboard.actions is None, "no key")
        user.app.keys.wake()
        user.dictates(sound())
        assert user.texts(1) == ["Heard."]
        assert user.key == "f9"


def test_the_key_toggles_as_soon_as_that_is_chosen(tmp_path: Path) -> None:
    transcriber = ScriptedTranscriber(["Heard."])
    with User(tmp_path, transcriber) as user:
        user.chooses(activation=Activation.TOGGLE)
        user.waits_until(lambda: user.app.engine.session.activation is Activation.TOGGLE, "toggle")
        user.holds()
        user.lets_go()
        user.says(sound())
        user.sees(Stage.RECORDING)
        user.holds()
        user.lets_go()
        assert user.texts(1) == ["Heard."]
    assert transcriber.heard_s == [1.0]


@pytest.mark.parametrize("change", [{"microphone": "Yeti"}, {"channel": "2"}])
def test_another_microphone_hears_the_next_recording_and_not_the_one_under_way(
    tmp_path: Path, change: dict[str, str]
) -> None:
    with User(tmp_path, ScriptedTranscriber(["First.", "Second."])) as user:
        user.holds()
        old, user.microphone = user.microphone, SpokenMicrophone()
        user.chooses(**change)
        old.say(sound())
        user.lets_go()
        assert user.texts(1) == ["First."]
        user.dictates(sound())
        assert user.texts(2) == ["First.", "Second."]
        assert not old.is_open


def test_the_longest_recording_is_that_of_the_new_setting(tmp_path: Path) -> None:
    clock = FakeClock()
    with User(tmp_path, ScriptedTranscriber(["Until then."]), clock=clock) as user:
        user.chooses(longest_recording_s=5)
        user.waits_until(lambda: user.app.engine.session.longest_s == 5, "5 s")
        user.holds()
        user.says(sound())
        clock.now = 4.9
        assert user.app.engine.ask(Tick(clock.now)).stage is Stage.RECORDING
        clock.now = 5
        user.is_told("Recording stopped after 5 seconds")
        assert user.texts(1) == ["Until then."]
