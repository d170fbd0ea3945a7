"""One benchmark from its options to its result."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mojovoice_gui.asr.loading import Placement
from mojovoice_gui.benchmark import machine
from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.dictation import MeasuredDictation
from mojovoice_gui.benchmark.measuring import System, dictation_system, measure, peer_system, warm_up
from mojovoice_gui.benchmark.peer import StockWhisper, load_stock
from mojovoice_gui.benchmark.result import OURS, OURS_LATER, STOCK, STOCK_BEAM, Conditions, Record, Result
from mojovoice_gui.domain import EngineState
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings

log = logging.getLogger(__name__)

Progress = Callable[[int, Clip], None]
"""Told the number of the clip that begins, from 0, and the clip."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured. The settings have names or folders of models, and a number of threads that is not 0."""

    clips: Sequence[Clip]
    settings: Settings
    command: str
    stock: bool = True
    beams: bool = False
    release_after_s: float = 0.0  # after the end of a clip
    after_word_s: float | None = 0.4  # after the end of its last word; None: this is not measured
    not_run: dict[str, str] = field(default_factory=dict)


def run(plan: Plan, paths: Paths, tell: Progress) -> Result:
    """Every clip through every system. Ctrl-C ends it with what is done. Raises ``ModelError``, ``AudioError``."""
    began = datetime.now().astimezone().isoformat(timespec="seconds")
    with loaded(plan.settings, paths) as (dictation, models):
        systems = _systems(plan, dictation, models)
        conditions = Conditions(
            began, plan.command, machine.machine(), machine.versions(), _engine(plan, models), plan.not_run
        )
        records, is_interrupted = collect(measure(_told(plan.clips, tell), systems), systems, plan.clips)
    return Result(conditions, tuple(records), is_interrupted)


@contextmanager
def loaded(settings: Settings, paths: Paths) -> Iterator[tuple[MeasuredDictation, EngineState]]:
    """The app, ready; its recordings are kept nowhere."""
    with tempfile.TemporaryDirectory(prefix="mojovoice-benchmark-") as recordings:
        dictation = MeasuredDictation(paths, settings, Path(recordings))
        try:
            yield dictation, dictation.start()
        finally:
            dictation.close()


def collect(
    records: Iterator[Record], systems: Sequence[System] = (), clips: Sequence[Clip] = ()
) -> tuple[list[Record], bool]:
    """What is done when it ends or the user ends it; and whether that was the user."""
    done: list[Record] = []
    try:
        if clips:
            warm_up(systems, clips[0])
        for record in records:
            done.append(record)  # noqa: PERF402  # an interrupted list() would be lost
    except KeyboardInterrupt:
        return done, True
    return done, False


def _told(clips: Sequence[Clip], tell: Progress) -> Iterator[Clip]:
    for number, clip in enumerate(clips):
        tell(number, clip)
        yield clip


def _systems(plan: Plan, dictation: MeasuredDictation, models: EngineState) -> list[System]:
    """In the order of their turns."""
    systems = []
    if plan.stock:
        device, _, compute_type = models.device.partition(" ")
        language = "" if plan.settings.language == "auto" else plan.settings.language
        stock = load_stock(models.target, Placement(device, compute_type, plan.settings.threads))
        systems.append(peer_system(StockWhisper(STOCK, stock, language, beams=1)))
        if plan.beams:
            systems.append(peer_system(StockWhisper(STOCK_BEAM, stock, language, beams=5)))
    systems.append(dictation_system(OURS, dictation, lambda sound: sound.seconds + plan.release_after_s))
    after_word_s = plan.after_word_s
    if after_word_s is not None:
        systems.append(dictation_system(OURS_LATER, dictation, lambda sound: sound.last_word_s + after_word_s))
    return systems


def _engine(plan: Plan, models: EngineState) -> dict[str, str]:
    after = "" if plan.after_word_s is None else f"; or {1e3 * plan.after_word_s:.0f} ms after the last word"
    return {
        "target": plan.settings.target,
        "draft": plan.settings.draft if models.draft else f"none ({models.draft_reason})",
        "device": models.device,
        "threads": str(plan.settings.threads),
        "language": plan.settings.language,
        "key released": f"{1e3 * plan.release_after_s:.0f} ms after the end of the clip{after}",
    }
