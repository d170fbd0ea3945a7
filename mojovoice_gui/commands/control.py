"""Ask the running app for something: what key bindings and status bars call."""

from __future__ import annotations

import argparse
import json
import sys

from mojovoice_gui.desktop.single_instance import Request, Response, ask
from mojovoice_gui.errors import AppUnreachable
from mojovoice_gui.paths import Paths

TIMEOUT_S = 10.0
OFFLINE = "offline"


def start(paths: Paths, asked: argparse.Namespace) -> int:
    return _tell(paths, Request("start", {"seconds": asked.duration, "clipboard": asked.clipboard}))


def stop(paths: Paths, _asked: argparse.Namespace) -> int:
    return _tell(paths, Request("stop"))


def toggle(paths: Paths, _asked: argparse.Namespace) -> int:
    return _tell(paths, Request("toggle"))


def cancel(paths: Paths, _asked: argparse.Namespace) -> int:
    return _tell(paths, Request("cancel"))


def status(paths: Paths, asked: argparse.Namespace) -> int:
    """Say the stage; that nothing runs is an answer here, and an exit code."""
    try:
        response = ask(paths.runtime, Request("status"), TIMEOUT_S)
    except AppUnreachable as error:
        print(json.dumps({"stage": OFFLINE}) if asked.json else OFFLINE)
        return error.exit_code
    print(json.dumps(response.data) if asked.json else response.sentence)
    return 0


def _tell(paths: Paths, request: Request) -> int:
    response: Response = ask(paths.runtime, request, TIMEOUT_S)
    print(response.sentence, file=sys.stdout if response.ok else sys.stderr)
    return response.exit_code
