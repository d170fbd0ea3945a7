"""What suits a machine is found out once, in idle moments, and then holds."""

from __future__ import annotations

import itertools
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.transcriber import WhisperTranscriber
from tests.machines import PretendedMachine
from tests.waiting import never

NO_CARD = "none is here"


def engine(folder: Path, tiny_en: Path, machine: PretendedMachine, **chosen: Any) -> WhisperTranscriber:
    options = EngineOptions(tiny_en, tiny_en, compute_type="int8", threads=2, draft_must_pay=False)
    return WhisperTranscriber(replace(options, **chosen), machine=machine, calibrations=folder)


def test_what_was_found_out_is_told_with_its_reasons(tmp_path: Path, tiny_en: Path) -> None:
    there = engine(tmp_path, tiny_en, PretendedMachine(trouble=NO_CARD))
    assert there.load().calibration == ()
    state = there.calibrate(never)
    assert state is not None
    assert [reason.partition(":")[0] for reason in state.calibration][-1] == "the draft is asked"
    assert 0 < state.encode_s < state.listen_s
    assert there.calibrate(never) is None


def test_the_next_start_measures_nothing(tmp_path: Path, tiny_en: Path) -> None:
    first = engine(tmp_path, tiny_en, PretendedMachine(trouble=NO_CARD))
    first.load()
    state = first.calibrate(never)
    second = engine(tmp_path, tiny_en, machine := PretendedMachine(trouble=NO_CARD))
    assert second.load() == state
    assert second.calibrate(never) is None
    assert len(machine.opened) == 2


def test_it_gives_way_at_every_pass_and_goes_on_where_it_was(tmp_path: Path, tiny_en: Path) -> None:
    """Somebody wants the models after every single pass, and still it comes to an end."""
    there = engine(tmp_path, tiny_en, PretendedMachine(trouble=NO_CARD), compute_type="auto")
    there.load()
    answers = itertools.cycle([False, True])
    assert any(there.calibrate(lambda: next(answers)) for _ in range(200))


def test_it_does_not_begin_while_somebody_waits(tmp_path: Path, tiny_en: Path) -> None:
    there = engine(tmp_path, tiny_en, PretendedMachine(trouble=NO_CARD))
    there.load()
    assert there.calibrate(lambda: True) is None


def test_a_quicker_arithmetic_is_taken(tmp_path: Path, tiny_en: Path) -> None:
    machine = PretendedMachine(trouble=NO_CARD, slow={"cpu int8": 0.5})
    there = engine(tmp_path, tiny_en, machine, compute_type="auto", draft=None)
    assert there.load().device == "cpu int8"
    state = there.calibrate(never)
    assert state is not None
    assert state.device == "cpu float32"
    assert state.calibration[0].startswith("float32: a listening to 5 s of speech takes")


def test_on_a_card_that_is_quicker_with_less_less_is_taken(tmp_path: Path, tiny_en: Path) -> None:
    card = PretendedMachine(card_types={"float16", "int8_float16"}, slow={"cuda float16": 0.5})
    there = engine(tmp_path, tiny_en, card, compute_type="auto", threads=0, draft=None)
    assert there.load().device == "cuda float16"
    state = there.calibrate(never)
    assert state is not None
    assert state.device == "cuda int8_float16"
    there.unload()
    assert there.load().device == "cuda int8_float16"


def test_what_was_compared_with_leaves_the_memory(tmp_path: Path, tiny_en: Path) -> None:
    machine = PretendedMachine(trouble=NO_CARD)
    there = engine(tmp_path, tiny_en, machine, compute_type="auto", threads=0, draft=None)
    there.load()
    there.calibrate(never)
    assert (len(machine.opened), machine.left_when_given_back[-1]) == (3, 1)
    there.unload()
    assert machine.left_when_given_back[-1] == 0


def test_opening_a_model_to_compare_with_holds_nobody_up(tmp_path: Path, tiny_en: Path) -> None:
    gate = threading.Event()
    machine = PretendedMachine(trouble=NO_CARD, gates={"cpu float32": gate})
    there = engine(tmp_path, tiny_en, machine, compute_type="auto", draft=None)
    there.load()
    answers = iter([False] * 5 + [True])
    assert there.calibrate(lambda: next(answers)) is None  # back here, and the gate is still shut
    gate.set()
    assert there.calibrate(never) is not None


def test_an_arithmetic_that_does_not_fit_beside_is_not_tried(tmp_path: Path, tiny_en: Path) -> None:
    machine = PretendedMachine(trouble=NO_CARD, free={"cpu": 100_000_000})
    there = engine(tmp_path, tiny_en, machine, compute_type="auto", draft=None)
    there.load()
    state = there.calibrate(never)
    assert set(machine.opened) == {"cpu int8"}
    assert state is not None
    assert "float32 was not compared" in state.calibration[0]


@pytest.mark.parametrize("failure", [RuntimeError("std::bad_alloc"), MemoryError("std::bad_alloc")])
def test_what_fails_when_it_is_tried_is_not_taken_and_that_is_said(
    tmp_path: Path, tiny_en: Path, failure: Exception
) -> None:
    machine = PretendedMachine(trouble=NO_CARD, encode_fails={"cpu float32": failure})
    there = engine(tmp_path, tiny_en, machine, compute_type="auto", draft=None)
    there.load()
    state = there.calibrate(never)
    assert state is not None
    assert state.device == "cpu int8"
    assert "with float32 it failed" in state.calibration[0]


def test_a_machine_that_cannot_be_measured_is_tried_once_and_taken_as_usual(
    tmp_path: Path, tiny_en: Path, caplog: pytest.LogCaptureFixture
) -> None:
    there = engine(tmp_path, tiny_en, PretendedMachine(trouble=NO_CARD, encode_fails={"cpu int8": "odd"}))
    state = there.load()
    assert (state.device, state.draft) == ("cpu int8", str(tiny_en))
    assert [there.calibrate(never), there.calibrate(never)] == [None, None]
    assert list(tmp_path.iterdir()) == []
    warnings = [message for message in caplog.messages if "cannot be measured" in message]
    assert warnings == ["This machine cannot be measured, and is taken as usual: odd"]


def test_a_draft_that_cannot_pay_by_far_is_not_asked(tmp_path: Path, tiny_en: Path, base: Path) -> None:
    """Here it is the bigger model, and slow; whoever wants it all the same gets it."""
    machine = PretendedMachine(trouble=NO_CARD)
    there = engine(tmp_path, tiny_en, machine, draft=base, draft_must_pay=True)
    assert there.load().draft == str(base)
    state = there.calibrate(never)
    assert state is not None
    assert (state.draft, state.draft_reason) == ("", "it cannot pay on this machine")
    assert engine(tmp_path, tiny_en, machine, draft=base, draft_must_pay=True).load().draft == ""
    assert engine(tmp_path, tiny_en, machine, draft=base).load().draft == str(base)


def test_without_step_calls_only_what_can_be_measured_is_measured(tmp_path: Path, tiny_en: Path) -> None:
    options = EngineOptions(tiny_en, None, compute_type="int8", threads=2)
    there = WhisperTranscriber(
        options, step_calls=False, machine=PretendedMachine(trouble=NO_CARD), calibrations=tmp_path
    )
    there.load()
    state = there.calibrate(never)
    assert state is not None
    assert len(state.calibration) == 1
    assert 0 < state.encode_s < state.listen_s
