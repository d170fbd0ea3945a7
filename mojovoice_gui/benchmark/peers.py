"""Other engines: whole clips after the release. They run where they are installed; the app never asks for them."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.benchmark.ggml import convert
from mojovoice_gui.benchmark.result import Measurement
from mojovoice_gui.domain import SAMPLE_RATE, DecodeStats, Samples
from mojovoice_gui.errors import MojoVoiceError, TranscriptionError

NO_WEIGHTS = "its package brings no weights"
OUT_OF_REACH = {"Moonshine": NO_WEIGHTS, "Vosk": NO_WEIGHTS}


@dataclass(frozen=True, slots=True)
class Terms:
    """What all others are given: the weights, the place and the language of ours."""

    target: Path
    name: str  # of the target
    placement: Placement
    language: str  # ISO 639-1, or empty: whoever transcribes listens
    cache: Path


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    package: str  # as it is imported
    distribution: str
    load: Callable[[str, Terms], Peer]


def find_peers(terms: Terms) -> tuple[list[Peer], dict[str, str]]:
    """Those that run here, and why the others do not."""
    found: list[Peer] = []
    not_run = dict(OUT_OF_REACH)
    for candidate in _candidates():
        if importlib.util.find_spec(candidate.package) is None:
            not_run[candidate.name] = f"the package {candidate.distribution} is not installed"
            continue
        try:
            found.append(candidate.load(candidate.name, terms))
        except MojoVoiceError as error:
            not_run[candidate.name] = error.sentence
    return found, not_run


def _candidates() -> Iterator[_Candidate]:
    yield _Candidate("whisper.cpp", "pywhispercpp", "pywhispercpp", _whisper_cpp)
    yield _Candidate("PocketSphinx", "pocketsphinx", "pocketsphinx", _pocket_sphinx)


class WhisperCpp:
    """whisper.cpp with the weights of the target: greedy, the whole clip."""

    def __init__(self, name: str, model: Any) -> None:
        self.name = name
        self._model = model

    def transcribe(self, samples: Samples) -> tuple[str, DecodeStats]:
        try:
            segments = self._model.transcribe(samples)
        except RuntimeError as error:
            raise TranscriptionError("whisper.cpp failed.") from error
        return "".join(segment.text for segment in segments).strip(), DecodeStats()


def _whisper_cpp(name: str, terms: Terms) -> WhisperCpp:
    """8 bits a weight where ours has them, else half precision."""
    small = terms.placement.compute_type.startswith("int8")
    try:
        weights = (terms.target / "model.bin").stat()  # of the same name there may be others
        version = f"{weights.st_size:x}-{weights.st_mtime_ns:x}"
        file = terms.cache / "ggml" / f"{Path(terms.name).name}-{version}-{'q8_0' if small else 'f16'}.bin"
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            convert(terms.target, file, small=small)
        from pywhispercpp.model import Model

        model = Model(
            str(file),
            n_threads=terms.placement.threads,
            language=terms.language,
            greedy={"best_of": 1},
            temperature_inc=0.0,
            print_progress=False,
            print_realtime=False,
            redirect_whispercpp_logs_to=None,
        )
    except (ImportError, OSError, ValueError, KeyError, RuntimeError) as error:
        raise TranscriptionError(f"its weights cannot be made or loaded: {error}") from error
    return WhisperCpp(name, model)


class PocketSphinx:
    """Small and old, for English alone; its package has everything."""

    def __init__(self, name: str, decoder: Any) -> None:
        self.name = name
        self._decoder = decoder

    def transcribe(self, samples: Samples) -> tuple[str, DecodeStats]:
        decoder = self._decoder
        try:
            decoder.start_utt()
            sound = np.clip(samples, -1.0, 1.0) * 32767
            decoder.process_raw(sound.astype(np.int16).tobytes(), full_utt=True)
            decoder.end_utt()
        except RuntimeError as error:
            raise TranscriptionError("PocketSphinx failed.") from error
        guess = decoder.hyp()
        return (guess.hypstr if guess else ""), DecodeStats()


def _pocket_sphinx(name: str, terms: Terms) -> PocketSphinx:
    if terms.language not in {"", "en"}:
        raise TranscriptionError("it speaks English alone")
    try:
        from pocketsphinx import Decoder

        decoder = Decoder(samprate=SAMPLE_RATE, loglevel="FATAL")
    except (ImportError, OSError, RuntimeError) as error:
        raise TranscriptionError(f"it cannot be loaded: {error}") from error
    return PocketSphinx(name, decoder)
