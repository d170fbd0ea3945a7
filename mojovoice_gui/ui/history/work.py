"""What takes its time: a model that reads a sound again, a sound that is played."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from mojovoice_gui.domain import Transcript
from mojovoice_gui.ui.history.deeds import Deeds


class Work:
    """Each kind in a thread of its own, one at a time; both can be stopped."""

    def __init__(self, deeds: Deeds) -> None:
        self._deeds = deeds
        self._model = ThreadPoolExecutor(1, "history-model")
        self._sound = ThreadPoolExecutor(1, "history-sound")
        self._stop_model = threading.Event()
        self._stop_sound = threading.Event()

    def models(self) -> Future[tuple[str, ...]]:
        return self._model.submit(self._deeds.models)

    def transcribe(self, file: Path, model: str) -> Future[Transcript]:
        self._stop_model.set()
        stop = self._stop_model = threading.Event()
        return self._model.submit(self._deeds.transcribe, file, model, stop.is_set)

    def stop_transcribing(self) -> None:
        self._stop_model.set()

    def play(self, file: Path) -> Future[None]:
        self._stop_sound.set()
        stop = self._stop_sound = threading.Event()
        return self._sound.submit(self._deeds.play, file, stop.is_set)

    def stop_playing(self) -> None:
        self._stop_sound.set()

    def close(self) -> None:
        """Does not wait."""
        self._stop_model.set()
        self._stop_sound.set()
        self._model.shutdown(wait=False, cancel_futures=True)
        self._sound.shutdown(wait=False, cancel_futures=True)
