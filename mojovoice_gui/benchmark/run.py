"""One benchmark from its options to its result."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from mojovoice_gui.app import lay_line
from mojovoice_gui.asr.options import AUTO
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.benchmark import machine
from mojovoice_gui.benchmark.apart import apart
from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.costs import StockCosts, measure_costs, measure_stock_costs
from mojovoice_gui.benchmark.dictation import loaded
from mojovoice_gui.benchmark.figures import spoken, stages, waited
from mojovoice_gui.benchmark.geometry import write_model
from mojovoice_gui.benchmark.measuring import Sound, System, dictation_system, measure, peer_system, warm_up
from mojovoice_gui.benchmark.memory import peak_memory_mb
from mojovoice_gui.benchmark.peers import Terms, find_peers
from mojovoice_gui.benchmark.projection import ours_s, stock_s, suitable_reach
from mojovoice_gui.benchmark.rehearsal import rehearsals
from mojovoice_gui.benchmark.result import (
    OURS,
    OURS_LATER,
    STOCK,
    STOCK_BEAM,
    STOCK_TUNED,
    Conditions,
    Geometry,
    Projection,
    Record,
    Result,
)
from mojovoice_gui.benchmark.stock import StockWhisper
from mojovoice_gui.domain import SAMPLE_RATE, EngineState
from mojovoice_gui.errors import MojoVoiceError
from mojovoice_gui.paths import Paths
from mojovoice_gui.settings import Settings

log = logging.getLogger(__name__)

ENOUGH_S = 60.0
"""Of a clip, to see how much memory ours takes."""

NOT_ASKED = {"other engines": "not asked for (--peers)"}

Progress = Callable[[int, str], None]
"""Told how many clips are done, and what comes now."""

Rest = Callable[[Result], Result]
"""Adds what is measured apart from the clips."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured. The settings have names or folders of models, and a number of threads that is not 0."""

    clips: Sequence[Clip]
    settings: Settings
    command: str
    stock: bool = True
    beams: bool = False
    after_word_s: float | None = 0.4  # after the end of its last word; None: this is not measured
    geometry: str = ""  # a name in ``SHAPES``
    memory: bool = True
    peers: bool = False
    rehearse: bool = False  # ours without the waiting, instead of in real time
    frontier: bool = False  # the same, in several ways

    @property
    def is_rehearsed(self) -> bool:
        return self.rehearse or self.frontier


def run(plan: Plan, paths: Paths, tell: Progress) -> Result:
    """Every clip through every system. Ctrl-C ends it with what is done. Raises ``ModelError``, ``AudioError``."""
    began = datetime.now().astimezone().isoformat(timespec="seconds")
    with _ours(plan, paths) as (ours, models), ExitStack() as stack:
        terms = _terms(plan, paths, models)
        peers, not_run = find_peers(terms) if plan.peers else ([], NOT_ASKED)
        systems = [*_stock(plan, terms, stack), *map(peer_system, peers), *ours]
        conditions = Conditions(
            began, plan.command, machine.machine(), machine.versions(), _engine(plan, models), not_run
        )
        result = collect(Result(conditions), _records(plan.clips, systems, tell))
    at_the_end = partial(tell, len(plan.clips))
    rests: dict[str, Rest] = {}
    if plan.memory and not plan.is_rehearsed:
        rests["peak memory"] = lambda result: _with_memory(result, plan, paths, at_the_end)
    if plan.geometry and not plan.is_rehearsed:
        rests[plan.geometry] = lambda result: _with_geometry(result, plan, paths, terms, at_the_end)
    return with_rests(result, rests)


def with_rests(result: Result, rests: Mapping[str, Rest]) -> Result:
    """``result`` with what is measured apart, when the models of the run are gone.

    What fails is missing, and the reports say why: what was measured before stays.
    """
    for name, rest in rests.items():
        if result.is_interrupted:
            break
        try:
            result = rest(result)
        except KeyboardInterrupt:
            result = replace(result, is_interrupted=True)
        except MojoVoiceError as error:
            result = _without(result, name, str(error))
        except Exception as error:  # a mistake of ours
            log.exception("The benchmark could not measure %s", name)
            result = _without(result, name, f"{type(error).__name__}; the log has more.")
    return result


def _without(result: Result, name: str, reason: str) -> Result:
    conditions = replace(result.conditions, not_run={**result.conditions.not_run, name: reason})
    return replace(result, conditions=conditions)


def _with_memory(result: Result, plan: Plan, paths: Paths, tell: Callable[[str], None]) -> Result:
    tell("peak memory")
    samples = max(plan.clips, key=lambda clip: min(clip.seconds, ENOUGH_S)).samples()
    peak = peak_memory_mb(paths, plan.settings, samples[: int(ENOUGH_S * SAMPLE_RATE)])
    return replace(result, peak_memory_mb=peak)


def _with_geometry(result: Result, plan: Plan, paths: Paths, terms: Terms, tell: Callable[[str], None]) -> Result:
    tell(f"writing a model of the shape of {plan.geometry}")
    folder = write_model(plan.geometry, paths.cache / "geometry" / plan.geometry, terms.target)
    costs = measure_costs(folder, terms.placement, tell)
    stock, tuned = (_stock_costs(folder, terms, is_tuned=is_tuned) for is_tuned in (False, True))
    reach = suitable_reach(costs, plan.settings.patience_ms / 1e3)
    line = lay_line(paths, plan.settings)
    line.transcriber.load()
    clips = {(clip.name, clip.take): clip for clip in plan.clips}
    other_s = stages(result, OURS).get("key and session", 0.0)
    dictations = []
    for record in spoken(result):
        if waited(record, STOCK):
            tell(f"as if with {plan.geometry}: {record.seconds:.0f} s of sound")
            ours = other_s + ours_s(
                costs, reach, line, Sound(clips[record.clip, record.take].samples(), record.last_word_s)
            )
            stats = record.measured[STOCK].stats
            theirs, tuned_s = (stock_s(its, record.seconds, stats) for its in (stock, tuned))
            dictations.append(Projection(record.clip, record.seconds, theirs, tuned_s, ours))
    geometry = Geometry(plan.geometry, str(terms.placement), costs, stock, tuned, tuple(dictations), reach)
    return replace(result, geometry=geometry)


def _stock_costs(folder: Path, terms: Terms, *, is_tuned: bool) -> StockCosts:
    with apart(is_tuned=is_tuned) as process:
        return process.call(measure_stock_costs, folder, terms.placement)


def collect(result: Result, records: Iterator[Record]) -> Result:
    """``result`` with what is done when it ends, or when the user ends it."""
    try:
        for record in records:
            result = replace(result, records=(*result.records, record))
    except KeyboardInterrupt:
        return replace(result, is_interrupted=True)
    return result


def _records(clips: Sequence[Clip], systems: Sequence[System], tell: Progress) -> Iterator[Record]:
    tell(0, "warming up")
    warm_up(systems, clips[0])
    yield from measure(_told(clips, tell), systems)


def _told(clips: Sequence[Clip], tell: Progress) -> Iterator[Clip]:
    for number, clip in enumerate(clips):
        tell(number, f"{clip.seconds:.0f} s of sound")
        yield clip


def _terms(plan: Plan, paths: Paths, models: EngineState) -> Terms:
    """The others run where ours really does."""
    device, _, compute_type = models.device.partition(" ")
    return Terms(
        Path(models.target),
        plan.settings.target,
        Placement(device, compute_type, plan.settings.threads),
        "" if plan.settings.language == AUTO else plan.settings.language,
        paths.cache,
    )


def _stock(plan: Plan, terms: Terms, stack: ExitStack) -> Iterator[System]:
    """As it comes, and in a process that is tuned as ours is: what of the gain is due to that shall be seen."""
    if not plan.stock:
        return
    stock = StockWhisper(stack.enter_context(apart(is_tuned=False)), terms)
    yield System(STOCK, lambda sound: stock.measure(sound.samples, beams=1))
    if plan.beams:
        yield System(STOCK_BEAM, lambda sound: stock.measure(sound.samples, beams=5))
    if terms.placement.device == "cpu" and not plan.frontier:
        tuned = StockWhisper(stack.enter_context(apart(is_tuned=True)), terms)
        yield System(STOCK_TUNED, lambda sound: tuned.measure(sound.samples, beams=1))


@contextmanager
def _ours(plan: Plan, paths: Paths) -> Iterator[tuple[list[System], EngineState]]:
    if plan.is_rehearsed:
        line = lay_line(paths, plan.settings)
        models = line.transcriber.load()
        yield rehearsals(line, in_all_ways=plan.frontier), line.transcriber.calibrate(lambda: False) or models
        return
    with loaded(plan.settings, paths) as (dictation, models):
        systems = [dictation_system(OURS, dictation, lambda sound: sound.seconds)]
        if (after_word_s := plan.after_word_s) is not None:
            later = dictation_system(OURS_LATER, dictation, lambda sound: sound.last_word_s + after_word_s)
            systems.append(later)
        yield systems, models


def _engine(plan: Plan, models: EngineState) -> dict[str, str]:
    after_word_s = None if plan.is_rehearsed else plan.after_word_s
    later = "" if after_word_s is None else f"; or {1e3 * after_word_s:.0f} ms after the last word"
    return {
        "target": plan.settings.target,
        "draft": plan.settings.draft if models.draft else f"none ({models.draft_reason})",
        "device": models.device,
        "threads": str(plan.settings.threads),
        "language": plan.settings.language,
        "key released": f"at the end of the clip{later}",
    }
