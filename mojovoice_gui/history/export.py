"""The history as a file for other programs: JSON, CSV or text, by its name."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from mojovoice_gui.domain import Entry
from mojovoice_gui.errors import HistoryError, Sentence
from mojovoice_gui.history.store import History, Kept

PAGE = 500

Cell = str | float | None


def export(history: History, file: Path, typed: str = "") -> int:
    """Write what ``typed`` finds; how many that were. Raises ``HistoryError``."""
    write = FORMATS.get(file.suffix.lower())
    if write is None:
        raise HistoryError(
            Sentence("{file} is no format to export to.", file=file.name),
            Sentence("Name a file that ends in {endings}.", endings=ENDINGS),
        )
    count = 0

    def counted() -> Iterator[Entry]:
        nonlocal count
        for kept in everything(history, typed):
            count += 1
            yield kept.entry

    try:
        with file.open("w", encoding="utf-8", newline="") as opened:
            write(opened, counted())
    except OSError as error:
        raise HistoryError(
            Sentence("{file} cannot be written: {why}.", file=file, why=error.strerror), "Choose another place."
        ) from error
    return count


def everything(history: History, typed: str = "") -> Iterator[Kept]:
    """The newest first, page after page."""
    offset = 0
    while page := history.page(typed, PAGE, offset):
        yield from page
        offset += len(page)


def as_cells(entry: Entry) -> dict[str, Cell]:
    """One dictation for a table; times in seconds."""
    said = entry.transcript
    return {
        "time": entry.at.isoformat(timespec="seconds"),
        "outcome": entry.outcome,
        "reason": entry.reason,
        "application": entry.application,
        "text": said.text,
        "language": said.language,
        "model": entry.model,
        "device": said.device,
        "audio_s": round(said.audio_s, 3),
        "wait_s": None if entry.wait_s is None else round(entry.wait_s, 4),
        **{name: round(seconds, 4) for name, seconds in asdict(said.times).items()},
        "audio": str(entry.audio) if entry.audio else None,
    }


def _json(file: TextIO, entries: Iterable[Entry]) -> None:
    """One object a line inside one array: both readers are content."""
    file.write("[")
    for number, entry in enumerate(entries):
        file.write((",\n" if number else "\n") + json.dumps(as_cells(entry), ensure_ascii=False))
    file.write("\n]\n")


def _csv(file: TextIO, entries: Iterable[Entry]) -> None:
    table: csv.DictWriter[str] | None = None
    for entry in entries:
        cells = as_cells(entry)
        if table is None:
            table = csv.DictWriter(file, list(cells))
            table.writeheader()
        table.writerow({name: _harmless(cell) for name, cell in cells.items()})


def _harmless(cell: Cell) -> Cell:
    """A spreadsheet would run a text that begins like a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _text(file: TextIO, entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.transcript.text:
            file.write(f"{entry.at:%Y-%m-%d %H:%M}  {entry.transcript.text}\n")


FORMATS: dict[str, Callable[[TextIO, Iterable[Entry]], None]] = {".json": _json, ".csv": _csv, ".txt": _text}
ENDINGS = ", ".join(FORMATS)
