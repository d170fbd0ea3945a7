"""What is written into the settings file while the app runs without windows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from mojovoice_gui.settings import Settings, follow


class Follower:
    """A thread that follows a file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.applied: SimpleQueue[Settings] = SimpleQueue()
        self.told: SimpleQueue[str] = SimpleQueue()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._follow)

    def start(self) -> None:
        self.file.write_text("model.threads = 1")
        self._thread.start()
        assert self.applied.get(timeout=10) == Settings(threads=1), "what was written since the file was read"

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _follow(self) -> None:
        tell = lambda wrong: self.told.put(wrong.what)  # noqa: E731 - one line says it
        follow(self.file, Settings(), self._ended, self.applied.put, tell, look_every_s=0.01)


@pytest.fixture
def follower(tmp_path: Path) -> Iterator[Follower]:
    follower = Follower(tmp_path / "config.toml")
    follower.start()
    yield follower
    follower.end()


def replaced(file: Path, text: str) -> None:
    """At once, as editors do: half of a text would be another change."""
    fresh = file.with_suffix(".new")
    fresh.write_text(text)
    fresh.replace(file)


def test_what_is_written_is_applied_time_after_time(follower: Follower) -> None:
    for threads in (2, 3):
        replaced(follower.file, f"model.threads = {threads}")
        assert follower.applied.get(timeout=10) == Settings(threads=threads)


def test_what_is_wrong_is_told_and_what_held_before_goes_on(follower: Follower) -> None:
    replaced(follower.file, "model.threads = -1\nhotkey.tap_ms = 300")
    assert follower.applied.get(timeout=10) == Settings(threads=1, tap_ms=300)
    assert "model.threads is -1" in follower.told.get(timeout=10)
    replaced(follower.file, "[model")
    assert "is not TOML" in follower.told.get(timeout=10)
    replaced(follower.file, "model.threads = 2")
    assert follower.applied.get(timeout=10) == Settings(threads=2)


def test_a_file_that_is_gone_changes_nothing(follower: Follower) -> None:
    follower.file.unlink()
    replaced(follower.file, "model.threads = 2")
    assert follower.applied.get(timeout=10) == Settings(threads=2)
    assert follower.applied.empty()
