"""A screen reader: prints what programs announce on the accessibility bus."""

from __future__ import annotations

import asyncio

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

REGISTRY = "org.a11y.atspi.Registry"


async def call(bus: MessageBus, *, to: str, path: str, what: str, signature: str = "", words: list[object]) -> Message:
    interface, _, member = what.rpartition(".")
    answer = await bus.call(
        Message(destination=to, path=path, interface=interface, member=member, signature=signature, body=words)
    )
    assert answer is not None
    assert answer.message_type is MessageType.METHOD_RETURN, answer.body
    return answer


def heard(message: Message) -> bool:
    if message.member == "Announcement":
        print(message.body[3].value, flush=True)
    return False


async def listen() -> None:
    session = await MessageBus().connect()
    found = await call(session, to="org.a11y.Bus", path="/org/a11y/bus", what="org.a11y.Bus.GetAddress", words=[])
    bus = await MessageBus(bus_address=found.body[0]).connect()
    bus.add_message_handler(heard)
    rule = "type='signal',interface='org.a11y.atspi.Event.Object'"
    await call(
        bus,
        to="org.freedesktop.DBus",
        path="/org/freedesktop/DBus",
        what="org.freedesktop.DBus.AddMatch",
        signature="s",
        words=[rule],
    )
    await call(
        bus,
        to=REGISTRY,
        path="/org/a11y/atspi/registry",
        what=f"{REGISTRY}.RegisterEvent",
        signature="sas",
        words=["object:announcement", []],
    )
    print("listening", flush=True)
    await bus.wait_for_disconnect()


asyncio.run(listen())
