"""The history on disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from mojovoice_gui.domain import Outcome, Retention, StageTimes, Transcript
from mojovoice_gui.errors import HistoryBroken, HistoryError
from mojovoice_gui.history.database import FILE, VERSION, set_aside
from mojovoice_gui.history.store import History, percentiles
from tests.unit.history.entries import NOON, entry


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "history")
    yield history
    history.close()


def found(history: History, typed: str = "") -> list[str]:
    return [kept.entry.transcript.text for kept in history.page(typed)]


def sound(folder: Path, name: str = "one.wav") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"RIFF")
    return folder / name


def test_an_entry_comes_back_as_it_was(history: History) -> None:
    kept = entry(audio=Path("/somewhere/it.wav"))
    history.add(kept)
    assert [one.entry for one in history.page()] == [kept]


def test_an_entry_without_wait_or_sound_comes_back_as_it_was(history: History) -> None:
    kept = entry("", Outcome.NO_SPEECH, wait_s=None)
    history.add(kept)
    assert [one.entry for one in history.page()] == [kept]


def test_the_newest_comes_first_whatever_was_added_last(history: History) -> None:
    history.add(entry("today"), entry("last week", days_ago=7), entry("yesterday", days_ago=1))
    assert found(history) == ["today", "yesterday", "last week"]


def test_pages_follow_one_another(history: History) -> None:
    history.add(*(entry(str(number), days_ago=number) for number in range(5)))
    pages = [history.page(limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [kept.entry.transcript.text for page in pages for kept in page] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("fox", ["The quick brown fox."]),
        ("FOX quick", ["The quick brown fox."]),
        ("qui", ["The quick brown fox."]),
        ("fox hound", []),
        ("cafe", ["Das Café an der Straße."]),
        ("kate", ["Meeting notes."]),
        ("天气", ["今天天气很好。"]),
        ("天气 很好", ["今天天气很好。"]),
        ('fox" OR text:*', []),
        ("NEAR(", []),
        ("...", ["The quick brown fox.", "Das Café an der Straße.", "Meeting notes.", "今天天气很好。"]),
    ],
)
def test_all_words_that_are_typed_are_found_by_their_beginning(history: History, typed: str, texts: list[str]) -> None:
    history.add(
        entry("The quick brown fox.", days_ago=1),
        entry("Das Café an der Straße.", days_ago=2),
        entry("Meeting notes.", days_ago=3, application="kate"),
        entry("今天天气很好。", days_ago=4),
    )
    assert found(history, typed) == texts
    assert history.count(typed) == len(texts)


def test_a_search_goes_by_the_index_and_not_through_every_text(history: History) -> None:
    history.add(entry())
    plan = history.plan("hello")
    assert "dictation_words VIRTUAL TABLE INDEX" in plan
    assert "SEARCH dictation USING INTEGER PRIMARY KEY" in plan
    assert "SCAN dictation\n" not in plan + "\n"


def test_the_newest_are_found_without_sorting_all(history: History) -> None:
    history.add(entry())
    assert history.plan("") == "SCAN dictation USING INDEX dictation_at"


def test_a_new_text_is_found_and_the_old_one_is_not(history: History) -> None:
    history.add(entry("Wreck a nice beach."))
    history.rewrite(history.page()[0].id, Transcript("Recognize speech.", "en", device="cuda float16"), "large-v3")
    (kept,) = history.page("recognize")
    assert history.page("wreck") == ()
    assert (kept.entry.model, kept.entry.transcript.device) == ("large-v3", "cuda float16")
    assert kept.entry.outcome is Outcome.DELIVERED


def test_no_wait_is_credited_to_the_model_of_a_new_text(history: History) -> None:
    history.add(entry("Wreck a nice beach.", wait_s=0.25), entry("Another.", days_ago=1, wait_s=0.5))
    history.rewrite(history.page("wreck")[0].id, Transcript("Recognize speech."), "large-v3")
    (kept,) = history.page("recognize")
    assert (kept.entry.wait_s, kept.entry.transcript.times) == (None, StageTimes())
    assert history.waits().count == 1


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.NO_SPEECH, Outcome.FAILED])
def test_what_was_discarded_and_has_a_text_now_is_recovered(history: History, outcome: Outcome) -> None:
    history.add(entry("", outcome))
    history.rewrite(history.page()[0].id, Transcript("Saved."), "base")
    assert [(kept.entry.outcome, kept.entry.transcript.text) for kept in history.page()] == [
        (Outcome.RECOVERED, "Saved.")
    ]


def test_a_recording_that_has_its_text_leaves_the_folder_of_those_without(history: History, tmp_path: Path) -> None:
    recording = sound(tmp_path / "recordings")
    history.add(entry("", Outcome.FAILED, audio=recording))
    history.rewrite(history.page()[0].id, Transcript("Saved."), "base")
    assert history.page()[0].entry.audio == history.sounds / "one.wav"
    assert not recording.exists()
    assert (history.sounds / "one.wav").is_file()


def test_what_is_removed_is_gone_with_its_sound(history: History) -> None:
    history.add(entry("secret", audio=sound(history.sounds)), entry("kept", days_ago=1))
    history.remove([history.page("secret")[0].id])
    assert found(history) == ["kept"]
    assert list(history.sounds.iterdir()) == []


def test_not_one_word_is_left_in_the_files_of_a_cleared_history(history: History) -> None:
    history.add(*(entry(f"xylophone number {number}", days_ago=number / 100) for number in range(300)))
    (history.folder / f"{FILE}.broken").write_bytes(b"xylophone")
    assert history.clear() == 300
    history.close()
    assert found(history) == []
    assert all(b"xylophone" not in file.read_bytes() for file in history.folder.rglob("*") if file.is_file())


def test_a_word_that_is_removed_is_not_left_in_the_files(history: History) -> None:
    history.add(entry("kept"), entry("xylophone"))
    history.remove([history.page("xylophone")[0].id])
    history.close()
    assert all(b"xylophone" not in file.read_bytes() for file in history.folder.rglob("*") if file.is_file())


def test_what_is_too_old_or_too_much_is_forgotten(history: History) -> None:
    history.add(*(entry(str(number), days_ago=number) for number in range(10)))
    history.prune(Retention(days=8, entries=0), NOON)
    assert len(found(history)) == 9
    history.prune(Retention(days=0, entries=3), NOON)
    assert found(history) == ["0", "1", "2"]


def test_without_limits_nothing_is_forgotten(history: History) -> None:
    history.add(entry("old", days_ago=4000))
    history.prune(Retention(days=0, entries=0), NOON)
    assert found(history) == ["old"]


def test_discarded_sound_stays_for_its_days_and_the_entry_longer(history: History) -> None:
    history.add(entry("", Outcome.CANCELLED, audio=sound(history.sounds)))
    history.prune(Retention(discarded_days=2), NOON + timedelta(days=1))
    assert (history.sounds / "one.wav").exists()
    history.prune(Retention(discarded_days=2), NOON + timedelta(days=3))
    assert not (history.sounds / "one.wav").exists()
    assert [kept.entry.audio for kept in history.page()] == [None]


def test_sound_that_was_asked_for_stays_as_long_as_its_entry(history: History) -> None:
    history.add(entry(audio=sound(history.sounds)))
    history.prune(Retention(days=10, keeps_sound=True), NOON + timedelta(days=9))
    assert (history.sounds / "one.wav").exists()
    history.prune(Retention(days=10, keeps_sound=True), NOON + timedelta(days=11))
    assert not (history.sounds / "one.wav").exists()


def test_a_recording_without_text_is_never_pruned(history: History, tmp_path: Path) -> None:
    recording = sound(tmp_path / "recordings")
    history.add(entry("", Outcome.FAILED, audio=recording))
    history.prune(Retention(days=1, discarded_days=0), NOON + timedelta(days=5))
    assert found(history) == []
    assert recording.exists()


def test_the_same_history_taken_over_twice_is_there_once(history: History) -> None:
    old = [entry("one"), entry("two", days_ago=1)]
    assert history.take_in(old) == 2
    assert history.take_in([*old, entry("three", days_ago=2)]) == 1
    assert found(history) == ["one", "two", "three"]


def test_percentiles_are_waits_that_somebody_had() -> None:
    assert percentiles([]).count == 0
    told = percentiles([number / 100 for number in range(100, 0, -1)])
    assert (told.count, told.p50_s, told.p95_s) == (100, 0.5, 0.95)
    assert percentiles([0.3]).p95_s == 0.3


def test_only_dictations_that_somebody_waited_for_count(history: History) -> None:
    history.add(entry(wait_s=0.4), entry(wait_s=None, days_ago=1))
    assert history.waits().count == 1


def test_a_change_by_another_is_noticed(history: History, tmp_path: Path) -> None:
    history.add(entry())
    before = history.change_mark()
    assert history.change_mark() == before
    other = History(tmp_path / "history")
    other.add(entry(days_ago=1))
    other.close()
    assert history.change_mark() != before


def test_a_history_of_the_future_is_left_alone(history: History) -> None:
    history.add(entry())
    history.close()
    with sqlite3.connect(history.folder / FILE) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    with pytest.raises(HistoryError, match="newer Mojo Voice") as caught:
        history.add(entry())
    assert not isinstance(caught.value, HistoryBroken)


def test_who_found_no_history_and_then_comes_second_to_make_it_uses_what_is_there(history: History) -> None:
    history.add(entry())
    history.close()
    with sqlite3.connect(history.folder / FILE) as raw:
        raw.execute("PRAGMA user_version = 0")  # as it was read before the other one was done
    raw.close()
    history.add(entry())
    assert len(found(history)) == 2


def test_several_may_begin_it_at_once(tmp_path: Path) -> None:
    together = threading.Barrier(4, timeout=10)

    def begin(number: int) -> int:
        history = History(tmp_path / str(number // 4))
        together.wait()
        try:
            return history.count()
        finally:
            history.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(begin, range(20))) == [0] * 20


def test_a_locked_history_is_said_to_be_held(history: History) -> None:
    history.add(entry())
    history.close()
    holder = sqlite3.connect(history.folder / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    impatient = History(history.folder, patience_s=0.01)
    with pytest.raises(HistoryError, match="Another program holds the history"):
        impatient.add(entry())
    holder.execute("ROLLBACK")
    holder.close()
    impatient.add(entry(days_ago=1))
    impatient.close()
    assert history.count() == 2


@pytest.mark.parametrize(
    "content", [b"this is no database, however long one looks at it" * 100, b"SQLite format 3\0" * 9]
)
def test_a_broken_history_is_told_from_other_troubles_and_can_be_set_aside(history: History, content: bytes) -> None:
    history.folder.mkdir()
    (history.folder / FILE).write_bytes(content)
    with pytest.raises(HistoryBroken):
        history.page()
    kept = set_aside(history.folder)
    assert kept.read_bytes() == content
    history.add(entry("anew"))
    assert found(history) == ["anew"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HistoryError, match="cannot be kept in"):
        History(tmp_path / "file/history").add(entry())


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(HistoryError, match="cannot be written"):
        History(tmp_path).add(entry())


def test_only_its_owner_may_look_into_it(history: History) -> None:
    history.add(entry())
    assert history.folder.stat().st_mode & 0o077 == 0
