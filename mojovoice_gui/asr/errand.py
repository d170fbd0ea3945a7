"""Calls into a model that take long and cannot be broken off. Nobody has to wait for one that came to be of no use."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from mojovoice_gui.domain import IsCancelled

LOOK_S = 0.005
"""How often it is asked whether the result is still wanted."""

T = TypeVar("T")


class GivenUp(Exception):
    """What was asked for is not wanted any more. It goes on to its end, and its result is dropped."""


class Errands:
    """One after the other: what was given up ends before the next one begins. Used by one thread."""

    def __init__(self) -> None:
        self._runner = ThreadPoolExecutor(1, "errand")

    def run(self, call: Callable[[], T], is_cancelled: IsCancelled) -> T:
        """Raises ``GivenUp`` once ``is_cancelled``, and whatever ``call`` raises."""
        errand = self._runner.submit(call)
        while not wait([errand], LOOK_S).done:
            if is_cancelled():
                errand.cancel()  # should it not have begun
                raise GivenUp
        try:
            return errand.result()
        finally:
            del errand  # its error knows this frame, and would keep itself and the models

    def rest(self) -> None:
        """Come back when nothing goes on."""
        self._runner.submit(lambda: None).result()
