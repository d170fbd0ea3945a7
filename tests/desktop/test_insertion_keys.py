"""Text arrives whatever the keyboard is: keys that are still held, other layouts, locks, other keys that paste."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.x11 import X11Inserter
from mojovoice_gui.domain import Insertion
from tests.desktop.box import DesktopBox
from tests.desktop.inserters import TEXT, Make
from tests.desktop.target import ON_X11, Kind, Target

CORE_KEYBOARD = 0x100  # XkbUseCoreKbd


@pytest.mark.parametrize("held", [("Control_L", "Alt_L"), ("Control_R",), ("Super_L",), ("Shift_R",), ("F9",)])
def test_keys_that_are_still_held_do_not_change_the_paste(
    held: tuple[str, ...], box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    box.clip_set(b"before")
    target = Target.start(Kind.QT, box, tmp_path)
    box.keys.down(*held)
    let_go = threading.Timer(0.6, lambda: box.run("xdotool", "keyup", *held))
    began_s = time.monotonic()
    let_go.start()
    outcome = inserter.insert(TEXT)
    took_s = time.monotonic() - began_s
    let_go.join()
    assert outcome is Insertion.PASTED
    assert took_s > 0.5
    target.wait_text(TEXT)


def test_a_modifier_that_is_never_let_go_leaves_the_text_on_the_clipboard(
    box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    target = Target.start(Kind.QT, box, tmp_path)
    inserter = make(limits=Limits(keys_s=0.3))
    with box.keys.held("Control_R"):
        assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    assert box.clip_get() == TEXT.encode()
    assert target.text() == ""


@pytest.fixture
def russian(box: DesktopBox) -> Iterator[None]:
    box.run("setxkbmap", "ru")
    yield
    box.run("setxkbmap", "us")


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("kind", ON_X11)
@pytest.mark.parametrize("paste_key", ["auto", "ctrl+v"])
def test_a_layout_without_latin_letters_pastes_as_well(
    kind: Kind, paste_key: str, box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    target = Target.start(kind, box, tmp_path)
    assert make(paste_key=paste_key).insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)


@pytest.fixture
def russian_second(box: DesktopBox) -> Iterator[None]:
    """Two layouts, the second one in use: python-xlib cannot switch to it."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    box.run("setxkbmap", "us,ru")
    display = ctypes.c_void_p(xlib.XOpenDisplay(box.display.encode()))
    xlib.XkbLockGroup(display, CORE_KEYBOARD, 1)
    xlib.XSync(display, 0)
    yield
    xlib.XkbLockGroup(display, CORE_KEYBOARD, 0)
    xlib.XCloseDisplay(display)
    box.run("setxkbmap", "us")


@pytest.mark.usefixtures("russian_second")
@pytest.mark.parametrize("paste_key", ["auto", "ctrl+shift+v"])
def test_a_letter_of_the_layout_that_is_not_in_use_is_not_pressed(
    paste_key: str, box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    """Terminals would not know the shortcut: Shift+Insert instead."""
    target = Target.start(Kind.XTERM, box, tmp_path)
    assert make(paste_key=paste_key).insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)


def test_a_layout_that_changes_while_the_app_runs_is_followed(
    box: DesktopBox, make: Make, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    inserter = make(paste_key="ctrl+v")
    target = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert("one") is Insertion.PASTED
    request.getfixturevalue("russian")
    assert inserter.insert("two") is Insertion.PASTED
    target.wait_text("onetwo")


@pytest.mark.parametrize("kind", ON_X11)
@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_locks_do_not_matter(kind: Kind, lock: str, box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    target = Target.start(kind, box, tmp_path)
    box.keys.tap(lock)
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)


@pytest.mark.parametrize("paste_key", ["shift+insert", "ctrl+v"])
def test_the_paste_keys_can_be_chosen(paste_key: str, box: DesktopBox, make: Make, tmp_path: Path) -> None:
    target = Target.start(Kind.GTK, box, tmp_path)
    assert make(paste_key=paste_key).insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
