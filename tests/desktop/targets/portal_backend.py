"""A desktop's side of the portals for keys, behind the real xdg-desktop-portal: grants, refuses, presses keys.

Told by ``fake.Desktop``: ``Press`` and ``Release`` a shortcut, ``Answer`` grant, deny or wait from now on.
"""

from __future__ import annotations

import asyncio
import time
from typing import Annotated, Any

from dbus_fast import PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusDict, DBusInt32, DBusObjectPath, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

NAME = "org.freedesktop.impl.portal.desktop.fake"
GRANTED, DENIED = 0, 1
KEYBOARD = 1
Nothing = Annotated[None, DBusSignature("")]
Answer = Annotated[list[Any], DBusSignature("ua{sv}")]
Shortcuts = Annotated[list[Any], DBusSignature("a(sa{sv})")]
Pressed = Annotated[list[Any], DBusSignature("osta{sv}")]


class GlobalShortcuts(ServiceInterface):
    """Keeps what was bound, by session."""

    def __init__(self) -> None:
        super().__init__("org.freedesktop.impl.portal.GlobalShortcuts")
        self.sessions: dict[str, list[Any]] = {}
        self.answer = "grant"

    @dbus_method(name="CreateSession")
    def create_session(
        self, handle: DBusObjectPath, session: DBusObjectPath, app: DBusStr, options: DBusDict
    ) -> Answer:
        self.sessions[session] = []
        return [GRANTED, {}]

    @dbus_method(name="BindShortcuts")
    async def bind_shortcuts(
        self,
        handle: DBusObjectPath,
        session: DBusObjectPath,
        shortcuts: Shortcuts,
        parent: DBusStr,
        options: DBusDict,
    ) -> Answer:
        while self.answer == "wait":
            await asyncio.sleep(0.05)
        if self.answer == "deny":
            return [DENIED, {}]
        none = Variant("s", "")
        self.sessions[session] = [
            [name, {"description": facts["description"], "trigger_description": facts.get("preferred_trigger", none)}]
            for name, facts in shortcuts
        ]
        print("bound", {name: facts["trigger_description"].value for name, facts in self.sessions[session]}, flush=True)
        print("shown", {name: facts["description"].value for name, facts in self.sessions[session]}, flush=True)
        return [GRANTED, {"shortcuts": Variant("a(sa{sv})", self.sessions[session])}]

    @dbus_signal(name="Activated")
    def activated(self, session: str, name: str) -> Pressed:
        return [session, name, int(time.time() * 1000), {}]

    @dbus_signal(name="Deactivated")
    def deactivated(self, session: str, name: str) -> Pressed:
        return [session, name, int(time.time() * 1000), {}]

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> DBusUInt32:
        return 1


class RemoteDesktop(ServiceInterface):
    """Prints the keys that are pressed by it."""

    def __init__(self) -> None:
        super().__init__("org.freedesktop.impl.portal.RemoteDesktop")
        self.answer = "grant"

    @dbus_method(name="CreateSession")
    def create_session(
        self, handle: DBusObjectPath, session: DBusObjectPath, app: DBusStr, options: DBusDict
    ) -> Answer:
        return [GRANTED, {}]

    @dbus_method(name="SelectDevices")
    def select_devices(
        self, handle: DBusObjectPath, session: DBusObjectPath, app: DBusStr, options: DBusDict
    ) -> Answer:
        print("wanted", options["types"].value, flush=True)
        return [GRANTED, {}]

    @dbus_method(name="Start")
    def start(
        self, handle: DBusObjectPath, session: DBusObjectPath, app: DBusStr, parent: DBusStr, options: DBusDict
    ) -> Answer:
        return [DENIED, {}] if self.answer == "deny" else [GRANTED, {"devices": Variant("u", KEYBOARD)}]

    @dbus_method(name="NotifyKeyboardKeycode")
    def press(self, session: DBusObjectPath, options: DBusDict, code: DBusInt32, state: DBusUInt32) -> Nothing:
        print("key", code, state, flush=True)

    @dbus_property(access=PropertyAccess.READ, name="AvailableDeviceTypes")
    def kinds(self) -> DBusUInt32:
        return KEYBOARD

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> DBusUInt32:
        return 1


class Desktop(ServiceInterface):
    """The person's hands."""

    def __init__(self, shortcuts: GlobalShortcuts, remote: RemoteDesktop) -> None:
        super().__init__("fake.Desktop")
        self._shortcuts = shortcuts
        self._remote = remote

    @dbus_method(name="Press")
    def press(self, name: DBusStr) -> Nothing:
        for session in self._shortcuts.sessions:
            self._shortcuts.activated(session, name)

    @dbus_method(name="Release")
    def release(self, name: DBusStr) -> Nothing:
        for session in self._shortcuts.sessions:
            self._shortcuts.deactivated(session, name)

    @dbus_method(name="Answer")
    def answer(self, answer: DBusStr) -> Nothing:
        self._shortcuts.answer = self._remote.answer = answer


async def main() -> None:
    bus = await MessageBus().connect()
    shortcuts, remote = GlobalShortcuts(), RemoteDesktop()
    bus.export("/org/freedesktop/portal/desktop", shortcuts)
    bus.export("/org/freedesktop/portal/desktop", remote)
    bus.export("/fake", Desktop(shortcuts, remote))
    await bus.request_name(NAME)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(main())
