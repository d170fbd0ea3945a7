"""The parts that a segment passes on its way to text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mojovoice_gui.dictation.under_speech import AfterSpeech, Ears, Listening, UnderSpeech
from mojovoice_gui.domain import IsCancelled, Samples, Transcriber, Transcript


@dataclass(frozen=True, slots=True)
class Line:
    """The parts a segment passes, in this order."""

    ears: Ears
    transcriber: Transcriber
    format_text: Callable[[str], str]
    is_exact: bool = False  # nothing is transcribed before the recording is over
    model: str = ""  # the target, as the user knows it

    def listen(self, heard: Callable[[str], None] = lambda _text: None) -> Listening:
        """A recording that is still being spoken; ``heard`` is told what it says so far."""
        if self.is_exact:
            return AfterSpeech(self.transcriber, self.ears)
        return UnderSpeech(
            lambda: self.transcriber.begin(self.ears.has_speech),
            self.ears,
            lambda text: heard(self.format_text(text)),
        )

    def formatted(self, transcript: Transcript) -> Transcript:
        """As it should stand in a window."""
        return replace(transcript, text=self.format_text(transcript.text))

    def text_of(self, samples: Samples, is_cancelled: IsCancelled = lambda: False) -> Transcript:
        """What a finished recording says; no text where there is no speech."""
        return self.formatted(AfterSpeech(self.transcriber, self.ears).finish(samples, is_cancelled))
