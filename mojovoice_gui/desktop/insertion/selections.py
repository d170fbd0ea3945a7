"""The selections that we own, and what we answer when other programs ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from Xlib import X, Xatom, error
from Xlib.protocol import event as x_event
from Xlib.protocol import request, rq
from Xlib.xobject.drawable import Window

from mojovoice_gui.desktop.insertion.connection import Connection
from mojovoice_gui.desktop.insertion.content import Content
from mojovoice_gui.desktop.insertion.transfers import PIECE_BYTES, Transfers

ALWAYS_OFFERED = ("TARGETS", "MULTIPLE", "TIMESTAMP")


@dataclass(frozen=True, slots=True)
class Owned:
    content: Content
    since: int  # the server's time, ms


@dataclass(frozen=True, slots=True)
class Request:
    """What another program asked for."""

    target: str
    reader: int  # a window of the program
    is_granted: bool


class Selections:
    """Ours until another program takes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._owned: dict[str, Owned] = {}
        self.transfers = Transfers(connection)

    def own(self, selection: str, content: Content) -> bool:
        """Take it, also from ourselves: programs keep the list of targets until they hear of a new owner."""
        since = self._connection.server_time()
        self._connection.window.set_selection_owner(self._connection.atom(selection), since)
        self._owned.pop(selection, None)
        if self._connection.owner_of(selection) != self._connection.window.id:
            return False
        self._owned[selection] = Owned(content, since)
        return True

    def disown(self, selection: str) -> None:
        """Nobody owns it then."""
        owned = self._owned.pop(selection, None)
        if owned is not None:
            request.SetSelectionOwner(
                display=self._connection.display.display,
                window=X.NONE,
                selection=self._connection.atom(selection),
                time=self._connection.server_time(),
            )

    def content(self, selection: str) -> Content | None:
        """What we offer there; None when it is not ours."""
        owned = self._owned.get(selection)
        return owned.content if owned else None

    def cleared(self, event: rq.Event) -> str:
        """Another program has taken a selection: which one. Empty for old news."""
        selection = self._connection.name(event.atom)
        owned = self._owned.get(selection)
        if owned is None or is_earlier(event.time, owned.since):
            return ""
        del self._owned[selection]
        return selection

    def serve(self, event: rq.Event) -> tuple[Request, ...]:
        """Answer a SelectionRequest."""
        target = self._connection.name(event.target)
        place = event.property or event.target  # programs older than ICCCM name no property
        owned = self._owned.get(self._connection.name(event.selection))
        requests: tuple[Request, ...] = ()
        if owned and target == "MULTIPLE":
            requests = tuple(self._give_several(event.requestor, place, owned))
            is_granted = bool(requests)
        else:
            is_granted = owned is not None and self._give(event.requestor, place, target, owned)
            requests = (Request(target, event.requestor.id, is_granted),)
        self._answer(event, place if is_granted else X.NONE)
        return requests

    def _give(self, reader: Window, place: int, target: str, owned: Owned) -> bool:
        if target == "TARGETS":
            names = (*ALWAYS_OFFERED, *owned.content)
            reader.change_property(place, Xatom.ATOM, 32, [self._connection.atom(name) for name in names])
        elif target == "TIMESTAMP":
            reader.change_property(place, Xatom.INTEGER, 32, [owned.since])
        elif (flavour := owned.content.get(target)) is None:
            return False
        elif len(flavour.data) > PIECE_BYTES:
            self.transfers.start(reader, place, flavour)
        else:
            reader.change_property(place, self._connection.atom(flavour.kind), flavour.width, flavour.data)
        return True

    def _give_several(self, reader: Window, place: int, owned: Owned) -> Iterator[Request]:
        """MULTIPLE: the property holds pairs of target and property; what we do not have becomes None."""
        try:
            asked = reader.get_full_property(place, X.AnyPropertyType)
        except error.XError:
            return
        atoms = list(asked.value) if asked is not None and asked.format == 32 else []
        for index in range(0, len(atoms) - 1, 2):
            target = self._connection.name(atoms[index])
            is_granted = self._give(reader, atoms[index + 1], target, owned)
            if not is_granted:
                atoms[index + 1] = X.NONE
            yield Request(target, reader.id, is_granted)
        if atoms:
            reader.change_property(place, self._connection.atom("ATOM_PAIR"), 32, atoms)

    def _answer(self, event: rq.Event, place: int) -> None:
        answer = x_event.SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=place,
        )
        self._connection.display.send_event(event.requestor, answer)
        self._connection.display.flush()


def is_earlier(one: int, other: int) -> bool:
    """Of two times of the server, 32-bit milliseconds that begin anew after 49 days."""
    return 0 < (other - one) % 2**32 < 2**31
