"""How programs are given a text, and what keeps texts apart."""

from __future__ import annotations

import pytest

from mojovoice_gui.desktop.insertion.habits import CONTINUES_S, Habits, Spacing
from mojovoice_gui.desktop.insertion.terminals import PasteKey, PasteWay

OWN = (("Firefox", "ctrl+v"), ("xterm", "type"), ("org.gnome.Terminal", "auto"), ("kate", "clipboard"))


@pytest.mark.parametrize(
    ("wm_class", "way"),
    [
        (("Navigator", "firefox"), PasteWay(PasteKey.CTRL_V)),
        (("xterm", "XTerm"), PasteWay(PasteKey.TYPE)),
        (("kate",), PasteWay(PasteKey.CLIPBOARD)),
        (("org.gnome.Terminal",), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("gedit", "Gedit"), PasteWay(PasteKey.TYPE)),
        ((), PasteWay(PasteKey.TYPE)),
    ],
)
def test_a_program_with_a_row_of_its_own_is_given_the_text_by_that(wm_class: tuple[str, ...], way: PasteWay) -> None:
    assert Habits(PasteKey.TYPE, OWN).way(wm_class) == way


def test_a_space_after_each_text_makes_one_before_needless() -> None:
    spacing = Spacing(after=True, before=True)
    spacing.delivered("window", 0.0)
    assert spacing.spaced("Two.", "window", 1.0) == "Two. "


@pytest.mark.parametrize(
    ("text", "place", "at", "spaced"),
    [
        ("Two.", "window", 1.0, " Two."),
        ("Two.", "another", 1.0, "Two."),
        ("Two.", None, 1.0, "Two."),
        ("Two.", "window", CONTINUES_S, "Two."),
        (", two.", "window", 1.0, ", two."),
    ],
)
def test_a_space_stands_before_what_soon_continues_in_the_same_place(
    text: str, place: str | None, at: float, spaced: str
) -> None:
    spacing = Spacing(after=False, before=True)
    assert spacing.spaced("One.", "window", 0.0) == "One."
    spacing.delivered("window", 0.0)
    assert spacing.spaced(text, place, at) == spaced


def test_without_either_a_text_is_as_it_is() -> None:
    spacing = Spacing(after=False, before=False)
    spacing.delivered("window", 0.0)
    assert spacing.spaced("Two.", "window", 1.0) == "Two."
