"""Segment in, transcript out: target and draft together, window after window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from mojovoice_gui.asr.attempt import NotHere, attempted
from mojovoice_gui.asr.calibration import Bench, Calibration, Fastest, calibrate
from mojovoice_gui.asr.calibration_file import CalibrationFolder
from mojovoice_gui.asr.costs import Measuring
from mojovoice_gui.asr.errand import GivenUp
from mojovoice_gui.asr.features import Sound
from mojovoice_gui.asr.live import HasSpeech, LivePassage
from mojovoice_gui.asr.live_transcriber import LiveTranscriber
from mojovoice_gui.asr.loading import Model, has_step_calls
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import AUTO, EngineOptions
from mojovoice_gui.asr.pair import Pair, load_draft, load_target, weights
from mojovoice_gui.asr.passage import Passage
from mojovoice_gui.asr.payoff import Payoff, payoff_of
from mojovoice_gui.asr.placement import Placement, Wish, places
from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.asr.window_writer import WindowWriter
from mojovoice_gui.domain import SAMPLE_RATE, EngineState, IsCancelled, Samples, Transcript
from mojovoice_gui.errors import ModelError, Sentence, joined

log = logging.getLogger(__name__)


class WhisperTranscriber:
    """The ``Transcriber``: the draft guesses, the target decides."""

    def __init__(
        self,
        options: EngineOptions,
        *,
        step_calls: bool | None = None,
        machine: Machine | None = None,
        calibrations: Path | None = None,
    ) -> None:
        """``step_calls``: whether the step calls may be used; None: if they are there.

        What is measured is kept in the folder ``calibrations``; without one nothing is measured.
        """
        self._options = options
        self._step_calls = has_step_calls() if step_calls is None else step_calls
        self._machine = machine or Machine()
        self._kept = CalibrationFolder(calibrations, self._machine) if calibrations else None
        self._unfit: dict[str, str] = {}  # devices and arithmetics that failed while transcribing, and why
        self._payoff: Payoff | None = None  # the account of the session, however often the models are loaded
        self._pair: Pair | None = None
        self._writer: WindowWriter | None = None  # over that pair
        self._calibration: Calibration | None = None  # of its place
        self._measuring: Measuring[tuple[Calibration, Fastest]] | None = None  # under way
        self._told = EngineState()

    def load(self) -> EngineState:
        self._load()
        self._told = self._state()
        return self._told

    def unload(self) -> None:
        if self._writer is not None:
            self._writer.rest(lambda: False)
        self._pair = self._writer = self._measuring = None
        self._machine.give_back()

    def calibrate(self, is_wanted: Callable[[], bool]) -> EngineState | None:
        """Find out what suits this machine, where it is not known; the state of the engine, if that is new.

        Gives up at the next pass when it ``is_wanted`` for something else, and goes on there the next time.
        """
        if self._pair is None:
            return None
        if self._kept is not None and self._calibration is None:
            self._measure(self._pair, self._kept, is_wanted)
            if self._measuring is None:  # it is through, and what was compared with is gone
                self._machine.give_back()
        state = self._state()
        if state == self._told:
            return None
        self._told = state
        return state

    def transcribe(self, samples: Samples, is_cancelled: IsCancelled) -> Transcript:
        return self._said(samples, lambda: self._written(samples, is_cancelled))

    def begin(self, has_speech: HasSpeech, reach: Reach | None = None) -> LiveTranscriber:
        """A recording that is still being spoken; call ``load()`` first. ``reach`` None: what suits the machine."""
        return LiveTranscriber(partial(self._open, has_speech, reach), self._said)

    def _open(self, has_speech: HasSpeech, reach: Reach | None) -> LivePassage:
        """What is heard of such a recording, with the models that are loaded now.

        Where the last ones had to go and no others came, it is tried again: raises ``ModelError``.
        """
        writer, options = self._ready(), self._options
        vocabulary = writer.target.vocabulary
        return LivePassage(writer, options.language_for(vocabulary), options.hints_for(vocabulary), has_speech, reach)

    def _said(
        self, samples: Samples, write: Callable[[], Passage], let_go: Callable[[], object] = lambda: None
    ) -> Transcript:
        """What ``write`` makes of ``samples``, wherever it can; nothing, if it is given up.

        ``let_go`` of the models that it holds: they have to leave the memory before others are loaded.
        """
        while True:
            try:
                passage = attempted(write)
            except GivenUp:
                return Transcript("", audio_s=len(samples) / SAMPLE_RATE)
            if not isinstance(passage, NotHere):
                return self._transcript(passage, samples)
            let_go()
            self._move(passage)

    def _move(self, failed: NotHere) -> None:
        """To the next place, where the same sound may succeed; raises ``OutOfMemory`` where there is none.

        Then the next recording may try all of them anew: other programs give their memory back.
        """
        assert self._pair is not None
        placement = self._pair.placement
        key = str(placement) if failed.is_memory else placement.device
        self._unfit[key] = joined((key, failed.why), ": ")
        log.warning("%s while transcribing: the same sound is tried elsewhere", self._unfit[key])
        self.unload()
        self._payoff = None  # other costs
        try:
            self._load()
        except ModelError:
            self._unfit.clear()
            raise

    def _transcript(self, passage: Passage, samples: Samples) -> Transcript:
        assert self._pair is not None
        assert self._writer is not None
        if self._writer.no_draft and self._pair.draft is not None:  # it was let go, and gives its memory back
            self._pair = replace(self._pair, draft=None, no_draft=self._writer.no_draft)
        transcript = Transcript(
            passage.text.strip(),
            passage.language,
            len(samples) / SAMPLE_RATE,
            passage.stats,
            passage.times,
            str(self._pair.placement),
            passage.tokens,
            passage.windows,
            passage.is_sewn,
        )
        _log(transcript)
        return transcript

    def _written(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        writer, options = self._ready(), self._options
        vocabulary = writer.target.vocabulary
        passage = Passage(writer, options.language_for(vocabulary), options.hints_for(vocabulary))
        passage.write(Sound(samples), is_cancelled)
        return passage

    def _ready(self) -> WindowWriter:
        if self._writer is None:
            self._load()
        assert self._writer is not None
        return self._writer

    # ---- the pair

    def _load(self) -> None:
        self.unload()  # there may be no room for both
        options = self._options
        wish = Wish(options.device, options.compute_type, options.threads)
        where = places(wish, self._machine, weights(options.target) + weights(options.draft), self._settled)
        target, placement = load_target(options.target, where, self._machine, self._unfit)
        log.info("Target model %s on %s: %s", options.target, placement, placement.reason)
        self._calibration = self._kept.find(options, placement.device) if self._kept else None
        self._put_together(target, placement)

    def _put_together(self, target: Model, placement: Placement) -> None:
        """With a draft, if there is to be one."""
        options = self._options
        draft, reason = None, self._why_no_draft(target)
        if not reason and options.draft:
            draft, reason = load_draft(options.draft, placement, self._machine)
        if reason:
            log.info("Plain decoding: %s", reason)
        if draft and options.draft_must_pay and self._payoff is None:
            self._payoff = payoff_of(target)
        self._take_up(Pair(target, draft, reason, placement))

    def _take_up(self, pair: Pair) -> None:
        self._pair = pair
        self._writer = WindowWriter(
            pair.target, pair.draft, can_verify=self._can_verify(pair.target), payoff=self._payoff
        )
        if self._calibration is not None:
            self._writer.batches = self._calibration.batches
            self._writer.reach = self._calibration.reach

    def _can_verify(self, target: Model) -> bool:
        return self._step_calls and not self._options.plain and not target.vocabulary.cannot_write

    def _why_no_draft(self, target: Model) -> str:
        """Nothing, if there is to be one."""
        if self._options.plain:
            return Sentence("it was asked for")
        if self._options.draft is None:
            return self._options.no_draft or Sentence("no draft model is chosen")
        if self._payoff is not None and self._payoff.is_poor:
            return self._payoff.why_it_rests
        if self._calibration is not None and not self._calibration.asks_draft:
            return Sentence("it cannot pay on this machine")
        if not self._step_calls:
            return Sentence("this CTranslate2 cannot check several tokens in one pass")
        if target.vocabulary.cannot_write:
            return Sentence("the target's vocabulary is unknown: {why}", why=target.vocabulary.cannot_write)
        return ""

    def _state(self) -> EngineState:
        assert self._pair is not None
        assert self._writer is not None
        reason = self._pair.no_draft or self._writer.no_draft
        return EngineState(
            target=str(self._options.target),
            draft="" if reason else str(self._options.draft),
            draft_reason=reason,
            device=str(self._pair.placement),
            device_reason=self._pair.placement.reason,
            is_elsewhere=self._options.device not in (AUTO, self._pair.placement.device),
            calibration=self._calibration.reasons if self._calibration else (),
            encode_s=self._calibration.encode_s if self._calibration else 0.0,
            listen_s=self._calibration.listen_s if self._calibration else 0.0,
        )

    # ---- what suits this machine

    def _settled(self, device: str) -> Wish | None:
        found = self._kept.find(self._options, device) if self._kept else None
        return Wish(device, found.compute_type, found.threads) if found else None

    def _measure(self, pair: Pair, kept: CalibrationFolder, is_wanted: Callable[[], bool]) -> None:
        if self._measuring is None:
            log.info("Measuring what suits this machine, whenever there is nothing else to do")
            bench = Bench(self._options, self._machine, can_verify=self._can_verify(pair.target))
            self._measuring = calibrate(pair, bench)
        assert self._writer is not None
        try:
            self._writer.rest(is_wanted)
            while not is_wanted():
                next(self._measuring)
        except GivenUp:
            return
        except StopIteration as end:
            found, fastest = end.value
            self._keep(found, kept, pair.placement.device)
            self._adopt(pair, fastest)
        except (RuntimeError, ValueError, MemoryError) as error:
            log.warning("This machine cannot be measured, and is taken as usual: %s", error)
            self._measuring = None
            self._calibration = Calibration(pair.placement.compute_type, pair.placement.threads)

    def _keep(self, found: Calibration, kept: CalibrationFolder, device: str) -> None:
        for reason in found.reasons:
            log.info("Measured: %s", reason)
        kept.keep(self._options, device, found)
        self._measuring, self._calibration = None, found

    def _adopt(self, pair: Pair, fastest: Fastest) -> None:
        """What ran best is in memory already."""
        if fastest.target is not pair.target:
            self._payoff = None  # other costs
            self._put_together(fastest.target, fastest.placement)
        elif pair.draft is not None and (reason := self._why_no_draft(pair.target)):
            self._take_up(replace(pair, draft=None, no_draft=reason))
        else:
            self._take_up(pair)


def _log(transcript: Transcript) -> None:
    """Lengths and times: never what was said."""
    stats, times = transcript.stats, transcript.times
    log.info(
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
