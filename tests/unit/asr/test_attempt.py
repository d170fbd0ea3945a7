"""What a failure while transcribing means."""

from __future__ import annotations

import pytest

from mojovoice_gui.asr.attempt import NotHere, attempted
from mojovoice_gui.errors import TranscriptionError
from tests.machines import BROKEN, NO_MEMORY

TOO_LITTLE = NotHere("there is not enough memory", is_memory=True)


def raising(error: Exception) -> None:
    raise error


def test_what_succeeds_is_handed_on() -> None:
    assert attempted(lambda: 1) == 1


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (MemoryError(), TOO_LITTLE),
        (RuntimeError("std::bad_alloc"), TOO_LITTLE),
        (RuntimeError(NO_MEMORY), TOO_LITTLE),
        (RuntimeError("cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED"), TOO_LITTLE),
        (RuntimeError(BROKEN), NotHere(BROKEN, is_memory=False)),
        (ValueError("no such CUDA device"), NotHere("no such CUDA device", is_memory=False)),
        (RuntimeError("Library libcublas.so.12"), NotHere("Library libcublas.so.12", is_memory=False)),
        (RuntimeError("cuDNN failed"), NotHere("cuDNN failed", is_memory=False)),
    ],
)
def test_what_another_place_may_mend_is_told_with_its_reason(error: Exception, meaning: NotHere) -> None:
    assert attempted(lambda: raising(error)) == meaning


@pytest.mark.parametrize("error", [RuntimeError("odd"), ValueError("odd")])
def test_what_no_place_would_mend_is_a_failure(error: Exception) -> None:
    with pytest.raises(TranscriptionError) as failure:
        attempted(lambda: raising(error))
    assert failure.value.__cause__ is error


def test_a_mistake_of_ours_stays_one() -> None:
    with pytest.raises(KeyError):
        attempted(lambda: raising(KeyError("cuda")))
