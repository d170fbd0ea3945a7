"""What is chosen from what was measured."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mojovoice_gui.asr.calibration import Calibration, best_batches, draft_can_pay, reach_within
from mojovoice_gui.asr.calibration_file import CalibrationFolder
from mojovoice_gui.asr.costs import Costs
from mojovoice_gui.asr.options import EngineOptions
from mojovoice_gui.asr.proposal import Batches
from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.errors import Sentence, joined
from tests.machines import PretendedMachine

FOUND = Calibration("int8", 4, Batches(20, 8, 40), Reach(12.5, 10.0), asks_draft=False, reasons=("it is so",))


def costs(encode_30_s: float = 0.7, step_s: float = 0.007, token_s: float = 0.0002) -> Costs:
    """An encoder that takes time by the frame, and passes that take ``step_s`` and ``token_s`` for each token."""
    frames = [(frames, encode_30_s * frames / 3000) for frames in (400, 800, 1500, 3000)]
    return Costs(tuple(frames), tuple((tokens, step_s + token_s * tokens) for tokens in (1, 8, 16, 32, 48)))


# ---- how much sound at once


def test_a_quick_encoder_hears_a_whole_window() -> None:
    assert reach_within(costs(encode_30_s=0.7), 0.3).leisure_s == 30.0


def test_a_slow_encoder_hears_what_takes_less_than_a_second() -> None:
    reach = reach_within(costs(encode_30_s=4.0), 0.3)
    assert reach.leisure_s == reach.hurry_s == pytest.approx(3.7, abs=0.3)


def test_however_slow_some_speech_fits_beside_the_margin() -> None:
    assert reach_within(costs(encode_30_s=60.0), 0.3) == Reach(3.0, 3.0)


def test_an_encoder_that_was_not_tried_to_the_end_hears_no_more_than_was_measured() -> None:
    measured = replace(costs(), encode=((400, 0.8), (800, 1.6)))
    assert 2 < reach_within(measured, 0.3).leisure_s < 6


def test_who_waits_is_kept_waiting_as_long_as_the_user_has_patience() -> None:
    slow, some = (reach_within(costs(encode_30_s=0.7), patience_s).hurry_s for patience_s in (0.2, 0.5))
    assert slow == 10.0  # less would be heard too badly
    assert some == pytest.approx(16.0, abs=0.3)


def test_a_card_hears_as_much_as_a_window_holds_beside_the_margin() -> None:
    assert reach_within(costs(encode_30_s=0.02, step_s=0.002), 0.1) == Reach(30.0, 28.0)


# ---- how many tokens in a pass


def test_where_tokens_cost_nothing_all_are_read_at_once() -> None:
    assert best_batches(costs(token_s=0.0)).largest == 47


def test_where_tokens_cost_as_much_as_a_pass_few_are_read() -> None:
    dear, cheap = best_batches(costs(token_s=0.007)), best_batches(costs())
    assert dear.first < cheap.first
    assert dear.smallest <= 2


def test_the_more_is_right_the_more_is_read() -> None:
    batches = best_batches(costs())
    assert batches.smallest < batches.first < batches.largest


# ---- the draft


def test_a_draft_is_asked_unless_it_cannot_pay_by_far() -> None:
    """Here 20 tokens take 0.144 s one by one and 0.011 s at once."""
    assert draft_can_pay(costs(), 0.1)
    assert draft_can_pay(costs(), 0.15)
    assert not draft_can_pay(costs(), 0.3)


# ---- kept on disk


@pytest.fixture
def options(tmp_path: Path) -> EngineOptions:
    for name in ("target", "draft"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.bin").write_bytes(b"weights")
    return EngineOptions(tmp_path / "target", tmp_path / "draft")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "calibrations"


def kept(folder: Path, machine: PretendedMachine | None = None) -> CalibrationFolder:
    return CalibrationFolder(folder, machine or PretendedMachine())


def test_what_was_found_out_is_known_the_next_time(options: EngineOptions, folder: Path) -> None:
    kept(folder).keep(options, "cpu", FOUND)
    assert kept(folder).find(options, "cpu") == FOUND


@pytest.mark.parametrize("change", ["weights", "draft", "threads", "type", "device", "processors"])
def test_anything_else_than_what_was_measured_is_measured_anew(
    change: str, options: EngineOptions, folder: Path
) -> None:
    kept(folder).keep(options, "cpu", FOUND)
    other = {"draft": replace(options, draft=None), "threads": replace(options, threads=1)}
    other["type"] = replace(options, compute_type="int8")
    if change == "weights":
        (options.target / "model.bin").write_bytes(b"other weights")
    machine = PretendedMachine(cpu_count=8 if change == "processors" else 2)
    assert kept(folder, machine).find(other.get(change, options), "cuda" if change == "device" else "cpu") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: "",
        lambda content: content[:-20],
        lambda content: "[]",
        lambda content: content.replace("int8", "int9", 1).replace('"threads": 4', '"threads": 0'),
        lambda content: content.replace('"first": 20', '"first": 0'),
        lambda content: content.replace("pretended cpu", "another cpu"),
    ],
)
def test_a_file_that_is_broken_or_about_something_else_counts_as_none(
    damage: object, options: EngineOptions, folder: Path
) -> None:
    kept(folder).keep(options, "cpu", FOUND)
    (file,) = folder.iterdir()
    content = file.read_text()
    assert callable(damage)
    file.write_text(damage(content))
    assert file.read_text() != content
    assert kept(folder).find(options, "cpu") is None


def test_where_nothing_can_be_written_it_is_known_for_the_session(options: EngineOptions, tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    here = kept(tmp_path / "no folder" / "calibrations")
    here.keep(options, "cpu", FOUND)
    assert here.find(options, "cpu") == FOUND


def test_a_reason_can_be_told_in_another_language_the_next_time(options: EngineOptions, folder: Path) -> None:
    took = joined((Sentence("{takes:.2f} s", takes=0.5), Sentence("1 thread")), ", ")
    reason = Sentence("{choice} takes {took}", choice="int8", took=took)
    kept(folder).keep(options, "cpu", replace(FOUND, reasons=(reason,)))
    found = kept(folder).find(options, "cpu")
    assert found is not None
    (again,) = found.reasons
    assert again == "int8 takes 0.50 s, 1 thread"
    assert isinstance(again, Sentence)
    assert again.template == reason.template
    parts = again.values["took"]
    assert isinstance(parts, Sentence)
    templates = [part.template for part in parts.values.values() if isinstance(part, Sentence)]
    assert templates == ["{takes:.2f} s", "1 thread"]


@pytest.mark.parametrize("template", ["{}", "{gap}", "{choice.gap}", "{choice:d}", "{"])
def test_a_reason_that_is_broken_on_disk_is_measured_anew(options: EngineOptions, folder: Path, template: str) -> None:
    kept(folder).keep(options, "cpu", replace(FOUND, reasons=(Sentence("so says {choice}", choice="int8"),)))
    (file,) = folder.iterdir()
    file.write_text(file.read_text().replace("so says {choice}", template))
    assert kept(folder).find(options, "cpu") is None


def test_what_is_on_disk_can_be_read_by_people(options: EngineOptions, folder: Path) -> None:
    kept(folder).keep(options, "cpu", FOUND)
    (file,) = folder.iterdir()
    assert json.loads(file.read_text())["calibration"]["reasons"] == ["it is so"]
    kept(folder).keep(options, "cpu", replace(FOUND, reasons=(Sentence("{choice} is so", choice="int8"),)))
    assert "int8 is so" in file.read_text()
