"""Which keys paste where."""

from __future__ import annotations

import pytest

from mojovoice_gui.desktop.insertion.terminals import (
    CTRL_SHIFT_V_TERMINALS,
    SHIFT_INSERT_TERMINALS,
    PasteKey,
    PasteWay,
    way_to_paste,
    without_letters,
)


@pytest.mark.parametrize(
    ("wm_class", "way"),
    [
        (("xterm", "XTerm"), PasteWay(PasteKey.SHIFT_INSERT, from_primary=True)),
        (("xterm", "UXTerm"), PasteWay(PasteKey.SHIFT_INSERT, from_primary=True)),
        (("st-256color", "st-256color"), PasteWay(PasteKey.SHIFT_INSERT, from_primary=True)),
        (("code", "Code"), PasteWay(PasteKey.SHIFT_INSERT, from_primary=True)),
        (("gnome-terminal-server", "Gnome-terminal"), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("xfce4-terminal", "Xfce4-terminal"), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("kitty", "kitty"), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("Alacritty", "Alacritty"), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("konsole", "konsole"), PasteWay(PasteKey.CTRL_SHIFT_V)),
        (("gedit", "Gedit"), PasteWay(PasteKey.SHIFT_INSERT)),
        (("determine", "Stellarium"), PasteWay(PasteKey.SHIFT_INSERT)),
        ((), PasteWay(PasteKey.SHIFT_INSERT)),
    ],
)
def test_each_window_is_pasted_into_by_its_own_keys(wm_class: tuple[str, ...], way: PasteWay) -> None:
    assert way_to_paste(wm_class) == way


@pytest.mark.parametrize("setting", [PasteKey.CTRL_V, PasteKey.CTRL_SHIFT_V])
def test_the_setting_wins_everywhere(setting: PasteKey) -> None:
    assert way_to_paste(("xterm", "XTerm"), setting) == PasteWay(setting)
    assert way_to_paste(("gedit", "Gedit"), setting) == PasteWay(setting)


def test_shift_insert_by_setting_still_means_primary_in_a_terminal() -> None:
    assert way_to_paste(("kitty", "kitty"), PasteKey.SHIFT_INSERT).from_primary
    assert not way_to_paste(("gedit", "Gedit"), PasteKey.SHIFT_INSERT).from_primary


def test_a_layout_without_letters_pastes_by_insert() -> None:
    assert without_letters(("kitty", "kitty")) == PasteWay(PasteKey.SHIFT_INSERT, from_primary=True)
    assert without_letters(("gedit", "Gedit")) == PasteWay(PasteKey.SHIFT_INSERT)


def test_the_tables_are_in_lower_case_and_no_terminal_is_in_both() -> None:
    assert all(name == name.lower() for name in SHIFT_INSERT_TERMINALS | CTRL_SHIFT_V_TERMINALS)
    assert not SHIFT_INSERT_TERMINALS & CTRL_SHIFT_V_TERMINALS
