"""A clipboard manager: reads every new clipboard at once, and takes over what a program leaves behind when it ends.

Prints ``ready``, then ``copied`` or ``secret`` for each new clipboard, ``saved`` when it has taken one over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.ext import xfixes
from Xlib.protocol import event as x_event
from Xlib.protocol import rq

HINT = "x-kde-passwordManagerHint"


class ClipboardManager:
    def __init__(self) -> None:
        self.display = Display()
        self.display.xfixes_query_version()
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.saved = b""
        self.later: deque[rq.Event] = deque()
        self.clipboard = self.display.get_atom("CLIPBOARD")
        self.window.set_selection_owner(self.display.get_atom("CLIPBOARD_MANAGER"), X.CurrentTime)
        mask = xfixes.XFixesSetSelectionOwnerNotifyMask
        self.display.xfixes_select_selection_input(self.window, self.clipboard, mask)

    def run(self) -> None:
        print("ready", flush=True)
        while True:
            self.handle(self.later.popleft() if self.later else self.display.next_event())

    def handle(self, event: rq.Event) -> None:
        if event.type == X.SelectionRequest and event.selection == self.clipboard:
            self.give(event)
        elif event.type == X.SelectionRequest:
            self.save(event)
        elif event.type not in {X.SelectionNotify, X.SelectionClear} and event.owner.id != self.window.id:
            print("secret" if self.read(HINT) == b"secret" else "copied", flush=True)
            self.read("UTF8_STRING")

    def read(self, target: str) -> bytes:
        place = self.display.get_atom("READING")
        self.window.convert_selection(self.clipboard, self.display.get_atom(target), place, X.CurrentTime)
        answer = self.wait_for(lambda event: event.type == X.SelectionNotify)
        if answer.property == X.NONE:
            return b""
        value = self.window.get_full_property(place, X.AnyPropertyType)
        return bytes(value.value) if value is not None and value.format == 8 else b""

    def wait_for(self, wanted: Callable[[rq.Event], bool]) -> rq.Event:
        while not wanted(event := self.display.next_event()):
            self.later.append(event)
        return event

    def save(self, event: rq.Event) -> None:
        self.saved = self.read("UTF8_STRING")
        self.answer(event, event.property)
        self.window.set_selection_owner(self.clipboard, X.CurrentTime)
        self.display.flush()
        print("saved", flush=True)

    def give(self, event: rq.Event) -> None:
        is_text = event.target == self.display.get_atom("UTF8_STRING")
        if is_text:
            event.requestor.change_property(event.property, event.target, 8, self.saved)
        elif event.target == self.display.get_atom("TARGETS"):
            event.requestor.change_property(event.property, Xatom.ATOM, 32, [self.display.get_atom("UTF8_STRING")])
        self.answer(event, event.property if is_text else X.NONE)

    def answer(self, event: rq.Event, place: int) -> None:
        fields = {name: getattr(event, name) for name in ("time", "requestor", "selection", "target")}
        self.display.send_event(event.requestor, x_event.SelectionNotify(**fields, property=place))
        self.display.flush()


if __name__ == "__main__":
    ClipboardManager().run()
