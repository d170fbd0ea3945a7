"""Mojo Voice beside stock faster-whisper, measured here."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from mojovoice_gui import logs
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.benchmark.clips import Clip, Selection, read_clips
from mojovoice_gui.benchmark.page import as_page
from mojovoice_gui.benchmark.quiet import quiet_clips
from mojovoice_gui.benchmark.result import Result
from mojovoice_gui.benchmark.run import Plan, run
from mojovoice_gui.benchmark.table import as_table
from mojovoice_gui.benchmark.words import error_counter
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.settings import Settings, load

INTERRUPTED = 130


def benchmark(paths: Paths, asked: argparse.Namespace) -> int:
    """Measure, print the table, write the reports; 130 when the user ended it early."""
    settings = _chosen(load(paths.config_file).settings, asked)
    logs.start(paths.logs, settings.log_level)
    plan = Plan(
        _clips(asked),
        settings,
        " ".join(["mojovoice", *sys.argv[1:]]),
        asked.stock,
        asked.beam5,
        asked.release_after,
        asked.after_word,
        asked.geometry or "",
        asked.memory,
        asked.peers,
        asked.frontier,
    )
    line = Line(len(plan.clips))
    result = run(plan, paths, line.tell)
    line.end()
    _report(result, asked.out)
    return INTERRUPTED if result.is_interrupted else 0


def _clips(asked: argparse.Namespace) -> list[Clip]:
    selection = Selection(asked.categories or (), asked.shortest, asked.longest, asked.every, asked.limit)
    clips = selection.of(read_clips(asked.samples or resources() / "demo.wav"))
    if not clips and not asked.quiet:
        raise SettingsError("No clip is left to measure.", "Ask for more of them.")
    return [*clips, *(quiet_clips() if asked.quiet else ())]


def _chosen(settings: Settings, asked: argparse.Namespace) -> Settings:
    """The settings, but for what the command line says; as many threads for ours as for stock."""
    said = {
        "target": asked.target,
        "draft": asked.draft,
        "language": asked.language,
        "device": asked.device,
        "compute_type": asked.compute_type,
        "threads": asked.threads or settings.threads or Machine().cores(),
    }
    return replace(settings, **{name: value for name, value in said.items() if value is not None})


def _report(result: Result, folder: Path | None) -> None:
    count = error_counter()
    print(as_table(result, count), end="")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, report in (("benchmark.json", result.as_json()), ("benchmark.html", as_page(result, count))):
            (folder / name).write_text(report, encoding="utf-8")
            print(f"Written: {folder / name}")


class Line:
    """Progress: one line that is written over and over where somebody looks, and many where nobody does."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._began = time.monotonic()
        self._is_watched = sys.stderr.isatty()

    def tell(self, done: int, what: str) -> None:
        if not self._is_watched:
            sys.stderr.write(f"{done}/{self._count} {what}\n")
        else:
            left = (time.monotonic() - self._began) / done * (self._count - done) if done else 0.0
            rest = f", {left / 60:.0f} min left" if left >= 60 else f", {left:.0f} s left" if left else ""
            bar = ("#" * (30 * done // max(1, self._count))).ljust(30, ".")
            sys.stderr.write(f"\r\x1b[K[{bar}] {done}/{self._count} {what}{rest}")
        sys.stderr.flush()

    def end(self) -> None:
        if self._is_watched:
            sys.stderr.write("\r\x1b[K")
