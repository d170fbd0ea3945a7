"""The box itself: what all desktop tests stand on."""

from __future__ import annotations

import sys
import time
import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.desktop.box import DesktopBox
from tests.desktop.processes import Processes, ProgramMissing, require, until
from tests.desktop.target import ON_X11, Kind, Target
from tests.desktop.tray import Tray

RATE = 16_000  # Hz
TRAY_ICON = Path(__file__).parent / "targets/tray_icon.py"


def chirp(path: Path) -> NDArray[np.float32]:
    """One second from 200 to 2000 Hz, also written to ``path``."""
    at_s = np.arange(RATE) / RATE
    tone = (0.5 * np.sin(2 * np.pi * (200 + 900 * at_s) * at_s)).astype(np.float32)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((tone * 32767).astype("<i2").tobytes())
    return tone


def heard(box: DesktopBox, microphone: str, recording: Path, path: Path) -> NDArray[np.float32]:
    """What a program listening to ``microphone`` gets while ``recording`` is played into it."""
    with path.open("wb") as file:
        form = [f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=20"]
        recorder = box.processes.spawn(["parec", "-d", microphone, *form], "recorder", stdout=file)
        box.until(lambda: path.stat().st_size, "first block")
        box.sound.say(recording, microphone)
        time.sleep(0.2)  # what is still on its way
        box.end(recorder)
    return np.fromfile(path, "<i2").astype(np.float32)


def likeness(played: NDArray[np.float32], recorded: NDArray[np.float32]) -> float:
    """The highest correlation of what was played with any stretch of what was recorded."""
    size = 1 << (len(played) + len(recorded)).bit_length()
    product = np.fft.irfft(np.fft.rfft(recorded, size) * np.conj(np.fft.rfft(played, size)))
    start = int(np.argmax(product[: len(recorded)]))
    stretch = recorded[start : start + len(played)]
    return float(np.corrcoef(played[: len(stretch)], stretch)[0, 1])


def test_it_leaves_nothing_behind() -> None:
    with DesktopBox() as box:
        box.clip_set(b"held by a program in the background")
        assert len(box.processes.strays()) >= 6
    until(lambda: box.processes.strays() == [], "the end of all")
    assert not box.root.exists()


def test_the_microphone_hears_what_is_played(box: DesktopBox, tmp_path: Path) -> None:
    played = chirp(tmp_path / "chirp.wav")
    recorded = heard(box, "vmic", tmp_path / "chirp.wav", tmp_path / "heard.raw")
    assert likeness(played, recorded) > 0.95


def test_a_second_microphone_can_come_and_go(box: DesktopBox, tmp_path: Path) -> None:
    played = chirp(tmp_path / "chirp.wav")
    box.sound.plug_in("usb")
    assert likeness(played, heard(box, "usb", tmp_path / "chirp.wav", tmp_path / "usb.raw")) > 0.95
    box.sound.unplug("usb")
    assert b"usb" not in box.run("pactl", "list", "short", "sources")
    assert b"vmic" in box.run("pactl", "list", "short", "sources")


def test_without_any_microphone_there_is_no_source(box: DesktopBox) -> None:
    box.sound.unplug("vmic")
    assert box.run("pactl", "list", "short", "sources") == b""


@pytest.mark.parametrize("kind", ON_X11)
def test_a_window_holds_what_is_typed_into_it(box: DesktopBox, tmp_path: Path, kind: Kind) -> None:
    target = Target.start(kind, box, tmp_path)
    for key in "abc":
        box.keys.tap(key)
    target.wait_text("abc")


def test_the_clipboard_holds_bytes_of_a_type_until_it_is_cleared(box: DesktopBox) -> None:
    box.clip_set("naïve 日本".encode())
    assert box.clip_get().decode() == "naïve 日本"
    box.clip_set(b"\x89PNG", "image/png")
    assert box.clip_get("image/png") == b"\x89PNG"
    box.clip_clear()
    assert box.clip_get("image/png") == b""


@pytest.mark.parametrize("tray", [Tray.XEMBED, Tray.PANEL])
def test_a_click_reaches_the_tray_icon(request: pytest.FixtureRequest, tray: Tray) -> None:
    box: DesktopBox = request.getfixturevalue("box" if tray is Tray.XEMBED else "panel_box")
    box.spawn([sys.executable, str(TRAY_ICON)], "icon")
    box.click_tray()
    box.until(lambda: "Trigger" in box.log("icon"), "click")


def test_a_missing_program_is_named_with_its_package(tmp_path: Path) -> None:
    with pytest.raises(ProgramMissing, match=r"Xvfb, trayer\..*apt-get install -y trayer xvfb"):
        require(["Xvfb", "trayer"], path=str(tmp_path))


def test_ending_ends_the_whole_family(tmp_path: Path) -> None:
    processes = Processes(tmp_path, {"PATH": "/usr/bin:/bin", "MARK": f"{tmp_path}/"})
    family = processes.spawn(["sh", "-c", "sleep 100 & sleep 100"])
    until(processes.strays, "the family")
    processes.end(family)
    until(lambda: processes.strays() == [], "the end of the family")
