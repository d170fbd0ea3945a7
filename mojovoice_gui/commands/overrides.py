"""The settings, but for what the command line says."""

from __future__ import annotations

import argparse
from dataclasses import replace

from mojovoice_gui.settings import Settings

OPTIONS = ("target", "draft", "language", "device", "compute_type", "threads")


def overridden(settings: Settings, asked: argparse.Namespace) -> Settings:
    """An option that was not given leaves its setting as it is."""
    said = {name: getattr(asked, name, None) for name in OPTIONS}
    return replace(settings, **{name: value for name, value in said.items() if value is not None})
