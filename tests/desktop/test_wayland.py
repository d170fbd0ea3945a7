"""The same on Wayland: text arrives in real windows of a real compositor, and the clipboard holds what it held."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mojovoice_gui.desktop.bindings import Binding, Compositor, lines_for
from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.inserter import ClipboardInserter
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.clipboard import PasteKeys, WaylandClipboard
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.inserter import LIMITS, SEAT, WaylandInserter
from mojovoice_gui.desktop.insertion.wayland.keyboard import VirtualKeyboard
from mojovoice_gui.desktop.insertion.wayland.selections import Formats, Selection, Selections
from mojovoice_gui.desktop.insertion.wayland.wl_copy import WlCopyInserter
from mojovoice_gui.domain import Insertion
from mojovoice_gui.errors import DisplayMissing, InsertionFailed
from tests.desktop.portal import Portal
from tests.desktop.running_app import RunningApp, StartApp
from tests.desktop.sway import SwayBox
from tests.desktop.target import ON_WAYLAND, Kind, Target
from tests.speech import DEMO

TEXT = "Grüße, “Привет” — 日本語 👋🏽 'quotes' & <tags> $HOME"
PATIENT = Limits(reader_s=60)
"""Slow machines are waited for."""


@pytest.fixture
def box(sway_box: SwayBox) -> SwayBox:
    return sway_box


@pytest.fixture
def inserter(box: SwayBox) -> Iterator[WaylandInserter]:
    inserter = WaylandInserter(box.env, append_space=False, restore_clipboard=True, limits=PATIENT)
    yield inserter
    inserter.close()


def wait_clipboard(box: SwayBox, expected: bytes, target: str = "text/plain;charset=utf-8") -> None:
    """Restoring goes on after ``insert`` has returned. Whoever reads puts it off: looks are far between."""

    def looks_restored() -> bool:
        time.sleep(2 * LIMITS.quiet_s)
        return box.clip_get(target) == expected

    box.until(looks_restored, f"{len(expected)} bytes as {target} on the clipboard")


@contextmanager
def other_program(box: SwayBox, formats: Formats) -> Iterator[Selections]:
    """One that has copied something in several formats."""
    connection = Connection(box.env)
    seat, _ = connection.bind(SEAT, 1)
    selections = Selections(connection, seat)
    selections.own(Selection.CLIPBOARD, formats)
    connection.roundtrip()
    is_over = threading.Event()

    def serve() -> None:
        while not is_over.is_set():
            connection.listen()
            selections.send_more()
            connection.sleep(0.01, writable=selections.sending)

    thread = threading.Thread(target=serve)
    thread.start()
    yield selections
    is_over.set()
    thread.join()
    connection.close()


@pytest.mark.parametrize("kind", ON_WAYLAND)
def test_any_text_arrives_in_any_window_and_the_old_clipboard_comes_back(
    kind: Kind, box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    window = Target.start(kind, box, tmp_path)
    box.clip_set("héld before".encode())
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    wait_clipboard(box, "héld before".encode())


def test_many_dictations_in_a_row_arrive_in_order_and_whole(
    box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    window = Target.start(Kind.QT, box, tmp_path)
    box.clip_set(b"before")
    for number in range(20):
        assert inserter.insert(f"{number} ") is Insertion.PASTED
    window.wait_text("".join(f"{number} " for number in range(20)))
    wait_clipboard(box, b"before")


def test_every_format_of_the_old_clipboard_comes_back(box: SwayBox, inserter: WaylandInserter, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, box, tmp_path)
    picture = box.shot(tmp_path / "picture.png").read_bytes()
    formats = {"text/plain;charset=utf-8": b"one", "text/html": b"<b>one</b>", "image/png": picture, "x-own/one": b"\0"}
    with other_program(box, formats):
        assert inserter.insert(TEXT) is Insertion.PASTED
        window.wait_text(TEXT)
        wait_clipboard(box, b"<b>one</b>", "text/html")
    assert {name: box.clip_get(name) for name in formats} == formats


def test_two_megabytes_are_pasted_and_two_megabytes_are_restored(
    box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    window = Target.start(Kind.QT, box, tmp_path)
    box.clip_set(b"old" * 700_000)
    long_text = "word and " * 230_000
    assert inserter.insert(long_text) is Insertion.PASTED
    window.wait_text(long_text, 30)
    wait_clipboard(box, b"old" * 700_000)


def test_an_empty_clipboard_is_empty_again(box: SwayBox, inserter: WaylandInserter, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    box.until(lambda: box.clip_formats() == [], "an empty clipboard")


def test_a_busy_window_gets_the_text_and_not_the_old_clipboard(
    box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    window = Target.start(Kind.QT, box, tmp_path, "--busy", "0.8")
    box.clip_set(b"before")
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    wait_clipboard(box, b"before")


def test_a_clipboard_manager_that_reads_everything_is_no_proof(
    box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    box.spawn(["wl-paste", "--watch", "cat"], "manager")
    window = Target.start(Kind.QT, box, tmp_path, "--busy", "0.8")
    box.clip_set(b"before")
    box.until(lambda: "before" in box.log("manager"), "the clipboard manager")
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    wait_clipboard(box, b"before")


def test_in_a_layout_without_latin_letters_it_pastes_as_well(
    box: SwayBox, inserter: WaylandInserter, tmp_path: Path
) -> None:
    box.message("input * xkb_layout ru")
    window = Target.start(Kind.FOOT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    box.message("input * xkb_layout us")


def test_a_newline_at_the_end_is_left_out(box: SwayBox, inserter: WaylandInserter, tmp_path: Path) -> None:
    window = Target.start(Kind.FOOT, box, tmp_path)
    assert inserter.insert("rm -rf /\n") is Insertion.PASTED
    window.wait_text("rm -rf /")


def test_when_nobody_reads_the_text_waits_on_the_clipboard(box: SwayBox) -> None:
    inserter = WaylandInserter(box.env, append_space=False, restore_clipboard=True, limits=Limits(reader_s=0.3))
    box.clip_set(b"before")
    assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    assert box.clip_get() == TEXT.encode()
    inserter.close()


def test_what_the_user_copies_meanwhile_is_left_alone(box: SwayBox, inserter: WaylandInserter, tmp_path: Path) -> None:
    window = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    box.clip_set(b"new")
    window.wait_text(TEXT)
    with pytest.raises(TimeoutError):
        box.until(lambda: box.clip_get() != b"new", "the clipboard to change", 0.5)


def test_a_compositor_that_is_gone_is_named(inserter: WaylandInserter) -> None:
    with pytest.raises(DisplayMissing, match="cannot be reached"):
        WaylandInserter({"WAYLAND_DISPLAY": "none"}, append_space=False, restore_clipboard=True)


def test_what_was_copied_outlives_us(box: SwayBox, tmp_path: Path) -> None:
    inserter = WaylandInserter(box.env, append_space=False, restore_clipboard=True)
    window = Target.start(Kind.QT, box, tmp_path)
    box.clip_set(b"before")
    assert inserter.insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    inserter.close()
    wait_clipboard(box, b"before")


def test_when_the_compositor_ends_the_next_insertion_says_so() -> None:
    with SwayBox(audio=False) as box:
        inserter = WaylandInserter(box.env, append_space=False, restore_clipboard=True)
    with pytest.raises(InsertionFailed, match="connection to the screen is lost"):
        inserter.insert(TEXT)
    inserter.close()


def test_a_key_bound_in_the_compositor_is_held_and_the_text_is_in_the_window(
    box: SwayBox, start_app: StartApp, profile: Path, tmp_path: Path
) -> None:
    command = (sys.executable, "-m", "mojovoice_gui", "--profile-dir", str(profile))
    for line in lines_for(Compositor.SWAY, Binding(parse("F9"), holds=True, command=command)).splitlines()[1:]:
        box.message(line)
    app = start_app(box, "", "--hidden")
    window = Target.start(Kind.QT, box, tmp_path)
    with box.person.holding("F9"):
        app.wait_stage("recording")
        box.say(DEMO)
        assert app.stage() == "recording"
    window.wait_text(app.text_of(DEMO) + " ", 30)
    box.message("unbindsym F9")
    box.message("unbindsym --release F9")


def test_the_line_that_cancels_does_so_while_the_key_is_held(box: SwayBox, start_app: StartApp, profile: Path) -> None:
    command = (sys.executable, "-m", "mojovoice_gui", "--profile-dir", str(profile))
    binding = Binding.of("F9", "escape", holds=True, command=command)
    lines = lines_for(Compositor.SWAY, binding).splitlines()[1:]
    for line in lines:
        box.message(line)
    app = start_app(box, "", "--hidden")
    with box.person.holding("F9", cancels=True):
        app.wait_stage("recording")
        box.say(DEMO)
    app.wait_stage("idle")
    box.until(lambda: '"cancelled"' in app.command("history", "list", "--json").stdout, "a cancelled dictation")
    for keys in ("F9", "--release F9", "Shift+Escape"):
        box.message(f"unbindsym {keys}")


def test_a_key_of_the_desktops_portal_is_held_and_the_text_is_in_the_window(
    start_app: StartApp, tmp_path: Path
) -> None:
    with SwayBox() as box:
        portal = Portal(box)
        app = start_app(box, 'hotkey.key = "ctrl+alt+space"')
        window = Target.start(Kind.QT, box, tmp_path)
        box.until(lambda: "bound" in box.log("backend"), "the binding")
        portal.tell("Press", "push-to-talk")
        app.wait_stage("recording")
        box.say(DEMO)
        portal.tell("Release", "push-to-talk")
        window.wait_text(app.text_of(DEMO) + " ", 30)


@pytest.fixture
def keys(box: SwayBox) -> Iterator[PasteKeys]:
    """A keyboard of ours, in place of ydotool's."""
    connection = Connection(box.env)
    seat, _ = connection.bind(SEAT, 1)
    yield VirtualKeyboard(connection, seat)
    connection.close()


def by_wl_copy(box: SwayBox, keys: PasteKeys | None, limits: Limits = PATIENT) -> WlCopyInserter:
    return WlCopyInserter(box.env, keys, append_space=False, restore_clipboard=True, limits=limits)


@pytest.mark.parametrize("kind", [Kind.QT, Kind.FOOT])
def test_where_the_compositor_keeps_its_clipboard_wl_copy_pastes(
    kind: Kind, box: SwayBox, keys: PasteKeys, tmp_path: Path
) -> None:
    window = Target.start(kind, box, tmp_path)
    box.clip_set(b"before")
    assert by_wl_copy(box, keys).insert(TEXT + "\n") is Insertion.PASTED
    window.wait_text(TEXT)
    wait_clipboard(box, b"before")


def test_a_clipboard_manager_that_is_faster_than_the_keys_does_not_get_the_text_alone(
    box: SwayBox, keys: PasteKeys, tmp_path: Path
) -> None:
    """Nobody can tell then who reads: the text stays on the clipboard, for a window that is slow."""
    box.spawn(["wl-paste", "--watch", "cat"], "manager")
    window = Target.start(Kind.QT, box, tmp_path, "--busy", "0.8")
    box.clip_set(b"before")
    box.until(lambda: "before" in box.log("manager"), "the clipboard manager")
    assert by_wl_copy(box, keys).insert(TEXT) is Insertion.PASTED
    window.wait_text(TEXT)
    assert box.clip_get() == TEXT.encode()


class NoKeys:
    """A portal whose session is closed, for example."""

    def press(self, keys: PasteKey) -> bool:
        return False


def test_keys_that_cannot_be_pressed_are_not_waited_for(box: SwayBox) -> None:
    inserter = by_wl_copy(box, NoKeys())
    assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    box.until(lambda: box.clip_get() == TEXT.encode(), "the text on the clipboard")


@pytest.mark.parametrize("has_keys", [True, False])
def test_by_wl_copy_too_a_text_that_nobody_reads_waits_on_the_clipboard(
    has_keys: bool, box: SwayBox, keys: PasteKeys
) -> None:
    inserter = by_wl_copy(box, keys if has_keys else None, Limits(reader_s=1.0))
    assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    box.until(lambda: box.clip_get() == TEXT.encode(), "the text on the clipboard")


@pytest.mark.parametrize("keys", [None, NoKeys()])
def test_without_keys_of_any_kind_the_text_waits_on_the_clipboard(keys: PasteKeys | None, box: SwayBox) -> None:
    connection = Connection(box.env)
    seat, _ = connection.bind(SEAT, 1)
    clipboard = WaylandClipboard(
        connection,
        Selections(connection, seat),
        keys,
        None,
        Habits(),
        Spacing(after=False, before=False),
        restores=True,
        limits=LIMITS,
    )
    inserter = ClipboardInserter(clipboard)
    assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    assert box.clip_get() == TEXT.encode()
    inserter.close()


def test_the_doctor_names_the_session_and_the_ways_that_are_used(box: SwayBox, profile: Path) -> None:
    report = RunningApp.command(RunningApp(box, profile, box.spawn(["true"])), "doctor").stdout
    assert "ok  session     Wayland, sway" in report
    assert "ok  key  " in report
    assert "ok  insertion   by the compositor's clipboard, and a keyboard of our own" in report


@pytest.mark.parametrize("kind", ON_WAYLAND)
def test_commands_start_and_stop_it(kind: Kind, box: SwayBox, start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(box, "", "--hidden")
    window = Target.start(kind, box, tmp_path)
    assert app.command("start").stdout.strip() == "Recording."
    box.say(DEMO)
    assert app.command("stop").returncode == 0
    window.wait_text(app.text_of(DEMO) + " ", 30)


@pytest.mark.parametrize("kind", ON_WAYLAND)
def test_typed_text_arrives_exactly_and_the_clipboard_has_no_part_in_it(
    kind: Kind, box: SwayBox, tmp_path: Path
) -> None:
    box.clip_set(b"before")
    inserter = WaylandInserter(box.env, append_space=False, restore_clipboard=True, habits=Habits(PasteKey.TYPE))
    target = Target.start(kind, box, tmp_path)
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))  # more than one layout holds
    assert [inserter.insert(TEXT), inserter.insert(many)] == [Insertion.TYPED] * 2
    target.wait_text(TEXT + many)
    assert box.clip_get() == b"before"
    inserter.close()
