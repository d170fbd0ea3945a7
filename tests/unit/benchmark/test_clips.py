"""Which clips are dictated."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from mojovoice_gui.audio.vad import has_speech
from mojovoice_gui.benchmark.clips import NO_SPEECH, Clip, Selection, read_clips
from mojovoice_gui.benchmark.quiet import quiet_clips
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import AudioUnreadable
from tests.speech import DEMO


def silence() -> Samples:
    return np.zeros(SAMPLE_RATE, np.float32)


def test_a_manifest_names_the_clips(tmp_path: Path) -> None:
    row = {"id": "a", "file": "a.wav", "seconds": 1.5, "text": "hello", "lang": "en", "ref_source": "dataset"}
    known = {**row, "id": "b", "ref_source": "known"}
    foreign = {**row, "id": "c", "lang": "de"}
    lines = "\n".join(json.dumps(line) for line in (row, known, foreign))
    (tmp_path / "manifest.jsonl").write_text(lines, encoding="utf-8")
    found = read_clips(tmp_path)
    assert [clip.name for clip in found] == ["a", "b", "c"]
    assert [clip.is_reference for clip in found] == [True, False, False]


def test_a_manifest_that_is_broken_says_where(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(AudioUnreadable, match=r"Line 1 of .*manifest\.jsonl"):
        read_clips(tmp_path)


def test_without_a_manifest_every_sound_file_is_a_clip(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "one.wav"), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(bytes(2 * SAMPLE_RATE))
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam", encoding="utf-8")
    (clip,) = read_clips(tmp_path)
    assert (clip.name, clip.is_reference) == ("one", False)
    assert clip.seconds == pytest.approx(1.0)
    assert [clip.name for clip in read_clips(DEMO)] == ["demo"]


def test_a_folder_without_sound_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AudioUnreadable, match="no sound file"):
        read_clips(tmp_path)


def test_a_selection_takes_categories_then_lengths_then_each_so_manieth() -> None:
    clips = [Clip(str(number), number, silence, category="odd" if number % 2 else "even") for number in range(12)]
    assert [clip.name for clip in Selection(("odd",), 3.0, 9.0, 2, 2).of(clips)] == ["3", "7"]
    assert len(Selection().of(clips)) == 12


def test_nobody_speaks_in_the_quiet_clips() -> None:
    clips = quiet_clips()
    assert len({clip.name for clip in clips}) == len(clips) == 7
    assert {clip.category for clip in clips} == {NO_SPEECH}
    assert [clip.name for clip in clips if has_speech(clip.samples())] == []


def test_the_quiet_clips_are_the_same_every_time() -> None:
    for one, again in zip(quiet_clips(), quiet_clips(), strict=True):
        assert np.array_equal(one.samples(), again.samples())
        assert len(one.samples()) == one.seconds * SAMPLE_RATE
        assert 0 < np.abs(one.samples()).max() <= 1
