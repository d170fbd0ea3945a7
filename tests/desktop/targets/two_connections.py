"""A program that has its window by one connection to the X server and reads the clipboard by another, on any key.

Prints ``ready``, then what it has read.
"""

from __future__ import annotations

from Xlib import X
from Xlib.display import Display


def main() -> None:
    screen, reading = Display(), Display()
    window = screen.screen().root.create_window(0, 0, 300, 200, 0, X.CopyFromParent, event_mask=X.KeyReleaseMask)
    window.set_wm_name("two connections")
    window.map()
    screen.sync()
    print("ready", flush=True)
    while screen.next_event().type != X.KeyRelease:
        pass
    reader = reading.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    text, place = reading.get_atom("UTF8_STRING"), reading.get_atom("READ")
    reader.convert_selection(reading.get_atom("CLIPBOARD"), text, place, X.CurrentTime)
    while reading.next_event().type != X.SelectionNotify:
        pass
    value = reader.get_full_property(place, text)
    print(bytes(value.value).decode() if value else "nothing", flush=True)
    while True:
        screen.next_event()


if __name__ == "__main__":
    main()
