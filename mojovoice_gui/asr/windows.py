"""Long recordings, window by window: how far a window's text has come, and where the next one begins.

The next window starts at the last timestamp that the target wrote, so nothing is lost or said twice. The rules are
those of faster-whisper's sequential ``transcribe``, whose error rates are the measure here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mojovoice_gui.asr.features import FRAMES_PER_SECOND

FRAMES_PER_TIMESTAMP = 2
LOOP_RATIO = 2.4  # text that packs better than this repeats itself
COPIED_WORDS = 6  # in a row: a speaker seldom repeats as many
AGAIN_TOKENS = 8  # in a row: a speaker seldom says as many twice over
ECHO_TOKENS = 14  # in a row: nor as many once more, after others
CHARACTERS_PER_SECOND = 35  # fast speech has 25
FEWEST_CHARACTERS = 20
NO_SPEECH_PROB = 0.6
UNSURE_LOG_PROB = -1.0
PROMPT_TOKENS = 223  # of the text so far: half of what the decoder holds, less one


@dataclass(frozen=True, slots=True)
class WindowText:
    """``segments`` holds the tokens that stand; the next window begins ``frames`` later."""

    segments: tuple[tuple[int, ...], ...]
    frames: int


def split_window(tokens: Sequence[int], frames: int, first_timestamp: int) -> WindowText:
    """Cut a window's ``tokens`` at its pairs of timestamps; ``frames`` is how long the window is."""
    stamped = [token >= first_timestamp for token in tokens]
    cuts = [index + 1 for index, (left, right) in enumerate(pairwise(stamped)) if left and right]
    if not cuts:
        return WindowText((tuple(tokens),), frames)
    step = (tokens[cuts[-1] - 1] - first_timestamp) * FRAMES_PER_TIMESTAMP
    if stamped[-2:] == [False, True]:  # nothing is said after a single timestamp at the end
        cuts.append(len(tokens))
        step = frames
    segments = (tuple(tokens[start:stop]) for start, stop in pairwise([0, *cuts]))
    kept = tuple(part for part in segments if part[0] != part[-1])  # one that ends where it begins is none
    return WindowText(kept, step or frames)


def stretch(segment: Sequence[int], frames: int, first_timestamp: int) -> tuple[int, int]:
    """Where in a window of ``frames`` it begins and ends, by its timestamps."""
    begin, end = (FRAMES_PER_TIMESTAMP * (token - first_timestamp) for token in (segment[0], segment[-1]))
    return max(0, begin), end if end >= 0 else frames


def repeats_itself(text: str) -> bool:
    """A loop: the same words over and over."""
    packed = text.encode()
    return bool(packed) and len(packed) / len(zlib.compress(packed)) > LOOP_RATIO


def goes_round(tokens: Sequence[int]) -> bool:
    """A loop at its first repeat. Whatever is added, it stays one."""
    return repeat_begins(tokens) is not None


def repeat_begins(tokens: Sequence[int]) -> int | None:
    """Where the same comes again, right after itself, or a whole phrase once more."""
    places: dict[int, list[int]] = {}
    runs: dict[int, int] = {}  # by distance: how many tokens up to here are those of so many tokens before
    for place, token in enumerate(tokens):
        befores = places.setdefault(token, [])
        runs = {place - before: runs.get(place - before, 0) + 1 for before in befores}
        for distance, run in runs.items():
            if run >= min(max(distance, AGAIN_TOKENS), ECHO_TOKENS):
                return place + 1 - run
        befores.append(place)
    return None


def is_unsayable(text: str, frames: int) -> bool:
    """More than anyone can say in ``frames``, in any language. Whatever is added, it stays so."""
    return len(text) > FEWEST_CHARACTERS + frames * CHARACTERS_PER_SECOND // FRAMES_PER_SECOND


def copies(text: str, before: str) -> bool:
    """Does the window say what was said before it, word for word? Then the prompt was copied, not the sound heard."""
    said, spoken = _words(text), _words(before)
    runs = {tuple(spoken[start : start + COPIED_WORDS]) for start in range(len(spoken) - COPIED_WORDS + 1)}
    return any(tuple(said[start : start + COPIED_WORDS]) in runs for start in range(len(said) - COPIED_WORDS + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def is_silence(no_speech_prob: float, mean_log_prob: float) -> bool:
    """The target itself hears nothing, and is unsure of what it wrote."""
    return no_speech_prob > NO_SPEECH_PROB and mean_log_prob <= UNSURE_LOG_PROB
