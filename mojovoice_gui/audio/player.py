"""Recorded sound through the loudspeaker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import soxr

from mojovoice_gui.audio.devices import portaudio
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.domain import SAMPLE_RATE
from mojovoice_gui.errors import AudioError

BLOCK_S = 0.1


def play(file: Path, is_stopped: Callable[[], bool]) -> None:
    """Returns when it was heard, or soon after ``is_stopped``. Raises ``AudioError``."""
    sound = portaudio()
    samples = read_audio(file)
    try:
        rate_hz = int(sound.query_devices(kind="output")["default_samplerate"])
        at_its_rate = soxr.resample(samples, SAMPLE_RATE, rate_hz)
        block = round(rate_hz * BLOCK_S)
        with sound.OutputStream(samplerate=rate_hz, channels=1, dtype="float32", latency=2 * BLOCK_S) as stream:
            for begin in range(0, len(at_its_rate), block):
                if is_stopped():
                    stream.abort()
                    return
                stream.write(at_its_rate[begin : begin + block])
    except sound.PortAudioError as error:
        raise AudioError("The sound cannot be played.", "See whether a loudspeaker is connected.") from error
