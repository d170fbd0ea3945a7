"""The verify loop: the proposal guesses, the target decides, the text is the target's.

The law: whatever is proposed, the tokens are those of plain greedy decoding. A good proposal only saves passes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from mojovoice_gui.domain import DecodeStats, IsCancelled, Pass

ChoiceAfter: TypeAlias = Callable[[int], int]
"""Index of a token that was read -> the token that the decoder would write after it."""

IsHopeless: TypeAlias = Callable[[Sequence[int]], bool]
"""Asked about the tokens so far before each pass: will nobody want this text, however it goes on?"""


class Decoder(Protocol):
    """A greedy decoder that remembers what it has read."""

    def read(self, tokens: Sequence[int]) -> ChoiceAfter:
        """One pass: append ``tokens``; the choices hold until the next call."""

    def rewind(self, count: int) -> None:
        """Forget the last ``count`` tokens."""


class Proposal(Protocol):
    """Guesses how the text goes on."""

    def propose(self, limit: int) -> Sequence[int]:
        """At most ``limit`` tokens, maybe none."""

    def advance(self, token: int) -> None:
        """The target wrote ``token``."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the target wrote, without the end token."""

    tokens: tuple[int, ...]
    ended: bool  # by the end token, not by the limit, the user or for want of hope
    passes: tuple[Pass, ...]

    @property
    def stats(self) -> DecodeStats:
        proposed, accepted = (sum(counts) for counts in zip(*self.passes, strict=True)) if self.passes else (0, 0)
        return DecodeStats(len(self.tokens), len(self.passes), proposed, accepted)


def decode(
    target: Decoder,
    unread: Sequence[int],
    proposal: Proposal,
    *,
    end: int,
    max_tokens: int,
    is_cancelled: IsCancelled,
    is_hopeless: IsHopeless = lambda _tokens: False,
    written: Sequence[int] = (),
) -> Decoded:
    """Decode until ``end`` or ``max_tokens`` (the end counts as one).

    ``unread`` is what the target has still to read before it can choose: the rest of the prompt, or ``written``.
    A choice that corrects the proposal stays unread and leads the next pass: no pass is spent on it alone.
    """
    tokens = list(written)
    for token in tokens:
        proposal.advance(token)
    passes: list[Pass] = []
    while tokens[-1:] != [end] and len(tokens) < max_tokens and not (is_hopeless(tokens) or is_cancelled()):
        guess = _until(end, proposal.propose(max_tokens - len(tokens) - 1))
        agreed, choice = _compare(guess, target.read([*unread, *guess]), len(unread) - 1)
        target.rewind(len(guess) - agreed)
        passes.append(Pass(len(guess), agreed))
        for token in (*guess[:agreed], choice):
            tokens.append(token)
            proposal.advance(token)
        unread = [choice]
    ended = tokens[-1:] == [end]
    return Decoded(tuple(tokens[:-1] if ended else tokens), ended, tuple(passes))


def _until(end: int, guess: Sequence[int]) -> list[int]:
    """A pass over the last word says by itself whether the end follows."""
    return list(guess[: guess.index(end)] if end in guess else guess)


def _compare(guess: Sequence[int], choice_after: ChoiceAfter, position: int) -> tuple[int, int]:
    """How many guesses agree with the target's choices from ``position`` on, and the choice that follows them."""
    for agreed, token in enumerate(guess):
        choice = choice_after(position + agreed)
        if choice != token:
            return agreed, choice
    return len(guess), choice_after(position + len(guess))
