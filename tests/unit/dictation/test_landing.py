"""Into which window a text goes when the focus has moved."""

from __future__ import annotations

import numpy as np
import pytest

from mojovoice_gui.dictation.landing import GONE, LEFT, MOVED, NOT_TAKEN, Landing
from mojovoice_gui.domain import Destination, Insertion, Notice, Place, Question, Segment, WhenMoved
from tests.fakes import FakeFocus, RecordingInserter

EDITOR, CHAT = Place(1, "editor"), Place(2, "chat")


class Windows:
    """Two windows: a sentence was spoken to the editor, and now the chat has the focus."""

    def __init__(self, when_moved: WhenMoved) -> None:
        self.focus = FakeFocus()
        self.focus.front = CHAT
        self.inserter = RecordingInserter()
        self.landing = Landing(self.inserter, self.focus, when_moved)


def spoken_to(place: Place | None, destination: Destination = Destination.WINDOW) -> Segment:
    return Segment(np.ones(160, np.float32), 0, destination, number=7, spoken_to=place)


def test_here_is_where_the_focus_is() -> None:
    windows = Windows(WhenMoved.HERE)
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") is None
    assert (windows.inserter.inserted, windows.focus.front) == (["Hi."], CHAT)


def test_back_is_where_one_spoke() -> None:
    windows = Windows(WhenMoved.BACK)
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") is None
    assert (windows.inserter.inserted, windows.focus.front) == (["Hi."], EDITOR)


def test_copy_leaves_it_on_the_clipboard_and_says_so() -> None:
    windows = Windows(WhenMoved.COPY)
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") == MOVED
    assert (windows.inserter.inserted, windows.inserter.copied) == ([], ["Hi."])


def test_ask_inserts_nothing_yet() -> None:
    windows = Windows(WhenMoved.ASK)
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") == Question(7, "Hi.", EDITOR, CHAT)
    assert (windows.inserter.inserted, windows.inserter.copied) == ([], [])


@pytest.mark.parametrize("when_moved", list(WhenMoved))
def test_who_stays_is_never_asked(when_moved: WhenMoved) -> None:
    windows = Windows(when_moved)
    windows.focus.front = Place(1, "editor: the title has changed since")
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") is None
    assert windows.inserter.inserted == ["Hi."]


@pytest.mark.parametrize("when_moved", list(WhenMoved))
def test_who_spoke_to_no_window_is_never_asked(when_moved: WhenMoved) -> None:
    windows = Windows(when_moved)
    assert windows.landing.land(spoken_to(None), "Hi.") is None
    assert windows.inserter.inserted == ["Hi."]


@pytest.mark.parametrize("when_moved", list(WhenMoved))
def test_what_was_meant_for_the_clipboard_goes_there(when_moved: WhenMoved) -> None:
    windows = Windows(when_moved)
    assert windows.landing.land(spoken_to(EDITOR, Destination.CLIPBOARD), "Hi.") is None
    assert (windows.inserter.inserted, windows.inserter.copied) == ([], ["Hi."])


@pytest.mark.parametrize(("answer", "front"), [(WhenMoved.HERE, CHAT), (WhenMoved.BACK, EDITOR)])
def test_an_answer_brings_its_window_to_the_front_first(answer: WhenMoved, front: Place) -> None:
    windows = Windows(WhenMoved.ASK)
    windows.focus.front = Place(3, "the window that asks")
    assert windows.landing.land_as(Question(7, "Hi.", EDITOR, CHAT), answer) is None
    assert (windows.inserter.inserted, windows.focus.front) == (["Hi."], front)


def test_a_window_that_is_gone_gets_nothing_and_the_text_is_on_the_clipboard() -> None:
    windows = Windows(WhenMoved.BACK)
    windows.focus.gone.add(EDITOR)
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") == GONE
    assert (windows.inserter.inserted, windows.inserter.copied) == ([], ["Hi."])


def test_no_window_in_front_is_another_one_too() -> None:
    windows = Windows(WhenMoved.ASK)
    windows.focus.front = None
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") == Question(7, "Hi.", EDITOR, None)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (Insertion.PASTED, None),
        (Insertion.TYPED, None),
        (Insertion.ON_CLIPBOARD, NOT_TAKEN),
        (Insertion.COPIED, LEFT),
    ],
)
def test_what_is_not_in_the_window_is_said(how: Insertion, said: Notice | None) -> None:
    windows = Windows(WhenMoved.HERE)
    windows.inserter.outcome = how
    assert windows.landing.land(spoken_to(EDITOR), "Hi.") == said
    assert windows.landing.paste("Hi.") == said


def test_titles_are_not_in_a_repr() -> None:
    assert "editor" not in repr(Question(7, "Hi.", EDITOR, CHAT))
