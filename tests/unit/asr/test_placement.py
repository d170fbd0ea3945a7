"""Where models may run, in which order, and why there."""

from __future__ import annotations

import pytest

from mojovoice_gui.asr.placement import MAX_THREADS, WORKING_BYTES, Wish, places
from tests.machines import GB, PretendedMachine

TURBO_AND_TINY = 1_617_900_000 + 75_500_000
"""Bytes on disk, in float16."""


def tried(wish: Wish, machine: PretendedMachine, weights: int = TURBO_AND_TINY) -> list[str]:
    return [str(place) for place in places(wish, machine, weights)]


def test_what_does_not_fit_is_tried_in_less_memory_and_then_on_the_processor() -> None:
    card = PretendedMachine(card_types={"float16", "int8_float16"})
    assert tried(Wish(), card) == ["cuda float16", "cuda int8_float16", "cpu int8"]


def test_a_card_with_too_little_free_memory_begins_with_less() -> None:
    assert tried(Wish(), PretendedMachine(free={"cuda": 2 * GB}))[0] == "cuda int8_float16"


def test_a_card_with_no_free_memory_is_left_alone_and_that_is_said() -> None:
    (place,) = places(Wish(), PretendedMachine(free={"cuda": GB}), TURBO_AND_TINY)
    assert (str(place), place.reason) == (
        "cpu int8",
        "the graphics card has 1.0 GB free, and the models need 1.4 GB",
    )


def test_an_arithmetic_that_was_chosen_is_tried_first_whatever_the_memory() -> None:
    card = PretendedMachine(free={"cuda": GB})
    assert tried(Wish(compute_type="float16"), card)[:2] == ["cuda float16", "cuda int8_float16"]


def test_turbo_and_tiny_weigh_less_than_what_is_allowed() -> None:
    """1.78 GB for the weights of both; what encoding takes comes on top."""
    assert TURBO_AND_TINY < 1.78 * GB
    assert tried(Wish(), PretendedMachine(free={"cuda": TURBO_AND_TINY + WORKING_BYTES}))[0] == "cuda float16"


def test_without_a_card_the_reason_is_told() -> None:
    (place,) = places(Wish(), PretendedMachine(trouble="no CUDA device was found"), 0)
    assert (str(place), place.reason) == ("cpu int8", "no CUDA device was found")


def test_an_arithmetic_that_a_device_lacks_is_replaced(caplog: pytest.LogCaptureFixture) -> None:
    assert tried(Wish("cpu", "float16"), PretendedMachine()) == ["cpu int8"]
    assert "cpu cannot compute in float16" in caplog.text


def test_float32_is_followed_by_int8() -> None:
    assert tried(Wish("cpu", "float32"), PretendedMachine()) == ["cpu float32", "cpu int8"]


def test_threads_are_those_of_the_cores_until_more_is_known() -> None:
    (place,) = places(Wish("cpu"), PretendedMachine(core_count=4, cpu_count=8), 0)
    (many,) = places(Wish("cpu"), PretendedMachine(core_count=64, cpu_count=128), 0)
    (chosen,) = places(Wish("cpu", threads=3), PretendedMachine(), 0)
    assert (place.threads, many.threads, chosen.threads) == (4, MAX_THREADS, 3)


def test_what_was_measured_fills_what_the_user_left_open_and_nothing_else() -> None:
    def settled(device: str) -> Wish:
        return Wish(device, "float32", 7)

    (first, second) = places(Wish("cpu"), PretendedMachine(), 0, settled)
    assert (str(first), first.threads, str(second)) == ("cpu float32", 7, "cpu int8")
    (chosen,) = places(Wish("cpu", "int8", 2), PretendedMachine(), 0, settled)
    assert (str(chosen), chosen.threads) == ("cpu int8", 2)
