"""The settings file: where it is, whether it is right, the defaults again."""

from __future__ import annotations

import argparse

from mojovoice_gui import settings
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.paths import Paths


def config(paths: Paths, asked: argparse.Namespace) -> int:
    file = paths.config_file
    if asked.path:
        print(file)
    elif asked.reset:
        kept = settings.reset(file)
        print(f"{file} holds the defaults." + (f" What it held is in {kept}." if kept else ""))
    else:
        problems = settings.check(file)
        for problem in problems:
            print(problem)
        if problems:
            return SettingsError.exit_code
        print(f"{file} is right." if file.exists() else f"There is no {file}: the defaults are used.")
    return 0
