"""One recording that is still being spoken, wherever the models are meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mojovoice_gui.asr.live import LivePassage
from mojovoice_gui.asr.passage import Passage
from mojovoice_gui.domain import IsCancelled, Purpose, Samples, Transcript


class Said(Protocol):
    """What ``write`` makes of ``samples``; it is asked again after ``let_go`` if the models have to move."""

    def __call__(
        self, samples: Samples, write: Callable[[], Passage], let_go: Callable[[], object], /
    ) -> Transcript: ...


class LiveTranscriber:
    """The ``LiveTranscription`` of one recording."""

    def __init__(self, open_passage: Callable[[], LivePassage], said: Said) -> None:
        self._open = open_passage
        self._said = said
        self._live: LivePassage | None = None  # with the models that are loaded now

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Transcript:
        return self._said(samples, lambda: self._opened().listen(samples, is_cancelled, purpose), self._let_go)

    def _opened(self) -> LivePassage:
        self._live = self._live or self._open()
        return self._live

    def _let_go(self) -> None:
        self._live = None
