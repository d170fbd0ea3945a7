"""Pasting by Qt's clipboard, with real Qt and a keyboard whose paste keys we answer: not run on Windows or macOS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from mojovoice_gui.desktop.hotkeys.chords import Modifier
from mojovoice_gui.desktop.insertion.habits import Habits, Spacing
from mojovoice_gui.desktop.insertion.paste import Limits
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.domain import Insertion, NoFocus
from mojovoice_gui.errors import InsertionFailed
from mojovoice_gui.ui.insertion.clipboard import UNKEPT, is_lent
from mojovoice_gui.ui.insertion.inserter import PasteDesk, QtInserter

QUICK = Limits(keys_s=0.3, reader_s=2.0, quiet_s=0.1)


class FakePasteKeyboard:
    """Keys that reach a program: ``takes`` is what it does when they are pressed."""

    def __init__(self) -> None:
        self.pressed: list[PasteKey] = []
        self.pasted: list[str] = []
        self.typed: list[str] = []
        self.down: frozenset[Modifier] = frozenset()
        self.refuses = ""
        self.takes: Callable[[], None] = self.read

    def obstacle(self) -> str:
        return self.refuses

    def held(self) -> frozenset[Modifier]:
        return self.down

    def usual(self, program: str) -> PasteKey:
        return PasteKey.CTRL_V

    def type(self, text: str) -> None:
        self.typed.append(text)

    def press(self, keys: PasteKey) -> None:
        self.pressed.append(keys)
        self.takes()

    def read(self) -> None:
        self.pasted.append(clipboard_text())


@pytest.fixture
def keyboard() -> FakePasteKeyboard:
    return FakePasteKeyboard()


@pytest.fixture
def desk(qtbot: QtBot, keyboard: FakePasteKeyboard, worker: ThreadPoolExecutor) -> Iterator[PasteDesk]:
    """Closed before the worker, who may wait for it."""
    desk = PasteDesk(keyboard, QUICK)
    copy("before")
    yield desk
    desk.close()


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1, "worker") as pool:
        yield pool


@pytest.fixture
def insert(qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor) -> Callable[[str], Insertion]:
    """From another thread, as the app does, while Qt runs in this one."""

    def run(text: str) -> Insertion:
        return done(qtbot, worker.submit(inserter(desk).insert, text))

    return run


def inserter(
    desk: PasteDesk, *, append_space: bool = False, restores: bool = True, keys: PasteKey = PasteKey.AUTO
) -> QtInserter:
    spacing = Spacing(after=append_space, before=False)
    return QtInserter(desk, NoFocus(), Habits(keys), spacing, restore_clipboard=restores)


def done(qtbot: QtBot, future: Future[Insertion]) -> Insertion:
    qtbot.waitUntil(future.done)
    return future.result()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def lies_there(qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: offered_text() == text)


def offered_text() -> str:
    """Without reading a text that is only lent."""
    lying = QGuiApplication.clipboard().mimeData() or QMimeData()
    return "" if set(UNKEPT) & set(lying.formats()) else lying.text()


def test_the_program_in_front_gets_the_text_and_the_clipboard_comes_back(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    assert insert("Hello, world.\n") is Insertion.PASTED
    assert keyboard.pasted == ["Hello, world."]
    lies_there(qtbot, "before")


def test_a_program_that_takes_its_time_does_not_get_the_old_clipboard(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    keyboard.takes = lambda: QTimer.singleShot(200, keyboard.read)
    assert insert("late") is Insertion.PASTED
    assert keyboard.pasted == ["late"]
    lies_there(qtbot, "before")


def test_a_program_that_reads_again_and_again_does_not_keep_the_clipboard(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    again = QTimer(interval=20)
    again.timeout.connect(keyboard.read)
    keyboard.takes = again.start
    assert insert("text") is Insertion.PASTED
    qtbot.waitUntil(lambda: "before" in keyboard.pasted)
    again.stop()


def test_what_nobody_reads_stays_on_the_clipboard(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    keyboard.takes = lambda: None
    assert insert("nobody") is Insertion.ON_CLIPBOARD
    assert offered_text() == "nobody"


def test_what_a_clipboard_manager_has_read_before_counts_as_read_by_the_program_too(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    """Windows keeps what was read once: the second reader asks us no more."""
    QGuiApplication.clipboard().dataChanged.connect(clipboard_text)
    keyboard.takes = lambda: None
    try:
        assert insert("watched") is Insertion.PASTED
        lies_there(qtbot, "before")
    finally:
        QGuiApplication.clipboard().dataChanged.disconnect(clipboard_text)


def test_what_is_copied_meanwhile_is_not_overwritten(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    def read_and_copy() -> None:
        keyboard.read()
        copy("newer")

    keyboard.takes = read_and_copy
    assert done(qtbot, worker.submit(inserter(desk).insert, "first")) is Insertion.PASTED
    keyboard.takes = keyboard.read
    assert done(qtbot, worker.submit(inserter(desk).insert, "second")) is Insertion.PASTED
    lies_there(qtbot, "newer")
    assert keyboard.pasted == ["first", "second"]


def test_texts_come_one_after_another_and_the_first_clipboard_survives_them_all(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    assert [insert("one"), insert("two"), insert("three")] == 3 * [Insertion.PASTED]
    assert keyboard.pasted == ["one", "two", "three"]
    lies_there(qtbot, "before")


def test_no_key_is_pressed_while_a_modifier_is_held(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    keyboard.down = frozenset({Modifier.CTRL})
    assert insert("stuck") is Insertion.ON_CLIPBOARD
    assert keyboard.pressed == []
    assert offered_text() == "stuck"


def test_where_keys_may_not_be_pressed_the_text_waits_on_the_clipboard(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    keyboard.refuses = "Allow it"
    assert insert("refused") is Insertion.ON_CLIPBOARD
    assert (keyboard.pressed, offered_text()) == ([], "refused")


def test_every_format_comes_back(qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard) -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor("teal"))
    data = QMimeData()
    data.setText("plain")
    data.setHtml("<b>rich</b>")
    data.setData("application/x-own", b"\x00\x01")
    data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)
    assert insert("text") is Insertion.PASTED
    lies_there(qtbot, "plain")
    back = QGuiApplication.clipboard().mimeData()
    assert (back.html(), bytes(back.data("application/x-own").data())) == ("<b>rich</b>", b"\x00\x01")
    assert back.imageData() == image


def test_an_empty_clipboard_is_empty_again(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    QGuiApplication.clipboard().clear()
    assert insert("text") is Insertion.PASTED
    qtbot.waitUntil(lambda: offered_text() == "" and not is_lent())


def test_windows_is_asked_to_keep_no_copy_of_what_is_lent(
    qtbot: QtBot, insert: Callable[[str], Insertion], keyboard: FakePasteKeyboard
) -> None:
    marked: list[bool] = []

    def look() -> None:
        lying = QGuiApplication.clipboard().mimeData()
        marked.append(all(bytes(lying.data(mark).data()) == value for mark, value in UNKEPT.items()))
        keyboard.read()

    keyboard.takes = look
    insert("secret")
    assert marked == [True]


def test_the_space_between_two_dictations_is_pasted_too(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    done(qtbot, worker.submit(inserter(desk, append_space=True).insert, "One."))
    assert keyboard.pasted == ["One. "]


def test_whoever_wants_each_text_to_stay_keeps_it(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    done(qtbot, worker.submit(inserter(desk, restores=False).insert, "kept"))
    lies_there(qtbot, "kept")


def test_whoever_wants_it_typed_keeps_the_clipboard(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    typing = inserter(desk, keys=PasteKey.TYPE, append_space=True)
    assert done(qtbot, worker.submit(typing.insert, "typed")) is Insertion.TYPED
    assert (keyboard.typed, keyboard.pressed, offered_text()) == (["typed "], [], "before")


def test_whoever_wants_it_on_the_clipboard_alone_pastes_it_himself(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    copying = inserter(desk, keys=PasteKey.CLIPBOARD, append_space=True)
    assert done(qtbot, worker.submit(copying.insert, "copied")) is Insertion.COPIED
    assert (keyboard.pressed, offered_text()) == ([], "copied")


def test_a_copy_presses_no_key(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    future = worker.submit(inserter(desk).copy, "copied")
    qtbot.waitUntil(future.done)
    assert (keyboard.pressed, offered_text()) == ([], "copied")


def test_keys_that_break_are_said_and_the_next_text_is_inserted(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    def fail() -> None:
        raise OSError("no such key")

    keyboard.takes = fail
    future = worker.submit(inserter(desk).insert, "lost")
    qtbot.waitUntil(future.done)
    assert isinstance(future.exception(), InsertionFailed)
    keyboard.takes = keyboard.read
    assert done(qtbot, worker.submit(inserter(desk).insert, "found")) is Insertion.PASTED


def test_at_the_end_nobody_waits_for_ever(desk: PasteDesk, worker: ThreadPoolExecutor) -> None:
    desk.close()
    with pytest.raises(InsertionFailed):
        worker.submit(inserter(desk).insert, "too late").result(timeout=10)


def test_an_end_in_the_middle_leaves_the_text_on_the_clipboard(
    qtbot: QtBot, desk: PasteDesk, worker: ThreadPoolExecutor, keyboard: FakePasteKeyboard
) -> None:
    keyboard.takes = desk.close
    assert done(qtbot, worker.submit(inserter(desk).insert, "unread")) is Insertion.ON_CLIPBOARD
    assert offered_text() == "unread"
