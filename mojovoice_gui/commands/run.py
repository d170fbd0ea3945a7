"""Run the app itself."""

from __future__ import annotations

import argparse

from mojovoice_gui.paths import Paths


def tray(paths: Paths, asked: argparse.Namespace) -> int:
    from mojovoice_gui.running.tray import run_tray

    return run_tray(paths, is_hidden=asked.hidden)


def settings(paths: Paths, _asked: argparse.Namespace) -> int:
    """In the app that runs, else in one that is started for it."""
    from mojovoice_gui.running.tray import run_tray

    return run_tray(paths, shows_settings=True)


def daemon(paths: Paths, _asked: argparse.Namespace) -> int:
    from mojovoice_gui.running.daemon import run_daemon

    return run_daemon(paths)
