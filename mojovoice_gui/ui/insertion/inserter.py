"""TextInserter by Qt's clipboard and the system's paste keys, for Windows and macOS. Not run on either yet.

The clipboard belongs to the GUI thread: whoever has a text hands it in and waits. That somebody reads the text, Qt
tells, as it is made only then; who it is, neither system tells: the focused program, or one that keeps what was copied.
So what was on the clipboard comes back a second after the text was read last. Others wait 0.45 s on macOS and 0.85 s on
Windows (OpenWhispr), 1 s (MacParakeet) or 1.5 s (Koe) after the keys; 0.15 and 0.4 s were too short (presspeech #11,
#36). What nobody reads stays there, as before a window of an administrator's program, which takes no keys from us.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.paste import Act, Held, Limits, Paste, evaluate
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.domain import Focus, Insertion
from mojovoice_gui.errors import InsertionFailed
from mojovoice_gui.ui.insertion.clipboard import Saved, give_back, is_lent, leave, lend, save

log = logging.getLogger(__name__)

LIMITS = Limits(quiet_s=1.0)
LONGEST_LOAN_S = 3.0  # after the first reading: some programs read again and again
SETTLE_S = 0.06  # programs that watch the clipboard hold it for a moment when it changes
ALIVE_EVERY_S = 0.5


class PasteKeyboard(Protocol):
    """What presses the keys."""

    def obstacle(self) -> str:
        """Why it may not; empty when it may."""

    def held(self) -> frozenset[Modifier]:
        """The modifiers that are down now."""

    def usual(self, program: str) -> PasteKey:
        """What pastes there; the name may be empty."""

    def press(self, keys: PasteKey) -> None: ...

    def type(self, text: str) -> None:
        """Key by key."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """A text and the way it goes; never AUTO."""

    text: str
    keys: PasteKey
    restores: bool
    done: Future[Insertion]


@dataclass(slots=True)
class Job:
    """One order on its way."""

    order: Order
    paste: Paste
    before: Saved | None = None  # None: nothing comes back
    was_read: bool = False  # by whoever


class PasteDesk(QObject):
    """Sees to one order after another, in the GUI thread."""

    _ordered = Signal(object)

    def __init__(self, keyboard: PasteKeyboard, limits: Limits = LIMITS) -> None:
        """Made in the GUI thread."""
        super().__init__()
        self.keyboard = keyboard
        self._limits = limits
        self._orders: deque[Order] = deque()
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self._ordered.connect(self._take)
        self.is_closed = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def order(self, order: Order) -> Insertion:
        """Waits for it, so never from the GUI thread; raises ``InsertionFailed``."""
        self._ordered.emit(order)
        while True:
            try:
                return order.done.result(ALIVE_EVERY_S)
            except TimeoutError:
                if self.is_closed and not order.done.done():
                    raise InsertionFailed("Mojo Voice is ending.", "Start it again.") from None

    # ---- in the GUI thread

    def close(self) -> None:
        """End what is under way. May be called twice."""
        self.is_closed = True
        self._timer.stop()
        job, self._job = self._job, None
        if job is not None:
            self._settle(job, Act.KEEP if job.paste.read_at is None else Act.RESTORE)

    def _take(self, order: Order) -> None:
        self._orders.append(order)
        if self._job is None:
            self._next()

    def _next(self) -> None:
        """Until one has to wait; the ones before it are settled."""
        while self._orders and self._job is None and not self.is_closed:
            order = self._orders.popleft()
            if order.keys is PasteKey.CLIPBOARD:
                leave(order.text)
                order.done.set_result(Insertion.COPIED)
            else:
                self._job = Job(order, Paste(asked_at=time.monotonic()))
                self._advance()

    def _advance(self) -> None:
        job = self._job
        try:
            self._go_on()
        except Exception as failure:  # the top of what Qt calls; somebody waits in another thread
            log.exception("A text was not inserted")
            self._job = None
            if job is not None and not job.order.done.done():
                sentence = InsertionFailed("The text could not be inserted.", "The log has the details.")
                sentence.__cause__ = failure
                job.order.done.set_exception(sentence)

    def _go_on(self) -> None:
        """Do what is due, then wait for what comes next."""
        while (job := self._job) is not None:
            self._look(job)
            step = evaluate(job.paste, time.monotonic(), self._limits)
            match step.act:
                case Act.WAIT:
                    return self._timer.start(round(1000 * step.again_s) + 1)
                case Act.OFFER if job.order.keys is PasteKey.TYPE:
                    self._type(job)
                case Act.OFFER:
                    job.before = save() if job.order.restores else None
                    job.paste = job.paste.offered()
                    lend(job.order.text, lambda: self._read(job))
                    return self._timer.start(round(1000 * SETTLE_S))
                case Act.PRESS:
                    self._press(job)
                case Act.RESTORE | Act.KEEP:
                    self._job = None
                    self._settle(job, step.act)
                    self._next()
        return None

    def _look(self, job: Job) -> None:
        """What no event tells."""
        if job.paste.is_offered and not is_lent():
            job.paste = job.paste.lost()
        if job.paste.pressed_at is None:
            job.paste = replace(job.paste, held=Held.MODIFIERS if self.keyboard.held() else Held.NOTHING)

    def _read(self, job: Job) -> None:
        """By whom, nobody knows."""
        if job is not self._job:
            return
        job.was_read = True
        if job.paste.pressed_at is not None:
            self._has_it(job)
            self._timer.start(0)  # decide anew

    def _type(self, job: Job) -> None:
        if obstacle := self.keyboard.obstacle():
            log.info("Not typed: %s", obstacle)
            job.paste = job.paste.hopeless()
            return
        self.keyboard.type(job.order.text)
        self._job = None
        job.order.done.set_result(Insertion.TYPED)
        self._next()

    def _press(self, job: Job) -> None:
        if obstacle := self.keyboard.obstacle():
            log.info("Not pasted: %s", obstacle)
            job.paste = job.paste.hopeless()
            return
        job.paste = job.paste.pressed(time.monotonic())
        self.keyboard.press(job.order.keys)
        if job.was_read:  # the system has it by now, and asks us no more
            self._has_it(job)

    def _has_it(self, job: Job) -> None:
        now = time.monotonic()
        if job.paste.read_at is None or now < job.paste.read_at + LONGEST_LOAN_S:
            job.paste = job.paste.asked(now, got_text=True)
        if not job.order.done.done():
            job.order.done.set_result(Insertion.PASTED)

    def _settle(self, job: Job, act: Act) -> None:
        """What another program has put there meanwhile stays."""
        if act is Act.KEEP:
            leave(job.order.text)
            if not job.order.done.done():
                job.order.done.set_result(Insertion.ON_CLIPBOARD)
        elif not is_lent():
            return
        elif job.before is not None:
            give_back(job.before)
        else:
            leave(job.order.text)


class QtInserter:
    """``domain.TextInserter``; used by one thread, which is not that of the GUI."""

    def __init__(
        self, desk: PasteDesk, focus: Focus, habits: Habits, spacing: Spacing, *, restore_clipboard: bool
    ) -> None:
        """Without ``restore_clipboard`` each text stays there."""
        self._desk = desk
        self._focus = focus
        self._habits = habits
        self._spacing = spacing
        self._restores = restore_clipboard

    def insert(self, text: str) -> Insertion:
        """Raises ``InsertionFailed``. A newline at the end is left out: it would run the text as a command."""
        text = text.rstrip("\r\n")
        if not text:
            return Insertion.PASTED
        began_s = time.monotonic()
        place = self._focus.place()
        program = place.application if place else ""
        keys = self._habits.chosen((program,))
        if keys is PasteKey.AUTO:
            keys = self._desk.keyboard.usual(program)
        is_copy = keys is PasteKey.CLIPBOARD
        outcome = self._order(text if is_copy else self._spacing.spaced(text, place, began_s), keys)
        if outcome in {Insertion.PASTED, Insertion.TYPED}:
            self._spacing.delivered(place, time.monotonic())
        log.info("%d characters %s in %.0f ms", len(text), outcome, 1000 * (time.monotonic() - began_s))
        return outcome

    def copy(self, text: str) -> None:
        """Raises ``InsertionFailed``."""
        self._order(text, PasteKey.CLIPBOARD)

    def close(self) -> None:
        """The desk stays: it gives back what was on the clipboard."""
        self._focus.close()

    def _order(self, text: str, keys: PasteKey) -> Insertion:
        return self._desk.order(Order(text, keys, self._restores, Future()))
