"""One paste, decided here and carried out elsewhere: what was seen and the time in, the next act out. Pure.

    wait until no key is down -> OFFER the text -> PRESS the paste keys -> the focused program reads
    -> a quiet moment -> RESTORE what was there before
                                       nobody reads -> KEEP the text on the clipboard

A fixed delay instead of the proof of reading pastes the OLD clipboard into a program that is busy. The quiet moment is
for programs that ask twice: Chromium does, 10 ms apart, and pastes what it gets the second time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Act(StrEnum):
    """What to do next."""

    WAIT = "wait"  # for an event, or for some seconds
    OFFER = "offer"  # save the old clipboard and own it with the text
    PRESS = "press"  # the paste keys
    RESTORE = "restore"  # put back what was there
    KEEP = "keep"  # leave the text on the clipboard


class Held(StrEnum):
    """Which keys the user has down."""

    NOTHING = "nothing"
    OTHERS = "others"
    MODIFIERS = "modifiers"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds."""

    keys_s: float = 30.0  # the push-to-talk key may be down for the next sentence already
    reader_s: float = 3.0
    quiet_s: float = 0.15
    poll_s: float = 0.01  # the keyboard tells us nothing by itself


@dataclass(frozen=True, slots=True)
class Paste:
    """What has happened so far; times in seconds of one clock."""

    asked_at: float
    held: Held = Held.NOTHING
    is_offered: bool = False
    pressed_at: float | None = None
    read_at: float | None = None  # the focused program has got the text
    heard_at: float | None = None  # it asked for something, the last time
    is_sending: bool = False  # a long text is still on its way to it
    is_lost: bool = False  # another program took the clipboard before anybody read
    is_hopeless: bool = False  # no window has the focus, or the clipboard or the keys cannot be had

    def offered(self) -> Paste:
        return replace(self, is_offered=True, is_lost=False)

    def hopeless(self) -> Paste:
        return replace(self, is_hopeless=True)

    def pressed(self, now: float) -> Paste:
        return replace(self, pressed_at=now)

    def asked(self, now: float, *, got_text: bool) -> Paste:
        """The focused program asked. Before the keys were pressed it was only curious."""
        if self.pressed_at is None:
            return self
        read_at = now if got_text and self.read_at is None else self.read_at
        return replace(self, heard_at=now, read_at=read_at)

    def lost(self) -> Paste:
        """Before the keys are pressed the text can simply be offered again."""
        if self.pressed_at is None:
            return replace(self, is_offered=False)
        return replace(self, is_lost=self.read_at is None)


@dataclass(frozen=True, slots=True)
class Step:
    act: Act
    again_s: float = 0.0  # WAIT: decide again after so many seconds at the latest


def evaluate(paste: Paste, now: float, limits: Limits) -> Step:
    """The next act."""
    if paste.is_hopeless or paste.is_lost:
        return Step(Act.KEEP)
    if paste.pressed_at is None:
        return _before_keys(paste, now, limits)
    if paste.read_at is None:
        return _until(paste.pressed_at + limits.reader_s, now, Act.KEEP)
    if paste.is_sending:
        return Step(Act.WAIT, limits.quiet_s)
    return _until((paste.heard_at or paste.read_at) + limits.quiet_s, now, Act.RESTORE)


def _before_keys(paste: Paste, now: float, limits: Limits) -> Step:
    """A modifier that is held would make another shortcut of the paste; any other key may be a grabbed one.

    A held key is never released by us: its listener would take that for the end of the recording. What is still down at
    the limit is stuck. A stuck modifier forbids the paste; another key does not.
    """
    is_late = now >= paste.asked_at + limits.keys_s
    if paste.held is not Held.NOTHING and not is_late:
        return Step(Act.WAIT, limits.poll_s)
    if paste.held is Held.MODIFIERS:
        return Step(Act.KEEP)
    return Step(Act.PRESS if paste.is_offered else Act.OFFER)


def _until(due: float, now: float, act: Act) -> Step:
    return Step(act) if now >= due else Step(Act.WAIT, due - now)
