"""Push-to-talk by the desktop itself: the GlobalShortcuts portal (KDE, GNOME 48, Hyprland).

The user has the last word on which keys they are, in a dialogue of the desktop.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeAlias

from dbus_fast import Variant

from mojovoice_gui.desktop.hotkeys.chords import Chord, Modifier, parse
from mojovoice_gui.desktop.portal import ANSWER_S, Options, Portal
from mojovoice_gui.domain import KeyActions
from mojovoice_gui.errors import HotkeyUnavailable, PortalFailed, Sentence

log = logging.getLogger(__name__)

InWords: TypeAlias = Callable[[str], str]

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
TALK, CANCEL = "push-to-talk", "cancel"
PATIENCE_S = 2.0  # after that it is taken for a dialogue that waits for the user
MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.SHIFT: "SHIFT", Modifier.ALT: "ALT", Modifier.SUPER: "LOGO"}
FOR_A_LONE_KEY = "CTRL+ALT+space"  # desktops bind no modifier by itself


class PortalHotkeys:
    """``domain.Hotkeys`` where the desktop has the portal; raises ``PortalFailed`` where it has not."""

    def __init__(self, push_to_talk: str, cancel: str = "", *, bus: str | None = None, in_words: InWords = str) -> None:
        """Key names as people write them, proposed to the desktop; an empty ``cancel`` is none.

        ``in_words``: what the desktop shows for them, in the user's language.
        """
        self._push_to_talk = parse(push_to_talk)
        self._cancel = parse(cancel) if cancel.strip() else None
        self._in_words = in_words
        self._watches_cancel = False
        self._actions: KeyActions | None = None
        self._session = ""
        portal = Portal(bus)
        if not portal.offers(INTERFACE):
            portal.close()
            raise PortalFailed("This desktop has no portal for keys.", "Run `mojovoice bindings`.")
        self._portal: Portal | None = portal

    def start(self, actions: KeyActions) -> None:
        """Listen from now on, or from when the user agrees; raises ``HotkeyUnavailable`` when refused at once."""
        assert self._portal is not None  # not stopped yet
        portal = self._portal
        self._actions = actions
        binding = portal.begin(self._bind(portal))
        try:
            binding.result(PATIENCE_S)
        except TimeoutError:
            log.info("The desktop asks the user about the key")
        except PortalFailed as refused:
            self.stop()
            raise HotkeyUnavailable(
                "The desktop did not give Mojo Voice a key.", "Allow it in the desktop's settings for shortcuts."
            ) from refused
        binding.add_done_callback(_log_failure)
        portal.ended = lambda: portal.begin(self._bind(portal)).add_done_callback(_log_failure)

    async def _bind(self, portal: Portal) -> None:
        await portal.introduce_ourselves()
        await portal.hear(INTERFACE, self._hear)
        self._session = await _session(portal)
        given = await portal.request(
            INTERFACE, "BindShortcuts", "oa(sa{sv})sa{sv}", [self._session, self._shortcuts(), ""], {}
        )
        log.info("The desktop gives us: %s", _described(given) or "no key yet; choose one in its settings")

    def _shortcuts(self) -> list[list[object]]:
        talk: Options = {
            "description": Variant("s", self._in_words(Sentence("Push to talk"))),
            "preferred_trigger": Variant("s", trigger(self._push_to_talk)),
        }
        if self._cancel is None:
            return [[TALK, talk]]
        cancel: Options = {"description": Variant("s", self._in_words(Sentence("Cancel the recording")))}
        if self._cancel.modifiers:  # a key such as Escape would be taken from every program for good
            cancel["preferred_trigger"] = Variant("s", trigger(self._cancel))
        return [[TALK, talk], [CANCEL, cancel]]

    def _hear(self, _place: str, signal: str, values: list[object]) -> None:
        if self._actions is None or values[0] != self._session:
            return
        match signal, values[1]:
            case "Activated", "push-to-talk":
                self._actions.pressed()
            case "Deactivated", "push-to-talk":
                self._actions.released()
            case "Activated", "cancel" if self._watches_cancel:
                self._actions.cancelled()

    def watch_cancel(self, on: bool) -> None:
        """The key stays the desktop's; we heed it only then."""
        self._watches_cancel = on

    def stop(self) -> None:
        """The desktop takes the keys back. May be called twice."""
        self._actions = None
        portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()


def obstacle(bus: str | None) -> str:
    """Why the desktop gives no keys by the portal; empty when it does. ``bus``: the session's by default.

    It is tried, as far as the user is not asked: new portals refuse a program whose desktop file they do not find.
    """
    try:
        portal = Portal(bus)
    except PortalFailed as reason:
        return reason.sentence
    try:
        if not portal.offers(INTERFACE):
            return Sentence("the desktop has none")
        portal.run(_session(portal), ANSWER_S)
    except PortalFailed as reason:
        return reason.sentence
    except TimeoutError:
        return Sentence("it does not answer")
    finally:
        portal.close()
    return ""


async def _session(portal: Portal) -> str:
    """It ends with the portal."""
    token: Options = {"session_handle_token": Variant("s", "mojovoice")}
    session = await portal.request(INTERFACE, "CreateSession", "a{sv}", [], token)
    return str(session["session_handle"].value)


def _described(given: dict[str, Variant]) -> str:
    """The push-to-talk key as the desktop names it."""
    facts = dict(given["shortcuts"].value).get(TALK, {}) if "shortcuts" in given else {}
    return str(facts["trigger_description"].value) if "trigger_description" in facts else ""


def _log_failure(binding: Future[None]) -> None:
    """What came of it after the user was asked."""
    if not binding.cancelled() and (failure := binding.exception()) is not None:
        log.warning("The desktop gives us no key: %s", failure)


def trigger(chord: Chord) -> str:
    """As the shortcuts specification of freedesktop.org writes it."""
    if chord.is_lone_modifier:
        return FOR_A_LONE_KEY
    return "+".join([*(MODIFIERS[modifier] for modifier in Modifier if modifier in chord.modifiers), chord.key])
