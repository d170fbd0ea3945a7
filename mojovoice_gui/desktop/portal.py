"""The desktop's portal (xdg-desktop-portal) over the message bus, in a thread of its own."""

from __future__ import annotations

import asyncio
import logging
import secrets
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeAlias, TypeVar

from dbus_fast import AuthError, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import DBusError

from mojovoice_gui.errors import PortalFailed, Sentence
from mojovoice_gui.paths import APP_ID

log = logging.getLogger(__name__)

NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
REGISTRY = "org.freedesktop.host.portal.Registry"
BUS, BUS_PLACE = "org.freedesktop.DBus", "/org/freedesktop/DBus"
OWNER_CHANGED = "NameOwnerChanged"
PROPERTIES = "org.freedesktop.DBus.Properties"
SESSION = "org.freedesktop.portal.Session"
GRANTED = 0
CONNECT_S = 5.0
ANSWER_S = 10.0  # the portal may have to be started first

Options: TypeAlias = dict[str, Variant]
HearSignal: TypeAlias = Callable[[str, str, list[object]], None]
"""Whose signal (its place on the bus), its name and its values; called in the portal's thread, must return at once."""
T = TypeVar("T")


class Portal:
    """One connection to the session's bus. Raises ``PortalFailed``; its coroutines run by ``run``."""

    def __init__(self, address: str | None = None) -> None:
        """Connected when made. ``address`` of the bus: that of the session by default."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="portal", daemon=True)
        self._thread.start()
        self._waiting: dict[str, asyncio.Future[list[object]]] = {}
        self._hearers: dict[str, HearSignal] = {}
        self.ended: Callable[[], None] = lambda: None  # called in the portal's thread: all that it gave is lost
        try:
            self._bus = self.run(self._connect(address), CONNECT_S)
        except TimeoutError as reason:
            self._end()
            raise PortalFailed("The message bus does not answer.", "Log out and in again.") from reason
        except BaseException:
            self._end()
            raise

    def begin(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Do this in the portal's thread."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def run(self, work: Coroutine[Any, Any, T], timeout_s: float) -> T:
        """The same, waiting for it; raises ``TimeoutError`` while it goes on."""
        return self.begin(work).result(timeout_s)

    def close(self) -> None:
        """What the portal gave us ends with the connection."""
        self._loop.call_soon_threadsafe(self._bus.disconnect)
        self._end()

    def _end(self) -> None:
        self.run(_give_up_the_rest(), 5.0)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def offers(self, interface: str) -> int:
        """Which version of it; 0 where the desktop has none, or does not answer."""
        try:
            return self.run(self._offers(interface), ANSWER_S)
        except TimeoutError:
            return 0

    # ---- in the portal's thread

    async def _connect(self, address: str | None) -> MessageBus:
        try:
            bus = await MessageBus(address).connect()
        except (OSError, AuthError, DBusError, ValueError) as reason:  # ValueError: no address, or none that is one
            raise PortalFailed(
                "There is no message bus here.", "Start Mojo Voice inside a desktop session."
            ) from reason
        self._bus = bus
        bus.add_message_handler(self._heard)
        await self._listen_to(REQUEST)
        rule = f"type='signal',sender='{BUS}',member='{OWNER_CHANGED}',arg0='{NAME}'"
        await self._call(BUS, BUS_PLACE, BUS, "AddMatch", "s", [rule])
        return bus

    async def hear(self, interface: str, hear: HearSignal) -> None:
        """Tell ``hear`` the portal's signals of this interface."""
        self._hearers[interface] = hear
        await self._listen_to(interface)

    async def _listen_to(self, interface: str) -> None:
        rule = f"type='signal',sender='{NAME}',interface='{interface}'"
        await self._call(BUS, BUS_PLACE, BUS, "AddMatch", "s", [rule])

    async def _offers(self, interface: str) -> int:
        await self.introduce_ourselves()
        try:
            version = await self.property_of(interface, "version")
        except PortalFailed:
            return 0
        return version if isinstance(version, int) else 0

    async def property_of(self, interface: str, name: str) -> object:
        (value,) = await self._call(NAME, PLACE, PROPERTIES, "Get", "ss", [interface, name])
        return value.value if isinstance(value, Variant) else None

    async def introduce_ourselves(self) -> None:
        """Say which program we are, once to each portal that runs, and before anything else is asked of it.

        Since 1.21 xdg-desktop-portal gives no keys to a program without a name, and it knows us by our desktop file.
        Older ones ask for no name.
        """
        try:
            await self._call(NAME, PLACE, REGISTRY, "Register", "sa{sv}", [APP_ID, {}])
        except PortalFailed as reason:
            log.info("The portal does not take our name: %s", reason)

    async def call(self, interface: str, member: str, signature: str, body: list[object]) -> list[object]:
        return await self._call(NAME, PLACE, interface, member, signature, body)

    def end_session(self, session: str) -> None:
        """Without waiting: it may be over already."""
        self._let_go(session, SESSION)

    def _let_go(self, place: str, interface: str) -> None:
        if self._bus.connected:
            sent = self._bus.send(Message(destination=NAME, path=place, interface=interface, member="Close"))
            sent.add_done_callback(lambda done: done.cancelled() or done.exception())  # what is gone needs no closing

    async def request(
        self, interface: str, member: str, signature: str, body: list[object], options: Options
    ) -> dict[str, Variant]:
        """A call that the user may be asked about; ``options`` are its last argument."""
        token = f"mojovoice{secrets.token_hex(4)}"
        sender = (self._bus.unique_name or "")[1:].replace(".", "_")
        place = f"{PLACE}/request/{sender}/{token}"
        answer = self._waiting[place] = self._loop.create_future()
        try:
            await self.call(interface, member, signature, [*body, {**options, "handle_token": Variant("s", token)}])
            code, results = await answer
        except asyncio.CancelledError:
            self._let_go(place, REQUEST)  # a question need not stay on the screen
            raise
        finally:
            del self._waiting[place]
        if code != GRANTED or not isinstance(results, dict):
            raise PortalFailed("The desktop, or you, said no.", "Start Mojo Voice again to be asked once more.")
        return results

    async def _call(
        self, name: str, place: str, interface: str, member: str, signature: str, body: list[object]
    ) -> list[object]:
        message = Message(
            destination=name, path=place, interface=interface, member=member, signature=signature, body=body
        )
        try:
            reply = await self._bus.call(message)
        except (OSError, EOFError) as reason:
            raise PortalFailed("The message bus is gone.", "Log in again.") from reason
        if reply is None or reply.message_type is MessageType.ERROR:
            what = f"{reply.error_name} {' '.join(map(str, reply.body))}" if reply is not None else "no answer"
            raise PortalFailed(
                Sentence("The desktop's portal does not answer {member}: {what}.", member=member, what=what)
            )
        return list(reply.body)

    def _heard(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == OWNER_CHANGED:
            name, old, _new = message.body
            if name == NAME and old:
                self.ended()
        elif message.interface == REQUEST and message.path in self._waiting:
            waiting = self._waiting[message.path]
            if not waiting.done():
                waiting.set_result(list(message.body))
        elif message.interface in self._hearers and message.member:
            self._hearers[message.interface](message.path or "", message.member, list(message.body))


async def _give_up_the_rest() -> None:
    """What still waits for an answer of the user, for example."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
