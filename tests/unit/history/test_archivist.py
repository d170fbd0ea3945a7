"""The thread that writes the history, and what becomes of the sound."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.audio.spool import FileSpool, recoverable
from mojovoice_gui.domain import Entry, Notice, Outcome, Retention
from mojovoice_gui.errors import HistoryError
from mojovoice_gui.history.archivist import Archivist
from mojovoice_gui.history.database import FILE, VERSION
from mojovoice_gui.history.store import History
from tests.unit.history.entries import entry


class Office:
    """Where an archivist works, from its start to its end."""

    def __init__(self, folder: Path) -> None:
        self.recordings = folder / "recordings"
        self.history = History(folder / "history")
        self.spool = FileSpool(self.recordings)
        self.notices: list[Notice] = []

    def remember(self, *entries: Entry, retention: Retention | None) -> None:
        """Until everything is written."""
        archivist = Archivist(self.history.folder, self.spool, retention, self.notices.append)
        for one in entries:
            archivist.add(one)
        archivist.start()
        archivist.close()

    def recorded(self) -> Path:
        recording = self.spool.begin(0)
        recording.write(np.full(1600, 0.1, np.float32))
        recording.finish()
        return recording.path

    def kept(self) -> list[Entry]:
        entries = [kept.entry for kept in self.history.page()]
        self.history.close()
        return entries

    def left_behind(self) -> list[Path]:
        return [recording.path for recording in recoverable(self.recordings)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def now(text: str = "Hello.", outcome: Outcome = Outcome.DELIVERED, audio: Path | None = None) -> Entry:
    return replace(entry(text, outcome, audio=audio), at=datetime.now(UTC))


def put_version(folder: Path, version: int) -> None:
    database = sqlite3.connect(folder / FILE)
    database.execute(f"PRAGMA user_version = {version}")
    database.close()


@pytest.mark.parametrize(
    ("outcome", "retention", "is_kept"),
    [
        (Outcome.DELIVERED, Retention(), False),
        (Outcome.DELIVERED, Retention(keeps_sound=True), True),
        (Outcome.ON_CLIPBOARD, Retention(), False),
        (Outcome.CANCELLED, Retention(), True),
        (Outcome.NO_SPEECH, Retention(), True),
        (Outcome.CANCELLED, Retention(discarded_days=0), False),
        (Outcome.CANCELLED, Retention(discarded_days=0, keeps_sound=True), True),
        (Outcome.CANCELLED, None, False),
        (Outcome.DELIVERED, None, False),
    ],
)
def test_sound_is_kept_as_the_settings_say_and_leaves_the_recordings(
    office: Office, outcome: Outcome, retention: Retention | None, is_kept: bool
) -> None:
    recording = office.recorded()
    office.remember(now(outcome=outcome, audio=recording), retention=retention)
    sound = office.history.sounds / recording.name
    assert sound.exists() is is_kept
    assert list(office.recordings.iterdir()) == []
    assert [one.audio for one in office.kept()] == ([sound if is_kept else None] if retention else [])


@pytest.mark.parametrize("retention", [Retention(), None])
def test_what_failed_stays_with_the_recordings_even_incognito(office: Office, retention: Retention | None) -> None:
    recording = office.recorded()
    assert office.left_behind() == []
    office.remember(now("", Outcome.FAILED, recording), retention=retention)
    assert office.left_behind() == [recording]


def test_what_a_crash_left_behind_is_remembered_once_however_often_the_app_starts(office: Office) -> None:
    recording = office.recorded()
    found = now("", Outcome.RECOVERED, recording)
    office.remember(found, retention=Retention())
    office.remember(found, retention=Retention())
    assert len(office.kept()) == 1
    assert recording.exists()


def test_what_grew_too_old_while_the_app_was_off_goes_at_its_start(office: Office) -> None:
    office.history.add(replace(now("old"), at=datetime(2020, 1, 1, tzinfo=UTC)))
    office.remember(retention=Retention())
    assert office.kept() == []


def test_going_incognito_leaves_what_is_there_and_remembers_nothing_more(office: Office) -> None:
    archivist = Archivist(office.history.folder, office.spool, Retention(), office.notices.append)
    archivist.start()
    archivist.add(now("before"))
    archivist.retain(None)
    archivist.add(now("incognito"))
    archivist.retain(Retention())
    archivist.add(now("after"))
    archivist.close()
    assert sorted(one.transcript.text for one in office.kept()) == ["after", "before"]


def test_a_broken_history_is_set_aside_and_told_and_nothing_new_is_lost(office: Office) -> None:
    office.history.folder.mkdir()
    (office.history.folder / FILE).write_bytes(b"no database " * 100)
    office.remember(now("One."), now("Two."), retention=Retention())
    assert sorted(one.transcript.text for one in office.kept()) == ["One.", "Two."]
    assert [notice.sentence for notice in office.notices] == ["The history was broken and begins anew."]
    assert (office.history.folder / f"{FILE}.broken").exists()


def test_what_could_not_be_written_is_written_as_soon_as_it_can_be(office: Office) -> None:
    office.history.add(now("first"))
    office.history.close()
    put_version(office.history.folder, VERSION + 1)
    archivist = Archivist(office.history.folder, office.spool, Retention(), office.notices.append)
    archivist.add(now("while it was not possible"))
    archivist.add(now("still not"))
    archivist.call(lambda: put_version(office.history.folder, VERSION))
    archivist.add(now("again"))
    archivist.start()
    archivist.close()
    texts = {one.transcript.text for one in office.kept()}
    assert texts == {"first", "while it was not possible", "still not", "again"}
    assert [notice.sentence for notice in office.notices] == ["The history was written by a newer Mojo Voice."]


def test_what_waits_to_be_written_is_forgotten_with_the_rest(office: Office) -> None:
    office.history.add(now("first"))
    office.history.close()
    put_version(office.history.folder, VERSION + 1)
    archivist = Archivist(office.history.folder, office.spool, Retention(), office.notices.append)
    archivist.add(now("while it was not possible"))
    archivist.call(lambda: put_version(office.history.folder, VERSION))
    forgotten = archivist.forget()
    archivist.add(now("after"))
    archivist.start()
    archivist.close()
    assert forgotten.result(0) == 2
    assert [one.transcript.text for one in office.kept()] == ["after"]


def test_a_history_that_cannot_be_forgotten_says_so_and_what_waits_is_gone(office: Office) -> None:
    office.history.add(now("first"))
    office.history.close()
    put_version(office.history.folder, VERSION + 1)
    archivist = Archivist(office.history.folder, office.spool, Retention(), office.notices.append)
    archivist.add(now("while it was not possible"))
    forgotten = archivist.forget()
    archivist.call(lambda: put_version(office.history.folder, VERSION))
    archivist.add(now("after"))
    archivist.start()
    archivist.close()
    with pytest.raises(HistoryError, match="newer Mojo Voice"):
        forgotten.result(0)
    assert sorted(one.transcript.text for one in office.kept()) == ["after", "first"]


def test_sound_of_what_could_not_be_written_does_not_pile_up(office: Office) -> None:
    office.history.folder.parent.mkdir(exist_ok=True)
    office.history.folder.write_text("a file where a folder should be")
    office.remember(now("", Outcome.CANCELLED, office.recorded()), retention=Retention())
    assert list(office.recordings.iterdir()) == []
    assert "Dictation goes on without it." in office.notices[0].action
