"""One connection to a Wayland compositor: its objects, and what it offers. Used by one thread."""

from __future__ import annotations

import logging
import select
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mojovoice_gui.desktop.insertion.inserter import Readable
from mojovoice_gui.desktop.insertion.wayland.wire import Argument, Event, Wire
from mojovoice_gui.errors import DisplayMissing

log = logging.getLogger(__name__)

DISPLAY = 1  # the object that is there from the beginning
SYNC, GET_REGISTRY = 0, 1  # its requests
ERROR = 0  # its events; the other one is DELETE_ID
BIND = 0  # the registry's request
GLOBAL = 0  # the registry's event
ANSWER_S = 2.0

Hear: TypeAlias = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Global:
    """Something the compositor offers."""

    name: int
    version: int


class Connection:
    """Raises ``DisplayMissing`` when made, later ``OSError`` once the compositor is gone."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._wire = Wire(environ)
        self._hearers: dict[int, Hear] = {DISPLAY: self._hear_display}
        self._last_id = DISPLAY
        self._offered: dict[str, Global] = {}
        try:
            self._registry = self.new(self._hear_registry)
            self.send(DISPLAY, GET_REGISTRY, self._registry)
            self.roundtrip()
        except OSError as reason:
            self.close()
            raise DisplayMissing(
                "The Wayland compositor does not answer.", "Start Mojo Voice inside a desktop session."
            ) from reason

    def fileno(self) -> int:
        return self._wire.fileno()

    def new(self, hear: Hear) -> int:
        """A number for a new object; ``hear`` gets its events until the compositor has forgotten it."""
        self._last_id += 1
        self._hearers[self._last_id] = hear
        return self._last_id

    def adopt(self, number: int, hear: Hear) -> None:
        """An object that the compositor has made."""
        self._hearers[number] = hear

    def forget(self, number: int) -> None:
        """An object of the compositor's that we have destroyed."""
        self._hearers.pop(number, None)

    def send(self, target: int, opcode: int, *arguments: Argument) -> None:
        self._wire.send(target, opcode, *arguments)

    def offers(self, interface: str) -> bool:
        return interface in self._offered

    def bind(self, interface: str, most: int, hear: Hear = lambda _: None) -> tuple[int, int]:
        """The object and its version, at most ``most``. The interface is offered."""
        offered = self._offered[interface]
        version = min(offered.version, most)
        number = self.new(hear)
        self.send(self._registry, BIND, offered.name, interface, version, number)
        return number, version

    def roundtrip(self) -> None:
        """Until the compositor has dealt with everything that was sent; what it has said meanwhile was heard."""
        answered: list[Event] = []
        self.send(DISPLAY, SYNC, self.new(answered.append))
        end = time.monotonic() + ANSWER_S
        while not answered:
            if not self._wire.wait(max(0.0, end - time.monotonic())):
                raise TimeoutError("the compositor does not answer")
            self._hear()

    def listen(self) -> None:
        """Hear what has arrived, without waiting."""
        while self._wire.wait(0):
            self._hear()

    def sleep(self, timeout_s: float | None, *others: Readable, writable: tuple[int, ...] = ()) -> None:
        """Until something arrives, one of the others can be read, one can be written to, or the time is over."""
        select.select([self._wire, *others], writable, [], timeout_s)

    def _hear(self) -> None:
        for event in self._wire.read():
            hear = self._hearers.get(event.target)
            if hear is not None:
                hear(event)

    def _hear_display(self, event: Event) -> None:
        if event.opcode == ERROR:
            target, code, why = event.uint(), event.uint(), event.text()
            raise ConnectionAbortedError(f"the compositor refuses: {why} (object {target}, error {code})")
        self._hearers.pop(event.uint(), None)  # that object is gone

    def _hear_registry(self, event: Event) -> None:
        if event.opcode == GLOBAL:
            name, interface, version = event.uint(), event.text(), event.uint()
            self._offered[interface] = Global(name, version)
            return
        gone = event.uint()
        self._offered = {interface: found for interface, found in self._offered.items() if found.name != gone}

    def close(self) -> None:
        self._wire.close()
