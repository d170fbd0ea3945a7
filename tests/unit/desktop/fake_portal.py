"""A desktop's portal as new ones are: on a private bus, it notes what is asked of it and answers as a test says.

The real one of the tests' machine is older: it knows no tokens that open a session without a question.
"""

from __future__ import annotations

import asyncio
import subprocess
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from dbus_fast import Message, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusDict, DBusInt32, DBusObjectPath, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.errors import DBusError
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property

from tests.desktop.box import BUS

NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
GRANTED, REFUSED = 0, 1
KEYBOARD = 1
Nothing = Annotated[None, DBusSignature("")]


@dataclass
class Person:
    """What the user does when asked, and what is seen of us."""

    answer: str = "grant"  # or refuse, wait
    remembers: bool = True
    given_devices: int = KEYBOARD
    version: int = 2
    questions: int = 0
    withdrawn: int = 0  # questions that we took back
    heard: list[str] = field(default_factory=list)  # methods, in order
    keys: list[tuple[int, int]] = field(default_factory=list)
    app_id: str = ""
    has_our_file: bool = True  # our desktop file is where the portal looks for it
    tokens: set[str] = field(default_factory=set)  # that open a session without a question
    sessions: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # tokens that we showed


class Registry(ServiceInterface):
    def __init__(self, person: Person) -> None:
        super().__init__("org.freedesktop.host.portal.Registry")
        self._person = person

    @dbus_method(name="Register")
    def register(self, app_id: DBusStr, options: DBusDict) -> Nothing:
        if self._person.heard:
            raise DBusError("org.freedesktop.portal.Error.Failed", "Connection already associated with an id")
        if not self._person.has_our_file:
            raise DBusError("org.freedesktop.portal.Error.Failed", "Can't create registered app")
        self._person.heard.append("Register")
        self._person.app_id = app_id


class Session(ServiceInterface):
    def __init__(self, portal: RemoteDesktop, place: str) -> None:
        super().__init__("org.freedesktop.portal.Session")
        self._portal, self.place = portal, place

    @dbus_method(name="Close")
    def close(self) -> Nothing:
        self._portal.end(self.place)


class Question(ServiceInterface):
    def __init__(self, person: Person) -> None:
        super().__init__("org.freedesktop.portal.Request")
        self._person = person

    @dbus_method(name="Close")
    def close(self) -> Nothing:
        self._person.withdrawn += 1


class RemoteDesktop(ServiceInterface):
    def __init__(self, bus: MessageBus, person: Person) -> None:
        super().__init__("org.freedesktop.portal.RemoteDesktop")
        self._bus, self._person = bus, person
        self._sender = ""
        self._restored = False

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> DBusUInt32:
        return self._person.version

    @dbus_property(access=PropertyAccess.READ, name="AvailableDeviceTypes")
    def kinds(self) -> DBusUInt32:
        return 7

    @dbus_method(name="CreateSession")
    def create(self, options: DBusDict) -> DBusObjectPath:
        self._person.heard.append("CreateSession")
        session = f"{PLACE}/session/x/{options['session_handle_token'].value}"
        assert session not in self._person.sessions
        self._person.sessions.append(session)
        self._bus.export(session, Session(self, session))
        return self.answered(options, GRANTED, {"session_handle": Variant("s", session)})

    @dbus_method(name="SelectDevices")
    def select(self, session: DBusObjectPath, options: DBusDict) -> DBusObjectPath:
        self._person.heard.append("SelectDevices")
        assert options["types"].value == KEYBOARD
        assert options["persist_mode"].value == 2
        shown = options["restore_token"].value if "restore_token" in options else ""
        self._person.shown.append(shown)
        self._restored = shown in self._person.tokens
        self._person.tokens.discard(shown)  # each is good once
        return self.answered(options, GRANTED, {})

    @dbus_method(name="Start")
    def start(self, session: DBusObjectPath, window: DBusStr, options: DBusDict) -> DBusObjectPath:
        self._person.heard.append("Start")
        if not self._restored:
            self._person.questions += 1
            if self._person.answer == "wait":
                self._bus.export(_request_of(self._sender, options), Question(self._person))
                return _request_of(self._sender, options)
            if self._person.answer == "refuse":
                return self.answered(options, REFUSED, {})
        results = {"devices": Variant("u", self._person.given_devices)}
        if self._person.remembers:
            token = f"token {len(self._person.shown)}"
            self._person.tokens.add(token)
            results["restore_token"] = Variant("s", token)
        return self.answered(options, GRANTED, results)

    @dbus_method(name="NotifyKeyboardKeycode")
    def press(self, session: DBusObjectPath, options: DBusDict, code: DBusInt32, state: DBusUInt32) -> Nothing:
        if session not in self._person.sessions:
            raise DBusError("org.freedesktop.DBus.Error.AccessDenied", "Invalid session")
        self._person.keys.append((code, state))

    def end(self, session: str) -> None:
        """As the desktop does when the screen is locked."""
        self._person.sessions.remove(session)
        self._bus.unexport(session)
        self._bus.send(
            Message.new_signal(session, "org.freedesktop.portal.Session", "Closed", "a{sv}", [{}])  # no reply
        )

    def note_sender(self, message: Message) -> None:
        self._sender = message.sender or self._sender

    def answered(self, options: dict[str, Variant], code: int, results: dict[str, Variant]) -> str:
        place = _request_of(self._sender, options)
        response = Message.new_signal(place, "org.freedesktop.portal.Request", "Response", "ua{sv}", [code, results])
        asyncio.get_running_loop().call_soon(self._bus.send, response)
        return place


def _request_of(sender: str, options: dict[str, Variant]) -> str:
    return f"{PLACE}/request/{sender[1:].replace('.', '_')}/{options['handle_token'].value}"


class GlobalShortcuts(ServiceInterface):
    """Since 1.21 it gives nothing to a program that has not said who it is."""

    def __init__(self, desktop: RemoteDesktop, person: Person) -> None:
        super().__init__("org.freedesktop.portal.GlobalShortcuts")
        self._desktop, self._person = desktop, person

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> DBusUInt32:
        return 2

    @dbus_method(name="CreateSession")
    def create(self, options: DBusDict) -> DBusObjectPath:
        if not self._person.app_id:
            raise DBusError("org.freedesktop.portal.Error.NotAllowed", "An app id is required")
        return self._desktop.answered(options, GRANTED, {"session_handle": Variant("s", f"{PLACE}/session/x/y")})


class FakePortal:
    """Runs in a thread; ``stop`` and ``start`` as when it crashes and is started again."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.person = Person()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.start()

    def start(self) -> None:
        self._run(self._serve())

    def stop(self) -> None:
        async def disconnect() -> None:
            self._bus.disconnect()
            await self._bus.wait_for_disconnect()

        self.person.sessions.clear()
        self._run(disconnect())

    def end_sessions(self) -> None:
        async def end() -> None:
            for session in list(self.person.sessions):
                self._desktop.end(session)

        self._run(end())

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _serve(self) -> None:
        self._bus = await MessageBus(self.address).connect()
        self._desktop = RemoteDesktop(self._bus, self.person)
        self._bus.add_message_handler(self._desktop.note_sender)
        self._bus.export(PLACE, Registry(self.person))
        self._bus.export(PLACE, self._desktop)
        self._bus.export(PLACE, GlobalShortcuts(self._desktop, self.person))
        await self._bus.request_name(NAME)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a message bus that starts nothing by itself."""
    socket = folder / "bus"
    (folder / "bus.conf").write_text(BUS.format(socket=socket))
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()  # it is there
    yield f"unix:path={socket}"
    daemon.terminate()
    daemon.communicate(timeout=20)
