"""Recorded sound through the loudspeaker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import soxr

from mojovoice_gui.audio.devices import PLAYING, PORTAUDIO, portaudio
from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioError

BLOCK_S = 0.1
LATENCY_S = 2 * BLOCK_S


def play(file: Path, is_stopped: Callable[[], bool]) -> None:
    """Returns when it was heard, or soon after ``is_stopped``. Raises ``AudioError``."""
    sound = portaudio()
    samples = read_audio(file)
    try:
        with PLAYING:
            _play(sound, samples, is_stopped)
    except sound.PortAudioError as error:
        raise AudioError("The sound cannot be played.", "See whether a loudspeaker is connected.") from error


def _play(sound: ModuleType, samples: Samples, is_stopped: Callable[[], bool]) -> None:
    with PORTAUDIO:
        rate_hz = int(sound.query_devices(kind="output")["default_samplerate"])
        stream = sound.OutputStream(samplerate=rate_hz, channels=1, dtype="float32", latency=LATENCY_S)
    try:
        stream.start()
        last = np.zeros(round(LATENCY_S * SAMPLE_RATE), np.float32)  # what is on its way when it stops may be lost
        at_its_rate = soxr.resample(np.concatenate([samples, last]), SAMPLE_RATE, rate_hz)
        block = round(rate_hz * BLOCK_S)
        for begin in range(0, len(at_its_rate), block):
            if is_stopped():
                stream.abort()
                return
            stream.write(at_its_rate[begin : begin + block])
        stream.stop()
    finally:
        with PORTAUDIO:
            stream.close()
