"""The settings in force: changed, saved, applied and undone as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mojovoice_gui.errors import SettingsError
from mojovoice_gui.settings import Settings, load
from mojovoice_gui.ui.choices import Choices
from mojovoice_gui.ui.file_watch import SETTLE_MS, FileWatch


class Desk:
    """Choices, and what they were applied to."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.applied: list[Settings] = []
        self.told: list[frozenset[str]] = []
        self.taken_over: list[frozenset[str]] = []
        self.problems: list[str] = []
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


@pytest.fixture
def edited(desk: Desk, qtbot: QtBot) -> Desk:
    """Somebody has the file open in an editor."""
    desk.choices.change(tap_ms=300)
    watch = FileWatch(desk.file, desk.choices)
    watch.changed.connect(lambda: desk.problems.extend(desk.choices.read_again()))
    desk.choices.taken_over.connect(desk.taken_over.append)
    return desk


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def by_replacing(file: Path, text: str) -> None:
    """As most editors do."""
    fresh = file.with_name(".config.toml.swp")
    fresh.write_text(text)
    fresh.replace(file)


def by_removing_first(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text)


@pytest.mark.parametrize("write", [in_place, by_replacing, by_removing_first])
def test_what_is_written_into_the_file_by_hand_holds_time_after_time(
    edited: Desk, qtbot: QtBot, write: Callable[[Path, str], None]
) -> None:
    def holds(expected: Settings) -> bool:
        return edited.choices.settings == expected

    for threads in (3, 4):
        write(edited.file, f"hotkey.tap_ms = 300\nmodel.threads = {threads}\n")
        qtbot.waitUntil(partial(holds, Settings(tap_ms=300, threads=threads)))
        assert edited.applied[-1] == edited.choices.settings
    assert edited.taken_over == [{"threads"}, {"threads"}]
    assert edited.problems == []
    assert edited.choices.last_changed == ("Tap",)


def test_what_is_wrong_there_is_said_once_and_the_rest_holds(edited: Desk, qtbot: QtBot) -> None:
    edited.file.write_text("hotkey.tap_ms = 5\nmodel.threads = 3\n")
    qtbot.waitUntil(lambda: edited.choices.settings == Settings(tap_ms=300, threads=3))
    assert edited.problems == ["hotkey.tap_ms is 5, but must be a whole number from 100 to 2000."]
    edited.choices.change(language="de")
    qtbot.wait(2 * SETTLE_MS)
    assert len(edited.problems) == 1
    assert "tap_ms = 5" in edited.file.read_text(), "what was written by hand is not overwritten"
    edited.file.write_text("hotkey.tap_ms = 500\nmodel.threads = 3\nmodel.language = 'de'")
    qtbot.waitUntil(lambda: edited.choices.settings == Settings(tap_ms=500, threads=3, language="de"))


def test_a_file_that_cannot_be_read_changes_nothing_and_is_not_overwritten(edited: Desk, qtbot: QtBot) -> None:
    edited.file.write_text("[hotkey\n")
    qtbot.waitUntil(lambda: len(edited.problems) == 1)
    assert "is not TOML" in edited.problems[0]
    assert edited.choices.settings == Settings(tap_ms=300)
    with pytest.raises(SettingsError, match="is not TOML"):
        edited.choices.change(threads=2)
    assert edited.file.read_text() == "[hotkey\n"


def test_what_we_write_ourselves_is_nothing_new(edited: Desk, qtbot: QtBot) -> None:
    edited.choices.change(target="~/models/mine")
    applied = len(edited.applied)
    qtbot.wait(2 * SETTLE_MS)
    assert len(edited.applied) == applied
    assert edited.taken_over == []


def test_a_change_of_ours_takes_nothing_from_one_that_was_not_noticed_yet(edited: Desk, qtbot: QtBot) -> None:
    edited.file.write_text("hotkey.tap_ms = 300\nmodel.threads = 3\n")
    edited.choices.change(language="de")
    qtbot.waitUntil(lambda: edited.choices.settings == Settings(tap_ms=300, threads=3, language="de"))
    assert load(edited.file).settings == edited.choices.settings


def test_what_was_changed_in_the_file_since_is_not_undone(edited: Desk, qtbot: QtBot) -> None:
    edited.file.write_text("hotkey.tap_ms = 500\n")
    qtbot.waitUntil(lambda: edited.choices.settings == Settings(tap_ms=500))
    assert edited.choices.last_changed == ()
