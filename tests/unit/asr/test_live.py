"""What a listening makes of what it hears: with a writer that writes as it is told, whatever the sound."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TypeAlias, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from mojovoice_gui.asr.errand import GivenUp
from mojovoice_gui.asr.features import Sound, Spectrogram
from mojovoice_gui.asr.greedy import WindowTokens
from mojovoice_gui.asr.live import LivePassage
from mojovoice_gui.asr.loading import Model, StorageView
from mojovoice_gui.asr.passage import Passage
from mojovoice_gui.asr.reach import MARGIN_FRAMES, Reach
from mojovoice_gui.asr.vocabulary import Vocabulary
from mojovoice_gui.asr.window_writer import Guess, WindowWriter
from mojovoice_gui.domain import SAMPLE_RATE, DecodeStats, IsCancelled, Purpose, Samples
from tests.unit.asr import vocabularies
from tests.waiting import never

SURE, UNSURE = -0.3, -1.5
MARGIN_S = MARGIN_FRAMES / 100
ALPHABET = tuple(" " + letter * 2 for letter in "abcdefghijklmnopqrstuvw")
"""Words."""
Written: TypeAlias = tuple[Sequence[str | float], float]
"""Text and timestamps in seconds; how sure."""


class ScriptedWriter(WindowWriter):
    """Writes ``script`` in turn, and notes what it was given."""

    def __init__(self, vocabulary: Vocabulary, *script: Written) -> None:
        self.windows_s: list[float] = []  # how long each was, silence included
        self.prompts: list[list[int]] = []
        self.guesses: list[Guess | None] = []
        self.languages = iter(("en", "de", "en", "de"))
        self.ends = True
        self.while_it_encodes: Callable[[], object] = lambda: None
        self.while_it_writes: Callable[[], object] = lambda: None
        self._script = list(script)
        target = SimpleNamespace(
            vocabulary=vocabulary, mel_bins=80, encode=self._encode, hear_language=lambda _encoded: next(self.languages)
        )
        super().__init__(cast("Model", target), None, can_verify=True)

    @property
    def is_through(self) -> bool:
        return not self._script

    def _encode(self, window: Spectrogram) -> NDArray[np.float32]:
        self.while_it_encodes()
        self.windows_s.append(window.shape[-1] / 100)
        return window[:, ::2]

    def write(
        self,
        encoded: StorageView,
        prompt: Sequence[int],
        guess: Guess | None,
        is_cancelled: IsCancelled,
        frames: int | None = None,
    ) -> WindowTokens:
        pieces, log_prob = self._script.pop(0)
        self.prompts.append(list(prompt))
        self.guesses.append(guess)
        self.while_it_writes()
        tokens = [token for piece in pieces for token in self._tokens(piece)]
        return WindowTokens(tuple(tokens), log_prob, 0.0, DecodeStats(len(tokens), 1), (), self.ends)

    def _tokens(self, piece: str | float) -> list[int]:
        vocabulary = self.target.vocabulary
        return vocabulary.encode(piece) if isinstance(piece, str) else [vocabulary.first_timestamp + round(piece * 50)]


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return vocabularies.vocabulary(tmp_path_factory.mktemp("vocabulary"))


def voice(seconds: float) -> Samples:
    """Anything but zeros."""
    return np.full(round(seconds * SAMPLE_RATE), 0.1, np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def sound(*parts: Samples) -> Samples:
    return np.concatenate(parts)


def words(first: int, last: int) -> str:
    return "".join(ALPHABET[first:last])


def live(writer: ScriptedWriter, hints: Sequence[int] = (), reach: Reach | None = None) -> LivePassage:
    return LivePassage(writer, "en", hints, lambda samples: bool(samples.any()), reach)


# ---- single windows


def window(writer: ScriptedWriter, seconds: float = 2.0, *, is_live: bool = True, language: str = "en") -> Passage:
    passage = Passage(writer, language, (), is_live=is_live)
    passage.window(Sound(voice(seconds)), 0, never, length=300 if is_live else 3000)
    return passage


def test_nothing_written_without_being_sure_is_heard_once_more(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, ([0.0, 2.0], UNSURE), ([0.0, " the cat", 2.0], SURE))
    assert window(writer).text == " the cat"
    assert writer.windows_s == [3.0, 6.0]


def test_what_two_windows_agree_on_is_not_heard_a_third_time(vocabulary: Vocabulary) -> None:
    unsure: Written = ([0.0, " the cat", 2.0], UNSURE)
    writer = ScriptedWriter(vocabulary, unsure, unsure)
    assert window(writer).text == " the cat"
    assert writer.windows_s == [3.0, 6.0]


def test_what_is_unclear_at_two_lengths_is_the_speech_and_not_heard_a_third_time(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, ([0.0, " cat", 2.0], UNSURE), ([0.0, " the cat", 2.0], UNSURE))
    assert window(writer).text == " the cat"
    assert writer.windows_s == [3.0, 6.0]


def test_what_went_round_at_one_length_and_is_unclear_at_the_next_is_heard_in_a_full_window(
    vocabulary: Vocabulary,
) -> None:
    loop: Written = ([0.0, " the cat sat" * 9], SURE)
    writer = ScriptedWriter(vocabulary, loop, ([0.0, " cat", 2.0], UNSURE), ([0.0, " the cat", 2.0], SURE))
    assert window(writer).text == " the cat"
    assert writer.windows_s == [3.0, 6.0, 30.0]


def test_the_language_of_a_doubtful_window_is_doubtful_too(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, ([0.0, " cat", 2.0], UNSURE), ([0.0, " the cat", 2.0], SURE))
    assert window(writer, language="").language == "de"


@pytest.mark.parametrize(("is_live", "text"), [(True, " the cat sat"), (False, " the cat sat" * 9)])
def test_what_would_go_round_for_ever_is_cut_unless_all_is_to_be_exact(
    vocabulary: Vocabulary, text: str, *, is_live: bool
) -> None:
    round_and_round: Written = ([0.0, " the cat sat" * 9], SURE)
    writer = ScriptedWriter(vocabulary, *[round_and_round] * 3)
    writer.ends = False
    assert window(writer, is_live=is_live).text == text


# ---- full windows and what follows


def test_the_silent_rest_behind_a_full_window_is_not_written(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, ([0.0, " the cat", 29.5], SURE))
    passage = live(writer).listen(sound(voice(29.5), silence(2)), never)
    assert passage.text == " the cat"
    assert writer.windows_s == [30.0]


SENTENCE: Written = ([0.0, words(0, 5), 5.0, 5.0], SURE)


def test_what_is_written_of_silence_and_heard_again_behind_it_is_written_once(vocabulary: Vocabulary) -> None:
    """The stamp behind the words says that they are over before anybody has spoken."""
    writer = ScriptedWriter(vocabulary, SENTENCE, ([0.0, words(0, 8), 2.0], SURE))
    assert live(writer).listen(sound(silence(5), voice(2)), never).text == words(0, 8)
    assert writer.is_through


def test_that_may_happen_within_one_window(vocabulary: Vocabulary) -> None:
    twice: Written = ([0.0, words(0, 3), 5.0, 5.0, words(0, 4), 7.0], SURE)
    assert live(ScriptedWriter(vocabulary, twice)).listen(sound(silence(5), voice(2)), never).text == words(0, 4)
    assert live(ScriptedWriter(vocabulary, twice)).listen(voice(7), never).text == words(0, 3) + words(0, 4)


def test_what_is_written_again_of_the_silence_behind_it_is_written_once(vocabulary: Vocabulary) -> None:
    """The stamps say that it would have been said after the end."""
    again: Written = ([0.0, words(0, 4), 3.0, 3.0, words(1, 4), 4.0], SURE)
    assert live(ScriptedWriter(vocabulary, again)).listen(voice(3), never).text == words(0, 4)
    assert live(ScriptedWriter(vocabulary, again)).listen(voice(4), never).text == words(0, 4) + words(1, 4)


def test_that_holds_for_a_full_window_too(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(
        vocabulary, ([0.0, words(0, 3), 25.0, 25.0, words(0, 4), 30.0], SURE), ([0.0, " cat"], SURE)
    )
    assert live(writer).listen(sound(silence(25), voice(7)), never).text == words(0, 4) + " cat"


def test_what_was_said_twice_is_written_twice(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, SENTENCE, ([0.0, words(0, 5), 2.0], SURE))
    assert live(writer).listen(sound(silence(3), voice(4)), never).text == 2 * words(0, 5)


def test_a_silent_window_is_not_written_and_a_word_at_its_end_is_heard_from_its_beginning(
    vocabulary: Vocabulary,
) -> None:
    writer = ScriptedWriter(vocabulary, ([0.0, " cat", 2.0], SURE))
    heard = LivePassage(writer, "en", (), lambda samples: bool(np.count_nonzero(samples) > SAMPLE_RATE // 2))
    assert heard.listen(sound(silence(29.7), voice(1.3)), never).text == " cat"
    assert writer.windows_s == [2.0 + MARGIN_S]


# ---- the last seconds


def after_ten_seconds(writer: ScriptedWriter, hints: Sequence[int] = ()) -> LivePassage:
    """Ten seconds and their ten words have been heard."""
    heard = live(writer, hints, Reach(hurry_s=8.0))
    assert heard.listen(voice(10), never, Purpose.LAST_WORD).text == words(0, 10)
    return heard


TEN: Written = ([0.0, words(0, 10), 10.0], SURE)


def test_of_a_long_recording_the_last_seconds_are_heard_and_sewn_on(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(vocabulary, TEN, ([0.0, words(6, 12), 6.0], SURE))
    heard = after_ten_seconds(writer)
    assert heard.listen(voice(12), never, Purpose.LAST_WORD).text == words(0, 12)
    assert writer.windows_s[-1] < 11


def test_a_tail_in_which_known_words_are_gone_does_not_count(vocabulary: Vocabulary) -> None:
    early: Written = ([0.0, words(1, 4), 1.0], SURE)
    writer = ScriptedWriter(vocabulary, TEN, early, ([0.0, words(0, 12), 12.0], SURE))
    heard = after_ten_seconds(writer)
    assert heard.listen(voice(12), never, Purpose.LAST_WORD).text == words(0, 12)
    assert writer.windows_s[-1] == 12.0 + MARGIN_S


def test_nor_does_one_that_leaves_words_out_in_the_middle(vocabulary: Vocabulary) -> None:
    twelve: Written = ([0.0, words(0, 12), 12.0], SURE)
    gap: Written = ([0.0, words(1, 4) + words(9, 14), 12.0], SURE)
    writer = ScriptedWriter(vocabulary, twelve, gap, ([0.0, words(0, 14), 14.0], SURE))
    heard = live(writer, reach=Reach(hurry_s=8.0))
    heard.listen(voice(12), never)
    assert heard.listen(voice(14), never, Purpose.LAST_WORD).text == words(0, 14)
    assert writer.is_through


def test_after_a_long_silence_nothing_before_it_is_heard_again(vocabulary: Vocabulary) -> None:
    pause = sound(voice(10), silence(40))
    writer = ScriptedWriter(vocabulary, TEN, ([0.0, words(10, 12), 2.0], SURE), ([0.0, words(10, 14), 4.0], SURE))
    heard = after_ten_seconds(writer)
    assert heard.listen(sound(pause, voice(2)), never, Purpose.GUESS).text == words(0, 12)
    assert heard.listen(sound(pause, voice(4)), never, Purpose.LAST_WORD).text == words(0, 14)
    assert writer.windows_s[1:] == [2 + 3 + MARGIN_S, 4 + 3 + MARGIN_S]


def test_what_was_said_before_a_pause_is_not_heard_again_as_a_tail(vocabulary: Vocabulary) -> None:
    behind: Written = ([0.0, words(10, 12), 2.0], SURE)
    writer = ScriptedWriter(vocabulary, TEN, behind)
    heard = after_ten_seconds(writer)
    assert heard.listen(sound(voice(10), silence(3.5), voice(0.5)), never, Purpose.GUESS).text == words(0, 12)
    assert writer.windows_s[-1] == 2 + MARGIN_S  # less than a tail


def test_the_users_prompt_is_told_with_the_last_seconds_too(vocabulary: Vocabulary) -> None:
    hint = vocabulary.encode(" the cat")
    writer = ScriptedWriter(vocabulary, TEN, ([0.0, words(6, 12), 6.0], SURE))
    after_ten_seconds(writer, hints=hint).listen(voice(12), never, Purpose.LAST_WORD)
    assert all(prompt[1 : 1 + len(hint)] == hint for prompt in writer.prompts)


def test_a_slow_target_loses_no_beginning_where_two_texts_do_not_meet(vocabulary: Vocabulary) -> None:
    writer = ScriptedWriter(
        vocabulary,
        ([0.0, words(0, 12), 4.0], SURE),
        ([0.0, words(15, 18), 3.0], SURE),  # something else altogether
        ([0.0, words(0, 14), 5.0], SURE),
    )
    heard = live(writer, reach=Reach(4.0, 4.0))
    heard.listen(voice(4), never, Purpose.LAST_WORD)
    assert heard.listen(voice(5), never, Purpose.LAST_WORD).text == words(0, 14)


def test_what_only_the_last_seconds_were_heard_for_is_part_of_the_guess_at_all_of_it(vocabulary: Vocabulary) -> None:
    whole: Written = ([0.0, words(0, 12), 12.0], SURE)
    writer = ScriptedWriter(vocabulary, TEN, ([0.0, words(6, 12), 6.0], SURE), whole)
    heard = after_ten_seconds(writer)
    heard.listen(voice(12), never, Purpose.LAST_WORD)
    heard.listen(voice(12), never, Purpose.REVIEW)
    assert writer.guesses[-1] == [0, words(0, 10), 500, words(10, 12)]


def test_a_listening_that_was_given_up_leaves_the_guess_as_it_was(vocabulary: Vocabulary) -> None:
    full: Written = ([0.0, words(0, 9), 9.0], SURE)
    writer = ScriptedWriter(vocabulary, full, ([0.0, " a"], SURE), full)
    heard = live(writer)
    heard.listen(voice(9), never)
    given_up = threading.Event()
    writer.while_it_writes = given_up.set
    heard.listen(voice(9), given_up.is_set)
    heard.listen(voice(9), never)
    assert writer.guesses == [None, [0, words(0, 9), 450], [0, words(0, 9), 450]]
    assert writer.is_through


def test_an_encoder_that_nobody_waits_for_leaves_all_as_it_was(vocabulary: Vocabulary) -> None:
    full: Written = ([0.0, words(0, 9), 9.0], SURE)
    writer = ScriptedWriter(vocabulary, full, full)
    heard = live(writer)
    heard.listen(voice(9), never)
    has_begun, may_end = threading.Event(), threading.Event()

    def take_long() -> None:
        has_begun.set()
        may_end.wait(10)

    writer.while_it_encodes = take_long
    with pytest.raises(GivenUp):
        heard.listen(voice(9), has_begun.is_set)
    may_end.set()
    assert heard.listen(voice(9), never).text == words(0, 9)
    assert writer.guesses == [None, [0, words(0, 9), 450]]
    assert writer.windows_s == [9.0 + MARGIN_S] * 3  # one after the other
