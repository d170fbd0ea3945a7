"""Short sounds, played by another program."""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.desktop.loudspeaker import Loudspeaker
from mojovoice_gui.paths import resources
from tests.waiting import wait_until

PLAYER = (
    "import sys, pathlib; file = pathlib.Path(sys.argv[1]); file.with_suffix('.played').write_bytes(file.read_bytes())"
)
SLOW = """
import pathlib, sys, time
file = pathlib.Path(sys.argv[1])
while not file.with_name("go on").exists():
    time.sleep(0.01)
file.with_suffix(".played").touch()
"""


def test_a_sound_is_played_in_the_background_one_after_another(tmp_path: Path) -> None:
    loudspeaker = Loudspeaker((sys.executable, "-c", PLAYER))
    files = [tmp_path / name for name in ("a.wav", "none.wav", "b.wav")]
    for file in (files[0], files[2]):
        file.write_bytes(b"sound")
    for file in files:
        loudspeaker.play(file)
    wait_until((tmp_path / "b.played").exists)
    assert (tmp_path / "a.played").exists()


def test_playing_waits_for_nothing(tmp_path: Path) -> None:
    loudspeaker = Loudspeaker((sys.executable, "-c", SLOW))
    loudspeaker.play(tmp_path / "a.wav")
    loudspeaker.play(tmp_path / "b.wav")
    assert list(tmp_path.glob("*.played")) == []
    (tmp_path / "go on").touch()
    wait_until((tmp_path / "b.played").exists)


def test_a_player_that_does_not_run_is_told_and_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    loudspeaker = Loudspeaker(("no-such-player",))
    with caplog.at_level("INFO"):
        for _ in range(2):
            loudspeaker.play(tmp_path / "a.wav")
        wait_until(lambda: caplog.text.count("A sound was not played: ") == 2)


@pytest.mark.skipif(sys.platform == "win32", reason="the system plays them itself")
def test_a_machine_without_a_player_is_told_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", "")
    Loudspeaker().play(tmp_path / "a.wav")
    wait_until(lambda: "No sound is played: none of paplay, pw-play, aplay, afplay is installed" in caplog.text)


@pytest.mark.parametrize("name", ["start", "stop", "error"])
def test_the_sounds_are_short_soft_and_small(name: str) -> None:
    file = resources() / "sounds" / f"{name}.wav"
    assert file.stat().st_size < 30_000
    with wave.open(str(file)) as sound:
        assert sound.getnframes() / sound.getframerate() < 0.7
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
    assert 0.1 < np.abs(samples).max() / 32767 < 0.3
