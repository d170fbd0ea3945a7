"""The settings in force: changed, saved, applied and undone as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.errors import SettingsError
from mojovoice_gui.settings import Settings, load
from mojovoice_gui.ui.choices import Choices


class Desk:
    """Choices, and what they were applied to."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.applied: list[Settings] = []
        self.told: list[frozenset[str]] = []
        self.choices = Choices(file, Settings(), self.applied.append)
        self.choices.changed.connect(self.told.append)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "config.toml")


def test_a_change_is_on_disk_in_force_and_told(desk: Desk) -> None:
    desk.choices.change(language="de", threads=2)
    expected = Settings(language="de", threads=2)
    assert desk.choices.settings == expected
    assert desk.applied == [expected]
    assert load(desk.file).settings == expected
    assert desk.told == [{"language", "threads"}]


def test_undo_takes_back_one_change_after_the_other(desk: Desk) -> None:
    desk.choices.change(language="de")
    desk.choices.change(language="fr", threads=2)
    desk.choices.undo()
    assert desk.choices.settings == load(desk.file).settings == desk.applied[-1] == Settings(language="de")
    desk.choices.undo()
    assert desk.choices.settings == load(desk.file).settings == Settings()
    assert desk.choices.last_changed == ()
    desk.choices.undo()
    assert len(desk.applied) == 4


def test_the_value_that_is_there_already_is_no_change(desk: Desk) -> None:
    desk.choices.change(language="auto")
    assert desk.applied == []
    assert desk.choices.last_changed == ()


def test_a_value_that_is_not_allowed_changes_nothing(desk: Desk) -> None:
    with pytest.raises(SettingsError):
        desk.choices.change(language="de", tap_ms=1)
    assert desk.choices.settings == Settings()
    assert desk.applied == []
    assert not desk.file.exists()


def test_what_cannot_be_saved_does_not_hold(desk: Desk) -> None:
    desk.file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        desk.choices.change(language="de")
    assert desk.choices.settings == Settings()
    assert desk.applied == []
