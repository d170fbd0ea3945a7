"""Run the app itself."""

from __future__ import annotations

import argparse

from mojovoice_gui.paths import Paths


def tray(paths: Paths, _asked: argparse.Namespace) -> int:
    from mojovoice_gui.app import run_tray

    return run_tray(paths)


def daemon(paths: Paths, _asked: argparse.Namespace) -> int:
    from mojovoice_gui.app import run_daemon

    return run_daemon(paths)
