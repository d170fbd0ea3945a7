"""What the history can ask of the app."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.domain import IsCancelled, Transcript


@dataclass(frozen=True, slots=True)
class Deeds:
    """``models``, ``transcribe`` and ``play`` take their time and are called in another thread."""

    paste: Callable[[str], None]  # into the window that has the keyboard; returns at once
    model: Callable[[], str]  # the one in use
    models: Callable[[], tuple[str, ...]]  # all that are installed
    transcribe: Callable[[Path, str, IsCancelled], Transcript]  # a sound, by this model; raises ``MojoVoiceError``
    play: Callable[[Path, IsCancelled], None]  # raises ``AudioError``
    forget: Callable[[], Future[int]]  # every dictation, what waits to be written included; how many that were
