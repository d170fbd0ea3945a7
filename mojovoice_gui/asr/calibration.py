"""What suits a pair of models on this machine, found by measuring.

What is measured belongs to the moment: a rule that would turn something off wants a clear difference.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace

from mojovoice_gui.asr.costs import (
    TYPICAL_FRAMES,
    TYPICAL_S,
    TYPICAL_TOKENS,
    Costs,
    Measuring,
    listening_s,
    measured,
    writing_s,
)
from mojovoice_gui.asr.features import FRAMES_PER_SECOND
from mojovoice_gui.asr.loading import Model, load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.options import AUTO, EngineOptions
from mojovoice_gui.asr.pair import Pair, weights
from mojovoice_gui.asr.placement import PREFERRED_TYPES, Placement, bytes_of
from mojovoice_gui.asr.proposal import Batches
from mojovoice_gui.asr.reach import LEAST_HURRY_S, MARGIN_S, WINDOW_S, Reach
from mojovoice_gui.errors import ModelError, Sentence, joined

log = logging.getLogger(__name__)

CLEARLY = 0.85
"""Another arithmetic or number of threads is taken if its time is below this share of that of the first choice."""

HOPELESS = 1.5
"""A draft that takes so many times what it could save at the very best is not asked at all."""

LEISURE_S = 0.8
"""What one listening may take while nobody waits: who speaks on may have to wait for its end."""

NEARLY_ALL_S = 23.0
"""Of speech, from which on a whole window may be heard at leisure: more would not be had for the rest."""

SHORTEST_S = 3.0
"""Of speech, that are heard however long that takes."""

MODEST = 0.2
"""Of the free memory: what another model to compare with may take, with its file while it is opened."""

LOOK_S = 0.05
"""How often somebody may have come while a model is opened."""

ROUNDS = 3
RUNS = (4, 14, 50)
"""Tokens that are right in a row where a draft is poor, as usual, and where the target's own last text is read."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was chosen, and why, in sentences."""

    compute_type: str
    threads: int
    batches: Batches = field(default_factory=Batches)
    reach: Reach = field(default_factory=Reach)
    asks_draft: bool = True
    reasons: tuple[str, ...] = ()
    encode_s: float = 0.0  # what the target's encoder takes for 5 s of speech; 0: not measured
    listen_s: float = 0.0  # what it takes until they are text


@dataclass(frozen=True, slots=True)
class Bench:
    """What is needed to try another placement."""

    options: EngineOptions
    machine: Machine
    can_verify: bool


@dataclass(frozen=True, slots=True, eq=False)
class Fastest:
    """The target as it runs best here; it may be another one than that of the pair."""

    target: Model
    placement: Placement
    reasons: tuple[str, ...]


def calibrate(pair: Pair, bench: Bench) -> Measuring[tuple[Calibration, Fastest]]:
    """Raises what CTranslate2 raises."""
    fastest = yield from _fastest(pair, bench)
    costs = yield from measured(fastest.target, can_verify=bench.can_verify)
    reach = reach_within(costs, bench.options.patience_s)
    calibration = Calibration(
        fastest.placement.compute_type,
        fastest.placement.threads,
        reach=reach,
        reasons=(*fastest.reasons, _why_reach(reach, costs)),
        encode_s=costs.encode_s(TYPICAL_FRAMES),
        listen_s=(yield from _until_text_s(fastest.target, costs)),
    )
    if costs.read:
        calibration = _with_batches(calibration, costs)
    if costs.read and pair.draft is not None:
        draft_s = yield from writing_s(pair.draft)
        calibration = _with_draft(calibration, costs, draft_s, must_pay=bench.options.draft_must_pay)
    return calibration, fastest


def _until_text_s(target: Model, costs: Costs) -> Measuring[float]:
    """What somebody waits for 5 s of speech; the encoder alone, where no more can be measured."""
    if costs.read:
        return costs.listening_s(TYPICAL_S)
    return costs.encode_s(TYPICAL_FRAMES) if target.vocabulary.cannot_write else (yield from writing_s(target))


def _fastest(pair: Pair, bench: Bench) -> Measuring[Fastest]:
    """Arithmetic first, then threads."""
    best, placement = pair.target, pair.placement
    reasons: list[str] = []
    for rivals, name in ((_other_types, _type), (_other_threads, _threads)):
        compared: list[str] = []
        for rival in list(rivals(placement, bench)):
            if not _is_modest(rival, bench):
                reasons.append(_not_compared(name(placement), name(rival)))
                continue
            try:
                other, ours_s, theirs_s = yield from _tried(rival, best, bench)
            except (ModelError, RuntimeError, ValueError, MemoryError) as error:
                compared.append(Sentence("with {rival} it failed: {error}", rival=name(rival), error=str(error)))
                continue
            compared.append(_took(ours_s, name(placement), theirs_s, name(rival)))
            if theirs_s < CLEARLY * ours_s:
                best, placement = other, rival
            del other  # before the next one comes
        if compared:
            took = joined(compared)
            reasons.append(
                Sentence("{choice}: a listening to 5 s of speech takes {took}", choice=name(placement), took=took)
            )
    return Fastest(best, placement, tuple(reasons))


def _not_compared(choice: str, rival: str) -> str:
    return Sentence(
        "{choice}: {rival} was not compared, it would take much of the free memory", choice=choice, rival=rival
    )


def _took(ours_s: float, ours: str, theirs_s: float, theirs: str) -> str:
    return Sentence(
        "{ours_s:.2f} s with {ours}, {theirs_s:.2f} s with {theirs}",
        ours_s=ours_s,
        ours=ours,
        theirs_s=theirs_s,
        theirs=theirs,
    )


def _tried(rival: Placement, best: Model, bench: Bench) -> Measuring[tuple[Model, float, float]]:
    """It, and what ``best`` and it take; one that fails is not kept in memory. Raises what CTranslate2 raises."""
    other = yield from _opened(rival, bench)
    return (other, *(yield from _duel(best, other, can_verify=bench.can_verify)))


def _opened(rival: Placement, bench: Bench) -> Measuring[Model]:
    """In a thread of its own, for that takes seconds, and a dictation may come meanwhile. Raises ``ModelError``."""
    opening = ThreadPoolExecutor(1, "rival")
    opened = opening.submit(load_model, bench.options.target, rival, bench.machine)
    opening.shutdown(wait=False)
    while not opened.done():
        wait([opened], LOOK_S)
        yield
    return opened.result()


def _type(placement: Placement) -> str:
    return placement.compute_type


def _threads(placement: Placement) -> str:
    if placement.threads == 1:
        return Sentence("1 thread")
    return Sentence("{threads} threads", threads=placement.threads)


def _duel(one: Model, other: Model, *, can_verify: bool) -> Measuring[tuple[float, float]]:
    """By turns, so that what else runs slows both."""
    rounds = []
    for _ in range(ROUNDS):
        ours_s = yield from listening_s(one, can_verify=can_verify)
        theirs_s = yield from listening_s(other, can_verify=can_verify)
        rounds.append((ours_s, theirs_s))
    return min(ours_s for ours_s, _ in rounds), min(theirs_s for _, theirs_s in rounds)


def _other_types(placement: Placement, bench: Bench) -> Iterator[Placement]:
    if bench.options.compute_type != AUTO:
        return
    has = bench.machine.compute_types(placement.device)
    for kind in PREFERRED_TYPES[placement.device][:2]:
        if kind != placement.compute_type and kind in has:
            yield replace(placement, compute_type=kind)


def _is_modest(rival: Placement, bench: Bench) -> bool:
    """Nobody wants a quicker dictation that takes a large part of the memory."""
    free = bench.machine.free_bytes(rival.device)
    file = weights(bench.options.target)
    opened = file if rival.device == "cpu" else 0  # beside the weights, while they are read
    return free is None or bytes_of(rival.compute_type, file) + opened < MODEST * free


def _other_threads(placement: Placement, bench: Bench) -> Iterator[Placement]:
    if bench.options.threads or placement.device != "cpu":
        return
    cores = bench.machine.cores()
    for threads in sorted({max(1, cores // 2), cores, len(bench.machine.cpus())} - {placement.threads}):
        yield replace(placement, threads=threads)


def reach_within(costs: Costs, patience_s: float) -> Reach:
    """``patience_s``: what a listening may take that somebody waits for."""
    leisure_s = _speech_within(costs, max(LEISURE_S, patience_s))
    if leisure_s > NEARLY_ALL_S:
        leisure_s = WINDOW_S
    return Reach(leisure_s, min(leisure_s, max(LEAST_HURRY_S, _speech_within(costs, patience_s))))


def _speech_within(costs: Costs, limit_s: float) -> float:
    """Seconds of it that are heard in that time; no more than were measured."""
    longest_s = costs.encode[-1][0] / FRAMES_PER_SECOND - MARGIN_S
    steps = (seconds / 10 for seconds in range(round(10 * SHORTEST_S), round(10 * longest_s) + 1))
    return max((seconds for seconds in steps if costs.listening_s(seconds) <= limit_s), default=SHORTEST_S)


def _why_reach(reach: Reach, costs: Costs) -> str:
    took = (Sentence("{takes:.2f} s for {sound:.0f} s", takes=s, sound=n / FRAMES_PER_SECOND) for n, s in costs.encode)
    return Sentence(
        "{leisure:.0f} s of speech at once, {hurry:.0f} s while somebody waits: encoding takes {took}",
        leisure=reach.leisure_s,
        hurry=reach.hurry_s,
        took=joined(took, ", "),
    )


def _with_batches(calibration: Calibration, costs: Costs) -> Calibration:
    batches = best_batches(costs)
    took = (Sentence("{takes:.0f} ms for {tokens}", takes=1e3 * s, tokens=tokens) for tokens, s in costs.read)
    reason = Sentence(
        "{first} tokens in a pass ({smallest} to {largest}): reading takes {took}",
        first=batches.first,
        smallest=batches.smallest,
        largest=batches.largest,
        took=joined(took, ", "),
    )
    return replace(calibration, batches=batches, reasons=(*calibration.reasons, reason))


def best_batches(costs: Costs) -> Batches:
    smallest, first, largest = (_best_batch(costs, run) for run in RUNS)
    return Batches(first, smallest, largest)


def _best_batch(costs: Costs, run: int) -> int:
    """Guesses in a pass that cost least for each token written, where on average ``run`` of them are right in a row."""
    right = run / (run + 1)

    def seconds_per_token(guesses: int) -> float:
        written = (1 - right ** (guesses + 1)) / (1 - right)  # those that are right, and the correction
        return costs.read_s(guesses + 1) / written

    return min(range(1, costs.read[-1][0]), key=seconds_per_token)


def _with_draft(calibration: Calibration, costs: Costs, draft_s: float, *, must_pay: bool) -> Calibration:
    asks = not must_pay or draft_can_pay(costs, draft_s)
    why = Sentence(
        "a guess at 5 s of speech takes it {takes:.2f} s and saves {saves:.2f} s at the very best",
        takes=draft_s,
        saves=_draft_saves_s(costs),
    )
    asked = Sentence("the draft is asked: {why}", why=why)
    reason = asked if asks else Sentence("the draft is not asked: {why}", why=why)
    return replace(calibration, asks_draft=asks, reasons=(*calibration.reasons, reason))


def draft_can_pay(costs: Costs, draft_s: float) -> bool:
    """``draft_s``: a guess at 5 s of speech. What is near the border is left to the account of real guesses."""
    return draft_s < HOPELESS * _draft_saves_s(costs)


def _draft_saves_s(costs: Costs) -> float:
    """Where every word of it is right: all tokens in one pass, not one by one."""
    return TYPICAL_TOKENS * costs.read_s(1) - costs.read_s(TYPICAL_TOKENS)
