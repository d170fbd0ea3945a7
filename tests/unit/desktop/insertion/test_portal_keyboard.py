"""Paste keys by the desktop's portal: asked once, remembered by a token that only the keyring has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.open import Means
from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import TOKEN, PortalKeyboard, obstacle
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import KeyringUnavailable, PortalFailed
from mojovoice_gui.paths import APP_ID
from tests.unit.desktop.fake_portal import FakePortal, private_bus
from tests.waiting import wait_until

SHIFT, INSERT = 42, 110
SHIFT_INSERT = [(SHIFT, 1), (INSERT, 1), (INSERT, 0), (SHIFT, 0)]


class Keyring(Secrets):
    """In memory; ``is_there`` whether this desktop has one."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_there = True

    def get(self, name: str) -> str | None:
        self._need()
        return self.kept.get(name)

    def put(self, name: str, secret: str) -> None:
        self._need()
        self.kept[name] = secret

    def delete(self, name: str) -> None:
        self._need()
        self.kept.pop(name, None)

    def _need(self) -> None:
        if not self.is_there:
            raise KeyringUnavailable("This desktop has no keyring.")


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[FakePortal]:
    with private_bus(tmp_path) as address:
        portal = FakePortal(address)
        yield portal
        portal.close()


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def keyboard(portal: FakePortal, keyring: Keyring) -> Iterator[PortalKeyboard]:
    made = PortalKeyboard(keyring, portal.address)
    yield made
    made.close()


def granted(keyboard: PortalKeyboard, keyring: Keyring) -> None:
    keyboard.ask().result(10)
    wait_until(lambda: TOKEN in keyring.kept)


def test_after_the_user_has_agreed_the_keys_go_down_and_up(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    granted(keyboard, keyring)
    assert keyboard.press(PasteKey.SHIFT_INSERT)
    assert portal.person.keys == SHIFT_INSERT
    assert portal.person.questions == 1


def test_nothing_is_asked_and_nothing_pressed_before_the_user_wants_it(
    portal: FakePortal, keyboard: PortalKeyboard
) -> None:
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    assert portal.person.heard == []


def test_we_say_who_we_are_before_anything_else(portal: FakePortal, keyboard: PortalKeyboard) -> None:
    keyboard.ask().result(10)
    assert portal.person.heard[0] == "Register"
    assert portal.person.app_id == APP_ID


def test_a_refusal_is_an_error_with_a_way_out_and_no_key_is_pressed(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    portal.person.answer = "refuse"
    with pytest.raises(PortalFailed, match="Switch it on once more"):
        keyboard.ask().result(10)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    wait_until(lambda: portal.person.sessions == [])
    assert portal.person.questions == 1
    assert keyring.kept == {}


def test_who_refused_may_be_asked_again_and_agree(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    portal.person.answer = "refuse"
    with pytest.raises(PortalFailed):
        keyboard.ask().result(10)
    portal.person.answer = "grant"
    granted(keyboard, keyring)
    assert keyboard.press(PasteKey.CTRL_V)


def test_who_refused_is_not_asked_again_by_another_setting_but_by_the_switch(
    portal: FakePortal, keyboard: PortalKeyboard
) -> None:
    """The way into windows is opened anew whenever a setting of it changes."""
    portal.person.answer = "refuse"
    refused = keyboard.ask_once()
    with pytest.raises(PortalFailed):
        refused.result(10)
    assert keyboard.ask_once() is refused
    assert keyboard.ask() is not refused
    keyboard.forget()
    assert keyboard.ask_once() is not refused
    wait_until(lambda: portal.person.questions > 1)


def test_a_session_without_a_keyboard_is_none(portal: FakePortal, keyboard: PortalKeyboard) -> None:
    portal.person.given_devices = 2
    with pytest.raises(PortalFailed):
        keyboard.ask().result(10)


def test_while_the_user_thinks_texts_wait_for_nothing(portal: FakePortal, keyboard: PortalKeyboard) -> None:
    portal.person.answer = "wait"
    asked = keyboard.ask()
    assert keyboard.ask() is asked
    wait_until(lambda: portal.person.questions == 1)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    assert not asked.done()


def test_the_next_start_asks_the_user_nothing(portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard) -> None:
    granted(keyboard, keyring)
    before = keyring.kept[TOKEN]
    keyboard.close()
    later = PortalKeyboard(keyring, portal.address)
    later.ask().result(10)
    assert later.press(PasteKey.SHIFT_INSERT)
    assert portal.person.shown == ["", before]
    assert portal.person.questions == 1
    wait_until(lambda: keyring.kept[TOKEN] in portal.person.tokens)  # each is good once: the new one is kept
    later.close()


def test_without_a_keyring_the_token_is_kept_nowhere_and_the_next_start_asks_again(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    keyring.is_there = False
    for question in (1, 2):
        later = PortalKeyboard(keyring, portal.address)
        later.ask().result(10)
        assert later.press(PasteKey.SHIFT_INSERT)
        assert portal.person.questions == question
        later.close()
    assert keyring.kept == {}


def test_a_user_who_wants_it_only_for_now_is_asked_again_next_time(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    keyring.kept[TOKEN] = "of long ago"
    portal.person.remembers = False
    keyboard.ask().result(10)
    wait_until(lambda: TOKEN not in keyring.kept)
    assert keyboard.press(PasteKey.SHIFT_INSERT)


def test_after_the_screen_was_locked_the_next_text_opens_a_new_session_without_a_question(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    granted(keyboard, keyring)
    portal.end_sessions()
    assert keyboard.press(PasteKey.SHIFT_INSERT)
    assert portal.person.keys == SHIFT_INSERT
    assert portal.person.questions == 1


def test_where_the_desktop_would_ask_amid_a_dictation_the_question_is_taken_back(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    granted(keyboard, keyring)
    portal.person.tokens.clear()  # the user has revoked it
    portal.person.answer = "wait"
    portal.end_sessions()
    wait_until(lambda: len(portal.person.sessions) == 0)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    wait_until(lambda: portal.person.withdrawn == 1)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    assert portal.person.questions == 2


def test_a_portal_that_is_gone_presses_nothing_and_one_that_came_back_presses_again(
    portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard
) -> None:
    granted(keyboard, keyring)
    portal.stop()
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    portal.start()
    keyboard.ask().result(10)
    assert keyboard.press(PasteKey.SHIFT_INSERT)


def test_a_message_bus_that_is_gone_presses_nothing(tmp_path: Path, keyring: Keyring) -> None:
    with private_bus(tmp_path) as address:
        portal = FakePortal(address)
        keyboard = PortalKeyboard(keyring, address)
        granted(keyboard, keyring)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    assert not keyboard.press(PasteKey.SHIFT_INSERT)
    keyboard.close()
    portal.close()


def test_what_the_user_takes_back_is_forgotten(portal: FakePortal, keyring: Keyring, keyboard: PortalKeyboard) -> None:
    granted(keyboard, keyring)
    keyboard.forget()
    wait_until(lambda: keyring.kept == {} and portal.person.sessions == [])
    assert not keyboard.press(PasteKey.SHIFT_INSERT)


def test_why_it_cannot_be_is_said(portal: FakePortal) -> None:
    assert obstacle(portal.address) == ""
    assert obstacle("unix:path=/nowhere") == "there is no message bus here"
    portal.person.version = 0
    assert obstacle(portal.address) == "the desktop has no portal for keys"
    portal.stop()
    assert obstacle(portal.address) == "the desktop has no portal for keys"


@pytest.mark.parametrize(
    ("means", "has_consent", "told"),
    [
        (Means(True, True, True, "", ""), False, "a keyboard of our own"),
        (Means(True, True, False, "", ""), True, "the desktop's portal"),
        (Means(True, True, False, "", ""), False, "ydotool"),
        (Means(False, True, False, "it has none", ""), True, "ydotool"),
        (Means(False, True, False, "", "no ydotool"), False, "if you allow it in the settings"),
    ],
)
def test_the_way_that_is_used_is_told(means: Means, has_consent: bool, told: str) -> None:
    assert told in means.way_in(has_consent=has_consent).told


def test_where_nobody_presses_keys_that_and_its_reasons_are_told() -> None:
    way = Means(False, True, False, "it has no portal", "ydotool is not installed").way_in(has_consent=True)
    assert way.is_by_hand
    assert "it has no portal" in way.told
    assert "ydotool is not installed" in way.told
