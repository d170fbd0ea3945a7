"""One try to transcribe, and what its failure means: there may be another place where the same sound succeeds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from mojovoice_gui.asr.loading import is_out_of_memory
from mojovoice_gui.errors import Sentence, TranscriptionError

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NotHere:
    """It may succeed in another place. No exception is kept: its frames would hold the models in memory."""

    why: str
    is_memory: bool  # less of it may do, on the same device


def attempted(act: Callable[[], T]) -> T | NotHere:
    """Raises ``TranscriptionError`` for what no other place would mend."""
    try:
        return act()
    except (RuntimeError, ValueError, MemoryError) as error:
        is_memory = is_out_of_memory(error)
        if is_memory or _is_of_the_card(error):
            return NotHere(Sentence("there is not enough memory") if is_memory else str(error), is_memory)
        raise TranscriptionError("The model failed while it was transcribing.", "The log says why.") from error


def _is_of_the_card(error: Exception) -> bool:
    """As after a suspend, or without a library."""
    return any(sign in str(error).lower() for sign in ("cuda", "cublas", "cudnn"))
