"""One recording on its way to text, window after window."""

from __future__ import annotations

import time
from collections.abc import Sequence

from mojovoice_gui.asr.features import WINDOW_FRAMES, Sound
from mojovoice_gui.asr.greedy import WindowTokens
from mojovoice_gui.asr.loading import StorageView
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from mojovoice_gui.asr.windows import PROMPT_TOKENS, copies, is_silence, repeats_itself, split_window
from mojovoice_gui.domain import DecodeStats, IsCancelled, Samples, StageTimes


class Passage:
    """What is known of one recording so far. ``language`` may be empty: it is then heard in the first window."""

    def __init__(self, writer: WindowWriter, samples: Samples, language: str, hints: Sequence[int]) -> None:
        """``hints``: tokens of a text that could have come before."""
        self.language = language
        self.text = ""
        self.tokens: tuple[int, ...] = ()
        self.stats = DecodeStats()
        self.times = StageTimes()
        self._writer = writer
        self._sound = Sound(samples)
        self._so_far = list(hints)

    def write(self, is_cancelled: IsCancelled) -> None:
        """All of it, as long as nobody cancels."""
        start = 0
        while start < self._sound.frames and not is_cancelled():
            start += self._window(start, is_cancelled)

    def _window(self, start: int, is_cancelled: IsCancelled) -> int:
        """Write one window; how many frames later the next one begins."""
        began = time.perf_counter()
        frames = min(WINDOW_FRAMES, self._sound.frames - start)
        target = self._writer.target
        encoded = target.encode(self._sound.window(target.mel_bins, start))
        self.language = self.language or target.hear_language(encoded)
        encoded_at = time.perf_counter()
        guess = self._writer.guess(self._sound, start, self.language)
        guessed_at = time.perf_counter()
        written = self._decode(encoded, guess, is_cancelled)
        verified_at = time.perf_counter()
        self.times += StageTimes(
            encode_s=encoded_at - began, draft_s=guessed_at - encoded_at, verify_s=verified_at - guessed_at
        )
        if is_silence(written.no_speech_prob, written.mean_log_prob):
            return frames
        return self._keep(written.tokens, frames)

    def _decode(self, encoded: StorageView, guess: Guess | None, is_cancelled: IsCancelled) -> WindowTokens:
        """With the text so far as prompt; without it, should the target loop or copy it."""
        written = self._attempt(encoded, guess, is_cancelled)
        before = self._words(self._so_far[-PROMPT_TOKENS:])
        if not self._so_far or not _is_stuck(self._words(written.tokens), before) or is_cancelled():
            return written
        self._so_far.clear()
        again = self._attempt(encoded, guess, is_cancelled)
        return written if _is_stuck(self._words(again.tokens), before) else again

    def _attempt(self, encoded: StorageView, guess: Guess | None, is_cancelled: IsCancelled) -> WindowTokens:
        vocabulary = self._writer.target.vocabulary
        before = [vocabulary.previous, *self._so_far[-PROMPT_TOKENS:]] if self._so_far else []
        prompt = [*before, vocabulary.start, *vocabulary.task(self.language)]
        written = self._writer.write(encoded, prompt, guess, is_cancelled)
        self.stats += written.stats
        return written

    def _words(self, tokens: Sequence[int]) -> str:
        return self._writer.target.vocabulary.decode(tokens).strip()

    def _keep(self, tokens: tuple[int, ...], frames: int) -> int:
        vocabulary = self._writer.target.vocabulary
        part = split_window(tokens, frames, vocabulary.first_timestamp)
        self.tokens += tokens
        for segment in part.segments:
            text = vocabulary.decode(segment)
            if text.strip():
                self.text += text
                self._so_far += segment
        return part.frames


def _is_stuck(text: str, before: str) -> bool:
    return repeats_itself(text) or copies(text, before)
