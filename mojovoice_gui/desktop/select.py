"""The back ends for this desktop, or what to do where there is none."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from mojovoice_gui.desktop.environment import SYSTEMS, Windowing, desktop_of
from mojovoice_gui.desktop.hotkeys.chords import parse
from mojovoice_gui.desktop.hotkeys.pynput_hotkeys import PynputHotkeys
from mojovoice_gui.desktop.insertion.habits import Habits
from mojovoice_gui.desktop.insertion.way_in import WayIn
from mojovoice_gui.desktop.macos.keyboard import MacKeyboard
from mojovoice_gui.desktop.windows.keyboard import WindowsKeyboard
from mojovoice_gui.domain import Focus, Hotkeys, NoFocus, NoHotkeys, TextInserter
from mojovoice_gui.errors import DesktopError, DisplayMissing, HotkeyUnavailable, Sentence

if TYPE_CHECKING:  # Wayland only
    from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
    from mojovoice_gui.desktop.wayland_focus import WaylandFocuses

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Way(Generic[T]):
    """A back end that this kind of desktop may have."""

    name: str
    obstacle: str  # why it cannot be used here; empty when it can
    open: Callable[[], T]
    remark: str = ""  # what the user should know about it


def select_hotkeys(push_to_talk: str, cancel: str, in_words: Callable[[str], str] = str) -> Hotkeys:
    """None are heard for an empty name. ``in_words``: our sentences in the user's language.

    Raises ``HotkeyUnavailable`` for a name that is no key, ``DesktopError`` where keys cannot be heard.
    """
    if not push_to_talk:
        return NoHotkeys()
    ways = hotkey_ways(push_to_talk, cancel, os.environ, in_words=in_words)
    for way in ways:
        if not way.obstacle:
            log.info("Keys are heard by %s", way.name)
            return way.open()
    if desktop_of(os.environ).session is Windowing.MACOS:
        raise HotkeyUnavailable(
            "macOS does not let Mojo Voice hear the keys.", Sentence("{obstacle}.", obstacle=ways[0].obstacle)
        )
    raise HotkeyUnavailable(
        "No program may listen to keys by itself on this desktop.",
        "Bind one in the compositor: General in the settings has the lines, as has `mojovoice bindings`. "
        "Then choose no key.",
    )


def hotkey_ways(
    push_to_talk: str,
    cancel: str,
    environ: Mapping[str, str],
    platform: str = sys.platform,
    in_words: Callable[[str], str] = str,
) -> tuple[Way[Hotkeys], ...]:
    """The best first. Raises ``DesktopError`` without a screen, ``HotkeyUnavailable`` for a name that is no key."""
    is_lone_modifier = parse(push_to_talk).is_lone_modifier
    session = require_screen(environ, platform)
    if session is Windowing.X11:
        return (Way(Sentence("the X server"), "", lambda: _x11_hotkeys(push_to_talk, cancel)),)
    if session in SYSTEMS.values():
        return (_pynput_way(push_to_talk, cancel, session),)
    ways = (_portal_way(push_to_talk, cancel, environ, in_words), _evdev_way(push_to_talk, cancel))
    return ways[::-1] if is_lone_modifier else ways  # a desktop binds no modifier by itself


def _x11_hotkeys(push_to_talk: str, cancel: str) -> Hotkeys:
    from mojovoice_gui.desktop.hotkeys.x11 import X11Hotkeys

    return X11Hotkeys(push_to_talk, cancel)


def _pynput_way(push_to_talk: str, cancel: str, session: Windowing) -> Way[Hotkeys]:
    keyboard = keyboard_of(session)
    return Way(str(session), keyboard.obstacle(), lambda: PynputHotkeys(push_to_talk, cancel, keyboard))


def keyboard_of(session: Windowing) -> WindowsKeyboard | MacKeyboard:
    """That of Windows or of a Mac: it hears keys and presses them."""
    return MacKeyboard() if session is Windowing.MACOS else WindowsKeyboard()


def _portal_way(
    push_to_talk: str, cancel: str, environ: Mapping[str, str], in_words: Callable[[str], str]
) -> Way[Hotkeys]:
    from mojovoice_gui.desktop.hotkeys.portal import PortalHotkeys, obstacle

    bus, chord = environ.get("DBUS_SESSION_BUS_ADDRESS"), parse(push_to_talk)
    is_hyprland = desktop_of(environ).name == "Hyprland"  # its portal takes shortcuts and binds no keys to them
    return Way(
        Sentence("the desktop's portal for shortcuts"),
        Sentence("Hyprland binds keys in its configuration alone") if is_hyprland else obstacle(bus),
        lambda: PortalHotkeys(push_to_talk, cancel, bus=bus, in_words=in_words),
        Sentence(
            "Which key it is, the desktop's settings say: {chord} alone cannot be, so it is offered ctrl+alt+space.",
            chord=str(chord),
        )
        if chord.is_lone_modifier
        else Sentence("Which key it is, the desktop's settings say; it is offered yours."),
    )


def _evdev_way(push_to_talk: str, cancel: str) -> Way[Hotkeys]:
    from mojovoice_gui.desktop.hotkeys.evdev import EvdevHotkeys, readable_keyboards

    obstacle = "" if readable_keyboards(parse(push_to_talk)) else Sentence("your programs may read no keyboard")
    return Way(Sentence("the kernel's keyboards"), obstacle, lambda: EvdevHotkeys(push_to_talk, cancel))


def select_inserter(
    portal: PortalKeyboard | None, *, append_space: bool, space_before: bool, restore_clipboard: bool, habits: Habits
) -> TextInserter:
    """``portal``: if the user wants it to press keys.

    Raises ``DesktopError`` where no text can be inserted, or only by Qt (``ui/insertion``).
    """
    session = require_screen(os.environ)
    if session in SYSTEMS.values():
        raise DesktopError(
            Sentence("Without its tray icon Mojo Voice cannot paste on {session}.", session=session),
            "Start `mojovoice`.",
        )
    if session is Windowing.WAYLAND:
        from mojovoice_gui.desktop.insertion.wayland.open import open_wayland_inserter

        return open_wayland_inserter(
            os.environ,
            portal,
            append_space=append_space,
            space_before=space_before,
            restore_clipboard=restore_clipboard,
            habits=habits,
        )
    from mojovoice_gui.desktop.insertion.x11 import X11Inserter

    return X11Inserter(
        append_space=append_space, space_before=space_before, restore_clipboard=restore_clipboard, habits=habits
    )


def describe_insertion(environ: Mapping[str, str], platform: str = sys.platform, *, has_consent: bool) -> WayIn:
    """Raises ``DesktopError`` where no text can be inserted.

    ``has_consent``: the user wants the desktop's portal to press keys.
    """
    session = require_screen(environ, platform)
    if session is Windowing.X11:
        return WayIn(Sentence("the clipboard and keys of display {display}", display=environ["DISPLAY"]))
    if session in SYSTEMS.values():
        obstacle = keyboard_of(session).obstacle()
        if obstacle:
            return WayIn(Sentence("the clipboard alone: {obstacle}", obstacle=obstacle), is_by_hand=True)
        return WayIn(Sentence("the clipboard and paste keys"))
    from mojovoice_gui.desktop.insertion.wayland.open import means_of

    return means_of(environ).way_in(has_consent=has_consent)


def takes_consent(environ: Mapping[str, str]) -> bool:
    """Would the desktop press keys for us if the user agreed, where nothing better does?"""
    from mojovoice_gui.desktop.insertion.wayland.open import means_of

    try:
        return require_screen(environ) is Windowing.WAYLAND and means_of(environ).takes_consent
    except DesktopError:
        return False


def select_focus(on_wayland: WaylandFocuses) -> Focus:
    """One that knows nothing where the desktop does not tell."""
    try:
        session = require_screen(os.environ)
        if session is Windowing.WINDOWS:
            from mojovoice_gui.desktop.windows.focus import User32, WindowsFocus

            return WindowsFocus(User32())
        if session is Windowing.WAYLAND:
            return on_wayland.open()
        if session is not Windowing.X11:
            return NoFocus()
        from mojovoice_gui.desktop.focus import X11Focus

        return X11Focus()
    except DesktopError as error:
        log.info("Nobody knows which window has the focus: %s", error)
        return NoFocus()


def hides_focus(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Is no program told on this desktop which window has the keyboard?"""
    from mojovoice_gui.desktop.wayland_focus import tells_focus

    try:
        session = require_screen(environ, platform)
        return session is Windowing.MACOS or (session is Windowing.WAYLAND and not tells_focus(environ))
    except DesktopError:
        return False  # there is more amiss than that


def require_screen(environ: Mapping[str, str], platform: str = sys.platform) -> Windowing:
    """Who has it; raises ``DesktopError`` with a way out unless there is somebody to talk to."""
    session = desktop_of(environ, platform).session
    if session is Windowing.OTHER:
        raise DesktopError(
            Sentence("Keys and pasting do not work on {platform} yet.", platform=platform),
            "Use `mojovoice transcribe-file`.",
        )
    if session is Windowing.NONE:
        raise DisplayMissing(
            "There is no screen here: neither WAYLAND_DISPLAY nor DISPLAY is set.",
            "Start Mojo Voice inside a desktop session.",
        )
    if session is Windowing.X11:
        from mojovoice_gui.desktop.hotkeys.display import open_display  # Xlib exists on Linux only

        open_display(environ["DISPLAY"]).close()
    return session
