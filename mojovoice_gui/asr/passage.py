"""One recording on its way to text, window after window."""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence

from mojovoice_gui.asr.features import FRAMES_PER_POSITION, WINDOW_FRAMES, Sound
from mojovoice_gui.asr.greedy import WindowTokens
from mojovoice_gui.asr.loading import StorageView
from mojovoice_gui.asr.seam import Part, sew, units
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from mojovoice_gui.asr.windows import (
    PROMPT_TOKENS,
    UNSURE_LOG_PROB,
    copies,
    is_silence,
    repeats_itself,
    split_window,
    stretch,
)
from mojovoice_gui.domain import DecodeStats, IsCancelled, StageTimes, WindowTrace

MORE_FRAMES = 300
"""Of silence, where a window was strange to the target. A loop is an accident of one length: most end with another."""


class Passage:
    """What is known of one recording so far. ``language`` may be empty: it is then heard in the first window."""

    def __init__(self, writer: WindowWriter, language: str, hints: Sequence[int], *, is_live: bool = False) -> None:
        """``hints``: tokens of a text that could have come before. ``is_live``: what goes round for ever is cut."""
        self.language = language
        self.text = ""
        self.tokens: tuple[int, ...] = ()
        self.parts: tuple[Part, ...] = ()  # of the text, since it was forked
        self.stats = DecodeStats()
        self.times = StageTimes()
        self.windows: tuple[WindowTrace, ...] = ()
        self.is_sewn = False  # the text, to what was known before
        self.dropped: Guess | None = None  # what was written in a window that was not worth keeping
        self._is_live = is_live
        self._writer = writer
        self._so_far = tuple(hints)

    def fork(self, *, is_prompted: bool = True) -> Passage:
        """The same text so far, to be gone on with on trial; its costs count from here.

        Not ``is_prompted``: the target is not told of it.
        """
        twin = copy.copy(self)
        if not is_prompted:
            twin._so_far = ()
        twin.stats, twin.times, twin.windows, twin.parts = DecodeStats(), StageTimes(), (), ()
        return twin

    @property
    def is_dropped(self) -> bool:
        return self.dropped is not None

    def add_costs(self, other: Passage) -> None:
        """What went before this one, and is part of what it cost."""
        self.stats, self.times = other.stats + self.stats, other.times + self.times
        self.windows = other.windows + self.windows

    def write(self, sound: Sound, is_cancelled: IsCancelled) -> None:
        """All of it, as long as nobody cancels. Raises ``GivenUp``, as all here."""
        start = 0
        while start < sound.frames and not is_cancelled():
            start += self.window(sound, start, is_cancelled)

    def window(
        self,
        sound: Sound,
        start: int,
        is_cancelled: IsCancelled,
        *,
        length: int = WINDOW_FRAMES,
        guess: Guess | None = None,
        is_final: bool = True,
    ) -> int:
        """Write one window, of ``length`` frames for the encoder; how many frames later the next one begins.

        The draft is asked for a guess, or for what goes beyond the one there is if that pays. A doubtful window is
        written once more with more silence, and with all of it if that is doubtful too. But what two lengths agree on
        is no accident of one; and what is unclear at two is the speech. One that is not ``is_final`` is not kept.
        """
        frames = min(WINDOW_FRAMES, sound.frames - start)
        language = self.language
        written = self._written(sound, start, is_cancelled, length, guess)
        if length < WINDOW_FRAMES and not is_final and self._is_doubtful(written, frames):
            self.dropped = self._as_guess(written, frames) or ()
            return frames
        before: WindowTokens | None = None
        for longer in (length + MORE_FRAMES, WINDOW_FRAMES):
            is_doubtful = self._is_doubtful(written, frames) and not self._is_agreed(before, written, frames)
            if length < longer <= WINDOW_FRAMES and is_doubtful and not is_cancelled():
                before, guess = written, self._as_guess(written, frames) or guess
                self.language = language  # what was heard in a doubtful window is as doubtful
                written = self._written(sound, start, is_cancelled, longer, guess)
        if is_silence(written.no_speech_prob, written.mean_log_prob):
            return frames
        tokens = written.tokens
        if self._is_live and not written.ended:  # the target would have gone round for ever
            tokens = tuple(self._writer.before_a_loop(tokens))
        return self._keep(tokens, start, frames)

    def _written(
        self, sound: Sound, start: int, is_cancelled: IsCancelled, length: int, guess: Guess | None
    ) -> WindowTokens:
        began = time.perf_counter()
        encoded = self._writer.encode(sound, start, length, is_cancelled)
        self.language = self.language or self._writer.target.hear_language(encoded)
        encoded_at = time.perf_counter()
        is_asked = (guess is None or self._writer.draft_pays) and not is_cancelled()
        drafted = self._writer.guess(sound, start, length, self.language, is_cancelled) if is_asked else None
        guessed_at = time.perf_counter()
        frames = sound.frames - start if length < WINDOW_FRAMES else None  # a full window is heard out
        written = self._decode(encoded, gone_on(guess, drafted), is_cancelled, frames)
        draft_s, verify_s = guessed_at - encoded_at, time.perf_counter() - guessed_at
        self.times += StageTimes(encode_s=encoded_at - began, draft_s=draft_s, verify_s=verify_s)
        if drafted is not None:
            share = self._share_beyond(guess, written)
            self._writer.account(draft_s, share * verify_s, round(share * len(written.tokens)))
        return written

    def _share_beyond(self, guess: Guess | None, written: WindowTokens) -> float:
        """Of what was written, that which was not known without the draft."""
        known, words = len(units(text_of(guess or ()))), len(units(self._words(written.tokens)))
        return max(0.0, 1 - known / words) if words else 0.0

    def _decode(
        self, encoded: StorageView, guess: Guess | None, is_cancelled: IsCancelled, frames: int | None
    ) -> WindowTokens:
        """With the text so far as prompt; without it, should the target loop or copy it."""

        def is_stuck(written: WindowTokens) -> bool:
            text = self._words(written.tokens)
            is_unsure = frames is not None and written.mean_log_prob < UNSURE_LOG_PROB
            return is_unsure or repeats_itself(text) or copies(text, before) or self._is_hopeless(written, frames)

        before = self._words(self._so_far[-PROMPT_TOKENS:])
        written = self._attempt(encoded, guess, is_cancelled, frames)
        if not self._so_far or not is_stuck(written) or is_cancelled():
            return written
        self._so_far = ()
        again = self._attempt(encoded, guess, is_cancelled, frames, is_again=True)
        return written if is_stuck(again) else again

    def _attempt(
        self,
        encoded: StorageView,
        guess: Guess | None,
        is_cancelled: IsCancelled,
        frames: int | None,
        *,
        is_again: bool = False,
    ) -> WindowTokens:
        vocabulary = self._writer.target.vocabulary
        before = [vocabulary.previous, *self._so_far[-PROMPT_TOKENS:]] if self._so_far else []
        prompt = [*before, vocabulary.start, *vocabulary.task(self.language)]
        written = self._writer.write(encoded, prompt, guess, is_cancelled, frames)
        self.stats += written.stats
        self.windows += (WindowTrace(FRAMES_PER_POSITION * encoded.shape[1], written.passes, is_again),)
        return written

    def _is_doubtful(self, written: WindowTokens, frames: int) -> bool:
        """Short windows are strange to Whisper: a loop or a doubt may be their fault."""
        return self._is_loop(written, frames) or written.mean_log_prob < UNSURE_LOG_PROB

    def _is_agreed(self, before: WindowTokens | None, written: WindowTokens, frames: int) -> bool:
        """Do two lengths say the same, or are both in doubt and neither goes round? Not that there is nothing."""
        if (
            before is None
            or self._is_loop(written, frames)
            or is_silence(written.no_speech_prob, written.mean_log_prob)
        ):
            return False
        return self._words(before.tokens) == self._words(written.tokens) or not self._is_loop(before, frames)

    def _is_loop(self, written: WindowTokens, frames: int) -> bool:
        return self._is_hopeless(written, frames) or repeats_itself(self._words(written.tokens))

    def _is_hopeless(self, written: WindowTokens, frames: int | None) -> bool:
        """Given up, or it should have been."""
        return frames is not None and (not written.ended or self._writer.is_hopeless(written.tokens, frames))

    def _as_guess(self, written: WindowTokens, frames: int) -> Guess | None:
        """Doubtful as it is, most of it will be written again; but no loop."""
        if not self._writer.can_verify:
            return None
        tokens = self._writer.before_a_loop(written.tokens)
        is_all = len(tokens) == len(written.tokens)
        return None if is_all and self._is_hopeless(written, frames) else self._writer.target.vocabulary.pieces(tokens)

    def _words(self, tokens: Sequence[int]) -> str:
        return self._writer.target.vocabulary.decode(tokens).strip()

    def _keep(self, tokens: tuple[int, ...], start: int, frames: int) -> int:
        vocabulary = self._writer.target.vocabulary
        cut = split_window(tokens, frames, vocabulary.first_timestamp)
        self.tokens += tokens
        for segment in cut.segments:
            text = vocabulary.decode(segment)
            if text.strip():
                self.text += text
                begin, end = stretch(segment, frames, vocabulary.first_timestamp)
                self.parts += (Part(text, start + begin, start + end),)
                self._so_far += segment
        return cut.frames


def text_of(guess: Guess) -> str:
    """Without the timestamps."""
    return "".join(piece for piece in guess if isinstance(piece, str))


def gone_on(guess: Guess | None, drafted: Guess | None) -> Guess | None:
    """The last text with what was heard after it, by the draft for example."""
    if not guess or not drafted:
        return guess or drafted
    known = units(text_of(guess))
    words = sew(known, units(text_of(drafted)))
    more = "" if words is None else "".join(words[len(known) :])
    return [*guess, more] if more else guess
