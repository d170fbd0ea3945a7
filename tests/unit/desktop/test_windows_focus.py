"""The focus on Windows, against windows in memory: not run on Windows."""

from __future__ import annotations

from mojovoice_gui.desktop.windows.focus import WindowsFocus
from mojovoice_gui.domain import Place

EDITOR, CHAT = 7, 8


class FakeWindows:
    """Two windows; ``is_stubborn``: the focus stays where it is, as Windows likes it."""

    def __init__(self) -> None:
        self.front = EDITOR
        self.is_stubborn = False

    def foreground(self) -> int:
        return self.front

    def title(self, window: int) -> str:
        return {EDITOR: "letter.txt", CHAT: "Chat"}[window]

    def program(self, window: int) -> str:
        return {EDITOR: r"C:\Windows\Notepad.exe", CHAT: ""}[window]

    def rectangle(self, window: int) -> tuple[int, int, int, int]:
        return (100, 200, 300, 600)

    def bring_to_front(self, window: int) -> None:
        if not self.is_stubborn:
            self.front = window


def test_a_window_is_known_by_its_program_and_its_middle() -> None:
    place = WindowsFocus(FakeWindows()).place()
    assert place == Place(EDITOR)
    assert place is not None
    assert (place.title, place.application, place.centre) == ("letter.txt", "notepad", (200, 400))


def test_a_program_that_windows_does_not_tell_has_no_name() -> None:
    windows = FakeWindows()
    windows.front = CHAT
    place = WindowsFocus(windows).place()
    assert place is not None
    assert place.application == ""


def test_without_a_window_in_front_nobody_has_it() -> None:
    windows = FakeWindows()
    windows.front = 0
    assert WindowsFocus(windows).place() is None


def test_it_is_given_back() -> None:
    windows = FakeWindows()
    assert WindowsFocus(windows).give(Place(CHAT))
    assert windows.front == CHAT


def test_windows_that_does_not_let_it_go_is_noticed() -> None:
    windows = FakeWindows()
    windows.is_stubborn = True
    assert not WindowsFocus(windows).give(Place(CHAT))
    assert windows.front == EDITOR
