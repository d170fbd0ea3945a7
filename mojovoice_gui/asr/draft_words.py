"""The draft's text as words in the target's tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mojovoice_gui.asr.vocabulary import Vocabulary

FIRST_SIGN = "\u2e80"  # Chinese and Japanese begin here
UNFINISHED = "\ufffd"  # how a part of a letter reads


@dataclass(frozen=True, slots=True)
class Word:
    """One word, punctuation mark or timestamp of the draft."""

    tokens: list[int]
    sound: str  # letters and digits in lower case; empty for marks and timestamps
    is_timestamp: bool = False

    @property
    def is_mark(self) -> bool:
        return not self.sound and not self.is_timestamp


def sound_of(piece: str) -> str:
    return "".join(letter for letter in piece.lower() if letter.isalnum())


def goes_on(piece: str) -> bool:
    """Is it the rest of a word that has begun? Where no spaces are written, every sign is a word."""
    return bool(sound_of(piece)) and not piece.startswith(" ") and piece[0] < FIRST_SIGN


def split(draft: Sequence[str | int], vocabulary: Vocabulary) -> list[Word]:
    """``draft``: text, and timestamps in steps of 0.02 s."""
    words: list[Word] = []
    for piece in draft:
        if isinstance(piece, int):
            words.append(Word([vocabulary.first_timestamp + piece], "", is_timestamp=True))
        else:
            words += _words(piece, vocabulary)
    return words


def _words(text: str, vocabulary: Vocabulary) -> list[Word]:
    words: list[Word] = []
    for token in vocabulary.encode(text):
        piece = vocabulary.decode([token])
        sound = sound_of(piece)
        if words and words[-1].sound and goes_on(piece):
            words[-1] = Word([*words[-1].tokens, token], words[-1].sound + sound)
        else:
            words.append(Word([token], sound))
    return words


def as_sentence_starts(word: Word, vocabulary: Vocabulary) -> Word:
    """With a capital letter."""
    return _rewritten(word, vocabulary, str.upper)


def as_sentence_goes_on(word: Word, vocabulary: Vocabulary) -> Word:
    """Without a capital letter, unless it is "I" or an abbreviation."""
    text = vocabulary.decode(word.tokens).strip()
    keeps = text == "I" or text.startswith("I'") or text[:2].isupper()
    return word if keeps else _rewritten(word, vocabulary, str.lower)


def _rewritten(word: Word, vocabulary: Vocabulary, change: Callable[[str], str]) -> Word:
    text = vocabulary.decode(word.tokens)
    first = len(text) - len(text.lstrip())
    changed = text[:first] + change(text[first : first + 1]) + text[first + 1 :]
    return word if changed == text else Word(vocabulary.encode(changed), word.sound)
