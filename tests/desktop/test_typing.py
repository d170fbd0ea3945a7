"""Text comes into real windows key by key, whatever the layout; the clipboard has no part in it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.habits import Habits
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.x11 import X11Inserter
from mojovoice_gui.domain import Insertion
from tests.desktop.box import DesktopBox
from tests.desktop.rival import Rival
from tests.desktop.target import ON_X11, Kind, Target

TEXT = "Grüße, “Привет” — „z/y“ 日本語 👋🏽 'quotes' & <tags> $HOME ^°`´ @€ ẞß AaÄäZz {[~\\|]}"
Make = Callable[..., X11Inserter]


@pytest.fixture
def make(box: DesktopBox) -> Iterator[Make]:
    """Make an inserter of the box with these habits; it is closed after the test."""
    made: list[X11Inserter] = []

    def make_one(usual: str = "type", *of_programs: tuple[str, str], space_before: bool = False) -> X11Inserter:
        habits = Habits(PasteKey(usual), of_programs)
        made.append(
            X11Inserter(
                append_space=False,
                restore_clipboard=True,
                space_before=space_before,
                habits=habits,
                display_name=box.display,
            )
        )
        return made[-1]

    yield make_one
    for inserter in made:
        inserter.close()


@pytest.fixture
def us_again(box: DesktopBox) -> Iterator[None]:
    yield
    box.run("setxkbmap", "us")


@pytest.mark.usefixtures("us_again")
@pytest.mark.parametrize(("kind", "layout"), [*((kind, "de") for kind in ON_X11), (Kind.QT, "us,ru")])
def test_every_program_gets_exactly_the_text_in_any_layout(
    kind: Kind, layout: str, box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    box.run("setxkbmap", layout)
    box.clip_set(b"before")
    target = Target.start(kind, box, tmp_path)
    inserter = make()
    assert inserter.insert(TEXT) is Insertion.TYPED
    assert inserter.insert(" Und noch einmal: ÄÖÜ 🎉") is Insertion.TYPED
    target.wait_text(TEXT + " Und noch einmal: ÄÖÜ 🎉")
    assert box.clip_get() == b"before"


@pytest.mark.parametrize("kind", ON_X11)
def test_a_frozen_program_gets_it_late_but_exactly(kind: Kind, box: DesktopBox, make: Make, tmp_path: Path) -> None:
    """It asks what the keys mean when all of them were pressed long ago."""
    target = Target.start(kind, box, tmp_path)
    os.kill(target.process.pid, signal.SIGSTOP)
    try:
        assert make().insert(TEXT) is Insertion.TYPED
        assert target.text() == ""
    finally:
        os.kill(target.process.pid, signal.SIGCONT)
    target.wait_text(TEXT)


def test_more_characters_than_there_are_spare_keys_come_in_pieces(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 100)))
    before = box.run("xmodmap", "-pke")
    target = Target.start(Kind.GTK, box, tmp_path)
    inserter = make()
    assert inserter.insert(text) is Insertion.TYPED
    target.wait_text(text)
    assert box.run("xmodmap", "-pke") != before
    inserter.close()
    assert box.run("xmodmap", "-pke") == before, "spare keys mean nothing again at the end"


def test_locks_do_not_matter_and_stay_on(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    target = Target.start(Kind.QT, box, tmp_path)
    for lock in ("Caps_Lock", "Num_Lock"):
        box.keys.tap(lock)
    before = box.run("xset", "q").splitlines()[:8]
    assert make().insert(TEXT) is Insertion.TYPED
    target.wait_text(TEXT)
    assert box.run("xset", "q").splitlines()[:8] == before


def test_no_key_does_anything_but_write(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    target = Target.start(Kind.XTERM, box, tmp_path)
    assert make().insert("rm -rf\t/\nsudo\x1b\r\n") is Insertion.TYPED
    target.wait_text("rm -rf / sudo ")


@pytest.mark.parametrize("key", ["Control_R", "F9"])
def test_a_key_pressed_meanwhile_is_waited_for(key: str, box: DesktopBox, make: Make, tmp_path: Path) -> None:
    """The key of the next dictation is down before this one is written; who grabs it gets all keys until it is up."""
    rival = Rival(box.display)
    assert rival.take("F9", 0)
    text = "a sentence of some length, as people dictate them " * 4
    target = Target.start(Kind.QT, box, tmp_path)
    hold = threading.Timer(0.2, lambda: box.keys.tap(key, hold_s=0.5))
    hold.start()
    assert make().insert(text) is Insertion.TYPED
    hold.join()
    target.wait_text(text)
    rival.close()


def test_another_window_that_comes_to_the_front_gets_no_key_and_all_of_it_is_on_the_clipboard(
    box: DesktopBox, make: Make, tmp_path: Path
) -> None:
    text = "a sentence of some length, as people dictate them " * 40  # it is left long before its end
    other = Target.start(Kind.GTK, box, tmp_path)
    target = Target.start(Kind.QT, box, tmp_path)

    def leave_it() -> None:
        box.until(target.text, "its first words")
        other.focus()

    inserter = make()
    leave = threading.Thread(target=leave_it)
    leave.start()
    assert inserter.insert(text) is Insertion.ON_CLIPBOARD
    leave.join()
    assert box.clip_get() == text.encode()
    assert other.text() == ""
    assert text.startswith(target.text())


def test_without_a_focused_window_the_text_waits_on_the_clipboard(box: DesktopBox, make: Make) -> None:
    assert make().insert(TEXT) is Insertion.ON_CLIPBOARD
    assert box.clip_get() == TEXT.encode()


def test_each_program_is_given_it_as_it_likes(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    """By the class of its window, in whatever case."""
    inserter = make("auto", ("XTerm", "type"), ("gtk_target.py", "clipboard"), ("python3", "ctrl+v"))
    box.clip_set(b"before")
    terminal = Target.start(Kind.XTERM, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.TYPED
    terminal.wait_text(TEXT)
    editor = Target.start(Kind.QT, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.PASTED
    editor.wait_text(TEXT)
    window = Target.start(Kind.GTK, box, tmp_path)
    assert inserter.insert(TEXT) is Insertion.COPIED
    assert box.clip_get() == TEXT.encode()
    assert window.text() == ""


def test_a_space_stands_before_what_continues_in_the_same_window(box: DesktopBox, make: Make, tmp_path: Path) -> None:
    inserter = make("auto", ("gtk_target.py", "type"), space_before=True)
    one = Target.start(Kind.QT, box, tmp_path)
    for text in ("One.", "Two", ", three."):
        inserter.insert(text)
    one.wait_text("One. Two, three.")
    other = Target.start(Kind.GTK, box, tmp_path)
    for text in ("Another.", "One."):
        inserter.insert(text)
    other.wait_text("Another. One.")
