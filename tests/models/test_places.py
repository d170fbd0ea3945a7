"""A device that cannot hold or run the models: the same sound in the next place, and a word about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from mojovoice_gui.domain import Samples
from mojovoice_gui.errors import OutOfMemory
from tests.machines import BROKEN, NO_MEMORY, PretendedMachine
from tests.models.conftest import THREADS
from tests.speech import DEMO
from tests.waiting import never

HALF, LEAST = "cuda float16", "cuda int8_float16"
CARD = {"float16", "int8_float16"}


@pytest.fixture(scope="module")
def sentence() -> Samples:
    from mojovoice_gui.audio.files import read_audio

    return read_audio(DEMO)


def engine(tiny_en: Path, machine: PretendedMachine, compute_type: str = "auto") -> WhisperTranscriber:
    return WhisperTranscriber(
        EngineOptions(tiny_en, compute_type=compute_type, threads=THREADS, language="en"), machine=machine
    )


@pytest.fixture(scope="module")
def text(tiny_en: Path, sentence: Samples) -> str:
    return engine(tiny_en, PretendedMachine(trouble="none is here")).transcribe(sentence, never).text


def test_what_does_not_load_is_loaded_smaller(tiny_en: Path) -> None:
    card = PretendedMachine(card_types=CARD, load_fails={HALF: NO_MEMORY})
    state = engine(tiny_en, card).load()
    assert (state.device, state.device_reason) == (LEAST, "cuda float16: there is not enough memory")
    assert card.opened == [HALF, LEAST]


def test_what_loads_nowhere_on_the_card_runs_on_the_processor(tiny_en: Path) -> None:
    card = PretendedMachine(card_types=CARD, load_fails={HALF: NO_MEMORY, LEAST: NO_MEMORY})
    state = engine(tiny_en, card).load()
    assert state.device == "cpu int8"
    assert state.device_reason.count("there is not enough memory") == 2


@pytest.mark.parametrize(("asked", "is_elsewhere"), [("cuda", True), ("auto", False), ("cpu", False)])
def test_only_who_asked_for_the_card_is_told_that_it_is_elsewhere(
    tiny_en: Path, asked: str, is_elsewhere: bool
) -> None:
    options = EngineOptions(tiny_en, device=asked, threads=THREADS)
    state = WhisperTranscriber(options, machine=PretendedMachine(trouble="no NVIDIA card was found")).load()
    assert (state.device, state.is_elsewhere) == ("cpu int8", is_elsewhere)


def test_a_library_that_is_missing_is_named_and_no_other_arithmetic_is_tried(tiny_en: Path) -> None:
    missing = "Library libcublas.so.12 is not found or cannot be loaded"
    card = PretendedMachine(card_types=CARD, load_fails={HALF: missing})
    state = engine(tiny_en, card).load()
    assert (state.device, card.opened) == ("cpu int8", [HALF, "cpu int8"])
    assert "libcublas.so.12" in state.device_reason
    assert "pip install mojovoice[cuda]" in state.device_reason


def test_out_of_memory_while_transcribing_costs_no_word(
    tiny_en: Path, sentence: Samples, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    card = PretendedMachine(card_types=CARD, encode_fails={HALF: NO_MEMORY, LEAST: NO_MEMORY})
    transcript = engine(tiny_en, card).transcribe(sentence, never)
    assert (transcript.text, transcript.device) == (text, "cpu int8")
    assert card.opened == [HALF, LEAST, "cpu int8"]
    assert "cuda float16: there is not enough memory while transcribing" in caplog.text


def test_what_failed_has_left_the_memory_before_the_next_comes(tiny_en: Path, sentence: Samples) -> None:
    card = PretendedMachine(card_types=CARD, encode_fails={HALF: NO_MEMORY, LEAST: NO_MEMORY})
    engine(tiny_en, card).transcribe(sentence, never)
    assert card.in_memory == [0, 0, 0]


def test_the_same_under_the_speech(tiny_en: Path, sentence: Samples, text: str) -> None:
    card = PretendedMachine(card_types=CARD, encode_fails={HALF: NO_MEMORY})
    there = engine(tiny_en, card)
    there.load()
    live = there.begin(lambda _samples: True)
    live.listen(sentence[: len(sentence) // 2], never)
    assert live.listen(sentence, never).text == text
    assert (card.opened, card.in_memory) == ([HALF, LEAST], [0, 0])


def test_a_card_that_breaks_is_left_at_once(tiny_en: Path, sentence: Samples, text: str) -> None:
    """As after a suspend: another arithmetic would not help."""
    card = PretendedMachine(card_types=CARD, encode_fails={HALF: BROKEN})
    transcript = engine(tiny_en, card).transcribe(sentence, never)
    assert (transcript.text, card.opened) == (text, [HALF, "cpu int8"])


def test_the_new_place_is_told_and_kept_after_an_unload(tiny_en: Path, sentence: Samples) -> None:
    card = PretendedMachine(card_types=CARD, encode_fails={HALF: NO_MEMORY})
    there = engine(tiny_en, card)
    assert there.load().device == HALF
    assert there.calibrate(never) is None
    there.transcribe(sentence, never)
    news = there.calibrate(never)
    assert news is not None
    assert (news.device, news.device_reason) == (LEAST, "cuda float16: there is not enough memory")
    assert there.calibrate(never) is None
    there.unload()
    assert there.load().device == LEAST


def test_where_nothing_is_left_the_user_is_told(tiny_en: Path, sentence: Samples) -> None:
    full = PretendedMachine(trouble="none is here", encode_fails={"cpu int8": "std::bad_alloc"})
    with pytest.raises(OutOfMemory, match="Choose a smaller one"):
        engine(tiny_en, full).transcribe(sentence, never)


def test_after_a_recording_that_found_no_room_the_next_one_tries_again(
    tiny_en: Path, sentence: Samples, text: str
) -> None:
    full = PretendedMachine(trouble="none is here", encode_fails={"cpu int8": "std::bad_alloc"})
    there = engine(tiny_en, full)
    there.load()
    with pytest.raises(OutOfMemory):
        there.begin(lambda _samples: True).listen(sentence, never)
    full.encode_fails = {}
    assert there.begin(lambda _samples: True).listen(sentence, never).text == text


def test_float32_that_is_too_much_for_the_processor_becomes_int8(tiny_en: Path, sentence: Samples, text: str) -> None:
    small = PretendedMachine(trouble="none is here", encode_fails={"cpu float32": "std::bad_alloc"})
    transcript = engine(tiny_en, small, "float32").transcribe(sentence, never)
    assert (transcript.text, transcript.device) == (text, "cpu int8")
