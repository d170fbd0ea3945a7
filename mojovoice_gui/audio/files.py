"""Recorded files: any format that PyAV reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from av.error import FFmpegError
from faster_whisper.audio import decode_audio

from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioUnreadable


def read_audio(path: Path) -> Samples:
    """The whole file, mixed to mono at 16 kHz; raises ``AudioUnreadable``."""
    if not path.exists():
        raise AudioUnreadable(f"There is no file {path}.", "Check its name.")
    if not path.is_file():
        raise AudioUnreadable(f"{path} is not a file.", "Name a sound file.")
    try:
        samples = decode_audio(str(path), sampling_rate=SAMPLE_RATE)
    except PermissionError as error:
        raise AudioUnreadable(f"{path} may not be read.", "Check its permissions.") from error
    except (FFmpegError, OSError, ValueError, IndexError, RuntimeError, TypeError) as error:
        raise AudioUnreadable(f"{path} is not a sound file.", "Try another file, or convert it to WAV.") from error
    mono: Samples = samples.astype(np.float32, copy=False)
    return mono
