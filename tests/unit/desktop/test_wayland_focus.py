"""The focus on Wayland, with a compositor that is a socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.select import hides_focus
from mojovoice_gui.desktop.wayland_focus import NOBODY, WaylandFocus, WaylandFocuses
from mojovoice_gui.domain import Focus, NoFocus, Place
from mojovoice_gui.errors import DisplayMissing
from tests.unit.desktop.fake_compositor import ACTIVATE, MANAGER, SEAT, TITLE, FakeCompositor
from tests.waiting import wait_until

EDITOR, CHAT = 0xFF000000, 0xFF000001
DESTROY = 7


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[FakeCompositor]:
    compositor = FakeCompositor(tmp_path, SEAT, MANAGER)
    yield compositor
    compositor.close()


@pytest.fixture
def focus(compositor: FakeCompositor) -> Iterator[Focus]:
    """An editor and a chat, which is in front."""
    focus = WaylandFocuses(compositor.environ).open()
    compositor.opens(EDITOR, "letter.txt", "org.kde.kate")
    compositor.opens(CHAT, "Chat", "signal")
    front(focus, "Chat")
    yield focus
    focus.close()


def front(focus: Focus, title: str) -> Place:
    """Once this window is."""
    wait_until(lambda: (place := focus.place()) is not None and place.title == title)
    place = focus.place()
    assert place is not None
    return place


def test_a_window_is_known_by_its_title_and_its_program_and_not_by_where_it_is(focus: Focus) -> None:
    place = front(focus, "Chat")
    assert (place.title, place.application, place.centre) == ("Chat", "signal", None)


def test_a_window_whose_title_changes_is_the_same(compositor: FakeCompositor, focus: Focus) -> None:
    before = front(focus, "Chat")
    compositor.tells(CHAT, TITLE, b"\6\0\0\0" + b"(1) C\0\0\0")
    assert front(focus, "(1) C") == before


def test_it_is_given_by_the_seat(compositor: FakeCompositor, focus: Focus) -> None:
    chat = front(focus, "Chat")
    compositor.brings(EDITOR)
    editor = front(focus, "letter.txt")
    assert focus.give(chat)
    assert focus.place() == chat != editor
    assert compositor.asked == [(CHAT, ACTIVATE, compositor.bound[SEAT].to_bytes(4, "little"))]


def test_a_compositor_that_does_not_follow_is_noticed(compositor: FakeCompositor, focus: Focus) -> None:
    chat = front(focus, "Chat")
    compositor.brings(EDITOR)
    editor = front(focus, "letter.txt")
    compositor.obeys = False
    assert not focus.give(chat)
    assert focus.place() == editor


def test_a_window_that_is_gone_is_not_mistaken_for_one_that_has_its_number(
    compositor: FakeCompositor, focus: Focus
) -> None:
    gone = front(focus, "Chat")
    compositor.ends(CHAT)
    wait_until(lambda: focus.place() is None)
    compositor.opens(CHAT, "Another", "firefox")
    assert front(focus, "Another") != gone
    assert not focus.give(gone)
    assert compositor.asked == [(CHAT, DESTROY, b"")]


def test_the_window_that_asks_where_a_text_goes_is_nobody(compositor: FakeCompositor, focus: Focus) -> None:
    compositor.opens(0xFF000002, "Where should the text go?", NOBODY)
    wait_until(lambda: focus.place() is None)


def test_all_who_ask_share_one_connection_and_the_last_one_closes_it(compositor: FakeCompositor) -> None:
    focuses = WaylandFocuses(compositor.environ)
    session, worker = focuses.open(), focuses.open()  # the compositor takes one client at a time
    compositor.opens(EDITOR, "letter.txt", "org.kde.kate")
    assert front(session, "letter.txt") == front(worker, "letter.txt")
    session.close()
    compositor.opens(CHAT, "Chat", "signal")
    front(worker, "Chat")
    worker.close()
    wait_until(lambda: not compositor.has_client)
    again = focuses.open()
    assert isinstance(again, WaylandFocus)
    again.close()


def test_what_the_compositor_says_is_read_though_nobody_asks(compositor: FakeCompositor, focus: Focus) -> None:
    """It cuts off who lets it wait: here it would wait for ever."""
    for number in range(20_000):
        compositor.tells(CHAT, TITLE, b"\x14\0\0\0" + f"Download: {number:8}%\0".encode())
    front(focus, "Download:    19999%")


def crash(compositor: FakeCompositor) -> None:
    compositor.hangs_up()


def babble(compositor: FakeCompositor) -> None:
    """An array that ends before it is over, and no compositor behind it."""
    compositor.tells(CHAT, 4)


@pytest.mark.parametrize("end", [crash, babble])
def test_when_the_compositor_goes_away_no_focus_is_known(
    end: Callable[[FakeCompositor], None], compositor: FakeCompositor, focus: Focus
) -> None:
    chat = front(focus, "Chat")
    end(compositor)
    wait_until(lambda: focus.place() is None)
    assert not focus.give(chat)


@pytest.mark.parametrize("offered", [(SEAT,), (MANAGER,), ()])
def test_where_the_compositor_does_not_tell_nothing_is_known(offered: tuple[str, ...], tmp_path: Path) -> None:
    compositor = FakeCompositor(tmp_path, *offered)
    assert isinstance(WaylandFocuses(compositor.environ).open(), NoFocus)
    wait_until(lambda: not compositor.has_client)
    assert hides_focus(compositor.environ, "linux")
    compositor.close()


def test_where_it_tells_that_is_not_hidden(compositor: FakeCompositor) -> None:
    assert not hides_focus(compositor.environ, "linux")


def test_macos_tells_nobody_and_of_a_screen_that_is_not_there_nothing_is_said() -> None:
    assert hides_focus({}, "darwin")
    assert not hides_focus({}, "win32")
    assert not hides_focus({}, "linux")
    assert not hides_focus({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}, "linux")


def test_a_compositor_that_is_not_there_is_said() -> None:
    with pytest.raises(DisplayMissing):
        WaylandFocuses({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}).open()
