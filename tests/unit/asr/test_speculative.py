"""The law: whatever is proposed, the tokens are those of plain greedy decoding."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mojovoice_gui.asr.speculative import ChoiceAfter, Decoded, Proposal, decode

END = 0
PROMPT = (7, 8)


class NoProposal:
    """Without a guess the loop is plain greedy decoding."""

    def propose(self, limit: int) -> Sequence[int]:
        return ()

    def advance(self, token: int) -> None:
        """Nothing to follow."""


class TableDecoder:
    """A decoder whose choice depends on all that it has read, by a random table; it counts and checks its passes."""

    def __init__(self, seed: int, tokens: int, end_chance: float) -> None:
        self._seed, self._tokens, self._end_chance = seed, tokens, end_chance
        self.memory: list[int] = []
        self.passes: list[list[int]] = []

    def next(self, text: Sequence[int]) -> int:
        table = random.Random(f"{self._seed} {list(text)}")
        return END if table.random() < self._end_chance else table.randint(1, self._tokens)

    def read(self, tokens: Sequence[int]) -> ChoiceAfter:
        assert tokens, "a pass over nothing"
        before = len(self.memory)
        self.memory += tokens
        self.passes.append(list(tokens))
        return lambda index: self.next(self.memory[: before + index + 1])

    def rewind(self, count: int) -> None:
        assert 0 <= count <= len(self.memory)
        del self.memory[len(self.memory) - count :]

    def greedy(self, limit: int) -> list[int]:
        """What the law demands, end token included."""
        text: list[int] = []
        while text[-1:] != [END] and len(text) < limit:
            text.append(self.next([*PROMPT, *text]))
        return text


class RandomProposal:
    """Guesses at random, of any length, end token or not and beyond it, sometimes right."""

    def __init__(self, seed: int, truth: Sequence[int], tokens: int, skill: float) -> None:
        self._random, self._truth, self._tokens, self._skill = random.Random(seed), truth, tokens, skill
        self._position = 0

    def propose(self, limit: int) -> Sequence[int]:
        count = self._random.randint(0, max(limit, 0))
        right = self._truth[self._position : self._position + count]
        beyond = [self._random.randint(0, self._tokens) for _ in range(count - len(right))]
        return [*map(self._guess, right), *beyond]

    def advance(self, token: int) -> None:
        self._position += 1

    def _guess(self, token: int) -> int:
        return token if self._random.random() < self._skill else self._random.randint(0, self._tokens)


class Known:
    """Proposes a text known beforehand."""

    def __init__(self, text: Sequence[int]) -> None:
        self._left = list(text)

    def propose(self, limit: int) -> Sequence[int]:
        return self._left[:limit]

    def advance(self, token: int) -> None:
        del self._left[:1]


def run(target: TableDecoder, proposal: Proposal, limit: int = 40) -> Decoded:
    return decode(target, PROMPT, proposal, end=END, max_tokens=limit, is_cancelled=lambda: False)


def without_end(text: Sequence[int]) -> tuple[int, ...]:
    return tuple(token for token in text if token != END)


@settings(max_examples=3000, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    tokens=st.integers(1, 4),
    end_chance=st.sampled_from([0.0, 0.05, 0.3, 1.0]),
    skill=st.sampled_from([0.0, 0.5, 0.9, 1.0]),
    limit=st.integers(1, 40),
)
def test_any_proposal_gives_the_greedy_text(
    seed: int, tokens: int, end_chance: float, skill: float, limit: int
) -> None:
    target = TableDecoder(seed, tokens, end_chance)
    truth = target.greedy(limit)
    decoded = run(target, RandomProposal(seed, truth, tokens, skill), limit)
    assert decoded.tokens == without_end(truth)
    assert decoded.ended == (truth[-1] == END)
    assert decoded.stats.passes == len(target.passes) <= len(truth)
    assert decoded.stats.accepted <= decoded.stats.proposed


@given(seed=st.integers(0, 10**6), skill=st.sampled_from([0.0, 0.5, 0.9]))
def test_what_is_decided_is_read_once(seed: int, skill: float) -> None:
    """No pass repeats a token that stands, and none is spent on a correction alone while there are guesses."""
    target = TableDecoder(seed, 3, 0.02)
    truth = target.greedy(40)
    decoded = run(target, RandomProposal(seed, truth, 3, skill))
    fed = sum(len(tokens) for tokens in target.passes)
    assert fed <= len(PROMPT) + len(truth) + decoded.stats.proposed - decoded.stats.accepted
    assert target.memory == [*PROMPT, *truth[:-1]]


def test_a_correction_leads_the_next_pass() -> None:
    target = TableDecoder(1, 50, 0.0)
    truth = target.greedy(10)
    wrong = [*truth[:3], truth[3] % 50 + 1, *truth[4:]]
    run(target, Known(wrong), limit=10)
    assert target.passes[1] == truth[3:9]
    assert len(target.passes) == 2


@pytest.mark.parametrize("limit", [1, 5, 30])
def test_a_right_proposal_takes_one_pass(limit: int) -> None:
    target = TableDecoder(3, 50, 0.0)
    truth = target.greedy(limit)
    assert run(target, Known(truth), limit).stats.passes == 1


def test_without_a_proposal_every_token_takes_a_pass() -> None:
    target = TableDecoder(3, 50, 0.0)
    assert run(target, NoProposal(), limit=9).stats.passes == 9


def test_a_cancelled_text_is_the_beginning_of_the_greedy_one() -> None:
    target = TableDecoder(5, 50, 0.0)
    truth = target.greedy(40)
    answers = iter([False, False, False, True])
    decoded = decode(target, PROMPT, NoProposal(), end=END, max_tokens=40, is_cancelled=lambda: next(answers))
    assert decoded.tokens == tuple(truth[:3])
    assert not decoded.ended


@given(seed=st.integers(0, 10**6), skill=st.sampled_from([0.0, 0.9, 1.0]), most=st.integers(0, 40))
def test_a_text_without_hope_ends_at_a_pass_and_is_the_beginning_of_the_greedy_one(
    seed: int, skill: float, most: int
) -> None:
    target = TableDecoder(seed, 4, 0.05)
    truth = target.greedy(40)
    proposal = RandomProposal(seed, truth, 4, skill)
    decoded = decode(
        target,
        PROMPT,
        proposal,
        end=END,
        max_tokens=40,
        is_cancelled=lambda: False,
        is_hopeless=lambda tokens: len(tokens) > most,
    )
    assert decoded.tokens == without_end(truth)[: len(decoded.tokens)]
    assert len(decoded.tokens) - decoded.passes[-1].accepted - 1 <= most
    assert not decoded.ended or decoded.tokens == without_end(truth)


def test_a_first_choice_that_is_known_is_not_decided_again() -> None:
    """An English-only target's prompt is read as a whole, and says the first token."""
    target = TableDecoder(6, 50, 0.0)
    truth = target.greedy(12)
    target.read(PROMPT)
    decoded = decode(
        target, truth[:1], Known(truth), end=END, max_tokens=12, is_cancelled=lambda: False, written=truth[:1]
    )
    assert decoded.tokens == tuple(truth)
    assert len(target.passes) == 2


def test_a_first_choice_that_ends_the_text_needs_no_pass() -> None:
    target = TableDecoder(6, 50, 0.0)
    decoded = decode(target, [END], NoProposal(), end=END, max_tokens=12, is_cancelled=lambda: False, written=[END])
    assert (decoded.tokens, decoded.ended, target.passes) == ((), True, [])
