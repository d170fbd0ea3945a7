"""Segment in, transcript out: target and draft together, window after window."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mojovoice_gui.asr.features import Sound
from mojovoice_gui.asr.live import HasSpeech, LivePassage
from mojovoice_gui.asr.loading import Model, Placement, has_step_calls, is_out_of_memory, load_model, load_target
from mojovoice_gui.asr.passage import Passage
from mojovoice_gui.asr.payoff import Payoff, step_s
from mojovoice_gui.asr.window_writer import WindowWriter
from mojovoice_gui.domain import SAMPLE_RATE, EngineState, IsCancelled, Samples, Transcript
from mojovoice_gui.errors import ModelError, OutOfMemory, TranscriptionError

logger = logging.getLogger(__name__)

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What the user chose."""

    target: Path
    draft: Path | None = None
    language: str = AUTO  # or ISO 639-1
    prompt: str = ""  # words that are likely to be said
    device: str = AUTO  # or cpu, cuda
    compute_type: str = AUTO  # or as CTranslate2 names them
    threads: int = 0  # 0: as many as help
    plain: bool = False  # the target alone
    draft_must_pay: bool = True  # or it rests for the session
    no_draft: str = ""  # why there is none, though one was asked for


class WhisperTranscriber:
    """The ``Transcriber``: the draft guesses, the target decides."""

    def __init__(self, options: EngineOptions, *, step_calls: bool | None = None) -> None:
        """``step_calls``: whether the step calls may be used; None: if they are there."""
        self._options = options
        self._step_calls = has_step_calls() if step_calls is None else step_calls
        self._writer: WindowWriter | None = None
        self._placement = Placement("", "", 0)
        self._payoff: Payoff | None = None  # the account of the session, however often the models are loaded

    def load(self) -> EngineState:
        options = self._options
        target, self._placement = load_target(options.target, options.device, options.compute_type, options.threads)
        logger.info("Target model %s on %s: %s", options.target, self._placement, self._placement.reason)
        draft, reason = self._load_draft(target)
        if reason:
            logger.info("Plain decoding: %s", reason)
        if draft and options.draft_must_pay and self._payoff is None:
            self._payoff = Payoff(step_s(target))
        self._writer = WindowWriter(target, draft, can_verify=self._can_verify(target), payoff=self._payoff)
        return EngineState(
            target=str(options.target),
            draft=str(options.draft) if draft else "",
            draft_reason=reason,
            device=str(self._placement),
            device_reason=self._placement.reason,
        )

    def unload(self) -> None:
        self._writer = None

    def _can_verify(self, target: Model) -> bool:
        return self._step_calls and not self._options.plain and not target.vocabulary.cannot_write

    def _load_draft(self, target: Model) -> tuple[Model | None, str]:
        """The draft, or why there is none: it may never keep anybody from dictating."""
        folder = self._options.draft
        if self._options.plain:
            return None, "it was asked for"
        if folder is None:
            return None, self._options.no_draft or "no draft model is chosen"
        if self._payoff is not None and self._payoff.is_poor:
            return None, f"it did not pay in this session: {self._payoff}"
        if not self._step_calls:
            return None, "this CTranslate2 cannot check several tokens in one pass"
        if target.vocabulary.cannot_write:
            return None, f"the target's vocabulary is unknown: {target.vocabulary.cannot_write}"
        logger.info("Loading draft model for speculative decoding: %s", folder)
        try:
            return load_model(folder, self._placement), ""
        except ModelError as error:
            return None, f"the draft cannot be loaded: {error.sentence}"

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        if self._writer is None:
            self.load()
        assert self._writer is not None
        passage = Passage(self._writer, self._language(self._writer.target), self._hints(self._writer.target))
        with _failures():
            passage.write(Sound(samples), is_cancelled)
        return self._transcript(passage, samples)

    def begin(self, has_speech: HasSpeech) -> LiveTranscriber:
        """A recording that is still being spoken; call ``load()`` first."""
        assert self._writer is not None, "load() first"
        target = self._writer.target
        live = LivePassage(self._writer, self._language(target), self._hints(target), has_speech)
        return LiveTranscriber(live, self._transcript)

    def _hints(self, target: Model) -> list[int]:
        prompt = self._options.prompt.strip()
        return target.vocabulary.encode(" " + prompt) if prompt and not target.vocabulary.cannot_write else []

    def _transcript(self, passage: Passage, samples: Samples) -> Transcript:
        transcript = Transcript(
            passage.text.strip(),
            passage.language,
            len(samples) / SAMPLE_RATE,
            passage.stats,
            passage.times,
            str(self._placement),
            passage.tokens,
            passage.windows,
        )
        _log(transcript)
        return transcript

    def _language(self, target: Model) -> str:
        """Empty: to be heard."""
        wanted = self._options.language
        if wanted == AUTO:
            return ""
        if target.vocabulary.speaks(wanted):
            return wanted
        logger.warning("The target does not speak %s: the language is heard instead", wanted)
        return ""


class LiveTranscriber:
    """The ``LiveTranscription`` of one recording."""

    def __init__(self, live: LivePassage, transcript: Callable[[Passage, Samples], Transcript]) -> None:
        self._live = live
        self._transcript = transcript

    def listen(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        with _failures():
            passage = self._live.listen(samples, is_cancelled)
        return self._transcript(passage, samples)


@contextmanager
def _failures() -> Iterator[None]:
    """What the engine raises, as ours."""
    try:
        yield
    except (RuntimeError, ValueError, MemoryError) as error:
        if is_out_of_memory(error):
            raise OutOfMemory("There is not enough memory for this model.", "Choose a smaller one.") from error
        raise TranscriptionError("The model failed while it was transcribing.", "The log says why.") from error


def _log(transcript: Transcript) -> None:
    """Lengths and times: never what was said."""
    stats, times = transcript.stats, transcript.times
    logger.info(
        "Transcribed %.1f s of audio: %d tokens, %d target passes, acceptance %.0f %%, "
        "draft %.2f s, encode %.2f s, verify %.2f s, %s",
        transcript.audio_s,
        stats.tokens,
        stats.passes,
        100 * stats.acceptance,
        times.draft_s,
        times.encode_s,
        times.verify_s,
        transcript.device,
    )
