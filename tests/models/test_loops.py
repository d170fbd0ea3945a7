"""Loops with real weights: windows so short that Whisper repeats itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from mojovoice_gui.asr.features import Sound
from mojovoice_gui.asr.greedy import WindowTokens
from mojovoice_gui.asr.loading import load_model
from mojovoice_gui.asr.machine import Machine
from mojovoice_gui.asr.placement import Placement
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from tests.models.conftest import THREADS
from tests.speech import Clip
from tests.waiting import never

TOO_SHORT = 50  # frames after what was said: with 300 nothing loops
LOOPING = ("ls-other-1998-15444-0008", "ls-clean-2412-153948-0001", "ls-clean-61-70968-0000", "lj-LJ001-0002")


@pytest.fixture(scope="module")
def writer(base: Path) -> WindowWriter:
    return WindowWriter(load_model(base, Placement("cpu", "float32", THREADS), Machine()), None, can_verify=True)


def written(writer: WindowWriter, clip: Clip, guess: Guess | None, *, is_short: bool) -> WindowTokens:
    sound = Sound(clip.samples())
    vocabulary = writer.target.vocabulary
    encoded = writer.target.encode(sound.window(writer.target.mel_bins, 0, (sound.frames + TOO_SHORT) // 2 * 2))
    prompt = [vocabulary.start, *vocabulary.task("en")]
    return writer.write(encoded, prompt, guess, never, sound.frames if is_short else None)


def test_a_loop_is_given_up_at_its_first_repeats_and_was_none_to_keep(
    writer: WindowWriter, speech: dict[str, Clip]
) -> None:
    """Which of them loop depends on the processor's rounding; some do."""
    pairs = {
        name: [written(writer, speech[name], [], is_short=is_short) for is_short in (True, False)] for name in LOOPING
    }
    loops = {name: pair for name, pair in pairs.items() if not pair[0].ended}
    assert loops
    for name, (given_up, whole) in loops.items():
        frames = Sound(speech[name].samples()).frames
        assert len(given_up.passes) < len(whole.passes)
        assert whole.tokens[: len(given_up.tokens)] == given_up.tokens
        assert writer.is_hopeless(given_up.tokens, frames)
        assert writer.is_hopeless(whole.tokens, frames)


def test_plain_decoding_ends_soon_too(writer: WindowWriter, speech: dict[str, Clip]) -> None:
    """CTranslate2's own loop cannot be asked; but it can be told how much may be said."""
    given_up = written(writer, speech["lj-LJ001-0002"], None, is_short=True)
    assert not given_up.ended
    assert len(given_up.tokens) < len(written(writer, speech["lj-LJ001-0002"], None, is_short=False).tokens)


def test_what_is_said_is_not_given_up(writer: WindowWriter, speech: dict[str, Clip]) -> None:
    short = [clip for clip in speech.values() if clip.seconds < 6 and clip.category == "clean"]
    assert [clip.name for clip in short if writer.is_hopeless(_full(writer, clip), int(100 * clip.seconds))] == []


def _full(writer: WindowWriter, clip: Clip) -> tuple[int, ...]:
    vocabulary = writer.target.vocabulary
    encoded = writer.target.encode(Sound(clip.samples()).window(writer.target.mel_bins, 0))
    prompt = [vocabulary.start, *vocabulary.task("en")]
    return writer.write(encoded, prompt, None, never).tokens
