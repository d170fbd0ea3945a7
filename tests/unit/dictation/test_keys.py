"""The push-to-talk key when it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mojovoice_gui.dictation.keys import DEAF, Keys
from mojovoice_gui.domain import Hotkeys, Notice
from mojovoice_gui.errors import HotkeyUnavailable
from tests.fakes import FakeHotkeys
from tests.waiting import wait_until


class Keyboard:
    """Opens one key, unless ``fails``."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.fails = fails
        self.hotkeys = FakeHotkeys()

    def __call__(self) -> Hotkeys:
        if self.fails is not None:
            raise self.fails
        return self.hotkeys

    def is_heard(self) -> bool:
        return self.hotkeys.actions is not None


@pytest.fixture
def told() -> list[Notice]:
    return []


@pytest.fixture
def keys(told: list[Notice]) -> Iterator[Keys]:
    made = Keys(DEAF, told.append)
    yield made
    made.close()


def test_what_nobody_foresaw_is_told_and_another_key_can_be_chosen(keys: Keys, told: list[Notice]) -> None:
    keys.use(Keyboard(ZeroDivisionError()))
    wait_until(lambda: bool(told))
    assert [str(notice) for notice in told] == ["The push-to-talk key does not work. The log has the details."]
    another = Keyboard()
    keys.use(another)
    wait_until(another.is_heard)


def test_an_old_key_that_is_gone_as_well_is_told_and_tried_again_later(keys: Keys, told: list[Notice]) -> None:
    old = Keyboard()
    keys.use(old)
    wait_until(old.is_heard)
    old.fails = HotkeyUnavailable("The keyboard is gone.")
    keys.use(Keyboard(HotkeyUnavailable("Another program owns the key F9.")))
    wait_until(lambda: bool(told))
    assert [str(notice) for notice in told] == ["The keyboard is gone."]
    assert not old.is_heard()
    old.fails = None
    keys.rest()
    keys.wake()
    wait_until(old.is_heard)
