"""The commands as a shell sees them: what they print, and their exit codes. No screen, no microphone, no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Prepare
from tests.speech import DEMO

WITHOUT_A_DESKTOP = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("DISPLAY", "WAYLAND", "XDG_", "PULSE_", "QT_"))
}


def run(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mojovoice_gui", "--profile-dir", str(profile), *arguments]
    return subprocess.run(command, env=WITHOUT_A_DESKTOP, capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests that do not write settings: the starter model is joined in it once."""
    return tmp_path_factory.mktemp("profile")


def test_several_files_are_one_json_object_each_and_a_bad_one_stops_nothing(profile: Path, tmp_path: Path) -> None:
    not_audio = tmp_path / "letter.wav"
    not_audio.write_text("Dear Sir or Madam")
    done = run(profile, "transcribe-file", "--json", str(DEMO), str(not_audio), str(tmp_path / "none.wav"), str(DEMO))
    good, bad, missing, again = [json.loads(line) for line in done.stdout.splitlines()]
    assert good["text"] == again["text"] == "Please send the report to everybody before Friday morning."
    assert good["language"] == "en"
    assert good["passes"] < good["tokens"]
    assert set(good["times"]) == {"gate_s", "draft_s", "encode_s", "verify_s", "insert_s"}
    assert "letter.wav" in bad["error"]
    assert "none.wav" in missing["error"]
    assert done.returncode == 3


def test_plain_decoding_gives_the_same_text_in_more_passes(profile: Path) -> None:
    arguments = ("transcribe-file", "--json", "--compute-type", "float32", str(DEMO))
    speculative = json.loads(run(profile, *arguments).stdout)
    plain = json.loads(run(profile, *arguments, "--plain").stdout)
    assert plain["text"] == speculative["text"]
    assert plain["tokens"] == speculative["tokens"]
    assert plain["passes"] > 2 * speculative["passes"]


def test_one_file_is_just_its_text(profile: Path) -> None:
    done = run(profile, "transcribe-file", str(DEMO))
    assert (done.returncode, done.stdout) == (0, "Please send the report to everybody before Friday morning.\n")


def test_a_model_that_is_not_here_is_said_with_the_command_that_fetches_it(profile: Path) -> None:
    done = run(profile, "transcribe-file", "-m", "small.en", str(DEMO))
    assert done.returncode == 4
    assert done.stderr == "mojovoice: The model small.en is not on this machine. Run `mojovoice download small.en`.\n"


def test_a_draft_that_is_not_here_changes_nothing_but_the_passes(profile: Path) -> None:
    done = run(profile, "transcribe-file", "--draft", "small.en", "--json", str(DEMO))
    said = json.loads(done.stdout)
    assert said["text"] == "Please send the report to everybody before Friday morning."
    assert said["proposed"] == 0


def test_without_a_running_app_each_command_says_how_to_start_it(profile: Path) -> None:
    for command in ("start", "stop", "toggle", "cancel"):
        done = run(profile, command)
        assert done.returncode == 7
        assert "Mojo Voice is not running." in done.stderr
        assert "mojovoice daemon up" in done.stderr


def test_a_status_bar_is_told_that_it_is_offline(profile: Path) -> None:
    assert run(profile, "status").stdout == "offline\n"
    done = run(profile, "status", "--json")
    assert (json.loads(done.stdout)["stage"], done.returncode) == ("offline", 7)


def test_without_a_screen_there_is_no_tray_and_it_says_what_to_do(profile: Path) -> None:
    done = run(profile)
    assert done.returncode == 6
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


def test_a_wrong_setting_is_named_with_what_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text('hotkey.activation = "shout"\n')
    done = run(tmp_path, "config", "--check")
    assert done.returncode == 2
    assert done.stdout.startswith('hotkey.activation is "shout", but must be one of hold, toggle, hybrid.')


def test_the_settings_can_be_reset_and_the_old_ones_are_kept(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    file = tmp_path / "config/config.toml"
    file.write_text("model.target = 7\n")
    assert run(tmp_path, "config", "--reset").returncode == 0
    assert run(tmp_path, "config", "--check").returncode == 0
    assert file.with_name("config.toml.bak").read_text() == "model.target = 7\n"
    assert run(tmp_path, "config", "--path").stdout.strip() == str(file)


def test_the_models_that_are_here_are_marked(profile: Path) -> None:
    rows = {row["name"]: row for row in map(json.loads, run(profile, "models", "--json").stdout.splitlines())}
    assert rows["tiny.en"]["installed"]
    assert not rows["large-v3-turbo"]["installed"]


def test_an_unknown_model_is_not_downloaded_but_the_near_ones_are_named(profile: Path) -> None:
    done = run(profile, "download", "large-v3-turbi")
    assert done.returncode == 4
    assert "large-v3-turbo" in done.stderr


def test_the_doctor_names_what_is_missing_and_fails(prepare: Prepare, tmp_path: Path) -> None:
    done = run(prepare(tmp_path), "doctor")
    assert done.returncode == 1
    assert "BAD microphone" in done.stdout
    assert "ok  draft" in done.stdout


def test_the_doctor_says_why_a_draft_that_was_chosen_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text('model.target = "tiny.en"\nmodel.draft = "tiny"\n')
    said = run(tmp_path, "doctor").stdout
    assert "draft       none: The model tiny is not on this machine. Run `mojovoice download tiny`." in said


def test_a_wrong_command_is_a_usage_error(profile: Path) -> None:
    assert run(profile, "listne").returncode == 2


def test_nothing_was_left_behind_when_nothing_was(profile: Path) -> None:
    assert run(profile, "recovered").stdout == "No recording was left behind.\n"


def test_bindings_for_a_desktop_that_is_not_known_are_those_of_all_and_the_bare_commands(profile: Path) -> None:
    done = run(profile, "bindings", "--key", "right ctrl")
    assert done.returncode == 0
    assert done.stdout.startswith("# right Ctrl alone cannot be bound; this takes F9.")
    for part in ("bindsym --no-repeat Shift+Escape exec", "bindr =, F9, exec", "gsettings", "System Settings"):
        assert part in done.stdout
    assert done.stdout.rstrip().endswith(f"--profile-dir {profile} cancel")
