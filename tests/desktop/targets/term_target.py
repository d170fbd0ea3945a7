"""A program in a terminal: shows and keeps what the terminal sends it, as raw as a shell's line editor would read it.

``--bracketed``: ask for bracketed paste, as shells do; the brackets are then part of the text.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tty
from pathlib import Path

BRACKETED_PASTE = b"\x1b[?2004h"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("--bracketed", action="store_true")
    options = parser.parse_args()
    keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
    tty.setraw(keyboard)
    if options.bracketed:
        os.write(screen, BRACKETED_PASTE)
    received = b""
    while True:
        fresh = options.state.with_suffix(".new")
        fresh.write_text(json.dumps({"text": received.decode(errors="replace")}))
        fresh.replace(options.state)
        arrived = os.read(keyboard, 4096)
        if not arrived:
            return
        received += arrived
        os.write(screen, arrived)


if __name__ == "__main__":
    main()
