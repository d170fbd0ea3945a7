"""A person at a real desktop: the key is held, a sentence is spoken, the text is in another program's window."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.desktop.box import DesktopBox
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.target import ON_X11, Kind, Target
from tests.speech import DEMO, clip, lost_or_doubled

KEY = "Control_R"


def dictate(app: RunningApp, recording: Path = DEMO) -> None:
    """Hold the key while ``recording`` is spoken."""
    with app.box.keys.held(KEY):
        app.wait_stage("recording")
        app.box.say(recording)


@pytest.mark.parametrize("kind", ON_X11)
def test_hold_speak_let_go_and_the_text_is_in_the_window(kind: Kind, app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(kind, app.box, tmp_path)
    dictate(app)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    app.box.until(lambda: app.recordings() == [], "the recording to be forgotten")


def test_a_click_on_the_tray_icon_starts_and_the_next_one_inserts(app: RunningApp, tmp_path: Path) -> None:
    speak_by_clicks(app, tmp_path)


def test_a_tray_of_the_other_kind_can_be_clicked_too(
    panel_box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    speak_by_clicks(start_app(panel_box), tmp_path)


def speak_by_clicks(app: RunningApp, folder: Path) -> None:
    window = Target.start(Kind.QT, app.box, folder)
    app.box.click_tray()
    app.wait_stage("recording")
    app.box.say(DEMO)
    window.focus()
    app.box.click_tray()
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_two_dictations_are_separated_by_a_space(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    text = app.text_of(DEMO)
    dictate(app)
    window.wait_text(f"{text} ", 30)
    dictate(app)
    window.wait_text(f"{text} {text} ", 30)


def test_toggle_press_to_start_and_press_to_stop(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.activation = "toggle"\noutput.append_space = false')
    window = Target.start(Kind.QT, box, tmp_path)
    box.keys.tap(KEY)
    app.wait_stage("recording")
    box.say(DEMO)
    box.keys.tap(KEY)
    window.wait_text(app.text_of(DEMO), 30)


def test_hybrid_a_tap_starts_and_a_tap_stops(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.activation = "hybrid"')
    window = Target.start(Kind.QT, box, tmp_path)
    box.keys.tap(KEY, hold_s=0.1)
    app.wait_stage("recording")
    box.say(DEMO)
    box.keys.tap(KEY, hold_s=0.1)
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_hybrid_holding_holds(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.activation = "hybrid"')
    window = Target.start(Kind.QT, box, tmp_path)
    dictate(app)
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_a_chord_is_swallowed(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.key = "ctrl+alt+space"')
    window = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held("Control_L", "Alt_L", "space"):
        app.wait_stage("recording")
        box.say(DEMO)
    window.wait_text(app.text_of(DEMO) + " ", 30)


def test_the_command_that_cancels_inserts_nothing_and_leaves_nothing(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    with app.box.keys.held(KEY):
        app.wait_stage("recording")
        app.box.say(DEMO)
        app.command("cancel")
    app.wait_stage("idle")
    time.sleep(2)  # what was cancelled would have arrived by now
    assert window.text() == ""
    app.box.until(lambda: app.recordings() == [], "the recording to be forgotten")


def test_escape_cancels_a_toggled_recording(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, 'hotkey.activation = "toggle"')
    window = Target.start(Kind.QT, box, tmp_path)
    box.keys.tap(KEY)
    app.wait_stage("recording")
    box.say(DEMO)
    box.keys.tap("Escape")
    app.wait_stage("idle")
    assert window.text() == ""
    box.until(lambda: app.recordings() == [], "the recording to be forgotten")


def test_long_speech_with_pauses_loses_and_doubles_no_words(app: RunningApp, tmp_path: Path) -> None:
    """45 s and more, which no window of the model can hold."""
    speech = clip("mfa-michaelandsickmichael")
    window = Target.start(Kind.QT, app.box, tmp_path)
    dictate(app, speech.file)
    app.box.until(window.text, "the text", 90)
    assert lost_or_doubled(speech.text, window.text()) < 4


def test_the_clipboard_holds_the_text_it_held_before(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    app.box.clip_set("héld before".encode())
    dictate(app)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    app.box.until(lambda: app.box.clip_get() == "héld before".encode(), "the old clipboard")


def test_the_clipboard_holds_the_image_it_held_before(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    image = app.box.shot(tmp_path / "image.png").read_bytes()
    app.box.clip_set(image, "image/png")
    dictate(app)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    app.box.until(lambda: app.box.clip_get("image/png") == image, "the old image")


def test_a_recording_survives_kill_9_and_is_offered_but_not_pasted(
    box: DesktopBox, start_app: StartApp, tmp_path: Path
) -> None:
    app = start_app(box)
    window = Target.start(Kind.QT, box, tmp_path)
    with box.keys.held(KEY):
        app.wait_stage("recording")
        box.say(DEMO)
        app.kill()
    again = start_app(box)
    box.until(lambda: "Recovered: 1 recording" in again.log(), "the recording to be offered")
    assert str(again.recordings()[0]) in again.command("recovered").stdout
    assert again.command("recovered", "--text").stdout.strip() == again.text_of(DEMO)
    assert again.recordings() == []
    assert window.text() == ""


def test_a_microphone_that_vanishes_loses_no_word_and_the_app_goes_on(app: RunningApp, tmp_path: Path) -> None:
    sound = app.box.sound
    window = Target.start(Kind.QT, app.box, tmp_path)
    names = sound.microphones()
    with app.box.keys.held(KEY):
        app.wait_stage("recording")
        app.box.say(DEMO)
        for name in names:
            sound.unplug(name)
        app.box.until(lambda: "The microphone is gone" in app.log(), "the loss")
    text = app.text_of(DEMO)
    window.wait_text(f"{text} ", 30)
    for name in names:
        sound.plug_in(name)
    dictate(app)
    window.wait_text(f"{text} {text} ", 30)


def test_a_second_start_hands_over_to_the_first(app: RunningApp) -> None:
    second = app.command()
    assert (second.returncode, second.stdout.strip()) == (0, "Mojo Voice is running; its settings are open.")
    assert app.stage() == "idle"


def test_commands_drive_it_and_the_log_names_the_draft_but_no_word(app: RunningApp, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, app.box, tmp_path)
    assert app.command("start").stdout.strip() == "Recording."
    app.box.say(DEMO)
    assert app.command("stop").returncode == 0
    text = app.text_of(DEMO)
    window.wait_text(f"{text} ", 30)
    log = app.log()
    assert "Loading draft model for speculative decoding: " in log
    assert "target passes, acceptance" in log
    said = [word for word in text.replace(",", "").replace(".", "").split() if len(word) > 4]
    assert [word for word in said if f" {word} " in log] == []


def is_heard(app: RunningApp, key: str) -> bool:
    with app.box.keys.held(key):
        return app.stage() == "recording"


def test_the_daemon_does_the_same_without_a_tray(box: DesktopBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, "", "daemon", "run")
    window = Target.start(Kind.QT, box, tmp_path)
    dictate(app)
    window.wait_text(app.text_of(DEMO) + " ", 30)
    file = app.profile / "config/config.toml"
    file.write_text(file.read_text() + 'hotkey.key = "f9"\n')
    box.until(lambda: is_heard(app, "F9"), "the key that was written into the file")
    assert app.command("daemon", "down").stdout.strip() == "Mojo Voice has ended."
    assert app.process.wait(30) == 0
