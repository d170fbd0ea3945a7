"""The run: every system takes its turn at a clip before the next clip begins, so that a machine that slows down or
speeds up does so for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mojovoice_gui.benchmark.clips import Clip
from mojovoice_gui.benchmark.dictation import MeasuredDictation, end_of_speech_s
from mojovoice_gui.benchmark.peers import Peer, measure_peer
from mojovoice_gui.benchmark.result import Measurement, Record
from mojovoice_gui.domain import SAMPLE_RATE, Samples
from mojovoice_gui.errors import MojoVoiceError

WARM_UP_S = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A clip in memory."""

    samples: Samples
    last_word_s: float

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class System:
    """What is measured, under the name that the reports give it."""

    name: str
    measure: Callable[[Sound], Measurement]


def peer_system(peer: Peer) -> System:
    return System(peer.name, lambda sound: measure_peer(peer, sound.samples))


def dictation_system(name: str, dictation: MeasuredDictation, release_at_s: Callable[[Sound], float]) -> System:
    return System(name, lambda sound: dictation.dictate(sound.samples, release_at_s(sound)))


def warm_up(systems: Iterable[System], clip: Clip) -> None:
    """The first run of a model allocates; nobody's figures shall pay for it. Who fails will fail at each clip."""
    samples = clip.samples()[: int(WARM_UP_S * SAMPLE_RATE)]
    for system in systems:
        _measured(system, Sound(samples, WARM_UP_S))


def measure(clips: Iterable[Clip], systems: Sequence[System]) -> Iterator[Record]:
    """One record after another; a clip that fails says so in its record."""
    for clip in clips:
        try:
            samples = clip.samples()
        except MojoVoiceError as error:
            yield _record(clip, clip.seconds, clip.seconds, {system.name: _failed(error) for system in systems})
        else:
            sound = Sound(samples, end_of_speech_s(samples))
            measured = {system.name: _measured(system, sound) for system in systems}
            yield _record(clip, sound.seconds, sound.last_word_s, measured)


def _record(clip: Clip, seconds: float, last_word_s: float, measured: Mapping[str, Measurement]) -> Record:
    return Record(
        clip.name,
        seconds,
        last_word_s,
        clip.category,
        clip.language,
        clip.text,
        clip.is_reference,
        measured,
        clip.take,
    )


def _measured(system: System, sound: Sound) -> Measurement:
    try:
        return system.measure(sound)
    except MojoVoiceError as error:
        return _failed(error)


def _failed(error: MojoVoiceError) -> Measurement:
    return Measurement(0.0, "", failure=str(error))
