"""Work that another thread does, and what comes of it back in the GUI thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from mojovoice_gui.errors import MojoVoiceError

T = TypeVar("T")


class _Done(QObject):
    came = Signal(object)


class Awaited(Generic[T]):
    """Made in the GUI thread and kept until it is over; nothing is told once it is let go."""

    def __init__(
        self, future: Future[T], then: Callable[[T], None], failed: Callable[[MojoVoiceError], None] = lambda _: None
    ) -> None:
        """One of the two is called in the GUI thread, later. Other errors are raised there."""
        self._then = then
        self._failed = failed
        self._done = _Done()
        self._done.came.connect(self._came, Qt.ConnectionType.QueuedConnection)
        tell = self._done.came.emit
        future.add_done_callback(lambda done: _tell(tell, done))

    def _came(self, future: Future[T]) -> None:
        try:
            result = future.result()
        except MojoVoiceError as error:
            self._failed(error)
        else:
            self._then(result)


def _tell(emit: Callable[[object], None], future: Future[T]) -> None:
    with contextlib.suppress(RuntimeError):  # nobody waits for it any more
        emit(future)
