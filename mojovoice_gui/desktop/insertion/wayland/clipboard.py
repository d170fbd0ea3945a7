"""Carries out a paste as ``paste.py`` decides it; owns the old clipboard after it, until another program takes it.

Everything here runs on the clipboard thread. Nobody tells who reads: whoever does so after the keys is taken for the
program in front. Clipboard managers read at once, so they are given a moment before the keys.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Protocol

from mojovoice_gui.desktop.insertion.content import TEXT_TARGETS, text_content
from mojovoice_gui.desktop.insertion.giving_back import give_back
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.inserter import Readable
from mojovoice_gui.desktop.insertion.keystrokes import Typist
from mojovoice_gui.desktop.insertion.paste import Act, Limits, Paste, evaluate
from mojovoice_gui.desktop.insertion.terminals import PasteKey, PasteWay, way_to_paste
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.selections import Ears, Formats, Selection, Selections
from mojovoice_gui.desktop.insertion.wayland.windows import Windows
from mojovoice_gui.domain import Insertion

CURIOUS_S = 0.04  # a clipboard manager has begun to read by then


class PasteKeys(Protocol):
    """Keys pressed by program."""

    def press(self, keys: PasteKey) -> bool:
        """False when they cannot be pressed now."""


@dataclass(slots=True)
class Job:
    """One text on its way."""

    spoken: str
    done: Future[Insertion]
    paste: Paste
    text: str  # the same with the space that belongs to it
    application: str = ""  # in front, where the compositor tells
    keys: PasteKey = PasteKey.SHIFT_INSERT  # that it likes
    is_typed: bool = False  # key by key, from now on
    offered_at: float = 0.0
    before: dict[Selection, Formats | None] = field(default_factory=dict)  # None: its owner said nothing


class WaylandClipboard:
    """One text at a time; ``is_idle`` when the last one is settled and what was there before is back."""

    def __init__(
        self,
        connection: Connection,
        selections: Selections,
        keys: PasteKeys | None,
        typist: Typist | None,
        habits: Habits,
        spacing: Spacing,
        *,
        restores: bool,
        limits: Limits,
        bequeath: Callable[[Formats], None] = lambda _formats: None,
    ) -> None:
        """Without ``keys`` every text is left on the clipboard, without ``typist`` pasted rather than typed.

        ``bequeath``: to somebody who stays when we end.
        """
        self._bequeath = bequeath
        self._connection = connection
        self._selections = selections
        self._windows = Windows(connection)
        self._keys = keys
        self._typist = typist
        self._habits = habits
        self._spacing = spacing
        self._restores = restores
        self._limits = limits
        self._job: Job | None = None
        selections.ears = Ears(self._was_read, self._was_lost)

    @property
    def is_idle(self) -> bool:
        return self._job is None

    def insert(self, text: str, done: Future[Insertion]) -> None:
        """Begin. ``done`` is told as soon as somebody has the text, or it is certain that nobody will."""
        self._job = Job(text, done, Paste(asked_at=time.monotonic()), text)

    def copy(self, text: str, done: Future[Insertion]) -> None:
        self._leave(text, {Selection.CLIPBOARD}, done, Insertion.ON_CLIPBOARD)

    def listen(self) -> None:
        self._connection.listen()
        self._selections.send_more()

    def sleep(self, timeout_s: float | None, waker: Readable) -> None:
        self._connection.sleep(timeout_s, waker, writable=self._selections.sending)

    def advance(self) -> float | None:
        """Do what is due; the seconds until it must be asked again, None when only an event can change anything."""
        while (job := self._job) is not None:
            if job.is_typed and self._typist is not None:
                return self._type_on(job, self._typist)
            now = time.monotonic()
            job.paste = replace(job.paste, is_sending=bool(self._selections.sending))
            step = evaluate(job.paste, now, self._limits)
            if step.act is Act.WAIT:
                return step.again_s
            if step.act is Act.PRESS and now < job.offered_at + CURIOUS_S:
                return job.offered_at + CURIOUS_S - now
            self._carry_out(step.act, job)
        return None

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
        """By the way that the program in front likes."""
        job.application = self._windows.in_front()
        job.text = self._spacing.spaced(job.spoken, job.application or None, time.monotonic())
        way = self._way()
        if way.keys is PasteKey.CLIPBOARD:
            self._leave(job.spoken, {Selection.CLIPBOARD}, job.done, Insertion.COPIED)
            self._job = None
        elif self._keys is None:
            job.paste = job.paste.hopeless()
        elif way.keys is PasteKey.TYPE and self._typist is not None:
            job.is_typed = self._typist.begin(job.text)
        else:
            job.keys = way.keys
            self._offer_for(job, way)

    def _type_on(self, job: Job, typist: Typist) -> float:
        """The next key, unless another program has come to the front."""
        if self._windows.in_front() != job.application:
            typist.stop()
            self._keep(job)
            self._job = None
            return 0.0
        pause_s = typist.go_on()
        if pause_s is None:
            self._deliver(job, Insertion.TYPED)
            self._job = None
        return pause_s or 0.0

    def _deliver(self, job: Job, how: Insertion) -> None:
        self._spacing.delivered(job.application, time.monotonic())
        job.done.set_result(how)

    def _keep(self, job: Job) -> None:
        self._leave(job.text, {Selection.CLIPBOARD, *job.before}, job.done, Insertion.ON_CLIPBOARD)

    def _offer_for(self, job: Job, way: PasteWay) -> None:
        self._offer(Selection.CLIPBOARD, job)
        if way.from_primary and self._selections.has_primary:
            self._offer(Selection.PRIMARY, job)
        job.offered_at = time.monotonic()
        job.paste = job.paste.offered()

    def _offer(self, selection: Selection, job: Job) -> None:
        """What we own from the last time need not be read again: that is nearly always so."""
        before = self._selections.content(selection)
        if before is None and self._restores:
            before = self._selections.read(selection)
        job.before[selection] = before
        self._selections.own(selection, _formats(job.text, is_passing=self._restores))

    def _way(self) -> PasteWay:
        """Where the compositor does not tell what is in front, a terminal shall find the text as well."""
        app_id = self._windows.in_front()
        way = self._habits.way((app_id,))
        if way.keys is PasteKey.TYPE and self._typist is None:
            way = way_to_paste((app_id,))
        return way if app_id else replace(way, from_primary=way.keys is PasteKey.SHIFT_INSERT)

    def _press(self, job: Job) -> None:
        assert self._keys is not None  # otherwise the job was hopeless
        if self._keys.press(job.keys):
            job.paste = job.paste.pressed(time.monotonic())
        else:
            job.paste = job.paste.hopeless()

    def _was_read(self, selection: Selection, name: str) -> None:
        job = self._job
        if job is None or selection not in job.before:
            return
        was_read = job.paste.read_at is not None
        job.paste = job.paste.asked(time.monotonic(), got_text=name in TEXT_TARGETS)
        if job.paste.read_at is not None and not was_read:
            self._deliver(job, Insertion.PASTED)

    def _was_lost(self, selection: Selection) -> None:
        if self._job is not None and selection in self._job.before:
            self._job.paste = self._job.paste.lost()

    def _restore(self, job: Job) -> None:
        if self._restores:
            give_back(self._selections, job.before, _formats(job.text, is_passing=False))

    def _leave(self, text: str, selections: set[Selection], done: Future[Insertion], how: Insertion) -> None:
        """For the user's own paste; a clipboard manager may have it."""
        for selection in sorted(selections):
            self._selections.own(selection, _formats(text, is_passing=False))
        self._connection.roundtrip()
        done.set_result(how)

    def close(self) -> None:
        """End what is under way; what we still own is bequeathed."""
        job, self._job = self._job, None
        if job is not None and job.paste.read_at is None:
            self._keep(job)
        elif job is not None:
            self._restore(job)
        self._connection.roundtrip()
        if formats := self._selections.content(Selection.CLIPBOARD):
            self._bequeath(formats)
        self._connection.close()


def _formats(text: str, *, is_passing: bool) -> Formats:
    return {name: flavour.data for name, flavour in text_content(text, is_passing=is_passing).items()}
