"""Calls into a model that take long and cannot be broken off. Nobody has to wait for one that came to be of no use."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from mojovoice_gui.domain import IsCancelled

LOOK_S = 0.002
"""How often it is asked whether the result is still wanted."""

T = TypeVar("T")


class GivenUp(Exception):
    """What was asked for is not wanted any more. It goes on for a while, and its result is dropped."""


class Errands:
    """One after the other: what was given up ends before the next one begins. Used by one thread.

    Their threads are no hindrance when the process ends: a card that hangs must not keep it.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()

    def run(self, call: Callable[[], T], is_cancelled: IsCancelled) -> T:
        """Raises ``GivenUp`` once ``is_cancelled``, and whatever ``call`` raises."""
        errand: Future[T] = Future()
        threading.Thread(target=self._do, args=(call, errand), name="errand", daemon=True).start()
        while not wait([errand], LOOK_S).done:
            if is_cancelled():
                errand.cancel()  # should it not have begun
                raise GivenUp
        try:
            return errand.result()
        finally:
            del errand  # its error knows this frame, and would keep itself and the models

    def rest(self, is_cancelled: IsCancelled) -> None:
        """Come back when nothing goes on. Raises ``GivenUp``."""
        self.run(lambda: None, is_cancelled)

    def _do(self, call: Callable[[], T], errand: Future[T]) -> None:
        with self._turn:
            if not errand.set_running_or_notify_cancel():
                return
            try:
                errand.set_result(call())
            except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
                errand.set_exception(error)
                del errand  # as above
