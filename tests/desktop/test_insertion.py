"""Text arrives in real windows of other programs, and the clipboard holds afterwards what it held before."""

from __future__ import annotations

import logging
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.reading import PATIENCE_S
from mojovoice_gui.desktop.insertion.x11 import X11Inserter
from mojovoice_gui.domain import Insertion
from mojovoice_gui.errors import DisplayMissing, InsertionFailed
from tests.desktop.box import DesktopBox
from tests.desktop.inserters import PATIENT, TEXT, Make
from tests.desktop.processes import Process
from tests.desktop.target import ON_X11, Kind, Target

PROGRAMS = Path(__file__).with_name("targets")


def run_program(box: DesktopBox, name: str) -> Process:
    process = box.spawn([sys.executable, str(PROGRAMS / f"{name}.py")], name)
    box.until(lambda: "ready" in box.log(name).splitlines(), name)
    return process


def wait_clipboard(box: DesktopBox, expected: bytes, target: str = "UTF8_STRING") -> None:
    """Restoring goes on after ``insert`` has returned."""
    box.until(lambda: box.clip_get(target) == expected, f"{len(expected)} bytes as {target} on the clipboard")


@pytest.mark.parametrize("kind", ON_X11)
def test_text_arrives_exactly_and_the_clipboard_is_as_before(
    kind: Kind, box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    box.clip_set(b"what was copied before")
    target = Target.start(kind, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
    wait_clipboard(box, b"what was copied before")


@pytest.mark.parametrize("kind", ON_X11)
def test_dictations_follow_each_other_with_a_space_between(
    kind: Kind, box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    """The second comes before the clipboard was restored from the first."""
    box.clip_set(b"before")
    target = Target.start(kind, box, tmp_path)
    inserter = make(append_space=True)
    outcomes = [inserter.insert(text) for text in ("One.", "Two.", "Three.")]
    assert outcomes == [Insertion.PASTED] * 3
    target.wait_text("One. Two. Three. ")
    wait_clipboard(box, b"before")


def test_everything_that_was_copied_is_still_there_byte_for_byte(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    """Text, html, an address, a picture, a type of its own; even when the program that copied them has ended."""
    owner = run_program(box, "clipboard_owner")
    targets = ("image/png", "text/html", "UTF8_STRING", "text/uri-list", "application/x-mine")
    before = {name: box.clip_get(name) for name in targets}
    assert all(before.values())
    assert len(before["image/png"]) > 300_000, "too small to come in pieces"
    target = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
    box.end(owner)
    wait_clipboard(box, before["UTF8_STRING"])
    assert {name: box.clip_get(name) for name in targets} == before
    pictures = [name for name in box.clip_get("TARGETS").decode().split() if name.startswith("image/")]
    assert pictures == ["image/png"]


def test_what_was_copied_survives_many_dictations(box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    run_program(box, "clipboard_owner")
    before = box.clip_get("image/png")
    Target.start(Kind.QT, box, tmp_path)
    for text in ("one", "two", "three"):
        inserter.insert(text)
    wait_clipboard(box, before, "image/png")


@pytest.mark.parametrize(
    ("kind", "before"),
    [("UTF8_STRING", "ü".encode() * 1_000_000), ("image/png", random.Random(1).randbytes(2_000_000))],
    ids=["text", "image"],
)
def test_two_megabytes_are_restored(
    kind: str, before: bytes, box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    box.clip_set(before, kind)
    target = Target.start(Kind.QT, box, tmp_path)
    inserter.insert(TEXT)
    target.wait_text(TEXT)
    wait_clipboard(box, before, kind)


@pytest.mark.parametrize("kind", [Kind.QT, Kind.GTK])
def test_two_megabytes_are_pasted(kind: Kind, box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    box.clip_set(b"before")
    target = Target.start(kind, box, tmp_path)
    text = "0123456789 ü\t" * 150_000
    assert inserter.insert(text) is Insertion.PASTED
    target.wait_text(text, 20)
    wait_clipboard(box, b"before")


def test_a_window_closed_while_it_reads_does_not_hold_up_the_next(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    inserter = make()
    target = Target.start(Kind.QT, box, tmp_path)
    inserter.insert("0123456789" * 1_000_000)
    os.kill(target.process.pid, signal.SIGKILL)
    target.process.wait()
    another = Target.start(Kind.GTK, box, tmp_path)
    began_s = time.monotonic()
    assert inserter.insert(TEXT) is Insertion.PASTED
    assert time.monotonic() - began_s < PATIENT.reader_s / 2
    another.wait_text(TEXT)


def test_a_program_may_read_by_a_second_connection(box: DesktopBox, inserter: X11Inserter) -> None:
    """Such as Alacritty."""
    box.clip_set(b"before")
    run_program(box, "two_connections")
    box.focus("two connections")
    assert inserter.insert(TEXT) is Insertion.PASTED
    box.until(lambda: TEXT in box.log("two_connections"), "the text")
    wait_clipboard(box, b"before")


def test_an_empty_clipboard_is_empty_again(box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    box.clip_clear()
    target = Target.start(Kind.GTK, box, tmp_path)
    inserter.insert(TEXT)
    target.wait_text(TEXT)
    wait_clipboard(box, b"")
    assert box.clip_get("TARGETS") == b""


def test_the_selected_text_is_as_before_after_pasting_into_a_terminal(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    def selected() -> bytes:
        return box.run("xclip", "-selection", "primary", "-o")

    target = Target.start(Kind.XTERM, box, tmp_path)
    box.run("sh", "-c", "printf selected | xclip -selection primary -i >/dev/null 2>&1")
    box.until(lambda: selected() == b"selected", "the selected text")
    inserter.insert(TEXT)
    target.wait_text(TEXT)
    box.until(lambda: selected() == b"selected", "the selected text again")


def test_a_busy_program_gets_the_new_text_and_not_the_old(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    box.clip_set(b"before")
    target = Target.start(Kind.QT, box, tmp_path, "--busy", "0.8")
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
    wait_clipboard(box, b"before")


def test_a_clipboard_manager_that_reads_first_is_not_taken_for_the_window(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    """It is also told not to keep the text."""
    box.clip_set(b"before")
    run_program(box, "clipboard_manager")
    target = Target.start(Kind.QT, box, tmp_path, "--busy", "0.5")
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
    wait_clipboard(box, b"before")
    told = ["ready", "secret", "copied"]
    box.until(lambda: box.log("clipboard_manager").split()[:3] == told, "what the manager was told")


def test_a_text_that_nobody_reads_stays_on_the_clipboard(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    """A frozen window; it gets the right text even when it wakes up later."""
    box.clip_set(b"before")
    target = Target.start(Kind.QT, box, tmp_path)
    os.kill(target.process.pid, signal.SIGSTOP)
    try:
        assert make(limits=Limits()).insert(TEXT) is Insertion.ON_CLIPBOARD
    finally:
        os.kill(target.process.pid, signal.SIGCONT)
    target.wait_text(TEXT)
    assert box.clip_get() == TEXT.encode()
    assert "x-kde-passwordManagerHint" not in box.clip_get("TARGETS").decode()


def test_without_a_focused_window_the_text_waits_on_the_clipboard_at_once(box: DesktopBox, make: Make) -> None:
    inserter = make()
    began_s = time.monotonic()
    assert inserter.insert(TEXT) is Insertion.ON_CLIPBOARD
    assert time.monotonic() - began_s < PATIENT.reader_s / 2
    assert box.clip_get() == TEXT.encode()


def test_the_next_dictation_keeps_the_one_that_waits_on_the_clipboard(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    inserter.insert("Nobody was there.")
    target = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    target.wait_text(TEXT)
    wait_clipboard(box, b"Nobody was there.")


def test_a_newline_at_the_end_is_left_out(box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    target = Target.start(Kind.XTERM, box, tmp_path)
    inserter.insert("rm -rf everything\r\n")
    target.wait_text("rm -rf everything")
    time.sleep(0.2)
    assert target.text() == "rm -rf everything"


def test_nothing_is_pasted_for_an_empty_text(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    box.clip_set(b"before")
    target = Target.start(Kind.QT, box, tmp_path)
    make(append_space=True).insert("")
    time.sleep(0.2)
    assert target.text() == ""
    assert box.clip_get() == b"before"


def test_a_copy_stays_on_the_clipboard_as_it_is(box: DesktopBox, make: Make) -> None:
    box.clip_set(b"before")
    make(append_space=True).copy(TEXT)
    time.sleep(0.3)
    assert box.clip_get() == TEXT.encode()


def test_without_restoring_the_text_stays_on_the_clipboard(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    box.clip_set(b"before")
    target = Target.start(Kind.QT, box, tmp_path)
    make(restore_clipboard=False).insert(TEXT)
    target.wait_text(TEXT)
    time.sleep(0.3)
    assert box.clip_get() == TEXT.encode()


def test_what_the_user_copies_meanwhile_is_left_alone(box: DesktopBox, inserter: X11Inserter, tmp_path: Path) -> None:
    box.clip_set(b"before")
    Target.start(Kind.QT, box, tmp_path)
    inserter.insert(TEXT)
    box.clip_set(b"newer")
    time.sleep(0.3)
    assert box.clip_get() == b"newer"


def test_a_frozen_owner_of_the_clipboard_does_not_keep_the_text_back(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    owner = run_program(box, "clipboard_owner")
    target = Target.start(Kind.QT, box, tmp_path)
    os.kill(owner.pid, signal.SIGSTOP)
    began_s = time.monotonic()
    try:
        assert inserter.insert(TEXT) is Insertion.PASTED
    finally:
        os.kill(owner.pid, signal.SIGCONT)
    assert time.monotonic() - began_s < 5 * PATIENCE_S
    target.wait_text(TEXT)


def test_an_owner_that_dies_while_it_is_read_does_not_keep_the_text_back(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    owner = run_program(box, "clipboard_owner")
    target = Target.start(Kind.QT, box, tmp_path)
    os.kill(owner.pid, signal.SIGSTOP)  # it is asked, and will never answer
    death = threading.Timer(0.5, lambda: os.kill(owner.pid, signal.SIGKILL))
    death.start()
    assert inserter.insert(TEXT) is Insertion.PASTED
    death.join()
    target.wait_text(TEXT)


def test_at_the_end_a_clipboard_manager_takes_over_what_was_restored(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path
) -> None:
    box.clip_set(b"before")
    run_program(box, "clipboard_manager")
    target = Target.start(Kind.QT, box, tmp_path)
    inserter.insert(TEXT)
    target.wait_text(TEXT)
    inserter.close()
    box.until(lambda: "saved" in box.log("clipboard_manager"), "the clipboard manager")
    wait_clipboard(box, b"before")


def test_closing_twice_is_allowed(inserter: X11Inserter) -> None:
    inserter.close()
    inserter.close()
    with pytest.raises(InsertionFailed):
        inserter.copy(TEXT)


def test_after_the_end_nothing_can_be_inserted(inserter: X11Inserter) -> None:
    inserter.close()
    with pytest.raises(InsertionFailed):
        inserter.insert(TEXT)


def test_no_display_is_said() -> None:
    with pytest.raises(DisplayMissing):
        X11Inserter(append_space=False, restore_clipboard=True, display_name=":4711")


def test_a_display_that_goes_away_is_said() -> None:
    with DesktopBox(audio=False) as box:
        inserter = X11Inserter(append_space=False, restore_clipboard=True, display_name=box.display)
    with pytest.raises(InsertionFailed, match="connection"):
        inserter.insert(TEXT)
    inserter.close()


def test_the_log_has_lengths_and_times_but_no_word(
    box: DesktopBox, inserter: X11Inserter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    Target.start(Kind.QT, box, tmp_path)
    inserter.insert("confidential words")
    inserter.copy("confidential words")
    assert "18 characters pasted" in caplog.text
    assert "confidential" not in caplog.text
