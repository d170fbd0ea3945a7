"""Where guesses come from: the draft's text, in the target's tokens, followed with a cursor.

The draft need not share the target's vocabulary: its text does the talking. Where the target disagrees, the cursor
finds the place where the draft's text goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.draft_words import (
    UNFINISHED,
    Word,
    as_sentence_goes_on,
    as_sentence_starts,
    goes_on,
    sound_of,
    split,
)
from mojovoice_gui.asr.vocabulary import Vocabulary

LOOK_AROUND = 10  # words
LOOK_ALONE = 2  # words, when only one word speaks for a place
LONG_BEGINNING = 3  # letters that speak for a word that is not complete
LONGEST_LOOP = 16  # tokens that a model repeats for ever
ECHO_TOKENS = 5  # in a row, said before: more may follow
SENTENCE_ENDS = frozenset(".?!")
STEPS_PER_SECOND = 50  # of timestamps


@dataclass(frozen=True, slots=True)
class Batches:
    """Tokens in a pass: longer ones cost more each, of shorter ones there are more."""

    first: int = 32
    smallest: int = 12
    largest: int = 48


class TextProposal:
    """The draft's transcript of a window as guesses for the target."""

    def __init__(
        self,
        draft: Sequence[str | int],
        vocabulary: Vocabulary,
        batches: Batches | None = None,
        sound_s: float | None = None,
    ) -> None:
        """``draft``: text, and timestamps as steps of 0.02 s from the start of the window.

        ``sound_s``: how long the sound is, if it ends in this window.
        """
        self._vocabulary = vocabulary
        self._words: list[Word] = split(draft, vocabulary)
        self._word = 0  # the cursor: which word, and how many of its tokens are behind it
        self._offset = 0
        self._full_stop = vocabulary.encode(".") if sound_s is not None else []
        self._last_stamp = [] if sound_s is None else [vocabulary.first_timestamp + _whole_second(sound_s)]
        self._batches = batches or Batches()
        self._batch = self._batches.first
        self._after_timestamp = False
        self._written: list[int] = []
        self._heard: list[str] = []  # the target's words, as they sound; the last one may not be complete

    def propose(self, limit: int) -> Sequence[int]:
        limit = min(limit, self._batch)
        guess = _round_again(self._written, limit) or self._echo(limit)
        if guess:
            return guess
        offset = self._offset
        for word in self._words[self._word :]:
            if len(guess) >= limit:
                break
            guess += word.tokens[offset:]
            offset = 0
        return [*guess, *self._ending_after((guess or self._written)[-1:])][:limit]

    def _echo(self, limit: int) -> list[int]:
        """Where the draft has no more words, what followed the last time: a loop is soon known for one."""
        if self._word < len(self._words):
            return []
        written, size = self._written, ECHO_TOKENS
        for start in range(len(written) - size - 1, -1, -1):
            if written[start : start + size] == written[-size:]:
                return written[start + size : start + size + limit]
        return []

    def _ending_after(self, last: Sequence[int]) -> list[int]:
        """Where the draft knows no more words there may be none: what is left to write after the ``last`` token."""
        if not last or last[0] >= self._vocabulary.first_timestamp:
            return []
        if self._vocabulary.decode(last)[-1:] in SENTENCE_ENDS:
            return self._last_stamp
        return [*self._full_stop, *self._last_stamp] if self._full_stop else []

    def advance(self, token: int) -> None:
        is_timestamp = token >= self._vocabulary.first_timestamp
        piece = "" if is_timestamp else self._vocabulary.decode([token])
        if self._word == len(self._words) and sound_of(piece):
            self._full_stop = []  # more was said: to guess its end after each word costs more than it saves
        self._hear(piece)
        self._written.append(token)
        if self._expected() == token:
            self._batch = min(self._batches.largest, self._batch + 1)
            self._step()
        else:
            self._batch = max(self._batches.smallest, self._batch // 2)
            self._resynchronise(token, piece)
        self._after_timestamp = is_timestamp

    def _hear(self, piece: str) -> None:
        sound = sound_of(piece)
        if self._heard and goes_on(piece):
            self._heard[-1] += sound
        elif sound:
            self._heard.append(sound)

    def _expected(self) -> int | None:
        return self._words[self._word].tokens[self._offset] if self._word < len(self._words) else None

    def _step(self) -> None:
        self._offset += 1
        if self._offset == len(self._words[self._word].tokens):
            self._go_to(self._word + 1)

    def _go_to(self, word: int) -> None:
        self._word, self._offset = word, 0

    def _leave_word(self) -> None:
        if self._offset:
            self._go_to(self._word + 1)

    def _resynchronise(self, token: int, piece: str) -> None:
        if token >= self._vocabulary.first_timestamp:
            self._leave_word()
            self._take_timestamp(token)
        elif UNFINISHED in piece:
            if self._word < len(self._words):
                self._step()
        elif not sound_of(piece):
            self._leave_word()
            self._take_mark(piece.strip())
        elif not self._find(token):
            self._leave_word()
            if not goes_on(piece):
                self._go_to(min(self._spoken(self._word) + 1, len(self._words)))  # said instead of the draft's word

    def _take_timestamp(self, token: int) -> None:
        """Another time than the draft's, or a break where it has none; the next segment begins where this one ends."""
        if self._is_timestamp():
            self._go_to(self._word + 1)
        if self._after_timestamp or self._word == len(self._words):
            return
        begin = Word([token], "", is_timestamp=True)
        self._words[self._word : self._word + self._is_timestamp()] = [begin]

    def _is_timestamp(self) -> bool:
        return self._word < len(self._words) and self._words[self._word].is_timestamp

    def _take_mark(self, mark: str) -> None:
        """It stands for the draft's own mark, if there is one here, else it comes on top."""
        if self._word < len(self._words) and self._words[self._word].is_mark:
            self._go_to(self._word + 1)
        following = self._spoken(self._word)
        if following == len(self._words):
            return
        if mark in SENTENCE_ENDS:
            self._words[following] = as_sentence_starts(self._words[following], self._vocabulary)
        else:
            self._go_to(following)
            self._words[following] = as_sentence_goes_on(self._words[following], self._vocabulary)

    def _spoken(self, word: int) -> int:
        """The next word that is neither mark nor timestamp."""
        while word < len(self._words) and not self._words[word].sound:
            word += 1
        return word

    def _find(self, token: int) -> bool:
        """Go to behind the word that the target is writing, with as much of what it wrote before as possible."""
        places = [index for index, word in enumerate(self._words) if word.sound]
        here = sum(index < self._word for index in places)
        nearby = range(max(0, here - LOOK_AROUND), min(len(places), here + LOOK_AROUND))
        likeness = {place: self._likeness(places, place, abs(place - here)) for place in nearby}
        best = max(likeness, key=lambda place: likeness[place], default=-1)
        if best < 0 or likeness[best] <= 0:
            return False
        index = places[best]
        sound = self._words[index].sound
        rest = sound[len(self._heard[-1]) :]
        self._go_to(index + 1)
        if rest:  # the target cuts the word into other pieces
            self._words[index] = Word([token, *self._vocabulary.encode(rest)], sound)
            self._word, self._offset = index, 1
        return True

    def _likeness(self, places: Sequence[int], place: int, distance: int) -> float:
        """Over 0 if the target may be here; every word before that agrees counts, distance counts against it."""
        sound, heard = self._words[places[place]].sound, self._heard[-1]
        if not sound.startswith(heard):
            return 0.0
        before = 0
        while before < min(place, len(self._heard) - 1, 3):
            if self._words[places[place - before - 1]].sound != self._heard[-before - 2]:
                break
            before += 1
        is_word = sound == heard
        is_sure = before or not distance or (distance <= LOOK_ALONE and (is_word or len(heard) >= LONG_BEGINNING))
        return 1.0 + 2.0 * before + 0.5 * is_word - distance / LOOK_AROUND / 2 if is_sure else 0.0


def _whole_second(sound_s: float) -> int:
    """In steps of timestamps: there Whisper likes to stop."""
    return STEPS_PER_SECOND * int(sound_s + 0.5)


def _round_again(written: Sequence[int], limit: int) -> list[int]:
    """A model that has said the same three times running goes on with it; the draft knows nothing of that."""
    for length in range(1, LONGEST_LOOP + 1):
        last = list(written[-length:])
        if len(written) >= 3 * length and list(written[-3 * length :]) == last * 3:
            return (last * (limit // length + 1))[:limit]
    return []
