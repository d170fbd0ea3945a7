"""Paste keys by the desktop's portal (RemoteDesktop), for compositors that take none from programs: GNOME and KDE.

The desktop asks the user, who may let it remember the answer. It then gives a token that opens the next session without
a question: whoever has it may press keys, so it is kept in the keyring or not at all.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Protocol

from mojovoice_gui.desktop.insertion.terminals import PasteKey
from mojovoice_gui.desktop.insertion.wayland.keyboard import CHORDS, DOWN, UP
from mojovoice_gui.desktop.secrets import Secrets
from mojovoice_gui.errors import KeyringUnavailable, PortalFailed, Sentence

if TYPE_CHECKING:  # imported when the desktop is asked
    from mojovoice_gui.desktop.portal import Options, Portal

log = logging.getLogger(__name__)

INTERFACE = "org.freedesktop.portal.RemoteDesktop"
KEYBOARD = 1  # of the kinds of devices
UNTIL_REVOKED = 2  # how long the desktop shall remember
TOKEN = "token for paste keys"  # noqa: S105 - the name under which the keyring has it
RESTORE_S = 2.0  # without a question it takes milliseconds; a question would come amid a dictation
PRESS_S = 5.0


class PasteConsent(Protocol):
    """The user's leave to press keys. Both return at once."""

    def ask(self) -> Future[None]: ...

    def forget(self) -> None: ...


class PortalKeyboard:
    """A ``PasteKeys`` once ``ask`` has come to a good end; one session with the desktop for as long as we run.

    Nothing is asked of the desktop when it is made.
    """

    def __init__(self, keyring: Secrets, bus: str | None = None) -> None:
        """``bus``: the address of the session's by default."""
        self._keyring = keyring
        self._bus = bus
        self._lock = threading.Lock()
        self._asked: Future[None] | None = None
        self._portal: Portal | None = None
        self._session = ""  # empty: closed; it, the token and ``_is_asking`` belong to the portal's thread
        self._token: str | None = None
        self._is_asking = False
        self._keeping: asyncio.Future[None] | None = None

    def ask(self) -> Future[None]:
        """The desktop asks the user, unless it remembers; the future raises ``PortalFailed``. Returns at once."""
        with self._lock:
            if self._asked is None or self._asked.done():
                self._asked = Future()
                threading.Thread(target=self._ask, args=(self._asked,), name="paste keys", daemon=True).start()
            return self._asked

    def ask_once(self) -> Future[None]:
        """The same, unless the user has been asked since we run: an answer holds until it is switched anew."""
        return self._asked or self.ask()

    def press(self, keys: PasteKey) -> bool:
        """All down, all up again; False where the desktop does not let us, or not any more. Asks the user nothing.

        A screen that is locked ends every session: then a new one is opened by the token.
        """
        portal = self._portal
        if portal is None:
            return False
        pressing = portal.begin(self._press(portal, keys))
        try:
            return pressing.result(PRESS_S)
        except (PortalFailed, TimeoutError, CancelledError) as reason:
            pressing.cancel()  # keys that come late would paste something else
            log.warning("The desktop's portal presses no keys: %s", reason or "no answer")
            return False

    def forget(self) -> None:
        """Give the right back, here and in the keyring. Returns at once."""
        with self._lock:
            self._asked = None
        threading.Thread(target=self._forget, name="paste keys", daemon=True).start()

    def close(self) -> None:
        """What the portal gave us ends. May be called twice."""
        portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()

    # ---- in a thread of its own: a keyring and a user take their time

    def _ask(self, answer: Future[None]) -> None:
        try:
            portal = self._connected()
            portal.begin(self._first(portal, self._kept())).result()
        except (PortalFailed, CancelledError) as reason:
            log.warning("The desktop gives us no paste keys: %s", reason)
            answer.set_exception(
                PortalFailed(
                    "The desktop lets Mojo Voice press no keys.",
                    "Switch it on once more to be asked again; until then you paste yourself.",
                )
            )
        except Exception as error:  # the top of the thread
            log.exception("The desktop was not asked for paste keys")
            answer.set_exception(error)
        else:
            log.info("The desktop lets us press keys")
            answer.set_result(None)

    def _connected(self) -> Portal:
        from mojovoice_gui.desktop.portal import SESSION, Portal

        if self._portal is None:
            portal = Portal(self._bus)
            portal.offers(INTERFACE)  # says who we are
            portal.run(portal.hear(SESSION, self._hear), PRESS_S)
            portal.ended = lambda: self._hear(self._session, "Closed", [])
            self._portal = portal
        return self._portal

    def _kept(self) -> str | None:
        try:
            return self._keyring.get(TOKEN)
        except KeyringUnavailable as error:
            log.info("Whether the desktop remembers us is not known: %s", error)
            return None

    def _keep(self, token: str | None) -> None:
        try:
            if token is None:
                self._keyring.delete(TOKEN)
            else:
                self._keyring.put(TOKEN, token)
        except KeyringUnavailable as error:
            log.warning("The desktop will ask about paste keys again at the next start: %s", error)

    def _forget(self) -> None:
        portal = self._portal
        if portal is not None:
            portal.run(self._end_session(portal), PRESS_S)
        self._keep(None)

    # ---- in the portal's thread

    async def _first(self, portal: Portal, token: str | None) -> None:
        if not self._session:
            self._token = self._token or token
            await self._open(portal)

    async def _open(self, portal: Portal) -> None:
        """Raises ``PortalFailed`` when the user says no."""
        from dbus_fast import Variant

        self._is_asking = True
        try:
            await portal.introduce_ourselves()  # to this portal: another may have taken the place of the first
            name = {"session_handle_token": Variant("s", f"keys{secrets.token_hex(4)}")}
            created = await portal.request(INTERFACE, "CreateSession", "a{sv}", [], name)
            session = str(created["session_handle"].value)
            try:
                given = await self._started(portal, session)
            except (PortalFailed, asyncio.CancelledError):
                portal.end_session(session)
                raise
        finally:
            self._is_asking = False
        self._session = session
        self._token = str(given["restore_token"].value) if "restore_token" in given else None  # each is good once
        self._keeping = asyncio.get_running_loop().run_in_executor(None, self._keep, self._token)

    async def _started(self, portal: Portal, session: str) -> Options:
        from dbus_fast import Variant

        wanted = {"types": Variant("u", KEYBOARD), "persist_mode": Variant("u", UNTIL_REVOKED)}
        if self._token:
            wanted["restore_token"] = Variant("s", self._token)
        await portal.request(INTERFACE, "SelectDevices", "oa{sv}", [session], wanted)
        given = await portal.request(INTERFACE, "Start", "osa{sv}", [session, ""], {})
        if not int(given["devices"].value) & KEYBOARD:
            raise PortalFailed("The desktop gives us a session without a keyboard.")
        return given

    async def _press(self, portal: Portal, keys: PasteKey) -> bool:
        if self._session:
            try:
                await self._strike(portal, keys)
            except PortalFailed as reason:
                log.info("The session for paste keys is over: %s", reason)
                self._session = ""
            else:
                return True
        if not self._token or self._is_asking:
            return False
        try:
            await asyncio.wait_for(self._open(portal), RESTORE_S)
        except (PortalFailed, TimeoutError):
            self._token = None  # not again before the user wants it
            raise
        await self._strike(portal, keys)
        return True

    async def _strike(self, portal: Portal, keys: PasteKey) -> None:
        codes = CHORDS[keys]
        for code, state in [*((code, DOWN) for code in codes), *((code, UP) for code in reversed(codes))]:
            await portal.call(INTERFACE, "NotifyKeyboardKeycode", "oa{sv}iu", [self._session, {}, code, state])

    async def _end_session(self, portal: Portal) -> None:
        session, self._session, self._token = self._session, "", None
        if session:
            portal.end_session(session)

    def _hear(self, place: str, signal: str, _values: list[object]) -> None:
        if signal == "Closed" and place == self._session:
            log.info("The desktop has closed the session for paste keys")
            self._session = ""


def obstacle(bus: str | None) -> str:
    """Why the desktop's portal cannot press keys; empty when it can, if the user agrees."""
    from mojovoice_gui.desktop.portal import Portal

    try:
        portal = Portal(bus)
    except PortalFailed:
        return Sentence("there is no message bus here")
    try:
        if not portal.offers(INTERFACE):
            return Sentence("the desktop has no portal for keys")
        kinds = portal.run(portal.property_of(INTERFACE, "AvailableDeviceTypes"), PRESS_S)
        is_given = isinstance(kinds, int) and bool(kinds & KEYBOARD)
        return "" if is_given else Sentence("the desktop's portal gives no keyboard")
    except (PortalFailed, TimeoutError):
        return Sentence("the desktop's portal does not answer")
    finally:
        portal.close()
