"""Ask the running app for something: what key bindings and status bars call."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping

from mojovoice_gui.desktop.control.client import ask, follow
from mojovoice_gui.desktop.control.messages import Json, Request, Response
from mojovoice_gui.errors import AppUnreachable
from mojovoice_gui.paths import Paths

TIMEOUT_S = 10.0
OFFLINE = "offline"
IS_OFFLINE: Mapping[str, Json] = {
    "stage": OFFLINE,
    "alt": OFFLINE,
    "class": OFFLINE,
    "tooltip": "Mojo Voice is not running",
}
LOOK_AGAIN_S = 1.0


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
    if asked.follow:
        return _follow(paths, as_json=asked.json)
    try:
        response = ask(paths.runtime, Request("status"), TIMEOUT_S)
    except AppUnreachable as error:
        print(json.dumps(IS_OFFLINE) if asked.json else OFFLINE)
        return error.exit_code
    print(json.dumps(response.data) if asked.json else response.sentence)
    return 0


def _follow(paths: Paths, *, as_json: bool) -> int:
    """Until the reader has enough."""
    try:
        for status in _statuses(paths):
            print(json.dumps(status) if as_json else status["stage"], flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
    return 0


def _statuses(paths: Paths) -> Iterator[Mapping[str, Json]]:
    """One for each change, without end: an app that is not running is waited for."""
    is_known = False  # that it is not running
    while True:
        with contextlib.suppress(AppUnreachable):  # as after its end
            for response in follow(paths.runtime, Request("follow"), TIMEOUT_S):
                is_known = False
                yield response.data
        if not is_known:
            is_known = True
            yield IS_OFFLINE
        time.sleep(LOOK_AGAIN_S)


def _tell(paths: Paths, request: Request) -> int:
    response: Response = ask(paths.runtime, request, TIMEOUT_S)
    print(response.sentence, file=sys.stdout if response.ok else sys.stderr)
    return response.exit_code
