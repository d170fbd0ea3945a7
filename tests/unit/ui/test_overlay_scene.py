"""What the overlay shows."""

from __future__ import annotations

from mojovoice_gui.domain import Live, Notice, Stage
from mojovoice_gui.ui.overlay_scene import (
    ARMING_IS_LONG_S,
    DONE_S,
    TROUBLE_S,
    Mood,
    Scene,
    on_live,
    on_notice,
    on_stage,
    on_time,
)

TROUBLE = Notice("There is no microphone.", "Plug one in.")


def listening(text: str = "") -> Scene:
    scene = on_stage(Scene(), Stage.RECORDING, 0)
    return on_live(scene, Live(0.5, 1.0, text, is_armed=True), 1)


def test_it_is_arming_until_sound_arrives() -> None:
    scene = on_stage(Scene(), Stage.RECORDING, 0)
    scene = on_live(scene, Live(), 0.5)
    assert scene.mood is Mood.ARMING
    assert on_live(scene, Live(is_armed=True), 0.6).mood is Mood.LISTENING


def test_a_microphone_that_stays_silent_is_said() -> None:
    scene = on_stage(Scene(), Stage.RECORDING, 0)
    assert "No sound" not in on_live(scene, Live(), ARMING_IS_LONG_S).headline
    assert "No sound" in on_live(scene, Live(), ARMING_IS_LONG_S + 0.1).headline


def test_the_text_so_far_stays_while_it_is_written() -> None:
    scene = on_stage(listening("so far"), Stage.TRANSCRIBING, 2)
    assert (scene.mood, scene.text) == (Mood.WRITING, "so far")


def test_the_delivered_text_stands_for_a_moment() -> None:
    scene = on_stage(listening("so far"), Stage.TRANSCRIBING, 2)
    scene = on_live(scene, Live(text="So far.", is_final=True), 3)
    scene = on_stage(scene, Stage.IDLE, 3)
    assert (scene.mood, scene.text) == (Mood.DONE, "So far.")
    assert on_time(scene, 3 + DONE_S / 2) == scene
    assert on_time(scene, 3 + DONE_S).mood is Mood.HIDDEN


def test_the_last_text_does_not_disturb_who_speaks_again() -> None:
    scene = listening("the next one")
    assert on_live(scene, Live(text="The last one.", is_final=True), 2) == scene


def test_cancelled_it_is_gone() -> None:
    assert on_stage(listening(), Stage.IDLE, 2).mood is Mood.HIDDEN


def test_no_speech_is_said() -> None:
    scene = on_stage(on_stage(listening(), Stage.TRANSCRIBING, 2), Stage.NO_SPEECH, 3)
    assert scene.mood is Mood.NO_SPEECH


def test_a_failure_is_said_with_what_to_do() -> None:
    scene = on_notice(on_stage(listening(), Stage.TRANSCRIBING, 2), TROUBLE, 3)
    scene = on_stage(scene, Stage.ERROR, 3)
    assert (scene.mood, scene.headline, scene.text) == (Mood.ERROR, TROUBLE.sentence, TROUBLE.action)
    assert on_time(scene, 3 + TROUBLE_S).mood is Mood.HIDDEN


def test_a_microphone_that_does_not_open_is_said_though_nothing_was_shown() -> None:
    scene = on_stage(on_notice(Scene(), TROUBLE, 0), Stage.ERROR, 0)
    assert (scene.mood, scene.headline) == (Mood.ERROR, TROUBLE.sentence)


def test_who_speaks_is_not_interrupted_by_a_notice() -> None:
    assert on_notice(listening("so far"), TROUBLE, 2).mood is Mood.LISTENING


def test_what_is_no_error_is_left_to_the_tray_icon() -> None:
    assert on_notice(Scene(), Notice("By the way.", is_error=False), 0) == Scene()


def test_loading_at_the_start_shows_nothing() -> None:
    assert on_stage(Scene(), Stage.LOADING, 0).mood is Mood.HIDDEN


def test_models_that_load_after_the_release_are_waited_for() -> None:
    assert "Loading" in on_stage(listening(), Stage.LOADING, 2).headline


def test_time_is_minutes_and_seconds() -> None:
    assert [Scene(seconds=seconds).time for seconds in (0.0, 9.9, 61.0)] == ["0:00", "0:09", "1:01"]


def test_what_was_said_is_not_in_its_repr() -> None:
    assert "secret" not in repr(listening("secret"))
