"""What the doctor says of systems that it is not on."""

from __future__ import annotations

from mojovoice_gui.commands.doctor import on_desktop
from mojovoice_gui.settings import Settings


def said(platform: str) -> dict[str, tuple[bool, str]]:
    return {found.what: (found.is_right, found.sentence) for found in on_desktop(Settings(hotkey="F9"), {}, platform)}


def test_on_windows_keys_are_heard_and_texts_pasted() -> None:
    found = said("win32")
    assert found["key"] == (True, "F9, hold, by Windows")
    assert found["insertion"] == (True, "by the clipboard and paste keys")


def test_a_mac_that_has_not_been_asked_keeps_dictation_from_working_and_says_where_to_allow_it() -> None:
    found = said("darwin")
    is_right, sentence = found["key"]
    assert not is_right
    assert "Privacy & Security" in sentence
    assert "you paste it yourself" in found["insertion"][1]


def test_nobody_is_told_that_it_was_run_where_it_was_not() -> None:
    for platform in ("win32", "darwin"):
        assert "never run there" in said(platform)["session"][1]
