"""The bytes of Wayland, with a compositor that is a socket."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.wayland.wire import HEADER, UNIT, Event, File, Wire
from mojovoice_gui.errors import DisplayMissing


@pytest.fixture
def place(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-7"))
        listening.listen()
        yield listening


@pytest.fixture
def ends(place: socket.socket, tmp_path: Path) -> Iterator[tuple[Wire, socket.socket]]:
    """Ours and the compositor's."""
    wire = Wire({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"})
    compositor, _ = place.accept()
    with compositor:
        yield wire, compositor
    wire.close()


def message(target: int, opcode: int, *units: bytes) -> bytes:
    body = b"".join(units)
    return HEADER.pack(target, opcode, HEADER.size + len(body)) + body


@pytest.mark.parametrize(("text", "padded"), [("abc", b"abc\0"), ("abcd", b"abcd\0\0\0\0"), ("ü", b"\xc3\xbc\0\0")])
def test_a_string_ends_with_a_zero_and_fills_whole_units(
    text: str, padded: bytes, ends: tuple[Wire, socket.socket]
) -> None:
    wire, compositor = ends
    wire.send(3, 1, text, None, 7, -1)
    length = UNIT.pack(len(text.encode()) + 1)
    assert compositor.recv(99) == message(3, 1, length, padded, UNIT.pack(0), UNIT.pack(7), UNIT.pack(0xFFFFFFFF))


def test_a_file_travels_beside_the_message(ends: tuple[Wire, socket.socket]) -> None:
    wire, compositor = ends
    reading, writing = os.pipe()
    wire.send(3, 1, "text", File(writing))
    os.close(writing)
    data, (arrived,), _, _ = socket.recv_fds(compositor, 99, 1)
    assert data == message(3, 1, UNIT.pack(5), b"text\0\0\0\0")
    os.write(arrived, b"!")
    assert os.read(reading, 9) == b"!"
    os.close(arrived)
    os.close(reading)


@pytest.mark.parametrize("size", [1, 3, 7, 64])
def test_events_are_whole_however_they_arrive(size: int, ends: tuple[Wire, socket.socket]) -> None:
    wire, compositor = ends
    sent = message(5, 0, UNIT.pack(6), b"hello\0\0\0", UNIT.pack(9)) + message(6, 2)
    events: list[Event] = []
    for begin in range(0, len(sent), size):
        compositor.sendall(sent[begin : begin + size])
        events += wire.read()
    first, second = events
    assert (first.target, first.opcode, first.text(), first.uint()) == (5, 0, "hello", 9)
    assert (second.target, second.opcode) == (6, 2)


def test_a_compositor_that_hangs_up_is_an_error(ends: tuple[Wire, socket.socket]) -> None:
    wire, compositor = ends
    compositor.close()
    with pytest.raises(ConnectionResetError):
        wire.read()


def test_a_compositor_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DisplayMissing, match="cannot be reached"):
        Wire({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-8"})
