"""Any sound file becomes samples; anything else a sentence."""

from __future__ import annotations

import wave
from pathlib import Path

import av
import numpy as np
import pytest

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.errors import AudioUnreadable


def wav(file: Path, seconds: float, rate: int, channels: int) -> Path:
    """A tone of 440 Hz at half of full scale."""
    time_s = np.arange(int(seconds * rate)) / rate
    tone = (np.sin(2 * np.pi * 440 * time_s) * 16_000).astype("<i2")
    with wave.open(str(file), "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(np.repeat(tone, channels).tobytes())
    return file


@pytest.mark.parametrize(("rate", "channels"), [(16_000, 1), (44_100, 2), (48_000, 6), (8_000, 1)])
def test_any_rate_and_channels_become_16_khz_mono(rate: int, channels: int, tmp_path: Path) -> None:
    samples = read_audio(wav(tmp_path / "tone.wav", 1.0, rate, channels))
    assert samples.dtype == np.float32
    assert abs(len(samples) - 16_000) < 100
    assert 0.3 < np.abs(samples).max() <= 1.0


def test_a_file_without_a_single_sample_is_empty_sound(tmp_path: Path) -> None:
    assert len(read_audio(wav(tmp_path / "none.wav", 0.0, 16_000, 1))) == 0


def silent_film(file: Path) -> Path:
    with av.open(str(file), "w") as film:
        stream = film.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 32
        stream.pix_fmt = "yuv420p"
        picture = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
        for packet in (*stream.encode(picture), *stream.encode()):
            film.mux(packet)
    return file


def test_a_film_without_sound_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable, match="not a sound file"):
        read_audio(silent_film(tmp_path / "film.mp4"))


@pytest.mark.parametrize("content", [b"", b"this is a letter, not a sound" * 50])
def test_what_is_no_sound_is_told(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.wav"
    file.write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"letter\.wav is not a sound file"):
        read_audio(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable, match="There is no file"):
        read_audio(tmp_path / "nowhere.wav")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable, match="is not a file"):
        read_audio(tmp_path)
