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
from mojovoice_gui.benchmark.takes import takes
from mojovoice_gui.benchmark.terminal import as_text
from mojovoice_gui.benchmark.words import error_counter
from mojovoice_gui.commands.overrides import overridden
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.paths import Paths, resources
from mojovoice_gui.settings import load

INTERRUPTED = 130


def benchmark(paths: Paths, asked: argparse.Namespace) -> int:
    """Measure, print the table, write the reports; 130 when the user ended it early."""
    settings = overridden(load(paths.config_file).settings, asked)
    settings = replace(settings, threads=settings.threads or Machine().cores())  # as many for ours as for stock
    logs.start(paths.logs, settings.log_level)
    plan = Plan(
        clips=_clips(asked),
        settings=settings,
        command=" ".join(["mojovoice", *sys.argv[1:]]),
        stock=asked.stock,
        beams=asked.beam5,
        after_word_s=asked.after_word,
        geometry=asked.geometry or "",
        memory=asked.memory,
        peers=asked.peers,
        rehearse=asked.rehearse,
        frontier=asked.frontier,
    )
    line = ProgressLine(len(plan.clips))
    result = run(plan, paths, line.tell)
    line.end()
    _report(result, asked.out)
    return INTERRUPTED if result.is_interrupted else 0


def _clips(asked: argparse.Namespace) -> list[Clip]:
    selection = Selection(asked.categories or (), asked.shortest, asked.longest, asked.every, asked.limit)
    clips = list(takes(selection.of(read_clips(asked.samples or resources() / "demo.wav")), asked.takes))
    if not clips and not asked.quiet:
        raise SettingsError("No clip is left to measure.", "Ask for more of them.")
    return [*clips, *(quiet_clips() if asked.quiet else ())]


def _report(result: Result, folder: Path | None) -> None:
    count = error_counter()
    print(as_text(result, count), end="")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, report in (("benchmark.json", result.as_json()), ("benchmark.html", as_page(result, count))):
            (folder / name).write_text(report, encoding="utf-8")
            print(f"Written: {folder / name}")


class ProgressLine:
    """One line that is written over and over where somebody looks, and many where nobody does."""

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
