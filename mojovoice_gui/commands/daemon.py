"""The app without a tray icon: start it, end it, read its log."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from mojovoice_gui.desktop.control.client import ask
from mojovoice_gui.desktop.control.messages import Request, Response
from mojovoice_gui.errors import AppUnreachable, MojoVoiceError
from mojovoice_gui.logs import follow, tail
from mojovoice_gui.paths import Paths

WAIT_S = 15.0
ASK_S = 2.0
STEP_S = 0.05


def up(paths: Paths, asked: argparse.Namespace) -> int:
    if _status(paths) is not None:
        print("Mojo Voice is already running.")
        return 0
    profile = ["--profile-dir", str(asked.profile_dir.absolute())] if asked.profile_dir else []
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "mojovoice_gui", *profile, "daemon", "run"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end and process.poll() is None:
        if _status(paths) is not None:
            print("Mojo Voice is running.")
            return 0
        time.sleep(STEP_S)
    raise MojoVoiceError("Mojo Voice did not start.", "See `mojovoice daemon logs`.")


def down(paths: Paths, _asked: argparse.Namespace) -> int:
    if _status(paths) is None:
        print("Mojo Voice is not running.")
        return 0
    ask(paths.runtime, Request("quit"), ASK_S)
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if _status(paths) is None:
            print("Mojo Voice has ended.")
            return 0
        time.sleep(STEP_S)
    raise MojoVoiceError("Mojo Voice does not end.", "End its process: `mojovoice daemon pid` names it.")


def restart(paths: Paths, asked: argparse.Namespace) -> int:
    return down(paths, asked) or up(paths, asked)


def pid(paths: Paths, _asked: argparse.Namespace) -> int:
    print(ask(paths.runtime, Request("status"), ASK_S).data["pid"])
    return 0


def logs(paths: Paths, asked: argparse.Namespace) -> int:
    for line in tail(paths.logs, asked.lines):
        print(line)
    if asked.follow:
        for line in follow(paths.logs):
            print(line, flush=True)
    return 0


def _status(paths: Paths) -> Response | None:
    try:
        return ask(paths.runtime, Request("status"), ASK_S)
    except AppUnreachable:
        return None
