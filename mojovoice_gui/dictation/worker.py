"""The straight line: segment -> speech? -> draft, verify -> format -> insert.

One thread, so order is kept.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mojovoice_gui.dictation.commands import Land
from mojovoice_gui.dictation.events import Event, Finished, Held, Told, Understood
from mojovoice_gui.dictation.glance import Glance, goes_on_after
from mojovoice_gui.dictation.jobs import CopyText, Forget, Job, PasteText
from mojovoice_gui.dictation.landing import Landing
from mojovoice_gui.dictation.line import Line
from mojovoice_gui.dictation.report import entry, outcome_of
from mojovoice_gui.dictation.under_speech import Course, Listening
from mojovoice_gui.dictation.way import Relay, Way
from mojovoice_gui.domain import (
    Archive,
    Notice,
    Outcome,
    Question,
    Samples,
    Segment,
    Stage,
    Transcript,
    WhenMoved,
)
from mojovoice_gui.errors import MojoVoiceError, Sentence

log = logging.getLogger(__name__)

MUTED = Notice("The microphone gives no sound at all.", "See whether it is muted.")
TOO_SHORT = Notice("The microphone was not ready yet.", "Hold the key a moment longer.", is_error=False)
NOT_READY = Notice("Mojo Voice is not ready to paste.", "Copy the text instead.")

KEPT = Sentence("The recording is kept: see `mojovoice recovered`.")


PATIENCE_S = 10.0
"""For what is in hand, at the end."""


class Worker(threading.Thread):
    """Owns the models and the way into the window."""

    def __init__(
        self,
        lay_line: Callable[[], Line],
        open_landing: Callable[[], Landing],
        archive: Archive,
        idle_s: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``lay_line`` and ``open_landing`` are called in this thread.

        After ``idle_s`` without work the models leave the memory; they come back under the next speech. None: never.
        """
        super().__init__(name="transcription", daemon=True)
        self._way = Way(lay_line, open_landing, self._say)
        self._archive = archive
        self._idle_s = idle_s
        self._listening: Listening | None = None  # to the recording that is being spoken
        self._number = 0  # of that recording
        self._clock = clock
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._coming: Segment | Glance | None = None  # the last one that was put: all of it, or what may be
        self._arrival = threading.Lock()  # of it
        self._is_busy = True  # until the models are loaded
        self._post: Callable[[Event], None] | None = None
        self._current_take: Callable[[], int] = lambda: 0
        self._is_let_go: Callable[[], bool] = lambda: False

    def report_to(
        self, post: Callable[[Event], None], current_take: Callable[[], int], is_let_go: Callable[[], bool]
    ) -> None:
        """Say what comes of it to ``post``; give up segments of any other take than the current one.

        ``is_let_go``: what is being said is over for the user, and its last word is on its way.
        """
        self._post = post
        self._current_take = current_take
        self._is_let_go = is_let_go

    @property
    def is_free(self) -> bool:
        """With nothing to do: a glance would be taken now. Asked by the session thread."""
        return not self._is_busy and self.has_begun_all

    @property
    def has_begun_all(self) -> bool:
        """Nothing waits behind what it does now, which is given up if what comes next makes it vain."""
        return self._jobs.empty()

    def quiet_s(self, samples: Samples) -> float:
        """Seconds since the last speech; 0 while nobody can tell yet. Callable from any thread."""
        ears = self._way.ears
        return ears.quiet_s(samples) if ears is not None else 0.0

    def put(self, job: Job) -> None:
        if isinstance(job, Segment) or (isinstance(job, Glance) and job.is_last):
            with self._arrival:
                self._coming = job
        self._jobs.put(job)

    def close(self) -> None:
        """Finish what is in hand and end."""
        self._jobs.put(None)
        if self.is_alive():
            self.join(PATIENCE_S)

    def run(self) -> None:
        self._way.open()
        self._is_busy = False
        while (job := self._next()) is not None:
            self._is_busy = True
            self._do(job)
            self._is_busy = False
        self._way.close()

    def _do(self, job: Job) -> None:
        if isinstance(job, Relay):
            self._listening = None  # it would hold the models
            self._idle_s = job.idle_s
            self._way.relay(job)
        elif isinstance(job, Forget):
            self._listening = None
            self._let_go_of(self._coming if isinstance(self._coming, Glance) else None)
        elif isinstance(job, CopyText | PasteText | Land):
            self._bring(job)
        elif (parts := self._way.parts) is not None:
            self._dictate(job, *parts)
        elif isinstance(job, Segment):
            self._say(self._failed(job, Notice("There is no model to turn it into text.", KEPT)))

    def _bring(self, job: CopyText | PasteText | Land) -> None:
        """A text that is there; no model is needed."""
        landing = self._way.landing
        if landing is None:  # then none was held either
            self._say(Told(NOT_READY))
            return
        match job:
            case Land(held, answer):
                self._finish(held.segment, partial(self._land, landing, held, answer))
            case CopyText(text):
                self._tell_of(partial(landing.inserter.copy, text))
            case PasteText(text):
                self._tell_of(partial(landing.paste, text))

    def _dictate(self, job: Segment | Glance, line: Line, landing: Landing) -> None:
        listening = self._listening_to(line, job)
        if isinstance(job, Glance):
            self._glance(listening, job)
            return
        self._finish(job, partial(self._deliver, line, listening, landing, job))
        self._listening = None
        self._let_go_of(job)

    def _let_go_of(self, coming: Segment | Glance | None) -> None:
        """It is large; unless another has come meanwhile."""
        with self._arrival:
            if self._coming is coming:
                self._coming = None

    @property
    def _model(self) -> str:
        """Name of the target."""
        parts = self._way.parts
        return parts[0].model if parts is not None else ""

    def _listening_to(self, line: Line, job: Segment | Glance) -> Listening:
        """What was heard of its recording so far; nothing yet, if it is another one than the last."""
        if self._listening is None or job.number != self._number:
            number = self._number = job.number
            self._listening = line.listen(lambda text: self._say(Understood(number, text)))
        return self._listening

    def _next(self) -> Job | None:
        """The next job, however long it takes to come."""
        if self._listening is None:
            self._way.calibrate(lambda: not self._jobs.empty())
            if self._jobs.empty():
                self._way.rest()
        try:
            return self._jobs.get(timeout=None if self._way.is_asleep or self._way.parts is None else self._idle_s)
        except queue.Empty:
            self._listening = None  # of a recording that was given up; it would hold the models
            self._way.sleep()
            return self._jobs.get()

    def _say(self, event: Event) -> None:
        if self._post is not None:
            self._post(event)

    def _glance(self, listening: Listening, glance: Glance) -> None:
        """What goes wrong here goes wrong again when the recording is whole, and is told then."""
        try:
            self._way.wake()
            course = Course(
                is_cancelled=lambda: glance.take != self._current_take(),
                is_over=lambda: self._is_let_go() or not self._jobs.empty(),
                is_past=goes_on_after(glance, lambda: self._coming, self.quiet_s),
                is_last=glance.is_last,
            )
            listening.glance(glance.samples, course)
        except MojoVoiceError as error:
            log.warning("Nothing could be transcribed ahead: %s", error)
        except Exception:
            log.exception("Nothing could be transcribed ahead")

    def _tell_of(self, bring: Callable[[], Notice | None]) -> None:
        """Bring a text once more, and say what there is to say."""
        try:
            notice = bring()
        except MojoVoiceError as error:
            log.warning("A text did not get where it was wanted: %s", error)
            notice = Notice.of(error)
        except Exception:
            log.exception("A text did not get where it was wanted")
            notice = Notice("The text could not be brought there.", "The log has the details.")
        if notice is not None:
            self._say(Told(notice))

    def _finish(self, segment: Segment, deliver: Callable[[], Event]) -> None:
        """Say what came of it, whatever that is."""
        try:
            event = deliver()
        except MojoVoiceError as error:
            log.warning("A dictation of %.1f s failed: %s", segment.seconds, error)
            action = Sentence("{action} {kept}", action=error.action, kept=KEPT) if error.action else KEPT
            event = self._failed(segment, Notice(error.sentence, action))
        except Exception:
            log.exception("A dictation of %.1f s failed", segment.seconds)
            event = self._failed(segment, Notice("The last dictation could not be turned into text.", KEPT))
        self._say(event)

    def _failed(self, segment: Segment, notice: Notice) -> Finished:
        self._archive.add(entry(segment, Outcome.FAILED, reason=notice.sentence, model=self._model))
        return Finished(self._clock(), segment.take, flash=Stage.ERROR, notice=notice)

    def _deliver(self, line: Line, listening: Listening, landing: Landing, segment: Segment) -> Finished | Held:
        self._way.wake()
        transcript = line.formatted(listening.finish(segment.samples, lambda: self._is_cancelled(segment)))
        if not transcript.text or self._is_cancelled(segment):
            return self._nothing(segment, transcript)
        began = time.perf_counter()
        landed = landing.land(segment, transcript.text)
        if isinstance(landed, Question):
            log.info("The focus has moved: the text waits")
            return Held(segment, landed, transcript)
        insert_s = time.perf_counter() - began
        log.info(
            "Inserted in %.0f ms, after %.0f ms of listening for speech", 1e3 * insert_s, 1e3 * transcript.times.gate_s
        )
        at = self._clock()
        wait_s = None if segment.released_at is None else at - segment.released_at
        self._landed(segment, replace(transcript, times=replace(transcript.times, insert_s=insert_s)), landed, wait_s)
        return Finished(at, segment.take, transcript.text, notice=landed)

    def _land(self, landing: Landing, held: Held, answer: WhenMoved) -> Finished:
        notice = landing.land_as(held.question, answer)
        self._landed(held.segment, held.transcript, notice, None)  # how long it waited for the user says nothing of us
        return Finished(self._clock(), held.segment.take, held.question.text, notice=notice)

    def _landed(self, segment: Segment, transcript: Transcript, notice: Notice | None, wait_s: float | None) -> None:
        reason = notice.sentence if notice is not None else ""
        outcome = outcome_of(segment, notice)
        self._archive.add(entry(segment, outcome, transcript, reason, self._model, wait_s))

    def _nothing(self, segment: Segment, transcript: Transcript) -> Finished:
        notice = None
        if segment.is_muted:
            notice = MUTED if len(segment.samples) else TOO_SHORT
        if self._is_cancelled(segment):
            outcome, transcript = Outcome.CANCELLED, Transcript("", audio_s=segment.seconds)
        else:
            outcome = Outcome.NO_SPEECH
            log.info("No speech in %.1f s of audio", segment.seconds)
        self._archive.add(entry(segment, outcome, transcript, notice.sentence if notice else "", self._model))
        return Finished(self._clock(), segment.take, flash=Stage.NO_SPEECH, notice=notice)

    def _is_cancelled(self, segment: Segment) -> bool:
        return segment.take != self._current_take()
