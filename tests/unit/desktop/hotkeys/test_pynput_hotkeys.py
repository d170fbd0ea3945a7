"""From pynput's events to ours, against a listener with pynput's interface: not run on Windows or macOS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from mojovoice_gui.desktop.hotkeys.chords import KEYSYM_STEMS, NAMED, WRITING, Modifier
from mojovoice_gui.desktop.hotkeys.keycodes import CODES
from mojovoice_gui.desktop.hotkeys.pynput_hotkeys import AnyKey, PynputHotkeys
from mojovoice_gui.desktop.hotkeys.virtual_keys import MACOS, MACOS_NAMES, WINDOWS, WINDOWS_NAMES
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable


@dataclass(frozen=True)
class KeyCode:
    """As pynput's: keys that write."""

    vk: int | None
    char: str | None = None


@dataclass(frozen=True)
class Key:
    """As a member of pynput's enumeration: keys with a name."""

    value: KeyCode


class FakePynputListener:
    """pynput's ``keyboard.Listener``, whose keys are pressed by calling."""

    def __init__(self, on_press: Callable[[AnyKey], None], on_release: Callable[[AnyKey], None]) -> None:
        self.on_press, self.on_release = on_press, on_release
        self.is_running = False

    def start(self) -> None:
        self.is_running = True

    def stop(self) -> None:
        self.is_running = False


class FakeKeyboard:
    """A system's keyboard; keys go by the names that X has for them, as in our chords."""

    def __init__(self, names: Mapping[int, str], codes: Mapping[int, int]) -> None:
        self.codes = codes
        self._numbers = {name: number for number, name in names.items()}  # the last one: that with a side
        self._down: set[str] = set()
        self.refuses = ""
        self.breaks: ImportError | None = None
        self.pynput: FakePynputListener | None = None

    def obstacle(self) -> str:
        return self.refuses

    def held(self) -> frozenset[Modifier]:
        return frozenset(modifier for modifier, stem in KEYSYM_STEMS.items() if self._down & {f"{stem}_L", f"{stem}_R"})

    def listener(self, on_press: Callable[[AnyKey], None], on_release: Callable[[AnyKey], None]) -> FakePynputListener:
        if self.breaks is not None:
            raise self.breaks
        self.pynput = FakePynputListener(on_press, on_release)
        return self.pynput

    def press(self, name: str) -> None:
        self._down.add(name)
        assert self.pynput is not None
        self.pynput.on_press(self._key(name))

    def release(self, name: str) -> None:
        self.let_go_unheard(name)
        assert self.pynput is not None
        self.pynput.on_release(self._key(name))

    def let_go_unheard(self, name: str) -> None:
        """While the screen is locked."""
        self._down.discard(name)

    def _key(self, name: str) -> AnyKey:
        code = KeyCode(self._numbers[name], name if len(name) == 1 else None)
        return code if code.char else Key(code)


class Heard:
    """What was reported, in order."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.actions = KeyActions(*map(self._saying, ("pressed", "released", "interrupted", "cancelled")))

    def _saying(self, word: str) -> Callable[[], None]:
        return lambda: self.words.append(word)


@pytest.fixture(params=["Windows", "macOS"])
def keyboard(request: pytest.FixtureRequest) -> FakeKeyboard:
    tables = {"Windows": (WINDOWS_NAMES, WINDOWS), "macOS": (MACOS_NAMES, MACOS)}
    return FakeKeyboard(*tables[request.param])


@pytest.fixture
def said() -> Heard:
    return Heard()


def listen(keyboard: FakeKeyboard, said: Heard, push_to_talk: str, cancel: str = "escape") -> PynputHotkeys:
    hotkeys = PynputHotkeys(push_to_talk, cancel, keyboard)
    hotkeys.start(said.actions)
    return hotkeys


def test_a_lone_modifier_that_repeats_itself_is_one_press_and_one_release(keyboard: FakeKeyboard, said: Heard) -> None:
    listen(keyboard, said, "right ctrl")
    for _ in range(5):
        keyboard.press("Control_R")
    keyboard.release("Control_R")
    assert said.words == ["pressed", "released"]


def test_its_twin_on_the_left_is_another_key(keyboard: FakeKeyboard, said: Heard) -> None:
    listen(keyboard, said, "right ctrl")
    keyboard.press("Control_L")
    keyboard.release("Control_L")
    assert said.words == []


def test_another_key_makes_an_ordinary_shortcut_of_it(keyboard: FakeKeyboard, said: Heard) -> None:
    listen(keyboard, said, "right ctrl")
    keyboard.press("Control_R")
    keyboard.press("c")
    keyboard.release("c")
    keyboard.release("Control_R")
    assert said.words == ["pressed", "interrupted"]


def test_a_chord_needs_all_its_keys_and_no_other_modifier(keyboard: FakeKeyboard, said: Heard) -> None:
    listen(keyboard, said, "ctrl+alt+space")
    keyboard.press("Control_L")
    keyboard.press("space")
    keyboard.release("space")
    keyboard.press("Alt_L")
    keyboard.press("space")
    keyboard.release("space")
    keyboard.press("Shift_R")
    keyboard.press("space")
    assert said.words == ["pressed", "released"]


def test_the_cancel_key_is_heeded_only_while_it_is_watched(keyboard: FakeKeyboard, said: Heard) -> None:
    hotkeys = listen(keyboard, said, "F9")
    keyboard.press("Escape")
    keyboard.release("Escape")
    hotkeys.watch_cancel(True)
    keyboard.press("Escape")
    assert said.words == ["cancelled"]


def test_a_modifier_that_went_up_behind_a_locked_screen_is_not_held_for_ever(
    keyboard: FakeKeyboard, said: Heard
) -> None:
    listen(keyboard, said, "F9")
    keyboard.press("Control_L")
    keyboard.let_go_unheard("Control_L")
    keyboard.press("F9")
    assert said.words == ["pressed"]


def test_a_recording_that_began_before_the_screen_was_locked_ends_at_the_next_key(
    keyboard: FakeKeyboard, said: Heard
) -> None:
    listen(keyboard, said, "right ctrl")
    keyboard.press("Control_R")
    keyboard.let_go_unheard("Control_R")
    keyboard.press("a")
    assert said.words == ["pressed", "released"]


def test_keys_that_pynput_cannot_name_do_no_harm(keyboard: FakeKeyboard, said: Heard) -> None:
    listen(keyboard, said, "right ctrl")
    assert keyboard.pynput is not None
    for key in (None, KeyCode(None, "ß"), KeyCode(0xF00)):
        keyboard.pynput.on_press(key)
        keyboard.pynput.on_release(key)
    assert said.words == []


def test_after_the_stop_nobody_listens(keyboard: FakeKeyboard, said: Heard) -> None:
    hotkeys = listen(keyboard, said, "F9")
    pynput = keyboard.pynput
    assert pynput is not None
    assert pynput.is_running
    hotkeys.stop()
    hotkeys.stop()
    assert not pynput.is_running


def test_a_system_that_does_not_allow_it_is_not_listened_to(keyboard: FakeKeyboard, said: Heard) -> None:
    keyboard.refuses = "Allow it in System Settings"
    with pytest.raises(HotkeyUnavailable, match="Allow it in System Settings"):
        listen(keyboard, said, "F9")
    assert keyboard.pynput is None


def test_a_pynput_that_does_not_work_is_said(keyboard: FakeKeyboard, said: Heard) -> None:
    keyboard.breaks = ImportError("No module named 'pynput'")
    with pytest.raises(HotkeyUnavailable, match="pynput"):
        listen(keyboard, said, "F9")


def test_a_key_that_no_mac_has_is_refused() -> None:
    with pytest.raises(HotkeyUnavailable, match="no Pause key"):
        PynputHotkeys("pause", "escape", FakeKeyboard(MACOS_NAMES, MACOS))


def test_one_key_cannot_do_both() -> None:
    with pytest.raises(HotkeyUnavailable, match="cannot both talk and cancel"):
        PynputHotkeys("F9", "f9", FakeKeyboard(WINDOWS_NAMES, WINDOWS))


LONE = [f"{stem}_{side}" for stem in KEYSYM_STEMS.values() for side in "LR"]


def test_windows_has_every_key_that_a_chord_may_have() -> None:
    assert {*NAMED.values(), *WRITING.values(), *LONE} <= set(WINDOWS_NAMES.values())


def test_a_mac_has_all_of_them_but_those_of_pc_keyboards() -> None:
    missing = {*NAMED.values(), *WRITING.values(), *LONE} - set(MACOS_NAMES.values())
    assert missing == {"Pause", "Scroll_Lock", "Print", "Menu", "F21", "F22", "F23", "F24"}


WITHOUT_SIDE = {0x10, 0x11, 0x12}


@pytest.mark.parametrize("names", [WINDOWS_NAMES, MACOS_NAMES])
def test_no_two_keys_mean_the_same(names: Mapping[int, str]) -> None:
    sided = [name for number, name in names.items() if names is MACOS_NAMES or number not in WITHOUT_SIDE]
    assert len(sided) == len({CODES[name] for name in sided})
