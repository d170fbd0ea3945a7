"""TextInserter by way of a clipboard: a thread serves it, and stays behind to give back what was there."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

from mojovoice_gui.domain import Destination, Insertion
from mojovoice_gui.errors import InsertionFailed

log = logging.getLogger(__name__)

CLOSE_S = 5.0
ALIVE_EVERY_S = 0.5


class Readable(Protocol):
    def fileno(self) -> int: ...


class Clipboard(Protocol):
    """One text at a time; made in one thread, then used by another alone."""

    @property
    def is_idle(self) -> bool:
        """The last text is settled, and what was there before it is back."""

    def insert(self, text: str, done: Future[Insertion]) -> None:
        """Begin; ``done`` is told as soon as the focused program has the text, or it is certain that it will not."""

    def copy(self, text: str, done: Future[Insertion]) -> None: ...

    def listen(self) -> None:
        """Deal with what has arrived, without waiting."""

    def advance(self) -> float | None:
        """Do what is due; the seconds until it must be asked again, None when only an event can change anything."""

    def sleep(self, timeout_s: float | None, waker: Readable) -> None:
        """Until something arrives or ``waker`` can be read."""

    def close(self) -> None:
        """End what is under way, then the connection."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    text: str
    destination: Destination
    done: Future[Insertion]


class ClipboardInserter:
    """In ``Clipboard``'s own thread."""

    gone: tuple[type[Exception], ...] = (OSError,)  # what is raised once the screen is

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._is_closing = threading.Event()
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="clipboard", daemon=True)
        self._thread.start()

    def insert(self, text: str) -> Insertion:
        """Returns as soon as the focused program has the text; the clipboard is restored afterwards.

        Raises ``InsertionFailed`` when the screen is gone. A newline at the end is left out: it would run the text as a
        command.
        """
        text = text.rstrip("\r\n")
        if not text:
            return Insertion.PASTED
        began_s = time.monotonic()
        outcome = self._order(text, Destination.WINDOW)
        log.info("%d characters %s in %.0f ms", len(text), outcome, 1000 * (time.monotonic() - began_s))
        return outcome

    def copy(self, text: str) -> None:
        """Raises ``InsertionFailed``."""
        self._order(text, Destination.CLIPBOARD)

    def close(self) -> None:
        """What we still own goes to a clipboard manager, if there is one. May be called twice."""
        self._is_closing.set()
        if self._thread.is_alive():
            self._waker.send(b"!")
            self._thread.join(CLOSE_S)
        self._waker.close()
        self._woken.close()

    def _order(self, text: str, destination: Destination) -> Insertion:
        order = Order(text, destination, Future())
        self._orders.put(order)
        if self._thread.is_alive():
            self._waker.send(b"!")
        while True:
            try:
                return order.done.result(ALIVE_EVERY_S)
            except TimeoutError:
                if not self._thread.is_alive() and not order.done.done():
                    raise InsertionFailed(
                        "The connection to the screen is lost.", "Start Mojo Voice again."
                    ) from self._failure

    # -- the clipboard thread

    def _run(self) -> None:
        try:
            self._serve()
            self._clipboard.close()
        except self.gone as failure:
            self._failure = failure
            log.warning("The connection to the screen was lost: %s", failure)
        except Exception as failure:
            self._failure = failure
            log.exception("The clipboard thread ended")

    def _serve(self) -> None:
        """Events are answered first; an order waits until the one before is settled and its clipboard restored."""
        while not self._is_closing.is_set():
            self._clipboard.listen()
            pause_s = self._clipboard.advance()
            if self._clipboard.is_idle and not self._orders.empty():
                self._begin(self._orders.get())
                continue
            self._clipboard.sleep(pause_s, self._woken)
            self._forget_wakes()

    def _forget_wakes(self) -> None:
        with contextlib.suppress(BlockingIOError):  # it was an event that woke us
            self._woken.recv(64)

    def _begin(self, order: Order) -> None:
        act = self._clipboard.insert if order.destination is Destination.WINDOW else self._clipboard.copy
        act(order.text, order.done)
