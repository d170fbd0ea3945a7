"""A profile, and a hub on this machine that serves what a module calls ``REPO`` and ``FILES``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.paths import Paths
from tests.unit.models.hub_server import HubServer, serving


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "profile")


@pytest.fixture
def hub(request: pytest.FixtureRequest) -> Iterator[HubServer]:
    with serving(HubServer(request.module.REPO, dict(request.module.FILES))) as server:
        yield server
