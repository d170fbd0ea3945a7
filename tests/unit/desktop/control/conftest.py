"""A folder for lock and socket."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A folder with a short path, as in real life; pytest's own are too long for some systems' sockets."""
    with tempfile.TemporaryDirectory(prefix="mojo-") as folder:
        yield Path(folder) / "run"
