"""What has been said so far of a recording that goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mojovoice_gui.dictation.under_speech import is_said
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Samples, Segment


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """For the worker, should it have time."""

    samples: Samples
    take: int
    number: int  # of the recording
    is_last: bool = False  # the key was let go, and the voice has just stopped


def goes_on_after(
    glance: Glance, ended: Callable[[], Segment | Glance | None], quiet_s: Callable[[Samples], float]
) -> IsCancelled:
    """Is its recording over, and was more said in it? Judged once for each end, for that takes time."""
    judged: list[Segment | Glance] = []
    more = False

    def goes_on() -> bool:
        nonlocal more
        whole = ended()
        if whole is not None and whole is not glance and whole.number == glance.number and whole not in judged:
            judged.append(whole)
            rest_s = (len(whole.samples) - len(glance.samples)) / SAMPLE_RATE
            more = more or is_said(rest_s, quiet_s(whole.samples))
        return more

    return goes_on
