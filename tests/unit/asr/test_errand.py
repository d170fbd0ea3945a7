"""Calls that are not waited for once their result is of no use."""

from __future__ import annotations

import threading

import pytest

from mojovoice_gui.asr.errand import Errands, GivenUp
from tests.waiting import never


def always() -> bool:
    return True


def test_what_is_wanted_to_the_end_gives_its_result_or_its_error() -> None:
    errands = Errands()
    assert errands.run(lambda: 7, never) == 7
    with pytest.raises(ZeroDivisionError):
        errands.run(lambda: 1 / 0, never)


def test_what_is_of_no_use_any_more_is_not_waited_for_and_ends_before_the_next_one_begins() -> None:
    errands, may_end, done = Errands(), threading.Event(), list[str]()

    def long() -> None:
        may_end.wait(10)
        done.append("first")

    with pytest.raises(GivenUp):
        errands.run(long, always)
    assert done == []
    may_end.set()
    errands.run(lambda: done.append("second"), never)
    assert done == ["first", "second"]


def test_what_had_not_begun_when_it_was_given_up_never_begins() -> None:
    errands, may_end, done = Errands(), threading.Event(), list[str]()
    for errand in (lambda: may_end.wait(10), lambda: done.append("second")):
        with pytest.raises(GivenUp):
            errands.run(errand, always)
    may_end.set()
    errands.rest(never)
    assert done == []


def test_rest_is_when_nothing_goes_on() -> None:
    errands, may_end = Errands(), threading.Event()
    with pytest.raises(GivenUp):
        errands.run(lambda: may_end.wait(10), always)
    rested = threading.Thread(target=errands.rest, args=(never,))
    rested.start()
    rested.join(0.05)
    assert rested.is_alive()
    may_end.set()
    rested.join(10)
    assert not rested.is_alive()
