"""The history as a file for other programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mojovoice_gui.domain import Outcome
from mojovoice_gui.errors import HistoryError
from mojovoice_gui.history.export import PAGE, export
from mojovoice_gui.history.store import History
from tests.unit.history.entries import entry


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "history")
    history.add(entry('She said: "naïve, 天"\nand left.'), entry("", Outcome.CANCELLED, days_ago=1, wait_s=None))
    yield history
    history.close()


def test_json_holds_everything(history: History, tmp_path: Path) -> None:
    assert export(history, tmp_path / "it.json") == 2
    first, second = json.loads((tmp_path / "it.json").read_text(encoding="utf-8"))
    assert (first["text"], first["wait_s"], first["verify_s"]) == ('She said: "naïve, 天"\nand left.', 0.25, 0.04)
    assert (second["outcome"], second["wait_s"]) == ("cancelled", None)


def test_csv_can_be_read_by_those_who_read_csv(history: History, tmp_path: Path) -> None:
    assert export(history, tmp_path / "it.CSV") == 2
    with (tmp_path / "it.CSV").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == ['She said: "naïve, 天"\nand left.', ""]


def test_a_spreadsheet_does_not_run_what_was_dictated(history: History, tmp_path: Path) -> None:
    history.add(entry("=SUM(A1:A9)"))
    export(history, tmp_path / "it.csv", "sum")
    with (tmp_path / "it.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["'=SUM(A1:A9)"]


def test_text_leaves_out_what_has_none(history: History, tmp_path: Path) -> None:
    export(history, tmp_path / "it.txt")
    assert "naïve" in (tmp_path / "it.txt").read_text(encoding="utf-8")
    assert "cancelled" not in (tmp_path / "it.txt").read_text(encoding="utf-8")


def test_an_empty_history_is_a_valid_file(history: History, tmp_path: Path) -> None:
    history.clear()
    assert export(history, tmp_path / "it.json") == 0
    assert json.loads((tmp_path / "it.json").read_text()) == []


def test_more_than_a_page_is_written_whole(history: History, tmp_path: Path) -> None:
    history.add(*(entry(f"Number {number}.", days_ago=number + 2) for number in range(PAGE)))
    export(history, tmp_path / "it.json")
    assert len(json.loads((tmp_path / "it.json").read_text())) == PAGE + 2


@pytest.mark.parametrize("name", ["it.docx", "it", "missing/it.json"])
def test_a_file_that_cannot_be_written_is_said(history: History, tmp_path: Path, name: str) -> None:
    with pytest.raises(HistoryError):
        export(history, tmp_path / name)
