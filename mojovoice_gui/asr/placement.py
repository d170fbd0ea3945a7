"""On what device, in what arithmetic and with how many threads a model runs; and what to try next."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from mojovoice_gui.asr.options import AUTO
from mojovoice_gui.errors import Sentence

log = logging.getLogger(__name__)

PREFERRED_TYPES = {
    "cuda": ("float16", "int8_float16", "int8_float32", "float32"),
    "cpu": ("int8", "float32"),
}
WEIGHT_BYTES = {"float32": 4, "float16": 2, "bfloat16": 2, "int16": 2}  # all others: 1
FILE_WEIGHT_BYTES = 2
"""Converted models are kept in float16."""

WORKING_BYTES = 600_000_000
"""Beside the weights, on a graphics card: its context, and what encoding a window takes. An estimate, not measured."""

MAX_THREADS = 8
"""Until it is measured: more of them often wait for each other."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where models run, and why there."""

    device: str
    compute_type: str
    threads: int
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.device} {self.compute_type}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for: "auto" and 0 leave it to us."""

    device: str = AUTO
    compute_type: str = AUTO
    threads: int = 0


class Devices(Protocol):
    """What there is to run on."""

    def cuda_trouble(self) -> str: ...

    def compute_types(self, device: str) -> set[str]: ...

    def free_bytes(self, device: str) -> int | None: ...

    def cores(self) -> int: ...


Settled = Callable[[str], Wish | None]
"""What was found out before about a device, in place of what the user leaves open; None: nothing."""


def places(wish: Wish, devices: Devices, weights: int, settled: Settled = lambda _device: None) -> Iterator[Placement]:
    """One after another, until one can hold and run models of ``weights`` bytes on disk."""
    reason: str = Sentence("chosen in the settings")
    if wish.device != "cpu":
        reason = devices.cuda_trouble()
        if not reason:
            yield from _on_cuda(wish, devices, weights, settled)
            reason = _too_small(wish, devices, weights) or Sentence("CUDA cannot run these models")
    for kind in _types(_known(wish, "cpu", settled), "cpu", devices):
        yield Placement("cpu", kind, _threads(_known(wish, "cpu", settled), devices), reason)


def _on_cuda(wish: Wish, devices: Devices, weights: int, settled: Settled) -> Iterator[Placement]:
    known = _known(wish, "cuda", settled)
    free = devices.free_bytes("cuda")
    for kind in _types(known, "cuda", devices):
        if wish.compute_type != AUTO or free is None or needed(kind, weights) <= free:
            yield Placement("cuda", kind, _threads(known, devices), Sentence("a probe encode on it succeeded"))


def _too_small(wish: Wish, devices: Devices, weights: int) -> str:
    """Said when every arithmetic needs more than the card has free."""
    free = devices.free_bytes("cuda")
    least = min((needed(kind, weights) for kind in _types(wish, "cuda", devices)), default=0)
    if free is None or least <= free:
        return ""
    return Sentence(
        "the graphics card has {free:.1f} GB free, and the models need {least:.1f} GB",
        free=free / 1e9,
        least=least / 1e9,
    )


def needed(compute_type: str, weights: int) -> int:
    """Bytes on a card for models of ``weights`` bytes on disk."""
    return bytes_of(compute_type, weights) + WORKING_BYTES


def bytes_of(compute_type: str, weights: int) -> int:
    """The weights alone."""
    return weights * _weight(compute_type) // FILE_WEIGHT_BYTES


def _weight(compute_type: str) -> int:
    return WEIGHT_BYTES.get(compute_type, 1)


def _known(wish: Wish, device: str, settled: Settled) -> Wish:
    """``wish`` with what was found out put where the user left it open."""
    found = settled(device)
    if found is None:
        return wish
    kind = found.compute_type if wish.compute_type == AUTO else wish.compute_type
    return replace(wish, compute_type=kind, threads=wish.threads or found.threads)


def _threads(wish: Wish, devices: Devices) -> int:
    return wish.threads or min(MAX_THREADS, devices.cores())


def _types(wish: Wish, device: str, devices: Devices) -> list[str]:
    """The one that is wanted where the device has it, else the best; then all that need less memory."""
    has = devices.compute_types(device)
    wanted = wish.compute_type
    if wanted not in has:
        if wanted != AUTO:
            log.warning("%s cannot compute in %s: the best it can is taken", device, wanted)
        wanted = next((kind for kind in PREFERRED_TYPES[device] if kind in has), "default")
    smaller = [kind for kind in PREFERRED_TYPES[device] if kind in has and _weight(kind) < _weight(wanted)]
    return [wanted, *smaller]
