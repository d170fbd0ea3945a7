"""The portals for keys: the real one, on a private bus, with a desktop behind it that we play."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.hotkeys.portal import PortalHotkeys, trigger
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard, obstacle
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import HotkeyUnavailable, KeyringUnavailable, PortalFailed
from tests.desktop.portal import PortalBox
from tests.desktop.said import Said


@pytest.fixture
def box() -> Iterator[PortalBox]:
    with PortalBox() as box:
        yield box


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def hotkeys(box: PortalBox) -> Iterator[PortalHotkeys]:
    hotkeys = PortalHotkeys("ctrl+alt+space", "escape", bus=box.bus)
    yield hotkeys
    hotkeys.stop()


def test_down_and_up_are_told(box: PortalBox, hotkeys: PortalHotkeys, said: Said) -> None:
    hotkeys.start(said.actions())
    box.tell("Press", "push-to-talk")
    assert said.next() == "down"
    box.tell("Release", "push-to-talk")
    assert said.words(1) == ["up"]


def test_the_wanted_key_is_proposed_and_escape_is_not_taken_from_every_program(
    box: PortalBox, hotkeys: PortalHotkeys, said: Said
) -> None:
    hotkeys.start(said.actions())
    bound = "bound {'push-to-talk': 'CTRL+ALT+space', 'cancel': ''}"
    box.until(lambda: bound in box.log("backend"), "the binding")


def test_the_desktop_shows_the_shortcuts_in_the_language_of_the_user(box: PortalBox, said: Said) -> None:
    german = {"Push to talk": "Zum Sprechen halten", "Cancel the recording": "Aufnahme abbrechen"}
    hotkeys = PortalHotkeys("ctrl+alt+space", "escape", bus=box.bus, in_words=lambda sentence: german[sentence])
    hotkeys.start(said.actions())
    shown = "shown {'push-to-talk': 'Zum Sprechen halten', 'cancel': 'Aufnahme abbrechen'}"
    box.until(lambda: shown in box.log("backend"), "the binding")
    hotkeys.stop()


def test_the_cancel_key_counts_only_while_something_can_be_cancelled(
    box: PortalBox, hotkeys: PortalHotkeys, said: Said
) -> None:
    hotkeys.start(said.actions())
    box.tell("Press", "cancel")
    assert said.rest() == []
    hotkeys.watch_cancel(True)
    box.tell("Press", "cancel")
    assert said.next() == "cancel"


def test_a_refusal_is_an_error_with_a_way_out(box: PortalBox, hotkeys: PortalHotkeys, said: Said) -> None:
    box.tell("Answer", "deny")
    with pytest.raises(HotkeyUnavailable, match="Allow it in the desktop's settings"):
        hotkeys.start(said.actions())


def test_a_user_who_takes_time_to_agree_is_waited_for_but_holds_nobody_up(
    box: PortalBox, hotkeys: PortalHotkeys, said: Said
) -> None:
    box.tell("Answer", "wait")
    hotkeys.start(said.actions())
    assert "bound" not in box.log("backend")
    box.tell("Answer", "grant")
    box.until(lambda: "bound" in box.log("backend"), "the binding")
    box.tell("Press", "push-to-talk")
    assert said.next() == "down"


def test_stopping_while_the_user_is_asked_leaves_nothing_behind(
    box: PortalBox, hotkeys: PortalHotkeys, said: Said
) -> None:
    box.tell("Answer", "wait")
    hotkeys.start(said.actions())
    hotkeys.stop()
    box.tell("Answer", "grant")
    box.tell("Press", "push-to-talk")
    assert said.rest() == []


def test_after_the_portal_was_started_again_the_key_still_works(
    box: PortalBox, hotkeys: PortalHotkeys, said: Said
) -> None:
    hotkeys.start(said.actions())
    box.portal.start()  # takes the place of the first
    box.until(lambda: box.log("backend").count("bound") == 2, "the second binding")
    box.tell("Press", "push-to-talk")
    assert said.words(1) == ["down"]


def test_a_desktop_without_the_portal_is_told_from_one_that_has_it(said: Said) -> None:
    with PortalBox(has_shortcuts=False) as box, pytest.raises(PortalFailed, match="no portal for keys"):
        PortalHotkeys("F9", bus=box.bus)


@pytest.mark.parametrize("bus", ["unix:path=/nowhere", "nonsense"])
def test_without_a_message_bus_that_is_said(bus: str) -> None:
    with pytest.raises(PortalFailed, match="no message bus"):
        PortalHotkeys("F9", bus=bus)


@pytest.mark.parametrize(
    ("key", "proposed"),
    [("F9", "F9"), ("ctrl+alt+space", "CTRL+ALT+space"), ("super+d", "LOGO+d"), ("right ctrl", "CTRL+ALT+space")],
)
def test_keys_are_proposed_as_the_specification_writes_them(key: str, proposed: str) -> None:
    assert trigger(parse(key)) == proposed


class NoKeyring(Secrets):
    """As on a machine without one."""

    def get(self, name: str) -> str | None:
        raise KeyringUnavailable("This desktop has no keyring.")


@pytest.fixture
def keyboard(box: PortalBox) -> Iterator[PortalKeyboard]:
    keyboard = PortalKeyboard(NoKeyring(), box.bus)
    yield keyboard
    keyboard.close()


def test_the_real_portal_hands_the_paste_keys_on_to_the_desktop(box: PortalBox, keyboard: PortalKeyboard) -> None:
    assert obstacle(box.bus) == ""
    keyboard.ask().result(10)
    assert keyboard.press(PasteKey.SHIFT_INSERT)
    box.until(lambda: box.log("backend").count("key") == 4, "the keys")
    assert box.log("backend").splitlines()[-5:] == ["wanted 1", "key 42 1", "key 110 1", "key 110 0", "key 42 0"]


def test_the_real_portal_tells_a_refusal_and_a_crash(box: PortalBox, keyboard: PortalKeyboard) -> None:
    box.tell("Answer", "deny")
    with pytest.raises(PortalFailed, match="press no keys"):
        keyboard.ask().result(10)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    box.tell("Answer", "grant")
    keyboard.ask().result(10)
    box.portal.start()  # takes the place of the first, and with it the session
    box.until(lambda: not keyboard.press(PasteKey.SHIFT_INSERT), "the end of the session")
    keyboard.ask().result(10)
    assert keyboard.press(PasteKey.SHIFT_INSERT)


def test_a_desktop_whose_portal_presses_no_keys_is_told_from_one_that_does() -> None:
    with PortalBox(has_shortcuts=False) as box:
        assert obstacle(box.bus) == "the desktop has no portal for keys"
