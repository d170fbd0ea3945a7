"""The straight line: segment -> speech? -> draft, verify -> format -> insert.

One function on one thread, so order is kept and nothing needs a lock.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from mojovoice_gui.dictation.session import Event, Finished, Loaded, LoadFailed
from mojovoice_gui.domain import (
    Destination,
    Insertion,
    Notice,
    Samples,
    Segment,
    Stage,
    StageTimes,
    TextInserter,
    Transcriber,
    Transcript,
)
from mojovoice_gui.errors import ModelError, MojoVoiceError

log = logging.getLogger(__name__)

KEPT = "The recording is kept: see `mojovoice recovered`."


@dataclass(frozen=True, slots=True)
class Line:
    """The parts a segment passes, in this order."""

    has_speech: Callable[[Samples], bool]
    transcriber: Transcriber
    format_text: Callable[[str], str]
    inserter: TextInserter


@dataclass(frozen=True, slots=True)
class CopyText:
    """The other thing the owner of the clipboard can be asked for."""

    text: str


class Worker(threading.Thread):
    """Owns the models and the way into the window."""

    def __init__(self, line: Line, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(name="transcription", daemon=True)
        self._line = line
        self._clock = clock
        self._jobs: queue.SimpleQueue[Segment | CopyText | None] = queue.SimpleQueue()
        self._post: Callable[[Event], None] | None = None
        self._current_take: Callable[[], int] = lambda: 0

    def report_to(self, post: Callable[[Event], None], current_take: Callable[[], int]) -> None:
        """Say what comes of it to ``post``; give up segments of any other take than the current one."""
        self._post = post
        self._current_take = current_take

    def put(self, job: Segment | CopyText) -> None:
        self._jobs.put(job)

    def close(self, timeout_s: float = 10.0) -> None:
        """Finish what is in hand and end."""
        self._jobs.put(None)
        if self.is_alive():
            self.join(timeout_s)

    def run(self) -> None:
        self._say(self._load())
        while (job := self._jobs.get()) is not None:
            if isinstance(job, CopyText):
                self._copy(job.text)
            else:
                self._say(self._finish(job))
        self._line.inserter.close()

    def _say(self, event: Event) -> None:
        if self._post is not None:
            self._post(event)

    def _load(self) -> Event:
        try:
            return Loaded(self._line.transcriber.load())
        except ModelError as error:
            log.error("The models cannot be loaded: %s", error)  # noqa: TRY400 - the sentence says it all
            return LoadFailed(Notice(error.sentence, error.action))
        except Exception:
            log.exception("The models cannot be loaded")
            return LoadFailed(Notice("The speech models cannot be loaded.", "Run `mojovoice doctor`."))

    def _finish(self, segment: Segment) -> Finished:
        try:
            return self._deliver(segment)
        except MojoVoiceError as error:
            log.warning("A dictation of %.1f s failed: %s", segment.seconds, error)
            notice = Notice(error.sentence, f"{error.action} {KEPT}".strip())
        except Exception:
            log.exception("A dictation of %.1f s failed", segment.seconds)
            notice = Notice("The last dictation could not be turned into text.", KEPT)
        return Finished(self._clock(), segment.take, flash=Stage.ERROR, notice=notice)

    def _deliver(self, segment: Segment) -> Finished:
        line = self._line
        began = time.perf_counter()
        heard = line.has_speech(segment.samples)
        gate_s = time.perf_counter() - began
        if not heard or self._is_cancelled(segment):
            return self._nothing(segment)
        transcript = line.transcriber.transcribe(segment.samples, lambda: self._is_cancelled(segment))
        text = line.format_text(transcript.text)
        if not text or self._is_cancelled(segment):
            return self._nothing(segment)
        began = time.perf_counter()
        insertion = self._insert(segment, text)
        insert_s = time.perf_counter() - began
        _forget(segment)
        _log_cost(replace(transcript, times=transcript.times + StageTimes(gate_s=gate_s, insert_s=insert_s)))
        return Finished(self._clock(), segment.take, text, notice=_notice(segment, insertion))

    def _insert(self, segment: Segment, text: str) -> Insertion:
        if segment.destination is Destination.WINDOW:
            return self._line.inserter.insert(text)
        self._line.inserter.copy(text)
        return Insertion.ON_CLIPBOARD

    def _nothing(self, segment: Segment) -> Finished:
        _forget(segment)
        if not self._is_cancelled(segment):
            log.info("No speech in %.1f s of audio", segment.seconds)
        return Finished(self._clock(), segment.take, flash=Stage.NO_SPEECH)

    def _copy(self, text: str) -> None:
        try:
            self._line.inserter.copy(text)
        except MojoVoiceError as error:
            log.warning("The last text could not be copied: %s", error)

    def _is_cancelled(self, segment: Segment) -> bool:
        return segment.take != self._current_take()


def _notice(segment: Segment, insertion: Insertion) -> Notice | None:
    if segment.destination is Destination.WINDOW and insertion is Insertion.ON_CLIPBOARD:
        return Notice("No window took the text; it is on the clipboard.", "Paste it where you want it.", is_error=False)
    return None


def _forget(segment: Segment) -> None:
    if segment.recording is not None:
        segment.recording.unlink(missing_ok=True)


def _log_cost(transcript: Transcript) -> None:
    """Lengths and times, never a word."""
    times, stats = transcript.times, transcript.stats
    log.info(
        "Dictated %.1f s of audio: %d tokens in %d target passes, acceptance %.0f %%, on %s; "
        "gate %.0f ms, draft %.0f ms, encode %.0f ms, verify %.0f ms, insert %.0f ms",
        transcript.audio_s,
        stats.tokens,
        stats.passes,
        100 * stats.acceptance,
        transcript.device,
        1e3 * times.gate_s,
        1e3 * times.draft_s,
        1e3 * times.encode_s,
        1e3 * times.verify_s,
        1e3 * times.insert_s,
    )
