"""A process of its own, as any program or tuned as ours."""

from __future__ import annotations

import os
import platform

import pytest

from mojovoice_gui.benchmark.apart import apart
from mojovoice_gui.errors import TranscriptionError
from mojovoice_gui.tuning import ENVIRONMENT
from tests.large_block import pages_of_a_large_block


def test_what_fails_there_is_told_and_it_goes_on() -> None:
    with apart(is_tuned=True) as process:
        with pytest.raises(TranscriptionError, match="ValueError: invalid literal"):
            process.call(int, "a")
        assert process.call(int, "1") == 1


def test_a_process_that_ends_is_told() -> None:
    with apart(is_tuned=False) as process, pytest.raises(TranscriptionError, match="has ended"):
        process.call(os._exit, 1)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="it is glibc that is told")
def test_only_one_that_is_tuned_keeps_memory() -> None:
    with apart(is_tuned=False) as usual, apart(is_tuned=True) as tuned:
        assert tuned.call(pages_of_a_large_block) < usual.call(pages_of_a_large_block) / 4


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_what_libraries_are_told_is_told_to_one_that_is_tuned(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "2")
    with apart(is_tuned=False) as usual, apart(is_tuned=True) as tuned:
        assert (usual.call(os.getenv, name), tuned.call(os.getenv, name)) == (None, "2")
