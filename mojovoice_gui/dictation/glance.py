"""What has been said so far of a recording that goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Samples, Segment


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """For the worker, should it have time."""

    samples: Samples
    take: int
    number: int  # of the recording
    is_last: bool = False  # the key was let go, and the voice has just stopped


def goes_on_after(
    glance: Glance, ended: Callable[[], Segment | None], quiet_s: Callable[[Samples], float]
) -> IsCancelled:
    """Is its recording over, and was more said in it? Judged once, for that takes time."""
    judged: list[bool] = []

    def goes_on() -> bool:
        whole = ended()
        if whole is None or whole.number != glance.number:
            return False
        if not judged:
            rest_s = (len(whole.samples) - len(glance.samples)) / SAMPLE_RATE
            judged.append(quiet_s(whole.samples) < rest_s)
        return judged[0]

    return goes_on
