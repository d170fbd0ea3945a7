"""Carries out a paste as ``paste.py`` decides it; owns the old clipboard after it, until another program takes it.

Everything here runs on the clipboard thread.
"""

from __future__ import annotations

import logging
import time
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from Xlib import X, Xatom
from Xlib.protocol import rq

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.content import TEXT_TARGETS, Content, text_content
from mojovoice_gui.desktop.insertion.giving_back import give_back
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.inserter import Readable
from mojovoice_gui.desktop.insertion.keyboard import Keyboard
from mojovoice_gui.desktop.insertion.paste import Act, Held, Limits, Paste, evaluate
from mojovoice_gui.desktop.insertion.reading import read_selection
from mojovoice_gui.desktop.insertion.selections import Selections
from mojovoice_gui.desktop.insertion.terminals import PasteKey, PasteWay, without_letters
from mojovoice_gui.desktop.insertion.typist import XTypist
from mojovoice_gui.domain import Insertion
from mojovoice_gui.errors import InsertionFailed

log = logging.getLogger(__name__)

CLIPBOARD, PRIMARY = "CLIPBOARD", "PRIMARY"
HANDOVER_S = 1.0  # some managers have read everything before and never answer


@dataclass(slots=True)
class Job:
    """One text on its way."""

    spoken: str
    done: Future[Insertion]
    paste: Paste
    text: str  # the same with the space that belongs to it
    window: int = 0  # that has the keyboard
    reader: int = 0  # the focused program
    is_typed: bool = False  # key by key, from now on
    before: dict[str, Content | None] = field(default_factory=dict)  # by selection; None: its owner said nothing


class X11Clipboard:
    """One text at a time; ``is_idle`` when the last one is settled and what was there before is back."""

    def __init__(
        self, connection: Connection, habits: Habits, spacing: Spacing, *, restores: bool, limits: Limits
    ) -> None:
        self._connection = connection
        self._habits = habits
        self._spacing = spacing
        self._keyboard = Keyboard(connection)
        self._typist = XTypist(connection)
        self._selections = Selections(connection)
        self._restores = restores
        self._limits = limits
        self._job: Job | None = None
        connection.dispatch = self.handle

    @property
    def is_idle(self) -> bool:
        return self._job is None

    def insert(self, text: str, done: Future[Insertion]) -> None:
        """Begin. ``done`` is told as soon as the focused program has the text, or it is certain that it will not."""
        self._job = Job(text, done, Paste(asked_at=time.monotonic()), text)

    def copy(self, text: str, done: Future[Insertion]) -> None:
        self._leave(text, {CLIPBOARD}, done, Insertion.ON_CLIPBOARD)

    def listen(self) -> None:
        """Deal with what has arrived, without waiting."""
        for event in self._connection.pending():
            self.handle(event)

    def sleep(self, timeout_s: float | None, waker: Readable) -> None:
        """Until an event arrives or ``waker`` can be read."""
        self._connection.sleep(timeout_s, waker)

    def handle(self, event: rq.Event) -> None:
        """Any event of the X server."""
        if event.type == X.SelectionRequest:
            self._serve(event)
        elif event.type == X.SelectionClear:
            self._lose(self._selections.cleared(event))
        elif event.type == X.PropertyNotify:
            self._selections.transfers.handle(event)
        elif event.type == X.DestroyNotify:
            self._selections.transfers.stop(event.window.id)
        elif event.type == X.MappingNotify:
            self._keyboard.refresh(event)

    def _serve(self, event: rq.Event) -> None:
        requests = self._selections.serve(event)
        job = self._job
        if job is None or job.paste.pressed_at is None:
            return
        was_read = job.paste.read_at is not None
        for request in requests:
            if self._connection.program_of(request.reader) == job.reader:
                got_text = request.is_granted and request.target in TEXT_TARGETS
                job.paste = job.paste.asked(time.monotonic(), got_text=got_text)
        if job.paste.read_at is not None and not was_read:
            self._deliver(job, Insertion.PASTED)

    def _lose(self, selection: str) -> None:
        if self._job is not None and selection in self._job.before:
            self._job.paste = self._job.paste.lost()

    def advance(self) -> float | None:
        """Do what is due; the seconds until it must be asked again, None when only an event can change anything."""
        self._selections.transfers.expire()
        while self._job is not None:
            if self._job.is_typed:
                return self._type_on(self._job)
            self._look(self._job)
            step = evaluate(self._job.paste, time.monotonic(), self._limits)
            if step.act is Act.WAIT:
                return step.again_s
            self._carry_out(step.act, self._job)
        return 1.0 if self._selections.transfers.readers else None

    def _look(self, job: Job) -> None:
        """What no event tells."""
        if job.paste.pressed_at is None:
            job.paste = replace(job.paste, held=self._keyboard.held())
        else:
            readers = map(self._connection.program_of, self._selections.transfers.readers)
            job.paste = replace(job.paste, is_sending=job.reader in readers)

    def _carry_out(self, act: Act, job: Job) -> None:
        match act:
            case Act.OFFER:
                self._enter(job)
            case Act.PRESS:
                self._press(job)
            case Act.RESTORE:
                self._restore(job)
                self._job = None
            case Act.KEEP:
                self._keep(job)
                self._job = None

    def _enter(self, job: Job) -> None:
        """By the way that the focused program likes."""
        window = self._connection.focused()
        job.window = window.id if window else 0
        job.text = self._spacing.spaced(job.spoken, job.window or None, time.monotonic())
        way = self._habits.way(self._connection.wm_class(window) if window else ())
        if way.keys is PasteKey.CLIPBOARD:
            self._leave(job.spoken, {CLIPBOARD}, job.done, Insertion.COPIED)
            self._job = None
        elif way.keys is not PasteKey.TYPE:
            job.paste = job.paste.offered() if self._offer(CLIPBOARD, job) else job.paste.hopeless()
        elif window is not None and self._typist.begin(job.text):
            job.reader = self._connection.client_of(window.id)
            job.is_typed = True
        else:
            job.paste = job.paste.hopeless()

    def _type_on(self, job: Job) -> float:
        """The next key, unless it would go to another program, be one with a modifier, or go to who grabs a key."""
        is_late = time.monotonic() >= job.paste.asked_at + self._limits.keys_s
        with self._connection.alone():  # a window or a grab that came between looking and typing would take ours along
            window = self._connection.focused()
            is_here = window is not None and self._connection.client_of(window.id) == job.reader
            held = self._keyboard.held()
            is_free = is_here and (held is Held.NOTHING or (is_late and held is not Held.MODIFIERS))
            pause_s = self._typist.go_on() if is_free else self._limits.poll_s
        if not is_here or (not is_free and is_late):
            return self._stop_typing(job)
        if pause_s is None:
            self._deliver(job, Insertion.TYPED)
            self._job = None
        return pause_s or 0.0

    def _stop_typing(self, job: Job) -> float:
        log.info("Typing has stopped: another program has the keyboard, or a key is stuck")
        self._typist.stop()
        self._keep(job)
        self._job = None
        return 0.0

    def _deliver(self, job: Job, how: Insertion) -> None:
        self._spacing.delivered(job.window, time.monotonic())
        job.done.set_result(how)

    def _offer(self, selection: str, job: Job) -> bool:
        """What we own from the last time need not be read again: that is nearly always so."""
        before = self._selections.content(selection)
        if before is None and self._restores:
            before = read_selection(self._connection, selection)
        job.before[selection] = before
        return self._selections.own(selection, text_content(job.text, is_passing=self._restores))

    def _press(self, job: Job) -> None:
        window = self._connection.focused()
        way = self._way(self._connection.wm_class(window)) if window else None
        if window is None or way is None:
            log.info("Not pasted: %s", "no key pastes in this layout" if window else "no window has the focus")
            job.paste = job.paste.hopeless()
            return
        if way.from_primary and not self._offer(PRIMARY, job):
            job.paste = job.paste.hopeless()
            return
        job.reader = self._connection.program_of(window.id)
        self._keyboard.press(way.keys)
        job.paste = job.paste.pressed(time.monotonic())

    def _way(self, wm_class: tuple[str, ...]) -> PasteWay | None:
        ways = (self._habits.way(wm_class), without_letters(wm_class))
        return next((way for way in ways if self._keyboard.can_press(way.keys)), None)

    def _restore(self, job: Job) -> None:
        if self._restores:
            give_back(self._selections, job.before, text_content(job.text, is_passing=False))

    def _keep(self, job: Job) -> None:
        """The text stays, for the user's own paste; a clipboard manager may have it. A late reader finds it as well."""
        self._leave(job.text, {CLIPBOARD, *job.before}, job.done, Insertion.ON_CLIPBOARD)

    def _leave(self, text: str, selections: set[str], done: Future[Insertion], how: Insertion) -> None:
        content = text_content(text, is_passing=False)
        if all(self._selections.own(selection, content) for selection in sorted(selections)):
            done.set_result(how)
        else:
            done.set_exception(InsertionFailed("Another program holds the clipboard.", "Dictate again."))

    def close(self) -> None:
        """End what is under way, then leave what we own to a clipboard manager, if there is one."""
        if self._job is not None:
            (self._keep if self._job.paste.read_at is None else self._restore)(self._job)
            self._job = None
        self._typist.close()
        if self._selections.content(CLIPBOARD) is not None and self._connection.owner_of("CLIPBOARD_MANAGER"):
            self._hand_over()
        self._connection.close()

    def _hand_over(self) -> None:
        """The manager reads everything, then says so (freedesktop.org clipboard manager specification)."""
        window, place = self._connection.window, self._connection.atom("MOJOVOICE_TARGETS")
        content = self._selections.content(CLIPBOARD) or {}
        window.change_property(place, Xatom.ATOM, 32, [self._connection.atom(name) for name in content])
        manager, save = self._connection.atom("CLIPBOARD_MANAGER"), self._connection.atom("SAVE_TARGETS")
        window.convert_selection(manager, save, place, self._connection.server_time())
        self._connection.wait_for(
            lambda event: event.type == X.SelectionNotify and event.selection == manager, HANDOVER_S
        )
