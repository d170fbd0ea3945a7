"""Where guesses come from: the draft's text, in the target's tokens, followed with a cursor.

The draft need not share the target's vocabulary: its text does the talking. Where the target disagrees, the cursor
finds the place where the draft's text goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.vocabulary import Vocabulary

FIRST_BATCH = 64
SMALLEST_BATCH = 8
LARGEST_BATCH = 96
LOOK_BACK = 3  # words
LOOK_AHEAD = 8


@dataclass(slots=True)
class _Word:
    """One word, punctuation mark or timestamp of the draft."""

    tokens: list[int]
    sound: str  # letters and digits in lower case; empty for punctuation and timestamps
    is_timestamp: bool = False


class TextProposal:
    """The draft's transcript of a window as guesses for the target."""

    def __init__(self, draft: Sequence[str | int], vocabulary: Vocabulary) -> None:
        """``draft``: text, and timestamps as steps of 0.02 s from the start of the window."""
        self._vocabulary = vocabulary
        self._words: list[_Word] = []
        for piece in draft:
            if isinstance(piece, str):
                self._words += self._split(vocabulary.encode(piece))
            else:
                self._words.append(_Word([vocabulary.first_timestamp + piece], "", is_timestamp=True))
        self._word = 0  # the cursor: which word, and how many of its tokens are behind it
        self._offset = 0
        self._batch = FIRST_BATCH
        self._after_timestamp = False

    def propose(self, limit: int) -> Sequence[int]:
        limit = min(limit, self._batch)
        guess: list[int] = []
        offset = self._offset
        for word in self._words[self._word :]:
            if len(guess) >= limit:
                break
            guess += word.tokens[offset:]
            offset = 0
        return guess[:limit]

    def advance(self, token: int) -> None:
        if self._expected() == token:
            self._batch = min(LARGEST_BATCH, self._batch + 1)
            self._step()
        else:
            self._batch = max(SMALLEST_BATCH, self._batch // 2)
            self._resynchronise(token)
        self._after_timestamp = token >= self._vocabulary.first_timestamp

    def _expected(self) -> int | None:
        return self._words[self._word].tokens[self._offset] if self._word < len(self._words) else None

    def _step(self) -> None:
        self._offset += 1
        if self._offset == len(self._words[self._word].tokens):
            self._go_to(self._word + 1)

    def _go_to(self, word: int) -> None:
        self._word, self._offset = word, 0

    def _resynchronise(self, token: int) -> None:
        if token >= self._vocabulary.first_timestamp:
            self._take_timestamp(token)
            return
        piece = self._vocabulary.decode([token])
        sound = _sound(piece)
        if not sound:
            self._take_punctuation()
        elif not piece.startswith(" ") and self._offset:
            self._go_to(self._word + 1)  # the word ends in another way
        elif not self._find(token, sound) and piece.startswith(" "):
            self._skip_word()

    def _take_timestamp(self, token: int) -> None:
        """Another time than the draft's, or a break where it has none; the next segment begins where this one ends."""
        if self._offset:
            self._go_to(self._word + 1)
        if self._is_timestamp(self._word):
            self._go_to(self._word + 1)
        if self._after_timestamp:
            return
        if self._is_timestamp(self._word):
            self._words[self._word].tokens = [token]
        elif self._word < len(self._words):
            self._words.insert(self._word, _Word([token], "", is_timestamp=True))

    def _is_timestamp(self, word: int) -> bool:
        return word < len(self._words) and self._words[word].is_timestamp

    def _take_punctuation(self) -> None:
        """It stands for the draft's own mark, if there is one here, else it comes on top."""
        if self._offset:
            self._go_to(self._word + 1)
        word = self._word
        if word < len(self._words) and not self._words[word].sound and not self._words[word].is_timestamp:
            self._go_to(word + 1)

    def _find(self, token: int, sound: str) -> bool:
        """Go to behind the nearest word that begins like it sounds; False if there is none."""
        nearby = range(max(0, self._word - LOOK_BACK), min(len(self._words), self._word + LOOK_AHEAD))
        found = [word for word in nearby if self._begins(self._words[word].sound, sound)]
        if not found:
            return False
        nearest = min(found, key=lambda word: (abs(word - self._word), word < self._word))
        word = self._words[nearest]
        rest = word.sound[len(sound) :]
        if rest:  # the target cuts the word into other pieces
            self._words[nearest] = _Word([token, *self._vocabulary.encode(rest)], word.sound)
            self._word, self._offset = nearest, 1
        else:
            self._go_to(nearest + 1)
        return True

    def _begins(self, word: str, sound: str) -> bool:
        return word == sound or (len(sound) > 1 and word.startswith(sound))

    def _skip_word(self) -> None:
        """The target said another word instead."""
        word = self._word
        while word < len(self._words) and not self._words[word].sound:
            word += 1
        self._go_to(min(word + 1, len(self._words)))

    def _split(self, tokens: Sequence[int]) -> list[_Word]:
        words: list[_Word] = []
        for token in tokens:
            piece = self._vocabulary.decode([token])
            sound = _sound(piece)
            if words and sound and words[-1].sound and not piece.startswith(" "):
                words[-1].tokens.append(token)
                words[-1].sound += sound
            else:
                words.append(_Word([token], sound))
        return words


def _sound(piece: str) -> str:
    return "".join(letter for letter in piece.lower() if letter.isalnum())
