"""A plain text window of GTK 3. Run by the system's Python, which has the bindings (python3-gi, gir1.2-gtk-3.0)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402 - the version must be chosen first


def write(state: Path, buffer: Gtk.TextBuffer) -> None:
    text = buffer.get_text(buffer.get_start_iter(), buffer.get_end_iter(), True)
    fresh = state.with_suffix(".new")
    fresh.write_text(json.dumps({"text": text}))
    fresh.replace(state)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("--title", default="Note")
    options = parser.parse_args()
    window = Gtk.Window(title=options.title)
    window.set_default_size(600, 240)
    window.connect("destroy", Gtk.main_quit)
    view = Gtk.TextView(left_margin=12, top_margin=12)
    buffer = view.get_buffer()
    buffer.connect("changed", lambda changed: write(options.state, changed))
    window.add(view)
    window.show_all()
    write(options.state, buffer)
    Gtk.main()


if __name__ == "__main__":
    main()
