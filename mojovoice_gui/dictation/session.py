"""What happens next: ``step(session, event) -> (session, commands)``. No threads, no I/O, no clock of its own.

Two facts are kept apart, *am I recording* and *how many segments are pending*; the stage is derived from them.
You may speak the next sentence while the last one is being transcribed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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
    Answered,
    Cancelled,
    CaptureFailed,
    CaptureLost,
    ChangeFailed,
    CopyAsked,
    Event,
    Finished,
    ForgetAsked,
    Heard,
    Held,
    Hushed,
    Interrupted,
    Loaded,
    LoadFailed,
    Pressed,
    Released,
    SettingsChanged,
    StartAsked,
    StopAsked,
    Tick,
    Toggled,
    Told,
    Unloaded,
)
from mojovoice_gui.domain import Activation, Destination, EngineState, Live, Notice, Stage, WhenMoved
from mojovoice_gui.errors import Sentence

TAIL_S = 0.3
"""How long a recording goes on after the release at most: fingers are faster than last syllables."""

STOPPED_S = 0.15
"""Nobody has spoken for so long: the voice has stopped. Before the T of a last word it is silent for less."""

FLASH_S = 2.5
"""How long the icon says "no speech" or "error" before it is itself again."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A recording under way."""

    began: float
    longest_s: float
    key_down: bool = False  # the push-to-talk key is held right now
    closing: bool = False  # it was pressed again: its release ends the recording
    tail_until: float | None = None  # let go or stopped, and the voice may still be there until then
    resumed: bool = False  # it was pressed again in the tail


@dataclass(frozen=True, slots=True)
class Session:
    activation: Activation = Activation.HOLD
    tap_s: float = 0.4
    longest_s: float = 600.0
    capture: Capture | None = None
    pending: int = 0  # segments handed to the worker and not finished
    take: int = 0  # cancelling starts a new take; what older takes still send is ignored
    models: EngineState | None = None  # once they are loaded
    broken: Notice | None = None  # why they cannot be loaded
    flash: Stage | None = None
    flash_until: float = 0.0
    trouble: Notice | None = None  # what last went wrong, until the next start
    last_text: str = field(default="", repr=False)
    held: tuple[Held, ...] = ()  # whose texts wait for an answer, oldest first

    @property
    def stage(self) -> Stage:
        if self.capture is not None:
            return Stage.RECORDING
        if self.broken is not None:
            return Stage.ERROR
        if self.models is None:
            return Stage.LOADING
        if self.pending:
            return Stage.TRANSCRIBING
        return self.flash or Stage.IDLE

    @property
    def in_tail(self) -> bool:
        """Is it over for the user, and goes on until the voice stops?"""
        return self.capture is not None and self.capture.tail_until is not None

    @property
    def needs_ticks(self) -> bool:
        """Does time alone change anything?"""
        return self.capture is not None or self.flash is not None


Step = tuple[Session, tuple[Command, ...]]


def step(session: Session, event: Event) -> Step:
    """The next session and what to do now."""
    match event:
        case Pressed() | Released() | Interrupted():
            return _key(session, event)
        case StartAsked() | StopAsked() | Toggled():
            return _asked(session, event)
        case Cancelled():
            discard = (DiscardCapture(is_cancelled=True),) if session.capture is not None else ()
            return replace(session, capture=None, pending=0, take=session.take + 1, flash=None), discard
        case Tick(at):
            return _tick(session, at)
        case Hushed(quiet_s) if session.in_tail and quiet_s >= STOPPED_S:
            return _stop(session)
        case Heard(segment) if segment.take == session.take:
            return replace(session, pending=session.pending + 1), (Transcribe(segment),)
        case CaptureFailed(at, notice):
            return _flash(replace(session, capture=None, trouble=notice), Stage.ERROR, at), (Notify(notice),)
        case CaptureLost(notice) if session.capture is not None:
            return replace(session, capture=None, trouble=notice), (StopCapture(), Notify(notice))
        case Finished(take=take) if take == session.take:
            return _finish(session, event)
        case Held():
            return _held(session, event)
        case Answered(number, answer):
            return _answer(session, number, answer)
        case Told(notice):
            return session, (Notify(notice),)
        case CopyAsked() | ForgetAsked():
            return _last_text(session, event)
        case SettingsChanged(activation, tap_s, longest_s):
            return replace(session, activation=activation, tap_s=tap_s, longest_s=longest_s), ()
        case Loaded() | Unloaded() | LoadFailed() | ChangeFailed():
            return _models(session, event)
    return session, ()


def _models(session: Session, event: Loaded | Unloaded | LoadFailed | ChangeFailed) -> Step:
    match event:
        case Loaded(state):
            return replace(session, models=state, broken=None), ()
        case Unloaded():
            return replace(session, models=None, broken=None), ()
        case LoadFailed(notice):
            return replace(session, broken=notice, trouble=notice), (Notify(notice),)
        case ChangeFailed(notice):
            return replace(session, trouble=notice), (Notify(notice),)


def _last_text(session: Session, event: CopyAsked | ForgetAsked) -> Step:
    if isinstance(event, ForgetAsked):
        return replace(session, last_text=""), ()
    return session, (Copy(session.last_text),) if session.last_text else ()


def _asked(session: Session, event: StartAsked | StopAsked | Toggled) -> Step:
    match event:
        case StartAsked(at, destination, longest_s) if session.capture is None:
            return _start(session, at, destination, longest_s=longest_s)
        case StartAsked() if session.in_tail:  # what was said until now is handed over first
            stopped, stop = _stop(session)
            started, start = _asked(stopped, event)
            return started, (*stop, *start)
        case StopAsked() | Toggled() if session.in_tail:
            return _stop(session)
        case StopAsked(at) | Toggled(at) if session.capture is not None:
            return _with(session, _let_go(session.capture, at)), ()
        case Toggled(at):
            return _start(session, at)
    return session, ()


def _key(session: Session, event: Pressed | Released | Interrupted) -> Step:
    capture = session.capture
    if capture is None:
        return _start(session, event.at, key_down=True) if isinstance(event, Pressed) else (session, ())
    match event:
        case Pressed() if capture.tail_until is not None:  # its next release ends the recording as this one would have
            return _with(session, replace(capture, key_down=True, closing=True, tail_until=None, resumed=True)), ()
        case Pressed() if not capture.key_down:
            return _with(session, replace(capture, key_down=True, closing=True)), ()
        case Released(at) if capture.key_down:
            return _with(session, _released(session, capture, at)), ()
        case Interrupted() if capture.key_down and capture.resumed:  # a shortcut right after the last word
            return _stop(session)
        case Interrupted() if capture.key_down and capture.closing:
            return _with(session, replace(capture, key_down=False, closing=False)), ()
        case Interrupted() if capture.key_down:
            return replace(session, capture=None), (DiscardCapture(),)
    return session, ()


def _released(session: Session, capture: Capture, at: float) -> Capture:
    tapped = at - capture.began < session.tap_s
    stays = session.activation is Activation.TOGGLE or (session.activation is Activation.HYBRID and tapped)
    if stays and not capture.closing:
        return replace(capture, key_down=False)
    return _let_go(capture, at)


def _let_go(capture: Capture, at: float) -> Capture:
    return replace(capture, key_down=False, tail_until=at + TAIL_S)


def _tick(session: Session, at: float) -> Step:
    if session.flash is not None and at >= session.flash_until:
        session = replace(session, flash=None)
    capture = session.capture
    if capture is None:
        return session, ()
    if capture.tail_until is not None and at >= capture.tail_until:
        return _stop(session)
    if at >= capture.began + capture.longest_s:
        return _stop(session, Notify(_too_long(capture.longest_s)))
    return session, ()


def _too_long(longest_s: float) -> Notice:
    if longest_s >= 120 and longest_s % 60 == 0:
        longest = Sentence("{number:.0f} minutes", number=longest_s / 60)
    else:
        longest = Sentence("{number:.0f} seconds", number=longest_s)
    return Notice(Sentence("Recording stopped after {longest}, the longest allowed.", longest=longest), is_error=False)


def _start(
    session: Session,
    at: float,
    destination: Destination = Destination.WINDOW,
    *,
    longest_s: float | None = None,
    key_down: bool = False,
) -> Step:
    if session.broken is not None:  # a recording that can never become text would only disappoint later
        return session, (Notify(session.broken),)
    capture = Capture(at, min(longest_s or session.longest_s, session.longest_s), key_down)
    return replace(session, capture=capture, flash=None, trouble=None), (StartCapture(session.take, destination),)


def _stop(session: Session, *also: Command) -> Step:
    until = session.capture.tail_until if session.capture is not None else None
    released_at = until - TAIL_S if until is not None else None
    return replace(session, capture=None), (StopCapture(released_at), *also)


def _finish(session: Session, event: Finished) -> Step:
    session = replace(session, pending=session.pending - 1, last_text=event.text or session.last_text)
    if event.notice is not None and event.notice.is_error:
        session = replace(session, trouble=event.notice)
    if event.flash is not None:
        session = _flash(session, event.flash, event.at)
    commands: tuple[Command, ...] = (Notify(event.notice),) if event.notice is not None else ()
    if event.text:
        commands += (Show(Live(text=event.text, is_final=True)),)
    return session, commands


def _held(session: Session, held: Held) -> Step:
    if held.segment.take != session.take:  # cancelled while it was on its way
        return session, (Abandon(held.segment),)
    waiting = replace(session, held=(*session.held, held), last_text=held.question.text)
    return replace(waiting, pending=session.pending - 1), (Ask(held.question),)


def _answer(session: Session, number: int, answer: WhenMoved) -> Step:
    """An answer may come twice, or long after; what was cancelled since was something else."""
    meant = next((held for held in session.held if held.question.number == number), None)
    if meant is None:
        return session, ()
    others = tuple(held for held in session.held if held is not meant)
    today = replace(meant, segment=replace(meant.segment, take=session.take))
    return replace(session, held=others, pending=session.pending + 1), (Land(today, answer),)


def _flash(session: Session, stage: Stage, at: float) -> Session:
    return replace(session, flash=stage, flash_until=at + FLASH_S)


def _with(session: Session, capture: Capture) -> Session:
    return replace(session, capture=capture)
