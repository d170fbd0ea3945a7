"""Which ways lead into a window on this Wayland compositor: the best clipboard and the best keys that there are."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from mojovoice_gui.desktop.insertion.habits import Habits
from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.way_in import WayIn
from mojovoice_gui.desktop.insertion.wayland import portal_keyboard, ydotool
from mojovoice_gui.desktop.insertion.wayland.clipboard import PasteKeys
from mojovoice_gui.desktop.insertion.wayland.connection import Connection
from mojovoice_gui.desktop.insertion.wayland.inserter import WaylandInserter
from mojovoice_gui.desktop.insertion.wayland.keyboard import INTERFACE as KEYBOARD
from mojovoice_gui.desktop.insertion.wayland.portal_keyboard import PortalKeyboard
from mojovoice_gui.desktop.insertion.wayland.selections import has_data_control
from mojovoice_gui.desktop.insertion.wayland.wl_copy import COPY, WlCopyInserter
from mojovoice_gui.domain import TextInserter
from mojovoice_gui.errors import DesktopError, Sentence

INSTALL_WL_CLIPBOARD = Sentence("Install wl-clipboard (sudo apt install wl-clipboard) and start Mojo Voice again.")


@dataclass(frozen=True, slots=True)
class Means:
    """What this session offers."""

    has_data_control: bool  # the compositor's clipboard is ours for the asking
    has_wl_copy: bool
    has_keyboard: bool  # the compositor takes keys from programs
    no_portal: str  # why the desktop's portal cannot press keys; empty when it can, if the user agrees
    no_ydotool: str  # why ydotool cannot press keys; empty when it can

    @property
    def takes_consent(self) -> bool:
        """The desktop would press keys for us if the user agreed, and the compositor takes none by itself."""
        return not self.has_keyboard and not self.no_portal

    def way_in(self, *, has_consent: bool) -> WayIn:
        """``has_consent``: the user wants the desktop's portal to press keys."""
        clipboard = Sentence("the compositor's clipboard") if self.has_data_control else "wl-copy"
        if self.has_keyboard:
            return WayIn(Sentence("{clipboard}, and a keyboard of our own", clipboard=clipboard))
        if self.takes_consent and has_consent:
            return WayIn(
                Sentence(
                    "{clipboard}, and keys by the desktop's portal, if you have agreed when it asked",
                    clipboard=clipboard,
                )
            )
        if not self.no_ydotool:
            return WayIn(Sentence("{clipboard}, and keys by ydotool", clipboard=clipboard))
        return WayIn(
            Sentence(
                "{clipboard} alone: this compositor takes no keys from programs; {portal}; {ydotool}",
                clipboard=clipboard,
                portal=self.no_portal
                or Sentence("its portal would press them if you allow it in the settings, under Insertion"),
                ydotool=self.no_ydotool,
            ),
            is_by_hand=True,
        )


class FirstThatCan:
    """``PasteKeys`` by several ways, the best first."""

    def __init__(self, *ways: PasteKeys) -> None:
        self._ways = ways

    def press(self, keys: PasteKey) -> bool:
        return any(way.press(keys) for way in self._ways)


def means_of(environ: Mapping[str, str], *, asks_portal: bool = True) -> Means:
    """``asks_portal``: whether it is there; that may take a while. Raises ``DesktopError`` without any clipboard."""
    connection = Connection(environ)
    try:
        has_keyboard = connection.offers(KEYBOARD)
        means = Means(
            has_data_control(connection),
            shutil.which(COPY, path=environ.get("PATH")) is not None,
            has_keyboard,
            portal_keyboard.obstacle(environ.get("DBUS_SESSION_BUS_ADDRESS"))
            if asks_portal and not has_keyboard
            else Sentence("its portal is not asked"),
            ydotool.obstacle(environ),
        )
    finally:
        connection.close()
    if not means.has_data_control and not means.has_wl_copy:
        raise DesktopError("This compositor lends its clipboard to no program.", INSTALL_WL_CLIPBOARD)
    return means


def open_wayland_inserter(
    environ: Mapping[str, str],
    portal: PortalKeyboard | None,
    *,
    append_space: bool,
    space_before: bool,
    restore_clipboard: bool,
    habits: Habits,
) -> TextInserter:
    """``portal``: given where the user wants it. Raises ``DesktopError`` where not even a clipboard can be had."""
    means = means_of(environ, asks_portal=portal is not None)
    kind = WaylandInserter if means.has_data_control else WlCopyInserter
    return kind(
        environ,
        None if means.has_keyboard else _keys(means, portal),
        append_space=append_space,
        space_before=space_before,
        restore_clipboard=restore_clipboard,
        habits=habits,
    )


def _keys(means: Means, portal: PortalKeyboard | None) -> PasteKeys | None:
    """None: every text waits on the clipboard."""
    ways: list[PasteKeys] = []
    if portal is not None and means.takes_consent:
        portal.ask_once()  # asks the user nothing if the desktop remembers
        ways.append(portal)
    if not means.no_ydotool:
        ways.append(ydotool.Ydotool())
    return FirstThatCan(*ways) if ways else None
