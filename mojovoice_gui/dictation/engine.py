"""The session thread: events come in, ``step`` decides, commands are carried out, listeners are told."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from mojovoice_gui.dictation.commands import (
    Abandon,
    Ask,
    Command,
    Copy,
    DiscardCapture,
    Land,
    Notify,
    Show,
    StartCapture,
    StopCapture,
    Transcribe,
)
from mojovoice_gui.dictation.events import (
    CaptureFailed,
    CaptureLost,
    Event,
    Heard,
    Hushed,
    LevelAsked,
    MicrophoneChosen,
    Tick,
    Understood,
)
from mojovoice_gui.dictation.glance import Glance
from mojovoice_gui.dictation.jobs import CopyText, Forget
from mojovoice_gui.dictation.meter import Meter
from mojovoice_gui.dictation.monitor import Monitor
from mojovoice_gui.dictation.report import entry
from mojovoice_gui.dictation.session import Session, step
from mojovoice_gui.dictation.tape import Tape
from mojovoice_gui.dictation.worker import Worker
from mojovoice_gui.domain import (
    Archive,
    Destination,
    Focus,
    Listener,
    Microphone,
    Notice,
    Outcome,
    Recording,
    Spool,
    Stage,
)
from mojovoice_gui.errors import AudioError

log = logging.getLogger(__name__)

TICK_S = 0.02  # how often the microphone is read: one block of it
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Desk:
    """What the session thread works with."""

    microphone: Microphone
    spool: Spool
    archive: Archive
    worker: Worker
    listener: Listener
    watch_cancel: Callable[[bool], None]  # the cancel key is ours only while recording
    open_focus: Callable[[], Focus]  # in the thread that uses it


class DictationEngine(threading.Thread):
    """Owns the session and the microphone; everyone else posts events."""

    def __init__(self, session: Session, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(name="session", daemon=True)
        self._session = session
        self._desk = desk
        self._clock = clock
        self._events: queue.SimpleQueue[Event | threading.Event | None] = queue.SimpleQueue()
        self._microphone = desk.microphone
        self._chosen_microphone: Microphone | None = None  # for the next recording
        self._monitor: Monitor | None = None
        self._tape: Tape | None = None
        self._meter = Meter(desk.listener.live_changed)  # of that tape
        self._number = 0  # of recordings begun
        self._shown = session.stage
        self._focus: Focus | None = None  # once the thread runs
        desk.worker.report_to(self.post, lambda: self._session.take, lambda: self._session.in_tail)

    @property
    def session(self) -> Session:
        """As it is now; frozen, so any thread may look."""
        return self._session

    @property
    def now(self) -> float:
        return self._clock()

    def post(self, event: Event) -> None:
        """Callable from any thread; returns at once."""
        self._events.put(event)

    def ask(self, event: Event) -> Session:
        """Post ``event`` and wait until it has been seen to; the session after it."""
        self.post(event)
        seen = threading.Event()
        self._events.put(seen)
        seen.wait(PATIENCE_S)
        return self._session

    def close(self) -> None:
        """End, with the microphone closed. What was being said stays on disk."""
        self._events.put(None)
        if self.is_alive():
            self.join(PATIENCE_S)

    def run(self) -> None:
        self._focus = self._desk.open_focus()
        try:
            self._microphone.prepare()
        except AudioError as error:
            log.warning("The microphone will not open: %s", error)  # and each press will say so
        running = True
        while running:
            try:
                running = self._turn()
            except Exception:
                log.exception("The session stumbled and goes on")
                self._desk.listener.noticed(Notice("Something went wrong.", "The log has the details."))
        if self._monitor is not None:
            self._monitor.pause()
        if self._tape is not None:
            self._tape.add(self._microphone.close())
            self._tape.finish()
        self._focus.close()

    def _turn(self) -> bool:
        """Wait for one event, see to it and to what time alone brings; False at the end."""
        try:
            event = self._events.get(timeout=TICK_S if self._session.needs_ticks or self._monitor else None)
        except queue.Empty:  # only time has gone by
            pass
        else:
            if event is None:
                return False
            self._see_to(event)
        if self._tape is not None:
            self._listen(self._tape)
        elif self._monitor is not None:
            self._take_chosen()
            self._monitor.look(self._microphone, self._clock())
        if self._session.needs_ticks:
            self._handle(Tick(self._clock()))
        return True

    def _see_to(self, event: Event | threading.Event) -> None:
        match event:
            case threading.Event():
                event.set()
            case Understood():
                self._understand(event)
            case MicrophoneChosen(microphone):
                self._chosen_microphone = microphone
            case LevelAsked():
                self._monitor_for(event)
            case _:
                self._handle(event)

    def _handle(self, event: Event) -> None:
        self._session, commands = step(self._session, event)
        for command in commands:
            self._carry_out(command)
        stage = self._session.stage
        if stage is not self._shown:
            self._shown = stage
            self._desk.watch_cancel(stage is Stage.RECORDING)
            self._desk.listener.stage_changed(stage)

    def _carry_out(self, command: Command) -> None:
        match command:
            case StartCapture(take, destination):
                self._start(take, destination)
            case StopCapture(released_at):
                self._end_capture(self._clock() if released_at is None else released_at)
            case DiscardCapture(is_cancelled):
                self._discard(is_cancelled=is_cancelled)
            case Transcribe(segment):
                self._desk.worker.put(segment)
            case Abandon(segment):
                self._desk.archive.add(entry(segment, Outcome.CANCELLED))
            case Copy(text):
                self._desk.worker.put(CopyText(text))
            case Notify(notice):
                self._desk.listener.noticed(notice)
            case Show(live):
                self._desk.listener.live_changed(live)
            case Ask(question):
                self._desk.listener.asked(question)
            case Land():
                self._desk.worker.put(command)

    # ---- the microphone

    def _start(self, take: int, destination: Destination) -> None:
        if self._monitor is not None:
            self._monitor.pause()
        self._take_chosen()
        try:
            self._record(take, destination)
        except AudioError as error:
            log.warning("The microphone did not open: %s", error)
            self._handle(CaptureFailed(self._clock(), Notice.of(error)))
        except Exception:
            log.exception("The recording did not begin")
            self._microphone.close()
            notice = Notice("The recording did not begin.", "The log has the details.")
            self._handle(CaptureFailed(self._clock(), notice))

    def _record(self, take: int, destination: Destination) -> None:
        """Raises ``AudioError``."""
        self._microphone.open()
        self._number += 1
        recording = self._copy_on_disk(take)
        spoken_to = self._focus.place() if self._focus is not None else None
        self._tape = Tape(self._number, take, destination, recording, spoken_to, self._desk.listener.noticed)
        self._meter = Meter(self._desk.listener.live_changed, spoken_to)

    def _take_chosen(self) -> None:
        if self._chosen_microphone is not None:
            self._microphone, self._chosen_microphone = self._chosen_microphone, None

    def _monitor_for(self, event: LevelAsked) -> None:
        if self._monitor is not None:
            self._monitor.pause()
        self._monitor = Monitor(event.tell) if event.tell is not None else None

    def _copy_on_disk(self, take: int) -> Recording | None:
        try:
            return self._desk.spool.begin(take)
        except AudioError as error:
            self._desk.listener.noticed(Notice.of(error))
            return None

    def _listen(self, tape: Tape) -> None:
        try:
            samples = self._microphone.read()
        except AudioError as error:
            log.warning("The microphone went away while recording: %s", error)
            self._handle(CaptureLost(Notice.of(error)))
            return
        tape.add(samples)
        self._meter.hear(samples)
        self._meter.tell(self._clock())
        worker = self._desk.worker
        if self._session.in_tail:
            self._listen_in_tail(tape)
        elif worker.is_free and tape.has_news:
            worker.put(Glance(tape.show(), self._session.take, tape.number))

    def _listen_in_tail(self, tape: Tape) -> None:
        """Nothing is begun now that the last word would have to wait for, unless this may be it."""
        if not len(tape.samples):  # the microphone is only waking up: nothing says yet that nobody speaks
            return
        worker = self._desk.worker
        quiet_s = worker.quiet_s(tape.samples)
        self._handle(Hushed(quiet_s))
        if self._session.in_tail and quiet_s > 0 and worker.has_begun_all and tape.goes_on(quiet_s):
            worker.put(Glance(tape.show_last(), self._session.take, tape.number, is_last=True))

    def _understand(self, event: Understood) -> None:
        if self._tape is not None and self._tape.number == event.number:
            self._meter.understand(event.text)

    def _end_capture(self, released_at: float) -> None:
        if self._tape is None:
            return
        self._tape.add(self._microphone.close())
        self._tape.finish()
        tape, self._tape = self._tape, None
        self._handle(Heard(tape.segment(released_at)))

    def _discard(self, *, is_cancelled: bool) -> None:
        last = self._microphone.close()
        tape, self._tape = self._tape, None
        if tape is None:
            return
        self._desk.worker.put(Forget())
        if is_cancelled:
            tape.add(last)
        if not is_cancelled or not len(tape.samples):  # of nothing there is nothing to restore
            tape.discard()
            return
        tape.finish()
        self._desk.archive.add(entry(tape.segment(), Outcome.CANCELLED))
