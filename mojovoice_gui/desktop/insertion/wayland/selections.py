"""The clipboard and PRIMARY of a Wayland seat, without a window of our own (ext- and wlr-data-control)."""

from __future__ import annotations

import errno
import logging
import os
import select
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias

from mojovoice_gui.desktop.insertion.content import worth_saving
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.wire import Event, File

log = logging.getLogger(__name__)

INTERFACES = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")  # the same by another name
VERSIONS = {"ext_data_control_manager_v1": 1, "zwlr_data_control_manager_v1": 2}
CREATE_SOURCE, GET_DEVICE = 0, 1  # the manager's requests
OFFER, DESTROY_SOURCE = 0, 1  # a source's requests
SEND, CANCELLED = 0, 1  # a source's events
RECEIVE, DESTROY_OFFER = 0, 1  # an offer's requests
OFFERED = 0  # an offer's event
DATA_OFFER, SELECTION, FINISHED, PRIMARY_SELECTION = 0, 1, 2, 3  # a device's events

PATIENCE_S = 2.0  # for one format: a program may have to compress a picture first
LIMIT_S = 5.0  # for all of them
LIMIT_BYTES = 64 * 2**20
PIECE_BYTES = 65_536

Formats: TypeAlias = Mapping[str, bytes]
"""One thing in several formats, by MIME type (or the X11 name that Xwayland's programs use)."""


class Selection(IntEnum):
    """Its value is the device's request that sets it."""

    CLIPBOARD = 0
    PRIMARY = 2


@dataclass(slots=True)
class Source:
    """What we offer."""

    number: int
    formats: Formats
    is_ours: bool = True  # until another program takes the selection


@dataclass(slots=True)
class Ears:
    """Who is told what other programs do."""

    read: Callable[[Selection, str], None] = field(default=lambda _selection, _format: None)
    lost: Callable[[Selection], None] = field(default=lambda _selection: None)


def has_data_control(connection: Connection) -> bool:
    return any(connection.offers(interface) for interface in INTERFACES)


class Selections:
    """The compositor has data control."""

    def __init__(self, connection: Connection, seat: int) -> None:
        self._connection = connection
        interface = next(name for name in INTERFACES if connection.offers(name))
        self._manager, version = connection.bind(interface, VERSIONS[interface])
        self.has_primary = version == 2 or interface == INTERFACES[0]
        self.ears = Ears()
        self._offers: dict[int, list[str]] = {}  # of others, by number
        self._current: dict[Selection, int] = {}
        self._owned: dict[Selection, Source] = {}
        self._sending: dict[int, memoryview] = {}  # what slow readers have not got yet, by pipe
        self._device = connection.new(self._hear_device)
        connection.send(self._manager, GET_DEVICE, self._device, seat)
        connection.roundtrip()  # then it is known what there is

    # -- ours

    def own(self, selection: Selection, content: Formats) -> None:
        """Offer this from now on."""
        source = Source(0, content)
        source.number = self._connection.new(lambda event: self._hear_source(selection, source, event))
        self._connection.send(self._manager, CREATE_SOURCE, source.number)
        for name in content:
            self._connection.send(source.number, OFFER, name)
        self._release(selection)
        self._owned[selection] = source
        self._connection.send(self._device, selection, source.number)

    def disown(self, selection: Selection) -> None:
        """Nothing is there then, if it was ours."""
        if self._release(selection):
            self._connection.send(self._device, selection, None)

    def content(self, selection: Selection) -> Formats | None:
        """What we offer there; None when it is not ours."""
        owned = self._owned.get(selection)
        return owned.formats if owned else None

    def _release(self, selection: Selection) -> bool:
        owned = self._owned.pop(selection, None)
        if owned is not None:
            owned.is_ours = False  # the compositor will say that it is cancelled, and then it is destroyed
        return owned is not None

    def _hear_source(self, selection: Selection, source: Source, event: Event) -> None:
        if event.opcode == SEND:
            name = event.text()
            self._give(event.file(), source.formats.get(name, b""))
            if source.is_ours:
                self.ears.read(selection, name)
        elif event.opcode == CANCELLED:
            self._connection.send(source.number, DESTROY_SOURCE)
            if source.is_ours:
                source.is_ours = False
                self._owned.pop(selection, None)
                self.ears.lost(selection)

    # -- giving

    def _give(self, pipe: int, data: bytes) -> None:
        os.set_blocking(pipe, False)
        self._sending[pipe] = memoryview(data)
        self.send_more()

    @property
    def sending(self) -> tuple[int, ...]:
        """Pipes whose readers are slower than we are."""
        return tuple(self._sending)

    def send_more(self) -> None:
        """As much as the readers take now."""
        for pipe in self.sending:
            try:
                while left := self._sending[pipe]:
                    self._sending[pipe] = left[os.write(pipe, left) :]
            except BlockingIOError:
                continue
            except OSError as reason:
                level = logging.DEBUG if reason.errno == errno.EPIPE else logging.WARNING
                log.log(level, "A reader of the clipboard has left: %s", reason.strerror)
            del self._sending[pipe]
            os.close(pipe)

    # -- of others

    def read(self, selection: Selection) -> Formats | None:
        """Everything of another program's that can be given back; empty when there is nothing, None when it is silent.

        A slow owner is cut short: what matters most comes first.
        """
        number = self._current.get(selection)
        formats: dict[str, bytes] = {}
        end = time.monotonic() + LIMIT_S
        for name in worth_saving(self._offers.get(number or 0, ())):
            reading, writing = os.pipe2(os.O_CLOEXEC)
            try:
                self._connection.send(number or 0, RECEIVE, name, File(writing))
                os.close(writing)
                data = _read_all(reading, min(end, time.monotonic() + PATIENCE_S))
            finally:
                os.close(reading)
            if data is None:
                log.warning("The clipboard's owner did not answer in time: %d formats saved", len(formats))
                return formats or None
            formats[name] = data
        return formats

    def _hear_device(self, event: Event) -> None:
        if event.opcode == DATA_OFFER:
            number = event.uint()
            self._offers[number] = []
            self._connection.adopt(number, self._hear_offer)
        elif event.opcode in (SELECTION, PRIMARY_SELECTION):
            self._change(Selection.CLIPBOARD if event.opcode == SELECTION else Selection.PRIMARY, event.uint())
        elif event.opcode == FINISHED:
            raise ConnectionAbortedError("the compositor has withdrawn the clipboard")

    def _hear_offer(self, event: Event) -> None:
        if event.opcode == OFFERED:
            self._offers[event.target].append(event.text())

    def _change(self, selection: Selection, number: int) -> None:
        """Another offer is the current one; 0 is none."""
        old = self._current.pop(selection, 0)
        if old:
            del self._offers[old]
            self._connection.send(old, DESTROY_OFFER)
            self._connection.forget(old)
        if number:
            self._current[selection] = number


def _read_all(pipe: int, end: float) -> bytes | None:
    """None when its writer is too slow or writes too much. Times of the monotonic clock, seconds."""
    data = bytearray()
    while len(data) <= LIMIT_BYTES:
        if not select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
            return None
        piece = os.read(pipe, PIECE_BYTES)
        if not piece:
            return bytes(data)
        data += piece
    return None
