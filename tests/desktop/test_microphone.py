"""A real sound server: what is said into a microphone arrives, and a microphone that fails says so."""

import ctypes
import logging
import os
import socket
import time
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import soxr

from mojovoice_gui.audio.capture import SounddeviceMicrophone
from mojovoice_gui.audio.devices import PLAYING, input_devices, refresh_devices
from mojovoice_gui.audio.player import play
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import MicrophoneDenied, MicrophoneLost, MicrophoneMissing
from tests.desktop.box import DesktopBox
from tests.desktop.processes import Process
from tests.desktop.sound import MICROPHONE
from tests.desktop.tray import Tray
from tests.waiting import never

POLL_S = 0.02


@pytest.fixture(autouse=True)
def _sound_of_the_box(box: DesktopBox, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    listen_in(box, monkeypatch)
    yield
    monkeypatch.undo()


def listen_in(box: DesktopBox, monkeypatch: pytest.MonkeyPatch) -> None:
    """This very process hears the box's sound server, as the app would in there."""
    for name in ("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_SERVER", "PULSE_COOKIE"):
        monkeypatch.setenv(name, box.env[name])
    monkeypatch.delenv("PULSE_SOURCE", raising=False)
    refresh_devices()


@pytest.fixture
def microphone() -> Iterator[SounddeviceMicrophone]:
    microphone = SounddeviceMicrophone()
    yield microphone
    microphone.close()


@pytest.fixture
def words(tmp_path: Path) -> tuple[Path, Samples]:
    """Two seconds of sound that cannot be taken for another, up to 6 kHz: as a 48 kHz file and at 16 kHz."""
    noise = np.random.default_rng(5).normal(0, 0.1, 2 * 12_000).astype(np.float32)
    path = wav(tmp_path / "words.wav", soxr.resample(noise, 12_000, 48_000))
    return path, soxr.resample(noise, 12_000, SAMPLE_RATE)


def wav(path: Path, frames: np.ndarray, rate_hz: int = 48_000) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if frames.ndim == 1 else frames.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((frames * 32767).astype("<i2").tobytes())
    return path


def start_saying(box: DesktopBox, path: Path, microphone: str = MICROPHONE) -> Process:
    """Play with a buffer that a busy machine does not empty: that would put gaps into the sound."""
    return box.spawn(["paplay", "--latency-msec=500", f"--device={microphone}_sink", str(path)])


def heard_until(microphone: SounddeviceMicrophone, is_over: Callable[[], bool]) -> Samples:
    parts = []
    while not is_over():
        parts.append(microphone.read())
        time.sleep(POLL_S)
    return np.concatenate([np.zeros(0, np.float32), *parts])


def heard_for(microphone: SounddeviceMicrophone, seconds: float) -> Samples:
    end = time.monotonic() + seconds
    return heard_until(microphone, lambda: time.monotonic() > end)


def heard_until_lost(microphone: SounddeviceMicrophone, limit_s: float) -> Samples:
    """All there is, up to ``MicrophoneLost``, and then what ``close`` still gives."""
    parts, end = [], time.monotonic() + limit_s
    try:
        while time.monotonic() < end:
            parts.append(microphone.read())
            time.sleep(POLL_S)
    except MicrophoneLost:
        return np.concatenate([*parts, microphone.close()])
    raise AssertionError(f"not lost in {limit_s} s")


def open_until_it_hears(microphone: SounddeviceMicrophone) -> None:
    """A null sink just made renders its first block only after up to 2 s: wait for it, as a person waits for the go."""
    microphone.open()
    end = time.monotonic() + 20
    while len(microphone.read()) == 0:
        assert time.monotonic() < end, "no first block"
        time.sleep(POLL_S)


def likeness(heard: Samples, said: Samples) -> float:
    """Correlation at the place where ``said`` fits best, after allowing for a shift of a part of a sample."""
    size = 1 << (len(heard) + len(said)).bit_length()
    crossed = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size)), size)
    at = int(crossed[: len(heard) - len(said) + 1].argmax())
    piece = heard[at : at + len(said)].astype(float)
    spectrum = np.fft.rfft(said)
    shifts = (np.fft.irfft(spectrum * np.exp(2j * np.pi * np.fft.rfftfreq(len(said)) * part)) for part in FRACTIONS)
    return max(float(np.corrcoef(piece, shifted)[0, 1]) for shifted in shifts)


FRACTIONS = np.linspace(-0.5, 0.5, 21)


def test_what_is_said_is_what_is_heard(
    box: DesktopBox, microphone: SounddeviceMicrophone, words: tuple[Path, Samples]
) -> None:
    path, said = words
    open_until_it_hears(microphone)
    player = start_saying(box, path)
    heard = heard_until(microphone, lambda: player.poll() is not None)
    heard = np.concatenate((heard, heard_for(microphone, 0.2), microphone.close()))
    assert likeness(heard, said) >= 0.99


def test_what_is_played_is_heard_to_its_end_though_microphones_are_looked_for_meanwhile(
    box: DesktopBox, words: tuple[Path, Samples], tmp_path: Path
) -> None:
    path, said = words
    recorded = tmp_path / "recorded.raw"
    recorder = box.spawn(
        ["parec", f"--device={MICROPHONE}", "--format=s16le", f"--rate={SAMPLE_RATE}", "--channels=1", str(recorded)]
    )
    box.until(lambda: recorded.exists() and recorded.stat().st_size > 0, "the first block")
    with ThreadPoolExecutor(1) as thread:
        played = thread.submit(play, path, never)
        box.until(PLAYING.locked, "the player")
        refresh_devices()
        played.result(30)
    until_heard = recorded.stat().st_size + SAMPLE_RATE
    box.until(lambda: recorded.stat().st_size > until_heard, "the last block")
    box.end(recorder)
    heard: Samples = np.fromfile(recorded, "<i2").astype(np.float32)
    assert likeness(heard, said) >= 0.95


def test_the_last_word_is_not_lost_in_the_resampler(box: DesktopBox, microphone: SounddeviceMicrophone) -> None:
    """As much sound comes out as time went by, to within a block or two."""
    open_until_it_hears(microphone)
    heard_for(microphone, 0.3)
    began = time.monotonic()
    heard = heard_for(microphone, 1.0)
    took_s = time.monotonic() - began
    rest = microphone.close()
    assert len(rest) > 0
    assert abs((len(heard) + len(rest)) / SAMPLE_RATE - took_s) < 0.1
    assert len(microphone.close()) == 0, "closing twice is harmless"


def test_a_voice_on_one_channel_keeps_its_loudness(
    box: DesktopBox, microphone: SounddeviceMicrophone, tmp_path: Path
) -> None:
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)
    path = wav(tmp_path / "right.wav", np.stack((np.zeros_like(tone), tone), axis=1))
    open_until_it_hears(microphone)
    player = start_saying(box, path)
    heard = heard_until(microphone, lambda: player.poll() is not None)
    assert np.abs(heard).max() == pytest.approx(0.5, abs=0.03)


def test_first_sound_comes_at_once_and_stopping_is_quick(box: DesktopBox, microphone: SounddeviceMicrophone) -> None:
    """The limits leave room for a busy machine; alone it takes 60 ms and 10 ms."""
    for _ in range(2):  # the first time the sound library is loaded
        began = time.monotonic()
        open_until_it_hears(microphone)
        heard_until(microphone, lambda: len(microphone.read()) > 0)
        first_s = time.monotonic() - began
        began = time.monotonic()
        microphone.close()
        stop_s = time.monotonic() - began
    assert first_s < 0.5
    assert stop_s < 0.3


def test_the_microphone_is_opened_as_it_is(box: DesktopBox) -> None:
    """Its own rate and channels, not those the bridge to the sound server claims: 44.1 kHz and 32."""
    (own,) = [device for device in input_devices() if device.is_default]
    assert (own.name, own.rate_hz, own.channels, own.is_monitor) == (MICROPHONE, 48_000, 2, False)


def test_a_named_microphone_is_heard_not_the_default(box: DesktopBox, words: tuple[Path, Samples]) -> None:
    path, said = words
    box.sound.plug_in("second")
    named = SounddeviceMicrophone(MICROPHONE)
    open_until_it_hears(named)
    assert "PULSE_SOURCE" not in os.environ, "other programs we start shall not inherit it"
    player = start_saying(box, path, MICROPHONE)
    heard = heard_until(named, lambda: player.poll() is not None)
    heard = np.concatenate((heard, heard_for(named, 0.2), named.close()))
    assert likeness(heard, said) >= 0.99
    default = SounddeviceMicrophone()
    open_until_it_hears(default)
    player = start_saying(box, path, MICROPHONE)
    assert not heard_until(default, lambda: player.poll() is not None).any()
    default.close()


def test_a_named_microphone_that_is_not_there_is_refused(box: DesktopBox) -> None:
    with pytest.raises(MicrophoneMissing, match=r'"headset" is not there: .*vmic'):
        SounddeviceMicrophone("headset").open()


def test_a_sound_server_that_lets_us_not_in_is_said(
    box: DesktopBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same server by another door, one that asks for a secret."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    door = ("module-native-protocol-tcp", "listen=127.0.0.1", f"port={port}", f"auth-cookie={tmp_path}/theirs")
    module = box.run("pactl", "load-module", *door).decode().strip()
    monkeypatch.setenv("PULSE_SERVER", f"tcp:127.0.0.1:{port}")
    monkeypatch.setenv("PULSE_COOKIE", str(tmp_path / "ours"))
    refresh_devices()
    with pytest.raises(MicrophoneDenied, match="does not let this program in"):
        SounddeviceMicrophone().open()
    box.run("pactl", "unload-module", module)


def test_no_sound_server_is_no_microphone(box: DesktopBox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when there was one while the sound library was loaded; and when it comes back, so does the microphone."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{box.root}/nothing")
    microphone = SounddeviceMicrophone()
    with pytest.raises(MicrophoneMissing, match="There is no microphone"):
        microphone.open()
    monkeypatch.setenv("PULSE_SERVER", box.env["PULSE_SERVER"])
    open_until_it_hears(microphone)
    microphone.close()


def test_a_muted_microphone_gives_nothing_but_zeros(box: DesktopBox, words: tuple[Path, Samples]) -> None:
    path, _ = words
    box.sound.plug_in("muted")
    box.run("pactl", "set-source-mute", "muted", "1")
    assert [device.name for device in input_devices() if device.is_muted] == ["muted"]
    microphone = SounddeviceMicrophone("muted")
    open_until_it_hears(microphone)
    player = start_saying(box, path, "muted")
    heard = heard_until(microphone, lambda: player.poll() is not None)
    microphone.close()
    assert len(heard) > SAMPLE_RATE
    assert not heard.any()


@pytest.mark.parametrize(("channel", "least"), [("2", 0.99), ("1", None)])
def test_only_the_chosen_channel_is_heard(
    box: DesktopBox, words: tuple[Path, Samples], tmp_path: Path, channel: str, least: float | None
) -> None:
    """Somebody speaks into the right one; the left one is louder, and something else."""
    _, said = words
    speech = soxr.resample(said, SAMPLE_RATE, 48_000)
    music = np.random.default_rng(6).normal(0, 0.3, len(speech)).astype(np.float32)
    path = wav(tmp_path / "stereo.wav", np.stack((music, speech), axis=1).clip(-1, 1))
    microphone = SounddeviceMicrophone(MICROPHONE, channel)
    open_until_it_hears(microphone)
    player = start_saying(box, path)
    heard = heard_until(microphone, lambda: player.poll() is not None)
    heard = np.concatenate((heard, heard_for(microphone, 0.3), microphone.close()))
    assert likeness(heard, said) >= least if least else likeness(heard, said) < 0.1


def test_when_the_last_microphone_is_unplugged_what_was_said_is_kept(
    box: DesktopBox, microphone: SounddeviceMicrophone, words: tuple[Path, Samples]
) -> None:
    path, said = words
    open_until_it_hears(microphone)
    player = start_saying(box, path)
    heard = heard_until(microphone, lambda: player.poll() is not None)
    for name in box.sound.microphones():
        box.sound.unplug(name)
    heard = np.concatenate((heard, heard_until_lost(microphone, limit_s=3)))
    assert likeness(heard, said) >= 0.99
    with pytest.raises(MicrophoneMissing, match="There is no microphone"):
        microphone.open()
    box.sound.plug_in(MICROPHONE)
    open_until_it_hears(microphone)
    assert len(heard_for(microphone, 1.0)) > 0


def test_a_sound_server_that_dies_takes_no_word_along_and_the_next_one_is_heard(
    words: tuple[Path, Samples], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, said = words
    with DesktopBox(Tray.NONE) as box:
        listen_in(box, monkeypatch)
        microphone = SounddeviceMicrophone()
        open_until_it_hears(microphone)
        player = start_saying(box, path)
        heard = heard_until(microphone, lambda: player.poll() is not None)
        heard = np.concatenate((heard, heard_for(microphone, 0.3)))
        box.sound.die()
        heard = np.concatenate((heard, heard_until_lost(microphone, limit_s=5)))
        assert likeness(heard, said) >= 0.99
        with pytest.raises(MicrophoneMissing, match="There is no microphone"):
            microphone.open()
        box.sound.start()
        open_until_it_hears(microphone)
        microphone.close()


def test_a_suspended_microphone_is_lost_and_stopping_it_does_not_hang(box: DesktopBox) -> None:
    """PortAudio says nothing at all, and its stop() would wait for ever."""
    box.sound.plug_in("asleep")
    microphone = SounddeviceMicrophone("asleep", stall_limit_s=2.5)
    open_until_it_hears(microphone)
    assert len(heard_for(microphone, 0.5)) > 0
    box.run("pactl", "suspend-source", "asleep", "1")
    began = time.monotonic()
    heard_until_lost(microphone, limit_s=5)
    assert 2.4 <= time.monotonic() - began < 4.0


def test_a_block_that_comes_late_to_us_is_not_lost(box: DesktopBox, words: tuple[Path, Samples]) -> None:
    """While a library is loaded Python stands still; the sound server keeps what is said meanwhile."""
    path, said = words
    microphone = SounddeviceMicrophone()
    open_until_it_hears(microphone)
    player = start_saying(box, path)
    heard = heard_for(microphone, 0.8)
    ctypes.PyDLL(None).usleep(600_000)  # holds the interpreter's lock
    rest = heard_until(microphone, lambda: player.poll() is not None)
    heard = np.concatenate((heard, rest, heard_for(microphone, 0.3), microphone.close()))
    assert likeness(heard, said) >= 0.99


def test_what_finds_no_room_is_reported_once_at_the_end(
    box: DesktopBox, microphone: SounddeviceMicrophone, caplog: pytest.LogCaptureFixture
) -> None:
    microphone = SounddeviceMicrophone(memory_s=0.1)
    open_until_it_hears(microphone)
    time.sleep(0.6)
    with caplog.at_level(logging.WARNING):
        microphone.close()
    (record,) = caplog.records
    assert "Sound was lost" in record.getMessage()
