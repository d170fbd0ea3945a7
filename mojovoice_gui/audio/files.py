"""Recorded files: any format that PyAV reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from av.error import FFmpegError
from faster_whisper.audio import decode_audio

from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioUnreadable, Sentence


def read_audio(path: Path) -> Samples:
    """The whole file, mixed to mono at 16 kHz; raises ``AudioUnreadable``."""
    if not path.exists():
        raise AudioUnreadable(Sentence("There is no file {path}.", path=path), "Check its name.")
    if not path.is_file():
        raise AudioUnreadable(Sentence("{path} is not a file.", path=path), "Name a sound file.")
    try:
        samples = decode_audio(str(path), sampling_rate=SAMPLE_RATE)
    except PermissionError as error:
        raise AudioUnreadable(Sentence("{path} may not be read.", path=path), "Check its permissions.") from error
    except (FFmpegError, OSError, ValueError, IndexError, RuntimeError, TypeError) as error:
        raise AudioUnreadable(
            Sentence("{path} is not a sound file.", path=path), "Try another file, or convert it to WAV."
        ) from error
    mono: Samples = samples.astype(np.float32, copy=False)
    return mono
