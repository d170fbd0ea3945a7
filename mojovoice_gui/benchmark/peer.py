"""The others: whole clips after release, as they are usually called."""

from __future__ import annotations

import time
from typing import Protocol

from faster_whisper import WhisperModel

from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.domain import DecodeStats, Samples


class Peer(Protocol):
    """Another way from sound to text."""

    @property
    def name(self) -> str: ...

    def transcribe(self, samples: Samples) -> tuple[str, DecodeStats]:
        """The text, and what is known about how it came about."""


def measure_peer(peer: Peer, samples: Samples) -> Measurement:
    """Its wait is all of its work: it begins when the key is released."""
    began = time.perf_counter()
    text, stats = peer.transcribe(samples)
    return Measurement(time.perf_counter() - began, text, stats)


def load_stock(target: str, placement: Placement) -> WhisperModel:
    return WhisperModel(
        target, device=placement.device, compute_type=placement.compute_type, cpu_threads=placement.threads
    )


class StockWhisper:
    """faster-whisper's ``transcribe``.

    One beam is plain greedy decoding: the temperature stays 0, so that it neither samples nor begins again, which
    would make it slower. More beams are its defaults.
    """

    def __init__(self, name: str, model: WhisperModel, language: str, beams: int) -> None:
        """``language``: ISO 639-1, or empty: it listens."""
        self.name = name
        self._model = model
        self._language = language or None
        self._beams = beams

    def transcribe(self, samples: Samples) -> tuple[str, DecodeStats]:
        segments, _info = (
            self._model.transcribe(samples, language=self._language, beam_size=1, temperature=0.0)
            if self._beams == 1
            else self._model.transcribe(samples, language=self._language, beam_size=self._beams)
        )
        said = list(segments)
        tokens = sum(len(segment.tokens) for segment in said)
        windows = len({segment.seek for segment in said})
        text = "".join(segment.text for segment in said).strip()
        return text, DecodeStats(tokens, tokens + windows)
