"""Target and draft in one place: the first that can hold and run them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mojovoice_gui.asr import cuda
from mojovoice_gui.asr.loading import Model, load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.errors import ModelCorrupt, ModelError, OutOfMemory, Sentence, joined

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Both in memory; ``no_draft`` says why there is none."""

    target: Model
    draft: Model | None
    no_draft: str
    placement: Placement


def load_target(
    folder: Path, places: Iterable[Placement], machine: Machine, unfit: Mapping[str, str]
) -> tuple[Model, Placement]:
    """On the first of ``places`` that works; ``unfit`` are devices and arithmetics that failed, and why.

    Raises ``ModelError``.
    """
    failed = dict(unfit)
    last: ModelError = OutOfMemory("There is not enough memory for this model.", "Choose a smaller one.")
    for place in places:
        if place.device in failed or str(place) in failed:
            continue
        placement = replace(place, reason=joined(failed.values())) if failed else place
        try:
            return load_model(folder, placement, machine), placement
        except OutOfMemory as error:
            failed[str(place)] = joined((str(place), Sentence("there is not enough memory")), ": ")
            last = error
        except ModelCorrupt as error:  # or CUDA cannot run it: the CPU will tell
            if place.device == "cpu":
                raise
            failed[place.device] = joined(("CUDA", why_cuda_failed(str(error.__cause__))), ": ")
    raise last


def why_cuda_failed(said: str) -> str:
    """With what to do about it, where a library is missing that we could bring."""
    return joined((said, cuda.REMEDY)) if ".so" in said and "cublas" in said.lower() else said


def load_draft(folder: Path, placement: Placement, machine: Machine) -> tuple[Model | None, str]:
    """The draft, or why there is none: it may never keep anybody from dictating."""
    log.info("Loading draft model for speculative decoding: %s", folder)
    try:
        return load_model(folder, placement, machine), ""
    except ModelError as error:
        return None, Sentence("the draft cannot be loaded: {why}", why=error.sentence)


def weights(folder: Path | None) -> int:
    """Bytes on disk; 0: there is none."""
    file = folder / "model.bin" if folder else None
    return file.stat().st_size if file and file.is_file() else 0
