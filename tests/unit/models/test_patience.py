"""Retry-After, as servers write it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest

from mojovoice_gui.models.patience import asked_wait_s, may_pass

HUB = "https://hub.example/file"


def answer(status: int, after: str = "", url: str = HUB) -> httpx2.Response:
    return httpx2.Response(status, headers={"Retry-After": after} if after else {}, request=httpx2.Request("GET", url))


@pytest.mark.parametrize(("after", "seconds"), [("", 0), ("7", 7), (" 30 ", 30), ("soon", 0), ("-5", 0), ("1.5", 0)])
def test_seconds_are_understood_and_nonsense_is_none(after: str, seconds: float) -> None:
    assert asked_wait_s(answer(503, after)) == seconds


def test_a_date_is_the_time_until_then_and_one_that_is_over_is_none() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
    assert 290 < asked_wait_s(answer(503, soon)) <= 300
    assert asked_wait_s(answer(503, "Wed, 21 Oct 2015 07:28:00 GMT")) == 0


@pytest.mark.parametrize(
    ("response", "worth"),
    [
        (answer(429), True),
        (answer(503, "60"), True),
        (answer(503, "3600"), False),
        (answer(404), False),
        (answer(403), False),
        (answer(403, url="https://store.example/file?signature=old"), True),
    ],
)
def test_what_may_pass_is_worth_another_try(response: httpx2.Response, worth: bool) -> None:
    assert may_pass(response, "hub.example") is worth
