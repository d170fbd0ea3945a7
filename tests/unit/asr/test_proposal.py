"""The cursor in the draft's text: a wrong word costs one correction, not the rest of the draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mojovoice_gui.asr.draft_words import goes_on
from mojovoice_gui.asr.proposal import ECHO_TOKENS, Batches, TextProposal
from mojovoice_gui.asr.speculative import ChoiceAfter, Decoded, decode
from mojovoice_gui.asr.vocabulary import Vocabulary
from tests.unit.asr.vocabularies import vocabulary


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder: Path = tmp_path_factory.mktemp("vocabulary")
    return vocabulary(folder)


class Reciter:
    """A decoder that knows its text by heart."""

    def __init__(self, text: Sequence[int], end: int) -> None:
        self._text = [*text, *[end] * 500]
        self._length = 0

    def read(self, tokens: Sequence[int]) -> ChoiceAfter:
        before = self._length
        self._length += len(tokens)
        return lambda index: self._text[before + index]

    def rewind(self, count: int) -> None:
        self._length -= count


def tokens_of(words: Vocabulary, pieces: Sequence[str | int]) -> list[int]:
    tokens: list[int] = []
    for piece in pieces:
        tokens += words.encode(piece) if isinstance(piece, str) else [words.first_timestamp + piece]
    return tokens


def recite(
    words: Vocabulary, said: Sequence[str | int], drafted: Sequence[str | int], sound_s: float | None = None
) -> Decoded:
    text = tokens_of(words, said)
    decoded = decode(
        Reciter(text, words.end),
        [words.start],
        TextProposal(drafted, words, sound_s=sound_s),
        end=words.end,
        max_tokens=len(text) + 1,
        is_cancelled=lambda: False,
    )
    assert decoded.tokens == tuple(text)
    return decoded


SENTENCE = " nobody knew where the cat sat and what became of it"


@pytest.mark.parametrize(
    ("said", "drafted", "passes"),
    [
        pytest.param([SENTENCE], [SENTENCE], 2, id="agreement"),
        pytest.param([" where the cat sat"], [" where the and sat"], 2, id="another word"),
        pytest.param([" where the cat sat"], [" where the sat"], 3, id="a word more"),
        pytest.param([" where the sat"], [" where the cat sat"], 2, id="a word less"),
        pytest.param([" the cat, the cat"], [" the cat the cat"], 2, id="a comma more"),
        pytest.param([" the cat the cat"], [" the cat, the cat"], 2, id="a comma less"),
        pytest.param([" the cat. And the cat"], [" the cat, and the cat"], 2, id="a new sentence"),
        pytest.param([" the cat, and the cat"], [" the cat. And the cat"], 2, id="no new sentence"),
        pytest.param([0, " the cat", 90, 90, " sat"], [0, " the cat", 80, 80, " sat"], 2, id="another time"),
        pytest.param([0, " the cat", 90, 90, " sat"], [0, " the cat sat"], 2, id="a break more"),
        pytest.param([0, " the cat sat"], [0, " the cat", 90, 90, " sat"], 2, id="a break less"),
    ],
)
def test_a_difference_costs_a_pass_or_two(
    words: Vocabulary, said: Sequence[str | int], drafted: Sequence[str | int], passes: int
) -> None:
    assert recite(words, said, drafted).stats.passes <= passes


def test_a_draft_that_missed_the_beginning_is_found_again(words: Vocabulary) -> None:
    said = " and so" + SENTENCE
    assert recite(words, [said], [SENTENCE]).stats.passes < len(words.encode(said)) / 2


def test_where_no_spaces_are_written_every_sign_is_a_word() -> None:
    assert goes_on("stand")
    assert not goes_on(" stand")
    assert not goes_on("日")
    assert not goes_on(",")


def test_a_loop_of_the_target_takes_few_passes(words: Vocabulary) -> None:
    decoded = recite(words, [SENTENCE + " the cat" * 60], [SENTENCE])
    assert decoded.stats.passes < 15


def test_a_sentence_that_the_target_says_once_more_takes_few_passes(words: Vocabulary) -> None:
    once = recite(words, [SENTENCE], [SENTENCE])
    twice = recite(words, [SENTENCE, SENTENCE], [SENTENCE])
    beginning = ECHO_TOKENS + 1  # until it is known for one
    assert len(twice.passes) <= len(once.passes) + beginning + 1 < len(once.tokens)


def test_a_draft_of_something_else_does_no_harm(words: Vocabulary) -> None:
    decoded = recite(words, [SENTENCE], [" i i i i, mmm. z", 5, 5, "é ü 日本"])
    assert decoded.stats.passes <= len(decoded.tokens) + 1


@pytest.mark.parametrize("draft", [[], [""], [0], [0, 10], [" "], ["."]])
def test_an_empty_draft_proposes_next_to_nothing(words: Vocabulary, draft: Sequence[str | int]) -> None:
    assert recite(words, [0, SENTENCE, 90], draft).stats.proposed <= 3  # of 33 tokens


def test_a_pass_is_never_longer_than_asked_for(words: Vocabulary) -> None:
    proposal = TextProposal([SENTENCE * 10], words)
    assert len(proposal.propose(5)) == 5
    assert len(proposal.propose(10**6)) <= Batches().largest
    assert not proposal.propose(0)


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ([0, " the cat sat", ".", 150], 1),
        ([0, " the cat sat", " sat", ".", 150], 3),
        ([0, " the cat sat", "?", 150], 2),
        ([0, " the cat sat", ".", 132], 2),
    ],
)
def test_where_the_draft_ends_the_text_may_end_as_whisper_ends_it(
    words: Vocabulary, said: Sequence[str | int], passes: int
) -> None:
    assert len(recite(words, said, [0, " the cat sat"], sound_s=3.2).passes) == passes
    assert len(recite(words, said, [0, " the cat sat"]).passes) > passes
