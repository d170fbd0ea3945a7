"""Real keys on a real X server: what is reported, and what other programs still get."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from Xlib import X

from mojovoice_gui.desktop.hotkeys.x11 import X11Hotkeys
from mojovoice_gui.errors import DisplayMissing, HotkeyUnavailable
from tests.desktop.box import DesktopBox
from tests.desktop.keys import Keys
from tests.desktop.processes import until
from tests.desktop.rival import Rival
from tests.desktop.said import Said
from tests.desktop.target import Kind, Target

CHORD = ("Control_L", "Alt_L", "space")
REPEATS_S = 1.0  # autorepeat begins after 0.66 s
TAKE_S = 0.6  # long enough for a grab to be made or given back


Starts = Callable[..., X11Hotkeys]


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def start(box: DesktopBox, said: Said) -> Iterator[Starts]:
    """Begins to hear keys; ends with the test."""
    begun: list[X11Hotkeys] = []

    def begin(push_to_talk: str, cancel: str = "escape") -> X11Hotkeys:
        hotkeys = X11Hotkeys(push_to_talk, cancel, display=box.display)
        hotkeys.start(said.actions())
        begun.append(hotkeys)
        return hotkeys

    yield begin
    for hotkeys in begun:
        hotkeys.stop()


@pytest.fixture
def rival(box: DesktopBox) -> Iterator[Rival]:
    program = Rival(box.display)
    yield program
    program.close()


# -- a lone modifier


def test_right_ctrl_is_reported_down_and_up(start: Starts, keys: Keys, said: Said) -> None:
    start("right ctrl")
    with keys.held("Control_R"):
        assert said.next() == "down"
        assert said.rest() == []
    assert said.next() == "up"


def test_the_left_ctrl_is_another_key(start: Starts, keys: Keys, said: Said) -> None:
    start("right ctrl")
    keys.tap("Control_L")
    assert said.rest() == []


def test_a_shortcut_interrupts_and_still_reaches_the_window(
    start: Starts, box: DesktopBox, keys: Keys, said: Said, tmp_path: Path
) -> None:
    target = Target.start(Kind.QT, box, tmp_path)
    for key in "xyz":
        keys.tap(key)
    target.wait_text("xyz")
    start("right ctrl")
    keys.tap("Control_R", "a")
    keys.tap("Control_R", "c")
    assert said.words(4) == ["down", "interrupted"] * 2
    box.until(lambda: box.clip_get() == b"xyz", "what was copied")


def test_a_lone_modifier_that_x_repeats_is_one_press(start: Starts, keys: Keys, said: Said) -> None:
    with keys.swapped("Control_R", "F10"):  # X repeats the key where F10 was
        start("right ctrl")
        keys.tap("Control_R", hold_s=REPEATS_S)
        assert said.words(2) == ["down", "up"]


def test_right_ctrl_after_shift_is_a_shortcut(start: Starts, keys: Keys, said: Said) -> None:
    start("right ctrl")
    keys.tap("Shift_L", "Control_R")
    assert said.rest() == []


def test_caps_lock_and_num_lock_make_no_difference_to_a_lone_modifier(start: Starts, keys: Keys, said: Said) -> None:
    start("right ctrl")
    keys.tap("Caps_Lock")
    keys.tap("Num_Lock")
    said.rest()
    keys.tap("Control_R")
    assert said.words(2) == ["down", "up"]


@pytest.mark.parametrize(("name", "keysym"), [("right ctrl", "Control_R"), ("F9", "F9")])
def test_a_key_that_a_desktop_around_ours_repeats_is_one_press(
    start: Starts, keys: Keys, said: Said, name: str, keysym: str
) -> None:
    start(name)
    with keys.held(keysym):
        assert said.next() == "down"
        for _ in range(10):
            keys.repeat(keysym)
            time.sleep(0.03)
        assert said.rest() == []
    assert said.words(1) == ["up"]


# -- a grabbed key


def test_a_chord_is_down_and_up_and_types_nothing(
    start: Starts, box: DesktopBox, keys: Keys, said: Said, tmp_path: Path
) -> None:
    target = Target.start(Kind.QT, box, tmp_path)
    start("ctrl+alt+space")
    with keys.held(*CHORD):
        assert said.next() == "down"
        assert said.rest() == []
    assert said.next() == "up"
    keys.tap("x")
    target.wait_text("x")


def test_super_space_types_no_spaces_however_long_it_is_held(
    start: Starts, box: DesktopBox, keys: Keys, said: Said, tmp_path: Path
) -> None:
    target = Target.start(Kind.XTERM, box, tmp_path)
    start("super+space")
    keys.tap("Super_L", "space", hold_s=REPEATS_S)
    assert said.words(2) == ["down", "up"]
    keys.tap("x")
    target.wait_text("x")


def test_a_function_key_that_repeats_is_one_press(start: Starts, keys: Keys, said: Said) -> None:
    start("F9")
    keys.tap("F9", hold_s=REPEATS_S)
    assert said.words(2) == ["down", "up"]


def test_a_chord_is_released_when_its_modifier_is_released_first(start: Starts, keys: Keys, said: Said) -> None:
    start("ctrl+alt+space")
    keys.down(*CHORD)
    assert said.next() == "down"
    keys.up("Alt_L")
    assert said.next() == "up"
    time.sleep(REPEATS_S)  # the space goes on repeating
    keys.up("space", "Control_L")
    assert said.rest() == []
    keys.tap(*CHORD)
    assert said.words(2) == ["down", "up"]


@pytest.mark.parametrize("locks", [("Caps_Lock",), ("Num_Lock",), ("Caps_Lock", "Num_Lock")])
def test_a_chord_works_with_locks_on(start: Starts, keys: Keys, said: Said, locks: tuple[str, ...]) -> None:
    start("ctrl+alt+space")
    for lock in locks:
        keys.tap(lock)
    keys.tap(*CHORD)
    assert said.words(2) == ["down", "up"]


def test_a_quick_tap_is_a_press_and_a_release(start: Starts, keys: Keys, said: Said) -> None:
    start("F9")
    for _ in range(5):
        keys.tap("F9", hold_s=0)
        assert [said.next(), said.next()] == ["down", "up"]


def test_a_key_of_another_program_is_refused_by_name(box: DesktopBox, rival: Rival, said: Said) -> None:
    assert rival.take("space", X.ControlMask | X.Mod1Mask)
    with pytest.raises(HotkeyUnavailable, match=r"Another program owns the key Ctrl\+Alt\+Space"):
        X11Hotkeys("ctrl+alt+space", display=box.display).start(said.actions())
    with_lock = X.ControlMask | X.Mod1Mask | X.LockMask
    until(lambda: rival.take("space", with_lock), "what was got before the refusal to be given back")


# -- the cancel key


def test_the_cancel_key_is_ours_only_while_it_is_watched(
    start: Starts, box: DesktopBox, keys: Keys, said: Said, tmp_path: Path
) -> None:
    target = Target.start(Kind.XTERM, box, tmp_path)
    hotkeys = start("F9")
    keys.tap("Escape")
    target.wait_text("\x1b")
    hotkeys.watch_cancel(True)
    time.sleep(TAKE_S)
    keys.tap("Escape")
    assert said.next() == "cancel"
    hotkeys.watch_cancel(False)
    time.sleep(TAKE_S)
    keys.tap("Escape")
    target.wait_text("\x1b\x1b")
    assert said.rest() == []


@pytest.mark.parametrize(("name", "held"), [("right ctrl", ("Control_R",)), ("F9", ("F9",)), ("ctrl+alt+space", CHORD)])
def test_the_cancel_key_works_while_push_to_talk_is_held(
    start: Starts, keys: Keys, said: Said, name: str, held: tuple[str, ...]
) -> None:
    hotkeys = start(name)
    keys.down(*held)
    assert said.next() == "down"
    hotkeys.watch_cancel(True)
    time.sleep(TAKE_S)
    keys.tap("Escape")
    until(lambda: "cancel" in said.rest(), "the cancel key")
    keys.up(*held)


def test_a_held_cancel_key_cancels_once(start: Starts, keys: Keys, said: Said) -> None:
    start("F9").watch_cancel(True)
    time.sleep(TAKE_S)
    keys.tap("Escape", hold_s=REPEATS_S)
    assert said.words(1) == ["cancel"]


def test_a_cancel_key_of_another_program_is_a_warning_and_push_to_talk_goes_on(
    start: Starts, rival: Rival, keys: Keys, said: Said, caplog: pytest.LogCaptureFixture
) -> None:
    assert rival.take("Escape", 0)
    start("F9").watch_cancel(True)
    keys.tap("F9")
    assert said.words(2) == ["down", "up"]
    assert "Another program owns the key Escape" in caplog.text


def test_a_cancel_key_of_another_program_is_refused_where_it_is_asked_for(
    box: DesktopBox, rival: Rival, said: Said
) -> None:
    assert rival.take("F8", 0)
    hotkeys = X11Hotkeys("F9", "F8", display=box.display)
    hotkeys.watch_cancel(True)
    with pytest.raises(HotkeyUnavailable, match="Another program owns the key F8"):
        hotkeys.start(said.actions())
    assert rival.take("F9", 0)


def test_a_cancel_key_that_was_tried_is_nobodys(start: Starts, box: DesktopBox, rival: Rival, said: Said) -> None:
    hotkeys = X11Hotkeys("right ctrl", "F8", display=box.display)
    hotkeys.watch_cancel(True)
    hotkeys.start(said.actions())
    hotkeys.stop()
    assert rival.take("F8", 0)


def test_without_a_cancel_key_watching_is_nothing(start: Starts, box: DesktopBox, keys: Keys, said: Said) -> None:
    start("F9", cancel="").watch_cancel(True)
    keys.tap("Escape")
    keys.tap("F9")
    assert said.words(2) == ["down", "up"]


# -- the end, and what can go wrong


@pytest.mark.parametrize("name", ["F9", "right ctrl"])
def test_stopping_gives_everything_back_and_ends_the_threads(
    box: DesktopBox, rival: Rival, keys: Keys, said: Said, name: str
) -> None:
    before = set(threading.enumerate())
    hotkeys = X11Hotkeys(name, display=box.display)
    hotkeys.start(said.actions())
    hotkeys.watch_cancel(True)
    assert {thread.name for thread in set(threading.enumerate()) - before} <= {"hotkey-listener", "hotkey-grabber"}
    hotkeys.stop()
    hotkeys.stop()
    hotkeys.watch_cancel(False)
    assert set(threading.enumerate()) == before
    assert rival.take("F9", 0)
    assert rival.take("Escape", 0)
    keys.tap("Control_R")
    assert said.rest() == []


@pytest.mark.parametrize(("name", "keysym"), [("F9", "F9"), ("right ctrl", "Control_R")])
def test_a_key_that_moves_on_the_keyboard_is_followed(
    start: Starts, keys: Keys, said: Said, name: str, keysym: str
) -> None:
    start(name)
    with keys.swapped(keysym, "F10"):
        time.sleep(TAKE_S)
        keys.tap("F10")  # lies where the key was before
        assert said.rest() == []
        keys.tap(keysym)
        assert said.words(2) == ["down", "up"]


def test_a_key_the_keyboard_does_not_have_is_named(box: DesktopBox, said: Said) -> None:
    with pytest.raises(HotkeyUnavailable, match="This keyboard has no F24 key"):
        X11Hotkeys("F24", display=box.display).start(said.actions())


def test_without_an_x_server_there_is_a_sentence(said: Said) -> None:
    with pytest.raises(DisplayMissing, match="cannot be reached"):
        X11Hotkeys("F9", display=":4711").start(said.actions())


def test_the_x_server_may_go_and_only_the_log_knows(said: Said, caplog: pytest.LogCaptureFixture) -> None:
    with DesktopBox(audio=False) as passing:
        hotkeys = [X11Hotkeys(name, display=passing.display) for name in ("right ctrl", "F9")]
        for one in hotkeys:
            one.start(said.actions())
    for one in hotkeys:
        one.watch_cancel(True)
        one.stop()
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    assert "no longer heard" in caplog.text


def test_a_cancel_key_must_be_another_key_and_no_lone_modifier() -> None:
    with pytest.raises(HotkeyUnavailable, match="both talk and cancel"):
        X11Hotkeys("F9", "f9")
    with pytest.raises(HotkeyUnavailable, match="left Ctrl key alone cannot cancel"):
        X11Hotkeys("F9", "ctrl_l")
