"""Work that another thread does, and what comes of it back in the GUI thread."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from mojovoice_gui.errors import MojoVoiceError

T = TypeVar("T")


class Awaited(Generic[T]):
    """Made in the GUI thread and kept until it is over; nothing is told once it is let go, or ``owner`` is gone."""

    def __init__(
        self,
        owner: QObject,
        future: Future[T],
        then: Callable[[T], None],
        failed: Callable[[MojoVoiceError], None] = lambda _: None,
    ) -> None:
        """One of the two is called in the GUI thread, later. Other errors are raised there."""
        self._owner = owner
        self._then = then
        self._failed = failed
        bringer = _Bringer(weakref.WeakMethod(self._came))
        future.add_done_callback(bringer.bring)

    def _came(self, future: Future[T]) -> None:
        if not isValid(self._owner):  # its window was closed for good meanwhile
            return
        try:
            result = future.result()
        except MojoVoiceError as error:
            self._failed(error)
        else:
            self._then(result)


class _Bringer(QObject):
    """From one thread to the other. It belongs to the application and outlives whoever waits: if it went with them,
    the other thread might be at it just then, and that is the end of the program."""

    came = Signal(object)

    def __init__(self, tell: weakref.WeakMethod[Callable[..., None]]) -> None:
        super().__init__(QCoreApplication.instance())
        self._tell = tell
        self.came.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def bring(self, future: Future[T]) -> None:
        """Called by the other thread."""
        with contextlib.suppress(RuntimeError):  # the application has ended
            self.came.emit(future)

    @Slot(object)
    def _hand_over(self, future: Future[T]) -> None:
        self.deleteLater()
        tell = self._tell()
        if tell is not None:
            tell(future)
