"""The pictures of the README: their invented person."""

from __future__ import annotations

from pathlib import Path

from mojovoice_gui.history.store import History
from mojovoice_gui.models.shelf import look
from mojovoice_gui.models.store import ModelStore
from mojovoice_gui.paths import Paths
from tests.desktop import invented
from tests.desktop.screenshots import PAUSED_BYTES, furnished


def test_what_an_invented_person_left_behind_is_read_by_the_app(tmp_path: Path) -> None:
    paths = Paths.under(furnished(tmp_path / "profile"))
    history = History(paths.history)
    assert history.count() == len(invented.SAID) + len(invented.DISCARDED)
    history.close()
    (begun,) = (row for row in look(ModelStore(paths)).rows if row.begun_bytes)
    assert (begun.name, begun.begun_bytes) == ("small", PAUSED_BYTES)
