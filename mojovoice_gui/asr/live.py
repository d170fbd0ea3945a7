"""One recording on its way to text while it is still being spoken.

Windows of 30 s that are full stand, exactly as they would for the whole recording. What is still open is written anew
at each listening, from the text of the last one: the target mostly needs to nod. Its window for the encoder is what was
said and a margin, not 30 s: an encoder takes time by the frame. Where even that takes too long, only the last seconds
are heard again, and sewn to the text where both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

import numpy as np

from mojovoice_gui.asr.features import FRAME_SAMPLES, WINDOW_FRAMES, Sound
from mojovoice_gui.asr.lull import quietest
from mojovoice_gui.asr.passage import Passage, gone_on
from mojovoice_gui.asr.reach import MARGIN_FRAMES, WINDOW_S, Reach
from mojovoice_gui.asr.seam import LOST, Part, missed, said_once, sew, units
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from mojovoice_gui.domain import SAMPLE_RATE, IsCancelled, Purpose, Samples

END_SAMPLES = 2 * SAMPLE_RATE // 5
"""A time stamp may come 0.4 s before its last word is over: that is not yet something that was left out."""

ONSET_SAMPLES = SAMPLE_RATE
"""Kept of what is silent: a word may begin at its end, too little of it to be noticed."""

SILENCE_SAMPLES = 2 * SAMPLE_RATE
"""What is silent for so long needs no seam."""

AGAIN = 6
"""Words at least that are heard a second time."""

T = TypeVar("T")
HasSpeech: TypeAlias = Callable[[Samples], bool]


class Silence(NamedTuple):
    """A place where nobody speaks: so many samples and words come before it."""

    sample: int = 0
    words: int = 0


class LivePassage:
    """What has been said so far, heard again and again. The samples given begin as they did the last time."""

    def __init__(
        self,
        writer: WindowWriter,
        language: str,
        hints: Sequence[int],
        has_speech: HasSpeech,
        reach: Reach | None = None,
    ) -> None:
        self._writer = writer
        self._has_speech = has_speech
        self._reach = reach or writer.reach
        self._hints = hints
        self._settled = Passage(writer, language, hints, is_live=True)
        self._language = language  # as heard in the most sound so far
        self._start = 0  # samples that the settled text accounts for
        self._guesses: dict[int, Guess] = {}  # what the last listening wrote, by the sample its window began with
        self._words: list[str] = []  # of the last listening
        self._marks = [(0, 0)]  # so many samples, so many words
        self._silence = Silence()  # the last one that was noticed, since all was heard
        self._is_final = True  # this listening

    def listen(self, samples: Samples, is_cancelled: IsCancelled, purpose: Purpose = Purpose.REVIEW) -> Passage:
        """All of ``samples`` as text; its costs are those of this listening. Cancelled, it is of no use."""
        self._is_final = purpose is not Purpose.GUESS
        open_s = (len(samples) - self._start) / SAMPLE_RATE
        is_leisurely = purpose is Purpose.REVIEW
        is_near = open_s <= (self._reach.leisure_s if is_leisurely else self._reach.hurry_s)
        hear = self._hear_whole if is_near or (is_leisurely and self._has_time) else self._hear_tail
        passage = hear(samples, is_cancelled)
        if passage.is_dropped:
            passage.text = "".join(self._words)
        elif not is_cancelled():
            self._language = passage.language
            self._words = units(passage.text)
            self._mark(len(samples))
        passage.is_sewn &= self._has_time or open_s <= self._reach.leisure_s
        return passage

    @property
    def _has_time(self) -> bool:
        """To write whole windows, while nobody waits."""
        return self._reach.leisure_s >= WINDOW_S

    def _mark(self, sample: int) -> None:
        """All words so far were said by then; fewer of them say that some before were wrong."""
        while self._marks[-1][1] > len(self._words):
            self._marks.pop()
        if self._marks[-1][1] < len(self._words):
            self._marks.append((sample, len(self._words)))

    # ---- the open window as a whole

    def _hear_whole(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        if self._guesses:  # the last window's goes on with what only the last seconds were heard for
            last = max(self._guesses)
            self._guesses[last] = gone_on(self._guesses[last], ["".join(self._words)]) or ()
        settling = []
        while len(samples) - self._start >= WINDOW_FRAMES * FRAME_SAMPLES and not is_cancelled():
            settling.append(self._settle(samples, is_cancelled))
        passage, written = self._surely(
            lambda passage: self._write(passage, samples, self._start, is_cancelled, self._guesses),
            is_cancelled,
            to_the_end=True,
        )
        if not is_cancelled():
            self._guesses, self._silence = written, Silence()
        for settled in reversed(settling):
            passage.add_costs(settled)
        return passage

    def _settle(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        """A full window: more sound would not change what is heard in it."""
        window = samples[self._start : self._start + WINDOW_FRAMES * FRAME_SAMPLES]
        if not self._has_speech(window):
            self._start += len(window) - ONSET_SAMPLES
            return self._settled.fork()
        sound = Sound(window)
        guess = self._checkable(self._guesses.get(self._start))
        passage, frames = self._surely(
            lambda passage: passage.window(sound, 0, is_cancelled, guess=guess), is_cancelled, to_the_end=False
        )
        self._say_once(passage, window)
        if not is_cancelled():
            self._settled = passage
            self._start += frames * FRAME_SAMPLES
        return passage

    def _surely(
        self, hear: Callable[[Passage], T], is_cancelled: IsCancelled, *, to_the_end: bool
    ) -> tuple[Passage, T]:
        """The settled text gone on with. The text so far, as a prompt, may make the target jump over speech.

        Where it does not write what was heard before, it is asked once more without.
        """
        passage = self._settled.fork()
        found = hear(passage)
        misses = missed(units(passage.text), self._words, to_the_end=to_the_end)
        if misses < LOST or passage.is_dropped or is_cancelled():
            return passage, found
        alone = self._settled.fork(is_prompted=False)
        found_alone = hear(alone)
        if not alone.is_dropped and missed(units(alone.text), self._words, to_the_end=to_the_end) < misses:
            passage, found, alone = alone, found_alone, passage
        passage.add_costs(alone)
        return passage, found

    # ---- its last seconds

    def _hear_tail(self, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        """The text so far, gone on with; all of it is heard where the two do not meet."""
        self._notice_silence(samples)
        spent: list[Passage] = []
        tail_s = self._reach.tail_s
        for seconds in (tail_s,) if self._has_time else (tail_s, 2 * tail_s):
            begin = max(self._silence.sample, self._tail(samples, seconds))
            if begin <= self._start or is_cancelled():
                break
            spent.append(self._hear_from(begin, samples, is_cancelled))
            if spent[-1].is_dropped:
                return _charged(spent)
            words = self._gone_on(begin, units(spent[-1].text))
            if words is not None:
                return _charged(spent, "".join(words))
        if self._has_time or not spent or begin <= self._start:
            return _charged([*spent, self._hear_whole(samples, is_cancelled)])
        return _charged(spent, "".join(self._words_before(begin)) + spent[-1].text)

    def _notice_silence(self, samples: Samples) -> None:
        """Has nobody spoken since the last listening, but just now? No word lies across such a place.

        Those before it were heard with more around them than a tail has.
        """
        said_by, words = self._marks[-1]
        for ago in (ONSET_SAMPLES, round(self._reach.tail_s * SAMPLE_RATE)):
            latest = len(samples) - ago
            if latest - said_by >= SILENCE_SAMPLES and not self._has_speech(samples[said_by:latest]):
                self._silence = Silence(latest - ONSET_SAMPLES, words)
                return

    def _gone_on(self, begin: int, again: list[str]) -> list[str] | None:
        """The words so far and those heard from ``begin`` on; None where these do not meet, or some are gone."""
        if begin == self._silence.sample:
            return [*self._words_before(begin), *again]
        words = sew(self._words, again, early=True)
        if words is None or missed(words, self._words, to_the_end=False) >= LOST:
            return None
        return None if len(self._words) - len(words) >= LOST else words

    def _tail(self, samples: Samples, seconds: float) -> int:
        """Where to begin, to hear at least so much of it, and some words again."""
        said_by, words = self._timeline()
        first = float(np.interp(words[-1] - AGAIN, words, said_by))
        latest_s = max(seconds, (len(samples) - first) / SAMPLE_RATE)
        return quietest(samples, latest_s + self._reach.choice_s, latest_s)

    def _hear_from(self, begin: int, samples: Samples, is_cancelled: IsCancelled) -> Passage:
        passage = Passage(self._writer, self._language, self._hints, is_live=True)
        guess: Guess = [0, "".join(self._words[len(self._words_before(begin)) :])]
        self._write(passage, samples, begin, is_cancelled, {begin: guess})
        return passage

    def _words_before(self, sample: int) -> list[str]:
        """About so many had been said until then; in a silence that is known."""
        if sample == self._silence.sample:
            return self._words[: self._silence.words]
        said_by, words = self._timeline()
        return self._words[: round(float(np.interp(sample, said_by, words)))]

    def _timeline(self) -> tuple[list[int], list[int]]:
        """Samples, and how many words had been said by then."""
        return [sample for sample, _ in self._marks], [words for _, words in self._marks]

    # ---- both

    def _write(
        self,
        passage: Passage,
        samples: Samples,
        begin: int,
        is_cancelled: IsCancelled,
        guesses: Mapping[int, Guess],
    ) -> dict[int, Guess]:
        """From ``begin`` on; what was written, by the sample that each window began with."""
        sound = Sound(samples[begin:], ends_in_silence=True)
        written: dict[int, Guess] = {}
        frame = 0
        while frame < sound.frames and not passage.is_dropped and not is_cancelled():
            here = begin + frame * FRAME_SAMPLES
            is_after_a_stamp = frame > 0 or 0 < here == self._start
            if is_after_a_stamp and not self._has_speech(samples[here + END_SAMPLES :]):
                break  # the target has stopped at the end
            before = len(passage.tokens)
            length = _even(min(WINDOW_FRAMES, sound.frames - frame + MARGIN_FRAMES))
            guess = self._checkable(guesses.get(here) or self._known_after(passage.text))
            frame += passage.window(sound, frame, is_cancelled, length=length, guess=guess, is_final=self._is_final)
            if passage.dropped is not None:
                written[here] = passage.dropped or guesses.get(here, ())
            else:
                written[here] = self._writer.target.vocabulary.pieces(passage.tokens[before:])
        self._say_once(passage, samples[begin:])
        return written

    def _known_after(self, text: str) -> Guess | None:
        """What was said when all was last heard, of what comes after ``text``: another window may have ended it."""
        _, *more = gone_on([text], ["".join(self._words)]) or [text]
        return [0, *more] if more else None

    def _say_once(self, passage: Passage, samples: Samples) -> None:
        """Of what it has heard in ``samples``."""

        def is_spoken(part: Part) -> bool:
            return self._has_speech(samples[FRAME_SAMPLES * part.begin : FRAME_SAMPLES * part.end])

        said = "".join(part.text for part in passage.parts)
        passage.text = passage.text.removesuffix(said) + said_once(passage.parts, is_spoken)

    def _checkable(self, guess: Guess | None) -> Guess | None:
        return guess if self._writer.can_verify else None


def _charged(passages: Sequence[Passage], text: str | None = None) -> Passage:
    """The last of them, with what was tried before it among its costs."""
    last = passages[-1]
    for other in reversed(passages[:-1]):
        last.add_costs(other)
    if text is not None:
        last.text, last.is_sewn = text, True
    return last


def _even(frames: int) -> int:
    """The encoder halves them."""
    return frames + frames % 2
