"""Stock faster-whisper: its ``transcribe``, of whole clips after the release."""

from __future__ import annotations

import time
from functools import cache

from faster_whisper import WhisperModel

from mojovoice_gui.benchmark.apart import Apart
from mojovoice_gui.benchmark.peers import Terms
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.domain import DecodeStats, Samples


class StockWhisper:
    def __init__(self, process: Apart, terms: Terms) -> None:
        self._process = process
        self._terms = terms

    def measure(self, samples: Samples, beams: int) -> Measurement:
        """Raises ``TranscriptionError``.

        One beam is plain greedy decoding: the temperature stays 0, so that it neither samples nor begins again, which
        would make it slower. More beams are its defaults.
        """
        return self._process.call(_measured, self._terms, samples, beams)


@cache
def _model(terms: Terms) -> WhisperModel:
    place = terms.placement
    return WhisperModel(
        str(terms.target), device=place.device, compute_type=place.compute_type, cpu_threads=place.threads
    )


def _measured(terms: Terms, samples: Samples, beams: int) -> Measurement:
    model, language = _model(terms), terms.language or None
    began = time.perf_counter()
    segments, _info = (
        model.transcribe(samples, language=language, beam_size=1, temperature=0.0)
        if beams == 1
        else model.transcribe(samples, language=language, beam_size=beams)
    )
    said = list(segments)
    wait_s = time.perf_counter() - began
    tokens = sum(len(segment.tokens) for segment in said)
    windows = len({segment.seek for segment in said})
    text = "".join(segment.text for segment in said).strip()
    return Measurement(wait_s, text, DecodeStats(tokens, tokens + 2 * windows))  # of each the prompt, and the end
