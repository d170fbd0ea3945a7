"""What a new portal wants to know before it gives keys. The rest is tested with the real one, which is older."""

from __future__ import annotations

from pathlib import Path

from mojovoice_gui.desktop.hotkeys.portal import obstacle
from tests.unit.desktop.fake_portal import FakePortal, private_bus


def test_a_portal_that_knows_us_gives_keys_and_one_that_does_not_says_why(tmp_path: Path) -> None:
    with private_bus(tmp_path) as address:
        portal = FakePortal(address)
        assert obstacle(address) == ""
        portal.person.app_id, portal.person.has_our_file = "", False
        assert "An app id is required" in obstacle(address)
        portal.close()
