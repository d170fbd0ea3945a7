"""One window in, the target's tokens out: checked against the draft's guesses, or by the target alone."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from mojovoice_gui.asr import draft, greedy
from mojovoice_gui.asr.decoder import StepDecoder
from mojovoice_gui.asr.errand import Errands, GivenUp
from mojovoice_gui.asr.features import FRAMES_PER_SECOND, Sound
from mojovoice_gui.asr.greedy import WindowTokens
from mojovoice_gui.asr.loading import Model, StorageView, is_out_of_memory
from mojovoice_gui.asr.payoff import Payoff
from mojovoice_gui.asr.proposal import Batches, TextProposal
from mojovoice_gui.asr.reach import Reach
from mojovoice_gui.asr.speculative import decode
from mojovoice_gui.asr.windows import goes_round, is_unsayable, repeat_begins
from mojovoice_gui.domain import DecodeStats, IsCancelled
from mojovoice_gui.errors import Sentence

log = logging.getLogger(__name__)

Guess: TypeAlias = Sequence[str | int]

SPELLED_OUT_PER_SECOND = 25
"""Tokens of fast speech in a script that Whisper writes byte by byte, such as Thai."""


class WindowWriter:
    """Target and draft. What the draft does wrong is logged once and costs time, never text."""

    def __init__(
        self, target: Model, draft_model: Model | None, *, can_verify: bool, payoff: Payoff | None = None
    ) -> None:
        """``can_verify``: guesses of any origin can be checked. ``payoff``: a draft that is too dear is let go."""
        self.target = target
        self.can_verify = can_verify
        self._draft = draft_model
        self._payoff = payoff
        self.batches = Batches()
        self.reach = Reach()
        self.no_draft = ""  # why it was let go
        self._mute: set[str] = set()  # languages that the draft cannot speak, told already
        self._errands = Errands()

    @property
    def draft_pays(self) -> bool:
        """It is worth asking even where most of the text is known."""
        return self._draft is not None and (self._payoff is None or self._payoff.is_good)

    def encode(self, sound: Sound, start: int, length: int, is_cancelled: IsCancelled) -> StorageView:
        """``length`` frames from ``start`` on, for the target. Raises ``GivenUp``."""
        window = sound.window(self.target.mel_bins, start, length)
        return self._errands.run(partial(self.target.encode, window), is_cancelled)

    def guess(self, sound: Sound, start: int, length: int, language: str, is_cancelled: IsCancelled) -> Guess | None:
        """The draft's transcript of ``length`` frames from ``start`` on; None: it has none. Raises ``GivenUp``."""
        if not self._draft or not self._speaks(self._draft, language):
            return None
        window = sound.window(self._draft.mel_bins, start, length)
        try:
            return self._errands.run(partial(draft.write, self._draft, window, language), is_cancelled)
        except (RuntimeError, ValueError, MemoryError) as error:
            self._decode_plainly(Sentence("the draft failed: {why}", why=error))
            return None

    def account(self, draft_s: float, verify_s: float, tokens: int) -> None:
        """What the last guess of the draft cost, and what was written with it."""
        if self._payoff is None or self._draft is None:
            return
        self._payoff.note(draft_s, verify_s, tokens)
        if self._payoff.is_poor:
            log.info("The draft does not pay here and rests for the session: %s", self._payoff.figures)
            self.no_draft = self._payoff.why_it_rests
            self._draft = None

    def write(
        self,
        encoded: StorageView,
        prompt: Sequence[int],
        guess: Guess | None,
        is_cancelled: IsCancelled,
        frames: int | None = None,
    ) -> WindowTokens:
        """The target's greedy tokens after ``prompt``; only until they are hopeless for so many ``frames`` of sound.

        Raises ``GivenUp``.
        """
        if guess is not None:
            given_up = threading.Event()
            try:
                verify = partial(self._verify, encoded, prompt, guess, frames, given_up.is_set)
                return self._errands.run(verify, is_cancelled)
            except GivenUp:
                given_up.set()
                raise
            except (RuntimeError, IndexError) as error:
                if is_out_of_memory(error):  # plain decoding needs no less
                    raise
                self.can_verify = False
                self._decode_plainly(Sentence("a step call failed: {why}", why=error))
        most = greedy.CONTEXT
        if frames is not None:
            most = draft.FEWEST_TOKENS + frames * SPELLED_OUT_PER_SECOND // FRAMES_PER_SECOND
        return self._errands.run(partial(greedy.write, self.target, encoded, prompt, most), is_cancelled)

    def rest(self, is_cancelled: IsCancelled) -> None:
        """Until nothing goes on that was given up: it holds the models, and disturbs who measures them.

        Raises ``GivenUp``.
        """
        self._errands.rest(is_cancelled)

    def is_hopeless(self, tokens: Sequence[int], frames: int) -> bool:
        """A loop, or more than anyone can say in ``frames``: and so it stays, however it goes on."""
        vocabulary = self.target.vocabulary
        spoken = [token for token in tokens if token < vocabulary.end]
        return goes_round(spoken) or is_unsayable(vocabulary.decode(spoken), frames)

    def before_a_loop(self, tokens: Sequence[int]) -> Sequence[int]:
        """As far as it says nothing for the second time."""
        end = self.target.vocabulary.end
        places = [place for place, token in enumerate(tokens) if token < end]
        repeat = repeat_begins([tokens[place] for place in places])
        return tokens if repeat is None else tokens[: places[repeat]]

    def _verify(
        self,
        encoded: StorageView,
        prompt: Sequence[int],
        guess: Guess,
        frames: int | None,
        is_given_up: IsCancelled,
    ) -> WindowTokens:
        vocabulary = self.target.vocabulary
        decoder = StepDecoder(self.target, encoded, prompt)
        decoded = decode(
            decoder,
            decoder.unread,
            TextProposal(guess, vocabulary, self.batches, None if frames is None else frames / FRAMES_PER_SECOND),
            end=vocabulary.end,
            max_tokens=greedy.room(prompt),
            is_cancelled=is_given_up,
            is_hopeless=lambda tokens: frames is not None and self.is_hopeless(tokens, frames),
            written=decoder.written,
        )
        count = len(decoded.tokens)
        mean = decoder.sum_log_prob(count + decoded.ended) / (count + 1)
        stats = decoded.stats + DecodeStats(passes=1)  # the decoder's own, over the prompt
        return WindowTokens(decoded.tokens, mean, decoder.no_speech_prob, stats, decoded.passes, decoded.ended)

    def _speaks(self, draft_model: Model, language: str) -> bool:
        if draft_model.vocabulary.speaks(language):
            return True
        if language not in self._mute:
            self._mute.add(language)
            log.info("Plain decoding: the draft does not speak %s", language)
        return False

    def _decode_plainly(self, reason: str) -> None:
        """From now on: what failed once fails again, and every try costs time."""
        log.warning("Plain decoding: %s", reason)
        self._draft, self.no_draft = None, reason
