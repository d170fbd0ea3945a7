"""``mojovoice history`` as a shell sees it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.audio.files import read_audio
from mojovoice_gui.audio.spool import FileSpool
from mojovoice_gui.domain import Outcome
from mojovoice_gui.history.store import History
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import load
from tests.commands.test_command_line import run
from tests.speech import DEMO
from tests.unit.history.entries import entry


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History(Paths.under(tmp_path).history)
    now = datetime.now(UTC)
    history.add(
        replace(entry("Buy milk."), at=now),
        replace(entry("Call the plumber."), at=now - timedelta(hours=1)),
        replace(entry("", Outcome.CANCELLED), at=now - timedelta(hours=2)),
    )
    history.close()
    return history


def test_the_newest_stands_last_and_what_has_no_text_says_why(history: History, tmp_path: Path) -> None:
    lines = run(tmp_path, "history").stdout.splitlines()
    assert [line[18:] for line in lines] == ["[cancelled] why", "Call the plumber.", "Buy milk."]


def test_it_is_searched_by_words_and_told_as_json(history: History, tmp_path: Path) -> None:
    done = run(tmp_path, "history", "list", "--json", "plumb")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Call the plumber."]


def test_an_empty_history_is_said(tmp_path: Path) -> None:
    assert run(tmp_path, "history").stdout == "Nothing is remembered.\n"


def test_it_is_exported_by_the_name_of_the_file(history: History, tmp_path: Path) -> None:
    assert run(tmp_path, "history", "export", str(tmp_path / "it.csv"), "milk").returncode == 0
    assert "Buy milk." in (tmp_path / "it.csv").read_text()
    assert "plumber" not in (tmp_path / "it.csv").read_text()


def test_it_is_cleared_only_if_that_is_meant(history: History, tmp_path: Path) -> None:
    done = run(tmp_path, "history", "clear")
    assert (done.returncode, "--yes" in done.stderr) == (8, True)
    assert run(tmp_path, "history", "clear", "--yes").stdout == "3 dictations are forgotten.\n"
    assert history.count() == 0
    history.close()


def test_the_old_history_and_settings_are_taken_over_once(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    young, aged = (datetime.now(UTC) - timedelta(days=days) for days in (3, 4000))
    lines = [
        {"id": "1", "timestamp": int(at.timestamp() * 1000), "text": at.year, "duration_ms": 900, "model": "tiny"}
        for at in (young, aged)
    ]
    (old / "history.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\nnonsense\n")
    (old / "config.toml").write_text('[model]\nlanguage = "de"\n[output]\nappend_space = false\n')
    done = run(tmp_path, "history", "import", str(old), "--config", str(old / "config.toml"))
    assert done.stdout.startswith("1 dictations taken over; 0 were here already, 1 are older than")
    again = run(tmp_path, "history", "import", str(old))
    assert again.stdout.startswith("0 dictations taken over; 1 were here already")
    settings = load(Paths.under(tmp_path).config_file).settings
    assert (settings.language, settings.append_space) == ("de", False)


def test_a_recovered_text_is_remembered(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    spool = FileSpool(paths.recordings)
    recording = spool.begin(0)
    recording.write(np.concatenate([read_audio(DEMO), np.zeros(8000, np.float32)]))
    recording.finish()
    spool.release(recording.path)
    assert "report" in run(tmp_path, "recovered", "--text").stdout
    history = History(paths.history)
    (kept,) = history.page("report")
    history.close()
    assert kept.entry.outcome is Outcome.RECOVERED
    assert list(paths.recordings.iterdir()) == []
