"""A picture on a layer of the compositor's, with a compositor that is a socket."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.wayland.wire import UNIT
from mojovoice_gui.desktop.layer import Layer, has_layers, open_layer
from tests.unit.desktop.socket_compositor import SocketCompositor
from tests.waiting import wait_until

OVERLAY, BOTTOM = 3, 2
ATTACH, SET_INPUT_REGION, COMMIT, SET_SCALE = 1, 5, 6, 8  # of a surface
SET_SIZE, SET_ANCHOR, SET_ZONE, SET_MARGIN, SET_KEYBOARD, ACKNOWLEDGE, LEAVE = 0, 1, 2, 3, 4, 6, 7  # of a place
DESTROY = 0
RED = bytes([0, 0, 255, 255])


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[SocketCompositor]:
    compositor = SocketCompositor(tmp_path)
    yield compositor
    compositor.close()


@pytest.fixture
def layer(compositor: SocketCompositor) -> Iterator[Layer]:
    layer = open_layer(compositor.environ)
    assert layer is not None
    yield layer
    layer.close()


def heard(layer: Layer) -> bool:
    """It is ready after what has arrived."""
    layer.listen()
    return layer.is_ready


def stand(layer: Layer, compositor: SocketCompositor, width: int = 4, height: int = 2) -> None:
    """Take a place, and have it granted."""
    times = len(compositor.requests("surface", COMMIT)) + 1
    layer.take_place(width, height, 30)
    compositor.wait("surface", COMMIT, times)
    compositor.grant()
    wait_until(lambda: heard(layer))


def test_it_asks_for_a_place_at_the_foot_above_all_and_for_neither_keys_nor_clicks_nor_room(
    layer: Layer, compositor: SocketCompositor
) -> None:
    layer.take_place(480, 83, 30)
    compositor.wait("surface", COMMIT)
    surface, no_output = compositor.number("surface"), 0
    assert compositor.requests("zwlr_layer_shell_v1", 0)[0][1:4] == (surface, no_output, OVERLAY)
    assert compositor.requests("place", SET_SIZE) == [(480, 83)]
    assert compositor.requests("place", SET_ANCHOR) == [(BOTTOM,)]
    assert compositor.requests("place", SET_MARGIN) == [(0, 0, 30, 0)]
    assert compositor.requests("place", SET_ZONE) == compositor.requests("place", SET_KEYBOARD) == []
    assert compositor.requests("surface", SET_INPUT_REGION) == [(compositor.number("region"),)]
    assert compositor.requests("region", DESTROY) == [()]  # and nothing was added to it before
    assert compositor.requests("region", 1) == []
    assert not layer.is_ready
    assert compositor.requests("surface", ATTACH) == []


def test_a_picture_is_shown_as_it_was_given(layer: Layer, compositor: SocketCompositor) -> None:
    stand(layer, compositor)
    assert compositor.wait("place", ACKNOWLEDGE) == (77,)
    picture = bytes(range(4 * 2 * 2 * 2)) * 4
    layer.show(picture, 2)
    compositor.wait("surface", COMMIT, 2)
    buffer, begin, width, height, stride, argb = compositor.requests("pool", 0)[-1]
    shown, *corner = compositor.requests("surface", ATTACH)[0]
    places = {made[0]: made[1] for made in compositor.requests("pool", 0)}
    assert (width, height, stride, argb, corner) == (8, 4, 32, 0, [0, 0])
    assert sorted(places.values()) == [0, begin or len(picture)]
    assert buffer in places
    assert compositor.requests("surface", SET_SCALE) == [(2,)]
    assert os.pread(compositor.files[0], len(picture), places[shown]) == picture


def test_it_draws_no_faster_than_the_compositor_is_done(layer: Layer, compositor: SocketCompositor) -> None:
    stand(layer, compositor)
    for _ in range(2):
        assert layer.is_ready
        layer.show(RED * 8, 1)
    assert not layer.is_ready
    first, _, _ = compositor.wait("surface", ATTACH, 2) and compositor.requests("surface", ATTACH)[0]
    compositor.tell(first, 0)
    wait_until(lambda: heard(layer))
    layer.show(RED * 8, 1)
    assert compositor.wait("surface", ATTACH, 3)[0] == first


def test_a_new_size_waits_for_its_place(layer: Layer, compositor: SocketCompositor) -> None:
    stand(layer, compositor)
    layer.show(RED * 8, 1)
    stand(layer, compositor, 6, 2)
    layer.show(RED * 12, 1)
    compositor.wait("buffer", DESTROY, 2)
    assert compositor.requests("place", SET_SIZE) == [(4, 2), (6, 2)]
    assert compositor.requests("pool", 0)[-1][2:4] == (6, 2)
    assert len(compositor.requests("wl_compositor", 0)) == 1
    layer.take_place(6, 2, 30)
    assert layer.is_ready


def test_hidden_it_is_gone_and_what_comes_late_is_not_answered(layer: Layer, compositor: SocketCompositor) -> None:
    stand(layer, compositor)
    layer.show(RED * 8, 1)
    layer.hide()
    compositor.wait("buffer", DESTROY, 2)
    assert compositor.requests("place", LEAVE) == compositor.requests("surface", DESTROY) == [()]
    late = compositor.number("place")
    stand(layer, compositor)
    compositor.tell(late, 0, *map(UNIT.pack, (88, 0, 0)))
    compositor.tell(compositor.number("surface"), 2, UNIT.pack(3))
    wait_until(lambda: heard(layer) and layer.scale == 3)
    layer.show(RED * 8 * 9, 3)
    compositor.wait("surface", SET_SCALE, 2)
    assert compositor.requests("place", ACKNOWLEDGE) == [(77,), (77,)]


def test_when_its_screen_goes_it_takes_another_place(layer: Layer, compositor: SocketCompositor) -> None:
    stand(layer, compositor)
    compositor.tell(compositor.number("place"), 1)
    wait_until(lambda: not heard(layer))
    assert compositor.wait("place", LEAVE) == ()
    stand(layer, compositor)
    assert len(compositor.requests("wl_compositor", 0)) == 2


def test_a_compositor_that_goes_is_an_error(layer: Layer, compositor: SocketCompositor) -> None:
    compositor.hang_up()
    with pytest.raises(OSError, match="closed"):
        wait_until(lambda: heard(layer))


def test_without_layers_there_is_none(tmp_path: Path) -> None:
    compositor = SocketCompositor(tmp_path, ("wl_compositor", "wl_shm"))
    assert open_layer(compositor.environ) is None
    assert not has_layers(compositor.environ)
    compositor.close()
    assert not has_layers(compositor.environ)


def test_with_layers_there_is_one(compositor: SocketCompositor) -> None:
    assert has_layers(compositor.environ)
