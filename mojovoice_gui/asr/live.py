"""One recording on its way to text while it is still being spoken.

Windows of 30 s that are full stand, exactly as they would for the whole recording. What is still open is written anew
at each listening, from the text of the last one: the target mostly needs to nod. Its window for the encoder is what was
said and a margin, not 30 s: an encoder takes time by the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from mojovoice_gui.asr.features import FRAME_SAMPLES, WINDOW_FRAMES, Sound
from mojovoice_gui.asr.passage import Passage
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Samples

MARGIN_FRAMES = 300
"""Silence after what was said. With 3 s no clip of the tests made the target loop; with 2 s, 3 of 100 did."""

END_SAMPLES = 2 * SAMPLE_RATE // 5
"""A time stamp may come 0.4 s before its last word is over: that is not yet something that was left out."""

HasSpeech: TypeAlias = Callable[[Samples], bool]


class LivePassage:
    """What has been said so far, heard again and again. The samples given begin as they did the last time."""

    def __init__(self, writer: WindowWriter, language: str, hints: Sequence[int], has_speech: HasSpeech) -> None:
        self._writer = writer
        self._has_speech = has_speech
        self._settled = Passage(writer, language, hints)
        self._start = 0  # samples that the settled text accounts for
        self._guesses: dict[int, Guess] = {}  # what the last listening wrote, by the sample its window began with

    def listen(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        """All of ``samples`` as text; its costs are those of this listening. Cancelled, it is of no use."""
        settled = []
        while len(samples) - self._start >= WINDOW_FRAMES * FRAME_SAMPLES and not is_cancelled():
            settled.append(self._settle(samples, is_cancelled))
        passage = self._settled.fork()
        self._write_open(passage, samples, is_cancelled)
        for window in reversed(settled):
            passage.add_costs(window)
        return passage

    def _settle(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        """A full window: more sound would not change what is heard in it."""
        end = self._start + WINDOW_FRAMES * FRAME_SAMPLES
        passage = self._settled.fork()
        frames = passage.window(Sound(samples[self._start : end]), 0, is_cancelled, guess=self._guess(self._start))
        if not is_cancelled():
            self._settled = passage
            self._start += frames * FRAME_SAMPLES
        return passage

    def _write_open(self, passage: Passage, samples: Samples, is_cancelled: IsCancelled) -> None:
        sound = Sound(samples[self._start :])
        guesses: dict[int, Guess] = {}
        frame = 0
        while frame < sound.frames and not is_cancelled():
            begin = self._start + frame * FRAME_SAMPLES
            if frame and not self._has_speech(samples[begin + END_SAMPLES :]):  # the target has stopped at the end
                break
            before = len(passage.tokens)
            length = _even(min(WINDOW_FRAMES, sound.frames - frame + MARGIN_FRAMES))
            frame += passage.window(sound, frame, is_cancelled, length=length, guess=self._guess(begin))
            guesses[begin] = self._writer.target.vocabulary.pieces(passage.tokens[before:])
        self._guesses = guesses

    def _guess(self, begin: int) -> Guess | None:
        """What was heard in this window the last time, if it can be checked."""
        return self._guesses.get(begin) if self._writer.can_verify else None


def _even(frames: int) -> int:
    """The encoder halves them."""
    return frames + frames % 2
